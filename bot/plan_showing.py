"""The seven steps as messages: all of them, one step, one item.

A mark (✔ ◐ ○ ↷) says how it stands, always with a word beside it: nobody needs to see colours.
"""

from datetime import datetime

from bot.case_course import course_of
from bot.domain.cases import Case
from bot.domain.plan import DONE, Course, Item, Kind, PlanStep, Record, Standing
from bot.domain.plan_deeds import (
    Refused,
    entitled,
    may_touch,
    missing_before,
    why_not_yet,
)
from bot.routing import Context, Turn
from bot.wishes import Choice, Fields, Line, Rows, Say, Term

WAIVE = "waive"
NOW = "now"
FIX = "fix"

IN_A_ROW = 3
"""Short choices that stand beside each other on a telephone."""


def label(item: Item) -> Term:
    """Give the name of an item."""
    return Term(f"button-plan-{item.key}")


def overview(turn: Turn, case: Case) -> Say:
    """Show the seven steps, how it stands with each, and what has its moment."""
    course = course_of(turn, case)
    lines = [_step_line(course, step) for step in course.plan.steps]
    lines += [_due_line(turn, at, item) for at, item in course.due()]
    rows: Rows = tuple(
        (Choice(f"button-plan-step-{step.number}", f"plan:{case.number}:{step.number}"),)
        for step in course.plan.steps
    )
    return Say(turn.back, "plan-overview", {"number": case.number}, more=tuple(lines), buttons=rows)


def summary(context: Context, case: Case) -> tuple[Line, ...]:
    """Say in the list of cases what is open in one of them, and what comes first."""
    course = course_of(context, case)
    waiting = len(course.open_items())
    if course.closed or not waiting:
        return ()
    due = tuple(_due_line(context, at, item) for at, item in course.due()[:1])
    return (Line("plan-open-count", {"open": waiting}), *due)


def step_view(turn: Turn, case: Case, step: PlanStep, *first: Line) -> Say:
    """Show one step: what is recorded, by whom and when, and what this person can do."""
    course = course_of(turn, case)
    lines = [*first, _step_line(course, step)]
    for item in step.items:
        if course.applies(item):
            lines += _item_lines(turn, course, item)
    able = [item for item in step.items if _can_go_on(course, turn.reporter, item)]
    rows = [(_door(case, item),) for item in able]
    base = f"plan:{case.number}:{step.number}"
    if any(_can_correct(course, turn.reporter, item) for item in step.items):
        rows.append((Choice("button-plan-correct", f"{base}:{FIX}"),))
    if waivable(course, turn.reporter, step):
        rows.append((Choice("button-plan-waive-step", f"{base}:{WAIVE}"),))
    rows.append((Choice("button-plan-all", f"plan:{case.number}"),))
    fields: Fields = {"number": case.number, "step": step.number, "clause": step.clause}
    return Say(turn.back, "plan-step", fields, more=tuple(lines), buttons=tuple(rows))


def corrections(turn: Turn, case: Case, step: PlanStep) -> Say:
    """Offer what was recorded in a step, to be recorded anew."""
    course = course_of(turn, case)
    rows: Rows = tuple(
        (_door(case, item),) for item in step.items if _can_correct(course, turn.reporter, item)
    )
    return Say(turn.back, "plan-correct", buttons=(*rows, _back(case, step.number)))


def item_view(turn: Turn, case: Case, item: Item) -> Say:
    """Ask for one item: what it means, what was recorded so far, and the answers to tap."""
    course = course_of(turn, case)
    fields: Fields = {"number": case.number, "step": item.step, "what": label(item)}
    lines = [Line(f"plan-how-{item.key}")]
    if item.file:
        lines.append(Line(f"plan-file-{item.file}"))
    if item.kind is Kind.SECOND and (subject := course.plan.item(item.of)) is not None:
        lines += _item_lines(turn, course, subject)
    lines += _history(turn, course, item)
    refused = may_touch(course, turn.reporter, item) or why_not_yet(course, item)
    if refused is not None:
        lines += refusal_lines(turn, course, item, refused)
    rows = _answers(course, case, item) if refused is None else ()
    if item.waivable and course.is_open(item) and not may_touch(course, turn.reporter, item):
        rows = (*rows, (Choice("button-plan-waive", _data(course, case, item, WAIVE)),))
    if item.door:
        rows = (*rows, (Choice(f"button-case-{item.door}", f"{item.door}:{case.number}"),))
    rows = (*rows, _back(case, item.step))
    return Say(turn.back, "plan-item", fields, more=tuple(lines), buttons=rows)


