"""A case that nobody reads does not lie still (11.1).

After a quarter of an hour when it is serious, at any time of the day, and else after four hours of
school: the next person is asked to read it. The other school leaders, the counsellors, the board;
never somebody who may not read it. One who can't be told is passed over at once. When nobody is
left, the reporter hears the phone of the school, once. A case in other hands is unread again until
one of those who handle it now has looked.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.case_gate import write_down
from bot.domain.assignment import Route, route_of
from bot.domain.case_log import Deed
from bot.domain.cases import Case, is_unread, may_read, seen_by
from bot.domain.escalation import (
    NOBODY_LEFT,
    NOT_TOLD,
    PASSED_ON,
    PHONE_GIVEN,
    has_phone,
    next_reader,
    noted,
    pass_on,
    passed_on_at,
)
from bot.domain.people import Role
from bot.ports import Address, Fate, Outcome
from bot.routing import Context, deadline, outcome
from bot.wishes import Say, Wish

ORDER = (Role.SCHOOL_LEADER, Role.COUNSELLOR)


def _when_passed_on(context: Context, case: Case) -> datetime | None:
    return passed_on_at(case, context.school.hours)


@deadline(Case, _when_passed_on)
def ask_next(context: Context, case: Case) -> Sequence[Wish]:
    """Ask the next person to read a case that nobody has read."""
    person = next_reader(case, _in_order(context, case))
    if person is None:
        return _nobody_left(context, case)
    context.unit.put(pass_on(case, person, context.now))
    write_down(context, "", Deed.TOLD, case.number, f"{PASSED_ON}:{person}")
    return [_request(case, person, about=f"unread:{case.number}:{person}")]


@outcome("unread")
def heard_of_request(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Pass over somebody who could not be told; they hear of it as soon as there is a way."""
    number, person = parts
    case = context.unit.get(Case, number)
    if case is None or result.fate is not Fate.REFUSED:
        return []
    context.unit.put(noted(case, NOT_TOLD, context.now, person))
    return [_request(case, person)] if is_unread(case) and may_read(case, person) else []


def _request(case: Case, person: str, about: str = "") -> Say:
    text = "due-unread-anew" if seen_by(case) else "due-unread"
    return Say(person, text, {"number": case.number}, about=about)


def _nobody_left(context: Context, case: Case) -> list[Wish]:
    told = noted(case, NOBODY_LEFT, context.now)
    if has_phone(case):
        context.unit.put(told)
        return []
    context.unit.put(noted(told, PHONE_GIVEN, context.now))
    reporter = case.reporter
    to = Address.parse(reporter) if ":" in reporter else reporter
    text = "due-nobody-read-anew" if seen_by(case) else "due-nobody-read"
    return [Say(to, text, {"number": case.number, "phone": context.school.phone})]


def _in_order(context: Context, case: Case) -> Iterator[str]:
    registry = context.registry
    schools = (case.school,) if case.school else registry.schools()
    board = any(registry.staff_with(Role.BOARD, school) for school in schools)
    # What the law has told to the board alone is passed on within the board only.
    before = () if route_of(case.answers) is Route.BOARD_ALONE else ORDER
    for role in (*before, Role.BOARD if board else Role.SPOKESPERSON):
        for school in schools:
            yield from (member.key for member in registry.staff_with(role, school))
