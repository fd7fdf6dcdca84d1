"""A school's document as a PDF with text in it; a scan holds pictures only."""

import logging
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from bot.domain.document import DocumentError, Line, Written

MOST_PAGES = 400

# pypdf tells of each small fault of a file; what matters is raised.
_log = logging.getLogger("pypdf")


def read_pdf_file(path: Path) -> Written:
    """Read the lines of each page.

    Raises:
        DocumentError: it is no PDF, has a password, or holds pictures of text only.
        OSError: it cannot be read.

    """
    quiet, _log.level = _log.level, logging.CRITICAL
    try:
        lines = _lines(path)
    except DocumentError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, AttributeError) as error:
        raise DocumentError(
            f"{path} is no PDF, or it is damaged ({type(error).__name__}). Open it, save it anew "
            "as pdf or as docx, and name that file."
        ) from error
    finally:
        _log.level = quiet
    return Written(tuple(lines))


def _lines(path: Path) -> list[Line]:
    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError(
            f"{path} is protected with a password. Save it without one, and name that file."
        )
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(
            f"{path} has {len(reader.pages)} pages, and at most {MOST_PAGES} are read. Save the "
            "protocol alone, and name that file."
        )
    lines: list[Line] = []
    for number, page in enumerate(reader.pages, 1):
        lines.extend(Line(raw.strip(), number) for raw in page.extract_text().splitlines())
    if not any(line.text for line in lines):
        raise DocumentError(
            f"{path} holds pictures of pages and no text: it was scanned. Ask for the file it was "
            "printed from (docx), or have a program recognise its text (OCR), and name that file."
        )
    return lines
