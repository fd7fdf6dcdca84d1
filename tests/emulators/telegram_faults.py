"""What can go wrong on the way to Telegram, on demand and in the order asked for."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from enum import StrEnum

from tests.emulators.telegram_things import Json, Refusal

USUAL_WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class Trouble(StrEnum):
    """How a call fails."""

    ANSWER = "answer"
    HANG = "hang"
    DROP = "drop"
    DELAY = "delay"


@dataclass
class Fault:
    """One failure and how many calls it still hits.

    method      the only method it hits, None for every one
    chat_id     the only chat it hits, None for every one
    user_id     the only account it hits a question or deed about, None for every one
    after_doing whether the call is carried out before its answer is lost
    body        the bytes to answer instead of JSON (a proxy's error page)
    seconds     how late the answer to a call that was carried out comes
    """

    trouble: Trouble
    times: int
    method: str | None = None
    chat_id: int | None = None
    user_id: int | None = None
    code: int = 500
    retry_after: int | None = None
    description: str | None = None
    body: bytes | None = None
    after_doing: bool = False
    seconds: float = 0.0

    @property
    def loses_answer(self) -> bool:
        """Tell whether the bot never hears what became of its call."""
        return self.trouble in {Trouble.HANG, Trouble.DROP}

    def hits(self, method: str, params: Json) -> bool:
        """Tell whether this call is one that has to fail."""
        return (
            self.times > 0
            and self.method in {None, method}
            and self.chat_id in {None, params.get("chat_id")}
            and self.user_id in {None, params.get("user_id")}
        )

    def refusal(self) -> Refusal:
        """Return the error answer in the platform's words."""
        words = self.description or USUAL_WORDS.get(self.code, "Error")
        if self.retry_after is None:
            return Refusal(self.code, words)
        words = self.description or f"Too Many Requests: retry after {self.retry_after}"
        return Refusal(self.code, words, retry_after=self.retry_after)


@dataclass
class Faults:
    """The failures that wait for calls; the first one that fits is used up."""

    _waiting: list[Fault] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, fault: Fault) -> None:
        """Let the next calls that fit fail."""
        self._waiting.append(fault)

    def next_for(self, method: str, params: Json) -> Fault | None:
        """Use up and return the failure of this call, if one waits for it."""
        for fault in self._waiting:
            if fault.hits(method, params):
                fault.times -= 1
                return fault
        return None

    async def wait_out(self, seconds: float | None = None) -> None:
        """Keep a call waiting that long, or until nothing fails any more."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.released.wait()

    def end(self) -> None:
        """Let nothing fail any more, and let go of every call that waits."""
        self._waiting.clear()
        self.released.set()
        self.released = asyncio.Event()
