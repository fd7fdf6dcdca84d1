"""What a page adds to a text, taken away: numbers, running headings, links, footnotes.

It is known by its form, or by coming back on page after page; never by the words of one document.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.answers.document_marks import Style, marks_of
from bot.domain.document import Line

EDGE = 2
"""Lines at the top and at the bottom of a page where a running heading stands."""

LEAST_REPEATS = 3
MOST_PAGES_WITHOUT = 2
"""A running heading stands on at least one in so many pages."""

NO_SENTENCE_ENDS = re.compile(r"[^.!?:;]$")

_PAGE_NUMBER = re.compile(
    r"(?:[-–|\s]*(?:pagina|blz\.?|bladzijde|page|p\.)?\s*\d{1,3}"
    r"(?:\s*(?:van|of|/|\|)\s*\d{1,3})?[-–|\s]*)$",
    re.IGNORECASE,
)
_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?$", re.IGNORECASE)
_CONTENTS = re.compile(r"(\S.*?)(?:\s*(?:\.\s?|…|_){3,}\s*|\t+|\s+)(\d{1,3})$")
_LEADERS = re.compile(r"(?:\.\s?|…|_){4,}\s*\d{1,3}$")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK_OF_NOTE = r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:)”’\"])){}(?=[\s.,;:)\"”’]|$)"


@dataclass(frozen=True)
class Body:
    """The lines of the text itself, and its footnotes by their numbers."""

    lines: tuple[Line, ...] = field(repr=False)
    notes: dict[str, list[Line]] = field(repr=False)


def without_furniture(lines: Sequence[Line]) -> Body:
    """Take away what stands on the pages but is no part of the text."""
    plain = [_plain(line) for line in lines]
    running = frozenset(_running(plain))
    kept: list[Line] = []
    contents = frozenset(_contents(plain))
    for place, line in enumerate(plain):
        if place in running or place in contents:
            continue
        if not line.whole and (_PAGE_NUMBER.match(line.text) or _LINK.match(line.text)):
            # Whatever it interrupts goes on behind it; a footnote does not.
            kept.append(replace(line, text="", indent=0, note=ENDS_NOTE))
            continue
        kept.append(line)
    return _notes_apart(kept)


ENDS_NOTE = "-"
"""Stands in a line's `note` where something was taken away."""


def _plain(line: Line) -> Line:
    text = line.text.translate(_SUPERSCRIPTS) if not line.note else line.text
    return replace(line, text=" ".join(text.replace("\u00ad", "").split()))


def _running(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of the headings and feet that come back on the pages."""
    pages: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        if line.text and not line.whole:
            pages.setdefault(line.page, []).append(place)
    if len(pages) == 1:
        yield from _running_without_pages(lines, next(iter(pages.values())))
        return
    edges = [place for page in pages.values() for place in {*page[:EDGE], *page[-EDGE:]}]
    pages_with = Counter(
        mask for mask, _ in {(_mask(lines[place]), lines[place].page) for place in edges}
    )
    least = max(2, len(pages) / MOST_PAGES_WITHOUT)
    yield from (place for place in edges if pages_with[_mask(lines[place])] >= least)


def _running_without_pages(lines: Sequence[Line], written: Sequence[int]) -> Iterator[int]:
    """Do the same where the text does not tell where a page ends.

    A line that comes back counts when it mostly stands beside a page number or in the middle
    of a sentence, where nothing of the text itself would begin with a capital.
    """
    by_mask: dict[str, list[int]] = {}
    for nth, place in enumerate(written):
        if not lines[place].text[0].islower():
            by_mask.setdefault(_mask(lines[place]), []).append(nth)
    for repeated in by_mask.values():
        if len(repeated) < LEAST_REPEATS:
            continue
        odd = [nth for nth in repeated if _interrupts(lines, written, nth)]
        if len(odd) * 2 >= len(repeated):
            yield from (written[nth] for nth in repeated)


def _interrupts(lines: Sequence[Line], written: Sequence[int], nth: int) -> bool:
    around = [
        lines[written[place]].text if 0 <= place < len(written) else "."
        for place in (nth - 1, nth + 1)
    ]
    if any(_PAGE_NUMBER.match(text) for text in around):
        return True
    before, after = around
    return bool(NO_SENTENCE_ENDS.search(before)) and after[0].islower()


def _mask(line: Line) -> str:
    """Return what stays the same from page to page; the number of an article does not."""
    numbered = any(mark.style is not Style.BARE for mark in marks_of(line.text))
    return line.text if numbered else re.sub(r"\d+", "#", line.text)


def _contents(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of the table of contents: a line that comes again without page number."""
    alone = {line.text.casefold() for line in lines}
    for place, line in enumerate(lines):
        found = _CONTENTS.match(line.text)
        if _LEADERS.search(line.text) or (
            found and len(found[1]) > EDGE and found[1].casefold() in alone
        ):
            yield place


def _notes_apart(lines: Sequence[Line]) -> Body:
    body: list[Line] = []
    notes: dict[str, list[Line]] = {}
    seen = ""
    begun: Line | None = None
    for line in lines:
        if line.note == ENDS_NOTE:
            begun = None
            continue
        if line.note:
            notes.setdefault(line.note, []).append(line)
            continue
        number = str(len(notes) + 1)
        if (rest := _note(line, number)) and _is_marked(seen, number):
            begun = line
            notes[number] = [replace(line, text=rest)]
            continue
        if begun and line.text and not _goes_on(line, begun):
            begun = None
        if begun is None:
            body.append(line)
            seen = f"{seen} {line.text}"
        elif line.text:
            notes[str(len(notes))].append(line)
    told = "|".join(notes)
    mark = re.compile(_MARK_OF_NOTE.format(f"(?:{told})")) if told else None
    cleaned = [
        replace(line, text=mark.sub("", line.text)) if mark and not line.whole else line
        for line in body
    ]
    return Body(tuple(cleaned), notes)


def _note(line: Line, number: str) -> str:
    """Return what a line says when it can be the footnote of this number, or ""."""
    if line.whole:
        return ""
    for mark in marks_of(line.text):
        if mark.style is Style.BARE and mark.printed == number and not mark.rest[0].islower():
            return mark.rest
    return ""


def _is_marked(seen: str, number: str) -> bool:
    return re.search(_MARK_OF_NOTE.format(number), seen) is not None


def _goes_on(line: Line, begun: Line) -> bool:
    if line.page != begun.page or line.indent != begun.indent:
        return False
    return not any(mark.style is not Style.BARE for mark in marks_of(line.text))
