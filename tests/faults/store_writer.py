"""Programs that write into a store and may be killed at any time.

    python -m tests.faults.store_writer DATA-FOLDER LOG-FILE

They say in a log file, outside the store, what they begin and what was acknowledged.
"""

import asyncio
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.adapters.tinydb_store import TinyDBStore
from tests.adapters.documents import Note, Row, Secret, abandon, drop, keep, open_store
from tests.faults.kill_at import kill_before

LONG = 3600.0
"""Seconds between checkpoints where the program itself says when one is due."""

ADA = Secret("noord", 1, "Ada", told=(Row("first"), Row("second")))
BEN = Secret("noord", 2, "Ben")

Contents = dict[tuple[type, str], object]


def _named(*documents: Note | Secret) -> Contents:
    return {(type(document), document.key): document for document in documents}


STEPS: tuple[Contents, ...] = (
    {},
    _named(Note("a", "1"), ADA),
    _named(Note("a", "1"), ADA, Note("b", "1"), Note("c", "1"), BEN),
    _named(Note("a", "1"), ADA, Note("b", "2"), Note("c", "1"), BEN),
    _named(Note("a", "1"), Note("b", "2"), Note("c", "1"), BEN),
    _named(Note("a", "3"), Note("b", "2"), Note("c", "1"), BEN),
    _named(Note("a", "3"), Note("c", "1"), BEN, ADA),
)
"""What the store holds after each step of `walk`."""


class Witness:
    """The log file, written by a call that `kill_at` does not count."""

    def __init__(self, path: Path) -> None:
        """Add to the file."""
        self._file = path.open("ab", buffering=0)

    def says(self, *words: object) -> None:
        """Write one line."""
        self._file.write((" ".join(str(word) for word in words) + "\n").encode())


async def walk(folder: Path, witness: Witness) -> None:
    """Go through all of a store's life in six steps: see `STEPS`."""
    store = open_store(folder, checkpoint_seconds=LONG)
    await keep(store, Note("a", "1"), ADA)
    witness.says(1)
    await asyncio.gather(keep(store, Note("b", "1"), Note("c", "1")), keep(store, BEN))
    witness.says(2)
    await asyncio.gather(store._checkpoint(), keep(store, Note("b", "2")))
    witness.says(3)
    await drop(store, Secret, ADA.key)
    witness.says(4)
    await store.close()
    store = open_store(folder, checkpoint_seconds=LONG)
    await keep(store, Note("a", "3"))
    witness.says(5)
    await _bring_back_ada_and_drop_b(store)
    witness.says(6)
    abandon(store)
    await open_store(folder).close()


async def _bring_back_ada_and_drop_b(store: TinyDBStore) -> None:
    unit = store.begin()
    unit.put(ADA)
    unit.remove(Note, "b")
    await store.commit(unit)


async def write_on(folder: Path, witness: Witness, start: int) -> None:
    """Write notes without end, eight at a time, with checkpoints all the while."""
    store = open_store(folder, checkpoint_seconds=0.005)
    counter = iter(range(start, sys.maxsize))

    async def write() -> None:
        for number in counter:
            note = Note(f"n{number % 40}", f"{number} " * (number % 70 + 1))
            witness.says("begun", number)
            await keep(store, note)
            witness.says("kept", number)

    await asyncio.gather(*(write() for _ in range(8)))


def walk_and_be_killed(folder: Path, log: Path, nth: int) -> None:
    """Run `walk` in this process until just before its Nth call; not at all killed with 0."""
    calls = kill_before(nth)
    asyncio.run(walk(folder, Witness(log)))
    Witness(log).says("calls", len(calls.names))


def write_until_killed(folder: Path, log: Path, start: int) -> None:
    """Run `write_on` in this process, which somebody else kills."""
    asyncio.run(write_on(folder, Witness(log), start))


def lines_of(log: Path) -> Iterable[list[str]]:
    """Read the log file, as far as it has whole lines."""
    text = log.read_text() if log.exists() else ""
    return [line.split() for line in text.split("\n")[:-1]]


if __name__ == "__main__":
    asyncio.run(walk(Path(sys.argv[1]), Witness(Path(sys.argv[2]))))
