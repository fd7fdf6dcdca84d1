"""Telegram as a way in: fetches raw updates, hands them in, and only then moves the offset.

The loop never ends by itself. What goes wrong is told once, in a sentence, and tried again: slowly
when only an administrator can mend it, after a growing pause when it may mend itself. Whether the
bot hears anybody follows from when it last did, never from whether the loop runs.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec
from telegram import BotCommand, BotCommandScopeAllPrivateChats, User
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TimedOut

from bot.adapters.telegram_bot import TelegramBot
from bot.adapters.telegram_refusals import seconds_of
from bot.adapters.telegram_updates import KINDS, PLATFORM, read_update
from bot.ports import SetAside, StoreError, Take

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the loop waits, in seconds.

    long_poll   how long Telegram may hold a call when there is no news
    patience    how much longer a call may take before its connection counts as dead
    first, growth, longest   the pauses after a failure that may mend itself
    conflict    the first pause while somebody else fetches the updates
    mending     the pause after a failure that only an administrator can mend
    """

    long_poll: int = 30
    patience: float = 10.0
    first: float = 1.0
    growth: float = 1.5
    longest: float = 30.0
    conflict: float = 5.0
    mending: float = 60.0

    @property
    def silence(self) -> float:
        """The longest time without a success in which the bot still counts as hearing."""
        return 2 * (self.long_poll + self.patience)


USUAL_PACE = Pace()


