"""Reads `content/steps/plan.toml`: the seven steps as data, checked as a whole.

Every mistake is told in a sentence with the item where it stands; nothing half right is loaded.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.domain.forms import Form
from bot.domain.people import STAFF_ROLES, Role
from bot.domain.plan import (
    AGREED,
    NOT_AGREED,
    OPENED,
    REPORT,
    Due,
    Ending,
    Item,
    Kind,
    Plan,
    PlanStep,
    Requirement,
)

STEPS = range(1, 8)
KEY = re.compile(r"[a-z][a-z0-9-]{1,23}")
"""With the number of a case, a value and a revision, a key fits in the 64 bytes of a button."""

SPAN = re.compile(r"(?P<since>[a-z0-9-]+)\+(?P<count>\d+)(?P<unit>[mh])")
UNITS = {"m": "minutes", "h": "hours"}

KNOWN_WORDS = frozenset(
    (
        "key",
        "kind",
        "values",
        "by",
        "required",
        "when",
        "unless",
        "after",
        "reason",
        "unsettled",
        "waive",
        "of",
        "closes",
        "due",
        "not_before",
        "parts",
        "file",
        "door",
        "anew",
        "links_gone",
        "against",
    )
)
LATE = "late"


class PlanError(Exception):
    """The plan can't be used; each line tells one mistake and what to do."""


