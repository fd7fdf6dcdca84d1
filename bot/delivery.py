"""Says what is owed: in order at each address, at many addresses at once, again after a failure.

Knows nothing of documents. What became of each try goes to `settle`, which writes it down.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.ports import Act, Address, Channel, Clock, Fate, Outcome, Owed, Refusal, StoreError

log = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=15)

LAST_CALL = 3.0
"""Seconds that a stop waits for calls under way."""

PERISHABLE = frozenset({Act.ANSWER_TAP})
"""What is of no use later: a platform forgets a tap within seconds."""

CARRYING = frozenset({Act.KEEP, Act.SEND_FILE})
"""What takes its time, because a whole file goes along."""

Settle = Callable[[Owed, Outcome], Awaitable[None]]
Addresses = Callable[[Owed], tuple[Address, ...]]


@dataclass(slots=True)
class Lane:
    """What is owed at one address, oldest first, and until when to leave it alone.

    `unsettled` is what was said but could not be written down yet, `refusals` how often not.
    """

    name: str
    waiting: deque[Owed] = field(default_factory=deque)
    rests_until: datetime | None = None
    task: asyncio.Task[None] | None = None
    unsettled: tuple[Owed, Outcome] | None = None
    refusals: int = 0


class Delivery:
    """One lane for each address; a lane never overtakes itself."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        settle: Settle,
        addresses: Addresses,
        clock: Clock,
        rest: Callable[[], None],
    ) -> None:
        """Take the ways out by platform, and what the engine does for the delivery.

        settle     writes down what became of something
        addresses  finds where a person can be told something, best first
        rest       hears that a lane rests, so that somebody wakes it
        """
        self._channels = channels
        self._settle = settle
        self._addresses = addresses
        self._clock = clock
        self._rest = rest
        self._lanes: dict[str, Lane] = {}
        self._stopping = False

    def take(self, owed: Owed) -> None:
        """Put something owed at the end of its lane and see to it that the lane runs."""
        lane = self._lane_of(owed)
        lane.waiting.append(owed)
        self._run(lane)

    def take_first(self, owed: Owed) -> None:
        """Put something owed that was tried already before all else in its lane."""
        lane = self._lane_of(owed)
        lane.waiting.appendleft(owed)
        self._run(lane)

    def forget(self, ids: Collection[str]) -> None:
        """Say no longer what is not owed any more; a call under way ends as it ends."""
        for lane in self._lanes.values():
            lane.waiting = deque(owed for owed in lane.waiting if owed.id not in ids)

    def wake(self, now: datetime) -> None:
        """Run every lane whose rest is over."""
        for lane in list(self._lanes.values()):
            if lane.rests_until is not None and lane.rests_until <= now:
                lane.rests_until = None
                self._run(lane)

    def next_wake(self) -> datetime | None:
        """Say when the first resting lane wants to go on."""
        return min((x.rests_until for x in self._lanes.values() if x.rests_until), default=None)

    def move(self, old: Address, new: Address) -> None:
        """Send what waits for a group to its new address.

        The lane goes on where it is: what it is just trying at the old address comes back as
        moved, and follows.
        """
        lane = self._lanes.pop(str(old), None)
        if lane is None:
            return
        lane.waiting = deque(replace(owed, to=new) for owed in lane.waiting)
        lane.rests_until = None
        if str(new) not in self._lanes:
            lane.name = str(new)
        # Else somebody spoke there before: both lanes go on, to the same address.
        self._lanes[lane.name] = lane
        self._run(lane)

    @property
    def waiting(self) -> int:
        """How much is owed right now."""
        return sum(len(lane.waiting) for lane in self._lanes.values())

    async def idle(self) -> None:
        """Wait until every lane is empty or rests."""
        while tasks := [x.task for x in self._lanes.values() if x.task and not x.task.done()]:
            await asyncio.wait(tasks)

    async def stop(self) -> None:
        """Stop all lanes; what is still owed stays owed in the store.

        A call that is under way gets a moment to be answered, or it would be made again later.
        """
        self._stopping = True
        tasks = [x.task for x in self._lanes.values() if x.task and not x.task.done()]
        if tasks:
            await asyncio.wait(tasks, timeout=LAST_CALL)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _lane_of(self, owed: Owed) -> Lane:
        name = _lane_name(owed)
        return self._lanes.setdefault(name, Lane(name))

    def _run(self, lane: Lane) -> None:
        if self._stopping:
            return
        if lane.rests_until is None and (lane.task is None or lane.task.done()):
            lane.task = asyncio.get_running_loop().create_task(self._work(lane))

    async def _work(self, lane: Lane) -> None:
        if lane.unsettled is not None and not await self._write_down(lane, *lane.unsettled):
            return
        while lane.waiting and not self._stopping:
            owed = lane.waiting.popleft()
            outcome = await self._try(owed)
            if outcome.fate is Fate.FAILED and owed.act in PERISHABLE:
                outcome = Outcome(Fate.REFUSED, why=Refusal.TOO_LATE, trouble=outcome.trouble)
            if outcome.fate is Fate.FAILED:
                self._put_to_rest(lane, owed, outcome)
                return
            if not await self._write_down(lane, owed, outcome):
                return
        if self._lanes.get(lane.name) is lane:
            del self._lanes[lane.name]

    async def _write_down(self, lane: Lane, owed: Owed, outcome: Outcome) -> bool:
        """Have an outcome kept; when the disk refuses, the lane rests and tries that again first.

        What follows from an outcome (another way, a door in the group) is owed as well.
        """
        try:
            await self._settle(owed, outcome)
        except StoreError as error:
            log.error("What became of a message could not be kept: %s", error)  # noqa: TRY400
            lane.unsettled = (owed, outcome)
            lane.rests_until = self._clock.now() + _wait_after(lane.refusals)
            lane.refusals += 1
            self._rest()
            return False
        lane.unsettled, lane.refusals = None, 0
        return True

    async def _try(self, owed: Owed) -> Outcome:
        targets = self._addresses(owed)
        last = Outcome(Fate.REFUSED, why=Refusal.NO_ADDRESS)
        for target in targets:
            channel = self._channels.get(target.platform)
            if channel is None:
                continue
            last = await self._deliver(channel, replace(owed, to=target))
            if last.fate is not Fate.REFUSED:
                return last
        return last

    async def _deliver(self, channel: Channel, owed: Owed) -> Outcome:
        try:
            return await channel.deliver(owed)
        except Exception as error:  # noqa: BLE001 - a bug in one adapter must not stop the lane
            log.error(  # noqa: TRY400 - a traceback could carry a message's words
                "The %s channel broke on %s (%s); it is tried again later.",
                channel.platform,
                owed.act,
                type(error).__name__,
            )
            return Outcome(Fate.FAILED, trouble=type(error).__name__)

    def _put_to_rest(self, lane: Lane, owed: Owed, outcome: Outcome) -> None:
        wait = _wait_after(owed.tries)
        if outcome.after is not None:
            wait = timedelta(seconds=outcome.after)
        lane.waiting.appendleft(replace(owed, tries=owed.tries + 1))
        lane.rests_until = self._clock.now() + wait
        log.warning(
            "%s could not be done (%s); try %d follows in %d s.",
            owed.act,
            outcome.trouble or "no reason given",
            owed.tries + 2,
            wait.total_seconds(),
        )
        self._rest()


def _wait_after(tries: int) -> timedelta:
    doublings: int = 2 ** min(tries, 20)
    return min(FIRST_WAIT * doublings, LONGEST_WAIT)


def _lane_name(owed: Owed) -> str:
    if owed.act in PERISHABLE:
        # A tap must not wait behind a long queue for the same group.
        return f"tap:{owed.id}"
    if owed.act in CARRYING:
        # A film of 20 MB must not hold up what is said.
        return f"carrying:{owed.to or owed.person}"
    if owed.act is Act.LOOK_FOR:
        # Asking for a whole class must not hold up what is said in its group.
        return f"looking:{owed.to}"
    return str(owed.to) if owed.to is not None else f"person:{owed.person}"
