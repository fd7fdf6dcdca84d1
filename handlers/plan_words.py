"""Words typed for the plan of a case: a fact, a text, a reason.

On plain words in private, while an item of the plan waits for them: they are recorded there, or the
bot says why not. Who was taken off the case in the meantime hears that there is no such case.
"""

from collections.abc import Sequence

from bot.case_gate import case_for, not_found
from bot.domain.cases import NoSuchCase
from bot.domain.desk import Desk
from bot.plan_recording import TOPIC, take_words
from bot.routing import Turn, form
from bot.wishes import Say, Wish


def _waits_for_words(turn: Turn) -> bool:
    desk = turn.unit.get(Desk, turn.reporter)
    return desk is not None and desk.waits_for(TOPIC, turn.now)


@form(_waits_for_words)
def plan_words(turn: Turn) -> Sequence[Wish]:
    """Take typed words for what the plan asked last."""
    desk = turn.unit.get(Desk, turn.reporter)
    if desk is None:
        return []
    if not turn.words:
        return [Say(turn.back, "plan-no-words")]
    try:
        case = case_for(turn, desk.case, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        turn.unit.remove(Desk, desk.key)
        return [not_found(turn, desk.case)]
    return take_words(turn, case, desk)
