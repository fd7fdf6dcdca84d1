"""A report that is being told, and the case it becomes (P2, chapter 11)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.cases import Case, CaseEvent
from bot.domain.evidence import NAKED, Evidence, together


class Step(StrEnum):
    """The questions of the report form, in the order they are asked; the values name texts."""

    HAPPENED = "happened"
    WHERE = "where"
    SERIOUS = "serious"
    NAME = "name"
    READER = "reader"


FORM = tuple(Step)

SKIPPABLE = frozenset({Step.WHERE, Step.SERIOUS})
"""Questions that need no answer; the others decide what is reported and who gets to see it (P3)."""

SKIPPED = "skipped"
"""The answer of somebody who passes over a question; it names a text."""


class Seriousness(StrEnum):
    """How serious it feels to the person who reports; the values name texts."""

    NOT_SO_BAD = "not-so-bad"
    BAD = "bad"
    VERY_BAD = "very-bad"
    DANGER_NOW = "danger-now"


class Reader(StrEnum):
    """Who may read it first, in the reporter's choice; the values name texts."""

    LEADER = "leader"
    COUNSELLOR = "counsellor"


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that is being told.

    Keyed by its reporter, so it survives a restart and goes on from any account of that person.
    `case` is the number of the case that is already open (a report typed in a group is kept at
    once), 0 when there is none yet; `group` is that group. `evidence` came in before there was a
    case; `naked` tells that a picture was not taken in because it may show somebody naked.
    """

    key: str
    answers: dict[str, str] = field(default_factory=dict, repr=False)
    step: Step = Step.HAPPENED
    paused: bool = False
    touched: datetime | None = None
    reminded: bool = False
    case: int = 0
    group: str = ""
    evidence: tuple[Evidence, ...] = ()
    naked: bool = False


def next_step(draft: Draft) -> Step | None:
    """Give the first question without an answer, or None when all are answered."""
    return next((s for s in FORM if s not in draft.answers), None)


def answer(draft: Draft, words: str, now: datetime) -> Draft:
    """Keep the answer to the question that was asked, and move on to the next one."""
    answers = {**draft.answers, draft.step: words}
    moved = replace(draft, answers=answers, touched=now, paused=False, reminded=False)
    return replace(moved, step=next_step(moved) or draft.step)


def tell_more(draft: Draft, words: str, now: datetime) -> Draft:
    """Add words to the story, whatever is asked now; nothing that was told is lost (P2)."""
    told = draft.answers.get(Step.HAPPENED)
    if told is None:
        return answer(replace(draft, step=Step.HAPPENED), words, now)
    answers = {**draft.answers, Step.HAPPENED: f"{told}\n{words}"}
    return replace(draft, answers=answers, touched=now, reminded=False)


def step_back(draft: Draft, now: datetime) -> Draft:
    """Take back the last answer and ask that question again; on the first one no answer changes.

    Who goes back goes on telling: a pause ends, or the next words would not be an answer.
    """
    telling = replace(draft, touched=now, paused=False, reminded=False)
    given = [s for s in FORM if s in draft.answers]
    if not given:
        return telling
    answers = {k: v for k, v in draft.answers.items() if k != given[-1]}
    return replace(telling, answers=answers, step=given[-1])


def with_words_of(draft: Draft, other: Draft) -> Draft:
    """Take the story of another draft of the same person along, so that no word of it is lost."""
    draft = replace(
        draft,
        evidence=together(draft.evidence, other.evidence),
        naked=draft.naked or other.naked,
    )
    told = other.answers.get(Step.HAPPENED, "")
    if not told:
        return draft
    mine = draft.answers.get(Step.HAPPENED)
    story = _both(mine, told) if mine else told
    return _asking_next(replace(draft, answers={**draft.answers, Step.HAPPENED: story}))


def _asking_next(draft: Draft) -> Draft:
    return replace(draft, step=next_step(draft) or draft.step)


def open_case(draft: Draft, number: int, school: str, now: datetime) -> Case:
    """Make the case of a report; who handles it is decided by `route`."""
    return Case(
        number=number,
        reporter=draft.key,
        school=school,
        opened_at=now,
        answers=dict(draft.answers),
        name_known=draft.answers.get(Step.NAME) == "yes",
        events=(CaseEvent(now, "opened"), *_lines_on_evidence(draft, now)),
        evidence=draft.evidence,
    )


def _lines_on_evidence(draft: Draft, now: datetime) -> tuple[CaseEvent, ...]:
    received = (
        CaseEvent(each.received_at, f"evidence-received-{number}")
        for number, each in enumerate(draft.evidence, 1)
    )
    return (*received, CaseEvent(now, NAKED)) if draft.naked else tuple(received)


def add_to_case(case: Case, draft: Draft) -> Case:
    """Bring the answers so far into a case that was opened at once.

    A later answer replaces an earlier one, but the story only grows: its first words may have been
    read already, and a report is never lost (P2).
    """
    answers = {**case.answers, **draft.answers}
    told, now_told = case.answers.get(Step.HAPPENED), draft.answers.get(Step.HAPPENED)
    if told is not None and now_told is not None:
        answers[Step.HAPPENED] = _both(told, now_told)
    return replace(case, answers=answers, evidence=together(case.evidence, draft.evidence))


def complete_case(case: Case, draft: Draft, now: datetime) -> Case:
    """Bring all answers into a case that was opened at once, when the last one is given."""
    return replace(
        add_to_case(case, draft),
        name_known=draft.answers.get(Step.NAME) == "yes",
        events=(*case.events, CaseEvent(now, "completed")),
    )


def route(case: Case, leaders: Iterable[str], counsellors: Iterable[str]) -> Case:
    """Decide who handles a case (11.1).

    The school leaders, or at the reporter's wish the confidential counsellors and then not the
    leaders: not even one who is a counsellor as well. Where no leader is left, the counsellors.
    Who was shut out before stays out, and the reporter never handles the own case.
    """
    counsellors = tuple(counsellors)
    chosen, excluded = tuple(leaders), case.excluded
    if case.answers.get(Step.READER) == Reader.COUNSELLOR:
        excluded = tuple(dict.fromkeys((*excluded, *chosen)))
        chosen = counsellors
    kept_out = {*excluded, case.reporter}
    handlers = tuple(dict.fromkeys(h for h in chosen if h not in kept_out))
    if not handlers:
        # A leader who reports, or a school without one: a case that nobody may read helps nobody.
        handlers = tuple(dict.fromkeys(h for h in counsellors if h not in kept_out))
    return replace(case, handlers=handlers, excluded=excluded)


def _both(told: str, now_told: str) -> str:
    if told in now_told:
        return now_told
    return told if now_told in told else f"{told}\n{now_told}"
