"""Documents of no use, each told with the file and what to do; and odd ones of use."""

import re
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bot.adapters.document_docx import read_docx_file
from bot.adapters.document_docx_numbering import Numbering
from bot.adapters.document_markdown import read_markdown_file
from bot.domain.document import DocumentError
from bot.own_protocol import LARGEST, read_own_document
from tests.documents import forms
from tests.documents.pdf import pdf_of_pages

RULE = "1. Wees aardig.\n"


def empty(path):
    path.write_bytes(b"")


def blank(path):
    path.write_text("\n \n\f\n", encoding="utf-8")


def letter(path):
    path.write_text("Beste ouders,\nhierbij het rooster.\n", encoding="utf-8")


def picture(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x81\x8d")


def scanned(path):
    path.write_bytes(pdf_of_pages([[], []]))


def with_password(path):
    forms.write_pdf(path, password="geheim")


def half_a_pdf(path):
    path.write_bytes(pdf_of_pages([["1. Wees aardig."]])[:200])


def other_zip(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("holiday.txt", "sun")


def zip_bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(3):
            packed.writestr(f"{number}.xml", b" " * 80_000_000)


def huge(path):
    with path.open("wb") as file:
        file.truncate(LARGEST + 30_000_000)


def text(path):
    path.write_text(RULE, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "write", "sentence"),
    [
        ("a.txt", empty, "is empty. Name the file"),
        ("a.pdf", empty, "is empty. Name the file"),
        ("a.txt", blank, "holds no text. Name the file"),
        ("a.txt", letter, "Nothing in .* has a number"),
        ("a.txt", picture, "is no text, although its name says so. Save"),
        ("a.md", picture, "is no text, although its name says so. Save"),
        ("a.pdf", scanned, r"it was scanned. Ask .* \(OCR\)"),
        ("a.pdf", with_password, "is protected with a password. Save it without"),
        ("a.pdf", half_a_pdf, "is no PDF, or it is damaged .* save it anew"),
        ("a.pdf", text, "is no PDF, or it is damaged .* save it anew"),
        ("a.docx", other_zip, "is no document of Word .* save it anew"),
        ("a.docx", text, "is no document of Word .* save it anew"),
        ("a.docx", zip_bomb, "unpacks to more than 200 MB. Remove its pictures"),
        ("a.txt", huge, "has 50 MB, and at most 20 MB is read. Remove"),
        ("a.odt", text, r"ends in .odt, and only .txt, .md, .docx, .pdf are read. Save"),
        ("a", text, "ends in nothing, and only"),
    ],
)
def test_a_document_of_no_use_is_told_with_what_to_do(tmp_path, name, write, sentence):
    path = tmp_path / name
    write(path)

    with pytest.raises(DocumentError) as told:
        read_own_document(path)

    assert re.search(sentence, str(told.value))
    assert str(path) in str(told.value)


def test_a_document_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DocumentError, match=r"cannot be read .*right and"):
        read_own_document(tmp_path / "none.pdf")


def test_a_text_of_an_older_windows_is_read_and_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("1. Eén regel: ‘wees aardig’ voor € 0.\n".encode("cp1252"))

    document = read_own_document(path)

    assert document.clause("1") == "Eén regel: ‘wees aardig’ voor € 0."
    assert any("was read as Windows-1252" in remark for remark in document.remarks)


def test_a_text_in_utf_16_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("1. Eén regel.\n", encoding="utf-16")

    assert read_own_document(tmp_path / "a.txt").clause("1") == "Eén regel."


def test_a_document_that_was_changed_is_read_again(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1. Wees aardig.\n", encoding="utf-8")
    before = read_own_document(path)
    path.write_text("1. Wees eerlijk.\n2. Wees stil.\n", encoding="utf-8")

    assert before.clause("1") == "Wees aardig."
    assert read_own_document(path).clause("1") == "Wees eerlijk."


def test_markdown_numbers_by_its_lists_and_headings_by_their_depth(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "# Regels\n\n## Voor leerlingen\n\n1. Wees **aardig**.\n1. Wees [eerlijk](https://x.example).\n"
        "   - altijd\n   - overal\n\n**Voor ouders**\n\n3) Vraag het.\n\n"
        "| a | b |\n|---|---|\n| c | d |\n",
        encoding="utf-8",
    )

    document = read_own_document(path)

    assert document.clause("2") == "Wees eerlijk.\n• altijd\n• overal"
    assert document.clause("2 punt 2") == "overal"
    assert (document.clause("3") or "").startswith("Vraag het.")


def test_a_code_block_and_html_of_markdown_are_plain_words(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("1. Wees <b>aardig</b>.\n\n```\n2. Wees stil.\n```\n", encoding="utf-8")

    written = read_markdown_file(path)

    assert [line.text for line in written.lines if line.text] == [
        "1. Wees <b>aardig</b>.",
        "2. Wees stil.",
    ]


def test_numbers_typed_in_word_count_as_well_and_tracked_words_are_read(tmp_path):
    document = docx.Document()
    document.add_heading("Hoofdstuk 2 Regels", 1)
    paragraph = document.add_paragraph("1. Wees aardig")
    inserted = "<w:ins {} w:id='1' w:author='a'><w:r><w:t> en eerlijk.</w:t></w:r></w:ins>"
    paragraph._p.append(parse_xml(inserted.format(nsdecls("w"))))
    deleted = "<w:del {} w:id='2' w:author='a'><w:r><w:delText> Weg.</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(deleted.format(nsdecls("w"))))
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "2. Wees stil."
    document.save(str(tmp_path / "a.docx"))

    found = read_own_document(tmp_path / "a.docx")

    assert found.clause("hoofdstuk 2 punt 1") == "Wees aardig en eerlijk."
    assert found.clause("hoofdstuk 2 punt 2") == "Wees stil."


def test_a_list_that_comes_with_a_style_is_numbered_and_the_contents_are_left_out(tmp_path):
    document = docx.Document()
    contents = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("1. Regels 3", style=contents)
    document.add_paragraph("Wees aardig.", style="List Number")
    document.add_paragraph("altijd", style="List Bullet")
    document.add_paragraph("Wees eerlijk.", style="List Number")
    document.save(str(tmp_path / "a.docx"))

    found = read_own_document(tmp_path / "a.docx")

    assert [p.number for p in found.passages] == ["1", "1 punt 1", "2"]
    assert found.clause("2") == "Wees eerlijk."


def test_a_word_document_without_a_list_or_notes_is_read(tmp_path):
    document = docx.Document()
    document.add_paragraph("Artikel 1 Begin")
    document.add_paragraph("Wees aardig.")
    document.save(str(tmp_path / "a.docx"))

    lines = read_docx_file(tmp_path / "a.docx").lines

    assert [line.text for line in lines] == ["Artikel 1 Begin", "Wees aardig."]


LISTS = """
<w:numbering {ns}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>
"""


def test_word_counts_by_level_and_begins_again_where_a_list_says_so():
    numbering = Numbering(parse_xml(LISTS.format(ns=nsdecls("w"))))

    printed = [
        numbering.printed(number, level)
        for number, level in [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("1", 2), ("2", 0)]
    ]

    assert printed == ["III.", "III.a)", "III.b)", "IV.", "IV.a)", "•", "I."]
    assert numbering.printed("9", 0) == ""
