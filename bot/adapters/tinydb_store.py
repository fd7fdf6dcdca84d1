"""The store: documents in memory, each change on disk before it is acknowledged, in TinyDB files.

The road of a commit: the documents are written down as JSON and become visible at once; all
commits of one turn of the loop are sealed, appended to the journal and synced together, in a
thread; then their awaiters are woken. Some seconds later a checkpoint writes the TinyDB files and
drops the journal. When the sync fails, every commit that is not on disk is undone.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
from tinydb import TinyDB

from bot.adapters.store_disk import safe_name
from bot.adapters.tinydb_folder import (
    DataFolder,
    Images,
    Name,
    StoreBusyError,
    WrongKeyError,
)
from bot.ports import A, Aggregate, LastingStoreError, StoreError, Unit

__all__ = ["OutOfDateError", "StoreBusyError", "TinyDBStore", "TinyDBUnit", "WrongKeyError"]

log = logging.getLogger(__name__)

R = TypeVar("R")

CHECKPOINT_BYTES = 4 << 20
"""Size of the journal at which the files are written without waiting any longer."""

CHECKPOINT_SECONDS = 5.0
"""How long a change may stand in the journal only; a destroyed key is gone after that time."""

PATIENCE_SECONDS = 60.0
"""How long after a checkpoint that failed the next one is tried."""

_UNREAD = object()


class OutOfDateError(StoreError):
    """A unit of work rests on what has changed or was undone since; nothing of it was kept."""


class TinyDBUnit:
    """One unit of work. It sees what is committed at the moment it reads, and its own writes."""

    def __init__(self, store: "TinyDBStore", generation: int) -> None:
        """Start on a store in the given generation: each undoing begins a new one."""
        self._store = store
        self._changed: dict[Name, Any] = {}
        self.generation = generation
        self.seen: dict[Name, Any] = {}

    def get(self, kind: type[A], key: str) -> A | None:
        """Read one document, or None. Raises `StoreError` when its file can't be read."""
        name = (kind, key)
        if name in self._changed:
            return cast("A | None", self._changed[name])
        found = self._store.current(name)
        self.seen.setdefault(name, found)
        return cast("A | None", found)

    def keys(self, kind: type[A]) -> list[str]:
        """List the keys of all documents of a class, sorted."""
        keys = self._store.keys_of(kind)
        mine = [(key, document) for (k, key), document in self._changed.items() if k is kind]
        if not mine:
            return list(keys)
        kept = set(keys).union(key for key, document in mine if document is not None)
        return sorted(kept.difference(key for key, document in mine if document is None))

    def put(self, document: Aggregate) -> None:
        """Write one document whole."""
        name = (type(document), document.key)
        self._store.check_name(name)
        self._changed[name] = document

    def remove(self, kind: type[Any], key: str) -> None:
        """Remove one document and destroy its key."""
        name = (kind, key)
        self._store.check_name(name)
        self._changed[name] = None

    @property
    def changed(self) -> Mapping[Name, Any]:
        """What this unit has written so far; None stands for removed."""
        return self._changed


@dataclass(frozen=True, slots=True, eq=False)
class _Commit:
    """A commit on its way to the disk: what it writes, and what to put back if it fails."""

    drafts: dict[Name, bytes | None]
    before: dict[Name, Any]
    kept: asyncio.Future[None]


