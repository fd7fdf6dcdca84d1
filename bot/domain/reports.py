"""A report that is being told, and the case it becomes (P2, chapter 11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.cases import Case, CaseEvent
from bot.domain.evidence import NAKED, Evidence, together
from bot.domain.forms import Form, Question


class Step(StrEnum):
    """The questions whose answers the rules look at; the form has more (`content/forms`)."""

    HAPPENED = "happened"
    BEHALF = "behalf"
    PUPIL = "pupil"
    WHERE = "where"
    SERIOUS = "serious"
    KIND = "kind"
    PRIVATE = "private"
    ABOUT = "about"
    WHO = "who"
    COLLEAGUE = "colleague"
    ABUSE = "abuse"
    NAME = "name"
    READER = "reader"
    UNWANTED = "unwanted"


class Seriousness(StrEnum):
    """How serious it feels to the person who reports; the values name texts."""

    NOT_SO_BAD = "not-so-bad"
    BAD = "bad"
    VERY_BAD = "very-bad"
    DANGER_NOW = "danger-now"


class Reader(StrEnum):
    """Whom a reporter may choose to read it, or not to read it; the values name texts."""

    LEADER = "leader"
    MENTOR = "mentor"
    COUNSELLOR = "counsellor"


class Colleague(StrEnum):
    """Who it is about, of those who work at school and have no button of their own before that.

    BOARD     somebody of the board, the spokesperson included (11.6)
    PRIVACY   the privacy officer
    UNSURE    the reporter does not know, or would rather not say
    """

    TEACHER = "teacher"
    BOARD = "board"
    PRIVACY = "privacy"
    OTHER = "other"
    UNSURE = "unsure"


NEEDED: Mapping[str, frozenset[str]] = {
    Step.HAPPENED: frozenset(),
    Step.BEHALF: frozenset({"pupil"}),
    Step.PUPIL: frozenset(),
    Step.WHERE: frozenset({"other"}),
    Step.SERIOUS: frozenset(Seriousness),
    Step.KIND: frozenset({"image", "hacked"}),
    Step.PRIVATE: frozenset({"yes"}),
    Step.ABOUT: frozenset({"me", "staff"}),
    Step.WHO: frozenset({*Reader, "other"}),
    Step.COLLEAGUE: frozenset(Colleague),
    Step.ABUSE: frozenset({"yes", "maybe"}),
    Step.NAME: frozenset({"yes"}),
    Step.READER: frozenset(Reader),
    Step.UNWANTED: frozenset(Reader),
}
"""The questions, and of each the choices, without which the rules can't do their work."""

DECIDING = frozenset(
    {
        Step.BEHALF,
        Step.PUPIL,
        Step.ABOUT,
        Step.WHO,
        Step.COLLEAGUE,
        Step.ABUSE,
        Step.READER,
        Step.UNWANTED,
    }
)
"""The questions whose answers decide who reads a report."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that is being told.

    Keyed by its reporter, so it survives a restart and goes on from any account of that person.
    `case` is the number of the case that is already open (a report typed in a group is kept at
    once), 0 when there is none yet; `group` is that group. `step` is the question to go
    on with, "" for the first one open. `evidence` came in before there was a case; `naked` tells
    that a picture was not taken in because it may show somebody naked.
    """

    key: str
    answers: dict[str, str] = field(default_factory=dict, repr=False)
    step: str = ""
    paused: bool = False
    touched: datetime | None = None
    reminded: bool = False
    warned_at: datetime | None = None
    case: int = 0
    group: str = ""
    evidence: tuple[Evidence, ...] = ()
    naked: bool = False


def asked(draft: Draft, form: Form) -> Question | None:
    """Give the question that waits for an answer now, or None when all are answered.

    A draft may be older than the form: a question that is no longer asked is passed over.
    """
    question = form.question(draft.step)
    if question is not None and draft.step not in draft.answers and question.applies(draft.answers):
        return question
    return form.next_question(draft.answers)


def answer(draft: Draft, form: Form, words: str, now: datetime) -> Draft:
    """Keep the answer to the question that was asked, and move on to the next one."""
    question = asked(draft, form)
    if question is None:
        return draft
    answers = {**draft.answers, question.key: words}
    moved = replace(draft, answers=answers, touched=now, paused=False, reminded=False)
    return _asking_next(moved, form)


def tell_more(draft: Draft, form: Form, words: str, now: datetime) -> Draft:
    """Add words to the story, whatever is asked now; nothing that was told is lost (P2)."""
    told = draft.answers.get(Step.HAPPENED)
    story = words if told is None else f"{told}\n{words}"
    grown = replace(
        draft, answers={**draft.answers, Step.HAPPENED: story}, touched=now, reminded=False
    )
    return grown if told is not None else _asking_next(replace(grown, paused=False), form)


def step_back(draft: Draft, form: Form, now: datetime) -> Draft:
    """Take back the last answer and ask that question again; on the first one no answer changes.

    Who goes back goes on telling: a pause ends, or the next words would not be an answer.
    """
    telling = replace(draft, touched=now, paused=False, reminded=False)
    last = form.last_answered(draft.answers)
    if last is None:
        return telling
    answers = {k: v for k, v in draft.answers.items() if k != last.key}
    return replace(telling, answers=answers, step=last.key)


def with_words_of(draft: Draft, other: Draft, form: Form) -> Draft:
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
    return _asking_next(replace(draft, answers={**draft.answers, Step.HAPPENED: story}), form)


def _asking_next(draft: Draft, form: Form) -> Draft:
    question = form.next_question(draft.answers)
    return replace(draft, step=question.key) if question is not None else draft


def open_case(draft: Draft, form: Form, number: int, school: str, now: datetime) -> Case:
    """Make the case of a report; who handles it is decided by `assign`."""
    return Case(
        number=number,
        reporter=draft.key,
        school=school,
        opened_at=now,
        answers=form.fitting(draft.answers),
        name_known=draft.answers.get(Step.NAME) == "yes",
        events=(CaseEvent(now, "opened"), *_lines_on_evidence(draft, now)),
        evidence=draft.evidence,
        form=form.key,
    )


def _lines_on_evidence(draft: Draft, now: datetime) -> tuple[CaseEvent, ...]:
    received = (
        CaseEvent(each.received_at, f"evidence-received-{number}")
        for number, each in enumerate(draft.evidence, 1)
    )
    return (*received, CaseEvent(now, NAKED)) if draft.naked else tuple(received)


def at_once(draft: Draft, words: str = "") -> Draft:
    """Give what of a report goes to the school before it is told to the end.

    These words, and the answers that decide who reads them. The rest is still the reporter's own.
    """
    answers = {key: said for key, said in draft.answers.items() if key in DECIDING}
    if words:
        answers[Step.HAPPENED] = words
    return replace(draft, answers=answers, evidence=(), naked=False)


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


def complete_case(case: Case, draft: Draft, form: Form, now: datetime) -> Case:
    """Bring all answers into a case that was opened at once, when the last one is given.

    An earlier answer to a question that is not asked any more after a later one goes.
    """
    whole = add_to_case(case, draft)
    return replace(
        whole,
        answers=form.fitting(whole.answers),
        form=form.key,
        name_known=draft.answers.get(Step.NAME) == "yes",
        events=(*case.events, CaseEvent(now, "completed")),
    )


def _both(told: str, now_told: str) -> str:
    if told in now_told:
        return now_told
    return told if now_told in told else f"{told}\n{now_told}"
