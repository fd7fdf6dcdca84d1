"""What an administrator hears when the file is wrong: everything at once, in sentences."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.config import ConfigurationError, Mistake, known_keys, load_settings
from tests.config.files import MINIMAL, toml


def test_an_empty_file_names_everything_a_school_must_say(mistakes):
    assert mistakes("") == {
        "school.name": "is missing. It is the name of the school, as people know it.",
        "school.phone": "is missing. It is the number a pupil can call when nobody is reachable "
        "by chat.",
        "data.folder": "is missing. It is the folder for the encrypted data.",
        "data.key_file": "is missing. Make a key with: groepsmaat key. Or set GROEPSMAAT_DATA_KEY.",
    }


@pytest.mark.parametrize(
    ("text", "key", "sentence"),
    [
        ("[emial]\nhost = 3\n", "emial", "is not a known section; did you mean [email]?"),
        (
            "[payments]\n",
            "payments",
            (
                "is not a known section; known are [school], [telegram], [email], [protocol], "
                "[data], [local], [reach], [invite], [school_hours], "
                "[incidents], [retention]."
            ),
        ),
        ("[local]\nprot = 1\n", "local.prot", "is not a known key; did you mean port?"),
        (
            "[invite]\ncolour = 1\n",
            "invite.colour",
            "is not a known key; known are valid_days.",
        ),
        (
            "[reach]\nvalid_days = 3\n",
            "reach.valid_days",
            "is not a key of this section; it belongs in [invite].",
        ),
        (
            '[data]\nkey = "x"\n',
            "data.key",
            "is a secret, which never stands here. Put it in a file, named by key_file.",
        ),
        ('email = "bot"\n', "email", "must be a section with keys below it, not 'bot'."),
        ("[[local]]\n", "local", "must be a section with keys below it, not a list."),
        ("port = 1\n", "port", "stands above every section; it belongs in [email], [local]."),
        (
            "colour = 1\n",
            "colour",
            "stands above every section; it belongs in one of them, if it is a key.",
        ),
        (
            '[invite]\n"a\\nb" = 1\n',
            "invite.'a\\nb'",
            "is not a known key; known are valid_days.",
        ),
    ],
)
def test_what_no_configuration_knows_is_a_mistake_with_a_hint(text, key, sentence, mistakes):
    assert mistakes(text)[key] == sentence


def test_all_mistakes_are_told_at_once_each_on_its_own_line(folder):
    config = folder / "config.toml"
    config.write_text("""
        [school]
        nam = "De Linde"
        phone = "010 000 00 00"
        [emial]
        [telegram]
        token_file = "nowhere"
        [email]
        port = 0
        from = "the school"
        security = "ssl"
        [data]
        folder = "token"
        key_file = 1
    """)

    with pytest.raises(ConfigurationError) as caught:
        load_settings(config, {})

    assert str(caught.value).splitlines() == [
        f"{config}: {line}"
        for line in (
            "[school] name: is missing. It is the name of the school, as people know it.",
            "[school] nam: is not a known key; did you mean name?",
            f"[telegram] token_file: the file {folder}/nowhere does not exist.",
            "[email] host: is missing. It is the name of the mail server.",
            "[email] port: must be at least 1, not 0.",
            "[email] from: 'the school' is not an e-mail address, such as bot@school.nl.",
            "[email] security: 'ssl' is not one of starttls, tls, none.",
            f"[data] folder: {folder}/token is a file, and a folder is needed.",
            "[data] key_file: must be a path between quotes.",
            "emial: is not a known section; did you mean [email]?",
        )
    ]


def test_a_document_that_its_judge_refuses_is_one_of_the_mistakes(folder, load):
    (folder / "protocol.txt").write_text("a shopping list", "utf-8")
    seen = []

    def refuse(document):
        seen.append(document)
        raise ValueError("This is a shopping list.")

    with pytest.raises(ConfigurationError) as caught:
        load(
            MINIMAL + '[protocol]\nofficial = "protocol.txt"\n[local]\nport = 70000\n',
            judge_official=refuse,
        )

    assert {m.key: m.sentence for m in caught.value.mistakes} == {
        "protocol.official": "This is a shopping list.",
        "local.port": "must be at most 65535, not 70000.",
    }
    assert seen == [folder / "protocol.txt"]


@pytest.mark.parametrize("section", ["", "[protocol]\n", '[protocol]\nofficial = "none.txt"\n'])
def test_a_document_that_is_not_there_is_not_judged(load, section):
    judged: list[Path] = []
    with contextlib.suppress(ConfigurationError):
        load(MINIMAL + section, judge_official=judged.append)

    assert judged == []


def test_a_wrong_configuration_makes_nothing(folder, mistakes):
    before = sorted([*folder.rglob("*"), folder / "config.toml"])

    mistakes(MINIMAL + "[local]\nport = 70000\n")

    assert sorted(folder.rglob("*")) == before


def test_a_right_configuration_makes_nothing_either(folder, load):
    before = sorted([*folder.rglob("*"), folder / "config.toml"])

    load(MINIMAL)

    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[school]\nname = \n", "line 2, column 8: this is not TOML: Invalid value."),
        (b'[school]\nname = "x', "line 2, column 10: this is not TOML: Unterminated string."),
        (
            b'[data]\nfolder = "C:\\data"\n',
            "line 2, column 15: this is not TOML: Unescaped '\\' in a string.",
        ),
        (
            b"[school]\n\nname = 'caf\xe9'",
            "line 3 is not in UTF-8. Save the file with that encoding.",
        ),
        (b"x = " + b"1" * 5000, "the file holds a number or a list that is far too long."),
        (b"x = " + b"[" * 5000, "the file holds a number or a list that is far too long."),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_line_and_column(tmp_path, content, sentence):
    (tmp_path / "config.toml").write_bytes(content)

    with pytest.raises(ConfigurationError) as caught:
        load_settings(tmp_path / "config.toml", {})

    assert caught.value.mistakes == (Mistake("", sentence),)
    assert str(caught.value) == f"{tmp_path}/config.toml: {sentence}"


def test_a_file_that_is_not_there_or_not_readable_is_told(tmp_path):
    with pytest.raises(ConfigurationError) as missing:
        load_settings(tmp_path / "config.toml", {})
    with pytest.raises(ConfigurationError) as unreadable:
        load_settings(tmp_path, {})

    assert str(missing.value) == (
        f"{tmp_path}/config.toml: the file does not exist. Copy config.example.toml and fill it in."
    )
    assert str(unreadable.value) == f"{tmp_path}: the file cannot be read: Is a directory."


def test_a_file_saved_by_notepad_is_read(folder):
    (folder / "config.toml").write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())

    assert load_settings(folder / "config.toml", {}).school.name == "De Linde"


def test_a_number_too_long_to_repeat_is_told_without_it(folder):
    config = folder / "config.toml"
    config.write_text(f"{MINIMAL}[local]\nport = 0x{'f' * 5000}\n")

    with pytest.raises(ConfigurationError) as caught:
        load_settings(config, {})

    assert str(caught.value) == (
        f"{config}: [local] port: must be at most 65535, not what stands there."
    )


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
KEYS = st.sampled_from([key for keys in known_keys().values() for key in keys]) | TEXT
VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)
SECTIONS = st.sampled_from(sorted(known_keys())) | TEXT


def told_about(config) -> tuple[Mistake, ...]:
    try:
        load_settings(config, {})
    except ConfigurationError as error:
        return error.mistakes
    return ()


@given(st.dictionaries(SECTIONS, st.dictionaries(KEYS, VALUES, max_size=6), max_size=6))
@example({"reach": {"confirm_url": "http://["}, "email": {"from": "a@b\n.nl"}})
@example({"school": {"time_zone": "../zone", "content": "x" * 300}})
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_a_file_says_is_settings_or_sentences(folder, document):
    config = folder / "config.toml"
    config.write_text(toml(document), "utf-8")

    told = told_about(config)

    assert len({mistake.key for mistake in told}) == len(told)
    for mistake in told:
        assert "\n" not in str(mistake)
        assert mistake.sentence[-1] in ".?"
        assert "something else" not in mistake.sentence


OWN = '[protocol]\ndocument = "own.docx"\n'


def judged_in(load, text, **judges):
    with pytest.raises(ConfigurationError) as caught:
        load(MINIMAL + text + "[local]\nport = 70000\n", **judges)
    told = {m.key: m.sentence for m in caught.value.mistakes}
    assert told.pop("local.port")
    return told


def test_what_is_wrong_in_a_document_or_its_ties_is_told_with_all_else(folder, load):
    (folder / "own.docx").write_text("a shopping list", "utf-8")

    def refuse(*_):
        raise ValueError("This is a shopping list.")

    document = judged_in(load, OWN, judge_document=refuse, judge_ties=refuse)
    ties = judged_in(load, OWN + 'ties = "ties.toml"\n', judge_ties=refuse)
    missing = judged_in(load, OWN, judge_ties=refuse)

    assert document == {"protocol.document": "This is a shopping list."}
    assert ties == {"protocol.ties": "This is a shopping list."}
    own = folder / "own.docx"
    assert missing == {
        "protocol.ties": (
            f"is missing. Make the file with: groepsmaat protocol import {own} --write"
        )
    }


def test_ties_are_judged_with_their_document_and_may_be_missing_where_they_are_made(folder, load):
    (folder / "own.docx").write_text("1. Wees aardig.", "utf-8")
    seen = []

    load(MINIMAL + OWN + 'ties = "t.toml"\n', judge_ties=lambda *both: seen.append(both))
    found = load(MINIMAL + OWN)

    assert seen == [(folder / "own.docx", folder / "t.toml")]
    assert found.protocol.ties is None


def test_ties_without_a_document_and_two_documents_are_told(folder, load):
    (folder / "own.docx").write_text("1. Wees aardig.", "utf-8")

    alone = judged_in(load, '[protocol]\nties = "t.toml"\n')
    both = judged_in(load, OWN + 'official = "own.docx"\n')

    assert alone == {"protocol.ties": "is of no use without document. Name both, or neither."}
    assert both == {
        "protocol.document": "cannot stand beside official: answers cite one document. Name one."
    }
