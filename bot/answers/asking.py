"""A question to an answer: facts are read, the table decides, and doubt is admitted.

Two readings must agree before a verdict is stated with confidence: the concepts of the
question and the example phrasings that are most like it (P4: no invented rule).
"""

from dataclasses import replace

from bot.answers.nearest import Likeness
from bot.answers.protocol import Protocol
from bot.answers.reading import Reading, read, understand
from bot.domain.facts import UNKNOWN, Facts
from bot.domain.protocol import Answer, AskerRole, Verdict, decide

LIKE_ENOUGH_TO_READ = 0.2
"""Below this likeness an example says nothing about the act."""

LIKE_ENOUGH_TO_STATE = {Verdict.MAG: 0.4, Verdict.MAG_MITS: 0.4, Verdict.BUITEN: 0.5}
"""A permission that is wrong does harm, and silence is hard to prove: both need more likeness."""

LIKE_ENOUGH = 0.25
LONGEST_CERTAIN = 60
"""Words; a longer story may hold a fact that was missed."""


def answer(protocol: Protocol, question: str, role: AskerRole) -> Answer:
    """Say what the protocol says about a question, in Dutch or English.

    An empty question, or one without letters, is answered by BUITEN with the rule "empty".
    """
    reading = read(question, role, protocol.lexicon, protocol.meanings)
    if not reading.says_something:
        return Answer(Verdict.BUITEN, (), confident=False, rule="empty", facts=Facts(), role=role)
    likest = protocol.examples.likest(protocol.lexicon.stems(list(reading.words)), reading.concepts)
    facts = _facts(protocol, reading, likest, role)
    found = decide(facts, role, protocol.table)
    return replace(
        found,
        confident=found.confident and _certain(protocol, reading, likest, found),
        distress=is_distress(protocol, reading),
    )


def distress(protocol: Protocol, question: str) -> bool:
    """Say whether a question tells of danger, so that help comes above any rule."""
    return is_distress(
        protocol, read(question, AskerRole.ONBEKEND, protocol.lexicon, protocol.meanings)
    )


def is_distress(protocol: Protocol, reading: Reading) -> bool:
    """Say the same of a question that was read already."""
    return any(condition.holds(set(reading.everything)) for condition in protocol.distress)


def _facts(protocol: Protocol, reading: Reading, likest: Likeness | None, role: AskerRole) -> Facts:
    """Return the facts read; where the act stays unknown, those of the likest examples."""
    if (
        reading.facts.value("act") != UNKNOWN
        or likest is None
        or likest.likeness < LIKE_ENOUGH_TO_READ
        or protocol.matters.isdisjoint(reading.concepts)
    ):
        return reading.facts
    return understand(reading.concepts, role, protocol.meanings, likest.facts)


def _certain(protocol: Protocol, reading: Reading, likest: Likeness | None, found: Answer) -> bool:
    """Say whether both readings agree enough to state the verdict."""
    if likest is None or len(reading.words) > LONGEST_CERTAIN:
        return False
    doubts = protocol.doubtful + (protocol.cautious if found.verdict.permits else ())
    agreed = {fact: likest.facts.get(fact, UNKNOWN) for fact in ("act", "topic")}
    return (
        reading.facts.value("act") != UNKNOWN
        and agreed == {fact: reading.facts.value(fact) for fact in agreed}
        and likest.likeness >= LIKE_ENOUGH_TO_STATE.get(found.verdict, LIKE_ENOUGH)
        and not any(doubt.holds(set(reading.everything)) for doubt in doubts)
    )
