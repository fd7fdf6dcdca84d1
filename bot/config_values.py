"""What one value of the configuration may be, as plain functions.

A function takes what the file says and returns what the bot works with, or raises ValueError with a
whole sentence for the administrator. No sentence holds a secret, nor a secret that was put where
the name of its file belongs.
"""

import base64
import contextlib
import difflib
import ipaddress
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.config_mistakes import shown
from bot.domain.retention import NEVER, Term, term_of
from bot.domain.school_time import Holiday, Hours

KEY_BYTES = 32

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_HOST = re.compile(r"[A-Za-z0-9._:-]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,20}[0-9]")
_HOURS = re.compile(r"([0-9]{2}:[0-9]{2})\s*-\s*([0-9]{2}:[0-9]{2})")
_HOLIDAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s+t/m\s+([0-9]{4}-[0-9]{2}-[0-9]{2}))?")
_LONGEST_HOLIDAY = 100
# What a browser accepts in <input type=email>: HTML standard, "valid e-mail address".
_EMAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret and, for sentences about it, where it was found."""

    text: str = field(repr=False)
    origin: str


def one_line(text: str) -> str:
    """Accept a text that can stand in the header of a letter or an e-mail."""
    if not text.isprintable():
        raise ValueError("must be one line of readable characters.")
    return text


def host_name(text: str) -> str:
    """Accept the name or the address of a machine, without a protocol or a port."""
    if not _HOST.fullmatch(text):
        raise ValueError(f"{shown(text)} is not the name of a machine, such as mail.school.nl.")
    return text


def phone_number(text: str) -> str:
    """Accept digits with the signs that people write between them."""
    if not _PHONE.fullmatch(text):
        raise ValueError(f"{shown(text)} is not a telephone number, such as 010 123 45 67.")
    return text


def email_address(text: str) -> str:
    """Accept an address without a name before it."""
    if not _EMAIL.fullmatch(text):
        raise ValueError(f"{shown(text)} is not an e-mail address, such as bot@school.nl.")
    return text


def time_zone(name: object) -> ZoneInfo:
    """Find a zone of the IANA database by its exact name."""
    if not isinstance(name, str):
        raise ValueError("must be the name of a time zone between quotes.")  # noqa: TRY004
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: "Europe" is a folder of zones
        near = difflib.get_close_matches(name, available_timezones(), 1, 0.8)
    hint = f"did you mean {near[0]}?" if near else "Europe/Amsterdam is one."
    raise ValueError(f"{shown(name)} is not a known time zone; {hint}")


def hours_of_day(text: object) -> Hours | None:
    """Read the hours of one day ("08:00-17:00"); None for a day on which the school is closed."""
    if text == "dicht":
        return None
    parts = _HOURS.fullmatch(text.strip()) if isinstance(text, str) else None
    times = None
    if parts:
        with contextlib.suppress(ValueError):  # 25:00
            times = [time.fromisoformat(part) for part in parts.groups()]
    if times is None:
        raise ValueError(f'{shown(text)} is neither hours, such as "08:00-17:00", nor "dicht".')
    begin, end = times
    if begin >= end:
        raise ValueError(f"{shown(text)} ends before it begins.")
    return Hours(begin, end)


def holidays(listed: object) -> tuple[Holiday, ...]:
    """Read days ("2027-04-27") and ranges of days ("2026-12-19 t/m 2027-01-03")."""
    if not isinstance(listed, list):
        raise ValueError('must be a list, such as ["2027-04-27", "2026-12-19 t/m 2027-01-03"].')  # noqa: TRY004
    return tuple(map(_holiday, listed))


def _holiday(text: object) -> Holiday:
    if isinstance(text, date) and not isinstance(text, datetime):  # TOML has days of its own
        return Holiday(text, text)
    parts = _HOLIDAY.fullmatch(text.strip()) if isinstance(text, str) else None
    days = None
    if parts:
        with contextlib.suppress(ValueError):  # the 31st of a shorter month
            days = [date.fromisoformat(part or parts[1]) for part in parts.groups()]
    if days is None:
        raise ValueError(
            f'{shown(text)} is neither a day, such as "2027-04-27", nor a range of days, such as '
            '"2026-12-19 t/m 2027-01-03".'
        )
    first, last = days
    if last < first:
        raise ValueError(f"{shown(text)} ends before it begins.")
    if (last - first).days >= _LONGEST_HOLIDAY:
        raise ValueError(f"{shown(text)} is longer than {_LONGEST_HOLIDAY} days.")
    return Holiday(first, last)


def term(text: object) -> Term | None:
    """Read how long something is kept; None for "nooit", the word and never a bare number."""
    if isinstance(text, str):
        with contextlib.suppress(ValueError):
            return term_of(text)
    raise ValueError(
        f'{shown(text)} is neither a period, such as "90 dagen", "1 jaar" or "einde schooljaar + '
        f'1 jaar", nor "{NEVER}", which keeps it for good.'
    )


def finite_term(text: object) -> Term:
    """Read how long something is kept that may not stay for good."""
    found = term(text)
    if found is None:
        raise ValueError(f'cannot be "{NEVER}": what nobody finished has to go one day.')
    return found


def web_address(text: str) -> str:
    """Accept an http or https address."""
    if _web_parts(text) is None:
        raise ValueError(f"{shown(text)} is not a web address, such as https://school.nl/bot.")
    return text


def confirmation_page(text: str) -> str:
    """Accept an address that guardians can open safely and that a code can be put behind."""
    if not is_private_line(text):
        raise ValueError("must begin with https://, because guardians open it over the internet.")
    parts = urlsplit(text)
    if parts.query or parts.fragment:
        raise ValueError("must be an address without ? and #.")
    return text.rstrip("/")


def _web_parts(text: str) -> SplitResult | None:
    if not text.isprintable() or " " in text:
        return None
    try:
        parts = urlsplit(text)
        # urllib judges a port and an IPv6 address only when asked for them.
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def is_private_line(url: str) -> bool:
    """Say whether nobody on the way can read what is sent to this web address."""
    parts = urlsplit(url)
    return parts.scheme == "https" or is_loopback(parts.hostname or "")


def is_loopback(host: str) -> bool:
    """Say whether the host is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name, which may mean any machine
        return False


