"""Who may be in a class group, and what a group needs before a class may meet in it (P5, 9.C.1)."""

from dataclasses import dataclass, field
from enum import StrEnum


class Right(StrEnum):
    """What the bot must be allowed to do in a group; the values name texts."""

    DELETE_MESSAGES = "delete-messages"
    INVITE = "invite"
    REMOVE_MEMBERS = "remove-members"


NEEDED_RIGHTS = tuple(Right)


class Flaw(StrEnum):
    """Why a group can't serve as a class group yet; the values name texts."""

    NOT_A_GROUP = "not-a-group"
    PUBLIC = "public"
    BOT_IS_NO_ADMIN = "bot-is-no-admin"
    RIGHTS_MISSING = "rights-missing"


@dataclass(frozen=True, slots=True)
class GroupState:
    """What the platform says of a group, at the moment it was asked.

    `members` counts everybody in it, the bot included; None where the platform does not tell.
    """

    is_group: bool
    public: bool
    bot_is_admin: bool
    rights: frozenset[Right] = frozenset()
    members: int | None = None


@dataclass(frozen=True, slots=True)
class ClassGroup:
    """The closed group of a class.

    `members`: account ("telegram:4711") to the ISO time since which it is known to be in.
    `strangers`: accounts that spoke in the group without belonging to it, told to the teacher.
    `troubled`: whether the teacher was told that the bot can't do its work there.
    """

    address: str
    coupled_by: str
    coupled_at: str
    members: dict[str, str] = field(default_factory=dict, repr=False)
    strangers: tuple[str, ...] = field(default=(), repr=False)
    troubled: bool = False
    invite_link: str = field(default="", repr=False)


def flaws_of(state: GroupState) -> tuple[Flaw, ...]:
    """List all that keeps a group from serving as a closed class group; empty means it may."""
    if not state.is_group:
        return (Flaw.NOT_A_GROUP,)
    flaws = []
    if state.public:
        flaws.append(Flaw.PUBLIC)
    if not state.bot_is_admin:
        flaws.append(Flaw.BOT_IS_NO_ADMIN)
    elif missing_rights(state):
        flaws.append(Flaw.RIGHTS_MISSING)
    return tuple(flaws)


def missing_rights(state: GroupState) -> tuple[Right, ...]:
    """List the rights the bot still lacks, in a fixed order."""
    return tuple(r for r in NEEDED_RIGHTS if r not in state.rights)
