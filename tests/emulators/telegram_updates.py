"""The queue of updates of one bot, with the semantics of ``getUpdates``.

An update stays until a later call confirms it by its offset; what is not confirmed comes again.
Which kinds are kept at all is remembered from the last call that named ``allowed_updates``.
https://core.telegram.org/bots/api#getupdates
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.emulators.telegram_things import Json, Refusal

ONLY_WHEN_NAMED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that a bot gets only when it asked for them by name."""

MOST_AT_ONCE = 100


@dataclass(frozen=True)
class Waiting:
    """An update in the queue: its place, and what is sent (which may be broken on purpose)."""

    id: int
    body: Json


class UpdateQueue:
    """Updates that wait for the bot, oldest first."""

    def __init__(self, first_id: int = 700_000_001) -> None:
        """Start empty; ids are given out from `first_id` on."""
        self._next_id = first_id
        self._waiting: list[Waiting] = []
        self._again: list[Waiting] = []
        self._given: dict[int, Waiting] = {}
        self._allowed: frozenset[str] | None = None
        self._news = asyncio.Event()
        self._poll = 0
        self.confirmed = first_id - 1
        self.webhook: str = ""
        self.when_confirmed: Callable[[], None] = self.wake

    @property
    def pending(self) -> list[Json]:
        """Return the bodies of the updates that the bot has not confirmed yet."""
        return [update.body for update in self._waiting]

    @property
    def allowed(self) -> list[str] | None:
        """Return the kinds that the bot asked for, or None for the default set."""
        return None if self._allowed is None else sorted(self._allowed)

    def wants(self, kind: str) -> bool:
        """Tell whether an update of this kind is kept for the bot."""
        if self._allowed is None:
            return kind not in ONLY_WHEN_NAMED
        return kind in self._allowed

    def add(self, kind: str, body: Json) -> int | None:
        """Queue an update when the bot wants its kind; return its id."""
        if not self.wants(kind):
            return None
        return self.inject({kind: body})

    def inject(self, body: Json, *, without_id: bool = False) -> int:
        """Queue anything at all, wanted or not, well-formed or not; return its id."""
        update_id = int(body.get("update_id", self._next_id))
        self._next_id = max(self._next_id, update_id) + 1
        self._waiting.append(
            Waiting(update_id, body if without_id else {"update_id": update_id, **body})
        )
        self.wake()
        return update_id

    def repeat(self, update_id: int) -> None:
        """Deliver an update once more, although it was given out (and perhaps confirmed)."""
        self._again.append(self._given[update_id])
        self.wake()

    def repeat_last(self) -> None:
        """Deliver the update that was given out last once more."""
        self.repeat(max(self._given))

    def forget_all(self) -> None:
        """Drop everything that waits (``drop_pending_updates``)."""
        self._waiting.clear()

    def wake(self) -> None:
        """Let every waiting poll look again."""
        self._news.set()
        self._news = asyncio.Event()

    def end_polls(self) -> None:
        """Answer every waiting poll now."""
        self._poll += 1
        self.wake()

    async def poll(
        self,
        offset: int = 0,
        limit: int = MOST_AT_ONCE,
        timeout: float = 0,  # noqa: ASYNC109 (the name and meaning of the Bot API)
        allowed: Sequence[str] | None = None,
    ) -> list[Json]:
        """Answer one ``getUpdates``: confirm below `offset`, then wait up to `timeout` seconds.

        Raises `Refusal` 409 while a webhook is set, and when another call takes over.
        """
        if self.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if allowed is not None:
            self._allowed = frozenset(allowed) or None
        self._confirm(offset)
        self.end_polls()
        mine = self._poll
        loop = asyncio.get_running_loop()
        until = loop.time() + timeout
        while not (self._waiting or self._again) and loop.time() < until:
            news = self._news
            try:
                async with asyncio.timeout_at(until):
                    await news.wait()
            except TimeoutError:
                break
            if self._poll != mine:
                raise Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
        return self._take(max(1, min(limit, MOST_AT_ONCE)))

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = self._waiting[offset:]
        elif offset > 0:
            self._waiting = [update for update in self._waiting if update.id >= offset]
            self.confirmed = max(self.confirmed, offset - 1)
        self.when_confirmed()

    def _take(self, limit: int) -> list[Json]:
        taken = (self._again + self._waiting)[:limit]
        self._again = []
        self._given.update((update.id, update) for update in taken)
        return [update.body for update in taken]
