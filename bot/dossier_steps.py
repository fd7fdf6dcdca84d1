"""What a dossier tells of the seven steps: all that was recorded, corrected, waived, or is open."""

from collections.abc import Callable
from datetime import datetime

from bot.case_course import course_of
from bot.domain.cases import Case
from bot.domain.plan import DONE, Course, Item, Kind, Record
from bot.routing import Context
from bot.wishes import Fields, Line, Passage, Section, Term, Words

Who = Callable[[str], Words]
"""Names somebody (by key) as the dossier may."""

OUT = "stepped-out"
"""The record of somebody who gave a case up because of a conflict of interest."""


def steps_of(context: Context, case: Case, who: Who) -> Section:
    """Tell every record in the order of the plan; last what the plan of now has no place for."""
    course = course_of(context, case)
    passages = [
        Passage(title, (*words,), (who(kept.by), context.moment(kept.at)))
        for kept, title, words in (*_in_plan(context, course), *_outside(context, course))
    ]
    intro = () if passages else (Line("dossier-steps-empty"),)
    waiting = tuple(Line(f"button-plan-{item.key}") for item in course.open_items())
    if waiting:
        passages.append(Passage(Line("dossier-open", {"count": len(waiting)}), waiting))
    return Section(Line("dossier-steps"), intro, tuple(passages))


_Told = tuple[Record, Line, list[Words]]


def _in_plan(context: Context, course: Course) -> list[_Told]:
    return [
        (kept, _title(course, item, kept), _words(context, course, kept, item.kind))
        for item in course.plan.items
        for kept in course.entries(item.key)
    ]


def _outside(context: Context, course: Course) -> list[_Told]:
    """Tell what stands under no item: those that have left the plan, then who stepped out."""
    gone = [r for r in course.records if r.item != OUT and course.plan.item(r.item) is None]
    told = [(kept, _title_without_item(kept), _words(context, course, kept)) for kept in gone]
    out = [r for r in course.records if r.item == OUT]
    return told + [(kept, Line("dossier-stepped-out"), [kept.value]) for kept in out]


def _title(course: Course, item: Item, kept: Record) -> Line:
    text = "dossier-record-waived" if kept.waived else "dossier-record"
    if not kept.waived and item.kind is not Kind.LIST and kept is not course.latest(item.key):
        text = "dossier-record-earlier"
    what: Fields = {"step": item.step, "what": Term(f"button-plan-{item.key}")}
    return Line(text, what)


def _title_without_item(kept: Record) -> Line:
    text = "dossier-item-gone-waived" if kept.waived else "dossier-item-gone"
    return Line(text, {"text": kept.item})


def _words(context: Context, course: Course, kept: Record, kind: Kind | None = None) -> list[Words]:
    value = kept.value if kept.waived else _value(context, course, kept.value, kind)
    why = [Line("dossier-reason", {"text": kept.reason})] if kept.reason else []
    role = Term(f"page-role-{kept.instead_of}")
    place = [Line("dossier-in-place", {"role": role})] if kept.instead_of else []
    return [value, *why, *place]


def _value(context: Context, course: Course, value: str, kind: Kind | None) -> Words:
    """Say a value; where its kind is not known any more, by what it looks like."""
    if kind in {Kind.WORDS, Kind.LIST}:
        return value
    # A plan that changed may offer an answer under another item than before.
    if any(value in item.values for item in course.plan.items):
        return Line(f"button-plan-is-{value}")
    if value == DONE:
        return Line("button-plan-done")
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    return context.moment(at) if at.tzinfo else value
