"""`groepsmaat protocol import` as an administrator has it, and the bot that answers by the ties."""

import re
import shutil

import pytest

from tests.documents import forms
from tests.processes import printed, refused

OURS = ("--config", "config.toml")
WRITE = ("protocol", "import", "esdoorn.docx", "--write")


@pytest.fixture
def esdoorn(tmp_path):
    """Make the folder of a school that has a document of its own, and no ties to it yet."""
    (tmp_path / "config.toml").write_text(
        """
[school]
name = "De Esdoorn"
phone = "010 000 00 00"
[protocol]
[data]
folder = "data"
key_file = "keys/master.key"
[local]
port = 0
""",
        encoding="utf-8",
    )
    printed(tmp_path, "key", *OURS)
    forms.write_docx(tmp_path / "esdoorn.docx")
    return tmp_path


def tied(folder, *, checked=True):
    """Name the document and its ties in the configuration, as an administrator does."""
    printed(folder, *WRITE, *OURS)
    ties = folder / "esdoorn.ties.toml"
    if checked:
        text = ties.read_text(encoding="utf-8")
        ties.write_text(text.replace("checked = false", "checked = true"), encoding="utf-8")
    config = folder / "config.toml"
    named = '[protocol]\ndocument = "esdoorn.docx"\nties = "esdoorn.ties.toml"'
    text = config.read_text(encoding="utf-8").replace("[protocol]", named)
    config.write_text(text, encoding="utf-8")
    return ties


def test_a_dry_look_shows_the_outline_the_proposals_and_what_is_missing(esdoorn):
    before = sorted(path.name for path in esdoorn.iterdir())

    told = printed(esdoorn, "protocol", "import", "esdoorn.docx", *OURS)

    assert "\n    3 lid 1  Tijdens de les blijft je telefoon" in told
    assert re.search(r"\n  9\.A\.1 +3 lid 1 +sure, \d+%", told)
    assert re.search(r"\n  9\.C\.9 +- +none, \d+%", told)
    assert re.search(r"that switches off \d+ of the \d+ rows of table\.toml", told)
    assert re.search(r"\n  9\.C\.9 +rows: +\d+  \w", told)
    assert "Nothing was written yet. Repeat the command with --write" in told
    assert sorted(path.name for path in esdoorn.iterdir()) == before


def test_the_ties_are_written_where_they_are_wanted(esdoorn):
    told = printed(esdoorn, *WRITE, "--ties", "elsewhere.toml", *OURS)

    assert "The ties are in elsewhere.toml. Look at every line" in told
    assert '"9.A.1" = "3 lid 1"' in (esdoorn / "elsewhere.toml").read_text(encoding="utf-8")
    assert not (esdoorn / "esdoorn.ties.toml").exists()


def test_ties_that_cannot_be_written_are_told(esdoorn):
    told = refused(esdoorn, *WRITE, "--ties", "none/ties.toml", *OURS)

    assert "cannot be written" in told
    assert "--ties FILE" in told


def test_a_document_of_no_use_is_told(esdoorn):
    shutil.copy(esdoorn / "esdoorn.docx", esdoorn / "esdoorn.pdf")

    told = refused(esdoorn, "protocol", "import", "esdoorn.pdf", *OURS)

    assert told.startswith("esdoorn.pdf is no PDF")


def test_answers_cite_the_schools_document_and_check_tells_what_is_switched_off(esdoorn):
    tied(esdoorn)

    answer = printed(esdoorn, "ask", "mag ik in de les op tiktok?", "--role", "leerling", *OURS)
    told = printed(esdoorn, "check", *OURS)

    assert "3 lid 1" in answer
    assert "9.A.1" not in answer
    assert "Rules that are tied to nothing:" in told
    assert re.search(r"\n  9\.C\.9 +rows:", told)
    assert "changed since" not in told


def test_a_document_that_changed_is_told_and_its_lost_numbers_stop_the_bot(esdoorn):
    ties = tied(esdoorn)
    text = ties.read_text(encoding="utf-8")
    ties.write_text(re.sub(r'(document = ")\w+', r"\g<1>0000", text), encoding="utf-8")
    assert "changed since the ties were made" in printed(esdoorn, "check", *OURS)

    ties.write_text(text.replace('"3 lid 1"', '"33 lid 1"'), encoding="utf-8")
    assert '[protocol] ties: the document has no "33 lid 1" (for 9.A.1)' in refused(
        esdoorn, "check", *OURS
    )
    told = printed(esdoorn, "protocol", "import", "esdoorn.docx", *OURS)
    assert 'Rule 9.A.1 was tied to "33 lid 1", which the document no longer has.' in told


def test_ties_that_nobody_checked_stop_the_bot_but_not_the_command_that_makes_them(esdoorn):
    tied(esdoorn, checked=False)

    for command in ("check", "run"):
        assert "nobody has checked the ties yet" in refused(esdoorn, command, *OURS)
    assert "as you decided" in printed(esdoorn, *WRITE, *OURS)


def test_a_rule_the_bot_does_not_have_is_told(esdoorn):
    ties = tied(esdoorn)
    text = ties.read_text(encoding="utf-8")
    ties.write_text(text.replace('"9.A.1" =', '"9.Z.1" ='), encoding="utf-8")

    assert "[protocol] ties: the bot has no rule 9.Z.1" in refused(esdoorn, "check", *OURS)


def test_a_document_and_ties_of_no_use_are_told_among_all_other_mistakes(esdoorn):
    (esdoorn / "empty.txt").write_bytes(b"")
    config = esdoorn / "config.toml"
    text = config.read_text(encoding="utf-8").replace("port = 0", "port = 70000")
    named = '[protocol]\ndocument = "empty.txt"\nties = "none.toml"'
    config.write_text(text.replace("[protocol]", named), encoding="utf-8")

    lines = refused(esdoorn, "check", *OURS).splitlines()

    assert [line.partition(": ")[2].partition(":")[0] for line in lines] == [
        "[protocol] document",
        "[local] port",
    ]
