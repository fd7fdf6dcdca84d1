"""When those who handle a case are reminded of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import Case, CaseEvent, Status, mark_read
from bot.domain.escalation import noted
from bot.domain.plan import Course, Due, Item, Kind, Plan, PlanStep, Record
from bot.domain.reminders import Occasion, Reminder, reminders
from bot.domain.school_time import SchoolTime
from bot.domain.talk import Said

HOUR = timedelta(hours=1)
SCHOOL = SchoolTime(UTC)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)

PLAN = Plan(
    (
        PlanStep(
            1,
            "11.1",
            (
                Item("aware", 1, Kind.MOMENT, required=False),
                Item("leak-ap", 1, Kind.CHOICE, ("yes", "no"), due=Due("aware", 72 * HOUR)),
                Item("spread", 1, Kind.CHOICE, ("yes", "no"), required=False),
                Item("watch", 1, Kind.CHOICE, ("quiet",), due=Due("spread", HOUR), not_before=True),
            ),
        ),
    )
)


def read_on(moment: datetime, *records: Record) -> Case:
    case = Case(1, "p1", opened_at=moment, handlers=("s1",), records=records)
    return mark_read(replace(case, events=(CaseEvent(moment, "opened"),)), "s1", moment)


def to_come(case: Case) -> list[Reminder]:
    course = Course(PLAN, case.records, FRIDAY, opened_at=case.opened_at)
    return list(reminders(case, course, SCHOOL, 3))


def of_plan(case: Case) -> list[datetime]:
    return [r.at for r in to_come(case) if r.occasion is not Occasion.QUIET]


def test_three_school_days_without_news_call_for_a_reminder_and_then_again():
    case = read_on(FRIDAY)

    [quiet] = to_come(case)
    assert (quiet.at, quiet.occasion) == (FRIDAY + timedelta(days=5), Occasion.QUIET)
    [again] = to_come(noted(case, quiet.what, quiet.at))
    assert again.at == FRIDAY + timedelta(days=10)


def test_words_of_the_reporter_are_news():
    case = replace(read_on(MONDAY), talk=(Said(MONDAY + 5 * HOUR, "", "Het gaat door"),))

    assert [r.at for r in to_come(case)] == [THURSDAY + 5 * HOUR]


def test_nobody_is_reminded_of_a_case_that_is_closed_or_that_nobody_has_read():
    for status in (Status.RECEIVED, Status.CLOSED):
        assert to_come(replace(read_on(MONDAY), status=status)) == []


def aware(moment: datetime, told: datetime) -> Record:
    return Record("aware", told, "s1", moment.isoformat())


def test_the_72_hours_are_told_of_at_the_24th_the_48th_and_the_66th():
    case = read_on(MONDAY, aware(MONDAY, MONDAY))

    at_closing = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
    assert of_plan(case) == [MONDAY + 24 * HOUR, MONDAY + 48 * HOUR, at_closing]


def test_in_a_weekend_the_clock_of_the_law_goes_on_so_the_reminder_comes_before():
    friday_noon = FRIDAY - 3 * HOUR
    case = read_on(FRIDAY, aware(friday_noon, FRIDAY))

    closing = FRIDAY.replace(hour=17)
    assert of_plan(case) == [closing, closing, closing]


def test_what_was_over_when_it_was_recorded_is_not_told_any_more():
    told = MONDAY + 30 * HOUR
    case = read_on(told, aware(MONDAY, told))

    assert len(of_plan(case)) == 2


def test_a_look_at_what_spreads_is_asked_for_in_school_time():
    noon = Record("spread", FRIDAY, "s1", "yes")
    evening = Record("spread", FRIDAY.replace(hour=21), "s1", "yes")

    assert of_plan(read_on(FRIDAY, noon)) == [FRIDAY + HOUR]
    assert of_plan(read_on(FRIDAY, evening)) == [datetime(2026, 11, 30, 8, 0, tzinfo=UTC)]


@given(st.integers(0, 7 * 24 * 60), st.integers(0, 60 * 60))
def test_no_reminder_of_the_clock_comes_too_late_and_none_twice(start, delay):
    moment = MONDAY + timedelta(minutes=start)
    told = moment + timedelta(minutes=delay)
    case = read_on(told, aware(moment, told))
    given_out: list[Reminder] = []
    while len(given_out) < 20:
        reminder = to_come(case)[0]
        given_out.append(reminder)
        case = noted(case, reminder.what, max(reminder.at, told))

    clock = [r for r in given_out if r.occasion is Occasion.CLOCK]
    assert len({r.what for r in clock}) == len(clock)
    assert all(told < r.at <= moment + 66 * HOUR for r in clock)
    assert clock or delay >= 66 * 60
