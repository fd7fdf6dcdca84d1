"""The words all parts share, and what the core asks of the outside world.

`Incoming` is what happened on a platform, in our words. `Owed` is what the bot still has to do
there. `Channel`, `Store` and `Clock` are the ports; each adapter in `bot/adapters` implements one.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from bot.domain.evidence import Media, StoredFile
from bot.domain.groups import GroupState
from bot.domain.protocol import AskerRole


@dataclass(frozen=True, slots=True)
class Address:
    """A place to speak to: a private chat, a group or a mailbox on one platform."""

    platform: str
    id: str = field(repr=False)

    def __str__(self) -> str:
        """Give the one-word form under which accounts and groups are kept ("telegram:4711")."""
        return f"{self.platform}:{self.id}"

    @classmethod
    def parse(cls, word: str) -> "Address":
        """Read the one-word form back."""
        platform, _, rest = word.partition(":")
        return cls(platform, rest)


class Happening(StrEnum):
    """What an `Incoming` tells."""

    MESSAGE = "message"
    TAP = "tap"
    JOIN_REQUEST = "join-request"
    JOINED = "joined"
    LEFT = "left"
    RIGHTS_CHANGED = "rights-changed"
    MOVED = "moved"
    REACHABLE = "reachable"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened on a platform.

    origin       names the update for ever ("telegram:8123"); a repeat carries the same one
    chat         where it happened; for a join request the group
    private      whether only this person and the bot are in the chat
    sender       the account it is about (who typed, tapped, asked, joined or left)
    text         what was typed, or the data of the tapped button
    message      the platform's id of the message typed, or of the message that holds the button
    tap          the platform's id by which a tap is answered
    reply_to     where the bot may write to the sender now, when that is not the private chat
                 (Telegram's `user_chat_id` of a join request)
    moved_to     the group's new address (Telegram's `migrate_to_chat_id`)
    media        the picture, film, sound or file that came with it, still on the platform
    sender_leads whether the sender is an owner or admin of the group, where the platform tells
    hears_again  whether the bot hears from now on who joins and leaves the group, and did not
                 before (RIGHTS_CHANGED)
    """

    origin: str
    what: Happening
    chat: Address
    private: bool
    sender: Address
    text: str = field(default="", repr=False)
    message: str = ""
    tap: str = ""
    reply_to: Address | None = None
    moved_to: Address | None = None
    media: Media | None = None
    sender_leads: bool = False
    hears_again: bool = False

    @property
    def words(self) -> str:
        """The text without the command, or the button's name, before it."""
        if self.what is Happening.TAP:
            return self.text.partition(":")[2]
        if self.text.startswith("/"):
            _, *rest = self.text.split(None, 1)
            return rest[0].strip() if rest else ""
        return self.text.strip()


