"""What the protocol says about facts: a verdict with the clause it rests on.

The protocol's rules are a decision table: each rule names the facts it needs and the
verdict that follows from them. Nothing here reads language, files or a clock; a question
becomes facts in `bot.answers`.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from bot.domain.facts import FACT_VALUES, OUTSIDE, UNKNOWN, Facts


class Verdict(StrEnum):
    """What an answer begins with."""

    MAG = "mag"
    MAG_MITS = "mag_mits"
    MAG_NIET = "mag_niet"
    AFGERADEN = "afgeraden"
    OVERLEG = "overleg"
    INFO = "info"
    BUITEN = "buiten"

    @property
    def permits(self) -> bool:
        """Whether somebody may go ahead on this verdict, perhaps on a condition."""
        return self in {Verdict.MAG, Verdict.MAG_MITS}


STRICTNESS = MappingProxyType(
    {
        Verdict.MAG_NIET: 6,
        Verdict.OVERLEG: 5,
        Verdict.AFGERADEN: 4,
        Verdict.MAG_MITS: 3,
        Verdict.MAG: 2,
        Verdict.INFO: 1,
        Verdict.BUITEN: 0,
    }
)


class AskerRole(StrEnum):
    """Who asks. Chapter 9 speaks to each group apart; a stranger hears the common rules."""

    LEERLING = "leerling"
    OUDER = "ouder"
    MEDEWERKER = "medewerker"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Sentences:
    """One clause in one language: the rule in our words, and what to do instead."""

    rule: str
    instead: str = ""


@dataclass(frozen=True)
class Clause:
    """A clause of the protocol, in our own words.

    `number` is the number an answer cites ("9.A.4"); `words` holds the sentences by language.
    """

    number: str
    audience: frozenset[str]
    words: Mapping[str, Sentences]


@dataclass(frozen=True)
class Rule:
    """One row of the decision table.

    `when` maps a fact to the values on which the row applies (`unknown` must be named to
    count). `clauses` begins with the clause that decides. A row is `switched_off` where the
    school's own document does not have that clause.
    """

    name: str
    roles: frozenset[AskerRole]
    when: Mapping[str, frozenset[str]]
    verdict: Verdict
    clauses: tuple[str, ...]
    switched_off: bool = False

    def applies(self, known: Mapping[str, str], role: AskerRole) -> bool:
        """Say whether every condition of this row holds for the known facts."""
        return role in self.roles and all(
            known.get(fact, UNKNOWN) in values for fact, values in self.when.items()
        )


@dataclass(frozen=True)
class Table:
    """All rows of the protocol; the order settles which of equally strict rows decides."""

    rules: tuple[Rule, ...]

    def applying(self, facts: Facts, role: AskerRole) -> Iterator[Rule]:
        """Yield the rows that hold for these facts, in the table's order."""
        known = facts.as_dict()
        rows = self._by_act.get(known.get("act", UNKNOWN), ())
        return (rule for rule in rows if rule.applies(known, role))

    @cached_property
    def _by_act(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rows that can hold for an act: asking back decides dozens of times in a breath."""
        anywhere = (UNKNOWN, *FACT_VALUES["act"])
        return {
            act: tuple(rule for rule in self.rules if act in rule.when.get("act", anywhere))
            for act in anywhere
        }

    def facts_used(self) -> dict[str, tuple[str, ...]]:
        """Return each fact that a row turns on, with the values that rows name."""
        used: dict[str, set[str]] = {}
        for rule in self.rules:
            for fact, values in rule.when.items():
                used.setdefault(fact, set()).update(values)
        return {fact: tuple(sorted(values)) for fact, values in sorted(used.items())}


class NoQuestion(StrEnum):
    """Why a message is not answered as a question: what is said instead is in the content."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    LONG = "long"
    UNMOVED = "unmoved"


@dataclass(frozen=True)
class Answer:
    """A verdict and what it rests on.

    `clauses` are clause numbers, the deciding one first, and empty only for BUITEN.
    `confident` is false when the bot should rather ask back or send the person on.
    `distress` asks the reader to show the help lines above everything else. `open_fact` is the
    fact that would flip the verdict; `readings` are the two likeliest meanings of a question
    whose matter is not sure; `no_question` tells why something else is said than the verdict.
    """

    verdict: Verdict
    clauses: tuple[str, ...]
    confident: bool
    rule: str
    facts: Facts
    role: AskerRole
    distress: bool = False
    open_fact: str | None = None
    readings: tuple[Facts, ...] = ()
    no_question: NoQuestion | None = None

    @property
    def withheld(self) -> bool:
        """Whether somebody in need hears help alone.

        A no would sound like blame, and the news that the protocol is silent is of no use.
        """
        no_use = self.verdict in {Verdict.MAG_NIET, Verdict.BUITEN}
        return self.distress and no_use and not self.readings


def decide(facts: Facts, role: AskerRole, table: Table) -> Answer:
    """Return what the protocol says about these facts.

    The strictest row that applies wins, and its clause is cited first, followed by the
    clauses of the other rows with the same verdict. Where no row applies the protocol is
    silent: BUITEN, without a clause, never a permission. It is silent too where something is
    allowed only because a stricter row is switched off.
    """
    applying = tuple(table.applying(facts, role))
    rows = tuple(rule for rule in applying if not rule.switched_off)
    if not rows or _allowed_by_what_is_missing(rows, applying):
        return Answer(Verdict.BUITEN, (), confident=True, rule="silent", facts=facts, role=role)
    deciding = max(rows, key=lambda rule: STRICTNESS[rule.verdict])
    agreeing = (rule for rule in rows if rule.verdict is deciding.verdict)
    cited = itertools.chain(deciding.clauses, *(rule.clauses for rule in agreeing))
    return Answer(
        deciding.verdict,
        tuple(dict.fromkeys(cited)),
        confident=True,
        rule=deciding.name,
        facts=facts,
        role=role,
    )


def _allowed_by_what_is_missing(rows: tuple[Rule, ...], applying: tuple[Rule, ...]) -> bool:
    verdict = max((rule.verdict for rule in rows), key=STRICTNESS.__getitem__)
    strictest = max(STRICTNESS[rule.verdict] for rule in applying)
    return verdict.permits and strictest > STRICTNESS[verdict]


LEFT_OPEN = frozenset({UNKNOWN, "open"})
"""Values of a fact that nobody has stated yet."""


def turning_fact(
    facts: Facts, role: AskerRole, table: Table, askable: Mapping[str, tuple[str, ...]]
) -> str | None:
    """Return the fact that would flip the verdict, or None when nothing that is open would.

    `askable` holds the facts somebody can be asked for, with the values that can be answered,
    the most telling fact first. Where the protocol is silent only because a fact is open, that
    fact is asked for too.
    """
    told = decide(facts, role, table).verdict
    nothing_done = facts.value("act") in {UNKNOWN, OUTSIDE}
    if told is Verdict.INFO or (told is Verdict.BUITEN and nothing_done):
        return None
    for fact, values in askable.items():
        if facts.value(fact) not in LEFT_OPEN:
            continue
        answers = {decide(facts.with_fact(fact, value), role, table).verdict for value in values}
        if told is Verdict.BUITEN:
            answers.add(told)
        else:
            answers.discard(Verdict.BUITEN)
        if len(answers) > 1:
            return fact
    return None