def refusal_lines(turn: Turn, course: Course, item: Item, refused: Refused) -> list[Line]:
    """Say why something is not recorded, and what would help."""
    fields: Fields = {"what": label(item)}
    if refused is Refused.ALREADY_RECORDED:
        latest = course.latest(item.key) or course.latest(item.of)
        if latest is not None:
            fields = {**fields, **_by(turn, latest)}
            return [Line("plan-refused-already-recorded", fields)]
    if refused in {Refused.NOT_YET, Refused.SECOND_PERSON_NEEDED}:
        return _waiting(turn, course, item, refused)
    lines = [Line(f"plan-refused-{refused}", fields)]
    if refused is Refused.NOT_YOURS:
        lines += _names(turn, entitled(course, item))
    if refused is Refused.SAME_PERSON:
        lines += _names(turn, entitled(course, item)) or [Line("plan-nobody-else")]
    return lines


def _waiting(turn: Turn, course: Course, item: Item, refused: Refused) -> list[Line]:
    waits = missing_before(course, item)
    if not waits:
        from_then_on = Line("plan-from", {"time": turn.moment(course.due_at(item))})
        return [Line("plan-refused-too-early", {"what": label(item)}), from_then_on]
    lines = [Line(f"plan-refused-{refused}", {"what": label(item)})]
    lines += [Line("plan-waits-for", {"what": label(each)}) for each in waits]
    if refused is Refused.SECOND_PERSON_NEEDED:
        able = {who for each in waits for who in entitled(course, each)}
        lines += _names(turn, frozenset(able)) or [Line("plan-nobody-else")]
    return lines


def against_lines(course: Course, item: Item, value: str) -> list[Line]:
    """Say of which other answers a value is the opposite."""
    return [
        Line("plan-against", {"other": label(other), "value": Term(f"button-plan-is-{opposite}")})
        for key in course.goes_against(item, value)
        if (other := course.plan.item(key)) is not None and (opposite := course.value(key))
    ]


def waivable(course: Course, who: str, step: PlanStep) -> tuple[Item, ...]:
    """List what this person can waive of a step."""
    return tuple(
        item
        for item in step.items
        if item.waivable and course.is_open(item) and may_touch(course, who, item) is None
    )


def _step_line(course: Course, step: PlanStep) -> Line:
    fields: Fields = {
        "what": Term(f"button-plan-step-{step.number}"),
        "state": course.state(step),
        "open": sum(map(course.is_open, step.items)),
    }
    return Line("plan-step-line", fields)


def _due_line(context: Context, at: datetime, item: Item) -> Line:
    text = "plan-due-overdue" if at < context.now else "plan-due"
    if item.not_before:
        text = "plan-due-look"
    return Line(text, {"what": label(item), "time": context.moment(at)})


def _item_lines(turn: Turn, course: Course, item: Item) -> list[Line]:
    standing: str = course.standing(item)
    latest = course.latest(item.key)
    if standing == Standing.OPEN:
        if latest is not None and not latest.waived and course.stays_open(item, latest):
            standing = "unsettled"
        elif not item.required:
            standing = "optional"
        lines = [_line(turn, item, standing, latest)]
        at = course.due_at(item)
        if at is not None and standing != "optional":
            lines.append(
                Line("plan-from" if item.not_before else "plan-by", {"time": turn.moment(at)})
            )
        if standing != "unsettled":
            return lines
    else:
        lines = [_line(turn, item, standing, latest)]
    if latest is None:
        return lines
    if item.kind is Kind.LIST and not latest.waived:
        for entry in course.entries(item.key):
            if not entry.waived:
                lines += [Line("plan-entry", {"text": _entry(entry)}), _by_line(turn, entry)]
        return lines
    against = [] if latest.waived else against_lines(course, item, latest.value)
    return [*lines, *against, *_reason(latest), _by_line(turn, latest)]


