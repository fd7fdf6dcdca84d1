"""The local chat on a real store, with the few people and the group that its tests need."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.evidence_folder import EvidenceFolder
from bot.adapters.local import LocalChat, LocalPerson, LocalRoom
from bot.adapters.tinydb_store import TinyDBStore
from bot.domain.groups import Right
from bot.ports import Act, Address, Incoming, Owed
from tests.adapters.documents import MASTER_KEY
from tests.adapters.telegram_listening import Kept
from tests.school import HandClock

PEOPLE = (
    LocalPerson("juf", "Anouk Hendriks", "mentor 7B"),
    LocalPerson("noor", "Noor Bakker", "leerling 7B"),
    LocalPerson("sem", "Sem de Vries", "leerling 7B"),
)
GROUP = LocalRoom("groep-7B", "7B", group=True, members=("juf", "noor"))


@dataclass
class LocalWorld:
    """A local chat, its store, and what its bot would have kept."""

    store: TinyDBStore
    chat: LocalChat
    files: EvidenceFolder
    kept: Kept = field(default_factory=Kept)

    @property
    def incoming(self) -> list[Incoming]:
        return self.kept.incoming

    def texts(self, room: str) -> list[str]:
        found = self.chat.room(room)
        return [m.text for m in found.messages] if found else []

    def members(self, room: str = GROUP.key) -> tuple[str, ...]:
        found = self.chat.room(room)
        return found.members if found else ()

    async def has(self, room: LocalRoom) -> None:
        """Make a room what it is not by itself, for instance one in which the bot has no rights."""
        unit = self.store.begin()
        unit.put(room)
        await self.store.commit(unit)


@asynccontextmanager
async def local_world(folder: Path, group: LocalRoom = GROUP) -> AsyncIterator[LocalWorld]:
    """Open the local chat on a data folder; what was in it stays."""
    store = TinyDBStore.open(folder / "data", MASTER_KEY, (LocalRoom,))
    files = EvidenceFolder(folder / "evidence")
    world = LocalWorld(store, LocalChat(store, PEOPLE, HandClock(), files), files)
    world.chat.listen(world.kept.take)
    try:
        await world.chat.keep_group(group)
        yield world
    finally:
        await store.close()


@contextlib.contextmanager
def no_file_may_grow() -> Iterator[None]:
    """Let the system refuse every write to a file, as a full disk does."""
    import resource  # noqa: PLC0415 - Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def owed(act: Act, room: str, number: int = 1, **more) -> Owed:
    return Owed(f"000000001-{number}", act, at(room), **more)


def say(room: str, text: str = "Morgen vrij", number: int = 1, **more) -> Owed:
    return owed(Act.SEND, room, number, text=text, **more)


def at(room: str) -> Address:
    return Address("local", room)


WITHOUT_RIGHTS = {
    "no admin": LocalRoom(
        GROUP.key, "7B", group=True, members=GROUP.members, asking=("sem",), bot_is_admin=False
    ),
    "no right": LocalRoom(
        GROUP.key,
        "7B",
        group=True,
        members=GROUP.members,
        asking=("sem",),
        rights=frozenset[Right](),
    ),
}
