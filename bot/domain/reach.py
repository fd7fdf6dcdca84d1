"""The ledger of an announcement: who has been reached, how, and what to do for who has not (P1).

A pupil's state is never stored. It follows from the events of the ledger, and without an event a
pupil is *unreached*. What a platform accepted is an attempt; only a confirmation by the pupil or a
guardian, or a word of a named adult, closes a pupil (9.C.1).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum


class Way(StrEnum):
    """A way to reach a pupil; the values name texts."""

    GROUP = "group"
    PUPIL_CHAT = "pupil-chat"
    GUARDIAN_CHAT = "guardian-chat"
    GUARDIAN_EMAIL = "guardian-email"
    ADULT = "adult"


class What(StrEnum):
    """What the ledger can say of one pupil."""

    PROMISED = "promised"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    CONFIRMED = "confirmed"
    SPOKEN = "spoken"
    NOT_REACHED = "not-reached"
    WAIVED = "waived"


CLOSING = frozenset({What.CONFIRMED, What.SPOKEN, What.WAIVED})
"""The only events after which a pupil counts as reached."""

WORDS_OF_PEOPLE = frozenset({*CLOSING, What.NOT_REACHED})
"""What a named person said, where the other events tell what a platform did."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the ledger.

    `way` is how it was tried or confirmed. `by` is the key of the person who confirmed, spoke,
    tried in vain or waived; for an attempt the key of the guardian it went to ("" for the pupil).
    `reason` is required of a waiver, and names a platform's refusal.

    Raises:
        ValueError: somebody's word without that person, or a waiver without a reason (P1).
    """

    at: datetime
    what: What
    way: Way
    by: str = ""
    reason: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a word that nobody answers for."""
        if self.what in WORDS_OF_PEOPLE and not self.by:
            raise ValueError(f"An event '{self.what}' must name who said it.")
        if self.what is What.WAIVED and not self.reason.strip():
            raise ValueError("A waiver must give its reason.")


@dataclass(frozen=True, slots=True)
class Obligation:
    """What is owed to one pupil, and all that happened since. `token` confirms from an e-mail."""

    pupil: str
    token: str = field(repr=False)
    events: tuple[Event, ...] = ()

    @property
    def closing(self) -> Event | None:
        """The event by which this pupil was reached, or None."""
        return next((e for e in self.events if e.what in CLOSING), None)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A message from a teacher to a class, open until every pupil on the roster is reached.

    `obligations` are keyed by pupil. `patience` is kept from the moment of sending, so that a
    later change of the setting does not shift a running ladder.
    """

    key: str
    class_name: str
    author: str
    text: str = field(repr=False)
    at: datetime
    patience: timedelta
    obligations: dict[str, Obligation] = field(default_factory=dict)
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Which ways there are to one pupil now.

    `guardians_by_chat` are guardian keys; `guardians_by_email` too, each with a mark of the mailbox
    ("p15@1f3a…"), so that a corrected address is a way of its own. `adults` are who can have a task
    now; where none are named, whoever was asked still has it.
    """

    in_group: bool
    by_chat: bool
    guardians_by_chat: tuple[str, ...] = ()
    guardians_by_email: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do for one pupil: use a way, for a guardian or ("") for the pupil."""

    way: Way
    to: str = ""


def record(announcement: Announcement, pupil: str, *events: Event) -> Announcement:
    """Write events into a pupil's ledger. An event after the closing one is kept as well."""
    obligation = announcement.obligations[pupil]
    grown = replace(obligation, events=(*obligation.events, *events))
    return replace(announcement, obligations={**announcement.obligations, pupil: grown})


def is_reached(announcement: Announcement, pupil: str) -> bool:
    """Tell whether a pupil counts as reached; a pupil without an obligation does not."""
    obligation = announcement.obligations.get(pupil)
    return obligation is not None and obligation.closing is not None


def unreached(announcement: Announcement, roster: Iterable[str]) -> tuple[str, ...]:
    """List the pupils on the roster who are not reached, in the order of the roster."""
    return tuple(p for p in roster if not is_reached(announcement, p))


def promised_in_group(announcement: Announcement) -> list[str]:
    """List the pupils who were in the group when it was posted there."""
    return [
        pupil
        for pupil, obligation in announcement.obligations.items()
        if any(e.what is What.PROMISED and e.way is Way.GROUP for e in obligation.events)
    ]


