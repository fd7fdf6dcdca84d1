"""The log of cases as a file anybody can read: one JSON object a line, as it was written.

Each line can be reckoned anew without the bot, its key or its data: see `LogLine.reckoned`.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from bot.domain.case_log import Deed, LogLine

LONGEST_LINE = 10_000
"""Bytes; no line the bot writes comes near it."""


class LogLinesError(Exception):
    """What was read is no line of a log; the text names the line and says what to do."""


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """A line in the file. The time stands in the very letters that the checksum was made of."""

    number: int
    at: str
    who: str
    deed: str
    case: int
    detail: str
    before: str
    checksum: str


def file_words(lines: Iterable[dict[str, str | int]]) -> Iterator[bytes]:
    """Write lines as JSON, each with its line end."""
    return (msgspec.json.encode(line) + b"\n" for line in lines)


def read_lines(words: Iterable[bytes]) -> Iterator[LogLine]:
    """Read a file of the log line by line; raises `LogLinesError` at what is no line of it.

    Nothing is judged here: a line whose checksum is wrong is given as it stands.
    """
    for place, line in enumerate(words, 1):
        if len(line) > LONGEST_LINE:
            raise LogLinesError(_no_line(place, "it is too long"))
        try:
            yield _line(msgspec.json.decode(line, type=_Written))
        except (msgspec.MsgspecError, ValueError) as error:
            raise LogLinesError(_no_line(place, type(error).__name__)) from error


def log_line(plain: object) -> LogLine:
    """Read one line from plain values; raises `ValueError` or msgspec's error for anything else."""
    return _line(msgspec.convert(plain, _Written))


def _line(line: _Written) -> LogLine:
    at = datetime.fromisoformat(line.at)
    if at.isoformat() != line.at:
        # Another way to write the same moment is another line than the one that was written.
        raise ValueError("The time is not written as the bot writes it.")
    return LogLine(
        number=line.number,
        at=at,
        who=line.who,
        deed=Deed(line.deed),
        case=line.case,
        detail=line.detail,
        before=line.before,
        checksum=line.checksum,
    )


def _no_line(place: int, why: str) -> str:
    return (
        f"Line {place} of the file is no line of a log ({why}). Somebody changed the file, or it "
        "is another one: make it again with groepsmaat case log export."
    )
