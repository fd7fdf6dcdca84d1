"""Figures about reports, without persons: counts in which nobody can be found back.

A count of fewer than five is not given. One missing count could be reckoned from the total and the
others, so further counts are kept back with it until every small one can still be anything from 0
to 4; where that can't be, the whole table is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

SMALL = 5
"""Counts below this are not given."""

UNKNOWN = "unknown"
"""The value of what was not asked, or not answered (yet)."""


class Hidden(StrEnum):
    """Why a count is not given; the values name texts.

    FEW   fewer than five, which may be none
    KEPT  five or more, but with it a small one could be reckoned
    """

    FEW = "few"
    KEPT = "kept"


Shown = int | Hidden


@dataclass(frozen=True, slots=True)
class Counted:
    """What one report adds to the figures.

    facts  by name of a table ("kind"): the value of this report
    hours_to_read, hours_to_close  how long that took; None when it did not happen
    waived how many items of the plan were waived
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    hours_to_read: float | None = None
    hours_to_close: float | None = None
    waived: int = 0
    destroyed: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one school and one school year, safe to show.

    tables  by name: each value with its count; None where the whole table is kept back
    median_hours_to_read, median_hours_to_close  None where fewer than five reports tell
    """

    school: str
    year: str
    reports: Shown
    tables: Mapping[str, Mapping[str, Shown] | None]
    median_hours_to_read: int | None = None
    median_hours_to_close: int | None = None
    waived: Shown = Hidden.FEW
    destroyed: Shown = Hidden.FEW


def figures_of(
    school: str, year: str, counted: Sequence[Counted], tables: Mapping[str, Iterable[str]]
) -> Figures:
    """Reckon the figures; `tables` names each table with the values that have a line in it.

    A value that has no line of its own counts as unknown.
    """
    if len(counted) < SMALL:
        return Figures(school, year, Hidden.FEW, dict.fromkeys(tables))
    return Figures(
        school=school,
        year=year,
        reports=len(counted),
        tables={name: _table(name, values, counted) for name, values in tables.items()},
        median_hours_to_read=_median(c.hours_to_read for c in counted),
        median_hours_to_close=_median(c.hours_to_close for c in counted),
        waived=_alone(sum(c.waived for c in counted)),
        destroyed=_part(sum(c.destroyed for c in counted), len(counted)),
    )


def safe(counts: dict[str, int]) -> dict[str, Shown] | None:
    """Hide the small counts of a table whose total is known; None when nothing can be shown.

    What is kept back with them is chosen by its place and not by its size: the choice itself would
    tell something else.
    """
    small = [count for count in counts.values() if count < SMALL]
    if not small:
        return dict(counts)
    kept: list[str] = []
    for name in (n for n in reversed(counts) if counts[n] >= SMALL):
        if _can_be_anything(small, [counts[n] for n in kept]):
            break
        kept.append(name)
    if not _can_be_anything(small, [counts[n] for n in kept]):
        return None
    return {
        name: Hidden.FEW if count < SMALL else Hidden.KEPT if name in kept else count
        for name, count in counts.items()
    }


def _can_be_anything(small: Sequence[int], kept: Sequence[int]) -> bool:
    """Tell whether each small count can still be 0 to 4, as far as their sum tells."""
    total, most = sum(small) + sum(kept), SMALL - 1
    if kept:
        # All others at their least, and one small count at its most.
        return total >= SMALL * len(kept) + most
    return most <= total <= most * (len(small) - 1)


def _table(
    name: str, values: Iterable[str], counted: Sequence[Counted]
) -> Mapping[str, Shown] | None:
    known = dict.fromkeys((*values, UNKNOWN), 0)
    found = Counter(c.facts.get(name, UNKNOWN) for c in counted)
    for value, count in found.items():
        known[value if value in known else UNKNOWN] += count
    return safe(known)


def _median(hours: Iterable[float | None]) -> int | None:
    known = [h for h in hours if h is not None]
    return round(median(known)) if len(known) >= SMALL else None


def _alone(count: int) -> Shown:
    return count if count >= SMALL else Hidden.FEW


def _part(count: int, total: int) -> Shown:
    """Hide a part of a total when it is small, or when the rest is."""
    if count < SMALL:
        return Hidden.FEW
    return count if total - count >= SMALL or total == count else Hidden.KEPT
