"""The school's own files, and the registry and classes that follow from them.

`enrol` is a rule without memory: the same files twice give the same documents. People are known
again by the number the school gave them, so keys, accounts, pseudonyms and chosen languages stay.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby

from bot.domain.people import Appointment, Guardian, Pupil, Registry, SchoolClass, StaffMember


@dataclass(frozen=True, slots=True)
class PupilEntry:
    """A pupil as the pupils file has it; `line` is where."""

    number: str = field(repr=False)
    first_name: str = field(repr=False)
    last_name: str = field(repr=False)
    class_name: str
    birth_date: date = field(repr=False)
    line: int = 0


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """A guardian of the pupil with that number, as the contacts file has it."""

    pupil_number: str = field(repr=False)
    name: str = field(repr=False)
    relation: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    language: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """A member of staff with all their rows of the staff file; `line` is the first of them.

    An appointment for a class may leave its school empty: it is that of the class.
    """

    number: str = field(repr=False)
    first_name: str = field(repr=False)
    last_name: str = field(repr=False)
    email: str = field(default="", repr=False)
    appointments: tuple[Appointment, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the school's files say on one day. Each number stands once in a list.

    `contacts` or `staff` None means that the file was not given, so nothing changes there; empty
    means that nobody is left. `default_school` is the school of a new class of which the staff
    file names no school.
    """

    pupils: tuple[PupilEntry, ...]
    contacts: tuple[ContactEntry, ...] | None
    staff: tuple[StaffEntry, ...] | None
    default_school: str

    def stated_schools(self) -> dict[str, str]:
        """Give the school of each class for which the staff file names one."""
        return {
            a.class_name: a.school
            for entry in self.staff or ()
            for a in entry.appointments
            if a.class_name and a.school
        }


def enrol(
    registry: Registry, classes: Mapping[str, SchoolClass], snapshot: Snapshot, now: datetime
) -> tuple[Registry, dict[str, SchoolClass]]:
    """Give the registry and all classes as they are once the snapshot holds.

    A pupil who changes class gets a new pseudonym there and keeps the rest, guardians included. Who
    is not in the snapshot is gone, with their accounts. A class without pupils stays: its group and
    the pseudonyms it gave out are still known.
    """
    keys = _Keys(registry.numbered)
    schools = _schools(registry, classes, snapshot)
    rosters = _rosters(classes, snapshot, keys, now)
    guardians = _guardians(classes, rosters, snapshot.contacts, keys)
    staff = _staff(registry, schools, snapshot, keys)
    enrolled = {
        name: replace(
            classes.get(name, SchoolClass(name, schools[name])),
            school=schools[name],
            pupils=roster.pupils,
            guardians=guardians[name],
            numbered=roster.numbered,
        )
        for name, roster in rosters.items()
    }
    homes = {
        key: name
        for name, c in enrolled.items()
        for people in (c.pupils, c.guardians)
        for key in people
    }
    renewed = replace(
        registry,
        staff=staff,
        classes={name: c.school for name, c in enrolled.items()},
        homes=homes,
        owners=_owners_among(registry.owners, homes.keys() | staff.keys()),
        numbered=keys.last,
    )
    return renewed, enrolled


class _Keys:
    """Person keys that were never given out before: "p1", "p2" and so on."""

    def __init__(self, last: int) -> None:
        self.last = last

    def new(self) -> str:
        self.last += 1
        return f"p{self.last}"


@dataclass(slots=True)
class _Roster:
    """The pupils of one class while they are put together."""

    pupils: dict[str, Pupil]
    numbered: int


def _schools(
    registry: Registry, classes: Mapping[str, SchoolClass], snapshot: Snapshot
) -> dict[str, str]:
    known = {**registry.classes, **snapshot.stated_schools()}
    appointed = (a.class_name for e in snapshot.staff or () for a in e.appointments)
    names = {*classes, *(e.class_name for e in snapshot.pupils), *filter(None, appointed)}
    return {name: known.get(name, snapshot.default_school) for name in sorted(names)}


def _rosters(
    classes: Mapping[str, SchoolClass], snapshot: Snapshot, keys: _Keys, now: datetime
) -> dict[str, _Roster]:
    entries = {entry.number: entry for entry in snapshot.pupils}
    before = {p.number: p for c in classes.values() for p in c.pupils.values()}
    rosters = {name: _Roster({}, c.numbered) for name, c in classes.items()}
    for name, school_class in classes.items():
        for pupil in school_class.pupils.values():
            entry = entries.get(pupil.number)
            if entry is not None and entry.class_name == name:
                rosters[name].pupils[pupil.key] = _corrected(pupil, entry)
                del entries[pupil.number]
    for entry in sorted(entries.values(), key=_unlike_the_alphabet):
        roster = rosters.setdefault(entry.class_name, _Roster({}, 0))
        roster.numbered += 1
        pseudonym = f"{entry.class_name}-{roster.numbered:02}"
        old = before.get(entry.number)
        pupil = _new_pupil(entry, keys.new()) if old is None else _corrected(old, entry)
        roster.pupils[pupil.key] = replace(pupil, pseudonym=pseudonym, since=now.isoformat())
    return rosters


