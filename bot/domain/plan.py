"""The seven steps of a case (11.1 to 11.7): what is recorded, by whom, and when it is done."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Record:
    """One thing recorded in a step. `value` is a choice, words, or why the item was waived."""

    item: str
    at: datetime
    by: str
    value: str = field(default="", repr=False)
    waived: bool = False
