"""The document of De Esdoorn written down as txt, md, docx and pdf, with all a page adds to it."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.documents.esdoorn import ARTICLES, NOTES, TITLE
from tests.documents.pdf import pdf_of_pages

WIDTH = 80
LINES_OF_PAGE = 26
_LETTERED = re.compile(r" (?=[a-c]\. )")


def typed(*, superscripts: bool = True) -> list[str]:
    """Return the paragraphs as somebody types them: every number is part of the text."""
    paragraphs = []
    for number, (title, leden) in enumerate(ARTICLES.items(), 1):
        paragraphs.append(f"Artikel {number} {title}")
        for place, lid in enumerate(leden, 1):
            first, *lettered = _LETTERED.split(lid)
            paragraphs += [f"{place}. {first}", *lettered]
    return [p if superscripts else p.translate(str.maketrans("¹²", "12")) for p in paragraphs]


def pages() -> list[list[str]]:
    """Return the lines of each page: running heading, page number, footnotes, cut sentences."""
    lines = [line for p in typed(superscripts=False) for line in textwrap.wrap(p, WIDTH)]
    cut = [lines[at : at + LINES_OF_PAGE] for at in range(0, len(lines), LINES_OF_PAGE)]
    notes = [f"{number} {note}" for number, note in enumerate(NOTES, 1)]
    found = []
    for number, page in enumerate(cut, 1):
        below = [line for note in notes for line in textwrap.wrap(note, 110)] if number == 1 else []
        foot = f"Pagina {number} van {len(cut)}"
        found.append(
            [f"De Esdoorn | {TITLE}", *page, *below, "https://esdoorn.example/regels", foot]
        )
    return found


def write_txt(path: Path, encoding: str = "utf-8") -> Path:
    path.write_text("\f".join("\n".join(page) for page in pages()), encoding=encoding)
    return path


def write_md(path: Path) -> Path:
    rows = [f"# {TITLE}", ""]
    for number, (title, leden) in enumerate(ARTICLES.items(), 1):
        rows += [f"## Artikel {number} – {title}", ""]
        for lid in leden:
            first, *lettered = _LETTERED.split(lid)
            # Every item is typed as 1: Markdown counts by itself.
            rows += [f"1. {first}", *(f"   {part}" for part in lettered)]
        rows.append("")
    text = "\n".join(rows).replace("¹", "[^1]").replace("²", "[^2]")
    notes = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(NOTES, 1))
    path.write_text(f"{text}\n{notes}\n", encoding="utf-8")
    return path


def write_pdf(path: Path, password: str = "") -> Path:
    path.write_bytes(pdf_of_pages(pages(), password))
    return path


_NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="Artikel %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
"""


def write_docx(path: Path) -> Path:
    """Write it as Word does: no number stands in the text, and the notes stand in a part apart."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERING.format(ns=nsdecls("w"))))
    number = numbering.add_num(77).numId
    document.add_paragraph(TITLE, style="Title")
    for title, leden in ARTICLES.items():
        _listed(document.add_heading(title, 1), number, 0)
        for lid in leden:
            first, *lettered = _LETTERED.split(lid)
            _listed(_with_notes(document.add_paragraph(), first), number, 1)
            for part in lettered:
                _listed(_with_notes(document.add_paragraph(), part[3:]), number, 2)
    _add_notes(document, NOTES)
    document.save(str(path))
    return path


def _listed(paragraph, number, level):
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _with_notes(paragraph, words):
    for part in re.split("([¹²])", words):
        if part in {"¹", "²"}:
            reference = OxmlElement("w:footnoteReference")
            # Word keeps 0 and 1 for the lines above the notes.
            reference.set(qn("w:id"), "2" if part == "¹" else "3")
            paragraph.add_run()._r.append(reference)
        else:
            paragraph.add_run(part)
    return paragraph


def _add_notes(document, notes: Sequence[str]) -> None:
    xml = f"<w:footnotes {nsdecls('w')}>{''.join(_notes_xml(notes))}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _notes_xml(notes: Sequence[str]) -> Iterator[str]:
    for identity, note in enumerate(notes, 2):
        words = f"<w:p><w:r><w:t>{note}</w:t></w:r></w:p>"
        yield f'<w:footnote w:id="{identity}">{words}</w:footnote>'
