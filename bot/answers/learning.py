"""Learns from the example questions of the content how people put things.

Runs once for each state of the content, in a process of its own, and gives the same weights
every time. Nothing is fetched and no question that anybody asked is used.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.svm import LinearSVC

from bot.answers.learned import Learned, Vocabulary, heads_of, small_weights
from bot.answers.lessons import Example, Need
from bot.answers.lexicon import Lexicon
from bot.answers.reading import Meaning, read
from bot.answers.signs import Families, signs_of, tells_who_asks
from bot.domain.facts import FACT_VALUES
from bot.domain.protocol import Table, decide

SEEN_ENOUGH = (4, 15, 5)
"""A word or phrase, a group of letters and a meaning is kept when so many examples have it."""

SOFTNESS = 1.0
"""How little a single example may bend the weights (the C of a linear support-vector machine)."""

CLOSE_ENOUGH = 1e-2
"""A closer solution takes three times as long and answers no question better."""

SEED = 0
NOTHING = "-"
NEED = "need"


def learn(
    examples: Sequence[Example], lexicon: Lexicon, meanings: tuple[Meaning, ...], table: Table
) -> Learned:
    """Return weights for every fact, the verdict, the clause and need."""
    bags = [
        signs_of(read(e.question, e.role, lexicon, meanings), e.role, lexicon, table)
        for e in examples
    ]
    vocabulary = _vocabulary(bags)
    matrix = _matrix(bags, vocabulary)
    about_rules = [place for place, e in enumerate(examples) if e.need is None]
    labels = {
        name: ([row[name] for row in (_labels(examples[p], table) for p in about_rules)])
        for name in _labels(examples[about_rules[0]], table)
    }
    told = {name: (about_rules, values) for name, values in labels.items()}
    told[NEED] = _need(examples)
    told = {name: asked for name, asked in told.items() if len(set(asked[1])) > 1}
    signs = dict.fromkeys(told, matrix) | {NEED: _whoever_asks(matrix, vocabulary)}
    solved = {name: _solve(signs[name][places], values) for name, (places, values) in told.items()}
    weights, scale = small_weights(np.hstack([w for _, w, _ in solved.values()]))
    return Learned(
        vocabulary,
        heads_of({name: classes for name, (classes, _, _) in solved.items()}),
        weights,
        scale,
        np.concatenate([bias for _, _, bias in solved.values()]).astype(np.float32),
    )


def _labels(example: Example, table: Table) -> dict[str, str]:
    told = decide(example.facts, example.role, table)
    clause = told.clauses[0] if told.clauses else NOTHING
    facts = {fact: example.facts.value(fact) for fact in FACT_VALUES}
    return {"verdict": told.verdict, "clause": clause, "answer": f"{told.verdict} {clause}"} | facts


def _need(examples: Sequence[Example]) -> tuple[list[int], list[str]]:
    """Return the examples that tell need from the rest, with a value of `Need`.

    A question about how to report or handle an incident is neither: it may well be need.
    """
    places, values = [], []
    for place, example in enumerate(examples):
        if example.need is None and example.facts.value("act") in NEAR_NEED:
            continue
        places.append(place)
        values.append(str(example.need or Need.NONE))
    return places, values


NEAR_NEED = frozenset({"report_incident", "handle_incident", "misconduct", "forward"})


def _vocabulary(bags: Sequence[Families]) -> Vocabulary:
    kept: list[str] = []
    rarity: list[float] = []
    for family, enough in zip(zip(*bags, strict=True), SEEN_ENOUGH, strict=True):
        seen = Counter(sign for signs in family for sign in signs)
        for sign in sorted(sign for sign, count in seen.items() if count >= enough):
            kept.append(sign)
            rarity.append(1.0 + math.log((1 + len(bags)) / (1 + seen[sign])))
    places = {sign: place for place, sign in enumerate(kept)}
    return Vocabulary(places, np.array(rarity, dtype=np.float32))


def _matrix(bags: Iterable[Families], vocabulary: Vocabulary) -> csr_matrix:
    starts, places, weights = [0], [], []
    for bag in bags:
        here, weight = vocabulary.weigh(bag)
        places.append(here)
        weights.append(weight)
        starts.append(starts[-1] + len(here))
    shape = (len(starts) - 1, len(vocabulary.places))
    return csr_matrix((np.concatenate(weights), np.concatenate(places), starts), shape=shape)


def _whoever_asks(matrix: csr_matrix, vocabulary: Vocabulary) -> csr_matrix:
    """Return the signs without the role: need is heard the same, whoever tells it."""
    return matrix @ diags([0.0 if tells_who_asks(sign) else 1.0 for sign in vocabulary.places])


def _solve(
    matrix: csr_matrix, values: Sequence[str]
) -> tuple[list[str], NDArray[np.float64], NDArray[np.float64]]:
    """Return the classes, and a column of weights and a bias for each."""
    machine = LinearSVC(C=SOFTNESS, tol=CLOSE_ENOUGH, random_state=SEED)
    machine.fit(matrix, np.array(values))
    weights, bias = machine.coef_.T, machine.intercept_
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights, weights]), np.array([-bias[0], bias[0]])
    return list(machine.classes_), weights, bias
