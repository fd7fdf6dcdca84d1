"""School time: holidays, weekends and a clock that is changed twice a year."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school_time import Holiday, Hours, SchoolTime

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
USUAL = SchoolTime(AMSTERDAM)
CHRISTMAS = Holiday(date(2026, 12, 21), date(2027, 1, 3))
MINUTE = timedelta(minutes=1)


def at(text: str) -> datetime:
    """Read a time of the school's own clock."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def test_four_hours_within_a_day_are_four_hours():
    assert USUAL.after(at("2026-11-24 09:30"), hours(4)) == at("2026-11-24 13:30")


def test_what_is_left_of_four_hours_goes_on_the_next_morning():
    assert USUAL.after(at("2026-11-24 15:00"), hours(4)) == at("2026-11-25 10:00")


def test_a_weekend_does_not_count():
    assert USUAL.after(at("2026-11-27 15:00"), hours(4)) == at("2026-11-30 10:00")


def test_an_evening_counts_from_the_next_morning():
    assert USUAL.after(at("2026-11-24 21:00"), hours(4)) == at("2026-11-25 12:00")
    assert USUAL.after(at("2026-11-24 06:00"), hours(4)) == at("2026-11-24 12:00")


def test_a_holiday_does_not_count():
    school = SchoolTime(AMSTERDAM, holidays=(CHRISTMAS,))

    assert school.after(at("2026-12-18 15:00"), hours(4)) == at("2027-01-04 10:00")


def test_a_weekend_in_which_the_clock_is_changed_adds_no_hour():
    assert USUAL.after(at("2026-03-27 16:00"), hours(2)) == at("2026-03-30 09:00")
    assert USUAL.after(at("2026-10-23 16:00"), hours(2)) == at("2026-10-26 09:00")


def test_a_school_that_is_open_while_the_clock_is_changed_counts_real_hours():
    night = SchoolTime(AMSTERDAM, (Hours(time(1), time(9)),) * 7)

    assert night.after(at("2026-03-29 01:00"), hours(2)) == at("2026-03-29 04:00")
    assert night.after(at("2026-10-25 01:00"), hours(4)) == at("2026-10-25 04:00")


def test_hours_that_the_clock_skips_are_no_hours():
    night = SchoolTime(AMSTERDAM, (Hours(time(2, 15), time(2, 45)),) * 7)

    assert night.after(at("2026-03-28 12:00"), MINUTE) == at("2026-03-29 03:16")
    skipped = SchoolTime(AMSTERDAM, (Hours(time(2, 30), time(3, 0)),) * 7)
    assert skipped.after(at("2026-03-28 12:00"), MINUTE) == at("2026-03-30 02:31")


def test_three_school_days_later_it_is_the_same_time_of_the_day():
    assert USUAL.days_after(at("2026-11-26 10:15"), 3) == at("2026-12-01 10:15")
    assert USUAL.days_after(at("2026-11-28 10:15"), 3) == at("2026-12-03 08:00")


def test_a_shorter_day_ends_earlier():
    week = (*(Hours(time(8), time(17)),) * 2, Hours(time(8), time(12)), None, None, None, None)

    assert SchoolTime(AMSTERDAM, week).days_after(at("2026-11-24 16:00"), 1) == at(
        "2026-11-25 12:00"
    )


def test_tomorrow_morning_is_the_next_opening():
    assert USUAL.next_morning(at("2026-11-24 00:30")) == at("2026-11-25 08:00")
    assert USUAL.next_morning(at("2026-11-27 23:30")) == at("2026-11-30 08:00")


def test_the_last_school_time_before_a_weekend_is_its_end_on_friday():
    assert USUAL.latest_by(at("2026-11-29 12:00")) == at("2026-11-27 17:00")
    assert USUAL.latest_by(at("2026-11-27 12:00")) == at("2026-11-27 12:00")
    assert USUAL.latest_by(at("2026-11-27 07:00")) == at("2026-11-26 17:00")


DAYS_OF_A_YEAR = st.dates(date(2026, 1, 1), date(2027, 1, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def school_times(draw: st.DrawFn) -> SchoolTime:
    pair = st.tuples(TIMES, TIMES).filter(lambda two: two[0] < two[1])
    day = st.none() | pair.map(lambda two: Hours(*two))
    week = draw(st.tuples(*[day] * 7).filter(any))
    ends = st.tuples(DAYS_OF_A_YEAR, st.integers(0, 20))
    holidays = draw(st.lists(ends, max_size=3))
    return SchoolTime(
        AMSTERDAM, week, tuple(Holiday(d, d + timedelta(days=n)) for d, n in holidays)
    )


MOMENTS = st.builds(
    lambda day, minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, minutes=minutes),
    st.integers(0, 364),
    st.integers(0, 1439),
)
AMOUNTS = st.integers(1, 600).map(lambda minutes: timedelta(minutes=minutes))


def minute_counts(school: SchoolTime, minute: datetime) -> bool:
    """Tell by the clock on the wall whether the minute that begins now is school time."""
    wall = minute.astimezone(AMSTERDAM)
    today = school.week[wall.weekday()]
    if today is None or any(h.first <= wall.date() <= h.last for h in school.holidays):
        return False
    return today.begin <= wall.time() < today.end


@given(st.lists(st.integers(0, 6), max_size=6, unique=True), MOMENTS, AMOUNTS)
def test_exactly_so_many_minutes_of_school_lie_in_between(closed, moment, amount):
    week = tuple(None if day in closed else Hours(time(8, 10), time(16, 45)) for day in range(7))
    school = SchoolTime(AMSTERDAM, week, (CHRISTMAS,))

    until = school.after(moment, amount)

    minutes = int((until - moment) / MINUTE)
    counted = sum(minute_counts(school, moment + MINUTE * n) for n in range(minutes))
    assert counted * MINUTE == amount


@given(school_times(), MOMENTS, AMOUNTS, AMOUNTS)
def test_waiting_twice_is_waiting_for_the_sum(school, moment, first, second):
    assert school.after(school.after(moment, first), second) == school.after(moment, first + second)


@given(school_times(), MOMENTS, AMOUNTS, AMOUNTS)
def test_who_begins_later_is_never_ready_earlier(school, moment, delay, amount):
    assert school.after(moment + delay, amount) >= school.after(moment, amount)


@given(school_times(), MOMENTS, AMOUNTS)
def test_every_answer_lies_in_school_time(school, moment, amount):
    assert school.is_open(school.after(moment, amount))
    assert school.is_open(school.days_after(moment, 3))
    assert school.is_open(school.next_morning(moment))
    latest = school.latest_by(moment)
    assert school.is_open(latest)
    assert latest <= moment
    assert not school.is_open(moment) or latest == moment
