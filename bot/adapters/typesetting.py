"""Makes a PDF of a paper: in memory, in a process of its own, as tagged PDF/A.

What somebody wrote comes through whole. A sign that the fonts do not have would make a PDF/A that
is none, so it is named instead: "⟦grinning face⟧".
"""

import asyncio
import json
import re
import subprocess
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from bot.ports import Act, Fate, Files, Outcome, Owed, Refusal, StoreError

PROCESS = "typst_process.py"
"""Lies beside this file."""

PATIENCE_SECONDS = 120.0
"""A dossier of a hundred pages takes a few."""

LONGEST_RUN = 24
"""Signs without a place to break a line; a longer run gets such places, or it would leave the page.
"""

PIECE = 8
"""Signs between two of those places."""

RUN = re.compile(rf"[^\s/-]{{{LONGEST_RUN + 1},}}")
"""A line may end after a stroke or a hyphen by itself, as in most addresses of pages."""

BREAK = "\u200b"
"""A place where a word may be broken; it can't be seen."""

DROPPED = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f\ufeff\u00ad\r")
"""Signs that only say how their neighbours look, or where a line may end."""

_SHOWN = (
    "0020-007e 00a0-0377 037a-037f 0384-038a 038c-038c 038e-03a1 03a3-0484 0487-04ff 0510-0513 "
    "051a-051d 0591-05c7 05d0-05ea 05ef-05f4 0606-060c 0615-0615 061b-061b 061f-061f 0621-063a "
    "0640-0655 065a-065a 0660-066d 0674-0674 0679-067b 067e-0680 0683-0684 0686-0687 0691-0691 "
    "0698-0698 06a4-06a4 06a9-06a9 06af-06af 06be-06be 06cc-06cc 06f0-06f9 1e00-1f15 1f18-1f1d "
    "1f20-1f45 1f48-1f4d 1f50-1f57 1f59-1f59 1f5b-1f5b 1f5d-1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 "
    "1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2027 202f-2040 2042-2042 "
    "2044-2052 2054-205f 2070-2071 2074-208e 2090-209c 20a0-20c0 2100-211e 2120-2120 2122-2122 "
    "2124-2124 2126-2151 2153-2184 2189-2189 2190-23ff 2500-262f 2638-268b 2690-269c 26a0-26a7 "
    "26aa-26b2 2701-2704 2706-2709 270c-2727 2729-274b 274d-274d 274f-2752 2756-2756 2758-275e "
    "2761-277f 2794-2794 2798-27af 27b1-27bf 27e0-27ef fffd-fffd"
)
"""What Libertinus Serif and DejaVu Sans Mono, which Typst carries, can show between letters."""

_PLAIN = "0020-007e 00a0-00ac 00ae-017f 2010-2027 27e6-27e7"
"""What can be shown beside anything."""


class TypesettingError(Exception):
    """A paper could not be set; the text says so without a word of it."""


def set_paper(template: Path, paper: dict[str, Any]) -> bytes:
    """Make the PDF of a paper (`bot.papers.worded`); raises `TypesettingError`."""
    look = template.read_text(encoding="utf-8")
    for shown in (SHOWN, PLAIN):
        done = _set(look, _with(paper, partial(printable, shown=shown)))
        if done:
            return done
    raise TypesettingError(
        "The dossier could not be made into a PDF. Nothing of it was kept; tell who maintains "
        "Groepsmaat the number of the case."
    )


class Press:
    """Sets papers as a `Channel`: what it makes is kept in the folder of evidence, sealed."""

    platform = "press"
    readable_by_platform = False

    def __init__(self, template: Path, files: Files) -> None:
        """Take the look of a paper, and where to keep what is made."""
        self._template = template
        self._files = files

    async def deliver(self, owed: Owed) -> Outcome:
        """Set one paper; the loop goes on meanwhile."""
        if owed.act is not Act.TYPESET:
            return Outcome(Fate.REFUSED, why=Refusal.NOT_POSSIBLE)
        try:
            made = await asyncio.to_thread(set_paper, self._template, json.loads(owed.text))
            kept = await self._files.put(owed.key, made, "application/pdf")
        except TypesettingError as error:
            return Outcome(Fate.REFUSED, why=Refusal.NOT_POSSIBLE, trouble=str(error))
        except StoreError as error:
            return Outcome(Fate.FAILED, trouble=str(error))
        return Outcome(Fate.ACCEPTED, kept=kept)


class Signs:
    """A set of signs, given as ranges of code points in hexadecimal ("0020-007e")."""

    def __init__(self, ranges: str) -> None:
        """Read the ranges; they must be sorted."""
        pairs = [each.split("-") for each in ranges.split()]
        self._first = [int(first, 16) for first, _ in pairs]
        self._last = [int(last, 16) for _, last in pairs]

    def __contains__(self, sign: str) -> bool:
        at = bisect_right(self._first, ord(sign)) - 1
        return at >= 0 and ord(sign) <= self._last[at]


SHOWN = Signs(_SHOWN)
PLAIN = Signs(_PLAIN)


def printable(words: str, shown: Signs = SHOWN) -> str:
    """Write words so that each sign can be shown, and no word is wider than the page."""
    seen = "".join(_sign(sign, shown) for sign in unicodedata.normalize("NFC", words))
    return RUN.sub(_with_breaks, seen)


def _sign(sign: str, shown: Signs) -> str:
    if sign == "\n" or sign in shown:
        return sign
    if sign in DROPPED:
        return ""
    if sign == "\t":
        return "    "
    name = unicodedata.name(sign, f"U+{ord(sign):04X}")
    return f"⟦{name.lower() if not name.startswith('U+') else name}⟧"


def _with_breaks(run: re.Match[str]) -> str:
    word = run[0]
    return BREAK.join(word[at : at + PIECE] for at in range(0, len(word), PIECE))


def _with(plain: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON value
    """Change every text in a JSON value; the keys of objects are ours."""
    match plain:
        case str():
            return change(plain)
        case list():
            return [_with(each, change) for each in plain]
        case dict():
            return {key: _with(each, change) for key, each in plain.items()}
        case _:
            return plain


def _set(template: str, paper: object) -> bytes:
    order = json.dumps({"template": template, "paper": paper}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own file, by this very Python
            [sys.executable, "-I", str(Path(__file__).with_name(PROCESS))],
            input=order,
            stdout=subprocess.PIPE,
            # What it complains about could hold words of the case.
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TypesettingError(
            f"The dossier could not be made into a PDF ({type(error).__name__}). Try again."
        ) from None
    return done.stdout if done.returncode == 0 else b""
