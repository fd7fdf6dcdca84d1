"""When an unread case goes to the next person, and to whom it never goes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import LEFT, Case, CaseEvent, Status, mark_read
from bot.domain.escalation import (
    NOBODY_LEFT,
    NOT_TOLD,
    next_reader,
    noted,
    pass_on,
    passed_on_at,
)
from bot.domain.handing_over import ACCEPTED, STEPPED_OUT
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


def test_a_look_of_who_does_not_handle_it_any_more_is_none():
    read = mark_read(opened(serious="very-bad"), "s1", FRIDAY)
    later = FRIDAY + timedelta(hours=5)
    for what in (STEPPED_OUT, ACCEPTED):
        passed = noted(replace(read, handlers=("s2",)), what, later, "s1")

        assert passed_on_at(passed, SCHOOL) == later + QUARTER
        assert passed_on_at(mark_read(passed, "s2", later), SCHOOL) is None
        assert passed_on_at(replace(passed, status=Status.CLOSED), SCHOOL) is None


def test_a_look_of_who_left_is_none_until_they_look_again():
    read = mark_read(opened(), "s1", FRIDAY)
    later = FRIDAY + timedelta(days=4)
    gone = noted(read, LEFT, later, "s1")

    assert passed_on_at(gone, SCHOOL) == later
    assert passed_on_at(mark_read(gone, "s1", later), SCHOOL) is None
    assert (
        passed_on_at(mark_read(replace(gone, handlers=("s1", "s2")), "s2", later), SCHOOL) is None
    )
    two = noted(
        replace(read, answers={"serious": "very-bad"}, handlers=("s1", "s2")), LEFT, later, "s1"
    )
    assert passed_on_at(two, SCHOOL) == later + QUARTER


def test_who_gave_a_case_away_does_not_get_it_back():
    given = replace(mark_read(opened(), "s1", FRIDAY), handlers=("s2",))

    assert next_reader(given, ["s1", "s2", "s3"]) == "s3"


def test_somebody_who_stays_and_has_looked_is_enough():
    case = mark_read(replace(opened(), handlers=("s1", "s2")), "s1", FRIDAY)

    assert passed_on_at(case, SCHOOL) is None
    assert passed_on_at(replace(case, excluded=("s1",)), SCHOOL) is not None


def test_who_comes_in_after_everybody_was_asked_is_waited_for_again():
    asked = noted(opened(serious="very-bad"), NOBODY_LEFT, FRIDAY)
    later = FRIDAY + timedelta(days=1)
    handed = noted(replace(asked, handlers=("s3",)), STEPPED_OUT, later, "s1")

    assert passed_on_at(handed, SCHOOL) == later + QUARTER


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
