"""Telling what happened: help first, one question at a time, nothing lost, nothing public (P2)."""

import re
from datetime import timedelta

import pytest

from tests.emulators.telegram_things import without_sign

STORY = "Iemand maakt mij elke dag zwart op de app"
MORE = "Gisteren ook na school"
FOUR = ("where", "serious", "name", "reader")
"""The questions that most stories care about."""

USUAL = {
    "behalf": "self",
    "where": "snapchat",
    "serious": "very-bad",
    "kind": "shaming",
    "private": "no",
    "about": "me",
    "who": "other",
    "colleague": "teacher",
    "abuse": "no",
    "more": "no",
    "still": "yes",
    "since": "week",
    "evidence": "no",
    "known": "no",
    "name": "no",
    "reader": "leader",
    "unwanted": "nobody",
}
"""What a reporter answers to each question when nothing else is said."""

TO_THE_NAME = ("op snapchat", "heel erg", "pesten", "over mij", "nee")
"""What is typed on the way from the place to the question about the name."""


def question(person):
    """Find the last message that asks something of a report; others may have come after it."""
    return next(
        message
        for message in reversed(person.heard)
        if any(b.data == "meld:pause" for b in message.buttons)
    )


def asked(person):
    """Name the question that was asked last, by its buttons; "" for one without choices."""
    choices = ((b.data or "").split(":") for b in question(person).buttons)
    return next((parts[1] for parts in choices if len(parts) > 2 and parts[0] == "meld"), "")


async def goes_on(person, school, *, typing=False, **answers):
    """Answer every question from the one asked now, by tap or by typing what a button says."""
    answered = None
    while (message := question(person)) is not answered and (key := asked(person)):
        choice = answers.get(key, USUAL[key])
        shown = next(
            b
            for b in message.buttons
            if choice in {without_sign(b.label), (b.data or "").removeprefix(f"meld:{key}:")}
        )
        if typing:
            person.says(without_sign(shown.label))
        else:
            person.taps(shown.label, message)
        await school.settles()
        answered = message


async def tells(person, school, *, answers=(), story=STORY, typing=False, **others):
    """Tell a report from /meld to its number.

    answers  what is tapped on: where, how bad, may the name be used, who may read it
    others   answers by question
    """
    person.says("/meld")
    await school.settles()
    if asked(person) == "behalf":
        person.says("voor een leerling" if "pupil" in others else "voor mezelf")
        await school.settles()
    if "pupil" in others:
        person.says(others["pupil"])
        await school.settles()
    person.says(story)
    await school.settles()
    chosen = dict(zip(FOUR, answers, strict=True)) if answers else {}
    await goes_on(person, school, typing=typing, **{**chosen, **others})


async def test_help_lines_come_before_the_first_question(school):
    noor = await school.joins("Noor Bakker")
    before = len(noor.texts)

    noor.says("/meld")
    await school.settles()

    heard = noor.texts[before:]
    assert "0800-0432" in heard[0]
    assert "vertrouwelijk" in heard[1]
    assert "Wat is er gebeurd?" in heard[2]


