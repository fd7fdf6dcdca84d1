"""An answer as people read it: the verdict first, why, what to do instead, and where it stands."""

import re
from dataclasses import dataclass

from bot.answers.protocol import Protocol
from bot.domain.protocol import Answer, AskerRole, Verdict

LONGEST_ANSWER = 600
MOST_CITED = 3

EASY = "nl-x-eenvoudig"
WITHOUT_INSTEAD = frozenset({Verdict.MAG})
"""A plain yes needs no other way."""

_END_OF_SENTENCE = re.compile(r"(?<=[.?!]) ")


@dataclass(frozen=True)
class AnswerText:
    """The parts of an answer in one language.

    `mark` is a sign that tells the verdict without colour, `verdict_word` the first words,
    `sentences` why, `instead` what to do, and `clauses` the numbers a button can show.
    """

    verdict_word: str
    mark: str
    sentences: tuple[str, ...]
    instead: str
    clauses: tuple[str, ...]

    def __str__(self) -> str:
        """Return the whole answer, at most LONGEST_ANSWER characters."""
        if not self.mark:
            return self.verdict_word
        cited = f" ({', '.join(self.clauses)})" if self.clauses else ""
        lines = [f"{self.mark} {self.verdict_word}{cited}.", *self.sentences, self.instead]
        return "\n".join(line for line in lines if line)


def default_language(role: AskerRole) -> str:
    """Return the language of an asker who chose none: easy Dutch for pupils."""
    return EASY if role is AskerRole.LEERLING else "nl"


def present(answer: Answer, protocol: Protocol, language: str) -> AnswerText:
    """Put an answer into words of "nl", "nl-x-eenvoudig" or "en"."""
    words = protocol.words
    role = answer.role.value
    if answer.rule == "empty":
        return AnswerText(words.empty[language], "", (), "", ())
    verdict = stated(answer)
    verdict_word = words.verdicts[language][verdict]
    mark = words.marks[verdict]
    if verdict is Verdict.BUITEN:
        silent = words.silent[language]
        sentence = silent["sentence" if answer.confident else "unsure"]
        return AnswerText(verdict_word, mark, (sentence,), silent[role], ())
    clause = protocol.clauses[answer.clauses[0]].words[language]
    instead = "" if verdict in WITHOUT_INSTEAD else clause.instead
    doubt = "" if answer.confident else words.unsure[language][role]
    cited = answer.clauses[:MOST_CITED]
    return AnswerText(verdict_word, mark, (clause.rule,), f"{instead} {doubt}".strip(), cited)


def stated(answer: Answer) -> Verdict:
    """Return the verdict to show: a permission in doubt is shown as "ask first" (P4)."""
    if answer.verdict.permits and not answer.confident:
        return Verdict.OVERLEG
    return answer.verdict


def sentences_of(text: str) -> list[str]:
    """Split a text into its sentences."""
    return _END_OF_SENTENCE.split(text)
