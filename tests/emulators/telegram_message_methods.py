"""The Bot API methods that say, change and take away, and those about the bot itself.

Each function takes the world and the parameters and returns the ``result`` of the answer; what
Telegram refuses is raised as `Refusal`, in Telegram's words.
"""

from typing import Any

from tests.emulators.telegram_chats import Group
from tests.emulators.telegram_params import Params
from tests.emulators.telegram_things import Json, Message, Upload, bad_request
from tests.emulators.telegram_world import Chat, TelegramWorld

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_NOTICE = 200
LONGEST_DATA = 64
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of a file that a bot can fetch at most (getFile: "up to 20MB in size")."""
DELETABLE_FOR = 48 * 60 * 60
"""Seconds after which a message can no longer be deleted (deleteMessage)."""
TAP_IS_OPEN_FOR = 15 * 60
"""Seconds for which a tap can be answered; Telegram names no figure, this one is on the safe side
of what bots report."""


def get_me(world: TelegramWorld, _params: Params) -> Json:
    """Return the bot."""
    return world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": False,
    }


def send_message(world: TelegramWorld, params: Params) -> Json:
    """Post a text."""
    text = params.text("text", "")
    if not text.strip():
        raise bad_request("message text is empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return _send(world, params, text)


def send_document(world: TelegramWorld, params: Params) -> Json:
    """Post a file that comes with the request."""
    return _send_file(world, params, params.upload("document"), photo=False)


def send_photo(world: TelegramWorld, params: Params) -> Json:
    """Post a picture that comes with the request."""
    return _send_file(world, params, params.upload("photo"), photo=True)


def _send_file(world: TelegramWorld, params: Params, upload: Upload, *, photo: bool) -> Json:
    if not upload.content:
        raise bad_request("file must be non-empty")
    caption = params.text("caption", "")
    if len(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return _send(world, params, caption, upload=upload, photo=photo)


def _send(world: TelegramWorld, params: Params, text: str, **more: Any) -> Json:
    chat = world.chat(params.chat_id())
    world.require_writable(chat)
    message = world.post(
        chat,
        world.bot,
        text,
        markup=_markup(params),
        reply_to=_replied_to(world, chat, params),
        protected=params.flag("protect_content"),
        **more,
    )
    return message.as_json()


def _replied_to(world: TelegramWorld, chat: Chat, params: Params) -> Message | None:
    reply = params.structure("reply_parameters")
    if reply is None:
        return None
    found = world.messages.get((chat.id, reply["message_id"]))
    if found is not None and not found.deleted:
        return found
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _markup(params: Params) -> Json | None:
    markup = params.structure("reply_markup")
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            if not button.get("text"):
                raise bad_request("inline keyboard button text is empty")
            if len(button.get("callback_data", "-").encode()) not in range(1, LONGEST_DATA + 1):
                raise bad_request("BUTTON_DATA_INVALID")
            if len(button.keys() - {"text", "style", "icon_custom_emoji_id"}) != 1:
                raise bad_request("text buttons are unallowed in the inline keyboard")
    return markup


def edit_message_text(world: TelegramWorld, params: Params) -> Json:
    """Change the words and the buttons of a message of the bot; without markup none are left."""
    text = params.text("text", "")
    if not text.strip():
        raise bad_request("message text is empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    return _edit(world, params, text)


def edit_message_reply_markup(world: TelegramWorld, params: Params) -> Json:
    """Change the buttons of a message of the bot."""
    return _edit(world, params, None)


def _edit(world: TelegramWorld, params: Params, text: str | None) -> Json:
    chat = world.chat(params.chat_id())
    message = world.messages.get((chat.id, params.number("message_id")))
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    world.require_writable(chat)
    markup = _markup(params)
    words = message.text if text is None else text
    if (words, markup or None) == (message.text, message.markup or None):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    message.text, message.markup, message.edited = words, markup, world.now()
    world.notice_change()
    return message.as_json()


def delete_message(world: TelegramWorld, params: Params) -> bool:
    """Take one message away."""
    chat = world.chat(params.chat_id())
    message = world.messages.get((chat.id, params.number("message_id")))
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, message):
        raise bad_request("message can't be deleted")
    message.deleted = True
    world.notice_change()
    return True


def delete_messages(world: TelegramWorld, params: Params) -> bool:
    """Take away what can be taken away of up to 100 messages; the rest is skipped."""
    chat = world.chat(params.chat_id())
    wanted = params.listing("message_ids")
    if len(wanted) not in range(1, 101):
        raise bad_request("there are too many or no messages to delete")
    for message_id in wanted:
        message = world.messages.get((chat.id, message_id))
        if message is not None and _deletable(world, chat, message):
            message.deleted = True
    world.notice_change()
    return True


def _deletable(world: TelegramWorld, chat: Chat, message: Message) -> bool:
    if world.now() - message.date >= DELETABLE_FOR:
        return False
    if message.from_bot or not isinstance(chat, Group):
        return True
    return chat.membership(world.bot.id).may("can_delete_messages")


def answer_callback_query(world: TelegramWorld, params: Params) -> bool:
    """End the waiting mark of a tap, with or without a notice."""
    notice = params.text("text", "")
    if len(notice) > LONGEST_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.get(params.text("callback_query_id"))
    if tap is None or world.now() - tap.at > TAP_IS_OPEN_FOR:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    tap.answered, tap.notice, tap.alert = True, notice or None, params.flag("show_alert")
    world.notice_change()
    return True


def set_message_reaction(world: TelegramWorld, params: Params) -> bool:
    """Put the bot's reaction under a message; one at most, none takes it away."""
    chat = world.chat(params.chat_id())
    message = world.messages.get((chat.id, params.number("message_id")))
    if message is None or message.deleted:
        raise bad_request("message to react not found")
    wanted = params.values.get("reaction") or []
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    message.reactions[world.bot.id] = [one["emoji"] for one in wanted]
    world.notice_change()
    return True


