"""Damage is found wherever it is, named with its file, and made no worse."""

import asyncio
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ports import StoreError
from tests.adapters.documents import Note, Secret, abandon, contents, keep, open_store
from tests.faults.store_writer import ADA, BEN


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Give a folder with files and a journal, as a killed process leaves it."""
    folder = tmp_path_factory.mktemp("sound") / "data"

    async def write():
        store = open_store(folder)
        await keep(store, Note("n", "text"), ADA, BEN)
        await store.close()
        store = open_store(folder)
        await keep(store, Note("n", "new"))
        abandon(store)

    asyncio.run(write())
    return folder


@pytest.fixture(scope="module")
def damaged(sound, tmp_path_factory):
    """Give a fresh copy of the folder each time it is called, always in the same place."""
    folder: Path = tmp_path_factory.mktemp("damaged") / "data"

    def copy() -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(sound, folder)
        return folder

    return copy


def complaint(folder: Path) -> str:
    """Read everything, and give the sentence that this ends with."""
    try:
        store = open_store(folder)
    except StoreError as error:
        return str(error)
    with pytest.raises(StoreError) as refused:
        contents(store)
    abandon(store)
    return str(refused.value)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.suffix}


FILES = (
    "master.check",
    "journal/00000001.log",
    "Secret/noord-001.db",
    "keys/Secret/noord-001.key",
)


@given(st.sampled_from(FILES), st.data())
@settings(deadline=None, max_examples=150)
def test_a_bit_that_flips_in_any_file_is_found(damaged, name, data):
    folder = damaged()
    path = folder / name
    raw = bytearray(path.read_bytes())
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(raw)

    said = complaint(folder)

    assert str(path) in said
    assert "estore" in said
    assert path.read_bytes() == raw


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("journal")])
@pytest.mark.parametrize("left", [0, 1, 20])
def test_a_file_that_was_cut_is_found(damaged, name, left):
    folder = damaged()
    path = folder / name
    path.write_bytes(path.read_bytes()[:left])
    assert str(path) in complaint(folder)


def test_a_damaged_journal_leaves_every_file_as_it_was(damaged):
    folder = damaged()
    path = folder / "journal" / "00000001.log"
    raw = path.read_bytes()
    path.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    before = files_of(folder)

    assert "Restore the whole data folder from the last backup" in complaint(folder)

    assert files_of(folder) == before


def test_two_documents_that_changed_places_are_found(damaged):
    folder = damaged()
    one, other = folder / "Secret" / "noord-001.db", folder / "Secret" / "noord-002.db"
    one.rename(folder / "between")
    other.rename(one)
    (folder / "between").rename(other)
    assert "Restore the file from the last backup" in complaint(folder)


def test_a_document_under_the_name_of_another_of_its_class_is_found(damaged):
    folder = damaged()
    open_and_close(folder)
    shutil.copy(folder / "Note" / "n.db", folder / "Note" / "m.db")
    assert str(folder / "Note" / "m.db") in complaint(folder)


def test_a_document_whose_key_is_gone_is_named_with_its_key(damaged):
    folder = damaged()
    key = folder / "keys" / "Secret" / "noord-002.key"
    key.unlink()
    said = complaint(folder)
    assert str(key) in said
    assert "noord-002.db" in said


def test_one_damaged_document_leaves_the_others_readable(damaged):
    folder = damaged()
    (folder / "Secret" / "noord-001.db").write_bytes(b"rubbish")
    store = open_store(folder)
    unit = store.begin()

    with pytest.raises(StoreError):
        unit.get(Secret, ADA.key)

    assert unit.get(Secret, BEN.key) == BEN
    assert unit.get(Note, "n") == Note("n", "new")
    abandon(store)


def open_and_close(folder: Path) -> None:
    asyncio.run(open_store(folder).close())
