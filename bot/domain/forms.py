"""A form: questions in their order, when each is asked, and which answers fit (chapter 11).

The questions themselves stand in `content/forms`. A form that was used is kept as it was asked
(`ArchivedForm`), so that an old case stays readable when the questions change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

SKIPPED = "skipped"
"""The answer of somebody who passes over a question; it names a text."""

Answers = Mapping[str, str]
"""By key of the question: the key of a choice, own words, or `SKIPPED`."""

Conditions = dict[str, frozenset[str]]
"""By key of an earlier question: the answers meant."""


class Kind(StrEnum):
    """What a question takes for an answer.

    CHOICE  one of its choices
    WORDS   any words, or one of its choices where it has any
    NONE    nothing: a word said on the way, which waits for no answer
    """

    CHOICE = "choice"
    WORDS = "words"
    NONE = "none"


class Asker(StrEnum):
    """Who fills in a form; some questions are asked of some only."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    STAFF = "staff"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose.

    sign    the pictogram on its button; "" for none
    said    what people type for it besides its label, in small letters
    unless  not offered when one of these answers was given
    labels  what stands on its button, by language
    """

    key: str
    sign: str = ""
    said: frozenset[str] = frozenset()
    unless: Conditions = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    rows       its choices, row by row as the buttons stand
    skippable  whether it needs no answer
    asked_of   who gets it; empty for everybody
    when       asked only when each of these answers was given
    unless     not asked when one of these answers was given
    wording    the question as it is asked, by language
    """

    key: str
    kind: Kind
    rows: tuple[tuple[Option, ...], ...] = ()
    skippable: bool = False
    asked_of: frozenset[Asker] = frozenset()
    when: Conditions = field(default_factory=dict)
    unless: Conditions = field(default_factory=dict)
    wording: dict[str, str] = field(default_factory=dict)

    @property
    def options(self) -> Iterator[Option]:
        """Go through its choices."""
        return (option for row in self.rows for option in row)

    def applies(self, answers: Answers) -> bool:
        """Tell whether the answers so far make this a question to ask."""
        holds = all(answers.get(key) in meant for key, meant in self.when.items())
        return holds and not _any_given(self.unless, answers)

    def offered(self, answers: Answers) -> tuple[tuple[Option, ...], ...]:
        """Give the choices that fit the answers so far, row by row."""
        rows = (tuple(o for o in row if not _any_given(o.unless, answers)) for row in self.rows)
        return tuple(row for row in rows if row)

    def can_be_tapped(self, answer: str, answers: Answers) -> bool:
        """Tell whether this answer has a button, after the answers so far."""
        if answer == SKIPPED:
            return self.skippable
        return any(option.key == answer for row in self.offered(answers) for option in row)


@dataclass(frozen=True, slots=True)
class Form:
    """The questions, in order. `key` names this version: other words make another key."""

    key: str = ""
    questions: tuple[Question, ...] = ()

    def of(self, asker: Asker) -> "Form":
        """Leave out what is not asked of somebody."""
        theirs = (q for q in self.questions if not q.asked_of or asker in q.asked_of)
        return replace(self, questions=tuple(theirs))

    def question(self, key: str) -> Question | None:
        """Find a question by key."""
        return next((q for q in self.questions if q.key == key), None)

    def next_question(self, answers: Answers) -> Question | None:
        """Give the first question to ask that has no answer, or None when the form is done."""
        return next(
            (
                q
                for q in self.questions
                if q.kind is not Kind.NONE and q.key not in answers and q.applies(answers)
            ),
            None,
        )

    def last_answered(self, answers: Answers) -> Question | None:
        """Give the last question, in the order of the form, that has an answer."""
        return next((q for q in reversed(self.questions) if q.key in answers), None)

    def said_after(self, key: str, answers: Answers) -> tuple[Question, ...]:
        """List what is to be said between this answer and the next question."""
        found: list[Question] = []
        keys = [q.key for q in self.questions]
        for question in self.questions[keys.index(key) + 1 :] if key in keys else ():
            if not question.applies(answers):
                continue
            if question.kind is not Kind.NONE:
                break
            found.append(question)
        return tuple(found)

    def fitting(self, answers: Answers) -> dict[str, str]:
        """Keep the answers whose question is asked, given the others; an old one may not be."""
        kept = dict(answers)
        for question in self.questions:
            if question.key in kept and not question.applies(kept):
                del kept[question.key]
        return kept


@dataclass(frozen=True, slots=True)
class ArchivedQuestion:
    """A question as it was asked: its wording, and by choice the label, each by language."""

    key: str
    wording: dict[str, str] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArchivedForm:
    """One version of a form, kept for the cases that were told with it."""

    key: str
    questions: tuple[ArchivedQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One answer with its question, in the words that were used; `answer` "" when skipped."""

    key: str
    question: str = field(repr=False)
    answer: str = field(repr=False)


def _any_given(conditions: Conditions, answers: Answers) -> bool:
    return any(answers.get(key) in meant for key, meant in conditions.items())


def archived(form: Form) -> ArchivedForm:
    """Keep the words of a form."""
    return ArchivedForm(
        form.key,
        tuple(
            ArchivedQuestion(
                question.key,
                dict(question.wording),
                {option.key: dict(option.labels) for option in question.options},
            )
            for question in form.questions
            if question.kind is not Kind.NONE
        ),
    )


def told(form: ArchivedForm, answers: Answers, language: str) -> tuple[Told, ...]:
    """Put each answer beside its question, in the order of the form and in one language.

    Only the first line of a question: the others explain. An answer to a question that this
    version does not know stands at the end, under the key of the question, so that none is lost.
    """
    known = {question.key for question in form.questions}
    return (
        *(
            Told(q.key, _first_line(q.wording, language), _words(q, answers[q.key], language))
            for q in form.questions
            if q.key in answers
        ),
        *(Told(key, key, answer) for key, answer in answers.items() if key not in known),
    )


def _words(question: ArchivedQuestion, answer: str, language: str) -> str:
    if answer == SKIPPED:
        return ""
    labels = question.labels.get(answer)
    return _in(labels, language) if labels else answer


def _first_line(wording: Mapping[str, str], language: str) -> str:
    return _in(wording, language).partition("\n")[0]


def _in(words: Mapping[str, str], language: str) -> str:
    """Choose a language; a version of before the language came has others."""
    return words.get(language) or next(iter(words.values()), "")
