"""The places where something can spread, and how it is reported there (11.4).

A place is recognised from its address alone: nothing is ever fetched, since what stands there may
be punishable to look at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

MONTHS_VALID = 13
"""A check of the addresses is good for a school year and a little; then somebody looks again."""

MONTHS_A_YEAR = 12

ONE_DAY = timedelta(days=1)


class Site(StrEnum):
    """A place where something can spread; the values name texts."""

    SNAPCHAT = "snapchat"
    TIKTOK = "tiktok"
    INSTAGRAM = "instagram"
    WHATSAPP = "whatsapp"
    X = "x"
    DISCORD = "discord"
    TELEGRAM = "telegram"
    SIGNAL = "signal"
    YOUTUBE = "youtube"
    FACEBOOK = "facebook"
    GAME = "game"
    OTHER = "other"


class MayReport(StrEnum):
    """Who may report something there; the values name texts."""

    ANYBODY = "anybody"
    SHOWN = "shown"
    ACCOUNT = "account"


class Help(StrEnum):
    """Who can get something removed faster than a school can; the values name texts."""

    HELPWANTED = "helpwanted"
    TAKE_IT_DOWN = "take-it-down"


@dataclass(frozen=True, slots=True)
class Platform:
    """How something is reported at one place.

    form     address of the form or the page that leads to it; "" where there is none
    told     whether the person who placed it hears that somebody reported it
    hosts    the names its addresses have; what stands before them with a dot counts too
    checked  the day on which somebody last looked whether this is still so
    opened   the day on which somebody last opened its address; None where nobody did yet
    """

    site: Site
    form: str
    may_report: MayReport
    told: bool
    hosts: tuple[str, ...]
    checked: date
    opened: date | None = None


@dataclass(frozen=True, slots=True)
class FastLane:
    """One who helps with removal, and the address of its page."""

    name: Help
    address: str
    checked: date
    opened: date | None = None


@dataclass(frozen=True, slots=True)
class Platforms:
    """Everything known about reporting, as it stands in content/platforms.toml."""

    known: Mapping[Site, Platform] = field(default_factory=dict)
    fast_lanes: tuple[FastLane, ...] = ()

    def site_of(self, address: str) -> Site:
        """Recognise the place an address belongs to; `Site.OTHER` for any other."""
        host = host_of(address)
        for site, platform in self.known.items():
            if any(host == known or host.endswith(f".{known}") for known in platform.hosts):
                return site
        return Site.OTHER

    @property
    def never_opened(self) -> tuple[str, ...]:
        """Name the entries with an address that nobody has opened yet."""
        platforms = (p.site.value for p in self.known.values() if p.form and p.opened is None)
        lanes = (f.name.value for f in self.fast_lanes if f.opened is None)
        return (*platforms, *lanes)

    def to_check_again(self, today: date) -> tuple[str, ...]:
        """Name the entries whose last check is more than thirteen months ago, or still to come."""
        checks = [(p.site.value, p.checked) for p in self.known.values()]
        checks += [(f.name.value, f.checked) for f in self.fast_lanes]
        return tuple(name for name, checked in checks if _is_old(checked, today))


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:[/\\]{2}", re.IGNORECASE)


def host_of(address: str) -> str:
    """Give the host of an address, in small letters.

    It is read the way browsers do: a backslash counts as a slash, and what stands before an @ is a
    name to log in with, so that "https://tiktok.com@other.example" is at other.example.
    """
    rest = _SCHEME.sub("", address.strip(), count=1)
    place = re.split(r"[/\\?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    return place.partition(":")[0].rstrip(".").casefold()


_BEFORE, _AFTER = r"(?<![\w@./:-])", r"[^\s<>\"']*"
_ADDRESS = re.compile(
    rf"(?:https?:[/\\]{{2}}{_AFTER})"
    rf"|(?:{_BEFORE}(?:[\w-]+\.)+[a-z]{{2,24}}(?::\d+)?(?=[/\\?#]){_AFTER})"
    rf"|(?:{_BEFORE}www\.(?:[\w-]+\.)+[a-z]{{2,24}})",
    re.IGNORECASE,
)
_NOT_OF_IT = ".,;:!?)]}>’”"


def addresses_in(words: str) -> tuple[str, ...]:
    """Find every link in what somebody typed or pasted, each once, in the order given.

    A link begins with http:// or https:// or www, or is a name with something behind a slash
    ("t.me/kanaal"). An e-mail address is none.
    """
    found = (match[0].rstrip(_NOT_OF_IT) for match in _ADDRESS.finditer(words))
    return tuple(dict.fromkeys(address for address in found if "." in host_of(address)))


def _is_old(checked: date, today: date) -> bool:
    if checked > today + ONE_DAY:
        # A slip of the pen would keep it fresh for ever; a day is only another time zone.
        return True
    months = (today.year - checked.year) * MONTHS_A_YEAR + today.month - checked.month
    return months > MONTHS_VALID or (months == MONTHS_VALID and today.day > checked.day)
