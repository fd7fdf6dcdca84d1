"""When those who handle a case are reminded of it: it lies still, or a date of its plan is near.

A reminder that was given is a line of the case, so a restart forgets none and gives none twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.cases import Case, Status
from bot.domain.plan import Course
from bot.domain.school_time import NO_TIME, SchoolTime

LONG_CLOCK = timedelta(hours=48)
"""A date of the plan that lies at least so far ahead is told of before, and not only on the day."""

LEADS = (timedelta(hours=48), timedelta(hours=24), timedelta(hours=6))
"""Of the 72 hours for a data leak (GDPR art. 33, 1) these are the 24th, the 48th and the 66th."""

IN_HAND = frozenset({Status.READ, Status.IN_HAND})


class Occasion(StrEnum):
    """Why somebody is reminded; the values name texts."""

    QUIET = "quiet"
    CLOCK = "clock"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of a case. `what` is the line it leaves in it."""

    at: datetime
    occasion: Occasion
    what: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """Somebody wants to be reminded of a case later. The key is the case number and the person."""

    key: str
    case: int
    who: str
    occasion: Occasion
    until: datetime


def reminders(
    case: Case, course: Course, hours: SchoolTime, quiet_days: int
) -> tuple[Reminder, ...]:
    """List the reminders of a case that are still to be given, the earliest first."""
    if case.status not in IN_HAND:
        return ()
    given = {event.what for event in case.events}
    of_plan = [r for r in _of_plan(course, hours) if r.what not in given]
    quiet = Reminder(
        hours.days_after(_last_sign_of_life(case), quiet_days), Occasion.QUIET, "reminded-quiet"
    )
    return tuple(sorted((*of_plan, quiet), key=lambda reminder: reminder.at))


def _last_sign_of_life(case: Case) -> datetime:
    moments = [event.at for event in case.events]
    moments += [said.at for said in case.talk]
    moments += [record.at for record in case.records]
    moments += [piece.received_at for piece in case.evidence]
    return max(moments)


def _of_plan(course: Course, hours: SchoolTime) -> Iterator[Reminder]:
    for due, item in course.due():
        name = f"reminded-{item.key}"
        if item.due is None or item.due.after < LONG_CLOCK:
            occasion = Occasion.WATCH if item.not_before else Occasion.CLOCK
            yield Reminder(hours.after(due, NO_TIME), occasion, name)
            continue
        known = _known_since(course, item.due.since)
        for lead in LEADS:
            moment = due - lead
            if known is None or moment > known:
                # The clock of the law does not stand still at night: rather earlier than too late.
                early = hours.latest_by(moment)
                at = early if known is None or early > known else moment
                yield Reminder(at, Occasion.CLOCK, f"{name}-{lead // timedelta(hours=1)}")


def _known_since(course: Course, key: str) -> datetime | None:
    entries = course.entries(key)
    return entries[-1].at if entries else course.opened_at
