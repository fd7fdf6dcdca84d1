"""An answer names its clause or says that there is none; need goes before rules (P4)."""

import re

import pytest

CLAUSE = re.compile(r"\b\d+(\.[A-Z])?\.\d+[a-z]?\b")
MAY_I_POST = "mag ik een foto van mijn klas op Instagram zetten?"
IN_NEED = "ik wil niet meer leven"
TO_REPORT = "Ik wil iets vertellen"


@pytest.mark.parametrize("typed", [f"/mag {MAY_I_POST}", MAY_I_POST, f"/mag\n{MAY_I_POST}"])
async def test_a_question_in_private_is_answered_with_clauses_as_command_or_plainly(school, typed):
    noor = await school.joins("Noor Bakker")

    noor.says(typed)
    await school.settles()

    assert CLAUSE.search(noor.texts[-1])
    assert noor.heard[-1].labels


async def test_the_button_under_an_answer_shows_that_clause_in_our_own_words(school):
    noor = await school.joins("Noor Bakker")
    noor.says(MAY_I_POST)
    await school.settles()
    button = next(label for label in noor.heard[-1].labels if CLAUSE.search(label))

    noor.taps(button)
    await school.settles()

    clause = CLAUSE.search(button)
    assert clause
    assert clause[0] in noor.texts[-1]
    assert noor.texts[-1] != noor.texts[-2]


async def test_a_question_in_the_group_is_answered_there_and_names_nobody(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)

    noor.says(f"/mag {MAY_I_POST}", group)
    await school.settles()

    assert CLAUSE.search(school.said_in(group)[-1])
    assert "Noor" not in school.said_in(group)[-1]


async def test_where_the_protocol_is_silent_the_bot_says_so_and_names_no_clause(school):
    noor = await school.joins("Noor Bakker")

    noor.says("hoe laat begint de gymles")
    await school.settles()

    assert "mentor" in noor.texts[-1]
    assert not CLAUSE.search(noor.texts[-1])
    assert noor.heard[-1].labels == [TO_REPORT]


async def test_a_report_begins_under_every_answer(school):
    noor = await school.joins("Noor Bakker")
    noor.says(f"/mag {MAY_I_POST}")
    await school.settles()

    noor.taps(TO_REPORT)

    await noor.hears("112")
    await noor.hears("Wat is er gebeurd?")


async def test_under_an_answer_in_a_group_a_report_is_told_elsewhere(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    anouk.says(f"/mag {MAY_I_POST}", group)
    await school.settles()

    [answer] = [m for m in group.messages if m.from_bot and CLAUSE.search(m.text)]
    [report] = [
        button for row in answer.markup["inline_keyboard"] for button in row if "url" in button
    ]
    assert report["text"] == "Ik wil iets melden"
    assert report["url"].endswith("start=_meld")


async def test_a_question_without_words_is_asked_for_in_private_and_in_the_group(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)

    anouk.says("/mag")
    assert (await anouk.hears("Wat wil je weten?")).private
    anouk.says("/mag", group)
    assert not (await anouk.hears("Wat wil je weten?")).private


async def test_somebody_the_school_does_not_know_may_ask_too(school):
    stranger = school.telegram.person("Iemand")
    stranger.starts()

    stranger.says(f"/mag {MAY_I_POST}")
    await school.settles()

    assert CLAUSE.search(stranger.texts[-1])


async def test_a_picture_without_words_is_no_question(school):
    noor = await school.joins("Noor Bakker")

    noor.sends_photo()

    await noor.hears("alleen woorden lezen")


async def test_words_of_need_get_help_lines_and_the_way_to_report_and_no_rule_first(school):
    noor = await school.joins("Noor Bakker")
    before = len(noor.texts)

    noor.says(IN_NEED)
    await school.settles()

    first = noor.heard[before]
    assert "112" in first.text
    assert "113" in first.text
    assert "0800-0432" in first.text
    assert len(noor.texts) == before + 1
    noor.taps("Ik wil iets vertellen")
    await noor.hears("Wat is er gebeurd?")


async def test_words_of_need_in_the_group_are_answered_in_private(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    in_group = len(school.said_in(group))

    noor.says(f"/mag {IN_NEED}", group)

    assert (await noor.hears("0800-0432")).private
    await school.settles()
    assert len(school.said_in(group)) == in_group


async def test_who_cannot_be_written_to_finds_a_door_to_the_help_lines_in_the_group(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    noor.blocks_bot()

    noor.says(f"/mag {IN_NEED}", group)
    await school.settles()
    assert "0800" not in school.said_in(group)[-1]
    noor.taps("Verder in privégesprek")

    assert (await noor.hears("0800-0432")).private


async def test_a_clause_that_does_not_exist_is_not_invented(school):
    noor = await school.joins("Noor Bakker")
    noor.says(MAY_I_POST)
    await school.settles()
    under = noor.heard[-1]
    under.markup["inline_keyboard"][0][0]["callback_data"] = "artikel:99.Z.1"

    noor.taps("artikel:99.Z.1", under)

    await noor.hears("99.Z.1")
