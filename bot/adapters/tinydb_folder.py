"""The data folder: where each document lies, which key seals it, and who may use it.

    FOLDER/.lock                 held by the one process that uses the folder
    FOLDER/master.check          tells whether a master key is the one this folder was made with
    FOLDER/journal/00000001.log  what was committed and is not yet in the files below
    FOLDER/Case/2026-001.db      one document: a sealed TinyDB image
    FOLDER/keys/Case/2026-001.key  the key of that document, wrapped by the master key

Destroying a document's key is removing its file. A disk may keep what was in a removed file for a
while; who has to reckon with that encrypts the disk as well.
"""

import contextlib
import logging
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec
from filelock import FileLock, Timeout
from tinydb import TinyDB

from bot.adapters.journal import Journal
from bot.adapters.sealing import MasterKey, OtherKeyError, Seal, SealBrokenError
from bot.adapters.store_disk import (
    TEMPORARY,
    explain,
    key_of,
    make_private_folder,
    safe_name,
    sync_folder,
    write_whole,
)
from bot.adapters.tinydb_storage import Shape, open_image
from bot.ports import Aggregate, LastingStoreError, StoreError

log = logging.getLogger(__name__)

Name = tuple[type[Any], str]
"""Class and key of a document."""

Images = dict[str, bytes | None]
"""File name, relative to the data folder and with `/`, to its content; None to remove the file."""

_CHECK = "master.check"
_CHECK_TEXT = b"The data folder of Groepsmaat."
_DOCUMENT = ".db"
_KEY = ".key"


class StoreBusyError(StoreError):
    """Another process uses the data folder."""


class WrongKeyError(StoreError):
    """The master key is not the one the data folder was made with."""


