"""When the school is open, and how much of that time lies between two moments.

Everything that comes in and goes out is in UTC. The hours of a day are those of the school's own
clock, so a day has as many of them in the week in which the clock is changed as in any other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

DAY = timedelta(days=1)

NO_TIME = timedelta()


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when the school is open on a day, by its own clock."""

    begin: time
    end: time


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which the school is closed, the first and the last one included."""

    first: date
    last: date


OFFICE_HOURS = Hours(time(8), time(17))

WEEK = (*(OFFICE_HOURS,) * 5, None, None)
"""Monday to Sunday, as most schools have them."""


@dataclass(frozen=True, slots=True)
class SchoolTime:
    """The hours of the week from Monday on (None: closed), and the holidays.

    At least one day of the week has hours; else no school time would ever pass.
    """

    zone: tzinfo
    week: tuple[Hours | None, ...] = WEEK
    holidays: tuple[Holiday, ...] = ()

    def after(self, moment: datetime, time_open: timedelta) -> datetime:
        """Give the moment at which the school has been open for so long since `moment`.

        For no time at all: `moment` itself, or the next opening when the school is closed then.
        """
        left = time_open
        sessions = self._sessions(moment)
        while True:
            begin, end = next(sessions)
            start = max(begin, moment)
            if start + left <= end:
                return start + left
            left -= end - start

    def days_after(self, moment: datetime, days: int) -> datetime:
        """Give the same time of the day so many school days later, within the hours of that day.

        Outside school time the count begins at the next opening.
        """
        start = self.after(moment, NO_TIME)
        today, _ = next(self._sessions(start))
        begin, end = next(islice(self._sessions(start), days, None))
        return min(begin + (start - today), end)

    def next_morning(self, moment: datetime) -> datetime:
        """Give the opening of the first school day after the day of `moment`."""
        tomorrow = moment.astimezone(self.zone).date() + DAY
        return next(begin for begin, _ in self._from_day(tomorrow))

    def latest_by(self, moment: datetime) -> datetime:
        """Give the last moment of school time that is not after `moment`."""
        day = moment.astimezone(self.zone).date()
        while True:
            session = self._session(day)
            if session is not None and session[0] <= moment:
                return min(session[1], moment)
            day -= DAY

    def is_open(self, moment: datetime) -> bool:
        """Tell whether the school is open, the moments of opening and closing included."""
        return self.after(moment, NO_TIME) == moment

    def _sessions(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """List when the school is open, from the session in or after which `moment` lies."""
        today = moment.astimezone(self.zone).date()
        return (session for session in self._from_day(today) if session[1] >= moment)

    def _from_day(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        while True:
            session = self._session(day)
            if session is not None:
                yield session
            day += DAY

    def _session(self, day: date) -> tuple[datetime, datetime] | None:
        hours = self.week[day.weekday()]
        if hours is None or any(h.first <= day <= h.last for h in self.holidays):
            return None
        begin = datetime.combine(day, hours.begin, self.zone).astimezone(UTC)
        end = datetime.combine(day, hours.end, self.zone).astimezone(UTC)
        # Hours that the clock skipped in spring are no hours of that day.
        return (begin, end) if begin < end else None
