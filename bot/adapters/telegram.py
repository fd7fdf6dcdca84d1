"""Telegram as a way out: what is owed becomes calls of the Bot API, their answers our outcomes.

Text goes out as plain text, never as markup: what somebody typed cannot change how a message looks.
A file goes out of the folder of evidence only, never by the name of a file of this machine.
"""

from collections.abc import Awaitable, Callable, Mapping

from telegram import (
    ChatMember,
    ChatMemberRestricted,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, TelegramError

from bot.adapters.telegram_bot import TelegramBot, make_bot
from bot.adapters.telegram_files import TelegramFiles
from bot.adapters.telegram_refusals import is_about_no_member, outcome_of, refused
from bot.adapters.telegram_text import LONGEST_TEXT, shorten, split
from bot.adapters.telegram_updates import PLATFORM
from bot.domain.groups import GroupState, Right
from bot.ports import Act, Button, Fate, Outcome, Owed, Refusal

__all__ = ["TelegramBot", "TelegramChannel", "make_bot"]

LINK_NAME = "Groepsmaat"
"""How administrators see the bot's invite link; Telegram takes at most 32 signs."""

READ_AT_A_GLANCE = 60
"""A longer answer to a tap stays until it is clicked away."""

PRIVATE_LINK = "private:"

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
GOVERNING = (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)
INSIDE = (*GOVERNING, ChatMemberStatus.MEMBER)

RIGHTS = {
    Right.DELETE_MESSAGES: "can_delete_messages",
    Right.INVITE: "can_invite_users",
    Right.REMOVE_MEMBERS: "can_restrict_members",
}
"""The rights the bot needs, by their names in ChatMemberAdministrator."""


class CannotTryError(Exception):
    """There is no use in asking Telegram now; `outcome` says why."""

    def __init__(self, outcome: Outcome) -> None:
        """Take what becomes of this try."""
        super().__init__(outcome.trouble)
        self.outcome = outcome


class TelegramChannel:
    """Telegram as a `Channel`."""

    platform = PLATFORM
    readable_by_platform = True

    def __init__(self, bot: TelegramBot, files: TelegramFiles | None = None) -> None:
        """Take the bot; connections open with the first delivery, and `close` closes them.

        files  carries files between Telegram and the folder of evidence; without it none go along
        """
        self._bot = bot
        self._files = files
        self._no_preview = LinkPreviewOptions(is_disabled=True)
        # What has arrived of texts in several parts, so that a second try sends only the rest.
        self._arrived: dict[str, list[int]] = {}
        self._acts: Mapping[Act, Callable[[Owed, int], Awaitable[Outcome]]] = {
            Act.SEND: self._send,
            Act.REPLACE: self._replace,
            Act.REMOVE: self._remove,
            Act.ANSWER_TAP: self._answer_tap,
            Act.ADMIT: self._admit,
            Act.REFUSE: self._refuse,
            Act.EXPEL: self._expel,
            Act.INSPECT: self._inspect,
            Act.MAKE_LINK: self._make_link,
            Act.LOOK_FOR: self._look_for,
            Act.KEEP: self._keep,
            Act.SEND_FILE: self._send_file,
            Act.DISCARD: self._discard,
        }

    async def deliver(self, owed: Owed) -> Outcome:
        """Try once. `message` of the outcome is the id of the (first) message."""
        if owed.to is None or not _is_number(owed.to.id):
            return refused(Refusal.BAD_ADDRESS, "This is no chat of Telegram.")
        await self._bot.open()
        try:
            return await self._acts[owed.act](owed, int(owed.to.id))
        except TelegramError as error:
            return outcome_of(error, owed)
        except CannotTryError as error:
            return error.outcome
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            # So the library breaks on an answer that is JSON but not what the Bot API promises.
            kind = type(error).__name__
            return Outcome(Fate.FAILED, trouble=f"Telegram's answer makes no sense ({kind}).")

    async def close(self) -> None:
        """Close all connections, once nothing is delivered or fetched any more."""
        await self._bot.shutdown()

    async def _send(self, owed: Owed, chat: int) -> Outcome:
        parts = split(owed.text)
        if not parts:
            return refused(Refusal.NOT_POSSIBLE, "There is nothing to say in an empty text.")
        buttons = self._keyboard(owed)
        arrived = self._arrived.pop(owed.id, [])
        for number in range(len(arrived), len(parts)):
            try:
                last = number == len(parts) - 1
                sent = await self._bot.send_text(chat, parts[number], buttons if last else None)
            except TelegramError as error:
                outcome = outcome_of(error, owed)
                if arrived and outcome.fate is not Fate.REFUSED:
                    self._arrived[owed.id] = arrived
                return outcome
            arrived.append(sent)
        return Outcome(Fate.ACCEPTED, message=str(arrived[0]))

    async def _replace(self, owed: Owed, chat: int) -> Outcome:
        if not _is_number(owed.message):
            return refused(Refusal.TOO_LATE, "This is no message of Telegram.")
        text, *more = split(owed.text) or [""]
        if more or not text:
            trouble = f"A message of Telegram holds 1 to {LONGEST_TEXT} signs."
            return refused(Refusal.NOT_POSSIBLE, trouble)
        await self._bot.edit_message_text(
            text,
            chat,
            int(owed.message),
            reply_markup=self._keyboard(owed),
            link_preview_options=self._no_preview,
        )
        return Outcome(Fate.ACCEPTED, message=owed.message)

    async def _remove(self, owed: Owed, chat: int) -> Outcome:
        if not _is_number(owed.message):
            return refused(Refusal.TOO_LATE, "This is no message of Telegram.")
        try:
            await self._bot.delete_message(chat, int(owed.message))
        except BadRequest as error:
            outcome = outcome_of(error, owed)
            # Telegram says the same of a message that is too old as of one it takes rights for.
            if outcome.why is Refusal.TOO_LATE and not await self._may_remove(chat):
                return refused(Refusal.NO_RIGHTS, "The bot may not remove messages in this group.")
            return outcome
        return Outcome(Fate.ACCEPTED, message=owed.message)

    async def _may_remove(self, chat: int) -> bool:
        if chat > 0:
            return True
        return Right.DELETE_MESSAGES in (await self._own_rights(chat) or frozenset())

    async def _answer_tap(self, owed: Owed, _chat: int) -> Outcome:
        await self._bot.answer_callback_query(
            owed.tap,
            text=shorten(owed.text) or None,
            show_alert=len(owed.text) > READ_AT_A_GLANCE,
        )
        return Outcome(Fate.ACCEPTED)

    async def _admit(self, owed: Owed, chat: int) -> Outcome:
        await self._bot.approve_chat_join_request(chat, _account(owed))
        return Outcome(Fate.ACCEPTED)

    async def _refuse(self, owed: Owed, chat: int) -> Outcome:
        await self._bot.decline_chat_join_request(chat, _account(owed))
        return Outcome(Fate.ACCEPTED)

    async def _expel(self, owed: Owed, chat: int) -> Outcome:
        await self._bot.ban_chat_member(chat, _account(owed))
        try:
            await self._bot.unban_chat_member(chat, _account(owed), only_if_banned=True)
        except BadRequest as error:
            # In a basic group there are no bans: who was put out may come back already.
            if "supergroup" not in str(error).casefold():
                raise
        return Outcome(Fate.ACCEPTED)

    async def _inspect(self, _owed: Owed, chat: int) -> Outcome:
        told = await self._bot.get_chat(chat)
        if told.type not in GROUPS:
            return _found(GroupState(is_group=False, public=False, bot_is_admin=False))
        rights = await self._own_rights(chat)
        return _found(
            GroupState(
                is_group=True,
                public=bool(told.username or told.active_usernames),
                bot_is_admin=rights is not None,
                rights=rights or frozenset(),
                members=await self._bot.get_chat_member_count(chat),
            )
        )

    async def _own_rights(self, chat: int) -> frozenset[Right] | None:
        """Ask for the bot's rights in a group; None when it is no administrator."""
        me = await self._bot.get_chat_member(chat, self._self().id)
        if me.status not in GOVERNING:
            return None
        if me.status == ChatMemberStatus.OWNER:
            return frozenset(Right)
        return frozenset(right for right, name in RIGHTS.items() if getattr(me, name, False))

    async def _make_link(self, _owed: Owed, chat: int) -> Outcome:
        link = await self._bot.create_chat_invite_link(
            chat, name=LINK_NAME, creates_join_request=True
        )
        return Outcome(Fate.ACCEPTED, link=link.invite_link)

    async def _look_for(self, owed: Owed, chat: int) -> Outcome:
        try:
            member = await self._bot.get_chat_member(chat, _account(owed))
        except BadRequest as error:
            if not is_about_no_member(error):
                raise
            return Outcome(Fate.ACCEPTED, inside=False)
        return Outcome(Fate.ACCEPTED, inside=_is_inside(member))

    async def _keep(self, owed: Owed, _chat: int) -> Outcome:
        return await self._files.keep(owed) if self._files else _without_files()

    async def _send_file(self, owed: Owed, chat: int) -> Outcome:
        return await self._files.send(owed, chat) if self._files else _without_files()

    async def _discard(self, _owed: Owed, _chat: int) -> Outcome:
        return _without_files()

    def _self(self) -> User:
        if self._bot.known is None:
            trouble = "Telegram has not told yet who the bot is."
            raise CannotTryError(Outcome(Fate.FAILED, trouble=trouble))
        return self._bot.known

    def _keyboard(self, owed: Owed) -> InlineKeyboardMarkup | None:
        if not owed.buttons:
            return None
        return InlineKeyboardMarkup([[self._button(b) for b in row] for row in owed.buttons])

    def _button(self, button: Button) -> InlineKeyboardButton:
        if not button.link:
            return InlineKeyboardButton(button.label, callback_data=button.data)
        if not button.link.startswith(PRIVATE_LINK):
            return InlineKeyboardButton(button.label, url=button.link)
        word = button.link.removeprefix(PRIVATE_LINK)
        # The underscore tells `telegram_updates` that a word follows, and not a code.
        url = f"https://t.me/{self._self().username}?start=_{word}"
        return InlineKeyboardButton(button.label, url=url)


def _without_files() -> Outcome:
    return refused(Refusal.NOT_POSSIBLE, "There is no folder of evidence here.")


def _account(owed: Owed) -> int:
    if owed.account is None or not _is_number(owed.account.id):
        raise CannotTryError(refused(Refusal.BAD_ADDRESS, "This is no account of Telegram."))
    return int(owed.account.id)


def _is_inside(member: ChatMember) -> bool:
    # A restricted member may have left, and stays restricted.
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in INSIDE


def _found(state: GroupState) -> Outcome:
    return Outcome(Fate.ACCEPTED, found=state)


def _is_number(word: str) -> bool:
    return word.removeprefix("-").isdecimal()
