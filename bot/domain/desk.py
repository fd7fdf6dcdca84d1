"""What a member of staff is in the middle of: the next words typed in private belong to it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

PATIENCE = timedelta(minutes=30)
"""After this, words are no longer taken for what was asked: who comes back may mean another."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One question that waits for words. The key is the person's.

    `topic` names the conversation that asked ("plan"), `detail` what it wants to know, and `said`
    what was answered so far where it asks several things.
    """

    key: str
    topic: str
    case: int
    detail: str
    asked_at: datetime
    said: tuple[str, ...] = field(default=(), repr=False)

    def waits_for(self, topic: str, now: datetime) -> bool:
        """Tell whether words of now are for this conversation."""
        return self.topic == topic and now - self.asked_at <= PATIENCE
