"""A school's own document: its sections, numbered items, bullets and footnotes.

Whatever a line is, is seen by what it begins with and by the lists that stand open: "10." goes on
with the items when nine of them came before, and with the chapters when it reads as a heading.
Where the file itself tells the depth of a heading or an item, that decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answers.document_marks import Mark, Style, marks_of
from bot.answers.document_numbers import Node, passages_of
from bot.answers.page_furniture import Body, without_furniture
from bot.domain.document import DEPTH_OF_ITEMS, Line, OwnDocument

LONGEST_HEADING = 80
MOST_WORDS_OF_HEADING = 11
MOST_WORDS_OF_CLOSED_HEADING = 5
MOST_WORDS_OF_TITLE = 5
SHORT_LINE = 0.6
"""A line that ends a sentence and fills less of the width than this ends its paragraph."""

BEFORE_LIST = 0.75
"""The same for a heading without a number that stands above a list."""

MOSTLY = 0.6
WIDEST_GAP = 3
"""Numbers that may be missing between two chapters."""

_RANKS = {"deel": 0, "bijlage": 0, "hoofdstuk": 1, "paragraaf": 2, "artikel": 3, "regel": 3}
_RANK_OF_PART = 4
_SENTENCE_ENDS = re.compile(r"[.!?:;][”’\"')]*$")
_NO_HEADING_ENDS = re.compile(r"[.;,:]$")
_SECTIONS = (Style.NUMBER, Style.BARE, Style.CAPITAL, Style.ROMAN_CAPITAL)


def read_outline(lines: Sequence[Line]) -> OwnDocument:
    """Find the passages of a document that can be cited.

    The document has no passages when nothing in it carries a number, a heading or a bullet.
    """
    body = without_furniture(lines)
    outline = _Outline(body)
    root = outline.build()
    passages, doubles = passages_of(root, body.notes)
    return OwnDocument(tuple(passages), (*outline.remarks, *doubles))


@dataclass
class _Outline:
    body: Body
    remarks: list[str] = field(default_factory=list)
    _open: list[Node] = field(default_factory=list)
    _before: str = ""
    _gap: bool = True
    _indent: int = 0

    def __post_init__(self) -> None:
        self._lines = self.body.lines
        written = [line for line in self._lines if line.text and not line.whole]
        widths = sorted(len(line.text) for line in written)
        self._width = widths[len(widths) * 3 // 4] if widths else 0
        followed = sum(
            1
            for line, after in zip(self._lines, self._lines[1:], strict=False)
            if line.text and not line.whole and not after.text
        )
        self._double_spaced = bool(written) and followed > MOSTLY * len(written)

    def build(self) -> Node:
        root = Node(section=True)
        self._open = [root]
        upcoming = self._upcoming()
        for line, after in zip(self._lines, upcoming, strict=True):
            if not line.text:
                self._gap = self._gap or not self._double_spaced or line.indent > 0
                continue
            if line.indent != self._indent and not line.whole:
                self._gap = True
            if not self._begin(line, after):
                self._go_on(line)
            self._before, self._gap, self._indent = line.text, False, line.indent
        return root

    def _upcoming(self) -> list[Line]:
        """Return for each line the next one with words."""
        after = Line("")
        found = []
        for line in reversed(self._lines):
            found.append(after)
            after = line if line.text else after
        return found[::-1]

    def _begin(self, line: Line, after: Line) -> bool:
        """Open what this line begins, and say whether it begins anything."""
        marks = list(marks_of(line.text))
        if line.depth is not None:
            self._begin_at_depth(line, marks[0] if marks else None, line.depth)
            return True
        heading = _reads_as_heading(line, after)
        for mark in marks:
            place = self._place_for(mark, line, heading=heading)
            if place is None:
                continue
            above, section = place
            self._open_below(above, mark, section=section, heading=heading)
            return True
        if not marks and self._is_bare_heading(line, after):
            sections = [place for place, node in enumerate(self._open) if node.is_chapter]
            node = Node(title=line.text, section=True)
            self._push(sections[-1] if sections else 0, node)
            return True
        return False

    def _begin_at_depth(self, line: Line, mark: Mark | None, depth: int) -> None:
        depth = self._depth_among_open(mark, depth)
        heading = depth < DEPTH_OF_ITEMS
        keep = len(self._open)
        while keep > 1:
            its = self._open[keep - 1].depth
            typed_item = heading and its is None
            if not typed_item and (its is None or its < depth):
                break
            keep -= 1
        words = mark.rest if mark else line.text
        node = Node(mark, words if heading else "", depth=depth, section=heading)
        if not heading:
            node.paragraphs.append([words])
        self._push(keep - 1, node)

    def _depth_among_open(self, mark: Mark | None, depth: int) -> int:
        """Correct the depth of an item where its mark tells more.

        An article is no item, and a bullet in a list of its own lies below the numbered item
        that it follows.
        """
        if mark is None or depth < DEPTH_OF_ITEMS:
            return depth
        if mark.style is Style.WORD and mark.word in _RANKS:
            return DEPTH_OF_ITEMS - len(_RANKS) + _RANKS[mark.word]
        same = next((node.mark for node in reversed(self._open) if node.depth == depth), None)
        below = mark.style is Style.BULLET and same and same.style is not Style.BULLET
        return depth + 1 if below else depth

    def _push(self, above: int, node: Node) -> None:
        del self._open[above + 1 :]
        self._open[above].children.append(node)
        self._open.append(node)

    def _open_below(self, above: int, mark: Mark, *, section: bool, heading: bool) -> None:
        node = Node(mark, section=section)
        titled = heading and (section or mark.style is Style.WORD)
        if titled:
            node.title = mark.rest
        elif mark.rest:
            node.paragraphs.append([mark.rest])
        self._push(above, node)

    def _place_for(self, mark: Mark, line: Line, *, heading: bool) -> tuple[int, bool] | None:
        """Return under which open part a mark begins something, and whether that is a section."""
        if mark.style is Style.BULLET:
            return self._place_of_bullet(mark), False
        if self._goes_on_in_small_letters(mark, line):
            return None
        if mark.style is Style.WORD:
            return self._place_of_word(mark), mark.word in _RANKS
        if mark.style is Style.PATH:
            above = self._place_of_path(mark)
            return None if above is None else (above, heading)
        return self._place_in_list(mark, heading=heading)

    def _goes_on_in_small_letters(self, mark: Mark, line: Line) -> bool:
        lower = mark.rest[:1].islower()
        return lower and not line.whole and not self._gap and not self._before_ends()

    def _before_ends(self) -> bool:
        return bool(re.search(r"(?:[.!?:;,)]|\b(?:en|of))$", self._before)) or self._just_opened()

    def _just_opened(self) -> bool:
        return not self._open[-1].paragraphs

    def _place_of_bullet(self, mark: Mark) -> int:
        for place in range(len(self._open) - 1, 0, -1):
            its = self._open[place].mark
            if its and its.kind == mark.kind:
                return place - 1
        return len(self._open) - 1

    def _place_of_word(self, mark: Mark) -> int:
        rank = _RANKS.get(mark.word, _RANK_OF_PART)
        place = 0
        for number, node in enumerate(self._open):
            its = node.mark
            if its and its.style is Style.WORD:
                same = its.word == mark.word and len(its.path) >= len(mark.path)
                if same or _RANKS.get(its.word, _RANK_OF_PART) > rank:
                    break
            if node.section:
                place = number
        return place

    def _place_of_path(self, mark: Mark) -> int | None:
        for place in range(len(self._open) - 1, 0, -1):
            its = self._open[place].mark
            if its is None or not its.path:
                continue
            if its.path == mark.path[:-1]:
                return place
            if its.path[:-1] == mark.path[:-1] and its.path[-1:] <= mark.path[-1:]:
                return place - 1 if len(its.path) > 1 else None
            if its.style is Style.PATH and its.path < mark.path and mark.place == 1:
                return place - 1 if len(its.path) == len(mark.path) else None
        return len(self._open) - 1 if mark.place == 1 else None

    def _place_in_list(self, mark: Mark, *, heading: bool) -> tuple[int, bool] | None:
        items, sections = self._same_kind(mark, section=False), self._same_kind(mark, section=True)
        item = next((p for p in items if self._step(p, mark) == 1), None)
        section = next((p for p in sections if heading and self._step(p, mark) == 1), None)
        if item is not None and (section is None or not self._is_whole_sentence(item)):
            return item - 1, False
        if section is not None:
            return section - 1, True
        if mark.place == 1:
            return self._place_of_first(mark, items, heading=heading)
        return self._place_after_gap(mark, items, sections, heading=heading)

    def _same_kind(self, mark: Mark, *, section: bool) -> list[int]:
        """Return the places of the open parts of a mark's kind, the innermost first."""
        return [
            place
            for place in range(len(self._open) - 1, 0, -1)
            if (its := self._open[place].mark)
            and its.kind == mark.kind
            and self._open[place].section is section
        ]

    def _step(self, place: int, mark: Mark) -> int:
        its = self._open[place].mark
        return mark.place - its.place if its else 0

    def _is_whole_sentence(self, place: int) -> bool:
        return bool(_SENTENCE_ENDS.search(self._open[place].last_words()))

    def _place_of_first(
        self, mark: Mark, items: list[int], *, heading: bool
    ) -> tuple[int, bool] | None:
        if mark.style is Style.BARE and not heading:
            return None
        last_section = max(p for p, node in enumerate(self._open) if node.section)
        again = next((p for p in items if p > last_section), None)
        if again is not None:
            return again - 1, False
        top = len(self._open) - 1
        fresh = heading and mark.style in _SECTIONS and self._open[top].section
        return top, fresh and not self._same_kind(mark, section=True)

    def _place_after_gap(
        self, mark: Mark, items: list[int], sections: list[int], *, heading: bool
    ) -> tuple[int, bool] | None:
        """Accept a number that was used before, or one after a number that is missing."""
        if mark.style is Style.BARE or mark.rest[:1].islower():
            return None
        if items and self._step(items[0], mark) in {0, 2}:
            self._remark(items[0], mark)
            return items[0] - 1, False
        if heading and sections and 0 <= self._step(sections[0], mark) <= WIDEST_GAP:
            self._remark(sections[0], mark)
            return sections[0] - 1, True
        return None

    def _remark(self, place: int, mark: Mark) -> None:
        if self._step(place, mark) == 0:
            return  # told with the number it is cited by
        its = self._open[place].mark
        before = its.printed if its else ""
        self.remarks.append(
            f'After number {before} comes number {mark.printed} ("{_short(mark.rest)}"). '
            "If something is missing between them, look whether its number begins a line."
        )

    def _is_bare_heading(self, line: Line, after: Line) -> bool:
        """Say whether a line without a number is a heading all the same."""
        words = line.text.split()
        if line.whole or not line.text[0].isupper() or len(line.text) > LONGEST_HEADING:
            return False
        if not self._just_opened() and not _SENTENCE_ENDS.search(self._before):
            return False
        if line.text.endswith("."):
            whole = len(words) <= MOST_WORDS_OF_CLOSED_HEADING and "." not in line.text[:-1]
            return self._gap and whole and after.text[:1].isupper()
        if _NO_HEADING_ENDS.search(line.text) or len(words) > MOST_WORDS_OF_HEADING:
            return False
        if any(mark.place <= 1 or mark.style is Style.WORD for mark in marks_of(after.text)):
            return self._gap or len(line.text) < BEFORE_LIST * self._width
        return self._gap and not self._double_spaced and after.text[:1].isupper()

    def _go_on(self, line: Line) -> None:
        """Add a line to what is open."""
        node = self._open[-1]
        if not node.paragraphs or line.whole or self._begins_paragraph(node, line):
            node.paragraphs.append([line.text])
        else:
            node.paragraphs[-1].append(line.text)

    def _begins_paragraph(self, node: Node, line: Line) -> bool:
        if line.text[0].islower():
            return False
        last = node.paragraphs[-1][-1]
        if _SENTENCE_ENDS.search(last):
            return self._gap or len(last) < SHORT_LINE * self._width
        only = len(node.paragraphs) == len(node.paragraphs[0]) == 1
        if only and not node.section and len(last.split()) <= MOST_WORDS_OF_TITLE:
            node.title = node.paragraphs.pop()[0]
            return True
        return self._gap and len(last) < SHORT_LINE * self._width


def _reads_as_heading(line: Line, after: Line) -> bool:
    if len(line.text) > LONGEST_HEADING or _NO_HEADING_ENDS.search(line.text):
        return False
    if len(line.text.split()) > MOST_WORDS_OF_HEADING:
        return False
    return line.whole or not after.text[:1].islower()


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
