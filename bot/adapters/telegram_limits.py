"""How fast the bot may speak on Telegram, and what it does when it was too fast.

Telegram counts what a bot writes, not what it tidies up or asks: at most 30 messages a second in
all, about one a second in a private chat, 20 a minute in a group
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). So only methods
that write are slowed down; removing, admitting, banning and answering a tap never queue behind
announcements. Asking who is in a group has a slow pace of its own, because it is asked of whole
classes at once, and nobody waits for it.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

WRITING = ("send", "copy", "forward", "edit")
"""How the names of the methods begin that count as writing."""

NOT_WRITING = frozenset({"editChatInviteLink", "editChatSubscriptionInviteLink"})

ASKING = frozenset({"getChatMember"})
"""What is asked so often that it must be paced, although it writes nothing."""

PER_CHAT_KEPT = 500
"""As many chats are remembered before those at rest are forgotten."""

Answer = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[[], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Pace:
    """`burst` at once, and over time `each` so many in `seconds`.

    No stretch of `seconds` holds more than `burst + each`.
    """

    burst: int
    each: float
    seconds: float

    def limiter(self) -> AsyncLimiter:
        """Return a leaky bucket of this pace, to be used in one event loop."""
        return AsyncLimiter(self.burst, self.burst * self.seconds / self.each)


OVERALL = Pace(burst=5, each=25, seconds=1)
IN_PRIVATE = Pace(burst=3, each=1, seconds=1)
IN_A_GROUP = Pace(burst=5, each=15, seconds=60)
WHEN_ASKING = Pace(burst=5, each=5, seconds=1)


@dataclass(slots=True)
class _Lane:
    """One chat: who writes there next, how fast, and until when nobody does."""

    pace: AsyncLimiter
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    paused_until: float = 0.0

    def rests(self, now: float) -> bool:
        """Tell whether forgetting this chat would change nothing."""
        return (
            not self.turn.locked()
            and self.paused_until <= now
            and self.pace.has_capacity(self.pace.max_rate)
        )


class EndpointRateLimiter(BaseRateLimiter[None]):
    """Slows down what writes, chat by chat and in order, and what asks; leaves all else alone.

    When Telegram answers 429, the chat it happened in waits as long as told and the call is made
    again, up to `retries` times. When a second chat is told to wait meanwhile, it is the bot as a
    whole that is limited, and every chat waits. A wait longer than `patience_seconds` is not
    waited out: the caller gets the `RetryAfter`, as does every call there until it is over.
    """

    __slots__ = (
        "_all_paused_until",
        "_asking",
        "_in_a_group",
        "_in_private",
        "_lanes",
        "_overall",
        "_patience",
        "_retries",
    )

    def __init__(
        self,
        *,
        overall: Pace = OVERALL,
        in_private: Pace = IN_PRIVATE,
        in_a_group: Pace = IN_A_GROUP,
        when_asking: Pace = WHEN_ASKING,
        retries: int = 3,
        patience_seconds: float = 60.0,
    ) -> None:
        """Take the paces; the buckets are filled in the running event loop."""
        self._overall = overall.limiter()
        self._asking = when_asking.limiter()
        self._in_private = in_private
        self._in_a_group = in_a_group
        self._retries = retries
        self._patience = patience_seconds
        self._lanes: dict[str, _Lane] = {}
        self._all_paused_until = 0.0

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401 (the signature of BaseRateLimiter)
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 (the signature of BaseRateLimiter)
    ) -> Answer:
        """Make the call when its chat may be written to, and again when that was too early.

        Raises `RetryAfter` when retries or patience are at their end.
        """
        call = partial(callback, *args, **kwargs)
        if endpoint in ASKING:
            return await self._insist(partial(self._ask, call))
        if not endpoint.startswith(WRITING) or endpoint in NOT_WRITING:
            return await self._insist(call)
        lane = self._lane(str(data.get("chat_id", "")))
        async with lane.turn:
            return await self._insist(partial(self._make_in, lane, call))

    async def _insist(self, make: Call) -> Answer:
        for _ in range(self._retries):
            try:
                return await make()
            except RetryAfter as limited:
                if _seconds(limited) > self._patience:
                    raise
                await asyncio.sleep(_seconds(limited))
        return await make()

    async def _ask(self, call: Call) -> Answer:
        await self._asking.acquire()
        return await call()

    async def _make_in(self, lane: _Lane, call: Call) -> Answer:
        while (wait := self._pause_left(lane)) > 0:
            if wait > self._patience:
                raise RetryAfter(math.ceil(wait))
            await asyncio.sleep(wait)
        # Only now: what waited for the end of a pause of all chats goes on at the usual pace.
        await lane.pace.acquire()
        await self._overall.acquire()
        try:
            return await call()
        except RetryAfter as limited:
            self._pause(lane, _seconds(limited))
            raise

    def _pause_left(self, lane: _Lane) -> float:
        now = asyncio.get_running_loop().time()
        return max(lane.paused_until, self._all_paused_until) - now

    def _pause(self, lane: _Lane, seconds: float) -> None:
        now = asyncio.get_running_loop().time()
        if any(other.paused_until > now for other in self._lanes.values() if other is not lane):
            self._all_paused_until = max(self._all_paused_until, now + seconds)
        lane.paused_until = now + seconds

    def _lane(self, chat: str) -> _Lane:
        found = self._lanes.get(chat)
        if found is not None:
            return found
        if len(self._lanes) >= PER_CHAT_KEPT:
            now = asyncio.get_running_loop().time()
            self._lanes = {key: lane for key, lane in self._lanes.items() if not lane.rests(now)}
        # Ids of groups are negative; an @username is a group too, or a channel.
        private = chat.isdecimal()
        lane = _Lane((self._in_private if private else self._in_a_group).limiter())
        self._lanes[chat] = lane
        return lane


def _seconds(limited: RetryAfter) -> float:
    """Return the wait; the library gives a number, or a timedelta where that was chosen."""
    wait = limited.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
