"""The school's files as they come out of other programs: read, or refused with every mistake."""

import csv
import io
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.roster_csv import (
    CONTACT_COLUMNS,
    MAX_BYTES,
    PUPIL_COLUMNS,
    STAFF_COLUMNS,
    Mistake,
    RosterError,
    read_roster,
)
from bot.domain.enrolment import ContactEntry, PupilEntry, Snapshot, StaffEntry
from bot.domain.people import STAFF_ROLES, Appointment, Role

PUPILS = """\
number,first_name,last_name,class,birth_date
1001,Noor,Bakker,7B,2015-03-14
1002,Chloë,van den Berg,8A,21-06-2010
"""
CONTACTS = """\
number,name,relation,email,phone,language
1001,Marieke Bakker,moeder,marieke@ouders.example,010 000 00 11,nl
1001,Tom Bakker,vader,,,
"""
STAFF = """\
number,first_name,last_name,role,class,school,email
M01,Anouk,Hendriks,mentor,7B,De Linde,anouk@delinde.example
M02,Ingrid,de Wit,schoolleider,,De Linde,
M02,Ingrid,de Wit,FG,,,ingrid@delinde.example
"""

SNAPSHOT = Snapshot(
    pupils=(
        PupilEntry("1001", "Noor", "Bakker", "7B", date(2015, 3, 14), line=2),
        PupilEntry("1002", "Chloë", "van den Berg", "8A", date(2010, 6, 21), line=3),
    ),
    contacts=(
        ContactEntry(
            "1001",
            "Marieke Bakker",
            "moeder",
            "marieke@ouders.example",
            "010 000 00 11",
            "nl",
            line=2,
        ),
        ContactEntry("1001", "Tom Bakker", "vader", line=3),
    ),
    staff=(
        StaffEntry(
            "M01",
            "Anouk",
            "Hendriks",
            "anouk@delinde.example",
            (Appointment(Role.MENTOR, "De Linde", "7B"),),
            line=2,
        ),
        StaffEntry(
            "M02",
            "Ingrid",
            "de Wit",
            "ingrid@delinde.example",
            (
                Appointment(Role.SCHOOL_LEADER, "De Linde"),
                Appointment(Role.PRIVACY_OFFICER),
            ),
            line=3,
        ),
    ),
    default_school="De Linde",
)


@dataclass(frozen=True)
class Desk:
    """A folder with the three files, as an administrator has it."""

    folder: Path

    def read(
        self,
        pupils: str | bytes = PUPILS,
        contacts: str | bytes | None = CONTACTS,
        staff: str | bytes | None = STAFF,
    ) -> Snapshot:
        return read_roster(
            self._write("pupils.csv", pupils),
            None if contacts is None else self._write("contacts.csv", contacts),
            None if staff is None else self._write("staff.csv", staff),
            default_school="De Linde",
        )

    def mistakes(self, **files) -> list[tuple[str, int, str]]:
        """Read, and give the place of each mistake."""
        with pytest.raises(RosterError) as caught:
            self.read(**files)
        return [(Path(m.file).name, m.line, m.column) for m in caught.value.mistakes]

    def sentences(self, **files) -> str:
        with pytest.raises(RosterError) as caught:
            self.read(**files)
        return str(caught.value)

    def _write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_three_files_become_one_snapshot(desk):
    assert desk.read() == SNAPSHOT


def test_a_file_that_is_not_given_is_unknown_and_an_empty_one_is_empty(desk):
    heading = CONTACTS.splitlines()[0]

    assert desk.read(contacts=None, staff=None) == replace(SNAPSHOT, contacts=None, staff=None)
    assert desk.read(contacts=heading).contacts == ()


def test_the_files_of_the_example_school_are_without_a_mistake(repository):
    folder = repository / "content" / "example"

    snapshot = read_roster(
        folder / "pupils.csv",
        folder / "contacts.csv",
        folder / "staff.csv",
        default_school="Voorbeeldschool De Linde",
    )

    assert {p.class_name for p in snapshot.pupils} == {"7B", "8A"}
    assert len(snapshot.pupils) == 12
    roles = {a.role for s in snapshot.staff or () for a in s.appointments}
    assert roles == STAFF_ROLES - {Role.STAFF}
    assert set(snapshot.stated_schools().values()) == {"Voorbeeldschool De Linde"}
    emailed = {c.pupil_number for c in snapshot.contacts or () if c.email}
    assert len({p.number for p in snapshot.pupils} - emailed) == 2
    addresses = [c.email for c in snapshot.contacts or ()] + [s.email for s in snapshot.staff or ()]
    assert all(address.endswith(".example") for address in addresses if address)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends_of_all_programs_are_read(
    desk, encoding, separator, line_end
):
    def exported(text: str) -> bytes:
        return text.replace(",", separator).replace("\n", line_end).encode(encoding)

    assert desk.read(exported(PUPILS), exported(CONTACTS), exported(STAFF)) == SNAPSHOT


