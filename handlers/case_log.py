"""The log of cases on the command line: who did what to which case, and no word of a case.

On `log`: every line, as it was written. Whether they are whole is judged where they arrive.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.case_gate import whole_log
from bot.domain.case_log import LogLine
from bot.routing import Context, console
from bot.wishes import Wish


@dataclass(frozen=True, slots=True)
class LogOrder:
    """An order to read the log."""


def plain_line(line: LogLine) -> dict[str, str | int]:
    """Give a line as plain values, in the order in which its checksum takes them."""
    return {
        "number": line.number,
        "at": line.at.isoformat(),
        "who": line.who,
        "deed": line.deed.value,
        "case": line.case,
        "detail": line.detail,
        "before": line.before,
        "checksum": line.checksum,
    }


@console("log", LogOrder)
def read_log(context: Context, _order: LogOrder) -> tuple[Sequence[Wish], object]:
    """Give every line of the log, oldest first."""
    return [], {"lines": [plain_line(line) for line in whole_log(context)]}
