"""What a handler may ask for: what to say to whom, and what to do in a group.

A wish names texts by id; `bot.wording` turns it into an `Owed` in final words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.evidence import Media, StoredFile
from bot.ports import Address


@dataclass(frozen=True, slots=True)
class Term:
    """A word or name from content, to be filled in in another text ("what": Term("plan-facts"))."""

    text: str
    fields: Mapping[str, str | int] = field(default_factory=dict, repr=False)


Fields = Mapping[str, str | int | Term]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: the id of its label and what comes back when it is tapped (at most 64 bytes).

    With `link` it opens a page, or the private chat ("private:WORD"), instead. `sign` is the
    pictogram before its label.
    """

    text: str
    data: str = ""
    fields: Fields = field(default_factory=dict, repr=False)
    link: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One more text under another, in the same message."""

    text: str
    fields: Fields = field(default_factory=dict, repr=False)


Rows = tuple[tuple[Choice, ...], ...]

Words = Line | str
"""What stands in a paper: a text of ours, or words exactly as somebody wrote them."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; `widths` are parts of the breadth of the page."""

    columns: tuple[Line, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Words, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A few words under a heading of their own; `under` says in small print who wrote them, when.

    signs  a checksum, of which each sign counts
    """

    title: Words
    words: tuple[Words, ...] = ()
    under: tuple[Words, ...] = ()
    signs: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of a paper."""

    title: Line
    intro: tuple[Words, ...] = ()
    passages: tuple[Passage, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be printed or handed over.

    facts   what stands on the cover: a name and a value each
    notes   what whoever holds it has to know before reading
    author  the school that gives it out
    header  stands at the top of each page, `page` before the number of the page
    """

    title: Line
    author: str
    made_at: datetime
    header: Line
    page: Line
    facts: tuple[tuple[Line, tuple[Words, ...]], ...] = ()
    notes: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Say:
    """Say a text to a person (by key; the address is found when it is sent) or at an address.

    more       further texts in the same message, each on a line of its own
    language   of the text; "" means that of the person, or of the school
    about      topic that hears what became of it ("reach:a7:p3:guardian-email")
    person     whose address `to` is: when it is not any more, nothing is said there
    otherwise  what to do instead when it is refused for good
    waits      whether it is kept when it is refused, and said as soon as there is a way; `about`
               hears of each try (without `about`, what is for a person waits anyway)
    """

    to: str | Address
    text: str
    fields: Fields = field(default_factory=dict, repr=False)
    more: tuple[Line, ...] = ()
    buttons: Rows = ()
    language: str = ""
    about: str = ""
    person: str = ""
    otherwise: tuple["Wish", ...] = ()
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Replace:
    """Put other words, and other or no buttons, in the place of a message of the bot."""

    chat: Address
    message: str
    text: str
    fields: Fields = field(default_factory=dict, repr=False)
    buttons: Rows = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a message out of a group."""

    chat: Address
    message: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class AnswerTap:
    """Answer a tap with a short line that only the tapper sees; "" only stops the waiting."""

    chat: Address
    tap: str
    text: str = ""
    fields: Fields = field(default_factory=dict, repr=False)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Admit:
    """Let somebody into a group who asked to join; `about` hears whether it worked."""

    chat: Address
    account: Address
    about: str = ""


@dataclass(frozen=True, slots=True)
class Refuse:
    """Turn down somebody who asked to join."""

    chat: Address
    account: Address


@dataclass(frozen=True, slots=True)
class Expel:
    """Take somebody out of a group; the person may ask to join again. `about` hears of it."""

    chat: Address
    account: Address
    about: str = ""


@dataclass(frozen=True, slots=True)
class Inspect:
    """Ask the platform how a group stands; `about` hears the answer."""

    chat: Address
    about: str


@dataclass(frozen=True, slots=True)
class MakeLink:
    """Make an invite link on which everybody has to ask to join; `about` hears it."""

    chat: Address
    about: str


@dataclass(frozen=True, slots=True)
class LookFor:
    """Ask the platform whether somebody is in a group; `about` hears the answer."""

    chat: Address
    account: Address
    about: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Fetch what somebody sent from its platform, and keep it in the folder of evidence.

    chat   where it was sent
    key    names it in that folder; a second try replaces the first
    about  topic that hears what became of it: `kept`, or why it was refused
    """

    chat: Address
    media: Media
    key: str
    about: str


@dataclass(frozen=True, slots=True)
class SendFile:
    """Send a file of the folder of evidence to a person (by key) or to an address, in private.

    name    what the file is called there; never after a person (P6)
    text    what is said with it, "" for nothing
    person  as for `Say`; `about` hears whether it worked
    """

    to: str | Address
    file: StoredFile
    name: str
    text: str = ""
    fields: Fields = field(default_factory=dict, repr=False)
    language: str = ""
    about: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Typeset:
    """Make a PDF of a paper, in the school's language, and keep it in the folder of evidence.

    `about` hears what became of it: `kept`, under `key`.
    """

    paper: Paper
    key: str
    about: str


@dataclass(frozen=True, slots=True)
class Discard:
    """Take a file out of the folder of evidence, for ever."""

    key: str


Wish = (
    Say
    | Replace
    | Remove
    | AnswerTap
    | Admit
    | Refuse
    | Expel
    | Inspect
    | MakeLink
    | LookFor
    | Keep
    | SendFile
    | Discard
    | Typeset
)