def test_headings_in_capitals_and_with_spaces_any_order_and_quoted_cells_are_read(desk):
    pupils = (
        '"Class"; FIRST NAME ;"Last_Name";"Number";"Birth date"\n'
        '7B;" Noor ";"Bakker";1001;2015-3-14\n'
        '8A;Chloë;"van den\nBerg";1002;21-6-2010\n'
    )

    assert desk.read(pupils).pupils == SNAPSHOT.pupils


def test_blank_lines_and_empty_cells_of_a_spreadsheet_are_skipped_and_lines_still_counted(desk):
    heading, first, second = PUPILS.splitlines()
    pupils = f"\n{heading},,\n\n{first},,\n,,,,\n  \n{second}\n\n"

    assert [p.line for p in desk.read(pupils).pupils] == [4, 7]
    assert [replace(p, line=0) for p in desk.read(pupils).pupils] == [
        replace(p, line=0) for p in SNAPSHOT.pupils
    ]


def test_accents_written_as_two_characters_become_one(desk):
    pupils = PUPILS.replace("ë", "e\N{COMBINING DIAERESIS}")

    assert desk.read(pupils).pupils[1].first_name == "Chloë"


def test_all_mistakes_in_all_files_are_told_at_once_in_their_order(desk):
    found = desk.mistakes(
        pupils=(
            "number,first_name,last_name,class,birth_date\n"
            "1001,,Bakker,7B,2015-02-30\n"
            "1001,Sem,de Vries,7b,14 maart\n"
        ),
        contacts=(
            "number,name,relation,email,phone,language\n1009,Tom Bakker,vader,tom@ouders,,fries\n"
        ),
        staff=(
            "number,first_name,last_name,role,class,school,email\n"
            "M01,Anouk,Hendriks,mentor,,,\n"
            "M02,Bilal,Haddad,directeur,7B,,\n"
        ),
    )

    assert found == [
        ("pupils.csv", 2, "first_name"),
        ("pupils.csv", 2, "birth_date"),
        ("pupils.csv", 3, "number"),
        ("pupils.csv", 3, "class"),
        ("pupils.csv", 3, "birth_date"),
        ("contacts.csv", 2, "number"),
        ("contacts.csv", 2, "language"),
        ("contacts.csv", 2, "email"),
        ("staff.csv", 2, "class"),
        ("staff.csv", 3, "role"),
    ]


def test_a_mistake_names_file_line_and_column_and_what_to_do(desk):
    told = desk.sentences(pupils=PUPILS.replace("21-06-2010", "21 juni 2010"))

    assert told == (
        f"{desk.folder / 'pupils.csv'}, line 3, column birth_date: This is not a date. "
        "Write it as 2012-03-31 or 31-03-2012."
    )


@pytest.mark.parametrize(
    ("heading", "mistakes"),
    [
        ("number,first_name,last_name,class", ["birth_date: This column is missing."]),
        (
            "number,first name,lastname,class,birth_date",
            [
                "last_name: This column is missing.",
                "lastname: This column is not known here. Did you mean last_name?",
            ],
        ),
        (
            "number,first_name,last_name,class,birth_date,BSN",
            ["bsn: This column is not known here. Remove it: it would not be used."],
        ),
        (
            "number,first_name,last_name,class,birth_date,Class",
            ["class: This column stands here twice."],
        ),
        (
            "number,,first_name,last_name,class,birth_date",
            ["number 2: This column is not known here. Remove it: it would not be used."],
        ),
    ],
)
def test_columns_that_are_missing_unknown_or_double_are_named(desk, heading, mistakes):
    told = desk.sentences(pupils=f"{heading}\n1001,Noor,Bakker,7B,2015-03-14\n", contacts=None)

    path = desk.folder / "pupils.csv"
    assert told.splitlines() == [f"{path}, line 1, column {mistake}" for mistake in mistakes]


