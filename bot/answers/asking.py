"""A question to an answer: facts are read, the table decides, and doubt is admitted.

Where one open fact would flip the verdict the bot asks for it; where it is not sure what
somebody means it offers the two likeliest readings; where nothing fits it says so (P4).
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.lexicon import STOP
from bot.answers.protocol import Protocol, Rules
from bot.answers.reading import LONG_STORY, Reading, read
from bot.answers.signs import Families, signs_of
from bot.answers.understanding import Weighed
from bot.domain.facts import OUTSIDE, UNKNOWN, Facts
from bot.domain.protocol import (
    LEFT_OPEN,
    Answer,
    AskerRole,
    NoQuestion,
    Verdict,
    decide,
    turning_fact,
)

SURE_OF_VERDICT = {Verdict.MAG: 0.97, Verdict.MAG_MITS: 0.93}
SURE = 0.8
"""Likelihood of a verdict above which it is stated; a wrong permission does the most harm."""

OFTEN_MEANT = 0.15
"""A second reading is offered when it is at least so likely."""

PART = 20
"""Words of a long story that are weighed at once for need; parts overlap by half."""

MOST_READINGS = 2

LONGEST_CERTAIN = 80
LONGEST_QUESTION = 150
"""Words; a longer story may hold a fact that was missed, and far more is no question."""

LONGEST_ADDITION = 12
"""Words; a longer question stands on its own."""

READABLE = 0.3
TELLING_WORDS = 3
"""The share of words that must be known, another language has fewer; so few words tell little."""

ORDER_TO_THE_BOT = "prompt_like"
UNREAD = frozenset({NoQuestion.EMPTY, NoQuestion.UNREADABLE})

IN_NEED = 0.07
IN_DANGER = 0.15
"""Likelihoods that are enough: a missed cry for help is worse than a false alarm."""


def answer(
    protocol: Protocol, question: str, role: AskerRole, before: Facts | None = None
) -> Answer:
    """Say what the protocol says about a question, in Dutch or English.

    A question that only adds to the one `before` ("en in de pauze?") keeps the facts of that one.

    Words that cannot be read are answered by BUITEN; `no_question` then tells why.
    """
    rules = protocol.rules
    reading = read(question, role, rules.lexicon, rules.meanings)
    none = _no_question(protocol, reading)
    if none in UNREAD:
        nothing = Answer(Verdict.BUITEN, (), False, none, Facts(), role)  # noqa: FBT003 - unsure
        return replace(nothing, no_question=none)
    added = _added_to(before, question, reading, protocol, role) if before else None
    if added is not None:
        told = answer_again(rules, added, role)
        # So few words sound like need too soon; words of danger are heard all the same.
        return replace(told, distress=_told(protocol, reading)[1])
    weighed = protocol.rows.weigh(_signs(protocol, reading, role), role)
    facts = next(facts for facts, _ in _meanings(protocol, weighed))
    found = decide(facts, role, rules.table)
    known = any(stem in protocol.rows.known for stem in rules.lexicon.stems(list(reading.words)))
    sure = none is None and known and _certain(weighed, reading, found, rules)
    return replace(
        found,
        confident=sure,
        distress=_told(protocol, reading)[0],
        open_fact=_open_fact(facts, role, rules),
        readings=() if sure else _readings(protocol, weighed, role),
        no_question=none,
    )


def _added_to(
    before: Facts, question: str, reading: Reading, protocol: Protocol, role: AskerRole
) -> Facts | None:
    """Return the facts of the question before with what this one adds; None if it stands alone."""
    rules, words = protocol.rules, question.casefold().split()
    begins = any(words[: len(start)] == list(start) for start in rules.fact_words.leaning)
    another = reading.facts.value("act") not in {UNKNOWN, before.value("act")}
    if not begins or another or len(words) > LONGEST_ADDITION:
        return None
    facts, signs = before, _signs(protocol, reading, role)
    for fact in rules.fact_words.questions:
        value = reading.facts.value(fact)
        if value == UNKNOWN:
            value = protocol.rows.likeliest(signs, fact)
        if value not in LEFT_OPEN:
            facts = facts.with_fact(fact, value)
    return None if facts == before else facts


def _no_question(protocol: Protocol, reading: Reading) -> NoQuestion | None:
    """Say why a message is none: nothing readable, too much at once, or an order to the bot."""
    words = [word for word in reading.words if word != STOP]
    if not words:
        return NoQuestion.EMPTY
    stems = protocol.rules.lexicon.stems(words)
    if len(words) >= TELLING_WORDS and protocol.rows.share_known(stems) < READABLE:
        return NoQuestion.UNREADABLE
    if len(words) > LONGEST_QUESTION:
        return NoQuestion.LONG
    if ORDER_TO_THE_BOT in reading.everything:
        return NoQuestion.UNMOVED
    return None


def answer_again(rules: Rules, facts: Facts, role: AskerRole) -> Answer:
    """Decide on facts that somebody corrected or completed: nothing is guessed any more."""
    found = decide(facts, role, rules.table)
    return replace(found, confident=True, open_fact=_open_fact(facts, role, rules))


def _open_fact(facts: Facts, role: AskerRole, rules: Rules) -> str | None:
    return turning_fact(facts, role, rules.table, rules.fact_words.askable(facts.value("act")))


def distress(protocol: Protocol, question: str) -> bool:
    """Say whether a message tells of need, so that help comes above any rule."""
    return _needs(protocol, question)[0]


def danger(protocol: Protocol, message: str) -> bool:
    """Say whether a message tells of need that cannot wait for the next question."""
    return _needs(protocol, message)[1]


def _needs(protocol: Protocol, message: str) -> tuple[bool, bool]:
    """Say whether a message tells of need, and of danger."""
    rules = protocol.rules
    reading = read(message, AskerRole.ONBEKEND, rules.lexicon, rules.meanings)
    return _told(protocol, reading) if reading.says_something else (False, False)


def _told(protocol: Protocol, reading: Reading) -> tuple[bool, bool]:
    """Say the same of a message that was read already.

    What was learned or what a teacher wrote down is enough. A cry may stand anywhere in a long
    story, so each part of one is weighed on its own as well.
    """
    if any(alarm.holds(set(reading.everything)) for alarm in protocol.rules.distress):
        return True, True
    told = [protocol.rows.need(_signs(protocol, part)) for part in _parts(protocol.rules, reading)]
    needs, dangers = zip(*told, strict=True)
    return max(needs) >= IN_NEED, max(dangers) >= IN_DANGER


def _signs(protocol: Protocol, reading: Reading, role: AskerRole = AskerRole.ONBEKEND) -> Families:
    return signs_of(reading, role, protocol.rules.lexicon, protocol.rules.table)


def _parts(rules: Rules, reading: Reading) -> Iterator[Reading]:
    yield reading
    words = [word for word in reading.words if word != STOP]
    if len(words) <= LONG_STORY:
        return
    for start in range(0, len(words), PART // 2):
        some = words[start : start + PART]
        yield Reading(Facts(), frozenset(), rules.lexicon.find(some), tuple(some))


def _certain(weighed: Weighed, reading: Reading, found: Answer, rules: Rules) -> bool:
    """Say whether the verdict is likely enough to be stated."""
    if len(reading.words) > LONGEST_CERTAIN:
        return False
    if any(doubt.holds(set(reading.everything)) for doubt in rules.doubtful):
        return False
    return weighed.verdicts[found.verdict] >= SURE_OF_VERDICT.get(found.verdict, SURE)


def _meanings(protocol: Protocol, weighed: Weighed) -> Iterator[tuple[Facts, float]]:
    """Yield what a question may mean and how likely that is, the likeliest first.

    Silence is always among them, so there is one at least.
    """
    for place in weighed.order:
        facts = protocol.rows.facts(weighed, place)
        if protocol.rows.heard(weighed, facts):
            yield facts, float(weighed.chances[place])


def _readings(protocol: Protocol, weighed: Weighed, role: AskerRole) -> tuple[Facts, ...]:
    """Return the two likeliest readings that are about different matters and end differently.

    One is enough where the likeliest is that the protocol is silent.
    """
    found: dict[tuple[str, ...], Facts] = {}
    least = OFTEN_MEANT * weighed.chances[weighed.order[0]]
    for facts, chance in _meanings(protocol, weighed):
        if chance < least or len(found) == MOST_READINGS:
            break
        told = decide(facts, role, protocol.rules.table)
        found.setdefault((told.verdict, *told.clauses[:1]), facts)
    matters = {(facts.value("act"), facts.value("topic")) for facts in found.values()}
    if len(matters) == 1:
        return ()
    return tuple(facts for facts in found.values() if facts.value("act") != OUTSIDE)
