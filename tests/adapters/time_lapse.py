"""An event loop in which waiting takes no time: hours of pauses pass in milliseconds."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


A_TURN = 1e-6
"""Seconds that one turn of the loop takes; with none, what is due in no time would never come."""


class _NeverWaits(selectors.DefaultSelector):
    """Counts how long it was asked to wait instead of waiting."""

    waited = 0.0

    def select(self, timeout=None):
        self.waited += max(A_TURN, timeout or 0.0)
        return super().select(0)


class _TimeLapseLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._never_waits = _NeverWaits()
        super().__init__(self._never_waits)

    def time(self) -> float:
        return self._never_waits.waited


def run(story: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that only sleeps and waits for itself; it may not touch a socket."""
    with asyncio.Runner(loop_factory=_TimeLapseLoop) as runner:
        return runner.run(story)
