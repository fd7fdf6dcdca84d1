"""Who is who: pupils, guardians and staff, their roles, accounts and addresses.

The registry holds what the whole organisation shares (staff, classes, who owns which account);
a class holds its pupils and their guardians. Names, numbers and addresses never enter a `repr`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bot.domain.groups import ClassGroup

REGISTRY = "registry"
"""The key of the one `Registry` document."""

AGE_OF_OWN_CONSENT = 16
"""From this age a pupil decides alone; younger, a guardian signs (UAVG art. 5; 9.A.5, 9.A.6)."""


class Role(StrEnum):
    """What somebody is or was appointed to; the values are the words of `staff.csv`."""

    PUPIL = "leerling"
    GUARDIAN = "ouder"
    STAFF = "medewerker"
    MENTOR = "mentor"
    SCHOOL_LEADER = "schoolleider"
    PRIVACY_OFFICER = "fg"
    COUNSELLOR = "vertrouwenspersoon"
    COMMUNICATIONS = "communicatie"
    SPOKESPERSON = "woordvoerder"
    BOARD = "bestuurder"
    ADMINISTRATOR = "beheerder"


STAFF_ROLES = frozenset(set(Role) - {Role.PUPIL, Role.GUARDIAN})


@dataclass(frozen=True, slots=True)
class Appointment:
    """One role of one member of staff, for a class, a school or the whole organisation.

    An empty `school` means the whole organisation; an empty `class_name` the whole school.
    """

    role: Role
    school: str = ""
    class_name: str = ""

    def covers(self, school: str, class_name: str = "") -> bool:
        """Tell whether this appointment reaches the given school and class."""
        if self.school and self.school != school:
            return False
        return not self.class_name or self.class_name == class_name


@dataclass(frozen=True, slots=True)
class Pupil:
    """A pupil on the roster. `pseudonym` ("7B-14") is the only name a group or a log may see."""

    key: str
    pseudonym: str
    number: str = field(repr=False)
    first_name: str = field(repr=False)
    last_name: str = field(repr=False)
    birth_date: date = field(repr=False)
    accounts: tuple[str, ...] = field(default=(), repr=False)
    language: str = ""
    since: str = ""
    """ISO time at which the pupil came onto the roster of this class."""

    @property
    def name(self) -> str:
        """The name as staff say it."""
        return f"{self.first_name} {self.last_name}"

    def age_on(self, day: date) -> int:
        """Give the age in whole years on a day."""
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday


@dataclass(frozen=True, slots=True)
class Guardian:
    """A parent or carer of one pupil.

    A parent of two pupils is a guardian twice, by choice: each message then names the right child,
    and each address can differ.
    """

    key: str
    pupil: str
    name: str = field(repr=False)
    relation: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    language: str = ""
    accounts: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works for the school, with the roles the school gave."""

    key: str
    number: str = field(repr=False)
    first_name: str = field(repr=False)
    last_name: str = field(repr=False)
    email: str = field(default="", repr=False)
    appointments: tuple[Appointment, ...] = ()
    accounts: tuple[str, ...] = field(default=(), repr=False)
    language: str = ""

    @property
    def name(self) -> str:
        """The name as colleagues say it."""
        return f"{self.first_name} {self.last_name}"

    def has(self, role: Role, school: str, class_name: str = "") -> bool:
        """Tell whether this person holds the role for that school and class."""
        return any(a.role is role and a.covers(school, class_name) for a in self.appointments)


Person = Pupil | Guardian | StaffMember


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """One class in one school year: its roster, its guardians and the group it meets in.

    `pupils` and `guardians` are keyed by person key. `numbered` counts every pseudonym ever given
    out, so that a number is never used for a second pupil.
    """

    key: str
    school: str
    pupils: dict[str, Pupil] = field(default_factory=dict)
    guardians: dict[str, Guardian] = field(default_factory=dict)
    numbered: int = 0
    group: ClassGroup | None = None
    open_announcements: tuple[str, ...] = ()

    def guardians_of(self, pupil: str) -> tuple[Guardian, ...]:
        """List the guardians of one pupil, in the order of the contacts file."""
        return tuple(g for g in self.guardians.values() if g.pupil == pupil)

    def pupil_with(self, account: str) -> Pupil | None:
        """Find the pupil who owns an account ("telegram:4711"), if it is one of this class."""
        return next((p for p in self.pupils.values() if account in p.accounts), None)


@dataclass(frozen=True, slots=True)
class Registry:
    """What the whole organisation shares.

    `staff`: by person key. `classes`: class name to school. `homes`: key of a pupil or guardian to
    class name. `owners`: account ("telegram:4711") to the person keys bound to it (several only
    for a guardian of several pupils). `groups`: group address ("telegram:-100…") to class name.
    """

    key: str = REGISTRY
    staff: dict[str, StaffMember] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    groups: dict[str, str] = field(default_factory=dict)
    numbered: int = 0

    def staff_with(self, role: Role, school: str, class_name: str = "") -> tuple[StaffMember, ...]:
        """List the staff who hold a role for that school and class."""
        return tuple(s for s in self.staff.values() if s.has(role, school, class_name))

    def schools(self) -> tuple[str, ...]:
        """List the schools of the organisation that have a class, sorted."""
        return tuple(sorted(set(self.classes.values())))


def role_of(person: Person) -> Role:
    """Tell the ground role of a person: pupil, guardian or staff."""
    match person:
        case Pupil():
            return Role.PUPIL
        case Guardian():
            return Role.GUARDIAN
        case StaffMember():
            return Role.STAFF


def roles_of(person: Person) -> frozenset[Role]:
    """List every role a person has, the ground role included."""
    appointed = person.appointments if isinstance(person, StaffMember) else ()
    return frozenset({role_of(person), *(a.role for a in appointed)})


def covers(people: Iterable[Person], school_class: SchoolClass) -> bool:
    """Tell whether one of these people works for the class: an appointment that reaches it."""
    return any(
        a.covers(school_class.school, school_class.key)
        for person in people
        if isinstance(person, StaffMember)
        for a in person.appointments
    )


def consents_alone(pupil: Pupil, today: date) -> bool:
    """Tell whether the pupil, rather than a guardian, gives consent on that day (9.A.5, 9.A.6)."""
    return pupil.age_on(today) >= AGE_OF_OWN_CONSENT


def with_account(person: Person, account: str) -> Person:
    """Give the person with one more account; the newest comes first, because it is in use."""
    others = tuple(a for a in person.accounts if a != account)
    return replace(person, accounts=(account, *others))


def speaks(person: Person | None, default: str, easy: str) -> str:
    """Choose the language for somebody: their own, easy Dutch for pupils, else the school's."""
    if person is None:
        return default
    if person.language:
        return person.language
    return easy if isinstance(person, Pupil) else default
