"""Asking classes not to forward something, without saying what or about whom (11.4).

One person chooses a neutral text and the classes, a second one approves, and only then it is said
in the groups, once. What became of each posting stands in the case.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum


class Neutral(StrEnum):
    """The texts there are to choose from; the values name texts. Nobody types one."""

    IMAGES = "images"
    MESSAGES = "messages"
    ANYTHING = "anything"


class Stage(StrEnum):
    """How far an appeal is; the values name texts."""

    CHOOSING = "choosing"
    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    REVOKED = "revoked"


class Posted(StrEnum):
    """What became of it in one class; the values name texts."""

    PROMISED = "promised"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    NO_GROUP = "no-group"


@dataclass(frozen=True, slots=True)
class Posting:
    """The appeal in one class: what became of it, since when, and why it was refused."""

    class_name: str
    outcome: Posted
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Turning:
    """One step of an appeal: what it became, when, and by whom (a person key)."""

    at: datetime
    stage: Stage
    by: str


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal to classes.

    offered   the classes there were to choose from, in the order they were shown
    chosen    those it goes to
    history   who made it, asked for approval, decided or took it back; it only grows
    postings  one for each class, once it is approved
    """

    number: int
    text: Neutral
    offered: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    history: tuple[Turning, ...] = ()
    postings: tuple[Posting, ...] = field(default=())

    @property
    def stage(self) -> Stage:
        """How far it is."""
        return self.history[-1].stage

    @property
    def by(self) -> str:
        """Who made it; never the one who approves it."""
        return self.history[0].by

    @property
    def is_settled(self) -> bool:
        """Whether it is known of every class what became of it."""
        return not any(p.outcome is Posted.PROMISED for p in self.postings)


class TooLateError(Exception):
    """The appeal is not at that stage any more: a button of earlier, or two people at once."""


class NotYourOwnError(Exception):
    """Nobody approves what they ask for themselves."""


def begun(number: int, text: Neutral, offered: tuple[str, ...], by: str, now: datetime) -> Appeal:
    """Begin an appeal; the classes are still to be chosen."""
    return Appeal(number, text, offered, history=(Turning(now, Stage.CHOOSING, by),))


def toggled(appeal: Appeal, class_name: str) -> Appeal:
    """Choose a class, or take it out again; raises `TooLateError` once it was asked for."""
    if appeal.stage is not Stage.CHOOSING or class_name not in appeal.offered:
        raise TooLateError
    chosen = {*appeal.chosen} ^ {class_name}
    return replace(appeal, chosen=tuple(c for c in appeal.offered if c in chosen))


def asked(appeal: Appeal, by: str, now: datetime) -> Appeal:
    """Ask a second person to approve it; raises `TooLateError` when that cannot be, any more."""
    if appeal.stage is not Stage.CHOOSING or not appeal.chosen:
        raise TooLateError
    return _turned(appeal, Stage.WAITING, by, now)


def approved(appeal: Appeal, by: str, now: datetime, with_group: Iterable[str]) -> Appeal:
    """Approve it: it is promised to every class that has a group.

    Raises:
        TooLateError: somebody decided already, or it was taken back.
        NotYourOwnError: this person asked for it.

    """
    _may_decide(appeal, by)
    with_group = frozenset(with_group)
    postings = tuple(
        Posting(name, Posted.PROMISED if name in with_group else Posted.NO_GROUP, now)
        for name in appeal.chosen
    )
    return replace(_turned(appeal, Stage.APPROVED, by, now), postings=postings)


def declined(appeal: Appeal, by: str, now: datetime) -> Appeal:
    """Decline it; raises like `approved`."""
    _may_decide(appeal, by)
    return _turned(appeal, Stage.DECLINED, by, now)


def revoked(appeal: Appeal, by: str, now: datetime) -> Appeal:
    """Take it back before it is said; raises `TooLateError` after that."""
    if appeal.stage not in {Stage.CHOOSING, Stage.WAITING}:
        raise TooLateError
    return _turned(appeal, Stage.REVOKED, by, now)


def posted(appeal: Appeal, class_name: str, outcome: Posted, now: datetime, why: str) -> Appeal:
    """Write down what became of it in one class; what is known already stays."""
    postings = tuple(
        Posting(class_name, outcome, now, why)
        if p.class_name == class_name and p.outcome is Posted.PROMISED
        else p
        for p in appeal.postings
    )
    return replace(appeal, postings=postings)


def _turned(appeal: Appeal, stage: Stage, by: str, now: datetime) -> Appeal:
    return replace(appeal, history=(*appeal.history, Turning(now, stage, by)))


def _may_decide(appeal: Appeal, by: str) -> None:
    if appeal.stage is not Stage.WAITING:
        raise TooLateError
    if by in {turning.by for turning in appeal.history}:
        raise NotYourOwnError