class DataFolder:
    """The files of one data folder. Holds the lock from `__init__` until `close`."""

    def __init__(
        self,
        folder: Path,
        master_key: bytes,
        kinds: Collection[type[Any]],
        own_keys: Collection[type[Any]],
    ) -> None:
        """Take the folder, or make it, and bring its files up to date with its journal.

        Raises `StoreBusyError`, `WrongKeyError`, or `StoreError` for anything else that stands in
        the way; then the folder is left as it was found.
        """
        self.folder = folder
        self.shapes = {kind: Shape[Any](kind) for kind in kinds}
        self._own_keys = frozenset(own_keys)
        self._seals: dict[Name, Seal | None] = {}
        try:
            self._master = MasterKey(master_key)
        except ValueError as error:
            raise WrongKeyError(str(error)) from None
        self._kind_seals = {k: self._master.seal_for(f"documents/{k.__name__}") for k in kinds}
        self._lock = FileLock(
            folder / ".lock", timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )
        try:
            make_private_folder(folder)
            self._take_lock()
            self._check_master_key()
            self._make_folders()
            self.journal = Journal(folder / "journal", self._master.seal_for("journal"))
            self._catch_up()
        except OSError as error:
            self._lock.release()
            raise StoreError(explain(error, Path(error.filename or folder))) from error
        except StoreError:
            self._lock.release()
            raise

    def keys(self, kind: type[Any]) -> set[str]:
        """List the keys of all documents of a class that have a file."""
        found = set()
        for path in self._folder_of(kind).glob("*" + _DOCUMENT):
            key = key_of(path.name.removesuffix(_DOCUMENT))
            if key is None:
                log.warning("%s is no file of this store; it is left alone.", path)
            else:
                found.add(key)
        return found

    def load(self, name: Name) -> Aggregate:
        """Read one document from its file; raises `StoreError` when that is not possible."""
        kind, key = name
        place = _place_of(name)
        path = self.folder / place
        try:
            image = path.read_bytes()
        except OSError as error:
            raise LastingStoreError(
                _unreadable(path, error.strerror or "it can't be read")
            ) from error
        try:
            document: Aggregate = self.shapes[kind].document(image, self._seal_of(name), place)
        except SealBrokenError as error:
            raise LastingStoreError(_unreadable(path, str(error))) from None
        except (ValueError, msgspec.MsgspecError):
            reason = f"its content does not fit this version of {kind.__name__}"
            raise LastingStoreError(_unreadable(path, reason)) from None
        if document.key != key:
            raise LastingStoreError(
                _unreadable(path, "it holds another document than its name says")
            )
        return document

    def look_into(self, kind: type[Any], key: str) -> TinyDB:
        """Open the file of one document as a TinyDB database, to read only."""
        place = _place_of((kind, key))
        return open_image((self.folder / place).read_bytes(), self._seal_of((kind, key)), place)

    def sealed(
        self, drafts: Mapping[Name, bytes | None], renewed: Collection[Name]
    ) -> tuple[Images, dict[Name, Seal | None]]:
        """Seal documents (None for one to remove); gives the files, and the keys they need.

        A document in `renewed` was removed before it was written again, and so gets a new key.
        Nothing is remembered of the keys until `adopt`.
        """
        images: Images = {}
        seals: dict[Name, Seal | None] = {}
        for name, draft in drafts.items():
            kind, _ = name
            place = _place_of(name)
            own = kind in self._own_keys
            if draft is None:
                if own:
                    # Before the document: once the key is gone, the rest is only noise.
                    images[_key_place_of(name)] = None
                    seals[name] = None
                images[place] = None
                continue
            seal = self._kind_seals[kind]
            if own:
                known = None if name in renewed else self._own_seal(name)
                if known is None:
                    images[_key_place_of(name)], known = self._master.new_key()
                seal = seals[name] = known
            images[place] = self.shapes[kind].image(draft, seal, place)
        return images, seals

    def adopt(self, seals: Mapping[Name, Seal | None]) -> None:
        """Remember the keys of what is now in the journal."""
        self._seals.update(seals)

    def write(self, place: str, image: bytes | None) -> None:
        """Bring one file up to date; it lasts once `settle` was called for it as well."""
        path = self.folder / place
        try:
            if image is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, image)
        except OSError as error:
            raise StoreError(explain(error, path)) from error

    def settle(self, places: Collection[str]) -> None:
        """Make the names of files last that were written or removed."""
        for folder in sorted({(self.folder / place).parent for place in places}):
            try:
                sync_folder(folder)
            except OSError as error:
                raise StoreError(explain(error, folder)) from error

    def close(self) -> None:
        """Let go of the journal and the lock."""
        self.journal.close()
        self._lock.release()

    def _take_lock(self) -> None:
        try:
            self._lock.acquire()
        except Timeout:
            raise StoreBusyError(
                f"Another groepsmaat process uses the data folder {self.folder}: stop it first, "
                "or give this one a folder of its own ([data] folder in the configuration)."
            ) from None

    def _check_master_key(self) -> None:
        seal = self._master.seal_for("check")
        path = self.folder / _CHECK
        if not path.exists():
            if strangers := [p for p in self.folder.iterdir() if p.is_dir()]:
                raise StoreError(
                    f"{path} is missing, while {strangers[0]} is there: restore the whole data "
                    "folder from the last backup, or choose an empty folder."
                )
            write_whole(path, seal.seal(_CHECK_TEXT, _CHECK))
            sync_folder(self.folder)
        try:
            seal.open(path.read_bytes(), _CHECK)
        except OtherKeyError:
            raise WrongKeyError(
                f"The master key does not fit the data folder {self.folder}, which was made with "
                "another one: put back the key file that belongs to it ([data] key_file). If that "
                f"is the right file, {path} is damaged: restore it from the last backup."
            ) from None
        except SealBrokenError as error:
            raise LastingStoreError(_unreadable(path, str(error))) from None

    def _make_folders(self) -> None:
        folders = [self._folder_of(kind) for kind in self.shapes]
        keys = self.folder / "keys"
        folders += [keys, *(keys / kind.__name__ for kind in self._own_keys)]
        for folder in folders:
            make_private_folder(folder)
            for unfinished in folder.glob("*" + TEMPORARY):
                unfinished.unlink()

    def _catch_up(self) -> None:
        """Bring the files up to date with the journal, once all of that has proved readable."""
        images: Images = {}
        frames = 0
        for plain in self.journal.replay():
            images.update(msgspec.msgpack.decode(plain, type=Images))
            frames += 1
        for place, image in images.items():
            self.write(place, image)
        self.settle(images)
        self.journal.drop(self.journal.rotate())
        if frames:
            log.info(
                "%s was not closed. Journal records read: %d; files brought up to date: %d.",
                self.folder,
                frames,
                len(images),
            )

    def _folder_of(self, kind: type[Any]) -> Path:
        return self.folder / kind.__name__

    def _seal_of(self, name: Name) -> Seal:
        kind, _ = name
        if kind not in self._own_keys:
            return self._kind_seals[kind]
        seal = self._own_seal(name)
        if seal is None:
            path = self.folder / _key_place_of(name)
            raise StoreError(
                f"{path} is missing, so {self.folder / _place_of(name)} can't be read: restore "
                "both from the last backup."
            )
        return seal

    def _own_seal(self, name: Name) -> Seal | None:
        if name in self._seals:
            return self._seals[name]
        path = self.folder / _key_place_of(name)
        seal = None
        with contextlib.suppress(FileNotFoundError):
            try:
                seal = self._master.unwrapped(path.read_bytes())
            except SealBrokenError as error:
                raise LastingStoreError(_unreadable(path, str(error))) from None
        # Not remembered where there is none: the writer may be about to make one.
        if seal is not None:
            self._seals[name] = seal
        return seal


def _place_of(name: Name) -> str:
    kind, key = name
    return f"{kind.__name__}/{safe_name(key)}{_DOCUMENT}"


def _key_place_of(name: Name) -> str:
    kind, key = name
    return f"keys/{kind.__name__}/{safe_name(key)}{_KEY}"


def _unreadable(path: Path, reason: str) -> str:
    return (
        f"{path} can't be read: {reason}. Nothing was changed. "
        "Restore the file from the last backup."
    )
