"""`python -m tests.bench.learning_curve`: what more example questions are worth.

Learns from ever larger parts of the example questions, drawn by chance, and judges each time by
the questions held back. It takes some minutes.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from bot.answers.learning import learn
from bot.answers.lessons import read_lessons
from bot.answers.protocol import Protocol
from bot.answers.protocol_folder import read_rules
from bot.answers.understanding import RowsByLikelihood
from tests.answers.judging import HELD_BACK, judge, questions_in, share

CONTENT = Path(__file__).resolve().parents[2] / "content" / "protocol"
PARTS = (0.05, 0.1, 0.25, 0.5, 1.0)


def curve() -> Iterator[tuple[int, float]]:
    """Yield the number of examples learned from, and the share of right answers in percent."""
    rules = read_rules(CONTENT)
    examples = list(read_lessons(CONTENT, rules.table))
    random.Random(0).shuffle(examples)
    for part in PARTS:
        some = examples[: int(len(examples) * part)]
        learned = learn(some, rules.lexicon, rules.meanings, rules.table)
        protocol = Protocol(rules, RowsByLikelihood(rules.table, learned))
        yield len(some), share(one.joint for one in judge(questions_in(HELD_BACK), protocol))


if __name__ == "__main__":
    for examples, right in curve():
        print(f"{examples:>6} example questions: {right:.1f} % right", flush=True)
