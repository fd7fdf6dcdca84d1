"""How long a case is kept, and how it goes (P8).

On the button under /zaak N: the day it goes, and what puts that off. Whoever handles the case
    keeps it longer, with a reason; a school leader, the FG or the board holds it until a day.
Fourteen days and 72 hours before: those who handle it hear the number and the day.
On that day, at a start before anything else: it is destroyed.
A report that nobody finished goes after a time, with a word to the reporter three days before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.case_gate import case_for, change, not_found
from bot.conversation import begin_listening, listens_for
from bot.destruction import destroy
from bot.domain.case_log import Deed
from bot.domain.cases import Case, NoSuchCase, may_read
from bot.domain.desk import Desk
from bot.domain.keeping import goes_at, held, kept_longer, released, warned, warns_at
from bot.domain.people import Role, StaffMember
from bot.domain.reports import Draft
from bot.domain.retention import Term
from bot.handing_in import wiped
from bot.ports import Address
from bot.routing import STAFF, Context, Turn, button, deadline, form
from bot.wishes import AnswerTap, Choice, Fields, Line, Rows, Say, Wish

TOPIC = "keep"

LONGER = {"90d": Term(days=90), "1y": Term(months=12)}

HOLD = "hold"
FREE = "free"

MAY_HOLD = (Role.SCHOOL_LEADER, Role.PRIVACY_OFFICER, Role.BOARD)

LONGEST_HOLD = timedelta(days=3653)

DRAFT_WARNING = timedelta(hours=72)

_DAY_AND_REASON = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})[\s,:.]+(\S.*)", re.DOTALL)


@button("keep", who=STAFF)
def tapped(turn: Turn) -> Sequence[Wish]:
    """Show how long a case is kept, or change it."""
    number, _, what = turn.words.partition(":")
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    try:
        case = case_for(turn, number, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        return [done, not_found(turn, number)]
    may = what in LONGER and goes_at(case, turn.school.policy) is not None
    if may or (what == HOLD and _may_hold(turn, case)):
        turn.unit.put(replace(begin_listening(turn, TOPIC, case.number), detail=what))
        question = "keep-ask-hold" if what == HOLD else "keep-ask-reason"
        return [done, Say(turn.back, question, {"number": case.number})]
    if what == FREE and _may_hold(turn, case) and case.keeping.held_until is not None:
        case = change(turn, released(case), turn.reporter, "hold-ended")
    elif what:
        done = replace(done, text="common-button-old")
    return [done, _panel(turn, case)]


def _is_asked(turn: Turn) -> bool:
    return listens_for(turn, TOPIC) is not None


@form(_is_asked)
def take_reason(turn: Turn) -> Sequence[Wish]:
    """Keep a case longer, for the reason that was typed."""
    desk = listens_for(turn, TOPIC)
    if desk is None:
        return []
    try:
        case = case_for(turn, desk.case, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        turn.unit.remove(Desk, desk.key)
        return [not_found(turn, desk.case)]
    if desk.detail == HOLD:
        return _hold(turn, case, desk)
    if not turn.words:
        return [Say(turn.back, "keep-ask-reason", {"number": case.number})]
    turn.unit.remove(Desk, desk.key)
    longer = kept_longer(case, LONGER[desk.detail], turn.words, turn.school.policy)
    return [_panel(turn, change(turn, longer, turn.reporter, "kept-longer"))]


def _when_it_goes(context: Context, case: Case) -> datetime | None:
    return goes_at(case, context.school.policy)


@deadline(Case, _when_it_goes, first=True)
def destroy_case(context: Context, case: Case) -> Sequence[Wish]:
    """Destroy a case whose time is over."""
    return destroy(context, case)


def _when_to_warn(context: Context, case: Case) -> datetime | None:
    return warns_at(case, context.school.policy)


@deadline(Case, _when_to_warn)
def warn(context: Context, case: Case) -> Sequence[Wish]:
    """Tell those who handle a case on which day it goes."""
    goes = goes_at(case, context.school.policy)
    if goes is None or goes <= context.now:
        return []
    change(context, warned(case, context.now), "", "warned", Deed.TOLD)
    fields: Fields = {"number": case.number, "date": context.day(goes)}
    buttons = ((Choice("button-case-keep", f"{TOPIC}:{case.number}"),),)
    readers = (handler for handler in case.handlers if may_read(case, handler))
    return [Say(reader, "keep-warning", fields, buttons=buttons) for reader in readers]


def _when_draft_goes(context: Context, draft: Draft) -> datetime | None:
    policy = context.school.policy
    return draft.touched and policy.noon(policy.drafts.end(policy.day(draft.touched)))


@deadline(Draft, _when_draft_goes, first=True)
def forget_draft(context: Context, draft: Draft) -> Sequence[Wish]:
    """Forget a report that its reporter never finished."""
    context.unit.remove(Draft, draft.key)
    return wiped(context, draft)


def _when_to_warn_reporter(context: Context, draft: Draft) -> datetime | None:
    goes = _when_draft_goes(context, draft)
    if goes is None or draft.touched is None:
        return None
    due = max(goes - DRAFT_WARNING, draft.touched)
    return due if draft.warned_at is None or draft.warned_at < due else None


@deadline(Draft, _when_to_warn_reporter)
def warn_reporter(context: Context, draft: Draft) -> Sequence[Wish]:
    """Tell a reporter on which day a report that is not finished goes."""
    context.unit.put(replace(draft, warned_at=context.now))
    goes = _when_draft_goes(context, draft)
    to = Address.parse(draft.key) if ":" in draft.key else draft.key
    rows = ((Choice("button-resume", "meld:resume"),), (Choice("button-stop", "meld:stop"),))
    return [Say(to, "keep-draft-warning", {"date": context.day(goes)}, buttons=rows)]


def _hold(turn: Turn, case: Case, desk: Desk) -> list[Wish]:
    if not _may_hold(turn, case):
        turn.unit.remove(Desk, desk.key)
        return [_panel(turn, case)]
    parts = _DAY_AND_REASON.fullmatch(turn.words)
    until = _day_of(parts) if parts else None
    today = turn.school.policy.day(turn.now)
    if parts is None or until is None or not today < until <= today + LONGEST_HOLD:
        return [Say(turn.back, "keep-hold-unclear", {"number": case.number})]
    turn.unit.remove(Desk, desk.key)
    kept = held(case, until, parts[4].strip(), turn.school.policy)
    return [_panel(turn, change(turn, kept, turn.reporter, "hold-begun"))]


def _day_of(parts: re.Match[str]) -> date | None:
    try:
        return date(int(parts[3]), int(parts[2]), int(parts[1]))
    except ValueError:
        return None


def _may_hold(turn: Turn, case: Case) -> bool:
    """Tell whether the speaker is a school leader of this school, the FG, or the board."""
    return any(
        appointment.role in MAY_HOLD and (appointment.covers(case.school) or not case.school)
        for person in turn.people
        if isinstance(person, StaffMember)
        for appointment in person.appointments
    )


def _panel(turn: Turn, case: Case) -> Say:
    goes = goes_at(case, turn.school.policy)
    keeping, number = case.keeping, str(case.number)
    lines: list[Line] = []
    if keeping.until is not None:
        longer = {"date": turn.day(keeping.until), "text": keeping.reason}
        lines.append(Line("keep-because", longer))
    is_held = keeping.held_until is not None and keeping.held_until > turn.now
    if is_held:
        hold = {"date": turn.day(keeping.held_until), "text": keeping.hold_reason}
        lines.append(Line("keep-held-because", hold))
    rows: Rows = ()
    if goes is not None:
        rows = tuple(
            (Choice(f"button-keep-{name}", f"{TOPIC}:{number}:{name}"),) for name in LONGER
        )
    if _may_hold(turn, case):
        rows = (*rows, (Choice("button-keep-hold", f"{TOPIC}:{number}:{HOLD}"),))
        if is_held:
            rows = (*rows, (Choice("button-keep-free", f"{TOPIC}:{number}:{FREE}"),))
    text = "keep-goes" if goes else "keep-stays" if case.closed_at else "keep-open"
    return Say(
        turn.back,
        text,
        {"number": number, "date": turn.day(goes)} if goes else {"number": number},
        more=tuple(lines),
        buttons=rows,
    )
