"""A question to facts: which concepts it holds, and what the content says they mean.

`content/protocol/facts.toml` says for each value of each fact in which combinations of
concepts it is understood: concepts next to each other are all needed, `|` separates
alternatives, `!` asks that one is absent, and `fact=value` or `role=leerling` looks at what
is already understood. The first value that fits is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answers.lexicon import STOP, Lexicon
from bot.domain.facts import Facts
from bot.domain.protocol import AskerRole

LONG_STORY = 45
"""Words above which a question is a story, with sentences that have nothing to do with it."""


@dataclass(frozen=True)
class Condition:
    """Every part must hold; a part holds when one of its alternatives does."""

    parts: tuple[tuple[bool, frozenset[str]], ...]

    @classmethod
    def parse(cls, written: str) -> "Condition":
        """Read `image publish|platform !work`."""
        return cls(
            tuple(
                (not part.startswith("!"), frozenset(part.removeprefix("!").split("|")))
                for part in written.split()
            )
        )

    def holds(self, present: set[str]) -> bool:
        """Say whether the present concepts and facts satisfy every part."""
        return all(present.isdisjoint(names) is not wanted for wanted, names in self.parts)

    @property
    def names(self) -> frozenset[str]:
        """Return every concept or fact the condition mentions."""
        return frozenset().union(*(names for _, names in self.parts))


@dataclass(frozen=True)
class Meaning:
    """One value of a fact, and the combinations in which a question means it."""

    fact: str
    value: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Reading:
    """What a question was understood to say."""

    facts: Facts
    concepts: frozenset[str]
    """Of a long story only what touches the matter."""
    everything: frozenset[str]
    """Concepts of the whole text, however long: a cry for help may stand anywhere."""
    words: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        """Whether there is a single word; signs and emoji are none."""
        return any(word != STOP for word in self.words)


def read(
    question: str, role: AskerRole, lexicon: Lexicon, meanings: tuple[Meaning, ...]
) -> Reading:
    """Return the facts of a question, in the words' own terms; silence stays unknown."""
    words = lexicon.words(question)
    everything = lexicon.find(words)
    concepts = _told(words, lexicon) if len(words) > LONG_STORY else everything
    return Reading(understand(concepts, role, meanings), concepts, everything, tuple(words))


def _told(words: list[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the concepts; of a long story only those of sentences that touch the matter."""
    sentences = [lexicon.find(sentence) for sentence in lexicon.sentences(words)]
    telling = [found for found in sentences[:-1] if not found.isdisjoint(lexicon.signals)]
    return frozenset().union(*telling, *sentences[-1:])


def understand(
    concepts: frozenset[str],
    role: AskerRole,
    meanings: tuple[Meaning, ...],
    given: Mapping[str, str] | None = None,
) -> Facts:
    """Return the facts that follow from concepts; `given` facts are taken as they are."""
    understood = dict(given or {})
    present = {
        *concepts,
        f"role={role}",
        *(f"{fact}={value}" for fact, value in understood.items()),
    }
    for meaning in meanings:
        if meaning.fact in understood:
            continue
        if any(condition.holds(present) for condition in meaning.conditions):
            understood[meaning.fact] = meaning.value
            present.add(f"{meaning.fact}={meaning.value}")
    return Facts.of(understood)
