"""A case on the side of who reported it: the own list, adding words, and wiping it there.

Nobody but the reporter comes in here, and the reporter sees nothing that those who handle the case
write for each other. `bot.domain.cases.readable` is the door on the other side.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.cases import Case, CaseEvent, NoSuchCase, Status, may_read
from bot.domain.talk import REPORTER, Delivery, Said, last_of_reporter

TOLD_MORE = "told-more"
"""A line of a case: the reporter added something."""

LOOKED = "read"
"""A line of a case: a handler looked at it."""


def is_own(case: Case, me: Collection[str]) -> bool:
    """Tell whether this is a report of mine that I did not wipe; `me` are my keys and account."""
    mine = case.reporter in me or case.receipt.account in me
    return mine and case.receipt.erased_at is None


def where_reporter_is(case: Case) -> str:
    """Give the person key or the account under which the reporter is spoken to now."""
    return case.receipt.account or case.reporter


def left_behind(case: Case, account: str) -> Case:
    """Keep the way to a reporter who leaves the school: what they began is not over by that."""
    return replace(case, receipt=replace(case.receipt, account=account))


def own(case: Case | None, me: Collection[str]) -> Case:
    """Give a report to who told it; raise `NoSuchCase` to everybody else."""
    if case is None or not is_own(case, me):
        raise NoSuchCase
    return case


def own_among(cases: Iterable[Case], me: Collection[str]) -> tuple[Case, ...]:
    """Keep the reports of one reporter: what is still open first, then the newest first."""
    mine = (case for case in cases if is_own(case, me))
    return tuple(sorted(mine, key=lambda c: (c.status is Status.CLOSED, -c.number)))


def can_be_talked_about(case: Case) -> bool:
    """Tell whether reporter and handlers can write each other: as long as both sides keep it."""
    return case.status is not Status.CLOSED and case.receipt.erased_at is None


def tell_more_about(case: Case, words: str, now: datetime) -> Case:
    """Add words of the reporter.

    They share the fate of the words before them that nobody looked at yet: who handles the case
    hears of those only once (`to_be_told`).
    """
    before = last_of_reporter(case.talk)
    delivery = before.delivery if before and not to_be_told(case) else Delivery.WAITING
    return replace(
        case,
        talk=(*case.talk, Said(now, REPORTER, words, delivery=delivery)),
        events=(*case.events, CaseEvent(now, TOLD_MORE)),
    )


def to_be_told(case: Case) -> tuple[str, ...]:
    """List the handlers who must hear that more was told: who saw all that was told before."""
    return tuple(h for h in readers_of(case) if not is_behind(case, h))


def readers_of(case: Case) -> tuple[str, ...]:
    """List who handles the case and may read it."""
    return tuple(h for h in case.handlers if may_read(case, h))


def is_behind(case: Case, handler: str) -> bool:
    """Tell whether the reporter added something that this handler did not look at yet."""
    # The order of the lines, not their times: a clock may stand still.
    for event in reversed(case.events):
        if event.what == TOLD_MORE:
            return True
        if event.what == LOOKED and event.by == handler:
            return False
    return False


def nobody_was_told(case: Case) -> bool:
    """Tell whether none of those who handle the case could be told what was added last to them."""
    untold = {handler for said in case.talk for handler in said.untold}
    return set(readers_of(case)) <= untold


def wiped(case: Case, now: datetime) -> Case:
    """Take a report off the reporter's list, which ends the talk; the school's case stays."""
    return replace(
        case,
        receipt=replace(case.receipt, erased_at=now),
        events=(*case.events, CaseEvent(now, "wiped-by-reporter")),
    )


def told_status(case: Case) -> Case:
    """Record that the reporter knows where the case stands."""
    return replace(case, receipt=replace(case.receipt, told=case.status))


def must_hear_status(case: Case) -> bool:
    """Tell whether the reporter does not know yet where the case stands."""
    return case.receipt.erased_at is None and case.receipt.told != case.status
