"""A school whose bot talks to an emulated Telegram and a real SMTP conversation.

    async with telegram_school(tmp_path) as school:
        noor = await school.joins("Noor Bakker")
        noor.says("/meld")
        await noor.hears("112")

The bot is the real one, from its configuration file on; only the platforms are emulated, at the
wire. Time is a clock moved by hand.
"""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

import aiohttp

from bot import app
from bot.adapters.roster_csv import read_roster
from bot.adapters.telegram_limits import EndpointRateLimiter, Pace
from bot.config import Settings, load_settings
from bot.content import Content, read_content
from bot.domain.asking import LastAnswer
from bot.domain.cases import Case
from bot.domain.reach import Announcement
from bot.domain.records import Unhandled
from bot.domain.reports import Draft
from bot.routing import Route, Routes
from handlers import ROUTES
from tests.emulators.smtp import MailServer, mail_server
from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram_chats import Group
from tests.emulators.telegram_people import Person

EXAMPLE = Path(__file__).resolve().parents[1] / "content" / "example"
MONDAY_MORNING = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)

AT_ONCE = Pace(burst=1000, each=1000, seconds=1)
"""A story does not wait for Telegram's limits; their tests stand in tests/adapters."""


@dataclass
class HandClock:
    """A clock that stands still until somebody moves it."""

    at: datetime = MONDAY_MORNING

    def now(self) -> datetime:
        return self.at


@dataclass
class TelegramSchool:
    """The example school on Telegram."""

    folder: Path
    telegram: TelegramEmulator
    mail: MailServer
    clock: HandClock = field(default_factory=HandClock)
    bot: app.Bot | None = None
    people: dict[str, Person] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    async def opens(self) -> None:
        """Start the bot (again), on the same data."""
        settings = load_settings(self.config, {})
        self.bot = await app.assemble(settings, self.clock, content_of(settings))
        if self.bot.telegram_channel is not None:
            self.bot.telegram_channel._bot._rate_limiter = EndpointRateLimiter(
                overall=AT_ONCE, in_private=AT_ONCE, in_a_group=AT_ONCE, when_asking=AT_ONCE
            )
        await self.bot.start()
        # Time is moved by hand: only `settles` and `lets_pass` wake the engine.
        self.bot.scheduler._scheduler.pause()

    async def closes(self) -> None:
        """Stop the bot as an administrator would."""
        if self.bot is not None:
            await self.bot.stop()
            self.bot = None

    def learns(self, *routes: Route) -> None:
        """Give the bot more to do than it comes with, for instance something that breaks."""
        assert self.bot is not None
        engine = self.bot.engine
        engine.parts = replace(engine.parts, routes=Routes((*ROUTES, *routes)))

    def set_aside(self) -> list[Unhandled]:
        """Read what could not be handled, as the store has it."""
        assert self.bot is not None
        unit = self.bot.store.begin()
        found = (unit.get(Unhandled, key) for key in unit.keys(Unhandled))
        return [one for one in found if one is not None]

    async def console(self, command: str, **arguments: Any) -> Any:
        """Do what the command line does while the bot runs."""
        assert self.bot is not None
        return await self.bot.console(command, arguments)

    async def invites(self) -> None:
        """Give out codes to everybody, and keep them by name."""
        orders: tuple[dict[str, Any], ...] = (
            {"staff": True},
            *({"class_name": c, "guardians": g} for c in ("7B", "8A") for g in (False, True)),
        )
        for order in orders:
            told = await self.console("invite", **order)
            self.codes |= {row["name"]: row["code"] for row in told["codes"]}

    async def code_of(self, guardian: str, class_name: str) -> str:
        """Give a parent a fresh code for the child in one class."""
        told = await self.console("invite", class_name=class_name, guardians=True)
        code: str = next(row["code"] for row in told["codes"] if row["name"] == guardian)
        return code

    async def joins(self, name: str) -> Person:
        """Give somebody a phone, let them start the bot with their code, and wait for welcome."""
        person = self.person(name)
        person.starts(self.codes[name])
        await self.settles()
        assert person.texts, f"{name} heard nothing after /start."
        return person

    def person(self, name: str) -> Person:
        """Give somebody a phone with Telegram on it."""
        if name not in self.people:
            first, _, last = name.partition(" ")
            self.people[name] = self.telegram.person(first, last_name=last or None)
        return self.people[name]

    async def has_a_group(self, class_name: str, teacher: Person, *members: Person) -> Group:
        """Make a private group with the bot as admin, couple it, and let members in by the link."""
        group = self.telegram.group(class_name, owner=teacher)
        teacher.adds_bot(group)
        teacher.makes_bot_admin(group)
        teacher.says(f"/koppel {class_name}", group)
        await self.settles()
        for member in members:
            member.requests_to_join(group)
        await self.settles()
        return group

    async def settles(self) -> None:
        """Wait until everything that happened was heard, and everything owed by now was said."""
        assert self.bot is not None
        engine = self.bot.engine
        done = -1
        while done != self._deeds():
            done = self._deeds()
            await self.telegram.until(lambda: not self.telegram.world.queue.pending, within=15)
            await engine.wake()
            await engine.delivery.idle()

    async def lets_pass(self, **time: float) -> None:
        """Move the clock by hand, and let the bot do what is due."""
        assert self.bot is not None
        self.clock.at += timedelta(**time)
        await self.bot.engine.wake()
        await self.settles()

    def _deeds(self) -> int:
        """Count what the bot did so far on Telegram and at the mail server."""
        called = sum(call.method != "getUpdates" for call in self.telegram.calls)
        return called + len(self.mail.senders) + len(self.telegram.world.queue.pending)

    async def opens_page(self, link: str, *, confirming: bool = False) -> str:
        """Open the page behind the link of an e-mail, or press the button on it."""
        assert self.bot is not None
        page = f"{self.bot.web.address}/bevestig/{link.rstrip('/').rpartition('/')[2]}"
        method = "POST" if confirming else "GET"
        async with (
            aiohttp.ClientSession() as browser,
            browser.request(method, page, data={} if confirming else None) as answer,
        ):
            shown = await answer.text()
        assert answer.status == HTTPStatus.OK, shown
        await self.settles()
        return shown

    def said_in(self, group: Group) -> list[str]:
        """List what the bot said in a group, also what was deleted since."""
        return [m.text for m in group.messages if m.from_bot and not m.service]

    def drafts(self) -> list[Draft]:
        """Read every report that is still being told, as the store has it."""
        assert self.bot is not None
        unit = self.bot.store.begin()
        found = (unit.get(Draft, key) for key in unit.keys(Draft))
        return [draft for draft in found if draft is not None]

    def conversations(self) -> list[str]:
        """List the accounts or persons of whose questions something is kept."""
        assert self.bot is not None
        return self.bot.store.begin().keys(LastAnswer)

    async def roster_changes(self, file: str, old: str, new: str) -> None:
        """Import the school's files again after a change in one of them; no `old` adds a line."""
        roster = self.folder / "roster"
        if not roster.exists():
            shutil.copytree(EXAMPLE, roster)
        words = (roster / file).read_text(encoding="utf-8")
        assert old in words
        changed = words.replace(old, new) if old else f"{words.rstrip()}\n{new}\n"
        (roster / file).write_text(changed, encoding="utf-8")
        await load_roster(self, roster)
        await self.settles()

    def announcements(self) -> list[Announcement]:
        """Read every announcement, as the store has it."""
        assert self.bot is not None
        unit = self.bot.store.begin()
        found = (unit.get(Announcement, key) for key in unit.keys(Announcement))
        return [one for one in found if one is not None]

    def mailed_to(self, address: str) -> list[str]:
        """List the words of every letter that a mailbox got."""
        return [
            body.get_content()
            for letter in self.mail.letters
            if letter["To"] == address and (body := letter.get_body()) is not None
        ]

    def cases(self) -> list[Case]:
        """Read every case, as the store has it."""
        assert self.bot is not None
        unit = self.bot.store.begin()
        found = (unit.get(Case, key) for key in unit.keys(Case))
        return [case for case in found if case is not None]


