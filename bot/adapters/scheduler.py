"""Wakes the engine, with APScheduler.

What is due, and when, is never kept here: it follows from the documents. So a missed or forgotten
timer costs nothing but the wait for the next one.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

JOB = "wake"
HEARTBEAT = "heartbeat"

LOOK_AROUND = timedelta(minutes=1)
"""Even with no timer set the engine looks around this often.

A suspended laptop or a changed clock then delays nothing for longer.
"""


class Scheduler:
    """A timer for one engine, as an `Alarm`."""

    def __init__(self) -> None:
        """Make the timer; nothing runs before `start`."""
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={
                "misfire_grace_time": None,
                "coalesce": True,
                # A wake that falls due while another one works must not be dropped.
                "max_instances": 8,
            },
        )
        self._wake: Callable[[], Awaitable[None]] | None = None
        self._wanted: datetime | None = None

    def start(self, wake: Callable[[], Awaitable[None]]) -> None:
        """Run in the current loop from now on, and call `wake` when a time has come."""
        self._wake = wake
        self._scheduler.add_job(
            wake,
            "interval",
            seconds=LOOK_AROUND.total_seconds(),
            id=HEARTBEAT,
            replace_existing=True,
        )
        self._scheduler.start()
        self.wake_at(self._wanted)

    def stop(self) -> None:
        """Stop; nothing is called any more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def wake_at(self, when: datetime | None) -> None:
        """Ask to be woken once at `when` (None: not at all); the last wish counts."""
        self._wanted = when
        if self._wake is None:
            return
        if when is None:
            if self._scheduler.get_job(JOB) is not None:
                self._scheduler.remove_job(JOB)
            return
        self._scheduler.add_job(self._wake, "date", run_date=when, id=JOB, replace_existing=True)
