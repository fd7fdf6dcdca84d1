"""The journal gives back what was acknowledged: a torn end is cut off, damage is named."""

import itertools
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.journal import Journal
from bot.adapters.sealing import Seal
from bot.ports import StoreError

SEAL = Seal(bytes(32))
TEXTS = [b"first", b"second " * 90, b"", b"fourth"]


def written(folder: Path, *texts: bytes) -> Path:
    """Write a journal of one segment; give that."""
    journal = Journal(folder, SEAL)
    for text in texts:
        journal.append(text)
    journal.close()
    return folder / "00000001.log"


def replayed(folder: Path) -> list[bytes]:
    """Read a journal as a new process would."""
    return list(Journal(folder, SEAL).replay())


def test_what_was_appended_comes_back_in_order_over_all_segments(tmp_path):
    journal = Journal(tmp_path, SEAL)
    assert journal.is_empty
    for text in TEXTS:
        journal.append(text)
        journal.rotate()
    assert replayed(tmp_path) == TEXTS

    journal.drop(journal.rotate()[:2])

    assert replayed(tmp_path) == TEXTS[2:]
    journal.append(b"fifth")
    assert replayed(tmp_path) == [*TEXTS[2:], b"fifth"]


def test_an_end_torn_at_any_length_is_cut_off_and_nothing_else(tmp_path, caplog):
    path = written(tmp_path, *TEXTS[:3])
    whole = path.read_bytes()
    kept = whole.rindex(b"GMJ1")

    for length in range(kept + 1, len(whole)):
        path.write_bytes(whole[:length])
        caplog.clear()
        assert replayed(tmp_path) == TEXTS[:2]
        assert "never finished; it is cut off" in caplog.text
        assert path.read_bytes() == whole[:kept]


def test_a_cut_journal_is_sound_again(tmp_path):
    path = written(tmp_path, *TEXTS)
    path.write_bytes(path.read_bytes()[:-1])
    assert replayed(tmp_path) == TEXTS[:3]

    assert replayed(tmp_path) == TEXTS[:3]


@pytest.mark.parametrize("text", [b"x" * 100, b"x" * 3000])
def test_sectors_that_a_power_cut_left_empty_are_an_end_that_was_never_finished(tmp_path, text):
    path = written(tmp_path, b"kept", text)
    whole = path.read_bytes()
    start = _end_of_first(whole)
    edges = [start, *range(start - start % 512 + 512, len(whole), 512), len(whole)]

    for from_, to in itertools.pairwise(edges):
        path.write_bytes(whole[:from_] + bytes(to - from_) + whole[to:])
        assert replayed(tmp_path) == [b"kept"]


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_a_bit_that_flips_anywhere_is_found_and_nothing_is_changed(data):
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), *TEXTS)
        raw = bytearray(path.read_bytes())
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        path.write_bytes(raw)

        with pytest.raises(StoreError, match=r"00000001\.log is damaged at byte \d+"):
            replayed(Path(folder))
        assert path.read_bytes() == raw


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_a_piece_that_is_lost_from_the_middle_is_found(data):
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), *TEXTS)
        raw = path.read_bytes()
        last = raw.rindex(b"GMJ1")
        start = data.draw(st.integers(0, last - 1))
        end = data.draw(st.integers(start + 1, last))
        path.write_bytes(raw[:start] + raw[end:])

        with pytest.raises(StoreError, match="is damaged"):
            replayed(Path(folder))


def test_segments_are_dropped_from_the_oldest_so_that_none_outlives_its_successor(tmp_path):
    journal = Journal(tmp_path, SEAL)
    for text in TEXTS:
        journal.append(text)
        journal.rotate()
    segments = journal.rotate()
    kept = segments[2].read_bytes()
    segments[2].unlink()
    segments[2].mkdir()  # can't be removed as a file

    with pytest.raises(StoreError, match=segments[2].name):
        journal.drop(segments)

    segments[2].rmdir()
    segments[2].write_bytes(kept)
    assert replayed(tmp_path) == TEXTS[2:]
    journal.drop(segments[2:])
    assert journal.is_empty


def test_a_torn_end_in_an_older_segment_is_damage(tmp_path):
    journal = Journal(tmp_path, SEAL)
    journal.append(b"first")
    (old,) = journal.rotate()
    journal.append(b"second")
    old.write_bytes(old.read_bytes()[:-1])
    with pytest.raises(StoreError, match=old.name):
        replayed(tmp_path)


def test_a_segment_that_is_missing_between_others_is_found(tmp_path):
    journal = Journal(tmp_path, SEAL)
    for text in TEXTS:
        journal.append(text)
        journal.rotate()
    (tmp_path / "00000002.log").unlink()
    with pytest.raises(StoreError, match="A file is missing"):
        Journal(tmp_path, SEAL)


def test_frames_that_changed_places_are_found(tmp_path):
    path = written(tmp_path, b"one", b"two")
    raw = path.read_bytes()
    middle = _end_of_first(raw)
    path.write_bytes(raw[middle:] + raw[:middle])
    with pytest.raises(StoreError, match="is damaged at byte 0"):
        replayed(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_journal_that_could_not_be_cut_back_keeps_nothing_until_it_can(tmp_path, caplog):
    journal = Journal(tmp_path, SEAL)
    journal.append(b"kept")
    descriptor = journal._descriptor
    assert descriptor is not None
    real = os.dup(descriptor)
    full = os.open("/dev/full", os.O_RDWR)
    os.dup2(full, descriptor)

    for _ in range(2):
        with pytest.raises(StoreError, match=r"00000001\.log.*(is full|can't be used)"):
            journal.append(b"refused")
    assert "Nothing is kept until that succeeds." in caplog.text
    os.write(real, b"what a write left half done")
    os.dup2(real, descriptor)
    journal.append(b"kept again")

    assert replayed(tmp_path) == [b"kept", b"kept again"]
    os.close(real)
    os.close(full)


def test_what_was_written_but_not_synced_is_cut_back(tmp_path):
    journal = Journal(tmp_path, SEAL)
    journal.append(b"kept")
    descriptor = journal._descriptor
    assert descriptor is not None
    real = os.dup(descriptor)
    reading, pipe = os.pipe()
    os.dup2(pipe, descriptor)  # takes the write, refuses the sync

    with pytest.raises(StoreError, match="can't be used"):
        journal.append(b"refused")
    assert os.read(reading, 4) == b"GMJ1"
    os.dup2(real, descriptor)
    journal.append(b"kept again")

    assert replayed(tmp_path) == [b"kept", b"kept again"]
    for each in (real, reading, pipe):
        os.close(each)


def _end_of_first(raw: bytes) -> int:
    return raw.index(b"GMJ1", 1)
