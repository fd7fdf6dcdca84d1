"""The same small class on every chat platform, seen from outside: who said, tapped and joined.

Noor is in the group and has opened the bot, Sem may ask to join, and Juf leads the group.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from bot.adapters.evidence_folder import EvidenceFolder
from bot.adapters.local import BOT, Event, LocalMessage
from bot.adapters.telegram import TelegramChannel, make_bot
from bot.adapters.telegram_files import TelegramFiles
from bot.adapters.telegram_limits import EndpointRateLimiter, Pace
from bot.domain.evidence import Media
from bot.ports import Address, Button, Channel, Refusal
from tests.adapters.local_listening import GROUP, LocalWorld, at, local_world
from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram_people import Person

FILE_SECONDS = 1.0
"""How long a file may take to come in, here."""

QUICK = Pace(burst=100, each=100, seconds=1)

READ = ((Button("Gelezen", "read:a7"),),)


class ChatWorld(Protocol):
    """What a test of the contract may do and see on a platform."""

    channel: Channel
    files: EvidenceFolder
    noor: Address
    sem: Address
    group: Address
    nobody: Address
    nowhere: Address
    never_opened: Refusal
    """What a platform calls a private chat that its owner never opened."""

    def standing(self, place: Address) -> list[tuple[str, str, list[str]]]:
        """List the id, words and button labels of all that stands in a chat."""
        ...

    async def noor_says(self, words: str) -> str:
        """Let Noor type in the group; gives the id of her message."""
        ...

    async def noor_taps(self, message: str) -> str:
        """Let Noor tap *Gelezen* under a private message; gives the id of the tap."""
        ...

    def noors_notices(self) -> list[str]:
        """List the answers to taps that Noor saw."""
        ...

    async def sem_asks(self) -> None:
        """Let Sem ask to join the group."""
        ...

    async def juf_admits_sem(self) -> None:
        """Let Sem be put into the group by hand."""
        ...

    def members(self) -> set[Address]:
        """List Noor and Sem as far as they are in the group."""
        ...

    async def bot_loses_its_rights(self) -> None:
        """Make the bot an ordinary member of the group."""
        ...

    async def noor_sends(self, content: bytes) -> Media:
        """Let Noor send a file in private; gives how it is called on the platform."""
        ...

    async def files_sent_to_noor(self) -> list[tuple[str, bytes, str]]:
        """List the name and the content of each file that the bot sent her, and what it said."""
        ...


class OnTelegram:
    """The class on the emulated Telegram."""

    never_opened = Refusal.CANNOT_WRITE_FIRST

    def __init__(
        self, telegram: TelegramEmulator, channel: TelegramChannel, files: EvidenceFolder
    ) -> None:
        self.telegram = telegram
        self.files = files
        self.channel: Channel = channel
        self.people = {name: telegram.person(name) for name in ("Noor", "Sem", "Juf", "Mila")}
        juf, noor = self.people["Juf"], self.people["Noor"]
        noor.starts()
        self.chat = telegram.group("7B", owner=juf, members=[noor])
        juf.adds_bot(self.chat)
        juf.makes_bot_admin(self.chat)
        self.noor, self.sem = self._address(noor.id), self._address(self.people["Sem"].id)
        self.group = self._address(self.chat.id)
        self.nobody = self._address(self.people["Mila"].id)
        self.nowhere = self._address(-1_009_999_999_999)

    def standing(self, place: Address) -> list[tuple[str, str, list[str]]]:
        said = self.telegram.world.messages.values()
        return [
            (str(m.id), m.text, m.labels)
            for m in said
            if m.chat_id == int(place.id) and not (m.deleted or m.service)
            if m.text != "/start"
        ]

    async def noor_says(self, words: str) -> str:
        return str(self.people["Noor"].says(words, self.chat).id)

    async def noor_taps(self, message: str) -> str:
        under = self.telegram.world.messages[int(self.noor.id), int(message)]
        tap = self.people["Noor"].taps("Gelezen", under)
        assert tap is not None
        return tap.id

    def noors_notices(self) -> list[str]:
        return self.people["Noor"].notices

    async def sem_asks(self) -> None:
        self.people["Sem"].requests_to_join(self.chat)

    async def juf_admits_sem(self) -> None:
        self.people["Juf"].approves(self._person(self.sem), self.chat)

    def members(self) -> set[Address]:
        inside = {self._address(number) for number in self.chat.inside}
        return inside & {self.noor, self.sem}

    async def bot_loses_its_rights(self) -> None:
        self.people["Juf"].takes_bots_rights(self.chat)

    async def noor_sends(self, content: bytes) -> Media:
        message = self.people["Noor"].sends_document("bestand", content)
        return Media(message.as_json()["document"]["file_id"], len(content), "document")

    async def files_sent_to_noor(self) -> list[tuple[str, bytes, str]]:
        heard = self.people["Noor"].heard
        return [(m.upload.name, m.upload.content, m.text) for m in heard if m.upload]

    def _person(self, account: Address) -> Person:
        return next(p for p in self.people.values() if p.id == int(account.id))

    def _address(self, number: int) -> Address:
        return Address("telegram", str(number))


class OnLocalChat:
    """The class on the local chat."""

    # Whoever has an account can be written to first; an account that is not there is no chat.
    never_opened = Refusal.NO_SUCH_CHAT

    noor, sem, group = at("noor"), at("sem"), at(GROUP.key)
    nobody, nowhere = at("niemand"), at("groep-9Z")

    def __init__(self, world: LocalWorld, queue: "asyncio.Queue[Event]") -> None:
        self.world = world
        self.files = world.files
        self.queue = queue
        self.channel: Channel = world.chat
        self.notices: list[str] = []
        self.deeds = 0

    def standing(self, place: Address) -> list[tuple[str, str, list[str]]]:
        room = self.world.chat.room(place.id)
        assert room is not None
        return [(m.id, m.text, _labels(m)) for m in room.messages if not m.removed]

    async def noor_says(self, words: str) -> str:
        await self.world.chat.say(self.noor.id, self.group.id, words, self._origin())
        return self.world.incoming[-1].message

    async def noor_taps(self, message: str) -> str:
        await self.world.chat.tap(
            self.noor.id, self.noor.id, message, READ[0][0].data, self._origin()
        )
        return self.world.incoming[-1].tap

    def noors_notices(self) -> list[str]:
        while not self.queue.empty():
            event = self.queue.get_nowait()
            if event["kind"] == "toast" and event["as"] == self.noor.id:
                self.notices.append(event["text"])
        return self.notices

    async def sem_asks(self) -> None:
        await self.world.chat.ask_to_join(self.sem.id, self.group.id, self._origin())

    async def juf_admits_sem(self) -> None:
        await self.world.chat.add(self.sem.id, self.group.id, self._origin())

    def members(self) -> set[Address]:
        return {at(name) for name in self.world.members()} & {self.noor, self.sem}

    async def bot_loses_its_rights(self) -> None:
        room = self.world.chat.room(self.group.id)
        assert room is not None
        await self.world.has(replace(room, bot_is_admin=False))

    async def noor_sends(self, content: bytes) -> Media:
        await self.world.chat.send(self.noor.id, self.noor.id, "bestand", content, self._origin())
        media = self.world.incoming[-1].media
        assert media is not None
        return media

    async def files_sent_to_noor(self) -> list[tuple[str, bytes, str]]:
        room = self.world.chat.room(self.noor.id)
        assert room is not None
        found = []
        for message in room.messages:
            if message.file is not None and message.author == BOT:
                name, parts = await self.world.chat.file_of(self.noor.id, room.key, message.id)
                found.append((name, b"".join([part async for part in parts]), message.text))
        return found

    def _origin(self) -> str:
        self.deeds += 1
        return f"o{self.deeds}"


def _labels(message: LocalMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


@asynccontextmanager
async def on_telegram(folder: Path) -> AsyncIterator[ChatWorld]:
    """Open the class on the emulated Telegram."""
    async with TelegramEmulator() as telegram:
        limiter = EndpointRateLimiter(in_private=QUICK, in_a_group=QUICK, retries=0)
        bot = make_bot(telegram.token, telegram.bot_url, telegram.file_url, limiter=limiter)
        try:
            await bot.open()
            await bot.get_me()
            files = EvidenceFolder(folder / "evidence")
            carried = TelegramFiles(bot, files, FILE_SECONDS)
            yield OnTelegram(telegram, TelegramChannel(bot, carried), files)
        finally:
            await bot.shutdown()


@asynccontextmanager
async def on_local_chat(folder: Path) -> AsyncIterator[ChatWorld]:
    """Open the class on the local chat, in a data folder of its own."""
    async with local_world(folder) as world, world.chat.events() as queue:
        yield OnLocalChat(world, queue)
