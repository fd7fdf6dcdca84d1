"""Getting something removed: what stands where, who asked for it, and when to look again (11.4).

The history of a link only grows. How it stands, and when somebody has to look again, follows from
the history alone, so that a restart forgets nothing (P7).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.platforms import Site

LOOK_AFTER = (timedelta(hours=4), timedelta(hours=24), timedelta(hours=72))
"""So long after it was asked somebody looks whether it is gone."""

MOST_LINKS = 50
"""Links of one case; what is more belongs to a platform that gets one report about all of it."""


class What(StrEnum):
    """What happened to a link."""

    TYPED = "typed"
    NOTED = "noted"
    DROPPED = "dropped"
    ASKED = "asked"
    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    REMOVED = "removed"
    BACK = "back"
    LATER = "later"
    REMINDED = "reminded"


class State(StrEnum):
    """How a link stands; the values name texts.

    unsure     words that are no link; somebody still has to say where it is, or drop it
    to-ask     nobody asked for removal yet
    asked      asked for, no answer yet
    no-answer  somebody looked: it is still there, and nobody answered
    """

    UNSURE = "unsure"
    TO_ASK = "to-ask"
    ASKED = "asked"
    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    REMOVED = "removed"
    DROPPED = "dropped"


STATES = {
    What.TYPED: State.UNSURE,
    What.NOTED: State.TO_ASK,
    What.DROPPED: State.DROPPED,
    What.ASKED: State.ASKED,
    What.NO_ANSWER: State.NO_ANSWER,
    What.REFUSED: State.REFUSED,
    What.REMOVED: State.REMOVED,
    What.BACK: State.TO_ASK,
}
"""The state after each event; one that is not here changes none."""

ALLOWED: dict[State, frozenset[What]] = {
    State.UNSURE: frozenset({What.NOTED, What.DROPPED}),
    State.DROPPED: frozenset(),
    State.TO_ASK: frozenset({What.ASKED, What.REMOVED, What.LATER}),
    State.ASKED: frozenset({What.REMOVED, What.REFUSED, What.NO_ANSWER, What.LATER}),
    State.NO_ANSWER: frozenset(
        {What.ASKED, What.REMOVED, What.REFUSED, What.NO_ANSWER, What.LATER}
    ),
    State.REFUSED: frozenset({What.ASKED, What.REMOVED, What.LATER}),
    State.REMOVED: frozenset({What.BACK}),
}
"""What somebody may record of a link, by how it stands."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a link. `by` is a person key, "" the bot itself.

    `until` is the moment to look again that somebody chose, for `What.LATER`.
    """

    at: datetime
    what: What
    by: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One place where something stands that must go.

    `words` is its address or, where there is none, what somebody wrote of it (an account name).
    """

    number: int
    site: Site
    words: str = field(repr=False)
    history: tuple[Event, ...] = ()

    @property
    def state(self) -> State:
        """How it stands now."""
        return next(
            (STATES[e.what] for e in reversed(self.history) if e.what in STATES), State.UNSURE
        )

    @property
    def asked_at(self) -> datetime | None:
        """When removal was asked for last."""
        return next((e.at for e in reversed(self.history) if e.what is What.ASKED), None)


class CannotBeRecordedError(Exception):
    """This can't be recorded of a link as it stands: a button of earlier, or two at once."""


def added(
    links: tuple[Link, ...], words: str, site: Site | None, by: str, now: datetime
) -> tuple[Link, ...]:
    """Add a link, or words that are none (no `site`): those wait until somebody says where it is.

    The same words are not added twice, unless they were dropped before.
    """
    if any(link.words == words and link.state is not State.DROPPED for link in links):
        return links
    event = Event(now, What.TYPED if site is None else What.NOTED, by)
    return (*links, Link(len(links) + 1, site or Site.OTHER, words, (event,)))


def placed(link: Link, site: Site, by: str, now: datetime) -> Link:
    """Keep words that are no link as something that stands at this place."""
    return replace(recorded(link, What.NOTED, by, now), site=site)


def recorded(link: Link, what: What, by: str, now: datetime, until: datetime | None = None) -> Link:
    """Record what somebody did or heard.

    Raises:
        CannotBeRecordedError: it does not fit how the link stands.

    """
    if what not in ALLOWED[link.state]:
        raise CannotBeRecordedError
    return replace(link, history=(*link.history, Event(now, what, by, until)))


def reminded(link: Link, now: datetime) -> Link:
    """Record that those who handle the case were reminded to look; until the next moment."""
    return replace(link, history=(*link.history, Event(now, What.REMINDED)))


def next_look(link: Link) -> datetime | None:
    """Give the moment at which somebody has to look whether it is gone; None for no such moment.

    Four hours, a day and three days after it was asked, or at a moment somebody chose. A moment is
    spent when somebody looked, or was reminded, at it or after it.
    """
    if link.state in {State.UNSURE, State.DROPPED, State.REMOVED}:
        return None
    moments: list[datetime] = []
    for event in link.history:
        if event.what is What.ASKED:
            moments = [event.at + wait for wait in LOOK_AFTER]
        elif event.what is What.LATER and event.until is not None:
            # Who chose a moment need not look before it.
            moments = [event.until, *(m for m in moments if m > event.until)]
        elif event.what in {What.REFUSED, What.REMOVED}:
            moments = []
        else:
            moments = [m for m in moments if m > event.at]
    return min(moments, default=None)


def next_look_at_any(links: Iterable[Link]) -> datetime | None:
    """Give the first moment at which somebody has to look at one of these links."""
    return min((when for when in map(next_look, links) if when is not None), default=None)


def due(links: Iterable[Link], now: datetime) -> tuple[Link, ...]:
    """List the links that somebody has to look at by now."""
    return tuple(k for k in links if (when := next_look(k)) is not None and when <= now)


def replaced(links: Iterable[Link], *changed: Link) -> tuple[Link, ...]:
    """Put changed links in the place of what they were."""
    by_number = {link.number: link for link in changed}
    return tuple(by_number.get(link.number, link) for link in links)


def links_settled(links: Iterable[Link]) -> bool:
    """Tell whether nothing is left to be done about these links.

    Each is gone, or was refused, or was no link after all. Without any link nothing is left either.
    """
    settled = {State.REMOVED, State.REFUSED, State.DROPPED}
    return all(link.state in settled for link in links)
