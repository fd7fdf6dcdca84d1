"""The folder of evidence: what somebody handed over, sealed piece by piece as it arrives.

Nothing of a file is ever on the disk in clear, also not for a moment: what comes in is held in
memory until a piece is full, sealed under a key that only this file has, and written. The key goes
back to who asked, and is kept with the case; whoever destroys that, destroys the file (P8).

The folder is a `Channel` too, so that removing a file is owed like everything else (P7).
"""

import asyncio
import base64
import contextlib
import hashlib
import logging
import os
import shutil
from collections.abc import AsyncGenerator, AsyncIterator, Collection
from pathlib import Path

from bot.adapters.file_kinds import HEAD_BYTES, kind_of
from bot.adapters.sealing import PieceSeal, SealBrokenError
from bot.adapters.store_disk import (
    BINARY,
    TEMPORARY,
    explain,
    key_of,
    make_private_folder,
    safe_name,
    sync_folder,
    write_all,
)
from bot.domain.evidence import LARGEST, StoredFile
from bot.ports import (
    Act,
    Fate,
    FileRefusedError,
    NoSuchFileError,
    Outcome,
    Owed,
    Refusal,
    StoreError,
)

log = logging.getLogger(__name__)

PIECE = 256 * 1024
"""Bytes that are sealed at once."""

KEPT_FREE = 200 * 1024 * 1024
"""Bytes of the disk that evidence leaves for the reports themselves: words go before pictures."""

HEADER = b"GE\x01"
"""How a sealed file begins: its form, and the version of it."""


