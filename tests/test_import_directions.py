"""Imports point inwards, and each library comes in by one door.

The tables are allow-lists: what no line permits is forbidden, and a new module or library needs a
line here first. Imports inside functions and under `TYPE_CHECKING` count like any other.
"""

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

import pytest

from tests.sources import modules

OURS = ("bot", "handlers", "tests", "content")

CORE = ("bot.ports", "bot.domain")
HANDLERS_TOO = ("bot.routing", "bot.wishes", *CORE)
MACHINE = ("bot.wording", "bot.texts", *HANDLERS_TOO)

MAY_USE = {
    "bot.domain": ("bot.domain",),
    "bot.ports": ("bot.domain",),
    "bot.wishes": CORE,
    "bot.routing": ("bot.wishes", *CORE),
    "bot.answers": ("bot.answers", "bot.domain"),
    "bot.texts": ("bot.domain",),
    "bot.platform_file": ("bot.domain",),
    "bot.forms": ("bot.texts", "bot.domain"),
    "bot.config*": ("bot.config*", "bot.domain"),
    "bot.wording": ("bot.papers", "bot.texts", *HANDLERS_TOO),
    "bot.destruction": ("bot.case_gate", "bot.handing_in", *HANDLERS_TOO),
    "bot.dispatch": MACHINE,
    "bot.deadlines": MACHINE,
    "bot.delivery": MACHINE,
    "bot.engine": ("bot.deadlines", "bot.delivery", "bot.dispatch", *MACHINE),
    "bot.adapters": CORE,
    "bot.appeals": ("bot.case_gate", *HANDLERS_TOO),
    "bot.case_gate": HANDLERS_TOO,
    "bot.case_plan": ("bot.domain",),
    "bot.plan_showing": ("bot.case_course", *HANDLERS_TOO),
    "bot.plan_recording": ("bot.case_course", "bot.plan_showing", *HANDLERS_TOO),
    "bot.case_course": ("bot.case_gate", *HANDLERS_TOO),
    "bot.told": HANDLERS_TOO,
    "bot.filing": ("bot.case_gate", "bot.handing_in", *HANDLERS_TOO),
    "bot.conversation": ("bot.case_gate", *HANDLERS_TOO),
    "bot.handing_in": ("bot.case_gate", *HANDLERS_TOO),
    "bot.dossier": (
        "bot.case_gate",
        "bot.dossier_marks",
        "bot.dossier_spread",
        "bot.dossier_steps",
        "bot.told",
        *HANDLERS_TOO,
    ),
    "bot.dossier_marks": HANDLERS_TOO,
    "bot.dossier_spread": HANDLERS_TOO,
    "bot.dossier_steps": ("bot.case_course", *HANDLERS_TOO),
    "bot.papers": ("bot.wishes", *CORE),
    "bot.pursuit": HANDLERS_TOO,
    "bot.adviser": ("bot.answers", *CORE),
    "bot.own_protocol": ("bot.adviser", "bot.adapters.document_*", "bot.answers", "bot.domain"),
    "bot.protocol_import": ("bot.answers", "bot.config", "bot.domain", "bot.own_protocol"),
    "bot.content": (
        "bot.adviser",
        "bot.answers",
        "bot.case_plan",
        "bot.config",
        "bot.domain",
        "bot.forms",
        "bot.own_protocol",
        "bot.platform_file",
        "bot.texts",
    ),
    "bot.example_school": CORE,
    "bot.app": ("bot", "handlers"),
    "bot.command_line": ("bot", "handlers"),
    "bot.case_commands": ("bot", "handlers"),
    "bot.making": ("bot",),
    "bot.running": ("bot", "handlers"),
    "bot.__main__": ("bot", "handlers"),
    "handlers": (
        "bot.appeals",
        "bot.case_course",
        "bot.case_gate",
        "bot.conversation",
        "bot.destruction",
        "bot.dossier",
        "bot.filing",
        "bot.handing_in",
        "bot.plan_recording",
        "bot.plan_showing",
        "bot.pursuit",
        "bot.told",
        *HANDLERS_TOO,
    ),
    "tests.domain": ("bot.domain", "tests.domain"),
}
"""Which parts of ours a part may use; `*` stands for any ending, and the longest line counts."""

EXACTLY = {
    "bot": (),
    "bot.adapters": (),
    # The one visible list of what the bot can do.
    "handlers": ("handlers", "bot.routing"),
}
"""The same for the `__init__` of a package, where that differs from what it holds."""

