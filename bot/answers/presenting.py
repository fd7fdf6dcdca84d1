"""An answer as people read it: the verdict first, why, what to do instead, what was understood."""

import re
from dataclasses import dataclass, replace

from bot.answers.packing import pack, sign_of
from bot.answers.protocol import Rules
from bot.domain.facts import OUTSIDE, UNKNOWN, Facts
from bot.domain.protocol import LEFT_OPEN, Answer, AskerRole, Verdict

LONGEST_ANSWER = 600
MOST_CITED = 3
BETWEEN = " · "

EASY = "nl-x-eenvoudig"
WITHOUT_INSTEAD = frozenset({Verdict.MAG})
"""A plain yes needs no other way."""

_END_OF_SENTENCE = re.compile(r"(?<=[.?!]) ")


@dataclass(frozen=True)
class Option:
    """Something that can be tapped: its label, and the facts (packed) that follow from it."""

    label: str
    packed: str


@dataclass(frozen=True)
class AnswerText:
    """The parts of an answer in one language.

    `mark` is a sign that tells the verdict without colour, `verdict_word` the first words,
    `sentences` why, `instead` what to do, `understood` the facts in words, `question` what
    the bot asks back with `options` to tap, and `clauses` the numbers a button can show.
    """

    verdict_word: str
    mark: str = ""
    sentences: tuple[str, ...] = ()
    instead: str = ""
    clauses: tuple[str, ...] = ()
    understood: str = ""
    question: str = ""
    options: tuple[Option, ...] = ()

    def __str__(self) -> str:
        """Return the whole answer, at most LONGEST_ANSWER characters."""
        cited = f" ({', '.join(self.clauses)})" if self.clauses else ""
        first = f"{self.mark} {self.verdict_word}{cited}." if self.mark else self.verdict_word
        lines = [first, *self.sentences, self.instead, self.understood, self.question]
        return "\n".join(line for line in lines if line)


def default_language(role: AskerRole) -> str:
    """Return the language of an asker who chose none: easy Dutch for pupils."""
    return EASY if role is AskerRole.LEERLING else "nl"


def present(answer: Answer, rules: Rules, language: str) -> AnswerText:
    """Put an answer into words of "nl", "nl-x-eenvoudig" or "en"."""
    if answer.no_question:
        return AnswerText(rules.words.nothing[answer.no_question][language])
    if answer.readings:
        return _which(answer, rules, language)
    asked = rules.fact_words.questions.get(answer.open_fact or "")
    if stated(answer) is not Verdict.BUITEN:
        text = _stated(answer, rules, language)
    elif asked is None:
        return _silent(answer, rules, language)
    else:
        depends = rules.words.understood[language]["depends"]
        text = AnswerText(depends, understood=_understood(answer, rules, language))
    if asked is None:
        return text
    options = tuple(
        Option(label[language], pack(answer.facts.with_fact(asked.fact, value), answer.role))
        for value, label in zip(asked.values, asked.buttons, strict=True)
    )
    return _shortened(replace(text, question=asked.question[language], options=options))


def _stated(answer: Answer, rules: Rules, language: str) -> AnswerText:
    verdict = stated(answer)
    words = rules.words
    clause = rules.clauses[answer.clauses[0]].words[language]
    instead = "" if verdict in WITHOUT_INSTEAD else clause.instead
    doubt = "" if answer.confident else words.unsure[language][answer.role.value]
    return _shortened(
        AnswerText(
            words.verdicts[language][verdict],
            words.marks[verdict],
            (clause.rule,),
            f"{instead} {doubt}".strip(),
            rules.cited(answer.clauses)[:MOST_CITED],
            _understood(answer, rules, language),
        )
    )


def _understood(answer: Answer, rules: Rules, language: str) -> str:
    named = rules.fact_words.name_all(answer.facts, answer.role, language, answer.open_fact)
    return f"{rules.words.understood[language]['intro']} {BETWEEN.join(named)}"


