"""Evidence: asked about first, sealed on arrival, seen by handlers only (P2, P3, P8)."""

import hashlib
import re
import shutil

import pytest

from bot.domain.case_log import Deed, LogPage
from bot.domain.evidence import MOST, Offer
from tests.emulators.telegram import FETCHING
from tests.emulators.telegram_things import Upload
from tests.files import ALLOWED, CANARY, TOO_BIG, png, program, zip_bomb
from tests.stories.test_reporting import STORY, USUAL, asked, goes_on, question, tells

NOBODY, SOMEBODY, UNSURE = "Nee, niemand", "Ja", "Ik weet het niet"
USE = "Gebruik wat ik stuurde"
QUESTION = "bloot of bijna bloot"


async def begins(person, school):
    """Begin a report and tell the story."""
    person.says("/meld")
    await school.settles()
    person.says(STORY)
    await school.settles()


async def ends(person, school):
    """Tap an answer to each question that is left."""
    await goes_on(person, school)


async def hands_in(person, school, *contents):
    """Send files, say that nobody is naked on them, and have them taken in."""
    for content in contents:
        person.sends_file(Upload("x", content))
        await school.settles()
    person.taps(NOBODY)
    await school.settles()
    person.taps(USE)
    await school.settles()


async def has_a_case(person, school):
    """Report with one picture."""
    await begins(person, school)
    await hands_in(person, school, png())
    await ends(person, school)


async def taps(person, school, button):
    """Tap a button and give what is said to it."""
    before = len(person.texts)
    person.taps(button)
    await school.settles()
    return person.texts[before:]


def files(school):
    """List the files in the folder of evidence."""
    return sorted(p.name for p in (school.folder / "data" / "evidence").glob("*"))


def log_of(school):
    unit = school.bot.store.begin()
    pages = (unit.get(LogPage, key) for key in unit.keys(LogPage))
    return [line for page in pages if page is not None for line in page.lines]


async def test_nothing_is_fetched_before_the_question_is_answered(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)

    noor.sends_photo()
    await school.settles()

    assert QUESTION in noor.texts[-1]
    assert not school.telegram.calls_of("getFile")
    assert school.telegram.fetched == []
    assert files(school) == []


