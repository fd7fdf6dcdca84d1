"""Who did what to which case: a log to which lines are only ever added.

Each line carries the checksum of the one before, so that a line that was changed, taken out or put
in is found by anybody who reads the log, without the bot. It names persons by key and holds no word
of a case: it stays when the case is gone (P8).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

PAGE = 100
"""Lines on a page; a page is one document."""

BEGINNING = "0" * 64
"""Stands for the line before the first."""


class Deed(StrEnum):
    """What somebody did, or was refused."""

    OPENED = "opened"
    VIEWED = "viewed"
    CHANGED = "changed"
    TOLD = "told"
    EXPORTED = "exported"
    REFUSED = "refused"
    CLOSED = "closed"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One deed. `who` is a person key, "" the bot itself; `detail` names a step, never words."""

    number: int
    at: datetime
    who: str
    deed: Deed
    case: int
    detail: str = ""
    before: str = BEGINNING
    checksum: str = ""

    def reckoned(self) -> str:
        """Reckon the checksum this line must carry (SHA-256, in hexadecimal)."""
        fields = (self.number, self.at.isoformat(), self.who, self.deed, self.case, self.detail)
        # Each field with its length before it: no two lines can read the same.
        words = [f"{len(word)}:{word}" for word in (*map(str, fields), self.before)]
        return sha256("".join(words).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class LogPage:
    """So many lines, oldest first; the key is the number of the page ("000001")."""

    key: str
    lines: tuple[LogLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Flaw:
    """The first place where the log is not what was written: the line, and what is wrong."""

    line: int
    what: str


def page_key(number: int) -> str:
    """Give the key of the page with this number, so that keys sort like numbers."""
    return f"{number:06}"


def written_after(last: LogPage | None, line: LogLine) -> LogPage:
    """Write a line after the last one; gives the page it stands on, which may be a fresh one."""
    if last is None or not last.lines:
        return LogPage(page_key(1), (_sealed(line, 1, BEGINNING),))
    end = last.lines[-1]
    fresh = _sealed(line, end.number + 1, end.checksum)
    if len(last.lines) < PAGE:
        return replace(last, lines=(*last.lines, fresh))
    return LogPage(page_key(int(last.key) + 1), (fresh,))


def _sealed(line: LogLine, number: int, before: str) -> LogLine:
    numbered = replace(line, number=number, before=before, checksum="")
    return replace(numbered, checksum=numbered.reckoned())


def flaw_in(lines: Iterable[LogLine], head: str = "") -> Flaw | None:
    """Read the whole log; gives the first flaw, or None when every line is as it was written.

    `head` is the checksum of a line that somebody wrote down elsewhere (each dossier prints one):
    with it, lines taken from the end are missed too.
    """
    number, before, seen = 0, BEGINNING, not head
    for number, line in enumerate(lines, 1):
        if line.number != number:
            return Flaw(number, "is missing, or stands in another place")
        if line.before != before:
            return Flaw(number, "does not follow the line before it")
        if line.checksum != line.reckoned():
            return Flaw(number, "was changed")
        before = line.checksum
        seen = seen or line.checksum == head
    return None if seen else Flaw(number + 1, "is missing: the log ends too early")
