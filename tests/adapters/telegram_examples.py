"""Updates as Telegram sends them, with invented people, for the tests of the adapter."""

from typing import Any

BOT, SANNE, OTHER_BOT, ANONYMOUS = 110201543, 5_000_000_001, 5_000_000_002, 1_087_968_824
KLAS, OLD_KLAS = -1_001_000_000_001, -4_000_001
NAME = "groepsmaat_bot"

Json = dict[str, Any]

GROUP = {"id": KLAS, "title": "7B", "type": "supergroup"}
BASIC_GROUP = {"id": OLD_KLAS, "title": "7B", "type": "group"}
PRIVATE = {"id": SANNE, "first_name": "Sanne", "type": "private"}
BROADCAST = {"id": -1_001_000_000_009, "title": "School", "type": "channel"}


def user(user_id: int = SANNE, *, is_bot: bool = False) -> Json:
    return {"id": user_id, "is_bot": is_bot, "first_name": "Sanne", "language_code": "nl"}


def update(kind: str, body: Json, number: int = 700_000_001) -> Json:
    return {"update_id": number, kind: body}


def message(text: str = "", chat: Json = PRIVATE, **more: Any) -> Json:
    body: Json = {"message_id": 5, "from": user(), "chat": chat, "date": 1_788_244_200, **more}
    if text:
        body["text"] = text
    return update("message", body)


def tap(data: str | None = "read:a7", chat: Json = GROUP, **more: Any) -> Json:
    under = {"message_id": 9, "chat": chat, "date": 1_788_244_200, "text": "Let op"}
    body = {"id": "4711", "from": user(), "chat_instance": "1", "message": under, "data": data}
    return update("callback_query", body | more)


def join_request(**more: Any) -> Json:
    body = {"chat": GROUP, "from": user(), "user_chat_id": 77, "date": 1_788_244_200}
    return update("chat_join_request", body | more)


def membership(
    before: Json | str, now: Json | str, kind: str = "chat_member", **changes: Any
) -> Json:
    who, chat = changes.get("who", user()), changes.get("chat", GROUP)
    by = changes.get("by", user(77))

    def member(state: Json | str) -> Json:
        return {"user": who, **({"status": state} if isinstance(state, str) else state)}

    body = {"chat": chat, "from": by, "date": 1_788_244_200}
    body |= {"old_chat_member": member(before), "new_chat_member": member(now)}
    return update(kind, body)


def own_membership(before: str, now: str, chat: Json) -> Json:
    me = user(BOT, is_bot=True)
    return membership(before, now, "my_chat_member", who=me, chat=chat, by=user())


RESTRICTED_INSIDE = {"status": "restricted", "is_member": True, "until_date": 0}
RESTRICTED_OUTSIDE = {"status": "restricted", "is_member": False, "until_date": 0}

ORDINARY = message("wie heeft het huiswerk van wiskunde?", GROUP)

OF_EVERY_KIND = (
    ORDINARY,
    message("/mag mag ik een foto delen?"),
    message("/start _meld"),
    message(caption="kijk", photo=[{"file_id": "f", "width": 1, "height": 1}]),
    message(chat=BASIC_GROUP, migrate_to_chat_id=KLAS),
    message(chat=GROUP, left_chat_member=user()),
    tap(),
    join_request(),
    membership("left", "member"),
    membership("member", RESTRICTED_OUTSIDE),
    own_membership("member", "administrator", GROUP),
    own_membership("member", "kicked", PRIVATE),
)
