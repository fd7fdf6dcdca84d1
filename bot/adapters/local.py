"""The local chat: a whole chat platform in this process, for a newcomer's first minutes and tests.

It has people, private rooms and groups, and keeps what was said through the store, so that a page
and a terminal show the same after a restart. A repeat of something owed is dropped.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.groups import GroupState, Right
from bot.ports import (
    Act,
    Address,
    Button,
    Clock,
    Fate,
    Happening,
    Incoming,
    Outcome,
    Owed,
    Refusal,
    Store,
    StoreError,
    Take,
)

PLATFORM = "local"

BOT = ""
"""The author of what the bot says."""

KEPT = 200
"""Messages kept in a room; older ones are forgotten, as a phone would show."""


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """Somebody with an account. `description` is who that is, in a few words."""

    id: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class LocalMessage:
    """One message. `owed` names what the bot had promised by it; `author` is "" for the bot."""

    id: str
    author: str
    text: str = field(repr=False)
    at: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    owed: str = ""
    removed: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class LocalRoom:
    """A private room (its key is the person's id) or a group, with what was said there.

    `members` and `asking` (to join) are person ids; `numbered` counts every message ever said.
    """

    key: str
    title: str = ""
    group: bool = False
    public: bool = False
    bot_is_admin: bool = True
    rights: frozenset[Right] = frozenset(Right)
    members: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    messages: tuple[LocalMessage, ...] = field(default=(), repr=False)
    numbered: int = 0


Event = Mapping[str, Any]
"""What changed, as the page gets it: kind, room, and what belongs to that kind."""


class NotTakenError(Exception):
    """What somebody did could not be kept; they must hear that, and try again."""


class LocalChat:
    """The platform, as a `Channel`, and the hands of everybody on it."""

    platform = PLATFORM
    readable_by_platform = False

    def __init__(self, store: Store, people: Iterable[LocalPerson], clock: Clock) -> None:
        """Take who has an account; rooms are read from the store when they are needed."""
        self._store = store
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
        }
        self._taps: dict[str, str] = {}

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

    # What people do

    async def say(self, person: str, room: str, text: str, origin: str) -> None:
        """Type a message; returns when the bot has it on disk, else raises `NotTakenError`."""
        said = await self._change(room, lambda r: _said(r, person, text, self._now(), origin))
        message = next(m for m in said.messages if m.owed == origin)
        self._tell_message(said, message)
        await self._hand_in(
            Incoming(
                f"{PLATFORM}:{origin}",
                Happening.MESSAGE,
                Address(PLATFORM, room),
                private=not said.group,
                sender=Address(PLATFORM, person),
                text=text,
                message=message.id,
            )
        )

    async def tap(self, person: str, room: str, message: str, data: str, origin: str) -> None:
        """Tap a button under a message."""
        found = self._member_room(person, room)
        self._taps[origin] = person
        await self._hand_in(
            Incoming(
                f"{PLATFORM}:{origin}",
                Happening.TAP,
                Address(PLATFORM, room),
                private=not found.group,
                sender=Address(PLATFORM, person),
                text=data,
                message=message,
                tap=origin,
            )
        )

    async def ask_to_join(self, person: str, room: str, origin: str) -> None:
        """Ask to be let into a group."""
        await self._change(room, lambda r: replace(r, asking=_with(r.asking, person)))
        await self._happens(Happening.JOIN_REQUEST, person, room, origin)

    async def leave(self, person: str, room: str, origin: str) -> None:
        """Leave a group."""
        left = await self._change(room, lambda r: replace(r, members=_without(r.members, person)))
        self._tell_members(left)
        await self._happens(Happening.LEFT, person, room, origin)

    async def add(self, person: str, room: str, origin: str) -> None:
        """Be put into a group by somebody who may do that by hand."""
        joined = await self._change(room, lambda r: replace(r, members=_with(r.members, person)))
        self._tell_members(joined)
        await self._happens(Happening.JOINED, person, room, origin)

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
        try:
            return await self._acts[owed.act](owed, room)
        except StoreError as error:
            return Outcome(Fate.FAILED, trouble=str(error))

    async def _send(self, owed: Owed, room: LocalRoom) -> Outcome:
        before = next((m for m in room.messages if m.owed == owed.id), None)
        if before is not None:
            return Outcome(Fate.ACCEPTED, message=before.id)
        said = await self._change(
            room.key, lambda r: _said(r, BOT, owed.text, self._now(), owed.id, owed.buttons)
        )
        self._tell_message(said, said.messages[-1])
        return Outcome(Fate.ACCEPTED, message=said.messages[-1].id)

    async def _replace(self, owed: Owed, room: LocalRoom) -> Outcome:
        return await self._alter(
            owed, room, lambda m: replace(m, text=owed.text, buttons=owed.buttons, edited=True)
        )

    async def _remove(self, owed: Owed, room: LocalRoom) -> Outcome:
        if room.group and not (room.bot_is_admin and Right.DELETE_MESSAGES in room.rights):
            return Outcome(Fate.REFUSED, why=Refusal.NO_RIGHTS)
        return await self._alter(
            owed, room, lambda m: replace(m, text="", buttons=(), removed=True)
        )

    async def _alter(
        self, owed: Owed, room: LocalRoom, change: Callable[[LocalMessage], LocalMessage]
    ) -> Outcome:
        if all(m.id != owed.message for m in room.messages):
            return Outcome(Fate.REFUSED, why=Refusal.TOO_LATE)
        changed = await self._change(
            room.key,
            lambda r: replace(
                r, messages=tuple(change(m) if m.id == owed.message else m for m in r.messages)
            ),
        )
        self._tell_message(changed, next(m for m in changed.messages if m.id == owed.message))
        return Outcome(Fate.ACCEPTED)

    async def _answer_tap(self, owed: Owed, _room: LocalRoom) -> Outcome:
        person = self._taps.pop(owed.tap, None)
        if person is None:
            return Outcome(Fate.REFUSED, why=Refusal.TOO_LATE)
        self.tell({"kind": "toast", "as": person, "text": owed.text})
        return Outcome(Fate.ACCEPTED)

    async def _admit(self, owed: Owed, room: LocalRoom) -> Outcome:
        person = owed.account.id if owed.account else ""
        if person in room.members:
            return Outcome(Fate.ACCEPTED)
        if person not in room.asking:
            return Outcome(Fate.REFUSED, why=Refusal.TOO_LATE)
        changed = await self._change(
            room.key,
            lambda r: replace(
                r, members=_with(r.members, person), asking=_without(r.asking, person)
            ),
        )
        self._tell_members(changed)
        return Outcome(Fate.ACCEPTED)

    async def _refuse(self, owed: Owed, room: LocalRoom) -> Outcome:
        person = owed.account.id if owed.account else ""
        await self._change(room.key, lambda r: replace(r, asking=_without(r.asking, person)))
        return Outcome(Fate.ACCEPTED)

    async def _expel(self, owed: Owed, room: LocalRoom) -> Outcome:
        person = owed.account.id if owed.account else ""
        changed = await self._change(
            room.key, lambda r: replace(r, members=_without(r.members, person))
        )
        self._tell_members(changed)
        return Outcome(Fate.ACCEPTED)

    async def _inspect(self, _owed: Owed, room: LocalRoom) -> Outcome:
        state = GroupState(
            is_group=room.group,
            public=room.public,
            bot_is_admin=room.bot_is_admin,
            rights=room.rights if room.bot_is_admin else frozenset(),
            members=len(room.members) + 1,
        )
        return Outcome(Fate.ACCEPTED, found=state)

    async def _make_link(self, _owed: Owed, room: LocalRoom) -> Outcome:
        return Outcome(Fate.ACCEPTED, link=f"local:{room.key}")

    # Below all of it

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")

    def _member_room(self, person: str, room: str) -> LocalRoom:
        found = self.room(room)
        if found is None or person not in self.people or person not in found.members:
            raise NotTakenError(f"There is no room '{room}' for this person.")
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

    async def _happens(self, what: Happening, person: str, room: str, origin: str) -> None:
        sender = Address(PLATFORM, person)
        chat = Address(PLATFORM, room)
        await self._hand_in(
            Incoming(
                f"{PLATFORM}:{origin}", what, chat, private=False, sender=sender, reply_to=sender
            )
        )

    async def _hand_in(self, incoming: Incoming) -> None:
        if self._take is None:
            raise NotTakenError("Nobody listens to the local chat yet.")
        try:
            await self._take(incoming)
        except StoreError as error:
            raise NotTakenError(str(error)) from error

    def _tell_message(self, room: LocalRoom, message: LocalMessage) -> None:
        self.tell({"kind": "message", "room": room.key, "message": message})

    def _tell_members(self, room: LocalRoom) -> None:
        self.tell({"kind": "members", "room": room.key, "members": list(room.members)})


def _said(
    room: LocalRoom,
    author: str,
    text: str,
    at: str,
    owed: str,
    buttons: tuple[tuple[Button, ...], ...] = (),
) -> LocalRoom:
    if author != BOT and author not in room.members:
        raise NotTakenError(f"There is no room '{room.key}' for this person.")
    if any(m.owed == owed for m in room.messages):
        return room
    number = room.numbered + 1
    message = LocalMessage(str(number), author, text, at, buttons, owed)
    return replace(room, messages=(*room.messages, message)[-KEPT:], numbered=number)


def _with(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return ids if one in ids else (*ids, one)


def _without(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(i for i in ids if i != one)
