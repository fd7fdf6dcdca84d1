"""Evidence: handed over by who reports, looked at by who handles the case.

On a picture or another file in private from somebody with an open case or a paused report: asks
    what it shows, before anything is fetched. (A report that is just being told asks by itself.)
On the answers: takes the files in, or says why not and what to note instead; the case opens anyway.
On what became of a file: says it is kept, or why not.
On the button under /zaak N: the list, and on a tap there one file in private; each look is written
    down. A file can be taken away, for instance one that should never have come.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.case_gate import case_for, change, not_found
from bot.domain.case_log import Deed
from bot.domain.cases import Case, CaseEvent, NoSuchCase
from bot.domain.evidence import (
    ASKED_ONCE,
    NAKED,
    REPORTER,
    Evidence,
    Offer,
    Shows,
    file_name,
    sort_of,
)
from bot.domain.report_words import shows
from bot.domain.reports import Draft, asked
from bot.handing_in import (
    answered,
    handed,
    handed_for_one_of,
    meant_for,
    own_open_cases,
    taken_in,
    use_what_was_sent,
)
from bot.ports import Fate, Outcome
from bot.routing import STAFF, Context, Turn, button, form, outcome
from bot.wishes import AnswerTap, Choice, Discard, Fields, Line, Rows, Say, SendFile, Wish

SHOWN_OF_HASH = 12

EVIDENCE = "evidence"
"""The question of a report that asks for files."""


def _brings_a_file(turn: Turn) -> bool:
    if turn.incoming.media is None:
        return False
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is not None:
        return draft.paused
    return bool(own_open_cases(turn, turn.reporter))


@form(_brings_a_file)
def hand_over(turn: Turn) -> Sequence[Wish]:
    """Take note of a file for a report or an open case."""
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is not None:
        return handed(turn, draft.case, turn.words)
    return handed_for_one_of(turn, own_open_cases(turn, turn.reporter), turn.words)


def _says_what_it_shows(turn: Turn) -> bool:
    offer = turn.unit.get(Offer, turn.reporter)
    if offer is None or offer.asked_at is None or turn.now - offer.asked_at > ASKED_ONCE:
        return False
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is not None and not draft.paused:
        question = asked(draft, turn.form_for(turn.reporter))
        if question is None or question.key != EVIDENCE:
            # Then it is the answer to that question.
            return False
    return turn.incoming.media is None and shows(turn.words) is not None


@form(_says_what_it_shows)
def say_in_words_what_it_shows(turn: Turn) -> Sequence[Wish]:
    """Take a typed answer to what the pictures show."""
    said = shows(turn.words)
    return (said is not None and answered(turn, said)) or []


@button("bewijs")
def say_what_it_shows(turn: Turn) -> Sequence[Wish]:
    """Take the answers of who hands something over."""
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    what, _, rest = turn.words.partition(":")
    wishes: list[Wish] | None = None
    if what in set(Shows):
        wishes = answered(turn, Shows(what))
    elif what == "use":
        wishes = use_what_was_sent(turn)
    elif what == "for":
        wishes = meant_for(turn, rest)
    if wishes is None:
        return [replace(done, text="common-button-old")]
    return [done, *wishes]


@outcome("kept-file")
def heard_of_file(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Tell the reporter what became of a file."""
    key, *reporter = parts
    return taken_in(context, ":".join(reporter), key, result)


@button("evidence", who=STAFF)
def show(turn: Turn) -> Sequence[Wish]:
    """Show the evidence of a case, or one file of it."""
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    number, item, what, *_ = *turn.words.split(":"), "", ""
    deed, detail = _deed_of(item, what)
    try:
        case = case_for(turn, number, turn.reporter, deed, detail)
    except NoSuchCase:
        return [done, not_found(turn, number)]
    if not item:
        return [done, _list(turn, case)]
    evidence = _numbered(case, item)
    if evidence is None or not turn.incoming.private:
        return [replace(done, text="common-button-old")]
    return [done, *_ACTS.get(what, _look)(turn, case, int(item), evidence)]


