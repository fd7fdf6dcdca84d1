"""A PDF of lines of text, or of a picture of them, made by the library that reads it."""

import io
from collections.abc import Sequence

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

A4 = (595, 842)
TOP = 800
LEADING = 14
LEFT = 40


def pdf_of_pages(pages: Sequence[Sequence[str]], password: str = "") -> bytes:
    """Write each line in Helvetica; a page without lines looks like one that was scanned."""
    writer = PdfWriter()
    font = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
    )
    for lines in pages:
        page = writer.add_blank_page(*A4)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = DecodedStreamObject()
        content.set_data(b"".join(_shown(line, row) for row, line in enumerate(lines)))
        page[NameObject("/Contents")] = writer._add_object(content)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _shown(line: str, row: int) -> bytes:
    words = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"BT /F1 10 Tf {LEFT} {TOP - row * LEADING} Td ("
    return place.encode() + words.encode("cp1252") + b") Tj ET\n"
