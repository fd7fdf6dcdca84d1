"""Figures about reports: who hears them, and of which reports; no small number is told (P3)."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.cases import Case, CaseEvent, Status
from bot.domain.people import REGISTRY, Registry
from bot.domain.plan import Record
from bot.domain.retention import Tombstone
from tests.school import MONDAY_MORNING
from tests.stories.test_handling_cases import asks

LINDE = "Voorbeeldschool De Linde"


async def has_cases(school, count, first=1, **changes):
    """Put that many cases of Ingrid in the store, as reports leave them."""
    unit = school.bot.store.begin()
    registry = unit.get(Registry, REGISTRY)
    keys = {member.name: member.key for member in registry.staff.values()}
    for number in range(first, first + count):
        case = Case(
            number,
            "telegram:1",
            school=LINDE,
            opened_at=MONDAY_MORNING,
            answers={"happened": "Iets geheims", "serious": "bad", "kind": "threat"},
            handlers=(keys["Ingrid de Wit"],),
            status=Status.READ,
            events=(CaseEvent(MONDAY_MORNING + timedelta(hours=3), "read", keys["Ingrid de Wit"]),),
            records=(
                Record("offence", MONDAY_MORNING, keys["Ingrid de Wit"], "not"),
                Record("links", MONDAY_MORNING, keys["Ingrid de Wit"], "Geen links", waived=True),
            ),
        )
        unit.put(replace(case, **{k: v(keys) for k, v in changes.items()}))
    await school.bot.store.commit(unit)


async def test_the_school_leader_hears_how_many_reports_there_were(school):
    ingrid = await school.joins("Ingrid de Wit")
    await has_cases(school, 12)

    told = await asks(ingrid, school, "/cijfers")

    assert told.startswith("Cijfers van Voorbeeldschool De Linde, schooljaar 2026-2027.")
    assert "Meldingen: 12" in told
    assert "De helft van de meldingen was gelezen binnen 3 uur." in told
    assert "Vervallen punten in het stappenplan: 12" in told
    assert "Bedreiging of haat: Niet getoond" in told
    assert "Best erg: Niet getoond" in told
    assert "Heel erg: Minder dan 5" in told
    assert "geheims" not in told


async def test_fewer_than_five_reports_are_not_counted_out(school):
    ingrid = await school.joins("Ingrid de Wit")
    nothing = await asks(ingrid, school, "/cijfers")
    await has_cases(school, 4)

    assert await asks(ingrid, school, "/cijfers") == nothing
    assert "Meldingen: Minder dan 5" in nothing
    assert "Best erg" not in nothing


async def test_a_case_kept_from_the_leader_is_not_in_the_figures_of_the_leader(school):
    ingrid = await school.joins("Ingrid de Wit")
    wim = await school.joins("Wim Verbeek")
    ruben = await school.joins("Ruben Vos")
    await has_cases(school, 7)
    before = await asks(ingrid, school, "/cijfers")

    await has_cases(
        school,
        1,
        first=8,
        handlers=lambda keys: (keys["Wim Verbeek"],),
        excluded=lambda keys: (keys["Ingrid de Wit"], keys["Ruben Vos"]),
    )

    assert await asks(ingrid, school, "/cijfers") == before
    assert "Meldingen: 7" in before
    assert "Meldingen: 7" in await asks(ruben, school, "/cijfers")
    assert "Meldingen: 8" in await asks(wim, school, "/cijfers")


async def test_other_staff_hear_for_whom_the_figures_are_whatever_there_is(school):
    anouk = await school.joins("Anouk Hendriks")
    nothing = await asks(anouk, school, "/cijfers")
    await has_cases(school, 12)

    assert await asks(anouk, school, "/cijfers") == nothing
    assert "schoolleider, het bestuur en de FG" in nothing


async def test_another_school_year_is_counted_by_itself(school):
    ingrid = await school.joins("Ingrid de Wit")
    await has_cases(school, 6)
    await has_cases(school, 9, first=20, opened_at=lambda _: MONDAY_MORNING - timedelta(days=200))

    for typed in ("/cijfers 2025-2026", "/cijfers 2025", "/cijfers 2025/26"):
        assert "Meldingen: 9" in await asks(ingrid, school, typed)
    assert "Meldingen: 6" in await asks(ingrid, school, "/cijfers")


async def test_what_is_no_school_year_gets_an_example(school):
    ingrid = await school.joins("Ingrid de Wit")

    for typed in ("/cijfers vorig jaar", "/cijfers 2025-2027", "/cijfers 12"):
        assert "bijvoorbeeld /cijfers 2026-2027" in await asks(ingrid, school, typed)


async def test_the_command_line_gets_the_figures_of_every_case(school):
    await has_cases(school, 6)
    await has_cases(
        school, 5, first=7, excluded=lambda keys: tuple(keys.values()), handlers=lambda _: ()
    )

    told = await school.console("figures", year="2026-2027")

    [figures] = told["figures"]
    assert (figures["school"], figures["year"], figures["reports"]) == (LINDE, "2026-2027", 11)
    # How many are closed is not told: beside the endings, small numbers could be reckoned from it.
    assert "status" not in figures["tables"]
    assert figures["median_hours_to_read"] == 3
    assert "error" in await school.console("figures", year="ooit")


async def test_a_destroyed_case_still_counts_for_the_board_and_tells_the_leader_nothing(school):
    ingrid = await school.joins("Ingrid de Wit")
    wim = await school.joins("Wim Verbeek")
    await has_cases(school, 6)
    unit = school.bot.store.begin()
    for number in range(30, 36):
        stone = Tombstone(
            str(number), LINDE, "2026-2027", "threat", "handled", "2026-09", "2026-10",
            MONDAY_MORNING, "term:handled",
        )  # fmt: skip
        unit.put(stone)
    await school.bot.store.commit(unit)

    whole, own = await asks(wim, school, "/cijfers"), await asks(ingrid, school, "/cijfers")

    assert "Meldingen: 12" in whole
    assert "Zaken die al vernietigd zijn: 6" in whole
    assert "Meldingen: 6" in own
    assert "Zaken die al vernietigd zijn: Minder dan 5" in own
