"""Files on Telegram: what was sent goes into the folder of evidence, what is asked for comes out.

A file is held in memory in parts only when it comes in, and whole when it goes out; it is never on
the disk in clear.
"""

import contextlib

from telegram.error import BadRequest, TimedOut

from bot.adapters.telegram_bot import FILE_SECONDS, TelegramBot
from bot.adapters.telegram_refusals import may_come_back, refused
from bot.ports import (
    Fate,
    FileRefusedError,
    Files,
    NoSuchFileError,
    Outcome,
    Owed,
    Refusal,
    StoreError,
)

OFTEN_ENOUGH = 3
"""Tries after which a file that never ends, or that Telegram has not now, is given up."""


class TelegramFiles:
    """Carries files between Telegram and the folder of evidence."""

    def __init__(self, bot: TelegramBot, files: Files, seconds: float = FILE_SECONDS) -> None:
        """Take both ends, and how long a file may take to come in."""
        self._bot = bot
        self._files = files
        self._seconds = seconds

    async def keep(self, owed: Owed) -> Outcome:
        """Fetch a file and keep it (KEEP); raises `TelegramError`."""
        if owed.media is None or not owed.media.id:
            return refused(Refusal.WRONG_KIND, "This is no file.")
        try:
            parts = self._bot.file_parts(owed.media.id, self._seconds)
            async with contextlib.aclosing(parts) as arriving:
                kept = await self._files.take_in(owed.key, arriving)
        except FileRefusedError as error:
            return refused(error.why, f"A file was not taken in ({error.why}).")
        except TimedOut:
            return _later(owed, Refusal.ENDLESS, "A file did not come to its end in time.")
        except BadRequest as error:
            if not may_come_back(error):
                raise
            return _later(owed, Refusal.FILE_GONE, "Telegram has not got a file, now or any more.")
        except StoreError as error:
            return Outcome(Fate.FAILED, trouble=str(error))
        return Outcome(Fate.ACCEPTED, kept=kept)

    async def send(self, owed: Owed, chat: int) -> Outcome:
        """Send a file out of the folder (SEND_FILE); raises `TelegramError`."""
        if owed.file is None:
            return refused(Refusal.FILE_GONE, "There is no file to send.")
        try:
            content = b"".join([part async for part in self._files.read(owed.file)])
        except NoSuchFileError:
            return refused(Refusal.FILE_GONE, "A file is not in the folder of evidence.")
        sent = await self._bot.send_file(chat, content, owed.name, owed.text)
        return Outcome(Fate.ACCEPTED, message=str(sent))


def _later(owed: Owed, why: Refusal, trouble: str) -> Outcome:
    """Try again, but not for ever: somebody waits to hear what became of it."""
    if owed.tries + 1 < OFTEN_ENOUGH:
        return Outcome(Fate.FAILED, trouble=trouble)
    return refused(why, trouble)
