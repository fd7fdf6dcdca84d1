"""An appeal is said once, after somebody else approved it, and not after it was taken back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.appeal import (
    Neutral,
    NotYourOwnError,
    Posted,
    Stage,
    TooLateError,
    approved,
    asked,
    begun,
    declined,
    posted,
    revoked,
    toggled,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CLASSES = ("7B", "8A", "8B")


class OneAppeal(RuleBasedStateMachine):
    """One appeal, and people who tap whatever button they still see."""

    def __init__(self):
        super().__init__()
        self.appeal = begun(1, Neutral.IMAGES, CLASSES, "s1", NOW)
        self.chosen: set[str] = set()
        self.stage = Stage.CHOOSING
        self.involved = {"s1"}
        self.said = 0

    def taps(self, deed, *, allowed, own=False):
        """Try it; tells whether it was done."""
        if own or not allowed:
            with pytest.raises(NotYourOwnError if own else TooLateError):
                deed()
            return False
        self.appeal = deed()
        return True

    @rule(name=st.sampled_from((*CLASSES, "9Z")))
    def chooses(self, name):
        fits = self.stage is Stage.CHOOSING and name in CLASSES
        if self.taps(lambda: toggled(self.appeal, name), allowed=fits):
            self.chosen ^= {name}

    @rule(who=st.sampled_from(("s1", "s2")))
    def asks(self, who):
        fits = self.stage is Stage.CHOOSING and bool(self.chosen)
        if self.taps(lambda: asked(self.appeal, who, NOW), allowed=fits):
            self.stage = Stage.WAITING
            self.involved.add(who)

    @rule(who=st.sampled_from(("s1", "s2", "s3")), yes=st.booleans())
    def decides(self, who, yes):
        waits = self.stage is Stage.WAITING
        own = waits and who in self.involved

        def deed():
            if yes:
                return approved(self.appeal, who, NOW, {"7B", "8A"})
            return declined(self.appeal, who, NOW)

        if self.taps(deed, allowed=waits, own=own):
            self.stage = Stage.APPROVED if yes else Stage.DECLINED
            self.said += yes

    @rule()
    def takes_back(self):
        fits = self.stage in {Stage.CHOOSING, Stage.WAITING}
        if self.taps(lambda: revoked(self.appeal, "s1", NOW), allowed=fits):
            self.stage = Stage.REVOKED

    @rule(name=st.sampled_from(CLASSES), outcome=st.sampled_from((Posted.ACCEPTED, Posted.REFUSED)))
    def the_platform_answers(self, name, outcome):
        before = {p.class_name: p for p in self.appeal.postings}
        self.appeal = posted(self.appeal, name, outcome, NOW + timedelta(minutes=1), "")
        for posting in self.appeal.postings:
            was = before[posting.class_name].outcome
            heard = posting.class_name == name and was is Posted.PROMISED
            assert posting.outcome is (outcome if heard else was)

    @invariant()
    def it_is_at_the_stage_of_the_books(self):
        assert self.appeal.stage is self.stage
        assert self.appeal.by == "s1"
        assert set(self.appeal.chosen) == self.chosen

    @invariant()
    def it_is_said_at_most_once_and_only_when_approved(self):
        assert self.said == (self.stage is Stage.APPROVED)
        assert {p.class_name for p in self.appeal.postings} == (
            self.chosen if self.stage is Stage.APPROVED else set()
        )


OneAppeal.TestCase.settings = settings(max_examples=200, stateful_step_count=25, deadline=None)
test_whoever_taps_what_it_is_said_once_and_after_approval = OneAppeal.TestCase


def test_a_class_without_a_group_is_not_promised_anything():
    appeal = toggled(begun(1, Neutral.ANYTHING, CLASSES, "s1", NOW), "8B")

    done = approved(asked(appeal, "s1", NOW), "s2", NOW, {"7B"})

    assert [(p.class_name, p.outcome) for p in done.postings] == [("8B", Posted.NO_GROUP)]
    assert done.is_settled