class EvidenceFolder:
    """The folder, as `Files` and as the `Channel` of what is owed there."""

    platform = "files"
    readable_by_platform = False

    def __init__(self, folder: Path, kept_free: int = KEPT_FREE) -> None:
        """Take the folder, which is made when the first file comes in.

        kept_free  bytes of its disk that no file may take
        """
        self._folder = folder
        self._kept_free = kept_free

    async def take_in(self, key: str, parts: AsyncIterator[bytes]) -> StoredFile:
        """Keep what arrives; see `Files`."""
        async with contextlib.aclosing(_bounded(parts)) as arriving:
            head = b""
            async for part in arriving:
                head += part
                if len(head) >= HEAD_BYTES:
                    break
            kind = kind_of(head[:HEAD_BYTES])
            await asyncio.to_thread(self._leave_room)
            return await self._keep(key, _chained(head, arriving), kind)

    async def put(self, key: str, content: bytes, kind: str) -> StoredFile:
        """Keep what the bot made itself; raises `StoreError`."""
        return await self._keep(key, _chained(content), kind)

    async def read(self, file: StoredFile) -> AsyncIterator[bytes]:
        """Give a file back, piece by piece; see `Files`."""
        try:
            async for piece in _pieces(self._path(file.key), file):
                yield piece
        except (OSError, SealBrokenError) as error:
            log.error("Evidence %s can't be read (%s).", file.key, type(error).__name__)  # noqa: TRY400
            raise NoSuchFileError(file.key) from error

    async def remove(self, key: str) -> None:
        """Take a file away, if it is there; raises `StoreError`."""
        path = self._path(key)
        try:
            await asyncio.to_thread(_unlink, path)
        except OSError as error:
            raise StoreError(explain(error, path)) from error

    async def deliver(self, owed: Owed) -> Outcome:
        """Remove a file that is to go."""
        if owed.act is not Act.DISCARD:
            return Outcome(Fate.REFUSED, why=Refusal.NOT_POSSIBLE)
        try:
            await self.remove(owed.key)
        except StoreError as error:
            return Outcome(Fate.FAILED, trouble=str(error))
        return Outcome(Fate.ACCEPTED)

    def sweep(self, known: Collection[str], coming: Collection[str] = ()) -> list[str]:
        """Remove every file that no document knows, and what a killed process left half-way.

        known   keys of files that must be there; those that are not are given back
        coming  keys of files that may be there: they are still being fetched, or on their way out

        Raises `StoreError`.
        """
        wanted = {safe_name(key): key for key in known}
        kept = wanted.keys() | {safe_name(key) for key in coming}
        try:
            found = set(os.listdir(self._folder)) if self._folder.is_dir() else set()  # noqa: PTH208
            for name in sorted(found - kept):
                if name.endswith(TEMPORARY) or key_of(name) is not None:
                    (self._folder / name).unlink()
            if found:
                sync_folder(self._folder)
        except OSError as error:
            raise StoreError(explain(error, self._folder)) from error
        return sorted(key for name, key in wanted.items() if name not in found)

    async def _keep(self, key: str, parts: AsyncIterator[bytes], kind: str) -> StoredFile:
        secret = PieceSeal.new_key()
        seal = PieceSeal(secret, key)
        checksum, size, number = hashlib.sha256(), 0, 0
        path = self._path(key)
        unfinished = path.with_name(path.name + TEMPORARY)
        try:
            descriptor = await asyncio.to_thread(_opened, self._folder, unfinished)
            try:
                await asyncio.to_thread(write_all, descriptor, HEADER)
                piece = b""
                async for part in parts:
                    checksum.update(part)
                    size += len(part)
                    piece += part
                    while len(piece) > PIECE:
                        sealed = seal.seal(piece[:PIECE], number, last=False)
                        await asyncio.to_thread(write_all, descriptor, sealed)
                        piece, number = piece[PIECE:], number + 1
                sealed = seal.seal(piece, number, last=True)
                await asyncio.to_thread(write_all, descriptor, sealed)
                await asyncio.to_thread(os.fsync, descriptor)
            finally:
                os.close(descriptor)
            await asyncio.to_thread(_put_in_place, unfinished, path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise StoreError(explain(error, path)) from error
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        words = base64.b64encode(secret).decode()
        return StoredFile(key, words, checksum.hexdigest(), size, kind)

    def _leave_room(self) -> None:
        try:
            make_private_folder(self._folder)
            free = shutil.disk_usage(self._folder).free
        except OSError as error:
            raise StoreError(explain(error, self._folder)) from error
        if free < self._kept_free + LARGEST:
            raise StoreError(
                f"The disk that holds {self._folder} is nearly full, and what is left is kept for "
                "reports: make room on it. Evidence comes in again by itself then."
            )

    def _path(self, key: str) -> Path:
        return self._folder / safe_name(key)


async def _bounded(parts: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    """Pass on what arrives, up to the largest file there may be, whatever was told before."""
    size = 0
    async for part in parts:
        size += len(part)
        if size > LARGEST:
            raise FileRefusedError(Refusal.TOO_BIG)
        yield part


async def _pieces(path: Path, file: StoredFile) -> AsyncIterator[bytes]:
    seal = PieceSeal(base64.b64decode(file.secret), file.key)
    length = PIECE + PieceSeal.OVERHEAD
    with await asyncio.to_thread(path.open, "rb") as stored:
        if await asyncio.to_thread(stored.read, len(HEADER)) != HEADER:
            raise SealBrokenError("it is no sealed file")
        number, piece = 0, await asyncio.to_thread(stored.read, length)
        while True:
            after = await asyncio.to_thread(stored.read, length)
            yield seal.open(piece, number, last=not after)
            if not after:
                return
            number, piece = number + 1, after


async def _chained(head: bytes, rest: AsyncIterator[bytes] | None = None) -> AsyncIterator[bytes]:
    yield head
    if rest is not None:
        async for part in rest:
            yield part


def _opened(folder: Path, unfinished: Path) -> int:
    make_private_folder(folder)
    return os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600)


def _put_in_place(unfinished: Path, path: Path) -> None:
    unfinished.replace(path)
    sync_folder(path.parent)


def _unlink(path: Path) -> None:
    path.unlink(missing_ok=True)
    if path.parent.is_dir():
        sync_folder(path.parent)
