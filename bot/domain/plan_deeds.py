"""What somebody may do in the seven steps: record, agree as a second person, waive, close.

Each deed gives the record to add, or says why not. Records are only ever added: who corrects
something adds a new one, and the old one stays to be read.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import Role
from bot.domain.plan import DONE, Course, Item, Kind, Record, Standing

LONGEST = 3_000
"""Signs that one record may hold: it has to fit in a message together with what stands around."""

AHEAD = timedelta(minutes=5)
"""Clocks differ; what is said to have happened later than this has not happened yet."""


PATIENCE = timedelta(hours=24)
"""So long a decision waits for whose it is (11.1, 11.3); from then on a colleague may take it."""

OF_THE_BOARD = frozenset({Role.BOARD, Role.SPOKESPERSON})


class Refused(StrEnum):
    """Why something is not recorded; the values name texts."""

    CLOSED = "closed"
    UNKNOWN_ITEM = "unknown-item"
    NOT_NEEDED = "not-needed"
    NOT_YOURS = "not-yours"
    SAME_PERSON = "same-person"
    ALREADY_RECORDED = "already-recorded"
    NOT_YET = "not-yet"
    SECOND_PERSON_NEEDED = "second-person-needed"
    CANNOT_WAIVE = "cannot-waive"
    WRONG_VALUE = "wrong-value"
    REASON_NEEDED = "reason-needed"
    LINKS_LEFT = "links-left"


def record(
    course: Course, who: str, key: str, value: str, reason: str = "", revision: int | None = None
) -> Record | Refused:
    """Record a value, correct one, or agree as a second person.

    `revision` is what the person saw of the item; None where that does not matter. When somebody
    else was first, the answer is ALREADY_RECORDED and `Course.latest` tells who.
    """
    item = course.plan.item(key)
    if item is None:
        return Refused.UNKNOWN_ITEM
    refused = (
        may_touch(course, who, item, revision)
        or why_not_yet(course, item)
        or _first(
            (not _fits(course, item, value) or len(reason) > LONGEST, Refused.WRONG_VALUE),
            (course.links_left and value == item.links_gone, Refused.LINKS_LEFT),
            (
                (needs_reason(course, item, value) or bool(passed_by(course, who, item)))
                and not reason.strip(),
                Refused.REASON_NEEDED,
            ),
        )
    )
    instead_of = _in_whose_place(course, who, item)
    return refused or Record(item.key, course.now, who, value, reason=reason, instead_of=instead_of)


def waive(
    course: Course, who: str, key: str, reason: str, revision: int | None = None
) -> Record | Refused:
    """Say that an item is not needed in this case, and why. Never in silence."""
    item = course.plan.item(key)
    if item is None:
        return Refused.UNKNOWN_ITEM
    refused = may_touch(course, who, item, revision) or _first(
        (not item.waivable, Refused.CANNOT_WAIVE),
        (course.standing(item) is not Standing.OPEN, Refused.ALREADY_RECORDED),
        (not reason.strip(), Refused.REASON_NEEDED),
        (len(reason) > LONGEST, Refused.WRONG_VALUE),
    )
    instead_of = _in_whose_place(course, who, item)
    return refused or Record(item.key, course.now, who, reason, waived=True, instead_of=instead_of)


def may_touch(course: Course, who: str, item: Item, revision: int | None = None) -> Refused | None:
    """Say why this person can do nothing to an item now, or None."""
    agrees = item.kind is Kind.SECOND
    seen_since = revision is not None and revision != course.revision(item)
    return _first(
        (course.closed, Refused.CLOSED),
        (not course.applies(item), Refused.NOT_NEEDED),
        (who not in course.handlers, Refused.NOT_YOURS),
        (agrees and who == _recorder(course, item), Refused.SAME_PERSON),
        (who not in entitled(course, item), Refused.NOT_YOURS),
        # Two entries of a list do not stand in each other's way.
        (seen_since and item.kind is not Kind.LIST, Refused.ALREADY_RECORDED),
    )


def _first(*reasons: tuple[bool, Refused]) -> Refused | None:
    return next((why for holds, why in reasons if holds), None)


def entitled(course: Course, item: Item) -> frozenset[str]:
    """List who may record an item.

    Those with the role it asks for; anybody who handles the case where nobody holds one (11.1: a
    report about the school leader goes past the school leader). Where those who hold it let it lie
    for a day, also whoever of the board handles the case, or else anybody who does.
    """
    first = _recorder(course, item) if item.kind is Kind.SECOND else ""
    others = {who: roles for who, roles in course.handlers.items() if who != first}
    fitting = frozenset(who for who, roles in others.items() if roles & item.by)
    if not fitting or not _lies_still(course, item):
        return fitting or frozenset(others)
    board = frozenset(who for who, roles in others.items() if roles & OF_THE_BOARD)
    return fitting | (board or frozenset(others))


def passed_by(course: Course, who: str, item: Item) -> frozenset[str]:
    """Name those whose decision it is and who let it lie, when somebody else takes it."""
    first = _recorder(course, item) if item.kind is Kind.SECOND else ""
    holders = {person for person, roles in course.handlers.items() if roles & item.by} - {first}
    return frozenset() if who in holders else frozenset(holders)


def _in_whose_place(course: Course, who: str, item: Item) -> str:
    if not item.by or course.handlers.get(who, frozenset()) & item.by:
        return ""
    if item.kind is Kind.SECOND and not passed_by(course, who, item):
        # The leader cannot agree with the leader: nobody was passed by.
        return ""
    return Role.SCHOOL_LEADER if Role.SCHOOL_LEADER in item.by else min(item.by)


def _lies_still(course: Course, item: Item) -> bool:
    """Tell whether an item could be recorded for a day, and nobody did."""
    before = (*item.after, *([item.of] if item.of else ()))
    kept = [course.latest(key) for key in before if course.plan.item(key) is not None]
    since = [course.opened_at, *(each.at if each is not None else None for each in kept)]
    known = [at for at in since if at is not None]
    if len(known) < len(since) or course.standing(item) is not Standing.OPEN:
        return False
    return course.now >= max(known) + PATIENCE


def why_not_yet(course: Course, item: Item) -> Refused | None:
    """Say what an item waits for: something before it, its moment, or a second person."""
    waits = missing_before(course, item)
    if waits:
        seconds = all(each.kind is Kind.SECOND for each in waits)
        return Refused.SECOND_PERSON_NEEDED if seconds else Refused.NOT_YET
    due = course.due_at(item)
    if item.not_before and (due is None or course.now < due):
        return Refused.NOT_YET
    return None


def missing_before(course: Course, item: Item) -> tuple[Item, ...]:
    """List what has to be recorded before an item; before the end, all that is open."""
    closing = next((each for each in course.plan.items if each.closes), None)
    if closing is not None and item.key == closing.of:
        return tuple(i for i in course.open_items() if i.key not in {item.key, closing.key})
    before = [each for key in item.after if (each := course.plan.item(key)) is not None]
    if item.kind is Kind.SECOND:
        before += [s for s in course.plan.items if s.key == item.of]
    if item.closes:
        before += [i for i in course.open_items() if i.key != item.key]
    waits = (each for each in before if course.standing(each) is Standing.OPEN)
    return tuple(dict.fromkeys(waits))


def needs_reason(course: Course, item: Item, value: str) -> bool:
    """Tell whether a value has to be explained.

    By its meaning, because it comes late, or because it is the opposite of another item.
    """
    due = course.due_at(item)
    late = item.late_reason and due is not None and course.now > due
    return late or value in item.reason_for or bool(course.goes_against(item, value))


def closes(course: Course, added: Record) -> bool:
    """Tell whether a record ends the case: the agreement of a second person to its outcome."""
    item = course.plan.item(added.item)
    return item is not None and item.closes and not added.waived and _settles(item, added)


def outcome(course: Course) -> str:
    """Give the outcome that was proposed, or ""."""
    closing = next((each for each in course.plan.items if each.closes), None)
    return course.value(closing.of) if closing is not None else ""


def _settles(item: Item, added: Record) -> bool:
    return added.value not in item.unsettled


def _recorder(course: Course, item: Item) -> str:
    """Name who recorded what an item agrees to."""
    first = course.latest(item.of)
    return first.by if first is not None else ""


def _fits(course: Course, item: Item, value: str) -> bool:
    match item.kind:
        case Kind.CHOICE | Kind.SECOND:
            return value in item.values
        case Kind.DONE:
            return value == DONE
        case Kind.WORDS:
            return 0 < len(value.strip()) <= LONGEST
        case Kind.LIST:
            parts = value.split("\n")
            whole = len(parts) == len(item.parts) and all(part.strip() for part in parts)
            return whole and len(value) <= LONGEST
        case Kind.MOMENT:
            return _is_past(value, course.now)


def _is_past(value: str, now: datetime) -> bool:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    return moment.tzinfo is not None and moment <= now + AHEAD
