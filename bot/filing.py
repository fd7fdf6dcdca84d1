"""Files a report as a case and tells who handles it that there is one (P2, P3).

The rules stand in `bot.domain.reports`; here they become a case in the store and words to
somebody. A notice holds the number of the case and nothing of what was told (P6).
"""

from dataclasses import replace

from bot.case_gate import write_down
from bot.domain.case_log import Deed
from bot.domain.cases import Case
from bot.domain.escalation import PHONE_GIVEN, noted
from bot.domain.people import Role, StaffMember
from bot.domain.records import COUNTERS, Counters
from bot.domain.reports import Draft, Reader, add_to_case, complete_case, open_case, route
from bot.handing_in import filed
from bot.ports import Address
from bot.routing import Context, Turn
from bot.wishes import Fields, Say, Wish


def file_at_once(turn: Turn, draft: Draft) -> tuple[Case, list[Wish]]:
    """Open a case of what was told so far; gives the case and the notices to its handlers."""
    case = _routed(turn, open_case(draft, _next_number(turn), _school_of(turn), turn.now))
    turn.unit.put(case)
    filed(turn, draft, case.number)
    write_down(turn, "", Deed.OPENED, case.number)
    return case, _notices(case)


def add_to_filed(turn: Turn, draft: Draft) -> list[Wish]:
    """Bring what was told so far into the case that is open already, if there is one."""
    case = turn.unit.get(Case, str(draft.case)) if draft.case else None
    if case is None:
        return []
    turn.unit.put(add_to_case(case, draft))
    return _notices(case, case)


def file_whole(turn: Turn, draft: Draft) -> list[Wish]:
    """Make or complete the case of a report that is told to the end: a receipt, and notices."""
    opened = turn.unit.get(Case, str(draft.case)) if draft.case else None
    if opened is None:
        fresh = open_case(draft, _next_number(turn), _school_of(turn), turn.now)
    else:
        fresh = complete_case(opened, draft, turn.now)
    case = _routed(turn, fresh)
    reachable = some_can_be_told(turn, case)
    turn.unit.put(case if reachable else noted(case, PHONE_GIVEN, turn.now))
    filed(turn, draft, case.number)
    write_down(turn, "", Deed.OPENED if opened is None else Deed.CHANGED, case.number)
    receipt = _receipt(turn, case) if reachable else nobody_reachable(turn, turn.back, case)
    return [receipt, *_notices(case, opened)]


def nobody_reachable(context: Context, to: str | Address, case: Case) -> Say:
    """Give the reporter the phone of the school, since nobody there can be told."""
    fields: Fields = {"number": case.number, "phone": context.school.phone}
    return Say(to, "report-nobody-reachable", fields)


def some_can_be_told(context: Context, case: Case) -> bool:
    """Say whether one of the handlers has an account or a mailbox."""
    return any(_can_be_told(context, handler) for handler in case.handlers)


def _can_be_told(context: Context, handler: str) -> bool:
    person = context.person(handler)
    return isinstance(person, StaffMember) and bool(person.accounts or person.email)


def _receipt(turn: Turn, case: Case) -> Say:
    leaders = _holders(turn, Role.SCHOOL_LEADER, case)
    reader = Reader.LEADER if set(case.handlers) & set(leaders) else Reader.COUNSELLOR
    return Say(turn.back, "report-received", {"number": case.number, "reader": reader})


def _notices(case: Case, before: Case | None = None) -> list[Wish]:
    told = before.handlers if before else ()
    return [
        Say(
            handler,
            "cases-more" if handler in told else "cases-new",
            {"number": case.number},
            about=f"meld-notice:{case.number}:{handler}",
        )
        for handler in case.handlers
    ]


def _routed(turn: Turn, case: Case) -> Case:
    leaders = _holders(turn, Role.SCHOOL_LEADER, case)
    return route(case, leaders, _holders(turn, Role.COUNSELLOR, case))


def _holders(turn: Turn, role: Role, case: Case) -> tuple[str, ...]:
    schools = (case.school,) if case.school else turn.registry.schools()
    found = (s.key for school in schools for s in turn.registry.staff_with(role, school))
    return tuple(dict.fromkeys(key for key in found if key != turn.reporter))


def _school_of(turn: Turn) -> str:
    if isinstance(turn.speaker, StaffMember):
        return next((a.school for a in turn.speaker.appointments if a.school), "")
    home = turn.class_of(turn.reporter)
    return home.school if home else ""


def _next_number(turn: Turn) -> int:
    counters = turn.unit.get(Counters, COUNTERS) or Counters()
    counters = replace(counters, cases=counters.cases + 1)
    turn.unit.put(counters)
    return counters.cases
