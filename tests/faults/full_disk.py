"""A program that lives through a full disk: `python -m tests.faults.full_disk KIND FOLDER`.

KIND is `disk`, where FOLDER lies on a tiny disk of its own (ENOSPC), or `limit`, where the system
limits the size of a file (EFBIG). It ends with status 0 when everything was as promised.
"""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.tinydb_store import OutOfDateError
from bot.ports import StoreError
from tests.adapters.documents import Note, Secret, contents, keep, open_store
from tests.faults.store_writer import ADA, LONG

Act = Callable[[], None]


async def live_through(folder: Path, fill: Act, make_room: Act, advice: str) -> None:
    """Fill the disk under a store, twice, and see what it keeps, says and forgets."""
    store = open_store(folder, checkpoint_seconds=LONG)
    await keep(store, Note("first"), Note("n0", "old"))
    model = contents(store)
    early = store.begin()
    early.put(Note("early"))

    async def keep_more() -> None:
        for number in range(10_000):
            note = Note(f"n{number}", "x" * 400)
            await keep(store, note)
            model[Note, note.key] = note

    fill()
    with pytest.raises(StoreError, match=advice) as refused:
        await keep_more()
    assert str(folder) in str(refused.value)
    assert "Nothing of this change was kept." in str(refused.value)
    assert contents(store) == model

    # Everything of one turn is undone: what was changed, added and removed.
    late = store.begin()
    late.remove(Note, "first")
    changes = [keep(store, Note("n0", "y" * 6000)), keep(store, ADA), _commit(store, late)]
    changes += [
        keep(store, Note("n0", "z")),
        keep(store, Note("new")),
        keep(store, Note("new", "z")),
    ]
    outcomes = await asyncio.gather(*changes, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [StoreError] * 6
    assert contents(store) == model
    assert store.begin().keys(Note) == sorted(key for _, key in model)

    # A unit that was begun before may rest on what was undone.
    for unit in (early, late):
        with pytest.raises(OutOfDateError, match="try again"):
            store.commit(unit)

    make_room()
    await keep(store, Note("after"), ADA)
    model |= {(Note, "after"): Note("after"), (Secret, ADA.key): ADA}
    assert contents(store) == model

    # The files can't be written: what they miss stays in the journal.
    fill()
    await store._checkpoint()
    assert not store._journal.is_empty
    make_room()
    await store.close()
    store = open_store(folder)
    assert contents(store) == model
    assert list((folder / "journal").iterdir()) == []
    await store.close()


async def _commit(store, unit):
    await store.commit(unit)


def on_a_small_disk(folder: Path) -> tuple[Act, Act]:
    """Fill the disk of the folder with one large file, and remove that."""
    ballast = folder / "ballast"

    def fill() -> None:
        with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 512)

    return fill, ballast.unlink


def under_a_limit() -> tuple[Act, Act]:
    """Let no file of this process grow beyond some bytes."""
    import resource  # noqa: PLC0415  # Windows has none

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill() -> None:
        limits.append(10 if limits else 3000)  # then even the smallest document is too large
        resource.setrlimit(resource.RLIMIT_FSIZE, (limits[-1], hard))

    limits: list[int] = []
    return fill, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def main(kind: str, place: str) -> None:
    """Go through it on one kind of full disk."""
    folder = Path(place) / "data"
    if kind == "disk":
        asyncio.run(live_through(folder, *on_a_small_disk(Path(place)), "is full: make room"))
    else:
        asyncio.run(live_through(folder, *under_a_limit(), "Raise the limit"))


if __name__ == "__main__":
    main(*sys.argv[1:])
