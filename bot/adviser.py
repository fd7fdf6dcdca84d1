"""Answers "mag dit?" for the handlers: question in, finished text out."""

from dataclasses import dataclass

from bot.answers.asking import answer, distress
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

    def tells_of_danger(self, words: str) -> bool:
        """Say whether words that are no question tell of danger or despair, as `Advice` does."""
        return distress(self.protocol, words)

    def clause(self, number: str, language: str) -> ClauseText | None:
        """Give a clause in our words, and in the school's where they are known."""
        clause = self.protocol.clauses.get(number)
        official = self.official.clause(number) if self.official else None
        if clause is None and official is None:
            return None
        words = clause.words[language] if clause else None
        ours = f"{words.rule} {words.instead}".strip() if words else ""
        return ClauseText(ours, official or "")
