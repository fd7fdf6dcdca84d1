"""Answers "mag dit?" for the handlers: question in, finished text out."""

from dataclasses import dataclass

from bot.answers.asking import answer
from bot.answers.official import OfficialText
from bot.answers.presenting import present
from bot.answers.protocol import Protocol
from bot.domain.protocol import AskerRole
from bot.ports import Advice, ClauseText


@dataclass(frozen=True, slots=True)
class ProtocolAdviser:
    """The protocol in our words, and the school's official text where it is known."""

    protocol: Protocol
    official: OfficialText | None = None

    def advise(self, question: str, role: AskerRole, language: str) -> Advice:
        """Answer a question; says so where the protocol is silent (P4)."""
        found = answer(self.protocol, question, role)
        shown = present(found, self.protocol, language)
        return Advice(str(shown), shown.clauses, found.distress)

    def clause(self, number: str, language: str) -> ClauseText | None:
        """Give the official wording of a clause where it is known, else ours."""
        words = self.official.clause(number) if self.official else None
        if words is not None:
            return ClauseText(words, official=True)
        ours = self.protocol.clauses.get(number)
        return ClauseText(ours.words[language].rule, official=False) if ours else None
