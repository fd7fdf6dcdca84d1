"""Reads `content/protocol`: TOML that a teacher can change, checked as a whole.

Every mistake is told with the file and the entry where it stands; nothing half right is loaded.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.answers.fact_words import LANGUAGES, AskBack, FactWords
from bot.answers.lexicon import Lexicon, unknown_characters
from bot.answers.protocol import AnswerWords, Rules
from bot.answers.protocol_error import ProtocolError
from bot.answers.reading import Condition, Meaning
from bot.domain.facts import FACT_VALUES, UNKNOWN, Facts, UnknownFactError
from bot.domain.protocol import AskerRole, Clause, NoQuestion, Rule, Sentences, Table, Verdict

FACT_OF_THE_ASKER = "role"


def read_rules(folder: Path) -> Rules:
    """Read the rules of a folder laid out like `content/protocol`.

    Raises:
        ProtocolError: a file is missing, is not TOML, or an entry does not fit the others.

    """
    lexicon = _lexicon(folder)
    meanings = tuple(_meanings(folder, lexicon))
    clauses = {clause.number: clause for clause in _clauses(folder)}
    alarms = _read(folder / "distress.toml")
    return Rules(
        clauses=clauses,
        table=Table(tuple(_rules(folder, clauses))),
        words=_answer_words(folder),
        fact_words=_fact_words(folder),
        lexicon=lexicon,
        meanings=meanings,
        distress=tuple(
            _condition(written, lexicon, folder / "distress.toml") for written in alarms["when"]
        ),
        doubtful=tuple(_story(folder, "doubtful", lexicon)),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ProtocolError(f"{path} is missing. Put the file back from the release.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProtocolError(f"{path} is not TOML in UTF-8: {error}.") from error


def _lexicon(folder: Path) -> Lexicon:
    path = folder / "concepts.toml"
    content = _read(path)
    concepts = {**content["concept"], **_read(folder / "distress.toml")["concept"]}
    for concept, terms in concepts.items():
        for term in terms:
            if odd := unknown_characters(term):
                raise ProtocolError(
                    f'{path}: "{term}" under {concept} contains {odd[0]!r}, which no question '
                    "keeps. Write small letters, digits, and the signs * / = and .. only."
                )
    for listed in content["story"]["signals"]:
        if listed not in concepts:
            raise ProtocolError(f"{path}: [story] names {listed}, which is no concept.")
    return Lexicon(
        concepts,
        content["spellings"],
        frozenset(content["story"]["signals"]),
    )


def _condition(written: str, lexicon: Lexicon, path: Path) -> Condition:
    """Read a condition, all of whose names must exist."""
    condition = Condition.parse(written)
    for name in condition.names:
        fact, is_fact, value = name.partition("=")
        if is_fact and fact == FACT_OF_THE_ASKER:
            known = value in set(AskerRole)
        elif is_fact:
            known = _fact_exists(fact, value)
        else:
            known = name in lexicon.concepts
        if not known:
            raise ProtocolError(f'{path}: "{written}" names {name}, which does not exist.')
    return condition


def _story(folder: Path, kind: str, lexicon: Lexicon) -> Iterator[Condition]:
    path = folder / "concepts.toml"
    for written in _read(path)["story"][kind]:
        yield _condition(written, lexicon, path)


def _fact_exists(fact: str, value: str) -> bool:
    try:
        Facts.of({fact: value})
    except UnknownFactError:
        return False
    return True


def _meanings(folder: Path, lexicon: Lexicon) -> Iterator[Meaning]:
    path = folder / "facts.toml"
    for fact, values in _read(path).items():
        for value, conditions in values.items():
            if not _fact_exists(fact, value):
                raise ProtocolError(f"{path}: {fact} has no value {value}.")
            parsed = tuple(_condition(written, lexicon, path) for written in conditions)
            yield Meaning(fact, value, parsed)


def _clauses(folder: Path) -> Iterator[Clause]:
    files = sorted((folder / "clauses").glob("*.toml"))
    if not files:
        raise ProtocolError(f"{folder / 'clauses'} holds no clauses. Put its files back.")
    for path in files:
        for number, entry in _read(path).items():
            words = {}
            for language in LANGUAGES:
                sentences = entry.get(language, ())
                if not 1 <= len(sentences) <= len(("rule", "instead")):
                    raise ProtocolError(
                        f"{path}: clause {number} needs one or two sentences in {language}: "
                        "the rule, and what to do."
                    )
                words[language] = Sentences(*sentences)
            yield Clause(number, frozenset(entry["for"]), words)


def _rules(folder: Path, clauses: Mapping[str, Clause]) -> Iterator[Rule]:
    path = folder / "table.toml"
    seen: set[str] = set()
    for row in _read(path)["rules"]:
        name, numbers = row["name"], tuple(row["clauses"].split())
        if name in seen:
            raise ProtocolError(f'{path}: there are two rows "{name}". Give each its own name.')
        seen.add(name)
        for number in numbers:
            if number not in clauses:
                raise ProtocolError(
                    f'{path}: row "{name}" cites clause {number}, which is unknown.'
                )
        try:
            yield Rule(
                name=name,
                roles=frozenset(AskerRole(role) for role in row["for"].split())
                if "for" in row
                else frozenset(AskerRole),
                when=_when(row["when"]),
                verdict=Verdict(row["verdict"]),
                clauses=numbers,
            )
        except ValueError as error:
            raise ProtocolError(f'{path}: row "{name}": {error}') from error


def _when(written: str) -> dict[str, frozenset[str]]:
    """Read `act=post_text harm=no|unknown`; a value that does not exist is a ValueError."""
    when: dict[str, frozenset[str]] = {}
    for part in written.split():
        fact, _, values = part.partition("=")
        when[fact] = frozenset(values.split("|"))
        for value in when[fact] - {UNKNOWN}:
            Facts.of({fact: value})
    return when


def _answer_words(folder: Path) -> AnswerWords:
    path = folder / "answers.toml"
    content = _read(path)
    for language in LANGUAGES:
        for section in ("verdict", "silent", "unsure", "understood", *NoQuestion):
            if language not in content[section]:
                raise ProtocolError(f"{path}: [{section}] lacks {language}.")
    return AnswerWords(
        content["mark"],
        content["verdict"],
        content["silent"],
        content["unsure"],
        {kind: content[kind] for kind in NoQuestion},
        content["understood"],
    )


def _fact_words(folder: Path) -> FactWords:
    path = folder / "understood.toml"
    content = _read(path)
    questions = content.pop("ask")
    leaning = tuple(tuple(start.split()) for start in content.pop("leaning")["begins"])
    values = {
        fact: {value: _by_language(words, path) for value, words in named.items()}
        for fact, named in content.items()
    }
    for fact, known in ((FACT_OF_THE_ASKER, tuple(AskerRole)), *FACT_VALUES.items()):
        for value in known:
            if value not in values.get(fact, {}):
                raise ProtocolError(f"{path}: [{fact}] lacks words for {value}.")
    asked_back = {asked["fact"]: _question(asked, path) for asked in questions}
    return FactWords(values, asked_back, leaning)


def _question(asked: Mapping[str, Any], path: Path) -> AskBack:
    fact, values = asked["fact"], tuple(asked["values"])
    for value in values:
        if not _fact_exists(fact, value):
            raise ProtocolError(f"{path}: it asks for {fact} = {value}, which does not exist.")
    buttons = list(zip(*asked["buttons"], strict=True))
    if len(buttons) != len(values):
        raise ProtocolError(f"{path}: the question for {fact} needs one button for each value.")
    return AskBack(
        fact,
        values,
        _by_language(asked["question"], path),
        tuple(_by_language(labels, path) for labels in buttons),
        frozenset(asked.get("acts", ())),
    )


def _by_language(words: Sequence[str], path: Path) -> Mapping[str, str]:
    if len(words) != len(LANGUAGES):
        raise ProtocolError(
            f"{path}: {list(words)} needs {len(LANGUAGES)} wordings: {', '.join(LANGUAGES)}."
        )
    return dict(zip(LANGUAGES, words, strict=True))
