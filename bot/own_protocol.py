"""A school's own document: which adapter reads the file, and the rules as it has them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from bot.adapters.document_docx import read_docx_file
from bot.adapters.document_markdown import read_markdown_file
from bot.adapters.document_pdf import read_pdf_file
from bot.adapters.document_text import read_text_file
from bot.adviser import ProtocolAdviser
from bot.answers.own_document import read_outline
from bot.answers.protocol import Protocol
from bot.answers.ties import judge_ties, read_ties, tied_rules
from bot.domain.document import DocumentError, OwnDocument, Written

LARGEST = 20_000_000
"""Bytes; a protocol with many pictures stays well below."""

READERS: Mapping[str, Callable[[Path], Written]] = MappingProxyType(
    {
        ".txt": read_text_file,
        ".md": read_markdown_file,
        ".docx": read_docx_file,
        ".pdf": read_pdf_file,
    }
)


def read_own_document(path: Path) -> OwnDocument:
    """Read a school's document: txt, md, docx or pdf, told apart by the ending of the name.

    Raises:
        DocumentError: it cannot be read, or nothing in it is numbered.

    """
    if path.suffix.lower() not in READERS:
        raise DocumentError(
            f"{path} ends in {path.suffix or 'nothing'}, and only {', '.join(READERS)} are read. "
            "Save the document as one of these, and name that file."
        )
    try:
        _refuse_by_size(path)
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise DocumentError(
            f"{path} cannot be read ({error.strerror}). Look whether the name is right and "
            "whether this user may read it."
        ) from error


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int) -> OwnDocument:
    """Read a document once for the configuration, its ties and the answers."""
    written = READERS[path.suffix.lower()](path)
    if not any(line.text for line in written.lines):
        raise DocumentError(f"{path} holds no text. Name the file with the school's document.")
    document = read_outline(written.lines)
    if not document.passages:
        raise DocumentError(
            f'Nothing in {path} has a number: no "1.", "Artikel 1", "a." or bullet begins a line. '
            "Number what the answers must cite, and try again."
        )
    return OwnDocument(document.passages, (*written.remarks, *document.remarks))


def judge_ties_to(document: Path, ties: Path) -> None:
    """Refuse ties that this document does not have, or that nobody checked.

    Raises:
        DocumentError, TiesError: with what to do.

    """
    judge_ties(read_ties(ties), read_own_document(document))


def adviser_on(protocol: Protocol, document: Path, ties: Path) -> ProtocolAdviser:
    """Let answers cite a school's own document, and be silent where it has no such rule.

    Raises:
        DocumentError, TiesError: with what to do.

    """
    rules = tied_rules(protocol.rules, read_ties(ties))
    return ProtocolAdviser(replace(protocol, rules=rules), read_own_document(document))


def _refuse_by_size(path: Path) -> None:
    size = path.stat().st_size
    if not size:
        raise DocumentError(f"{path} is empty. Name the file with the school's document.")
    if size > LARGEST:
        raise DocumentError(
            f"{path} has {size // 1_000_000} MB, and at most {LARGEST // 1_000_000} MB is read. "
            "Remove its pictures, or save its text alone, and name that file."
        )
