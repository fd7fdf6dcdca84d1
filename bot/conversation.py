"""The door to a case for who reported it, and the road of words between both sides (P2, P3).

A handler comes to a case by `bot.case_gate`. A reporter comes in here, to the own reports only; who
that is stands neither in the log nor in the talk, since a name may have been kept back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.case_gate import find_case, write_down
from bot.domain.case_log import Deed
from bot.domain.cases import Case
from bot.domain.desk import PATIENCE, Desk
from bot.domain.own_reports import (
    is_behind,
    left_behind,
    own,
    own_among,
    readers_of,
    to_be_told,
    where_reporter_is,
)
from bot.domain.people import Role, StaffMember
from bot.domain.reports import Draft
from bot.domain.talk import REPORTER, Pace, Said, too_fast
from bot.ports import Address, LastingStoreError
from bot.routing import Context, Turn
from bot.wishes import Choice, Fields, Line, Say, Wish

SHOWN = 10
"""Messages of a talk that are shown at a time, the last ones."""

JUST_HEARD = "heard"
"""What a reporter is in the middle of who was written to: plain words may be an answer."""

SIGNS = (
    Role.SCHOOL_LEADER,
    Role.COUNSELLOR,
    Role.BOARD,
    Role.PRIVACY_OFFICER,
    Role.MENTOR,
)
"""As whom a handler writes: the first of these roles that the handler has; else as staff."""


def me(turn: Turn) -> frozenset[str]:
    """Name all under which this account may have reported: itself, and everybody it belongs to."""
    return frozenset({str(turn.incoming.sender), *(person.key for person in turn.people)})


def own_case(turn: Turn, number: str) -> Case:
    """Give a report to who told it; raises NoSuchCase to everybody else."""
    return own(find_case(turn, number), me(turn))


def own_cases(turn: Turn) -> tuple[Case, ...]:
    """List the reports of the speaker; a damaged case, of whoever it is, is passed over."""
    return own_among(_stored(turn), me(turn))


def _stored(context: Context) -> Iterable[Case]:
    for key in context.unit.keys(Case):
        try:
            case = context.unit.get(Case, key)
        except LastingStoreError:
            continue
        if case is not None:
            yield case


def keep_way_to_leavers(context: Context, accounts: Mapping[str, str]) -> None:
    """Go on with the reports of people who left the school, on the account each of them had."""
    if not accounts:
        return
    for case in _stored(context):
        if case.reporter in accounts:
            context.unit.put(left_behind(case, accounts[case.reporter]))


def keep(context: Context, case: Case, detail: str) -> None:
    """Keep a case that its reporter changed; the log tells what was done, and not by whom."""
    context.unit.put(case)
    write_down(context, "", Deed.TOLD, case.number, detail)


def begin_listening(turn: Turn, topic: str, case: int) -> Desk:
    """Take the next words of the speaker for this; a report that is being told waits meanwhile."""
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is not None and not draft.paused:
        turn.unit.put(replace(draft, paused=True, touched=turn.now))
    desk = Desk(turn.reporter, topic, case, "", turn.now)
    turn.unit.put(desk)
    return desk


def listen_for_answer(context: Context, case: Case) -> None:
    """Look for an answer in the next words of a reporter who was written to and is not busy."""
    reporter = where_reporter_is(case)
    draft = context.unit.get(Draft, reporter)
    desk = context.unit.get(Desk, reporter)
    telling = draft is not None and not draft.paused
    busy = desk is not None and context.now - desk.asked_at <= PATIENCE and desk.topic != JUST_HEARD
    if not telling and not busy:
        context.unit.put(Desk(reporter, JUST_HEARD, case.number, "", context.now))


def listens_for(turn: Turn, topic: str) -> Desk | None:
    """Give what the speaker is in the middle of, if plain words of now are for it."""
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is not None and not draft.paused:
        return None
    desk = turn.unit.get(Desk, turn.reporter)
    return desk if desk is not None and desk.waits_for(topic, turn.now) else None


def take_over_listening(turn: Turn, account: str, person: str) -> None:
    """Go on listening for the same thing when an account turns out to be somebody's."""
    desk = turn.unit.get(Desk, account)
    if desk is not None:
        turn.unit.remove(Desk, account)
        turn.unit.put(replace(desk, key=person))