@outcome("sent-file")
def heard_of_sending(_context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Tell a handler when a file could not be sent."""
    number, item, who = parts
    if result.fate is not Fate.REFUSED:
        return []
    return [Say(who, "evidence-not-sent", {"number": number, "item": item})]


def _deed_of(item: str, what: str) -> tuple[Deed, str]:
    """Name what is written down of a tap; only a number that can be one is."""
    place = f"evidence-{item}" if _is_number(item) else "evidence"
    return (Deed.CHANGED, place) if what == "gone" else (Deed.VIEWED, place)


def _is_number(item: str) -> bool:
    return item.isascii() and item.isdigit() and len(item) <= len("30")


def _numbered(case: Case, item: str) -> Evidence | None:
    place = int(item) if _is_number(item) else 0
    if not 1 <= place <= len(case.evidence):
        return None
    evidence = case.evidence[place - 1]
    return evidence if evidence.removed_at is None else None


def _list(turn: Turn, case: Case) -> Say:
    lines: list[Line] = []
    rows: list[tuple[Choice, ...]] = []
    for item, evidence in enumerate(case.evidence, 1):
        fields = _fields(turn, item, evidence)
        lines.append(Line("evidence-line", fields))
        if evidence.words:
            lines.append(Line("evidence-words", {"text": evidence.words}))
        if evidence.removed_at is not None:
            lines.append(Line("evidence-line-removed", {"date": turn.day(evidence.removed_at)}))
            continue
        data = f"evidence:{case.number}:{item}"
        rows.append(
            (
                Choice("button-evidence-see", data, {"item": item}),
                Choice("button-evidence-remove", f"{data}:remove", {"item": item}),
            )
        )
    if any(e.what == NAKED for e in case.events):
        lines.append(Line("evidence-naked-told"))
    fields = {"number": case.number, "count": len(case.evidence)}
    return Say(turn.back, "evidence-list", fields, more=tuple(lines), buttons=tuple(rows))


def _fields(turn: Turn, item: int, evidence: Evidence) -> Fields:
    adult = turn.person(evidence.by)
    return {
        "item": item,
        "kind": sort_of(evidence.kind),
        "size": max(1, round(evidence.size / 1000)),
        "hash": evidence.sha256[:SHOWN_OF_HASH],
        "time": turn.moment(evidence.received_at),
        "by": "reporter" if evidence.by == REPORTER or adult is None else adult.name,
    }


def _look(turn: Turn, case: Case, item: int, evidence: Evidence) -> list[Wish]:
    seen = CaseEvent(turn.now, f"evidence-viewed-{item}", turn.reporter)
    turn.unit.put(replace(case, events=(*case.events, seen)))
    name = file_name(case.number, item, evidence.kind)
    about = f"sent-file:{case.number}:{item}:{turn.reporter}"
    return [SendFile(turn.back, evidence.file, name, about=about, person=turn.reporter)]


def _ask_to_remove(turn: Turn, case: Case, item: int, _evidence: Evidence) -> list[Wish]:
    data = f"evidence:{case.number}:{item}:gone"
    rows: Rows = ((Choice("button-evidence-remove-yes", data),),)
    fields: Fields = {"number": case.number, "item": item}
    return [Say(turn.back, "evidence-remove-confirm", fields, buttons=rows)]


def _remove(turn: Turn, case: Case, item: int, evidence: Evidence) -> list[Wish]:
    held = case.keeping.held_until
    if held is not None and held > turn.now:
        return [Say(turn.back, "evidence-held", {"date": turn.day(held)})]
    gone = evidence.removed(turn.now, turn.reporter)
    changed = tuple(gone if e.key == gone.key else e for e in case.evidence)
    detail = f"evidence-removed-{item}"
    change(turn, replace(case, evidence=changed), turn.reporter, detail)
    fields: Fields = {"number": case.number, "item": item}
    return [Discard(evidence.key), Say(turn.back, "evidence-removed", fields)]


_ACTS = {"remove": _ask_to_remove, "gone": _remove}
