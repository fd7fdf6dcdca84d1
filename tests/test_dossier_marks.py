"""Every mark that a line of a case or of the log can keep has words, in every language."""

import ast
import importlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.case_plan import load_plan
from bot.domain.appeal import Stage
from bot.domain.case_log import Deed
from bot.domain.plan import Ending, Plan
from bot.domain.reminders import LEADS
from bot.domain.takedown import What
from bot.dossier import AT_THE_DOOR
from bot.dossier_marks import evidence_in, words_of
from bot.texts import Texts, read_help_lines
from bot.wording import Wording
from tests.sources import modules

CONTENT = Path(__file__).resolve().parents[1] / "content"
PLAN = load_plan(CONTENT / "steps" / "plan.toml")
ITEMS = tuple(item.key for item in PLAN.items)
LANGUAGES = ("nl", "nl-x-eenvoudig", "en")

WRITERS = {
    ("bot.case_gate", "change"): (3, "detail"),
    ("bot.case_gate", "write_down"): (4, "detail"),
    ("bot.case_gate", "case_for"): (4, "detail"),
    ("bot.case_gate", "case_for_administrator"): (3, "detail"),
    ("bot.case_gate", "case_offered_to"): (3, "detail"),
    ("bot.conversation", "keep"): (2, "detail"),
    ("bot.domain.escalation", "noted"): (1, "what"),
    ("bot.domain.cases", "CaseEvent"): (1, "what"),
    ("bot.domain.case_log", "LogLine"): (5, "detail"),
}
"""What writes a mark, and which argument that is."""

COMPOSED = {
    "f'{PASSED_ON}:{person}'": ("passed-on:s1",),
    "f'handover:asked:{person}'": ("handover:asked:s1",),
    "f'appeal-{appeal.number}-{appeal.stage}'": tuple(f"appeal-3-{stage}" for stage in Stage),
    "f'link-{link.number}-{after.history[-1].what}'": tuple(f"link-12-{what}" for what in What),
    "f'evidence-received-{len(changed.evidence)}'": ("evidence-received-30",),
    "f'evidence-received-{number}'": ("evidence-received-1",),
    "f'evidence-viewed-{item}'": ("evidence-viewed-2",),
    "f'evidence-removed-{item}'": ("evidence-removed-2",),
    "_deed_of(item, what)": ("evidence", "evidence-2"),
    "(Deed.TOLD, 'reply') if sends else (Deed.VIEWED, 'talk')": ("reply", "talk"),
    "'-'.join(('plan', *(record.item for record in added[:1])))": (
        "plan",
        *(f"plan-{key}" for key in ITEMS),
    ),
    "remains.ground": tuple(f"term:{ending}" for ending in Ending),
    "reminder.what": (
        "reminded-quiet",
        *(f"reminded-{key}" for key in ITEMS),
        *(f"reminded-{key}-{lead // timedelta(hours=1)}" for key in ITEMS for lead in LEADS),
    ),
    "due[-1].what": ("reminded-quiet",),
    # The log as it was exported is read back to be verified, and not shown.
    "line.detail": (),
}
"""The marks that are put together while the bot runs: how, and all that can come of it."""


class Mark(NamedTuple):
    """A mark in the code: where it is written, and the marks it can be; None for nobody knows."""

    where: str
    expression: str
    marks: tuple[str, ...] | None


def written_in(module: str, source: str) -> Iterator[Mark]:
    """Find every mark that a module writes."""
    tree = ast.parse(source)
    known = {name: at for (home, name), at in WRITERS.items() if home == module}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found = ((each.asname or each.name, (node.module, each.name)) for each in node.names)
            known |= {name: WRITERS[writer] for name, writer in found if writer in WRITERS}
    for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
        for call in (n for n in ast.walk(function) if isinstance(n, ast.Call)):
            if isinstance(call.func, ast.Name) and call.func.id in known:
                argument = argument_of(call, *known[call.func.id])
                if argument is not None:
                    yield meant(module, function, argument)


def argument_of(call: ast.Call, place: int, name: str) -> ast.expr | None:
    named = next((k.value for k in call.keywords if k.arg == name), None)
    spread = next((a.value for a in call.args if isinstance(a, ast.Starred)), None)
    return named or spread or (call.args[place] if place < len(call.args) else None)


def meant(module: str, function: ast.FunctionDef, argument: ast.expr) -> Mark:
    """Tell which marks an argument can be."""
    where = f"{module}, line {argument.lineno}"
    if isinstance(argument, ast.Name):
        if argument.id in {a.arg for a in function.args.args}:
            # Handed on: whoever calls this is found by itself.
            return Mark(where, argument.id, ())
        given = next((v for names, v in assigned(function) if argument.id in names), None)
        if given is None:
            mark = getattr(importlib.import_module(module), argument.id)
            return Mark(where, argument.id, (str(mark),))
        argument = given
    if isinstance(argument, ast.Constant):
        return Mark(where, ast.unparse(argument), (str(argument.value),))
    expression = ast.unparse(argument)
    return Mark(where, expression, COMPOSED.get(expression))


