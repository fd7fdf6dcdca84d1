"""Each way a report can go, from the answers to who hears of it and who never does (P3, 11.1)."""

import shutil
from dataclasses import replace

import pytest

from bot.domain.forms import ArchivedForm
from bot.forms import read_form
from bot.texts import Texts, read_help_lines
from bot.wording import Wording
from tests.school import EXAMPLE
from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import STORY, USUAL, asked, goes_on, question, tells
from tests.stories.test_seven_steps import taps

CONTENT = EXAMPLE.parent
BOARD_LINE = "M08,Wim,Verbeek,bestuurder,,,w.verbeek@delinde.example\n"
SPOKESPERSON_LINE = "M07,Saskia,Meijer,woordvoerder,,,s.meijer@delinde.example\n"
COUNSELLOR_LINE = (
    "M04,Marloes,Kuipers,vertrouwenspersoon,,Voorbeeldschool De Linde,m.kuipers@delinde.example\n"
)
STAFF = {
    "leader": "Ingrid de Wit",
    "mentor": "Anouk Hendriks",
    "other mentor": "Bilal Haddad",
    "counsellor": "Marloes Kuipers",
    "officer": "Ruben Vos",
    "board": "Wim Verbeek",
    "spokesperson": "Saskia Meijer",
}
ABOUT_LEADER = {"about": "staff", "who": "leader", "abuse": "no"}
ABOUT_BOARD = {"about": "staff", "who": "other", "colleague": "board"}
ABUSE = {"about": "staff", "who": "other", "abuse": "maybe"}


async def who_hears(school, number=1):
    """Name who may open a case, of all staff; to the others it is no case at all."""
    hear = set()
    for role, name in STAFF.items():
        person = school.person(name)
        if not person.texts:
            await school.joins(name)
        before = len(person.texts)
        person.says(f"/zaak {number}")
        await school.settles()
        if not any("kan ik je niet laten zien" in text for text in person.texts[before:]):
            hear.add(role)
    return hear