async def test_a_report_is_told_by_taps_and_gets_a_number(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")

    await tells(noor, school)

    assert "1" in noor.texts[-1]
    [case] = school.cases()
    assert case.answers == {
        "happened": STORY,
        "where": "snapchat",
        "serious": "very-bad",
        "kind": "shaming",
        "about": "me",
        "more": "no",
        "name": "no",
        "reader": "leader",
        "unwanted": "nobody",
    }
    assert not school.drafts()


async def test_a_report_is_told_by_typing_alone(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")

    await tells(noor, school, typing=True)

    [case] = school.cases()
    assert (case.answers["where"], case.answers["serious"]) == ("snapchat", "very-bad")
    assert (case.answers["name"], case.answers["reader"]) == ("no", "leader")


async def test_words_after_the_command_are_the_story(school):
    noor = await school.joins("Noor Bakker")

    noor.says(f"/meld {STORY}")

    await noor.hears("Waar is het gebeurd?")
    assert school.drafts()[0].answers == {"happened": STORY}


async def test_somewhere_else_may_be_told_in_own_words(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.taps("Ergens anders")
    await noor.hears("Typ waar het is gebeurd")
    noor.says("Bij de bushalte")

    await noor.hears("Hoe erg vind je het?")
    assert school.drafts()[0].answers["where"] == "Bij de bushalte"


async def test_a_typed_answer_that_is_none_of_the_choices_is_asked_again(school):
    noor = await school.joins("Noor Bakker")
    for words in ("/meld", STORY, "snap", "weet ik niet"):
        noor.says(words)
        await school.settles()

    assert "Hoe erg vind je het?" in noor.texts[-1]
    assert "serious" not in school.drafts()[0].answers


async def test_danger_now_is_answered_with_112_at_once(school):
    noor = await school.joins("Noor Bakker")
    for words in ("/meld", STORY, "snapchat"):
        noor.says(words)
        await school.settles()
    before = len(noor.texts)

    noor.taps("Er is nu gevaar")
    await school.settles()

    assert "112" in noor.texts[before]


@pytest.mark.parametrize("cry", ["Ik wil niet meer leven", "Hij heeft een mes bij zich"])
async def test_a_cry_for_help_is_kept_as_the_story_and_answered_by_help_lines(school, cry):
    noor = await school.joins("Noor Bakker")
    noor.says("/meld")
    await school.settles()
    before = len(noor.texts)

    noor.says(cry)
    await school.settles()

    help_lines, question = noor.texts[before:]
    assert re.findall(r"\b(?:112|113|0800-0432)\b", help_lines) == ["112", "113", "0800-0432"]
    assert "Denk je aan doodgaan?" in help_lines
    assert question == "Waar is het gebeurd?"
    assert school.drafts()[0].answers == {"happened": cry}


async def test_a_cry_for_help_about_the_place_is_kept_and_answered_by_help_lines(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    before = len(noor.texts)

    noor.says("thuis, ik kan niet meer")
    await school.settles()

    help_lines, question = noor.texts[before:]
    assert "113" in help_lines
    assert question == "Hoe erg vind je het?"
    assert school.drafts()[0].answers["where"] == "thuis, ik kan niet meer"


@pytest.mark.parametrize("answers", [TO_THE_NAME[:1], TO_THE_NAME[:3], TO_THE_NAME])
async def test_a_cry_for_help_where_a_choice_is_asked_joins_the_story(school, answers):
    noor = await school.joins("Noor Bakker")
    for words in (f"/meld {STORY}", *answers):
        noor.says(words)
        await school.settles()
    asked, before = noor.texts[-1], len(noor.texts)

    noor.says("ik wil dood")
    await school.settles()

    help_lines, question = noor.texts[before:]
    assert "113" in help_lines
    assert question == asked
    assert school.drafts()[0].answers["happened"] == f"{STORY}\nik wil dood"


async def test_help_lines_after_a_cry_come_in_the_language_of_the_reporter(school):
    sem = await school.joins("Sem de Vries")
    sem.says("/taal")
    await school.settles()
    sem.taps("English")
    await school.settles()
    sem.says("/meld")
    await school.settles()
    before = len(sem.texts)

    sem.says("I want to die")
    await school.settles()

    help_lines, question = sem.texts[before:]
    assert "Are you thinking about suicide? Call 113" in help_lines
    assert question == "Where did it happen?"


async def test_an_answer_without_alarm_is_followed_by_the_next_question_alone(school):
    noor = await school.joins("Noor Bakker")
    noor.says("/meld")
    await school.settles()
    before = len(noor.texts)

    noor.says(STORY)
    await school.settles()

    assert noor.texts[before:] == ["Waar is het gebeurd?"]


async def test_a_pause_keeps_what_was_told_and_questions_may_be_asked_meanwhile(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.taps("Even stoppen")
    await noor.hears("We stoppen even")
    noor.says("hoe laat begint de gymles")
    await noor.hears("Staat er niet in")
    noor.says("/meld")
    await noor.hears("Fijn dat je er weer bent")
    noor.taps("Snapchat")

    await noor.hears("Hoe erg vind je het?")


async def test_the_last_answer_can_be_taken_back(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    noor.taps("Instagram")
    await school.settles()

    noor.taps("Vorige vraag")
    await school.settles()
    noor.taps("Snapchat", noor.heard[-1])
    await school.settles()

    assert school.drafts()[0].answers["where"] == "snapchat"


async def test_stopping_is_asked_twice_and_then_erases_everything(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.taps("Alles weggooien")
    await noor.hears("Wil je stoppen?")
    assert school.drafts()
    noor.taps("Ja, gooi alles weg")
    await noor.hears("weggegooid")

    assert not school.drafts()
    assert not school.cases()


async def test_a_typed_yes_to_stopping_is_no_answer_to_the_question_before(school):
    noor = await school.joins("Noor Bakker")
    for words in ("/meld", STORY, *TO_THE_NAME):
        noor.says(words)
        await school.settles()
    assert asked(noor) == "name"

    noor.taps("Alles weggooien")
    await school.settles()
    noor.says("ja")
    await school.settles()

    assert "name" not in school.drafts()[0].answers


async def test_who_changes_their_mind_about_stopping_goes_on(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.taps("Alles weggooien")
    await school.settles()
    noor.taps("Nee, ik ga verder")

    await noor.hears("Fijn dat je er weer bent")
    assert school.drafts()[0].answers == {"happened": STORY}


@pytest.mark.parametrize("typed", ["stop", "STOP!", "Annuleer.", "cancel"])
@pytest.mark.parametrize("told", [(), (f"/meld {STORY}", "snapchat")])
async def test_a_typed_stop_asks_before_it_erases_anything(school, told, typed):
    noor = await school.joins("Noor Bakker")
    for words in ("/meld", *told):
        noor.says(words)
        await school.settles()
    [before] = school.drafts()

    noor.says(typed)
    await noor.hears("Wil je stoppen?")
    await school.settles()
    assert school.drafts()[0].answers == before.answers
    noor.taps("Ja, gooi alles weg")
    await noor.hears("weggegooid")

    assert not school.drafts()


@pytest.mark.parametrize("typed", ["Pauze.", "pause"])
async def test_a_typed_pause_keeps_what_was_told(school, typed):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.says(typed)
    await noor.hears("We stoppen even")
    noor.taps("Verder gaan")

    await noor.hears("Fijn dat je er weer bent")
    assert school.drafts()[0].answers == {"happened": STORY}


@pytest.mark.parametrize("typed", ["TERUG", "back!"])
async def test_a_typed_back_takes_the_last_answer_back(school, typed):
    noor = await school.joins("Noor Bakker")
    for words in (f"/meld {STORY}", "instagram"):
        noor.says(words)
        await school.settles()

    noor.says(typed)
    await school.settles()

    assert noor.texts[-1] == "Waar is het gebeurd?"
    assert school.drafts()[0].answers == {"happened": STORY}


async def test_who_cannot_say_where_or_how_bad_skips_it_by_tap_or_in_words(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.taps("Sla over")
    await noor.hears("Hoe erg vind je het?")
    noor.says("Overslaan.")
    await noor.hears("Wat lijkt er het meest op?")
    await school.settles()
    await goes_on(noor, school, kind="Sla over")
    ingrid.says("/zaak 1")

    case = (await ingrid.hears(STORY)).text
    assert "Waar is het gebeurd?\n→ Niet verteld." in case
    assert "Hoe erg voelt het voor jou?\n→ Niet verteld." in case
    assert "Wat past er het best bij?\n→ Niet verteld." in case


@pytest.mark.parametrize(
    "told",
    [
        (),
        (STORY, *TO_THE_NAME[:3]),
        (STORY, *TO_THE_NAME),
        (STORY, *TO_THE_NAME, "ja"),
        (STORY, *TO_THE_NAME, "ja", "schoolleider"),
    ],
)
async def test_what_decides_over_the_report_cannot_be_skipped(school, told):
    noor = await school.joins("Noor Bakker")
    for words in ("/meld", *told):
        noor.says(words)
        await school.settles()
    asked, before = noor.texts[-1], len(noor.texts)

    noor.says("overslaan")
    await school.settles()

    assert noor.texts[before:] == ["Deze vraag kan ik niet overslaan.", asked]
    assert len(school.drafts()[0].answers) == len(told)


async def test_a_button_to_skip_an_earlier_question_skips_nothing_now(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    places = noor.heard[-1]
    noor.taps("Snapchat")
    await school.settles()

    noor.taps("Sla over", places)
    await school.settles()

    assert school.drafts()[0].answers == {"happened": STORY, "where": "snapchat"}
    assert "niet meer kiezen" in noor.notices[-1]


async def test_a_second_report_command_asks_whether_to_go_on_or_begin_again(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.says("/meld")
    await noor.hears("Wil je daarmee verder?")
    noor.taps("Opnieuw beginnen")
    await school.settles()

    assert school.drafts()[0].answers == {}
    assert "Wat is er gebeurd?" in noor.texts[-1]


async def test_words_with_a_second_report_command_belong_to_the_same_story(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    noor.says(f"/meld {MORE}")
    await school.settles()

    assert school.drafts()[0].answers["happened"] == f"{STORY}\n{MORE}"
    assert "Waar is het gebeurd?" in noor.texts[-1]


async def test_a_restart_in_the_middle_loses_nothing(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    await school.closes()
    noor.taps("Snapchat")

    await school.opens()
    await noor.hears("Hoe erg vind je het?")
    await school.settles()
    await goes_on(noor, school)

    [case] = school.cases()
    assert case.answers["happened"] == STORY


async def test_who_falls_silent_is_reminded_once_after_a_day(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()

    await school.lets_pass(hours=23)
    assert not any("Je was iets aan het vertellen" in text for text in noor.texts)
    await school.lets_pass(hours=2)
    await school.lets_pass(hours=72)

    assert sum("Je was iets aan het vertellen" in text for text in noor.texts) == 1


async def test_a_reminder_that_is_due_while_the_bot_is_down_comes_after_the_start(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    await school.closes()

    school.clock.at += timedelta(hours=30)
    await school.opens()

    await noor.hears("Je was iets aan het vertellen")


@pytest.mark.parametrize("caption", ["", MORE])
async def test_of_a_picture_is_asked_what_it_shows_and_its_words_are_kept(school, caption):
    noor = await school.joins("Noor Bakker")
    noor.says("/meld")
    await school.settles()

    noor.sends_photo(caption)

    await noor.hears("bloot of bijna bloot")
    await school.settles()
    assert school.drafts()[0].answers == ({"happened": caption} if caption else {})
    assert not school.telegram.calls_of("getFile")


async def test_of_a_picture_that_opens_the_report_is_asked_what_it_shows(school):
    noor = await school.joins("Noor Bakker")

    noor.sends_photo(f"/meld {STORY}")

    await noor.hears("bloot of bijna bloot")
    await noor.hears("Waar is het gebeurd?")
    assert school.drafts()[0].answers == {"happened": STORY}


async def test_old_buttons_say_that_the_choice_is_over(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    noor.taps("Heel erg")
    await school.settles()

    assert "niets aan het vertellen" in noor.notices[-1]
    assert len(school.cases()) == 1


async def test_a_button_of_an_earlier_question_changes_nothing(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/meld {STORY}")
    await school.settles()
    places = noor.heard[-1]
    noor.taps("Snapchat")
    await school.settles()

    noor.taps("Instagram", places)
    await school.settles()

    assert school.drafts()[0].answers["where"] == "snapchat"
    assert "niet meer kiezen" in noor.notices[-1]


async def test_the_same_update_delivered_twice_makes_one_case(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    school.telegram.repeats_last_update()
    await school.settles()

    assert [case.number for case in school.cases()] == [1]


async def test_a_story_of_many_screens_is_kept_whole_and_read_whole(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    story = "Ze schelden mij uit. " * 180

    await tells(noor, school, story=story.strip())
    before = len(ingrid.texts)
    ingrid.says("/zaak 1")
    await school.settles()

    assert school.cases()[0].answers["happened"] == story.strip()
    assert "".join(ingrid.texts[before:]).count("Ze schelden mij uit.") == 180


async def test_somebody_the_school_does_not_know_yet_can_report_too(school):
    ingrid = await school.joins("Ingrid de Wit")
    stranger = school.telegram.person("Iemand")
    stranger.starts()

    await tells(stranger, school, typing=True)

    await ingrid.hears("zaak 1")
    assert "nummer" in stranger.texts[-1]


async def test_who_gets_a_code_in_the_middle_of_a_report_goes_on_with_it(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = school.person("Noor Bakker")
    noor.starts()
    noor.says(f"/meld {STORY}")
    await school.settles()

    await school.joins("Noor Bakker")
    noor.says("snapchat")
    await school.settles()
    await goes_on(noor, school, typing=True, name="yes")
    ingrid.says("/zaak 1")

    assert "Noor Bakker uit klas 7B" in (await ingrid.hears(STORY)).text


@pytest.mark.parametrize(
    "words",
    [
        "Ik wil iets melden",
        "ik wil een melding doen.",
        "Mag ik iets melden?",
        "melden",
        "I want to report something",
        "I’d like to report something!",
    ],
)
async def test_a_report_is_begun_in_plain_words(school, words):
    noor = await school.joins("Noor Bakker")
    before = len(noor.texts)

    noor.says(words)
    await school.settles()

    help_lines, promise, question = noor.texts[before:]
    assert "0800-0432" in help_lines
    assert "vertrouwelijk" in promise
    assert "Wat is er gebeurd?" in question
    assert school.drafts()[0].answers == {}


async def test_plain_words_go_on_with_a_report_that_was_paused(school):
    noor = await school.joins("Noor Bakker")
    for words in (f"/meld {STORY}", "pauze", "ik wil iets melden"):
        noor.says(words)
        await school.settles()

    assert "Waar is het gebeurd?" in noor.texts[-1]
    assert school.drafts()[0].answers == {"happened": STORY}


async def test_the_wish_to_report_among_other_words_begins_nothing(school):
    noor = await school.joins("Noor Bakker")

    noor.says("Mag ik iets melden over een foto op insta?")
    await school.settles()

    assert not school.drafts()


async def test_the_wish_to_report_typed_in_a_group_begins_nothing(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)

    noor.says("ik wil iets melden", group)
    await school.settles()

    assert not school.drafts()
