"""Which passage of a school's own document carries each of our clauses, as the school decided.

The ties stand in a TOML file that `groepsmaat protocol import` proposes and a person checks:

    checked = true
    document = "5d41402a..."   # a fingerprint of what was read

    [ties]
    "9.A.1" = "3 lid 1"        # ours = theirs
    "9.C.9" = ""               # the school has no such rule
"""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.answers.likeness import LANGUAGE, Proposal
from bot.answers.protocol import Rules
from bot.domain.document import OwnDocument
from bot.domain.protocol import Clause, Rule, Table

SHOWN = 90
"""Characters of a text in a comment."""

_HEAD = """\
# Which passage of {name} carries each rule of the bot.
#
# Before the "=" stands a rule of the bot, behind it the number in your document, or "" where your
# document has no such rule: the bot is silent about it then. Above each line stand both texts, and
# how sure the proposal is. Look at every line, correct it, and set checked = true.

checked = {checked}
document = "{fingerprint}"

[ties]
"""


class TiesError(ValueError):
    """The ties cannot be used; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What a school decided: the number in its document ("" for none) by our number."""

    checked: bool
    document: str
    tied: Mapping[str, str]


def read_ties(path: Path) -> Ties:
    """Read a file of ties.

    Raises:
        TiesError: it is missing, is not TOML, or does not hold ties.

    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise TiesError(
            f"the file {path} does not exist. Make it with: groepsmaat protocol import DOCUMENT "
            "--write"
        ) from error
    except OSError as error:
        raise TiesError(f"the file {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TiesError(f"the file {path} is not TOML in UTF-8: {error}.") from error
    tied, checked = content.get("ties"), content.get("checked", False)
    if not isinstance(tied, dict) or not isinstance(checked, bool):
        raise TiesError(
            f"the file {path} holds no ties: it needs checked = true and a section [ties]. Make "
            "it anew with: groepsmaat protocol import DOCUMENT --write"
        )
    for ours, theirs in tied.items():
        if not isinstance(theirs, str):
            raise TiesError(
                f'the file {path}: "{ours}" needs a number between quotes, or "" for none.'
            )
    return Ties(checked, str(content.get("document", "")), tied)


def judge_ties(ties: Ties, document: OwnDocument) -> None:
    """Refuse ties that nobody checked, or that name a number the document does not have.

    Raises:
        TiesError: with every such number.

    """
    lost = lost_ties(ties, document)
    if lost:
        named = ", ".join(f'"{theirs}" (for {ours})' for ours, theirs in lost.items())
        raise TiesError(
            f"the document has no {named}. Run groepsmaat protocol import to see the numbers it "
            "has, and correct the ties."
        )
    if not ties.checked:
        raise TiesError(
            "nobody has checked the ties yet. Look at every line of the file, correct it, and set "
            "checked = true at its top."
        )


def lost_ties(ties: Ties, document: OwnDocument) -> dict[str, str]:
    """Return the ties to numbers that the document does not have."""
    return {
        ours: theirs
        for ours, theirs in ties.tied.items()
        if theirs and theirs not in document.by_number
    }


def fingerprint(document: OwnDocument) -> str:
    """Return 16 hexadecimal digits that change with any number or word of the document."""
    told = "\0".join(f"{p.number}\0{p.text}" for p in document.passages)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def tied_rules(rules: Rules, ties: Ties) -> Rules:
    """Return the rules as this school has them.

    A row of the table whose deciding clause is tied to nothing is switched off; of the others
    only clauses that the school's document has are cited, by its numbers.

    Raises:
        TiesError: the ties name a clause that the rules do not have.

    """
    unknown = [ours for ours in ties.tied if ours not in rules.clauses]
    if unknown:
        raise TiesError(
            f"[protocol] ties: the bot has no rule {', '.join(unknown)}. Take these lines out; "
            "before the = stand the numbers that groepsmaat protocol import writes."
        )
    cited_as = {ours: theirs for ours, theirs in ties.tied.items() if theirs}
    rows = tuple(_as_tied(row, cited_as) for row in rules.table.rules)
    return replace(rules, table=Table(rows), cited_as=cited_as)


def _as_tied(row: Rule, cited_as: Mapping[str, str]) -> Rule:
    if row.clauses[0] not in cited_as:
        return replace(row, switched_off=True)
    return replace(row, clauses=tuple(clause for clause in row.clauses if clause in cited_as))


def switched_off(rules: Rules, cited_as: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the rows of the table that rest on each clause which is tied to nothing."""
    rows: dict[str, list[str]] = {
        number: [] for number in rules.clauses if not cited_as.get(number)
    }
    for row in rules.table.rules:
        if row.clauses[0] in rows:
            rows[row.clauses[0]].append(row.name)
    return rows


def ties_as_text(
    name: str,
    document: OwnDocument,
    clauses: Sequence[Clause],
    proposals: Mapping[str, Proposal],
    kept: Ties | None,
) -> str:
    """Write ties as TOML: what was decided before stays, the rest is proposed.

    What is new must be checked anew; without anything new a check that was done still counts.
    """
    decided = decided_ties(document, proposals, kept)
    same = kept is not None and kept.checked and decided == dict(kept.tied)
    lines = [
        _HEAD.format(
            name=" ".join(name.split()),
            checked=str(same).lower(),
            fingerprint=fingerprint(document),
        )
    ]
    for clause in clauses:
        number = clause.number
        theirs = decided[number]
        lines += [
            f"# ours:   {_short(clause.words[LANGUAGE].rule)}",
            f"# theirs: {_theirs(document, proposals[number], theirs)}",
            f"{_quoted(number)} = {_quoted(theirs)}",
            "",
        ]
    return "\n".join(lines)


def decided_ties(
    document: OwnDocument, proposals: Mapping[str, Proposal], kept: Ties | None
) -> dict[str, str]:
    """Return the tie of each clause: as it was decided, or else as it is proposed."""
    before = {} if kept is None else kept.tied
    return {
        number: before[number]
        if number in before and (not before[number] or before[number] in document.by_number)
        else proposal.passage
        for number, proposal in proposals.items()
    }


def _theirs(document: OwnDocument, proposal: Proposal, theirs: str) -> str:
    if theirs and theirs != proposal.passage:
        return f"(kept) {_short(document.clause(theirs) or '')}"
    if theirs:
        return f"({proposal.sure}, {proposal.likeness:.0%}) {_short(document.clause(theirs) or '')}"
    if not proposal.nearest:
        return "(none)"
    near = f'{proposal.likeness:.0%}, "{proposal.nearest}"'
    return f"(none; nearest {near}) {_short(document.clause(proposal.nearest) or '')}"


def _short(text: str) -> str:
    # A comment of TOML ends with its line and holds no control characters.
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
