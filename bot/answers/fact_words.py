"""How the bot names what it understood, and what it asks back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.domain.facts import UNKNOWN, Facts
from bot.domain.protocol import AskerRole

LANGUAGES = ("nl", "nl-x-eenvoudig", "en")

ByLanguage = Mapping[str, str]

TOLD_BY_ANOTHER = {"harm": "harm_kind"}
"""Facts that need no words of their own where the more exact one is known."""


@dataclass(frozen=True)
class AskBack:
    """One question of the bot: the fact it asks for, and a button for each answer.

    `acts` are those for which it makes sense; empty for every act.
    """

    fact: str
    values: tuple[str, ...]
    question: ByLanguage
    buttons: tuple[ByLanguage, ...]
    acts: frozenset[str]


@dataclass(frozen=True)
class FactWords:
    """Words for each value of each fact (and of the role), and the questions to ask back.

    `leaning` are the first words of a question that leans on the one before.
    """

    values: Mapping[str, Mapping[str, ByLanguage]] = field(repr=False)
    questions: Mapping[str, AskBack] = field(repr=False)
    leaning: tuple[tuple[str, ...], ...] = field(repr=False)

    def askable(self, act: str) -> Mapping[str, tuple[str, ...]]:
        """Return the facts that can be asked for, the most telling first, with their answers."""
        return {
            fact: asked.values
            for fact, asked in self.questions.items()
            if not asked.acts or act in asked.acts
        }

    def name(
        self, fact: str, value: str, language: str, role: AskerRole = AskerRole.ONBEKEND
    ) -> str:
        """Name one value for somebody, for example "toestemming onbekend"."""
        if role is AskerRole.OUDER and value in self.values.get(f"{fact}_of_parents", {}):
            return self.values[f"{fact}_of_parents"][value][language]
        return self.values[fact][value][language]

    def name_all(
        self, facts: Facts, role: AskerRole, language: str, open_fact: str | None = None
    ) -> Iterator[str]:
        """Name the role and each known fact, and the fact that is still open."""
        known = facts.as_dict()
        if open_fact and UNKNOWN in self.values[open_fact]:
            known.setdefault(open_fact, UNKNOWN)
        yield self.name("role", role.value, language)
        for fact in self.values:
            if fact in known and TOLD_BY_ANOTHER.get(fact) not in known:
                yield self.name(fact, known[fact], language, role)
