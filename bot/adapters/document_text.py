"""A school's document as plain text: what a text editor keeps, or a PDF's text saved as one."""

from pathlib import Path

from bot.domain.document import DocumentError, Line, Written

_FORM_FEED = "\f"
_KEPT_CONTROLS = "\t\n\r\f\v"


def read_text_file(path: Path) -> Written:
    """Read a text in UTF-8 or UTF-16, or else in the Windows-1252 of older Dutch computers.

    Raises:
        DocumentError: it is no text.
        OSError: it cannot be read.

    """
    text, remarks = decoded(path)
    lines = []
    page = 1 if _FORM_FEED in text else 0
    for part in text.split(_FORM_FEED):
        lines += [_line(raw, page) for raw in part.splitlines()]
        page += page > 0
    return Written(tuple(lines), remarks)


def decoded(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and a remark where its encoding had to be guessed."""
    content = path.read_bytes()
    remarks: tuple[str, ...] = ()
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decoded_as_windows(content, path)
        guessed = (
            f"{path} is not in UTF-8 and was read as Windows-1252. Look whether words with "
            "accents are right; if not, save it as text in UTF-8."
        )
        remarks = (guessed,)
    if any(sign < " " and sign not in _KEPT_CONTROLS for sign in text):
        raise DocumentError(_no_text(path))
    return text, remarks


def _decoded_as_windows(content: bytes, path: Path) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise DocumentError(_no_text(path)) from error


def _no_text(path: Path) -> str:
    return (
        f"{path} is no text, although its name says so. Save the document as text (UTF-8), docx "
        "or pdf, with that ending, and name that file."
    )


def _line(raw: str, page: int) -> Line:
    text = raw.strip()
    return Line(text, page, len(raw) - len(raw.lstrip(" ")))