def load_plan(path: Path) -> Plan:
    """Read the plan.

    Raises:
        PlanError: with every mistake found.

    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PlanError(f"{path} is missing. Put the file back from the release.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PlanError(f"{path} is not TOML in UTF-8: {error}.") from error
    mistakes: list[str] = []
    steps = tuple(_steps(content, mistakes))
    plan = Plan(steps)
    mistakes += mistakes_in(plan)
    if mistakes:
        raise PlanError("\n".join(f"{path}: {mistake}" for mistake in mistakes))
    return plan


def texts_for(plan: Plan) -> frozenset[str]:
    """List the ids of the texts that the plan needs in every language."""
    needed = set()
    for step in plan.steps:
        needed.add(f"button-plan-step-{step.number}")
    for item in plan.items:
        needed |= {f"button-plan-{item.key}", f"plan-how-{item.key}"}
        needed |= {f"button-plan-is-{value}" for value in item.values}
        needed |= {f"button-case-{item.door}"} if item.door else set()
        needed |= {f"plan-file-{item.file}"} if item.file else set()
        if len(item.parts) > 1:
            needed |= {f"plan-part-{part}" for part in item.parts}
    return frozenset(needed)


def missing_texts(plan: Plan, known: Collection[str]) -> list[str]:
    """Tell in sentences which texts the plan needs and content/texts lacks."""
    lacking = sorted(texts_for(plan) - set(known))
    return [f'The plan needs the text "{text}" in each language.' for text in lacking]


def unknown_answers(plan: Plan, form: Form) -> list[str]:
    """Tell in sentences which answers the plan looks for that the report can never give."""
    known = {q.key: {option.key for option in q.options} for q in form.questions}
    return [
        f'item "{item.key}" can never come up: a report has no answer "{question}={value}".'
        for item in plan.items
        for requirement in (r for together in (*item.when, *item.unless) for r in together)
        if requirement.subject.startswith(REPORT)
        for question in (requirement.subject.removeprefix(REPORT),)
        for value in sorted(requirement.values - known.get(question, set()))
    ]


def mistakes_in(plan: Plan) -> list[str]:
    """Tell in sentences what does not fit together in a plan."""
    found = []
    if [step.number for step in plan.steps] != list(STEPS):
        found.append("the steps must be numbered 1 to 7, in that order.")
    seen: dict[str, Item] = {}
    for item in plan.items:
        if item.key in seen:
            found.append(f'there are two items "{item.key}". Give each its own key.')
        found += (f'item "{item.key}" {what}' for what in _mistakes_of(item, seen, plan))
        seen[item.key] = item
    found += (
        f"step {step.number} can never be reached: give it an item that is always required."
        for step in plan.steps
        if not any(item.required and not item.when for item in step.items)
    )
    found += _mistakes_of_closing(plan)
    return found


def _mistakes_of_closing(plan: Plan) -> Iterator[str]:
    closing = [item for item in plan.items if item.closes]
    if len(closing) != 1 or closing[0].kind is not Kind.SECOND:
        yield "exactly one item must close the case, of the kind second."
        return
    outcome = plan.item(closing[0].of)
    if outcome is None or set(outcome.values) - set(Ending):
        yield f"the outcome must be one of {', '.join(Ending)}."
    if any(item.waivable for item in (closing[0], outcome) if item is not None):
        yield "the outcome and the closing of a case can't be waived: say waive = false."


def _mistakes_of(item: Item, seen: Mapping[str, Item], plan: Plan) -> Iterator[str]:
    if not KEY.fullmatch(item.key):
        yield "has a key that is too long, or has other signs than a-z, 0-9 and -."
    for requirement in (r for together in (*item.when, *item.unless) for r in together):
        yield from _mistakes_of_requirement(requirement, seen, plan)
    for requirement in (r for _, together in item.against for r in together):
        if requirement.subject.startswith(REPORT):
            yield "says that a value goes against an answer of the report; name an item instead."
        yield from _mistakes_of_requirement(requirement, seen, plan)
    yield from _mistakes_of_order(item, seen, plan)
    yield from _mistakes_of_kind(item, seen)
    gone = (item.links_gone,) if item.links_gone else ()
    opposite = (value for value, _ in item.against)
    for value in (*item.reason_for, *item.unsettled, *gone, *opposite):
        if value not in item.values:
            yield f'speaks of the value "{value}", which it does not have.'
    if item.anew and item.anew not in seen:
        yield f'is done anew with "{item.anew}", which is no item above it.'
    since = item.due.since if item.due else ""
    if since and since != OPENED and since not in seen:
        yield f'is due after "{since}", which is no item above it.'
    if (item.not_before or item.late_reason) and item.due is None:
        yield 'has a moment or a reason for being late, but no "due".'


def _mistakes_of_order(item: Item, seen: Mapping[str, Item], plan: Plan) -> Iterator[str]:
    for key in item.after:
        before = plan.item(key)
        if before is None:
            yield f'comes after "{key}", which is no item.'
        elif key not in seen:
            yield f'comes after "{key}", which stands below it. Move it up.'
        elif not before.required:
            yield f'comes after "{key}", which nobody has to record. Make that required.'


def _mistakes_of_kind(item: Item, seen: Mapping[str, Item]) -> Iterator[str]:
    if item.kind is Kind.CHOICE and len(item.values) < 2:  # noqa: PLR2004 - one value is no choice
        yield "is a choice with fewer than two values."
    if item.kind is Kind.CHOICE and set(item.values) <= item.unsettled:
        yield "can never be settled: all its values leave it open."
    if item.kind not in {Kind.CHOICE, Kind.SECOND} and item.values:
        yield "has values, but is no choice."
    if (item.kind is Kind.LIST) != bool(item.parts):
        yield "must say what an entry consists of (parts) if and only if it is a list."
    if item.kind is Kind.SECOND:
        if item.of not in seen:
            yield f'agrees to "{item.of}", which is no item above it.'
        elif seen[item.of].kind in {Kind.LIST, Kind.SECOND}:
            yield f'agrees to "{item.of}", to which nobody can agree as a whole.'
        if item.when or item.unless or item.waivable:
            yield 'is asked for with what it agrees to: it has no "when", and waive = false.'
    elif item.of:
        yield 'has "of", but is not of the kind second.'


def _mistakes_of_requirement(
    requirement: Requirement, seen: Mapping[str, Item], plan: Plan
) -> Iterator[str]:
    if requirement.subject.startswith(REPORT):
        return
    subject = seen.get(requirement.subject)
    if subject is None:
        below = plan.item(requirement.subject) is not None
        why = "stands below it. Move it up." if below else "is no item."
        yield f'looks at "{requirement.subject}", which {why}'
        return
    for value in sorted(requirement.values - set(subject.values)):
        yield f'can never come up: "{subject.key}" has no value "{value}".'


def _steps(content: Mapping[str, Any], mistakes: list[str]) -> Iterator[PlanStep]:
    for entry in content.get("step", ()):
        number = entry.get("number", 0)
        items = []
        for written in entry.get("item", ()):
            try:
                items.append(_item(written, number))
            except (KeyError, TypeError, ValueError) as error:
                name = written.get("key", "without a key")
                mistakes.append(f'item "{name}" of step {number} can\'t be read: {error}.')
        yield PlanStep(number, str(entry.get("clause", "")), tuple(items))


def _item(written: Mapping[str, Any], step: int) -> Item:
    if strange := sorted(set(written) - KNOWN_WORDS):
        raise ValueError(f"it does not know the word {', '.join(strange)}")
    kind = Kind(written["kind"])
    reasons = set(written.get("reason", ()))
    second = kind is Kind.SECOND
    return Item(
        key=written["key"],
        step=step,
        kind=kind,
        values=(AGREED, NOT_AGREED) if second else tuple(written.get("values", ())),
        by=frozenset(map(_role, written.get("by", ()))),
        required=written.get("required", True),
        when=tuple(_together(line) for line in written.get("when", ())),
        unless=tuple(_together(line) for line in written.get("unless", ())),
        after=tuple(written.get("after", ())),
        reason_for=frozenset({NOT_AGREED} if second else reasons - {LATE}),
        late_reason=LATE in reasons,
        unsettled=frozenset({NOT_AGREED} if second else written.get("unsettled", ())),
        waivable=written.get("waive", True),
        of=written.get("of", ""),
        closes=written.get("closes", False),
        due=_due(written["due"]) if "due" in written else None,
        not_before=written.get("not_before", False),
        parts=tuple(written.get("parts", ())),
        file=written.get("file", ""),
        door=written.get("door", ""),
        anew=written.get("anew", ""),
        links_gone=written.get("links_gone", ""),
        against=tuple(map(_opposite, written.get("against", ()))),
    )


def _role(word: str) -> Role:
    role = Role(word)
    if role not in STAFF_ROLES:
        raise ValueError(f"{word} is no role of staff")
    return role


def _together(line: str) -> tuple[Requirement, ...]:
    return tuple(_requirement(part) for part in line.split(" and "))


def _requirement(part: str) -> Requirement:
    subject, sign, values = part.partition("=")
    if not sign or not values:
        raise ValueError(f'"{part}" is no condition: write name=value or name=value|value')
    return Requirement(subject.strip(), frozenset(v.strip() for v in values.split("|")))


def _opposite(line: str) -> tuple[str, tuple[Requirement, ...]]:
    value, sign, together = line.partition(" if ")
    if not sign:
        raise ValueError(f'"{line}" is no condition: write value if name=value')
    return value.strip(), _together(together)


def _due(word: str) -> Due:
    found = SPAN.fullmatch(word)
    if found is None:
        raise ValueError(f'"{word}" is no moment: write name+15m or name+72h')
    after = timedelta(**{UNITS[found["unit"]]: int(found["count"])})
    return Due(found["since"], after)
