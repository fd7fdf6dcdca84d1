"""Figures about reports, per school and school year, without persons.

On /cijfers: for a school leader those of the reports that leader may read, so that a count tells
    nothing of a case that was kept from them (P3); for board and FG those of the whole school, but
    for reports they are shut out of.
On `figures` of the command line: those of every school, for the yearly evaluation.
A report whose case is destroyed still counts; small numbers are hidden (`bot.domain.figures`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.case_course import course_of
from bot.case_gate import cases_to_count
from bot.domain.cases import Case, may_read
from bot.domain.figures import UNKNOWN, Counted, Figures, Hidden, Shown, figures_of
from bot.domain.people import Role, StaffMember
from bot.domain.plan import Ending
from bot.domain.retention import Tombstone, school_year
from bot.routing import STAFF, Context, Turn, Where, command, console
from bot.wishes import Line, Say, Term, Wish

YEAR = re.compile(r"(20\d\d)(?:\s*[-/]\s*(?:20)?(\d\d))?")

WHOLE_SCHOOL = frozenset({Role.BOARD, Role.PRIVACY_OFFICER})
"""Who gets the figures of all reports of a school, also of those that somebody else handles."""

READ = "read"
"""How a case tells that somebody looked at it."""

AN_HOUR = 3600.0

TOLD = ("kind", "serious")
"""Tables of what the reporter chose, each named after its question."""

DECIDED = ("severity", "offence")
"""Tables of what was decided in the plan, each named after its item."""


@dataclass(frozen=True, slots=True)
class FiguresOrder:
    """An order for figures. `year` as it is typed, "" for the school year of today."""

    year: str = ""


@command("cijfers", who=STAFF, where=Where.PRIVATE)
def show_figures(turn: Turn) -> Sequence[Wish]:
    """See figures about reports, without persons."""
    schools = _schools_of(turn)
    if not schools:
        return [Say(turn.back, "figures-not-for-you")]
    year = _year(turn, turn.words)
    if year is None:
        return [Say(turn.back, "figures-year-unknown", {"year": _this_year(turn)})]
    found = cases_to_count(turn, turn.reporter)
    return [
        _told(turn, _reckoned(turn, school, year, found, _destroyed(turn)), own=False)
        if whole
        else _told(turn, _reckoned(turn, school, year, _readable(found, turn.reporter)), own=True)
        for school, whole in schools.items()
    ]


@console("figures", FiguresOrder)
def export_figures(context: Context, order: FiguresOrder) -> tuple[Sequence[Wish], object]:
    """Give the figures of every school, as plain values."""
    year = _year(context, order.year)
    if year is None:
        example = _this_year(context)
        return [], {"error": f"'{order.year[:20]}' is no school year. Write it as {example}."}
    found, gone = cases_to_count(context), _destroyed(context)
    named = (*(case.school for case in found), *(stone.school for stone in gone))
    of = (_school_of(context, school) for school in named)
    schools = dict.fromkeys((*context.registry.schools(), *of))
    return [], {"figures": [_plain(_reckoned(context, s, year, found, gone)) for s in schools]}


def _schools_of(turn: Turn) -> dict[str, bool]:
    """Name the schools whose figures somebody may see, and whether of all their reports."""
    held = [
        appointment
        for person in turn.people
        if isinstance(person, StaffMember)
        for appointment in person.appointments
        if appointment.role in {Role.SCHOOL_LEADER, *WHOLE_SCHOOL}
    ]
    found: dict[str, bool] = {}
    for school in turn.registry.schools():
        roles = {a.role for a in held if a.covers(school, a.class_name)}
        if roles:
            found[school] = bool(roles & WHOLE_SCHOOL)
    return found


def _readable(cases: Iterable[Case], who: str) -> tuple[Case, ...]:
    return tuple(case for case in cases if may_read(case, who))


def _destroyed(context: Context) -> tuple[Tombstone, ...]:
    """List what stays of the cases that were destroyed; nobody knows any more who handled them."""
    stored = (context.unit.get(Tombstone, key) for key in context.unit.keys(Tombstone))
    return tuple(stone for stone in stored if stone is not None)


def _reckoned(
    context: Context,
    school: str,
    year: str,
    cases: Iterable[Case],
    destroyed: Iterable[Tombstone] = (),
) -> Figures:
    counted = [
        _counted(context, case)
        for case in cases
        if _school_of(context, case.school) == school and _year_of(context, case.opened_at) == year
    ]
    counted += [
        Counted({"kind": stone.kind, "outcome": stone.outcome}, destroyed=True)
        for stone in destroyed
        if _school_of(context, stone.school) == school and stone.school_year == year
    ]
    return figures_of(school, year, counted, _tables(context))


def _tables(context: Context) -> dict[str, Iterable[str]]:
    items = {name: context.school.plan.item(name) for name in DECIDED}
    asked = {name: context.school.form.question(name) for name in TOLD}
    return {
        **{name: [o.key for o in question.options] for name, question in asked.items() if question},
        # None by where a case stands: beside the endings it would tell how many are not closed, and
        # with that a small number of either could be reckoned.
        "outcome": Ending,
        **{name: item.values for name, item in items.items() if item is not None},
    }


def _counted(context: Context, case: Case) -> Counted:
    course = course_of(context, case)
    looks = [event.at for event in case.events if event.what == READ]
    waived = {record.item for record in case.records if record.waived}
    return Counted(
        facts={
            **{name: case.answers.get(name, UNKNOWN) for name in TOLD},
            "outcome": case.outcome or UNKNOWN,
            **{name: course.value(name) or UNKNOWN for name in DECIDED},
        },
        hours_to_read=_hours(case.opened_at, min(looks, default=None)),
        hours_to_close=_hours(case.opened_at, case.closed_at),
        waived=len(waived),
    )


def _hours(start: datetime | None, end: datetime | None) -> float | None:
    return (end - start).total_seconds() / AN_HOUR if start and end else None


def _school_of(context: Context, named: str) -> str:
    """Name the school of a report; one that names none belongs to the only one there is."""
    schools = context.registry.schools()
    return named or (schools[0] if len(schools) == 1 else context.school.name)


def _year_of(context: Context, at: datetime | None) -> str:
    return school_year(at.astimezone(ZoneInfo(context.school.time_zone)).date()) if at else ""


def _this_year(context: Context) -> str:
    return _year_of(context, context.now)


def _year(context: Context, typed: str) -> str | None:
    """Read a school year as people write it: 2026-2027, 2026/27, 2026; None for anything else."""
    if not typed.strip():
        return _this_year(context)
    found = YEAR.fullmatch(typed.strip())
    if found is None:
        return None
    first = int(found[1])
    if found[2] is not None and int(found[2]) != (first + 1) % 100:
        return None
    return f"{first}-{first + 1}"


def _told(turn: Turn, figures: Figures, *, own: bool) -> Say:
    lines = [Line("figures-reports", {"amount": _amount(figures.reports)})]
    if figures.reports is not Hidden.FEW:
        for name, table in figures.tables.items():
            lines.append(Line(f"figures-by-{name}"))
            if table is None:
                lines.append(Line("figures-withheld"))
                continue
            lines += _rows(name, table)
        lines += _more(figures)
    lines.append(Line("figures-note"))
    if own:
        lines.append(Line("figures-note-own"))
    head = {"school": figures.school, "year": figures.year}
    return Say(turn.back, "figures-title", head, more=tuple(lines))


def _rows(name: str, table: Mapping[str, Shown]) -> Iterator[Line]:
    for value, count in table.items():
        yield Line("figures-line", {"what": _label(name, value), "amount": _amount(count)})


def _more(figures: Figures) -> Iterator[Line]:
    if figures.median_hours_to_read is not None:
        yield Line("figures-median-read", {"count": figures.median_hours_to_read})
    if figures.median_hours_to_close is not None:
        yield Line("figures-median-closed", {"count": figures.median_hours_to_close})
    yield Line("figures-waived", {"amount": _amount(figures.waived)})
    yield Line("figures-destroyed", {"amount": _amount(figures.destroyed)})


def _amount(shown: Shown) -> int | Term:
    return Term(f"figures-{shown}") if isinstance(shown, Hidden) else shown


def _label(table: str, value: str) -> Term:
    if value == UNKNOWN:
        return Term("figures-unknown")
    if table in TOLD:
        return Term(f"button-{table}-{value}")
    return Term(f"button-plan-is-{value}")


def _plain(figures: Figures) -> dict[str, object]:
    """Give figures as JSON has them; what is hidden says so in words."""

    def plain(shown: Shown) -> int | str:
        words = {Hidden.FEW: "fewer than 5", Hidden.KEPT: "not shown"}
        return words[shown] if isinstance(shown, Hidden) else shown

    return {
        "school": figures.school,
        "year": figures.year,
        "reports": plain(figures.reports),
        "tables": {
            name: None if table is None else {v: plain(c) for v, c in table.items()}
            for name, table in figures.tables.items()
        },
        "median_hours_to_read": figures.median_hours_to_read,
        "median_hours_to_close": figures.median_hours_to_close,
        "waived": plain(figures.waived),
        "destroyed": plain(figures.destroyed),
    }
