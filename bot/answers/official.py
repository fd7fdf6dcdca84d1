"""The school's official document: the wording of each clause, free of page furniture.

The document is the text of a PDF: page numbers, links and footnotes stand in the middle of
sentences, and every line may be followed by an empty one. Chapters are numbered ("8. ...").
Chapter 8 is a list of bullets, the sixth with bullets of its own; chapter 9 has parts A to C
with numbered items; chapter 10 one numbered list for staff and one for pupils; chapter 11
seven steps and an addition a to c; footnotes 2 to 4 explain words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

LONGEST_HEADING = 60
SHORT_LINE = 0.6
"""A line that ends a sentence and fills less of the width than this ends its paragraph."""

LAST_CHAPTER = 12
WHOLE_CHAPTERS = ("3", "4", "5", "6", "7", "12")

_HEADING = re.compile(r"(\d{1,2})\.\s+(\S.*)$")
_FURNITURE = re.compile(r"(?:pagina\s+)?\d{1,3}(?:\s+van\s+\d{1,3})?$|https?://\S+$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"([1-9])\s+([A-Z]\w+.*)$")
_FOOTNOTE_MARK = re.compile(r"(?<=[^\W\d_])[1-9](?=[\s.,;:)\"”’]|$)")
_BULLET = re.compile(r"[•\u25aa\uf0b7]\s*(.*)$")
_INNER_BULLET = re.compile(r"o\s+(.*)$")
_PART = re.compile(r"([A-C])\.\s+(\S.*)$")
_ITEM = re.compile(r"(\d{1,2})\.\s+(\S.*)$")
_STEP = re.compile(r"Stap\s+(\d)\s*$")
_ADDITION = re.compile(r"([a-c])\.\s+(\S.*)$")
_GROUPS_OF_CHAPTER_10 = (
    (re.compile(r"gevolgen.*medewerkers", re.IGNORECASE), "M"),
    (re.compile(r"gevolgen.*(?:leerlingen|ouders)", re.IGNORECASE), "L"),
)
_END_OF_STEPS = re.compile(r"Toevoeging\b")
_SENTENCE_END = re.compile(r"[.!?]$")


class OfficialTextError(Exception):
    """The official document cannot be used; the text says why and what to do."""


@dataclass(frozen=True)
class OfficialText:
    """The wording of the clauses that were found, by our number ("9.A.4", "vn2")."""

    clauses: Mapping[str, str] = field(repr=False)

    def clause(self, number: str) -> str | None:
        """Return the official wording of a clause, or None where it was not found."""
        return self.clauses.get(number)


def load_official(path: Path) -> OfficialText:
    """Read the official document, a text file in UTF-8.

    Raises:
        OfficialTextError: the file is missing, is not text, or no clause was found in it.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OfficialTextError(
            f"The official document {path} cannot be read ({error.strerror}). "
            "Correct [protocol] official, or leave it out."
        ) from error
    except UnicodeDecodeError as error:
        raise OfficialTextError(
            f"The official document {path} is not a text in UTF-8. "
            "Save the PDF as text (UTF-8) and name that file in [protocol] official."
        ) from error
    clauses = read_official(text)
    if not clauses:
        raise OfficialTextError(
            f"No clause was found in {path}. The document needs numbered chapters "
            '("8. ...") with the clauses of the protocol below them.'
        )
    return OfficialText(clauses)


def read_official(text: str) -> dict[str, str]:
    """Return the wording of every clause found in a document's text, by our number."""
    lines, footnotes = _without_furniture(text)
    chapters = _chapters(lines)
    found: dict[str, str] = {}
    for number in WHOLE_CHAPTERS:
        if number in chapters:
            found[number] = _flowed(_first_part(chapters[number], number))
    found.update(_ground_rules(chapters.get("8", [])))
    found.update(_agreements(chapters.get("9", [])))
    found.update(_consequences(chapters.get("10", [])))
    found.update(_incidents(chapters.get("11", [])))
    found.update((f"vn{number}", _flowed(told)) for number, told in footnotes if number != "1")
    return {number: words for number, words in found.items() if words}


def _without_furniture(text: str) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Return the lines of the body ("" where a paragraph ends) and the footnotes apart."""
    body: list[str] = []
    footnotes: list[tuple[str, list[str]]] = []
    within_footnote = False
    for raw in text.replace("\f", "\n").split("\n"):
        line = " ".join(raw.split())
        if not line:
            if raw and body and body[-1]:
                body.append("")
            continue
        if _FURNITURE.match(line):
            within_footnote = False
            continue
        footnote = _FOOTNOTE.match(line)
        if footnote and int(footnote[1]) == len(footnotes) + 1:
            footnotes.append((footnote[1], [footnote[2]]))
            within_footnote = True
            continue
        if within_footnote and not _begins_something(line):
            footnotes[-1][1].append(line)
            continue
        within_footnote = False
        body.append(_FOOTNOTE_MARK.sub("", line))
    return body, footnotes


def _begins_something(line: str) -> bool:
    return any(kind.match(line) for kind in (_HEADING, _PART, _BULLET, _INNER_BULLET, _STEP))


def _chapters(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines below each chapter heading, by the chapter's number."""
    chapters: dict[str, list[str]] = {}
    latest = 0
    for line in lines:
        heading = _HEADING.match(line)
        if (
            heading
            and latest < int(heading[1]) <= LAST_CHAPTER
            and len(line) <= LONGEST_HEADING
            and not line.endswith((".", ";", ","))
        ):
            latest = int(heading[1])
            chapters[str(latest)] = []
        elif latest:
            chapters[str(latest)].append(line)
    return chapters


