"""The reporter's side of a case: where it stands, adding to it, and wiping it there (P2, P3)."""

from dataclasses import replace

from bot.case_gate import case_for, change
from bot.domain.cases import Status
from bot.domain.keeping import goes_at
from bot.domain.talk import Delivery
from bot.routing import Turn, Where, command
from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import STORY, tells

MORE = "Vandaag stond het er weer op"
NOBODY = ("Sem de Vries", "Tom Bakker", "Anouk Hendriks", "Kevin Tjon", "Ingrid de Wit")


@command("zet", where=Where.PRIVATE)
def sets_status(turn: Turn):
    """Set the status of a case, as a step of the plan does."""
    number, status = turn.words.split()
    case = case_for(turn, number, turn.reporter)
    if status == Status.CLOSED:
        case = replace(case, outcome="handled", closed_at=turn.now)
    change(turn, replace(case, status=Status(status)), turn.reporter, "status")
    return []


async def adds(person, school, *words):
    """Tap "add something" under the newest own report, and type."""
    person.says("/meldingen")
    await school.settles()
    person.taps("Iets toevoegen")
    await school.settles()
    for each in words:
        person.says(each)
        await school.settles()


def said_in(school, number=1):
    """Give the words of the talk about a case, as the store has them."""
    [case] = [c for c in school.cases() if c.number == number]
    return [said.words for said in case.talk]


