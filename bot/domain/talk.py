"""What the reporter and those who handle the case say to each other, and what the reporter knows.

The talk belongs to both sides. A note among those who handle the case is a record of the plan, and
never stands here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

MINUTE = timedelta(minutes=1)

A_PERSON = 10
"""Messages that one person may add in a minute."""

A_CASE = 30
"""Messages that one case takes in a minute, of everybody together."""

KNOCKS = 5
"""How often words are tried again that the reporter could not be given."""

REPORTER = ""
"""Stands for the reporter in `Said.by`: who that is cannot be learnt from the talk."""


class Delivery(StrEnum):
    """What is known of a message on its way to the other side; the values name texts."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    UNDELIVERED = "undelivered"


@dataclass(frozen=True, slots=True)
class Said:
    """One message.

    by         person key of who handles the case, or `REPORTER`
    signed     under which role a handler wrote ("schoolleider")
    named      whether the handler chose to give the own name with it
    delivery   of a handler's words: whether the reporter's platform took them; of the reporter's:
               whether one of the handlers could be told that there is more
    untold     handlers who could not be told of it so far
    tries      how often a handler's words were refused by the reporter's platform
    """

    at: datetime
    by: str
    words: str = field(repr=False)
    signed: str = ""
    named: bool = False
    delivery: Delivery = Delivery.WAITING
    untold: tuple[str, ...] = ()
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the reporter knows of the case, and whether it is still on the reporter's list.

    told       the status that the reporter was told last
    erased_at  when the reporter wiped it on the own side; the school's case stays
    account    where to find a reporter who left the school ("telegram:4711"); else ""
    """

    told: str = "received"
    erased_at: datetime | None = None
    account: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StatusNews:
    """The reporter must hear that the status of a case changed. The key is the case number."""

    key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """Words that are not in the case yet, until their author says so. The key is the author's.

    answers   whether a reporter typed them, who may have meant an answer; else a handler did
    """

    key: str
    case: int
    words: str = field(repr=False)
    at: datetime
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """When somebody wrote last, in whatever case. The key is the person's or the account's."""

    key: str
    times: tuple[datetime, ...] = ()

    def noted(self, now: datetime) -> "Pace":
        """Give the pace with one more message; what is older than a minute counts no more."""
        return replace(self, times=(*(t for t in self.times if now - t < MINUTE), now))

    @property
    def forgotten_at(self) -> datetime | None:
        """From when on none of it counts."""
        return self.times[-1] + MINUTE if self.times else None


def too_fast(pace: Pace, talk: Iterable[Said], now: datetime) -> bool:
    """Tell whether one more message would be too many for a minute: of a person, or in a case."""
    mine = sum(now - at < MINUTE for at in pace.times)
    all_in_case = sum(now - said.at < MINUTE for said in talk)
    return mine >= A_PERSON or all_in_case >= A_CASE


def last_of_reporter(talk: Iterable[Said]) -> Said | None:
    """Give the last message of the reporter."""
    return next((said for said in reversed(tuple(talk)) if said.by == REPORTER), None)


def reached(talk: tuple[Said, ...], place: int) -> tuple[Said, ...]:
    """Record that the message at a place got through."""
    return _with(talk, place, replace(talk[place], delivery=Delivery.ACCEPTED))


def kept_from(talk: tuple[Said, ...], place: int) -> tuple[Said, ...]:
    """Record that a handler's words could not be given to the reporter."""
    said = talk[place]
    changed = replace(said, delivery=Delivery.UNDELIVERED, tries=said.tries + 1)
    return _with(talk, place, changed)


def untold_to(talk: tuple[Said, ...], place: int, handler: str) -> tuple[Said, ...]:
    """Record that a handler could not be told that the reporter added something."""
    said = talk[place]
    untold = tuple(dict.fromkeys((*said.untold, handler)))
    heard = said.delivery is Delivery.ACCEPTED
    delivery = said.delivery if heard else Delivery.UNDELIVERED
    return _with(talk, place, replace(said, delivery=delivery, untold=untold))


def told_to(talk: tuple[Said, ...], place: int, handler: str) -> tuple[Said, ...]:
    """Record that a handler was told; one notice speaks for all that the reporter added by then."""
    return tuple(
        replace(
            said,
            delivery=Delivery.ACCEPTED if said.by == REPORTER and n >= place else said.delivery,
            untold=tuple(h for h in said.untold if h != handler),
        )
        for n, said in enumerate(talk)
    )


def _with(talk: tuple[Said, ...], place: int, said: Said) -> tuple[Said, ...]:
    return (*talk[:place], said, *talk[place + 1 :])


def still_to_deliver(talk: Iterable[Said]) -> tuple[int, ...]:
    """List the places of a handler's words that the reporter could not be given so far."""
    return tuple(
        place
        for place, said in enumerate(talk)
        if said.by != REPORTER and said.delivery is Delivery.UNDELIVERED
    )


def calls_for_knock(talk: tuple[Said, ...], place: int) -> bool:
    """Tell whether words that were just refused call for a knock at the reporter's door.

    One knock stands for all that waits, so only the first of those calls for it; and not for ever:
    words that a platform takes from nobody would be tried again at each knock it does take.
    """
    return still_to_deliver(talk)[:1] == (place,) and talk[place].tries < KNOCKS
