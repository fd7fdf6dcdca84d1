"""The seven steps of a case (11.1 to 11.7): what is recorded in them, and what is still open.

The plan itself is data (`content/steps/plan.toml`); here stand the rules that hold for any plan.
What may be recorded, and by whom, stands in `bot.domain.plan_deeds`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import Role

OPENED = "opened"
"""In place of an item: the moment at which the case was opened."""

REPORT = "report."
"""Before a word: an answer of the report, and not an item of the plan."""

AGREED = "agreed"
NOT_AGREED = "not-agreed"
DONE = "done"


class Kind(StrEnum):
    """What an item takes."""

    CHOICE = "choice"
    WORDS = "words"
    DONE = "done"
    LIST = "list"
    MOMENT = "moment"
    SECOND = "second"


class Ending(StrEnum):
    """How a case can end; how long it is kept follows from it."""

    UNFOUNDED = "unfounded"
    SOLVED = "solved"
    HANDLED = "handled"
    OFFENCE = "offence"


@dataclass(frozen=True, slots=True)
class Record:
    """One thing recorded in a step. `value` is a choice, words, or why the item was waived.

    A moment is kept in ISO form, in UTC; the parts of an entry of a list stand each on a line.
    `instead_of` is the role whose work it was, where somebody without it did that; else "".
    """

    item: str
    at: datetime
    by: str
    value: str = field(default="", repr=False)
    waived: bool = False
    reason: str = field(default="", repr=False)
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One condition: an item, or an answer of the report ("report.serious"), has such a value."""

    subject: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Due:
    """A moment that follows from another: so long after an item was recorded (or says it was)."""

    since: str
    after: timedelta


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a step asks for.

    values      of a choice
    by          who records it; anybody who handles the case, where it is empty or none of them
                holds such a role
    required    whether the case stays open without it
    when        it is asked for when all of one of these hold; always when there are none
    unless      not asked for when all of one of these hold
    after       items that come first
    reason_for  values that need a reason
    late_reason whether it needs a reason once it is overdue
    unsettled   values that leave it open: to be decided later
    waivable    whether it can be waived, with a reason
    of          for a second person: what they agree to
    closes      whether that agreement closes the case
    due         when it should be recorded by
    not_before  whether it can only be recorded from then on: a look at a certain moment
    parts       what an entry of a list consists of; each is asked for by itself
    file        the file of the school to which it belongs (chapter 10)
    door        the button under the case behind which the work is done
    anew        what it was done with: when that is recorded anew, it has to be done again
    links_gone  the value that says that no link of the case is left; not true while one is (11.4)
    against     values that say the opposite of another item when all of these hold; such a value
                needs a reason of its own, and is open without one
    """

    key: str
    step: int
    kind: Kind
    values: tuple[str, ...] = ()
    by: frozenset[Role] = frozenset()
    required: bool = True
    when: tuple[tuple[Requirement, ...], ...] = ()
    unless: tuple[tuple[Requirement, ...], ...] = ()
    after: tuple[str, ...] = ()
    reason_for: frozenset[str] = frozenset()
    late_reason: bool = False
    unsettled: frozenset[str] = frozenset()
    waivable: bool = True
    of: str = ""
    closes: bool = False
    due: Due | None = None
    not_before: bool = False
    parts: tuple[str, ...] = ()
    file: str = ""
    door: str = ""
    anew: str = ""
    links_gone: str = ""
    against: tuple[tuple[str, tuple[Requirement, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One of the seven steps, with the clause it rests on."""

    number: int
    clause: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps, in their order."""

    steps: tuple[PlanStep, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """List the items of all steps."""
        return tuple(item for step in self.steps for item in step.items)

    def item(self, key: str) -> Item | None:
        """Find an item by its key."""
        return next((item for item in self.items if item.key == key), None)

    def step(self, number: int) -> PlanStep | None:
        """Find a step by its number."""
        return next((step for step in self.steps if step.number == number), None)


class Standing(StrEnum):
    """How it stands with one item; the values name texts."""

    NOT_NEEDED = "not-needed"
    OPEN = "open"
    RECORDED = "recorded"
    WAIVED = "waived"


class StepState(StrEnum):
    """How it stands with one step; the values name texts."""

    NOT_BEGUN = "not-begun"
    OPEN = "open"
    DONE = "done"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Course:
    """The plan in one case: what the rules look at.

    answers    of the report, by question
    handlers   who handles the case now, with their roles for its school
    links_left whether something is left to be done about a link of the case
    """

    plan: Plan
    records: tuple[Record, ...]
    now: datetime
    opened_at: datetime | None = None
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)
    handlers: Mapping[str, frozenset[Role]] = field(default_factory=dict)
    closed: bool = False
    links_left: bool = False

    def entries(self, key: str) -> tuple[Record, ...]:
        """List everything recorded for an item, oldest first: also what was corrected since."""
        return tuple(r for r in self.records if r.item == key)

    def latest(self, key: str) -> Record | None:
        """Give what counts for an item now, which may be that it was waived."""
        return next((r for r in reversed(self.records) if r.item == key), None)

    def revision(self, item: Item) -> int:
        """Count what was recorded for it, and for what it agrees to: each record makes it grow."""
        return sum(r.item in {item.key, item.of} for r in self.records)

    def value(self, key: str) -> str:
        """Give the value that counts for an item; "" when it does not apply, or has none."""
        item, latest = self.plan.item(key), self.latest(key)
        if item is None or latest is None or latest.waived or not self.applies(item):
            return ""
        return latest.value

    def applies(self, item: Item) -> bool:
        """Tell whether this case asks for the item, by what was recorded and reported so far."""
        if item.kind is Kind.SECOND:
            return self._second_applies(item)
        if item.links_gone and self.links_left:
            return True
        if any(all(map(self._holds, tests)) for tests in item.unless):
            return False
        return not item.when or any(all(map(self._holds, tests)) for tests in item.when)

    def standing(self, item: Item) -> Standing:
        """Tell how it stands with an item."""
        if not self.applies(item):
            return Standing.NOT_NEEDED
        counts = self._agreement(item) if item.kind is Kind.SECOND else self.latest(item.key)
        if counts is None:
            return Standing.OPEN
        if counts.waived:
            return Standing.WAIVED
        if self._is_outdated(item):
            return Standing.OPEN
        return Standing.OPEN if self.stays_open(item, counts) else Standing.RECORDED

    def stays_open(self, item: Item, counts: Record) -> bool:
        """Tell whether a record leaves its item open.

        It is to be decided later, it is not true any more, or it became the opposite of another
        item since and does not say why.
        """
        untrue = self.links_left and counts.value == item.links_gone
        unexplained = not counts.reason.strip() and bool(self.goes_against(item, counts.value))
        return counts.value in item.unsettled or untrue or unexplained

    def goes_against(self, item: Item, value: str) -> tuple[str, ...]:
        """Name the items of which a value says the opposite, as they stand now."""
        opposite = [tests for of, tests in item.against if of == value]
        holding = [tests for tests in opposite if all(map(self._holds, tests))]
        return tuple(dict.fromkeys(test.subject for tests in holding for test in tests))

    def is_open(self, item: Item) -> bool:
        """Tell whether the case can't be closed without it."""
        return item.required and self.standing(item) is Standing.OPEN

    def open_items(self) -> tuple[Item, ...]:
        """List all that the case still asks for."""
        return tuple(item for item in self.plan.items if self.is_open(item))

    def is_settled(self, key: str) -> bool:
        """Tell whether what comes after this item may go on."""
        item = self.plan.item(key)
        return item is None or self.standing(item) is not Standing.OPEN

    def state(self, step: PlanStep) -> StepState:
        """Tell how it stands with a step."""
        standings = {item.key: self.standing(item) for item in step.items}
        touched = any(self.latest(key) is not None for key in standings)
        if any(map(self.is_open, step.items)):
            return StepState.OPEN if touched else StepState.NOT_BEGUN
        return StepState.DONE if Standing.RECORDED in standings.values() else StepState.WAIVED

    def due_at(self, item: Item) -> datetime | None:
        """Give the moment that belongs to an item, as soon as it can be known."""
        if item.due is None:
            return None
        if item.due.since == OPENED:
            return self.opened_at + item.due.after if self.opened_at else None
        since = self.plan.item(item.due.since)
        if since is None or not self.value(since.key):
            return None
        if since.kind is Kind.MOMENT:
            return datetime.fromisoformat(self.value(since.key)) + item.due.after
        return self.entries(since.key)[0].at + item.due.after

    def due(self) -> tuple[tuple[datetime, Item], ...]:
        """List what is open and has its moment, the earliest first."""
        found = ((self.due_at(item), item) for item in self.open_items())
        dated = [(at, item) for at, item in found if at is not None]
        return tuple(sorted(dated, key=lambda each: each[0]))

    def _holds(self, test: Requirement) -> bool:
        if test.subject.startswith(REPORT):
            return self.answers.get(test.subject.removeprefix(REPORT), "") in test.values
        return self.value(test.subject) in test.values

    def _second_applies(self, item: Item) -> bool:
        """Something to agree to: an item that this case asks for, or that somebody recorded."""
        subject = self.plan.item(item.of)
        if subject is None or not self.applies(subject):
            return False
        match self.standing(subject):
            case Standing.WAIVED:
                return False
            case Standing.OPEN:
                return subject.required
            case _:
                return True

    def _is_outdated(self, item: Item) -> bool:
        """Tell whether what it was done with was recorded anew since."""
        of_both = (r.item for r in reversed(self.records) if r.item in {item.key, item.anew})
        return next(of_both, item.key) != item.key

    def _agreement(self, item: Item) -> Record | None:
        """Give what a second person said about the words that count now, not about earlier ones."""
        for record in reversed(self.records):
            if record.item == item.of:
                return None
            if record.item == item.key:
                return record
        return None
