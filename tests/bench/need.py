"""`python -m tests.bench.need`: how well a cry for help is heard, by kind.

The messages are by a hand that taught the bot nothing: half tell of need, half only sound like it.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.answers.asking import danger, distress
from bot.answers.learned_folder import load_protocol
from bot.answers.protocol import Protocol
from tests.answers.judging import NEED, questions_in, share

CONTENT = Path(__file__).resolve().parents[2] / "content" / "protocol"


def rows() -> list[tuple[str, str]]:
    """Return what is heard of all cries, and how often harmless words set off an alarm."""
    protocol = load_protocol(CONTENT)
    cries, harmless = ([row["text"] for row in _told(need)] for need in (True, False))
    return [
        (f"cries for help that are heard, of {len(cries)}", _share_heard(protocol, cries)),
        (f"false alarms, of {len(harmless)}", _share_heard(protocol, harmless)),
    ]


def rows_by_kind() -> Iterator[tuple[str, str]]:
    """Yield the same for each kind, with how many of them sound like danger."""
    protocol = load_protocol(CONTENT)
    for need, what in ((True, "cry"), (False, "harmless")):
        for kind, some in groupby(_told(need), key=lambda row: str(row["kind"])):
            texts = [row["text"] for row in some]
            heard = sum(distress(protocol, text) for text in texts)
            dangers = sum(danger(protocol, text) for text in texts)
            yield f"{what}, {kind}", f"{heard} of {len(texts)}, danger {dangers}"


def _told(need: bool) -> list[dict[str, Any]]:  # noqa: FBT001 - a label, not a switch
    return [row for row in questions_in(NEED) if row["need"] is need]


def _share_heard(protocol: Protocol, texts: list[str]) -> str:
    return f"{share(distress(protocol, text) for text in texts):.1f} %"


if __name__ == "__main__":
    for name, figure in (*rows(), *rows_by_kind()):
        print(f"  {name:<64} {figure:>24}", flush=True)
