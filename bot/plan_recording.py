"""Records something in the plan of a case, or says why not; asks for the words that are missing.

For a tap and for typed words alike, so that both obey the same gates.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC
from zoneinfo import ZoneInfo

from bot.case_course import course_of, keep_records
from bot.domain.cases import Case
from bot.domain.desk import Desk
from bot.domain.moments import read_moment
from bot.domain.plan import NOT_AGREED, Item, Kind, PlanStep, Record
from bot.domain.plan_deeds import (
    Refused,
    closes,
    entitled,
    may_touch,
    needs_reason,
    passed_by,
    record,
    waive,
    why_not_yet,
)
from bot.plan_showing import (
    NOW,
    WAIVE,
    against_lines,
    item_view,
    label,
    refusal_lines,
    step_view,
    waivable,
)
from bot.routing import Turn
from bot.wishes import Line, Say, Wish

TOPIC = "plan"

STEP = "step-"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the next words are for: an item (or a whole step), as seen at a revision.

    value   "" when the words are the value itself; else what was chosen, and the words are why
    """

    key: str
    revision: int
    value: str = ""

    def __str__(self) -> str:
        """Give the form in which the desk keeps it."""
        return f"{self.key}:{self.revision}:{self.value}"

    @classmethod
    def parse(cls, word: str) -> "Asked":
        """Read that form back."""
        key, revision, value = word.split(":", 2)
        return cls(key, int(revision), value)


def open_item(turn: Turn, case: Case, item: Item) -> list[Wish]:
    """Show an item; where it takes words, the next ones typed are for it."""
    course = course_of(turn, case)
    able = (may_touch(course, turn.reporter, item) or why_not_yet(course, item)) is None
    if able and item.kind in {Kind.WORDS, Kind.LIST, Kind.MOMENT}:
        _wait(turn, case, Asked(item.key, course.revision(item)))
        if len(item.parts) > 1:
            return [item_view(turn, case, item), _part(turn, item, 0)]
    return [item_view(turn, case, item)]


def choose(turn: Turn, case: Case, item: Item, revision: int, value: str) -> list[Wish]:
    """Take a tap on an answer under an item."""
    course = course_of(turn, case)
    if value == WAIVE:
        tried = waive(course, turn.reporter, item.key, "", revision)
    elif item.kind is Kind.MOMENT and value == NOW:
        value = turn.now.isoformat()
        tried = record(course, turn.reporter, item.key, value, "", revision)
    else:
        tried = record(course, turn.reporter, item.key, value, "", revision)
    if tried is Refused.REASON_NEEDED:
        return _ask_why(turn, case, item, Asked(item.key, revision, value))
    return _kept_or_refused(turn, case, item, tried)


def take_words(turn: Turn, case: Case, desk: Desk) -> list[Wish]:
    """Take typed words for what was asked last."""
    asked = Asked.parse(desk.detail)
    turn.unit.remove(Desk, desk.key)
    if asked.key.startswith(STEP):
        return _waive_step(turn, case, int(asked.key.removeprefix(STEP)), desk.said)
    item = turn.school.plan.item(asked.key)
    if item is None:
        return [Say(turn.back, "plan-refused-unknown-item")]
    course = course_of(turn, case)
    if asked.value == WAIVE:
        tried = waive(course, turn.reporter, item.key, turn.words, asked.revision)
        return _kept_or_refused(turn, case, item, tried)
    if asked.value:
        tried = record(course, turn.reporter, item.key, asked.value, turn.words, asked.revision)
        return _kept_or_refused(turn, case, item, tried)
    return _take_value(turn, case, item, desk)


def ask_to_waive_step(turn: Turn, case: Case, step: PlanStep) -> list[Wish]:
    """Ask why all that is open in a step is not needed."""
    course = course_of(turn, case)
    waiting = waivable(course, turn.reporter, step)
    if not waiting:
        return [step_view(turn, case, step, Line("plan-nothing-to-waive"))]
    shown = tuple(item.key for item in waiting)
    _wait(turn, case, Asked(f"{STEP}{step.number}", 0, WAIVE), shown)
    lines = tuple(Line("plan-waits-for", {"what": label(item)}) for item in waiting)
    return [Say(turn.back, "plan-ask-why-waive-step", {"step": step.number}, more=lines)]