@pytest.mark.parametrize(
    ("answers", "hear", "receipt"),
    [
        ({}, {"leader"}, "De schoolleider gaat het lezen."),
        ({"reader": "mentor"}, {"leader", "mentor"}, "De schoolleider en je mentor"),
        ({"reader": "counsellor"}, {"counsellor"}, "De vertrouwenspersoon gaat het lezen."),
        ({"reader": "mentor", "unwanted": "leader"}, {"mentor"}, "Je mentor gaat het lezen."),
        ({"kind": "image"}, {"leader", "officer"}, "Iemand die over privacy gaat, leest ook mee."),
        ({"kind": "other", "private": "yes"}, {"leader", "officer"}, "leest ook mee."),
        (ABOUT_LEADER, {"board"}, "Het bestuur van de school gaat het lezen."),
        ({**ABOUT_LEADER, "kind": "hacked"}, {"board", "officer"}, "leest ook mee."),
        ({"about": "staff", "who": "mentor", "abuse": "no"}, {"leader"}, "De schoolleider gaat"),
        (ABUSE, {"board"}, "Het bestuur van de school gaat het lezen."),
        ({**ABOUT_BOARD, "abuse": "no"}, {"leader"}, "De schoolleider gaat het lezen."),
        ({**ABOUT_BOARD, "abuse": "maybe"}, {"counsellor"}, "De vertrouwenspersoon gaat"),
        (
            {**ABOUT_BOARD, "colleague": "privacy", "kind": "image"},
            {"leader"},
            "De schoolleider gaat het lezen.",
        ),
        ({**ABUSE, "kind": "image"}, {"board"}, "Het bestuur van de school gaat het lezen."),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
async def test_a_report_goes_to_who_should_read_it_and_to_nobody_else(
    school, answers, hear, receipt
):
    noor = await school.joins("Noor Bakker")

    await tells(noor, school, **answers)

    assert receipt in noor.texts[-1]
    assert await who_hears(school) == hear


async def test_a_report_about_the_leader_reaches_the_board_and_not_the_leader(school):
    ingrid = await school.joins("Ingrid de Wit")
    wim = await school.joins("Wim Verbeek")
    noor = await school.joins("Noor Bakker")
    heard = len(ingrid.heard)

    await tells(noor, school, **ABOUT_LEADER)

    assert (await wim.hears("zaak 1")).private
    assert len(ingrid.heard) == heard
    assert not any("i.dewit" in letter["To"] for letter in school.mail.letters)
    shown = await asks(wim, school, "/zaak 1")
    assert "Wie op school is dat?\n→ De schoolleider" in shown
    assert "vertrouwensinspecteur" not in shown


async def test_without_a_board_the_spokesperson_reads_what_is_about_the_leader(school):
    noor = await school.joins("Noor Bakker")
    await school.roster_changes("staff.csv", BOARD_LINE, "")

    await tells(noor, school, **ABOUT_LEADER)

    saskia = await school.joins("Saskia Meijer")
    assert STORY in await asks(saskia, school, "/zaak 1")


async def test_who_tells_of_abuse_hears_who_reads_it_and_whom_to_call_before_the_next_question(
    school,
):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    for choice in ("Op school", "Heel erg", "Iets anders", "Nee", "Iemand die op school werkt"):
        noor.taps(choice)
        await school.settles()
    noor.taps("Iemand anders")
    await school.settles()
    noor.taps("Een andere leraar")
    await school.settles()
    before = len(noor.texts)

    noor.taps("Ja")
    await school.settles()

    word, question = noor.texts[before:]
    assert "Het is niet jouw schuld." in word
    assert "alleen naar het bestuur" in word
    assert "0800-0432" in word
    assert "0900-1113111" in word
    assert question.startswith("Mag ik nog 4 korte vragen stellen?")
    await goes_on(noor, school)
    [case] = school.cases()
    assert "reader" not in case.answers
    assert "unwanted" not in case.answers


async def test_the_board_hears_its_duty_and_the_number_when_it_opens_the_case(school):
    wim = await school.joins("Wim Verbeek")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, **ABUSE)

    notice = await wim.hears("zaak 1")
    shown = await asks(wim, school, "/zaak 1")

    assert "misbruik" not in notice.text
    assert "0900-1113111" in shown
    assert "aangifte" in shown


async def test_abuse_by_somebody_of_the_board_is_heard_of_by_nobody_there_and_gives_the_numbers(
    school,
):
    marloes = await school.joins("Marloes Kuipers")
    wim = await school.joins("Wim Verbeek")
    saskia = await school.joins("Saskia Meijer")
    noor = await school.joins("Noor Bakker")
    heard = len(wim.heard), len(saskia.heard)

    await tells(noor, school, **ABOUT_BOARD, abuse="yes")
    word = next(text for text in noor.texts if "Niemand van het bestuur leest dit." in text)
    await marloes.hears("zaak 1")
    shown = await asks(marloes, school, "/zaak 1")
    await taps(marloes, school, "Stappenplan")
    first = await taps(marloes, school, "Stap 1: melding en ernst")
    for _ in range(6):
        await school.lets_pass(hours=12)

    assert "0800-0432" in word
    assert "0900-1113111" in word
    assert "0900-8844" in word
    assert "Vertel het dus niet aan het bestuur." in shown
    assert "0900-1113111" in shown
    assert "Vertrouwensinspecteur bellen" in first
    assert "Bestuur inlichten" not in first
    assert (len(wim.heard), len(saskia.heard)) == heard
    assert await who_hears(school) <= {"counsellor", "leader"}


async def test_abuse_by_the_board_with_nobody_else_to_read_it_gives_the_phone_and_the_inspector(
    school,
):
    noor = await school.joins("Noor Bakker")
    leader = "M03,Ingrid,de Wit,schoolleider,,Voorbeeldschool De Linde,i.dewit@delinde.example\n"
    for line in (COUNSELLOR_LINE, leader):
        await school.roster_changes("staff.csv", line, "")

    await tells(noor, school, **ABOUT_BOARD, abuse="yes")

    assert "010 000 00 00" in noor.texts[-1]
    assert "0900-1113111" in noor.texts[-1]
    assert school.cases()[0].handlers == ()


async def test_a_report_in_a_group_leaves_the_board_that_read_it_when_it_is_about_the_board(school):
    wim = await school.joins("Wim Verbeek")
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    await school.lets_pass(days=1)
    await school.lets_pass(days=1)
    assert STORY in await asks(wim, school, "/zaak 1")

    for choice in ("Op school", "Heel erg", "Iets anders", "Nee", "Iemand die op school werkt"):
        noor.taps(choice, question(noor))
        await school.settles()
    for choice in ("Iemand anders", "Iemand van het bestuur", "Nee"):
        noor.taps(choice, question(noor))
        await school.settles()

    assert "kan ik je niet laten zien" in await asks(wim, school, "/zaak 1")


async def test_what_the_board_does_not_read_is_passed_on_to_nobody_outside_it(school):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, **ABUSE)

    for _ in range(6):
        await school.lets_pass(hours=12)

    assert await who_hears(school) <= {"board"}


