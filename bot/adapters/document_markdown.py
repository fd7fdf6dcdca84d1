"""A school's document in Markdown: headings and lists know their depth, footnotes their number."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from bot.adapters.document_text import decoded
from bot.domain.document import DEPTH_OF_ITEMS, Line, Written

DEPTH_OF_BOLD = 9
"""A paragraph that is bold from begin to end is a heading below all others."""

LONGEST_BOLD = 80


def read_markdown_file(path: Path) -> Written:
    """Read a text in Markdown (CommonMark, with footnotes and tables).

    Raises:
        DocumentError: it is no text.
        OSError: it cannot be read.

    """
    text, remarks = decoded(path)
    parser = MarkdownIt("commonmark", {"html": False}).use(footnote_plugin).enable("table")
    return Written(tuple(_lines(parser.parse(text))), remarks)


class _Lists:
    """The lists that stand open, and the number of the item that comes next in each."""

    def __init__(self) -> None:
        self._next: list[int | None] = []
        self.first_of_item = ""

    def begin(self, first: int | None) -> None:
        self._next.append(first)

    def end(self) -> None:
        self._next.pop()

    def item(self, sign: str) -> None:
        number = self._next[-1]
        self.first_of_item = "•" if number is None else f"{number}{sign}"
        if number is not None:
            self._next[-1] = number + 1

    @property
    def depth(self) -> int:
        return DEPTH_OF_ITEMS + len(self._next) - 1

    def see(self, token: Token) -> None:
        """Open and close lists and their items."""
        match token.type:
            case "ordered_list_open":
                self.begin(int(token.attrGet("start") or 1))
            case "bullet_list_open":
                self.begin(None)
            case "ordered_list_close" | "bullet_list_close":
                self.end()
            case "list_item_open":
                self.item(token.markup)
            case _:
                pass


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    lists = _Lists()
    heading: int | None = None
    note = ""
    for token in tokens:
        lists.see(token)
        match token.type:
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = None
            case "footnote_open":
                note = str(token.meta["label"] if token.meta.get("label") else token.meta["id"] + 1)
            case "footnote_close":
                note = ""
            case "inline":
                yield from _written(token, lists, heading, note)
            case "fence" | "code_block":
                yield from (Line(" ".join(raw.split())) for raw in token.content.splitlines())
            case _:
                pass


def _written(token: Token, lists: _Lists, heading: int | None, note: str) -> Iterator[Line]:
    rows = _rows(token)
    if not rows:
        return
    if note:
        yield Line(" ".join(rows), whole=True, note=note)
        return
    if heading is not None:
        yield Line(" ".join(rows), whole=True, depth=heading)
        return
    if lists.first_of_item:
        mark, lists.first_of_item = lists.first_of_item, ""
        yield Line(f"{mark} {rows[0]}", whole=True, depth=lists.depth)
    elif _is_bold(token) and len(rows) == 1 and len(rows[0]) <= LONGEST_BOLD:
        # A number typed in bold tells more than its letters: the reader sees what it is.
        depth = None if rows[0][0].isdigit() or rows[0].startswith("Artikel") else DEPTH_OF_BOLD
        yield Line(rows[0], whole=True, depth=depth)
    else:
        yield Line("")
        yield Line(rows[0], whole=not rows[1:])
    yield from (Line(row) for row in rows[1:])


def _is_bold(token: Token) -> bool:
    children = [child for child in token.children or [] if child.content or child.nesting]
    return bool(children) and children[0].type == "strong_open" == _opening(children[-1])


def _opening(token: Token) -> str:
    return token.type.replace("_close", "_open")


def _rows(token: Token) -> list[str]:
    """Return the plain words, one row for each line that was typed."""
    rows = [""]
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            rows.append("")
        elif child.type in {"text", "code_inline"} or child.type == "image":
            rows[-1] += child.content
    return [plain for row in rows if (plain := " ".join(row.split()))]