def absolute_path(text: object, folder: Path) -> Path:
    """Find the path, counted from the folder of the configuration file. It need not exist."""
    if not isinstance(text, str) or not text.strip():
        raise ValueError("must be a path between quotes.")
    if not text.isprintable():
        raise ValueError("holds a character that is in no path. Write 'C:\\folder' that way.")
    # Not Path.resolve: how that tells of links in a circle differs per version of Python.
    path = Path(os.path.realpath(folder / text))
    try:
        path.stat()
    except FileNotFoundError:
        return path
    except OSError as error:
        raise ValueError(f"cannot be used: {error.strerror}.") from None
    return path


def existing_file(path: Path) -> Path:
    """Accept a file that is there."""
    if not path.is_file():
        raise ValueError(f"the file {path} does not exist.")
    return path


def existing_folder(path: Path) -> Path:
    """Accept a folder that is there."""
    if not path.is_dir():
        raise ValueError(f"the folder {path} does not exist.")
    return path


def future_folder(path: Path) -> Path:
    """Accept a folder, there or still to be made."""
    if path.exists() and not path.is_dir():
        raise ValueError(f"{path} is a file, and a folder is needed.")
    return path


def secret_in_environment(variable: str, environment: Mapping[str, str]) -> Secret | None:
    """Take a secret from the environment; an empty variable counts as none."""
    text = environment.get(variable, "")
    return Secret(text, variable) if text else None


def secret_in_file(path: Path) -> Secret:
    """Read a file that holds one secret on one line and that not everybody can read."""
    try:
        text = path.read_text("utf-8-sig").rstrip("\r\n")
        everybody = path.stat().st_mode & stat.S_IROTH
    except FileNotFoundError:
        raise ValueError(f"the file {path} does not exist.") from None
    except OSError as error:
        raise ValueError(f"the file {path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise ValueError(f"the file {path} is not text in UTF-8.") from None
    if os.name == "posix" and everybody:
        raise ValueError(f"everybody on this machine can read {path}. Do chmod 600 on it.")
    if not text.strip():
        raise ValueError(f"the file {path} is empty, and the secret must stand in it.")
    if not text.isprintable():
        raise ValueError(f"the file {path} must hold one line, with nothing but the secret.")
    return Secret(text, f"the file {path}")


def telegram_token(secret: Secret) -> str:
    """Accept a token in the form that @BotFather gives it: digits, a colon, letters and digits."""
    token = secret.text.strip()
    if not _TOKEN.fullmatch(token):
        raise ValueError(f"{secret.origin} holds no token of @BotFather: digits, a colon, letters.")
    return token


def data_key(secret: Secret) -> bytes:
    """Decode the key of the data from the line that `key_line` makes."""
    key = _decoded(secret.text)
    if key is None:
        raise ValueError(f"{secret.origin} holds no key of {KEY_BYTES} bytes in base64.")
    return key


def key_line(key: bytes) -> str:
    """Return the one line that a key file holds: base64 (RFC 4648, section 4) and a line end."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"A key has {KEY_BYTES} bytes.")
    return base64.b64encode(key).decode("ascii") + "\n"


def refuse_secret_itself(text: object) -> None:
    """Refuse a token or a key where the name of its file belongs, before a sentence shows it."""
    if isinstance(text, str) and (_TOKEN.fullmatch(text.strip()) or _decoded(text)):
        raise ValueError("holds the secret itself. Put that in a file, and name the file here.")


def _decoded(text: str) -> bytes | None:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except ValueError:  # binascii.Error is one too
        return None
    return key if len(key) == KEY_BYTES else None
