"""Keeps what was learned, one folder for each state of the content, and learns when there is none.

The folder's name is a digest of everything that the weights follow from, so a changed example, word
or row of the table is learned at the next start, and an unchanged one never twice.
"""

import hashlib
import logging
import multiprocessing
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from bot.answers import learned, lessons, lexicon, reading, signs
from bot.answers.learned import Learned, LearnedError, load_learned
from bot.answers.packing import vocabulary
from bot.answers.protocol import Protocol
from bot.answers.protocol_folder import read_rules
from bot.answers.understanding import RowsByLikelihood
from bot.domain import protocol

log = logging.getLogger(__name__)

KEPT = ".learned"
MOST_KEPT = 3
LEARNED_FROM = ("concepts.toml", "distress.toml", "facts.toml", "need.toml", "table.toml")
RULES_OF_LEARNING = (learned, lessons, lexicon, reading, signs, protocol)
"""What turns the content into signs and labels; `protocol` decides on an example's facts."""
LEARNING = "learning.py"


def load_protocol(content: Path, kept: Path | None = None) -> Protocol:
    """Read the rules in `content`, and what was learned from their example questions.

    `kept` is the folder for what was learned; None is `.learned` beside the folder `content`.

    Raises:
        ProtocolError: a file is missing or wrong, or what was learned cannot be kept.

    """
    rules = read_rules(content)
    learned = learned_from(content, kept or content.parent.parent / KEPT)
    return Protocol(rules, RowsByLikelihood(rules.table, learned))


def learned_from(content: Path, kept: Path) -> Learned:
    """Return the weights for the rules in `content`, learning them first where `kept` lacks them.

    Learning takes some tens of seconds, once, in a process that gives its memory back.

    Raises:
        LearnedError: the weights cannot be written, or what was written cannot be read.
        LessonError, ProtocolError: the content cannot be learned from.

    """
    target = kept / digest_of(content)
    if not target.exists():
        _make(content, target)
    return load_learned(target)


def digest_of(content: Path) -> str:
    """Return 32 hexadecimal digits that change with anything the weights follow from."""
    digest = hashlib.sha256(vocabulary().encode())
    for path in _sources(content):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def _sources(content: Path) -> Iterator[Path]:
    yield from (content / name for name in LEARNED_FROM if (content / name).exists())
    yield from sorted((content / "examples").glob("*.toml"))
    modules = [Path(module.__file__ or "") for module in RULES_OF_LEARNING]
    yield from modules
    yield modules[0].with_name(LEARNING)


def _make(content: Path, target: Path) -> None:
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    log.info("Learning from the example questions. This takes some minutes, once.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # The libraries that learn are large; a process of their own gives the memory back.
        apart = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=1, mp_context=apart) as process:
            process.submit(_learn_into, content, fresh).result()
        if not target.exists():
            fresh.replace(target)
        _forget_all_but_the_newest(target.parent)
    except BrokenProcessPool as error:
        raise LearnedError(
            "Learning from the example questions was broken off. It needs about 1.5 GB of memory "
            "for some minutes: start again when that is free."
        ) from error
    except OSError as error:
        raise LearnedError(
            f"{target} cannot be written ({error.strerror}). What is learned from the example "
            "questions is kept there: let the bot write in that folder, or start it once as "
            "somebody who can."
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _forget_all_but_the_newest(kept: Path) -> None:
    """Delete what earlier states of the content taught, but for the last few."""
    folders = sorted(kept.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in folders[MOST_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def _learn_into(content: Path, target: Path) -> None:
    from bot.answers.learning import learn  # noqa: PLC0415 - large, and only needed to learn
    from bot.answers.lessons import read_lessons  # noqa: PLC0415 - belongs to learning

    rules = read_rules(content)
    examples = list(read_lessons(content, rules.table))
    learn(examples, rules.lexicon, rules.meanings, rules.table).save(target)
