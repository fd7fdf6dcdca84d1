"""What time it is: the one place that asks."""

from datetime import UTC, datetime


class SystemClock:
    """The clock of the machine, as a `Clock`."""

    def now(self) -> datetime:
        """Give the time in UTC, with its zone."""
        return datetime.now(UTC)
