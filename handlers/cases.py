"""The same reports, on the side of those who handle them (P3, 11.1).

On /zaken: the open cases this person may read, what is due first, with a button that opens each.
    With "afgerond" or "closed" behind it: the closed ones, of which it else only gives the number.
On /zaak N, or a tap on its button: one case, and the look at it is recorded.
Somebody else's case and a case that does not exist get the same answer, to the letter.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.case_course import course_of
from bot.case_gate import case_for, cases_for, not_found
from bot.conversation import talk_for_handlers, told_since
from bot.domain.assignment import Route, route_of
from bot.domain.cases import Case, NoSuchCase, Status
from bot.domain.keeping import goes_at
from bot.domain.people import Guardian, Pupil, StaffMember
from bot.domain.reports import Step
from bot.dossier import order_dossier
from bot.plan_showing import summary
from bot.ports import Address
from bot.routing import STAFF, Context, Turn, Where, button, command
from bot.told import what_was_told
from bot.wishes import AnswerTap, Choice, Fields, Line, Rows, Say, Wish

DOSSIER = " dossier"

CLOSED_WORDS = frozenset({"afgerond", "closed"})
"""What is typed behind /zaken to see the cases that are over."""

MOST_BUTTONS = 20
"""Cases that get a button; the others are opened by their number."""

IN_A_ROW = 2


@command("zaken", who=STAFF, where=Where.PRIVATE)
def list_cases(turn: Turn) -> Sequence[Wish]:
    """See your open cases and what is due; with "afgerond" the closed ones."""
    mine = cases_for(turn, turn.reporter)
    closed = tuple(case for case in mine if case.status is Status.CLOSED)
    if turn.words.strip().casefold() in CLOSED_WORDS:
        return [_list(turn, "cases-list-closed", closed, "cases-none-closed")]
    still_open = (case for case in mine if case.status is not Status.CLOSED)
    first_what_is_due = sorted(still_open, key=lambda case: _pressing(turn, case))
    count = (Line("cases-closed-count", {"count": len(closed)}),) if closed else ()
    nothing = "cases-none-open" if closed else "cases-none"
    return [_list(turn, "cases-list", first_what_is_due, nothing, count)]


def _list(
    turn: Turn, text: str, cases: Sequence[Case], nothing: str, below: tuple[Line, ...] = ()
) -> Say:
    if not cases:
        return Say(turn.back, nothing, more=below)
    lines: list[Line] = []
    for case in cases:
        fields: Fields = {
            "number": case.number,
            "date": turn.day(case.opened_at),
            "status": case.status,
        }
        lines += [Line("cases-line", fields), *told_since(case, turn.reporter)]
        lines += summary(turn, case)
    opening = [
        Choice("button-case-open", f"zaak:{case.number}", {"number": case.number})
        for case in cases[:MOST_BUTTONS]
    ]
    rows = tuple(
        tuple(opening[first : first + IN_A_ROW]) for first in range(0, len(opening), IN_A_ROW)
    )
    return Say(turn.back, text, {"count": len(cases)}, more=(*lines, *below), buttons=rows)


def _pressing(turn: Turn, case: Case) -> tuple[bool, datetime, int]:
    """Sort what is due first before what is due later or never, and newer before older."""
    due = course_of(turn, case).due()
    return not due, due[0][0] if due else turn.now, -case.number


@button("zaak", who=STAFF)
def open_case(turn: Turn) -> Sequence[Wish]:
    """Read the report whose button was tapped."""
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    return [done, _shown(turn, turn.words)]


@command("zaak", who=STAFF, where=Where.PRIVATE)
def show_case(turn: Turn) -> Sequence[Wish]:
    """Read one report, or with "dossier" behind its number have all of it on paper."""
    number = turn.words.strip().lstrip("#")
    if not number:
        return [Say(turn.back, "cases-number-missing")]
    if not number.casefold().endswith(DOSSIER):
        return [_shown(turn, number)]
    number = number[: -len(DOSSIER)].strip()
    try:
        return order_dossier(turn, number)
    except NoSuchCase:
        return [not_found(turn, number)]


def _shown(turn: Turn, number: str) -> Say:
    try:
        case = case_for(turn, number, turn.reporter)
    except NoSuchCase:
        return not_found(turn, number)
    fields: Fields = {"number": case.number, "date": turn.day(case.opened_at)}
    talk = talk_for_handlers(turn, case)
    about = (_reporter_line(turn, case), *_last_day(turn, case))
    more = (*_duty(case), *_answers(turn, case), *about, *talk)
    return Say(turn.back, "cases-view", fields, more=more, buttons=_doors(case))


def _duty(case: Case) -> tuple[Line, ...]:
    """Tell who reads it what the law asks, where abuse by somebody of school is possible."""
    match route_of(case.answers):
        case Route.BOARD_ALONE:
            return (Line("cases-duty-of-the-board"),)
        case Route.WITHOUT_BOARD:
            return (Line("cases-duty-without-board"),)
        case _:
            return ()


def _answers(turn: Turn, case: Case) -> tuple[Line, ...]:
    """Show each question with its answer, in the words in which it was asked."""
    return tuple(
        Line("cases-answer", {"question": each.question, "text": each.answer})
        if each.answer
        else Line("cases-answer-skipped", {"question": each.question})
        for each in what_was_told(turn, case, turn.language)
    )


DOORS: tuple[tuple[str, ...], ...] = (
    ("plan",),
    ("talk", "evidence"),
    ("links",),
    ("handover",),
    ("keep", "dossier"),
)
"""What a handler can do from here, row by row: each names a button and the text on it."""


def _doors(case: Case) -> Rows:
    return tuple(
        tuple(Choice(f"button-case-{name}", f"{name}:{case.number}") for name in row)
        for row in DOORS
    )


def _last_day(context: Context, case: Case) -> tuple[Line, ...]:
    goes = goes_at(case, context.school.policy)
    if goes is None:
        return ()
    return (Line("keep-goes", {"number": case.number, "date": context.day(goes)}),)


def _reporter_line(context: Context, case: Case) -> Line:
    if Step.NAME not in case.answers:
        return Line("cases-reporter-unanswered")
    if not case.name_known:
        return Line("cases-reporter-confidential")
    if ":" in case.reporter:
        platform = Address.parse(case.reporter).platform
        return Line("cases-reporter-unknown", {"platform": platform})
    person = context.person(case.reporter)
    home = context.class_of(case.reporter)
    match person:
        case Pupil():
            name = {"name": person.name, "class": home.key if home else ""}
            return Line("cases-reporter-named", name)
        case Guardian() | StaffMember():
            return Line("cases-reporter-adult", {"name": person.name})
        case None:
            return Line("cases-reporter-left")
