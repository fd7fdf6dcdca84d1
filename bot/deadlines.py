"""What is due when, as it follows from the documents: nothing of it is kept, a start derives it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.ports import StoreError
from bot.routing import Context, Kind, Route, Routes

log = logging.getLogger(__name__)

ANOTHER_TURN = timedelta(minutes=5)
"""After this a deadline that could not be met is tried again."""


@dataclass(slots=True)
class Deadlines:
    """The moments at which a document is due, by the name of the deadline and the document."""

    routes: Routes
    _due: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def note_all(self, context: Context) -> None:
        """Derive every moment from the documents; one that can't be read holds up no other."""
        for route in self.routes.of_kind(Kind.DEADLINE):
            for key in _keys(context, route):
                if _read(context, route, key) is not None:
                    self.note(context, route.kind_of, key)

    def note(self, context: Context, kind: type[Any] | None, key: str) -> None:
        """Derive the moments of one document anew, after a change to it."""
        for route in self.routes.of_kind(Kind.DEADLINE):
            if route.kind_of is None or route.kind_of is not kind or route.due is None:
                continue
            document = context.unit.get(route.kind_of, key)
            when = route.due(context, document) if document is not None else None
            if when is None:
                self._due.pop((route.name, key), None)
            else:
                self._due[route.name, key] = when

    def met_by(self, now: datetime) -> Iterator[tuple[Route, str]]:
        """Give what is due by now, the longest due first; each is asked again when it comes up."""
        for (name, key), when in sorted(self._due.items(), key=lambda item: item[1]):
            # Another wake, or an answer, may have come in between.
            route = self.routes.named(Kind.DEADLINE, name)
            if route is not None and when <= now and self._due.get((name, key)) == when:
                yield route, key

    def before_all_else(self, context: Context) -> Iterator[tuple[Route, str]]:
        """Give what has to be done before anything is said, answered or listened to (P8)."""
        for route in self.routes.of_kind(Kind.DEADLINE):
            for key in _keys(context, route) if route.first else ():
                document = _read(context, route, key)
                when = route.due(context, document) if route.due and document is not None else None
                if when is not None and when <= context.now:
                    yield route, key

    def forget(self, route: Route, key: str) -> None:
        """Strike a deadline of a document that is gone."""
        self._due.pop((route.name, key), None)

    def give_another_turn(self, route: Route, key: str, now: datetime) -> None:
        """Put a deadline off, should it fail or leave the document as due as it was."""
        self._due[route.name, key] = now + ANOTHER_TURN

    def is_still_due(self, route: Route, key: str, now: datetime) -> bool:
        """Tell whether a document is due after it was acted upon."""
        when = self._due.get((route.name, key))
        return when is not None and when <= now

    @property
    def next(self) -> datetime | None:
        """The first moment at which something is due."""
        return min(self._due.values(), default=None)


def _keys(context: Context, route: Route) -> list[str]:
    return context.unit.keys(route.kind_of) if route.kind_of is not None else []


def _read(context: Context, route: Route, key: str) -> Any:  # noqa: ANN401 - of the route's class
    """Read a document; None for one that can't be read: the others must not wait."""
    try:
        return context.unit.get(route.kind_of, key) if route.kind_of is not None else None
    except StoreError as error:
        log.error("%s Its deadlines are not kept.", error)  # noqa: TRY400 - it says which file
        return None