def _silent(answer: Answer, rules: Rules, language: str) -> AnswerText:
    words = rules.words
    silent = words.silent[language]
    sentence = silent["sentence" if answer.confident else "unsure"]
    return AnswerText(
        words.verdicts[language][Verdict.BUITEN],
        words.marks[Verdict.BUITEN],
        (sentence,),
        silent[answer.role.value],
    )


def _which(answer: Answer, rules: Rules, language: str) -> AnswerText:
    """Offer the readings, numbered, since what tells them apart is too long for a button."""
    words = rules.words.understood[language]
    neither = pack(Facts.of({"act": OUTSIDE}), answer.role)
    if len(answer.readings) == 1:
        (facts,) = answer.readings
        yes = Option(words["yes"], pack(facts, answer.role))
        told = BETWEEN.join(_telling(facts, answer.role, rules, language))
        return AnswerText(
            words["perhaps"], sentences=(told,), options=(yes, Option(words["no"], neither))
        )
    lines, options = [], []
    for number, facts in enumerate(answer.readings, 1):
        told = BETWEEN.join(_telling(facts, answer.role, rules, language))
        lines.append(f"{number}. {told}")
        options.append(Option(str(number), pack(facts, answer.role)))
    options.append(Option(words["neither"], neither))
    return AnswerText(words["which"], sentences=tuple(lines), options=tuple(options))


def _telling(facts: Facts, role: AskerRole, rules: Rules, language: str) -> list[str]:
    """Name every fact but the role: the one that decides must not be hidden."""
    return list(rules.fact_words.name_all(facts, role, language))[1:]


def present_correctable(facts: Facts, role: AskerRole, rules: Rules, language: str) -> AnswerText:
    """Offer every fact that was understood, to be corrected; an unknown asker may say who asks."""
    words = rules.words.understood[language]
    options = [
        Option(
            rules.fact_words.name(fact, value, language, role), sign_of(fact) + pack(facts, role)
        )
        for fact, value in facts.known
    ]
    if role is AskerRole.ONBEKEND:
        who = rules.fact_words.name("role", role.value, language)
        options.insert(0, Option(who, sign_of("role") + pack(facts, role)))
    return AnswerText(words["wrong"], options=tuple(options))


def present_values(
    fact: str, facts: Facts, role: AskerRole, rules: Rules, language: str
) -> AnswerText:
    """Offer the other values of one fact, and that it is not known."""
    words = rules.words.understood[language]
    named = rules.fact_words.values[fact]
    if fact == "role":
        options = [
            Option(name[language], pack(facts, AskerRole(value)))
            for value, name in named.items()
            if value != role.value
        ]
        return AnswerText(words["value"], options=tuple(options))
    now = facts.value(fact)
    options = [
        Option(
            rules.fact_words.name(fact, value, language, role),
            pack(facts.with_fact(fact, value), role),
        )
        for value in named
        if value not in {now, *LEFT_OPEN}
    ]
    options.append(Option(words["unknown"], pack(facts.with_fact(fact, UNKNOWN), role)))
    return AnswerText(words["value"], options=tuple(options))


def _shortened(text: AnswerText) -> AnswerText:
    """Leave out what was understood, from the end, where it would not fit."""
    over = len(str(text)) - LONGEST_ANSWER
    understood = text.understood
    while over > 0 and understood:
        shorter = understood.rpartition(BETWEEN)[0]
        over -= len(understood) - len(shorter)
        understood = shorter
    return replace(text, understood=understood)


def stated(answer: Answer) -> Verdict:
    """Return the verdict to show: a permission in doubt is shown as "ask first" (P4)."""
    if answer.verdict.permits and not answer.confident:
        return Verdict.OVERLEG
    return answer.verdict


def sentences_of(text: str) -> list[str]:
    """Split a text into its sentences."""
    return _END_OF_SENTENCE.split(text)
