"""Takes in, handles, commits, and only then speaks.

Everything that comes in meets the same road: drop a repeat, find who it is, find the route, let the
handler change documents and wish, commit all of it in one piece with what is owed, and hand what
is owed to delivery. Deadlines are derived from documents again at every start.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.deadlines import Deadlines
from bot.delivery import Delivery
from bot.dispatch import choose
from bot.domain.people import Registry, SchoolClass
from bot.domain.records import COUNTERS, Counters, Intake, Unhandled
from bot.ports import (
    Address,
    Adviser,
    Alarm,
    Batch,
    Channel,
    Clock,
    Fate,
    Happening,
    Incoming,
    LastingStoreError,
    Outcome,
    Owed,
    Store,
    StoreError,
    Unit,
)
from bot.routing import Context, Kind, Route, Routes, School, Turn
from bot.wishes import AnswerTap, Say, Wish
from bot.wording import Wording, addresses_of

log = logging.getLogger(__name__)

SORRY = "common-try-again"


class UnknownCommandError(Exception):
    """The command line asked for something this bot does not know, or in a wrong way."""


@dataclass(frozen=True, slots=True)
class Parts:
    """All an engine is made of."""

    store: Store
    channels: Mapping[str, Channel]
    clock: Clock
    alarm: Alarm
    routes: Routes
    wording: Wording
    adviser: Adviser
    school: School
    token: Callable[[], str]
    codes: Callable[[int], list[str]]


@dataclass(slots=True)
class Engine:
    """The loop: answer, keep promises, chase the unreached.

    `trouble` tells why the last commit could not be kept; "" when it could.
    """

    parts: Parts
    delivery: Delivery = field(init=False)
    deadlines: Deadlines = field(init=False)
    trouble: str = ""
    _batches: dict[str, Batch] = field(default_factory=dict)
    _in_vain: dict[str, tuple[Address, ...]] = field(default_factory=dict)
    _last_commit: asyncio.Future[None] | None = None
    _to_follow: int = 0

    def __post_init__(self) -> None:
        """Put delivery and deadlines beside the engine; nothing runs yet."""
        self.deadlines = Deadlines(self.parts.routes)
        self.delivery = Delivery(
            self.parts.channels,
            self._settle,
            self._addresses,
            self.parts.clock,
            self._set_alarm,
        )

    async def purge(self) -> None:
        """Do what has to be done before anything is said, answered or listened to (P8).

        Raises `StoreError` when it could not be kept; then the bot must not serve.
        """
        for route, key in [*self.deadlines.before_all_else(self._now())]:
            context = self._now()
            document = context.unit.get(route.kind_of, key) if route.kind_of else None
            # What went with another document is gone already.
            if document is not None:
                self._owe(context, route(context, document))
                await self.parts.store.commit(context.unit)

    async def start(self) -> None:
        """Pick up all that was owed and due before the last stop."""
        unit = self.parts.store.begin()
        for key in unit.keys(Batch):
            batch = unit.get(Batch, key)
            if batch is not None:
                self._hand_over(batch)
        self.deadlines.note_all(self._context(unit))
        await self.wake()

    async def stop(self) -> None:
        """Stop speaking. Nothing is lost: what is owed stands in the store."""
        self.parts.alarm.wake_at(None)
        await self.delivery.stop()

    async def take(self, incoming: Incoming) -> None:
        """Handle one thing that came in; returns when all of it is on disk.

        Raises:
            StoreError: it could not be kept; the adapter must not acknowledge it.

        """
        unit = self.parts.store.begin()
        chosen = choose(self.parts.routes, unit, incoming)
        if chosen is None:
            return
        intake = unit.get(Intake, incoming.chat.platform) or Intake(incoming.chat.platform)
        if incoming.origin in intake.origins:
            await self._settled()
            return
        turn = self._turn(unit, incoming)
        try:
            wishes = chosen(turn)
            owed = self._owe(turn, wishes)
        except Exception as error:
            if _may_mend_itself(error):
                raise
            unit, owed = self._without(incoming, error)
        unit.put(intake.remember(incoming.origin))
        if incoming.moved_to is not None:
            self._readdress(unit, incoming.chat, incoming.moved_to)
        try:
            await self._commit(unit, owed)
        except LastingStoreError as error:
            unit, owed = self._without(incoming, error)
            unit.put(intake.remember(incoming.origin))
            await self._commit(unit, owed)
        if incoming.moved_to is not None:
            self.delivery.move(incoming.chat, incoming.moved_to)
        if incoming.private:
            # Whoever speaks can be spoken to again, for instance after a block.
            self._unpark({str(incoming.sender), *(person.key for person in turn.people)})

    async def set_aside(self, origin: str, platform: str, raw: str, error: Exception) -> None:
        """Keep something an adapter could not even read: it stops nothing, and is not lost."""
        unit = self._put_aside(origin, platform, raw, error)
        intake = unit.get(Intake, platform) or Intake(platform)
        unit.put(intake.remember(origin))
        await self._commit(unit, None)

    async def console(self, command: str, arguments: Any) -> Any:  # noqa: ANN401 - each command has its own
        """Do a command of the command line and give its answer, once it is on disk.

        `arguments` are of the type the route takes.

        Raises:
            UnknownCommandError: there is no such command.
            StoreError: it could not be kept.

        """
        route = self.parts.routes.named(Kind.CONSOLE, command)
        if route is None:
            raise UnknownCommandError(f"This bot knows no command '{command}'.")
        context = self._context(self.parts.store.begin())
        wishes, answer = route(context, arguments)
        await self._commit(context.unit, self._owe(context, wishes))
        return answer

    async def wake(self) -> None:
        """Do all that is due by now, and ask to be woken for the rest."""
        now = self.parts.clock.now()
        self.delivery.wake(now)
        for route, key in self.deadlines.met_by(now):
            await self._meet_deadline(route, key)
        self._set_alarm()

    def owes(self) -> int:
        """Count what is owed, and what is on its way to be owed next, for the health page."""
        return self._to_follow + sum(len(b.owed) for b in self._batches.values())

    def _now(self) -> Context:
        return self._context(self.parts.store.begin())

    def _context(self, unit: Unit) -> Context:
        p = self.parts
        return Context(
            p.clock.now(), unit, p.school, p.adviser, p.token, p.codes, self._open_platforms()
        )

    def _turn(self, unit: Unit, incoming: Incoming) -> Turn:
        p = self.parts
        context = self._context(unit)
        return Turn(
            context.now,
            unit,
            p.school,
            p.adviser,
            p.token,
            p.codes,
            context.open_platforms,
            incoming,
            context.people_at(incoming.sender),
            incoming.words,
        )

    def _owe(self, context: Context, wishes: Sequence[Wish]) -> Batch | None:
        if not wishes:
            return None
        counters = context.unit.get(Counters, COUNTERS) or Counters()
        counters = replace(counters, batches=counters.batches + 1)
        context.unit.put(counters)
        key = f"{counters.batches:09}"
        batch = Batch(key, self.parts.wording.owe(context, wishes, key))
        context.unit.put(batch)
        return batch

    def _put_aside(self, origin: str, what: str, raw: str, error: Exception) -> Unit:
        # Only the kind of error: its own words could hold what somebody wrote. The store's never
        # do, and the administrator has to know which file it is.
        kind = str(error) if isinstance(error, LastingStoreError) else type(error).__name__
        log.error("%s (%s) could not be handled (%s) and is set aside.", origin, what, kind)
        unit = self.parts.store.begin()
        unit.put(Unhandled(origin, self.parts.clock.now(), kind, raw))
        return unit

    async def _commit(self, unit: Unit, batch: Batch | None) -> None:
        committed = asyncio.ensure_future(self.parts.store.commit(unit))
        self._last_commit = committed
        try:
            await asyncio.shield(committed)
        except StoreError as error:
            self.trouble = str(error)
            raise
        self.trouble = ""
        if batch is not None:
            self._hand_over(batch)
        self._look_at(unit)

    def _commit_behind(self, unit: Unit) -> None:
        """Commit what nobody waits for: an outcome after which nothing has to be said.

        Should it be lost, the same thing is said again after a restart: better twice than never.
        """
        committed = asyncio.ensure_future(self.parts.store.commit(unit))
        committed.add_done_callback(_log_failure)
        self._last_commit = committed
        self._look_at(unit)

    def _look_at(self, unit: Unit) -> None:
        for kind, key in unit.changed:
            self.deadlines.note(self._context(unit), kind, key)
            if kind is Batch:
                self._take_back(key, unit.get(Batch, key))
        if any(kind in {Registry, SchoolClass} for kind, _ in unit.changed):
            self._unpark()
        self._set_alarm()

    def _take_back(self, key: str, kept: Batch | None) -> None:
        """Owe no longer what a handler took out of a batch: a case is gone, and its words too."""
        known = self._batches.get(key)
        if known is None:
            return
        still = {owed.id for owed in kept.owed} if kept is not None else set()
        gone = {owed.id for owed in known.owed} - still
        if not gone:
            return
        self.delivery.forget(gone)
        rest = tuple(owed for owed in known.owed if owed.id in still)
        self._batches[key] = replace(known, owed=rest)
        if not rest:
            del self._batches[key]

    async def _settled(self) -> None:
        if self._last_commit is not None:
            await asyncio.shield(self._last_commit)

    def _open_platforms(self) -> frozenset[str]:
        channels = self.parts.channels.values()
        return frozenset(c.platform for c in channels if c.readable_by_platform)

    def _without(self, incoming: Incoming, error: Exception) -> tuple[Unit, Batch | None]:
        """Set aside what came in, and tell who sent it that nothing came of it."""
        unit = self._put_aside(incoming.origin, incoming.what, incoming.text, error)
        return unit, self._apologise(self._turn(unit, incoming))

    def _apologise(self, turn: Turn) -> Batch | None:
        what = turn.incoming
        if what.what is Happening.TAP:
            tapper_only = AnswerTap(what.chat, what.tap, SORRY, language=turn.language)
            return self._owe(turn, [tapper_only])
        return self._owe(turn, [Say(turn.back, SORRY)]) if what.private else None

    def _hand_over(self, batch: Batch) -> None:
        self._batches[batch.key] = batch
        for owed in batch.owed:
            self.delivery.take(owed)

    def _addresses(self, owed: Owed) -> tuple[Address, ...]:
        if owed.to is not None and not owed.person:
            return (owed.to,)
        person = self._context(self.parts.store.begin()).person(owed.person)
        found = addresses_of(person, owed)
        return found if owed.to is None else tuple(a for a in found if a == owed.to)

    async def _settle(self, owed: Owed, outcome: Outcome) -> None:
        if outcome.fate is Fate.MOVED and outcome.moved_to is not None and owed.to is not None:
            await self._follow(owed, owed.to, outcome.moved_to)
            return
        unit = self.parts.store.begin()
        context = self._context(unit)
        kept: tuple[Owed, ...] = ()
        if outcome.fate is Fate.REFUSED:
            kept = self._after_refusal(owed, outcome)
        try:
            superseded = bool(owed.otherwise and kept)
            wishes = () if superseded else self._tell_topic(context, owed, outcome)
            told = self._owe(context, wishes)
        except Exception as error:  # noqa: BLE001 - one broken handler must not stop what is owed
            unit = self._put_aside(owed.id, owed.act, owed.about, error)
            told = None
        batch = self._batches.get(owed.batch, Batch(owed.batch, ()))
        rest = tuple(o for o in batch.owed if o.id != owed.id) + kept
        if rest:
            unit.put(replace(batch, owed=rest))
        else:
            unit.remove(Batch, batch.key)
        # Before the wait: other lanes settle parts of the same batch meanwhile.
        self._batches[batch.key] = replace(batch, owed=rest)
        if not rest:
            del self._batches[batch.key]
        if told is None and not kept:
            self._commit_behind(unit)
            return
        self._to_follow += 1
        try:
            await self._commit(unit, told)
        except StoreError:
            self._still_owe(owed, kept)
            raise
        finally:
            self._to_follow -= 1
        for other in kept:
            if not other.parked:
                self.delivery.take(other)

    def _still_owe(self, owed: Owed, instead: tuple[Owed, ...]) -> None:
        """Owe something again whose outcome the disk refused; other lanes may have gone on."""
        batch = self._batches.get(owed.batch, Batch(owed.batch, ()))
        others = tuple(o for o in batch.owed if o.id != owed.id and o not in instead)
        self._batches[batch.key] = replace(batch, owed=(owed, *others))

    def _after_refusal(self, owed: Owed, outcome: Outcome) -> tuple[Owed, ...]:
        log.info("%s was refused (%s).", owed.act, outcome.why)
        if owed.otherwise:
            return owed.otherwise
        if owed.waits or (owed.person and not owed.about):
            self._in_vain[owed.id] = self._addresses(owed)
            return (replace(owed, parked=True),)
        return ()

    def _tell_topic(self, context: Context, owed: Owed, outcome: Outcome) -> Sequence[Wish]:
        topic, *parts = owed.about.split(":")
        route = self.parts.routes.named(Kind.OUTCOME, topic)
        if route is None:
            return ()
        wishes: Sequence[Wish] = route(context, tuple(parts), outcome)
        return wishes

    async def _follow(self, owed: Owed, old: Address, new: Address) -> None:
        moved = Incoming(
            f"{old}>{new.id}", Happening.MOVED, old, private=False, sender=old, moved_to=new
        )
        await self.take(moved)
        self.delivery.take_first(replace(owed, to=new))

    def _readdress(self, unit: Unit, old: Address, new: Address) -> None:
        for batch in list(self._batches.values()):
            owed = tuple(o.moved(old, new) for o in batch.owed)
            if owed != batch.owed:
                self._batches[batch.key] = replace(batch, owed=owed)
                unit.put(self._batches[batch.key])

    def _unpark(self, people: Collection[str] | None = None) -> None:
        """Try again what waits for these people or, without names, for who got another address."""
        for batch in list(self._batches.values()):
            parked = {o.id for o in batch.owed if o.parked and self._may_be_told(o, people)}
            if not parked:
                continue
            owed = tuple(replace(o, parked=o.parked and o.id not in parked) for o in batch.owed)
            self._batches[batch.key] = replace(batch, owed=owed)
            for o in owed:
                if o.id in parked:
                    self._in_vain.pop(o.id, None)
                    self.delivery.take(o)

    def _may_be_told(self, owed: Owed, people: Collection[str] | None) -> bool:
        if people is not None:
            return (owed.person or str(owed.to)) in people and bool(self._addresses(owed))
        return self._addresses(owed) != self._in_vain.get(owed.id, ())

    async def _meet_deadline(self, route: Route, key: str) -> None:
        context = self._now()
        document = context.unit.get(route.kind_of, key) if route.kind_of is not None else None
        if document is None:
            self.deadlines.forget(route, key)
            return
        self.deadlines.give_another_turn(route, key, context.now)
        try:
            await self._commit(context.unit, self._owe(context, route(context, document)))
        except Exception as error:  # noqa: BLE001 - one broken document must not stop the others
            kind = type(error).__name__
            log.error("The deadline '%s' could not be met (%s).", route.name, kind)  # noqa: TRY400
            return
        if self.deadlines.is_still_due(route, key, context.now):
            self.deadlines.give_another_turn(route, key, context.now)

    def _set_alarm(self) -> None:
        times = (self.deadlines.next, self.delivery.next_wake())
        self.parts.alarm.wake_at(min((t for t in times if t is not None), default=None))


def _may_mend_itself(error: Exception) -> bool:
    """Tell whether the same message may be handled later: a full disk, not a damaged file."""
    return isinstance(error, StoreError) and not isinstance(error, LastingStoreError)


def _log_failure(committed: asyncio.Future[None]) -> None:
    error = None if committed.cancelled() else committed.exception()
    if error is not None:
        log.error("What became of a message could not be kept: %s", error)
