"""A mistake in the folder with rules is told by its file and entry, and nothing is loaded."""

import shutil

import pytest

from bot.answers.protocol_error import ProtocolError
from bot.answers.protocol_folder import read_rules as load_protocol


@pytest.fixture
def folder(repository, tmp_path):
    copy = tmp_path / "protocol"
    shutil.copytree(repository / "content" / "protocol", copy)
    return copy


def replace_in(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("table.toml", 'clauses = "9.A.5 ', 'clauses = "9.Z.5 ', r"cites clause 9\.Z\.5"),
        ("table.toml", "act=post_image|forward account", "act=dance account", "act = .dance"),
        ("table.toml", 'verdict = "mag"', 'verdict = "misschien"', "misschien"),
        ("table.toml", "rules = [", "rules = (", "is not TOML"),
        ("facts.toml", "[moment]\nlesson", "[moment]\nnight", "moment has no value night"),
        ("facts.toml", '"lesson !break_time"', '"lesson !brake_time"', "brake_time"),
        ("concepts.toml", '"onder welke voorwaarden"', '"onder-welke"', "contains '-'"),
        ("answers.toml", "[verdict.en]", "[verdict.fr]", "lacks en"),
        ("clauses/general.toml", "\nen = [", "\nfr = [", "one or two sentences in en"),
    ],
)
def test_a_mistake_is_told_with_the_file_it_stands_in(folder, file, old, new, complaint):
    replace_in(folder / file, old, new)

    with pytest.raises(ProtocolError, match=complaint) as told:
        load_protocol(folder)

    assert str(folder / file) in str(told.value)


@pytest.mark.parametrize("file", ["table.toml", "facts.toml", "concepts.toml", "distress.toml"])
def test_a_missing_file_is_named(folder, file):
    (folder / file).unlink()

    with pytest.raises(ProtocolError, match="is missing"):
        load_protocol(folder)


def test_two_rows_of_one_name_are_refused(folder):
    text = (folder / "table.toml").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("{ name"))
    replace_in(folder / "table.toml", row, f"{row}\n{row}")

    with pytest.raises(ProtocolError, match="two rows"):
        load_protocol(folder)


def test_a_folder_without_clauses_is_refused(folder):
    shutil.rmtree(folder / "clauses")

    with pytest.raises(ProtocolError, match="holds no clauses"):
        load_protocol(folder)
