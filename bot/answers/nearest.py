"""The example phrasings that are most like a question.

Words (stemmed), their letter groups and the concepts they stand for are weighted by rarity
(tf-idf) and compared by cosine; the likest phrasings vote for the facts they stand for.
"""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

VOTERS = 5
GROUP = 4
LETTERS_WEIGHT = 0.35
CONCEPT_WEIGHT = 0.8


@dataclass(frozen=True)
class Likeness:
    """The facts the likest phrasings stand for, and how alike the likest one is (0..1)."""

    facts: Mapping[str, str]
    likeness: float


@dataclass
class Examples:
    """Phrasings with the facts they stand for, indexed for comparison."""

    _postings: dict[str, list[tuple[int, float]]] = field(default_factory=dict, repr=False)
    _rarity: dict[str, float] = field(default_factory=dict, repr=False)
    _rarest: float = 1.0
    _facts: list[tuple[tuple[str, str], ...]] = field(default_factory=list, repr=False)

    @classmethod
    def of(
        cls, phrasings: Iterable[tuple[Mapping[str, str], list[str], Iterable[str]]]
    ) -> "Examples":
        """Index phrasings given as facts, stems and concepts."""
        known = cls()
        bags = []
        for facts, stems, concepts in phrasings:
            known._facts.append(tuple(facts.items()))
            bags.append(_features(stems, concepts))
        seen = Counter(feature for bag in bags for feature in bag)
        known._rarity = {
            feature: math.log(1 + len(bags) / count) for feature, count in seen.items()
        }
        known._rarest = max(known._rarity.values(), default=1.0)
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, bag in enumerate(bags):
            for feature, weight in known._weighted(bag).items():
                postings[feature].append((number, weight))
        known._postings = dict(postings)
        return known

    def likest(self, stems: list[str], concepts: Iterable[str]) -> Likeness | None:
        """Return what the likest phrasings stand for, or None where nothing is shared."""
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in self._weighted(_features(stems, concepts)).items():
            for number, other in self._postings.get(feature, ()):
                scores[number] += weight * other
        if not scores:
            return None
        best = sorted(scores.items(), key=lambda scored: -scored[1])[:VOTERS]
        votes: dict[tuple[str, str], float] = defaultdict(float)
        spokesmen: dict[tuple[str, str], int] = {}
        for number, score in best:
            matter = self._matter(number)
            votes[matter] += score * score
            spokesmen.setdefault(matter, number)
        elected = max(votes, key=votes.__getitem__)
        return Likeness(dict(self._facts[spokesmen[elected]]), best[0][1])

    def _matter(self, number: int) -> tuple[str, str]:
        """Return the act and topic a phrasing stands for."""
        facts = dict(self._facts[number])
        return facts.get("act", ""), facts.get("topic", "")

    def _weighted(self, bag: Mapping[str, float]) -> dict[str, float]:
        weights = {
            feature: count * self._rarity.get(feature, self._rarest)
            for feature, count in bag.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {feature: weight / length for feature, weight in weights.items()}


def _features(stems: list[str], concepts: Iterable[str]) -> dict[str, float]:
    bag: dict[str, float] = {}
    for stem in stems:
        bag[stem] = 1.0
        for start in range(len(stem) - GROUP + 1):
            bag.setdefault(f"~{stem[start : start + GROUP]}", LETTERS_WEIGHT)
    for pair in itertools.pairwise(stems):
        bag[" ".join(pair)] = 0.5
    for concept in concepts:
        bag[f"@{concept}"] = CONCEPT_WEIGHT
    return bag
