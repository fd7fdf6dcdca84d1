"""Those who handle a case are reminded of it, with its number and nothing else."""

from dataclasses import dataclass, replace
from datetime import UTC

import pytest

from bot.domain.cases import Case, Status
from bot.domain.plan import Record
from bot.domain.reminders import Snooze
from bot.ports import Address, Happening, Incoming
from bot.routing import console
from tests.stories.test_reporting import STORY, tells

QUIET = "een paar dagen niets gebeurd"
CLOCK = "termijn bijna af"


@dataclass(frozen=True)
class Note:
    """Record something in the plan of the first case."""

    items: dict[str, str]
    closed: bool = False


@console("note", Note)
def note(context, order):
    """Keep records as the plan does."""
    case = context.unit.get(Case, "1")
    assert case is not None
    records = tuple(
        Record(item, context.now, "s1", value or context.now.astimezone(UTC).isoformat())
        for item, value in order.items.items()
    )
    status = Status.CLOSED if order.closed else Status.IN_HAND
    context.unit.put(replace(case, records=(*case.records, *records), status=status))
    return (), {}


LEAK = {"privacy": "yes", "fg-told": "done", "leak": "yes", "aware": ""}


@pytest.fixture
async def ingrid(school):
    """Let Noor report, and Ingrid read it."""
    person = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    person.says("/zaak 1")
    await school.settles()
    school.learns(note)
    return person


def reminded(person, words=QUIET):
    return [text for text in person.texts if words in text]


async def test_a_case_that_lies_still_is_recalled_after_three_school_days(school, ingrid):
    await school.lets_pass(days=2, hours=23)
    assert not reminded(ingrid)
    await school.lets_pass(hours=1)

    [told] = reminded(ingrid)
    assert "zaak 1" in told
    assert STORY not in told
    await school.lets_pass(days=4)
    assert len(reminded(ingrid)) == 1
    await school.lets_pass(days=1)
    assert len(reminded(ingrid)) == 2


async def test_a_closed_case_is_recalled_by_nobody(school, ingrid):
    await school.console("note", items={}, closed=True)

    await school.lets_pass(days=10)

    assert not reminded(ingrid)


async def test_a_reminder_is_given_once_whatever_happens_to_the_bot(school, ingrid):
    await school.closes()
    school.clock.at = school.clock.at.replace(day=26)
    await school.opens()
    await school.settles()
    await school.closes()
    await school.opens()
    await school.settles()

    assert len(reminded(ingrid)) == 1


async def test_the_clock_of_a_data_leak_is_told_of_three_times(school, ingrid):
    await school.console("note", items=LEAK)

    for hours in range(1, 73):
        await school.lets_pass(hours=1)
        expected = (hours >= 24) + (hours >= 48) + (hours >= 56)  # 66 would be after closing time
        assert len(reminded(ingrid, CLOCK)) == expected, hours


async def test_a_reminder_is_put_off_by_an_hour_or_until_the_morning(school, ingrid):
    await school.lets_pass(days=3)
    ingrid.taps("Over een uur")
    await school.settles()
    assert any("26-11-2026 10:30" in notice for notice in ingrid.notices)
    await school.lets_pass(minutes=59)
    assert len(reminded(ingrid)) == 1
    await school.lets_pass(minutes=1)
    assert len(reminded(ingrid)) == 2

    ingrid.taps("Morgen op school")
    await school.settles()
    await school.lets_pass(hours=21)
    assert len(reminded(ingrid)) == 2
    await school.lets_pass(hours=1)

    assert len(reminded(ingrid)) == 3


async def test_a_reminder_that_was_put_off_is_dropped_when_the_case_is_closed(school, ingrid):
    await school.lets_pass(days=3)
    ingrid.taps("Over vier uur")
    await school.settles()
    await school.console("note", items={}, closed=True)

    await school.lets_pass(hours=5)
    ingrid.taps("Over een uur")
    await school.settles()

    assert len(reminded(ingrid)) == 1
    assert ingrid.notices[-1] == "Deze keuze geldt niet meer."


@pytest.mark.usefixtures("ingrid")
async def test_who_does_not_handle_a_case_cannot_put_off_its_reminders(school):
    bilal = await school.joins("Bilal Haddad")
    account = Address("telegram", str(bilal.id))
    heard = []
    for number in ("1", "9"):
        tap = Incoming(
            f"telegram:tap-{number}",
            Happening.TAP,
            account,
            private=True,
            sender=account,
            text=f"snooze:{number}:1h:quiet",
            message="1",
            tap=number,
        )
        await school.bot.engine.take(tap)
        await school.settles()
        heard.append(bilal.texts[-1])

    forbidden, missing = heard
    assert forbidden.replace("1", "9") == missing
    assert school.bot.store.begin().keys(Snooze) == []
