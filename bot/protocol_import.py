"""The command `groepsmaat protocol import`: what a school's document holds, and the ties to it."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.answers.likeness import LANGUAGE, Proposal, propose
from bot.answers.protocol import Rules
from bot.answers.protocol_folder import read_rules
from bot.answers.ties import (
    Ties,
    TiesError,
    decided_ties,
    fingerprint,
    lost_ties,
    read_ties,
    switched_off,
    ties_as_text,
)
from bot.config import Settings
from bot.domain.document import OwnDocument
from bot.own_protocol import read_own_document

SHOWN = 60
"""Characters of a text in the outline."""


def import_protocol(settings: Settings, options: argparse.Namespace) -> int:
    """Show what was found in a document and what would be tied; with --write, write the ties."""
    rules = read_rules(settings.school.content / "protocol")
    document = read_own_document(options.document)
    path = options.ties or options.document.with_name(f"{options.document.stem}.ties.toml")
    kept = read_ties(path) if path.exists() else None
    proposals = propose(tuple(rules.clauses.values()), document, rules.lexicon)
    lines = (
        *_outline(options.document, document),
        *_proposed(rules, document, proposals, kept),
    )
    for line in lines:
        print(line)
    if options.write:
        text = ties_as_text(
            options.document.name, document, tuple(rules.clauses.values()), proposals, kept
        )
        _write(path, text)
        print(f"The ties are in {path}. Look at every line, correct it, and set checked = true.")
        print(f'Then put in the configuration: [protocol] document = "{options.document}"')
        print(f'                                          ties = "{path}"')
    else:
        print(f"Nothing was written yet. Repeat the command with --write to make {path}.")
    return 0


def about_ties(settings: Settings) -> Iterator[str]:
    """Tell which rules a school's own document switches off, and whether it changed since."""
    named = settings.protocol
    if named.document is None or named.ties is None:
        return
    rules = read_rules(settings.school.content / "protocol")
    ties, document = read_ties(named.ties), read_own_document(named.document)
    if ties.document != fingerprint(document):
        yield (
            f"[protocol] ties: {named.document} changed since the ties were made. Run groepsmaat "
            f"protocol import {named.document} --ties {named.ties} --write, and look at them again."
        )
    yield from _switched_off(rules, ties.tied)


def _outline(path: Path, document: OwnDocument) -> Iterator[str]:
    yield f"Found in {path}:"
    for passage in document.passages:
        words = " ".join((passage.title or passage.text).split())
        shown = words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
        yield f"  {'  ' * passage.level}{passage.number}  {shown}"
    yield from document.remarks
    yield ""


def _proposed(
    rules: Rules,
    document: OwnDocument,
    proposals: Mapping[str, Proposal],
    kept: Ties | None,
) -> Iterator[str]:
    decided = decided_ties(document, proposals, kept)
    lost = lost_ties(kept, document) if kept else {}
    yield "Our rule, the passage that seems to carry it, and how sure that is:"
    for number, theirs in decided.items():
        proposal = proposals[number]
        if kept and number in kept.tied and number not in lost:
            how = "as you decided"
        else:
            how = f"{proposal.sure}, {proposal.likeness:.0%}"
        yield f"  {number:<8} {theirs or '-':<24} {how}"
    for number, theirs in lost.items():
        yield f'Rule {number} was tied to "{theirs}", which the document no longer has.'
    yield ""
    yield from _switched_off(rules, decided)


def _switched_off(rules: Rules, tied: Mapping[str, str]) -> Iterator[str]:
    off = switched_off(rules, tied)
    rows = sum(map(len, off.values()))
    if not off:
        return
    yield (
        f"Rules that are tied to nothing: {len(off)}. The bot is silent where one of them would "
        f"decide; that switches off {rows} of the {len(rules.table.rules)} rows of table.toml."
    )
    for number, names in off.items():
        rule = rules.clauses[number].words[LANGUAGE].rule
        yield f"  {number:<8} rows: {len(names):>2}  {rule}"


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise TiesError(
            f"{path} cannot be written ({error.strerror}). Name another place with --ties FILE."
        ) from error
