"""Private chats and groups: who is in them, what was said, and how the Bot API shows them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.emulators.telegram_things import (
    ADMIN_RIGHTS,
    LEFT,
    PERMISSIONS,
    Account,
    InviteLink,
    Json,
    Membership,
    Message,
)

NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


@dataclass(eq=False)
class PrivateChat:
    """The chat of one person with the bot; it exists before the person opens it."""

    account: Account
    started: bool = False
    blocked: bool = False
    gone: bool = False
    messages: list[Message] = field(default_factory=list, repr=False)

    @property
    def id(self) -> int:
        """Return the chat id, which is the id of the person."""
        return self.account.id

    def as_json(self) -> Json:
        """Return the Bot API ``Chat``."""
        shown = self.account.as_json()
        kept = ("id", "username", "first_name", "last_name")
        return {name: shown[name] for name in kept if name in shown} | {"type": "private"}

    def in_full(self) -> Json:
        """Return the Bot API ``ChatFullInfo``."""
        return self.as_json() | {
            "accent_color_id": 1,
            "max_reaction_count": 11,
            "accepted_gift_types": NO_GIFTS,
        }


@dataclass(eq=False)
class JoinRequest:
    """Somebody at the door of a group since a moment (Unix seconds)."""

    account: Account
    since: int
    link: InviteLink


@dataclass(eq=False)
class Group:
    """A basic group or a supergroup, with or without the bot in it."""

    id: int
    title: str
    supergroup: bool
    username: str | None = None
    members: dict[int, Membership] = field(default_factory=dict, repr=False)
    accounts: dict[int, Account] = field(default_factory=dict, repr=False)
    links: list[InviteLink] = field(default_factory=list, repr=False)
    requests: dict[int, JoinRequest] = field(default_factory=dict, repr=False)
    permissions: frozenset[str] = PERMISSIONS - {"can_change_info", "can_pin_messages"}
    messages: list[Message] = field(default_factory=list, repr=False)
    former_ids: list[int] = field(default_factory=list)
    last_message_id: int = 0

    @property
    def kind(self) -> str:
        """Return the Bot API chat type."""
        return "supergroup" if self.supergroup else "group"

    def membership(self, user_id: int) -> Membership:
        """Return what somebody is here; a stranger has left."""
        return self.members.get(user_id, LEFT)

    def set_membership(self, account: Account, membership: Membership) -> Membership:
        """Make somebody something, and return what they were."""
        before = self.membership(account.id)
        self.accounts[account.id] = account
        self.members[account.id] = membership
        return before

    @property
    def inside(self) -> frozenset[int]:
        """Return the ids of everybody who sees the group now."""
        return frozenset(user for user, member in self.members.items() if member.inside)

    @property
    def governors(self) -> list[tuple[Account, Membership]]:
        """Return the owner and the administrators."""
        return [
            (self.accounts[user], member) for user, member in self.members.items() if member.governs
        ]

    def pending_behind(self, link: InviteLink) -> int:
        """Count the requests that wait behind a link."""
        return sum(request.link is link for request in self.requests.values())

    def link_for_requests(self) -> InviteLink | None:
        """Return the newest link in use that asks for approval."""
        asking = [one for one in self.links if one.creates_join_request and not one.revoked]
        return asking[-1] if asking else None

    def as_json(self) -> Json:
        """Return the Bot API ``Chat``."""
        shown: Json = {"id": self.id, "title": self.title, "type": self.kind}
        if self.username is not None:
            shown["username"] = self.username
        return shown

    def in_full(self, *, with_link: bool) -> Json:
        """Return the Bot API ``ChatFullInfo``; the link only for those who may invite."""
        shown = self.as_json() | {
            "accent_color_id": 1,
            "max_reaction_count": 11,
            "accepted_gift_types": NO_GIFTS,
            "permissions": permissions_json(self.permissions),
        }
        if self.username is not None:
            shown["active_usernames"] = [self.username]
        primary = [link for link in self.links if link.primary and not link.revoked]
        if with_link and primary:
            shown["invite_link"] = primary[-1].url
        return shown


def permissions_json(allowed: Iterable[str]) -> Json:
    """Return the Bot API ``ChatPermissions``."""
    held = frozenset(allowed)
    return {name: name in held for name in sorted(PERMISSIONS)}


def allowed_by(permissions: Json) -> frozenset[str]:
    """Read ``ChatPermissions``; what is not named is not allowed."""
    return frozenset(name for name, value in permissions.items() if value is True)


def rights_without(missing: Iterable[str]) -> frozenset[str]:
    """Return every administrator's right but these; an unknown name is a mistake of the test."""
    lacking = frozenset(missing)
    if unknown := lacking - ADMIN_RIGHTS:
        raise ValueError(f"Telegram has no right called {', '.join(sorted(unknown))}")
    return ADMIN_RIGHTS - lacking
