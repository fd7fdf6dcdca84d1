"""E-mail that stays on this machine: each mail becomes a file, for the example school."""

import asyncio
import contextlib
import os
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from bot.adapters.email_message import CannotBeMailedError, Letterhead, Mail
from bot.ports import Clock, Fate, Outcome, Owed

# Ours: a number that grows, and the mark of the mail; never a name or an address (P6).
_OURS = re.compile(r"(?P<number>[0-9]{6,})-(?P<mark>[0-9a-f]{32})\.eml")


def nobody() -> None:
    """Hear of a new mail, and do nothing."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail in the folder, as its reader would see it. `at` is its Date."""

    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    at: datetime


class MailFolder:
    """A folder of .eml files (RFC 5322) as a `Channel`; any mail program opens them.

    One process at a time writes in it.
    """

    platform = "email"
    readable_by_platform = True

    def __init__(
        self,
        folder: Path,
        sender: str,
        clock: Clock,
        school: str,
        reply_to: str = "",
        told: Callable[[], None] = nobody,
    ) -> None:
        """Take the folder, which is made with the first mail; `told` hears of each new one.

        Raises `ValueError` when `sender`, `school` or `reply_to` cannot stand in a header.
        """
        self._folder = folder
        self._clock = clock
        self._letterhead = Letterhead(school, sender, reply_to)
        self._told = told
        self._writing = threading.Lock()

    async def deliver(self, owed: Owed) -> Outcome:
        """Write one mail, whole or not at all; a repeat is accepted and not written again."""
        try:
            mail = self._letterhead.write(owed, self._clock.now())
        except CannotBeMailedError as error:
            return error.outcome
        try:
            await asyncio.to_thread(self._keep, mail)
        except OSError as error:
            return Outcome(
                Fate.FAILED,
                trouble=f"A mail could not be written in {self._folder}: {error.strerror}.",
            )
        self._told()
        return Outcome(Fate.ACCEPTED, message=mail.id)

    def letters(self) -> list[Letter]:
        """Read every mail that was written, newest first. Raises `OSError` as files do."""
        letters = []
        for path in self._mails():
            # Whoever empties the folder while it is read has taken this letter out.
            with contextlib.suppress(FileNotFoundError):
                letters.append(_letter(path.read_bytes()))
        return letters

    def _mails(self) -> list[Path]:
        """List our files, the last one written first."""
        if not self._folder.exists():
            return []
        numbered = [
            (int(name["number"]), path)
            for path in self._folder.iterdir()
            if (name := _OURS.fullmatch(path.name))
        ]
        return [path for _, path in sorted(numbered, reverse=True)]

    def _keep(self, mail: Mail) -> None:
        with self._writing:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            names = [_OURS.fullmatch(path.name) for path in self._mails()]
            if any(name and name["mark"] == mail.mark for name in names):
                return
            last = int(names[0]["number"]) if names and names[0] else 0
            self._write(f"{last + 1:06}-{mail.mark}.eml", mail.message.as_bytes())

    def _write(self, name: str, content: bytes) -> None:
        # The same name at each try: what a killed process leaves behind is written over.
        unfinished = self._folder / "unfinished.tmp"
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self._folder / name)


def _letter(content: bytes) -> Letter:
    message = message_from_bytes(content, policy=policy.default)
    return Letter(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        text=message.get_content().replace("\r\n", "\n"),
        at=message["Date"].datetime,
    )
