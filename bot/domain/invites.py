"""One-time codes: how an account on a chat platform is tied to a person the school knows."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

INVITES = "invites"
"""The key of the one `Invites` document."""

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Signs of a code: none that a reader takes for another (0 O 1 I L), all allowed in a deep link."""

CODE_LENGTH = 10
"""31^10 possible codes (49 bits), one use each: guessing is hopeless within their lifetime."""

REMEMBERED = timedelta(days=30)
"""How long an expired code is kept: who types it late then hears that it has expired."""

MOST_TRIES = 5
TRIES_COUNT_FOR = timedelta(hours=1)


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


def issue(
    invites: Invites, persons: Iterable[str], codes: Iterable[str], expires: datetime, now: datetime
) -> Invites:
    """Give each person a code, in order.

    Their older codes that nobody used stop working; codes that expired long ago are forgotten.

    Raises:
        ValueError: when there is not exactly one code a person, or a code was given out before.
    """
    pairs = list(zip(persons, codes, strict=True))
    kept = {
        hashed: invite
        for hashed, invite in withdraw(invites, {person for person, _ in pairs}).given.items()
        if now < invite.expires + REMEMBERED
    }
    for person, code in pairs:
        if fingerprint(code) in invites.given or fingerprint(code) in kept:
            raise ValueError("A code that was given out before must not be given out again.")
        kept[fingerprint(code)] = Invite(person, expires)
    return replace(invites, given=kept)


def spend(invites: Invites, code: str, account: str) -> Invites:
    """Mark a code as used by an account, after `redeem` found that it may be."""
    hashed = fingerprint(code)
    spent = replace(invites.given[hashed], used_by=account)
    return replace(invites, given={**invites.given, hashed: spent})


def withdraw(invites: Invites, persons: Collection[str]) -> Invites:
    """Take back the codes of these persons that nobody used yet."""
    kept = {
        hashed: invite
        for hashed, invite in invites.given.items()
        if invite.used_by or invite.person not in persons
    }
    return replace(invites, given=kept)


@dataclass(frozen=True, slots=True)
class Tries:
    """When wrong codes were typed from one account lately. `key` is the account."""

    key: str
    at: tuple[datetime, ...] = ()


def may_try(tries: Tries, now: datetime) -> bool:
    """Tell whether an account may type another code: not after five wrong ones in an hour."""
    return len(_lately(tries, now)) < MOST_TRIES


def tried_in_vain(tries: Tries, now: datetime) -> Tries:
    """Remember one more wrong code."""
    return Tries(tries.key, (*_lately(tries, now), now))


def _lately(tries: Tries, now: datetime) -> tuple[datetime, ...]:
    return tuple(t for t in tries.at if now - t < TRIES_COUNT_FOR)
