"""The school's agreements, ready to answer: clauses, decision table and the words to read by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers.fact_words import FactWords
from bot.answers.lexicon import Lexicon
from bot.answers.reading import Condition, Meaning
from bot.answers.understanding import RowsByLikelihood
from bot.domain.protocol import Clause, NoQuestion, Table


@dataclass(frozen=True)
class AnswerWords:
    """The words around an answer, by language.

    `marks` and `verdicts` are by verdict; `silent` and `unsure` by role, where `silent` also
    holds the `sentence` that the protocol says nothing; `nothing` is said where there is nothing
    to decide on, by `NoQuestion`;
    `understood` are the words around what was understood and what can be corrected.
    """

    marks: Mapping[str, str]
    verdicts: Mapping[str, Mapping[str, str]]
    silent: Mapping[str, Mapping[str, str]]
    unsure: Mapping[str, Mapping[str, str]]
    nothing: Mapping[NoQuestion, Mapping[str, str]]
    understood: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Rules:
    """What a teacher wrote in `content/protocol`.

    `cited_as` holds the number of each clause in the school's own document, where it has one.
    """

    clauses: Mapping[str, Clause]
    table: Table
    words: AnswerWords
    fact_words: FactWords
    lexicon: Lexicon = field(repr=False)
    meanings: tuple[Meaning, ...] = field(repr=False)
    distress: tuple[Condition, ...] = field(repr=False)
    doubtful: tuple[Condition, ...] = field(repr=False)
    cited_as: Mapping[str, str] = field(default_factory=dict, repr=False)

    def cited(self, clauses: Sequence[str]) -> tuple[str, ...]:
        """Return the numbers by which clauses are cited, each once."""
        return tuple(dict.fromkeys(self.cited_as.get(clause, clause) for clause in clauses))

    def behind(self, number: str) -> tuple[str, ...]:
        """Return our clauses behind a number that was cited; none for one that is unknown."""
        ours = tuple(clause for clause, cited in self.cited_as.items() if cited == number)
        if ours or (self.cited_as and number not in self.cited_as):
            return ours
        return (number,) if number in self.clauses else ()


@dataclass(frozen=True)
class Protocol:
    """The rules, and what was learned from their example questions.

    It holds no state and may be shared.
    """

    rules: Rules
    rows: RowsByLikelihood = field(repr=False)
