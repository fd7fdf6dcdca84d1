"""The same reports, on the side of those who handle them (P3, 11.1).

On /zaken: the cases this person may read, with what is open in each and due first.
On /zaak N: one case, and the look at it is recorded.
Somebody else's case and a case that does not exist get the same answer, to the letter.
"""

from collections.abc import Sequence

from bot.case_gate import case_for, cases_for, not_found
from bot.conversation import talk_for_handlers, told_since
from bot.domain.assignment import Route, route_of
from bot.domain.cases import Case, NoSuchCase
from bot.domain.keeping import goes_at
from bot.domain.people import Guardian, Pupil, StaffMember
from bot.domain.reports import Step
from bot.dossier import order_dossier
from bot.plan_showing import summary
from bot.ports import Address
from bot.routing import STAFF, Context, Turn, Where, command
from bot.told import what_was_told
from bot.wishes import Choice, Fields, Line, Rows, Say, Wish

DOSSIER = " dossier"


@command("zaken", who=STAFF, where=Where.PRIVATE)
def list_cases(turn: Turn) -> Sequence[Wish]:
    """See which reports you may read."""
    mine = cases_for(turn, turn.reporter)
    if not mine:
        return [Say(turn.back, "cases-none")]
    lines: list[Line] = []
    for case in mine:
        fields: Fields = {
            "number": case.number,
            "date": turn.day(case.opened_at),
            "status": case.status,
        }
        lines += [Line("cases-line", fields), *told_since(case, turn.reporter)]
        lines += summary(turn, case)
    return [Say(turn.back, "cases-list", {"count": len(mine)}, more=tuple(lines))]


@command("zaak", who=STAFF, where=Where.PRIVATE)
def show_case(turn: Turn) -> Sequence[Wish]:
    """Read one report, or with "dossier" behind its number have all of it on paper."""
    number = turn.words.strip().lstrip("#")
    if not number:
        return [Say(turn.back, "cases-number-missing")]
    wants_dossier = number.casefold().endswith(DOSSIER)
    number = number[: -len(DOSSIER)].strip() if wants_dossier else number
    try:
        if wants_dossier:
            return order_dossier(turn, number)
        case = case_for(turn, number, turn.reporter)
    except NoSuchCase:
        return [not_found(turn, number)]
    fields: Fields = {"number": case.number, "date": turn.day(case.opened_at)}
    talk = talk_for_handlers(turn, case)
    about = (_reporter_line(turn, case), *_last_day(turn, case))
    more = (*_duty(case), *_answers(turn, case), *about, *talk)
    return [Say(turn.back, "cases-view", fields, more=more, buttons=_doors(case))]


def _duty(case: Case) -> tuple[Line, ...]:
    """Tell the board what the law asks of it, where abuse by somebody of school is possible."""
    alone = route_of(case.answers) is Route.BOARD_ALONE
    return (Line("cases-duty-of-the-board"),) if alone else ()


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
