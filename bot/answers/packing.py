"""Facts as a few signs, small enough for a button: no question needs to be kept for a tap.

The signs are: two that tell the vocabulary, one for the role, then two for each known fact.
A button of an older release, whose vocabulary was another, is told apart by the first two.
"""

import string
import zlib
from functools import cache

from bot.domain.facts import FACT_VALUES, Facts
from bot.domain.protocol import AskerRole

SIGNS = string.digits + string.ascii_letters
ROLE = "-"
_ROLES = tuple(AskerRole)
_FACTS = tuple(FACT_VALUES)


@cache
def vocabulary() -> str:
    """Return two signs that differ, most likely, whenever roles, facts or values changed."""
    spelled = " ".join((*_ROLES, *(f"{f}={','.join(v)}" for f, v in FACT_VALUES.items())))
    high, low = divmod(zlib.crc32(spelled.encode()) % len(SIGNS) ** 2, len(SIGNS))
    return SIGNS[high] + SIGNS[low]


def pack(facts: Facts, role: AskerRole) -> str:
    """Write facts and role as at most 3 + 2 * len(FACT_VALUES) signs."""
    pairs = (
        SIGNS[_FACTS.index(fact)] + SIGNS[FACT_VALUES[fact].index(value)]
        for fact, value in facts.known
    )
    return vocabulary() + SIGNS[_ROLES.index(role)] + "".join(pairs)


def sign_of(fact: str) -> str:
    """Return the sign of one fact, or of "role"."""
    return ROLE if fact == "role" else SIGNS[_FACTS.index(fact)]


def fact_of(sign: str) -> str | None:
    """Return the fact that a sign stands for, or None."""
    if sign == ROLE:
        return "role"
    place = SIGNS.find(sign)
    return _FACTS[place] if 0 <= place < len(_FACTS) else None


def unpack(packed: str) -> tuple[Facts, AskerRole] | None:
    """Read what `pack` wrote; None where this release could not have written it."""
    if not packed.startswith(vocabulary()):
        return None
    try:
        role, *signs = (SIGNS.index(sign) for sign in packed[2:])
        pairs = zip(signs[::2], signs[1::2], strict=True)
        facts = {_FACTS[fact]: FACT_VALUES[_FACTS[fact]][value] for fact, value in pairs}
        return Facts.of(facts), _ROLES[role]
    except (ValueError, IndexError):
        return None