def assigned(function: ast.FunctionDef) -> Iterator[tuple[set[str], ast.expr]]:
    """Give what is assigned to which names in a function."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            names = (n.id for t in node.targets for n in ast.walk(t) if isinstance(n, ast.Name))
            yield set(names), node.value


@pytest.fixture(scope="module")
def written(repository):
    return [
        mark
        for module in modules(repository, "bot", "handlers")
        for mark in written_in(module.name, module.source)
    ]


@pytest.fixture(scope="module")
def wording():
    return Wording(Texts.load(CONTENT / "texts", read_help_lines(CONTENT / "helplines.toml")))


def said(wording, mark, plan=PLAN, language="nl"):
    line = words_of(mark, plan, {"s1": "Anouk Hendriks", "p1": "…"}.get)
    return wording.fill(language, line.text, line.fields)


def test_every_mark_in_the_code_can_be_told_beforehand(written):
    assert len(written) > 50
    assert [mark for mark in written if mark.marks is None] == []


def test_each_way_to_put_a_mark_together_is_in_the_code_still(written):
    assert {mark.expression for mark in written} >= {*COMPOSED} - {"line.detail"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_that_the_code_can_write_has_words(written, wording, language):
    marks = {each for mark in written for each in mark.marks or ()} - AT_THE_DOOR
    other, gone = "dossier-event-other", said(wording, "plan-x", language=language)[-8:]

    wordless = {m for m in marks if words_of(m, PLAN, lambda _: None).text == other}
    raw = {m for m in marks if "-" in m and m in said(wording, m, language=language)}
    lost = {m for m in marks if said(wording, m, language=language).endswith(gone)}

    assert len(marks) > 100
    assert (wordless, raw, lost) == (set(), set(), set())


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("plan-severity", "Stappenplan: Ernst bepalen"),
        ("link-1-asked", "Link 1: verwijderen gevraagd."),
        ("hold-begun", "De zaak mag voorlopig niet vernietigd worden."),
        ("evidence-2", "Bewijs 2"),
        ("evidence-viewed-2", "Bewijs 2 is geopend."),
        ("appeal-1-waiting", "Oproep 1: wacht op akkoord."),
        ("talk", "Het gesprek met de melder"),
        ("reminded-leak-ap-48", "Herinnering gestuurd: AP inlichten"),
        ("handover:accepted", "Gaat de zaak behandelen."),
        ("handover:asked:s1", "Vroeg Anouk Hendriks om de zaak te behandelen."),
        ("passed-on:p1", "Gevraagd om de melding te lezen: …"),
        (
            "passed-on:s9",
            "Gevraagd om de melding te lezen: Iemand die niet meer op de lijst van school staat",
        ),
    ],
)
def test_a_mark_is_said_in_whole_words(wording, mark, words):
    assert said(wording, mark) == words


def test_an_item_that_left_the_plan_is_named_as_one(wording):
    nothing = Plan()

    assert said(wording, "plan-severity", nothing) == (
        "Stappenplan: Punt dat niet meer in het stappenplan staat (severity)"
    )
    assert "(leak-ap-48)" in said(wording, "reminded-leak-ap-48", nothing)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("parents-told-3", "Vastgelegd: parents told 3"),
        ("watch:asked:s1", "Vastgelegd: watch asked: Anouk Hendriks"),
        ("watch:asked:p1", "Vastgelegd: watch asked: …"),
        ("link-1-vanished", "Vastgelegd: link 1 vanished"),
    ],
)
def test_a_mark_of_a_later_release_still_reads(wording, mark, words):
    assert said(wording, mark) == words


def test_a_mark_that_is_about_a_piece_of_evidence_tells_which():
    assert [evidence_in(m) for m in ("evidence-2", "evidence-removed-12", "evidence")] == [
        "2",
        "12",
        None,
    ]


def test_a_look_is_told_by_its_line_of_the_log_alone():
    assert {"read", Deed.VIEWED, Deed.EXPORTED, Deed.TOLD, Deed.CHANGED} == AT_THE_DOOR


# The reading of the code itself


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("change(turn, case, who, 'kept-longer')", ("kept-longer",)),
        ("case_for(turn, number, who, detail='appeal')", ("appeal",)),
        ("change(turn, case, who, f'new-{n}')", None),
        ("detail = f'new-{n}'; change(turn, case, who, detail)", None),
        ("how = (deed, 'new'); case_for(turn, number, who, *how)", None),
    ],
)
def test_a_mark_that_nobody_listed_is_found(line, marks):
    source = f"from bot.case_gate import case_for, change\ndef do(turn):\n    {line}\n"

    [found] = written_in("handlers.new", source)

    assert found.marks == marks
