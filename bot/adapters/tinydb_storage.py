"""A document as a TinyDB database: its scalars in the table `head`, its collections one row each.

TinyDB's own JSON storage writes in place and is torn by a kill; this one reads and writes a sealed
image whole, and leaves to the store when and how the image reaches the disk.
"""

import dataclasses
import typing
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import Storage

from bot.adapters.sealing import Seal

HEAD = "head"
"""The table with one row: every field that is no collection, and the collections that are empty."""

ROW_KEY = "_key"
"""In a row of a dictionary: its key. No field can have this name, because msgspec leaves private
fields out of a document.
"""

ROW_VALUE = "value"
"""In a row of a dictionary whose values are no dataclasses: the value."""

D = TypeVar("D")


class SealedStorage(Storage):
    """A TinyDB storage for one sealed image, which lies wherever `read` and `write` say."""

    def __init__(
        self,
        seal: Seal,
        place: str,
        read: Callable[[], bytes | None],
        write: Callable[[bytes], None],
    ) -> None:
        """Take the seal, the place the image is sealed for, and the two ends of the wire."""
        self._seal = seal
        self._place = place
        self._read = read
        self._write = write

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Give all tables, or None where nothing was ever written."""
        sealed = self._read()
        if sealed is None:
            return None
        return msgspec.json.decode(self._seal.open(sealed, self._place), type=dict[str, Any])

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Seal all tables as one new image."""
        self._write(self._seal.seal(msgspec.json.encode(data), self._place))


class Shape(Generic[D]):
    """How the documents of one class look in TinyDB, and how they are read back."""

    def __init__(self, kind: type[D]) -> None:
        """Read the types of the fields; raises `TypeError` for a class that can't be kept."""
        if not dataclasses.is_dataclass(kind):
            raise TypeError(f"{kind.__name__} is no dataclass, so it can't be kept.")
        hints = typing.get_type_hints(kind)
        fields = [field.name for field in dataclasses.fields(kind)]
        if HEAD in fields:
            raise TypeError(f"{kind.__name__} has a field {HEAD!r}; that is the name of a table.")
        self._decoder = msgspec.json.Decoder(kind)
        self._dictionaries = {f for f in fields if typing.get_origin(hints[f]) is dict}
        self._of_dataclasses = {f for f in fields if _holds_dataclasses(hints[f])}
        self._tables = [f for f in fields if f in self._dictionaries | self._of_dataclasses]

    def draft(self, document: D) -> tuple[bytes, D]:
        """Write a document down as JSON, and give what will be read back from that.

        Raises `msgspec.MsgspecError`, `ValueError` or `TypeError` where it could not be read back:
        a field that holds something else than its type says, or a text that UTF-8 can't express.
        """
        draft = msgspec.json.encode(document)
        return draft, self._decoder.decode(draft)

    def image(self, draft: bytes, seal: Seal, place: str) -> bytes:
        """Turn a draft into the sealed image of a TinyDB database."""
        written: list[bytes] = []
        head: dict[str, Any] = msgspec.json.decode(draft)
        tables = {name: self._rows(name, head.pop(name)) for name in self._tables if head[name]}
        with _database(seal, place, lambda: None, written.append) as database:
            database.table(HEAD).insert(head)
            for name, rows in tables.items():
                database.table(name).insert_multiple(rows)
        return written[-1]

    def document(self, image: bytes, seal: Seal, place: str) -> D:
        """Read a document back from its sealed image.

        Raises `SealBrokenError` where it does not open; `msgspec.MsgspecError` or `ValueError`
        where it does, but does not fit the class.
        """
        with open_image(image, seal, place) as database:
            heads = database.table(HEAD).all()
            if len(heads) != 1:
                raise ValueError(f"the table {HEAD!r} has {len(heads)} rows instead of one")
            fields: dict[str, Any] = dict(heads[0])
            for name in self._tables:
                if rows := [dict(row) for row in database.table(name).all()]:
                    fields[name] = self._collection(name, rows)
        return self._decoder.decode(msgspec.json.encode(fields))

    def _rows(
        self, name: str, collection: dict[str, Any] | list[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        if isinstance(collection, list):
            return collection
        if name in self._of_dataclasses:
            return [{ROW_KEY: key, **value} for key, value in collection.items()]
        return [{ROW_KEY: key, ROW_VALUE: value} for key, value in collection.items()]

    def _collection(
        self, name: str, rows: list[dict[str, Any]]
    ) -> dict[str, Any] | list[dict[str, Any]]:
        if name not in self._dictionaries:
            return rows
        if name in self._of_dataclasses:
            return {row.pop(ROW_KEY): row for row in rows}
        return {row[ROW_KEY]: row[ROW_VALUE] for row in rows}


def open_image(image: bytes, seal: Seal, place: str) -> TinyDB:
    """Open a sealed image as a TinyDB database to look into; it can't be changed."""

    def refuse(_: bytes) -> None:
        raise PermissionError(f"{place} is changed through the store only.")

    return _database(seal, place, lambda: image, refuse)


def _database(
    seal: Seal, place: str, read: Callable[[], bytes | None], write: Callable[[bytes], None]
) -> TinyDB:
    # Without the cache TinyDB would open and seal the whole image again for each table.
    storage = CachingMiddleware(SealedStorage)  # type: ignore[no-untyped-call]  # has no types
    return TinyDB(seal, place, read, write, storage=storage)


def _holds_dataclasses(hint: object) -> bool:
    match typing.get_origin(hint), typing.get_args(hint):
        case (origin, (_, inner)) if origin is dict:
            return isinstance(inner, type) and dataclasses.is_dataclass(inner)
        case (origin, (inner, last)) if origin is tuple and last is ...:
            return isinstance(inner, type) and dataclasses.is_dataclass(inner)
        case _:
            return False
