"""Evidence comes in while the process is killed: nothing in clear, nothing lost or twice."""

import asyncio
import hashlib
import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot import app
from bot.adapters.evidence_folder import EvidenceFolder
from bot.config import load_settings
from bot.domain.reports import Draft
from tests.emulators.smtp import mail_server
from tests.emulators.telegram_people import Person
from tests.faults.evidence_writer import CONTENT, arriving
from tests.faults.test_the_bot_killed import LONG, bot, run_once, telegram
from tests.files import CANARY, png
from tests.school import EXAMPLE, eventually, write_config

__all__ = ["bot", "telegram"]

REPOSITORY = Path(__file__).resolve().parents[2]

KILLS = range(8)
FIRST_KILL, CALLS_BETWEEN = 22, 13
"""A life in which one picture comes in takes some 130 calls on files and sockets."""


def written(folder: Path, kill_before: int) -> subprocess.CompletedProcess[str]:
    """Run the program that takes in a file, and kill it before its nth call (0: never)."""
    module = ["tests.faults.evidence_writer", str(folder)]
    command = ["tests.faults.kill_at", str(kill_before), "bot.adapters.evidence_folder", "--"]
    return subprocess.run(
        [sys.executable, "-m", *command, *module],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.timeout(300)
async def test_killed_at_any_call_nothing_is_in_clear_and_a_sweep_and_a_second_try_mend_it(
    tmp_path,
):
    whole = written(tmp_path / "whole", 0)
    counted = re.search(r"calls: (\d+)", whole.stderr)
    assert whole.stdout == "kept"
    assert counted

    for kill in range(1, int(counted[1]) + 1):
        folder = tmp_path / str(kill)
        died = written(folder, kill)
        assert died.returncode == -signal.SIGKILL
        assert not any(CANARY in p.read_bytes() for p in folder.glob("*"))
        evidence = EvidenceFolder(folder)
        evidence.sweep((), {"a"})
        assert {p.name for p in folder.glob("*")} <= {"a"}
        kept = await evidence.take_in("a", arriving())
        assert b"".join([piece async for piece in evidence.read(kept)]) == CONTENT
        assert evidence.sweep({"a"}) == []


async def hands_in(person: Person, picture: bytes, before: int) -> None:
    """Send a picture, and answer whatever is asked until there is word that it is kept."""
    person.sends_photo(content=picture)
    while not any("bewaard" in text for text in person.texts[before:]):
        for message in person.heard[before:]:
            for button in ("Nee, niemand", "Gebruik wat ik stuurde"):
                if button in message.labels:
                    person.taps(button, message)
        await asyncio.sleep(0.2)


@pytest.mark.timeout(600)
async def test_however_often_the_bot_is_killed_each_picture_is_there_once(telegram, bot, tmp_path):
    async with mail_server() as mail:
        config = tmp_path / "config.toml"
        write_config(tmp_path, telegram, mail)
        pupils, contacts, staff = (
            str(EXAMPLE / f"{n}.csv") for n in ("pupils", "contacts", "staff")
        )
        roster = ("import", pupils, "--contacts", contacts, "--staff", staff, "--apply")
        await run_once(config, "roster", *roster)
        told = json.loads(await run_once(config, "invite", "7B", "--json"))
        codes = {row["name"]: row["code"] for row in told["codes"]}
        noor = telegram.person("Noor Bakker")
        await bot.starts()
        noor.starts(codes["Noor Bakker"])
        await noor.hears("Groepsmaat", LONG)
        noor.says("/meld")
        await noor.hears("Wat is er gebeurd", LONG)
        noor.says("Iemand stuurt iets rond")
        await noor.hears("Waar is het gebeurd", LONG)
        assert await bot.is_killed() == -signal.SIGKILL

        killed = 0
        for kill in KILLS:
            await bot.starts(kill_before=FIRST_KILL + kill * CALLS_BETWEEN)
            picture = png(b"%d %s" % (kill, CANARY))
            died = await bot.dies_while(hands_in(noor, picture, len(noor.heard)))
            killed += died == -signal.SIGKILL
        assert killed == len(KILLS)
        await bot.starts()
        last = png(b"last " + CANARY)
        async with asyncio.timeout(60):
            await hands_in(noor, last, len(noor.heard))
        await telegram.settles()
        pictures = [hashlib.sha256(png(b"%d %s" % (n, CANARY))).hexdigest() for n in KILLS]
        pictures.append(hashlib.sha256(last).hexdigest())
        await eventually(lambda: len(list((tmp_path / "data/evidence").glob("*"))) >= len(pictures))
        await bot.is_killed()

    kept = await evidence_of(config)
    assert sorted(kept) == sorted(pictures)
    everything = [p for p in (tmp_path / "data").rglob("*") if p.is_file()]
    assert not [p for p in everything if CANARY in p.read_bytes()]


async def evidence_of(config: Path) -> list[str]:
    """Read the checksums of the evidence of the one draft; each must have its file."""
    assembled = await app.assemble(load_settings(config, {}))
    unit = assembled.store.begin()
    [key] = unit.keys(Draft)
    draft = unit.get(Draft, key)
    assert draft is not None
    assert assembled.files.sweep({e.key for e in draft.evidence}) == []
    for evidence in draft.evidence:
        assert b"".join([piece async for piece in assembled.files.read(evidence.file)])
    await assembled.store.close()
    return [e.sha256 for e in draft.evidence]
