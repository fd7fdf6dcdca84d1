"""People on the emulated Telegram: what they say, tap, join, leave and hear.

Each method is a sentence of a story: `sanne.says("/mag mag dit")`, `sanne.taps("Gelezen")`.
What Telegram's apps do not let somebody do is a `ValueError`: the story is wrong, not the bot.
"""

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from tests.emulators.telegram_chats import Group, PrivateChat, rights_without
from tests.emulators.telegram_things import (
    ADMIN_RIGHTS,
    LEFT,
    MEMBER,
    Account,
    Button,
    InviteLink,
    Json,
    Membership,
    Message,
    Upload,
    without_sign,
)
from tests.emulators.telegram_world import Chat, Tap, TelegramWorld

DEEP_LINK_WORD = re.compile(r"[A-Za-z0-9_-]{0,64}")
"""What may follow ``?start=`` (https://core.telegram.org/bots/features#deep-linking)."""

A_SMALL_PICTURE = b"\x89PNG\r\n\x1a\n invented picture"


class Person:
    """One account on Telegram, with the app in hand."""

    def __init__(self, world: TelegramWorld, chat: PrivateChat) -> None:
        """Take the world, and this person's private chat with the bot."""
        self._world = world
        self._chat = chat
        self._noticed: set[int] = set()
        self.opened: list[str] = []

    def __repr__(self) -> str:
        return f"<{self.account.first_name} on Telegram>"

    @property
    def account(self) -> Account:
        """Return the account as the bot sees it."""
        return self._chat.account

    @property
    def id(self) -> int:
        """Return the id of the account, which is also the id of the private chat."""
        return self._chat.id

    # What this person sees

    @property
    def heard(self) -> list[Message]:
        """Return what the bot told this person, in private and in groups, oldest first.

        Deleted messages are listed too (`deleted` says so); messages of before joining are not.
        """
        return [
            message
            for message in self._world.messages.values()
            if message.from_bot and self.id in message.audience and not message.service
        ]

    @property
    def heard_privately(self) -> list[Message]:
        """Return what the bot told this person alone."""
        return [message for message in self.heard if message.private]

    @property
    def texts(self) -> list[str]:
        """Return the words of everything heard that still stands."""
        return [message.text for message in self.heard if not message.deleted]

    @property
    def notices(self) -> list[str]:
        """Return the notices that the bot showed in answer to this person's taps."""
        taps = self._world.taps.values()
        return [tap.notice for tap in taps if tap.by == self.id and tap.notice is not None]

    async def hears(self, words: str, within: float = 5.0) -> Message:
        """Wait for a message with these words that no earlier `hears` has returned."""
        await self._world.until(
            lambda: self._unnoticed(words),
            within,
            lambda: f"{self!r} waited for {words!r} and has heard {self.texts}.",
        )
        message = self._unnoticed(words)[0]
        self._noticed.add(id(message))
        return message

    def _unnoticed(self, words: str) -> list[Message]:
        return [
            message
            for message in self.heard
            if id(message) not in self._noticed and not message.deleted and words in message.text
        ]

    # The private chat

    def starts(self, word: str = "") -> Message:
        """Press Start, or follow a deep link with this word."""
        if not DEEP_LINK_WORD.fullmatch(word):
            raise ValueError(f"Telegram does not pass {word!r} on as a start word")
        if self._chat.blocked:
            self._tell_private_membership(Membership("kicked"), MEMBER)
        self._chat.started, self._chat.blocked = True, False
        return self._world.post(self._chat, self.account, f"/start {word}".rstrip())

    def blocks_bot(self) -> None:
        """Stop and block the bot."""
        self._chat.blocked = True
        self._tell_private_membership(MEMBER, Membership("kicked"))

    def deletes_account(self) -> None:
        """Leave Telegram for good."""
        self._chat.gone = True

    def _tell_private_membership(self, before: Membership, now: Membership) -> None:
        bot = self._world.bot
        self._world.queue.add(
            "my_chat_member",
            {
                "chat": self._chat.as_json(),
                "from": self.account.as_json(),
                "date": self._world.now(),
                "old_chat_member": before.as_json(bot),
                "new_chat_member": now.as_json(bot),
            },
        )

    # Messages

    def says(
        self, text: str, in_group: Group | None = None, *, reply_to: Message | None = None
    ) -> Message:
        """Type something, in private or in a group."""
        chat = self._chat_to_write_in(in_group)
        return self._world.post(chat, self.account, text, reply_to=reply_to)

    def sends_photo(
        self, caption: str = "", in_group: Group | None = None, content: bytes = A_SMALL_PICTURE
    ) -> Message:
        """Send a picture."""
        return self._world.post(
            self._chat_to_write_in(in_group),
            self.account,
            caption,
            upload=Upload("picture.png", content, "image/png"),
            photo=True,
        )

    def sends_document(
        self, name: str, content: bytes, caption: str = "", in_group: Group | None = None
    ) -> Message:
        """Send a file."""
        return self._world.post(
            self._chat_to_write_in(in_group), self.account, caption, upload=Upload(name, content)
        )

    def sends_file(self, upload: Upload, caption: str = "") -> Message:
        """Send a file of any kind, in private: a voice note, a film, one without end."""
        return self._world.post(self._chat_to_write_in(None), self.account, caption, upload=upload)

    def edits(self, message: Message, text: str) -> None:
        """Change a message of one's own."""
        if message.sender != self.account:
            raise ValueError(f"{self!r} did not write that")
        self._world.edit(message, text)

    def deletes(self, message: Message) -> None:
        """Delete a message for everybody; a bot is not told."""
        message.deleted = True
        self._world.notice_change()

    def reacts(self, emoji: str, message: Message) -> None:
        """Put a reaction under a message; "" takes it away again."""
        before = message.reactions.get(self.id, [])
        message.reactions[self.id] = [emoji] if emoji else []
        chat = self._world.chat_of(message)
        if isinstance(chat, PrivateChat) or chat.membership(self._world.bot.id).governs:
            self._world.queue.add(
                "message_reaction",
                {
                    "chat": chat.as_json(),
                    "message_id": message.id,
                    "user": self.account.as_json(),
                    "date": self._world.now(),
                    "old_reaction": _reactions_json(before),
                    "new_reaction": _reactions_json(message.reactions[self.id]),
                },
            )

    def _chat_to_write_in(self, group: Group | None) -> Chat:
        if group is None:
            if self._chat.blocked or not (self._chat.started or self._chat.messages):
                raise ValueError(f"{self!r} has to press Start first")
            self._chat.started = True
            return self._chat
        here = group.membership(self.id)
        muted = here.status == "restricted" and "can_send_messages" not in here.rights
        if not here.inside or muted:
            raise ValueError(f"{self!r} cannot write in {group.title}")
        return group

    # Buttons and links

    def taps(self, button: str, message: Message | None = None) -> Tap | None:
        """Tap a button, named by its label or its data, under the newest message that has it.

        Returns what becomes of the tap; None for a button that only opens a link or types.
        """
        found, under = self._find_button(button, message)
        if found.url is not None:
            self.opens(found.url)
            return None
        if found.data is None:
            self.says(found.label)
            return None
        tap = Tap(str(self._world.next_serial()), under, by=self.id, at=self._world.now())
        self._world.taps[tap.id] = tap
        self._world.queue.add(
            "callback_query",
            {
                "id": tap.id,
                "from": self.account.as_json(),
                "message": under.as_json(),
                "chat_instance": str(under.chat_id),
                "data": found.data,
            },
        )
        return tap

    def _find_button(self, button: str, message: Message | None) -> tuple[Button, Message]:
        seen = [message] if message is not None else [m for m in self.heard if not m.deleted]
        for under in reversed(seen):
            for found in under.buttons:
                if button in {found.label, without_sign(found.label), found.data}:
                    return found, under
        labels = [label for under in seen for label in under.labels]
        raise AssertionError(f"{self!r} sees no button {button!r}, only {labels}.")

    def opens(self, url: str) -> None:
        """Follow a link: a deep link starts the bot, an invite link leads into its group."""
        self.opened.append(url)
        parts = urlsplit(url)
        if parts.netloc != "t.me":
            return
        if parts.path == f"/{self._world.bot.username}":
            self.starts(parse_qs(parts.query).get("start", [""])[0])
            return
        for group in self._world.groups.values():
            for link in group.links:
                if link.url == url and link.creates_join_request:
                    self.requests_to_join(group, link)
                elif link.url == url:
                    self.joins(group, link)

    # Groups

    def requests_to_join(self, group: Group, link: InviteLink | None = None) -> None:
        """Knock at the door of a group, by its newest link that asks for approval."""
        link = link or group.link_for_requests()
        if link is None:
            raise ValueError(f"{group.title} has no link that asks for approval")
        self._require_a_way_in(group, link)
        self._world.ask_to_join(group, self.account, link)

    def joins(self, group: Group, link: InviteLink | None = None) -> None:
        """Walk in, by a link that asks nothing (or by the search when the group is public)."""
        self._require_a_way_in(group, link)
        self._world.change_membership(group, self.account, MEMBER, self.account, link=link)

    def _require_a_way_in(self, group: Group, link: InviteLink | None) -> None:
        if group.membership(self.id).status == "kicked":
            raise ValueError(f"{self!r} is banned from {group.title}")
        if group.membership(self.id).inside:
            raise ValueError(f"{self!r} is in {group.title} already")
        if link is not None and (
            link.revoked or (link.expires is not None and link.expires < self._world.now())
        ):
            raise ValueError(f"this link of {group.title} does not work any more")

    def leaves(self, group: Group) -> None:
        """Walk out."""
        self._world.change_membership(group, self.account, LEFT, self.account)

    def adds(self, somebody: "Person", group: Group) -> None:
        """Put somebody in by hand, without link or request."""
        self._world.change_membership(group, somebody.account, MEMBER, self.account)

    def removes(self, somebody: "Person", group: Group) -> None:
        """Put somebody out; in a supergroup that is a ban."""
        after = Membership("kicked") if group.supergroup else LEFT
        self._world.change_membership(group, somebody.account, after, self.account)

    def makes_admin(
        self, somebody: "Person", group: Group, rights: Iterable[str] = ADMIN_RIGHTS
    ) -> None:
        """Give somebody an administrator's rights."""
        now = Membership("administrator", frozenset(rights))
        self._world.change_membership(group, somebody.account, now, self.account)

    def approves(self, somebody: "Person", group: Group) -> None:
        """Let somebody in who waits at the door, before the bot does."""
        self._world.decide_request(group, somebody.id, self.account, admit=True)

    def declines(self, somebody: "Person", group: Group) -> None:
        """Turn somebody away who waits at the door, before the bot does."""
        self._world.decide_request(group, somebody.id, self.account, admit=False)

    # The bot in a group

    def adds_bot(self, group: Group) -> None:
        """Put the bot in a group as an ordinary member."""
        self._world.change_membership(group, self._world.bot, MEMBER, self.account)

    def makes_bot_admin(self, group: Group, *, without: Iterable[str] = ()) -> None:
        """Make the bot an administrator with every right but these (Bot API names)."""
        now = Membership("administrator", rights_without(without))
        self._world.change_membership(group, self._world.bot, now, self.account)

    def takes_bots_rights(self, group: Group) -> None:
        """Make the bot an ordinary member again."""
        self._world.change_membership(group, self._world.bot, MEMBER, self.account)

    def removes_bot(self, group: Group) -> None:
        """Put the bot out of a group."""
        self._world.change_membership(group, self._world.bot, Membership("kicked"), self.account)

    def makes_public(self, group: Group, username: str) -> None:
        """Give a group a public name; a basic group becomes a supergroup by it."""
        if not group.supergroup:
            self._world.migrate(group, self.account)
        group.username = username


def _reactions_json(emojis: Iterable[str]) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji} for emoji in emojis]
