"""Handlers and reporter write each other; who reported stays as hidden as it was (P2, P3)."""

import re
from dataclasses import replace
from functools import partial

import pytest

from bot.case_gate import case_for, change
from bot.domain.people import REGISTRY, Registry, SchoolClass, with_account
from bot.domain.talk import Delivery
from bot.routing import Turn, Where, command
from tests.school import telegram_school
from tests.stories.test_handling_cases import COUNSELLOR, LEADER, MAY_BE_NAMED, asks
from tests.stories.test_own_reports import MORE, adds, said_in, sets_status
from tests.stories.test_reporting import STORY, tells
from tests.stories.test_seven_steps import taps, types

ANSWER = "Dank je. Zullen we morgen even praten?"
RAVIS_LINE = "1010,Ravi,Ramlal,8A,2010-12-01\n"


@command("sluit-buiten", where=Where.PRIVATE)
def shuts_out(turn: Turn):
    """Shut the speaker out of a case, as a conflict of interest does."""
    case = case_for(turn, turn.words, turn.reporter)
    change(turn, replace(case, excluded=(turn.reporter,)), turn.reporter, "excluded")
    return []


async def writes(handler, school, words, number=1, tap="Verstuur als schoolleider"):
    """Open a case, tap "write to the reporter", type, and send what the preview shows."""
    await asks(handler, school, f"/zaak {number}")
    handler.taps("Schrijf de melder")
    await school.settles()
    handler.says(words)
    await school.settles()
    if tap:
        handler.taps(tap)
        await school.settles()


async def test_a_handler_writes_under_the_role_and_the_reporter_answers(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=LEADER)

    await writes(ingrid, school, ANSWER)
    reply = await noor.hears("De schoolleider schrijft je over nummer 1:")
    noor.taps("Antwoorden", reply)
    await school.settles()
    noor.says("ja graag")
    await school.settles()
    case = await asks(ingrid, school, "/zaak 1")

    assert ANSWER in reply.text
    assert "Ingrid" not in reply.text
    assert reply.private
    assert said_in(school) == [ANSWER, "ja graag"]
    assert f"aan de melder, en dat is aangekomen:\n{ANSWER}" in case
    assert "De melder schreef op 23-11-2026 09:30:\nja graag" in case
    assert "Noor" not in "".join(ingrid.texts)


