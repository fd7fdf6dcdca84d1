"""A case goes through the seven steps: gates that hold, and words for somebody under pressure."""

from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import tells


async def taps(person, school, *labels):
    """Tap one button after another, each under what was shown last."""
    for label in labels:
        person.taps(label)
        await school.settles()
    return person.texts[-1]


async def types(person, school, *words):
    """Type one message after another."""
    for one in words:
        person.says(one)
        await school.settles()
    return person.texts[-1]


async def test_all_steps_are_shown_with_how_they_stand(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await asks(ingrid, school, "/zaak 1")

    shown = await taps(ingrid, school, "Stappenplan")
    assert "○ Stap 1: melding en ernst – nog niet begonnen" in shown
    assert "Stap 7: terugkijken, afronden" in shown
    await taps(ingrid, school, "Stap 1: melding en ernst", "Ernst bepalen")
    shown = await taps(ingrid, school, "Ernstig")

    assert "✔ Ernst bepalen – Ernstig\n– Ingrid de Wit, 23-11-2026 09:30" in shown
    assert "◐ Stap 1: melding en ernst – bezig, nog 1 te doen" in shown
    assert "Zaak 1 van 23-11-2026: in behandeling." in await asks(ingrid, school, "/zaken")
