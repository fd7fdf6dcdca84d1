"""One-time codes from the machine's source of chance; the domain keeps only their hashes."""

import secrets

from bot.domain.invites import ALPHABET, CODE_LENGTH


def new_codes(count: int) -> list[str]:
    """Make different codes for people to type, such as "7KQ2M-XW9HB"; each is equally likely."""
    codes: dict[str, None] = {}
    while len(codes) < count:
        codes[_new_code()] = None
    return list(codes)


def _new_code() -> str:
    signs = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    middle = CODE_LENGTH // 2
    return f"{signs[:middle]}-{signs[middle:]}"
