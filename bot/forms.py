"""Reads `content/forms`: the questions of a report as TOML, their words from `content/texts`.

Every mistake is told in a sentence, all of them at once; a form with a mistake starts nothing.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from bot.domain.forms import SKIPPED, Asker, Form, Kind, Option, Question
from bot.domain.report_words import Control, steered, words_for
from bot.domain.reports import NEEDED
from bot.texts import Texts

REPORT = "report"
"""The name of the form, of its file, and the beginning of the key of each version."""

LONGEST_DATA = 64
"""Bytes that come back from a button (Telegram's callback_data)."""

QUESTION_KEYS = frozenset({"key", "kind", "skip", "for", "when", "unless", "rows"})
OPTION_KEYS = frozenset({"key", "sign", "said", "unless"})


class FormError(Exception):
    """The form can't be used; each line tells one mistake and its place."""


def read_form(folder: Path, texts: Texts) -> Form:
    """Read the report form of a folder laid out like `content/forms`.

    Raises:
        FormError: the file is missing or is not TOML, a question or a choice can't be used, the
            words of one are missing, or a question is missing that the rules look at.

    """
    path = folder / f"{REPORT}.toml"
    reading = _Reading(path, texts)
    questions = tuple(reading.questions(_content(path)))
    reading.mistakes += _lacking(path, questions)
    if reading.mistakes:
        raise FormError("\n".join(reading.mistakes))
    return Form(_version(questions), questions)


def _content(path: Path) -> list[Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FormError(
            f"{path} can't be read ({error.strerror}). Put the file back from the release."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormError(f"{path} is not TOML in UTF-8: {error}.") from error
    questions = content.get("question")
    if not isinstance(questions, list) or set(content) != {"question"}:
        raise FormError(f"{path} must hold [[question]] entries and nothing else.")
    return questions


@dataclass(slots=True)
class _Reading:
    """One reading of a file: what was understood so far, and what was wrong."""

    path: Path
    texts: Texts
    mistakes: list[str] = field(default_factory=list)
    choices: dict[str, frozenset[str]] = field(default_factory=dict)

    def questions(self, entries: list[Any]) -> Iterator[Question]:
        for number, entry in enumerate(entries, 1):
            key = entry.get("key") if isinstance(entry, dict) else None
            if not isinstance(key, str) or not _is_key(key):
                self._wrong(f"question {number}", "needs a key of small letters and dashes")
                continue
            if key in self.choices:
                self._wrong(f'question "{key}"', "stands there twice; give each its own key")
            question = self._question(key, entry)
            if question is not None:
                yield question

    def _question(self, key: str, entry: Mapping[str, Any]) -> Question | None:
        where = f'question "{key}"'
        self._no_others(where, entry, QUESTION_KEYS)
        kind, askers = entry.get("kind"), entry.get("for", [])
        if kind not in list(Kind):
            self._wrong(where, f"needs a kind: {', '.join(Kind)}")
            kind = Kind.WORDS
        if not isinstance(askers, list) or not all(a in list(Asker) for a in askers):
            self._wrong(where, f"may be for {', '.join(Asker)} only")
            askers = []
        skippable = entry.get("skip", False)
        if not isinstance(skippable, bool):
            self._wrong(where, "has a skip that is neither true nor false")
            skippable = False
        question = Question(
            key,
            Kind(kind),
            self._rows(key, entry.get("rows", [])),
            skippable,
            frozenset(Asker(a) for a in askers),
            self._conditions(where, "when", entry.get("when", {})),
            self._conditions(where, "unless", entry.get("unless", {})),
            self._words(f"form-{key}"),
        )
        self._judge(question)
        self.choices[key] = frozenset(o.key for o in question.options)
        return question

    def _judge(self, question: Question) -> None:
        where = f'question "{question.key}"'
        options = list(question.options)
        if question.kind is Kind.CHOICE and not options:
            self._wrong(where, "has nothing to choose: give it rows")
        if question.kind is Kind.NONE and (options or question.skippable):
            self._wrong(where, "waits for no answer, so it can't have rows or skip")
        seen: dict[str, str] = {}
        for option in options:
            data = f"meld:{question.key}:{option.key}"
            if len(data.encode()) > LONGEST_DATA:
                self._wrong(where, f"has a choice with too long a key: {option.key}")
            for words in sorted(words_for(option)):
                if steered(words) is not None:
                    self._wrong(where, f'takes "{words}" for an answer, which steers the form')
                if seen.setdefault(words, option.key) != option.key:
                    self._wrong(
                        where, f'takes "{words}" for two answers: {seen[words]} and {option.key}'
                    )

    def _rows(self, key: str, rows: Any) -> tuple[tuple[Option, ...], ...]:  # noqa: ANN401 - whatever stands in the file
        where = f'question "{key}"'
        if not isinstance(rows, list) or not all(isinstance(row, list) and row for row in rows):
            self._wrong(where, "needs rows like [[{ key = … }, { key = … }], [{ key = … }]]")
            return ()
        read: list[tuple[Option, ...]] = []
        keys: set[str] = set()
        for row in rows:
            options = [o for entry in row if (o := self._option(key, entry)) is not None]
            for option in options:
                if option.key in keys:
                    self._wrong(where, f"has the choice {option.key} twice")
                keys.add(option.key)
            read.append(tuple(options))
        return tuple(read)

    def _option(self, question: str, entry: Any) -> Option | None:  # noqa: ANN401 - as above
        key = entry.get("key") if isinstance(entry, dict) else None
        reserved = {SKIPPED, *Control}
        if not isinstance(key, str) or not _is_key(key) or key in reserved:
            self._wrong(
                f'question "{question}"',
                "has a choice without a key of small letters and dashes "
                f"(and not {', '.join(sorted(reserved))})",
            )
            return None
        where = f'choice "{key}" of question "{question}"'
        self._no_others(where, entry, OPTION_KEYS)
        sign, said = entry.get("sign", ""), entry.get("said", [])
        if not isinstance(sign, str) or any(c.isalnum() or c.isspace() for c in sign):
            self._wrong(where, "needs one pictogram for its sign")
            sign = ""
        if not isinstance(said, list) or not all(
            isinstance(w, str) and w and w == w.casefold() for w in said
        ):
            self._wrong(where, "needs words in small letters under said")
            said = []
        return Option(
            key,
            sign,
            frozenset(said),
            self._conditions(where, "unless", entry.get("unless", {})),
            self._words(f"button-{question}-{key}"),
        )

    def _conditions(self, where: str, name: str, told: Any) -> dict[str, frozenset[str]]:  # noqa: ANN401 - as above
        if not isinstance(told, dict):
            self._wrong(where, f'needs a {name} like {{ about = ["staff"] }}')
            return {}
        conditions = {}
        for key, answers in told.items():
            if key not in self.choices:
                self._wrong(where, f"has a {name} on {key}, which is no question before it")
            elif not isinstance(answers, list) or any(
                a not in [*self.choices[key]] for a in answers
            ):
                self._wrong(
                    where,
                    f"has a {name} on {key} that names no choices of it: "
                    f"{', '.join(sorted(self.choices[key]))}",
                )
            else:
                conditions[key] = frozenset(answers)
        return conditions

    def _words(self, text: str) -> dict[str, str]:
        if text not in self.texts.ids:
            self._wrong(f'the text "{text}"', "is missing from content/texts")
            return {}
        if needs := self.texts.fields(text) - self.texts.standing.keys():
            self._wrong(f'the text "{text}"', f"can't be filled in: {', '.join(sorted(needs))}")
            return {}
        return {
            language: self.texts.say(language, text) for language in sorted(self.texts.languages)
        }

    def _no_others(self, where: str, entry: Mapping[str, Any], known: frozenset[str]) -> None:
        for odd in sorted(set(entry) - known):
            self._wrong(
                where, f"has {odd}, which means nothing; known are {', '.join(sorted(known))}"
            )

    def _wrong(self, where: str, what: str) -> None:
        self.mistakes.append(f"{self.path}: {where} {what}.")


def _is_key(key: str) -> bool:
    return key.isascii() and key == key.lower() and key.replace("-", "").isalpha()


def _lacking(path: Path, questions: tuple[Question, ...]) -> list[str]:
    """Tell what is missing that the rules look at: who reads a report depends on it (P3)."""
    choices = {q.key: {o.key for o in q.options} for q in questions}
    lacking = []
    for key, needed in NEEDED.items():
        if key not in choices:
            lacking.append(f'{path}: the question "{key}" is missing, and the rules look at it.')
        elif missing := sorted(needed - choices[key]):
            lacking.append(
                f'{path}: question "{key}" lacks the choice {", ".join(missing)}, '
                "and the rules look at it."
            )
    return lacking


def _version(questions: tuple[Question, ...]) -> str:
    """Name a version by what it asks: the same questions in the same words have the same key."""
    words = repr(
        [
            (
                q.key,
                q.kind.value,
                q.skippable,
                sorted(q.asked_of),
                sorted((key, sorted(meant)) for key, meant in q.when.items()),
                sorted((key, sorted(meant)) for key, meant in q.unless.items()),
                sorted(q.wording.items()),
                [[(o.key, o.sign, sorted(o.labels.items())) for o in row] for row in q.rows],
            )
            for q in questions
        ]
    )
    return f"{REPORT}-{sha256(words.encode()).hexdigest()[:12]}"
