"""One-time codes: how an account on a chat platform is tied to a person the school knows."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

INVITES = "invites"
"""The key of the one `Invites` document."""

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Signs of a code: none that a reader takes for another (0 O 1 I L), all allowed in a deep link."""

CODE_LENGTH = 10
"""31^10 possible codes (49 bits), one use each: guessing is hopeless within their lifetime."""


class Redemption(StrEnum):
    """What becomes of a code that somebody types; the values name texts."""

    BOUND = "bound"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"
    ACCOUNT_TAKEN = "account-taken"


@dataclass(frozen=True, slots=True)
class Invite:
    """A code given out for one person. Only the hash of the code is kept."""

    person: str
    expires: datetime
    used_by: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Invites:
    """All codes given out, by the hash of the code."""

    key: str = INVITES
    given: dict[str, Invite] = field(default_factory=dict, repr=False)


def fingerprint(code: str) -> str:
    """Give the hash under which a code is kept; small letters, spaces and dashes do not matter."""
    plain = "".join(c for c in code.upper() if c.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()


def redeem(invites: Invites, code: str, account: str, now: datetime) -> tuple[Redemption, str]:
    """Judge a typed code for an account; gives the outcome and the person key ("" if unknown)."""
    invite = invites.given.get(fingerprint(code))
    if invite is None:
        return Redemption.UNKNOWN, ""
    if invite.used_by:
        outcome = Redemption.BOUND if invite.used_by == account else Redemption.USED
        return outcome, invite.person
    if now >= invite.expires:
        return Redemption.EXPIRED, invite.person
    return Redemption.BOUND, invite.person
