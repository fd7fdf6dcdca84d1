"""A case, and who may read it (P3).

`readable` is the only door to a case: for commands, lists, counts, reminders and errors alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.appeal import Appeal
from bot.domain.evidence import Evidence
from bot.domain.offers import Offer
from bot.domain.plan import Record
from bot.domain.retention import Keeping
from bot.domain.takedown import Link
from bot.domain.talk import Receipt, Said


class Status(StrEnum):
    """Where a case stands; the values name texts."""

    RECEIVED = "received"
    READ = "read"
    IN_HAND = "in-hand"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of a case: what happened to it, when, and by whom (a person key)."""

    at: datetime
    what: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One report and what became of it.

    `reporter` is a person key, or an account ("telegram:4711") of somebody the school does not
    know yet. `handlers` may read it; `excluded` may not, whatever their role. `name_known` tells
    whether handlers may see who reported.

    form       key of the version of the questions that were asked
    evidence   what came with the report or was added later
    talk       what reporter and handlers said to each other, oldest first
    receipt    what the reporter knows of it, and whether the reporter still wants to
    records    what was recorded in the steps of the plan, oldest first
    links      where something stands that must be removed
    appeals    what classes were asked, or are to be asked, about forwarding
    keeping    how long it is kept, and why longer
    offers     open questions to colleagues, to handle it too or instead
    outcome    how it ended ("" as long as it is open), of `closed_at`
    """

    number: int
    reporter: str = field(repr=False)
    school: str = ""
    opened_at: datetime | None = None
    answers: dict[str, str] = field(default_factory=dict, repr=False)
    name_known: bool = False
    handlers: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    status: Status = Status.RECEIVED
    events: tuple[CaseEvent, ...] = ()
    form: str = ""
    evidence: tuple[Evidence, ...] = ()
    talk: tuple[Said, ...] = ()
    receipt: Receipt = field(default_factory=Receipt)
    records: tuple[Record, ...] = ()
    links: tuple[Link, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    keeping: Keeping = field(default_factory=Keeping)
    outcome: str = ""
    closed_at: datetime | None = None
    offers: tuple[Offer, ...] = ()

    @property
    def key(self) -> str:
        """The case number, as the store's key."""
        return str(self.number)


LEFT = "left"
"""A line of a case: this handler does not work here any more."""


class NoSuchCase(Exception):  # noqa: N818 - an answer to a question, not an error of the program
    """There is no such case for this reader. Forbidden and missing look alike."""


def may_read(case: Case, reader: str) -> bool:
    """Tell whether a person (by key) handles the case and is not shut out of it."""
    return reader in case.handlers and reader not in case.excluded and reader != case.reporter


def readable(case: Case | None, reader: str) -> Case:
    """Give the case to somebody who handles it; raise `NoSuchCase` to everybody else."""
    if case is None or not may_read(case, reader):
        raise NoSuchCase
    return case


def readable_among(cases: Iterable[Case], reader: str) -> tuple[Case, ...]:
    """Keep the cases a person may read; lists and counts go through here."""
    return tuple(c for c in cases if may_read(c, reader))


def taken_over(case: Case, person: str) -> Case:
    """Give a case to the person whose account told it; who reports never handles the own case."""
    handlers = tuple(h for h in case.handlers if h != person)
    receipt = replace(case.receipt, account="")
    return replace(case, reporter=person, handlers=handlers, receipt=receipt)


def seen_by(case: Case) -> frozenset[str]:
    """Name everybody who ever looked at a case, also who does not handle it any more."""
    return frozenset(event.by for event in case.events if event.what == "read")


def left(case: Case) -> frozenset[str]:
    """Name who left and has not looked at the case since; a look tells that somebody is back."""
    last = {event.by: event.what for event in case.events if event.what in {"read", LEFT}}
    return frozenset(who for who, what in last.items() if what == LEFT)


def is_unread(case: Case) -> bool:
    """Tell whether an open case was looked at by none of those who handle it now."""
    seen = any(may_read(case, who) for who in seen_by(case) - left(case))
    return case.status is not Status.CLOSED and not seen


def unread_again(case: Case) -> Case:
    """Let an open case wait for a reader again when none of those who handle it now has seen it."""
    if not is_unread(case):
        return case
    receipt = replace(case.receipt, told=Status.RECEIVED)
    return replace(case, status=Status.RECEIVED, receipt=receipt)


def mark_read(case: Case, reader: str, now: datetime) -> Case:
    """Record that a handler looked at the case; each look is a fact of it."""
    status = Status.READ if case.status is Status.RECEIVED else case.status
    return replace(case, status=status, events=(*case.events, CaseEvent(now, "read", reader)))
