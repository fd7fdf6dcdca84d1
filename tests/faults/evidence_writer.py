"""A program that takes in one piece of evidence: `python -m tests.faults.evidence_writer FOLDER`.

It is killed at every call it makes; "kept" on standard output tells that it came to its end.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from bot.adapters.evidence_folder import PIECE, EvidenceFolder
from tests.files import CANARY, png

CONTENT = png() + (CANARY * (2 * PIECE // len(CANARY)))


async def arriving() -> AsyncIterator[bytes]:
    """Give the content in parts, as a network would."""
    for start in range(0, len(CONTENT), 50_000):
        yield CONTENT[start : start + 50_000]


async def main(folder: Path) -> None:
    """Take it in, and say so."""
    await EvidenceFolder(folder).take_in("a", arriving())
    sys.stdout.write("kept")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