async def test_abuse_that_no_board_can_be_told_of_gives_the_phone_and_the_inspector(school):
    noor = await school.joins("Noor Bakker")
    for line in (BOARD_LINE, SPOKESPERSON_LINE):
        await school.roster_changes("staff.csv", line, "")

    await tells(noor, school, **ABUSE)

    assert "010 000 00 00" in noor.texts[-1]
    assert "0900-1113111" in noor.texts[-1]
    assert school.cases()[0].handlers == ()


async def test_a_report_in_a_group_leaves_the_leader_when_it_turns_out_to_be_about_the_leader(
    school,
):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    wim = await school.joins("Wim Verbeek")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    noor.says(f"/meld {STORY}", group)
    await school.settles()

    await goes_on(noor, school, **ABOUT_LEADER)

    forbidden = await asks(ingrid, school, "/zaak 1")
    assert forbidden.replace("1", "9") == await asks(ingrid, school, "/zaak 9")
    assert STORY in await asks(wim, school, "/zaak 1")


async def test_who_is_shut_out_before_there_is_a_way_to_them_never_hears_the_number(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    await school.roster_changes("staff.csv", ",i.dewit@delinde.example", ",")
    group = await school.has_a_group("7B", anouk, noor)
    noor.says(f"/meld {STORY}", group)
    await school.settles()

    await goes_on(noor, school, **ABOUT_LEADER)
    ingrid = await school.joins("Ingrid de Wit")
    await school.lets_pass(days=1)

    assert not any("zaak 1" in text for text in ingrid.texts)
    wim = await school.joins("Wim Verbeek")
    assert STORY in await asks(wim, school, "/zaak 1")


async def test_who_is_shut_out_while_the_platform_is_down_never_gets_the_answer(school):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    school.telegram.answers_next(500, method="sendMessage")
    ingrid.says("/zaak 1")
    await school.settles()

    await goes_on(noor, school, **ABOUT_LEADER)
    await school.lets_pass(days=1)

    assert not any(STORY in text for text in ingrid.texts)


# Staff who report


async def test_staff_are_asked_first_for_whom_they_report(school):
    anouk = await school.joins("Anouk Hendriks")

    anouk.says("/meld")
    await school.settles()

    assert anouk.texts[-1] == "Meld je voor jezelf of voor een leerling?"


async def test_a_mentor_who_reports_for_a_pupil_keeps_the_pupil_in_the_case_and_hears_the_status(
    school,
):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")

    await tells(anouk, school, pupil="7B-03", reader="mentor", unwanted="nobody", name="yes")
    shown = await asks(ingrid, school, "/zaak 1")
    await school.settles()

    assert "Voor welke leerling meld je?\n→ 7B-03" in shown
    assert "De melder is Anouk Hendriks" in shown
    [case] = school.cases()
    assert len(case.handlers) == 1
    assert case.excluded == ()
    status = await asks(anouk, school, "/meldingen")
    assert "gelezen" in status


async def test_the_mentor_of_the_pupil_reads_along_when_somebody_else_reports_for_the_pupil(school):
    bilal = await school.joins("Bilal Haddad")
    anouk = await school.joins("Anouk Hendriks")

    await tells(bilal, school, pupil="noor bakker", reader="mentor")

    assert STORY in await asks(anouk, school, "/zaak 1")


async def test_a_pupil_is_never_asked_for_whom(school):
    noor = await school.joins("Noor Bakker")

    await tells(noor, school)

    assert not {"behalf", "pupil"} & set(school.cases()[0].answers)


# How much is asked


async def test_a_pupil_can_be_done_in_nine_taps(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    taps = 0
    while not school.cases():
        noor.taps("Sla over" if "Sla over" in noor.heard[-1].labels else usual(noor))
        taps += 1
        await school.settles()

    assert taps <= 9


def usual(person):
    """Give the data of the button that is usually tapped under the last question."""
    key = asked(person)
    return f"meld:{key}:{USUAL[key]}"


async def test_who_has_time_is_asked_four_more_questions(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")

    await tells(noor, school, more="yes", since="longer", known="unsure")
    shown = await asks(ingrid, school, "/zaak 1")

    assert "Gebeurt het nog steeds?\n→ Ja" in shown
    assert "Sinds wanneer gebeurt het?\n→ Al langer" in shown
    assert "Heb je bewijs?\n→ Nee" in shown
    assert "Weet iemand op school dit al?\n→ Weet ik niet" in shown


async def test_a_button_that_does_not_fit_an_earlier_answer_is_not_there(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    while asked(noor) != "reader":
        key = asked(noor)
        choice = {**USUAL, "about": "staff", "who": "mentor"}[key]
        noor.taps(f"meld:{key}:{choice}")
        await school.settles()

    assert not any("mentor" in label for label in noor.heard[-1].labels)


# Versions of the form


def asks_otherwise(school, tmp_path, **changes):
    """Let the bot ask in other words from now on, as after a change in content/texts."""
    assert school.bot is not None
    content = tmp_path / "content"
    shutil.copytree(CONTENT / "texts", content / "texts")
    for old, new in changes.items():
        path = content / "texts" / "nl" / "form.ftl"
        words = path.read_text(encoding="utf-8")
        assert f"{old.replace('_', '-')} =" in words
        head, _, rest = words.partition(f"{old.replace('_', '-')} =")
        path.write_text(f"{head}{old.replace('_', '-')} = {new}\n{rest.partition(chr(10))[2]}")
    texts = Texts.load(content / "texts", read_help_lines(CONTENT / "helplines.toml"))
    engine = school.bot.engine
    form = read_form(CONTENT / "forms", texts)
    engine.parts = replace(
        engine.parts, wording=Wording(texts), school=replace(engine.parts.school, form=form)
    )


async def test_an_old_case_shows_its_answers_as_they_were_asked_after_the_form_changed(
    school, tmp_path
):
    noor = await school.joins("Noor Bakker")
    ingrid = await school.joins("Ingrid de Wit")
    await tells(noor, school)

    asks_otherwise(school, tmp_path, button_where_snapchat="Snap", button_serious_very_bad="Zwaar")
    await tells(noor, school)
    old = await asks(ingrid, school, "/zaak 1")
    new = await asks(ingrid, school, "/zaak 2")

    assert "→ Snapchat\n" in old
    assert "→ Heel erg\n" in old
    assert "→ Snap\n" in new
    assert "→ Zwaar\n" in new
    assert len(school.bot.store.begin().keys(ArchivedForm)) == 2


async def test_the_words_of_a_form_are_kept_once(school):
    noor = await school.joins("Noor Bakker")
    for _ in range(2):
        await tells(noor, school)

    assert {case.form for case in school.cases()} == set(
        school.bot.store.begin().keys(ArchivedForm)
    )
    assert len(school.cases()) == 2


# Too few to read


async def test_a_school_with_too_few_readers_says_so_at_start_and_gives_the_phone_too(
    school, caplog
):
    noor = await school.joins("Noor Bakker")
    assert school.bot.health()["too_few_readers"] == []
    for line in (BOARD_LINE, COUNSELLOR_LINE, SPOKESPERSON_LINE):
        await school.roster_changes("staff.csv", line, "")

    await school.closes()
    await school.opens()
    await tells(noor, school)

    readers, board = school.bot.health()["too_few_readers"]
    assert "has 1 of the 2 people" in readers
    assert "no bestuurder or woordvoerder" in board
    assert {readers, board} <= {record.getMessage() for record in caplog.records}
    assert "De schoolleider gaat het lezen." in noor.texts[-1]
    assert noor.texts[-1].endswith("Bel dan naar school: 010 000 00 00.")
    # Before the first question too: there is no need to tell it all to hear that.
    [opening] = [text for text in noor.texts if "Het is vertrouwelijk" in text]
    assert opening.endswith("Bel daarom ook naar school: 010 000 00 00.")


async def test_a_stranger_hears_before_the_first_question_that_few_people_read_reports(school):
    for line in (BOARD_LINE, COUNSELLOR_LINE, SPOKESPERSON_LINE):
        await school.roster_changes("staff.csv", line, "")
    stranger = school.person("Iemand")

    stranger.starts("_meld")
    await school.settles()

    assert any("Bel daarom ook naar school: 010 000 00 00." in text for text in stranger.texts)
