"""Asking classes not to forward something: neutral, approved by a second person, said once (11.4).

On "Oproep aan klassen" under the links of a case: the neutral texts to choose from, then the
    classes of the school; nobody types a text, so it can't name a person or say what it is about.
On "vraag akkoord": everybody who may approve gets the text in private; the first answer counts.
On "akkoord": it is said in the groups, and what became of each posting is written in the case.
On "trek in", before that: nothing is said.
"""

from collections.abc import Sequence

from bot import appeals
from bot.appeals import approvers, find_appeal, has_group, is_closed, keep_appeal, outside_group
from bot.case_gate import case_for, not_found
from bot.domain.appeal import (
    Appeal,
    Neutral,
    NotYourOwnError,
    Stage,
    TooLateError,
    asked,
    begun,
    revoked,
    toggled,
)
from bot.domain.cases import Case, NoSuchCase
from bot.ports import Outcome
from bot.routing import STAFF, Context, Turn, button, outcome
from bot.wishes import AnswerTap, Choice, Fields, Line, Replace, Rows, Say, Wish

MOST_CLASSES = 90
"""Telegram takes at most a hundred buttons under a message."""

MOST_APPEALS = 20

IN_A_ROW = 3


@button("oproep", who=STAFF)
def work_on_appeal(turn: Turn) -> Sequence[Wish]:
    """Begin an appeal, choose its text and classes, ask for approval, take it back, or look."""
    number, item, what, more = (*turn.words.split(":", 3), "", "", "", "")[:4]
    try:
        case = case_for(turn, number, turn.reporter, detail="appeal")
    except NoSuchCase:
        return [_toast(turn), not_found(turn, number)]
    if is_closed(case) and (not item or what):
        return [_toast(turn), Say(turn.back, "appeal-case-closed", {"number": case.number})]
    if not item:
        return [_toast(turn), *_texts_to_choose(turn, case)]
    if item == "new":
        return _begin(turn, case, what)
    return _go_on(turn, case, find_appeal(case, item), what, more)


@button("akkoord", who=STAFF)
def second_person(turn: Turn) -> Sequence[Wish]:
    """Take the decision of the second person."""
    number, item, what = (*turn.words.split(":", 2), "", "")[:3]
    if what not in {"yes", "no"}:
        return [_toast(turn, "common-button-old")]
    try:
        _, wishes = appeals.decide(turn, number, item, turn.reporter, approve=what == "yes")
    except NoSuchCase:
        return [_toast(turn, "common-button-old")]
    except TooLateError:
        return [_toast(turn, "appeal-toast-decided")]
    except NotYourOwnError:
        return [_toast(turn, "appeal-toast-own")]
    text = "appeal-toast-approved" if what == "yes" else "appeal-toast-declined"
    return [_toast(turn, text), *wishes]