@pytest.mark.parametrize(
    "pupils",
    [
        "1001,Noor,Bakker,7B,2015-03-14\n",
        "1001\tNoor\tBakker\t7B\t2015-03-14\n",
        "",
        "\n\n",
        "\0\0\0",
    ],
)
def test_a_file_without_a_heading_is_told_the_columns_and_shows_nothing_of_itself(desk, pupils):
    told = desk.sentences(pupils=pupils)

    assert "must name the columns, separated by , or ; as all lines: number, first_name" in told
    assert "Noor" not in told


@pytest.mark.parametrize(
    ("content", "line", "why"),
    [
        (b"PK\x03\x04rest of a workbook", 0, "workbook"),
        (b"\xd0\xcf\x11\xe0rest of an old workbook", 0, "workbook"),
        (PUPILS.encode("utf-16"), 0, "UTF-16"),
        (b"number\n" * (MAX_BYTES // 7 + 1), 0, "larger than 5,000,000 bytes"),
        (PUPILS.encode() + b"1003,Ren\xe9,Bakker,7B,2015-03-14\n", 4, "another line is"),
        (PUPILS.encode("cp1252") + b"1003,\x81,Bakker,7B,2015-03-14\n", 4, "neither"),
        (PUPILS.encode() + b'1003,"Sem,Bakker,7B,2015-03-14\n1004,A,B,7B,2015-03-14', 4, "quot"),
        (PUPILS.encode() + b'1003,"Sem"my,Bakker,7B,2015-03-14\n', 4, "quotation marks"),
        (PUPILS.splitlines()[0].encode(), 0, "no pupils"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_why(desk, content, line, why):
    with pytest.raises(RosterError) as caught:
        desk.read(pupils=content)

    first = caught.value.mistakes[0]
    assert (first.line, first.column) == (line, "")
    assert why in first.sentence


def test_a_pupils_file_that_cannot_be_read_does_not_make_every_contact_a_mistake(desk):
    assert desk.mistakes(pupils=b"PK\x03\x04") == [("pupils.csv", 0, "")]


def test_a_missing_file_and_a_folder_are_named(desk):
    with pytest.raises(RosterError) as caught:
        read_roster(desk.folder / "none.csv", desk.folder, default_school="De Linde")

    assert str(caught.value) == (
        f"{desk.folder / 'none.csv'}: This file cannot be read: No such file or directory.\n"
        f"{desk.folder}: This file cannot be read: Is a directory."
    )


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("1003,Sem,Bakker,7B", 4),
        ("1003,Sem,Bakker,7B,2015-03-14,extra", 6),
        ("1003", 1),
    ],
)
def test_a_line_with_too_few_or_too_many_cells_is_told_once(desk, line, count):
    contacts = f"{CONTACTS}1003,Joost de Vries,vader,,,\n"

    told = desk.sentences(pupils=f"{PUPILS}{line}\n", contacts=contacts)

    assert told == (
        f"{desk.folder / 'pupils.csv'}, line 4: This line has {count} cells, "
        "but 5 columns are named."
    )


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("first_name", "S\0em"),
        ("first_name", "S\N{RIGHT-TO-LEFT OVERRIDE}em"),
        ("first_name", "S\N{REPLACEMENT CHARACTER}m"),
        ("first_name", "x" * 201),
        ("first_name", " \N{NO-BREAK SPACE} "),
        ("number", ""),
        ("class", "1H/V"),
        ("class", "../7B"),
        ("class", "-7B"),
        ("class", "7B."),
        ("class", "7" * 21),
        ("birth_date", "2010-02-29"),
        ("birth_date", "2010-13-01"),
        ("birth_date", "0000-01-01"),
        ("birth_date", "14-03-15"),
        ("birth_date", "20150314"),
        ("birth_date", "2015-W11-6"),
        ("birth_date", "14/03/2015"),
        ("birth_date", "2015-03-14 00:00"),
        ("birth_date", "٢٠١٥-٠٣-١٤"),
    ],
)
def test_a_cell_of_a_pupil_that_cannot_be_right_is_a_mistake(desk, column, cell):
    good = {
        "number": "1003",
        "first_name": "Sem",
        "last_name": "de Vries",
        "class": "7B",
        "birth_date": "2014-09-02",
    }
    pupils = PUPILS + ",".join((good | {column: cell}).values())

    assert desk.mistakes(pupils=pupils) == [("pupils.csv", 4, column)]


@pytest.mark.parametrize(
    "address",
    [
        "marieke",
        "marieke@ouders",
        "a@b.example c@d.example",
        "a@b.example;c@d.example",
        "Marieke <a@b.example>",
        "mariëke@ouders.example",
        "@ouders.example",
        "a@-.example",
    ],
)
def test_what_is_not_one_email_address_is_a_mistake_in_both_files(desk, address):
    contacts = f'{CONTACTS}1002,Sophie,moeder,"{address}",,\n'
    staff = f'{STAFF}M03,Bilal,Haddad,mentor,8A,,"{address}"\n'

    assert desk.mistakes(contacts=contacts, staff=staff) == [
        ("contacts.csv", 4, "email"),
        ("staff.csv", 5, "email"),
    ]


@pytest.mark.parametrize("class_name", ["7", "7B", "4V+", "groep 7", "1-HV", "3.2", "Eén_a"])
def test_classes_as_schools_name_them_are_read(desk, class_name):
    assert desk.read(PUPILS.replace("8A", class_name)).pupils[1].class_name == class_name


def test_a_class_or_school_written_in_two_ways_is_a_mistake_that_names_the_other_place(desk):
    told = desk.sentences(
        pupils=PUPILS,
        staff=(
            f"{STAFF.splitlines()[0]}\n"
            "M01,Anouk,Hendriks,mentor,7b,,\n"
            "M02,Bilal,Haddad,mentor,8A,de linde,\n"
        ),
    )

    staff, pupils = desk.folder / "staff.csv", desk.folder / "pupils.csv"
    advice = "Write it the same everywhere."
    assert told.splitlines() == [
        f"{staff}, line 2, column class: This is written otherwise in {pupils}, line 2. {advice}",
        f"{staff}, line 3, column school: This is written otherwise in the configuration. {advice}",
    ]


def test_one_class_in_two_schools_is_a_mistake(desk):
    staff = f"{STAFF}M03,Bilal,Haddad,mentor,7B,De Esdoorn,\n"

    assert desk.mistakes(staff=staff) == [("staff.csv", 5, "school")]


@pytest.mark.parametrize(
    ("role", "hint"),
    [
        ("mentro", "Did you mean mentor?"),
        ("school leider", "Did you mean schoolleider?"),
        ("mentor+fg", "Did you mean mentor?"),
        ("leerling", "Several roles are several lines."),
        ("ouder", "Several roles are several lines."),
    ],
)
def test_a_word_that_is_no_role_of_staff_is_answered_with_the_roles(desk, role, hint):
    told = desk.sentences(staff=f"{STAFF}M03,Bilal,Haddad,{role},8A,,\n")

    assert (
        "line 5, column role: This is not a role: beheerder, bestuurder, communicatie, fg" in told
    )
    assert told.endswith(hint)


def test_two_persons_with_one_number_are_a_mistake_and_a_repeated_row_is_not(desk):
    repeated = STAFF + STAFF.splitlines()[1]
    other = f"{STAFF}M01,Bilal,Hendriks,mentor,8A,,bilal@delinde.example\n"

    assert desk.read(staff=repeated) == SNAPSHOT
    assert desk.mistakes(staff=other) == [
        ("staff.csv", 5, "first_name"),
        ("staff.csv", 5, "email"),
    ]


def test_rows_without_a_number_are_told_once_and_not_taken_for_one_person(desk):
    contacts = f"{CONTACTS},Sophie,moeder,,,\n"
    staff = f"{STAFF},Bilal,Haddad,medewerker,,,\n,Ruben,Vos,medewerker,,,\n"

    assert desk.mistakes(contacts=contacts, staff=staff) == [
        ("contacts.csv", 4, "number"),
        ("staff.csv", 5, "number"),
        ("staff.csv", 6, "number"),
    ]


def test_a_guardian_written_twice_for_one_pupil_is_a_mistake(desk):
    twice = f"{CONTACTS}1001,MARIEKE Bakker,moeder,Marieke@ouders.example,,\n"
    of_two_pupils = f"{CONTACTS}1002,Marieke Bakker,moeder,marieke@ouders.example,,\n"

    assert desk.mistakes(contacts=twice) == [("contacts.csv", 4, "name")]
    assert len(desk.read(contacts=of_two_pupils).contacts or ()) == 3


def test_the_languages_are_those_of_the_bot(desk):
    contacts = f"{CONTACTS}1002,Sophie,moeder,,,EN\n"

    assert [c.language for c in desk.read(contacts=contacts).contacts or ()] == ["nl", "", "en"]
    assert "Write nl, nl-x-eenvoudig, en, or nothing." in desk.sentences(
        contacts=contacts.replace("EN", "tlh")
    )


PRIVATE = "Geheim"

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèëïöüçñáàâêîôûÉË"
cells = st.text(f"{LETTERS} '’-,;\"", min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
names = cells.filter(bool)
classes = st.sampled_from(["7B", "8A", "groep 6"])


def table(columns: dict[str, bool], **cells_by_column):
    """Make lists of rows with the columns of a file."""
    return st.lists(
        st.tuples(*(cells_by_column[c.replace("class", "klas")] for c in columns)), max_size=6
    )


pupil_tables = table(
    dict(PUPIL_COLUMNS),
    number=names,
    first_name=names,
    last_name=names,
    klas=classes,
    birth_date=st.dates(date(1900, 1, 1)).map(date.isoformat),
).map(lambda rows: list({row[0]: row for row in rows}.values()))
ways = st.sampled_from([",", ";"]), st.sampled_from(["utf-8", "utf-8-sig", "cp1252"])


def written(table_of_rows, separator: str, encoding: str) -> bytes:
    columns, rows = table_of_rows
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows([list(columns), *rows])
    return out.getvalue().encode(encoding)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pupil_tables.filter(bool), names, *ways)
def test_what_a_program_writes_is_read_back_whatever_encoding_and_separator(
    desk, rows, guardian, separator, encoding
):
    contact_rows = [(row[0], guardian, guardian, "", guardian, "") for row in rows]

    snapshot = desk.read(
        written((PUPIL_COLUMNS, rows), separator, encoding),
        written((CONTACT_COLUMNS, contact_rows), separator, encoding),
        None,
    )

    assert [
        (p.number, p.first_name, p.last_name, p.class_name, p.birth_date.isoformat())
        for p in snapshot.pupils
    ] == rows
    assert [
        (c.pupil_number, c.name, c.relation, c.email, c.phone, c.language)
        for c in snapshot.contacts or ()
    ] == contact_rows


def outcome(desk: Desk, **files) -> Snapshot | RosterError:
    try:
        return desk.read(**files)
    except RosterError as error:
        return error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from(["", PUPILS, CONTACTS, STAFF]), st.integers(0, 400))