async def test_a_picture_goes_with_the_report_into_the_case(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")

    await begins(noor, school)
    await hands_in(noor, school, png())
    assert "bewaard" in noor.texts[-1]
    assert len(school.drafts()[0].evidence) == 1
    await ends(noor, school)

    [case] = school.cases()
    [evidence] = case.evidence
    assert evidence.sha256 == hashlib.sha256(png()).hexdigest()
    assert (evidence.kind, evidence.size, evidence.by) == ("image/png", len(png()), "")
    assert len(files(school)) == 1
    assert "evidence-received-1" in [e.what for e in case.events]


async def test_a_photo_can_be_sent_again_after_the_answer_instead(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    noor.sends_photo(content=png(b"first"))
    await school.settles()
    noor.taps(NOBODY)
    await school.settles()

    noor.sends_photo(content=png(b"again"))
    await school.settles()

    found = [e.sha256 for e in school.drafts()[0].evidence]
    assert hashlib.sha256(png(b"again")).hexdigest() in found


@pytest.mark.parametrize("answer", [SOMEBODY, UNSURE])
async def test_what_may_show_somebody_naked_is_never_taken_in_and_the_case_opens(school, answer):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    noor.sends_photo(content=png())
    await school.settles()

    [told] = await taps(noor, school, answer)

    for words in ("020-261 52 75", "0900-8844", "112", "link", "mag niet van de wet"):
        assert words in told
    assert school.telegram.fetched == []
    unit = school.bot.store.begin()
    [offer] = [unit.get(Offer, key) for key in unit.keys(Offer)]
    assert offer.waiting == ()
    noor.taps("Verder")
    await school.settles()
    await ends(noor, school)
    [case] = school.cases()
    assert case.evidence == ()
    ingrid.says("/zaak 1")
    await school.settles()
    [shown] = await taps(ingrid, school, "Bewijs")
    assert "niet aangenomen" in shown
    assert "0900-8844" in shown


async def test_who_has_evidence_is_asked_what_it_shows_and_goes_on_after_it(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    noor.says("/meld")
    await school.settles()
    noor.says(STORY)
    await school.settles()
    while asked(noor) != "evidence":
        choice = {**USUAL, "more": "yes"}[asked(noor)]
        noor.taps(f"meld:{asked(noor)}:{choice}", question(noor))
        await school.settles()

    [naked] = await taps(noor, school, "meld:evidence:yes")
    assert QUESTION in naked
    noor.taps(NOBODY)
    await school.settles()
    noor.sends_photo(content=png())
    await school.settles()
    assert "bewaard" in noor.texts[-1]
    noor.taps("Verder")
    await school.settles()
    assert asked(noor) == "known"
    await goes_on(noor, school)

    [case] = school.cases()
    assert case.answers["evidence"] == "yes"
    assert len(case.evidence) == 1


@pytest.mark.parametrize(
    ("typed", "heard"), [("nee", "Stuur"), ("ja", "Helpwanted"), ("weet ik niet", "Helpwanted")]
)
async def test_what_it_shows_can_be_typed_too(school, typed, heard):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    while asked(noor) != "evidence":
        key = asked(noor)
        choice = "yes" if key == "more" else USUAL[key]
        shown = next(b for b in question(noor).buttons if b.data == f"meld:{key}:{choice}")
        await taps(noor, school, shown.label)
    await taps(noor, school, "Ja")

    noor.says(typed)
    await school.settles()

    assert heard in noor.texts[-1]
    assert "evidence" not in school.drafts()[0].answers
    await taps(noor, school, "Verder")
    assert school.drafts()[0].answers["evidence"] == "yes"


async def test_after_yes_a_picture_is_asked_about_again(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    noor.sends_photo()
    await school.settles()
    noor.taps(SOMEBODY)
    await school.settles()

    noor.sends_photo()
    await school.settles()

    assert QUESTION in noor.texts[-1]
    assert school.telegram.fetched == []


async def test_half_an_hour_later_is_asked_again(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    await hands_in(noor, school, png())
    await school.lets_pass(minutes=31)

    noor.sends_photo()
    await school.settles()

    assert QUESTION in noor.texts[-1]
    assert len(school.telegram.fetched) == 1


async def test_an_old_answer_button_says_that_it_is_old(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    await hands_in(noor, school, png())

    noor.taps(NOBODY)
    noor.taps(USE)
    await school.settles()

    assert len(noor.notices) >= 2
    assert "niet meer kiezen" in noor.notices[-1]
    assert len(school.telegram.fetched) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (program(), "kan ik niet aannemen"),
        (zip_bomb(), "pakje met bestanden"),
        (TOO_BIG, "te groot"),
    ],
    ids=["program", "zip bomb", "21 MB"],
)
async def test_what_is_not_taken_in_is_explained_and_the_report_goes_on(school, content, reason):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)

    await hands_in(noor, school, content)

    assert reason in noor.texts[-1]
    assert files(school) == []
    await ends(noor, school)
    assert len(school.cases()) == 1


@pytest.mark.parametrize("name", ["voice.ogg", "letter.pdf", "film.mp4"])
async def test_voice_notes_letters_and_short_films_are_taken_in_too(school, name):
    kind, content = ALLOWED[name]
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)

    await hands_in(noor, school, content)

    assert [e.kind for e in school.drafts()[0].evidence] == [kind]


async def test_a_place_on_the_map_is_no_file(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)

    school.telegram.injects(
        {
            "message": {
                "message_id": 9000,
                "date": 1,
                "chat": {"id": noor.id, "type": "private"},
                "from": {"id": noor.id, "is_bot": False, "first_name": "Noor"},
                "location": {"longitude": 1.0, "latitude": 1.0},
            }
        }
    )
    await school.settles()

    assert "Dit kan ik niet bewaren" in noor.texts[-1]


async def test_500_pictures_in_a_minute_are_bounded_and_that_is_said_once(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    before = len(noor.texts)

    for number in range(500):
        noor.sends_photo(content=png(b"%d" % number))
    await school.settles()

    said = noor.texts[before:]
    assert [QUESTION in text for text in said] == [True, False]
    assert "te veel" in said[1]
    noor.taps(NOBODY)
    await school.settles()
    noor.taps(USE)
    await school.settles()
    assert len(school.drafts()[0].evidence) == MOST == len(files(school))
    assert len(school.telegram.fetched) == MOST
    assert sum("bewaard" in text for text in noor.texts[before:]) == 1


async def test_a_picture_sent_in_a_group_is_not_taken_in(school):
    await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)

    noor.sends_photo(f"/meld {STORY}", group)
    await school.settles()

    assert any("niets aan uit een groep" in text for text in noor.texts)
    assert school.telegram.fetched == []


async def test_a_report_that_is_wiped_takes_its_files_along(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    await hands_in(noor, school, png())

    for button in ("Alles weggooien", "Ja, gooi alles weg"):
        noor.taps(button)
        await school.settles()

    assert not school.drafts()
    assert files(school) == []


async def test_files_given_in_private_before_words_in_the_group_go_when_the_reporter_stops(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    await begins(noor, school)
    await hands_in(noor, school, png())
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    assert school.cases()[0].evidence == ()
    assert files(school)

    noor.says("stop")
    await school.settles()
    await taps(noor, school, "Ja, gooi alles weg")

    assert files(school) == []


async def test_a_picture_still_on_its_way_when_the_report_is_filed_arrives_in_the_case(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    school.telegram.answers_next(500, method="getFile")
    await hands_in(noor, school, png())
    await ends(noor, school)
    assert school.cases()[0].evidence == ()

    await school.lets_pass(seconds=5)

    assert len(school.cases()[0].evidence) == 1


async def test_a_picture_still_on_its_way_when_the_report_is_wiped_is_not_kept(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    school.telegram.answers_next(500, method="getFile")
    await hands_in(noor, school, png())
    for button in ("Alles weggooien", "Ja, gooi alles weg"):
        noor.taps(button)
        await school.settles()

    await school.lets_pass(seconds=5)

    assert len(school.telegram.fetched) == 1
    assert files(school) == []


async def test_when_telegram_fails_the_picture_comes_later(school):
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    school.telegram.answers_next(502, method=FETCHING)
    await hands_in(noor, school, png())
    assert school.drafts()[0].evidence == ()

    await school.lets_pass(seconds=5)

    assert len(school.drafts()[0].evidence) == 1


async def test_evidence_can_be_added_to_an_open_case_and_the_handler_hears_the_number_only(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    heard = len(ingrid.texts)

    noor.sends_photo("kijk, hier zie je het", content=png())
    await school.settles()
    assert QUESTION in noor.texts[-1]
    noor.taps(NOBODY)
    await school.settles()
    noor.taps(USE)
    await school.settles()

    [case] = school.cases()
    assert [e.words for e in case.evidence] == ["kijk, hier zie je het"]
    [notice] = ingrid.texts[heard:]
    assert "zaak 1" in notice.casefold()
    assert "kijk" not in notice


async def test_with_two_open_cases_is_asked_which_one(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await tells(noor, school)

    noor.sends_photo(content=png())
    await school.settles()
    [question] = await taps(noor, school, "Zaak 1")
    assert QUESTION in question
    noor.taps(NOBODY)
    await school.settles()
    noor.taps(USE)
    await school.settles()

    assert [len(c.evidence) for c in school.cases()] == [1, 0]


async def test_a_report_of_somebody_unknown_keeps_its_evidence_when_the_code_comes(school):
    person = school.person("Noor Bakker")
    person.starts()
    await school.settles()
    person.says("/meld")
    await school.settles()
    person.says(STORY)
    await school.settles()
    person.sends_photo(content=png())
    await school.settles()
    person.taps("Nee, niemand")
    await school.settles()
    school.telegram.answers_next(500, method="getFile")
    person.taps("Gebruik wat ik stuurde")
    await school.settles()

    person.starts(school.codes["Noor Bakker"])
    await school.settles()
    await school.lets_pass(seconds=5)

    [draft] = school.drafts()
    assert ":" not in draft.key
    assert len(draft.evidence) == 1


# Who handles the case


async def test_a_handler_sees_the_list_and_gets_a_file_and_both_are_written_down(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await has_a_case(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()

    [shown] = await taps(ingrid, school, "Bewijs")
    assert hashlib.sha256(png()).hexdigest()[:12] in shown
    assert "van de melder" in shown
    assert "Noor" not in shown
    ingrid.taps("Bekijk 1")
    await school.settles()

    [sent] = [m for m in ingrid.heard if m.upload is not None]
    assert sent.private
    assert (sent.upload.name, sent.upload.content) == ("zaak-1-bewijs-1.png", png())
    looks = [(x.who, x.deed, x.detail) for x in log_of(school) if x.detail.startswith("evidence")]
    reader = school.cases()[0].handlers[0]
    assert (reader, Deed.VIEWED, "evidence") in looks
    assert (reader, Deed.VIEWED, "evidence-1") in looks
    assert ("evidence-viewed-1", reader) in [(e.what, e.by) for e in school.cases()[0].events]


async def test_somebody_else_gets_no_file_by_an_invented_button(school):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    await has_a_case(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()
    ingrid.taps("Bewijs")
    await school.settles()

    under = anouk.heard[-1]
    under.markup = ingrid.heard[-1].markup
    anouk.taps("Bekijk 1", under)
    await school.settles()

    assert not [m for m in anouk.heard if m.upload is not None]
    assert "Zaak 1 kan ik je niet laten zien" in anouk.texts[-1]


async def test_a_file_that_is_gone_from_the_disk_is_told_to_the_handler(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await has_a_case(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()
    ingrid.taps("Bewijs")
    await school.settles()
    shutil.rmtree(school.folder / "data" / "evidence")

    [told] = await taps(ingrid, school, "Bekijk 1")

    assert "kan ik je niet sturen" in told


async def test_at_start_a_missing_file_is_told_to_the_administrator_and_an_orphan_goes(
    school, caplog
):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await has_a_case(noor, school)
    folder = school.folder / "data" / "evidence"
    [kept] = folder.iterdir()
    await school.closes()
    kept.rename(folder / "orphan")

    await school.opens()
    await school.settles()

    assert files(school) == []
    [line] = [r.getMessage() for r in caplog.records if "is missing" in r.getMessage()]
    assert "case 1" in line
    assert "last backup" in line


async def test_a_file_can_be_taken_away_and_what_it_was_stays_written_down(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await has_a_case(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()
    ingrid.taps("Bewijs")
    await school.settles()

    [question] = await taps(ingrid, school, "Verwijder 1")
    assert "politie" in question
    assert len(files(school)) == 1
    ingrid.taps("Ja, verwijderen")
    await school.settles()

    [case] = school.cases()
    assert files(school) == []
    assert (case.evidence[0].secret, case.evidence[0].removed_by) == ("", case.handlers[0])
    assert case.evidence[0].sha256
    assert "evidence-removed-1" in [e.what for e in case.events]
    ingrid.taps("Bekijk 1")
    await school.settles()
    assert not [m for m in ingrid.heard if m.upload is not None]


async def test_no_byte_of_a_picture_and_no_name_is_anywhere_in_clear(school, caplog):
    caplog.set_level("DEBUG")
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await begins(noor, school)
    await hands_in(noor, school, png(), png(CANARY * 30_000))
    await ends(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()
    ingrid.taps("Bewijs")
    await school.settles()
    ingrid.taps("Bekijk 1")
    await school.settles()
    await school.closes()

    kept = [p for p in school.folder.rglob("*") if p.is_file()]
    assert len(kept) > 10
    assert not [p for p in kept if CANARY in p.read_bytes()]
    assert not any(CANARY.decode() in r.getMessage() for r in caplog.records)
    assert not any(re.search("noor|bakker", p.name, re.IGNORECASE) for p in kept)
    await school.opens()
