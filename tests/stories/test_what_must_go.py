"""A closed case goes when its time is over, not earlier and not later (P8)."""

import shutil
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot import app
from bot.config import load_settings
from bot.domain.case_log import Deed, LogPage
from bot.domain.cases import Case, Status
from bot.domain.evidence import StoredFile
from bot.domain.retention import Tombstone
from bot.ports import Act, Batch, Owed
from bot.routing import console
from tests.school import content_of
from tests.stories.test_reporting import STORY, tells


@dataclass(frozen=True)
class Close:
    """Close a case with an outcome."""

    number: int
    outcome: str


@console("close", Close)
def close(context, order):
    """Close a case as the last step of the plan does."""
    case = context.unit.get(Case, str(order.number))
    assert case is not None
    ended = {"status": Status.CLOSED, "outcome": order.outcome, "closed_at": context.now}
    context.unit.put(replace(case, **ended))
    return (), {}


@pytest.fixture
async def ended(school):
    """Let Noor report, Ingrid read it, and the case be closed as unfounded."""
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()
    school.learns(close)
    await school.console("close", number=1, outcome="unfounded")
    return ingrid


def stones(school):
    unit = school.bot.store.begin()
    return [unit.get(Tombstone, key) for key in unit.keys(Tombstone)]


def deeds(school):
    unit = school.bot.store.begin()
    pages = [unit.get(LogPage, key) for key in unit.keys(LogPage)]
    return [line.deed for page in pages for line in page.lines]


async def taps(person, school, label):
    """Tap the last button with this label, and give what is heard then."""
    before = len(person.texts)
    person.taps(label)
    await school.settles()
    return "\n".join(person.texts[before:])


async def says(person, school, words):
    before = len(person.texts)
    person.says(words)
    await school.settles()
    return "\n".join(person.texts[before:])


async def test_those_who_handle_it_are_warned_twice_and_then_it_goes(school, ended):
    heard = len(ended.texts)

    await school.lets_pass(days=76, hours=4)  # 7 February, after noon
    [first] = ended.texts[heard:]
    assert "Zaak 1 wordt vernietigd op 21-02-2027." in first
    await school.lets_pass(days=10)
    assert len(ended.texts) == heard + 1
    await school.lets_pass(days=1)
    assert len(ended.texts) == heard + 2
    assert school.cases()
    await school.lets_pass(days=3)

    assert not school.cases()
    [stone] = stones(school)
    assert (stone.key, stone.outcome, stone.opened) == ("1", "unfounded", "2026-11")
    assert deeds(school)[-1] is Deed.DESTROYED
    assert len(ended.texts) == heard + 2
    assert "kan ik je niet laten zien" in await says(ended, school, "/zaak 1")


async def test_the_case_shows_the_day_it_goes(school, ended):
    assert "vernietigd op 21-02-2027" in await says(ended, school, "/zaak 1")
    assert "vernietigd op 21-02-2027" in await taps(ended, school, "Bewaren")


async def test_an_open_case_never_goes(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await says(ingrid, school, "/zaak 1")
    assert "nog niet afgesloten" in await taps(ingrid, school, "Bewaren")

    await school.lets_pass(days=7 * 366)

    assert school.cases()


async def test_a_case_is_kept_longer_with_a_reason(school, ended):
    await says(ended, school, "/zaak 1")
    await taps(ended, school, "Bewaren")
    assert "Typ de reden" in await taps(ended, school, "Nog 90 dagen bewaren")

    told = await says(ended, school, "Er loopt nog een klacht")

    assert "vernietigd op 22-05-2027" in told
    assert "Er loopt nog een klacht" in told
    await school.lets_pass(days=120)
    assert school.cases()
    await school.lets_pass(days=61)
    assert not school.cases()


async def test_the_school_leader_holds_a_case_until_a_day(school, ended):
    await says(ended, school, "/zaak 1")
    await taps(ended, school, "Bewaren")
    assert "en waarom" in await taps(ended, school, "Niet laten vernietigen")
    for unclear in ("omdat het moet", "31-02-2027 rechtszaak", "24-11-2020 te laat", "01-01-2029"):
        assert "begrijp ik niet" in await says(ended, school, unclear)

    told = await says(ended, school, "31-12-2028 er loopt een rechtszaak")

    assert "vernietigd op 31-12-2028" in told
    await school.lets_pass(days=2 * 365)
    assert school.cases()
    await school.lets_pass(days=60)
    assert not school.cases()


async def test_a_hold_ends_by_a_tap(school, ended):
    await says(ended, school, "/zaak 1")
    await taps(ended, school, "Bewaren")
    await taps(ended, school, "Niet laten vernietigen")
    await says(ended, school, "31-12-2028 er loopt een rechtszaak")

    assert "vernietigd op 21-02-2027" in await taps(ended, school, "Vernietigen mag weer")


async def test_the_counsellor_can_keep_a_case_longer_and_not_hold_it(school):
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=("Snapchat", "Heel erg", "Nee", "De vertrouwenspersoon"))
    school.learns(close)
    await school.console("close", number=1, outcome="solved")
    await says(marloes, school, "/zaak 1")
    await taps(marloes, school, "Bewaren")

    labels = marloes.heard_privately[-1].labels

    assert "Nog een jaar bewaren" in labels
    assert "Niet laten vernietigen" not in labels


