"""What goes round is reported where it stands, and nobody forgets to look again (11.4, P3, P6)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.cases import Status
from bot.domain.takedown import links_settled
from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import STORY, tells

SNAP = "https://www.snapchat.com/p/1"
TIKTOK = "https://vm.tiktok.com/ZM1/"
FORUM = "https://forum.example/topic/7"
TIME_TO_LOOK = "Zaak 1: het is tijd om te kijken of iets verwijderd is."
ACCOUNT = "het account @lelijk.eendje"


async def opens_case(school):
    """Let a pupil report something, and the school leader open its links."""
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()
    await taps(ingrid, school, "Links en verwijderen")
    return ingrid


async def taps(person, school, button):
    """Tap a button, and give what is seen of it afterwards."""
    person.taps(button)
    await school.settles()
    return person.texts[-1]


async def adds(person, school, words):
    """Add links, or words that are none."""
    person.taps("Link toevoegen")
    await school.settles()
    person.says(words)
    await school.settles()
    return person.texts[-1]


async def presses(person, school, data):
    """Send a tap with any data, as a program of one's own can; give what is seen afterwards."""
    under = person.heard_privately[0]
    keyboard = {"inline_keyboard": [[{"text": "Knop", "callback_data": data}]]}
    person.taps("Knop", replace(under, markup=keyboard))
    await school.settles()
    return person.texts[-1]


async def changes_case(school, **fields):
    """Change a case as another part of the bot would."""
    [case] = school.cases()
    unit = school.bot.store.begin()
    unit.put(replace(case, **fields))
    await school.bot.store.commit(unit)


def links(school):
    [case] = school.cases()
    return case.links


async def test_a_whole_road_from_three_links_to_nothing_left(school):
    ingrid = await opens_case(school)
    assert "Zaak 1 heeft nog geen links." in ingrid.texts[-1]

    listed = await adds(ingrid, school, f"Kijk: {SNAP}, {TIKTOK}\nen ook {FORUM}.")
    assert "Link 1 op Snapchat: nog niet gevraagd." in listed
    assert "Link 2 op TikTok: nog niet gevraagd." in listed
    assert "Link 3 ergens anders: nog niet gevraagd." in listed

    # The first one is asked for, and gone a day later.
    one = await taps(ingrid, school, "Link 1")
    assert SNAP in one
    assert "Bewaar eerst de link, de naam van het account en het tijdstip." in one
    assert "houd de snap of het bericht ingedrukt" in one
    assert "Iedereen mag dit melden, ook school." in one
    assert "hoort niet wie het gemeld heeft" in one
    one = await taps(ingrid, school, "Gevraagd")
    assert "verwijderen gevraagd door Ingrid de Wit" in one
    assert "Kijk weer op 23-11-2026 13:30." in one
    await school.lets_pass(hours=4)
    assert ingrid.texts[-1] == TIME_TO_LOOK
    await taps(ingrid, school, "Links en verwijderen")
    await taps(ingrid, school, "Link 1")
    assert "verwijderd, zegt Ingrid de Wit" in await taps(ingrid, school, "Verwijderd")

    # The second one is refused, and asked for again.
    await taps(ingrid, school, "Terug naar alle links")
    await taps(ingrid, school, "Link 2")
    await taps(ingrid, school, "Gevraagd")
    assert "geweigerd, zegt Ingrid de Wit" in await taps(ingrid, school, "Geweigerd")
    assert "Kijk weer op" in await taps(ingrid, school, "Gevraagd")

    # The third one stands on a site nobody knows.
    await taps(ingrid, school, "Terug naar alle links")
    third = await taps(ingrid, school, "Link 3")
    assert "Zoek op de site naar Contact of Melden." in third
    assert not links_settled(links(school))
    await taps(ingrid, school, "Verwijderd")
    await taps(ingrid, school, "Terug naar alle links")
    await taps(ingrid, school, "Link 2")
    await taps(ingrid, school, "Verwijderd")

    assert links_settled(links(school))
    listed = await taps(ingrid, school, "Terug naar alle links")
    assert listed.count("verwijderd.") == 3
    asked = [e.what for e in links(school)[1].history]
    assert asked == ["noted", "asked", "refused", "asked", "removed"]


