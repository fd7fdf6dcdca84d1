"""Keeps what comes in from Telegram as the engine would, and waits for it."""

import asyncio
from collections.abc import Callable

from bot.adapters.telegram_intake import Pace
from bot.ports import Incoming, StoreError

HASTE = Pace(
    long_poll=1, patience=0.2, first=0.02, growth=1.5, longest=0.1, conflict=0.05, mending=0.05
)


class Kept:
    """What the engine would have kept, in the order of coming in."""

    def __init__(self):
        self.incoming: list[Incoming] = []
        self.aside: list[tuple[str, str, str, Exception]] = []
        self.full_after: int | None = None
        self.breaks_on: str | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def take(self, incoming: Incoming) -> None:
        if incoming.text == self.breaks_on:
            raise LookupError
        await self._keep(self.incoming, incoming)

    async def set_aside(self, origin: str, platform: str, raw: str, error: Exception) -> None:
        await self._keep(self.aside, (origin, platform, raw, error))

    async def _keep(self, where, what) -> None:
        # As the engine does: in memory at once, on disk later or not at all.
        where.append(what)
        full = self.full_after is not None and self.kept > self.full_after
        await self.gate.wait()
        await asyncio.sleep(0)
        if full:
            where.remove(what)
            raise StoreError("There is no room left in the data folder: free some.")

    @property
    def kept(self) -> int:
        return len(self.incoming) + len(self.aside)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.incoming]


POISON = {"callback_query": {"id": "1", "from": {"id": "geheim"}}}


def all_confirmed(telegram):
    return telegram.until(lambda: not telegram.world.queue.pending)


async def soon(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110 (health is asked for, it tells nobody by itself)
            await asyncio.sleep(0.005)


async def healthy(intake, *, well: bool = True):
    await soon(lambda: intake.health()["ok"] is well)
