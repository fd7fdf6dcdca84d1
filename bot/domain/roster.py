"""What an import of the school's files would change, for an administrator to agree with first.

A plan names pupils by pseudonym, staff and guardians by key or count, and lines of the files; no
name, school number or address. It is also the order to apply exactly what it shows.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.enrolment import Snapshot, enrol
from bot.domain.people import Appointment, Guardian, Pupil, Registry, Role, SchoolClass, StaffMember

LARGE_LOSS_PERCENT = 10
"""More than this share gone at once is a broken export more often than the truth."""

LIKELY_AGES = range(3, 26)
"""Whole years; another age is a slip in the birth date, and that date decides about consent."""


class Change(StrEnum):
    """What becomes of a pupil, a member of staff or a class."""

    NEW = "new"
    MOVED = "moved"
    CORRECTED = "corrected"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class PupilChange:
    """A pupil by pseudonym; `was` is the pseudonym in the class before.

    `facts` names what is written differently ("last_name"), never how. `line` is that of the pupils
    file, 0 when the pupil is not in it.
    """

    what: Change
    pseudonym: str
    class_name: str
    was: str = ""
    facts: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class ContactChange:
    """How many guardians of one pupil are new, written differently, or gone."""

    pseudonym: str
    class_name: str
    new: int = 0
    corrected: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class StaffChange:
    """A member of staff by key, with the appointments after and before the import.

    `facts` and `line` as for a pupil, of the staff file.
    """

    what: Change
    key: str
    appointments: tuple[Appointment, ...] = ()
    before: tuple[Appointment, ...] = ()
    facts: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class ClassChange:
    """A new class, or one that moved to another school (`was`)."""

    what: Change
    name: str
    school: str
    was: str = ""


class Concern(StrEnum):
    """What deserves a look but does not stop an import."""

    NO_GUARDIAN_ADDRESS = "no-guardian-address"
    UNLIKELY_AGE = "unlikely-age"
    EMPTY_CLASS = "empty-class"
    NO_MENTOR = "no-mentor"
    NO_SCHOOL_LEADER = "no-school-leader"
    UNKNOWN_CLASS = "unknown-class"
    UNKNOWN_SCHOOL = "unknown-school"
    SIMILAR_CLASS = "similar-class"


@dataclass(frozen=True, slots=True)
class Warned:
    """A concern about a pupil (by pseudonym), a class or a school."""

    concern: Concern
    about: str


@dataclass(frozen=True, slots=True)
class Loss:
    """More of something gone than is likely: `what` is "pupils", "staff" or the like."""

    what: str
    gone: int
    of: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import would change, what deserves a look, and what must be forced."""

    snapshot: Snapshot = field(repr=False)
    pupils: tuple[PupilChange, ...] = ()
    contacts: tuple[ContactChange, ...] = ()
    staff: tuple[StaffChange, ...] = ()
    classes: tuple[ClassChange, ...] = ()
    warnings: tuple[Warned, ...] = ()
    losses: tuple[Loss, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the import would change nothing."""
        return not (self.pupils or self.contacts or self.staff or self.classes)

    @property
    def needs_force(self) -> bool:
        """Whether so much would disappear that the administrator must insist."""
        return bool(self.losses)

    @property
    def fingerprint(self) -> str:
        """Twelve signs that differ as soon as the files or what they would change differ.

        Warnings do not count, because they also follow from the date.
        """
        told = (self.pupils, self.contacts, self.staff, self.classes)
        whole = (astuple(self.snapshot), [[astuple(change) for change in kind] for kind in told])
        return hashlib.sha256(repr(whole).encode()).hexdigest()[:12]


class StalePlanError(Exception):
    """The registry changed since the plan was made, so it would do something else than it shows."""


def plan_import(
    registry: Registry, classes: Mapping[str, SchoolClass], snapshot: Snapshot, now: datetime
) -> Plan:
    """Say what the snapshot would change. `classes` are all classes, by name."""
    renewed, enrolled = enrol(registry, classes, snapshot, now)
    before, after = _pupils(classes), _pupils(enrolled)
    pupil_lines = {entry.number: entry.line for entry in snapshot.pupils}
    staff_lines = {entry.number: entry.line for entry in snapshot.staff or ()}
    return Plan(
        snapshot,
        pupils=tuple(_pupil_changes(before, after, pupil_lines)),
        contacts=tuple(_contact_changes(after, _guardians(classes), _guardians(enrolled))),
        staff=tuple(_staff_changes(registry.staff, renewed.staff, staff_lines)),
        classes=tuple(_class_changes(classes, enrolled)),
        warnings=tuple(_warnings(renewed, enrolled, now)),
        losses=tuple(
            loss
            for loss in _losses(classes, enrolled, registry.staff, renewed.staff)
            if loss.gone * 100 > loss.of * LARGE_LOSS_PERCENT
        ),
    )


def apply_plan(
    registry: Registry, classes: Mapping[str, SchoolClass], plan: Plan, now: datetime
) -> tuple[Registry, dict[str, SchoolClass]]:
    """Give the registry and all classes with the plan carried out.

    Accounts and languages that came in since the plan was made are kept.

    Raises:
        StalePlanError: when the plan would now change something else than it shows.
    """
    if plan_import(registry, classes, plan.snapshot, now).fingerprint != plan.fingerprint:
        raise StalePlanError("The registry changed since this plan was made. Make a new one.")
    return enrol(registry, classes, plan.snapshot, now)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A pupil, and the class they are in."""

    pupil: Pupil
    class_name: str


def _pupils(classes: Mapping[str, SchoolClass]) -> dict[str, _Placed]:
    return {p.key: _Placed(p, name) for name, c in classes.items() for p in c.pupils.values()}


def _guardians(classes: Mapping[str, SchoolClass]) -> dict[str, dict[str, Guardian]]:
    """Give the guardians of each pupil, by the keys of both."""
    found: dict[str, dict[str, Guardian]] = {}
    for school_class in classes.values():
        for guardian in school_class.guardians.values():
            found.setdefault(guardian.pupil, {})[guardian.key] = guardian
    return found


def _differing(before: object, after: object, facts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f for f in facts if getattr(before, f) != getattr(after, f))


def _pupil_changes(
    before: Mapping[str, _Placed], after: Mapping[str, _Placed], lines: Mapping[str, int]
) -> Iterator[PupilChange]:
    for key, now in after.items():
        pupil, line = now.pupil, lines[now.pupil.number]
        if key not in before:
            yield PupilChange(Change.NEW, pupil.pseudonym, now.class_name, line=line)
            continue
        old = before[key]
        facts = _differing(old.pupil, pupil, ("first_name", "last_name", "birth_date"))
        if old.class_name != now.class_name:
            was = old.pupil.pseudonym
            yield PupilChange(Change.MOVED, pupil.pseudonym, now.class_name, was, facts, line)
        elif facts:
            yield PupilChange(
                Change.CORRECTED, pupil.pseudonym, now.class_name, facts=facts, line=line
            )
    for key, old in before.items():
        if key not in after:
            yield PupilChange(Change.LEFT, old.pupil.pseudonym, old.class_name)


def _contact_changes(
    pupils: Mapping[str, _Placed],
    before: Mapping[str, Mapping[str, Guardian]],
    after: Mapping[str, Mapping[str, Guardian]],
) -> Iterator[ContactChange]:
    for key, placed in pupils.items():
        old = before.get(key, {})
        now = after.get(key, {})
        change = ContactChange(
            placed.pupil.pseudonym,
            placed.class_name,
            new=len(now.keys() - old.keys()),
            corrected=sum(old[k] != now[k] for k in old.keys() & now.keys()),
            gone=len(old.keys() - now.keys()),
        )
        if change.new or change.corrected or change.gone:
            yield change


def _staff_changes(
    before: Mapping[str, StaffMember], after: Mapping[str, StaffMember], lines: Mapping[str, int]
) -> Iterator[StaffChange]:
    for key, now in after.items():
        line = lines.get(now.number, 0)
        if key not in before:
            yield StaffChange(Change.NEW, key, now.appointments, line=line)
            continue
        old = before[key]
        facts = _differing(old, now, ("first_name", "last_name", "email"))
        if facts or set(old.appointments) != set(now.appointments):
            yield StaffChange(
                Change.CORRECTED, key, now.appointments, old.appointments, facts, line
            )
    for key, old in before.items():
        if key not in after:
            yield StaffChange(Change.LEFT, key, before=old.appointments)


def _class_changes(
    before: Mapping[str, SchoolClass], after: Mapping[str, SchoolClass]
) -> Iterator[ClassChange]:
    for name, now in after.items():
        if name not in before:
            yield ClassChange(Change.NEW, name, now.school)
        elif before[name].school != now.school:
            yield ClassChange(Change.MOVED, name, now.school, before[name].school)


def _warnings(
    registry: Registry, classes: Mapping[str, SchoolClass], now: datetime
) -> Iterator[Warned]:
    for school_class in classes.values():
        yield from _warnings_of_class(registry, school_class, now)
    alike = Counter(map(_plainly, classes))
    for name in classes:
        if alike[_plainly(name)] > 1:
            yield Warned(Concern.SIMILAR_CLASS, name)
    for school in registry.schools():
        if not registry.staff_with(Role.SCHOOL_LEADER, school):
            yield Warned(Concern.NO_SCHOOL_LEADER, school)
    appointments = [a for s in registry.staff.values() for a in s.appointments]
    for name in sorted({a.class_name for a in appointments} - {"", *classes}):
        yield Warned(Concern.UNKNOWN_CLASS, name)
    for school in sorted({a.school for a in appointments} - {"", *registry.schools()}):
        yield Warned(Concern.UNKNOWN_SCHOOL, school)


def _plainly(class_name: str) -> str:
    return "".join(class_name.casefold().split())


def _warnings_of_class(
    registry: Registry, school_class: SchoolClass, now: datetime
) -> Iterator[Warned]:
    for pupil in school_class.pupils.values():
        if not any(g.email or g.accounts for g in school_class.guardians_of(pupil.key)):
            yield Warned(Concern.NO_GUARDIAN_ADDRESS, pupil.pseudonym)
        if pupil.age_on(now.date()) not in LIKELY_AGES:
            yield Warned(Concern.UNLIKELY_AGE, pupil.pseudonym)
    if not school_class.pupils:
        yield Warned(Concern.EMPTY_CLASS, school_class.key)
    elif not registry.staff_with(Role.MENTOR, school_class.school, school_class.key):
        yield Warned(Concern.NO_MENTOR, school_class.key)


def _losses(
    before: Mapping[str, SchoolClass],
    after: Mapping[str, SchoolClass],
    staff_before: Mapping[str, StaffMember],
    staff_after: Mapping[str, StaffMember],
) -> Iterator[Loss]:
    old, new = _pupils(before).keys(), _pupils(after).keys()
    yield Loss("pupils", len(old - new), len(old))
    # An export with an empty column of addresses loses no guardian and yet every way to them.
    written = _guardians_with_email(before, new)
    gone = len(written - _guardians_with_email(after, new))
    yield Loss("e-mail addresses of guardians", gone, len(written))
    yield Loss("members of staff", len(staff_before.keys() - staff_after.keys()), len(staff_before))


def _guardians_with_email(
    classes: Mapping[str, SchoolClass], pupils: Collection[str]
) -> frozenset[str]:
    return frozenset(
        g.key
        for c in classes.values()
        for g in c.guardians.values()
        if g.email and g.pupil in pupils
    )
