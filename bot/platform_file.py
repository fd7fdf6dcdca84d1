"""Reads content/platforms.toml: where something can spread, and how it is reported there."""

import tomllib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.domain.platforms import (
    MONTHS_VALID,
    FastLane,
    Help,
    MayReport,
    Platform,
    Platforms,
    Site,
    host_of,
)

SECURE = "https://"


class PlatformsError(Exception):
    """The file of the platforms has mistakes; each line tells one, and where it stands."""


def read_platforms(file: Path) -> Platforms:
    """Read every platform and everybody who helps with removal.

    Raises:
        PlatformsError: with every mistake found, each a sentence of its own.

    """
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise PlatformsError(f"{file.name} can't be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise PlatformsError(f"{file.name} is not valid TOML: {error}.") from error
    mistakes = [f"{file.name}, {mistake}" for mistake in _mistakes(told)]
    if mistakes:
        raise PlatformsError("\n".join(mistakes))
    return Platforms(
        {site: _platform(site, told["platform"][site]) for site in Site},
        tuple(_fast_lane(name, told["fast_lane"][name]) for name in Help),
    )


def about_checks(platforms: Platforms, today: date) -> tuple[str, ...]:
    """Tell which entries are old (thirteen months), in the future, or were never opened."""
    unopened = ", ".join(platforms.never_opened)
    never = (
        f"content/platforms.toml: nobody has opened the addresses of {unopened} yet. Open each "
        "once, and write down the day: opened = 2026-01-31."
    )
    return ((never,) if unopened else ()) + tuple(
        f"content/platforms.toml: {name} was not checked in the last {MONTHS_VALID} months. "
        "See whether its addresses still work, and write down today's date."
        for name in platforms.to_check_again(today)
    )


def _platform(site: Site, entry: dict[str, Any]) -> Platform:
    return Platform(
        site,
        entry["form"],
        MayReport(entry["may_report"]),
        entry["told"],
        tuple(entry["hosts"]),
        entry["checked"],
        entry.get("opened"),
    )


def _fast_lane(name: Help, entry: dict[str, Any]) -> FastLane:
    return FastLane(name, entry["address"], entry["checked"], entry.get("opened"))


def _mistakes(told: dict[str, Any]) -> Iterator[str]:
    yield from (
        f"{section}: there is no such section, only [platform.NAME] and [fast_lane.NAME]."
        for section in told
        if section not in {"platform", "fast_lane"}
    )
    owners: dict[str, str] = {}
    for place, entry in _entries(told, "platform", Site):
        if isinstance(entry, str):
            yield entry
            continue
        yield from _wrong_keys(place, entry, {"form", "may_report", "told", "hosts"})
        yield from _wrong_address(place, entry, "form", may_be_empty=True)
        if entry.get("may_report") not in set(MayReport):
            yield f'{place}: may_report must be "anybody", "shown" or "account".'
        if not isinstance(entry.get("told"), bool):
            yield f"{place}: told must be true or false."
        yield from _wrong_hosts(place, entry, owners)
    for place, entry in _entries(told, "fast_lane", Help):
        if isinstance(entry, str):
            yield entry
            continue
        yield from _wrong_keys(place, entry, {"address"})
        yield from _wrong_address(place, entry, "address")


def _entries(
    told: dict[str, Any], section: str, names: type[StrEnum]
) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Give each entry of a section with its place; a sentence instead where it is wrong."""
    entries = told.get(section)
    entries = entries if isinstance(entries, dict) else {}
    for name in entries:
        if name not in set(names):
            yield name, f"{section}.{name}: nothing in the bot has that name."
    for name in names:
        entry = entries.get(name)
        place = f"{section}.{name}"
        yield place, entry if isinstance(entry, dict) else f"{place}: this section is missing."


def _wrong_keys(place: str, entry: dict[str, Any], known: set[str]) -> Iterator[str]:
    known = known | {"checked", "source", "opened"}
    yield from (f"{place}: the word {key} means nothing here." for key in entry if key not in known)
    # A time of day is a date too, to Python.
    if type(entry.get("checked")) is not date:
        yield f"{place}: the day of the last check is missing: checked = 2026-01-31."
    if "opened" in entry and type(entry["opened"]) is not date:
        yield f"{place}: opened must be a day: opened = 2026-01-31."
    yield from _wrong_address(place, entry, "source")


def _wrong_address(
    place: str, entry: dict[str, Any], key: str, *, may_be_empty: bool = False
) -> Iterator[str]:
    address = entry.get(key)
    if may_be_empty and address == "":
        return
    if not isinstance(address, str) or not address.startswith(SECURE) or not host_of(address):
        yield f"{place}: {key} must be an address that begins with {SECURE}."


def _wrong_hosts(place: str, entry: dict[str, Any], owners: dict[str, str]) -> Iterator[str]:
    hosts = entry.get("hosts")
    if not isinstance(hosts, list) or not all(isinstance(host, str) for host in hosts):
        yield f'{place}: hosts must be a list of names, such as ["snapchat.com"].'
        return
    for host in hosts:
        if host_of(host) != host or "." not in host:
            yield f'{place}: "{host}" is no name of a host: no https, no slash, small letters.'
        other = owners.setdefault(host, place)
        if other != place:
            yield f"{place}: {host} belongs to {other} already."
