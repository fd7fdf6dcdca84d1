"""What the protocol says about facts: a verdict with the clause it rests on.

The protocol's rules are a decision table: each rule names the facts it needs and the
verdict that follows from them. Nothing here reads language, files or a clock; a question
becomes facts in `bot.answers`.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Self

UNKNOWN = "unknown"


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


ACTS = (
    "post_image",
    "post_text",
    "film_record",
    "forward",
    "befriend",
    "message",
    "create_account",
    "use_during_school",
    "use_device",
    "share_commercial",
    "press",
    "report_incident",
    "handle_incident",
    "react_discussion",
    "group_admin",
    "handover_account",
    "account_name",
    "misconduct",
    "speak_up",
    "ask_definition",
    "ask_consequence",
    "ask_procedure",
    "outside_scope",
)

FACT_VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "act": ACTS,
        "topic": (
            "platforms",
            "encouragement",
            "reason",
            "monitoring",
            "reach",
            "importance",
            "helping",
            "climate",
            "decency",
            "laws",
            "pseudonym",
            "responsibility",
            "permanence",
            "devices",
            "protection",
            "channels",
            "excluded_from_group",
            "photo_form",
            "account_form",
            "personal_data",
            "work_account",
            "school_account",
            "file",
            "sanctions_pupil",
            "sanctions_staff",
            "police_pupil",
            "police_staff",
            "whom_to_tell",
            "first_step",
            "leak",
            "record",
            "punishable",
            "snowball",
            "inform",
            "spokesperson",
            "evaluate",
            "not_punishable",
            "perhaps_punishable",
            "police",
            "tips",
        ),
        "doer": ("parent", "pupil", "school"),
        "subject": (
            "self",
            "pupil",
            "pupils",
            "colleague",
            "parent",
            "school",
            "third_party_work",
            "own_work",
            "none",
        ),
        "relation": (
            "pupil",
            "former_pupil",
            "parent",
            "teacher",
            "colleague",
            "stranger",
            "press",
            "company",
            "none",
        ),
        "account": ("private", "work", "school", "parent_app"),
        "audience": ("public", "closed_group", "one_to_one"),
        "moment": ("lesson", "break", "outside", "home"),
        "age": ("under16", "16plus"),
        "consent": ("given", "refused", "missing", "open"),
        "personal_data": ("yes", "no"),
        "harm": ("yes", "no"),
        "harm_kind": (
            "nudity",
            "hacking",
            "fake_account",
            "threat",
            "discrimination",
            "rumour",
            "exclusion",
            "insult",
            "deepfake",
            "shame",
        ),
        "urgency": ("only_means", "urgent", "no"),
        "commercial": ("approved", "refused", "open", "no"),
        "journalistic_artistic": ("yes", "no"),
        "confidential": ("yes", "no"),
        "devices": ("allowed", "forbidden"),
        "disclosed": ("yes", "no"),
        "conduct": ("follows", "breaks", "asks", "alone"),
        "victim": ("pupil", "colleague", "school"),
        "heated": ("yes",),
        "mission": ("against",),
        "doubt": ("yes", "solved"),
    }
)
"""Every fact the table may turn on, with its values; each may also be `unknown`."""


class UnknownFactError(ValueError):
    """A fact or a value that the table does not know."""


@dataclass(frozen=True)
class Facts:
    """What is understood of a question; a fact that is not there is unknown."""

    known: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Keep the known values, in the order of FACT_VALUES.

        Raises:
            UnknownFactError: for a name or value outside FACT_VALUES.

        """
        for name, value in values.items():
            if value not in (*FACT_VALUES.get(name, ()), UNKNOWN) or name not in FACT_VALUES:
                message = f'The fact {name} = "{value}" does not exist.'
                raise UnknownFactError(message)
        return cls(
            tuple(
                (name, values[name]) for name in FACT_VALUES if values.get(name, UNKNOWN) != UNKNOWN
            )
        )

    def value(self, name: str) -> str:
        """Return the fact's value, or `unknown`."""
        return next((value for known, value in self.known if known == name), UNKNOWN)

    def as_dict(self) -> dict[str, str]:
        """Return the known facts by name."""
        return dict(self.known)

    def with_fact(self, name: str, value: str) -> "Facts":
        """Return these facts with one set (or, with `unknown`, forgotten)."""
        return Facts.of({**self.as_dict(), name: value})


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
    count). `clauses` begins with the clause that decides.
    """

    name: str
    roles: frozenset[AskerRole]
    when: Mapping[str, frozenset[str]]
    verdict: Verdict
    clauses: tuple[str, ...]
    sure: bool = True

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
        return (rule for rule in self.rules if rule.applies(known, role))

    def facts_used(self) -> dict[str, tuple[str, ...]]:
        """Return each fact that a row turns on, with the values that rows name."""
        used: dict[str, set[str]] = {}
        for rule in self.rules:
            for fact, values in rule.when.items():
                used.setdefault(fact, set()).update(values)
        return {fact: tuple(sorted(values)) for fact, values in sorted(used.items())}


@dataclass(frozen=True)
class Answer:
    """A verdict and what it rests on.

    `clauses` are clause numbers, the deciding one first, and empty only for BUITEN.
    `confident` is false when the bot should rather ask back or send the person on.
    `distress` asks the reader to show the help lines above everything else.
    """

    verdict: Verdict
    clauses: tuple[str, ...]
    confident: bool
    rule: str
    facts: Facts
    role: AskerRole
    distress: bool = False


def decide(facts: Facts, role: AskerRole, table: Table) -> Answer:
    """Return what the protocol says about these facts.

    The strictest row that applies wins, and its clause is cited first, followed by the
    clauses of the other rows with the same verdict. Where no row applies the protocol is
    silent: BUITEN, without a clause, never a permission.
    """
    rows = tuple(table.applying(facts, role))
    if not rows:
        return Answer(Verdict.BUITEN, (), confident=False, rule="silent", facts=facts, role=role)
    deciding = max(rows, key=lambda rule: STRICTNESS[rule.verdict])
    agreeing = (rule for rule in rows if rule.verdict is deciding.verdict)
    cited = itertools.chain(deciding.clauses, *(rule.clauses for rule in agreeing))
    return Answer(
        deciding.verdict,
        tuple(dict.fromkeys(cited)),
        confident=deciding.sure,
        rule=deciding.name,
        facts=facts,
        role=role,
    )
