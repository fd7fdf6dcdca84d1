"""A data folder with one case that must go, and a program that destroys it and may be killed.

The program is the bot as far as its data goes: the real store, the real folder of evidence, the
real table of routes and the real engine. It speaks on no platform.
"""

import asyncio
import resource
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from bot.adapters.evidence_folder import EvidenceFolder
from bot.adapters.tinydb_store import TinyDBStore
from bot.app import EVIDENCE, KINDS, OWN_KEYS
from bot.domain.cases import Case, CaseEvent, Status
from bot.domain.desk import Desk
from bot.domain.evidence import Evidence
from bot.domain.forms import Form
from bot.domain.plan import Record
from bot.domain.records import Unhandled
from bot.domain.reminders import Occasion, Snooze
from bot.domain.retention import Policy, Term
from bot.domain.school_time import SchoolTime
from bot.domain.talk import Said, StatusNews
from bot.engine import Engine, Parts
from bot.ports import Act, Address, Adviser, Batch, Owed, StoreError
from bot.routing import Routes, School
from bot.texts import Texts
from bot.wording import Wording
from handlers import ROUTES
from tests.faults.kill_at import kill_before
from tests.faults.store_writer import Witness

MASTER = bytes(range(32))

FULL = 256
"""Bytes of a file: enough to say a word in the log, and too few for the journal."""

CANARY = "kanarie-in-de-mijn"
"""Stands in every word of the case, and in its file."""

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CLOSED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
YEARS_LATER = CLOSED + timedelta(days=7 * 365)

SCHOOL = School(
    name="De Linde",
    language="nl",
    phone="010 000 00 00",
    patience=timedelta(days=1),
    confirm_url="",
    codes_valid=timedelta(days=14),
    time_zone="Europe/Amsterdam",
    hours=SchoolTime(AMSTERDAM),
    policy=Policy({"handled": Term(months=12)}, Term(days=30), AMSTERDAM),
    quiet_days=3,
    form=Form(),
)


@dataclass
class Clock:
    """Stands still."""

    at: datetime

    def now(self) -> datetime:
        return self.at


class Silent:
    """Wakes nobody, and knows no protocol."""

    def wake_at(self, when: datetime | None) -> None:
        """Do nothing."""


def open_store(folder: Path) -> TinyDBStore:
    return TinyDBStore.open(folder, MASTER, KINDS, OWN_KEYS)


async def fill(folder: Path) -> None:
    """Make the data folder: a closed case with evidence, and an answer still on its way."""
    store = open_store(folder)
    files = EvidenceFolder(folder / EVIDENCE)
    file = await files.put("piece", f"%PDF-1.4 {CANARY}".encode(), "application/pdf")
    unit = store.begin()
    unit.put(
        Case(
            1,
            "p1",
            school="De Linde",
            opened_at=CLOSED,
            answers={"happened": f"Iemand riep {CANARY}", "kind": "threat"},
            handlers=("s1",),
            status=Status.CLOSED,
            outcome="handled",
            closed_at=CLOSED,
            events=(CaseEvent(CLOSED, "opened"),),
            evidence=(Evidence.of(file, CLOSED, "p1"),),
            talk=(Said(CLOSED, "", f"Het gaat nog door: {CANARY}"),),
            records=(Record("facts", CLOSED, "s1", f"Er werd geroepen: {CANARY}"),),
        )
    )
    answer = Owed("000000001-1", Act.SEND, Address("gone", "1"), text=f"Iemand riep {CANARY}")
    unit.put(Batch("000000001", (answer,)))
    unit.put(Unhandled("telegram:9", CLOSED, "ValueError", f"/meld Iemand riep {CANARY}"))
    unit.put(StatusNews("1", CLOSED))
    unit.put(Snooze("1-s1", 1, "s1", Occasion.QUIET, YEARS_LATER))
    unit.put(Desk("s1", "keep", 1, "hold", CLOSED))
    # Of another case, so it stays.
    unit.put(Desk("s2", "keep", 2, "hold", CLOSED))
    unit.put(Unhandled("telegram:10", CLOSED, "ValueError", "iets heel anders"))
    await store.commit(unit)
    await store.close()


async def destroy(folder: Path, witness: Witness) -> None:
    """Start years later, as the bot does, and stop."""
    store = open_store(folder)
    engine = Engine(
        Parts(
            store=store,
            channels={"files": EvidenceFolder(folder / EVIDENCE)},
            clock=Clock(YEARS_LATER),
            alarm=Silent(),
            routes=Routes(ROUTES),
            wording=Wording(Texts(frozenset(), frozenset(), {}, {}, {})),
            adviser=cast("Adviser", Silent()),
            school=SCHOOL,
            token=str,
            codes=lambda _count: [],
        )
    )
    await engine.purge()
    witness.says("purged")
    await engine.start()
    await engine.delivery.idle()
    await engine.stop()
    await store.close()
    witness.says("stopped")


def destroy_and_be_killed(folder: Path, log: Path, nth: int) -> None:
    """Run `destroy` in this process until just before its Nth call; not at all killed with 0."""
    calls = kill_before(nth)
    asyncio.run(destroy(folder, Witness(log)))
    Witness(log).says("calls", len(calls.names))


def destroy_on_a_full_disk(folder: Path, log: Path) -> None:
    """Run `destroy` where no file may grow any more."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))
    witness = Witness(log)
    try:
        asyncio.run(destroy(folder, witness))
    except StoreError:
        witness.says("refused")
