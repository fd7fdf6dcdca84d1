"""A case that nobody reads goes to the next person (11.1); every attempt is a fact of the case."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.cases import LEFT, Case, CaseEvent, is_unread, seen_by
from bot.domain.handing_over import ACCEPTED, STEPPED_OUT
from bot.domain.reports import Seriousness, Step
from bot.domain.school_time import SchoolTime

SERIOUS = frozenset({Seriousness.VERY_BAD, Seriousness.DANGER_NOW})

PATIENCE_WHEN_SERIOUS = timedelta(minutes=15)
"""Of any day and night."""

PATIENCE = timedelta(hours=4)
"""Of school time."""

PASSED_ON = "passed-on"
"""A line of a case: nobody had read it, so this person was asked to."""

NOT_TOLD = "not-told"
"""A line of a case: this handler could not be told about it."""

NOBODY_LEFT = "nobody-left"
"""A line of a case: everybody who may read it was asked, and nobody did."""

PHONE_GIVEN = "phone-given"
"""A line of a case: the reporter heard the phone of the school, because nobody was reachable."""

_BEGINS_ANEW = frozenset({"opened", "completed", PASSED_ON, STEPPED_OUT, ACCEPTED, LEFT})


def is_serious(case: Case) -> bool:
    """Tell whether the reporter felt that it could not wait."""
    return case.answers.get(Step.SERIOUS) in SERIOUS


def passed_on_at(case: Case, hours: SchoolTime) -> datetime | None:
    """Tell when the case goes to the next person; None when it does not.

    A look of somebody who does not handle it or left helps nobody: whoever came in is waited for.
    """
    if not is_unread(case):
        return None
    events = case.events
    begins = [place for place, event in enumerate(events) if event.what in _BEGINS_ANEW]
    if any(event.what == NOBODY_LEFT for event in events[begins[-1] if begins else 0 :]):
        return None
    last = events[begins[-1]] if begins else None
    since = last.at if last is not None else case.opened_at
    if since is None:
        return None
    waited_for = {last.by} if last is not None and last.what == PASSED_ON else {*case.handlers}
    in_vain = {e.by: e.at for e in events if e.what in {NOT_TOLD, LEFT}}
    if in_vain.keys() >= waited_for:
        # Whoever should read it does not know of it, so there is nobody to wait for.
        return max((since, *in_vain.values()))
    if is_serious(case):
        return since + PATIENCE_WHEN_SERIOUS
    return hours.after(since, PATIENCE)


def next_reader(case: Case, candidates: Iterable[str]) -> str | None:
    """Choose whom to ask now: the first one who may read it and was not asked before.

    Who looked at it and does not handle it any more gave it away, and does not get it back.
    """
    asked = {e.by for e in case.events if e.what == PASSED_ON}
    out = {*case.excluded, *case.handlers, case.reporter, *asked, *seen_by(case)}
    return next((person for person in candidates if person not in out), None)


def pass_on(case: Case, person: str, now: datetime) -> Case:
    """Let one more person handle the case, because nobody read it."""
    event = CaseEvent(now, PASSED_ON, person)
    return replace(case, handlers=(*case.handlers, person), events=(*case.events, event))


def noted(case: Case, what: str, now: datetime, by: str = "") -> Case:
    """Write one line into the case."""
    return replace(case, events=(*case.events, CaseEvent(now, what, by)))


def has_phone(case: Case) -> bool:
    """Tell whether the reporter heard the phone of the school already."""
    return any(e.what == PHONE_GIVEN for e in case.events)
