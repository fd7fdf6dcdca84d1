"""The life of an announcement, with whatever can happen in any order: nobody is forgotten (P1).

The machine keeps books of its own, from what happens and from the steps that are taken, and never
asks the ledger what it thinks. Whoever is not reached must at every moment be waited for, or
be somebody's task.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from bot.domain.reach import (
    Announcement,
    Event,
    Obligation,
    Situation,
    Step,
    Way,
    What,
    close_if_complete,
    count_by_way,
    next_look_at,
    promised_in_group,
    record,
    steps_now,
    unreached,
)

SENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
SET_BACK = timedelta(minutes=5)
PUPILS = ("p1", "p2", "p3")
IN_THE_GROUP = Step(Way.GROUP)


@dataclass
class Life:
    """What is true of one pupil, and what the machine saw happen to it."""

    key: str
    on_roster: bool = False
    answers: bool = False
    """Whether anybody ever answers; many must not, or no life would last long."""
    in_group: bool = False
    by_chat: bool = False
    chats: set[str] = field(default_factory=set)
    mails: set[str] = field(default_factory=set)
    tried: dict[Step, datetime] = field(default_factory=dict)
    """Every way used, and since when it may still succeed."""
    refused: set[Step] = field(default_factory=set)
    has_task: bool = False
    failed_at: datetime | None = None
    reached: bool = False

    @property
    def guardians(self) -> tuple[str, str]:
        return f"{self.key}-mother", f"{self.key}-father"

    @property
    def situation(self) -> Situation:
        return Situation(
            self.in_group,
            self.by_chat,
            tuple(g for g in self.guardians if g in self.chats),
            tuple(g for g in self.guardians if g in self.mails),
        )

    @property
    def ways(self) -> set[Step]:
        chat = {Step(Way.PUPIL_CHAT)} if self.by_chat else set()
        chats = {Step(Way.GUARDIAN_CHAT, g) for g in self.chats}
        return chat | chats | {Step(Way.GUARDIAN_EMAIL, g) for g in self.mails}

    def hopes(self, step: Step, patience: timedelta, now: datetime) -> bool:
        return step in self.tried and step not in self.refused and now < self.tried[step] + patience


class LifeOfAnAnnouncement(RuleBasedStateMachine):
    @initialize(
        patience=st.sampled_from([timedelta(minutes=1), timedelta(hours=1), timedelta(days=3)]),
        data=st.data(),
    )
    def a_teacher_tells_the_class(self, patience, data):
        self.now = self.latest = SENT
        self.lives = {p: Life(p) for p in PUPILS}
        for life in self.lives.values():
            life.on_roster, life.answers, life.in_group, life.by_chat = data.draw(
                st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans())
            )
            life.chats = data.draw(st.sets(st.sampled_from(life.guardians)))
            life.mails = data.draw(st.sets(st.sampled_from(life.guardians)))
        self.lives["p1"].on_roster = True
        self.complete_at: datetime | None = None
        self.announcement = Announcement("a1", "7B", "s1", "No gym today", SENT, patience)
        self._keep()

    # What the bot does: the order of bot.pursuit, with nobody to talk to.

    def _roster(self) -> dict[str, Situation]:
        return {life.key: life.situation for life in self.lives.values() if life.on_roster}

    def _look(self) -> datetime | None:
        return next_look_at(self.announcement, self._roster())

    def _keep(self) -> None:
        self._pursue()
        self._note_whether_it_is_complete()
        self.announcement = close_if_complete(self.announcement, self._roster(), self.now)
        look = self._look()
        assert look is None or look > self.now, "a busy loop: what was due is as due as before"

    def _note_whether_it_is_complete(self) -> None:
        if self.complete_at is None and all(self.lives[p].reached for p in self._roster()):
            self.complete_at = self.now

    def _pursue(self) -> None:
        if self.announcement.closed_at is not None:
            return
        for pupil in unreached(self.announcement, self._roster()):
            obligation = self.announcement.obligations.get(pupil)
            if obligation is None:
                obligation = Obligation(pupil, "secret")
                if self.lives[pupil].in_group and self.now == self.announcement.at:
                    obligation = self._take(obligation, IN_THE_GROUP)
            situation = self.lives[pupil].situation
            for step in steps_now(obligation, situation, self._patience, self.now):
                obligation = self._take(obligation, step)
            obligations = {**self.announcement.obligations, pupil: obligation}
            self.announcement = replace(self.announcement, obligations=obligations)

    def _take(self, obligation: Obligation, step: Step) -> Obligation:
        life = self.lives[obligation.pupil]
        assert not life.reached, "somebody who was reached is not told again"
        if step.way is Way.ADULT:
            self._see_that_an_adult_is_really_needed(life)
            life.has_task, life.failed_at = True, None
        else:
            assert step not in life.tried, "no way is used twice"
            assert step == IN_THE_GROUP or step in life.ways, "no way is used that is not there"
            assert step == IN_THE_GROUP or not self._waits_for_group(life), "too impatient"
            life.tried[step] = self.now
        event = Event(self.now, What.PROMISED, step.way, step.to)
        return replace(obligation, events=(*obligation.events, event))

    def _see_that_an_adult_is_really_needed(self, life: Life) -> None:
        assert not life.has_task, "an adult who has the task is not asked again"
        assert life.ways <= set(life.tried), "an adult is asked before every way was used"
        assert not self._waits_for_somebody(life), "an adult is asked while a way may succeed"
        assert life.failed_at is None or self.now >= life.failed_at + self._patience

    @property
    def _patience(self) -> timedelta:
        return self.announcement.patience

    def _waits_for_group(self, life: Life) -> bool:
        return life.in_group and life.hopes(IN_THE_GROUP, self._patience, self.now)

    def _waits_for_somebody(self, life: Life) -> bool:
        return self._waits_for_group(life) or any(
            life.hopes(step, self._patience, self.now) for step in life.ways
        )

    def _wake(self) -> None:
        self._note_whether_it_is_complete()
        look = self._look()
        if look is not None and look <= self.now:
            self._look_again()

    def _look_again(self) -> None:
        before = self.announcement
        self._keep()
        assert self.announcement != before, "a dead wait: woken, and there was nothing to do"

    # Who is on the roster, in the group, and has which addresses.

    @rule(pupil=st.sampled_from(PUPILS))
    def comes_onto_the_roster_or_leaves_it(self, pupil):
        self.lives[pupil].on_roster ^= True
        self._wake()

    @rule(pupil=st.sampled_from(PUPILS))
    def joins_or_leaves_the_group(self, pupil):
        self.lives[pupil].in_group ^= True
        self._wake()

    @rule(pupil=st.sampled_from(PUPILS))
    def binds_or_loses_an_account(self, pupil):
        self.lives[pupil].by_chat ^= True
        self._wake()

    @rule(pupil=st.sampled_from(PUPILS), which=st.sampled_from([0, 1]))
    def a_guardian_binds_or_loses_an_account(self, pupil, which):
        self.lives[pupil].chats ^= {self.lives[pupil].guardians[which]}
        self._wake()

    @rule(pupil=st.sampled_from(PUPILS), which=st.sampled_from([0, 1]))
    def a_guardian_gets_or_loses_a_mail_address(self, pupil, which):
        self.lives[pupil].mails ^= {self.lives[pupil].guardians[which]}
        self._wake()

    # What platforms tell.

    def _attempts(self) -> list[tuple[str, Step]]:
        return [(life.key, step) for life in self.lives.values() for step in life.tried]

    def _hear(self, pupil: str, step: Step, what: What) -> None:
        event = Event(self.now, what, step.way, step.to, "blocked" if what is What.REFUSED else "")
        self.announcement = record(self.announcement, pupil, event)
        life = self.lives[pupil]
        if what is What.REFUSED:
            life.refused.add(step)
        else:
            life.refused.discard(step)
            life.tried[step] = self.now

    @precondition(lambda self: self._attempts())
    @rule(data=st.data(), what=st.sampled_from([What.ACCEPTED, What.REFUSED]))
    def a_platform_accepts_or_refuses_one_attempt(self, data, what):
        pupil, step = data.draw(st.sampled_from(self._attempts()))
        self._hear(pupil, step, what)
        self._keep()

    @rule(what=st.sampled_from([What.ACCEPTED, What.REFUSED]))
    def the_platform_accepts_or_refuses_the_post_in_the_group(self, what):
        for pupil in promised_in_group(self.announcement):
            self._hear(pupil, IN_THE_GROUP, what)
        self._keep()

    # What people do.

    def _answering(self) -> list[str]:
        return [p for p in self.announcement.obligations if self.lives[p].answers]

    def _say(self, pupil: str, what: What, way: Way, by: str, reason: str = "") -> None:
        event = Event(self.now, what, way, by, reason)
        self.announcement = record(self.announcement, pupil, event)
        if what is What.NOT_REACHED:
            self.lives[pupil].has_task, self.lives[pupil].failed_at = False, self.now
        else:
            self.lives[pupil].reached = True
        self._keep()

    @precondition(lambda self: self._answering())
    @rule(data=st.data(), way=st.sampled_from([w for w in Way if w is not Way.ADULT]))
    def a_pupil_or_a_guardian_confirms(self, data, way):
        pupil = data.draw(st.sampled_from(self._answering()))
        own = way in {Way.GROUP, Way.PUPIL_CHAT}
        self._say(pupil, What.CONFIRMED, way, pupil if own else self.lives[pupil].guardians[0])

    @precondition(lambda self: self._answering())
    @rule(data=st.data())
    def an_adult_waives(self, data):
        pupil = data.draw(st.sampled_from(self._answering()))
        self._say(pupil, What.WAIVED, Way.ADULT, "s1", "is abroad")

    def _tasks(self) -> list[str]:
        return [life.key for life in self.lives.values() if life.has_task and not life.reached]

    @precondition(lambda self: self._tasks())
    @rule(data=st.data())
    def an_adult_does_the_task_or_tries_in_vain(self, data):
        pupil = data.draw(st.sampled_from(self._tasks()))
        what = What.SPOKEN if self.lives[pupil].answers else What.NOT_REACHED
        self._say(pupil, what, Way.ADULT, "s1")

    # Time.

    @rule(parts=st.integers(1, 30))
    def time_passes(self, parts):
        end = self.now + self._patience * parts / 10
        look = self._look()
        while look is not None and look <= end:
            self.now = max(self.now, look)
            self._look_again()
            look = self._look()
        self.now = end
        self.latest = max(self.latest, end)

    @rule(parts=st.integers(1, 30))
    def the_bot_is_down_for_a_while(self, parts):
        self.now += self._patience * parts / 10
        self.latest = max(self.latest, self.now)
        self._wake()

    @rule()
    def the_clock_is_set_back(self):
        self.now = min(self.now, max(SENT + MOMENT, self.now - SET_BACK))
        self._wake()

    # What is always true.

    @invariant()
    def it_is_closed_when_and_only_when_everybody_on_the_roster_was_reached(self):
        assert self.announcement.closed_at == self.complete_at

    @invariant()
    def reached_is_only_who_confirmed_or_was_answered_for(self):
        roster = self._roster()
        silent = tuple(p for p in roster if not self.lives[p].reached)
        assert unreached(self.announcement, roster) == silent
        assert sum(count_by_way(self.announcement, roster).values()) == len(roster) - len(silent)

    @invariant()
    def nobody_is_forgotten(self):
        if self.announcement.closed_at is not None:
            return
        roster = self._roster()
        open_lives = [self.lives[p] for p in roster if not self.lives[p].reached]
        for life in open_lives:
            fails = life.failed_at is not None and self.now < life.failed_at + self._patience
            assert life.has_task or fails or self._waits_for_somebody(life)
            assert self._waits_for_group(life) or life.ways <= set(life.tried)
        if not all(life.has_task for life in open_lives):
            look = self._look()
            assert look is not None
            assert self.now < look <= self.latest + self._patience

    @invariant()
    def the_next_look_is_not_a_moment_too_late_or_too_early(self):
        look = self._look()
        if look is None:
            return
        obligations, roster = self.announcement.obligations, self._roster()
        due = [
            any(steps_now(obligations[p], roster[p], self._patience, at) for p in roster)
            for at in (look - MOMENT, look)
        ]
        assert due == [False, True]


TestLifeOfAnAnnouncement = LifeOfAnAnnouncement.TestCase
TestLifeOfAnAnnouncement.settings = settings(
    max_examples=100,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
