"""Who may be in the group of a class (P5, 9.C.1): its pupils by their bound accounts, and staff."""

from collections.abc import Sequence
from enum import StrEnum

from bot.domain.people import (
    Guardian,
    Person,
    Pupil,
    Registry,
    SchoolClass,
    StaffMember,
    covers,
)


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


def accounts_to_look_for(registry: Registry, home: SchoolClass) -> tuple[str, ...]:
    """List the accounts that may be in the group of a class, each once, on the group's platform.

    Those of its pupils and of the staff who work for it, and of whoever was known to be in it.
    Anybody else cannot be asked for by name, and is noticed when speaking or joining.
    """
    if home.group is None:
        return ()
    platform, _, _ = home.group.address.partition(":")
    staff = (s for s in registry.staff.values() if covers([s], home))
    people: tuple[Person, ...] = (*home.pupils.values(), *staff)
    bound = (account for person in people for account in person.accounts)
    known = dict.fromkeys((*bound, *home.group.members))
    return tuple(account for account in known if account.startswith(f"{platform}:"))
