"""The redo journal: what is appended and synced here is kept, whatever happens to the process.

A journal is a folder of numbered segments. Each append is one frame and one sync:

    "GMJ1" | length | CRC-32 of the body | CRC-32 of these twelve bytes | body

The body is sealed, and filled up with 0xFF to a multiple of 16 bytes. So the pieces into which the
sectors of the disk cut a frame are never shorter than that, and a sector that never reached the
disk (zeros) can be told from a byte that changed later.
"""

import itertools
import logging
import os
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.adapters.sealing import Seal, SealBrokenError
from bot.adapters.store_disk import BINARY, explain, make_private_folder, sync_folder, write_all
from bot.ports import StoreError

log = logging.getLogger(__name__)

_HEAD = ">4sIII"
_HEAD_SIZE = 16
_MAGIC = b"GMJ1"
_MEASURE = 16
_SECTOR = 512
_SEGMENT = re.compile(r"(\d{8})\.log\Z")


class Journal:
    """Appends frames, one thread at a time, and reads them back after a start."""

    def __init__(self, folder: Path, seal: Seal) -> None:
        """Look into the folder, which is made where it is missing; nothing is read yet.

        Raises `StoreError` when a segment between two others is missing.
        """
        make_private_folder(folder)
        self._folder = folder
        self._seal = seal
        self._segments = sorted(p for p in folder.iterdir() if _SEGMENT.match(p.name))
        numbers = [int(path.stem) for path in self._segments]
        self._next = numbers[-1] + 1 if numbers else 1
        if numbers and numbers != list(range(numbers[0], self._next)):
            raise StoreError(
                f"A file is missing from {folder}, between {self._segments[0].name} and "
                f"{self._segments[-1].name}: restore the whole data folder from the last backup."
            )
        self._descriptor: int | None = None
        self._good = 0
        self._frames = 0
        self._doubtful = False

    @property
    def size(self) -> int:
        """Bytes in the segment that is being written."""
        return self._good

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to write out."""
        return not self._segments

    def replay(self) -> Iterator[bytes]:
        """Give the text of each frame kept, in order; a torn last one is cut off.

        Raises `StoreError` for any other damage, and then changes nothing.
        """
        for path in self._segments:
            yield from self._frames_of(path, is_last=path == self._segments[-1])

    def append(self, plain: bytes) -> None:
        """Keep one text: it is on the disk when this returns.

        Raises `StoreError` when it could not be kept; then nothing of it is left, and the journal
        goes on as soon as the disk allows.
        """
        try:
            self._settle()
            descriptor = self._open()
            frame = self._frame(plain)
            self._doubtful = True
            write_all(descriptor, frame)
            os.fsync(descriptor)
        except OSError as error:
            self._try_to_settle()
            raise StoreError(explain(error, self._path)) from error
        self._doubtful = False
        self._good += len(frame)
        self._frames += 1

    def rotate(self) -> tuple[Path, ...]:
        """Let the next append start a new segment, and give the ones before it."""
        try:
            self._settle()
        except OSError as error:
            raise StoreError(explain(error, self._path)) from error
        self.close()
        return tuple(self._segments)

    def drop(self, segments: Sequence[Path]) -> None:
        """Remove segments whose frames are no longer needed, oldest first."""
        for path in segments:
            try:
                path.unlink(missing_ok=True)
                # After each: an old segment that came back without its successor would undo it.
                sync_folder(self._folder)
            except OSError as error:
                raise StoreError(explain(error, path)) from error
            self._segments.remove(path)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = None
        self._good = 0

    @property
    def _path(self) -> Path:
        return self._segments[-1] if self._descriptor is not None else self._folder

    def _open(self) -> int:
        if self._descriptor is not None:
            return self._descriptor
        path = self._folder / f"{self._next:08}.log"
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | BINARY, 0o600)
        try:
            sync_folder(self._folder)
        except OSError:
            os.close(descriptor)
            path.unlink()
            raise
        self._segments.append(path)
        self._next += 1
        self._descriptor = descriptor
        self._good = 0
        self._frames = 0
        return descriptor

    def _settle(self) -> None:
        if self._doubtful and self._descriptor is not None:
            os.ftruncate(self._descriptor, self._good)
            os.fsync(self._descriptor)
        self._doubtful = False

    def _try_to_settle(self) -> None:
        try:
            self._settle()
        except OSError as error:
            log.warning("%s Nothing is kept until that succeeds.", explain(error, self._path))

    def _frame(self, plain: bytes) -> bytes:
        body = self._seal.seal(plain, _place(self._segments[-1], self._frames))
        padded = body + b"\xff" * (-len(body) % _MEASURE)
        start = _MAGIC + struct.pack(">II", len(body), zlib.crc32(padded))
        return start + struct.pack(">I", zlib.crc32(start)) + padded

    def _frames_of(self, path: Path, *, is_last: bool) -> Iterator[bytes]:
        raw = path.read_bytes()
        at = 0
        count = 0
        while at < len(raw):
            body, end = _read_frame(raw, at)
            if body is None and is_last and _was_never_finished(raw, at):
                log.warning("%s ends in a record that was never finished; it is cut off.", path)
                _cut(path, at)
                return
            if body is None:
                raise StoreError(_damaged(path, at))
            try:
                yield self._seal.open(body, _place(path, count))
            except SealBrokenError:
                raise StoreError(_damaged(path, at)) from None
            at = end
            count += 1


def _place(path: Path, count: int) -> str:
    return f"journal/{path.name}#{count}"


def _sound_head(raw: bytes, at: int) -> tuple[int, int] | None:
    """Give the length and the CRC of the body, where a frame's head stands here undamaged."""
    if len(raw) - at < _HEAD_SIZE:
        return None
    magic, length, body_crc, head_crc = struct.unpack_from(_HEAD, raw, at)
    if magic != _MAGIC or zlib.crc32(raw[at : at + _HEAD_SIZE - 4]) != head_crc:
        return None
    return length, body_crc


