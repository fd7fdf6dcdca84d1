"""The school's agreements, ready to answer: clauses, decision table and the words to read by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.answers.lexicon import Lexicon
from bot.answers.nearest import Examples
from bot.answers.reading import Condition, Meaning
from bot.domain.protocol import Clause, Table

LANGUAGES = ("nl", "nl-x-eenvoudig", "en")


@dataclass(frozen=True)
class AnswerWords:
    """The words around an answer, by language.

    `marks` and `verdicts` are by verdict; `silent` and `unsure` by role, where `silent` also
    holds the `sentence` that the protocol says nothing; `empty` invites to type a question.
    """

    marks: Mapping[str, str]
    verdicts: Mapping[str, Mapping[str, str]]
    silent: Mapping[str, Mapping[str, str]]
    unsure: Mapping[str, Mapping[str, str]]
    empty: Mapping[str, str]


@dataclass(frozen=True)
class Protocol:
    """Everything in `content/protocol`; it holds no state and may be shared."""

    clauses: Mapping[str, Clause]
    table: Table
    words: AnswerWords
    lexicon: Lexicon = field(repr=False)
    meanings: tuple[Meaning, ...] = field(repr=False)
    examples: Examples = field(repr=False)
    distress: tuple[Condition, ...] = field(repr=False)
    doubtful: tuple[Condition, ...] = field(repr=False)
    cautious: tuple[Condition, ...] = field(repr=False)
    matters: frozenset[str] = field(repr=False)
