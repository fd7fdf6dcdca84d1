"""Who may be in the group of a class (P5, 9.C.1): its pupils by their bound accounts, and staff."""

from collections.abc import Sequence
from enum import StrEnum

from bot.domain.people import Guardian, Person, Pupil, SchoolClass, StaffMember


class Admission(StrEnum):
    """What becomes of somebody who asks to join; the values name texts for the teacher."""

    ADMIT = "admit"
    UNKNOWN_ACCOUNT = "unknown-account"
    OTHER_CLASS = "other-class"
    GUARDIAN = "guardian"
    STAFF = "staff"


def decide_admission(people: Sequence[Person], home: SchoolClass) -> Admission:
    """Judge a join request of an account by the people bound to it.

    Only a pupil of the class is let in on request. A work account is added by the teacher, who
    knows why: a request of staff is refused like any other.
    """
    if any(isinstance(p, Pupil) and p.key in home.pupils for p in people):
        return Admission.ADMIT
    if not people:
        return Admission.UNKNOWN_ACCOUNT
    match people[0]:
        case Pupil():
            return Admission.OTHER_CLASS
        case Guardian():
            return Admission.GUARDIAN
        case StaffMember():
            return Admission.STAFF


def belongs(people: Sequence[Person], home: SchoolClass) -> bool:
    """Tell whether an account that is in the group may stay: a pupil of the class, or staff."""
    return any(
        isinstance(p, StaffMember) or (isinstance(p, Pupil) and p.key in home.pupils)
        for p in people
    )
