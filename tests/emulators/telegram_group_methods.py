"""The Bot API methods about groups: who is in, who may come in, who has to go.

The shape is that of `telegram_message_methods`.
"""

from tests.emulators.telegram_chats import Group, allowed_by
from tests.emulators.telegram_params import Params
from tests.emulators.telegram_things import (
    LEFT,
    MEMBER,
    Account,
    InviteLink,
    Json,
    Membership,
    bad_request,
)
from tests.emulators.telegram_world import TelegramWorld

LONGEST_LINK_NAME = 32
MOST_BY_ONE_LINK = 99_999


def get_chat(world: TelegramWorld, params: Params) -> Json:
    """Return all about a chat."""
    chat = world.chat(params.chat_id())
    if isinstance(chat, Group):
        may_invite = chat.membership(world.bot.id).may("can_invite_users")
        return chat.in_full(with_link=may_invite)
    return chat.in_full()


def get_chat_administrators(world: TelegramWorld, params: Params) -> list[Json]:
    """Return the owner and the administrators, and of the bots this one only."""
    group = world.group_of(params.chat_id())
    return [
        membership.as_json(account)
        for account, membership in group.governors
        if not account.is_bot or account.id == world.bot.id
    ]


def get_chat_member(world: TelegramWorld, params: Params) -> Json:
    """Return what somebody is in a group; of others only an administrator is sure to hear it."""
    group = world.group_of(params.chat_id())
    account = _account(world, params.number("user_id"))
    if account.id != world.bot.id and not group.membership(world.bot.id).governs:
        raise bad_request("CHAT_ADMIN_REQUIRED")
    return group.membership(account.id).as_json(account)


def get_chat_member_count(world: TelegramWorld, params: Params) -> int:
    """Count everybody in a group, the bot too."""
    return len(world.group_of(params.chat_id()).inside)


def create_chat_invite_link(world: TelegramWorld, params: Params) -> Json:
    """Make one more link."""
    group = _group_with_right(world, params, "can_invite_users")
    limit = params.number("member_limit", 0)
    if params.flag("creates_join_request") and limit:
        raise bad_request(
            "member limit can't be specified for links requiring administrator approval"
        )
    if limit not in range(MOST_BY_ONE_LINK + 1):
        raise bad_request("INVITE_USAGE_LIMIT_INVALID")
    name = params.text("name", "")
    if len(name) > LONGEST_LINK_NAME:
        raise bad_request("INVITE_TITLE_TOO_LONG")
    link = world.new_link(
        group,
        world.bot,
        creates_join_request=params.flag("creates_join_request"),
        name=name or None,
        expires=params.number("expire_date", 0) or None,
        member_limit=limit or None,
    )
    return link.as_json()


def export_chat_invite_link(world: TelegramWorld, params: Params) -> str:
    """Make a new primary link; the bot's former one ends."""
    group = _group_with_right(world, params, "can_invite_users")
    return world.new_link(group, world.bot, primary=True).url


def revoke_chat_invite_link(world: TelegramWorld, params: Params) -> Json:
    """End a link of the bot."""
    group = _group_with_right(world, params, "can_invite_users")
    link = _link(world, group, params.text("invite_link"))
    link.revoked = True
    return link.as_json(pending=group.pending_behind(link))


def _link(world: TelegramWorld, group: Group, url: str) -> InviteLink:
    for link in group.links:
        if link.url == url and link.creator.id == world.bot.id:
            return link
    raise bad_request("INVITE_HASH_EXPIRED")


def approve_chat_join_request(world: TelegramWorld, params: Params) -> bool:
    """Let an applicant in."""
    return _decide(world, params, admit=True)


def decline_chat_join_request(world: TelegramWorld, params: Params) -> bool:
    """Turn an applicant away."""
    return _decide(world, params, admit=False)


def _decide(world: TelegramWorld, params: Params, *, admit: bool) -> bool:
    group = _group_with_right(world, params, "can_invite_users")
    account = _account(world, params.number("user_id"))
    world.decide_request(group, account.id, world.bot, admit=admit)
    return True


def ban_chat_member(world: TelegramWorld, params: Params) -> bool:
    """Put somebody out; in a supergroup they cannot come back by themselves."""
    group, account = _member_to_restrict(world, params)
    if params.flag("revoke_messages"):
        for message in group.messages:
            message.deleted |= message.sender.id == account.id
    until = params.number("until_date", 0)
    after = Membership("kicked", until=until) if group.supergroup else LEFT
    world.change_membership(group, account, after, world.bot)
    return True


def unban_chat_member(world: TelegramWorld, params: Params) -> bool:
    """Lift a ban; a member who is inside is put out by it, unless ``only_if_banned``."""
    group, account = _member_to_restrict(world, params)
    if not group.supergroup:
        raise bad_request("method is available for supergroup and channel chats only")
    inside = group.membership(account.id).inside
    if not (inside and params.flag("only_if_banned")):
        world.change_membership(group, account, LEFT, world.bot)
    return True


def restrict_chat_member(world: TelegramWorld, params: Params) -> bool:
    """Set what one member may do; everything allowed makes an ordinary member again."""
    group, account = _member_to_restrict(world, params)
    if not group.supergroup:
        raise bad_request("method is available only for supergroups")
    allowed = allowed_by(params.structure("permissions") or {})
    here = group.membership(account.id)
    now = Membership("restricted", allowed, params.number("until_date", 0), here.inside)
    if allowed >= group.permissions:
        now = MEMBER if here.inside else LEFT
    world.change_membership(group, account, now, world.bot)
    return True


def set_chat_permissions(world: TelegramWorld, params: Params) -> bool:
    """Set what all ordinary members may do; the whole set is replaced."""
    group = _group_with_right(world, params, "can_restrict_members")
    group.permissions = allowed_by(params.structure("permissions") or {})
    world.notice_change()
    return True


def leave_chat(world: TelegramWorld, params: Params) -> bool:
    """Walk out of a group."""
    group = world.group_of(params.chat_id())
    world.change_membership(group, world.bot, LEFT, world.bot)
    return True


def _group_with_right(world: TelegramWorld, params: Params, right: str) -> Group:
    group = world.group_of(params.chat_id())
    if not group.membership(world.bot.id).may(right):
        raise bad_request("not enough rights to perform this action")
    return group


def _member_to_restrict(world: TelegramWorld, params: Params) -> tuple[Group, Account]:
    group = world.group_of(params.chat_id())
    if not group.membership(world.bot.id).may("can_restrict_members"):
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    account = _account(world, params.number("user_id"))
    if account.id == world.bot.id:
        raise bad_request("can't restrict self")
    status = group.membership(account.id).status
    if status == "creator":
        raise bad_request("can't remove chat owner")
    if status == "administrator":
        raise bad_request("user is an administrator of the chat")
    return group, account


def _account(world: TelegramWorld, user_id: int) -> Account:
    if user_id == world.bot.id:
        return world.bot
    if user_id not in world.private_chats or world.private_chats[user_id].gone:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return world.private_chats[user_id].account


GROUP_METHODS = {
    "approveChatJoinRequest": approve_chat_join_request,
    "banChatMember": ban_chat_member,
    "createChatInviteLink": create_chat_invite_link,
    "declineChatJoinRequest": decline_chat_join_request,
    "exportChatInviteLink": export_chat_invite_link,
    "getChat": get_chat,
    "getChatAdministrators": get_chat_administrators,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "restrictChatMember": restrict_chat_member,
    "revokeChatInviteLink": revoke_chat_invite_link,
    "setChatPermissions": set_chat_permissions,
    "unbanChatMember": unban_chat_member,
}