def _unlike_the_alphabet(entry: PupilEntry) -> tuple[str, str]:
    # In the order of the file, classmates could count from the first surname to the pseudonym.
    named = f"{entry.class_name}\n{entry.number}"
    return entry.class_name, hashlib.sha256(named.encode()).hexdigest()


def _new_pupil(entry: PupilEntry, key: str) -> Pupil:
    return Pupil(
        key=key,
        pseudonym="",
        number=entry.number,
        first_name=entry.first_name,
        last_name=entry.last_name,
        birth_date=entry.birth_date,
    )


def _corrected(pupil: Pupil, entry: PupilEntry) -> Pupil:
    return replace(
        pupil,
        first_name=entry.first_name,
        last_name=entry.last_name,
        birth_date=entry.birth_date,
    )


def _guardians(
    classes: Mapping[str, SchoolClass],
    rosters: Mapping[str, _Roster],
    contacts: Sequence[ContactEntry] | None,
    keys: _Keys,
) -> dict[str, dict[str, Guardian]]:
    before = _by_pupil(g for c in classes.values() for g in c.guardians.values())
    stated: dict[str, list[ContactEntry]] = {}
    for entry in contacts or ():
        stated.setdefault(entry.pupil_number, []).append(entry)
    found: dict[str, dict[str, Guardian]] = {}
    for name, roster in rosters.items():
        found[name] = {}
        for pupil in roster.pupils.values():
            guardians = before.get(pupil.key, [])
            if contacts is not None:
                guardians = _renewed(pupil.key, guardians, stated.get(pupil.number, []), keys)
            found[name] |= {g.key: g for g in guardians}
    return found


def _by_pupil(guardians: Iterable[Guardian]) -> dict[str, list[Guardian]]:
    ordered = sorted(guardians, key=lambda g: g.pupil)
    return {pupil: list(theirs) for pupil, theirs in groupby(ordered, key=lambda g: g.pupil)}


def _renewed(
    pupil: str, guardians: Sequence[Guardian], entries: Sequence[ContactEntry], keys: _Keys
) -> list[Guardian]:
    known = _known_again(guardians, entries)
    return [
        _informed(known.get(place) or Guardian(keys.new(), pupil, entry.name), entry)
        for place, entry in enumerate(entries)
    ]


def _informed(guardian: Guardian, entry: ContactEntry) -> Guardian:
    return replace(
        guardian,
        name=entry.name,
        relation=entry.relation,
        email=entry.email,
        phone=entry.phone,
        # A language that was chosen in a chat outlives what the school once wrote down.
        language=guardian.language or entry.language,
    )


def _known_again(
    guardians: Sequence[Guardian], entries: Sequence[ContactEntry]
) -> dict[int, Guardian]:
    """Find the guardian that each entry is about; contacts have no number of their own.

    The name decides, so that two guardians who share a mailbox are never taken for each other. A
    guardian whose name was corrected is known by the mailbox.
    """
    left = list(guardians)
    known: dict[int, Guardian] = {}
    for alike in (_same_name_and_mailbox, _same_name, _same_mailbox):
        for place, entry in enumerate(entries):
            twin = next((g for g in left if alike(g, entry)), None)
            if place not in known and twin is not None:
                known[place] = twin
                left.remove(twin)
    return known


def _same_name_and_mailbox(guardian: Guardian, entry: ContactEntry) -> bool:
    return _same_name(guardian, entry) and guardian.email.casefold() == entry.email.casefold()


def _same_name(guardian: Guardian, entry: ContactEntry) -> bool:
    return guardian.name.casefold() == entry.name.casefold()


def _same_mailbox(guardian: Guardian, entry: ContactEntry) -> bool:
    return bool(entry.email) and guardian.email.casefold() == entry.email.casefold()


def _staff(
    registry: Registry, schools: Mapping[str, str], snapshot: Snapshot, keys: _Keys
) -> dict[str, StaffMember]:
    if snapshot.staff is None:
        return registry.staff
    before = {s.number: s for s in registry.staff.values()}
    found: dict[str, StaffMember] = {}
    for entry in snapshot.staff:
        member = before.get(entry.number) or StaffMember(
            keys.new(), entry.number, entry.first_name, entry.last_name
        )
        found[member.key] = replace(
            member,
            first_name=entry.first_name,
            last_name=entry.last_name,
            email=entry.email,
            appointments=tuple(
                replace(a, school=schools[a.class_name]) if a.class_name else a
                for a in entry.appointments
            ),
        )
    return found


def _owners_among(
    owners: Mapping[str, tuple[str, ...]], people: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    living = frozenset(people)
    left = {account: tuple(k for k in keys if k in living) for account, keys in owners.items()}
    return {account: keys for account, keys in left.items() if keys}
