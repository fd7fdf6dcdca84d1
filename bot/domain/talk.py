"""What the reporter and those who handle the case say to each other."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One message. `by` is a person key, or the reporter's account where that is not known."""

    at: datetime
    by: str
    words: str = field(repr=False)
