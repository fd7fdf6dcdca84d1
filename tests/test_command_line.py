"""The command line as an administrator has it: what each command prints, keeps and refuses."""

import io
import json
import shutil
import stat
import sys
from pathlib import Path

import pytest

from bot import command_line
from bot.config import load_settings
from tests.adapters.local_listening import no_file_may_grow
from tests.processes import at_once, groepsmaat, printed, refused
from tests.school import EXAMPLE

QUESTION = b'{"id": "v1", "role": "leerling", "text": "mag ik een foto van een ander plaatsen?"}\n'

FILES = ("pupils.csv", "--contacts", "contacts.csv", "--staff", "staff.csv")


@pytest.fixture
def school(tmp_path):
    """Make a school of its own: a configuration, and the school's files beside it."""
    (tmp_path / "config.toml").write_text(
        """
[school]
name = "Voorbeeldschool De Linde"
phone = "010 000 00 00"
[protocol]
[data]
folder = "data"
key_file = "keys/master.key"
[local]
port = 0
[reach]
[invite]
""",
        encoding="utf-8",
    )
    for name in ("pupils", "contacts", "staff"):
        shutil.copy(EXAMPLE / f"{name}.csv", tmp_path)
    return tmp_path


@pytest.fixture
def with_key(school):
    printed(school, "key", *OURS)
    return school


OURS = ("--config", "config.toml")


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# ask


def test_a_question_is_answered_with_its_clause(tmp_path):
    told = printed(tmp_path, "ask", "--role", "leerling", "mag ik een foto van een ander plaatsen?")

    assert "(8.6" in told
    assert list(tmp_path.iterdir()) == []


def test_a_question_is_answered_in_the_language_asked_for(tmp_path):
    question = "mag ik een foto van een ander plaatsen?"
    answers = {
        language: printed(tmp_path, "ask", "--language", language, question)
        for language in ("nl", "en")
    }

    assert answers["nl"] != answers["en"]


def test_no_question_gets_an_example(tmp_path):
    assert 'groepsmaat ask "mag ik filmen?"' in refused(tmp_path, "ask")


def test_questions_by_the_line_are_answered_by_the_line(tmp_path):
    second = '{"id": 2, "text": "mag ik foto’s delen?", "lang": "en"}'.encode()
    rows = b"\xef\xbb\xbf" + QUESTION + b"\n  \n" + second
    done = groepsmaat(tmp_path, "ask", "--batch", typed=rows)

    first, last = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["id"], last["id"]) == ("v1", 2)
    told = {"id", "verdict", "clauses", "confident", "distress", "facts", "ask", "text"}
    assert set(first) == told
    assert first["clauses"][0].startswith("8.6")


def test_a_line_that_is_no_question_is_named_by_its_number(tmp_path):
    done = groepsmaat(tmp_path, "ask", "--batch", typed=QUESTION + b"\n{oeps\n" + QUESTION)

    assert done.returncode == 1
    assert done.stderr.startswith("Line 3 of the questions is not a question (JSONDecodeError): ")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["v1"]


@pytest.mark.parametrize(
    "line",
    [
        b'"mag dat?"',
        b"[1]",
        b"7",
        b"null",
        b'{"id": 1}',
        b'{"text": "mag dat?"}',
        b'{"id": 1, "text": 5}',
        b'{"id": 1, "text": "mag dat?", "role": "directeur"}',
        b'{"id": 1, "text": "mag dat?", "role": ["leerling"]}',
        b'{"id": 1, "text": "mag d\xe1t?"}',
        b"[" * 100_000,
    ],
)
def test_no_line_breaks_the_answering(line):
    with pytest.raises(command_line.RefusedError, match="Line 1 of the questions is not"):
        command_line.ask_batch(load_settings(None, {}), io.BytesIO(line), io.StringIO())


# key and check


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no modes of files")
def test_the_key_is_for_its_owner_only(school):
    told = groepsmaat(school, "key", *OURS).stdout

    key = school / "keys" / "master.key"
    assert str(key) in told
    assert "Keep a copy in the safe" in told
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700


def test_a_key_is_never_replaced(with_key):
    before = files_in(with_key)

    told = refused(with_key, "key", *OURS)

    assert "master.key exists already. A key is never replaced" in told
    assert files_in(with_key) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't limit the size of a file")
def test_a_full_disk_leaves_no_half_key(school):
    with no_file_may_grow():
        told = refused(school, "key", *OURS)
    assert "master.key can't be written: File too large." in told
    assert not (school / "keys" / "master.key").exists()

    printed(school, "key", *OURS)


