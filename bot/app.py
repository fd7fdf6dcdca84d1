"""The composition root: the only place that knows every part.

`assemble` reads words and rules before it opens the store, so a mistake in either starts nothing.
"""

import hmac
import logging
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

import handlers
from bot.adapters.clock import SystemClock
from bot.adapters.codes import new_codes
from bot.adapters.evidence_folder import EvidenceFolder
from bot.adapters.key_file import write_key_file
from bot.adapters.local import LocalChat, LocalRoom
from bot.adapters.roster_csv import read_roster
from bot.adapters.scheduler import Scheduler
from bot.adapters.telegram import TelegramChannel
from bot.adapters.telegram_files import TelegramFiles
from bot.adapters.telegram_intake import TelegramIntake
from bot.adapters.tinydb_store import TinyDBStore
from bot.adapters.typesetting import Press
from bot.adapters.web import WebServer
from bot.adapters.web_chat import ChatPage
from bot.config import Settings, load_settings
from bot.config_values import KEY_BYTES, key_line
from bot.content import Content, read_content
from bot.domain.asking import LastAnswer
from bot.domain.case_log import LogPage
from bot.domain.cases import Case
from bot.domain.desk import Desk
from bot.domain.evidence import Offer
from bot.domain.forms import ArchivedForm
from bot.domain.invites import Invites, Tries
from bot.domain.people import REGISTRY, Registry, SchoolClass
from bot.domain.reach import Announcement
from bot.domain.readers import too_few_readers
from bot.domain.records import Counters, Intake, Unhandled
from bot.domain.reminders import Snooze
from bot.domain.reports import Draft
from bot.domain.retention import Tombstone
from bot.domain.talk import Letter, Pace, StatusNews
from bot.engine import Engine, Parts, UnknownCommandError
from bot.example_school import GROUP_PREFIX, Cast, found, group_members
from bot.making import line_to_telegram, local_chat, mail_of, school_of, shown_on_the_page
from bot.ports import A, Batch, Channel, Clock, StoreError, Unit
from bot.routing import Kind, Routes
from bot.texts import Texts
from bot.wording import Wording

log = logging.getLogger(__name__)

KINDS: tuple[type[Any], ...] = (
    Registry,
    SchoolClass,
    Invites,
    Tries,
    Announcement,
    Draft,
    Offer,
    Case,
    Snooze,
    Tombstone,
    LogPage,
    ArchivedForm,
    Desk,
    Letter,
    StatusNews,
    Pace,
    Counters,
    Intake,
    Unhandled,
    Batch,
    LocalRoom,
    LastAnswer,
)
"""Every class of document the store keeps."""

OWN_KEYS: tuple[type[Any], ...] = (Case, Draft, Offer, Letter, LastAnswer)
"""Documents that are destroyed by destroying their key (P8)."""

EVIDENCE = "evidence"
"""The folder of evidence, in the data folder."""

MENU = ("mag", "meld", "meldingen", "taal", "help")
"""The commands a private chat offers by itself."""


class CannotStartError(Exception):
    """The bot can't start; the text says why and what to do."""


