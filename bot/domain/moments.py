"""Reads the day and the time that somebody typed, as people here write them."""

import re
from datetime import datetime, timedelta

DAYS_AGO = {
    "vandaag": 0,
    "today": 0,
    "gisteren": 1,
    "yesterday": 1,
    "eergisteren": 2,
}
TIME = r"(?:om |at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?: ?uur)?"
DATE = r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<year>\d{4}))?"
DATED = re.compile(rf"{DATE},? {TIME}")
NAMED = re.compile(rf"(?P<word>{'|'.join(DAYS_AGO)}),? {TIME}")
CLOCK = re.compile(r"(?:om |at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?: ?uur)?")


def read_moment(words: str, now: datetime) -> datetime | None:
    """Give the moment that is meant, by the clock on the wall; None when that can't be told.

    "23-11-2026 09:30", "23-11 9.30 uur", "gisteren 14:00", "om 9:15" (today), "nu". A year that is
    left out is the last one in which the day has been. `now` is by the same clock, without a zone.
    """
    plain = " ".join(words.casefold().split()).rstrip(".")
    if plain in {"nu", "now"}:
        return now
    if found := NAMED.fullmatch(plain):
        day = now - timedelta(days=DAYS_AGO[found["word"]])
        return _at(day.year, day.month, day.day, found)
    if found := CLOCK.fullmatch(plain):
        return _at(now.year, now.month, now.day, found)
    found = DATED.fullmatch(plain)
    return _dated(found, now) if found else None


def _dated(found: re.Match[str], now: datetime) -> datetime | None:
    month, day = int(found["month"]), int(found["day"])
    if found["year"]:
        return _at(int(found["year"]), month, day, found)
    this_year = _at(now.year, month, day, found)
    if this_year is not None and this_year > now:
        return _at(now.year - 1, month, day, found)
    return this_year


def _at(year: int, month: int, day: int, found: re.Match[str]) -> datetime | None:
    try:
        return datetime(year, month, day, int(found["hour"]), int(found["minute"] or 0))  # noqa: DTZ001 - the zone is that of the school, which the caller knows
    except ValueError:
        return None
