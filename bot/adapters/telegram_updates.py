"""What Telegram tells, in our words: one raw update to one `Incoming`.

Pure. The shapes name only what the bot looks at, so what Telegram adds later passes through
unseen, and an ordinary message costs a few microseconds. Source of every field:
https://core.telegram.org/bots/api#update.

Left out on purpose:
- messages in a group's own name or a channel's name (anonymous administrators): nobody the school
  knows wrote them, and an answer "to the sender" would be read by the whole group;
- messages and memberships of bots;
- `new_chat_members`: who joined comes with `chat_member` as soon as the bot is an administrator,
  and heard twice the teacher would be told twice. `left_chat_member` is taken: hearing it twice
  changes nothing, and it also comes when the bot has lost its rights.
"""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from bot.domain.evidence import Media
from bot.ports import Address, Happening, Incoming

PLATFORM = "telegram"

KINDS = ("message", "callback_query", "chat_member", "my_chat_member", "chat_join_request")
"""The kinds of update the bot asks for; the names are those of `allowed_updates`."""

OWN_LINK = re.compile(r"/start _([A-Za-z0-9_-]+)")
"""What a deep link of ours types: its word begins with an underscore, a code never does."""

GROUPS = frozenset({"group", "supergroup"})
PRIVATE = "private"

INSIDE = frozenset({"creator", "administrator", "member"})
LEADING = frozenset({"creator", "administrator"})


FILES = ("photo", "voice", "audio", "video", "video_note", "animation", "document", "sticker")
"""The media that are a file, by the names of their fields; an animation is a document too."""


class UnreadableUpdateError(Exception):
    """An update lacks what the Bot API promises; the text says where, and nothing anybody wrote."""


class _User(msgspec.Struct):
    id: int
    is_bot: bool = False


class _Chat(msgspec.Struct):
    id: int
    type: str


class _Media(msgspec.Struct, kw_only=True):
    """What may come in the place of words: a message has either a text or one of these."""

    animation: Any = None
    audio: Any = None
    checklist: Any = None
    contact: Any = None
    dice: Any = None
    document: Any = None
    game: Any = None
    live_photo: Any = None
    location: Any = None
    paid_media: Any = None
    photo: Any = None
    poll: Any = None
    sticker: Any = None
    story: Any = None
    venue: Any = None
    video: Any = None
    video_note: Any = None
    voice: Any = None


class _Message(_Media, kw_only=True, rename={"sender": "from"}):
    message_id: int
    chat: _Chat
    sender: _User | None = None
    text: str = ""
    caption: str = ""
    sender_chat: Any = None
    migrate_to_chat_id: int | None = None
    left_chat_member: _User | None = None


class _MessageWithButtons(msgspec.Struct):
    """A message of the bot; of one that is inaccessible Telegram tells no more than this."""

    message_id: int
    chat: _Chat


class _Tap(msgspec.Struct, rename={"sender": "from"}):
    id: str
    sender: _User
    message: _MessageWithButtons | None = None
    data: str | None = None


class _JoinRequest(msgspec.Struct, rename={"sender": "from"}):
    chat: _Chat
    sender: _User
    user_chat_id: int | None = None


class _Member(msgspec.Struct):
    status: str
    user: _User
    is_member: bool = False

    @property
    def inside(self) -> bool:
        """Tell whether this is somebody in the group: a restricted one may have left."""
        return self.status in INSIDE or (self.status == "restricted" and self.is_member)


class _MembershipChange(
    msgspec.Struct,
    rename={"sender": "from", "before": "old_chat_member", "now": "new_chat_member"},
):
    chat: _Chat
    sender: _User
    before: _Member
    now: _Member


class _Update(msgspec.Struct):
    update_id: int
    message: _Message | None = None
    callback_query: _Tap | None = None
    chat_member: _MembershipChange | None = None
    my_chat_member: _MembershipChange | None = None
    chat_join_request: _JoinRequest | None = None


def read_update(update: Mapping[str, Any], bot_name: str, bot_id: int) -> Incoming | None:
    """Read one update as ``getUpdates`` gives it; None for what is of no concern to the bot.

    `bot_name` is the bot's username, without the @.

    Raises:
        UnreadableUpdateError: a field that the Bot API promises is missing or of another type.

    """
    try:
        told = msgspec.convert(update, _Update)
    except msgspec.ValidationError as error:
        raise UnreadableUpdateError(f"Telegram sent an update without sense: {error}.") from None
    origin = f"{PLATFORM}:{told.update_id}"
    if told.message is not None:
        return _message(origin, told.message, bot_name, bot_id)
    if told.callback_query is not None:
        return _tap(origin, told.callback_query)
    if told.chat_join_request is not None:
        return _join_request(origin, told.chat_join_request)
    if told.chat_member is not None:
        return _membership(origin, told.chat_member, bot_id)
    if told.my_chat_member is not None:
        return _own_membership(origin, told.my_chat_member)
    return None


