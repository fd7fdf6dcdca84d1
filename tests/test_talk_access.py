"""Who sees which words of the talk about a case: every person, every command and button (P3).

The reporter and those who handle the case see what both said; words that are not sent yet are seen
by their author alone. To everybody else each command and button has to look, to the letter, as it
does for a case that does not exist. What one side sends reaches the other side and nobody else.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot import app
from bot.config import load_settings
from bot.dispatch import choose
from bot.domain.cases import Case, Status
from bot.domain.desk import Desk
from bot.domain.people import REGISTRY, Registry
from bot.domain.talk import Delivery, Letter, Receipt, Said
from bot.ports import Act, Address, Happening, Incoming, Owed
from bot.routing import Kind
from tests.everything import everything_in

BY_REPORTER = "Wat-de-melder-in-het-gesprek-schrijft"
BY_HANDLER = "Wat-de-behandelaar-aan-de-melder-schrijft"
UNSENT = "Wat-de-behandelaar-nog-niet-verstuurde"
WORDS = (BY_REPORTER, BY_HANDLER, UNSENT)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NUMBER, MISSING = 770001, 770099

INGRID, MARLOES, NOOR = "ingrid-de-wit", "marloes-kuipers", "noor-bakker"
"""The school leader, the counsellor who is shut out of this case, and the pupil who reports."""

DEPTH = 4

Probe = tuple[str, bool]
"""What is typed or, where the second is true, tapped."""

STATES = tuple(product(Status, (False, True)))
"""Where the case stands, and whether the reporter wiped it on the own side."""


class Example:
    """The example school, in which one case is laid on the table for each question."""

    def __init__(self, bot: app.Bot) -> None:
        self.bot = bot
        registry = bot.store.begin().get(Registry, REGISTRY)
        assert registry is not None
        self.keys = {Address.parse(a).id: owners[0] for a, owners in registry.owners.items()}
        now = bot.engine.parts.clock.now()
        said = (
            Said(now - timedelta(hours=2), "", BY_REPORTER, delivery=Delivery.ACCEPTED),
            Said(now - timedelta(hours=1), self.keys[INGRID], BY_HANDLER, "schoolleider"),
        )
        self.case = Case(
            NUMBER,
            self.keys[NOOR],
            school="Voorbeeldschool De Linde",
            opened_at=now,
            handlers=(self.keys[INGRID], self.keys[MARLOES]),
            excluded=(self.keys[MARLOES],),
            talk=said,
        )
        self.open_on_desks = (
            Desk(self.keys[INGRID], "talk", NUMBER, "", now),
            Letter(self.keys[INGRID], NUMBER, UNSENT, now),
            Desk(self.keys[NOOR], "own", NUMBER, "", now),
        )

    @property
    def outsiders(self) -> list[str]:
        return [a for a in (*self.keys, "onbekend-account") if a not in {INGRID, NOOR}]

    def heard(self, account: str, probe: Probe, case: Case) -> tuple[Owed, ...]:
        """Let somebody type or tap; nothing of it is kept."""
        text, tap = probe
        unit = self.bot.store.begin()
        for document in (case, *self.open_on_desks):
            unit.put(document)
        incoming = Incoming(
            "local:origin",
            Happening.TAP if tap else Happening.MESSAGE,
            Address("local", account),
            private=True,
            sender=Address("local", account),
            text=text,
            message="1",
            tap=f"{account}:1" if tap else "",
        )
        chosen = choose(self.bot.engine.parts.routes, unit, incoming)
        if chosen is None:
            return ()
        turn = self.bot.engine._turn(unit, incoming)
        return self.bot.engine.parts.wording.owe(turn, chosen(turn), "b")

    def probes(self, case: Case) -> set[Probe]:
        """List every command and button, and all that both sides are shown, tap after tap."""
        routes = self.bot.engine.parts.routes
        found: set[Probe] = {(f"/{r.name} {NUMBER}", False) for r in routes.of_kind(Kind.COMMAND)}
        found |= {(f"{r.name}:{NUMBER}", True) for r in routes.of_kind(Kind.BUTTON)}
        fresh = found | {(UNSENT, False), ("/meldingen", False)}
        for _ in range(DEPTH):
            shown = {
                (button.data, True)
                for account, probe in product((INGRID, NOOR), fresh)
                for owed in self.heard(account, probe, case)
                for row in owed.buttons
                for button in row
                if str(NUMBER) in button.data
            }
            fresh = shown - found
            found |= fresh
        return found


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Iterator[Example]:
    async def assembled() -> app.Bot:
        folder = tmp_path_factory.mktemp("school")
        return await app.assemble(load_settings(None, {}, current_folder=folder))

    with asyncio.Runner() as runner:
        bot = runner.run(assembled())
        yield Example(bot)
        runner.run(bot.store.close())


def in_state(case: Case, status: Status, *, is_wiped: bool) -> Case:
    erased_at = NOW if is_wiped else None
    return replace(case, status=status, receipt=Receipt(str(status), erased_at))


def seen(owed: tuple[Owed, ...]) -> set[str]:
    return {words for words in WORDS if words in everything_in(owed)}


@pytest.mark.parametrize(("status", "is_wiped"), STATES)
def test_to_everybody_else_the_talk_looks_like_that_of_no_case(example, status, is_wiped):
    case = in_state(example.case, status, is_wiped=is_wiped)
    probes = sorted(example.probes(case))
    assert len(probes) > len(example.bot.engine.parts.routes.of_kind(Kind.COMMAND))

    for account, (text, tap) in product(example.outsiders, probes):
        here = example.heard(account, (text, tap), case)
        nowhere = example.heard(account, (text.replace(str(NUMBER), str(MISSING)), tap), case)
        plain = everything_in(here).replace(str(NUMBER), "N")
        assert plain == everything_in(nowhere).replace(str(MISSING), "N"), (account, text)
        assert seen(here) == set(), (account, text)


@pytest.mark.parametrize(("status", "is_wiped"), STATES)
def test_each_side_sees_what_both_said_and_only_the_author_what_is_not_sent(
    example, status, is_wiped
):
    case = in_state(example.case, status, is_wiped=is_wiped)
    probes = example.probes(case)

    by_noor = set().union(*(seen(example.heard(NOOR, p, case)) for p in probes))
    by_ingrid = set().union(*(seen(example.heard(INGRID, p, case)) for p in probes))

    assert by_noor == (set() if is_wiped else {BY_REPORTER, BY_HANDLER})
    assert {BY_REPORTER, BY_HANDLER} <= by_ingrid
    assert UNSENT not in by_noor


@pytest.mark.parametrize(("status", "is_wiped"), STATES)
def test_what_is_sent_reaches_the_other_side_and_nobody_else(example, status, is_wiped):
    case = in_state(example.case, status, is_wiped=is_wiped)
    readers = {NOOR: example.keys[NOOR], INGRID: example.keys[INGRID]}
    sent_to = set()

    for account, probe in product(readers, example.probes(case)):
        for owed in example.heard(account, probe, case):
            # A dossier is set on this machine; who gets it is tried with the dossier.
            if owed.act is not Act.TYPESET and seen((owed,)):
                sent_to.add(owed.person or (owed.to.id if owed.to else ""))

    may_talk = status is not Status.CLOSED and not is_wiped
    both = {INGRID, example.keys[NOOR]} if may_talk else {INGRID}
    assert sent_to == (both if is_wiped else both | {NOOR})


def test_a_notice_of_more_holds_the_number_alone(example):
    added = example.heard(NOOR, (BY_REPORTER, False), example.case)

    notices = [owed for owed in added if owed.person and owed.person != example.keys[NOOR]]

    assert {owed.person for owed in notices} == {example.keys[INGRID]}
    assert seen(tuple(notices)) == set()
    assert all(str(NUMBER) in owed.text and "Noor" not in owed.text for owed in notices)
