"""The school of a newcomer's first minutes: one whole, made once, of people who do not exist."""

import asyncio
import csv
from collections import Counter
from dataclasses import replace

import pytest

from bot import app
from bot.config import load_settings
from bot.domain.admission import belongs
from bot.domain.people import REGISTRY, Pupil, Registry, Role, SchoolClass, roles_of
from bot.example_school import (
    GROUP_PREFIX,
    LOCAL,
    Cast,
    Visitor,
    account_of,
    everybody,
    group_address,
    visitors,
)
from bot.making import START
from bot.ports import Address
from tests.school import EXAMPLE, HandClock


@pytest.fixture(scope="module")
def cast() -> Cast:
    return Cast.read(EXAMPLE)


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def opened(folder):
    """Open the example school as a first start does."""
    return await app.assemble(load_settings(None, {}, current_folder=folder), HandClock())


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    # Nothing of it is changed by a test, so all look at the same.
    made = asyncio.run(opened(tmp_path_factory.mktemp("school")))
    yield made
    asyncio.run(made.store.close())


@pytest.fixture(scope="module")
def registry(bot) -> Registry:
    found: Registry | None = bot.store.begin().get(Registry, REGISTRY)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def homes(bot) -> dict[str, SchoolClass]:
    unit = bot.store.begin()
    found = (unit.get(SchoolClass, name) for name in unit.keys(SchoolClass))
    return {home.key: home for home in found if home is not None}


@pytest.fixture(scope="module")
def people(registry, homes):
    return everybody(registry, homes.values())


# The cast and the files of the school tell of the same people


def test_everybody_of_the_cast_is_in_the_files(cast):
    numbers = {row["number"] for name in ("pupils", "staff") for row in rows(name)}

    assert set(cast.accounts) <= numbers
    assert set(cast.guardians) <= {row["name"] for row in rows("contacts")}
    assert set(cast.strangers).isdisjoint(row["name"] for row in rows("contacts"))


def test_every_group_is_of_a_class_led_by_its_mentor_and_holds_pupils_with_an_account(cast):
    homes = {row["number"]: row["class"] for row in rows("pupils")}
    mentors = {row["class"]: row["number"] for row in rows("staff") if row["role"] == "mentor"}

    assert set(cast.teachers) == set(cast.members) == set(homes.values())
    for name, members in cast.members.items():
        assert cast.teachers[name] == mentors[name]
        assert {homes[number] for number in members} == {name}
        assert set(members) < set(cast.accounts)


def test_somebody_of_every_kind_can_be_tried(people, homes):
    roles = {role for person in people if person.accounts for role in roles_of(person)}

    assert roles == set(Role)
    # P1 is to be seen: with and without account, in the group and outside it.
    for home in homes.values():
        pupils = home.pupils.values()
        inside = {a for p in pupils for a in p.accounts if home.group and a in home.group.members}
        assert 0 < len(inside) < sum(bool(p.accounts) for p in pupils) < len(pupils)
    assert any(
        not guardian.email for home in homes.values() for guardian in home.guardians.values()
    )


# What is in the store after the first start


def test_every_row_of_the_files_became_a_person(registry, homes):
    pupils = {p.number: p for home in homes.values() for p in home.pupils.values()}
    staff = {s.number: s for s in registry.staff.values()}

    assert {n: p.first_name for n, p in pupils.items()} == {
        row["number"]: row["first_name"] for row in rows("pupils")
    }
    assert set(staff) == {row["number"] for row in rows("staff")}
    assert sum(len(home.guardians) for home in homes.values()) == len(rows("contacts"))


def test_exactly_the_cast_has_an_account(cast, people):
    with_account = {person.name for person in people if person.accounts}
    numbers = {
        row["number"]: f"{row['first_name']} {row['last_name']}"
        for name in ("pupils", "staff")
        for row in rows(name)
    }

    assert with_account == {*(numbers[n] for n in cast.accounts), *cast.guardians}


