"""The school's own files, pupils.csv, contacts.csv and staff.csv, as a `Snapshot`.

What is wrong is told all at once: by file, line and column, with what to do. A mistake never shows
what stands in a cell, because a shifted column puts a name wherever it likes.
"""

import csv
import difflib
import io
import re
import unicodedata
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.domain.enrolment import ContactEntry, PupilEntry, Snapshot, StaffEntry
from bot.domain.people import STAFF_ROLES, Appointment, Role

MAX_BYTES = 5_000_000
"""About 40,000 lines: far more than a school has, far less than fills the memory."""

MAX_CELL = 200
"""Characters in a cell, once spaces are tidied."""

MAX_SHOWN = 30
"""Characters of an unknown column that a mistake still shows."""

SEPARATORS = ",;"

Columns = Mapping[str, bool]
"""The columns a file must have, and whether each of their cells must be filled."""

PUPIL_COLUMNS: Columns = {
    "number": True,
    "first_name": True,
    "last_name": True,
    "class": True,
    "birth_date": True,
}
CONTACT_COLUMNS: Columns = {
    "number": True,
    "name": True,
    "relation": False,
    "email": False,
    "phone": False,
    "language": False,
}
STAFF_COLUMNS: Columns = {
    "number": True,
    "first_name": True,
    "last_name": True,
    "role": True,
    "class": False,
    "school": False,
    "email": False,
}

_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_DUTCH_DATE = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})", re.ASCII)
# A class names files and stands in commands, so it holds nothing that either reads otherwise.
_CLASS = re.compile(r"[^\W_](?:[\w .+-]{0,18}(?:[^\W_]|\+))?")
# The HTML standard's "valid e-mail address", with at least one dot after the @.
_EMAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+"
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# An accented letter in UTF-8; as Windows-1252 it would be "Ã", "Ä" or "Å" and then a sign.
_UTF_8_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]")
_SAVE_AS = 'In a spreadsheet program, save it as "CSV UTF-8".'

