"""When a case must go, what puts that off, and what stays of it (P8)."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.cases import Case, Status
from bot.domain.reports import Step
from bot.domain.retention import GRACE, Policy, Term, Tombstone, school_year, warning_due

KIND = "kind"
"""The question of the form that says what kind of report it is."""

SHORTEST_STORY = 12
"""A story of fewer signs than this may stand in many messages, and tells nothing of one case."""

SHORTEST_OTHER = 25
"""The same of other answers: a name of fewer signs may stand in a message that is still owed."""


def goes_at(case: Case, policy: Policy) -> datetime | None:
    """Tell when a case must be destroyed; None as long as it is open, or when it never goes."""
    if case.status is not Status.CLOSED or case.closed_at is None:
        return None
    last = policy.end(case.outcome, policy.day(case.closed_at))
    if last is None:
        return None
    keeping = case.keeping
    grace = (moment + GRACE for moment in _came_in(case) if moment > case.closed_at)
    put_off = (keeping.until, keeping.held_until, *grace)
    return max([policy.noon(last), *(moment for moment in put_off if moment is not None)])


def warns_at(case: Case, policy: Policy) -> datetime | None:
    """Tell when those who handle the case are to be warned; never before it is closed."""
    goes = goes_at(case, policy)
    if goes is None or case.closed_at is None:
        return None
    due = warning_due(goes, case.keeping.warned_at)
    return None if due is None else max(due, case.closed_at)


def warned(case: Case, now: datetime) -> Case:
    """Record that those who handle the case were warned."""
    return replace(case, keeping=replace(case.keeping, warned_at=now))


def kept_longer(case: Case, term: Term, reason: str, policy: Policy) -> Case:
    """Keep a case so much longer than it would have been, because of a reason."""
    goes = goes_at(case, policy)
    if goes is None:
        return case
    until = policy.noon(term.end(policy.day(goes)))
    return replace(case, keeping=replace(case.keeping, until=until, reason=reason))


def held(case: Case, until: date, reason: str, policy: Policy) -> Case:
    """Put a legal hold on a case until the end of a day, because of a reason."""
    keeping = replace(case.keeping, held_until=policy.noon(until), hold_reason=reason)
    return replace(case, keeping=keeping)


def released(case: Case) -> Case:
    """Take the legal hold off; what it was for stays with the case as long as that is there."""
    return replace(case, keeping=replace(case.keeping, held_until=None))


def tombstone(case: Case, now: datetime, policy: Policy) -> Tombstone:
    """Give what stays of a case: nothing that tells of a person, and no day."""
    opened = policy.day(case.opened_at) if case.opened_at else None
    closed = policy.day(case.closed_at) if case.closed_at else None
    return Tombstone(
        key=case.key,
        school=case.school,
        school_year=school_year(opened) if opened else "",
        kind=case.answers.get(KIND, ""),
        outcome=case.outcome,
        opened=f"{opened:%Y-%m}" if opened else "",
        closed=f"{closed:%Y-%m}" if closed else "",
        destroyed_at=now,
        ground=f"term:{case.outcome}",
    )


def tells_of(case: Case, words: str) -> bool:
    """Tell whether words hold something that was told in this case."""
    story = (case.answers.get(Step.HAPPENED, ""), *(said.words for said in case.talk))
    noted = (word for record in case.records for word in (record.value, record.reason))
    other = (*case.answers.values(), *noted)
    return any(len(one) >= SHORTEST_STORY and one in words for one in story) or any(
        len(one) >= SHORTEST_OTHER and one in words for one in other
    )


def _came_in(case: Case) -> tuple[datetime, ...]:
    """List when something was added to the case: words, a file, a record."""
    return (
        *(said.at for said in case.talk),
        *(piece.received_at for piece in case.evidence),
        *(record.at for record in case.records),
    )
