"""Destroys a case for good, wherever something of it stands (P8).

The document goes with its key, the files of evidence go, and what other documents hold of it. A
tombstone without personal data stays, and a line in the log. All of it is one commit: a process
that is killed leaves either the whole case, or nothing of it and the order to remove the files.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.case_gate import write_down
from bot.domain.case_log import Deed
from bot.domain.cases import Case
from bot.domain.desk import Desk
from bot.domain.evidence import Offer
from bot.domain.keeping import tells_of, tombstone
from bot.domain.records import Unhandled
from bot.domain.reminders import Snooze
from bot.domain.reports import Draft
from bot.domain.talk import Letter, StatusNews
from bot.handing_in import removals
from bot.ports import Batch, Owed
from bot.routing import Context
from bot.wishes import Discard, Wish

OF_A_CASE: tuple[type[Desk | Draft | Letter | Offer | Snooze], ...] = (
    Desk,
    Draft,
    Letter,
    Offer,
    Snooze,
)
"""What somebody is in the middle of, with the number of the case it is for."""


OF_A_DOSSIER = frozenset({"paper-set", "paper-sent"})
"""What hears of a dossier that is being made or sent; number, person and key follow."""


def destroy(context: Context, case: Case) -> Sequence[Wish]:
    """Take a case away for ever; gives the order to remove its files."""
    remains = tombstone(case, context.now, context.school.policy)
    context.unit.remove(Case, case.key)
    context.unit.put(remains)
    _forget_questions(context, case)
    dossiers = _forget_messages(context, case)
    write_down(context, "", Deed.DESTROYED, case.number, remains.ground)
    return [*removals(case), *(Discard(key) for key in dossiers)]


def _forget_questions(context: Context, case: Case) -> None:
    if context.unit.get(StatusNews, case.key) is not None:
        context.unit.remove(StatusNews, case.key)
    for kind in OF_A_CASE:
        for key in context.unit.keys(kind):
            document = context.unit.get(kind, key)
            if document is not None and document.case == case.number:
                context.unit.remove(kind, key)


def _forget_messages(context: Context, case: Case) -> list[str]:
    """Take out of what is owed, or was set aside, whatever was told in this case.

    In a backup that is put back, an answer can stand that was on its way years ago. Gives the keys
    of the dossiers that were on their way.
    """
    dossiers: list[str] = []
    for key in context.unit.keys(Batch):
        batch = context.unit.get(Batch, key)
        if batch is None:
            continue
        dossiers += [paper for owed in batch.owed if (paper := _dossier(case, owed))]
        kept = tuple(o for o in batch.owed if not _tells(case, o) and not _dossier(case, o))
        if not kept:
            context.unit.remove(Batch, key)
        elif kept != batch.owed:
            context.unit.put(replace(batch, owed=kept))
    for key in context.unit.keys(Unhandled):
        aside = context.unit.get(Unhandled, key)
        if aside is not None and tells_of(case, aside.raw):
            context.unit.remove(Unhandled, key)
    return dossiers


def _dossier(case: Case, owed: Owed) -> str:
    """Give the key of the dossier of this case that is owed; "" where something else is."""
    topic, _, rest = owed.about.partition(":")
    number, _, rest = rest.partition(":")
    return rest.rpartition(":")[2] if topic in OF_A_DOSSIER and number == case.key else ""


def _tells(case: Case, owed: Owed) -> bool:
    return tells_of(case, owed.text) or any(_tells(case, other) for other in owed.otherwise)
