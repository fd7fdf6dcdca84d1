"""The rooms of the local chat and what is said in them: values in, values out."""

from dataclasses import dataclass, field, replace

from bot.domain.evidence import StoredFile
from bot.domain.groups import GroupState, Right
from bot.ports import Act, Button, Owed, Refusal

BOT = ""
"""The author of what the bot says."""

KEPT = 200
"""Messages kept in a room; older ones are forgotten, as a phone would show."""

LONGEST_DATA = 64
"""Bytes that come back from a button, as on Telegram (InlineKeyboardButton.callback_data)."""

ACCOUNT_ACTS = frozenset({Act.ADMIT, Act.REFUSE, Act.EXPEL, Act.LOOK_FOR})
GROUP_ACTS = ACCOUNT_ACTS | {Act.MAKE_LINK}

NEEDED_RIGHT = {
    Act.REMOVE: Right.DELETE_MESSAGES,
    Act.ADMIT: Right.INVITE,
    Act.REFUSE: Right.INVITE,
    Act.MAKE_LINK: Right.INVITE,
    Act.EXPEL: Right.REMOVE_MEMBERS,
}
"""What the bot must be allowed to do in a group for an act, as on Telegram."""


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """Somebody with an account. `description` is who that is, in a few words."""

    id: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file with a message: what it is called there, and where it lies if the bot sent it."""

    name: str
    stored: StoredFile | None = None


@dataclass(frozen=True, slots=True)
class LocalMessage:
    """One message. `author` is "" for the bot.

    `owed` names what the bot had promised by it, or the origin that its author gave it.
    """

    id: str
    author: str
    text: str = field(repr=False)
    at: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    owed: str = ""
    removed: bool = False
    edited: bool = False
    file: LocalFile | None = None

    @property
    def shown(self) -> str:
        """The words, or the name of a file that came without any."""
        return self.text or (f"[{self.file.name}]" if self.file is not None else "")


@dataclass(frozen=True, slots=True)
class LocalRoom:
    """A private room (its key is the person's id) or a group, with what was said there.

    `members` and `asking` (to join) are person ids; `numbered` counts every message ever said.
    """

    key: str
    title: str = ""
    group: bool = False
    public: bool = False
    bot_is_admin: bool = True
    rights: frozenset[Right] = frozenset(Right)
    members: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    messages: tuple[LocalMessage, ...] = field(default=(), repr=False)
    numbered: int = 0

    @property
    def state(self) -> GroupState:
        """Tell how the room stands as a group."""
        if not self.group:
            return GroupState(is_group=False, public=False, bot_is_admin=False)
        return GroupState(
            is_group=True,
            public=self.public,
            bot_is_admin=self.bot_is_admin,
            rights=self.rights if self.bot_is_admin else frozenset(),
            members=len(self.members) + 1,
        )

    def message(self, number: str) -> LocalMessage | None:
        """Find a message by its id; None when it was never said here, or is forgotten."""
        return next((m for m in self.messages if m.id == number), None)

    def said_by(self, author: str, owed: str) -> LocalMessage | None:
        """Find what somebody said under the id that only a repeat shares."""
        return next((m for m in self.messages if m.owed == owed and m.author == author), None)

    def with_message(
        self,
        author: str,
        text: str,
        at: str,
        owed: str,
        buttons: tuple[tuple[Button, ...], ...] = (),
        file: LocalFile | None = None,
    ) -> "LocalRoom":
        """Give the room in which this was said; a repeat changes nothing."""
        if self.said_by(author, owed) is not None:
            return self
        number = self.numbered + 1
        message = LocalMessage(str(number), author, text, at, buttons, owed, file=file)
        return replace(self, messages=(*self.messages, message)[-KEPT:], numbered=number)

    def with_changed(self, changed: LocalMessage) -> "LocalRoom":
        """Give the room with one message as it is now."""
        messages = tuple(changed if m.id == changed.id else m for m in self.messages)
        return replace(self, messages=messages)

    def with_member(self, person: str) -> "LocalRoom":
        """Give the room with somebody in it, who asks no more."""
        members = self.members if person in self.members else (*self.members, person)
        return replace(self.without_applicant(person), members=members)

    def without_member(self, person: str) -> "LocalRoom":
        """Give the room without somebody."""
        return replace(self, members=tuple(m for m in self.members if m != person))

    def with_applicant(self, person: str) -> "LocalRoom":
        """Give the room with somebody who waits to be let in."""
        asking = self.asking if person in self.asking else (*self.asking, person)
        return replace(self, asking=asking)

    def without_applicant(self, person: str) -> "LocalRoom":
        """Give the room with nobody of that name waiting any more."""
        return replace(self, asking=tuple(a for a in self.asking if a != person))


def refusal_of(owed: Owed, room: LocalRoom) -> Refusal | None:
    """Say why something can't be done in a room at all; None when it can be tried."""
    if (owed.act in GROUP_ACTS and not room.group) or owed.act is Act.DISCARD:
        return Refusal.NOT_POSSIBLE
    if owed.act is Act.LOOK_FOR and not room.bot_is_admin:
        return Refusal.NO_RIGHTS
    right = NEEDED_RIGHT.get(owed.act)
    if room.group and right is not None and right not in room.state.rights:
        message = room.message(owed.message) if owed.act is Act.REMOVE else None
        if message is None or message.author != BOT:
            return Refusal.NO_RIGHTS
    if owed.act in {Act.SEND, Act.REPLACE} and not _can_be_shown(owed):
        return Refusal.NOT_POSSIBLE
    return None


def _can_be_shown(owed: Owed) -> bool:
    data = (button.data for row in owed.buttons for button in row)
    return bool(owed.text.strip()) and all(len(d.encode()) <= LONGEST_DATA for d in data)
