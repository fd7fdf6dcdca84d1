"""What the store promises to those who use it, on real files."""

import asyncio
import contextlib
import dataclasses
import importlib
import logging
import os
import pkgutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import where

import bot.domain
from bot.adapters.sealing import MasterKey
from bot.adapters.tinydb_storage import Shape
from bot.adapters.tinydb_store import OutOfDateError, StoreBusyError, TinyDBStore, WrongKeyError
from bot.ports import StoreError
from tests.adapters.documents import (
    KINDS,
    MASTER_KEY,
    Everything,
    Note,
    Row,
    Secret,
    abandon,
    contents,
    drop,
    everything,
    keep,
    notes,
    open_store,
    secrets,
)
from tests.faults.kill_at import noted


def documents_of_the_bot() -> list[type]:
    """Find every dataclass with a key in `bot.domain` and `bot.ports`."""
    places = [f"bot.domain.{module.name}" for module in pkgutil.iter_modules(bot.domain.__path__)]
    found = [
        kind
        for place in ("bot.ports", *places)
        for kind in vars(importlib.import_module(place)).values()
        if dataclasses.is_dataclass(kind) and kind.__module__ == place
    ]
    return [kind for kind in found if isinstance(kind, type) and "key" in dir(kind)]


UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make an example smaller would take minutes here, because each step is synced."""

ADA = Secret("noord", 1, "Ada's words", told=(Row("first"), Row("second")))


@pytest.fixture
async def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    await store.close()


class TestDocuments:
    @pytest.mark.parametrize("kind", [Everything, Secret, *documents_of_the_bot()])
    @given(st.data())
    @settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
    def test_every_shape_comes_back_from_its_tinydb_image_as_it_was(self, kind, data):
        document = data.draw(st.from_type(kind))
        shape = Shape(type(document))
        seal = MasterKey(MASTER_KEY).seal_for("test")

        draft, settled = shape.draft(document)

        assert settled == document
        assert shape.document(shape.image(draft, seal, "place"), seal, "place") == document

    @given(st.lists(everything, min_size=1, max_size=3, unique_by=lambda d: d.key))
    @settings(
        max_examples=20,
        deadline=None,
        phases=UNSHRUNK,
        suppress_health_check=[HealthCheck.too_slow],
    )
    def test_every_shape_comes_back_after_a_restart(self, documents):
        async def write_and_read(folder: Path) -> dict[Any, Any]:
            store = open_store(folder)
            await keep(store, *documents)
            await store.close()
            again = open_store(folder)
            found = contents(again)
            await again.close()
            return found

        with tempfile.TemporaryDirectory() as folder:
            found = asyncio.run(write_and_read(Path(folder)))

        assert found == {(Everything, d.key): d for d in documents}

    async def test_tinydb_opens_the_file_and_finds_proper_documents(self, tmp_path):
        store = open_store(tmp_path)
        rows = {"p1": Row("Ada"), "p2": Row("Ben", tags=("x",))}
        await keep(store, Everything("e", number=7, rows_by_key=rows, words_by_key={"w": ("a",)}))
        await store.close()
        store = open_store(tmp_path)

        with store.look_into(Everything, "e") as database:
            assert database.tables() == {"head", "rows_by_key", "words_by_key", "texts"}
            assert [row["number"] for row in database.table("head")] == [7]
            found = database.table("rows_by_key").search(where("name") == "Ben")
            assert [(row["_key"], row["tags"], row.doc_id) for row in found] == [("p2", ["x"], 2)]
            assert database.table("words_by_key").all() == [{"_key": "w", "value": ["a"]}]
        await store.close()

    async def test_a_document_that_could_not_be_read_back_is_refused_before_anything_is_kept(
        self, store
    ):
        wrong = Everything("e", number="seven")  # type: ignore[arg-type]
        unit = store.begin()
        unit.put(Note("fine"))
        unit.put(wrong)

        with pytest.raises(StoreError, match=r"Everything could not be read back .*\$\.number"):
            store.commit(unit)
        with pytest.raises(StoreError, match="Note could not be read back"):
            await keep(store, Note("half a sign", "\ud800"))

        assert contents(store) == {}
        await keep(store, Note("next"))

    async def test_a_class_or_a_key_the_store_does_not_know_is_a_mistake_of_the_program(
        self, store
    ):
        @dataclasses.dataclass
        class Stranger:
            key: str = "s"

        with pytest.raises(TypeError, match="Stranger is not among"):
            store.begin().put(Stranger())
        with pytest.raises(TypeError, match="Stranger is not among"):
            store.begin().get(Stranger, "s")
        with pytest.raises(ValueError, match="too long"):
            store.begin().put(Note("x" * 300))


class TestUnits:
    async def test_a_unit_sees_its_own_writes_and_nobody_else_does_before_the_commit(self, store):
        await keep(store, Note("a", "old"), Note("b", "old"))
        unit, other = store.begin(), store.begin()

        unit.put(Note("a", "new"))
        unit.put(Note("c", "new"))
        unit.remove(Note, "b")

        assert unit.keys(Note) == ["a", "c"]
        assert unit.get(Note, "a") == Note("a", "new")
        assert unit.get(Note, "b") is None
        assert dict(unit.changed) == {
            (Note, "a"): Note("a", "new"),
            (Note, "c"): Note("c", "new"),
            (Note, "b"): None,
        }
        assert other.keys(Note) == ["a", "b"]
        assert other.get(Note, "a") == Note("a", "old")
        assert other.get(Note, "c") is None

    async def test_a_commit_is_visible_before_it_is_on_disk(self, store):
        unit = store.begin()
        unit.put(Note("a", "new"))

        kept = store.commit(unit)

        assert store.begin().get(Note, "a") == Note("a", "new")
        assert store.begin().keys(Note) == ["a"]
        await kept

    async def test_a_unit_never_overwrites_what_it_has_not_seen(self, store):
        await keep(store, Note("a", "1"))
        first, second, third = store.begin(), store.begin(), store.begin()
        for unit in (first, second):
            unit.put(replace(unit.get(Note, "a"), text="2"))
        assert third.get(Note, "new") is None
        third.put(Note("new", "mine"))

        await store.commit(first)
        await keep(store, Note("new", "theirs"))

        for unit in (second, third):
            with pytest.raises(OutOfDateError, match="class Note was changed by something else"):
                store.commit(unit)
        assert contents(store) == {
            (Note, "a"): Note("a", "2"),
            (Note, "new"): Note("new", "theirs"),
        }

    async def test_a_unit_may_go_on_after_its_commit(self, store):
        unit = store.begin()
        unit.put(Note("a", str(len(unit.keys(Note)))))
        await store.commit(unit)
        unit.put(replace(unit.get(Note, "a"), text="again"))
        await store.commit(unit)
        assert store.begin().get(Note, "a") == Note("a", "again")


class TestCommits:
    @pytest.mark.parametrize("commits", [1, 2, 32])
    async def test_all_commits_of_one_turn_share_one_write_and_one_sync(self, tmp_path, commits):
        with noted() as calls:
            store = open_store(tmp_path)
            await keep(store, Note("opens the journal"))
            calls.names.clear()

            await asyncio.gather(*(keep(store, Note(f"n{n}")) for n in range(commits)))

            assert calls.on_files == ["write", "fsync"]
        abandon(store)
        assert len(contents(open_store(tmp_path))) == commits + 1

    async def test_commits_that_arrive_during_a_sync_share_the_next_one(self, tmp_path):
        with noted() as calls:
            store = open_store(tmp_path)
            await keep(store, Note("opens the journal"))
            calls.names.clear()
            first = asyncio.create_task(keep(store, Note("first")))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert store._syncing
            assert not store._waiting

            await asyncio.gather(first, *(keep(store, Note(f"n{n}")) for n in range(32)))

            assert calls.on_files == ["write", "fsync"] * 2
        await store.close()

    async def test_the_journal_goes_only_when_every_file_and_its_name_are_on_disk(self, tmp_path):
        with noted() as calls:
            store = open_store(tmp_path)
            await keep(store, Note("a"), Note("b"))
            await drop(store, Note, "b")
            calls.names.clear()

            await store._checkpoint()

            file, name = ["write", "fsync", "replace"], ["fsync"]
            assert calls.on_files == [*file, "unlink", *name, "unlink", *name]
        await store.close()

    async def test_reading_costs_the_disk_nothing(self, tmp_path):
        store = open_store(tmp_path)
        await keep(store, Note("a", "text"))
        await store.close()
        with noted() as calls:
            store = open_store(tmp_path)
            calls.names.clear()
            unit = store.begin()
            assert unit.keys(Note) == ["a"]
            assert unit.get(Note, "a") == Note("a", "text")
            await store.commit(unit)
            await store.close()
            assert calls.on_files == []

    async def test_a_unit_that_only_read_waits_for_what_it_may_have_read(self, store):
        unit = store.begin()
        unit.put(Note("a"))
        writing = store.commit(unit)
        reading = store.commit(store.begin())

        await reading

        assert writing.done()

    async def test_a_waiter_that_is_cancelled_takes_no_commit_with_it(self, tmp_path):
        store = open_store(tmp_path)
        waiting = asyncio.create_task(keep(store, Note("a")))
        await asyncio.sleep(0)
        waiting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await waiting
        await keep(store, Note("b"))
        abandon(store)

        assert open_store(tmp_path).begin().keys(Note) == ["a", "b"]

    async def test_the_files_are_written_some_time_after_the_commit_and_the_journal_dropped(
        self, tmp_path
    ):
        store = open_store(tmp_path, checkpoint_seconds=0.05)
        await keep(store, Note("a"))
        assert [p.name for p in (tmp_path / "Note").iterdir()] == []
        assert [p.name for p in (tmp_path / "journal").iterdir()] == ["00000001.log"]

        await asyncio.sleep(0.4)

        assert [p.name for p in (tmp_path / "Note").iterdir()] == ["a.db"]
        assert list((tmp_path / "journal").iterdir()) == []
        await store.close()

    async def test_a_long_journal_does_not_wait_for_that_time(self, tmp_path):
        store = open_store(tmp_path, checkpoint_bytes=2000, checkpoint_seconds=3600)
        for n in range(40):
            await keep(store, Note(f"n{n}", "x" * 100))
        await store.close()

        store = open_store(tmp_path, checkpoint_bytes=2000, checkpoint_seconds=3600)
        for n in range(40):
            await keep(store, Note(f"n{n}", "y" * 100))
        left = sum(p.stat().st_size for p in (tmp_path / "journal").iterdir())
        abandon(store)

        assert left < 12_000
        assert all(note.text == "y" * 100 for note in contents(open_store(tmp_path)).values())

    async def test_a_checkpoint_that_fails_is_made_up_for_with_the_newest_documents(
        self, tmp_path, caplog
    ):
        store = open_store(tmp_path)
        await keep(store, Note("a", "1"), Note("b", "1"))
        in_the_way = tmp_path / "Note" / "b.db.tmp"
        in_the_way.mkdir()

        await asyncio.gather(store._checkpoint(), keep(store, Note("a", "2")))
        assert f"{in_the_way.with_suffix('')} can't be used" in caplog.text
        assert "safe in the journal" in caplog.text
        assert len(list((tmp_path / "journal").iterdir())) == 2
        in_the_way.rmdir()
        await store.close()

        assert list((tmp_path / "journal").iterdir()) == []
        assert contents(open_store(tmp_path)) == {
            (Note, "a"): Note("a", "2"),
            (Note, "b"): Note("b", "1"),
        }

    def test_the_command_line_may_use_it_in_one_short_loop_after_the_other(self, tmp_path):
        store = open_store(tmp_path)
        asyncio.run(keep(store, Note("a")))
        asyncio.run(keep(store, Note("b")))
        asyncio.run(store.close())
        asyncio.run(store.close())

        again = open_store(tmp_path)
        assert again.begin().keys(Note) == ["a", "b"]
        asyncio.run(again.close())
        with pytest.raises(StoreError, match="is closed"):
            asyncio.run(keep(again, Note("c")))


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


class StoreMachine(RuleBasedStateMachine):
    """Whatever is committed, removed, written out, closed or killed: the store equals a dict."""

    @initialize()
    def start(self):
        self.loop = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.store = open_store(Path(self.folder.name), checkpoint_seconds=3600)
        self.model: dict[tuple[type, str], object] = {}

    def _run(self, work):
        return self.loop.run(work)

    @rule(document=notes | secrets)
    def put(self, document):
        self._run(keep(self.store, document))
        self.model[type(document), document.key] = document

    @rule(documents=st.lists(notes | secrets, max_size=4))
    def put_in_one_turn(self, documents):
        async def all_at_once():
            await asyncio.gather(*(keep(self.store, document) for document in documents))

        self._run(all_at_once())
        self.model |= {(type(d), d.key): d for d in documents}

    @rule(document=notes | secrets)
    def remove(self, document):
        self._run(drop(self.store, type(document), document.key))
        self.model.pop((type(document), document.key), None)

    @rule()
    def write_out(self):
        self._run(self.store._checkpoint())

    @rule()
    def close_and_open(self):
        self._run(self.store.close())
        self.store = open_store(Path(self.folder.name), checkpoint_seconds=3600)

    @rule()
    def kill_and_open(self):
        abandon(self.store)
        self.store = open_store(Path(self.folder.name), checkpoint_seconds=3600)

    @invariant()
    def holds_what_was_committed(self):
        if hasattr(self, "store"):
            assert contents(self.store) == self.model

    def teardown(self):
        if hasattr(self, "store"):
            self._run(self.store.close())
            self.loop.close()
            self.folder.cleanup()


StoreMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, phases=UNSHRUNK
)
TestStoreMachine = StoreMachine.TestCase


def _bytes_of(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())
