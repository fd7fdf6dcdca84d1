"""Who handles a case can change, but a case is never without a reader (P3).

A colleague is asked, and accepts or not. Who is too close to a case steps out of it for good, with
a reason; when nobody would be left, the next person comes in first.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum

from bot.domain.cases import Case, Status
from bot.domain.offers import Offer

STEPPED_OUT = "stepped-out"
"""A line of a case: this person stepped out of it."""

ACCEPTED = "handover:accepted"
"""A line of a case: this person said yes to handling it."""


class Handing(StrEnum):
    """Why nothing changes; the values name texts."""

    CLOSED = "closed"
    NOT_THIS_PERSON = "not-this-person"
    REASON_NEEDED = "reason-needed"
    NOBODY_LEFT = "nobody-left"


def may_be_asked(case: Case, staff: Iterable[str]) -> tuple[str, ...]:
    """List whom of the staff one can ask: nobody shut out, nobody who handles it or was asked."""
    asked = {offer.to for offer in case.offers}
    out = {*case.excluded, *case.handlers, case.reporter, *asked}
    return tuple(dict.fromkeys(who for who in staff if who not in out))


def ask(case: Case, offer: Offer, staff: Iterable[str]) -> Case | Handing:
    """Ask a colleague; the case stays where it is until they accept."""
    if case.status is Status.CLOSED:
        return Handing.CLOSED
    if offer.to not in may_be_asked(case, staff):
        return Handing.NOT_THIS_PERSON
    return replace(case, offers=(*case.offers, offer))


def offer_to(case: Case, who: str) -> Offer | None:
    """Find the open question to somebody; none to who was shut out since, or reports it."""
    if who in case.excluded or who == case.reporter or case.status is Status.CLOSED:
        return None
    return next((offer for offer in case.offers if offer.to == who), None)


def accepted(case: Case, offer: Offer) -> Case:
    """Let a colleague handle the case; who gave it away whole does not any more."""
    without = _without(case, offer)
    gone = offer.by if offer.whole else ""
    handlers = (*(h for h in without.handlers if h not in {gone, offer.to}), offer.to)
    return replace(without, handlers=handlers)


def declined(case: Case, offer: Offer) -> Case:
    """Take the question back; the case stays where it is."""
    return _without(case, offer)


def step_out(
    case: Case, who: str, reason: str, here: Collection[str], following: str | None
) -> Case | Handing:
    """Take somebody off a case for good: a conflict of interest.

    `here` are those who still work here; `following` comes in when none of the others does.
    """
    if case.status is Status.CLOSED:
        return Handing.CLOSED
    if not reason.strip():
        return Handing.REASON_NEEDED
    others = tuple(h for h in case.handlers if h != who and h not in case.excluded)
    if not any(h in here for h in others):
        if following is None:
            return Handing.NOBODY_LEFT
        others = (*others, following)
    return replace(
        case,
        handlers=others,
        excluded=tuple(dict.fromkeys((*case.excluded, who))),
        offers=tuple(o for o in case.offers if who not in {o.by, o.to}),
    )


def _without(case: Case, offer: Offer) -> Case:
    return replace(case, offers=tuple(o for o in case.offers if o != offer))
