"""How long a case is kept, and what remains of it afterwards (P8).

The law names no terms for reports; the board decides on them together with the FG. So they are
settings, one for each outcome, and these are the rules for reckoning with them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

NEVER = "nooit"
"""In place of a term: it is kept for good."""

AFTER_THE_SCHOOL_YEAR = "einde schooljaar"

LAST_MONTH = 7
"""A school year ends with July."""

MONTHS_IN_A_YEAR = 12

LONGEST_YEARS = 100

GRACE = timedelta(days=30)
"""What came in after the end is kept at least so long, so that somebody can look at it."""

WARNINGS = (timedelta(days=14), timedelta(hours=72))
"""So long before it goes, those who handle a case hear of it."""

NOON = time(12)
"""Of the day on which something goes, by the clock of the school: no warning comes at night."""

_PERIOD = re.compile(r"([0-9]{1,5}) ?(dag|dagen|week|weken|maand|maanden|jaar|jaren)")
_MONTHS = {"maand": 1, "maanden": 1, "jaar": MONTHS_IN_A_YEAR, "jaren": MONTHS_IN_A_YEAR}
_DAYS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}


@dataclass(frozen=True, slots=True)
class Term:
    """So many months and days, counted from the end of the school year where that is said."""

    months: int = 0
    days: int = 0
    after_school_year: bool = False

    def end(self, start: date) -> date:
        """Give the last day of the term that begins on `start`."""
        begin = end_of_school_year(start) if self.after_school_year else start
        return _months_later(begin, self.months) + timedelta(days=self.days)


def term_of(words: str) -> Term | None:
    """Read a term as it is written: "90 dagen", "einde schooljaar + 1 jaar"; None for "nooit".

    Raises ValueError for anything else, a bare number most of all: a 0 could mean both never and
    at once.
    """
    plain = " ".join(words.casefold().split())
    if plain == NEVER:
        return None
    if plain == AFTER_THE_SCHOOL_YEAR:
        return Term(after_school_year=True)
    base, plus, rest = plain.partition("+")
    if plus and base.strip() != AFTER_THE_SCHOOL_YEAR:
        raise ValueError(words)
    period = _PERIOD.fullmatch(rest.strip() if plus else plain)
    if period is None:
        raise ValueError(words)
    count, unit = int(period[1]), period[2]
    term = Term(count * _MONTHS.get(unit, 0), count * _DAYS.get(unit, 0), bool(plus))
    if not count or term.months > LONGEST_YEARS * MONTHS_IN_A_YEAR:
        raise ValueError(words)
    return term


@dataclass(frozen=True, slots=True)
class Policy:
    """How long what is kept: cases by their outcome (None: for good), reports never finished."""

    terms: Mapping[str, Term | None]
    drafts: Term
    zone: tzinfo

    def end(self, outcome: str, closed: date) -> date | None:
        """Give the last day of a case that ended like this; None when it is kept for good.

        An outcome that no setting names is kept as long as the one that is kept longest.
        """
        terms = (self.terms[outcome],) if outcome in self.terms else tuple(self.terms.values())
        ends = [None if term is None else term.end(closed) for term in terms]
        return None if None in ends else max(end for end in ends if end is not None)

    def day(self, moment: datetime) -> date:
        """Give the day of a moment, by the clock of the school."""
        return moment.astimezone(self.zone).date()

    def noon(self, day: date) -> datetime:
        """Give the moment of a day at which what must go, goes."""
        return datetime.combine(day, NOON, self.zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Keeping:
    """What was decided about keeping one case longer than its outcome says.

    until       kept at least until then, because of `reason`
    held_until  not destroyed before, whatever else ends: a legal hold, because of `hold_reason`
    warned_at   when those who handle it were last warned that it goes
    """

    until: datetime | None = None
    reason: str = field(default="", repr=False)
    held_until: datetime | None = None
    hold_reason: str = field(default="", repr=False)
    warned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What remains of a case that was destroyed: that there was one, and nothing of anybody.

    key              the number of the case
    kind, outcome    what kind of report it was, and how it ended
    opened, closed   the months ("2026-11")
    ground           what it rests on: the outcome whose term ended ("term:handled")
    """

    key: str
    school: str
    school_year: str
    kind: str
    outcome: str
    opened: str
    closed: str
    destroyed_at: datetime
    ground: str


def end_of_school_year(day: date) -> date:
    """Give the last day of the school year in which a day lies."""
    year = day.year if day.month <= LAST_MONTH else day.year + 1
    return date(year, LAST_MONTH, 31)


def school_year(day: date) -> str:
    """Name the school year in which a day lies ("2026-2027")."""
    last = end_of_school_year(day).year
    return f"{last - 1}-{last}"


def warning_due(goes_at: datetime, warned_at: datetime | None) -> datetime | None:
    """Tell when the next warning is due; None when all were given.

    A warning counts for the date it was given for: when that moves away, it comes again.
    """
    moments = (goes_at - before for before in WARNINGS)
    return next((m for m in moments if warned_at is None or warned_at < m), None)


def _months_later(day: date, months: int) -> date:
    """Give the same day of a later month, or the last one of a month that is shorter."""
    count = day.year * MONTHS_IN_A_YEAR + day.month - 1 + months
    last = _first_of(count + 1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def _first_of(months: int) -> date:
    """Give the first day of a month, counted from the beginning of our era."""
    year, month = divmod(months, MONTHS_IN_A_YEAR)
    return date(year, month + 1, 1)