def _read_frame(raw: bytes, at: int) -> tuple[bytes | None, int]:
    """Give the body of the frame that starts here, None where it is not whole, and its end."""
    head = _sound_head(raw, at)
    if head is None:
        return None, at
    length, body_crc = head
    start = at + _HEAD_SIZE
    padded = raw[start : start + length + -length % _MEASURE]
    if len(padded) != length + -length % _MEASURE or zlib.crc32(padded) != body_crc:
        return None, at
    return padded[:length], start + len(padded)


def _was_never_finished(raw: bytes, at: int) -> bool:
    """Tell a frame whose writing was cut short (it was never acknowledged) from a damaged one.

    A frame that another one follows was synced before that one was written. A killed process
    leaves a beginning; a power cut leaves sectors of zeros where nothing was written yet.
    """
    later = raw.find(_MAGIC, at + 1)
    while later != -1:
        if _sound_head(raw, later) is not None:
            return False
        later = raw.find(_MAGIC, later + 1)
    head = _sound_head(raw, at)
    if head is not None and at + _HEAD_SIZE + head[0] + -head[0] % _MEASURE > len(raw):
        return True
    if len(raw) - at < _HEAD_SIZE:
        return True
    edges = [at, *range(at - at % _SECTOR + _SECTOR, len(raw), _SECTOR), len(raw)]
    pieces = [raw[start:end] for start, end in itertools.pairwise(edges)]
    return any(not piece.strip(b"\0") for piece in pieces if len(piece) >= _MEASURE)


def _cut(path: Path, size: int) -> None:
    descriptor = os.open(path, os.O_RDWR | BINARY)
    try:
        os.ftruncate(descriptor, size)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _damaged(path: Path, at: int) -> str:
    return (
        f"{path} is damaged at byte {at}: nothing was changed. Restore the whole data folder from "
        "the last backup, or ask for help before anything else is done with this folder."
    )
