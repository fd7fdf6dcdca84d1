"""How fast and how good the answers to "mag dit?" are, and what reading the rules costs."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from bot.answers.asking import answer
from bot.answers.learned_folder import load_protocol
from bot.answers.protocol import Protocol
from bot.domain.protocol import AskerRole
from tests.answers.judging import HELD_BACK, judge, questions_in, share

CONTENT = Path(__file__).resolve().parents[2] / "content" / "protocol"
ROUNDS = 3

MEMORY = """
import psutil
from pathlib import Path
from bot.answers.asking import answer
from bot.answers.learned_folder import load_protocol
from bot.domain.protocol import AskerRole
protocol = load_protocol(Path({content!r}))
answer(protocol, "mag ik een foto plaatsen", AskerRole.LEERLING)
print(psutil.Process().memory_info().rss)
"""


def rows() -> list[tuple[str, str]]:
    """Answer the held-back questions over and over; each timing is one question."""
    protocol = load_protocol(CONTENT)
    began = time.perf_counter()
    load_protocol(CONTENT)
    loading = time.perf_counter() - began
    questions = questions_in(HELD_BACK)
    times = []
    for _ in range(ROUNDS):
        for row in questions:
            began = time.perf_counter()
            answer(protocol, row["text"], AskerRole(row["role"]))
            times.append(time.perf_counter() - began)
    memory = subprocess.run(
        [sys.executable, "-c", MEMORY.format(content=str(CONTENT))],
        check=True,
        capture_output=True,
        text=True,
    )
    return [
        ("reading the rules at the start (aim: under 1 s)", f"{loading:.2f} s"),
        ("one answer, median", f"{statistics.median(times) * 1e3:.1f} ms"),
        ("one answer, 99th percentile (aim: under 10 ms)", f"{_p99(times) * 1e3:.1f} ms"),
        (
            "memory while answering (aim: under 80 MB)",
            f"{int(memory.stdout) / 1e6:.0f} MB",
        ),
        *_quality(protocol),
    ]


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _quality(protocol: Protocol) -> list[tuple[str, str]]:
    """Judge the answers to the questions from which nothing was learned."""
    judged = list(judge(questions_in(HELD_BACK), protocol))
    confident = [one for one in judged if one.told.confident]
    outside = [one for one in judged if one.question["verdict"] == "buiten"]
    return [
        ("held back: verdict and clause right", f"{share(one.joint for one in judged):.1f} %"),
        ("held back: answered with confidence", f"{100 * len(confident) / len(judged):.1f} %"),
        ("held back: wrong among those", f"{100 - share(one.right for one in confident):.1f} %"),
        ("held back: silence recognised", f"{share(one.right for one in outside):.1f} %"),
    ]
