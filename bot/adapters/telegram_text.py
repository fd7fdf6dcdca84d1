"""Cuts a text into messages that Telegram takes, where a reader would pause."""

LONGEST_TEXT = 4096
"""Signs in one message (sendMessage), counted as Telegram counts them: in UTF-16 code units."""

LONGEST_NOTICE = 200
"""Signs in the answer to a tap (answerCallbackQuery)."""

PAUSES = ("\n\n", "\n", " ")


def split(text: str, limit: int = LONGEST_TEXT) -> list[str]:
    """Cut a text into parts of at most `limit` signs: between paragraphs, else lines, else words.

    Nothing but white space at the cuts is lost. A text of white space gives no part at all.
    """
    parts = []
    rest = text.strip()
    while rest:
        head = _prefix(rest, limit)
        if len(head) < len(rest):
            head = head[: _place_to_cut(head, rest)]
        parts.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return parts


def shorten(text: str, limit: int = LONGEST_NOTICE) -> str:
    """Cut a text that may not be longer, and show that it was cut."""
    return text if _prefix(text, limit) == text else f"{_prefix(text, limit - 1)}…"


def _prefix(text: str, limit: int) -> str:
    if len(text) * 2 <= limit:
        return text
    # A sign beyond the first plane takes two units; half of one falls off.
    return text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")


def _place_to_cut(head: str, rest: str) -> int:
    """Find the last pause in the second half of the head; without any the head stays whole."""
    if rest[len(head)].isspace():
        return len(head)
    for pause in PAUSES:
        at = head.rfind(pause, len(head) // 2)
        if at > 0:
            return at
    return len(head)
