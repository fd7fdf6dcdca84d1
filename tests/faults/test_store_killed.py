"""A killed process loses nothing it acknowledged, and leaves nothing unreadable (P2, P7)."""

import asyncio
import multiprocessing
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.adapters.documents import Secret, contents, open_store
from tests.faults.store_writer import (
    STEPS,
    lines_of,
    walk_and_be_killed,
    write_until_killed,
)

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL"), reason="this system can't kill a process as kill -9 does"
)

KILLS = 20
"""Kills at a random moment of one folder's life."""


@pytest.fixture(scope="module")
def processes():
    """Make children quickly: each is a fork of one that has imported everything already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.store_writer"])
    return context


def check_walk(folder: Path, log: Path, nth: int) -> None:
    """Look at what a killed walk left: the state after its last step, or after the next one."""
    acknowledged = max((int(line[0]) for line in lines_of(log) if line[0].isdigit()), default=0)
    store = open_store(folder)
    found = contents(store)
    asyncio.run(store.close())

    assert found in STEPS[acknowledged : acknowledged + 2], f"killed before call {nth}"
    files = {path.name for path in folder.rglob("*") if path.is_file()} - {".lock"}
    documents = {f"{key}.db" for _, key in found}
    keys = {f"{key}.key" for kind, key in found if kind is Secret}
    assert files == {"master.check"} | documents | keys, f"killed before call {nth}"


def test_a_kill_before_any_call_that_changes_the_disk_loses_nothing_acknowledged(
    processes, tmp_path
):
    counted = tmp_path / "counted"
    unhurt = processes.Process(target=walk_and_be_killed, args=(tmp_path / "0", counted, 0))
    unhurt.start()
    unhurt.join(60)
    assert unhurt.exitcode == 0
    total = next(
        int(count) for word, *rest in lines_of(counted) if word == "calls" for count in rest
    )
    assert total > 60

    for nth in range(1, total + 1):
        folder, log = tmp_path / f"{nth}", tmp_path / f"{nth}.log"
        walking = processes.Process(target=walk_and_be_killed, args=(folder, log, nth))
        walking.start()
        walking.join(60)
        assert walking.exitcode == -signal.SIGKILL
        check_walk(folder, log, nth)


def test_a_process_killed_while_it_repairs_is_repaired_again(processes, tmp_path):
    """The first kill leaves a full journal; the second falls into its replay."""
    folder, log = tmp_path / "data", tmp_path / "log"
    for nth in (30, 4, 5, 6, 7, 8, 9):
        walking = processes.Process(target=walk_and_be_killed, args=(folder, log, nth))
        walking.start()
        walking.join(60)
        assert walking.exitcode == -signal.SIGKILL
    store = open_store(folder)
    assert contents(store) in STEPS
    asyncio.run(store.close())


def test_kill_9_in_a_loop_of_writes_loses_no_acknowledged_commit(processes, tmp_path):
    folder, log = tmp_path / "data", tmp_path / "log"
    chance = random.Random(4711)
    acknowledged = 0
    for _ in range(KILLS):
        last = max((int(number) for _, number in lines_of(log)), default=-1)
        writing = processes.Process(target=write_until_killed, args=(folder, log, last + 1))
        writing.start()
        size = log.stat().st_size if log.exists() else 0
        while not log.exists() or log.stat().st_size <= size:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.08))
        writing.kill()
        writing.join(60)
        assert writing.exitcode == -signal.SIGKILL

        kept = {int(number) for word, number in lines_of(log) if word == "kept"}
        begun = {int(number) for word, number in lines_of(log) if word == "begun"}
        store = open_store(folder)
        found = {int(note.text.split()[0]) for note in contents(store).values()}
        asyncio.run(store.close())
        for slot in range(40):
            newest = max((n for n in kept if n % 40 == slot), default=None)
            there = [n for n in found if n % 40 == slot]
            assert newest is None or (there and there[0] >= newest)
            assert set(there) <= begun
        acknowledged = len(kept)
    assert acknowledged > 10 * KILLS


def test_the_command_that_kills_counts_first_and_then_kills(tmp_path):
    def run(nth: int) -> subprocess.CompletedProcess[str]:
        program = ["-m", "tests.faults.kill_at", f"{nth}", "--", "tests.faults.store_writer"]
        folder, log = tmp_path / f"{nth}", tmp_path / f"{nth}.log"
        return subprocess.run(
            [sys.executable, *program, folder, log], capture_output=True, text=True, check=False
        )

    counting = run(0)
    word, total = counting.stderr.split()

    assert (counting.returncode, word) == (0, "calls:")
    assert run(int(total)).returncode == -signal.SIGKILL
    assert run(int(total) + 1).returncode == 0
    assert run(20).returncode == -signal.SIGKILL
    check_walk(tmp_path / "20", tmp_path / "20.log", 20)
