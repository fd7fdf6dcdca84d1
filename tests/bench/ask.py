"""How long one answer to "mag dit?" takes, and reading the rules at the start."""

import statistics
import time
from pathlib import Path

from bot.answers.asking import answer
from bot.answers.learned_folder import load_protocol
from bot.domain.protocol import AskerRole

CONTENT = Path(__file__).resolve().parents[2] / "content" / "protocol"

QUESTIONS = (
    "mag ik een foto van mijn klas op insta zetten?",
    "Mag ik als stagiair met mijn eigen account bevriend zijn met een leerling van 4B?",
    "een ouder wil me toevoegen op facebook, kan dat",
    "can i film my teacher during the lesson and put it on tiktok?",
    "hoe laat begint de gymles",
    "iemand heeft een nepaccount van mij gemaakt en stuurt nare dingen",
)

ROUNDS = 60


def rows() -> list[tuple[str, str]]:
    """Answer the questions over and over; each timing is one question."""
    began = time.perf_counter()
    protocol = load_protocol(CONTENT)
    loading = time.perf_counter() - began
    times = []
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            began = time.perf_counter()
            answer(protocol, question, AskerRole.LEERLING)
            times.append(time.perf_counter() - began)
    return [
        ("reading the rules at the start", f"{loading:.2f} s"),
        ("one answer, median", f"{statistics.median(times) * 1e3:.1f} ms"),
        ("one answer, 99th percentile", f"{statistics.quantiles(times, n=100)[98] * 1e3:.1f} ms"),
    ]