def address_of(chat: int) -> Address:
    """Give the address of a chat, which for a private chat is also that of the account."""
    return Address(PLATFORM, str(chat))


def _message(origin: str, message: _Message, bot_name: str, bot_id: int) -> Incoming | None:
    chat = message.chat
    private = chat.type == PRIVATE
    if not private and chat.type not in GROUPS:
        return None
    if message.migrate_to_chat_id is not None:
        return _moved(origin, chat, message.migrate_to_chat_id)
    if message.left_chat_member is not None:
        return _left(origin, chat, message.left_chat_member, bot_id)
    sender = message.sender
    if sender is None or sender.is_bot or message.sender_chat is not None:
        return None
    media = None if message.text else _media(message)
    text = message.text or message.caption
    if text.startswith("/"):
        text = _command(text, bot_name, private=private)
        media = media if text else None
    if not text and media is None:
        return None
    return Incoming(
        origin,
        Happening.MESSAGE,
        address_of(chat.id),
        private,
        address_of(sender.id),
        text,
        str(message.message_id),
        media=media,
    )


def _media(message: _Message) -> Media | None:
    """Describe what came in the place of words; of a photo the largest of its sizes."""
    found = [(kind, got) for kind in FILES if (got := getattr(message, kind)) is not None]
    if not found:
        others = (kind for kind in _Media.__struct_fields__ if getattr(message, kind) is not None)
        kind = next(others, None)
        return None if kind is None else Media(kind=kind)
    kind, got = found[0]
    largest = got[-1] if isinstance(got, list) and got else got
    if not isinstance(largest, dict):
        return Media(kind=kind)
    file, size, mime = (largest.get(name) for name in ("file_id", "file_size", "mime_type"))
    return Media(
        id=file if isinstance(file, str) else "",
        size=size if isinstance(size, int) else None,
        kind=mime if isinstance(mime, str) else kind,
    )


def _command(text: str, bot_name: str, *, private: bool) -> str:
    """Give a command as it is typed in private; "" when it is meant for another bot."""
    first = text.split(None, 1)[0]
    name, at, whom = first.partition("@")
    if at and whom.casefold() != bot_name.casefold():
        return ""
    plain = name + text[len(first) :]
    own = OWN_LINK.fullmatch(plain) if private else None
    return f"/{own[1]}" if own else plain


def _moved(origin: str, chat: _Chat, new_id: int) -> Incoming:
    old = address_of(chat.id)
    return Incoming(
        origin, Happening.MOVED, old, private=False, sender=old, moved_to=address_of(new_id)
    )


def _left(origin: str, chat: _Chat, who: _User, bot_id: int) -> Incoming | None:
    if who.is_bot or who.id == bot_id:
        return None
    return Incoming(
        origin, Happening.LEFT, address_of(chat.id), private=False, sender=address_of(who.id)
    )


def _tap(origin: str, tap: _Tap) -> Incoming | None:
    # Without a message it was tapped under another bot's words; without data it is a game.
    if tap.message is None or tap.data is None:
        return None
    return Incoming(
        origin,
        Happening.TAP,
        address_of(tap.message.chat.id),
        private=tap.message.chat.type == PRIVATE,
        sender=address_of(tap.sender.id),
        text=tap.data,
        message=str(tap.message.message_id),
        tap=tap.id,
    )


def _join_request(origin: str, request: _JoinRequest) -> Incoming:
    door = request.user_chat_id
    return Incoming(
        origin,
        Happening.JOIN_REQUEST,
        address_of(request.chat.id),
        private=False,
        sender=address_of(request.sender.id),
        reply_to=None if door is None else address_of(door),
    )


def _membership(origin: str, change: _MembershipChange, bot_id: int) -> Incoming | None:
    who, was_inside, is_inside = change.now.user, change.before.inside, change.now.inside
    if who.is_bot or who.id == bot_id or was_inside == is_inside or change.chat.type not in GROUPS:
        return None
    return Incoming(
        origin,
        Happening.JOINED if is_inside else Happening.LEFT,
        address_of(change.chat.id),
        private=False,
        sender=address_of(who.id),
        sender_leads=change.now.status in LEADING,
    )


def _own_membership(origin: str, change: _MembershipChange) -> Incoming | None:
    chat = change.chat
    if chat.type in GROUPS:
        what = Happening.RIGHTS_CHANGED
    elif chat.type == PRIVATE and change.now.status == "kicked":
        what = Happening.UNREACHABLE
    elif chat.type == PRIVATE and change.now.inside:
        what = Happening.REACHABLE
    else:
        return None
    return Incoming(
        origin,
        what,
        address_of(chat.id),
        private=chat.type == PRIVATE,
        sender=address_of(change.sender.id),
        hears_again=chat.type in GROUPS and _hears(change.now) and not _hears(change.before),
    )


def _hears(bot: _Member) -> bool:
    """Tell whether a bot gets `chat_member` in a group: only an administrator does."""
    return bot.status in LEADING
