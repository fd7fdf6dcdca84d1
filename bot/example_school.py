"""The example school: invented people with accounts on the local chat, ready to be tried.

It is made once, from content/example, through the same import that a real school uses.
"""

import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.domain.enrolment import Snapshot, enrol
from bot.domain.groups import ClassGroup
from bot.domain.people import (
    Guardian,
    Person,
    Registry,
    SchoolClass,
    StaffMember,
    covers,
    role_of,
    with_account,
)
from bot.ports import Address, Unit

LOCAL = "local"
GROUP_PREFIX = "groep-"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody whom a visitor of the local chat can be."""

    account: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who has an account on the local chat, and who is in which group (chat.toml)."""

    accounts: tuple[str, ...]
    guardians: tuple[str, ...]
    strangers: tuple[str, ...]
    teachers: dict[str, str]
    members: dict[str, tuple[str, ...]]

    @classmethod
    def nobody(cls) -> "Cast":
        """Give the cast of a real school: everybody gets an account by a code."""
        return cls((), (), (), {}, {})

    @classmethod
    def read(cls, folder: Path) -> "Cast":
        """Read chat.toml of the example folder."""
        with (folder / "chat.toml").open("rb") as file:
            told = tomllib.load(file)
        groups = told["groups"]
        return cls(
            accounts=tuple(told["accounts"]),
            guardians=tuple(told["guardians"]),
            strangers=tuple(told["strangers"]),
            teachers={name: group["teacher"] for name, group in groups.items()},
            members={name: tuple(group["members"]) for name, group in groups.items()},
        )


def group_members(registry: Registry, home: SchoolClass) -> tuple[str, ...]:
    """List who is in the group of a class on the local chat: its members, else its staff."""
    if home.group is not None:
        return tuple(Address.parse(a).id for a in home.group.members)
    return tuple(s.key for s in registry.staff.values() if covers([s], home))


def found(unit: Unit, snapshot: Snapshot, cast: Cast, now: datetime) -> None:
    """Write the example school into an empty store."""
    registry, classes = enrol(Registry(), {}, snapshot, now)
    registry = replace(registry, staff={k: _at_desk(s, cast) for k, s in registry.staff.items()})
    classes = {name: _in_class(c, cast, registry, now) for name, c in classes.items()}
    owners: dict[str, tuple[str, ...]] = {}
    for person in everybody(registry, classes.values()):
        for account in person.accounts:
            owners[account] = (*owners.get(account, ()), person.key)
    groups = {str(group_address(name)): name for name in cast.teachers}
    unit.put(replace(registry, owners=owners, groups=groups))
    for school_class in classes.values():
        unit.put(school_class)


def everybody(registry: Registry, classes: Iterable[SchoolClass]) -> list[Person]:
    """List staff, pupils and guardians, in that order."""
    people: list[Person] = list(registry.staff.values())
    for school_class in classes:
        people += [*school_class.pupils.values(), *school_class.guardians.values()]
    return people


def account_of(name: str) -> str:
    """Give the id of somebody's account on the local chat: the name in plain letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(plain.casefold().split())


def group_address(class_name: str) -> Address:
    """Give the address of a class's group on the local chat."""
    return Address(LOCAL, f"{GROUP_PREFIX}{class_name}")


def visitors(registry: Registry, classes: Iterable[SchoolClass], cast: Cast) -> list[Visitor]:
    """List whom a visitor can be, once each, with what they are in a few words.

    In the example school: everybody with an account. In a real one: everybody, by person key, so
    that each can try to bind an account with a code.
    """
    listed: dict[str, Visitor] = {}
    classes = list(classes)
    homes = {key: c.key for c in classes for key in (*c.pupils, *c.guardians)}
    for person in everybody(registry, classes):
        accounts = person.accounts if cast.accounts else (str(Address(LOCAL, person.key)),)
        for account in accounts:
            name = Address.parse(account).id
            described = _described(person, homes)
            if name in listed:
                # A parent of two has one phone.
                described = f"{listed[name].description}, {described}"
            listed[name] = Visitor(name, person.name, described)
    for stranger in cast.strangers:
        listed[account_of(stranger)] = Visitor(account_of(stranger), stranger, "")
    return list(listed.values())


def _at_desk(staff: StaffMember, cast: Cast) -> StaffMember:
    if staff.number not in cast.accounts:
        return staff
    return replace(staff, accounts=(str(Address(LOCAL, account_of(staff.name))),))


def _in_class(
    school_class: SchoolClass, cast: Cast, registry: Registry, now: datetime
) -> SchoolClass:
    pupils = {
        key: replace(pupil, accounts=(str(Address(LOCAL, account_of(pupil.name))),))
        if pupil.number in cast.accounts
        else pupil
        for key, pupil in school_class.pupils.items()
    }
    guardians = {
        key: _with_account(guardian) if guardian.name in cast.guardians else guardian
        for key, guardian in school_class.guardians.items()
    }
    teacher = cast.teachers.get(school_class.key)
    group = None
    if teacher is not None:
        coupled_by = next(s for s in registry.staff.values() if s.number == teacher)
        inside = [p for p in pupils.values() if p.number in cast.members[school_class.key]]
        accounts = [*coupled_by.accounts, *(a for p in inside for a in p.accounts)]
        group = ClassGroup(
            str(group_address(school_class.key)),
            coupled_by.key,
            now.isoformat(),
            dict.fromkeys(accounts, now.isoformat()),
        )
    return replace(school_class, pupils=pupils, guardians=guardians, group=group)


def _with_account(guardian: Guardian) -> Guardian:
    changed = with_account(guardian, str(Address(LOCAL, account_of(guardian.name))))
    return changed if isinstance(changed, Guardian) else guardian


def _described(person: Person, homes: dict[str, str]) -> str:
    if isinstance(person, StaffMember):
        return ", ".join(f"{a.role} {a.class_name}".strip() for a in person.appointments)
    return f"{role_of(person)} {homes.get(person.key, '')}".strip()