class TelegramIntake:
    """The loop that hears what happens on Telegram."""

    def __init__(
        self,
        bot: TelegramBot,
        take: Take,
        set_aside: SetAside,
        *,
        commands: Sequence[tuple[str, str]] = (),
        pace: Pace = USUAL_PACE,
    ) -> None:
        """Take the bot and the engine's doors; nothing happens before `start`.

        commands  name and meaning of what the private chat's menu offers (setMyCommands)
        """
        self._bot = bot
        self._take = take
        self._set_aside = set_aside
        self._commands = commands
        self._pace = pace
        self._task: asyncio.Task[None] | None = None
        self._me: User | None = None
        self._offset = 0
        self._pause = 0.0
        self._trouble = ""
        self._needs_mending = False
        self._heard_at: float | None = None

    def start(self) -> None:
        """Begin to listen, in the running loop; whether Telegram answers is for `health`."""
        self._task = asyncio.get_running_loop().create_task(self._listen(), name="telegram-intake")

    async def stop(self) -> None:
        """Stop listening at once. What was fetched but not kept comes again after a start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    def health(self) -> dict[str, Any]:
        """Tell whether the bot hears what happens.

        ok                 heard Telegram not long ago, and nobody has to mend anything
        seconds_since_last_success   since all that Telegram had was fetched and kept; None: never
        trouble            what goes wrong now, in a sentence; "" for nothing
        """
        age = None if self._heard_at is None else time.monotonic() - self._heard_at
        return {
            "ok": age is not None and age <= self._pace.silence and not self._needs_mending,
            "seconds_since_last_success": None if age is None else round(age, 1),
            "trouble": self._trouble,
        }

    async def _listen(self) -> None:
        while True:
            try:
                if self._me is None:
                    self._me = await self._introduce()
                await self._hear(self._me)
            except Exception as error:  # noqa: BLE001 - a loop that ends is a bot that is deaf
                await self._rest_after(error)
            else:
                self._all_is_well()

    async def _introduce(self) -> User:
        """Learn who the bot is, and see to it that updates can be fetched."""
        await self._bot.open()
        me = await self._bot.get_me()
        await self._bot.delete_webhook()
        if self._commands:
            await self._offer_commands()
        if not me.can_read_all_group_messages:
            log.warning(
                "Privacy mode is on for @%s: in a group where it is no administrator it only sees "
                "commands. Make it an administrator of every class group.",
                me.username,
            )
        log.info("This is @%s on Telegram.", me.username)
        return me

    async def _offer_commands(self) -> None:
        try:
            await self._bot.set_my_commands(
                [BotCommand(name, meaning) for name, meaning in self._commands],
                scope=BotCommandScopeAllPrivateChats(),
            )
        except BadRequest:
            log.warning("Telegram does not take the list of commands; the menu stays as it was.")

    async def _hear(self, me: User) -> None:
        # The first call does not wait: whether updates can be fetched at all has to show at once.
        wait = self._pace.long_poll if self._heard_at is not None else 0
        updates = await self._bot.raw_updates(self._offset, wait, KINDS, self._pace.patience)
        if updates:
            await self._hand_in(updates, me)

    async def _hand_in(self, updates: Sequence[Any], me: User) -> None:
        """Hand a batch in, in order; raise the first error with which something was not kept.

        The engine does all its work on an update before it first waits, so the order stays and
        the whole batch shares one sync of the disk.
        """
        results = await asyncio.gather(
            *(self._hand_in_one(update, me) for update in updates), return_exceptions=True
        )
        for update, result in zip(updates, results, strict=True):
            if isinstance(result, asyncio.CancelledError):
                raise StoreError("The store stopped before it was on disk.")
            if isinstance(result, BaseException):
                raise result
            self._move_past(update)
        if all(_id_of(update) is None for update in updates):
            # They may come again until one with an id shows how far to go.
            await asyncio.sleep(self._pace.first)

    async def _hand_in_one(self, update: Any, me: User) -> None:  # noqa: ANN401 - whatever came
        try:
            incoming = read_update(update, me.username or "", me.id)
            if incoming is not None:
                await self._take(incoming)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - one poisoned update must not stop the rest
            raw = msgspec.json.encode(update)
            await self._set_aside(_origin_of(update, raw), PLATFORM, raw.decode(), error)

    def _move_past(self, update: Any) -> None:  # noqa: ANN401 - whatever came
        """Let the next call confirm this update.

        One without an id came after all that were confirmed, so one step confirms nothing else.
        """
        known = _id_of(update)
        self._offset = self._offset + 1 if known is None else max(self._offset, known + 1)

    def _all_is_well(self) -> None:
        if self._trouble:
            log.info("Telegram is heard again.")
        self._heard_at = time.monotonic()
        self._trouble, self._pause, self._needs_mending = "", 0.0, False

    async def _rest_after(self, error: Exception) -> None:
        trouble = _trouble_of(error)
        if trouble != self._trouble:
            log.error("%s", trouble)
        self._trouble = trouble
        self._needs_mending = isinstance(error, InvalidToken)
        await asyncio.sleep(self._wait_after(error))

    def _wait_after(self, error: Exception) -> float:
        match error:
            case InvalidToken():
                return self._pace.mending
            case RetryAfter():
                return seconds_of(error)
            case Conflict():
                least = self._pace.conflict
            case _:
                least = self._pace.first
        self._pause = min(self._pace.longest, max(self._pause * self._pace.growth, least))
        return self._pause


def _trouble_of(error: Exception) -> str:
    """Say what is wrong and what to do. The library's own words may hold the token: never those."""
    match error:
        case InvalidToken():
            return (
                "Telegram does not know the bot's token (401 or 404). Check [telegram] token_file "
                "and base_url; @BotFather tells the token."
            )
        case Conflict():
            return (
                "Another process fetches this bot's updates, or a webhook was set (409). One token "
                "serves one process: stop the other one, or let @BotFather make a new token."
            )
        case RetryAfter():
            return "Telegram asks the bot to fetch updates less often (429)."
        case TimedOut():
            return "Telegram does not answer in time; the bot goes on trying."
        case StoreError():
            return f"What came in could not be kept, so it is fetched again: {error}"
        case _:
            kind = type(error).__name__
            return f"Telegram or the way to it has trouble ({kind}); the bot goes on trying."


def _id_of(update: Any) -> int | None:  # noqa: ANN401 - whatever came
    found = update.get("update_id") if isinstance(update, dict) else None
    return found if isinstance(found, int) else None


def _origin_of(update: Any, raw: bytes) -> str:  # noqa: ANN401 - whatever came
    """Name an update for ever, also one that has no id: fetched again it has the same name."""
    found = _id_of(update)
    return f"{PLATFORM}:{sha256(raw).hexdigest()[:16] if found is None else found}"