_K = TypeVar("_K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong: the file, the line (0: the whole file), the column, and why."""

    file: str
    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{line}{column}: {self.sentence}"


class RosterError(Exception):
    """The files cannot be used; `mistakes` holds everything that is wrong with them."""

    def __init__(self, *mistakes: Mistake) -> None:
        """Take at least one mistake."""
        super().__init__(*mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(map(str, self.mistakes))


def read_roster(
    pupils: Path,
    contacts: Path | None = None,
    staff: Path | None = None,
    *,
    default_school: str,
    languages: Collection[str] = ("nl", "nl-x-eenvoudig", "en"),
) -> Snapshot:
    """Read the files of a school; a file that is not given changes nothing later on.

    UTF-8 or Windows-1252, separated by `,` or `;`. A member of staff with several roles has a row
    for each. `default_school` is the school of classes for which the staff file names none;
    `languages` are those the bot speaks.

    Raises:
        RosterError: with every mistake in all three files.
    """
    reading = _Reading(default_school, languages)
    read_pupils = reading.pupils(pupils)
    read_contacts = None if contacts is None else reading.contacts(contacts)
    read_staff = None if staff is None else reading.staff(staff)
    if reading.mistakes:
        files = [str(path) for path in (pupils, contacts, staff)]
        raise RosterError(*sorted(reading.mistakes, key=lambda m: (files.index(m.file), m.line)))
    return Snapshot(read_pupils, read_contacts, read_staff, default_school)


@dataclass(slots=True)
class _Row:
    """One line of a file, its cells by column; it keeps what is wrong with them."""

    file: str
    line: int
    cells: dict[str, str] = field(repr=False)
    mistakes: list[Mistake] = field(repr=False)

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def wrong(self, column: str, sentence: str) -> None:
        self.mistakes.append(Mistake(self.file, self.line, column, sentence))


class _Spellings:
    """How each word was first written, so that it is written the same everywhere."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, str]] = {}

    def settle(self, word: str, place: str) -> str:
        """Give the place where the same word is written otherwise, or nothing."""
        written, where = self._first.setdefault("".join(word.casefold().split()), (word, place))
        return "" if written == word else where


class _Reading:
    """The three files as they are read, and everything that is wrong with them so far."""

    def __init__(self, default_school: str, languages: Collection[str]) -> None:
        self.mistakes: list[Mistake] = []
        self._languages = languages
        self._numbers: frozenset[str] | None = None
        self._classes = _Spellings()
        self._schools = _Spellings()
        self._schools.settle(default_school, "the configuration")

    def pupils(self, path: Path) -> tuple[PupilEntry, ...]:
        rows = self._rows(path, PUPIL_COLUMNS)
        if rows is None:
            return ()
        if not rows:
            self.mistakes.append(Mistake(str(path), 0, "", "This file holds no pupils."))
        lines: dict[str, int] = {}
        entries = []
        for row in rows:
            _refuse_repeat(row, "number", lines, row["number"], "this pupil number")
            class_name = self._class(row)
            day = _day(row, "birth_date")
            if day is not None:
                names = row["number"], row["first_name"], row["last_name"]
                entries.append(PupilEntry(*names, class_name, day, row.line))
        self._numbers = frozenset(lines)
        return tuple(entries)

    def contacts(self, path: Path) -> tuple[ContactEntry, ...]:
        lines: dict[tuple[str, ...], int] = {}
        entries = []
        for row in self._rows(path, CONTACT_COLUMNS) or ():
            same = row["number"], row["name"].casefold(), row["email"].casefold()
            _refuse_repeat(row, "name", lines, same, "this guardian of this pupil")
            if self._numbers is not None and row["number"] and row["number"] not in self._numbers:
                row.wrong("number", "No pupil in the pupils file has this number.")
            language = row["language"].casefold()
            if language and language not in self._languages:
                spoken = ", ".join(self._languages)
                row.wrong("language", f"The bot does not speak this. Write {spoken}, or nothing.")
            who, ways = (row["number"], row["name"], row["relation"]), (_email(row), row["phone"])
            entries.append(ContactEntry(*who, *ways, language, row.line))
        return tuple(entries)

    def staff(self, path: Path) -> tuple[StaffEntry, ...]:
        entries: dict[str, StaffEntry] = {}
        schools: dict[str, tuple[str, int]] = {}
        for row in self._rows(path, STAFF_COLUMNS) or ():
            appointment = self._appointment(row, schools)
            names = row["number"], row["first_name"], row["last_name"]
            entry = entries.setdefault(row["number"], StaffEntry(*names, line=row.line))
            for column in ("first_name", "last_name", "email"):
                known = getattr(entry, column)
                if row["number"] and row[column] and known and row[column] != known:
                    row.wrong(
                        column,
                        f"This differs from line {entry.line}, which has the same number. One "
                        "person has one name and one address; two persons have two numbers.",
                    )
            if appointment is not None and appointment not in entry.appointments:
                entry = replace(entry, appointments=(*entry.appointments, appointment))
            entries[row["number"]] = replace(entry, email=entry.email or _email(row))
        return tuple(entries.values())

    def _rows(self, path: Path, columns: Columns) -> list[_Row] | None:
        try:
            return list(_rows(path, columns, self.mistakes))
        except RosterError as error:
            self.mistakes.extend(error.mistakes)
            return None

    def _class(self, row: _Row) -> str:
        name = row["class"]
        if name and not _CLASS.fullmatch(name):
            row.wrong(
                "class",
                "A class has at most 20 letters, digits, spaces, dots, dashes and plus signs, and "
                "begins with a letter or digit. Write 1HV for 1H/V.",
            )
        elif name:
            self._settle(row, "class", self._classes)
        return name

    def _settle(self, row: _Row, column: str, spellings: _Spellings) -> None:
        elsewhere = spellings.settle(row[column], f"{row.file}, line {row.line}")
        if elsewhere:
            row.wrong(
                column, f"This is written otherwise in {elsewhere}. Write it the same everywhere."
            )

    def _appointment(self, row: _Row, schools: dict[str, tuple[str, int]]) -> Appointment | None:
        class_name, school = self._class(row), row["school"]
        if school:
            self._settle(row, "school", self._schools)
        if class_name and school:
            stated, line = schools.setdefault(class_name, (school, row.line))
            if stated != school:
                row.wrong("school", f"Line {line} has another school for the same class.")
        role = _role(row)
        if role is Role.MENTOR and not class_name:
            row.wrong("class", "A mentor needs a class. Write the one of this mentor.")
        return None if role is None else Appointment(role, school, class_name)


def _refuse_repeat(row: _Row, column: str, lines: dict[_K, int], key: _K, thing: str) -> None:
    first = lines.setdefault(key, row.line)
    if first != row.line and row[column]:
        row.wrong(column, f"Line {first} has {thing} already. Remove one of the two lines.")


def _day(row: _Row, column: str) -> date | None:
    if not row[column]:
        return None
    found = _ISO_DATE.fullmatch(row[column]) or _DUTCH_DATE.fullmatch(row[column])
    try:
        if found is not None:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        row.wrong(column, "This day does not exist. Check the day and the month.")
        return None
    row.wrong(column, "This is not a date. Write it as 2012-03-31 or 31-03-2012.")
    return None


def _email(row: _Row) -> str:
    address = row["email"]
    if address and not _EMAIL.fullmatch(address):
        row.wrong("email", "This is not one e-mail address, such as name@school.example.")
    return address


def _role(row: _Row) -> Role | None:
    word = row["role"].casefold()
    known = sorted(STAFF_ROLES)
    if word in known:
        return Role(word)
    if word:
        close = difflib.get_close_matches(word, known, n=1)
        hint = f"Did you mean {close[0]}?" if close else "Several roles are several lines."
        row.wrong("role", f"This is not a role: {', '.join(known)}. {hint}")
    return None


def _rows(path: Path, columns: Columns, mistakes: list[Mistake]) -> Iterator[_Row]:
    """Give each line below the heading; what is wrong inside a line is kept, its cell is empty."""
    file, text = str(path), _text(path)
    separator = max(SEPARATORS, key=lambda s: len(columns.keys() & _heading(text, s)))
    records = _records(text, separator, file)
    heading_line, _ = next(records, (1, []))
    heading = _heading(text, separator)
    _check_heading(heading, columns, file, heading_line)
    for line, cells in records:
        row = _Row(file, line, dict.fromkeys(columns, ""), mistakes)
        if len(cells) < len(heading) or any(map(str.strip, cells[len(heading) :])):
            row.wrong(
                "", f"This line has {len(cells)} cells, but {len(heading)} columns are named."
            )
            # The other cells may be shifted; the number keeps its contacts from being unknown.
            place = heading.index("number")
            row.cells["number"] = "".join(cells[place : place + 1]).strip()
        else:
            for column, cell in zip(heading, cells, strict=False):
                row.cells[column] = _clean(row, column, cell, must_be_filled=columns[column])
        yield row


def _clean(row: _Row, column: str, cell: str, *, must_be_filled: bool) -> str:
    word = " ".join(unicodedata.normalize("NFC", cell).split())
    if len(word) > MAX_CELL:
        row.wrong(column, f"This is longer than {MAX_CELL} characters.")
        return ""
    if not word.isprintable() or "\N{REPLACEMENT CHARACTER}" in word:
        row.wrong(column, "This holds a character that cannot be read. Type the cell again.")
        return ""
    if must_be_filled and not word:
        row.wrong(column, "This cell is empty and must be filled.")
    return word


def _heading(text: str, separator: str) -> list[str]:
    """Give the names of the columns as far as the last one; none when this separator is wrong."""
    try:
        _, cells = next(_records(text, separator, ""), (1, []))
    except RosterError:
        return []
    names = ["_".join(cell.casefold().split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def _check_heading(heading: list[str], columns: Columns, file: str, line: int) -> None:
    missing = [column for column in columns if column not in heading]
    if len(missing) == len(columns):
        names = ", ".join(columns)
        sentence = f"This line must name the columns, separated by , or ; as all lines: {names}."
        raise _unusable(file, sentence, line)
    mistakes = [Mistake(file, line, column, "This column is missing.") for column in missing]
    for place, name in enumerate(heading, 1):
        shown = name if name.isprintable() and 0 < len(name) <= MAX_SHOWN else f"number {place}"
        if name not in columns:
            close = difflib.get_close_matches(name, missing, n=1)
            hint = f"Did you mean {close[0]}?" if close else "Remove it: it would not be used."
            mistakes.append(Mistake(file, line, shown, f"This column is not known here. {hint}"))
        elif name in heading[: place - 1]:
            mistakes.append(Mistake(file, line, name, "This column stands here twice."))
    if mistakes:
        raise RosterError(*mistakes)


def _records(text: str, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Give the cells of each line that is not blank, with the number of the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            sentence = (
                "The quotation marks in this line do not match. A cell begins and ends with one, "
                "and a quotation mark inside it is written twice."
            )
            raise _unusable(file, sentence, line) from None
        if cells is None:
            return
        if any(map(str.strip, cells)):
            yield line, cells


def _text(path: Path) -> str:
    file = str(path)
    try:
        with path.open("rb") as opened:
            octets = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unusable(file, f"This file cannot be read: {error.strerror}.") from None
    if len(octets) > MAX_BYTES:
        raise _unusable(file, f"This is no roster: it is larger than {MAX_BYTES:,} bytes.")
    if octets.startswith(_WORKBOOKS):
        raise _unusable(file, f"This is a workbook, not CSV. {_SAVE_AS}")
    if octets.startswith(_UTF_16):
        raise _unusable(file, f"This is UTF-16. {_SAVE_AS}")
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_of(error, octets)
    if _UTF_8_LETTER.search(octets):
        raise _unusable(file, f"This line is not UTF-8, but another line is. {_SAVE_AS}", line)
    try:
        return octets.decode("cp1252")
    except UnicodeDecodeError as error:
        line = _line_of(error, octets)
    raise _unusable(file, f"This line is neither UTF-8 nor Windows-1252. {_SAVE_AS}", line)


def _line_of(error: UnicodeDecodeError, octets: bytes) -> int:
    return 1 + octets.count(b"\n", 0, error.start)


def _unusable(file: str, sentence: str, line: int = 0) -> RosterError:
    return RosterError(Mistake(file, line, "", sentence))