def test_whatever_the_bytes_of_a_file_there_is_a_snapshot_or_a_roster_error(
    desk, garbage, text, place
):
    whole = text.encode()
    content = whole[:place] + garbage + whole[place:]

    for found in (
        outcome(desk, pupils=content),
        outcome(desk, contacts=content),
        outcome(desk, staff=content),
    ):
        assert isinstance(found, Snapshot) or found.mistakes


strange = st.sampled_from(
    [
        "",
        PRIVATE,
        f"{PRIVATE}@ouders.example",
        f"{PRIVATE}, {PRIVATE}",
        f'{PRIVATE}"',
        f"{PRIVATE}\n{PRIVATE}",
        f"{PRIVATE}\0",
        "31-02-2012",
        "mentor",
        "7B",
        "nl",
    ]
)


def loose_table(columns: dict[str, bool]):
    heading = st.just(list(columns)) | st.permutations(list(columns))
    rows = st.lists(st.lists(strange, min_size=len(columns) - 1, max_size=len(columns) + 1))
    return st.tuples(heading, rows)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    loose_table(dict(PUPIL_COLUMNS)),
    loose_table(dict(CONTACT_COLUMNS)),
    loose_table(dict(STAFF_COLUMNS)),
    *ways,
)
def test_no_mistake_ever_shows_what_stands_in_a_cell(
    desk, pupils, contacts, staff, separator, encoding
):
    found = outcome(
        desk,
        pupils=written(pupils, separator, encoding),
        contacts=written(contacts, separator, encoding),
        staff=written(staff, separator, encoding),
    )

    assert PRIVATE not in str(found)
    assert PRIVATE not in repr(found)


def test_a_mistake_in_the_whole_file_has_no_line():
    assert str(Mistake("pupils.csv", 0, "", "This is UTF-16.")) == "pupils.csv: This is UTF-16."
