"""Who handles a report (11.1), and who must never see it (P3).

The school leader; the mentor too, or the confidential counsellor instead, when the reporter says
so; the privacy officer as well where privacy or a data leak is touched. What is about the school
leader goes to the board. What may be sexual abuse by somebody who works at school goes to the
board alone: by law it is told there at once and directly, and not by way of anybody else (the duty
to report, consult and press charges, "meld-, overleg- en aangifteplicht").

What is about somebody of the board is read by nobody of the board, the spokesperson included: no
answer names one of them. What may be abuse by one of them has no board to go to: the confidential
counsellor reads it, or else the leader, and calls the inspector; the reporter hears the numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.cases import Case
from bot.domain.people import Role, StaffMember
from bot.domain.reports import Colleague, Reader, Step

YES = "yes"
ABOUT_STAFF = "staff"
POSSIBLE = frozenset({YES, "maybe"})
"""Answers that make abuse possible; more is not needed for the duty to tell the board."""

PRIVATE_KINDS = frozenset({"image", "hacked"})
"""What touches the privacy of somebody by itself: a picture passed on, an account taken over."""


class Route(StrEnum):
    """Which way a report goes."""

    SCHOOL = "school"
    BOARD = "board"
    BOARD_ALONE = "board-alone"
    WITHOUT_BOARD = "without-board"


class ReadBy(StrEnum):
    """Who hears of a report first, as the reporter is told; the values name texts."""

    LEADER = "leader"
    LEADER_AND_MENTOR = "leader-and-mentor"
    MENTOR = "mentor"
    COUNSELLOR = "counsellor"
    BOARD = "board"
    PRIVACY_OFFICER = "privacy-officer"


@dataclass(frozen=True, slots=True)
class Staffing:
    """Who holds which role for the school of a report, by person key, in the school's order.

    mentors      of the class of the pupil who reports or is reported for
    all_mentors  of every class of the school
    """

    leaders: tuple[str, ...] = ()
    mentors: tuple[str, ...] = ()
    all_mentors: tuple[str, ...] = ()
    counsellors: tuple[str, ...] = ()
    privacy_officers: tuple[str, ...] = ()
    board: tuple[str, ...] = ()
    spokespersons: tuple[str, ...] = ()

    def meant_by(self, role: str) -> tuple[str, ...]:
        """Give everybody who may be meant by the name of a role; another word means nobody."""
        named: Mapping[str, tuple[str, ...]] = {
            Reader.LEADER: self.leaders,
            Reader.MENTOR: self.all_mentors,
            Reader.COUNSELLOR: self.counsellors,
            Colleague.BOARD: (*self.board, *self.spokespersons),
            Colleague.PRIVACY: self.privacy_officers,
        }
        return named.get(role, ())


def route_of(answers: Mapping[str, str]) -> Route:
    """Tell which way the answers send a report; what is not answered yet sends it nowhere else."""
    if answers.get(Step.ABOUT) != ABOUT_STAFF:
        return Route.SCHOOL
    if answers.get(Step.ABUSE) in POSSIBLE:
        return Route.WITHOUT_BOARD if _meant(answers) == Colleague.BOARD else Route.BOARD_ALONE
    return Route.BOARD if answers.get(Step.WHO) == Reader.LEADER else Route.SCHOOL


def may_be_abuse(answers: Mapping[str, str]) -> bool:
    """Tell whether it may be sexual abuse by somebody who works at school."""
    return route_of(answers) in {Route.BOARD_ALONE, Route.WITHOUT_BOARD}


def touches_privacy(answers: Mapping[str, str]) -> bool:
    """Tell whether the privacy officer has to know (11.1)."""
    return answers.get(Step.KIND) in PRIVATE_KINDS or answers.get(Step.PRIVATE) == YES


def assign(case: Case, staff: Staffing) -> Case:
    """Decide who handles a case and who is shut out of it.

    Nobody whom it is about, whom the reporter does not want, or who was shut out before handles
    it, nor the reporter; who reports is never written down as shut out, and hears how it goes.
    Where nobody is left of those it should go to, the next who may: a case that nobody may read
    helps nobody. Only what the law sends to the board alone waits for a board.
    """
    answers = case.answers
    excluded = _without(
        {case.reporter}, (*case.excluded, *_about(answers, staff), *_unwanted(answers, staff))
    )
    kept_out = {*excluded, case.reporter}
    way = route_of(answers)
    # The spokesperson is a member of the board (11.6).
    board = _without(kept_out, staff.board) or _without(kept_out, staff.spokespersons)
    if way is Route.BOARD_ALONE:
        return replace(case, handlers=board, excluded=excluded)
    if way is Route.WITHOUT_BOARD:
        few = _without(kept_out, staff.counsellors) or _without(kept_out, staff.leaders)
        return replace(case, handlers=few, excluded=excluded)
    officers = _without(kept_out, staff.privacy_officers)
    handlers = board if way is Route.BOARD else _without(kept_out, _chosen(answers, staff))
    handlers = handlers or next(
        filter(
            None,
            (
                _without(kept_out, staff.counsellors),
                _without(kept_out, staff.leaders),
                board,
                _without(kept_out, staff.mentors),
                officers,
            ),
        ),
        (),
    )
    if touches_privacy(answers) and not _may_be_anybody(answers):
        handlers = tuple(dict.fromkeys((*handlers, *officers)))
    return replace(case, handlers=handlers, excluded=excluded)


def read_by(case: Case, staff: Staffing) -> ReadBy:
    """Tell who hears of a case first, for the receipt."""
    handlers = set(case.handlers)
    if route_of(case.answers) is not Route.SCHOOL and handlers & {
        *staff.board,
        *staff.spokespersons,
    }:
        return ReadBy.BOARD
    leader = bool(handlers & set(staff.leaders))
    if case.answers.get(Step.READER) == Reader.MENTOR and handlers & set(staff.mentors):
        return ReadBy.LEADER_AND_MENTOR if leader else ReadBy.MENTOR
    if leader:
        return ReadBy.LEADER
    for holders, read in (
        (staff.counsellors, ReadBy.COUNSELLOR),
        ((*staff.board, *staff.spokespersons), ReadBy.BOARD),
        (staff.mentors, ReadBy.MENTOR),
    ):
        if handlers & set(holders):
            return read
    return ReadBy.PRIVACY_OFFICER


READERS = (Role.SCHOOL_LEADER, Role.COUNSELLOR, Role.BOARD, Role.SPOKESPERSON)
"""Whose work it is to read reports; a school needs at least two of them who can be told."""

FEWEST_READERS = 2


def reachable_readers(staff: Iterable[StaffMember], school: str) -> int:
    """Count who reads the reports of a school and can be told that there is one."""
    return sum(
        can_be_told(person) and any(person.has(role, school) for role in READERS)
        for person in staff
    )


def can_be_told(person: StaffMember) -> bool:
    """Tell whether somebody has an account or a mailbox."""
    return bool(person.accounts or person.email)


def _about(answers: Mapping[str, str], staff: Staffing) -> tuple[str, ...]:
    return staff.meant_by(_meant(answers))


def _meant(answers: Mapping[str, str]) -> str:
    """Name the role of whoever at school it is about; "" when it is about nobody of school."""
    if answers.get(Step.ABOUT) != ABOUT_STAFF:
        return ""
    who = answers.get(Step.WHO, "")
    return who if who in set(Reader) else answers.get(Step.COLLEAGUE, "")


def _may_be_anybody(answers: Mapping[str, str]) -> bool:
    """Tell whether it is about somebody of school whom no answer names.

    That may be the privacy officer too; whoever handles the case tells the officer then (11.1).
    """
    named = {*Reader, Colleague.BOARD, Colleague.PRIVACY}
    return answers.get(Step.ABOUT) == ABOUT_STAFF and _meant(answers) not in named


def _unwanted(answers: Mapping[str, str], staff: Staffing) -> tuple[str, ...]:
    # Who would rather have the counsellor does not want the leader.
    instead = staff.leaders if answers.get(Step.READER) == Reader.COUNSELLOR else ()
    unwanted = answers.get(Step.UNWANTED, "")
    if unwanted == Reader.MENTOR and staff.mentors:
        return (*instead, *staff.mentors)
    return (*instead, *staff.meant_by(unwanted))


def _chosen(answers: Mapping[str, str], staff: Staffing) -> tuple[str, ...]:
    match answers.get(Step.READER):
        case Reader.COUNSELLOR:
            return staff.counsellors
        case Reader.MENTOR:
            return (*staff.leaders, *staff.mentors)
        case _:
            return staff.leaders


def _without(out: Iterable[str], people: Iterable[str]) -> tuple[str, ...]:
    kept_out = set(out)
    return tuple(dict.fromkeys(p for p in people if p not in kept_out))