def _line(turn: Turn, item: Item, standing: str, latest: Record | None) -> Line:
    value = _value(turn, item, latest) if latest is not None and not latest.waived else ""
    return Line("plan-line", {"what": label(item), "standing": standing, "value": value})


def _value(turn: Turn, item: Item, kept: Record) -> str | Term:
    if kept.value in item.values:
        return Term(f"button-plan-is-{kept.value}")
    if item.kind is Kind.DONE and kept.value == DONE:
        return Term("button-plan-done")
    if item.kind is Kind.MOMENT:
        return turn.moment(datetime.fromisoformat(kept.value))
    if item.kind is Kind.LIST:
        return Term("plan-list-below")
    return kept.value


def _entry(kept: Record) -> str:
    return " – ".join(kept.value.split("\n"))


def _reason(kept: Record) -> list[Line]:
    words = kept.value if kept.waived else kept.reason
    return [Line("plan-reason", {"text": words})] if words else []


def _history(turn: Turn, course: Course, item: Item) -> list[Line]:
    entries = course.entries(item.key)
    if not entries:
        return []
    lines = [Line("plan-recorded-before")]
    for kept in entries:
        standing = Standing.WAIVED if kept.waived else Standing.RECORDED
        if item.kind is Kind.LIST and not kept.waived:
            lines.append(Line("plan-entry", {"text": _entry(kept)}))
        else:
            lines += [_line(turn, item, standing, kept), *_reason(kept)]
        lines.append(_by_line(turn, kept))
    return lines


def _by_line(turn: Turn, kept: Record) -> Line:
    if kept.instead_of:
        role = Term(f"page-role-{kept.instead_of}")
        return Line("plan-recorded-by-in-place", {**_by(turn, kept), "role": role})
    return Line("plan-recorded-by", _by(turn, kept))


def _by(turn: Turn, kept: Record) -> Fields:
    return {"name": _name(turn, kept.by), "time": turn.moment(kept.at)}


def _name(context: Context, key: str) -> str | Term:
    person = context.person(key)
    return person.name if person is not None else Term("plan-somebody")


def _names(context: Context, keys: frozenset[str]) -> list[Line]:
    return [Line("plan-who-can", {"name": _name(context, key)}) for key in sorted(keys)]


def _can_go_on(course: Course, who: str, item: Item) -> bool:
    """Tell whether an item stands on a button: open, a list that may grow, or not required."""
    if course.closed or not course.applies(item) or may_touch(course, who, item) is not None:
        return False
    grows = item.kind is Kind.LIST
    return grows or course.standing(item) is Standing.OPEN


def _can_correct(course: Course, who: str, item: Item) -> bool:
    if item.kind in {Kind.LIST, Kind.SECOND} or course.latest(item.key) is None:
        return False
    return may_touch(course, who, item) is None


def _answers(course: Course, case: Case, item: Item) -> Rows:
    match item.kind:
        case Kind.CHOICE | Kind.SECOND:
            choices = tuple(
                Choice(f"button-plan-is-{value}", _data(course, case, item, value))
                for value in item.values
            )
            whole = item.kind is Kind.SECOND or len(choices) > IN_A_ROW
            return tuple((each,) for each in choices) if whole else (choices,)
        case Kind.DONE:
            return ((Choice("button-plan-done", _data(course, case, item, DONE)),),)
        case Kind.MOMENT:
            return ((Choice("button-plan-now", _data(course, case, item, NOW)),),)
        case _:
            return ()


def _data(course: Course, case: Case, item: Item, value: str) -> str:
    return f"plan:{case.number}:{item.key}:{course.revision(item)}:{value}"


def _door(case: Case, item: Item) -> Choice:
    return Choice(f"button-plan-{item.key}", f"plan:{case.number}:{item.key}")


def _back(case: Case, step: int) -> tuple[Choice, ...]:
    return (Choice("button-plan-back", f"plan:{case.number}:{step}"),)
