"""The list of cases: what is open and what is due, each a tap away; what is over stands apart."""

from dataclasses import replace

import pytest

from bot.domain.cases import Status
from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import STORY, tells
from tests.stories.test_seven_steps import taps

BUTTON_BYTES = 64


async def reported_by(school, *names):
    """Let Ingrid handle what these people report, one after the other."""
    ingrid = await school.joins("Ingrid de Wit")
    for name in names:
        await tells(await school.joins(name), school, story=f"{STORY} ({name})")
    return ingrid


async def puts(school, case, *numbers, **changes):
    """Keep a case as it is with other values, under other numbers where these are given."""
    unit = school.bot.store.begin()
    for number in numbers or (case.number,):
        unit.put(replace(case, number=number, **changes))
    await school.bot.store.commit(unit)


def labels(person):
    """List the buttons under what somebody heard last."""
    return [button.label for button in person.heard[-1].buttons]


async def test_each_open_case_is_a_tap_away(school):
    ingrid = await reported_by(school, "Noor Bakker", "Sem de Vries")

    shown = await asks(ingrid, school, "/zaken")
    assert "Zaak 1 van 23-11-2026: nieuw." in shown
    assert "Zaak 2 van 23-11-2026: nieuw." in shown
    assert labels(ingrid) == ["Zaak 2", "Zaak 1"]
    assert STORY not in shown

    assert f"{STORY} (Noor Bakker)" in await taps(ingrid, school, "Zaak 1")
    case = next(case for case in school.cases() if case.number == 1)
    assert [event.what for event in case.events] == ["opened", "read"]


async def test_what_is_due_first_stands_first(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    sem = await school.joins("Sem de Vries")
    await tells(noor, school, serious="danger-now")
    await tells(sem, school)

    shown = await asks(ingrid, school, "/zaken")

    assert shown.index("Zaak 1 ") < shown.index("Nog te doen vóór 23-11-2026 09:45:")
    assert shown.index("Nog te doen vóór") < shown.index("Zaak 2 ")
    assert labels(ingrid) == ["Zaak 1", "Zaak 2"]


@pytest.mark.parametrize("word", ["afgerond", "Afgerond", "closed"])
async def test_what_is_closed_stands_apart_and_is_counted(school, word):
    ingrid = await reported_by(school, "Noor Bakker", "Sem de Vries")
    first = next(case for case in school.cases() if case.number == 1)
    await puts(school, first, status=Status.CLOSED, closed_at=school.clock.at)

    shown = await asks(ingrid, school, "/zaken")
    assert "Zaak 1" not in shown
    assert "Er is 1 afgeronde zaak. Typ /zaken afgerond om hem te zien." in shown
    assert labels(ingrid) == ["Zaak 2"]

    shown = await asks(ingrid, school, f"/zaken {word}")
    assert "Zaak 1 van 23-11-2026: afgerond." in shown
    assert "Zaak 2" not in shown
    assert labels(ingrid) == ["Zaak 1"]
    assert STORY in await taps(ingrid, school, "Zaak 1")


async def test_who_has_nothing_open_hears_that_and_how_much_is_closed(school):
    ingrid = await reported_by(school, "Noor Bakker")
    [case] = school.cases()
    assert "geen afgeronde zaken" in await asks(ingrid, school, "/zaken afgerond")
    await puts(school, case, 1, 2, status=Status.CLOSED, closed_at=school.clock.at)

    shown = await asks(ingrid, school, "/zaken")

    assert shown == (
        "Je hebt nu geen open zaken.\nEr zijn 2 afgeronde zaken. Typ /zaken afgerond om ze te zien."
    )
    assert labels(ingrid) == []


async def test_closed_cases_of_others_are_not_counted(school):
    await reported_by(school, "Noor Bakker")
    marloes = await school.joins("Marloes Kuipers")
    nothing_yet = [await asks(marloes, school, f"/zaken{word}") for word in ("", " afgerond")]
    [case] = school.cases()
    await puts(school, case, status=Status.CLOSED, closed_at=school.clock.at)

    now = [await asks(marloes, school, f"/zaken{word}") for word in ("", " afgerond")]

    assert now == nothing_yet


async def test_a_button_in_an_old_list_opens_nothing_for_who_does_not_handle_it_any_more(school):
    ingrid = await reported_by(school, "Noor Bakker")
    await asks(ingrid, school, "/zaken")
    [case] = school.cases()
    await puts(school, case, handlers=())

    shown = await taps(ingrid, school, "Zaak 1")

    assert shown == await asks(ingrid, school, "/zaak 1")
    assert STORY not in shown


async def test_twenty_cases_have_a_button_and_each_has_its_line(school):
    ingrid = await reported_by(school, "Noor Bakker")
    [case] = school.cases()
    numbers = range(999_976, 1_000_001)
    await puts(school, case, *numbers)

    before = len(ingrid.texts)
    ingrid.says("/zaken")
    await school.settles()

    listed = "\n".join(ingrid.texts[before:])
    assert all(f"Zaak {number} van" in listed for number in numbers)
    buttons = ingrid.heard[-1].buttons
    assert len(buttons) == 20
    assert all(len(button.data.encode()) <= BUTTON_BYTES for button in buttons)
    await taps(ingrid, school, "Zaak 999999")
    assert STORY in ingrid.texts[-1]
