"""How long a pupil waits for the number of a report, with many reporting at once.

Beside it: the same number of files of that size, each written and synced, which is the least that
"not lost" can cost on this disk.
"""

import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path

from bot import app
from bot.adapters.local import LocalPerson
from bot.config import load_settings
from bot.ports import Address, Happening, Incoming

AT_ONCE = 20
"""Reports that are sent in at the same moment; the aim speaks of so many in a minute."""

ROUNDS = 5
STORY = "ze sturen een foto van mij rond in de groep en iedereen lacht " * 3


def rows() -> list[tuple[str, str]]:
    """Measure the wait for the number; gives a name and a figure with its unit for each line."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        waits = asyncio.run(measure(Path(folder)))
        floor = written_and_synced(Path(folder))
    return [
        (f"number of a report, {AT_ONCE} sent in at once: median", f"{median(waits):,.1f} ms"),
        ("the same: longest (aim: under 2,000 ms at 20 a minute)", f"{max(waits) * 1e3:,.1f} ms"),
        (f"{AT_ONCE} files of that size written and synced", f"{floor * 1e3:,.1f} ms"),
    ]


def median(waits: list[float]) -> float:
    """Give the median in milliseconds."""
    return statistics.median(waits) * 1e3


async def measure(folder: Path) -> list[float]:
    """Tell reports up to the last answer, then give all last answers at once; seconds for each."""
    bot = await app.assemble(load_settings(None, {}, current_folder=folder))
    await bot.engine.start()
    waits: list[float] = []
    try:
        for number in range(ROUNDS):
            reporters = [Reporter(bot, f"iemand-{number}-{n}") for n in range(AT_ONCE)]
            for reporter in reporters:
                await reporter.tells()
            waits += await asyncio.gather(*(reporter.sends_in() for reporter in reporters))
    finally:
        await bot.engine.stop()
        await bot.store.close()
    return waits


class Reporter:
    """Somebody who reports on the local chat, and taps what is offered first."""

    def __init__(self, bot: app.Bot, account: str) -> None:
        """Take who it is; nobody at school knows the account yet."""
        assert bot.chat is not None
        self.bot, self.chat, self.account = bot, bot.chat, account
        self.done = 0
        self.last = ""
        # An account is there as soon as somebody opens the page with it.
        self.chat.people[account] = LocalPerson(account, account, "")

    async def tells(self) -> None:
        """Answer every question but the last one."""
        await self._takes(Happening.MESSAGE, f"/meld {STORY}")
        while data := await self._offered():
            self.last = data
            if data.startswith(LAST):
                return
            await self._takes(Happening.TAP, data)
        raise AssertionError("The form ended before its last question.")

    async def sends_in(self) -> float:
        """Give the last answer; seconds until the number stands in the chat."""
        begun = time.perf_counter()
        await self._takes(Happening.TAP, self.last)
        offered = await self._offered()
        waited = time.perf_counter() - begun
        if offered:
            raise AssertionError("The report was not sent in by its last answer.")
        return waited

    async def _takes(self, what: Happening, text: str) -> None:
        self.done += 1
        here = Address("local", self.account)
        origin = f"local:{self.account}-{self.done}"
        tap = f"{self.account}:{self.done}" if what is Happening.TAP else ""
        await self.bot.engine.take(
            Incoming(origin, what, here, private=True, sender=here, text=text, tap=tap)
        )

    async def _offered(self) -> str:
        """Give what a tap on the first button, or on the one that skips, sends; "" for none."""
        await self.bot.engine.delivery.idle()
        room = self.chat.room(self.account)
        assert room is not None
        offered = [b.data for row in room.messages[-1].buttons for b in row]
        asked = [data for data in offered if data.startswith("meld:")]
        skips = [data for data in asked if data.endswith((":skipped", "more:no"))]
        return next(iter([*skips, *asked]), "")


LAST = "meld:unwanted"
"""The question whose answer sends the report in."""


def written_and_synced(folder: Path) -> float:
    """Write as many files as there are reports, each synced; seconds for all of them, at best."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for number in range(AT_ONCE):
            with (folder / f"floor-{number}").open("wb") as file:
                file.write(STORY.encode())
                file.flush()
                os.fsync(file.fileno())
        best = min(best, time.perf_counter() - begun)
    return best
