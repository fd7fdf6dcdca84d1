"""The local chat in a terminal: one person at a time, buttons as numbers."""

import asyncio
import contextlib
import re
import sys
import threading
import uuid
from collections.abc import Callable
from itertools import chain

from bot.adapters.local import BOT, Event, LocalChat, LocalMessage, LocalPerson, NotTakenError
from bot.ports import Button

SWITCH, GROUP, PRIVATE, STOP = ":wissel", ":groep", ":privé", ":stop"

LIKE_A_COMMAND = re.compile(r":[^\W\d_]{2}")
"""A smiley such as :) or :D is a message."""

Phrase = Callable[[str], str]


class Terminal:
    """Somebody at a keyboard, who is one person of the school at a time."""

    def __init__(self, chat: LocalChat, phrase: Phrase, write: Callable[[str], None]) -> None:
        """Take the chat, its words by id, and where lines are written."""
        self._chat = chat
        self._phrase = phrase
        self._write = write
        self._person: LocalPerson | None = None
        self._room = ""
        self._last: LocalMessage | None = None

    def welcome(self) -> None:
        """Show what can be typed, and who one can be."""
        self._write(self._phrase("terminal-welcome"))
        self._list_people()

    async def take(self, line: str) -> bool:
        """Do what a line says; False when it says to stop."""
        words = line.strip()
        command = words.casefold()
        if command == STOP:
            return False
        if self._person is None:
            self._become(words)
        elif command == SWITCH:
            self._person = None
            self._list_people()
        elif command == GROUP:
            self._enter_group(self._person)
        elif command in {PRIVATE, ":prive"}:
            self._enter(self._person.id)
        elif LIKE_A_COMMAND.match(words):
            # Most likely a slip of the keys; in a group everybody would read it.
            self._write(self._phrase("terminal-unknown-command"))
        elif words:
            await self._speak(self._person, words)
        return True

    def hear(self, event: Event) -> None:
        """Show what the person who is chosen would see on their phone."""
        person = self._person
        if person is None:
            return
        if event["kind"] == "toast" and event["as"] == person.id and event["text"]:
            self._write(f"  ({event['text']})")
        message = event.get("message")
        if not isinstance(message, LocalMessage) or not self._sees(person, event["room"]):
            return
        # One's own words stand there already, until the bot takes them away.
        if message.author != person.id or message.removed:
            self._show(event["room"], message)

    def _sees(self, person: LocalPerson, room: str) -> bool:
        found = self._chat.room(room)
        return found is not None and person.id in found.members

    def _become(self, words: str) -> None:
        people = list(self._chat.people.values())
        if not words.isdecimal() or not 1 <= int(words) <= len(people):
            self._write(self._phrase("terminal-choose"))
            return
        self._person = people[int(words) - 1]
        self._enter(self._person.id)

    def _list_people(self) -> None:
        for number, person in enumerate(self._chat.people.values(), 1):
            self._write(f"  {number:2}. {person.name}  {person.description}".rstrip())
        self._write(self._phrase("terminal-choose"))

    def _enter_group(self, person: LocalPerson) -> None:
        groups = [r.key for r in self._chat.rooms() if r.group and person.id in r.members]
        if groups:
            self._enter(groups[0])
        else:
            self._write(self._phrase("terminal-no-group"))

    def _enter(self, room: str) -> None:
        self._room = room
        self._last = None
        found = self._chat.room(room)
        name = self._person.name if self._person else ""
        self._write(f"--- {name}: {self._title(room)} ---")
        for message in found.messages if found else ():
            self._show(room, message)

    def _show(self, room: str, message: LocalMessage) -> None:
        author = self._phrase("terminal-bot") if message.author == BOT else self._name(message)
        where = "" if room == self._room else f" [{self._title(room)}]"
        words = self._phrase("terminal-removed") if message.removed else message.shown
        self._write(f"{author}{where}: {words}")
        for number, button in enumerate(_buttons(message), 1):
            # Elsewhere it has no number: that would be said aloud in this room, not pressed.
            mark = f"[{number}]" if room == self._room else "-"
            self._write(f"  {mark} {button.label}")
        if room != self._room:
            return
        if message.buttons:
            self._last = message
        elif self._last is not None and self._last.id == message.id:
            # Its buttons are gone: a number is a number again.
            self._last = None

    def _title(self, room: str) -> str:
        found = self._chat.room(room)
        return found.title if found and found.group else self._phrase("terminal-private")

    def _name(self, message: LocalMessage) -> str:
        person = self._chat.people.get(message.author)
        return person.name if person else message.author

    async def _speak(self, person: LocalPerson, words: str) -> None:
        origin = str(uuid.uuid4())
        buttons = _buttons(self._last) if self._last else []
        try:
            if words.isdecimal() and 1 <= int(words) <= len(buttons) and self._last:
                await self._press(person, buttons[int(words) - 1], self._last, origin)
            else:
                await self._chat.say(person.id, self._room, words, origin)
        except NotTakenError:
            self._write(self._phrase("page-not-kept"))

    async def _press(
        self, person: LocalPerson, button: Button, message: LocalMessage, origin: str
    ) -> None:
        kind, _, word = button.link.partition(":")
        if kind == "private":
            self._enter(person.id)
            await self._chat.say(person.id, person.id, f"/{word}", origin)
        elif button.link:
            self._write(button.link)
        else:
            await self._chat.tap(person.id, self._room, message.id, button.data, origin)


async def converse(chat: LocalChat, phrase: Phrase) -> None:
    """Talk at this terminal until its user stops."""
    terminal = Terminal(chat, phrase, _print)
    terminal.welcome()
    lines = _typed_lines()
    async with chat.events() as queue:

        async def listen() -> None:
            while True:
                terminal.hear(await queue.get())

        listening = asyncio.create_task(listen())
        try:
            while line := await lines.get():
                if not await terminal.take(line):
                    break
                # A moment for the answers, so that they stand above the next question.
                await asyncio.sleep(0.2)
        finally:
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await listening


def _typed_lines() -> "asyncio.Queue[str]":
    """Give a queue of what is typed, line by line; "" ends it."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str] = asyncio.Queue()

    def read() -> None:
        # A file of its own: at the end Python waits for whoever still reads from sys.stdin.
        keyboard, encoding = sys.stdin.fileno(), sys.stdin.encoding
        with (
            open(keyboard, encoding=encoding, errors="replace", closefd=False) as typed,
            # When the conversation is over, its loop is closed and nobody wants the rest.
            contextlib.suppress(RuntimeError),
        ):
            for line in chain(typed, ("",)):
                loop.call_soon_threadsafe(lines.put_nowait, line)

    # Nobody can wake a thread that waits for a key; this one does not keep the program alive.
    threading.Thread(target=read, name="keyboard", daemon=True).start()
    return lines


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _buttons(message: LocalMessage) -> list[Button]:
    return [button for row in message.buttons for button in row]
