"""Names of files for any key, and whole writes, on the real disk."""

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import store_disk as disk
from tests.faults.kill_at import noted

anything = st.text(st.characters(), max_size=16)


@given(anything)
def test_every_key_has_a_file_name_that_gives_it_back(key):
    assert disk.key_of(disk.safe_name(key)) == key


@given(anything)
def test_a_file_name_is_safe_on_every_system(key):
    name = disk.safe_name(key)
    assert name.isascii()
    assert name == name.lower()
    assert not set(name) & set('<>:"/\\|?*. \0\n')
    assert name not in {"", "con", "prn", "aux", "nul", "com1", "lpt9"}


@given(anything, anything)
def test_two_keys_never_share_a_file_even_where_capitals_do_not_count(one, other):
    assert one == other or disk.safe_name(one).lower() != disk.safe_name(other).lower()


@given(st.text(max_size=30))
def test_a_name_the_store_never_gives_is_no_key(name):
    key = disk.key_of(name)
    assert key is None or disk.safe_name(key) == name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("7B-14", "7+b-14"),
        ("telegram:4711", "telegram%3a4711"),
        ("", "%"),
        ("con", "%63on"),
        ("é", "%c3%a9"),
    ],
)
def test_examples_of_file_names(key, name):
    assert disk.safe_name(key) == name


def test_a_file_is_synced_before_it_takes_its_name_and_the_name_after(tmp_path):
    with noted() as calls:
        disk.write_whole(tmp_path / "a.db", b"text")
        disk.sync_folder(tmp_path)
    assert calls.names == ["write", "fsync", "replace", "fsync"]


def test_a_write_that_fails_leaves_the_old_file_and_no_temporary_one(tmp_path):
    target = tmp_path / "a.db"
    disk.write_whole(target, b"old")
    (tmp_path / "a.db.tmp").mkdir()

    with pytest.raises(IsADirectoryError):
        disk.write_whole(target, b"new")
    (tmp_path / "a.db.tmp").rmdir()
    target.unlink()
    target.mkdir()
    with pytest.raises(IsADirectoryError):
        disk.write_whole(target, b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "is full: make room"),
        (errno.EDQUOT, "is full: make room"),
        (errno.EFBIG, "Raise the limit"),
        (errno.EROFS, "may not write"),
        (errno.EIO, "replace it"),
        (errno.EMFILE, "Too many open files"),
    ],
)
def test_every_refusal_names_the_file_and_what_to_do(tmp_path, number, advice):
    sentence = disk.explain(OSError(number, os.strerror(number)), tmp_path / "a.db")
    assert str(tmp_path / "a.db") in sentence
    assert advice in sentence
    assert sentence.endswith(".")
