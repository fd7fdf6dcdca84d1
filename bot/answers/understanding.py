"""Which row of the decision table a question is most likely about.

Every row is weighed by what was learned about its verdict, its clause and each of its facts.
The likeliest row gives the facts; the table then decides on them, so that the verdict always
rests on facts that can be shown and corrected.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from bot.answers.learned import Floats, Head, Learned
from bot.answers.lessons import Need
from bot.answers.signs import Families
from bot.domain.facts import FACT_VALUES, OUTSIDE, UNKNOWN, Facts
from bot.domain.protocol import AskerRole, Table, Verdict

FACTS_WEIGHT = 0.5
"""Of each fact that a row needs, beside verdict, clause and the two as one."""

SILENCE_FACTS = 3.0
"""Facts that a row names on average: the weight of silence's only fact, the act."""

NEVER = 1e-4
"""A likelihood below this is no evidence."""

UNHEARD_OF = -8.0
"""The logarithm of the likelihood of what no example shows."""

SURELY = 0.6
"""A fact the row does not need is still named when it is at least so likely."""

HEARD = 0.05
"""A fact that accuses somebody is understood only when it is itself at least so likely."""

ACCUSING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "harm_kind": frozenset(FACT_VALUES["harm_kind"]),
        "harm": frozenset({"yes"}),
        "consent": frozenset({"missing", "refused"}),
        "confidential": frozenset({"yes"}),
        "heated": frozenset({"yes"}),
        "mission": frozenset({"against"}),
    }
)

PATIENCE = 0.35
"""How fast a better fit becomes certainty among rows; chosen on questions held back."""


@dataclass(frozen=True)
class Weighed:
    """The rows of the table (the last place is silence) weighed for one question.

    `order` names their places, the likeliest first; `chances` say how likely each is (0..1),
    and `verdicts` how likely each verdict is.
    """

    order: tuple[int, ...]
    chances: Floats = field(repr=False)
    verdicts: Mapping[Verdict, float]
    likelihoods: Floats = field(repr=False)


