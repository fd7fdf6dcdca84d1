"""What a conversation is about, for as long as it is one: "en als de ouders nee zeggen?"."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

SAME_CONVERSATION = timedelta(minutes=15)
"""How long a question may lean on the one before; after that nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """The facts of the last answer to somebody in private, packed; never the question itself.

    Keyed by the person, or the account of somebody the school does not know.
    """

    key: str
    facts: str = field(repr=False)
    at: datetime

    @property
    def forgotten_at(self) -> datetime:
        """When the conversation is over."""
        return self.at + SAME_CONVERSATION
