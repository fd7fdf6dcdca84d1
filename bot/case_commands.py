"""What the command line can do with cases: hand over a dossier, and prove that the log is whole."""

import argparse
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from bot.adapters.log_lines import LogLinesError, file_words, log_line, read_lines
from bot.adapters.typesetting import set_paper
from bot.command_line import RefusedError, do
from bot.config import Settings
from bot.content import read_words
from bot.domain.case_log import Flaw, LogLine, flaw_in
from bot.wishes import Paper
from bot.wording import Wording
from handlers.case_dossier import DossierOrder
from handlers.case_log import LogOrder
from handlers.figures import FiguresOrder

FOR_US_ALONE = 0o600
BINARY = getattr(os, "O_BINARY", 0)
"""Only Windows changes line ends otherwise."""

CHECKSUM = re.compile(r"[0-9a-f]{64}\Z")

UNTRUSTED = (
    "Every line before it is as it was written; that line, and every line after it, proves nothing "
    "any more. Keep this data as it is, and compare it with a backup or an exported log."
)

NO_HEAD = (
    "Lines taken from its end can't be missed this way: repeat the command with --head and the "
    "checksum that a dossier prints on its last page."
)


async def export_case(settings: Settings, options: argparse.Namespace) -> int:
    """Make the dossier of a case; that it is made is written down first."""
    path = options.output or Path(f"zaak-{options.number}.pdf")
    if path.exists():
        # Before it is asked for: a dossier that nobody gets should not stand in the log.
        raise RefusedError(f"{path} is there already. Name another file with --output.")
    wording, language = Wording(read_words(settings)), settings.school.language
    told = await do(settings, "dossier", DossierOrder(options.number, options.by))
    if "error" in told:
        raise RefusedError(told["error"])
    paper = msgspec.convert(msgspec.to_builtins(told["paper"]), Paper)
    look = settings.school.content / "dossier" / "dossier.typ"
    write_new(path, set_paper(look, wording.paper(language, paper)))
    print(f"The dossier is in {path}. Who handles the case is told that it was made.")
    return 0


async def show_figures(settings: Settings, options: argparse.Namespace) -> int:
    """Print the figures of each school, small numbers hidden."""
    told = await do(settings, "figures", FiguresOrder(options.year))
    if "error" in told:
        raise RefusedError(told["error"])
    if options.json:
        print(json.dumps(told["figures"], ensure_ascii=False, indent=2))
        return 0
    for school in told["figures"]:
        print("\n".join(_figure_lines(school)))
    print("A count below 5 is not given, nor one with which it could be reckoned.")
    return 0


async def verify_log(settings: Settings, options: argparse.Namespace) -> int:
    """Tell whether the log in the data is as it was written; 1 when it is not."""
    head = _head(options.head)
    told = await do(settings, "log", LogOrder())
    return _judge((log_line(line) for line in told["lines"]), head, as_json=options.json)


def verify_file(options: argparse.Namespace) -> int:
    """Tell the same about an exported file, without key, data or bot."""
    head = _head(options.head)
    try:
        with options.file.open("rb") as words:
            return _judge(read_lines(words), head, as_json=options.json)
    except OSError as error:
        raise RefusedError(f"{options.file} can't be read ({error.strerror}).") from error
    except LogLinesError as error:
        raise RefusedError(f"{options.file}: {error}") from error


async def export_log(settings: Settings, options: argparse.Namespace) -> int:
    """Write the log to a file, one JSON object a line."""
    told = await do(settings, "log", LogOrder())
    write_new(options.file, b"".join(file_words(told["lines"])))
    print(f"{_counted(len(told['lines']))} of the log are in {options.file}.")
    return 0


def write_new(path: Path, what: bytes) -> None:
    """Write a file that only this user can read; one that is there already is never replaced."""
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, FOR_US_ALONE)
    except FileExistsError as error:
        raise RefusedError(f"{path} is there already. Name another file.") from error
    except OSError as error:
        raise RefusedError(f"{path} can't be written ({error.strerror}).") from error
    try:
        with os.fdopen(number, "wb") as file:
            file.write(what)
    except OSError as error:
        path.unlink()
        raise RefusedError(f"{path} can't be written ({error.strerror}).") from error


def _figure_lines(school: Mapping[str, Any]) -> Iterator[str]:
    yield f"{school['school']}, {school['year']}"
    for name in ("reports", "waived", "destroyed", "median_hours_to_read", "median_hours_to_close"):
        if school[name] is not None:
            yield f"  {name.replace('_', ' ')}: {school[name]}"
    for name, table in school["tables"].items():
        if table is not None:
            yield f"  {name}: " + ", ".join(f"{value} {count}" for value, count in table.items())
        else:
            yield f"  {name}: too few to show"


def _judge(read: Iterable[LogLine], head: str, *, as_json: bool) -> int:
    lines = list(read)
    flaw = flaw_in(lines, head)
    last = lines[-1].checksum if lines else ""
    if as_json:
        found = {"line": flaw.line, "what": flaw.what} if flaw else None
        print(json.dumps({"lines": len(lines), "whole": flaw is None, "flaw": found, "head": last}))
    else:
        print(_broken(flaw) if flaw else _whole(len(lines), last, head))
    return 1 if flaw else 0


def _broken(flaw: Flaw) -> str:
    return f"The log is NOT whole: line {flaw.line} {flaw.what}. {UNTRUSTED}"


def _whole(count: int, last: str, head: str) -> str:
    if not count:
        return "The log has no lines yet."
    known = "The line with the checksum you gave is among them." if head else NO_HEAD
    return f"The log is whole: {_counted(count)}, each as it was written. {known}\nHead: {last}"


def _counted(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _head(typed: str) -> str:
    """Take a checksum as people copy it from paper: in groups, in capitals."""
    plain = "".join(typed.split()).lower()
    if plain and not CHECKSUM.match(plain):
        raise RefusedError(
            "--head takes a checksum of 64 signs (0-9, a-f), as a dossier prints it on its last "
            f"page; this has {len(plain)} signs or other ones among them."
        )
    return plain
