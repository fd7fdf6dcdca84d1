"""The dossier of a case, for who handles it (P3).

On the button under a case, or /zaak N dossier: the dossier as a file, made while the bot goes on.
    What is made is kept sealed until it is sent, and no longer.
On `dossier` of the command line: the whole case as a paper, for a member of staff who handles it,
    or for the administrator. That it was asked for is written down first, and who handles the case
    hears of it: whoever has the command line and the key could say to be anybody.
Somebody else's case and a case that does not exist get the same answer, to the letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.case_gate import case_for, case_for_administrator, cases_for, not_found
from bot.domain.case_log import Deed
from bot.domain.cases import Case, NoSuchCase, may_read
from bot.dossier import dossier_of, order_dossier
from bot.ports import Fate, Outcome
from bot.routing import STAFF, Context, Turn, button, console, outcome
from bot.wishes import AnswerTap, Discard, Say, SendFile, Wish

ON_THE_COMMAND_LINE = "command-line"


@button("dossier", who=STAFF)
def ask_for_dossier(turn: Turn) -> Sequence[Wish]:
    """Have the dossier of a case made."""
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    if not turn.incoming.private:
        return [replace(done, text="common-button-old")]
    try:
        return [done, *order_dossier(turn, turn.words)]
    except NoSuchCase:
        return [done, not_found(turn, turn.words)]


@outcome("paper-set")
def heard_of_setting(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Send a dossier that was made, to who still handles the case."""
    number, who, key = parts
    if result.kept is None:
        return [Say(who, "dossier-not-made", {"number": number})]
    if number not in {case.key for case in cases_for(context, who)}:
        return [Discard(key)]
    about = f"paper-sent:{number}:{who}:{key}"
    name = f"zaak-{number}.pdf"
    return [SendFile(who, result.kept, name, "dossier-here", {"number": number}, about=about)]


@outcome("paper-sent")
def heard_of_sending(_context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Keep nothing of a dossier once it was sent, or could not be."""
    number, who, key = parts
    if result.fate is Fate.ACCEPTED:
        return [Discard(key)]
    return [Discard(key), Say(who, "dossier-not-sent", {"number": number})]


@dataclass(frozen=True, slots=True)
class DossierOrder:
    """An order for the dossier of a case.

    `by` is the number of a member of staff, "" for the administrator.
    """

    case: str
    by: str = ""


@console("dossier", DossierOrder)
def export_case(context: Context, order: DossierOrder) -> tuple[Sequence[Wish], object]:
    """Give the dossier of a case, as a paper of texts."""
    who = ""
    if order.by:
        numbered = [s for s in context.registry.staff.values() if s.number == order.by]
        if not numbered:
            return [], {"error": f"Nobody on the staff has the number {order.by}."}
        who = numbered[0].key
    try:
        case = _exported(context, order.case, who)
    except NoSuchCase:
        return [], {"error": f"There is no case {order.case[:20]} to make a dossier of."}
    return _notices(case), {"paper": dossier_of(context, case, who)}


def _exported(context: Context, number: str, who: str) -> Case:
    if who:
        return case_for(context, number, who, Deed.EXPORTED, ON_THE_COMMAND_LINE)
    return case_for_administrator(context, number, Deed.EXPORTED, ON_THE_COMMAND_LINE)


def _notices(case: Case) -> list[Wish]:
    number = {"number": case.number}
    readers = [h for h in case.handlers if may_read(case, h)]
    return [Say(handler, "dossier-made-notice", number) for handler in readers]
