"""An open question to a colleague, whether they will handle a case."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """`by` asked `to` (person keys) to handle a case too, or with `whole` in the own place."""

    to: str
    by: str
    whole: bool
    at: datetime
