"""The log of cases, verified from outside: in the data, beside a running bot, and as a file."""

import asyncio
import hashlib
import json
import shutil
import stat
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import app
from bot.adapters.log_lines import LogLinesError, file_words, read_lines
from bot.config import load_settings
from bot.domain.case_log import Deed, LogLine, LogPage, flaw_in
from handlers.case_log import plain_line
from tests.domain.test_case_log import log_of, of_length
from tests.processes import at_once, printed, refused

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OURS = ("--config", "config.toml")


def keep(folder, *documents):
    """Put documents in the data of a school, as the bot does."""

    async def go():
        bot = await app.assemble(load_settings(folder / "config.toml", {}))
        unit = bot.store.begin()
        for document in documents:
            unit.put(document)
        await bot.store.commit(unit)
        await bot.store.close()

    asyncio.run(go())


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """Make a school with 250 lines in its log."""
    folder = tmp_path_factory.mktemp("school")
    (folder / "config.toml").write_text(
        '[school]\nname = "De Linde"\nphone = "010 000 00 00"\n[protocol]\n'
        "[data]\nfolder = 'data'\nkey_file = 'keys/master.key'\n[local]\nport = 0\n"
        "[reach]\n[invite]\n",
        encoding="utf-8",
    )
    printed(folder, "key", *OURS)
    keep(folder, *pages(of_length(250)))
    return folder


def pages(log):
    return [LogPage(f"{n + 1:06}", tuple(log[n * 100 : n * 100 + 100])) for n in range(3)]


@pytest.fixture(scope="module")
def log_file(school):
    """Export the log once."""
    assert "250 lines" in printed(school, "case", "log", "export", "log.jsonl", *OURS)
    return school / "log.jsonl"


@pytest.fixture
def exported(log_file, tmp_path):
    """Give a copy of the exported log, to do with as one likes."""
    return shutil.copy(log_file, tmp_path / "log.jsonl")


def forge(file, line, **changes):
    """Change a line of an exported log."""
    lines = file.read_text(encoding="ascii").splitlines()
    lines[line - 1] = json.dumps({**json.loads(lines[line - 1]), **changes})
    file.write_text("\n".join(lines) + "\n", encoding="ascii")


def verified(folder, file, *more):
    done = at_once(folder, "case", "verify-log", "--file", str(file), "--json", *more)
    assert not done.stderr
    return done.returncode, json.loads(done.stdout)


# In the data


def test_a_whole_log_is_told_in_a_sentence_with_its_head(school):
    told = printed(school, "case", "verify-log", *OURS)

    assert told.startswith("The log is whole: 250 lines, each as it was written.")
    assert told.endswith(f"Head: {of_length(250)[-1].checksum}\n")
    assert "--head" in told


def test_the_head_may_be_typed_as_it_stands_on_paper(school):
    head = of_length(250)[199].checksum.upper()
    typed = " ".join(head[n : n + 8] for n in range(0, 64, 8))

    told = printed(school, "case", "verify-log", "--head", typed, *OURS)

    assert "The line with the checksum you gave is among them." in told


@pytest.mark.parametrize("head", ["abc", "g" * 64, "a" * 65])
def test_what_is_no_checksum_is_refused_with_a_sentence(school, head):
    assert "64 signs" in refused(school, "case", "verify-log", "--head", head, *OURS)


def test_a_head_that_is_not_in_the_log_means_that_its_end_was_taken(school):
    done = at_once(school, "case", "verify-log", "--head", "f" * 64, *OURS)

    assert done.returncode == 1
    assert "NOT whole: line 251 is missing: the log ends too early." in done.stdout


def test_a_line_changed_in_the_data_is_named(tmp_path, school):
    log = of_length(250)
    log[129] = replace(log[129], who="s9")
    (tmp_path / "config.toml").write_bytes((school / "config.toml").read_bytes())
    printed(tmp_path, "key", *OURS)
    keep(tmp_path, *pages(log))

    done = at_once(tmp_path, "case", "verify-log", *OURS)
    found = json.loads(at_once(tmp_path, "case", "verify-log", "--json", *OURS).stdout)

    assert done.returncode == 1
    assert done.stdout.startswith("The log is NOT whole: line 130 was changed.")
    assert "Every line before it is as it was written" in done.stdout
    assert (found["whole"], found["flaw"]) == (False, {"line": 130, "what": "was changed"})


