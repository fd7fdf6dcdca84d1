"""How each part of a document is cited: by its own printed numbers, each only once.

"9.A.1" is item 1 of part A of chapter 9; under an article the items are its "lid" and letters
stand "onder"; a bullet is counted ("8 punt 3"), and so is a paragraph ("9.C.7 alinea 2").
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers.document_marks import Mark, Style
from bot.domain.document import Line, Passage

LONGEST_QUOTE = 1_500
"""Characters; a longer part is quoted without what lies below it."""

LONGEST_NUMBER = 44
"""Bytes in UTF-8: a number travels in a button, which holds 64 (Bot API, callback_data)."""

LONGEST_TELLING = 30
"""Characters of the heading that tells two equal numbers apart."""

BULLET = "• "


@dataclass
class Node:
    """A part of the outline while it is being built.

    `section` tells that its first line is a heading and no sentence.
    """

    mark: Mark | None = None
    title: str = ""
    depth: int | None = None
    section: bool = False
    children: list["Node"] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)

    @property
    def is_chapter(self) -> bool:
        """Whether headings without a number belong below it."""
        return self.section and self.mark is not None

    def last_words(self) -> str:
        """Return its last line so far."""
        return self.paragraphs[-1][-1] if self.paragraphs else self.title

    def own_text(self) -> str:
        """Return its own words, without what lies below it, one paragraph a line."""
        return "\n".join(flowed(lines) for lines in self.paragraphs)


def passages_of(root: Node, notes: Mapping[str, Sequence[Line]]) -> tuple[list[Passage], list[str]]:
    """Return every part that can be cited, and sentences about numbers that are used twice."""
    parts = list(_numbered(root))
    parts += [
        _Part(f"voetnoot {number}", "", flowed(line.text for line in lines), 0, ())
        for number, lines in notes.items()
    ]
    numbers, remarks = _unique(parts)
    passages = [
        Passage(number, part.title, part.text, part.level, part.under, part.gathers)
        for number, part in zip(numbers, parts, strict=True)
    ]
    return passages, remarks


@dataclass(frozen=True)
class _Part:
    number: str
    title: str
    text: str
    level: int
    under: tuple[str, ...]
    within: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    counted: bool = False
    gathers: bool = False
    """The numbers above it, and the titles beside the nearest one; they tell doubles apart."""


@dataclass(frozen=True)
class _Above:
    """What a part inherits: its number so far, whether an article, the headings above."""

    number: str = ""
    word: str = ""
    counts: bool = False
    level: int = 0
    under: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def _numbered(node: Node, above: _Above = _Above()) -> Iterator[_Part]:
    bullets = 0
    titles = tuple(child.title for child in node.children if child.mark is None)
    for child in node.children:
        _take_in_only_bullet(child)
        mark = child.mark
        if mark is None:
            below = _Above(
                above.number,
                above.word,
                above.counts,
                above.level + 1,
                (*above.under, child.title),
                above.within,
                titles,
            )
        else:
            bullets += mark.style is Style.BULLET
            number = _number(mark, above, bullets)
            # A sub-bullet is cited by numbers alone, and so is a "lid" below an article.
            word = mark.word or ("" if mark.style is Style.PATH else above.word)
            below = _Above(
                number,
                word,
                mark.style is Style.BULLET,
                above.level + 1,
                (*above.under, child.title) if child.title else above.under,
                (*above.within, number),
                above.beside,
            )
            yield from _parts_of(child, number, above)
        yield from _numbered(child, below)


def _parts_of(node: Node, number: str, above: _Above) -> Iterator[_Part]:
    yield _Part(
        number,
        node.title,
        _quoted(node),
        above.level,
        above.under,
        above.within,
        above.beside,
        gathers=node.section and not node.paragraphs and bool(node.children),
    )
    if len(node.paragraphs) > 1:
        for place, lines in enumerate(node.paragraphs, 1):
            yield _Part(
                f"{number} alinea {place}",
                "",
                flowed(lines),
                above.level + 1,
                above.under,
                above.within,
                above.beside,
                counted=True,
            )


def _number(mark: Mark, above: _Above, bullets: int) -> str:
    if mark.style is Style.BULLET:
        joined = "." if above.counts else " punt "
        return f"{above.number}{joined}{bullets}".strip()
    if mark.style is Style.WORD:
        return _number_of_word(mark, above)
    if mark.style is Style.PATH or not above.number:
        return mark.printed
    if above.word == "artikel":
        lettered = mark.style in {Style.LETTER, Style.CAPITAL}
        return f"{above.number} {'onder' if lettered else 'lid'} {mark.printed}"
    if above.word:
        return f"{above.number} punt {mark.printed}"
    return f"{above.number}.{mark.printed}"


def _number_of_word(mark: Mark, above: _Above) -> str:
    if mark.word == "artikel":
        # The bot itself says "artikel" before a number.
        *before, last = map(str, mark.path)
        return f"{'.'.join(before)} lid {last}" if before and mark.printed == last else mark.printed
    if mark.word in {"lid", "stap"}:
        return f"{above.number} {mark.word} {mark.printed}".strip()
    return f"{mark.word} {mark.printed}"


def _take_in_only_bullet(node: Node) -> None:
    """Take a single bullet for the words of what it stands under."""
    if node.paragraphs or len(node.children) != 1:
        return
    child = node.children[0]
    if child.mark and child.mark.style is Style.BULLET and not child.children:
        node.children = []
        node.title = node.title or child.title
        node.paragraphs = child.paragraphs


def _quoted(node: Node) -> str:
    """Return the words of a part as they are shown: the heading of a chapter is left out."""
    own = node.own_text()
    if node.title and not (node.section and (own or node.children)):
        own = f"{node.title}\n{own}".strip()
    below = "\n".join(_listed(node))
    whole = f"{own}\n{below}".strip()
    if len(whole) <= LONGEST_QUOTE:
        return whole
    return own or _begin_of(whole)


def _begin_of(whole: str) -> str:
    """Return the first lines that fit, and a sign that there are more."""
    end = whole.rfind("\n", 0, LONGEST_QUOTE - 1)
    return f"{whole[:end]}\n…" if end > 0 else f"{whole[: LONGEST_QUOTE - 1]}…"


def _listed(node: Node) -> Iterator[str]:
    for child in node.children:
        sign = BULLET
        if child.mark is None:
            sign = ""
        elif child.mark.style is not Style.BULLET:
            sign = f"{child.mark.printed}. "
        yield f"{sign}{' '.join(filter(None, (child.title, child.own_text())))}"
        yield from _listed(child)


def _unique(parts: Sequence[_Part]) -> tuple[list[str], list[str]]:
    """Tell doubles apart, by the heading they stand under or else by counting."""
    numbers = [part.number for part in parts]
    often = Counter(numbers)
    by_heading = [
        f"{part.number} ({words})"
        if often[part.number] > 1 and (words := _telling(part))
        else part.number
        for part in parts
    ]
    remarks = []
    nth: Counter[str] = Counter()
    found = []
    for part, number in zip(parts, by_heading, strict=True):
        nth[number] += 1
        told = _cut(number, "" if nth[number] == 1 else f" ({nth[number]}e)")
        while told in found:
            nth[number] += 1
            told = _cut(number, f" ({nth[number]}e)")
        found.append(told)
        if nth[number] > 1 and not part.counted:
            remarks.append(
                f"Number {number} is used more than once; one of them is cited as "
                f'"{told}". Give each its own number in the document.'
            )
    return found, remarks


def _cut(number: str, ending: str) -> str:
    room = LONGEST_NUMBER - len(ending.encode())
    return number.encode()[:room].decode(errors="ignore").rstrip() + ending


def _telling(part: _Part) -> str:
    """Return what tells a part from another of its number.

    That is the chapter that its number leaves out, or the words by which the heading above it
    differs from the headings beside that.
    """
    if left_out := [number for number in part.within if not part.number.startswith(number)]:
        return left_out[-1]
    if not part.under or part.under[-1] not in part.beside:
        return ""
    words = part.under[-1].split()
    others = [title.split() for title in part.beside if title != part.under[-1]]
    same = 0
    while same < len(words) - 1 and any(words[: same + 1] == other[: same + 1] for other in others):
        same += 1
    return " ".join(words[same:])[:LONGEST_TELLING].strip()


def flowed(lines: Sequence[str] | Iterator[str]) -> str:
    """Join the lines of a paragraph; a word that was cut at the end of a line is whole again."""
    text = ""
    for line in lines:
        if text.endswith("-") and not re.match(r"(?:en|of)\b", line):
            text += line
        else:
            text = f"{text} {line}" if text else line
    return text