def send_chat_action(world: TelegramWorld, params: Params) -> bool:
    """Show "typing …"."""
    world.require_writable(world.chat(params.chat_id()))
    return True


def get_file(world: TelegramWorld, params: Params) -> Json:
    """Tell where a file can be fetched."""
    wanted = params.text("file_id")
    upload = world.file_in(wanted)
    if upload is None:
        raise bad_request("invalid file_id")
    if upload.size > LARGEST_FILE:
        raise bad_request("file is too big")
    return {
        "file_id": wanted,
        "file_unique_id": f"unique-{wanted}",
        "file_size": upload.size,
        "file_path": f"files/{wanted}",
    }


def set_my_commands(world: TelegramWorld, params: Params) -> bool:
    """Set the command list of one scope and language."""
    world.commands[_command_scope(params)] = params.listing("commands")
    return True


def get_my_commands(world: TelegramWorld, params: Params) -> list[Json]:
    """Return the command list of one scope and language."""
    return world.commands.get(_command_scope(params), [])


def delete_my_commands(world: TelegramWorld, params: Params) -> bool:
    """Forget the command list of one scope and language."""
    world.commands.pop(_command_scope(params), None)
    return True


def _command_scope(params: Params) -> str:
    scope = params.structure("scope") or {"type": "default"}
    kind, chat, language = scope["type"], scope.get("chat_id", ""), params.text("language_code", "")
    return f"{kind} {chat} {language}".strip()


def set_webhook(world: TelegramWorld, params: Params) -> bool:
    """Set a webhook; nothing is delivered to it, but ``getUpdates`` is refused from now on."""
    world.queue.webhook = params.text("url")
    return True


def delete_webhook(world: TelegramWorld, params: Params) -> bool:
    """Take the webhook away, so that ``getUpdates`` works."""
    world.queue.webhook = ""
    if params.flag("drop_pending_updates"):
        world.queue.forget_all()
    return True


def get_webhook_info(world: TelegramWorld, _params: Params) -> Json:
    """Tell about the webhook and how many updates wait."""
    shown: Json = {
        "url": world.queue.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(world.queue.pending),
    }
    if world.queue.allowed is not None:
        shown["allowed_updates"] = world.queue.allowed
    return shown


MESSAGE_METHODS = {
    "answerCallbackQuery": answer_callback_query,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "deleteMyCommands": delete_my_commands,
    "deleteWebhook": delete_webhook,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageText": edit_message_text,
    "getFile": get_file,
    "getMe": get_me,
    "getMyCommands": get_my_commands,
    "getWebhookInfo": get_webhook_info,
    "sendChatAction": send_chat_action,
    "sendDocument": send_document,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "setMessageReaction": set_message_reaction,
    "setMyCommands": set_my_commands,
    "setWebhook": set_webhook,
}
