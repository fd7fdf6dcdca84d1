"""A form: what is asked when, which answers fit, and how an old version stays readable."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forms import (
    SKIPPED,
    ArchivedForm,
    Asker,
    Form,
    Kind,
    Option,
    Question,
    Told,
    archived,
    told,
)

STAFF = frozenset({"staff"})
ABOUT = Question("about", Kind.CHOICE, ((Option("me"), Option("staff")),))
WHO = Question(
    "who",
    Kind.CHOICE,
    ((Option("leader"),), (Option("other", unless={"place": frozenset({"school"})}),)),
    when={"about": STAFF},
)
COMFORT = Question("comfort", Kind.NONE, when={"about": STAFF})
READER = Question(
    "reader", Kind.CHOICE, ((Option("leader"),),), unless={"who": frozenset({"leader"})}
)
FORM = Form(
    "v1",
    (
        Question("pupil", Kind.WORDS, asked_of=frozenset({Asker.STAFF})),
        Question("place", Kind.WORDS, ((Option("school"),),), skippable=True),
        ABOUT,
        COMFORT,
        WHO,
        READER,
    ),
)


def keys(form):
    return [question.key for question in form.questions]


def next_key(answers, form=FORM):
    question = form.next_question(answers)
    return question.key if question is not None else None


def test_a_question_is_asked_of_those_it_is_for_only():
    assert keys(FORM.of(Asker.STAFF)) == keys(FORM)
    assert keys(FORM.of(Asker.PUPIL)) == keys(FORM)[1:]
    assert FORM.of(Asker.PUPIL).key == "v1"


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({}, "pupil"),
        ({"pupil": "x", "place": SKIPPED}, "about"),
        ({"pupil": "x", "place": "here", "about": "staff"}, "who"),
        ({"pupil": "x", "place": "here", "about": "me"}, "reader"),
        ({"pupil": "x", "place": "here", "about": "staff", "who": "leader"}, None),
        ({"pupil": "x", "place": "here", "about": "staff", "who": "other"}, "reader"),
        ({"about": "me", "reader": "leader"}, "pupil"),
    ],
)
def test_what_is_asked_next_follows_from_the_answers(answers, key):
    assert next_key(answers) == key


def test_what_waits_for_no_answer_is_said_on_the_way_and_never_asked():
    staff = {"about": "staff"}

    assert FORM.said_after("about", staff) == (COMFORT,)
    assert FORM.said_after("about", {"about": "me"}) == ()
    assert FORM.said_after("place", staff) == ()
    assert FORM.said_after("no such question", staff) == ()
    assert all(next_key(answers) != "comfort" for answers in ({}, staff, {**staff, "pupil": "x"}))


def test_a_choice_that_does_not_fit_an_earlier_answer_is_not_offered():
    assert WHO.offered({}) == WHO.rows
    assert WHO.offered({"place": "school"}) == ((Option("leader"),),)
    assert WHO.can_be_tapped("other", {})
    assert not WHO.can_be_tapped("other", {"place": "school"})


def test_only_what_may_be_skipped_can_be_skipped():
    place = FORM.question("place")
    assert place is not None
    assert place.can_be_tapped(SKIPPED, {})
    assert not ABOUT.can_be_tapped(SKIPPED, {})
    assert not ABOUT.can_be_tapped("somebody", {})


def test_an_answer_whose_question_is_not_asked_any_more_does_not_count():
    answers = {"about": "me", "who": "leader", "reader": "leader", "colour": "blue"}

    assert FORM.fitting(answers) == {"about": "me", "reader": "leader", "colour": "blue"}


choices = st.sampled_from(["me", "staff", "leader", "other", "school", SKIPPED, "own words"])


@given(st.lists(choices, max_size=12), st.sampled_from(Asker))
def test_answering_what_is_asked_ends_and_never_leaves_an_answer_that_does_not_fit(given, asker):
    form = FORM.of(asker)
    answers: dict[str, str] = {}
    for words in given:
        question = form.next_question(answers)
        if question is None:
            break
        assert question.applies(answers)
        assert question.key not in answers
        answers[question.key] = words

    assert form.fitting(answers) == answers
    assert len(answers) <= len(form.questions)


def worded(form):
    """Give every question and choice words that name it."""
    return replace(
        form,
        questions=tuple(
            replace(
                question,
                wording={"nl": f"{question.key}?\nUitleg.", "en": f"{question.key} in English?"},
                rows=tuple(
                    tuple(replace(option, labels={"nl": option.key.upper()}) for option in row)
                    for row in question.rows
                ),
            )
            for question in form.questions
        ),
    )


def test_an_old_version_shows_its_own_questions_beside_the_answers():
    kept = archived(worded(FORM))

    assert kept.key == "v1"
    assert told(kept, {"place": "school", "about": SKIPPED, "pupil": "7B-14"}, "nl") == (
        Told("pupil", "pupil?", "7B-14"),
        Told("place", "place?", "SCHOOL"),
        Told("about", "about?", ""),
    )


def test_a_language_that_came_later_falls_back_on_what_was_kept():
    kept = archived(worded(FORM))

    [en] = told(kept, {"about": "me"}, "en")
    [tr] = told(kept, {"about": "me"}, "tr")

    assert (en.question, en.answer) == ("about in English?", "ME")
    assert (tr.question, tr.answer) == ("about?", "ME")


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=8), max_size=6))
def test_no_answer_is_lost_whatever_the_version_knows(answers):
    for kept in (archived(worded(FORM)), ArchivedForm("v0")):
        assert {each.key for each in told(kept, answers, "nl")} == set(answers)


def test_what_was_told_stands_in_no_repr():
    [each] = told(archived(worded(FORM)), {"place": "Bij Noor thuis"}, "nl")

    assert "Noor" not in repr(each)
