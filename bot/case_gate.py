"""The one door to cases (P3): who comes through is written down, and so is who may not.

Every command, button, list, count, reminder and export gets a case here and nowhere else. Somebody
else's case and a case that does not exist give the same `NoSuchCase`.
"""

from dataclasses import replace

from bot.domain.case_log import Deed, LogLine, LogPage, written_after
from bot.domain.cases import (
    LEFT,
    Case,
    CaseEvent,
    NoSuchCase,
    Status,
    left,
    mark_read,
    readable,
    readable_among,
)
from bot.domain.handing_over import offer_to
from bot.domain.offers import Offer
from bot.domain.own_reports import must_hear_status
from bot.domain.talk import StatusNews
from bot.ports import Batch
from bot.routing import Context, Turn
from bot.wishes import Say

DIGITS = 9
"""A case number has no more digits than this; what is longer names no case."""

SHOWN_OF_NUMBER = 20
"""Signs of what somebody typed for a number that are said back."""


def case_for(
    context: Context, number: str | int, who: str, deed: Deed = Deed.VIEWED, detail: str = ""
) -> Case:
    """Give a case to somebody who handles it, and write down that they came.

    A look makes it read. Raises `NoSuchCase` to everybody else, and writes that down too.
    """
    case = find_case(context, str(number))
    try:
        found = readable(case, who)
    except NoSuchCase:
        if case is not None:
            write_down(context, who, Deed.REFUSED, case.number, detail)
        raise
    write_down(context, who, deed, found.number, detail)
    if deed is Deed.VIEWED:
        seen = mark_read(found, who, context.now)
    else:
        seen = replace(found, events=(*found.events, CaseEvent(context.now, deed, who)))
    context.unit.put(seen)
    note_status(context, seen)
    return seen


def case_for_administrator(context: Context, number: str, deed: Deed, detail: str) -> Case:
    """Give a case to whoever has the command line and the key, and write down that they came.

    That person handles no case, so `deed` is never a look, and no handler's name stands beside it:
    the caller tells the handlers (P3). Raises `NoSuchCase`.
    """
    case = find_case(context, number)
    if case is None:
        raise NoSuchCase
    write_down(context, "", deed, case.number, detail)
    context.unit.put(replace(case, events=(*case.events, CaseEvent(context.now, deed))))
    return case


def not_found(turn: Turn, number: str | int) -> Say:
    """Answer, in the same words, about a case that is not there and one that is not theirs."""
    return Say(turn.back, "cases-not-found", {"number": str(number)[:SHOWN_OF_NUMBER]})


def cases_for(context: Context, who: str) -> tuple[Case, ...]:
    """List the cases somebody may read, newest first; a list is not a look at any of them."""
    stored = (context.unit.get(Case, key) for key in context.unit.keys(Case))
    mine = readable_among((c for c in stored if c is not None), who)
    return tuple(sorted(mine, key=lambda case: -case.number))


def case_offered_to(
    context: Context, number: str | int, who: str, detail: str = ""
) -> tuple[Case, Offer]:
    """Give a case that somebody was asked to handle, and the question; nothing of it is shown.

    Raises `NoSuchCase` to everybody else, and writes that down.
    """
    case = find_case(context, str(number))
    offer = offer_to(case, who) if case is not None else None
    if case is None or offer is None:
        if case is not None:
            write_down(context, who, Deed.REFUSED, case.number, detail)
        raise NoSuchCase
    return case, offer


def cases_to_count(context: Context, who: str = "") -> tuple[Case, ...]:
    """List the cases that count in figures; nothing of one of them may be shown by itself.

    For somebody (by key) not those they are shut out of or reported themselves: a count would tell
    that there is one. "" is the administrator, who has the key to all of them.
    """
    stored = (context.unit.get(Case, key) for key in context.unit.keys(Case))
    return tuple(c for c in stored if c is not None and who not in {*c.excluded, c.reporter})


def change(context: Context, case: Case, who: str, detail: str, deed: Deed = Deed.CHANGED) -> Case:
    """Keep a case that somebody changed who came through `case_for`, and write down what changed.

    `detail` names what it was ("step-3"), never a word of it; `who` is "" for the bot itself.
    """
    changed = replace(case, events=(*case.events, CaseEvent(context.now, detail, who)))
    context.unit.put(changed)
    note_status(context, changed)
    write_down(context, who, deed, case.number, detail)
    return changed


def note_status(context: Context, case: Case) -> None:
    """See to it that the reporter hears where the case stands, once, when that has changed.

    Whoever keeps a case with another status in any other way than by `change` calls this.
    """
    if must_hear_status(case):
        context.unit.put(StatusNews(case.key, context.now))


def note_leavers(context: Context) -> None:
    """Write into the open cases which handlers do not work here any more.

    They stay handlers: a wrong import takes no case away from anybody.
    """
    staff = context.registry.staff
    stored = (context.unit.get(Case, key) for key in context.unit.keys(Case))
    for case in (c for c in stored if c is not None and c.status is not Status.CLOSED):
        gone = [who for who in case.handlers if who not in staff and who not in left(case)]
        if gone:
            write_down(context, "", Deed.CHANGED, case.number, LEFT)
            events = (CaseEvent(context.now, LEFT, who) for who in gone)
            context.unit.put(replace(case, events=(*case.events, *events)))


def keep_from_shut_out(context: Context, case: Case) -> None:
    """Say no more of a case to whoever is shut out of it, also what waited for a way to them."""
    out = set(case.excluded)
    people = (context.person(key) for key in case.excluded)
    accounts = {account for person in people if person is not None for account in person.accounts}
    # Nearly always nobody is shut out; then what is owed need not be read.
    for key in context.unit.keys(Batch) if out else ():
        batch = context.unit.get(Batch, key)
        if batch is None:
            continue
        kept = tuple(
            owed
            for owed in batch.owed
            if owed.number != case.key or not (owed.person in out or str(owed.to) in accounts)
        )
        if not kept:
            context.unit.remove(Batch, key)
        elif kept != batch.owed:
            context.unit.put(replace(batch, owed=kept))


def write_down(context: Context, who: str, deed: Deed, case: int, detail: str = "") -> None:
    """Add one line to the log."""
    pages = context.unit.keys(LogPage)
    last = context.unit.get(LogPage, pages[-1]) if pages else None
    context.unit.put(written_after(last, LogLine(0, context.now, who, deed, case, detail)))


def whole_log(context: Context) -> tuple[LogLine, ...]:
    """Read every line of the log, oldest first."""
    pages = (context.unit.get(LogPage, key) for key in context.unit.keys(LogPage))
    return tuple(line for page in pages if page is not None for line in page.lines)


def find_case(context: Context, number: str) -> Case | None:
    """Look a case up, on nobody's behalf: for the doors, which then ask who wants to come in."""
    # Python takes other scripts' digits too; only plain ones name a case.
    plain = number.isascii() and number.isdigit() and len(number) <= DIGITS
    return context.unit.get(Case, str(int(number))) if plain else None