@dataclass(frozen=True)
class RowsByLikelihood:
    """The rows of the table, ready to be weighed by what was learned."""

    table: Table
    learned: Learned = field(repr=False)

    def weigh(self, signs: Families, role: AskerRole) -> Weighed:
        """Weigh every row that speaks to a role, and silence."""
        told = self.learned.likelihoods(signs)
        likelihoods = np.concatenate((told, np.array([UNHEARD_OF], dtype=np.float32)))
        facts = np.log(self._allowed @ np.exp(likelihoods) + NEVER) * self._weights
        by_facts = np.bincount(self._row_of_condition, weights=facts, minlength=self._silence + 1)
        fits = likelihoods[self._columns_of_row].sum(axis=1) + FACTS_WEIGHT * by_facts
        fits[~self._for_role[role]] = -np.inf
        chances = np.exp((fits - fits.max()) * PATIENCE)
        chances = (chances / chances.sum()).astype(np.float32)
        return Weighed(
            tuple(int(place) for place in np.argsort(-fits, kind="stable")),
            chances,
            {verdict: float(chances[rows].sum()) for verdict, rows in self._by_verdict.items()},
            likelihoods,
        )

    @property
    def known(self) -> Mapping[str, int]:
        """The words and phrases (by their stems) that occurred in the example questions."""
        return self.learned.vocabulary.places

    def share_known(self, stems: Sequence[str]) -> float:
        """Return which part of some words occurred in the example questions (0..1)."""
        return sum(stem in self.known for stem in stems) / len(stems)

    def need(self, signs: Families) -> tuple[float, float]:
        """Return how likely it is that a text tells of need, and of danger."""
        head = self.learned.head("need")
        chances = dict(zip(head.classes, self.learned.chances(signs, head), strict=True))
        return 1.0 - float(chances[Need.NONE]), float(chances[Need.DANGER])

    def likeliest(self, signs: Families, fact: str) -> str:
        """Return the likely value of one fact, whatever the rest; `unknown` where none is."""
        head = next((head for head in self._fact_heads if head.name == fact), None)
        if head is None:
            return UNKNOWN
        chances = self.learned.chances(signs, head)
        best = int(chances.argmax())
        return head.classes[best] if chances[best] >= SURELY else UNKNOWN

    def facts(self, weighed: Weighed, place: int) -> Facts:
        """Return the likeliest facts under one row."""
        if place == self._silence:
            return Facts.of({"act": OUTSIDE})
        when = self.table.rules[place].when
        chosen: dict[str, str] = {}
        for head in self._fact_heads:
            chances = weighed.likelihoods[head.span]
            allowed = when.get(head.name)
            fitting = [i for i, value in enumerate(head.classes) if not allowed or value in allowed]
            best = max(fitting, key=lambda i: float(chances[i]), default=None)
            if best is not None and (allowed or np.exp(chances[best]) >= SURELY):
                chosen[head.name] = head.classes[best]
        for fact, allowed in when.items():
            if chosen.get(fact, UNKNOWN) not in allowed:
                chosen[fact] = min(allowed)
        return Facts.of(chosen)

    def heard(self, weighed: Weighed, facts: Facts) -> bool:
        """Say whether no fact that accuses somebody was taken only because its row needs it."""
        return all(
            self._chance(weighed, fact, value) >= HEARD
            for fact, value in facts.known
            if value in ACCUSING.get(fact, ())
        )

    def _chance(self, weighed: Weighed, fact: str, value: str) -> float:
        return float(np.exp(weighed.likelihoods[self._column(fact, value)]))

    @property
    def _silence(self) -> int:
        return len(self.table.rules)

    @cached_property
    def _fact_heads(self) -> tuple[Head, ...]:
        return tuple(head for head in self.learned.heads if head.name in FACT_VALUES)

    @cached_property
    def _for_role(self) -> Mapping[AskerRole, NDArray[np.bool_]]:
        return {
            role: np.array([*(role in rule.roles for rule in self.table.rules), True], dtype=bool)
            for role in AskerRole
        }

    @cached_property
    def _by_verdict(self) -> Mapping[Verdict, list[int]]:
        verdicts = [*(rule.verdict for rule in self.table.rules), Verdict.BUITEN]
        return {v: [place for place, told in enumerate(verdicts) if told is v] for v in Verdict}

    @cached_property
    def _columns_of_row(self) -> NDArray[np.intp]:
        """The columns of the verdict, the clause and both as one, by row."""
        told = [(rule.verdict.value, rule.clauses[0]) for rule in self.table.rules]
        return np.array(
            [
                [
                    self._column("verdict", verdict),
                    self._column("clause", clause),
                    self._column("answer", f"{verdict} {clause}"),
                ]
                for verdict, clause in (*told, (Verdict.BUITEN.value, "-"))
            ],
            dtype=np.intp,
        )

    def _column(self, name: str, value: str) -> int:
        """Return the column of a class; the one after all others where no example shows it."""
        head = self.learned.head(name)
        nowhere = len(self.learned.bias)
        return head.start + head.classes.index(value) if value in head.classes else nowhere

    @cached_property
    def _conditions(self) -> tuple[tuple[int, str, frozenset[str]], ...]:
        rows = (
            (place, fact, values)
            for place, rule in enumerate(self.table.rules)
            for fact, values in rule.when.items()
        )
        return (*rows, (self._silence, "act", frozenset({OUTSIDE, UNKNOWN})))

    @cached_property
    def _weights(self) -> Floats:
        return np.array([*[1.0] * (len(self._conditions) - 1), SILENCE_FACTS], dtype=np.float32)

    @cached_property
    def _row_of_condition(self) -> NDArray[np.intp]:
        return np.array([row for row, _, _ in self._conditions], dtype=np.intp)

    @cached_property
    def _allowed(self) -> Floats:
        """For each condition of each row, 1 in the columns of the values it allows."""
        heads = {head.name: head for head in self._fact_heads}
        allowed = np.zeros((len(self._conditions), len(self.learned.bias) + 1), dtype=np.float32)
        for place, (_, fact, values) in enumerate(self._conditions):
            if (head := heads.get(fact)) is None:
                continue
            for column, value in enumerate(head.classes):
                allowed[place, head.start + column] = value in values
        return allowed
