"""The numbers that Word prints before a paragraph: they stand in its lists and in no text.

ECMA-376 part 1, section 17.9: a paragraph names a list (numId) and a level (ilvl), in itself or in
its style; the list names an abstract list, whose levels say how they count and what is printed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from docx.oxml.ns import qn

BULLET = "•"

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    first: int
    counts_in: str
    printed: str


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    restarts: Mapping[int, int]


class Numbering:
    """Counts along with the paragraphs of one document, from its first to its last."""

    def __init__(self, numbering: Any | None) -> None:  # noqa: ANN401 - an element of lxml, which has no types
        """Take the root of the part `word/numbering.xml`, or None where there is none."""
        self._lists: dict[str, _List] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if numbering is not None:
            self._levels = {
                _value(abstract, "w:abstractNumId", own=True): dict(_levels(abstract))
                for abstract in numbering.iter(qn("w:abstractNum"))
            }
            self._lists = {
                _value(num, "w:numId", own=True): _List(
                    _value(num, "w:abstractNumId"), dict(_restarts(num))
                )
                for num in numbering.iter(qn("w:num"))
            }

    def printed(self, number: str, depth: int) -> str:
        """Count a paragraph of a list and level, and return what Word prints before it."""
        its = self._lists.get(number)
        level = self._levels.get(its.abstract, {}).get(depth) if its else None
        if its is None or level is None:
            return ""
        counts = self._counts.setdefault(its.abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for restarted, first in its.restarts.items():
                counts[restarted] = first - 1
        counts[depth] = counts.get(depth, level.first - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        if level.counts_in == "bullet":
            return BULLET
        return self._filled_in(its, level, counts)

    def _filled_in(self, its: _List, level: _Level, counts: Mapping[int, int]) -> str:
        printed = level.printed
        for other, known in self._levels[its.abstract].items():
            count = counts.get(other, known.first)
            printed = printed.replace(f"%{other + 1}", _counted(count, known.counts_in))
        return printed.strip()


def _levels(abstract: Any) -> Iterator[tuple[int, _Level]]:  # noqa: ANN401 - idem
    for level in abstract.iter(qn("w:lvl")):
        first = _value(level, "w:start")
        yield (
            int(_value(level, "w:ilvl", own=True)),
            _Level(
                int(first) if first else 1,
                _value(level, "w:numFmt") or "decimal",
                _value(level, "w:lvlText"),
            ),
        )


def _restarts(num: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - idem
    for override in num.iter(qn("w:lvlOverride")):
        if first := _value(override, "w:startOverride"):
            yield int(_value(override, "w:ilvl", own=True)), int(first)


def _value(element: Any, name: str, *, own: bool = False) -> str:  # noqa: ANN401 - idem
    """Return an attribute of the element itself, or of a child the attribute `val`; "" for none."""
    if own:
        return str(element.get(qn(name), ""))
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _counted(count: int, counts_in: str) -> str:
    write = _WAYS_TO_COUNT.get(counts_in, str)
    return write(count)


def _letters(count: int) -> str:
    """Return a to z, then aa to zz (17.18.59: the letter is repeated)."""
    times, letter = divmod(max(count, 1) - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(count: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        written += sign * times
    return written


_WAYS_TO_COUNT: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "lowerLetter": _letters,
        "upperLetter": lambda count: _letters(count).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda count: _roman(count).upper(),
        "decimalZero": lambda count: f"{count:02}",
        "none": lambda _: "",
    }
)