@dataclass(slots=True)
class Bot:
    """A bot and all its parts, before or after `start`."""

    settings: Settings
    store: TinyDBStore
    engine: Engine
    scheduler: Scheduler
    texts: Texts
    web: WebServer
    files: EvidenceFolder
    chat: LocalChat | None = None
    telegram: TelegramIntake | None = None
    telegram_channel: TelegramChannel | None = None

    async def start(self) -> None:
        """Open the page, pick up what is owed, and begin to listen."""
        await self.web.start()
        _note_address(self.settings, self.web.address)
        if self.settings.example:
            # Its mail is read in the same browser, so its confirmations come to this very page.
            self.engine.parts = with_confirmations_at(self.engine.parts, self.web.address)
        _sweep(self.files, self.store)
        for sentence in self._too_few_readers():
            log.warning("%s", sentence)
        await self.engine.start()
        self.scheduler.start(self.engine.wake)
        if self.telegram is not None:
            self.telegram.start()

    async def stop(self) -> None:
        """Stop listening first, then speaking, then let go of the data."""
        if self.telegram is not None:
            await self.telegram.stop()
        await self.web.stop()
        self.scheduler.stop()
        await self.engine.stop()
        if self.telegram_channel is not None:
            await self.telegram_channel.close()
        await self.store.close()

    async def console(self, command: str, arguments: object) -> Any:  # noqa: ANN401 - each command has its own answer
        """Do a command of the command line; `arguments` are plain JSON values.

        Raises `UnknownCommandError` when the command or its arguments are not known.
        """
        route = self.engine.parts.routes.named(Kind.CONSOLE, command)
        takes = route.kind_of if route is not None and route.kind_of is not None else dict
        try:
            order = msgspec.convert(arguments, takes)
        except msgspec.ValidationError as error:
            raise UnknownCommandError(f"'{command}' was asked in a wrong way: {error}.") from error
        return await self.engine.console(command, order)

    def health(self) -> dict[str, Any]:
        """Tell how the bot is, without a word about anybody."""
        telegram = self.telegram.health() if self.telegram is not None else None
        return {
            "ok": not self.engine.trouble and (telegram is None or telegram["ok"]),
            "trouble": self.engine.trouble,
            "owed": self.engine.owes(),
            "too_few_readers": list(self._too_few_readers()),
            "telegram": telegram,
        }

    def _too_few_readers(self) -> tuple[str, ...]:
        return too_few_readers(self.store.begin().get(Registry, REGISTRY) or Registry())


async def assemble(
    settings: Settings, clock: Clock | None = None, content: Content | None = None
) -> Bot:
    """Put a bot together; nothing is sent or listened to before `start`.

    What had to go by now is destroyed here, so that also a command of the command line finds
    nothing of it in a backup that was put back (P8).

    `content` is what `read_content` gave, where that was read already. Raises the error of the
    part that can't be made, each with a sentence for the administrator.
    """
    content = content or read_content(settings)
    clock = clock or SystemClock()
    key = _key_of(settings)
    store = TinyDBStore.open(settings.data.folder, key, KINDS, OWN_KEYS)
    try:
        if settings.example:
            await _found_example(settings, store, clock)
        bot = _put_together(settings, clock, store, content, key)
        await bot.engine.purge()
        if bot.chat is not None:
            await _open_groups(bot.chat, store)
    except BaseException:
        await store.close()
        raise
    return bot


def console_token(settings: Settings) -> str:
    """Give the word by which the command line shows the running bot that it has the key."""
    return _console_token(_key_of(settings))


def write_key(path: Path) -> None:
    """Make a fresh key and write it where the configuration wants it."""
    write_key_file(path, key_line(secrets.token_bytes(KEY_BYTES)))


def address_of_running_bot(settings: Settings) -> str:
    """Give the address of the pages of the bot that runs on this data, as it wrote it down."""
    try:
        return _address_file(settings).read_text(encoding="ascii")
    except OSError:
        return f"http://{settings.local.host}:{settings.local.port}"


def _address_file(settings: Settings) -> Path:
    return settings.data.folder.with_name(f"{settings.data.folder.name}.address")


def _note_address(settings: Settings, address: str) -> None:
    path = _address_file(settings)
    try:
        path.write_text(address, encoding="ascii")
    except OSError as error:
        raise CannotStartError(
            f"{path} can't be written ({error.strerror}), and by it the command line finds the "
            "running bot. Make room there, or give this user access."
        ) from error


def _key_of(settings: Settings) -> bytes:
    if settings.data.key is None and settings.data.key_file is not None:
        # Only the example school comes here without a key: its people do not exist.
        if not settings.data.key_file.exists():
            if any(settings.data.folder.glob("*")):
                raise CannotStartError(
                    f"{settings.data.key_file} is gone, and without that key nobody can read "
                    f"{settings.data.folder}. Put it back, or remove that folder to begin anew."
                )
            write_key(settings.data.key_file)
        settings = load_settings(None, {}, current_folder=settings.data.key_file.parents[1])
    if settings.data.key is None:
        raise CannotStartError("There is no key for the data. Make one with: groepsmaat key")
    return settings.data.key.get_secret_value()


async def _found_example(settings: Settings, store: TinyDBStore, clock: Clock) -> None:
    unit = store.begin()
    if unit.get(Registry, REGISTRY) is not None:
        return
    folder = settings.school.content / "example"
    snapshot = read_roster(
        folder / "pupils.csv",
        folder / "contacts.csv",
        folder / "staff.csv",
        default_school=settings.school.name,
    )
    found(unit, snapshot, Cast.read(folder), clock.now())
    await store.commit(unit)


