"""The local chat: a whole chat platform in this process, for a newcomer's first minutes and tests.

It has people, private rooms and groups, and keeps what was said through the store, so that a page
and a terminal show the same after a restart. A repeat of something owed is dropped. It refuses what
Telegram refuses, so that a bot that works here works there.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from typing import Any

from bot.adapters.local_rooms import (
    ACCOUNT_ACTS,
    BOT,
    KEPT,
    LocalFile,
    LocalMessage,
    LocalPerson,
    LocalRoom,
    refusal_of,
)
from bot.domain.evidence import Media
from bot.ports import (
    Act,
    Address,
    Clock,
    Fate,
    FileRefusedError,
    Files,
    Happening,
    Incoming,
    NoSuchFileError,
    Outcome,
    Owed,
    Refusal,
    Store,
    StoreError,
    Take,
)

__all__ = [
    "BOT",
    "KEPT",
    "PLATFORM",
    "Event",
    "LocalChat",
    "LocalMessage",
    "LocalPerson",
    "LocalRoom",
    "NotTakenError",
]

PLATFORM = "local"

HELD = 4
"""Files that people sent and that are held in memory, until the bot fetches them or others come."""

Event = Mapping[str, Any]
"""What changed, as the page gets it: kind, room, and what belongs to that kind."""


class NotTakenError(Exception):
    """What somebody did could not be kept; they must hear that, and try again."""


class LocalChat:
    """The platform, as a `Channel`, and the hands of everybody on it."""

    platform = PLATFORM
    readable_by_platform = False

    def __init__(
        self,
        store: Store,
        people: Iterable[LocalPerson],
        clock: Clock,
        files: Files | None = None,
    ) -> None:
        """Take who has an account; rooms are read from the store when they are needed.

        files  the folder of evidence; without it no file comes in or goes out
        """
        self._store = store
        self._files = files
        self._sent: dict[str, bytes] = {}
        self._clock = clock
        self.people = {person.id: person for person in people}
        self._take: Take | None = None
        self._listeners: set[asyncio.Queue[Event]] = set()
        self._acts: Mapping[Act, Callable[[Owed, LocalRoom], Awaitable[Outcome]]] = {
            Act.SEND: self._send,
            Act.REPLACE: self._replace,
            Act.REMOVE: self._remove,
            Act.ANSWER_TAP: self._answer_tap,
            Act.ADMIT: self._admit,
            Act.REFUSE: self._refuse,
            Act.EXPEL: self._expel,
            Act.INSPECT: self._inspect,
            Act.MAKE_LINK: self._make_link,
            Act.LOOK_FOR: self._look_for,
            Act.KEEP: self._keep,
            Act.SEND_FILE: self._send_file,
        }

    def listen(self, take: Take) -> None:
        """Hand what people do to the engine from now on."""
        self._take = take

    # What people see

    def rooms(self) -> list[LocalRoom]:
        """List the groups and every private room in which something was said."""
        unit = self._store.begin()
        found = (unit.get(LocalRoom, key) for key in unit.keys(LocalRoom))
        return [room for room in found if room is not None]

    def room(self, key: str) -> LocalRoom | None:
        """Give a room; a person's private room exists before anything was said in it."""
        found = self._store.begin().get(LocalRoom, key)
        if found is None and key in self.people:
            return LocalRoom(key, members=(key,))
        return found

    @asynccontextmanager
    async def events(self) -> AsyncIterator["asyncio.Queue[Event]"]:
        """Give a queue on which everything that changes arrives, until the block ends."""
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def tell(self, event: Event) -> None:
        """Tell every listener that something changed."""
        for queue in self._listeners:
            queue.put_nowait(event)

    def letters_changed(self) -> None:
        """Tell every listener that an e-mail went out."""
        self.tell({"kind": "letters"})

    # What people do. `origin` names the deed: a repeat carries the same one and is done once.

    async def say(self, person: str, room: str, text: str, origin: str) -> None:
        """Type a message; returns when the bot has it on disk, else raises `NotTakenError`."""
        before = self._room_with(person, room)
        with _not_taken():
            said = await self._change(
                room, lambda r: r.with_message(person, text, self._now(), origin)
            )
        message = said.said_by(person, origin)
        if message is None:
            raise NotTakenError(f"There is no message of this person in room '{room}' any more.")
        if message not in before.messages:
            self._tell_message(said, message)
        typed = _incoming(Happening.MESSAGE, person, said, origin)
        await self._hand_in(replace(typed, text=text, message=message.id))

    async def send(self, person: str, room: str, name: str, content: bytes, origin: str) -> None:
        """Send a file; raises `NotTakenError` as `say` does.

        It is held in memory only, as long as the bot may still want it: what nobody said yes to
        is never on the disk.
        """
        self._room_with(person, room)
        with _not_taken():
            file = LocalFile(name)
            said = await self._change(
                room, lambda r: r.with_message(person, "", self._now(), origin, file=file)
            )
        message = said.said_by(person, origin)
        if message is None:
            raise NotTakenError(f"There is no message of this person in room '{room}' any more.")
        key = f"{person}:{origin}"
        self._sent[key] = content
        while len(self._sent) > HELD:
            del self._sent[next(iter(self._sent))]
        self._tell_message(said, message)
        typed = _incoming(Happening.MESSAGE, person, said, origin)
        media = Media(key, len(content), "file")
        await self._hand_in(replace(typed, message=message.id, media=media))

    async def file_of(
        self, person: str, room: str, message: str
    ) -> tuple[str, AsyncIterator[bytes]]:
        """Give the name and the content of a file that the bot sent, to who is in that room.

        Raises `NotTakenError` when there is none; reading it may raise `NoSuchFileError`.
        """
        found = self._room_with(person, room).message(message)
        if self._files is None or found is None or found.file is None or found.file.stored is None:
            raise NotTakenError("There is no such file here.")
        return found.file.name, self._files.read(found.file.stored)

    async def tap(self, person: str, room: str, message: str, data: str, origin: str) -> None:
        """Tap a button under a message; raises `NotTakenError` as `say` does."""
        found = self._room_with(person, room)
        tapped = _incoming(Happening.TAP, person, found, origin)
        tap = f"{person}:{origin}"
        await self._hand_in(replace(tapped, text=data, message=message, tap=tap))

    async def ask_to_join(self, person: str, room: str, origin: str) -> None:
        """Ask to be let into a group; who is in already asks for nothing."""
        if person in self._group(person, room).members:
            return
        with _not_taken():
            group = await self._change(room, lambda r: r.with_applicant(person))
        request = _incoming(Happening.JOIN_REQUEST, person, group, origin)
        await self._hand_in(replace(request, reply_to=request.sender))

    async def leave(self, person: str, room: str, origin: str) -> None:
        """Leave a group."""
        self._group(person, room)
        with _not_taken():
            left = await self._change(room, lambda r: r.without_member(person))
        self._tell_members(left)
        await self._hand_in(_incoming(Happening.LEFT, person, left, origin))

    async def add(self, person: str, room: str, origin: str) -> None:
        """Be put into a group by somebody who may do that by hand."""
        self._group(person, room)
        with _not_taken():
            joined = await self._change(room, lambda r: r.with_member(person))
        self._tell_members(joined)
        await self._hand_in(_incoming(Happening.JOINED, person, joined, origin))

    async def keep_group(self, group: LocalRoom) -> None:
        """Make a group, unless it is there already."""
        if self.room(group.key) is None:
            unit = self._store.begin()
            unit.put(group)
            await self._store.commit(unit)

    # What the bot does

    async def deliver(self, owed: Owed) -> Outcome:
        """Do at once what is owed; the only thing that can fail here is the disk."""
        room = self.room(owed.to.id) if owed.to is not None else None
        if room is None:
            return Outcome(Fate.REFUSED, why=Refusal.NO_SUCH_CHAT)
        why = refusal_of(owed, room)
        if why is None and owed.act in ACCOUNT_ACTS and not self._knows(owed.account, room):
            why = Refusal.BAD_ADDRESS
        if why is not None:
            return Outcome(Fate.REFUSED, why=why)
        try:
            return await self._acts[owed.act](owed, room)
        except StoreError as error:
            return Outcome(Fate.FAILED, trouble=str(error))

    async def _send(self, owed: Owed, room: LocalRoom) -> Outcome:
        before = room.said_by(BOT, owed.id)
        if before is not None:
            return Outcome(Fate.ACCEPTED, message=before.id)
        said = await self._change(
            room.key, lambda r: r.with_message(BOT, owed.text, self._now(), owed.id, owed.buttons)
        )
        message = said.messages[-1]
        self._tell_message(said, message)
        return Outcome(Fate.ACCEPTED, message=message.id)

    async def _replace(self, owed: Owed, room: LocalRoom) -> Outcome:
        message = room.message(owed.message)
        if message is None or message.removed or message.author != BOT:
            return Outcome(Fate.REFUSED, why=Refusal.TOO_LATE)
        return await self._alter(
            owed, room, replace(message, text=owed.text, buttons=owed.buttons, edited=True)
        )

    async def _remove(self, owed: Owed, room: LocalRoom) -> Outcome:
        message = room.message(owed.message)
        if message is None:
            # It is gone, which is what was wanted.
            return Outcome(Fate.ACCEPTED, message=owed.message)
        return await self._alter(owed, room, replace(message, text="", buttons=(), removed=True))

    async def _alter(self, owed: Owed, room: LocalRoom, message: LocalMessage) -> Outcome:
        changed = await self._change(room.key, lambda r: r.with_changed(message))
        self._tell_message(changed, message)
        return Outcome(Fate.ACCEPTED, message=owed.message)

    async def _answer_tap(self, owed: Owed, _room: LocalRoom) -> Outcome:
        person = owed.tap.partition(":")[0]
        if person not in self.people:
            return Outcome(Fate.REFUSED, why=Refusal.TOO_LATE)
        self.tell({"kind": "toast", "as": person, "text": owed.text})
        return Outcome(Fate.ACCEPTED)

    async def _admit(self, owed: Owed, room: LocalRoom) -> Outcome:
        person = _account(owed)
        if person in room.members:
            return Outcome(Fate.ACCEPTED)
        if person not in room.asking:
            return Outcome(Fate.REFUSED, why=Refusal.TOO_LATE)
        self._tell_members(await self._change(room.key, lambda r: r.with_member(person)))
        return Outcome(Fate.ACCEPTED)

    async def _refuse(self, owed: Owed, room: LocalRoom) -> Outcome:
        person = _account(owed)
        if person in room.members:
            return Outcome(Fate.REFUSED, why=Refusal.TOO_LATE)
        await self._change(room.key, lambda r: r.without_applicant(person))
        return Outcome(Fate.ACCEPTED)

    async def _expel(self, owed: Owed, room: LocalRoom) -> Outcome:
        person = _account(owed)
        self._tell_members(await self._change(room.key, lambda r: r.without_member(person)))
        return Outcome(Fate.ACCEPTED)

    async def _inspect(self, _owed: Owed, room: LocalRoom) -> Outcome:
        return Outcome(Fate.ACCEPTED, found=room.state)

    async def _make_link(self, _owed: Owed, room: LocalRoom) -> Outcome:
        return Outcome(Fate.ACCEPTED, link=f"{PLATFORM}:{room.key}")

    async def _look_for(self, owed: Owed, room: LocalRoom) -> Outcome:
        return Outcome(Fate.ACCEPTED, inside=_account(owed) in room.members)

    async def _keep(self, owed: Owed, _room: LocalRoom) -> Outcome:
        content = self._sent.get(owed.media.id) if owed.media is not None else None
        if self._files is None or content is None:
            return Outcome(Fate.REFUSED, why=Refusal.FILE_GONE)
        try:
            kept = await self._files.take_in(owed.key, _parts_of(content))
        except FileRefusedError as error:
            return Outcome(Fate.REFUSED, why=error.why)
        return Outcome(Fate.ACCEPTED, kept=kept)

    async def _send_file(self, owed: Owed, room: LocalRoom) -> Outcome:
        before = room.said_by(BOT, owed.id)
        if before is not None:
            return Outcome(Fate.ACCEPTED, message=before.id)
        if self._files is None or owed.file is None:
            return Outcome(Fate.REFUSED, why=Refusal.FILE_GONE)
        try:
            async for _ in self._files.read(owed.file):
                pass
        except NoSuchFileError:
            return Outcome(Fate.REFUSED, why=Refusal.FILE_GONE)
        file = LocalFile(owed.name, owed.file)
        said = await self._change(
            room.key, lambda r: r.with_message(BOT, owed.text, self._now(), owed.id, file=file)
        )
        message = said.messages[-1]
        self._tell_message(said, message)
        return Outcome(Fate.ACCEPTED, message=message.id)

    # Below all of it

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")

    def _knows(self, account: Address | None, room: LocalRoom) -> bool:
        """Say whether there is such an account, or was when it came into the group."""
        return account is not None and (account.id in self.people or account.id in room.members)

    def _room_with(self, person: str, room: str) -> LocalRoom:
        found = self.room(room)
        if found is None or person not in self.people or person not in found.members:
            raise NotTakenError(f"There is no room '{room}' for this person.")
        return found

    def _group(self, person: str, room: str) -> LocalRoom:
        found = self.room(room)
        if found is None or not found.group or person not in self.people:
            raise NotTakenError(f"There is no group '{room}' for this person.")
        return found

    async def _change(self, key: str, change: Callable[[LocalRoom], LocalRoom]) -> LocalRoom:
        room = self.room(key)
        if room is None:
            raise NotTakenError(f"There is no room '{key}'.")
        changed = change(room)
        if changed != room:
            unit = self._store.begin()
            unit.put(changed)
            await self._store.commit(unit)
        return changed

    async def _hand_in(self, incoming: Incoming) -> None:
        if self._take is None:
            raise NotTakenError("Nobody listens to the local chat yet.")
        with _not_taken():
            await self._take(incoming)

    def _tell_message(self, room: LocalRoom, message: LocalMessage) -> None:
        self.tell({"kind": "message", "room": room.key, "message": message})

    def _tell_members(self, room: LocalRoom) -> None:
        self.tell({"kind": "members", "room": room.key, "members": list(room.members)})


async def _parts_of(content: bytes) -> AsyncIterator[bytes]:
    yield content


@contextmanager
def _not_taken() -> Iterator[None]:
    """Let somebody hear of a disk that refused as of anything that was not taken."""
    try:
        yield
    except StoreError as error:
        raise NotTakenError(str(error)) from error


def _incoming(what: Happening, person: str, room: LocalRoom, origin: str) -> Incoming:
    return Incoming(
        f"{PLATFORM}:{origin}",
        what,
        Address(PLATFORM, room.key),
        private=not room.group,
        sender=Address(PLATFORM, person),
    )


def _account(owed: Owed) -> str:
    return owed.account.id if owed.account is not None else ""
