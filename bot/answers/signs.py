"""The signs of a question that are weighed: its words, its groups of letters, its meaning.

Words carry what is said, groups of letters survive typing mistakes and compounds, and
concepts and facts of the content carry what a teacher wrote down about both.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.answers.lexicon import STOP, Lexicon
from bot.answers.reading import Reading
from bot.domain.protocol import AskerRole, Table, decide

GROUPS = (3, 4, 5)
"""Letters in a group; a word's edges count as letters."""

Signs = Mapping[str, float]


@dataclass(frozen=True)
class Families:
    """Three kinds of signs, each weighed on its own so that none drowns the others."""

    words: Signs
    letters: Signs
    meaning: Signs

    def __iter__(self) -> Iterator[Signs]:
        """Yield each family, always in this order."""
        return iter((self.words, self.letters, self.meaning))


def signs_of(reading: Reading, role: AskerRole, lexicon: Lexicon, table: Table) -> Families:
    """Return how often each sign occurs in a question that was read."""
    words = [word for word in reading.words if word != STOP]
    return Families(
        words=dict.fromkeys(_phrases(lexicon.stems(words)), 1.0),
        letters=_letters(words),
        meaning=dict.fromkeys(_meaning(reading, role, table), 1.0),
    )


def tells_who_asks(sign: str) -> bool:
    """Say whether a sign holds the role of whoever asks, alone or beside a concept."""
    return sign.startswith("=") or " =" in sign


def _phrases(stems: list[str]) -> Iterator[str]:
    for size in (1, 2, 3):
        for start in range(len(stems) - size + 1):
            yield " ".join(stems[start : start + size])


def _letters(words: list[str]) -> Signs:
    counted: dict[str, float] = {}
    for word in words:
        edged = f" {word} "
        for size in GROUPS:
            for start in range(len(edged) - size + 1):
                group = f"~{edged[start : start + size]}"
                counted[group] = counted.get(group, 0.0) + 1.0
    return counted


def _meaning(reading: Reading, role: AskerRole, table: Table) -> Iterator[str]:
    yield f"={role}"
    concepts = sorted(reading.everything)
    for concept in concepts:
        yield f"@{concept}"
        yield f"@{concept} ={role}"
    for one, other in itertools.combinations(concepts, 2):
        yield f"@{one} @{other}"
    for fact, value in reading.facts.known:
        yield f"%{fact}={value}"
    yield f"%{decide(reading.facts, role, table).rule}"
