"""What a message costs on Telegram, beside a bare python-telegram-bot `Application` in one run.

Both sides get the same raw updates. Requests go over loopback to a server in this process that
answers every call with the same bytes, so its cost is in both figures.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from telegram import Update
from telegram.ext import Application, CommandHandler

import handlers
from bot.adapters.clock import SystemClock
from bot.adapters.codes import new_codes
from bot.adapters.telegram import TelegramBot, TelegramChannel, make_bot
from bot.adapters.telegram_intake import TelegramIntake
from bot.adapters.telegram_limits import EndpointRateLimiter, Pace
from bot.adapters.tinydb_store import TinyDBStore
from bot.adviser import ProtocolAdviser
from bot.answers.learned_folder import load_protocol
from bot.domain.groups import ClassGroup
from bot.domain.people import Registry, SchoolClass
from bot.domain.reach import Announcement
from bot.domain.records import Counters, Intake, Unhandled
from bot.domain.reports import Draft
from bot.domain.retention import Policy, Term
from bot.domain.school_time import SchoolTime
from bot.engine import Engine, Parts
from bot.forms import read_form
from bot.ports import Batch
from bot.routing import Routes, School
from bot.texts import Texts, read_help_lines
from bot.wording import Wording

REPOSITORY = Path(__file__).resolve().parent.parent.parent
TOKEN = "110201543:invented-token-of-the-bench"
GROUP, SANNE = -1_001_000_000_001, 5_000_000_001

KINDS = (Registry, SchoolClass, Announcement, Draft, Counters, Intake, Unhandled, Batch)

ROUNDS = 3
"""Each figure is the best of so many: other work on the machine only ever adds."""

IN_A_BATCH = 100
"""As many updates as one getUpdates gives at most."""

FAST = Pace(burst=1_000_000, each=1_000_000, seconds=1)

SENT = {
    "message_id": 12,
    "date": 1_788_244_200,
    "chat": {"id": SANNE, "type": "private", "first_name": "Sanne"},
    "from": {"id": 110_201_543, "is_bot": True, "first_name": "Groepsmaat", "username": "g_bot"},
    "text": "Ik ben Groepsmaat.",
}
ME = {**SENT["from"], "can_read_all_group_messages": True}  # type: ignore[dict-item]

Step = Callable[[list[Any]], Awaitable[None]]


def rows() -> list[tuple[str, str]]:
    """Measure everything; gives a name and a figure with its unit for each line."""
    return asyncio.run(measure())


async def measure() -> list[tuple[str, str]]:
    """Run both bots on the same updates."""
    numbers = iter(range(700_000_001, 800_000_000))
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        # In the folder at hand: a temporary folder may lie in memory, where a sync costs nothing.
        async with serving() as url, ours(Path(folder), url) as (engine, intake), bare(url) as app:
            me = await intake._introduce()

            async def take_in(updates: list[Any]) -> None:
                await intake._hand_in(updates, me)

            async def answer(updates: list[Any]) -> None:
                await intake._hand_in(updates, me)
                await engine.delivery.idle()

            async def process(updates: list[Any]) -> None:
                for raw in updates:
                    await app.process_update(Update.de_json(raw, app.bot))

            def chatter(count: int) -> list[Any]:
                words = "wie heeft het huiswerk?"
                return [message(next(numbers), GROUP, words) for _ in range(count)]

            def commands(count: int) -> list[Any]:
                return [message(next(numbers), SANNE + n, "/help") for n in range(count)]

            quiet = (
                await cost(take_in, chatter, IN_A_BATCH),
                await cost(process, chatter, IN_A_BATCH),
            )
            alone = await cost(answer, commands, 1), await cost(process, commands, 1)
            batch = (
                await cost(answer, commands, IN_A_BATCH),
                await cost(process, commands, IN_A_BATCH),
            )
    return [
        *compared("group message that asks for nothing", *quiet),
        *compared("command and its answer, one at a time", *alone),
        *compared(f"command and its answer, {IN_A_BATCH} people at once", *batch),
    ]


def compared(name: str, mine: float, theirs: float) -> list[tuple[str, str]]:
    """Write down one comparison; both in seconds."""
    return [
        (name, f"{mine * 1e6:,.1f} microseconds"),
        ("the same by bare python-telegram-bot", f"{theirs * 1e6:,.1f} microseconds"),
        ("beside it", f"{mine / theirs:.3f}"),
    ]


async def cost(step: Step, make: Callable[[int], list[Any]], at_once: int) -> float:
    """Give the seconds that one update costs, in the best of some rounds."""
    steps = 10 if at_once > 1 else 100
    best = float("inf")
    for _ in range(ROUNDS):
        batches = [make(at_once) for _ in range(steps)]
        start = time.perf_counter()
        for batch in batches:
            await step(batch)
        best = min(best, (time.perf_counter() - start) / (steps * at_once))
    return best


def message(number: int, chat: int, text: str) -> Any:
    """Give a raw update as ``getUpdates`` does."""
    kind = {"type": "private", "first_name": "Sanne"}
    if chat == GROUP:
        kind = {"type": "supergroup", "title": "7B"}
    sender = {"id": SANNE, "is_bot": False, "first_name": "Sanne", "language_code": "nl"}
    body: dict[str, Any] = {"message_id": 5, "date": 1_788_244_200, "text": text}
    body |= {"from": sender, "chat": {"id": chat, **kind}}
    if text.startswith("/"):
        body["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"update_id": number, "message": body}


# Our side


class NoAlarm:
    """Nothing is due in a benchmark."""

    def wake_at(self, when: datetime | None) -> None:
        """Let it pass."""


@asynccontextmanager
async def ours(folder: Path, url: str) -> AsyncIterator[tuple[Engine, TelegramIntake]]:
    """Put the bot together with its real store and texts; the class knows its group."""
    store = TinyDBStore.open(folder / "data", bytes(range(32)), KINDS)
    bot = make_bot(TOKEN, f"{url}/bot", limiter=EndpointRateLimiter(overall=FAST, in_private=FAST))
    engine = Engine(parts(store, bot))
    unit = store.begin()
    group = ClassGroup(f"telegram:{GROUP}", "s1", "2026-09-01", {f"telegram:{SANNE}": "2026-09-01"})
    unit.put(Registry(groups={f"telegram:{GROUP}": "7B"}))
    unit.put(SchoolClass("7B", "Noord", group=group))
    await store.commit(unit)
    yield engine, TelegramIntake(bot, engine.take, engine.set_aside)
    await engine.stop()
    await bot.shutdown()
    await store.close()


def parts(store: TinyDBStore, bot: TelegramBot) -> Parts:
    """Give the parts of an engine that speaks on Telegram only."""
    content = REPOSITORY / "content"
    texts = Texts.load(content / "texts", read_help_lines(content / "helplines.toml"))
    school = School(
        name="Noord",
        language="nl",
        phone="",
        patience=timedelta(hours=1),
        confirm_url="",
        codes_valid=timedelta(days=1),
        time_zone="Europe/Amsterdam",
        hours=SchoolTime(ZoneInfo("Europe/Amsterdam")),
        form=read_form(content / "forms", texts),
        policy=Policy({}, Term(days=30), ZoneInfo("Europe/Amsterdam")),
        quiet_days=3,
    )
    return Parts(
        store,
        {"telegram": TelegramChannel(bot)},
        SystemClock(),
        NoAlarm(),
        Routes(handlers.ROUTES),
        Wording(texts),
        ProtocolAdviser(load_protocol(content / "protocol"), None),
        school,
        lambda: "0123456789abcdef",
        new_codes,
    )


# The bare side


@asynccontextmanager
async def bare(url: str) -> AsyncIterator[Any]:
    """Start an application as its users do: one handler that replies."""

    async def reply(update: Update, _context: Any) -> None:
        if update.message is not None:
            await update.message.reply_text("Ik ben Groepsmaat.")

    app = Application.builder().token(TOKEN).base_url(f"{url}/bot").updater(None).build()
    app.add_handler(CommandHandler("help", reply))
    async with app:
        yield app


# The server


class Same(asyncio.Protocol):
    """Answers every request on a connection at once, with what its method always answers."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._read = b""
        self._line: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        if isinstance(transport, asyncio.Transport):
            self._line = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        self._read += data
        while (whole := _length_of_request(self._read)) is not None and self._line is not None:
            request, self._read = self._read[:whole], self._read[whole:]
            self._line.write(ABOUT_ITSELF if b"/getMe " in request[:200] else DONE)


def _length_of_request(read: bytes) -> int | None:
    head, end, rest = read.partition(b"\r\n\r\n")
    if not end:
        return None
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    body = int(fields.get(b"content-length", b"0"))
    return len(head) + len(end) + body if len(rest) >= body else None


def _answer(result: Any) -> bytes:
    body = msgspec.json.encode({"ok": True, "result": result})
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


DONE, ABOUT_ITSELF = _answer(SENT), _answer(ME)


@asynccontextmanager
async def serving() -> AsyncIterator[str]:
    """Serve on a free port of this machine; gives the address."""
    server = await asyncio.get_running_loop().create_server(Same, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    yield f"http://{host}:{port}"
    server.close()
    await server.wait_closed()


def main() -> None:
    """Print the figures."""
    for name, figure in rows():
        print(f"{name:50} {figure:>24}")


if __name__ == "__main__":
    main()
