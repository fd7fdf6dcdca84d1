"""What a refusal of Telegram means, in the core's words.

The Bot API tells its reasons in free words ("Bad Request: chat not found") or in words of the
layer below (USER_ALREADY_PARTICIPANT). python-telegram-bot changes their capitals, so all of them
are compared without. No description is passed on: some repeat what somebody wrote.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.adapters.telegram_updates import address_of
from bot.ports import Act, Fate, Outcome, Owed, Refusal

DONE_ALREADY: Mapping[Act, tuple[str, ...]] = {
    Act.REPLACE: ("message is not modified",),
    Act.REMOVE: ("message to delete not found", "message_id_invalid"),
    Act.ADMIT: ("user_already_participant",),
    Act.REFUSE: ("hide_requester_missing",),
    Act.EXPEL: ("user_not_participant",),
}
"""Words that tell that what was wanted is so already, for instance after an answer was lost."""

TOO_LATE: Mapping[Act, tuple[str, ...]] = {
    Act.REPLACE: (
        "message to edit not found",
        "message can't be edited",
        "message_id_invalid",
        "message_edit_time_expired",
    ),
    Act.REMOVE: ("message can't be deleted",),
    Act.ANSWER_TAP: ("query is too old", "query_id_invalid"),
    Act.ADMIT: ("hide_requester_missing",),
    Act.REFUSE: ("user_already_participant",),
}

NO_MEMBER = ("member not found", "user_not_participant")
"""How getChatMember may put it that somebody is not in a group, besides the status "left"."""

REASONS: tuple[tuple[Refusal, tuple[str, ...]], ...] = (
    (Refusal.TOO_BIG, ("file is too big",)),
    (Refusal.FILE_GONE, ("file not found", "invalid file_id", "wrong file_id")),
    (Refusal.CANNOT_WRITE_FIRST, ("can't initiate conversation",)),
    (Refusal.BLOCKED, ("blocked by the user", "user is deactivated", "input_user_deactivated")),
    (
        Refusal.NO_RIGHTS,
        (
            "not enough rights",
            "have no rights",
            "need administrator rights",
            "chat_admin_required",
            "chat_write_forbidden",
            "user_admin_invalid",
            "user is an administrator",
            "can't remove chat owner",
        ),
    ),
    (
        Refusal.NO_SUCH_CHAT,
        (
            "was kicked",
            "is not a member",
            "chat not found",
            "chat was deleted",
            "chat was deactivated",
            "group is deactivated",
            "channel_private",
            "peer_id_invalid",
        ),
    ),
    (
        Refusal.BAD_ADDRESS,
        ("participant_id_invalid", "user_id_invalid", "user not found", "chat_id is empty"),
    ),
)
"""Reasons of any act; the first that fits counts. The Bot API documents none of these words."""

CODE_WORD = re.compile(r"[a-z]+(?:_[a-z]+)+")


def outcome_of(error: TelegramError, owed: Owed) -> Outcome:
    """Say what became of one try that did not go well; doubt is FAILED."""
    match error:
        case ChatMigrated():
            return Outcome(Fate.MOVED, moved_to=address_of(error.new_chat_id))
        case RetryAfter():
            trouble = "Telegram asks the bot to write less."
            return Outcome(Fate.FAILED, after=seconds_of(error), trouble=trouble)
        case Forbidden() | BadRequest():
            return _refusal(str(error).casefold(), owed)
        case TimedOut():
            # There is no key by which Telegram drops a repeat: better told twice than never.
            trouble = "Telegram did not answer in time, so nobody knows whether it was done."
        case InvalidToken():
            trouble = "Telegram does not know the bot's token."
        case _:
            trouble = f"Telegram or the way to it has trouble ({type(error).__name__})."
    return Outcome(Fate.FAILED, trouble=trouble)


def may_come_back(error: BadRequest) -> bool:
    """Tell whether Telegram has a file perhaps, but not now; it says both in one sentence."""
    return _any_in(str(error).casefold(), ("temporarily unavailable",))


def is_about_no_member(error: BadRequest) -> bool:
    """Tell whether Telegram answers that somebody it knows is not in the group."""
    return _any_in(str(error).casefold(), NO_MEMBER)


def refused(why: Refusal, trouble: str) -> Outcome:
    """Give the outcome of something that will never work."""
    return Outcome(Fate.REFUSED, why=why, trouble=trouble)


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait; the library gives a number or a timedelta."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _refusal(words: str, owed: Owed) -> Outcome:
    if _any_in(words, DONE_ALREADY.get(owed.act, ())):
        return Outcome(Fate.ACCEPTED, message=owed.message)
    if _any_in(words, TOO_LATE.get(owed.act, ())):
        return refused(Refusal.TOO_LATE, "Telegram says that it is too late for this.")
    for why, fragments in REASONS:
        if _any_in(words, fragments):
            return refused(_for_a_person(why, owed), f"Telegram refuses it ({why}).")
    code = CODE_WORD.fullmatch(words)
    reason = code[0].upper() if code else "for a reason the bot does not know"
    return refused(Refusal.NOT_POSSIBLE, f"Telegram refuses it ({reason}).")


def _for_a_person(why: Refusal, owed: Owed) -> Refusal:
    """Telegram knows no private chat with somebody who never started the bot."""
    private = owed.to is not None and not owed.to.id.startswith("-")
    return Refusal.CANNOT_WRITE_FIRST if private and why is Refusal.NO_SUCH_CHAT else why


def _any_in(words: str, fragments: tuple[str, ...]) -> bool:
    return any(fragment in words for fragment in fragments)
