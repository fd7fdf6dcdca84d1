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
    ("measure-for", "nobody"),
    ("spread", "no"),
    ("safe", "no-parents"),
    ("told", "De mentor\nWat er speelt\nIngrid\nVandaag"),
    ("message", "no"),
    ("worked", "yes"),
    ("lesson", "Sneller bellen"),
)
OF_OFFENCE = {
    "punishable": (
        ("victim", "school"),
        ("school-police", "done"),
        ("school-news", "Ingrid belt elke week"),
    ),
    "not": (
        ("confronted", "done"),
        ("aftercare", "De mentor belt"),
        ("registered", "done"),
    ),
}


async def all_but_the_end(school, *added, offence="punishable"):
    """Let Ingrid and Marloes have done all there is to do in a case: but for how it ends."""
    ingrid = await reported_by(school, "Noor Bakker")
    marloes = await school.joins("Marloes Kuipers")
    [case] = school.cases()
    staff = school.bot.engine._context(school.bot.store.begin()).registry.staff.values()
    keys = {member.first_name: member.key for member in staff}

    def recorded(item, value, by="Ingrid", reason=""):
        return Record(item, school.clock.at, keys[by], value, reason=reason)

    records = (
        *(recorded(item, value) for item, value in NOTHING_LEFT),
        recorded("offence", offence, reason="Zo staat het in de wet"),
        recorded("offence-second", "agreed", by="Marloes"),
        *(recorded(item, value) for item, value in (*OF_OFFENCE[offence], *added)),
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


async def test_what_was_no_offence_ends_as_one_only_with_a_reason_the_second_person_sees(school):
    against = "Let op, dit past niet bij een ander antwoord: Strafbaar of niet? – Niet strafbaar"
    ingrid, marloes = await all_but_the_end(school, offence="not")
    await opens(ingrid, school, "Stap 7: terugkijken, afronden")

    shown = await taps(ingrid, school, "Hoe loopt het af?", "Strafbaar, met aangifte")
    assert shown.startswith("Hoe loopt het af?: waarom?")
    assert against in shown
    await types(ingrid, school, "De officier ziet het anders")
    await opens(marloes, school, "Stap 7: terugkijken, afronden")
    shown = await taps(marloes, school, "Tweede persoon: afronden")
    assert f"{against}\n– Reden: De officier ziet het anders" in shown
    await taps(marloes, school, "Akkoord")

    [case] = school.cases()
    assert (case.status, case.outcome) == ("closed", "offence")


async def test_another_end_of_what_was_no_offence_takes_no_reason(school):
    ingrid, _ = await all_but_the_end(school, offence="not")
    await opens(ingrid, school, "Stap 7: terugkijken, afronden")

    shown = await taps(ingrid, school, "Hoe loopt het af?", "Afgehandeld")

    assert "✔ Hoe loopt het af? – Afgehandeld" in shown