FAMILIES = (
    # One platform: its wire, its intake and its sending are three concerns with one vocabulary.
    ("bot.adapters.telegram*",),
    # One store: documents, the journal, the files and the keys under them change together.
    (
        "bot.adapters.store*",
        "bot.adapters.tinydb*",
        "bot.adapters.journal",
        "bot.adapters.sealing",
        # Evidence is sealed and written like documents, and its kind is looked at before that.
        "bot.adapters.evidence_folder",
        "bot.adapters.file_kinds",
    ),
    # One letter: it reads the same by SMTP and in the mail folder of the example school.
    ("bot.adapters.email*", "bot.adapters.mail_folder"),
    # One document: Markdown is text too, and the numbers of Word's lists are a matter of their own.
    ("bot.adapters.document_*",),
    # One local chat: the page and the terminal show the same persons and groups.
    ("bot.adapters.local*", "bot.adapters.web*"),
)
"""Adapters that may use each other; any other pair meets in bot.app only."""

DOORS = {
    "Stemmer": ("bot.answers*",),
    "numpy": ("bot.answers.learned", "bot.answers.learning", "bot.answers.understanding"),
    "scipy": ("bot.answers.learning",),
    "sklearn": ("bot.answers.learning",),
    "aiohttp": ("bot.adapters.web*", "bot.adapters.local*", "bot.adapters.telegram_http"),
    "aiolimiter": ("bot.adapters.telegram_limits",),
    "aiosmtplib": ("bot.adapters.email",),
    "apscheduler": ("bot.adapters.scheduler",),
    "babel": ("bot.texts",),
    "cryptography": ("bot.adapters.sealing",),
    "docx": ("bot.adapters.document_docx*",),
    "filelock": ("bot.adapters.store*", "bot.adapters.tinydb*"),
    "fluent": ("bot.texts",),
    "markdown_it": ("bot.adapters.document_markdown",),
    "mdit_py_plugins": ("bot.adapters.document_markdown",),
    "puremagic": ("bot.adapters.file_kinds",),
    "msgspec": ("bot.adapters.*", "bot.app", "bot.case_commands", "bot.command_line"),
    "pydantic": ("bot.config*",),
    "pydantic_core": ("bot.config*",),
    "pypdf": ("bot.adapters.document_pdf",),
    "rapidfuzz": ("bot.answers*",),
    "telegram": ("bot.adapters.telegram*",),
    "typst": ("bot.adapters.typst_process",),
    "tinydb": ("bot.adapters.tinydb*",),
}
"""The only modules that may import a library."""

PURE = frozenset(
    (
        "__future__",
        "abc",
        "base64",
        "bisect",
        "collections",
        "contextlib",
        "copy",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "hmac",
        "itertools",
        "math",
        "operator",
        "re",
        "statistics",
        "string",
        "textwrap",
        "types",
        "typing",
        "unicodedata",
    )
)
"""What the domain may use of the standard library: values in, values out."""


class Import(NamedTuple):
    """One imported name, in full ("bot.ports.Address"), and the line it stands on."""

    target: str
    line: int


def _within(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}.") or fnmatchcase(name, part)


def _is_any(name: str, parts: tuple[str, ...]) -> bool:
    return any(_within(name, part) for part in parts)


def _imports(tree: ast.AST, module: str) -> Iterator[Import]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            package = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield Import(f"{package}.{alias.name}", node.lineno)


def _permitted(module: str, *, package: bool) -> tuple[str, ...] | None:
    if package and module in EXACTLY:
        return EXACTLY[module]
    fitting = [part for part in MAY_USE if _within(module, part)]
    return MAY_USE[max(fitting, key=len)] if fitting else None


def _why_not_ours(target: str, module: str, *, package: bool) -> str | None:
    permitted = _permitted(module, package=package)
    if permitted is None:
        return f"{module} has no line in MAY_USE yet"
    if any(_is_any(module, family) and _is_any(target, family) for family in FAMILIES):
        return None
    if _is_any(target, permitted):
        return None
    return f"of ours it may use {', '.join(permitted) or 'nothing'} only"


def _why_not_library(root: str, module: str) -> str | None:
    if root not in DOORS:
        return f"{root} has no line in DOORS yet"
    if _is_any(module, DOORS[root]):
        return None
    return f"{root} comes in by {', '.join(DOORS[root])} only"