def test_without_a_file_for_the_key_none_is_made(school):
    config = school / "config.toml"
    config.write_text(config.read_text().replace('key_file = "keys/master.key"', ""))

    assert "names no [data] key_file" in refused(school, "key", *OURS)


def test_a_check_reads_all_that_a_start_needs_and_tells_what_is_unwise(with_key):
    before = files_in(with_key)

    told = printed(with_key, "check", *OURS)

    assert "Guardians get no e-mail" in told
    assert told.endswith("The configuration, the texts, the form and the rules are in order.\n")
    assert files_in(with_key) == before


def test_a_check_of_the_example_school_makes_nothing(tmp_path):
    assert "in order" in printed(tmp_path, "check")
    assert list(tmp_path.iterdir()) == []


# The configuration


def test_all_mistakes_of_a_configuration_are_told_and_nothing_is_made(school):
    (school / "config.toml").write_text(
        '[school]\nname = "De Linde"\nphones = "010"\n[data]\nfolder = "data"\n'
        'key_file = "data/master.key"\n[local]\nport = "8765"\n[mail]\n',
        encoding="utf-8",
    )
    before = files_in(school)

    for command in (["run"], ["roster", "import", "pupils.csv", "--apply"], ["chat"]):
        told = refused(school, *command, *OURS)
        for name in ("school.phone", "school.phones", "data.key_file", "local.port", "mail"):
            assert name in told.replace("[", "").replace("] ", "."), told
    assert files_in(school) == before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"Beste ouders,\nhierbij het rooster.\n", "No clause was found in"),
        (b"%PDF-1.7\xff\xfe\x00", "is not a text in UTF-8"),
    ],
)
def test_an_official_document_of_no_use_is_told_among_all_other_mistakes(school, content, why):
    (school / "protocol.txt").write_bytes(content)
    words = (school / "config.toml").read_text(encoding="utf-8")
    wrong = words.replace("[protocol]", '[protocol]\nofficial = "protocol.txt"').replace(
        "port = 0", "port = 70000"
    )
    (school / "config.toml").write_text(wrong, encoding="utf-8")

    for command in ("run", "check"):
        lines = refused(school, command, *OURS).splitlines()
        assert [line.partition(": ")[2].partition(":")[0] for line in lines] == [
            "[protocol] official",
            "[data] key_file",
            "[local] port",
        ]
        assert why in lines[0]


def test_a_configuration_that_is_not_there_is_named(tmp_path):
    assert "elsewhere.toml" in refused(tmp_path, "run", "--config", "elsewhere.toml")


def test_a_missing_key_is_told_with_the_command_that_makes_it(school):
    before = files_in(school)

    told = refused(school, "run", *OURS)

    assert str(school / "keys" / "master.key") in told
    assert "Make a key with: groepsmaat key" in told
    assert files_in(school) == before


