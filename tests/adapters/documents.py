"""Documents for the tests of the store: one of every shape, a plain one, and a secret one."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bot.adapters.tinydb_store import TinyDBStore
from bot.domain.invites import Invites
from bot.domain.people import Registry, SchoolClass
from bot.domain.reach import Event, Way, What

MASTER_KEY = bytes(range(32))


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Weight(Enum):
    LIGHT = 1
    HEAVY = 2


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    weight: Weight = Weight.LIGHT
    on: date | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Everything:
    key: str
    text: str = field(default="", repr=False)
    number: int = 0
    share: float = 0.0
    raw: bytes = b""
    yes: bool = False
    maybe: str | None = None
    colour: Colour = Colour.RED
    day: date = date(2026, 1, 1)
    at: datetime | None = None
    lasts: timedelta = timedelta(0)
    nested: Row | None = None
    words: tuple[str, ...] = ()
    pair: tuple[int, str] = (0, "")
    colours: frozenset[Colour] = frozenset()
    rows: tuple[Row, ...] = ()
    rows_by_key: dict[str, Row] = field(default_factory=dict)
    words_by_key: dict[str, tuple[str, ...]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=lambda: {"made": "by default"})
    times: dict[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    key: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Secret:
    """A document with a key of its own; its key is made of two fields."""

    school: str
    number: int
    text: str = field(default="", repr=False)
    told: tuple[Row, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.school}-{self.number:03}"


KINDS = (Note, Secret, Everything, SchoolClass, Registry, Invites)

zones = st.sampled_from((UTC, timezone(timedelta(hours=2))))
floats = st.floats(allow_nan=False, allow_infinity=False)
for kind, values in ((float, floats), (datetime, st.datetimes(timezones=zones))):
    st.register_type_strategy(kind, values)

# A person's word without the person, or a waiver without its reason, is no event at all.
said = st.text(min_size=1).filter(str.strip)
st.register_type_strategy(
    Event,
    st.builds(
        Event,
        at=st.datetimes(timezones=zones),
        what=st.sampled_from(What),
        way=st.sampled_from(Way),
        by=said,
        reason=said,
    ),
)

everything = st.builds(Everything, key=st.text(max_size=16))
notes = st.builds(Note, st.sampled_from("abC"), st.text(max_size=9))
secrets = st.builds(Secret, st.just("noord"), st.integers(1, 3), st.text(max_size=9))


def open_store(folder: Path, **choices: float) -> TinyDBStore:
    """Open the store on a folder, with every class of this file; secrets have keys of their own."""
    return TinyDBStore.open(folder, MASTER_KEY, KINDS, (Secret,), **choices)  # type: ignore[arg-type]


def abandon(store: TinyDBStore) -> None:
    """Let go of a store as a killed process would: nothing more is written."""
    store._writer.shutdown()
    store._data.close()


async def keep(store: TinyDBStore, *documents: object) -> None:
    """Commit documents, and wait until they are on disk."""
    unit = store.begin()
    for document in documents:
        unit.put(document)  # type: ignore[arg-type]
    await store.commit(unit)


async def drop(store: TinyDBStore, kind: type, key: str) -> None:
    """Remove a document, and wait until that is on disk."""
    unit = store.begin()
    unit.remove(kind, key)
    await store.commit(unit)


def contents(store: TinyDBStore) -> dict[tuple[type, str], Any]:
    """Read every document."""
    unit = store.begin()
    return {(k, key): unit.get(k, key) for k in KINDS for key in unit.keys(k)}