def _why_not(target: str, module: str, *, package: bool) -> str | None:
    """Give the reason why the module may not import the target, or nothing."""
    root = target.partition(".")[0]
    if root in OURS:
        return _why_not_ours(target, module, package=package)
    if root in sys.stdlib_module_names:
        impure = _within(module, "bot.domain") and root not in PURE
        return "the domain takes values and returns values" if impure else None
    if _within(module, "tests"):
        return None
    return _why_not_library(root, module)


def forbidden_imports(source: str, module: str, *, package: bool = False) -> list[str]:
    """Tell in sentences which imports of this source point the wrong way.

    `module` is the dotted name ("handlers.reports"); `package` tells that the source is its
    `__init__`.
    """
    inside = f"{module}.__init__" if package else module
    found = []
    for target, line in _imports(ast.parse(source), inside):
        reason = _why_not(target, module, package=package)
        if reason is not None:
            found.append(f"{module} must not import {target} (line {line}): {reason}.")
    return found


def test_imports_point_inwards_and_each_library_has_its_door(repository):
    found = [
        sentence
        for module, package, source in modules(repository, "bot", "handlers", "tests/domain")
        for sentence in forbidden_imports(source, module, package=package)
    ]

    assert not found, "\n".join(["", *found])


def test_content_holds_words_and_no_programs(repository):
    assert list((repository / "content").rglob("*.py")) == []


@pytest.mark.parametrize(
    ("module", "source", "sentence"),
    [
        (
            "handlers.reports",
            "import bot.adapters.local",
            (
                "handlers.reports must not import bot.adapters.local (line 1): of ours it may use "
                f"{', '.join(MAY_USE['handlers'])} only."
            ),
        ),
        (
            "handlers.reports",
            "from handlers import cases",
            (
                "handlers.reports must not import handlers.cases (line 1): of ours it may use "
                f"{', '.join(MAY_USE['handlers'])} only."
            ),
        ),
        (
            "bot.ports",
            "if TYPE_CHECKING:\n    from bot.engine import Engine",
            (
                "bot.ports must not import bot.engine.Engine (line 2): of ours it may use "
                "bot.domain only."
            ),
        ),
        (
            "bot.domain.reach",
            "def later():\n    import asyncio",
            (
                "bot.domain.reach must not import asyncio (line 2): the domain takes values and "
                "returns values."
            ),
        ),
        (
            "bot.domain.reach",
            "from ..ports import Address",
            (
                "bot.domain.reach must not import bot.ports.Address (line 1): of ours it may use "
                "bot.domain only."
            ),
        ),
        (
            "bot.engine",
            "from telegram.ext import ExtBot",
            (
                "bot.engine must not import telegram.ext.ExtBot (line 1): telegram comes in by "
                "bot.adapters.telegram* only."
            ),
        ),
        (
            "bot.adapters.email",
            "from bot.adapters.local import Outbox",
            (
                "bot.adapters.email must not import bot.adapters.local.Outbox (line 1): of ours it "
                "may use bot.ports, bot.domain only."
            ),
        ),
        (
            "bot.adapters.email",
            "import requests",
            (
                "bot.adapters.email must not import requests (line 1): requests has no line in "
                "DOORS yet."
            ),
        ),
        (
            "bot.novelty",
            "from bot import domain",
            (
                "bot.novelty must not import bot.domain (line 1): bot.novelty has no line in "
                "MAY_USE yet."
            ),
        ),
        (
            "bot.delivery",
            "from bot.app import build",
            (
                "bot.delivery must not import bot.app.build (line 1): of ours it may use "
                "bot.wording, bot.texts, bot.routing, bot.wishes, bot.ports, bot.domain only."
            ),
        ),
    ],
)
def test_an_import_that_points_outwards_is_told_in_a_sentence(module, source, sentence):
    assert forbidden_imports(source, module) == [sentence]


def test_imports_that_point_inwards_are_left_alone():
    assert forbidden_imports("from bot.domain.people import Pupil", "bot.domain.reach") == []
    assert forbidden_imports("from bot.ports import Incoming", "bot.adapters.telegram") == []
    assert forbidden_imports("import asyncio, telegram", "bot.adapters.telegram_intake") == []
    assert forbidden_imports("from handlers import cases", "handlers", package=True) == []
    assert (
        forbidden_imports(
            "from bot.adapters.telegram_http import Http", "bot.adapters.telegram_sending"
        )
        == []
    )
