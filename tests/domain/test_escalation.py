"""When an unread case goes to the next person, and to whom it never goes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import Case, CaseEvent, Status, mark_read
from bot.domain.escalation import (
    NOBODY_LEFT,
    NOT_TOLD,
    next_reader,
    noted,
    pass_on,
    passed_on_at,
)
from bot.domain.school_time import SchoolTime

SCHOOL = SchoolTime(UTC)
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def opened(**answers: str) -> Case:
    return Case(
        1,
        "p1",
        opened_at=FRIDAY,
        answers=answers,
        handlers=("s1",),
        excluded=("s9",),
        events=(CaseEvent(FRIDAY, "opened"),),
    )


def test_a_serious_case_waits_a_quarter_of_an_hour_of_any_day():
    for serious in ("very-bad", "danger-now"):
        assert passed_on_at(opened(serious=serious), SCHOOL) == FRIDAY + QUARTER


def test_another_case_waits_four_hours_of_school():
    for answers in ({"serious": "bad"}, {"serious": "skipped"}, {}):
        assert passed_on_at(opened(**answers), SCHOOL) == MONDAY


def test_whoever_was_asked_gets_the_same_time_again():
    later = FRIDAY + QUARTER

    assert passed_on_at(pass_on(opened(serious="very-bad"), "s2", later), SCHOOL) == later + QUARTER


def test_a_case_that_was_read_stays_where_it_is():
    assert passed_on_at(mark_read(opened(serious="danger-now"), "s1", FRIDAY), SCHOOL) is None


def test_a_case_that_was_closed_unread_stays_where_it_is():
    assert passed_on_at(replace(opened(), status=Status.CLOSED), SCHOOL) is None


def test_nobody_waits_for_somebody_who_could_not_be_told():
    untold = noted(opened(), NOT_TOLD, FRIDAY + timedelta(seconds=2), "s1")

    assert passed_on_at(untold, SCHOOL) == FRIDAY + timedelta(seconds=2)
    assert passed_on_at(replace(opened(), handlers=()), SCHOOL) == FRIDAY
    asked = noted(pass_on(opened(), "s2", FRIDAY), NOT_TOLD, FRIDAY, "s2")
    assert passed_on_at(asked, SCHOOL) == FRIDAY


def test_when_nobody_is_left_nothing_is_due_any_more():
    assert passed_on_at(noted(opened(), NOBODY_LEFT, FRIDAY), SCHOOL) is None


PEOPLE = st.lists(st.sampled_from([f"s{n}" for n in range(6)] + ["p1"]), max_size=8)


@given(PEOPLE, PEOPLE, PEOPLE)
def test_nobody_is_asked_twice_and_nobody_who_may_not_read_it(handlers, excluded, candidates):
    case = Case(1, "p1", opened_at=FRIDAY, handlers=tuple(handlers), excluded=tuple(excluded))
    asked = []
    while (person := next_reader(case, candidates)) is not None:
        asked.append(person)
        case = pass_on(case, person, FRIDAY)

    assert len(asked) == len(set(asked))
    assert not set(asked) & {*excluded, *handlers, "p1"}
    assert {*asked, *excluded, *handlers, "p1"} >= set(candidates)