class Act(StrEnum):
    """What can be owed on a platform."""

    SEND = "send"
    REPLACE = "replace"
    REMOVE = "remove"
    ANSWER_TAP = "answer-tap"
    ADMIT = "admit"
    REFUSE = "refuse"
    EXPEL = "expel"
    INSPECT = "inspect"
    MAKE_LINK = "make-link"
    LOOK_FOR = "look-for"
    KEEP = "keep"
    SEND_FILE = "send-file"
    DISCARD = "discard"
    TYPESET = "typeset"


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what it shows, and what comes back (at most 64 bytes).

    With `link` it opens a page instead; `link` "private:WORD" opens the private chat with the bot
    and starts it with that word (Telegram's deep link).
    """

    label: str
    data: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing the bot has promised to do, in final words, kept until it is done.

    id         the same at each try; platforms that can, use it to drop a repeat
    to         where; None until the person has an address
    person     key of the person it is for ("" for a group or an unknown account); with `to` as
               well: it goes there only as long as that is an address of this person
    subject    e-mail subject; "" where the text must not go by e-mail
    message    the platform's id of the message to replace or remove
    account    whom to admit, refuse, expel or look for
    media      what to fetch from the platform and keep in the folder of evidence under `key`
    file       what to send out of that folder, under the name `name`
    about      the topic that hears the outcome ("reach:a7:p3:guardian-email"), "" for none
    otherwise  what is owed instead when the platform refuses for good
    tries, not_before  how often it failed, and when to try again
    number     the number of the case that it speaks of, "" for none
    waits      whether it is kept when it is refused, also where `about` hears of that
    parked     whether it waits for a way to the person, or to the account
    """

    id: str
    act: Act
    to: Address | None
    person: str = ""
    text: str = field(default="", repr=False)
    subject: str = field(default="", repr=False)
    buttons: tuple[tuple[Button, ...], ...] = ()
    message: str = ""
    tap: str = field(default="", repr=False)
    account: Address | None = None
    media: Media | None = None
    key: str = ""
    file: StoredFile | None = None
    name: str = ""
    about: str = ""
    otherwise: tuple["Owed", ...] = ()
    tries: int = 0
    not_before: datetime | None = None
    number: str = ""
    waits: bool = False
    parked: bool = False

    @property
    def batch(self) -> str:
        """The key of the batch this belongs to."""
        return self.id.partition("-")[0]

    def moved(self, old: Address, new: Address) -> "Owed":
        """Give the same thing for a group that has another address now."""
        return replace(
            self,
            to=new if self.to == old else self.to,
            otherwise=tuple(o.moved(old, new) for o in self.otherwise),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """What one commit promised; the document is gone when all of it is done."""

    key: str
    owed: tuple[Owed, ...]


class Fate(StrEnum):
    """What became of one try. *Accepted by the platform* is not *reached*."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    FAILED = "failed"
    MOVED = "moved"


class Refusal(StrEnum):
    """Why a platform refuses for good."""

    CANNOT_WRITE_FIRST = "cannot-write-first"
    BLOCKED = "blocked"
    NO_SUCH_CHAT = "no-such-chat"
    NO_RIGHTS = "no-rights"
    BAD_ADDRESS = "bad-address"
    TOO_LATE = "too-late"
    NOT_POSSIBLE = "not-possible"
    NO_ADDRESS = "no-address"
    TOO_BIG = "too-big"
    ARCHIVE = "archive"
    WRONG_KIND = "wrong-kind"
    EMPTY = "empty"
    ENDLESS = "endless"
    FILE_GONE = "file-gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the platform answered to one try.

    message   the platform's id of the message sent
    why       reason of a refusal
    after     seconds to wait before the next try, where the platform says so
    moved_to  the group's new address
    found     answer to INSPECT
    link      answer to MAKE_LINK
    inside    answer to LOOK_FOR: whether the account is in the group
    kept      answer to KEEP and TYPESET: what lies in the folder of evidence now
    trouble   for the log: what went wrong, without any private word
    """

    fate: Fate
    message: str = ""
    why: Refusal | None = None
    after: float | None = None
    moved_to: Address | None = None
    found: GroupState | None = None
    link: str = field(default="", repr=False)
    inside: bool | None = None
    kept: StoredFile | None = None
    trouble: str = ""


class Channel(Protocol):
    """A way out: a chat platform, or e-mail."""

    @property
    def platform(self) -> str:
        """The word before the colon in its addresses."""
        ...

    @property
    def readable_by_platform(self) -> bool:
        """Whether the company behind it can read along (no end-to-end encryption)."""
        ...

    async def deliver(self, owed: Owed) -> Outcome:
        """Try once.

        Waits out a rate limit itself; doubt is FAILED, never ACCEPTED. Never raises for anything
        the platform or the network does.
        """
        ...


Take = Callable[[Incoming], Awaitable[None]]
"""How an adapter hands something in: returns once it is on disk, and only then the adapter may
acknowledge it. Raises `StoreError` when it could not be kept; then the adapter must not.
"""


SetAside = Callable[[str, str, str, Exception], Awaitable[None]]
"""How an adapter hands in what it can't even read: origin, platform, the raw text, what was wrong.
It is kept, so that it stops nothing and is not lost; raises `StoreError` like `Take`.
"""


class StoreError(Exception):
    """Something could not be kept or read back; the text names the file and what to do."""


class LastingStoreError(StoreError):
    """The same again would fail the same way: a damaged file, a document that can't be written."""


class Aggregate(Protocol):
    """A document that is read and written whole. Its class name names its folder."""

    @property
    def key(self) -> str:
        """Unique within its class; safe as a file name."""
        ...


A = TypeVar("A", bound=Aggregate)


class Unit(Protocol):
    """One unit of work: reads see its own writes; nothing is kept unless it is committed."""

    def get(self, kind: type[A], key: str) -> A | None:
        """Read one document, or None."""
        ...

    def keys(self, kind: type[A]) -> list[str]:
        """List the keys of all documents of a class, sorted."""
        ...

    def put(self, document: Aggregate) -> None:
        """Write one document whole."""
        ...

    def remove(self, kind: type[Any], key: str) -> None:
        """Remove one document and destroy its key."""
        ...

    @property
    def changed(self) -> Mapping[tuple[type[Any], str], Any]:
        """What this unit has written so far; None stands for removed."""
        ...


class Store(Protocol):
    """Keeps documents. One process, one writer."""

    def begin(self) -> Unit:
        """Start a unit of work that sees everything committed so far."""
        ...

    def commit(self, unit: Unit) -> Awaitable[None]:
        """Make the unit's writes visible to later units at once.

        What is returned tells when they are on disk. Many commits in one turn of the loop share
        one sync. When the sync fails, all of them are undone, in memory too, and each awaiter
        gets a `StoreError`.
        """
        ...

    async def close(self) -> None:
        """Write everything out, and let go of the folder."""
        ...


class FileRefusedError(Exception):
    """A file is not taken in, and never will be; `why` says so."""

    def __init__(self, why: Refusal) -> None:
        """Take why not."""
        super().__init__(why)
        self.why = why


class NoSuchFileError(Exception):
    """A file is not in the folder of evidence, or can't be opened; the text names its key."""


class Files(Protocol):
    """The folder of evidence: each file encrypted on arrival, under a key of its own."""

    async def take_in(self, key: str, parts: AsyncIterator[bytes]) -> StoredFile:
        """Keep what arrives, piece by piece, in the place of an earlier try under this key.

        Raises `FileRefusedError`, or `StoreError` when the disk refused; nothing is left then. What
        `parts` raises comes through.
        """
        ...

    async def put(self, key: str, content: bytes, kind: str) -> StoredFile:
        """Keep what the bot made itself; raises `StoreError`."""
        ...

    def read(self, file: StoredFile) -> AsyncIterator[bytes]:
        """Give a file back, piece by piece; raises `NoSuchFileError`, also half-way."""
        ...

    async def remove(self, key: str) -> None:
        """Take a file away, if it is there; raises `StoreError`."""
        ...


class Clock(Protocol):
    """What time it is. Tests move it by hand."""

    def now(self) -> datetime:
        """Give the time in UTC, with its zone."""
        ...


class Alarm(Protocol):
    """Wakes the engine at a time; the only thing a scheduler is for here."""

    def wake_at(self, when: datetime | None) -> None:
        """Ask to be woken once at `when` (None: not at all); the last wish counts."""
        ...


@dataclass(frozen=True, slots=True)
class AdviceOption:
    """An answer to tap: its label, and the facts that follow from it, packed into a few signs."""

    label: str
    packed: str


@dataclass(frozen=True, slots=True)
class Advice:
    """An answer to "mag dit?", ready to be shown.

    text      verdict, reason and what to do instead, with the clause numbers
    clauses   the clauses it rests on, the deciding one first; empty where the protocol is silent
    distress  whether the question tells of danger: help comes above any rule then
    options   what the bot asks back, as answers to tap
    facts     what was understood, packed; "" where there is nothing to correct
    withheld  whether somebody in need hears help alone; the answer waits for a tap
    """

    text: str = field(repr=False)
    clauses: tuple[str, ...] = ()
    distress: bool = False
    options: tuple[AdviceOption, ...] = field(default=(), repr=False)
    facts: str = field(default="", repr=False)
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class ClauseText:
    """What a clause says: in our words, and in the school's own ("" where they are not known)."""

    ours: str
    official: str


class Adviser(Protocol):
    """Knows the protocol."""

    def advise(self, question: str, role: AskerRole, language: str, before: str = "") -> Advice:
        """Answer a question; says so where the protocol is silent (P4).

        `before` are the packed facts of the answer before, on which the question may lean.
        """
        ...

    def tells_of_danger(self, words: str) -> bool:
        """Say whether words that are no question tell of danger or despair, as `Advice` does."""
        ...

    def advise_again(self, packed: str, language: str) -> Advice | None:
        """Answer on packed facts; None for a button of an older release."""
        ...

    def correctable(self, packed: str, language: str) -> Advice | None:
        """List the packed facts, to be corrected; None for a button of an older release."""
        ...

    def values(self, signed: str, language: str) -> Advice | None:
        """List the values of the fact whose sign comes first; None as above."""
        ...

    def clause(self, number: str, language: str) -> ClauseText | None:
        """Give a clause in our words, and in the school's where they are known."""
        ...