class TinyDBStore:
    """The store of one data folder; used from one thread, in one running loop at a time."""

    @classmethod
    def open(
        cls,
        folder: Path,
        master_key: bytes,
        kinds: Collection[type[Any]],
        own_keys: Collection[type[Any]] = (),
        *,
        checkpoint_bytes: int = CHECKPOINT_BYTES,
        checkpoint_seconds: float = CHECKPOINT_SECONDS,
    ) -> "TinyDBStore":
        """Take a data folder, or make it, and finish what a killed process left in its journal.

        `master_key` is 32 secret bytes. `kinds` are the classes of documents; those in `own_keys`
        get a key per document, which goes with the document. Raises `StoreError` with a sentence
        for the administrator; `StoreBusyError` when another process uses the folder.
        """
        data = DataFolder(folder, master_key, kinds, own_keys)
        return cls(data, checkpoint_bytes, checkpoint_seconds)

    def __init__(self, data: DataFolder, checkpoint_bytes: int, checkpoint_seconds: float) -> None:
        """Start on a data folder that is up to date; use `open`."""
        self._data = data
        self._journal = data.journal
        self._checkpoint_bytes = checkpoint_bytes
        self._checkpoint_seconds = checkpoint_seconds
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._documents: dict[Name, Aggregate] = {}
        self._keys = {kind: data.keys(kind) for kind in data.shapes}
        self._sorted: dict[type[Any], list[str]] = {}
        self._generation = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[_Commit] = []
        self._syncing = False
        self._pending: Images = {}
        self._timer: asyncio.TimerHandle | None = None
        self._checkpointing: asyncio.Task[None] | None = None
        self._closed = False

    def begin(self) -> Unit:
        """Start a unit of work that sees everything committed so far."""
        return TinyDBUnit(self, self._generation)

    def commit(self, unit: Unit) -> Awaitable[None]:
        """Make the unit's writes visible at once; await the result to know they are on disk.

        Raises `StoreError` at once, and keeps nothing, when a document could not be read back, or
        when the unit rests on documents that have changed or were undone since (then start again
        with a new one). The awaitable raises `StoreError` when the disk refused; then everything
        that was not on disk yet is undone, also what other units committed.
        """
        if not isinstance(unit, TinyDBUnit):
            raise TypeError("This unit of work was begun in another store.")
        if self._closed:
            raise StoreError(f"The data folder {self._data.folder} is closed.")
        self._refuse_out_of_date(unit)
        loop = self._running_loop()
        kept: asyncio.Future[None] = loop.create_future()
        if not (unit.changed or self._syncing):
            kept.set_result(None)
            return kept
        drafts: dict[Name, bytes | None] = {}
        settled: dict[Name, Aggregate | None] = {}
        for name, document in unit.changed.items():
            drafts[name], settled[name] = (
                (None, None) if document is None else self._draft(name, document)
            )
        before = {name: self._show(name, document) for name, document in settled.items()}
        # What the unit wrote is what it has seen now: it may go on and be committed again.
        unit.seen.update(settled)
        self._waiting.append(_Commit(drafts, before, kept))
        if not self._syncing:
            self._syncing = True
            loop.call_soon(self._sync)
        return kept

    async def close(self) -> None:
        """Write everything out, and let go of the folder."""
        if self._closed:
            return
        self._closed = True
        while self._syncing:
            await self._in_writer(_nothing)
        if self._timer is not None:
            self._timer.cancel()
        if self._checkpointing is not None:
            await self._checkpointing
        if not self._journal.is_empty:
            await self._checkpoint()
        self._writer.shutdown()
        self._data.close()

    def look_into(self, kind: type[Any], key: str) -> TinyDB:
        """Open the file of a document as a TinyDB database, as of the last checkpoint, to read."""
        return self._data.look_into(kind, key)

    def current(self, name: Name) -> Aggregate | None:
        """Give the document as it was last committed; None where there is none."""
        if name in self._documents:
            return self._documents[name]
        kind, key = name
        if key not in self._keys_of_known(kind):
            return None
        document = self._documents[name] = self._data.load(name)
        return document

    def keys_of(self, kind: type[Any]) -> list[str]:
        """List the keys of a class as last committed, sorted; the list is not to be changed."""
        if kind not in self._sorted:
            self._sorted[kind] = sorted(self._keys_of_known(kind))
        return self._sorted[kind]

    def check_name(self, name: Name) -> None:
        """Raise `TypeError` for a class not kept here, `ValueError` for a key that can't be."""
        kind, key = name
        self._keys_of_known(kind)
        safe_name(key)

    def _keys_of_known(self, kind: type[Any]) -> set[str]:
        try:
            return self._keys[kind]
        except KeyError:
            raise TypeError(f"{kind.__name__} is not among the classes of this store.") from None

    def _refuse_out_of_date(self, unit: TinyDBUnit) -> None:
        if unit.generation != self._generation:
            raise OutOfDateError(
                "The disk refused a change while this one was being made, so it may rest on what "
                "was undone. Nothing of it was kept: try again."
            )
        for name in unit.changed:
            if name in unit.seen and self.current(name) is not unit.seen[name]:
                raise OutOfDateError(
                    f"A document of class {name[0].__name__} was changed by something else while "
                    "this change was being made. Nothing of it was kept: try again."
                )

    def _draft(self, name: Name, document: Aggregate) -> tuple[bytes, Aggregate]:
        kind, _ = name
        try:
            return self._data.shapes[kind].draft(document)
        except (TypeError, ValueError, RecursionError, msgspec.MsgspecError) as error:
            # The rest of the message may quote what somebody wrote.
            where = str(error).partition(" - at ")[2] or type(error).__name__
            raise LastingStoreError(
                f"A document of class {kind.__name__} could not be read back once written "
                f"({where}), so it was not kept. This is a mistake in the program."
            ) from None

    def _show(self, name: Name, document: Aggregate | None) -> object:
        """Make one write visible; gives what stood there before, for `_hide`."""
        kind, key = name
        exists = key in self._keys[kind]
        before: object = self._documents.get(name, _UNREAD if exists else None)
        if document is None:
            self._documents.pop(name, None)
        else:
            self._documents[name] = document
        if exists is (document is None):
            self._set_existing(name, exists=not exists)
        return before

    def _hide(self, commit: _Commit) -> None:
        """Undo one write after the other; commits must be undone from the last to the first."""
        for name, before in commit.before.items():
            if before is None or before is _UNREAD:
                self._documents.pop(name, None)
            else:
                self._documents[name] = before
            self._set_existing(name, exists=before is not None)

    def _set_existing(self, name: Name, *, exists: bool) -> None:
        kind, key = name
        if exists:
            self._keys[kind].add(key)
        else:
            self._keys[kind].discard(key)
        self._sorted.pop(kind, None)

    def _sync(self) -> None:
        """Send everything that waits to the writer, or rest until there is something again."""
        if not self._waiting:
            self._syncing = False
            return
        batch, self._waiting = self._waiting, []
        drafts = [commit.drafts for commit in batch]
        writing = self._running_loop().run_in_executor(self._writer, self._write, drafts)
        writing.add_done_callback(partial(self._synced, batch))

    def _write(self, batch: list[dict[Name, bytes | None]]) -> Images:
        """Seal and append what some commits write; runs in the writer's thread."""
        drafts: dict[Name, bytes | None] = {}
        renewed: set[Name] = set()
        for commit in batch:
            drafts |= commit
            renewed.update(name for name, draft in commit.items() if draft is None)
        if not drafts:
            return {}
        images, seals = self._data.sealed(drafts, renewed)
        self._journal.append(msgspec.msgpack.encode(images))
        self._data.adopt(seals)
        return images

    def _synced(self, batch: list[_Commit], writing: asyncio.Future[Images]) -> None:
        error = writing.exception()
        if error is None:
            self._pending |= writing.result()
            for commit in batch:
                if not commit.kept.done():
                    commit.kept.set_result(None)
            self._plan_checkpoint()
        else:
            self._undo(batch, error)
        # After the awaiters were woken: what they commit now goes along.
        self._running_loop().call_soon(self._sync)

    def _undo(self, batch: list[_Commit], error: BaseException) -> None:
        undone = batch + self._waiting
        self._waiting = []
        self._generation += 1
        for commit in reversed(undone):
            self._hide(commit)
        if isinstance(error, StoreError):
            log.error("%s %d changes were refused.", error, len(undone))
        else:
            log.error(
                "A change could not be written; %d were refused.", len(undone), exc_info=error
            )
        for commit in undone:
            if not commit.kept.done():
                refusal = StoreError(f"{error} Nothing of this change was kept.")
                refusal.__cause__ = error
                commit.kept.set_exception(refusal)

    def _plan_checkpoint(self) -> None:
        if self._checkpointing is not None or self._closed:
            return
        if self._journal.size > self._checkpoint_bytes:
            self._begin_checkpoint()
        elif self._timer is None and self._pending:
            wait = self._checkpoint_seconds
            self._timer = self._running_loop().call_later(wait, self._begin_checkpoint)

    def _begin_checkpoint(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        if self._checkpointing is None and not self._closed:
            self._checkpointing = self._running_loop().create_task(self._checkpoint())

    async def _checkpoint(self) -> None:
        """Write the files that changed, then drop the journal they stand in.

        One file a time, so that commits go between. What fails stays in the journal, and is tried
        again later.
        """
        images: Images = {}
        complete = False
        try:
            segments = await self._in_writer(self._journal.rotate)
            images, self._pending = self._pending, {}
            for place, image in images.items():
                await self._in_writer(partial(self._data.write, place, image))
            await self._in_writer(partial(self._data.settle, images))
            await self._in_writer(partial(self._journal.drop, segments))
            complete = True
        except StoreError as error:
            log.warning("%s What was committed is safe in the journal.", error)
        finally:
            self._checkpointing = None
            if not complete:
                self._pending = images | self._pending
        if self._pending and not self._closed:
            wait = self._checkpoint_seconds if complete else PATIENCE_SECONDS
            self._timer = self._running_loop().call_later(wait, self._begin_checkpoint)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            if self._syncing or self._checkpointing is not None:
                raise RuntimeError("The store is still at work in another loop.")
            self._loop = loop
            self._timer = None
        return loop

    async def _in_writer(self, work: Callable[[], R]) -> R:
        return await self._running_loop().run_in_executor(self._writer, work)


def _nothing() -> None:
    """Wait for nothing but one's turn."""