def _take_value(turn: Turn, case: Case, item: Item, desk: Desk) -> list[Wish]:
    asked = Asked.parse(desk.detail)
    value = turn.words
    if item.kind is Kind.LIST:
        said = (*desk.said, " ".join(turn.words.split()))
        if len(said) < len(item.parts):
            _wait(turn, case, asked, said)
            return [_part(turn, item, len(said))]
        value = "\n".join(said)
    elif item.kind is Kind.MOMENT:
        zone = ZoneInfo(turn.school.time_zone)
        local = read_moment(turn.words, turn.now.astimezone(zone).replace(tzinfo=None))
        if local is None:
            _wait(turn, case, asked)
            return [Say(turn.back, "plan-moment-unclear")]
        value = local.replace(tzinfo=zone).astimezone(UTC).isoformat()
    course = course_of(turn, case)
    tried = record(course, turn.reporter, item.key, value, "", asked.revision)
    if tried is Refused.WRONG_VALUE:
        _wait(turn, case, asked)
    return _kept_or_refused(turn, case, item, tried)


def _kept_or_refused(turn: Turn, case: Case, item: Item, tried: Record | Refused) -> list[Wish]:
    course = course_of(turn, case)
    step = course.plan.step(item.step)
    if isinstance(tried, Refused):
        refused = tuple(refusal_lines(turn, course, item, tried))
        if tried is Refused.WRONG_VALUE or step is None:
            return [Say(turn.back, refused[0].text, refused[0].fields)]
        return [step_view(turn, case, step, *refused)]
    ended = closes(course, tried)
    changed = keep_records(turn, case, turn.reporter, (tried,))
    if step is None or ended:
        return [*_tell_of_end(turn, changed)]
    kept = Line("plan-recorded", {"what": label(item)})
    told = (*_ask_second(turn, changed, item), *_tell_first(turn, changed, item, tried))
    passed = sorted(passed_by(course, turn.reporter, item))
    told += tuple(Say(who, "plan-decided-in-place", {"number": case.number}) for who in passed)
    return [step_view(turn, changed, step, kept), *told]


def _waive_step(turn: Turn, case: Case, number: int, shown: Collection[str]) -> list[Wish]:
    """Waive what somebody was shown of a step; not what a colleague's answer added since."""
    course = course_of(turn, case)
    step = course.plan.step(number)
    if step is None:
        return [Say(turn.back, "plan-refused-unknown-item")]
    added: tuple[Record, ...] = ()
    for item in (each for each in waivable(course, turn.reporter, step) if each.key in shown):
        tried = waive(course, turn.reporter, item.key, turn.words)
        if isinstance(tried, Record):
            added = (*added, tried)
    if not added:
        return [step_view(turn, case, step, Line("plan-nothing-to-waive"))]
    changed = keep_records(turn, case, turn.reporter, added)
    return [step_view(turn, changed, step, Line("plan-step-waived"))]


def _ask_why(turn: Turn, case: Case, item: Item, asked: Asked) -> list[Wish]:
    _wait(turn, case, asked)
    course = course_of(turn, case)
    if asked.value == WAIVE:
        return [Say(turn.back, "plan-ask-why-waive", {"what": label(item)})]
    against = tuple(against_lines(course, item, asked.value))
    if passed_by(course, turn.reporter, item):
        return [Say(turn.back, "plan-ask-why-in-place", {"what": label(item)}, more=against)]
    by_meaning = asked.value in item.reason_for or against
    text = (
        "plan-ask-why" if by_meaning or not needs_reason(course, item, "") else "plan-ask-why-late"
    )
    return [Say(turn.back, text, {"what": label(item)}, more=against)]


def _ask_second(turn: Turn, case: Case, item: Item) -> list[Wish]:
    """Tell those who can agree that something waits for them; of the case only its number (P6)."""
    course = course_of(turn, case)
    seconds = [s for s in course.plan.items if s.of == item.key and course.applies(s)]
    able = sorted({who for second in seconds for who in entitled(course, second)})
    return [Say(who, "plan-second-asked", {"number": case.number}) for who in able]


def _tell_first(turn: Turn, case: Case, item: Item, said: Record) -> list[Wish]:
    """Tell who recorded something that a second person does not agree to it (P6: the number)."""
    course = course_of(turn, case)
    first = course.latest(item.of)
    if first is None or said.value != NOT_AGREED or first.by not in course.handlers:
        return []
    return [Say(first.by, "plan-second-declined", {"number": case.number})]


def _tell_of_end(turn: Turn, case: Case) -> list[Wish]:
    others = [who for who in case.handlers if who != turn.reporter and who not in case.excluded]
    told = Say(turn.back, "plan-closed", {"number": case.number})
    return [told, *(Say(who, "plan-closed", {"number": case.number}) for who in others)]


def _part(turn: Turn, item: Item, place: int) -> Say:
    return Say(turn.back, f"plan-part-{item.parts[place]}")


def _wait(turn: Turn, case: Case, asked: Asked, said: tuple[str, ...] = ()) -> None:
    turn.unit.put(Desk(turn.reporter, TOPIC, case.number, str(asked), turn.now, said))
