"""The engine's own small documents: what was taken in, what is owed, what was set aside."""

from dataclasses import dataclass, field
from datetime import datetime

COUNTERS = "counters"
"""The key of the one `Counters` document."""

REMEMBERED = 256
"""Origins kept per platform: a platform repeats at most one unconfirmed batch (100 updates)."""


@dataclass(frozen=True, slots=True)
class Counters:
    """The last number given out for each thing that is numbered."""

    key: str = COUNTERS
    cases: int = 0
    announcements: int = 0
    batches: int = 0


@dataclass(frozen=True, slots=True)
class Intake:
    """The origins of one platform that were taken in last, newest last. `key` is the platform."""

    key: str
    origins: tuple[str, ...] = ()

    def remember(self, origin: str) -> "Intake":
        """Give the intake with one more origin, without the oldest ones."""
        return Intake(self.key, (*self.origins, origin)[-REMEMBERED:])


@dataclass(frozen=True, slots=True)
class Unhandled:
    """Something that could not be handled, kept so that nothing is lost. `raw` is what came in."""

    key: str
    at: datetime
    trouble: str
    raw: str = field(repr=False)
