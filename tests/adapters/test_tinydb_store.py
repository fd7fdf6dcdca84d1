"""What the store promises to those who use it, on real files."""

import asyncio
import contextlib
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.adapters.tinydb_store import OutOfDateError
from bot.ports import StoreError
from tests.adapters.documents import (
    Note,
    abandon,
    contents,
    drop,
    keep,
    notes,
    open_store,
    secrets,
)
from tests.faults.kill_at import noted

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make an example smaller would take minutes here, because each step is synced."""


@pytest.fixture
async def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    await store.close()


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
