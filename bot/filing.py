"""Files a report as a case and tells who handles it that there is one (P2, P3).

The rules stand in `bot.domain.reports`; here they become a case in the store and words to
somebody. A notice holds the number of the case and nothing of what was told (P6).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.case_gate import keep_from_shut_out, write_down
from bot.domain.assignment import (
    FEWEST_READERS,
    Route,
    Staffing,
    assign,
    can_be_told,
    may_be_abuse,
    reachable_readers,
    read_by,
    route_of,
    touches_privacy,
)
from bot.domain.case_log import Deed
from bot.domain.cases import Case, Status, unread_again
from bot.domain.escalation import PHONE_GIVEN, noted
from bot.domain.forms import ArchivedForm, archived
from bot.domain.people import Role, SchoolClass, StaffMember
from bot.domain.records import COUNTERS, Counters
from bot.domain.reports import Draft, Step, add_to_case, at_once, complete_case, open_case
from bot.handing_in import filed
from bot.ports import Address
from bot.routing import Context, Turn
from bot.wishes import Fields, Line, Say, Wish


def file_at_once(turn: Turn, draft: Draft) -> tuple[Case, Sequence[Wish]]:
    """Open a case of what was told so far; gives the case and the notices to its handlers."""
    case = _routed(turn, _opened(turn, draft))
    turn.unit.put(case)
    write_down(turn, "", Deed.OPENED, case.number)
    return case, _notices(case)


def add_to_filed(turn: Turn, draft: Draft) -> Sequence[Wish]:
    """Bring what was told so far into the case that is open already, if there is one."""
    case = _still_open(turn, draft)
    if case is None:
        return []
    turn.unit.put(add_to_case(case, draft))
    write_down(turn, "", Deed.CHANGED, case.number, "told-more")
    return _notices(case, case)


def go_another_way(turn: Turn, draft: Draft) -> Sequence[Wish]:
    """Take a case that is open already from who may not read it any more, after these answers."""
    before = _still_open(turn, draft)
    if before is None:
        return []
    case = _routed(turn, add_to_case(before, at_once(draft)), before)
    stays = not set(before.handlers) & {*case.excluded}
    if stays and route_of(draft.answers) is route_of(before.answers):
        return []
    turn.unit.put(case)
    write_down(turn, "", Deed.CHANGED, case.number)
    return [notice for notice in _notices(case, before) if notice.text == "cases-new"]


def _still_open(turn: Turn, draft: Draft) -> Case | None:
    case = turn.unit.get(Case, str(draft.case)) if draft.case else None
    return None if case is None or case.status is Status.CLOSED else case


def file_whole(turn: Turn, draft: Draft) -> list[Wish]:
    """Make or complete the case of a report that is told to the end: a receipt, and notices."""
    opened = _still_open(turn, draft)
    if opened is None:
        fresh = _opened(turn, draft)
    else:
        fresh = complete_case(opened, draft, turn.form_for(draft.key), turn.now)
        _keep_form(turn)
    case = _routed(turn, fresh, opened)
    reachable = some_can_be_told(turn, case)
    turn.unit.put(case if reachable else noted(case, PHONE_GIVEN, turn.now))
    filed(turn, draft, case.number)
    write_down(turn, "", Deed.OPENED if opened is None else Deed.CHANGED, case.number)
    receipt = _receipt(turn, case) if reachable else nobody_reachable(turn, turn.back, case)
    return [receipt, *_notices(case, opened)]


def nobody_reachable(context: Context, to: str | Address, case: Case) -> Say:
    """Give the reporter the phone of the school, since nobody there can be told."""
    fields: Fields = {"number": case.number, "phone": context.school.phone}
    more = (Line("report-inspector"),) if may_be_abuse(case.answers) else ()
    return Say(to, "report-nobody-reachable", fields, more=more)


def some_can_be_told(context: Context, case: Case) -> bool:
    """Say whether one of the handlers has an account or a mailbox."""
    return any(_can_be_told(context, handler) for handler in case.handlers)


def _can_be_told(context: Context, handler: str) -> bool:
    person = context.person(handler)
    return isinstance(person, StaffMember) and can_be_told(person)


def _opened(turn: Turn, draft: Draft) -> Case:
    _keep_form(turn)
    form = turn.form_for(draft.key)
    case = open_case(draft, form, _next_number(turn), "", turn.now)
    return replace(case, school=_school_of(turn, case))


def _keep_form(context: Context) -> None:
    """Keep the words of the questions, so that the case stays readable when they change."""
    form = context.school.form
    if context.unit.get(ArchivedForm, form.key) is None:
        context.unit.put(archived(form))


def _receipt(turn: Turn, case: Case) -> Say:
    staff = _staffing(turn, case)
    fields: Fields = {"number": case.number, "reader": read_by(case, staff)}
    more = (*_also_read_by(case, staff), *_phone_too(turn, case))
    return Say(turn.back, "report-received", fields, more=more)


def _also_read_by(case: Case, staff: Staffing) -> tuple[Line, ...]:
    """Tell that the privacy officer reads along, where that is somebody else than who reads it."""
    others = set(case.handlers) - {*staff.leaders, *staff.counsellors, *staff.board}
    along = touches_privacy(case.answers) and others & set(staff.privacy_officers)
    return (Line("report-privacy-too"),) if along else ()


def _phone_too(context: Context, case: Case) -> tuple[Line, ...]:
    """Give the phone of the school where too few people are there to read reports."""
    if not _has_too_few_readers(context, _schools(context, case)):
        return ()
    return (Line("report-call-too", {"phone": context.school.phone}),)


def phone_first(turn: Turn) -> tuple[Line, ...]:
    """Say before the first question that few people read reports now, with the phone of school."""
    home = turn.class_of(turn.reporter)
    schools = (home.school,) if home else turn.registry.schools()
    if not _has_too_few_readers(turn, schools):
        return ()
    return (Line("report-few-readers", {"phone": turn.school.phone}),)


def _has_too_few_readers(context: Context, schools: Iterable[str]) -> bool:
    staff = context.registry.staff.values()
    return any(reachable_readers(staff, school) < FEWEST_READERS for school in schools)


def _notices(case: Case, before: Case | None = None) -> list[Say]:
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


def _routed(turn: Turn, case: Case, before: Case | None = None) -> Case:
    """Give the case to whom the answers send it, and keep who came in since it was opened.

    That somebody else read it does not make it read by those who handle it from here on.
    """
    assigned = assign(case, _staffing(turn, case))
    keep_from_shut_out(turn, assigned)
    if before is None:
        return assigned
    if route_of(case.answers) is Route.SCHOOL:
        first = assign(before, _staffing(turn, before)).handlers
        came_in = (h for h in before.handlers if h not in {*first, *assigned.excluded})
        handlers = tuple(dict.fromkeys((*assigned.handlers, *came_in)))
        assigned = replace(assigned, handlers=handlers)
    return unread_again(assigned)


def _staffing(context: Context, case: Case) -> Staffing:
    home = _class_of(context, case)
    return Staffing(
        leaders=_holders(context, Role.SCHOOL_LEADER, case),
        mentors=_mentors(context, home),
        all_mentors=_all_mentors(context, case),
        counsellors=_holders(context, Role.COUNSELLOR, case),
        privacy_officers=_holders(context, Role.PRIVACY_OFFICER, case),
        board=_holders(context, Role.BOARD, case),
        spokespersons=_holders(context, Role.SPOKESPERSON, case),
    )


def _holders(context: Context, role: Role, case: Case) -> tuple[str, ...]:
    schools = _schools(context, case)
    found = (s.key for school in schools for s in context.registry.staff_with(role, school))
    return tuple(dict.fromkeys(found))


def _schools(context: Context, case: Case) -> tuple[str, ...]:
    return (case.school,) if case.school else context.registry.schools()


def _mentors(context: Context, home: SchoolClass | None) -> tuple[str, ...]:
    if home is None:
        return ()
    found = context.registry.staff_with(Role.MENTOR, home.school, home.key)
    return tuple(s.key for s in found)


def _all_mentors(context: Context, case: Case) -> tuple[str, ...]:
    schools = set(_schools(context, case))
    return tuple(
        s.key
        for s in context.registry.staff.values()
        if any(
            a.role is Role.MENTOR and (not a.school or a.school in schools) for a in s.appointments
        )
    )


def _class_of(context: Context, case: Case) -> SchoolClass | None:
    """Find the class of the pupil who reports, or for whom is reported."""
    home = context.class_of(case.reporter)
    named = case.answers.get(Step.PUPIL, "").strip().casefold()
    if home is not None or not named:
        return home
    classes = (context.unit.get(SchoolClass, name) for name in context.registry.classes)
    found = [
        each
        for each in classes
        if each is not None
        and any(named in {p.pseudonym.casefold(), p.name.casefold()} for p in each.pupils.values())
    ]
    # Two pupils of one name: nobody's mentor is guessed.
    return found[0] if len(found) == 1 else None


def _school_of(turn: Turn, case: Case) -> str:
    home = _class_of(turn, case)
    if home is not None:
        return home.school
    if isinstance(turn.speaker, StaffMember):
        return next((a.school for a in turn.speaker.appointments if a.school), "")
    return ""


def _next_number(turn: Turn) -> int:
    counters = turn.unit.get(Counters, COUNTERS) or Counters()
    counters = replace(counters, cases=counters.cases + 1)
    turn.unit.put(counters)
    return counters.cases
