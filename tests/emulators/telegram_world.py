"""What is true on the emulated Telegram, and which updates the bot gets when it changes.

Everything that happens, done by a person or by the bot, goes through `TelegramWorld`.
"""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.emulators.telegram_chats import Group, JoinRequest, PrivateChat
from tests.emulators.telegram_things import (
    COMMAND,
    MEMBER,
    Account,
    InviteLink,
    Json,
    Membership,
    Message,
    Upload,
    bad_request,
    file_id,
    forbidden,
)
from tests.emulators.telegram_updates import UpdateQueue

WRITE_AFTER_REQUEST = 5 * 60
"""Seconds for which a join request lets the bot write to the applicant (ChatJoinRequest)."""

A_SCHOOL_MORNING = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)

Chat = Group | PrivateChat


@dataclass(eq=False)
class Tap:
    """One tap on a button, and what the bot answered to it."""

    id: str
    message: Message
    by: int
    at: int
    answered: bool = False
    notice: str | None = None
    alert: bool = False


@dataclass
class TelegramWorld:
    """People, chats and the queue of updates of one bot."""

    bot: Account
    privacy_mode: bool = True
    clock: Callable[[], datetime] | None = None
    queue: UpdateQueue = field(default_factory=UpdateQueue)
    private_chats: dict[int, PrivateChat] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    messages: dict[tuple[int, int], Message] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start the counters, and the clock when none was given."""
        self._users = itertools.count(5_000_000_001)
        self._basic_groups = itertools.count(4_000_001)
        self._supergroups = itertools.count(1_001_000_000_001)
        self._shared_message_ids = itertools.count(101)
        self._serial = itertools.count(1)
        self._passed = timedelta()
        self._began = time.monotonic()
        self._changed = asyncio.Event()
        self.queue.when_confirmed = self.notice_change

    # Time

    def let_pass(self, **span: float) -> None:
        """Move the emulator's clock forward: `let_pass(minutes=6)`."""
        self._passed += timedelta(**span)

    def now(self) -> int:
        """Return the time here in Unix seconds."""
        if self.clock is not None:
            base = self.clock()
        else:
            base = A_SCHOOL_MORNING + timedelta(seconds=time.monotonic() - self._began)
        return int((base + self._passed).timestamp())

    def next_serial(self) -> int:
        """Return a number that was not given out before."""
        return next(self._serial)

    # Waiting for something

    def notice_change(self) -> None:
        """Let everybody who waits for something look again."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(
        self, holds: Callable[[], Any], within: float = 5.0, what: Callable[[], str] = str
    ) -> None:
        """Wait until something holds; fail after `within` real seconds, saying `what()`."""
        try:
            async with asyncio.timeout(within):
                while not holds():
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(f"It did not happen within {within} s. {what()}") from None

    # Chats

    def new_person(self, name: str, **details: str | None) -> PrivateChat:
        """Register an account; its private chat is there but not opened."""
        chat = PrivateChat(Account(next(self._users), name, **details))  # type: ignore[arg-type]
        self.private_chats[chat.id] = chat
        return chat

    def new_group(self, title: str, *, supergroup: bool, username: str | None) -> Group:
        """Create an empty group."""
        group = Group(self._new_group_id(supergroup=supergroup), title, supergroup, username)
        self.groups[group.id] = group
        return group

    def _new_group_id(self, *, supergroup: bool) -> int:
        return -next(self._supergroups if supergroup else self._basic_groups)

    def migrate(self, group: Group, by: Account) -> None:
        """Turn a basic group into a supergroup: a new id, and two service messages."""
        if group.supergroup:
            raise ValueError(f"{group.title} is a supergroup already")
        old_id, new_id = group.id, self._new_group_id(supergroup=True)
        self.post(group, by, service={"migrate_to_chat_id": new_id})
        del self.groups[old_id]
        group.former_ids.append(old_id)
        group.id, group.supergroup = new_id, True
        self.groups[new_id] = group
        self.moved[old_id] = new_id
        self.post(group, by, service={"migrate_from_chat_id": old_id})

    def chat(self, chat_id: int | str) -> Chat:
        """Find a chat for the bot, by id or @username; raises `Refusal` as Telegram does."""
        if isinstance(chat_id, str):
            for group in self.groups.values():
                if chat_id == f"@{group.username}":
                    return self._entered(group)
            raise bad_request("chat not found")
        if chat_id in self.moved:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.moved[chat_id],
            )
        if chat_id in self.private_chats:
            return self.private_chats[chat_id]
        if chat_id not in self.groups:
            raise bad_request("chat not found")
        return self._entered(self.groups[chat_id])

    def _entered(self, group: Group) -> Group:
        membership = group.membership(self.bot.id)
        if membership.inside:
            return group
        if self.bot.id not in group.members:
            raise bad_request("chat not found")
        if membership.status == "kicked":
            raise forbidden(f"bot was kicked from the {group.kind} chat")
        raise forbidden(f"bot is not a member of the {group.kind} chat")

    def group_of(self, chat_id: int | str) -> Group:
        """Find a group for the bot; a private chat is refused."""
        chat = self.chat(chat_id)
        if isinstance(chat, PrivateChat):
            raise bad_request("method is available only for supergroups")
        return chat

    def require_writable(self, chat: Chat) -> None:
        """Refuse when the bot may not write there now."""
        if isinstance(chat, Group):
            self._require_posting(chat)
        elif chat.gone:
            raise forbidden("user is deactivated")
        elif chat.blocked:
            raise forbidden("bot was blocked by the user")
        elif not chat.started and not self._stands_at_a_door(chat.account):
            raise forbidden("bot can't initiate conversation with a user")

    def _require_posting(self, group: Group) -> None:
        here = group.membership(self.bot.id)
        muted = here.status == "restricted" and "can_send_messages" not in here.rights
        closed = not here.governs and "can_send_messages" not in group.permissions
        if muted or closed:
            raise bad_request("not enough rights to send text messages to the chat")

    def _stands_at_a_door(self, account: Account) -> bool:
        """Tell whether a join request that the bot heard of lets it write for a while."""
        return any(
            account.id in group.requests
            and self.now() - group.requests[account.id].since < WRITE_AFTER_REQUEST
            and group.membership(self.bot.id).may("can_invite_users")
            for group in self.groups.values()
        )

    # Messages

    def post(self, chat: Chat, sender: Account, text: str = "", **more: Any) -> Message:
        """Put a message in a chat, and tell the bot when it is one that a bot gets."""
        message = Message(
            chat_json=chat.as_json(),
            id=self._next_message_id(chat),
            sender=sender,
            date=self.now(),
            text=text,
            audience=chat.inside if isinstance(chat, Group) else frozenset({chat.id}),
            **more,
        )
        chat.messages.append(message)
        self.messages[message.chat_id, message.id] = message
        if self._bot_gets(chat, message):
            self.queue.add("message", message.as_json())
        self.notice_change()
        return message

    def _next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; all other chats of a bot share one count."""
        if isinstance(chat, Group) and chat.supergroup:
            chat.last_message_id += 1
            return chat.last_message_id
        return next(self._shared_message_ids)

    def edit(self, message: Message, text: str) -> None:
        """Let a person change a message of theirs."""
        message.text, message.edited = text, self.now()
        chat = self.chat_of(message)
        if self._bot_gets(chat, message):
            self.queue.add("edited_message", message.as_json())
        self.notice_change()

    def chat_of(self, message: Message) -> Chat:
        """Return the chat in which a message stands, also after a migration."""
        chat_id = self.moved.get(message.chat_id, message.chat_id)
        return self.private_chats[chat_id] if message.private else self.groups[chat_id]

    def file_in(self, wanted: str) -> Upload | None:
        """Find the file that a message carries, by its Bot API id."""
        for message in self.messages.values():
            if message.upload is not None and file_id(message) == wanted:
                return message.upload
        return None

    def _bot_gets(self, chat: Chat, message: Message) -> bool:
        """Apply privacy mode: without rights a bot sees commands, replies to it and services.

        https://core.telegram.org/bots/features#privacy-mode
        """
        if message.from_bot:
            return False
        if isinstance(chat, PrivateChat):
            return not chat.blocked
        here = chat.membership(self.bot.id)
        if not here.inside:
            return False
        if not self.privacy_mode or here.governs or message.service:
            return True
        answers_bot = message.reply_to is not None and message.reply_to.from_bot
        return answers_bot or self._commands_bot(message.text)

    def _commands_bot(self, text: str) -> bool:
        found = COMMAND.match(text)
        if found is None:
            return False
        _, at, whom = found[0].partition("@")
        return not at or whom.casefold() == str(self.bot.username).casefold()

    # Who is in

    def change_membership(
        self,
        group: Group,
        account: Account,
        now: Membership,
        by: Account,
        *,
        link: InviteLink | None = None,
        on_request: bool = False,
    ) -> None:
        """Make somebody something in a group, with the update and the service message of it."""
        before = group.set_membership(account, now)
        if before != now:
            self._tell_membership(group, account, before, by, link, on_request=on_request)
        if now.inside and not before.inside:
            group.requests.pop(account.id, None)
            who = account if on_request else by
            self.post(group, who, service={"new_chat_members": [account.as_json()]})
        elif before.inside and not now.inside:
            self.post(group, by, service={"left_chat_member": account.as_json()})
        self.notice_change()

    def _tell_membership(
        self,
        group: Group,
        account: Account,
        before: Membership,
        by: Account,
        link: InviteLink | None,
        *,
        on_request: bool,
    ) -> None:
        body: Json = {
            "chat": group.as_json(),
            "from": by.as_json(),
            "date": self.now(),
            "old_chat_member": before.as_json(account),
            "new_chat_member": group.membership(account.id).as_json(account),
        }
        if link is not None:
            body["invite_link"] = link.as_json(seen_by=self.bot)
        if on_request:
            body["via_join_request"] = True
        if account.id == self.bot.id:
            self.queue.add("my_chat_member", body)
        elif group.membership(self.bot.id).governs:
            self.queue.add("chat_member", body)

    def ask_to_join(self, group: Group, account: Account, link: InviteLink) -> None:
        """Put somebody at the door; the bot hears of it when it may invite."""
        request = JoinRequest(account, self.now(), link)
        group.requests[account.id] = request
        if group.membership(self.bot.id).may("can_invite_users"):
            self.queue.add(
                "chat_join_request",
                {
                    "chat": group.as_json(),
                    "from": account.as_json(),
                    "user_chat_id": account.id,
                    "date": request.since,
                    "invite_link": link.as_json(
                        pending=group.pending_behind(link), seen_by=self.bot
                    ),
                },
            )
        self.notice_change()

    def decide_request(self, group: Group, user_id: int, by: Account, *, admit: bool) -> None:
        """Let somebody in or turn them away; raises `Refusal` when nobody is at the door."""
        if group.membership(user_id).inside:
            raise bad_request("USER_ALREADY_PARTICIPANT")
        request = group.requests.pop(user_id, None)
        if request is None:
            raise bad_request("HIDE_REQUESTER_MISSING")
        if admit:
            self.change_membership(
                group, request.account, MEMBER, by, link=request.link, on_request=True
            )
        self.notice_change()

    def new_link(self, group: Group, creator: Account, **details: Any) -> InviteLink:
        """Make an invite link of a group; a new primary link ends the one before it."""
        if details.get("primary"):
            for link in group.links:
                link.revoked |= link.primary and link.creator == creator
        link = InviteLink(f"https://t.me/+Klas{self.next_serial():012d}", creator, **details)
        group.links.append(link)
        return link