def test_a_school_without_cases_has_a_log_without_lines(tmp_path, school):
    (tmp_path / "config.toml").write_bytes((school / "config.toml").read_bytes())
    printed(tmp_path, "key", *OURS)

    assert printed(tmp_path, "case", "verify-log", *OURS) == "The log has no lines yet.\n"


# As a file, without key, data or bot


def test_an_exported_log_is_verified_without_anything_else(exported, tmp_path):
    empty = tmp_path / "elsewhere"
    empty.mkdir()

    told = printed(empty, "case", "verify-log", "--file", str(exported))

    assert told.startswith("The log is whole: 250 lines")
    assert list(empty.iterdir()) == []


def test_the_sum_that_the_readme_gives_is_that_of_each_line(exported):
    before = "0" * 64
    for line in map(json.loads, exported.read_text(encoding="ascii").splitlines()):
        fields = [str(line[k]) for k in ("number", "at", "who", "deed", "case", "detail", "before")]
        words = "".join(f"{len(f)}:{f}" for f in fields)
        assert line["before"] == before
        assert line["checksum"] == hashlib.sha256(words.encode()).hexdigest()
        before = line["checksum"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_an_exported_log_is_for_this_user_alone(log_file):
    assert stat.S_IMODE(log_file.stat().st_mode) == 0o600


def test_an_export_replaces_no_file(school, exported):
    before = exported.read_bytes()

    assert "is there already" in refused(school, "case", "log", "export", str(exported), *OURS)
    assert exported.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        {"who": "s9"},
        {"deed": "exported"},
        {"case": 99},
        {"detail": "step-7"},
        {"at": "2026-11-24T09:00:01+00:00"},
        {"checksum": "f" * 64},
    ],
)
def test_a_line_changed_in_the_file_is_named(exported, tmp_path, change):
    forge(exported, 17, **change)

    code, found = verified(tmp_path, exported)

    assert (code, found["whole"], found["flaw"]["line"]) == (1, False, 17)


def test_a_line_taken_from_the_file_is_missed(exported, tmp_path):
    lines = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join(lines[:99] + lines[100:]))

    code, found = verified(tmp_path, exported)

    assert (code, found["flaw"]["line"]) == (1, 100)


def test_an_end_taken_from_the_file_is_missed_with_the_head(exported, tmp_path):
    lines = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join(lines[:-1]))

    assert verified(tmp_path, exported)[0] == 0
    assert verified(tmp_path, exported, "--head", json.loads(lines[-1])["checksum"])[0] == 1


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"[]\n",
        b"{oeps\n",
        b'{"number": 1}\n',
        b"\xff\xfe\n",
        b"[" * 9_000,
        b" " * 20_000,
        b"[" * 20_000,
    ],
)
def test_what_is_no_line_of_a_log_is_named_by_its_number(exported, tmp_path, line):
    exported.write_bytes(exported.read_bytes() + line)

    told = refused(tmp_path, "case", "verify-log", "--file", str(exported))

    assert "Line 251 of the file is no line of a log" in told


@pytest.mark.parametrize(
    "change",
    [
        {"note": "put in"},
        {"deed": "danced"},
        {"at": "2026-11-24T09:00:00Z"},
        {"at": "yesterday"},
        {"number": "1"},
    ],
)
def test_a_line_that_says_more_or_otherwise_is_no_line_of_a_log(exported, tmp_path, change):
    forge(exported, 3, **change)

    assert "Line 3 of the file" in refused(tmp_path, "case", "verify-log", "--file", str(exported))


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path):
    told = refused(tmp_path, "case", "verify-log", "--file", "gone.jsonl")

    assert told.startswith("gone.jsonl can't be read")


lines = st.builds(
    LogLine,
    number=st.just(0),
    at=st.datetimes().map(lambda at: at.replace(tzinfo=UTC)),
    who=st.text(max_size=20),
    deed=st.sampled_from(Deed),
    case=st.integers(1, 10**6),
    detail=st.text(max_size=20),
)


@given(st.lists(lines, max_size=20))
def test_whatever_a_log_holds_the_file_gives_it_back(deeds):
    log = log_of(deeds)
    words = list(file_words(plain_line(line) for line in log))

    assert list(read_lines(words)) == log
    assert flaw_in(read_lines(words)) is None


@given(st.lists(st.binary(max_size=100), min_size=1))
def test_no_file_breaks_the_reading(words):
    with pytest.raises(LogLinesError):
        list(read_lines(words))
