"""Who sees a case: every person, every command and button, every state of a case (P3).

Nothing is listed by hand. The commands come from the table of routes, and the buttons from what
those who handle a case are shown, tap after tap. To everybody else each of them has to look, to the
letter, as it does for a case that does not exist, and nothing of a case may change.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from bot import app
from bot.config import load_settings
from bot.dispatch import choose
from bot.domain.case_log import LogPage
from bot.domain.cases import Case, CaseEvent, Status
from bot.domain.desk import Desk
from bot.domain.evidence import Evidence
from bot.domain.people import REGISTRY, Registry
from bot.domain.plan import Record
from bot.domain.reports import Reader, Step
from bot.domain.retention import Keeping
from bot.ports import Act, Address, Happening, Incoming, Owed
from bot.routing import Kind
from handlers.cases import CLOSED_WORDS
from tests.everything import everything_in

TOLD = "Wat-alleen-de-behandelaar-leest"
"""Stands in every word of a case that a person wrote."""

STAFF_ONLY = "Wat-alleen-het-personeel-schrijft"
"""Stands in every word that somebody who handles a case wrote in it."""

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MISSING = 770099
GROUP = "groep-7B"

INGRID, MARLOES, NOOR = "ingrid-de-wit", "marloes-kuipers", "noor-bakker"
"""The school leader, the counsellor, and the pupil who reports."""

DEPTH = 4
"""How many taps deep the buttons of a handler are followed."""


@dataclass(frozen=True)
class Scene:
    """One case in one state, and who may read it (by account)."""

    number: int
    status: Status
    handlers: tuple[str, ...]
    excluded: tuple[str, ...]

    @property
    def readers(self) -> tuple[str, ...]:
        return tuple(h for h in self.handlers if h not in self.excluded)


SCENES = tuple(
    Scene(770001 + place, status, handlers, excluded)
    for place, (status, (handlers, excluded)) in enumerate(
        product(
            Status,
            [
                ((INGRID,), ()),
                ((MARLOES,), (INGRID,)),
                # Somebody who was shut out later keeps nothing of having been a handler.
                ((INGRID, MARLOES), (MARLOES,)),
            ],
        )
    )
)


@dataclass(frozen=True)
class School:
    """The example school, its people by account, and what each of them hears."""

    bot: app.Bot
    keys: Mapping[str, str]

    @property
    def accounts(self) -> tuple[str, ...]:
        return (*self.keys, "onbekend-account")

    def asked(
        self, account: str, text: str, *, tap: bool, group: str = "", desk: Desk | None = None
    ) -> "Heard":
        """Let somebody type or tap, in the middle of `desk` if given; nothing of it is kept."""
        unit = self.bot.store.begin()
        if desk is not None:
            unit.put(desk)
        what = Happening.TAP if tap else Happening.MESSAGE
        incoming = Incoming(
            "local:origin",
            what,
            Address("local", group or account),
            private=not group,
            sender=Address("local", account),
            text=text,
            message="1",
            tap=f"{account}:1" if tap else "",
        )
        chosen = choose(self.bot.engine.parts.routes, unit, incoming)
        if chosen is None:
            return Heard((), frozenset())
        turn = self.bot.engine._turn(unit, incoming)
        owed = self.bot.engine.parts.wording.owe(turn, chosen(turn), "b")
        waits = tuple(d for d in unit.changed.values() if isinstance(d, Desk))
        return Heard(owed, frozenset(kind for kind, _ in unit.changed), waits)

    def names(self, kind: Kind) -> list[str]:
        return [route.name for route in self.bot.engine.parts.routes.of_kind(kind)]


@dataclass(frozen=True)
class Heard:
    """What is said to whom in final words, and which kinds of documents would change."""

    owed: tuple[Owed, ...]
    changed: frozenset[type]
    desks: tuple[Desk, ...] = ()

    @property
    def buttons(self) -> Iterator[str]:
        for one in self.owed:
            yield from (button.data for row in one.buttons for button in row if button.data)

    def about(self, number: int) -> str:
        """Give all of it as text, the number of the case left out."""
        return everything_in(self.owed).replace(str(number), "N")


def case_of(scene: Scene, keys: Mapping[str, str]) -> Case:
    answers = dict.fromkeys(map(str, Step), TOLD)
    answers |= {Step.NAME: "yes", Step.READER: Reader.LEADER}
    closed = scene.status is Status.CLOSED
    return Case(
        scene.number,
        keys[NOOR],
        school="Voorbeeldschool De Linde",
        opened_at=NOW - timedelta(hours=2),
        answers=answers,
        name_known=True,
        handlers=tuple(keys[h] for h in scene.handlers),
        excluded=tuple(keys[h] for h in scene.excluded),
        status=scene.status,
        events=(CaseEvent(NOW, "opened"),),
        records=(Record("severity", NOW, keys[scene.handlers[0]], STAFF_ONLY),),
        evidence=(Evidence("a", "", "0" * 64, 9, "image/png", NOW, "", TOLD),),
        keeping=Keeping(reason=STAFF_ONLY, hold_reason=STAFF_ONLY),
        closed_at=NOW if closed else None,
    )


@pytest.fixture(scope="module")
def schools(tmp_path_factory) -> Iterator[tuple[School, School]]:
    """Give the example school with a case of every kind, and the same school without any case."""

    async def opened(folder: Path, scenes: tuple[Scene, ...]) -> School:
        bot = await app.assemble(load_settings(None, {}, current_folder=folder))
        unit = bot.store.begin()
        registry = unit.get(Registry, REGISTRY)
        assert registry is not None
        keys = {Address.parse(a).id: owners[0] for a, owners in registry.owners.items()}
        for scene in scenes:
            unit.put(case_of(scene, keys))
        await bot.store.commit(unit)
        return School(bot, keys)

    with asyncio.Runner() as runner:
        made = [
            runner.run(opened(tmp_path_factory.mktemp("school"), scenes)) for scenes in (SCENES, ())
        ]
        yield made[0], made[1]
        for school in made:
            runner.run(school.bot.store.close())


Probe = tuple[str, bool]
"""What is typed or, where the second is true, tapped."""


def openings(school: School, number: int) -> set[Probe]:
    """List every command and every button there is, on one case."""
    return {(f"/{name} {number}", False) for name in school.names(Kind.COMMAND)} | {
        (f"{name}:{number}", True) for name in school.names(Kind.BUTTON)
    }


def reached(school: School, account: str, number: int) -> set[Probe]:
    """Follow what somebody is shown about a case, tap after tap."""
    found = openings(school, number)
    fresh = found
    for _ in range(DEPTH):
        shown = {
            (data, True)
            for text, tap in fresh
            for data in school.asked(account, text, tap=tap).buttons
            if str(number) in data
        }
        fresh = shown - found
        found |= fresh
    return found


def is_told_apart(school: School, account: str, scene: Scene, probe: Probe) -> str:
    """Say what tells somebody that there is such a case; "" where nothing does."""
    text, tap = probe
    here = school.asked(account, text, tap=tap)
    nowhere = school.asked(account, text.replace(str(scene.number), str(MISSING)), tap=tap)
    if here.about(scene.number) != nowhere.about(MISSING):
        return f"{account}, {text}: {here.about(scene.number)}"
    if here.changed - {LogPage} != nowhere.changed - {LogPage}:
        return f"{account}, {text}: changes {here.changed}"
    return ""


@pytest.mark.parametrize("scene", SCENES, ids=lambda s: f"{s.status}-{len(s.readers)}-{s.number}")
def test_to_everybody_who_does_not_handle_it_a_case_looks_like_none(schools, scene):
    school, _ = schools
    probes = {p for reader in scene.readers for p in reached(school, reader, scene.number)}
    outsiders = [a for a in school.accounts if a not in {*scene.readers, NOOR}]

    told = [is_told_apart(school, a, scene, p) for a, p in product(outsiders, sorted(probes))]

    assert len(told) >= len(outsiders) * len(openings(school, scene.number))
    assert [one for one in told if one] == []


@pytest.mark.parametrize("scene", SCENES, ids=lambda s: f"{s.status}-{len(s.readers)}-{s.number}")
def test_words_typed_in_the_middle_of_something_do_not_open_a_case_either(schools, scene):
    school, _ = schools
    asked = {
        (desk.topic, desk.detail, desk.said): desk
        for reader in scene.readers
        for text, tap in reached(school, reader, scene.number)
        for desk in school.asked(reader, text, tap=tap).desks
        if desk.case == scene.number
    }
    outsiders = [a for a in school.keys if a not in {*scene.readers, NOOR}]
    typed = ("31-12-2026 om een reden", "https://tiktok.example/@iemand", "ja")

    for account, desk, words in product(outsiders, asked.values(), typed):
        here = replace(desk, key=school.keys[account])
        nowhere = replace(here, case=MISSING)
        heard = school.asked(account, words, tap=False, desk=here)
        other = school.asked(account, words, tap=False, desk=nowhere)
        assert heard.about(scene.number) == other.about(MISSING), (account, desk.topic, words)
        assert heard.changed - {LogPage} == other.changed - {LogPage}, (account, desk.topic)
        assert LogPage in heard.changed, (account, desk.topic, desk.detail)
    assert {topic for topic, _, _ in asked} >= TYPED_TO[scene.status is Status.CLOSED]


TYPED_TO = {
    False: {"plan", "talk", "links", "handover"},
    True: {"keep"},
}
"""Conversations that ask those who handle a case for words: an open one, and a closed one."""


@pytest.mark.parametrize("scene", SCENES, ids=lambda s: f"{s.status}-{len(s.readers)}-{s.number}")
def test_who_handles_a_case_reads_it_and_each_look_is_written_down(schools, scene):
    school, _ = schools

    for reader in scene.readers:
        heard = school.asked(reader, f"/zaak {scene.number}", tap=False)
        assert TOLD in heard.about(scene.number)
        assert {Case, LogPage} <= heard.changed
        for words in ("", *CLOSED_WORDS):
            listed = everything_in(school.asked(reader, f"/zaken {words}", tap=False).owed)
            shows_closed = words in CLOSED_WORDS
            assert (str(scene.number) in listed) is (
                shows_closed is (scene.status is Status.CLOSED)
            )
            assert TOLD not in listed


@pytest.mark.parametrize("scene", SCENES, ids=lambda s: f"{s.status}-{len(s.readers)}-{s.number}")
def test_nothing_of_a_case_is_ever_said_in_a_group(schools, scene):
    school, _ = schools

    for account in (*scene.readers, NOOR):
        for text, tap in sorted(reached(school, account, scene.number)):
            heard = school.asked(account, text, tap=tap, group=GROUP)
            in_group = [o for o in heard.owed if o.to == Address("local", GROUP)]
            # A tap is answered to the tapper alone.
            shown = [o for o in in_group if o.act is not Act.ANSWER_TAP]
            assert TOLD not in everything_in(tuple(shown)), text


@pytest.mark.parametrize("scene", SCENES, ids=lambda s: f"{s.status}-{len(s.readers)}-{s.number}")
def test_the_reporter_never_hears_what_those_who_handle_the_case_wrote(schools, scene):
    school, _ = schools
    probes = {p for who in (*scene.readers, NOOR) for p in reached(school, who, scene.number)}

    heard = [everything_in(school.asked(NOOR, text, tap=tap).owed) for text, tap in sorted(probes)]

    assert [one for one in heard if STAFF_ONLY in one] == []


def test_what_names_no_case_is_the_same_whether_there_are_cases_or_not(schools):
    school, empty = schools
    readers = {h for scene in SCENES for h in scene.readers}

    for account in school.accounts:
        if account in {*readers, NOOR}:
            continue
        for name, words in product(school.names(Kind.COMMAND), ("", *CLOSED_WORDS)):
            here = school.asked(account, f"/{name} {words}", tap=False)
            assert TOLD not in everything_in(here.owed)
            if name not in COUNTING:
                nowhere = empty.asked(account, f"/{name} {words}", tap=False)
                assert shape_of(here) == shape_of(nowhere), (account, name, words)


COUNTING = frozenset({"cijfers"})
"""Commands that count cases, without persons, for those who may know the numbers."""


def shape_of(heard: Heard) -> list[tuple[Act, str]]:
    """Give what is said, without secrets that differ each time."""
    return [(o.act, o.text) for o in heard.owed]