def close_if_complete(
    announcement: Announcement, roster: Iterable[str], now: datetime
) -> Announcement:
    """Close the announcement when every pupil on the roster is reached, and only then (P1)."""
    if announcement.closed_at is not None or unreached(announcement, roster):
        return announcement
    return replace(announcement, closed_at=now)


def steps_now(
    obligation: Obligation, situation: Situation, patience: timedelta, now: datetime
) -> tuple[Step, ...]:
    """Say what to do for a pupil now; the same facts always give the same answer.

    In the group: wait out the patience first. Not in it, or silent, or refused: every other way at
    once, each tried one time. Nothing left that may still succeed: an adult gets the task, and
    gets it again when an attempt in person failed and the patience is over, or another adult does
    when the one who has it is no longer there.
    """
    if obligation.closing is not None:
        return ()
    if situation.in_group and _is_pending(obligation, Step(Way.GROUP), patience, now):
        return ()
    others = _other_ways(situation)
    fresh = tuple(s for s in others if not _was_tried(obligation, s))
    if fresh:
        return fresh
    if any(_is_pending(obligation, s, patience, now) for s in others):
        return ()
    if _adult_is_asked(obligation, situation, patience, now):
        return ()
    return (Step(Way.ADULT),)


def next_look_at(
    announcement: Announcement, situations: Mapping[str, Situation]
) -> datetime | None:
    """Say when the ledger must be looked at again.

    None when it is closed, or when an adult has every task that is left.

    `situations` hold each pupil on the roster. A pupil who came onto the roster after the sending,
    left the group or got a new address is due at once: at the time of the announcement, which is
    past.
    """
    if announcement.closed_at is not None:
        return None
    open_pupils = unreached(announcement, situations)
    if not open_pupils:
        return announcement.at
    looks = (_look_at(announcement, p, situations[p]) for p in open_pupils)
    return min((look for look in looks if look is not None), default=None)


def count_by_way(announcement: Announcement, roster: Iterable[str]) -> Mapping[Way, int]:
    """Count the reached pupils on the roster by the way that reached them."""
    counts = dict.fromkeys(Way, 0)
    for pupil in roster:
        obligation = announcement.obligations.get(pupil)
        if obligation is not None and obligation.closing is not None:
            counts[obligation.closing.way] += 1
    return counts


def _other_ways(situation: Situation) -> tuple[Step, ...]:
    return (
        *((Step(Way.PUPIL_CHAT),) if situation.by_chat else ()),
        *(Step(Way.GUARDIAN_CHAT, g) for g in situation.guardians_by_chat),
        *(Step(Way.GUARDIAN_EMAIL, g) for g in situation.guardians_by_email),
    )


def _concerning(obligation: Obligation, step: Step) -> list[Event]:
    attempts = {What.PROMISED, What.ACCEPTED, What.REFUSED}
    return [
        e for e in obligation.events if e.what in attempts and (e.way, e.by) == (step.way, step.to)
    ]


def _was_tried(obligation: Obligation, step: Step) -> bool:
    return bool(_concerning(obligation, step))


def _is_pending(obligation: Obligation, step: Step, patience: timedelta, now: datetime) -> bool:
    events = _concerning(obligation, step)
    if not events or events[-1].what is What.REFUSED:
        return False
    return now < events[-1].at + patience


def _adult_is_asked(
    obligation: Obligation, situation: Situation, patience: timedelta, now: datetime
) -> bool:
    asked = [e for e in obligation.events if e.way is Way.ADULT]
    if not asked:
        return False
    if asked[-1].what is What.NOT_REACHED:
        return now < asked[-1].at + patience
    # Somebody who left the school, or the class, does nothing any more.
    return not situation.adults or asked[-1].by in situation.adults


def _look_at(announcement: Announcement, pupil: str, situation: Situation) -> datetime | None:
    obligation = announcement.obligations.get(pupil)
    if obligation is None or not obligation.events:
        return announcement.at
    patience = announcement.patience
    times = sorted({e.at for e in obligation.events})
    if steps_now(obligation, situation, patience, times[0]):
        return announcement.at
    # Waiting only ever ends a whole patience after an event, and not in the order of the ledger:
    # a bounce may be heard late, and a clock may be set back.
    ends = (at + patience for at in times)
    return next((end for end in ends if steps_now(obligation, situation, patience, end)), None)
