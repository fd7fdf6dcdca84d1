"""A destruction that is killed at any moment leaves the whole case, or nothing of it (P7, P8)."""

import asyncio
import multiprocessing
import shutil
import signal
from pathlib import Path

import pytest

from bot.adapters.evidence_folder import EvidenceFolder
from bot.app import EVIDENCE
from bot.domain.case_log import Deed, LogPage, flaw_in
from bot.domain.cases import Case
from bot.domain.desk import Desk
from bot.domain.records import Unhandled
from bot.domain.reminders import Snooze
from bot.domain.retention import Tombstone
from bot.domain.talk import StatusNews
from bot.ports import Batch, StoreError
from tests.faults.case_destroyer import (
    CANARY,
    destroy_and_be_killed,
    destroy_on_a_full_disk,
    fill,
    open_store,
)
from tests.faults.store_writer import lines_of

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL"), reason="this system can't kill a process as kill -9 does"
)


@pytest.fixture(scope="module")
def processes():
    """Make children quickly: each is a fork of one that has imported everything already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.case_destroyer"])
    return context


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """Make a data folder with a case whose time is over."""
    folder = tmp_path_factory.mktemp("full") / "data"
    asyncio.run(fill(folder))
    return folder


def destroys(processes, folder, log, nth=0):
    child = processes.Process(target=destroy_and_be_killed, args=(folder, log, nth))
    child.start()
    child.join(60)
    return child.exitcode


def is_whole_or_gone(folder: Path) -> bool:
    """Look at what a killed process left; tells whether the case is gone."""

    async def look() -> bool:
        store = open_store(folder)
        unit = store.begin()
        case, stone = unit.get(Case, "1"), unit.get(Tombstone, "1")
        assert (case is None) is (stone is not None)
        if case is not None:
            files = EvidenceFolder(folder / EVIDENCE)
            content = b"".join([piece async for piece in files.read(case.evidence[0].file)])
            assert CANARY.encode() in content
        await store.close()
        return case is None

    return asyncio.run(look())


def check_gone(folder: Path) -> None:
    """Look for anything of the case, and for what has to stay."""

    async def look() -> None:
        store = open_store(folder)
        unit = store.begin()
        assert unit.keys(Case) == []
        assert [unit.keys(kind) for kind in (Batch, StatusNews, Snooze)] == [[], [], []]
        assert unit.keys(Desk) == ["s2"]
        assert unit.keys(Unhandled) == ["telegram:10"]
        stone = unit.get(Tombstone, "1")
        assert stone is not None
        assert (stone.kind, stone.outcome, stone.closed) == ("threat", "handled", "2026-11")
        pages = [unit.get(LogPage, key) for key in unit.keys(LogPage)]
        lines = [line for page in pages if page is not None for line in page.lines]
        assert [line.deed for line in lines] == [Deed.DESTROYED]
        assert flaw_in(lines) is None
        await store.close()

    asyncio.run(look())
    assert list((folder / EVIDENCE).iterdir()) == []
    assert list((folder / "keys" / "Case").iterdir()) == []
    assert list((folder / "Case").iterdir()) == []
    for file in folder.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes()


def test_a_kill_at_any_write_of_a_destruction_leaves_the_whole_case_or_nothing_of_it(
    processes, full, tmp_path
):
    shutil.copytree(full, tmp_path / "0")
    counted = tmp_path / "0.log"
    assert destroys(processes, tmp_path / "0", counted) == 0
    check_gone(tmp_path / "0")
    [total] = [int(rest[0]) for word, *rest in lines_of(counted) if word == "calls"]
    assert total > 20

    outcomes = set()
    for nth in range(1, total + 1):
        folder, log = tmp_path / f"{nth}", tmp_path / f"{nth}.log"
        shutil.copytree(full, folder)
        assert destroys(processes, folder, log, nth) == -signal.SIGKILL
        gone = is_whole_or_gone(folder)
        assert gone or ["purged"] not in list(lines_of(log))
        outcomes.add(gone)

        assert destroys(processes, folder, log) == 0
        check_gone(folder)
        shutil.rmtree(folder)
    assert outcomes == {True, False}


def test_the_sealed_bytes_of_a_destroyed_case_cannot_be_opened_any_more(processes, full, tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(full, folder)
    sealed = (folder / "Case" / "1.db").read_bytes()
    assert CANARY.encode() not in sealed
    assert destroys(processes, folder, tmp_path / "log") == 0

    # Somebody had kept the file of the case, but not the key, which is in the same folder.
    (folder / "Case" / "1.db").write_bytes(sealed)

    store = open_store(folder)
    with pytest.raises(StoreError, match=r"keys/Case/1\.key is missing"):
        store.begin().get(Case, "1")
    asyncio.run(store.close())
    left = [file for file in (folder / "keys").rglob("*") if file.is_file()]
    assert left == []


def test_a_damaged_case_does_not_keep_another_from_going(processes, full, tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(full, folder)
    (folder / "Case" / "2.db").write_bytes(b"damaged")

    assert destroys(processes, folder, tmp_path / "log") == 0

    assert [file.name for file in (folder / "Case").iterdir()] == ["2.db"]
    assert [file.name for file in (folder / "Tombstone").iterdir()] == ["1.db"]


def test_a_bot_that_cannot_destroy_what_must_go_serves_nobody(processes, full, tmp_path):
    folder, log = tmp_path / "data", tmp_path / "log"
    shutil.copytree(full, folder)
    child = processes.Process(target=destroy_on_a_full_disk, args=(folder, log))
    child.start()
    child.join(60)

    assert list(lines_of(log)) == [["refused"]]
    assert not is_whole_or_gone(folder)
    assert destroys(processes, folder, log) == 0
    check_gone(folder)