async def _open_groups(chat: LocalChat, store: TinyDBStore) -> None:
    """Make the group of every class on the local chat: its members, or else its staff."""
    unit = store.begin()
    registry = unit.get(Registry, REGISTRY) or Registry()
    for name in registry.classes:
        home = unit.get(SchoolClass, name)
        if home is not None:
            address = f"{GROUP_PREFIX}{name}"
            members = group_members(registry, home)
            await chat.keep_group(LocalRoom(address, name, group=True, members=members))


def _put_together(
    settings: Settings,
    clock: Clock,
    store: TinyDBStore,
    content: Content,
    key: bytes,
) -> Bot:
    texts = content.texts
    language = settings.school.language
    fields = {"school": settings.school.name}

    def health() -> dict[str, Any]:
        return bot.health()

    async def console(command: str, arguments: object) -> object:
        return await bot.console(command, arguments)

    files = EvidenceFolder(settings.data.folder / EVIDENCE)
    chat = local_chat(settings, store, clock, files) if settings.local.chat else None
    mail = mail_of(settings, clock, chat)
    line = line_to_telegram(settings)
    web = WebServer(
        settings.local.host,
        settings.local.port,
        phrase=lambda text: texts.say(language, text, fields),
        health=health,
        console=console,
        console_token=_console_token(key),
        explained=(StoreError, UnknownCommandError),
    )
    telegram_channel = TelegramChannel(line, TelegramFiles(line, files)) if line else None
    scheduler = Scheduler()
    press = Press(settings.school.content / "dossier" / "dossier.typ", files)
    channels: tuple[Channel | None, ...] = (chat, mail, telegram_channel, web, files, press)
    engine = Engine(
        Parts(
            store,
            {channel.platform: channel for channel in channels if channel is not None},
            clock,
            scheduler,
            Routes(handlers.ROUTES),
            Wording(texts),
            content.adviser,
            school_of(settings, content),
            _token,
            new_codes,
        )
    )
    menu = [(name, texts.say(language, f"menu-{name}")) for name in MENU]
    intake = TelegramIntake(line, engine.take, engine.set_aside, commands=menu) if line else None
    web.listen(engine.take)
    if chat is not None:
        chat.listen(engine.take)
        ChatPage(web.app, chat, shown_on_the_page(settings, texts, mail))
    bot = Bot(settings, store, engine, scheduler, texts, web, files, chat, intake, telegram_channel)
    return bot


def _sweep(files: EvidenceFolder, store: TinyDBStore) -> None:
    """Remove files that nothing knows of any more, and tell which ones are missing."""
    unit = store.begin()
    try:
        known = {e.key: "a report in the making" for d in _all(unit, Draft) for e in d.evidence}
        known |= {e.key: f"case {c.number}" for c in _all(unit, Case) for e in c.evidence}
        owed = [o for batch in _all(unit, Batch) for o in batch.owed]
    except StoreError as error:
        # Which files it knows of cannot be told, and once it is restored they are needed.
        log.error("%s Until then no file of evidence is tidied away.", error)  # noqa: TRY400 - it says which file
        return
    coming = {o.key for o in owed if o.key} | {o.file.key for o in owed if o.file is not None}
    for key in files.sweep(known, coming):
        log.error(
            "The file of evidence %s of %s is missing: restore it from the last backup.",
            key,
            known[key],
        )


def _all(unit: Unit, kind: type[A]) -> list[A]:
    found = (unit.get(kind, key) for key in unit.keys(kind))
    return [document for document in found if document is not None]


def _console_token(key: bytes) -> str:
    return hmac.new(key, b"console", "sha256").hexdigest()


def with_confirmations_at(parts: Parts, address: str) -> Parts:
    """Let guardians confirm an e-mail on the pages of this bot."""
    return replace(parts, school=replace(parts.school, confirm_url=f"{address}/bevestig"))


def _token() -> str:
    return secrets.token_urlsafe(12)


def plain(order: object) -> bytes:
    """Write an order of the command line as JSON."""
    return msgspec.json.encode(order)
