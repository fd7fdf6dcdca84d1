"""The things a chat is made of on Telegram, and how the Bot API writes each of them as JSON.

Values only; who may do what stands in `telegram_people`, `telegram_groups` and the methods.
"""

import re
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

ADMIN_RIGHTS = frozenset(
    {
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_pin_messages",
    }
)
"""The rights of an administrator of a group, by their Bot API names (ChatMemberAdministrator)."""

PERMISSIONS = frozenset(
    {
        "can_send_messages",
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
        "can_react_to_messages",
        "can_edit_tag",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
    }
)
"""What an ordinary member may do, by their Bot API names (ChatPermissions)."""

COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w{5,32})?")


class Refusal(Exception):  # noqa: N818 (it is an answer of the platform, not an error of ours)
    """The platform says no: an HTTP status, a description and sometimes parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        """Take the status, the description after its prefix, and ``ResponseParameters``."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str, **parameters: int) -> Refusal:
    """Return the refusal that the Bot API words as ``Bad Request: …``."""
    return Refusal(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> Refusal:
    """Return the refusal that the Bot API words as ``Forbidden: …``."""
    return Refusal(403, f"Forbidden: {description}")


FURTHER = {
    "voice": {"duration": 3},
    "audio": {"duration": 3},
    "video": {"duration": 3, "width": 640, "height": 480},
    "document": {},
}
"""What the Bot API tells of each kind of file besides what it tells of all of them."""


def without_sign(label: str) -> str:
    """Give the words of a label without the pictogram that may stand before them."""
    sign, _, words = label.partition(" ")
    return words if words and not any(c.isalnum() or c == "/" for c in sign) else label


@dataclass(frozen=True)
class Upload:
    """One file as it came in, or as a person sends it.

    shown_as  the field of the message that holds it ("voice")
    told      its size, when Telegram tells another one than is true
    pause     with this, the file has no end: its content comes again and again, each time after
              so many seconds
    """

    name: str
    content: bytes = field(repr=False)
    kind: str = "application/octet-stream"
    shown_as: str = "document"
    told: int | None = None
    pause: float | None = None

    @property
    def size(self) -> int:
        """Return the size that Telegram tells."""
        return len(self.content) if self.told is None else self.told


@dataclass(frozen=True)
class Button:
    """One inline or keyboard button: what it says and what it does."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Account:
    """A user as the Bot API shows one: a person or the bot itself."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def as_json(self) -> Json:
        """Return the Bot API ``User``."""
        return _without_none(
            {
                "id": self.id,
                "is_bot": self.is_bot,
                "first_name": self.first_name,
                "last_name": self.last_name,
                "username": self.username,
                "language_code": self.language_code,
            }
        )


@dataclass(frozen=True)
class Membership:
    """What somebody is in a group: a Bot API status with the rights that go with it."""

    status: str = "left"
    rights: frozenset[str] = frozenset()
    until: int = 0
    present: bool = True

    @property
    def inside(self) -> bool:
        """Tell whether the person sees the group: a restricted person may have left."""
        return self.status in {"creator", "administrator", "member"} or (
            self.status == "restricted" and self.present
        )

    @property
    def governs(self) -> bool:
        """Tell whether this is an administrator or the owner."""
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Tell whether this member has an administrator's right; an owner has all of them."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def as_json(self, account: Account) -> Json:
        """Return the Bot API ``ChatMember`` of this status."""
        shown: Json = {"status": self.status, "user": account.as_json()}
        if self.status == "creator":
            shown["is_anonymous"] = False
        elif self.status == "administrator":
            shown |= {"can_be_edited": False, "is_anonymous": False}
            shown |= {right: right in self.rights for right in sorted(ADMIN_RIGHTS)}
        elif self.status == "restricted":
            shown |= {"is_member": self.present, "until_date": self.until}
            shown |= {right: right in self.rights for right in sorted(PERMISSIONS)}
        elif self.status == "kicked":
            shown["until_date"] = self.until
        return shown


MEMBER = Membership("member")
LEFT = Membership("left")


@dataclass(eq=False)
class InviteLink:
    """An invite link of a group and the requests that wait behind it."""

    url: str
    creator: Account
    creates_join_request: bool = False
    primary: bool = False
    name: str | None = None
    expires: int | None = None
    member_limit: int | None = None
    revoked: bool = False

    def as_json(self, *, pending: int = 0, seen_by: Account | None = None) -> Json:
        """Return the Bot API ``ChatInviteLink``; foreign links are cut short, as there."""
        own = seen_by is None or seen_by.id == self.creator.id
        return _without_none(
            {
                "invite_link": self.url if own else f"{self.url[:-8]}…",
                "creator": self.creator.as_json(),
                "creates_join_request": self.creates_join_request,
                "is_primary": self.primary,
                "is_revoked": self.revoked,
                "name": self.name,
                "expire_date": self.expires,
                "member_limit": self.member_limit,
                "pending_join_request_count": pending or None,
            }
        )


@dataclass(eq=False)
class Message:
    """One message in a chat, as everybody in it sees it now."""

    chat_json: Json = field(repr=False)
    id: int
    sender: Account
    date: int
    text: str = ""
    markup: Json | None = field(default=None, repr=False)
    upload: Upload | None = None
    photo: bool = False
    reply_to: "Message | None" = field(default=None, repr=False)
    service: Json = field(default_factory=dict, repr=False)
    audience: frozenset[int] = field(default_factory=frozenset, repr=False)
    protected: bool = False
    deleted: bool = False
    edited: int | None = None
    reactions: dict[int, list[str]] = field(default_factory=dict, repr=False)

    @property
    def chat_id(self) -> int:
        """Return the id that the chat had when this was sent (a migration changes it)."""
        chat_id: int = self.chat_json["id"]
        return chat_id

    @property
    def from_bot(self) -> bool:
        """Tell whether the bot wrote it."""
        return self.sender.is_bot

    @property
    def private(self) -> bool:
        """Tell whether it stands in a private chat with the bot."""
        return bool(self.chat_json["type"] == "private")

    @property
    def buttons(self) -> list[Button]:
        """Return the buttons under the message, row after row."""
        markup = self.markup or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return [
            Button(shown["text"], shown.get("callback_data"), shown.get("url"))
            for row in rows
            for shown in row
        ]

    def has_label(self, words: str) -> bool:
        """Tell whether a button says this; people read the words, not the pictogram before."""
        return words in {*self.labels, *map(without_sign, self.labels)}

    @property
    def labels(self) -> list[str]:
        """Return what stands on the buttons."""
        return [button.label for button in self.buttons]

    def as_json(self, *, with_reply: bool = True) -> Json:
        """Return the Bot API ``Message``."""
        shown: Json = {
            "message_id": self.id,
            "from": self.sender.as_json(),
            "chat": self.chat_json,
            "date": self.date,
            **self.service,
        }
        if self.edited is not None:
            shown["edit_date"] = self.edited
        if self.protected:
            shown["has_protected_content"] = True
        if self.reply_to is not None and with_reply:
            shown["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        if self.markup and "inline_keyboard" in self.markup:
            shown["reply_markup"] = self.markup
        return shown | self._content_json()

    def _content_json(self) -> Json:
        prefix = "caption_" if self.upload else ""
        shown: Json = {}
        if self.upload is not None:
            shown |= file_json(self, self.upload)
        if self.text:
            shown["caption" if self.upload else "text"] = self.text
        entities = [
            {
                "type": "bot_command",
                "offset": _utf16_length(self.text[: found.start()]),
                "length": len(found[0]),
            }
            for found in COMMAND.finditer(self.text)
        ]
        if entities:
            shown[f"{prefix}entities"] = entities
        return shown


def file_id(message: Message) -> str:
    """Return the id under which ``getFile`` finds the file of a message."""
    return f"file-{abs(message.chat_id)}-{message.id}"


def file_json(message: Message, upload: Upload) -> Json:
    """Return the ``photo``, ``document`` or other field of a message with a file."""
    known = {
        "file_id": file_id(message),
        "file_unique_id": f"unique-{abs(message.chat_id)}-{message.id}",
        "file_size": upload.size,
    }
    if message.photo:
        small = {**known, "file_id": f"small-{known['file_id']}", "width": 90, "height": 67}
        return {"photo": [small, {**known, "width": 640, "height": 480}]}
    name = {} if upload.shown_as == "voice" else {"file_name": upload.name}
    further = FURTHER[upload.shown_as]
    return {upload.shown_as: {**known, **name, "mime_type": upload.kind, **further}}


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _without_none(shown: Json) -> Json:
    return {name: value for name, value in shown.items() if value is not None}
