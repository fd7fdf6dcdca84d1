"""The bot is killed (SIGKILL) in the middle of a running conversation, started again, and asked.

P2, P7: every report that was acknowledged is there, none is there twice, and everything that was
owed is said. The emulated Telegram lives on while the bot dies, as the real one does.
"""

import asyncio
import contextlib
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

import pytest

from tests.emulators.smtp import mail_server
from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram_people import Person
from tests.school import EXAMPLE, eventually, write_config

REPOSITORY = Path(__file__).resolve().parents[2]

REPORTERS = ("Noor Bakker", "Sem de Vries", "Amira El Idrissi")

KILLS = range(16)
"""Kills, each later in the life of its process than the one before."""

LONG = 20.0
"""Seconds to wait for words of a bot that lives."""

FIRST_KILL, CALLS_BETWEEN = 25, 12
"""A whole life, with one report told to its end, takes some 210 calls on files and sockets."""


class BotProcess:
    """The bot as an administrator runs it, or one that is to be killed before its nth call."""

    def __init__(self, config: Path) -> None:
        self._config = config
        self._process: asyncio.subprocess.Process | None = None

    async def starts(self, kill_before: int | None = None) -> None:
        command = ["bot", "run", "--config", str(self._config)]
        if kill_before is not None:
            command = ["tests.faults.kill_at", str(kill_before), "bot.app", "--", *command]
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *command,
            cwd=REPOSITORY,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )

    async def dies_while(self, conversation: Coroutine[Any, Any, None]) -> int:
        """Let a conversation go on until it ends or the bot is dead; gives its exit code."""
        assert self._process is not None
        talking = asyncio.ensure_future(conversation)
        dying = asyncio.ensure_future(self._process.communicate())
        await asyncio.wait({talking, dying}, timeout=20, return_when=asyncio.FIRST_COMPLETED)
        talking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await talking
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        await dying
        assert self._process.returncode is not None
        return self._process.returncode

    async def is_killed(self) -> int:
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        await self._process.communicate()
        assert self._process.returncode is not None
        return self._process.returncode


@pytest.fixture
async def bot(tmp_path) -> AsyncIterator[BotProcess]:
    process = BotProcess(tmp_path / "config.toml")
    yield process
    await process.is_killed()


async def run_once(config: Path, *command: str) -> str:
    """Run a command of the command line to its end; gives what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *command,
        "--config",
        str(config),
        cwd=REPOSITORY,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=dict(os.environ),
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    return out.decode()


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as emulator:
        yield emulator


BUTTONS = {
    "Je was al": "Verder gaan",
    "Waar is het gebeurd": "Snapchat",
    "Hoe erg vind je het": "Best erg",
    "Wat lijkt er het meest op": "Iets anders",
    "Is er iets gedeeld": "Nee",
    "Over wie gaat het": "Over mij",
    "Mag ik nog 4 korte vragen": "Nee",
    "Mogen we je naam gebruiken": "Nee",
    "Wie mag het lezen": "De schoolleider",
    "Is er iemand die dit niet mag lezen": "Nee, niemand",
}
"""What a reporter taps under each question."""


async def tells(person: Person, story: str) -> None:
    """Tell a report from wherever it stands to its number, on a bot that may die at any moment."""
    before = len(person.heard)
    received = len(numbers_given_to(person))
    person.says("/meld")
    while len(numbers_given_to(person)) == received:
        while len(person.heard) <= before:  # noqa: ASYNC110 - the bot is another process
            await asyncio.sleep(0.02)
        asked = person.heard[before]
        before += 1
        if asked.text.startswith("Wat is er gebeurd"):
            person.says(story)
        for question, button in BUTTONS.items():
            if asked.text.startswith(question) and asked.has_label(button):
                person.taps(button, asked)


def numbers_given_to(person: Person) -> list[int]:
    found = (re.search(r"Dit is je nummer: (\d+)", text) for text in person.texts)
    return [int(m[1]) for m in found if m]


@pytest.mark.timeout(900)
async def test_no_acknowledged_report_is_lost_or_doubled_however_often_the_bot_is_killed(
    telegram, bot, tmp_path
):
    async with mail_server() as mail:
        config = tmp_path / "config.toml"
        write_config(tmp_path, telegram, mail)
        files = [str(EXAMPLE / f"{n}.csv") for n in ("pupils", "contacts", "staff")]
        await run_once(
            config,
            "roster",
            "import",
            files[0],
            "--contacts",
            files[1],
            "--staff",
            files[2],
            "--apply",
        )
        codes = {
            row["name"]: row["code"]
            for whom in (("7B",), ("--staff",))
            for row in json.loads(await run_once(config, "invite", *whom, "--json"))["codes"]
        }
        people = {name: telegram.person(name) for name in (*REPORTERS, "Ingrid de Wit")}
        await bot.starts()
        for name, person in people.items():
            person.starts(codes[name])
            await person.hears("Groepsmaat", within=30)
        assert await bot.is_killed() == -signal.SIGKILL

        killed = 0
        for kill in KILLS:
            await bot.starts(kill_before=FIRST_KILL + kill * CALLS_BETWEEN)
            reporter = people[REPORTERS[kill % len(REPORTERS)]]
            story = f"verhaal {kill} van {reporter.account.first_name}"
            killed += await bot.dies_while(tells(reporter, story)) == -signal.SIGKILL
        assert killed == len(KILLS)

        await bot.starts()
        ingrid = people["Ingrid de Wit"]
        await telegram.settles()
        told = {n for p in people.values() for n in numbers_given_to(p)}
        assert told, "The bot was killed so early each time that no report was acknowledged."

        def notices() -> set[int]:
            found = (re.match(r"Er is een nieuwe melding: zaak (\d+)", t) for t in ingrid.texts)
            return {int(m[1]) for m in found if m}

        await eventually(lambda: told <= notices(), within=20)
        for number in sorted(notices()):
            ingrid.says(f"/zaak {number}")
            await ingrid.hears(f"Zaak {number}, ontvangen op", within=30)
        stories = [
            line
            for text in ingrid.texts
            for line in text.splitlines()
            if line.startswith("→ verhaal ")
        ]
        assert len(stories) == len(notices())
        assert len(set(stories)) == len(stories), "A report became two cases."
