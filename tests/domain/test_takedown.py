"""Getting something removed: the history only grows, and nobody forgets to look again (11.4).

The machine keeps books of its own of what was recorded, and never asks the link what it thinks.
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.platforms import Site
from bot.domain.takedown import (
    CannotBeRecordedError,
    Link,
    State,
    What,
    added,
    due,
    links_settled,
    next_look,
    next_look_at_any,
    placed,
    recorded,
    reminded,
    replaced,
)

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADDRESS = "https://www.snapchat.com/spotlight/1"
BY_HAND = [w for w in What if w not in {What.TYPED, What.REMINDED, What.LATER, What.NOTED}]


def link(*history):
    """Make a link to which these things were recorded, an hour after each other."""
    (made,) = added((), ADDRESS, Site.SNAPCHAT, "s1", MORNING)
    for hours, what in enumerate(history, 1):
        made = recorded(made, what, "s1", MORNING + hours * HOUR)
    return made


class OneLink(RuleBasedStateMachine):
    """One link, and whatever people record of it while time passes and the bot reminds."""

    @initialize(is_link=st.booleans())
    def somebody_adds_it(self, is_link):
        self.now = MORNING
        (self.link,) = added((), "iets", Site.TIKTOK if is_link else None, "s1", self.now)
        self.state = State.TO_ASK if is_link else State.UNSURE
        self.moments: set[datetime] = set()
        self.before = self.link.history
        self.reminders = 0

    @rule(minutes=st.integers(min_value=0, max_value=6000))
    def time_passes(self, minutes):
        self.now += timedelta(minutes=minutes)

    @precondition(lambda self: any(m <= self.now for m in self.moments))
    @rule()
    def the_bot_reminds(self):
        assert due((self.link,), self.now) == (self.link,)
        self.link = reminded(self.link, self.now)
        self.reminders += 1
        self.spend()
        assert due((self.link,), self.now) == ()

    @rule(what=st.sampled_from(BY_HAND))
    def somebody_records(self, what):
        may = {
            State.UNSURE: {What.DROPPED},
            State.DROPPED: set(),
            State.TO_ASK: {What.ASKED, What.REMOVED},
            State.ASKED: {What.REMOVED, What.REFUSED, What.NO_ANSWER},
            State.NO_ANSWER: {What.ASKED, What.REMOVED, What.REFUSED, What.NO_ANSWER},
            State.REFUSED: {What.ASKED, What.REMOVED},
            State.REMOVED: {What.BACK},
        }
        if what not in may[self.state]:
            with pytest.raises(CannotBeRecordedError):
                recorded(self.link, what, "s2", self.now)
            return
        self.link = recorded(self.link, what, "s2", self.now)
        self.state = State.TO_ASK if what is What.BACK else State(what.value)
        self.spend()
        if what is What.ASKED:
            self.moments = {self.now + hours * HOUR for hours in (4, 24, 72)}
        if what in {What.REMOVED, What.REFUSED, What.DROPPED}:
            self.moments = set()

    @precondition(lambda self: self.state is State.UNSURE)
    @rule(site=st.sampled_from(Site))
    def somebody_says_where_it_is(self, site):
        self.link = placed(self.link, site, "s2", self.now)
        self.state = State.TO_ASK
        assert self.link.site is site

    @precondition(
        lambda self: self.state not in {State.UNSURE, State.DROPPED, State.REMOVED},
    )
    @rule(hours=st.integers(min_value=1, max_value=100))
    def somebody_chooses_a_moment(self, hours):
        until = self.now + hours * HOUR
        self.link = recorded(self.link, What.LATER, "s1", self.now, until)
        self.moments = {until, *(m for m in self.moments if m > until)}

    def spend(self):
        self.moments = {m for m in self.moments if m > self.now}

    @invariant()
    def it_stands_as_the_books_say(self):
        assert self.link.state is self.state

    @invariant()
    def somebody_looks_again_when_the_books_say(self):
        assert next_look(self.link) == min(self.moments, default=None)

    @invariant()
    def what_happened_stays(self):
        assert self.link.history[: len(self.before)] == self.before
        assert [e.at for e in self.link.history] == sorted(e.at for e in self.link.history)
        self.before = self.link.history

    @invariant()
    def a_removed_or_refused_link_bothers_nobody(self):
        if self.state in {State.REMOVED, State.DROPPED, State.UNSURE}:
            assert next_look(self.link) is None


OneLink.TestCase.settings = settings(max_examples=200, stateful_step_count=30, deadline=None)
test_whatever_is_recorded_the_books_agree = OneLink.TestCase


def test_somebody_looks_after_four_hours_a_day_and_three_days():
    asked = link(What.ASKED)
    at = MORNING + HOUR
    looks = []
    while (when := next_look(asked)) is not None:
        looks.append(when - at)
        asked = reminded(asked, when)

    assert looks == [4 * HOUR, 24 * HOUR, 72 * HOUR]


def test_who_asks_again_waits_again():
    again = link(What.ASKED, What.REFUSED, What.ASKED)

    assert next_look(again) == again.asked_at + 4 * HOUR


def test_a_late_reminder_is_one_reminder():
    late = reminded(link(What.ASKED), MORNING + 30 * HOUR)

    assert next_look(late) == MORNING + 73 * HOUR


def test_the_first_of_many_moments_counts():
    first = link(What.ASKED)
    (other,) = added((), "t.me/x", Site.TELEGRAM, "s1", MORNING)

    assert next_look_at_any((other, first)) == next_look(first)
    assert next_look_at_any((other,)) is None


def test_the_same_link_is_added_once():
    once = added((), ADDRESS, Site.SNAPCHAT, "s1", MORNING)

    assert added(once, ADDRESS, Site.SNAPCHAT, "s2", MORNING + HOUR) == once


def test_words_that_were_dropped_may_be_typed_again():
    typed = added((), "dat rare ding", None, "s1", MORNING)
    dropped = replaced(typed, recorded(typed[0], What.DROPPED, "s1", MORNING))

    again = added(dropped, "dat rare ding", None, "s1", MORNING)

    assert [k.number for k in again] == [1, 2]


@pytest.mark.parametrize(
    ("history", "settled"),
    [
        ((), False),
        ((What.ASKED,), False),
        ((What.ASKED, What.NO_ANSWER), False),
        ((What.ASKED, What.REFUSED), True),
        ((What.ASKED, What.REMOVED), True),
        ((What.REMOVED, What.BACK), False),
    ],
)
def test_links_are_settled_when_each_is_gone_or_refused(history, settled):
    gone = link(What.REMOVED)

    assert links_settled((gone, link(*history))) is settled


def test_a_case_without_links_has_nothing_left_to_do():
    assert links_settled(())
    assert not links_settled(added((), "een verhaal", None, "s1", MORNING))


def test_what_a_link_says_does_not_show_in_a_log():
    assert ADDRESS not in repr(Link(1, Site.SNAPCHAT, ADDRESS))
