"""Judges answers by labelled questions, as the school's own scorer does."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers.asking import answer
from bot.answers.protocol import Protocol
from bot.domain.protocol import Answer, AskerRole

HELD_BACK = Path(__file__).with_name("held_back.jsonl")
"""Questions by a hand that wrote no example: nothing is learned from them."""

NEED = Path(__file__).with_name("need.jsonl")
"""Messages by such a hand, half of them cries for help: `need`, and the kind of each."""

PERMITS = {"mag": 2, "mag_mits": 1}


@dataclass(frozen=True)
class Judged:
    """One question with its label, and what became of it."""

    question: Mapping[str, Any]
    told: Answer

    @property
    def accepted(self) -> set[str]:
        return {self.question["verdict"], *self.question["also"]}

    @property
    def right(self) -> bool:
        return self.told.verdict.value in self.accepted

    @property
    def joint(self) -> bool:
        """Whether the verdict is right and the first clause is one of those accepted."""
        if not self.question["clauses"]:
            return self.right and (not self.told.clauses or self.told.verdict == "buiten")
        return self.right and next(iter(self.told.clauses), None) in self.question["clauses"]

    @property
    def dangerous(self) -> bool:
        """Whether it permits with certainty what is forbidden or only on a condition."""
        allowed = max(PERMITS.get(verdict, 0) for verdict in self.accepted)
        granted = PERMITS.get(self.told.verdict.value, 0)
        return self.told.confident and granted > allowed and not self.accepted & {"info", "buiten"}


def questions_in(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def judge(questions: Iterable[Mapping[str, Any]], protocol: Protocol) -> Iterator[Judged]:
    for row in questions:
        yield Judged(row, answer(protocol, row["text"], AskerRole(row["role"])))


def share(judged: Iterable[bool]) -> float:
    """Return which part is true, in percent."""
    found = list(judged)
    return 100 * sum(found) / len(found)