def goes_too_fast(turn: Turn, case: Case) -> bool:
    """Tell whether the speaker must wait a moment; what may be said now counts for the next."""
    pace = turn.unit.get(Pace, turn.reporter) or Pace(turn.reporter)
    if too_fast(pace, case.talk, turn.now):
        return True
    turn.unit.put(pace.noted(turn.now))
    return False


def notices(case: Case, place: int, *, alarming: bool = False) -> list[Wish]:
    """Tell those who handle the case that more was told; `alarming` words are told to all."""
    whom = readers_of(case) if alarming else to_be_told(case)
    return [
        Say(
            handler,
            "cases-more",
            {"number": case.number},
            about=f"heard-notice:{case.number}:{place}:{handler}",
            waits=True,
        )
        for handler in whom
    ]


def reporter_of(case: Case) -> str | Address:
    """Give where the reporter is told something: the person, or the account that reported."""
    where = where_reporter_is(case)
    return Address.parse(where) if ":" in where else where


def sign_of(context: Context, handler: str, school: str) -> str:
    """Give the role under which a handler writes about a case of a school; it names texts."""
    person = context.person(handler)
    if isinstance(person, StaffMember):
        for role in SIGNS:
            held = (a for a in person.appointments if a.role is role)
            # A report of somebody the school does not know belongs to no school.
            if any(a.covers(school) or not school for a in held):
                return role
    return Role.STAFF


def name_of(context: Context, handler: str) -> str:
    """Give the name of a handler; "" for somebody who does not work here any more."""
    person = context.person(handler)
    return person.name if isinstance(person, StaffMember) else ""


def talk_for_handlers(context: Context, case: Case, last: int = SHOWN) -> tuple[Line, ...]:
    """Show the talk to those who handle the case: who said it, when, and whether it arrived."""
    lines = [_line_for_handler(context, said) for said in case.talk]
    ended = () if case.receipt.erased_at is None else (Line("talk-ended-by-reporter"),)
    return (*_last(lines, last), *ended)


def told_since(case: Case, handler: str) -> tuple[Line, ...]:
    """Say in a list of cases that the reporter added something this handler did not look at yet."""
    return (Line("talk-told-since"),) if is_behind(case, handler) else ()


def talk_for_reporter(context: Context, case: Case, last: int = SHOWN) -> tuple[Line, ...]:
    """Show the talk to the reporter: the own words, and those of a role or of a name."""
    return _last([_line_for_reporter(context, said) for said in case.talk], last)


def _last(lines: list[Line], count: int) -> tuple[Line, ...]:
    older = len(lines) - count
    if older <= 0:
        return tuple(lines)
    return (Line("talk-older", {"count": older}), *lines[-count:])


def _line_for_handler(context: Context, said: Said) -> Line:
    fields = {"time": context.moment(said.at), "text": said.words}
    if said.by == REPORTER:
        return Line("talk-by-reporter", fields)
    arrived: Fields = {**fields, "delivery": said.delivery}
    name = name_of(context, said.by)
    if not name:
        return Line("talk-by-former", arrived)
    return Line("talk-by-handler", {**arrived, "name": name})


def _line_for_reporter(context: Context, said: Said) -> Line:
    fields = {"time": context.moment(said.at), "text": said.words}
    if said.by == REPORTER:
        return Line("talk-by-you", fields)
    name = name_of(context, said.by) if said.named else ""
    if name:
        return Line("talk-by-name", {**fields, "name": name})
    return Line("talk-by-role", {**fields, "role": said.signed})


def reply(context: Context, case: Case, place: int) -> Say:
    """Give the reporter what a handler wrote, with a button to answer."""
    said = case.talk[place]
    name = name_of(context, said.by) if said.named else ""
    number = str(case.number)
    answer = ((Choice("button-own-answer", f"melding:add:{number}"),),)
    about = f"heard-reply:{number}:{place}"
    if name:
        named: Fields = {"number": number, "name": name, "text": said.words}
        return Say(reporter_of(case), "talk-reply-named", named, buttons=answer, about=about)
    fields: Fields = {"number": number, "role": said.signed, "text": said.words}
    return Say(reporter_of(case), "talk-reply", fields, buttons=answer, about=about)
