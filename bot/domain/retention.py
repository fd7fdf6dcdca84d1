"""How long a case is kept, and what remains of it afterwards (P8)."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Keeping:
    """What was decided about keeping one case longer than its outcome says.

    until       kept at least until then, because of `reason`
    held_until  not destroyed before, whatever else ends: a legal hold, because of `hold_reason`
    warned      how many of the warnings before destruction were given
    """

    until: datetime | None = None
    reason: str = field(default="", repr=False)
    held_until: datetime | None = None
    hold_reason: str = field(default="", repr=False)
    warned: int = 0
