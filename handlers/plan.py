"""The seven steps of a case, on buttons (11.1 to 11.7).

On "Stappenplan" under a case: all steps, each with how it stands, and what has its moment.
On a step: what is recorded in it, by whom and when; a button for each thing this person can record.
On an item: what it means, what was recorded before, and the answers to tap or the words to type.
On an answer: it is recorded, or the reason why not: something comes first, a second person has to
    agree, somebody else was first. A button of last week obeys the same gates as one of today.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.case_gate import case_for, not_found
from bot.domain.cases import Case, NoSuchCase
from bot.domain.desk import Desk
from bot.domain.plan import Item, PlanStep
from bot.plan_recording import TOPIC, ask_to_waive_step, choose, open_item
from bot.plan_showing import FIX, WAIVE, corrections, overview, step_view
from bot.routing import STAFF, Turn, button
from bot.wishes import AnswerTap, Wish


@button("plan", who=STAFF)
def tapped(turn: Turn) -> Sequence[Wish]:
    """Go through the seven steps of a case."""
    number, *path = turn.words.split(":")
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    try:
        case = case_for(turn, number, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        return [done, not_found(turn, number)]
    _put_down(turn)
    shown = _shown(turn, case, path)
    return [done, *shown] if shown else [replace(done, text="common-button-old")]


def _shown(turn: Turn, case: Case, path: list[str]) -> Sequence[Wish]:
    """Give what a tap leads to; nothing for a button this release does not know."""
    if not path:
        return [overview(turn, case)]
    name, *rest = path
    plan = turn.school.plan
    step = plan.step(int(name)) if name.isdecimal() else None
    if step is not None:
        return _of_step(turn, case, step, rest)
    item = plan.item(name)
    return _of_item(turn, case, item, rest) if item is not None else []


def _of_step(turn: Turn, case: Case, step: PlanStep, rest: list[str]) -> Sequence[Wish]:
    match rest:
        case []:
            return [step_view(turn, case, step)]
        case [what] if what == FIX:
            return [corrections(turn, case, step)]
        case [what] if what == WAIVE:
            return ask_to_waive_step(turn, case, step)
        case _:
            return []


def _of_item(turn: Turn, case: Case, item: Item, rest: list[str]) -> Sequence[Wish]:
    match rest:
        case []:
            return open_item(turn, case, item)
        case [revision, value] if revision.isdecimal():
            return choose(turn, case, item, int(revision), value)
        case _:
            return []


def _put_down(turn: Turn) -> None:
    """Who taps something else does not type the answer to the last question any more."""
    desk = turn.unit.get(Desk, turn.reporter)
    if desk is not None and desk.topic == TOPIC:
        turn.unit.remove(Desk, desk.key)