async def test_the_receipt_tells_how_to_follow_the_report(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")

    await tells(noor, school)

    assert "Dit is je nummer: 1." in noor.texts[-1]
    assert "/meldingen" in noor.texts[-1]


async def test_the_status_is_told_in_plain_words_each_time_it_changes_and_once(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    school.learns(sets_status)
    await tells(noor, school)
    assert "Nog niemand heeft het gelezen." in await asks(noor, school, "/meldingen")
    before = len(noor.texts)

    for words in ("/zaak 1", "/zaak 1", "/zet 1 in-hand", "/zaak 1", "/zet 1 closed"):
        ingrid.says(words)
        await school.settles()

    read, in_hand, closed = noor.texts[before:]
    assert read.startswith("Nummer 1: iemand van school heeft het gelezen.")
    assert in_hand.startswith("Nummer 1: school is er nu mee bezig.")
    assert closed.startswith("Nummer 1: school is ermee klaar.")
    assert STORY not in read + in_hand + closed
    assert "School is ermee klaar." in await asks(noor, school, "/meldingen")


async def test_a_status_is_told_after_a_restart_too(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    school.telegram.answers_next(500, method="sendMessage", chat=noor, times=1)
    ingrid.says("/zaak 1")
    await school.settles()

    await school.closes()
    await school.opens()
    await school.lets_pass(minutes=1)

    await noor.hears("iemand van school heeft het gelezen")


async def test_the_list_has_each_own_report_and_of_nobody_else(school):
    await school.joins("Ingrid de Wit")
    noor, sem = await school.joins("Noor Bakker"), await school.joins("Sem de Vries")
    await tells(noor, school)
    await tells(sem, school)
    await tells(noor, school)
    before = len(noor.texts)

    noor.says("/meldingen")
    await school.settles()

    heard = noor.texts[before:]
    assert ["nummer: 3" in heard[0], "nummer: 1" in heard[1], len(heard)] == [True, True, 2]
    assert not any(STORY in text for text in heard)


async def test_a_long_list_is_shown_bit_by_bit(school):
    noor = await school.joins("Noor Bakker")
    for _ in range(7):
        await tells(noor, school)
    before = len(noor.texts)

    noor.says("/meldingen")
    await school.settles()
    noor.taps("Laat de andere zien")
    await school.settles()

    heard = "".join(noor.texts[before:])
    assert [f"nummer: {n}." in heard for n in range(1, 8)] == [True] * 7
    assert "Je vertelde nog 2 dingen." in heard


async def test_words_are_added_until_the_reporter_is_ready_and_the_handler_hears_the_number(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await asks(ingrid, school, "/zaak 1")
    before = len(ingrid.texts)

    await adds(noor, school, MORE, "en ook op school", "Klaar!", "mag ik filmen in de klas?")

    assert said_in(school) == [MORE, "en ook op school"]
    [notice] = ingrid.texts[before:]
    assert "zaak 1" in notice
    assert MORE not in notice
    listed = await asks(ingrid, school, "/zaken")
    assert "De melder heeft meer verteld." in listed
    assert MORE not in listed
    assert any("Dank je." in text for text in noor.texts)
    case = await asks(ingrid, school, "/zaak 1")
    assert f"De melder schreef op 23-11-2026 09:30:\n{MORE}" in case
    assert "Noor" not in case


async def test_after_the_next_look_the_handler_hears_of_more_again(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await asks(ingrid, school, "/zaak 1")
    await adds(noor, school, MORE)
    await asks(ingrid, school, "/zaak 1")
    before = len(ingrid.texts)

    noor.says("nog iets")
    await school.settles()

    assert ["zaak 1" in text for text in ingrid.texts[before:]] == [True]
    assert [s.delivery for s in school.cases()[0].talk] == [Delivery.ACCEPTED] * 2


async def test_words_of_danger_bring_the_help_lines_first_and_are_told_at_once(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await adds(noor, school, MORE)
    before, told = len(noor.texts), len(ingrid.texts)

    noor.says("Ik wil niet meer leven")
    await school.settles()

    help_lines, kept = noor.texts[before:]
    assert "113" in help_lines
    assert "bewaard" in kept
    assert said_in(school)[-1] == "Ik wil niet meer leven"
    assert len(ingrid.texts) == told + 1


async def test_of_a_picture_is_asked_what_it_shows_and_its_words_are_kept(school):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await adds(noor, school)

    noor.sends_photo(MORE)
    await school.settles()

    assert said_in(school) == [MORE]
    assert any("bloot of bijna bloot" in text for text in noor.texts)


async def test_eleven_messages_in_a_minute_are_one_too_many_and_it_is_said_which(school):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await adds(noor, school, *(f"bericht {n}" for n in range(13)))
    assert sum("Dit gaat te snel" in text for text in noor.texts) == 1

    await school.lets_pass(seconds=61)
    noor.says("daar ben ik weer")
    await school.settles()

    assert said_in(school) == [*(f"bericht {n}" for n in range(10)), "daar ben ik weer"]
    assert "Let op: 3 berichten gingen te snel." in noor.texts[-2]


async def test_somebody_who_falls_silent_hears_that_no_more_is_taken_in(school):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await adds(noor, school, MORE)

    await school.lets_pass(minutes=31)
    noor.says("mag ik filmen in de klas?")
    await school.settles()

    assert any("Ik luister nu niet meer voor nummer 1." in text for text in noor.texts)
    assert said_in(school) == [MORE]


async def test_a_closed_case_takes_no_more_words(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    school.learns(sets_status)
    await tells(noor, school)
    await adds(noor, school, MORE)
    ingrid.says("/zet 1 closed")
    await school.settles()

    noor.says("te laat")
    await school.settles()

    assert said_in(school) == [MORE]
    assert "Nummer 1 is klaar." in noor.texts[-1]
    assert "/meld" in noor.texts[-1]


async def test_a_report_that_is_being_told_waits_while_something_is_added_to_another(school):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    noor.says("/meld")
    await school.settles()

    await adds(noor, school, MORE)
    noor.says("/meld")
    await school.settles()
    noor.says("een ander verhaal")
    await school.settles()

    assert said_in(school) == [MORE]
    [draft] = school.drafts()
    assert draft.answers["happened"] == "een ander verhaal"


async def test_wiping_on_the_own_side_says_that_school_keeps_the_case(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    noor.says("/meldingen")
    await school.settles()
    noor.taps("Wis aan mijn kant")
    await school.settles()
    assert "School houdt het wel." in noor.texts[-1]
    noor.taps("Ja, wis aan mijn kant")
    await school.settles()
    before = len(noor.texts)

    case = await asks(ingrid, school, "/zaak 1")

    assert STORY in case
    assert "De melder heeft de zaak aan de eigen kant gewist." in case
    assert noor.texts[before:] == []
    assert "Ik heb niets van jou bewaard." in await asks(noor, school, "/meldingen")


async def test_who_wipes_a_closed_report_hears_until_when_school_keeps_it(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    school.learns(sets_status)
    await tells(noor, school)
    ingrid.says("/zet 1 closed")
    await school.settles()

    noor.says("/meldingen")
    await school.settles()
    noor.taps("Wis aan mijn kant")
    await school.settles()

    goes = goes_at(school.cases()[0], school.bot.engine.parts.school.policy)
    assert f"School bewaart het zeker tot {goes:%d-%m-%Y}." in noor.texts[-1]


async def test_who_does_not_wipe_after_all_keeps_the_report(school):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    for tap in ("/meldingen", "Wis aan mijn kant", "Nee, laat staan"):
        noor.says(tap) if tap.startswith("/") else noor.taps(tap)
        await school.settles()

    assert "nummer: 1" in await asks(noor, school, "/meldingen")


async def test_old_buttons_of_a_wiped_report_say_that_it_is_gone(school):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    noor.says("/meldingen")
    await school.settles()
    old = noor.heard[-1]
    for tap in ("Wis aan mijn kant", "Ja, wis aan mijn kant"):
        noor.taps(tap)
        await school.settles()

    noor.taps("Iets toevoegen", old)
    await school.settles()

    assert "Nummer 1 is niet van jou." in noor.texts[-1]