def test_an_account_belongs_to_exactly_its_owners(registry, people):
    by_person = Counter((account, person.key) for person in people for account in person.accounts)
    by_account = Counter(
        (account, key) for account, keys in registry.owners.items() for key in keys
    )

    assert by_person == by_account
    assert set(by_account.values()) == {1}


def test_a_mother_of_two_has_one_account(registry, homes):
    keys = registry.owners[f"{LOCAL}:marieke-bakker"]

    children = {
        home.pupils[home.guardians[key].pupil].first_name
        for home in homes.values()
        for key in keys
        if key in home.guardians
    }
    assert children == {"Noor", "Femke"}


def test_the_groups_hold_who_belongs_there_and_their_teacher(cast, registry, homes, people):
    assert registry.groups == {f"{LOCAL}:{GROUP_PREFIX}{name}": name for name in homes}
    for name, home in homes.items():
        assert home.group is not None
        teacher = registry.staff[home.group.coupled_by]
        assert teacher.number == cast.teachers[name]
        assert home.group.address == str(group_address(name))
        owners = {
            account: [p for p in people if account in p.accounts] for account in home.group.members
        }
        assert all(belongs(owner, home) for owner in owners.values())
        pupils = {p.number for owner in owners.values() for p in owner if isinstance(p, Pupil)}
        assert pupils == set(cast.members[name])


def test_the_rooms_of_the_local_chat_hold_the_same(bot, homes):
    rooms = {room.key: room for room in bot.chat.rooms()}

    assert set(rooms) == {f"{GROUP_PREFIX}{name}" for name in homes}
    for name, home in homes.items():
        room = rooms[f"{GROUP_PREFIX}{name}"]
        assert (room.group, room.public, room.title) == (True, False, name)
        assert [str(Address(LOCAL, m)) for m in room.members] == list(home.group.members)
        assert set(room.members) <= set(bot.chat.people)


def test_the_page_opens_on_people_and_rooms_that_are_there(bot):
    for person, room in START:
        found = bot.chat.room(room)
        assert found is not None
        assert person in found.members


async def test_it_is_founded_once(tmp_path):
    first = await opened(tmp_path)
    unit = first.store.begin()
    changed = replace(unit.get(Registry, REGISTRY), numbered=4711)
    unit.put(changed)
    await first.store.commit(unit)
    await first.store.close()

    second = await opened(tmp_path)
    try:
        assert second.store.begin().get(Registry, REGISTRY) == changed
    finally:
        await second.store.close()


# Whom a visitor can be


def test_a_visitor_can_be_everybody_with_an_account_once_and_a_stranger(bot, cast, people):
    accounts = {Address.parse(a).id for person in people for a in person.accounts}

    assert set(bot.chat.people) == accounts | {account_of(name) for name in cast.strangers}
    described = {p.name: p.description for p in bot.chat.people.values()}
    assert described["Anouk Hendriks"] == "mentor 7B"
    assert described["Saskia Meijer"] == "communicatie, woordvoerder"
    assert described["Noor Bakker"] == "leerling 7B"
    assert described["Marieke Bakker"] == "ouder 7B, ouder 8A"
    assert described["Onbekend account"] == ""


def test_in_a_real_school_everybody_can_try_a_code_from_an_account_of_their_own(registry, homes):
    listed = visitors(registry, homes.values(), Cast.nobody())
    people = everybody(registry, homes.values())

    assert [v.account for v in listed] == [p.key for p in people]
    assert Visitor(people[0].key, "Anouk Hendriks", "mentor 7B") in listed


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("Chloë van den Berg", "chloe-van-den-berg"),
        ("Noor  Bakker", "noor-bakker"),
        ("Amira El Idrissi", "amira-el-idrissi"),
    ],
)
def test_an_account_is_the_name_in_plain_letters(name, account):
    assert account_of(name) == account