async def test_the_page_to_report_on_is_a_button_and_the_link_itself_is_not(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")

    message = ingrid.heard[-1]
    opens = [b.url for b in message.buttons if b.url]

    assert opens == [
        "https://help.snapchat.com/hc/requests/new",
        "https://www.helpwanted.nl",
        "https://takeitdown.ncmec.org",
    ]


async def test_only_who_is_shown_complains_to_youtube_and_the_other_hears_of_it(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, "https://youtu.be/abc")

    one = await taps(ingrid, school, "Link 1")

    assert "School mag het niet invullen." in one
    assert "hoort dat er een klacht is" in one


async def test_reminders_come_after_four_hours_a_day_and_three_days_and_then_stop(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")
    await taps(ingrid, school, "Gevraagd")
    before = len(ingrid.texts)

    for hours, reminders in (
        (3.9, 0),
        (0.2, 1),
        (19.8, 1),
        (0.2, 2),
        (47.8, 2),
        (0.2, 3),
        (500, 3),
    ):
        await school.lets_pass(hours=hours)
        assert ingrid.texts.count(TIME_TO_LOOK) == reminders

    assert all(SNAP not in text and "Snapchat" not in text for text in ingrid.texts[before:])


async def test_a_reminder_is_not_lost_by_a_restart_and_not_said_twice(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")
    await taps(ingrid, school, "Gevraagd")
    before = len(ingrid.texts)

    await school.closes()
    school.clock.at += timedelta(hours=5)
    await school.opens()
    await school.settles()
    await school.lets_pass(minutes=10)

    assert len(ingrid.texts) - before == 1


async def test_of_a_closed_case_nobody_is_reminded(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")
    await taps(ingrid, school, "Gevraagd")
    await changes_case(school, status=Status.CLOSED, closed_at=school.clock.at)
    await school.closes()
    await school.opens()

    await school.lets_pass(hours=80)

    assert not any("tijd om te kijken" in text for text in ingrid.texts)


async def test_another_moment_to_look_can_be_chosen(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")
    await taps(ingrid, school, "Gevraagd")

    later = await taps(ingrid, school, "Kijk morgen")
    before = len(ingrid.texts)
    await school.lets_pass(hours=23)

    assert "Kijk weer op 24-11-2026 09:30." in later
    assert len(ingrid.texts) == before
    await school.lets_pass(hours=1)
    assert len(ingrid.texts) == before + 1


async def test_nobody_is_called_at_night_to_look_at_a_link(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await school.lets_pass(hours=7)
    await taps(ingrid, school, "Link 1")
    before_night = await taps(ingrid, school, "Gevraagd")

    assert "Kijk weer op 24-11-2026 08:00." in before_night
    before = len(ingrid.texts)
    await school.lets_pass(hours=15)
    assert len(ingrid.texts) == before
    await school.lets_pass(minutes=31)
    assert ingrid.texts[-1] == TIME_TO_LOOK


async def test_an_account_is_kept_only_after_it_was_said_where_it_is(school):
    ingrid = await opens_case(school)

    asked = await adds(ingrid, school, ACCOUNT)
    assert asked.startswith("Dit is geen link:")
    assert ACCOUNT in asked
    kept = await taps(ingrid, school, "Instagram")

    assert "Link 1 op Instagram: nog niet gevraagd." in kept
    assert ACCOUNT in kept


async def test_what_was_no_link_after_all_is_not_kept_on_the_list(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, "o wacht even")

    listed = await taps(ingrid, school, "Niet bewaren")

    assert listed.startswith("Zaak 1 heeft nog geen links.")
    assert links_settled(links(school))


async def test_the_same_link_is_on_the_list_once(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)

    await adds(ingrid, school, f"{SNAP} {SNAP}")

    assert "Die staat al in de lijst." in ingrid.texts[-2]
    assert len(links(school)) == 1


async def test_a_picture_is_not_kept(school):
    ingrid = await opens_case(school)
    ingrid.taps("Link toevoegen")
    await school.settles()

    ingrid.sends_photo(SNAP)
    await school.settles()

    assert any("Een foto of filmpje bewaar ik hier niet." in text for text in ingrid.texts)
    assert len(links(school)) == 1


async def test_a_long_story_is_no_link(school):
    ingrid = await opens_case(school)

    told = await adds(ingrid, school, "en toen " * 50)
    ingrid.says(SNAP)
    await school.settles()

    assert told.startswith("Dat is te lang om te bewaren.")
    assert len(links(school)) == 1


async def test_a_case_takes_no_more_links_than_fit(school):
    ingrid = await opens_case(school)
    fifty = " ".join(f"https://t.me/k{n}" for n in range(50))
    await adds(ingrid, school, fifty)

    told = await adds(ingrid, school, SNAP)

    assert told.startswith("Bij één zaak bewaar ik ten hoogste 50 links.")
    assert len(links(school)) == 50


async def test_words_of_later_are_not_taken_for_a_link(school):
    ingrid = await opens_case(school)
    ingrid.taps("Link toevoegen")
    await school.settles()
    await school.lets_pass(minutes=31)

    ingrid.says(SNAP)
    await school.settles()

    assert not links(school)


async def test_a_stale_button_changes_nothing_and_shows_how_it_is(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")
    old = ingrid.heard[-1]
    await taps(ingrid, school, "Gevraagd")
    before = links(school)

    ingrid.taps("Gevraagd", old)
    await school.settles()

    assert links(school) == before
    assert ingrid.notices[-1] == "Dat past niet bij hoe het nu staat. Ik laat zien hoe het is."
    assert "Link 1 op Snapchat: gevraagd om te verwijderen." in ingrid.texts[-1]


DEEDS = (
    "links:1",
    "links:1:add",
    "link:1:1",
    "link:1:1:asked",
    "link:1:1:removed",
    "link:1:1:later:4",
    "link:1:2:on:tiktok",
    "link:1:2:dropped",
)


NOT_FOUND = "Zaak 1 kan ik je niet laten zien. Typ /zaken voor de zaken die jij mag lezen."


@pytest.mark.parametrize("name", ["Marloes Kuipers", "Anouk Hendriks", "Kevin Tjon"])
async def test_a_button_of_someone_elses_case_looks_like_one_of_a_missing_case(school, name):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await adds(ingrid, school, ACCOUNT)
    before = links(school)
    person = await school.joins(name)

    for deed in DEEDS:
        forbidden = await presses(person, school, deed)
        missing = await presses(person, school, deed.replace(":1", ":9", 1))
        assert forbidden == missing.replace("9", "1") == NOT_FOUND

    assert links(school) == before


async def test_a_button_of_a_case_does_nothing_for_a_pupil_or_a_parent(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await adds(ingrid, school, ACCOUNT)
    before = links(school)

    for person in (school.person("Noor Bakker"), await school.joins("Tom Bakker")):
        heard = len(person.texts)
        for deed in DEEDS:
            await presses(person, school, deed)
            assert "op school werkt" in person.notices[-1] or "medewerker" in person.notices[-1]
        assert len(person.texts) == heard

    assert links(school) == before


async def test_a_button_that_says_nothing_we_know_is_old(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    before = links(school)

    for data in ("7", "x:asked", "1:noted", "1:later:5", "1:on:hyves", "1:reminded", "1:typed"):
        await presses(ingrid, school, f"link:1:{data}")
        assert ingrid.notices[-1] == "Deze keuze geldt niet meer."

    assert links(school) == before


async def test_nothing_of_a_link_comes_into_a_group_or_a_log(school, caplog):
    caplog.set_level("DEBUG")
    ingrid = await opens_case(school)
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")
    await taps(ingrid, school, "Gevraagd")
    await school.lets_pass(hours=5)

    assert not any(SNAP in text or "Zaak" in text for text in school.said_in(group))
    ours = [r for r in caplog.records if not r.name.startswith(("mail", "aiohttp"))]
    assert not any(SNAP in record.getMessage() for record in ours)


async def test_what_was_done_to_a_link_is_written_down_without_its_words(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await taps(ingrid, school, "Link 1")
    await taps(ingrid, school, "Gevraagd")

    [case] = school.cases()
    done = [e.what for e in case.events]

    assert "link-added" in done
    assert "link-1-asked" in done
    assert not any("snap" in what.casefold() or STORY in what for what in done)


async def test_a_leader_whose_case_was_taken_away_adds_nothing_any_more(school):
    ingrid = await opens_case(school)
    ingrid.taps("Link toevoegen")
    await school.settles()
    await changes_case(school, excluded=school.cases()[0].handlers)

    ingrid.says(SNAP)
    await school.settles()

    assert not links(school)
    assert ingrid.texts[-1] == await asks(ingrid, school, "/zaak 1")


async def test_not_all_is_gone_while_the_list_of_links_says_otherwise(school):
    ingrid = await opens_case(school)
    await adds(ingrid, school, SNAP)
    await step_four(ingrid, school, "Gaat er iets rond?", "Ja")
    await step_four(ingrid, school, "Plekken laten verwijderen", "Gedaan")

    shown = await step_four(ingrid, school, "Is alles weg?", "Ja")

    assert "Dit kan nog niet: Is alles weg?" in shown
    assert "is nog niet alles verwijderd of geweigerd" in shown
    assert "gone" not in recorded_items(school)

    await taps_one(ingrid, school, "Verwijderd")
    shown = await step_four(ingrid, school, "Is alles weg?", "Ja")
    assert "✔ Is alles weg? – Ja" in shown

    # It comes back, and with it the question.
    await taps_one(ingrid, school, "Staat er weer")
    shown = await step_four(ingrid, school)
    assert "◐ Is alles weg? – Ja (blijft open)" in shown


async def test_a_link_that_is_left_keeps_a_case_open_also_when_nothing_goes_round(school):
    ingrid = await opens_case(school)
    await step_four(ingrid, school, "Gaat er iets rond?", "Nee")
    await adds_link(ingrid, school)

    assert "○ Is alles weg?" in await step_four(ingrid, school)

    await taps_one(ingrid, school, "Verwijderd")
    assert "Is alles weg?" not in await step_four(ingrid, school)


async def step_four(person, school, *buttons):
    """Open step 4 of case 1, and tap from there."""
    person.says("/zaak 1")
    await school.settles()
    for button in ("Stappenplan", "Stap 4: de sneeuwbal stoppen", *buttons):
        await taps(person, school, button)
    return person.texts[-1]


async def adds_link(person, school):
    """Add a link to case 1."""
    person.says("/zaak 1")
    await school.settles()
    await taps(person, school, "Links en verwijderen")
    return await adds(person, school, SNAP)


async def taps_one(person, school, button):
    """Tap something under the first link of case 1."""
    person.says("/zaak 1")
    await school.settles()
    for each in ("Links en verwijderen", "Link 1", button):
        await taps(person, school, each)


def recorded_items(school):
    [case] = school.cases()
    return [record.item for record in case.records]
