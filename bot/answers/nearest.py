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
    """The facts of the likest phrasings, how alike (0..1) and how far ahead of the next."""

    facts: Mapping[str, str]
    likeness: float
    margin: float


@dataclass
class Examples:
    """Phrasings with the facts they stand for, indexed for comparison."""

    _postings: dict[str, list[tuple[int, float]]] = field(default_factory=dict, repr=False)
    _rarity: dict[str, float] = field(default_factory=dict, repr=False)
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
        votes: dict[tuple[tuple[str, str], ...], float] = defaultdict(float)
        for number, score in best:
            votes[self._facts[number]] += score * score
        ranked = sorted(votes.items(), key=lambda vote: -vote[1])
        behind = ranked[1][1] if len(ranked) > 1 else 0.0
        return Likeness(dict(ranked[0][0]), best[0][1], (ranked[0][1] - behind) / ranked[0][1])

    def _weighted(self, bag: Mapping[str, float]) -> dict[str, float]:
        rarest = max(self._rarity.values(), default=1.0)
        weights = {
            feature: count * self._rarity.get(feature, rarest) for feature, count in bag.items()
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