@outcome("oproep")
def heard_of_posting(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Write down what became of the appeal in one group; tell the news when all are known."""
    return appeals.heard_of_posting(context, parts, result)


def _texts_to_choose(turn: Turn, case: Case) -> list[Wish]:
    if len(case.appeals) >= MOST_APPEALS:
        return [Say(turn.back, "appeal-too-many", {"count": MOST_APPEALS})]
    if not _classes(turn, case):
        return [Say(turn.back, "appeal-no-classes")]
    texts = [
        Say(
            turn.back,
            f"appeal-group-{text}",
            # In the language in which the class will read it.
            language=turn.school.language,
            buttons=((Choice("button-appeal-this", f"oproep:{case.number}:new:{text}"),),),
        )
        for text in Neutral
    ]
    return [Say(turn.back, "appeal-choose-text"), *texts]


def _begin(turn: Turn, case: Case, text: str) -> Sequence[Wish]:
    classes = _classes(turn, case)
    if text not in set(Neutral) or not classes or len(case.appeals) >= MOST_APPEALS:
        return [_toast(turn, "common-button-old")]
    appeal = begun(len(case.appeals) + 1, Neutral(text), classes, turn.reporter, turn.now)
    case = keep_appeal(turn, case, appeal, turn.reporter)
    fields, rows = _chooser(case, appeal)
    return [_toast(turn), Say(turn.back, "appeal-choose-classes", fields, buttons=rows)]


def _go_on(turn: Turn, case: Case, appeal: Appeal | None, what: str, more: str) -> Sequence[Wish]:
    if appeal is None:
        return [_toast(turn, "common-button-old")]
    if not what:
        return [_toast(turn), _view(turn, case, appeal)]
    try:
        return _done(turn, case, appeal, what, more)
    except TooLateError:
        return [_toast(turn, "appeal-toast-late"), _view(turn, case, appeal)]


def _done(turn: Turn, case: Case, appeal: Appeal, what: str, more: str) -> Sequence[Wish]:
    if what == "class":
        if not more.isascii() or not more.isdigit() or int(more) >= len(appeal.offered):
            return [_toast(turn, "common-button-old")]
        appeal = toggled(appeal, appeal.offered[int(more)])
        fields, rows = _chooser(keep_appeal(turn, case, appeal, turn.reporter), appeal)
        chat, message = turn.incoming.chat, turn.incoming.message
        again = Replace(
            chat, message, "appeal-choose-classes", fields, rows, language=turn.language
        )
        return [_toast(turn), again]
    if what == "ask":
        if appeal.stage is Stage.CHOOSING and not appeal.chosen:
            return [_toast(turn, "appeal-toast-no-class")]
        return _ask(turn, case, appeal)
    if what == "revoke":
        appeal = revoked(appeal, turn.reporter, turn.now)
        case = keep_appeal(turn, case, appeal, turn.reporter)
        return [_toast(turn, "appeal-toast-revoked"), _view(turn, case, appeal)]
    return [_toast(turn, "common-button-old")]


def _ask(turn: Turn, case: Case, appeal: Appeal) -> Sequence[Wish]:
    waiting = asked(appeal, turn.reporter, turn.now)
    if not approvers(turn, case, waiting):
        return [_toast(turn), Say(turn.back, "appeal-nobody-approves")]
    case = keep_appeal(turn, case, waiting, turn.reporter)
    name = turn.speaker.name if turn.speaker else ""
    wishes = appeals.ask_to_approve(turn, case, waiting, name)
    return [_toast(turn, "appeal-toast-asked"), *wishes, _view(turn, case, waiting)]


def _classes(turn: Turn, case: Case) -> tuple[str, ...]:
    found = (c for c, s in turn.registry.classes.items() if not case.school or s == case.school)
    return tuple(sorted(found))[:MOST_CLASSES]


def _chooser(case: Case, appeal: Appeal) -> tuple[Fields, Rows]:
    data = f"oproep:{case.number}:{appeal.number}"
    classes = [
        Choice(
            "button-appeal-chosen" if name in appeal.chosen else "button-appeal-class",
            f"{data}:class:{at}",
            {"class": name},
        )
        for at, name in enumerate(appeal.offered)
    ]
    rows = tuple(tuple(classes[i : i + IN_A_ROW]) for i in range(0, len(classes), IN_A_ROW))
    last = (
        (Choice("button-appeal-ask", f"{data}:ask"),),
        (Choice("button-appeal-revoke", f"{data}:revoke"),),
    )
    return {"count": len(appeal.chosen)}, (*rows, *last)


def _view(turn: Turn, case: Case, appeal: Appeal) -> Say:
    fields: Fields = {
        "number": case.number,
        "item": appeal.number,
        "stage": appeal.stage,
        "about": appeal.text,
        "classes": ", ".join(appeal.chosen) or "-",
    }
    lines = [_turning(turn, appeal)]
    lines += [
        Line(f"appeal-{p.outcome}", {"class": p.class_name, "time": turn.moment(p.at)})
        for p in appeal.postings
    ]
    outside = {
        name: count
        for name in appeal.chosen
        if has_group(turn, name) and (count := outside_group(turn, name))
    }
    lines += [
        Line("appeal-outside", {"class": name, "count": count}) for name, count in outside.items()
    ]
    if outside:
        lines.append(Line("appeal-reach-them"))
    if any(not has_group(turn, name) for name in appeal.chosen):
        lines.append(Line("appeal-tell-them"))
    rows: Rows = ((Choice("button-links-back", f"links:{case.number}"),),)
    if appeal.stage in {Stage.CHOOSING, Stage.WAITING} and not is_closed(case):
        revoke = Choice("button-appeal-revoke", f"oproep:{case.number}:{appeal.number}:revoke")
        rows = ((revoke,), *rows)
    return Say(turn.back, "appeal-view", fields, more=tuple(lines), buttons=rows)


def _turning(turn: Turn, appeal: Appeal) -> Line:
    last = appeal.history[-1]
    person = turn.person(last.by)
    time = turn.moment(last.at)
    if person is None:
        return Line("appeal-turned-unnamed", {"time": time, "stage": last.stage})
    return Line("appeal-turned", {"time": time, "stage": last.stage, "name": person.name})


def _toast(turn: Turn, text: str = "") -> AnswerTap:
    return AnswerTap(turn.incoming.chat, turn.incoming.tap, text, language=turn.language)
