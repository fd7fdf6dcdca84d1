"""The end of a case: it can't say the opposite of what was agreed without a word about it."""

from bot.domain.plan import Record
from tests.stories.test_listing_cases import puts, reported_by
from tests.stories.test_seven_steps import taps, types
from tests.stories.test_whole_cases import opens

REASON = "De aangifte is ingetrokken"
AGAINST = "Let op, dit past niet bij een ander antwoord: Strafbaar of niet? – Strafbaar"
NOTHING_LEFT = (
    ("severity", "serious"),
    ("privacy", "no"),
    ("facts", "Er stonden drie berichten"),
    ("evidence", "none"),
    ("school-police", "done"),
    ("school-news", "Ingrid belt elke week"),
    ("measure-for", "nobody"),
    ("spread", "no"),
    ("safe", "no-parents"),
    ("told", "De mentor\nWat er speelt\nIngrid\nVandaag"),
    ("message", "no"),
    ("worked", "yes"),
    ("lesson", "Sneller bellen"),
)


async def all_but_the_end(school, *added):
    """Let Ingrid and Marloes have done all there is to do in a case that is punishable."""
    ingrid = await reported_by(school, "Noor Bakker")
    marloes = await school.joins("Marloes Kuipers")
    [case] = school.cases()
    staff = school.bot.engine._context(school.bot.store.begin()).registry.staff.values()
    keys = {member.first_name: member.key for member in staff}

    def recorded(item, value, by="Ingrid", reason=""):
        return Record(item, school.clock.at, keys[by], value, reason=reason)

    records = (
        *(recorded(item, value) for item, value in NOTHING_LEFT),
        recorded("offence", "punishable", reason="Het is een bedreiging"),
        recorded("offence-second", "agreed", by="Marloes"),
        recorded("victim", "school"),
        *(recorded(item, value) for item, value in added),
    )
    handlers = (keys["Ingrid"], keys["Marloes"])
    await puts(school, case, status="in-hand", handlers=handlers, records=records)
    return ingrid, marloes


async def test_what_was_punishable_ends_as_unfounded_only_with_a_reason_the_second_person_sees(
    school,
):
    ingrid, marloes = await all_but_the_end(school)
    await opens(ingrid, school, "Stap 7: terugkijken, afronden")

    shown = await taps(ingrid, school, "Hoe loopt het af?", "Onterecht")
    assert shown.startswith("Hoe loopt het af?: waarom?")
    assert AGAINST in shown
    await types(ingrid, school, REASON)
    await opens(marloes, school, "Stap 7: terugkijken, afronden")
    shown = await taps(marloes, school, "Tweede persoon: afronden")
    assert f"✔ Hoe loopt het af? – Onterecht\n{AGAINST}\n– Reden: {REASON}" in shown
    await taps(marloes, school, "Akkoord")

    [case] = school.cases()
    assert (case.status, case.outcome) == ("closed", "unfounded")


async def test_an_end_that_became_the_opposite_of_what_was_agreed_can_not_be_agreed_to(school):
    ingrid, marloes = await all_but_the_end(school, ("outcome", "unfounded"))
    await opens(marloes, school, "Stap 7: terugkijken, afronden")

    shown = await taps(marloes, school, "Tweede persoon: afronden")
    assert "Dit komt eerst:\n– Hoe loopt het af?" in shown
    [case] = school.cases()
    assert case.closed_at is None
    shown = await opens(ingrid, school, "Stap 7: terugkijken, afronden")
    assert f"◐ Hoe loopt het af? – Onterecht (blijft open)\n{AGAINST}" in shown
    await taps(ingrid, school, "Hoe loopt het af?", "Onterecht")
    shown = await types(ingrid, school, REASON)
    assert "✔ Hoe loopt het af? – Onterecht" in shown


async def test_another_end_of_what_was_punishable_takes_no_reason(school):
    ingrid, _ = await all_but_the_end(school)
    await opens(ingrid, school, "Stap 7: terugkijken, afronden")

    shown = await taps(ingrid, school, "Hoe loopt het af?", "Strafbaar, met aangifte")

    assert "✔ Hoe loopt het af? – Strafbaar, met aangifte" in shown
