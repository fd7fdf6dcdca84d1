"""Answers "mag dit?" for the handlers: question in, finished text out."""

from dataclasses import dataclass, replace

from bot.answers.asking import answer, answer_again, danger
from bot.answers.official import OfficialText
from bot.answers.packing import fact_of, pack, unpack
from bot.answers.presenting import AnswerText, present, present_correctable, present_values
from bot.answers.protocol import Protocol
from bot.domain.document import OwnDocument
from bot.domain.protocol import Answer, AskerRole
from bot.ports import Advice, AdviceOption, ClauseText

MOST_IN_OUR_WORDS = 3
"""Rules of ours that are told where one passage of the school carries many."""


@dataclass(frozen=True, slots=True)
class ProtocolAdviser:
    """The protocol in our words, and the school's official text where it is known."""

    protocol: Protocol
    official: OfficialText | OwnDocument | None = None

    def advise(self, question: str, role: AskerRole, language: str, before: str = "") -> Advice:
        """Answer a question; says so where the protocol is silent (P4).

        `before` are the packed facts of the answer before, on which the question may lean.
        """
        unpacked = unpack(before)
        facts = unpacked[0] if unpacked else None
        return self._advice(answer(self.protocol, question, role, facts), language)

    def advise_again(self, packed: str, language: str) -> Advice | None:
        """Answer on facts that were completed or corrected by a tap."""
        unpacked = unpack(packed)
        if unpacked is None:
            return None
        facts, role = unpacked
        return self._advice(answer_again(self.protocol.rules, facts, role), language)

    def correctable(self, packed: str, language: str) -> Advice | None:
        """List the facts that were understood, each to be corrected."""
        unpacked = unpack(packed)
        if unpacked is None:
            return None
        facts, role = unpacked
        shown = present_correctable(facts, role, self.protocol.rules, language)
        return _advice_of(shown, packed)

    def values(self, signed: str, language: str) -> Advice | None:
        """List the values that one fact can have; `signed` is its sign before the packed facts."""
        fact, unpacked = fact_of(signed[:1]), unpack(signed[1:])
        if unpacked is None or fact is None:
            return None
        facts, role = unpacked
        shown = present_values(fact, facts, role, self.protocol.rules, language)
        return _advice_of(shown, signed[1:])

    def tells_of_danger(self, words: str) -> bool:
        """Say whether words that are no question tell of danger or despair."""
        return danger(self.protocol, words)

    def clause(self, number: str, language: str) -> ClauseText | None:
        """Give a clause in our words, and in the school's where they are known.

        `number` is one that was cited, or ours: buttons of an older answer still work.
        """
        rules = self.protocol.rules
        clauses = rules.behind(number)
        theirs = rules.cited(clauses)[0] if clauses else number
        official = self.official.clause(theirs) if self.official else None
        if not clauses and official is None:
            return None
        words = [rules.clauses[clause].words[language] for clause in clauses]
        ours = "\n".join(f"{w.rule} {w.instead}".strip() for w in words[:MOST_IN_OUR_WORDS])
        return ClauseText(ours, official or "")

    def _advice(self, found: Answer, language: str) -> Advice:
        shown = present(found, self.protocol.rules, language)
        packed = pack(found.facts, found.role) if shown.understood else ""
        advice = _advice_of(shown, packed)
        return replace(advice, distress=found.distress, withheld=found.withheld)


def _advice_of(shown: AnswerText, packed: str) -> Advice:
    options = tuple(AdviceOption(option.label, option.packed) for option in shown.options)
    return Advice(str(shown), shown.clauses, options=options, facts=packed)