def write_config(
    folder: Path, telegram: TelegramEmulator, mail: MailServer, reach: str = ""
) -> None:
    """Write what an administrator would: configuration (and lines under [reach]), token, key."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "token").write_text(telegram.token, encoding="ascii")
    (folder / "token").chmod(0o600)
    (folder / "config.toml").write_text(
        f"""
[school]
name = "Voorbeeldschool De Linde"
phone = "010 000 00 00"
[telegram]
token_file = "token"
base_url = "{telegram.bot_url}"
base_file_url = "{telegram.file_url}"
[email]
host = "127.0.0.1"
port = {mail.port}
from = "groepsmaat@delinde.example"
security = "none"
[protocol]
[data]
folder = "data"
key_file = "master.key"
[local]
port = 0
[reach]
{reach}
[invite]
""",
        encoding="utf-8",
    )
    if not (folder / "master.key").exists():
        app.write_key(folder / "master.key")


def content_of(settings: Settings) -> Content:
    """Read the content, or give what an earlier story read: half a second each time."""
    read_from = (settings.school.content, settings.protocol)
    if read_from not in READ:
        READ[read_from] = read_content(settings)
    return READ[read_from]


READ: dict[tuple[Any, ...], Content] = {}


@asynccontextmanager
async def telegram_school(folder: Path, reach: str = "") -> AsyncIterator[TelegramSchool]:
    """Open the example school on Telegram, roster loaded and codes given out.

    reach  lines of the configuration's section [reach]
    """
    async with TelegramEmulator() as telegram, mail_server() as mail:
        write_config(folder, telegram, mail, reach)
        school = TelegramSchool(folder, telegram, mail)
        await school.opens()
        try:
            await load_roster(school)
            await school.invites()
            yield school
        finally:
            await school.closes()


async def load_roster(school: TelegramSchool, folder: Path = EXAMPLE) -> Any:
    """Import the school's files, as the command line does."""
    snapshot = read_roster(
        folder / "pupils.csv",
        folder / "contacts.csv",
        folder / "staff.csv",
        default_school="Voorbeeldschool De Linde",
    )
    plain = json.loads(app.plain(snapshot))
    return await school.console("roster", snapshot=plain, apply=True, force=True)


async def eventually(condition, within: float = 10.0) -> None:
    """Wait until something is true."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(0.02)
