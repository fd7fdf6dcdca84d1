"""The example questions of the content, as a teacher writes them.

They stand in `examples/*.toml` and `need.toml`.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.answers.protocol_error import ProtocolError
from bot.domain.facts import Facts, UnknownFactError
from bot.domain.protocol import AskerRole, Table, decide


class LessonError(ProtocolError):
    """An example cannot be learned from; the text says which one and what to change."""


class Need(StrEnum):
    """What a message tells of: nothing that hurts, something that hurts, or danger."""

    NONE = "none"
    HURT = "hurt"
    DANGER = "danger"


@dataclass(frozen=True)
class Example:
    """A question as somebody may put it, with what it means.

    `need` is None where an example is about the rules: it says nothing about need then.
    """

    question: str = field(repr=False)
    role: AskerRole
    facts: Facts
    need: Need | None = None


def read_lessons(folder: Path, table: Table) -> Iterator[Example]:
    """Yield each example question of a folder laid out like `content/protocol`.

    Raises:
        LessonError: an entry names a fact or role that does not exist, or states an answer
            that its facts do not lead to.

    """
    for path in sorted((folder / "examples").glob("*.toml")):
        for entry in _read(path)["example"]:
            yield from _about_rules(entry, table, path)
    path = folder / "need.toml"
    content = _read(path)
    for entry in content["need"]:
        role = _role(entry, path)
        need = Need.DANGER if entry["kind"] in content["danger"] else Need.HURT
        for question in entry["yes"]:
            yield Example(question, role, Facts(), need)
        for question in entry["no"]:
            yield Example(question, role, Facts(), Need.NONE)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LessonError(f"{path} is missing. Put the file back from the release.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LessonError(f"{path} is not TOML in UTF-8: {error}.") from error


def _about_rules(entry: dict[str, Any], table: Table, path: Path) -> Iterator[Example]:
    role = _role(entry, path)
    try:
        facts = Facts.of(dict(part.split("=", 1) for part in entry["facts"].split()))
    except UnknownFactError as error:
        raise LessonError(f"{path}: {error}") from error
    told = decide(facts, role, table)
    answer = " ".join((told.verdict, *told.clauses[:1]))
    if answer != entry["answer"]:
        raise LessonError(
            f'{path}: the facts "{entry["facts"]}" ({role}) lead to "{answer}" by the row '
            f'"{told.rule}", and the example says "{entry["answer"]}". Correct one of the two.'
        )
    for question in entry["questions"]:
        yield Example(question, role, facts)


def _role(entry: dict[str, Any], path: Path) -> AskerRole:
    try:
        return AskerRole(entry["role"])
    except ValueError as error:
        raise LessonError(
            f'{path}: there is no role "{entry["role"]}". Choose {", ".join(AskerRole)}.'
        ) from error
