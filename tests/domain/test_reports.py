"""Reports and cases: nothing told is lost (P2), and a case is seen by who handles it only (P3)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import (
    Case,
    CaseEvent,
    NoSuchCase,
    Status,
    mark_read,
    may_read,
    readable,
    readable_among,
    taken_over,
)
from bot.domain.forms import Form, Kind, Option, Question
from bot.domain.reports import (
    Draft,
    Reader,
    Step,
    add_to_case,
    answer,
    asked,
    complete_case,
    open_case,
    step_back,
    tell_more,
    with_words_of,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)

FORM = Form(
    "report-1",
    (
        Question("happened", Kind.WORDS),
        Question("where", Kind.WORDS, skippable=True),
        Question("serious", Kind.CHOICE, ((Option("bad"), Option("danger-now")),)),
        Question("name", Kind.CHOICE, ((Option("yes"), Option("no")),)),
        Question("reader", Kind.CHOICE, ((Option("leader"), Option("counsellor")),)),
    ),
)
ORDER = tuple(question.key for question in FORM.questions)

ANSWERS: dict[str, str] = {
    Step.HAPPENED: "A picture of me went round",
    Step.WHERE: "snapchat",
    Step.SERIOUS: "bad",
    Step.NAME: "no",
    Step.READER: "leader",
}
BACK = object()

moves = st.lists(st.one_of(st.just(BACK), st.text(min_size=1)), max_size=20)
people = st.sampled_from(["p1", "s1", "s2", "s3", "s4", "s5"])


def told(**answers: str) -> Draft:
    return Draft("p1", answers={str(k): v for k, v in answers.items()}, step=Step.WHERE)


def case_of(reader: str = Reader.LEADER, reporter: str = "p1", **facts: Any) -> Case:
    answers = {**ANSWERS, Step.READER: reader}
    return replace(Case(7, reporter, school="De Linde", answers=answers), **facts)


# Who may read a case

STATES = {
    "just received": case_of(handlers=("handler", "shut out"), excluded=("shut out", "leader")),
    "read": mark_read(
        case_of(handlers=("handler", "shut out"), excluded=("shut out", "leader")), "handler", NOW
    ),
    "name known": case_of(
        handlers=("handler", "shut out"), excluded=("shut out", "leader"), name_known=True
    ),
    "reported by one of its handlers": case_of(
        reporter="colleague",
        handlers=("handler", "shut out", "colleague"),
        excluded=("shut out", "leader"),
    ),
    "handled by nobody": case_of(excluded=("shut out", "leader")),
    "missing": None,
}
READERS = ("p1", "colleague", "handler", "shut out", "leader", "other staff", "", "telegram:4711")


def should_open(state: str, reader: str) -> bool:
    return reader == "handler" and state not in {"handled by nobody", "missing"}


@pytest.mark.parametrize(("state", "reader"), list(product(STATES, READERS)))
def test_a_case_opens_to_who_handles_it_and_looks_missing_to_everybody_else(state, reader):
    case = STATES[state]

    if should_open(state, reader):
        assert readable(case, reader) is case
        return
    with pytest.raises(NoSuchCase) as forbidden:
        readable(case, reader)
    with pytest.raises(NoSuchCase) as missing:
        readable(None, reader)
    assert type(forbidden.value) is type(missing.value)
    assert forbidden.value.args == missing.value.args == ()
    assert forbidden.value.__cause__ is forbidden.value.__context__ is None


@pytest.mark.parametrize("reader", READERS)
def test_a_list_holds_exactly_the_cases_that_would_open(reader):
    cases = [replace(c, number=i) for i, c in enumerate(STATES.values()) if c is not None]
    names = [name for name, c in STATES.items() if c is not None]

    expected = [c for c, name in zip(cases, names, strict=True) if should_open(name, reader)]

    assert list(readable_among(cases, reader)) == expected


@given(people, st.lists(people), st.lists(people), people)
def test_who_is_shut_out_or_reported_it_may_not_read_it_whatever_their_role(
    reporter, handlers, excluded, reader
):
    case = case_of(reporter=reporter, handlers=tuple(handlers), excluded=tuple(excluded))

    allowed = reader in set(handlers) - set(excluded) - {reporter}

    assert may_read(case, reader) is allowed
    assert readable_among([case], reader) == ((case,) if allowed else ())


def test_neither_the_reporter_nor_what_was_told_is_shown():
    case = case_of(reporter="telegram:4711")
    draft = Draft("p1", answers=dict(ANSWERS))

    assert "4711" not in repr(case)
    assert "picture" not in repr(case) + repr(draft)


# Telling


def test_the_questions_are_asked_in_the_order_of_the_form():
    draft = Draft("p1")
    order = []
    for words in ANSWERS.values():
        question = asked(draft, FORM)
        assert question is not None
        order.append(question.key)
        draft = answer(draft, FORM, words, NOW)

    assert tuple(order) == ORDER
    assert draft.answers == ANSWERS
    assert asked(draft, FORM) is None
    assert answer(draft, FORM, "one more", NOW) is draft


def test_the_next_question_is_the_first_one_without_an_answer():
    for draft, key in (
        (Draft("p1"), "happened"),
        (told(happened="words", serious="bad"), "where"),
        (Draft("p1", answers={"happened": "as it comes from the store"}), "where"),
    ):
        question = asked(draft, FORM)
        assert question is not None
        assert question.key == key


def test_a_question_that_the_form_does_not_ask_any_more_is_passed_over():
    old = replace(told(happened="words", colour="blue"), step="size")

    assert asked(old, FORM) is FORM.question("where")
    assert answer(old, FORM, "school", NOW).answers == {
        "happened": "words",
        "colour": "blue",
        "where": "school",
    }


def test_an_answer_ends_a_pause_and_makes_a_new_reminder_possible():
    resting = replace(told(happened="words"), paused=True, reminded=True, touched=NOW)

    going_on = answer(resting, FORM, "school", LATER)

    assert (going_on.paused, going_on.reminded, going_on.touched) == (False, False, LATER)


def test_going_back_takes_back_one_answer_and_asks_that_question_again():
    back = step_back(
        replace(told(happened="words", where="school"), step=Step.SERIOUS), FORM, LATER
    )

    assert (back.answers, back.step, back.touched) == ({"happened": "words"}, Step.WHERE, LATER)


def test_going_back_from_the_first_question_changes_no_answer():
    first = step_back(Draft("p1", group="telegram:-1", case=7), FORM, LATER)

    assert first == Draft("p1", group="telegram:-1", case=7, touched=LATER)


@pytest.mark.parametrize("answers", [{}, {Step.HAPPENED: "words"}])
def test_going_back_ends_a_pause_so_that_the_next_words_are_an_answer(answers):
    resting = Draft("p1", answers=answers, paused=True, reminded=True)

    going_on = step_back(resting, FORM, LATER)

    assert (going_on.paused, going_on.reminded) == (False, False)


@pytest.mark.parametrize("step", ORDER[1:])
def test_more_words_join_the_story_and_the_same_question_stays_open(step):
    resting = replace(told(happened="words"), step=step, reminded=True, touched=NOW)

    grown = tell_more(resting, FORM, "more words", LATER)

    assert grown.answers == {"happened": "words\nmore words"}
    assert (grown.step, grown.touched, grown.reminded) == (step, LATER, False)


def test_more_words_are_the_story_where_there_was_none():
    begun = tell_more(Draft("p1", step=Step.NAME), FORM, "words", NOW)

    assert (begun.answers, begun.step) == ({"happened": "words"}, Step.WHERE)


@given(moves)
def test_after_any_answers_and_steps_back_the_answers_given_last_stand(course):
    draft = Draft("p1", case=7, group="telegram:-1")
    standing: list[str] = []
    for move in course:
        if move is BACK:
            draft = step_back(draft, FORM, NOW)
            standing = standing[:-1]
        elif asked(draft, FORM) is not None:
            draft = answer(draft, FORM, move, NOW)
            standing.append(move)
        assert draft.answers == dict(zip(ORDER, standing, strict=False))
        question = asked(draft, FORM)
        open_ones = [key for key in ORDER if key not in draft.answers]
        assert (question.key if question is not None else None) == next(iter(open_ones), None)
    assert (draft.case, draft.group) == (7, "telegram:-1")


# A case of it


def test_a_case_holds_all_that_was_told():
    case = open_case(Draft("p1", answers=dict(ANSWERS)), FORM, 7, "De Linde", NOW)

    assert case == Case(
        7, "p1", "De Linde", NOW, dict(ANSWERS), events=(CaseEvent(NOW, "opened"),), form="report-1"
    )
    assert case.key == "7"
    assert case.status is Status.RECEIVED


@pytest.mark.parametrize(("said", "known"), [("yes", True), ("no", False), (None, False)])
def test_the_name_is_known_to_handlers_only_when_the_reporter_said_yes(said, known):
    answers: dict[str, str] = {**ANSWERS, Step.NAME: said} if said else {Step.HAPPENED: "words"}
    draft = Draft("p1", answers=answers)
    opened_with_name = replace(case_of(), name_known=True)

    assert open_case(draft, FORM, 7, "", NOW).name_known is known
    assert complete_case(opened_with_name, draft, FORM, NOW).name_known is known


def test_a_case_that_was_opened_at_once_is_completed_with_the_later_answers():
    draft = told(happened="words in a group")
    opened = open_case(draft, FORM, 7, "De Linde", NOW)
    seen = mark_read(replace(opened, handlers=("s1",)), "s1", NOW)

    complete = complete_case(seen, answer(draft, FORM, "school", LATER), FORM, LATER)

    assert complete.answers == {Step.HAPPENED: "words in a group", Step.WHERE: "school"}
    assert [e.what for e in complete.events] == ["opened", "read", "completed"]
    assert complete == replace(seen, answers=complete.answers, events=complete.events)


def test_words_that_a_handler_may_have_read_stay_in_the_case_when_the_reporter_tells_it_anew():
    draft = told(happened="He hit me")
    opened = open_case(draft, FORM, 7, "", NOW)
    anew = answer(step_back(draft, FORM, NOW), FORM, "It was nothing", LATER)

    assert add_to_case(opened, anew).answers == {Step.HAPPENED: "He hit me\nIt was nothing"}


def test_words_that_were_taken_back_stay_in_the_case():
    draft = told(happened="He hit me")

    assert add_to_case(open_case(draft, FORM, 7, "", NOW), step_back(draft, FORM, NOW)).answers == (
        draft.answers
    )


def test_words_that_were_added_stand_in_the_case_once():
    opened = open_case(told(happened="He hit me"), FORM, 7, "", NOW)
    more = told(happened="He hit me\nand took my phone")

    grown = add_to_case(opened, more)

    assert grown.answers == more.answers
    assert add_to_case(grown, more) == grown
    assert add_to_case(grown, told(happened="He hit me")) == grown


@given(moves)
def test_nothing_of_the_story_and_no_last_answer_is_lost_on_the_way_into_the_case(course):
    draft = answer(Draft("p1"), FORM, "the first words", NOW)
    case = open_case(draft, FORM, 7, "", NOW)
    stories = {"the first words"}
    for move in course:
        if move is BACK:
            draft = step_back(draft, FORM, NOW)
        elif asked(draft, FORM) is not None:
            stories |= {move} if draft.step is Step.HAPPENED else set()
            draft = answer(draft, FORM, move, NOW)
        case = add_to_case(case, draft)
    complete = complete_case(case, draft, FORM, LATER)

    assert all(story in complete.answers[Step.HAPPENED] for story in stories)
    last = {step: words for step, words in draft.answers.items() if step != Step.HAPPENED}
    assert last.items() <= complete.answers.items()


def test_every_look_of_a_handler_is_a_fact_of_the_case():
    twice = mark_read(mark_read(case_of(), "s1", NOW), "s2", LATER)

    assert twice.status is Status.READ
    assert twice.events == (CaseEvent(NOW, "read", "s1"), CaseEvent(LATER, "read", "s2"))


# What an account told before it was bound


def test_two_stories_of_one_person_become_one_and_lose_no_word():
    mine = Draft("p1", {Step.HAPPENED: "the first part"}, Step.WHERE)
    other = Draft("telegram:4", {Step.HAPPENED: "the second part"})

    both = with_words_of(mine, other, FORM)

    assert both.answers[Step.HAPPENED].splitlines() == ["the first part", "the second part"]
    assert both.step == Step.WHERE
    assert with_words_of(Draft("p1"), other, FORM).step == Step.WHERE
    assert with_words_of(mine, Draft("telegram:4"), FORM) == mine


def test_who_turns_out_to_be_the_reporter_does_not_handle_the_case():
    case = replace(case_of(reporter="telegram:4"), handlers=("s3", "s4"))

    taken = taken_over(case, "s3")

    assert (taken.reporter, taken.handlers) == ("s3", ("s4",))