def _first_part(lines: list[str], number: str) -> list[str]:
    """Leave out what follows the last chapter's own paragraph: a colophon is no clause."""
    if number != str(LAST_CHAPTER) or "" not in lines:
        return lines
    return lines[: lines.index("")]


def _ground_rules(lines: list[str]) -> Iterator[tuple[str, str]]:
    for number, bullet in enumerate(_split(lines, _BULLET), 1):
        inner = list(_split(bullet, _INNER_BULLET))
        before = _until(bullet, _INNER_BULLET)
        yield f"8.{number}", _flowed(before)
        for letter, part in zip("abcdefgh", inner, strict=False):
            yield f"8.{number}{letter}", _flowed(part)


def _agreements(lines: list[str]) -> Iterator[tuple[str, str]]:
    for letter, part in _named(lines, _PART):
        for number, item in _named(part, _ITEM, in_order=True):
            paragraphs = _paragraphs(item)
            if (letter, number) == ("C", "7") and len(paragraphs) > 1:
                yield "9.C.7u", _flowed(paragraphs.pop())
            yield f"9.{letter}.{number}", "\n".join(_flowed(lines) for lines in paragraphs)


def _consequences(lines: list[str]) -> Iterator[tuple[str, str]]:
    group = ""
    parts: dict[str, list[str]] = {}
    for line in lines:
        for title, letter in _GROUPS_OF_CHAPTER_10:
            if title.search(line) and not _ITEM.match(line):
                group = letter
                break
        else:
            parts.setdefault(group, []).append(line)
    for letter, part in parts.items():
        if letter:
            for number, item in _named(part, _ITEM, in_order=True):
                yield f"10.{letter}.{number}", _flowed(item)


def _incidents(lines: list[str]) -> Iterator[tuple[str, str]]:
    yield "11.0", _flowed(_until(lines, _STEP))
    for number, step in _named(lines, _STEP):
        title, told = step[:1], _until(step[1:], _END_OF_STEPS)
        yield f"11.{number}", f"{_flowed(title)}\n{_flowed(told)}".removeprefix("• ")
    addition = lines[len(_until(lines, _END_OF_STEPS)) :]
    for letter, part in _named(addition, _ADDITION):
        yield f"11.S{letter}", _flowed(part)


def _until(lines: list[str], kind: re.Pattern[str]) -> list[str]:
    """Return the lines before the first of a kind, or all."""
    for place, line in enumerate(lines):
        if kind.match(line):
            return lines[:place]
    return lines


def _split(lines: list[str], kind: re.Pattern[str]) -> Iterator[list[str]]:
    """Yield the lines from each line of a kind to the next, without the sign before it."""
    part: list[str] | None = None
    for line in lines:
        if start := kind.match(line):
            if part is not None:
                yield part
            part = [start[1]]
        elif part is not None:
            part.append(line)
    if part is not None:
        yield part


def _named(
    lines: list[str], kind: re.Pattern[str], *, in_order: bool = False
) -> Iterator[tuple[str, list[str]]]:
    """Yield name and lines of each part; in order, only 1, 2, 3 ... begin one."""
    name = ""
    part: list[str] = []
    expected = 1
    for line in lines:
        start = kind.match(line)
        if start and (not in_order or int(start[1]) == expected):
            if name:
                yield name, part
            name, part = start[1], [line[start.start(2) :]] if kind.groups > 1 else []
            expected += 1
        else:
            part.append(line)
    if name:
        yield name, part


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """Split where a sentence ends on a short line and a capital follows."""
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        last = paragraphs[-1]
        if (
            last
            and _SENTENCE_END.search(last[-1])
            and len(last[-1]) < SHORT_LINE * width
            and line[:1].isupper()
        ):
            paragraphs.append([])
        if line:
            paragraphs[-1].append(line)
    return paragraphs


def _flowed(lines: Iterable[str]) -> str:
    """Join lines into running text; bullets begin a line of their own."""
    text = ""
    for line in lines:
        bullet = _BULLET.match(line) or _INNER_BULLET.match(line)
        words = f"• {bullet[1]}" if bullet else line
        if not words:
            continue
        if not text:
            text = words.removeprefix("• ")
        elif bullet:
            text += f"\n{words}"
        elif text.endswith("-") and not re.match(r"(?:en|of)\b", words):
            text += words
        else:
            text += f" {words}"
    return text.strip()
