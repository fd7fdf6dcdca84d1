"""Importing a module of ours makes values and nothing else: no file, no socket, no clock."""

import ast
import builtins
from collections.abc import Iterator

import pytest

from tests.sources import modules
from tests.test_import_directions import OURS, PURE

QUIET_CALLS = (
    "bytes.fromhex",
    "contextvars.ContextVar",
    "dataclasses.field",
    "datetime.date",
    "datetime.datetime",
    "datetime.time",
    "datetime.timedelta",
    "datetime.timezone",
    "dict.fromkeys",
    "enum.auto",
    "functools.partial",
    "logging.getLogger",
    "operator.attrgetter",
    "operator.itemgetter",
    "pathlib.Path",
    "pathlib.PurePosixPath",
    "re.compile",
    "re.escape",
    "str.maketrans",
    "zoneinfo.ZoneInfo",
)
"""Calls that only make a value, so that they may stand at the level of a module."""

QUIET_LIBRARIES = ("msgspec", "pydantic")
"""Libraries whose constructors only make values."""

QUIET_METHODS = frozenset(
    ("encode", "format", "items", "join", "keys", "replace", "split", "union", "values")
)
NOISY_BUILTINS = frozenset(
    ("__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print")
)


def _aliases(tree: ast.Module) -> dict[str, str]:
    """Give the full name behind each imported one."""
    names = {}
    for node in tree.body:
        if isinstance(node, ast.Import):
            for each in node.names:
                first = each.name.partition(".")[0]
                names[each.asname or first] = each.name if each.asname else first
        elif isinstance(node, ast.ImportFrom):
            names.update({(a.asname or a.name): f"{node.module}.{a.name}" for a in node.names})
    return names


def _is_quiet(call: ast.Call, aliases: dict[str, str]) -> bool:
    """Say whether the call only makes a value."""
    name = ast.unparse(call.func)
    first, _, rest = name.partition(".")
    full = ".".join(filter(None, [aliases.get(first, first), rest]))
    root = full.partition(".")[0]
    if full in QUIET_CALLS:
        return True
    if first not in aliases and hasattr(builtins, first) and not rest:
        return first not in NOISY_BUILTINS
    own = first not in aliases or root in OURS
    if own and isinstance(call.func, ast.Attribute) and call.func.attr in QUIET_METHODS:
        return True
    constructs = full.rpartition(".")[2].lstrip("_")[:1].isupper()
    return constructs and (own or root in PURE or root in QUIET_LIBRARIES)


def _noisy_calls(node: ast.AST, aliases: dict[str, str]) -> Iterator[str]:
    """Name the calls that Python makes at once: lambdas wait, and so do bodies of functions."""
    if isinstance(node, ast.Call) and not _is_quiet(node, aliases):
        yield ast.unparse(node.func)
        return
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.Lambda):
            yield from _noisy_calls(child, aliases)


def _is_guard(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in {
        "TYPE_CHECKING",
        "__name__ == '__main__'",
    }


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _statements(node.body)


def work_at_import(source: str, module: str) -> list[str]:
    """Tell in sentences what this source would do when it is imported."""
    tree = ast.parse(source)
    aliases = _aliases(tree)
    found = []
    for node in _statements(tree.body):
        match node:
            case ast.Import() | ast.ImportFrom() | ast.ClassDef() | ast.Pass():
                continue
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Expr(value=ast.Constant()):
                continue
            case ast.Assign() | ast.AnnAssign():
                found += [
                    f"{module} must not call {name} at import (line {node.lineno}): "
                    "make the value in a function."
                    for name in _noisy_calls(node, aliases)
                ]
            case _ if _is_guard(node):
                continue
            case _:
                found.append(
                    f"{module} must do nothing at import, but line {node.lineno} does: "
                    f"{ast.unparse(node).splitlines()[0]}"
                )
    return found


def test_nothing_happens_at_import(repository):
    found = [
        sentence
        for module, _, source in modules(repository, "bot", "handlers")
        for sentence in work_at_import(source, module)
    ]

    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.chdir('/')",
        "WORDS = open('words.txt').read()",
        "from pathlib import Path\nWORDS = Path('words.txt').read_text()",
        "from datetime import UTC, datetime\nSTARTED = datetime.now(UTC)",
        "def build(): ...\nTABLE = build()",
        "from aiohttp import ClientSession\nSESSION = ClientSession()",
        "import secrets\nclass Key:\n    value = secrets.token_bytes(32)",
        "for name in ('a', 'b'):\n    globals()[name] = name",
        "try:\n    import uvloop\nexcept ImportError:\n    uvloop = None",
        "PARTS = [print(part) for part in 'ab']",
        "import os\nMOVED = os.replace('a', 'b')",
        "import tinydb.storages\nSTORE = tinydb.storages.JSONStorage('file')",
    ],
)
def test_work_at_import_is_found(source):
    assert len(work_at_import(source, "bot.example")) == 1


def test_constants_classes_and_guards_are_no_work():
    source = '''
"""A module."""
import re
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from bot.ports import Address

if TYPE_CHECKING:
    from bot.domain import people

T = TypeVar("T")
PATIENCE = timedelta(hours=9)
NUMBER = re.compile("[0-9]+")
WORDS = frozenset("ja nee".split())
NAMES = MappingProxyType({word: word.upper for word in WORDS})
HOME = Address("local", "1")
LETTERS = str.maketrans("a", "b")
LATER = lambda: open("file")

class Kind(Enum):
    """A kind."""

    ONE = auto()

@dataclass(frozen=True)
class Thing:
    parts: tuple[str, ...] = field(default=(), repr=False)

    def read(self):
        return open("file")

if __name__ == "__main__":
    print(NAMES)
'''

    assert work_at_import(source, "bot.example") == []