async def test_a_handler_may_give_the_own_name(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    await writes(ingrid, school, ANSWER, tap="Verstuur met mijn naam")

    await noor.hears("Ingrid de Wit schrijft je over nummer 1:")


async def test_the_preview_says_to_whom_it_goes_and_nothing_is_sent_before_a_tap(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    before = len(noor.texts)

    await writes(ingrid, school, ANSWER, tap="")
    preview = ingrid.texts[-1]
    ingrid.taps("Niet versturen")
    await school.settles()

    assert preview.startswith("Dit gaat naar de melder van zaak 1. Het is nog niet verstuurd.")
    assert ANSWER in preview
    assert not any(ANSWER in text for text in noor.texts[before:])
    assert said_in(school) == []
    assert "niets verstuurd" in ingrid.texts[-1]


async def test_a_button_under_an_older_preview_sends_nothing_newer(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await writes(ingrid, school, "eerste versie", tap="")
    old = ingrid.heard[-1]
    ingrid.says(ANSWER)
    await school.settles()

    ingrid.taps("Verstuur als schoolleider", old)
    await school.settles()
    assert said_in(school) == []
    ingrid.taps("Verstuur als schoolleider")
    await school.settles()

    assert said_in(school) == [ANSWER]


async def test_two_taps_on_send_send_it_once(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await writes(ingrid, school, ANSWER, tap="")
    preview = ingrid.heard[-1]

    ingrid.taps("Verstuur als schoolleider", preview)
    ingrid.taps("Verstuur als schoolleider", preview)
    await school.settles()

    assert said_in(school) == [ANSWER]
    assert sum(ANSWER in text for text in noor.texts) == 1


async def test_a_note_among_handlers_and_words_to_the_reporter_are_never_mixed_up(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await asks(ingrid, school, "/zaak 1")
    note = "Alleen voor ons: eerst met de mentor praten"

    await taps(ingrid, school, "Schrijf de melder", "Stappenplan")
    await taps(ingrid, school, "Stap 2: informatie verzamelen", "Feit opschrijven")
    await types(ingrid, school, note)
    await taps(ingrid, school, "Schrijf de melder")
    preview = await types(ingrid, school, ANSWER)

    [case] = school.cases()
    assert note in [record.value for record in case.records]
    assert ANSWER not in [record.value for record in case.records]
    assert preview.startswith("Dit gaat naar de melder van zaak 1.")
    assert case.talk == ()
    assert not any(note in text or ANSWER in text for text in noor.texts)


async def test_a_handler_who_is_shut_out_meanwhile_sends_nothing_any_more(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    school.learns(shuts_out)
    await tells(noor, school)
    await writes(ingrid, school, ANSWER, tap="")
    preview = ingrid.heard[-1]
    ingrid.says("/sluit-buiten 1")
    await school.settles()

    ingrid.taps("Verstuur als schoolleider", preview)
    ingrid.says("nog een versie")
    await school.settles()

    refused = "Zaak 1 kan ik je niet laten zien. Typ /zaken voor de zaken die jij mag lezen."
    assert ingrid.texts[-2:] == [refused, refused]
    assert said_in(school) == []
    assert not any(ANSWER in text for text in noor.texts)


async def test_words_that_are_never_sent_are_thrown_away_and_that_is_said(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await writes(ingrid, school, ANSWER, tap="")

    await school.lets_pass(minutes=31)
    assert "is niet verstuurd. Ik heb het weggegooid." in ingrid.texts[-1]
    ingrid.taps("Verstuur als schoolleider")
    await school.settles()

    assert said_in(school) == []
    assert "Er ligt geen bericht klaar" in ingrid.texts[-1]


async def test_a_reply_that_a_block_stops_stays_in_the_case_and_comes_when_there_is_a_way(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=LEADER)
    await asks(ingrid, school, "/zaak 1")
    noor.blocks_bot()
    await writes(ingrid, school, ANSWER)
    await writes(ingrid, school, "Ben je er nog?")

    told = [text for text in ingrid.texts if "niet aangekomen. Het staat bij de zaak." in text]
    assert len(told) == 2
    assert all("Ga dus niet zoeken wie het is." in text for text in told)
    assert "maar dat is nog niet aangekomen:" in await asks(ingrid, school, "/zaak 1")
    await school.closes()
    await school.opens()
    await school.settles()
    noor.starts()
    await school.settles()

    *_, knock, first, second = noor.texts
    assert knock == "Er lag nog iets voor je klaar.\nHet hoort bij nummer 1.\nHet komt nu."
    assert ANSWER in first
    assert "Ben je er nog?" in second
    assert [s.delivery for s in school.cases()[0].talk] == [Delivery.ACCEPTED] * 2
    assert len([t for t in ingrid.texts if "niet aangekomen. Het" in t]) == 2


async def test_with_a_name_that_may_be_used_the_handler_is_told_to_speak_in_person(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=MAY_BE_NAMED)
    noor.deletes_account()

    await writes(ingrid, school, ANSWER)

    await ingrid.hears("Spreek de melder zelf")


async def test_what_waits_for_a_way_holds_no_word_of_the_case(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    noor.blocks_bot()

    await writes(ingrid, school, ANSWER)

    waiting = [owed for batch in school.bot.engine._batches.values() for owed in batch.owed]
    assert waiting
    assert not any(ANSWER in owed.text for owed in waiting)


async def test_a_reporter_who_is_unknown_gets_a_reply_and_what_waited(school):
    ingrid = await school.joins("Ingrid de Wit")
    stranger = school.telegram.person("Iemand")
    stranger.starts()
    await tells(stranger, school, story=STORY, name="yes", reader="leader")
    await writes(ingrid, school, ANSWER)
    await stranger.hears(ANSWER)
    stranger.blocks_bot()
    await writes(ingrid, school, "Bel mij gerust")

    stranger.starts()
    await school.settles()

    await stranger.hears("Bel mij gerust")
    assert "Zaak 1" in await asks(stranger, school, "/meldingen")


async def test_an_account_that_is_bound_meanwhile_keeps_its_report_and_its_place_in_it(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = school.person("Noor Bakker")
    noor.starts()
    await tells(noor, school, story=STORY, name="no", reader="leader")
    noor.says("/meldingen")
    await school.settles()
    noor.taps("Iets toevoegen")
    await school.settles()
    noor.says(MORE)
    await school.settles()

    noor.says(f"/start {school.codes['Noor Bakker']}")
    await school.settles()
    noor.says("en nog iets")
    await school.settles()
    await writes(ingrid, school, ANSWER)

    assert said_in(school) == [MORE, "en nog iets", ANSWER]
    await noor.hears(ANSWER)
    assert "nummer: 1" in await asks(noor, school, "/meldingen")


async def test_a_reporter_who_becomes_a_handler_stays_the_reporter(school):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    await tells(anouk, school, answers=LEADER)
    line = "M01,Anouk,Hendriks,schoolleider,,Voorbeeldschool De Linde,a.hendriks@delinde.example"
    await school.roster_changes("staff.csv", "", line)

    forbidden = await asks(anouk, school, "/zaak 1")
    await writes(ingrid, school, ANSWER)

    assert forbidden.replace("1", "9") == await asks(anouk, school, "/zaak 9")
    await anouk.hears(ANSWER)
    await adds(anouk, school, MORE)
    assert said_in(school) == [ANSWER, MORE]
    assert not any("meer verteld" in text for text in anouk.texts)


async def test_a_reporter_who_left_the_school_goes_on_with_the_report(school):
    ingrid = await school.joins("Ingrid de Wit")
    ravi = await school.joins("Ravi Ramlal")
    await tells(ravi, school, answers=LEADER)
    await school.roster_changes("pupils.csv", RAVIS_LINE, "")

    await writes(ingrid, school, ANSWER)
    await ravi.hears(ANSWER)
    ravi.taps("Antwoorden")
    await school.settles()
    ravi.says(MORE)
    await school.settles()

    assert said_in(school) == [ANSWER, MORE]
    assert "Zaak 1" in await asks(ravi, school, "/meldingen")
    assert "Ravi" not in "".join(ingrid.texts)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (MAY_BE_NAMED, "De melder staat niet meer op de lijst van school."),
        # That somebody left would tell who it is.
        (LEADER, "Ga dus niet zoeken wie het is."),
    ],
)
async def test_of_a_reporter_who_left_and_blocks_the_bot_is_told_what_may_be_known(
    school, answers, words
):
    ingrid = await school.joins("Ingrid de Wit")
    ravi = await school.joins("Ravi Ramlal")
    await tells(ravi, school, answers=answers)
    await school.roster_changes("pupils.csv", RAVIS_LINE, "")
    ravi.blocks_bot()

    await writes(ingrid, school, ANSWER)

    await ingrid.hears(words)
    ravi.starts()
    await school.settles()
    await ravi.hears(ANSWER)


async def test_a_reporter_who_comes_back_to_school_finds_the_report_again(school):
    await school.joins("Ingrid de Wit")
    ravi = await school.joins("Ravi Ramlal")
    await tells(ravi, school)
    await school.roster_changes("pupils.csv", RAVIS_LINE, "")
    await school.roster_changes("pupils.csv", "", RAVIS_LINE.strip())
    await school.invites()
    ravi.says(f"/start {school.codes['Ravi Ramlal']}")
    await school.settles()

    assert "nummer: 1" in await asks(ravi, school, "/meldingen")
    assert ":" not in school.cases()[0].reporter
    assert not school.cases()[0].receipt.account


async def test_somebody_who_reads_another_language_hears_the_frame_in_it(school):
    ingrid = await school.joins("Ingrid de Wit")
    agnieszka = await school.joins("Agnieszka Kowalczyk")
    await tells(agnieszka, school, story="dzieje się coś złego", name="no", reader="leader")

    await writes(ingrid, school, ANSWER)

    await agnieszka.hears("The school leader writes to you about case 1:")
    assert "case 1" in (await asks(agnieszka, school, "/meldingen")).casefold()


async def test_a_wiped_or_closed_case_cannot_be_written_to(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor, sem = await school.joins("Noor Bakker"), await school.joins("Sem de Vries")
    school.learns(sets_status)
    await tells(noor, school)
    await tells(sem, school)
    await writes(ingrid, school, ANSWER, tap="")
    preview = ingrid.heard[-1]
    for tap in ("/meldingen", "Wis aan mijn kant", "Ja, wis aan mijn kant"):
        noor.says(tap) if tap.startswith("/") else noor.taps(tap)
        await school.settles()

    ingrid.taps("Verstuur als schoolleider", preview)
    await school.settles()
    assert "heeft zaak 1 aan de eigen kant gewist" in ingrid.texts[-1]
    ingrid.says("/zet 2 closed")
    await school.settles()
    ingrid.says("/zaak 2")
    await school.settles()
    ingrid.taps("Schrijf de melder")
    await school.settles()

    assert "Zaak 2 is afgerond." in ingrid.texts[-1]
    assert not any(ANSWER in text for text in noor.texts)


async def test_a_handler_who_writes_too_fast_is_told_and_may_send_it_later(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    for n in range(10):
        await writes(ingrid, school, f"bericht {n}")

    await writes(ingrid, school, ANSWER)
    assert "te veel berichten" in ingrid.texts[-1]
    await school.lets_pass(seconds=61)
    ingrid.taps("Verstuur als schoolleider")
    await school.settles()

    await noor.hears(ANSWER)


async def test_when_nobody_at_school_can_be_told_the_reporter_hears_the_phone_number(school):
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=COUNSELLOR)
    await asks(marloes, school, "/zaak 1")
    school.mail.refuses("m.kuipers@delinde.example", "550 5.1.1 no such user")
    marloes.blocks_bot()
    await adds(noor, school, MORE)

    assert any("Bel zelf naar school: 010 000 00 00." in text for text in noor.texts)
    assert school.cases()[0].talk[0].delivery is Delivery.UNDELIVERED
    marloes.starts()
    await school.settles()

    await marloes.hears("Bij zaak 1 is meer verteld")
    assert school.cases()[0].talk[0].delivery is Delivery.ACCEPTED


async def test_no_word_of_the_talk_comes_into_a_log_a_mail_or_a_group(tmp_path, caplog):
    caplog.set_level("DEBUG", logger="bot")
    async with telegram_school(tmp_path) as school:
        ingrid, anouk = await school.joins("Ingrid de Wit"), await school.joins("Anouk Hendriks")
        noor = await school.joins("Noor Bakker")
        group = await school.has_a_group("7B", anouk, noor)
        await tells(noor, school)
        await writes(ingrid, school, ANSWER)
        await adds(noor, school, MORE)
        ingrid.blocks_bot()
        await adds(noor, school, "nog iets erbij")
        noor.says("/meldingen", group)
        await school.settles()

        told = "".join([caplog.text, *school.said_in(group), *map(str, school.mail.letters)])
        others = "".join(anouk.texts)

    assert not re.search(f"{re.escape(ANSWER)}|{MORE}|nog iets erbij", told + others)


async def test_words_typed_just_after_a_reply_are_added_once_the_reporter_says_it_is_the_answer(
    school,
):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await writes(ingrid, school, ANSWER)

    for words in ("ja graag", "morgen om tien uur"):
        noor.says(words)
        await school.settles()
    assert said_in(school) == [ANSWER]
    assert "Is het een antwoord bij nummer 1?" in noor.texts[-1]
    noor.taps("Ja, dit is mijn antwoord")
    await school.settles()
    noor.says("nee, half elf")
    await school.settles()

    assert said_in(school) == [ANSWER, "ja graag\nmorgen om tien uur", "nee, half elf"]


async def test_a_question_typed_just_after_a_reply_can_be_asked_after_all(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await writes(ingrid, school, ANSWER)
    noor.says("mag ik filmen in de klas?")
    await school.settles()

    noor.taps("Nee, het is iets anders")
    await school.settles()
    noor.says("mag ik filmen in de klas?")
    await school.settles()

    assert said_in(school) == [ANSWER]
    assert "Mag" in noor.texts[-1]


async def test_an_answer_that_is_never_agreed_to_is_thrown_away_and_that_is_said(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await writes(ingrid, school, ANSWER)
    noor.says("ja graag")
    await school.settles()

    await school.lets_pass(minutes=31)
    assert "staat niet bij nummer 1" in noor.texts[-1]
    noor.taps("Ja, dit is mijn antwoord")
    await school.settles()

    assert said_in(school) == [ANSWER]


async def also_uses(school, name, phone):
    """Bind a second account to a pupil, as a code on another platform does."""
    unit = school.bot.store.begin()
    registry, account = unit.get(Registry, REGISTRY), f"telegram:{phone.id}"
    [home] = [c for c in map(partial(unit.get, SchoolClass), registry.classes) if c.key == "7B"]
    [pupil] = [p for p in home.pupils.values() if p.name == name]
    pupils = {**home.pupils, pupil.key: with_account(pupil, account)}
    unit.put(replace(home, pupils=pupils))
    unit.put(replace(registry, owners={**registry.owners, account: (pupil.key,)}))
    await school.bot.store.commit(unit)


async def test_a_reply_finds_the_reporter_on_another_account_and_may_be_answered_from_there(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    second = school.telegram.person("Noor", last_name="Bakker")
    await also_uses(school, "Noor Bakker", second)
    second.starts()
    await school.settles()
    second.blocks_bot()
    await writes(ingrid, school, ANSWER)
    await noor.hears(ANSWER)

    noor.blocks_bot()
    second.starts()
    await school.settles()
    await writes(ingrid, school, "En nu?")
    await second.hears("En nu?")
    second.taps("Antwoorden")
    await school.settles()
    second.says("ik ben hier")
    await school.settles()

    assert said_in(school)[-1] == "ik ben hier"


async def test_what_a_handler_wrote_who_left_stays_readable_without_the_name(school):
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=COUNSELLOR)
    await writes(marloes, school, ANSWER, tap="Stuur als vertrouwenspersoon")
    line = "M04,Marloes,Kuipers,vertrouwenspersoon,,Voorbeeldschool De Linde,"
    await school.roster_changes("staff.csv", f"{line}m.kuipers@delinde.example\n", "")

    noor.says("/meldingen")
    await school.settles()
    noor.taps("Lees wat er is gezegd")
    await school.settles()

    assert "De vertrouwenspersoon schreef op 23-11-2026 09:30:" in noor.texts[-1]
    assert "Marloes" not in "".join(noor.texts)


async def test_a_handler_who_types_nothing_for_long_hears_that_nothing_was_sent(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await asks(ingrid, school, "/zaak 1")
    ingrid.taps("Schrijf de melder")
    await school.settles()

    await school.lets_pass(minutes=31)

    assert "Er is niets verstuurd." in ingrid.texts[-1]
