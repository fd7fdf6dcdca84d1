"""Who handles a case can change: a colleague comes in, takes over, or somebody steps out.

On "Overdragen" under a case: who handles it now, and whom one can ask.
On a colleague: to handle it together, or to take it over. Nothing changes until they accept; the
    question to them holds the number of the case and nothing else (P6).
On "Ik stap eruit": asks why, and shuts that person out for good. When nobody would be left, the
    next person by role comes in first; when there is none, the bot says so and nothing changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.case_course import roles_in
from bot.case_gate import case_for, case_offered_to, change, keep_from_shut_out, not_found
from bot.domain.assignment import Route, route_of
from bot.domain.cases import Case, NoSuchCase, Status, is_unread, may_read
from bot.domain.desk import Desk
from bot.domain.handing_over import (
    ACCEPTED,
    STEPPED_OUT,
    Handing,
    accepted,
    ask,
    declined,
    may_be_asked,
    step_out,
)
from bot.domain.offers import Offer
from bot.domain.people import Role, StaffMember
from bot.domain.plan import Record
from bot.routing import STAFF, Context, Turn, button, form
from bot.wishes import AnswerTap, Choice, Fields, Line, Rows, Say, Term, Wish

TOPIC = "handover"

OUT = "out"
YES = "yes"
NO = "no"
JOIN = "join"
WHOLE = "whole"

ORDER = (Role.SCHOOL_LEADER, Role.COUNSELLOR, Role.BOARD, Role.SPOKESPERSON)
"""Who comes in when nobody is left; the spokesperson is of the board as well (11.6)."""

BOARD_ALONE = (Role.BOARD, Role.SPOKESPERSON)

COLLEAGUES = (*ORDER, Role.PRIVACY_OFFICER, Role.COMMUNICATIONS)
"""Whom one can ask. Mentors are not listed: which of them it is would tell the class."""


@button("handover", who=STAFF)
def tapped(turn: Turn) -> Sequence[Wish]:
    """Ask a colleague to handle a case, accept that, or step out."""
    number, *path = turn.words.split(":")
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    try:
        shown = _shown(turn, number, path)
    except NoSuchCase:
        return [done, not_found(turn, number)]
    return [done, *shown] if shown else [replace(done, text="common-button-old")]


def _steps_out(turn: Turn) -> bool:
    desk = turn.unit.get(Desk, turn.reporter)
    return desk is not None and desk.waits_for(TOPIC, turn.now)


@form(_steps_out)
def step_out_because(turn: Turn) -> Sequence[Wish]:
    """Take typed words as the reason to step out."""
    desk = turn.unit.get(Desk, turn.reporter)
    if desk is None:
        return []
    if not turn.words:
        return [Say(turn.back, "plan-no-words")]
    turn.unit.remove(Desk, desk.key)
    try:
        case = case_for(turn, desk.case, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        return [not_found(turn, desk.case)]
    return _step_out(turn, case)


def _shown(turn: Turn, number: str, path: list[str]) -> Sequence[Wish]:
    if path in ([YES], [NO]):
        return _answered(turn, number, agrees=path == [YES])
    case = case_for(turn, number, turn.reporter, detail=TOPIC)
    match path:
        case []:
            return [_view(turn, case)]
        case [what] if what == OUT:
            turn.unit.put(Desk(turn.reporter, TOPIC, case.number, OUT, turn.now))
            return [Say(turn.back, "handover-why-out", {"number": case.number})]
        case [person]:
            return _offer_ways(turn, case, person)
        case [person, how] if how in {JOIN, WHOLE}:
            return _ask(turn, case, person, whole=how == WHOLE)
        case _:
            return []


def _view(turn: Turn, case: Case) -> Say:
    if case.status is Status.CLOSED:
        return _refusal(turn, case, Handing.CLOSED)
    now = [Line("handover-handles", {"name": _name(turn, h)}) for h in case.handlers]
    asked = [Line("handover-waits", {"name": _name(turn, offer.to)}) for offer in case.offers]
    out_before = [
        Line("handover-out-before", {"name": _name(turn, kept.by), "text": kept.value})
        for kept in case.records
        if kept.item == STEPPED_OUT
    ]
    rows: Rows = tuple(
        (Choice("button-handover-to", f"handover:{case.number}:{key}", {"name": _name(turn, key)}),)
        for key in may_be_asked(case, _colleagues(turn, case))
    )
    out = (Choice("button-handover-out", f"handover:{case.number}:{OUT}"),)
    nobody = () if rows else (Line("handover-nobody-to-ask"),)
    lines = (*now, *asked, *out_before, *nobody)
    fields = {"number": case.number}
    return Say(turn.back, "handover-view", fields, more=lines, buttons=(*rows, out))


def _offer_ways(turn: Turn, case: Case, person: str) -> list[Wish]:
    if person not in may_be_asked(case, _colleagues(turn, case)):
        return [_refusal(turn, case, Handing.NOT_THIS_PERSON)]
    base = f"handover:{case.number}:{person}"
    rows: Rows = (
        (Choice("button-handover-join", f"{base}:{JOIN}"),),
        (Choice("button-handover-whole", f"{base}:{WHOLE}"),),
    )
    fields: Fields = {"number": case.number, "name": _name(turn, person)}
    return [Say(turn.back, "handover-how", fields, buttons=rows)]


def _ask(turn: Turn, case: Case, person: str, *, whole: bool) -> list[Wish]:
    offer = Offer(person, turn.reporter, whole, turn.now)
    tried = ask(case, offer, _colleagues(turn, case))
    if isinstance(tried, Handing):
        return [_refusal(turn, case, tried)]
    change(turn, tried, turn.reporter, f"handover:asked:{person}")
    rows: Rows = (
        (
            Choice("button-yes", f"handover:{case.number}:{YES}"),
            Choice("button-no", f"handover:{case.number}:{NO}"),
        ),
    )
    fields: Fields = {"number": case.number, "name": _name(turn, person)}
    return [
        Say(turn.back, "handover-asked", fields),
        Say(person, "handover-request", {"number": case.number}, buttons=rows),
    ]


def _answered(turn: Turn, number: str, *, agrees: bool) -> list[Wish]:
    case, offer = case_offered_to(turn, number, turn.reporter, detail=TOPIC)
    fields = {"number": case.number}
    if not agrees:
        change(turn, declined(case, offer), turn.reporter, "handover:declined")
        return [
            Say(turn.back, "handover-you-declined", fields),
            Say(offer.by, "handover-declined", fields),
        ]
    change(turn, accepted(case, offer), turn.reporter, ACCEPTED)
    told = "handover-taken-over" if offer.whole else "handover-joined"
    return [Say(turn.back, "handover-you-accepted", fields), Say(offer.by, told, fields)]


def _step_out(turn: Turn, case: Case) -> list[Wish]:
    here = {h for h in case.handlers if roles_in(turn, h, case.school)}
    in_order = may_be_asked(case, _in_order(turn, case, ORDER))
    # Who has no account can't open it: they come in only when nobody else can.
    following = next(iter(sorted(in_order, key=lambda who: not _can_open(turn, who))), None)
    tried = step_out(case, turn.reporter, turn.words, here, following)
    if isinstance(tried, Handing):
        return [_refusal(turn, case, tried)]
    # Why stays with the case, for whoever handles it from here on: a record that is of no step.
    why = Record(STEPPED_OUT, turn.now, turn.reporter, turn.words)
    change(turn, replace(tried, records=(*tried.records, why)), turn.reporter, STEPPED_OUT)
    keep_from_shut_out(turn, tried)
    fields = {"number": case.number}
    # Who could not be told is passed over, as with a case that nobody reads (`handlers.unread`).
    told = [
        Say(who, "cases-new", fields, about=f"unread:{case.number}:{who}")
        for who in tried.handlers
        if who not in case.handlers or (is_unread(tried) and may_read(tried, who))
    ]
    return [Say(turn.back, "handover-stepped-out", fields), *told]


def _refusal(turn: Turn, case: Case, why: Handing) -> Say:
    fields: Fields = {"number": case.number, "phone": turn.school.phone}
    return Say(turn.back, f"handover-refused-{why}", fields)


def _colleagues(context: Context, case: Case) -> Iterator[str]:
    """List whom one can ask: those who can tap an answer, or the question waits for ever."""
    found = [key for key in _in_order(context, case, COLLEAGUES) if _can_open(context, key)]
    left = set(found) - {*case.handlers, *case.excluded, case.reporter}
    if route_of(case.answers) is Route.BOARD_ALONE and not left:
        # A board of one has no second person (11.3): it may choose who agrees with it.
        schools = (case.school,) if case.school else context.registry.schools()
        others = (
            member.key
            for role in (Role.COUNSELLOR, Role.SCHOOL_LEADER)
            for school in schools
            for member in context.registry.staff_with(role, school)
        )
        found += [key for key in others if _can_open(context, key)]
    yield from found


def _can_open(context: Context, key: str) -> bool:
    person = context.person(key)
    return isinstance(person, StaffMember) and bool(person.accounts)


def _in_order(context: Context, case: Case, roles: Sequence[Role]) -> Iterator[str]:
    registry = context.registry
    schools = (case.school,) if case.school else registry.schools()
    match route_of(case.answers):
        case Route.BOARD_ALONE:
            # What the law sends to the board alone goes to nobody else (`bot.domain.assignment`).
            roles = BOARD_ALONE
        case Route.WITHOUT_BOARD:
            roles = ORDER
        case _:
            pass
    for role in roles:
        for school in schools:
            yield from (member.key for member in registry.staff_with(role, school))


def _name(context: Context, key: str) -> str | Term:
    person = context.person(key)
    return person.name if person is not None else Term("plan-somebody")
