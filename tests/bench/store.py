"""Commits a second, each on disk, beside a bare loop that appends and syncs on the same disk."""

import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.adapters.tinydb_store import TinyDBStore
from bot.domain.people import Registry, SchoolClass
from tests.adapters.documents import Note, keep, open_store

SECONDS = 2.0
"""How long each figure is measured."""

AT_ONCE = 32

WORDS = "Op vrijdag is de school om 12 uur uit. " * 5


def rows() -> list[tuple[str, str]]:
    """Measure everything; gives a name and a figure with its unit for each line."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        # In the folder at hand: a temporary folder may lie in memory, where a sync costs nothing.
        place = Path(folder)
        bare = appends_a_second(place / "bare")
        store = open_store(place / "data")
        alone, together, reading = asyncio.run(measure(store))
    return [
        ("bare append of 600 bytes and fsync", f"{bare:,.0f} a second"),
        ("commit of one small document, one by one", f"{alone:,.0f} a second"),
        ("beside the bare loop", f"{alone / bare:.2f}"),
        (f"commit of one small document, {AT_ONCE} at once", f"{together:,.0f} a second"),
        ("beside the bare loop", f"{together / bare:.2f}"),
        ("reading a document that is in memory", f"{reading * 1e6:.2f} microseconds"),
    ]


def appends_a_second(path: Path) -> float:
    """Append and sync in a loop, with nothing else; gives rounds a second."""
    data = b"x" * 600
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    rounds = 0
    start = time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        os.write(descriptor, data)
        os.fsync(descriptor)
        rounds += 1
    os.close(descriptor)
    return rounds / (time.perf_counter() - start)


async def measure(store: TinyDBStore) -> tuple[float, float, float]:
    """Give commits a second one by one, commits a second at once, and seconds a read."""
    alone = await repeated(lambda n: keep(store, Note(f"n{n % 50}", WORDS)))

    async def many(n: int) -> None:
        await asyncio.gather(*(keep(store, Note(f"n{i}", f"{n} {WORDS}")) for i in range(AT_ONCE)))

    together = AT_ONCE * await repeated(many)
    await keep(store, Registry(), SchoolClass("7B", "Noord"))
    reads = 200_000
    unit = store.begin()
    start = time.perf_counter()
    for _ in range(reads):
        unit.get(Registry, "registry")
    reading = (time.perf_counter() - start) / reads
    await store.close()
    return alone, together, reading


async def repeated(work: Callable[[int], Awaitable[None]]) -> float:
    """Do something again and again; gives rounds a second."""
    rounds = 0
    start = time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        await work(rounds)
        rounds += 1
    return rounds / (time.perf_counter() - start)


def main() -> None:
    """Print the figures."""
    for name, figure in rows():
        print(f"{name:50} {figure:>24}")


if __name__ == "__main__":
    main()
