"""A school's document as Word keeps it (docx): styles tell headings, lists tell their numbers."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bot.adapters.document_docx_numbering import Numbering
from bot.domain.document import DEPTH_OF_ITEMS, DocumentError, Line, Written

MOST_UNPACKED = 200_000_000
"""Bytes: a zip that unpacks to more was made to fill a machine."""

DEPTH_OF_BOLD = 9
LONGEST_BOLD = 80

_DRAWN_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {"tab": " ", "noBreakHyphen": "-"}
_BREAKS = frozenset(("br", "cr"))
_CONTENTS = "toc"

Element = Any
"""An element of lxml, which has no types."""


def read_docx_file(path: Path) -> Written:
    """Read the paragraphs, those of tables too, with the numbers that Word prints before them.

    Raises:
        DocumentError: it is no docx, or one that nobody should open.
        OSError: it cannot be read.

    """
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise DocumentError(
                    f"{path} unpacks to more than {MOST_UNPACKED // 1_000_000} MB. Remove its "
                    "pictures, save it anew, and name that file."
                )
        document = docx.Document(str(path))
        lines = tuple(_Paragraphs(document).lines())
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, SyntaxError) as error:
        raise DocumentError(
            f"{path} is no document of Word (docx), or it is damaged or has a password. Open it, "
            "save it anew as docx without a password, and name that file."
        ) from error
    return Written(lines)


class _Paragraphs:
    def __init__(self, document: Document) -> None:
        self._body = document.element.body
        self._styles = {
            style.get(qn("w:styleId")): style
            for style in document.styles.element.iter(qn("w:style"))
        }
        parts = {
            rel.reltype: rel.target_part
            for rel in document.part.rels.values()
            if not rel.is_external
        }
        numbering = parts.get(RELATIONSHIP_TYPE.NUMBERING)
        footnotes = parts.get(RELATIONSHIP_TYPE.FOOTNOTES)
        self._numbering = Numbering(parse_xml(numbering.blob) if numbering else None)
        self._notes = dict(_notes(parse_xml(footnotes.blob))) if footnotes else {}

    def lines(self) -> Iterator[Line]:
        for paragraph in self._body.iter(qn("w:p")):
            if not any(above.tag == _DRAWN_TWICE for above in paragraph.iterancestors()):
                yield from self._of_paragraph(paragraph)
        order = [note.get(qn("w:id")) for note in self._body.iter(qn("w:footnoteReference"))]
        for number, identity in enumerate(order, 1):
            yield Line(self._notes.get(identity, ""), whole=True, note=str(number))

    def _of_paragraph(self, paragraph: Element) -> Iterator[Line]:
        rows = [plain for row in _rows(paragraph) if (plain := " ".join(row.split()))]
        if not rows or self._style_name(paragraph).startswith(_CONTENTS):
            return
        outline = self._setting(paragraph, "w:outlineLvl")
        heading = None if outline is None else int(outline.get(qn("w:val"), "9")) + 1
        number, level = self._list_of(paragraph)
        mark = self._numbering.printed(number, level) if number else ""
        depth = DEPTH_OF_ITEMS + level if mark else None
        if heading is not None and heading < DEPTH_OF_ITEMS:
            depth = heading
        elif depth is None and _is_bold_heading(paragraph, rows):
            depth = DEPTH_OF_BOLD
        yield Line(f"{mark} {rows[0]}".strip(), whole=True, depth=depth)
        yield from (Line(row, whole=True) for row in rows[1:])

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """Return the list of a paragraph ("" for none) and the level in it."""
        settings = self._setting(paragraph, "w:numPr")
        if settings is None:
            return "", 0
        number, level = settings.find(qn("w:numId")), settings.find(qn("w:ilvl"))
        identity = "" if number is None else number.get(qn("w:val"), "")
        # List 0 takes away what the style gives (17.9.18).
        return "" if identity == "0" else identity, int(
            "0" if level is None else level.get(qn("w:val"), "0")
        )

    def _setting(self, paragraph: Element, name: str) -> Element | None:
        """Find a setting in the paragraph itself, or else in its style and those below that."""
        properties = paragraph.find(qn("w:pPr"))
        style = self._style(paragraph)
        for _ in range(len(self._styles) + 1):
            found = None if properties is None else properties.find(qn(name))
            if found is not None or style is None:
                return found
            properties = style.find(qn("w:pPr"))
            based_on = style.find(qn("w:basedOn"))
            style = None if based_on is None else self._styles.get(based_on.get(qn("w:val")))
        return None if properties is None else properties.find(qn(name))

    def _style(self, paragraph: Element) -> Element | None:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return None if named is None else self._styles.get(named.get(qn("w:val")))

    def _style_name(self, paragraph: Element) -> str:
        style = self._style(paragraph)
        name = None if style is None else style.find(qn("w:name"))
        return "" if name is None else str(name.get(qn("w:val"), "")).lower()


def _rows(paragraph: Element) -> list[str]:
    """Return the words of a paragraph, one row for each line that was broken off by hand."""
    rows = [""]
    words = qn("w:p").removesuffix("p")
    for element in paragraph.iter():
        if next(element.iterancestors(qn("w:p")), None) is not paragraph:
            continue
        namespace, _, name = str(element.tag).rpartition("}")
        if f"{namespace}}}" != words:
            continue
        if name in _BREAKS:
            rows.append("")
        elif name == "t":
            rows[-1] += element.text or ""
        else:
            rows[-1] += _SPACES.get(name, "")
    return rows


def _is_bold_heading(paragraph: Element, rows: list[str]) -> bool:
    """Say whether a paragraph is bold from begin to end; a number typed in it tells more."""
    if len(rows) != 1 or len(rows[0]) > LONGEST_BOLD or rows[0][0].isdigit():
        return False
    if rows[0].startswith("Artikel"):
        return False
    runs = [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    bold = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(bold) and all(
        b is not None and b.get(qn("w:val")) not in {"0", "false"} for b in bold
    )


def _notes(footnotes: Element) -> Iterator[tuple[str, str]]:
    for note in footnotes.iter(qn("w:footnote")):
        words = " ".join(
            " ".join(row.split()) for p in note.iter(qn("w:p")) for row in _rows(p) if row.strip()
        )
        yield note.get(qn("w:id")), words
