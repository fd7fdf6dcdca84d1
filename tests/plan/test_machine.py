"""Whatever is pressed, in whatever order, by whomever: what the seven steps promise holds.

The machine presses the buttons of the real plan and keeps books of its own. A case never closes
with something open, never by one person alone, nothing is told outside before inside, and no record
ever disappears.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.case_plan import load_plan
from bot.domain.people import Role
from bot.domain.plan import DONE, Course, Kind, Record
from bot.domain.plan_deeds import closes, entitled, outcome, record, waive

PLAN = load_plan(Path(__file__).resolve().parents[2] / "content" / "steps" / "plan.toml")
NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROLES = {
    "ingrid": frozenset({Role.STAFF, Role.SCHOOL_LEADER}),
    "marloes": frozenset({Role.STAFF, Role.COUNSELLOR}),
    "ruben": frozenset({Role.STAFF, Role.PRIVACY_OFFICER}),
}
STRANGER = "kevin"
KEYS = [item.key for item in PLAN.items]

people = st.sampled_from([*ROLES, STRANGER])
reasons = st.sampled_from(["", "Daarom"])


def the(key):
    """Find an item that is there."""
    return next(item for item in PLAN.items if item.key == key)


def a_value(item, draw):
    """Draw a value that an item may take, or once in a while one that it may not."""
    if item.values:
        return draw(st.sampled_from([*item.values, "nonsense"]))
    match item.kind:
        case Kind.DONE:
            return DONE
        case Kind.MOMENT:
            return NINE.isoformat()
        case Kind.LIST:
            return "\n".join(item.parts)
        case _:
            return "Woorden"


class CaseMachine(RuleBasedStateMachine):
    """One case, in the hands of three people and a stranger."""

    def __init__(self):
        super().__init__()
        self.course = Course(PLAN, (), NINE, NINE, {}, ROLES)
        self.book = []
        self.closer = ""

    @initialize(handlers=st.sets(st.sampled_from(list(ROLES)), min_size=1), danger=st.booleans())
    def opens(self, handlers, danger):
        roles = {who: ROLES[who] for who in sorted(handlers)}
        answers = {"serious": "danger-now" if danger else "bad"}
        self.course = replace(self.course, handlers=roles, answers=answers)

    def keeps(self, who, added):
        if not isinstance(added, Record):
            return
        assert not self.course.closed
        assert who in self.course.handlers
        assert added.by == who
        if closes(self.course, added):
            self.closer = who
            self.course = replace(self.course, closed=True)
        self.book.append(added)
        self.course = replace(self.course, records=(*self.course.records, added))

    @rule(
        who=people,
        key=st.sampled_from(KEYS),
        reason=reasons,
        data=st.data(),
        off=st.integers(-1, 1),
    )
    def presses_anything(self, who, key, reason, data, off):
        item = the(key)
        seen = self.course.revision(item) + off
        added = record(self.course, who, key, a_value(item, data.draw), reason, seen)
        if off and item.kind is not Kind.LIST:
            assert not isinstance(added, Record)
        self.keeps(who, added)

    @rule(who=people, key=st.sampled_from(KEYS), reason=reasons)
    def waives_anything(self, who, key, reason):
        added = waive(self.course, who, key, reason)
        assert reason or not isinstance(added, Record)
        self.keeps(who, added)

    @precondition(lambda self: not self.course.closed)
    @rule(data=st.data(), hours=st.integers(0, 30), many=st.integers(1, 12))
    def goes_on_as_it_should(self, data, hours, many):
        self.course = replace(self.course, now=self.course.now + timedelta(hours=hours))
        for _ in range(many):
            waiting = self.course.open_items()
            if self.course.closed or not waiting:
                break
            item = waiting[0] if data.draw(st.booleans()) else data.draw(st.sampled_from(waiting))
            able = sorted(entitled(self.course, item))
            if able:
                who = data.draw(st.sampled_from(able))
                value = a_value(item, data.draw)
                self.keeps(who, record(self.course, who, item.key, value, "Daarom"))

    @invariant()
    def no_record_disappears(self):
        assert list(self.course.records) == self.book

    @invariant()
    def nothing_is_waived_in_silence(self):
        assert all(r.value.strip() for r in self.book if r.waived)

    @invariant()
    def outside_hears_nothing_before_inside(self):
        told = [r.item for r in self.book if not r.waived]
        for outside in ("external", "press"):
            if outside in told:
                assert "internal" in told[: told.index(outside)]

    @invariant()
    def nobody_agrees_with_themselves(self):
        for at, agreed in enumerate(self.book):
            of = the(agreed.item).of
            if of:
                before = [r for r in self.book[:at] if r.item == of]
                assert before
                assert before[-1].by != agreed.by

    @invariant()
    def a_closed_case_is_whole(self):
        if not self.course.closed:
            return
        latest = {r.item: r for r in self.book}
        assert latest["outcome"].by != self.closer
        assert outcome(self.course) == latest["outcome"].value
        for item in PLAN.items:
            if item.required and not item.when and not item.of:
                assert item.key in latest, item.key
                assert latest[item.key].value not in item.unsettled
        for decided in ("severity", "privacy", "offence", "message"):
            assert not latest[decided].waived
        assert latest["offence"].reason
        assert self.book.index(latest["offence-second"]) > self.book.index(latest["offence"])
        opposite = {("punishable", "unfounded"), ("not", "offence")}
        if (latest["offence"].value, latest["outcome"].value) in opposite:
            assert latest["outcome"].reason
        if latest["privacy"].value == "yes" and latest["leak"].value == "yes":
            assert {"fg-told", "aware", "leak-ap", "leak-register"} <= latest.keys()


CaseMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestCaseMachine = CaseMachine.TestCase


@settings(max_examples=60, deadline=None)
@given(data=st.data(), handlers=st.sets(st.sampled_from(list(ROLES)), min_size=2))
def test_every_case_with_two_handlers_can_be_carried_to_its_end(data, handlers):
    course = Course(PLAN, (), NINE, NINE, {}, {who: ROLES[who] for who in sorted(handlers)})
    while not course.closed:
        item = course.open_items()[0]
        who = data.draw(st.sampled_from(sorted(entitled(course, item))))
        settled = [value for value in item.values if value not in item.unsettled]
        value = data.draw(st.sampled_from(settled)) if settled else a_value(item, data.draw)
        course = replace(course, now=course.now + timedelta(hours=25))
        added = record(course, who, item.key, value, "Daarom")
        assert isinstance(added, Record), (item.key, added)
        ended = closes(course, added)
        course = replace(course, records=(*course.records, added), closed=ended)
    assert course.open_items() == ()


def test_one_person_alone_never_closes_a_case():
    alone = Course(PLAN, (), NINE, NINE, {}, {"ingrid": ROLES["ingrid"]})

    assert (
        entitled(
            replace(alone, records=(Record("outcome", NINE, "ingrid", "solved"),)),
            the("closing"),
        )
        == set()
    )