async def puts_a_backup_back(school, years=7):
    """Copy the data now, let the case be destroyed, and put the copy back years later."""
    await school.closes()
    backup = school.folder / "backup"
    shutil.copytree(school.folder / "data", backup)
    await school.opens()
    await school.lets_pass(days=91)
    assert not school.cases()
    await school.closes()
    shutil.rmtree(school.folder / "data")
    shutil.copytree(backup, school.folder / "data")
    school.clock.at += timedelta(days=years * 365)


async def test_a_backup_of_years_ago_is_purged_before_anybody_hears_of_it(school, ended):
    await puts_a_backup_back(school)
    heard = len(ended.texts)
    ended.says("/zaak 1")
    await school.opens()
    await school.settles()

    assert not school.cases()
    assert STORY not in "\n".join(ended.texts[heard:])
    assert "kan ik je niet laten zien" in ended.texts[-1]
    assert len(stones(school)) == 1


async def test_what_was_on_its_way_when_the_backup_was_made_is_never_said(school, ended):
    school.telegram.answers_next(500, method="sendMessage", chat=ended, times=500)
    ended.says("/zaak 1")
    await school.settles()
    assert school.bot.health()["owed"] == 1
    await puts_a_backup_back(school)
    school.telegram.recovers()
    heard = len(ended.texts)

    await school.opens()
    await school.lets_pass(minutes=30)

    assert STORY not in "\n".join(ended.texts[heard:])
    assert school.bot.health()["owed"] == 0


async def test_what_is_still_on_its_way_when_a_case_goes_is_not_said_any_more(school, ended):
    school.telegram.answers_next(500, method="sendMessage", chat=ended, times=500)
    ended.says("/zaak 1")
    await school.settles()

    await school.lets_pass(days=91)
    school.telegram.recovers()
    heard = len(ended.texts)
    await school.lets_pass(minutes=30)

    assert not school.cases()
    assert STORY not in "\n".join(ended.texts[heard:])
    assert school.bot.health()["owed"] == 0
    assert await says(ended, school, "/help")


@pytest.mark.usefixtures("ended")
async def test_a_command_of_the_command_line_finds_nothing_in_a_backup_that_must_go(school):
    await puts_a_backup_back(school)

    settings = load_settings(school.config, {})
    offline = await app.assemble(settings, school.clock, content_of(settings))
    try:
        told = await offline.console("dossier", {"case": "1"})
        left = offline.store.begin().keys(Case)
    finally:
        await offline.store.close()

    assert left == []
    assert "error" in told


@pytest.mark.usefixtures("ended")
async def test_a_dossier_that_was_on_its_way_goes_with_its_case(school):
    unit = school.bot.store.begin()
    [ingrid] = unit.get(Case, "1").handlers
    late = {"person": ingrid, "not_before": school.clock.at + timedelta(days=100)}
    paper = StoredFile("paper-1-x", "", "", 9, "application/pdf")
    about = f"1:{ingrid}:paper-1-x"
    on_its_way = (
        Owed("x-1", Act.SEND_FILE, None, file=paper, about=f"paper-sent:{about}", **late),
        # The words of a paper stand in JSON: a story of two lines is not found in them.
        Owed("x-2", Act.TYPESET, None, text="{}", about=f"paper-set:{about}", **late),
        Owed("x-3", Act.SEND_FILE, None, about=f"paper-sent:11:{ingrid}:paper-11-x", **late),
    )
    unit.put(Batch("x", on_its_way))
    await school.bot.store.commit(unit)

    await school.lets_pass(days=91)

    assert not school.cases()
    unit = school.bot.store.begin()
    owed = [owed.id for key in unit.keys(Batch) for owed in unit.get(Batch, key).owed]
    assert owed == ["x-3"]


async def test_a_report_that_was_never_finished_goes_after_a_warning(school):
    noor = await school.joins("Noor Bakker")
    noor.says("/meld")
    await school.settles()
    noor.says(STORY)
    await school.settles()

    await school.lets_pass(days=27, hours=4)
    assert sum("20-12" not in text and "23-12-2026" in text for text in noor.texts) == 1
    assert school.drafts()
    await school.lets_pass(days=3)

    assert not school.drafts()