@pytest.mark.parametrize(
    "word", ["abc", "70000", "-1", "80.5", "8_765", "²", "0x50", "9" * 5000, "", None]
)
def test_a_port_that_is_none_is_told_with_what_to_do(tmp_path, word):
    told = refused(tmp_path, "run", "--port", *([] if word is None else [word]))

    assert told == (
        f"The port must be a whole number from 0 to 65535, not {(word or '')!r}. "
        "Leave out --port to use the one of the configuration, or give 0 for a free one.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["ask", "--role", "x", "?"], []])
def test_a_wrong_command_line_is_told_by_its_form(tmp_path, words):
    with pytest.raises(SystemExit) as ended:
        at_once(tmp_path, *words)

    assert ended.value.code == 2


# The roster and its codes


def test_a_roster_is_shown_first_and_loaded_when_asked(with_key):
    shown = printed(with_key, "roster", "import", *FILES, *OURS)
    assert "Class 7B gets 6 new pupils" in shown
    assert shown.endswith("Repeat the command with --apply to do it.\n")
    assert "Noor" not in shown
    assert "Known classes: none yet" in refused(with_key, "invite", "7B", *OURS)

    applied = printed(with_key, "roster", "import", *FILES, "--apply", *OURS)
    assert applied.endswith("Done.\n")
    again = printed(with_key, "roster", "import", *FILES, *OURS).splitlines()
    assert again[0] == "Nothing changes."
    assert all(line.startswith("Warning: ") for line in again[1:])

    told = json.loads(printed(with_key, "invite", "7B", "--json", *OURS))
    assert len({row["code"] for row in told["codes"]}) == 6
    assert told["codes"][0]["class"] == "7B"
    by_hand = printed(with_key, "invite", "--staff", *OURS).splitlines()
    assert len(by_hand) == 9
    assert by_hand[-1].startswith("Each code works once, until ")

    unknown = "There is no class '9Z'. Known classes: 7B, 8A.\n"
    assert refused(with_key, "invite", "9Z", *OURS) == unknown


def test_nobody_who_disappears_by_mistake_disappears(with_key):
    printed(with_key, "roster", "import", *FILES, "--apply", *OURS)
    pupils = (with_key / "pupils.csv").read_text(encoding="utf-8").splitlines()
    (with_key / "few.csv").write_text("\n".join(pupils[:3]), encoding="utf-8")
    few = ("roster", "import", "few.csv")

    assert "Stop: " in printed(with_key, *few, *OURS)
    stopped = at_once(with_key, *few, "--apply", *OURS)
    assert stopped.returncode == 1
    assert "Stop: " in stopped.stdout
    assert stopped.stderr.endswith("If this is right, repeat the command with --force.\n")
    assert len(codes_for(with_key, "8A")) == 6

    assert printed(with_key, *few, "--apply", "--force", *OURS).endswith("Done.\n")
    assert len(codes_for(with_key, "7B")) == 2


def codes_for(folder: Path, *whom: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(printed(folder, "invite", *whom, "--json", *OURS))[
        "codes"
    ]
    return rows


def test_every_mistake_in_the_files_is_told_with_its_line_and_nothing_changes(with_key):
    (with_key / "pupils.csv").write_text(
        "number,first_name,last_name,class,birth_date\n"
        "1001,Noor,Bakker,7B,2015-03-14\n1001,Sem,de Vries,7B,2014-09-02\n"
        "1003,Amira,El Idrissi,7B,14 maart\n",
        encoding="utf-8",
    )
    (with_key / "staff.csv").write_text("nummer;voornaam\nM01;Anouk\n", encoding="utf-8")

    told = refused(with_key, "roster", "import", *FILES, "--apply", *OURS)

    lines = [line for line in told.splitlines() if line.strip()]
    assert any("pupils.csv" in line and "line 3" in line for line in lines), told
    assert any("pupils.csv" in line and "line 4" in line for line in lines), told
    assert any("staff.csv" in line for line in lines), told
    assert "Known classes: none yet" in refused(with_key, "invite", "7B", *OURS)


def test_a_file_that_is_not_there_is_named(with_key):
    assert "nowhere.csv" in refused(with_key, "roster", "import", "nowhere.csv", *OURS)


@pytest.mark.parametrize(
    "words", [[], ["7B", "--staff"], ["--guardians"], ["--staff", "--guardians"]]
)
def test_codes_are_for_one_class_or_for_the_staff(tmp_path, words):
    assert "Name one class, or give --staff" in refused(tmp_path, "invite", *words)


def test_codes_of_the_example_school_are_for_whoever_has_no_account(tmp_path):
    pupils = printed(tmp_path, "invite", "7B").splitlines()
    assert [line.split()[1] for line in pupils[:-1]] == ["Daan", "Jayden"]
    guardians = json.loads(printed(tmp_path, "invite", "7B", "--guardians", "--json"))["codes"]
    assert {row["role"] for row in guardians} == {"ouder"}
    assert "Marieke Bakker" not in {row["name"] for row in guardians}
    everybody = "Everybody has an account already: there is no code to give out.\n"
    assert printed(tmp_path, "invite", "--staff") == everybody


# Data that can't be read


def test_a_damaged_file_of_the_data_is_named_and_left_alone(tmp_path):
    printed(tmp_path, "invite", "--staff")
    damaged = next((tmp_path / "example-school" / "data").rglob("*egistry*/*"))
    damaged.write_bytes(damaged.read_bytes()[:-7] + b"damaged")
    before = files_in(tmp_path / "example-school" / "data")

    for command in (["invite", "--staff"], ["run"], ["chat"]):
        told = refused(tmp_path, *command)
        assert str(damaged) in told, told
    assert files_in(tmp_path / "example-school" / "data") == before


def test_another_key_reads_nothing_and_breaks_nothing(tmp_path):
    printed(tmp_path, "invite", "--staff")
    key, data = (tmp_path / "example-school" / name for name in ("master.key", "data"))
    kept, before = key.read_bytes(), files_in(data)
    key.unlink()

    gone = refused(tmp_path, "run")
    assert f"{key} is gone" in gone
    assert not key.exists()
    printed(tmp_path, "key")
    other = refused(tmp_path, "run")
    assert str(data) in other
    assert files_in(data) == before

    key.write_bytes(kept)
    printed(tmp_path, "invite", "--staff")
