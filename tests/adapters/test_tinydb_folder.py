"""The data folder keeps what is secret, and lets in only who may use it."""

import asyncio
import logging
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.tinydb_store import StoreBusyError, TinyDBStore, WrongKeyError
from bot.ports import StoreError
from tests.adapters.documents import (
    KINDS,
    MASTER_KEY,
    Everything,
    Note,
    Row,
    Secret,
    abandon,
    drop,
    keep,
    open_store,
)

ADA = Secret("noord", 1, "Ada's words", told=(Row("first"), Row("second")))


class TestSecrecy:
    async def test_nothing_written_stands_in_clear_in_any_file(self, tmp_path):
        canary = "Canary-4711"
        store = open_store(tmp_path)
        await keep(store, replace(ADA, text=canary), Note("n", canary))
        await keep(store, Everything("e", texts={canary: canary}, rows=(Row(canary),)))
        before = _bytes_of(tmp_path)
        await store.close()
        after = _bytes_of(tmp_path)

        for written in (before, after):
            assert len(written) > 500
            assert canary.encode() not in written
            assert b"head" not in written
            assert MASTER_KEY not in written

    async def test_removing_a_document_destroys_its_key_and_its_journal(self, tmp_path):
        store = open_store(tmp_path, checkpoint_seconds=0.05)
        await keep(store, ADA, replace(ADA, number=2))
        await store.close()
        key_file = tmp_path / "keys" / "Secret" / "noord-001.key"
        wrapped = key_file.read_bytes()
        store = open_store(tmp_path, checkpoint_seconds=0.05)

        await drop(store, Secret, ADA.key)
        await asyncio.sleep(0.4)

        assert not key_file.exists()
        assert wrapped not in _bytes_of(tmp_path)
        names = sorted(p.name for p in tmp_path.rglob("*") if p.is_file() and p.name != ".lock")
        assert names == ["master.check", "noord-002.db", "noord-002.key"]
        await store.close()

    async def test_a_document_of_the_same_name_gets_another_key(self, tmp_path):
        store = open_store(tmp_path)
        await keep(store, ADA)
        first = store._pending[f"keys/Secret/{ADA.key}.key"]
        both = store.begin(), store.begin()
        both[0].remove(Secret, ADA.key)
        both[1].put(replace(ADA, text="new"))
        await asyncio.gather(*(store.commit(unit) for unit in both))
        second = store._pending[f"keys/Secret/{ADA.key}.key"]
        await drop(store, Secret, ADA.key)
        await keep(store, replace(ADA, text="newer"))
        third = store._pending[f"keys/Secret/{ADA.key}.key"]
        await store.close()

        assert len({first, second, third}) == 3
        assert open_store(tmp_path).begin().get(Secret, ADA.key) == replace(ADA, text="newer")

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
    async def test_only_this_user_may_enter_the_folder(self, tmp_path):
        folder = tmp_path / "data"
        folder.mkdir(mode=0o755)
        store = open_store(folder)
        await keep(store, ADA)
        await store.close()

        for path in (folder, *folder.rglob("*")):
            assert path.stat().st_mode & 0o077 == 0, path


class TestOpening:
    def test_a_second_process_is_refused_and_told_which_folder(self, tmp_path):
        store = open_store(tmp_path)
        code = (
            "import sys, pathlib; from tests.adapters.documents import open_store\n"
            "try: open_store(pathlib.Path(sys.argv[1]))\n"
            "except Exception as error: print(type(error).__name__, error)\n"
        )

        asked = subprocess.run(
            [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True
        )

        assert asked.stdout.startswith("StoreBusyError Another groepsmaat process")
        assert str(tmp_path) in asked.stdout
        with pytest.raises(StoreBusyError):
            open_store(tmp_path)
        abandon(store)
        abandon(open_store(tmp_path))

    async def test_another_master_key_is_refused_and_changes_nothing(self, tmp_path):
        store = open_store(tmp_path)
        await keep(store, ADA)
        abandon(store)
        before = _bytes_of(tmp_path)

        with pytest.raises(WrongKeyError, match="does not fit the data folder") as refused:
            TinyDBStore.open(tmp_path, bytes(32), KINDS, (Secret,))
        with pytest.raises(WrongKeyError, match="has 5 bytes instead of 32"):
            TinyDBStore.open(tmp_path, b"short", KINDS, (Secret,))

        assert str(tmp_path) in str(refused.value)
        assert _bytes_of(tmp_path) == before
        assert open_store(tmp_path).begin().get(Secret, ADA.key) == ADA

    async def test_a_folder_whose_check_file_is_gone_is_no_new_folder(self, tmp_path):
        await open_store(tmp_path).close()
        (tmp_path / "master.check").unlink()
        with pytest.raises(StoreError, match=r"master\.check is missing"):
            open_store(tmp_path)

    def test_a_folder_that_cannot_be_made_is_named(self, tmp_path):
        (tmp_path / "file").write_text("I am no folder")
        with pytest.raises(StoreError, match=r"file.*check the disk and its folder"):
            open_store(tmp_path / "file" / "data")

    async def test_unfinished_files_are_cleared_away_and_strange_ones_left(self, tmp_path, caplog):
        await open_store(tmp_path).close()
        (tmp_path / "Note" / "a.db.tmp").write_bytes(b"half")
        (tmp_path / "Note" / "Thumbs.db").write_bytes(b"of a file manager")

        store = open_store(tmp_path)

        assert store.begin().keys(Note) == []
        assert [p.name for p in (tmp_path / "Note").iterdir()] == ["Thumbs.db"]
        assert "Thumbs.db is no file of this store" in caplog.text
        await store.close()

    async def test_a_start_after_a_kill_says_what_it_did_without_private_words(
        self, tmp_path, caplog
    ):
        caplog.set_level(logging.DEBUG)
        store = open_store(tmp_path)
        await keep(store, ADA)
        abandon(store)

        await open_store(tmp_path).close()

        assert "Journal records read: 1; files brought up to date: 2." in caplog.text
        assert ADA.text not in caplog.text
        assert ADA.key not in caplog.text


def _bytes_of(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())
