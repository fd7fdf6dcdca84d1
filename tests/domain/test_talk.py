"""The talk about a case: who has to hear of what, how fast it goes, what is still to deliver."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import Case, NoSuchCase, Status, mark_read
from bot.domain.own_reports import (
    can_be_talked_about,
    must_hear_status,
    nobody_was_told,
    own,
    own_among,
    tell_more_about,
    to_be_told,
    told_status,
    wiped,
)
from bot.domain.talk import (
    A_CASE,
    A_PERSON,
    KNOCKS,
    REPORTER,
    Delivery,
    Pace,
    Said,
    calls_for_knock,
    kept_from,
    reached,
    still_to_deliver,
    told_to,
    too_fast,
    untold_to,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CASE = Case(1, "p1", opened_at=NOW, handlers=("s1", "s2", "s3"), excluded=("s3",))
READERS = {"s1", "s2"}

speakers = st.sampled_from([REPORTER, "s1", "s2"])
deliveries = st.sampled_from(list(Delivery))
talks = st.lists(
    st.builds(Said, at=st.just(NOW), by=speakers, words=st.text(), delivery=deliveries), max_size=8
).map(tuple)
happenings = st.lists(st.sampled_from(["tells", "s1", "s2"]), max_size=12)


def lived(happened: list[str]) -> tuple[Case, dict[str, bool]]:
    """Let the reporter tell and handlers look; gives who should have heard and did not look yet."""
    case, behind = CASE, dict.fromkeys(READERS, False)
    for each in happened:
        if each == "tells":
            case = tell_more_about(case, "more", NOW)
            behind = dict.fromkeys(READERS, True)
        else:
            case = mark_read(case, each, NOW)
            behind[each] = False
    return case, behind


@given(happened=happenings)
def test_a_handler_hears_of_more_once_between_two_looks(happened):
    case, behind = lived(happened)

    assert set(to_be_told(case)) == {h for h, late in behind.items() if not late}


@given(happened=happenings)
def test_no_word_of_the_reporter_is_lost_or_signed(happened):
    case, _ = lived(happened)

    assert len(case.talk) == happened.count("tells")
    assert all((said.by, said.words, said.signed) == (REPORTER, "more", "") for said in case.talk)
    assert not any(event.by == "p1" for event in case.events)


def test_words_that_nobody_hears_of_apart_share_the_fate_of_those_before():
    first = tell_more_about(CASE, "one", NOW)
    known = replace(first, talk=reached(first.talk, 0))

    assert tell_more_about(first, "two", NOW).talk[1].delivery is Delivery.WAITING
    assert tell_more_about(known, "two", NOW).talk[1].delivery is Delivery.ACCEPTED
    again = tell_more_about(mark_read(known, "s1", NOW), "two", NOW)
    assert again.talk[1].delivery is Delivery.WAITING


@pytest.mark.parametrize("me", [{"s1"}, {"s3"}, {"p2"}, {"g1", "telegram:4711"}, set()])
def test_somebody_elses_report_looks_exactly_like_a_missing_one(me):
    with pytest.raises(NoSuchCase):
        own(CASE, me)
    with pytest.raises(NoSuchCase):
        own(None, me)
    assert own_among([CASE], me) == ()


@pytest.mark.parametrize("me", [{"p1"}, {"p1", "telegram:4711"}])
def test_the_reporter_has_the_report_until_it_is_wiped(me):
    assert own(CASE, me) is CASE
    with pytest.raises(NoSuchCase):
        own(wiped(CASE, NOW), me)


def test_open_reports_come_before_closed_ones_and_new_before_old():
    cases = [
        replace(CASE, number=n, status=s)
        for n, s in ((1, Status.READ), (2, Status.CLOSED), (3, Status.IN_HAND), (4, Status.CLOSED))
    ]

    assert [case.number for case in own_among(cases, {"p1"})] == [3, 1, 4, 2]


@pytest.mark.parametrize("status", Status)
def test_reporter_and_handlers_talk_as_long_as_both_sides_keep_the_case_open(status):
    case = replace(CASE, status=status)

    assert can_be_talked_about(case) is (status is not Status.CLOSED)
    assert not can_be_talked_about(wiped(case, NOW))


def test_wiping_changes_nothing_that_the_school_has():
    told = tell_more_about(CASE, "more", NOW)
    gone = wiped(told, NOW)

    assert replace(gone, receipt=told.receipt, events=told.events) == told


@pytest.mark.parametrize("status", Status)
def test_a_status_is_told_once_and_never_to_who_wiped_the_report(status):
    case = replace(CASE, status=status)

    assert must_hear_status(case) is (status is not Status.RECEIVED)
    assert not must_hear_status(told_status(case))
    assert not must_hear_status(wiped(case, NOW))


@given(seconds=st.lists(st.integers(0, 300), max_size=60).map(sorted))
def test_nobody_writes_more_than_ten_messages_in_any_minute(seconds):
    pace, taken = Pace("p1"), []
    for second in seconds:
        now = NOW + timedelta(seconds=second)
        if not too_fast(pace, (), now):
            pace = pace.noted(now)
            taken.append(now)

    for moment in taken:
        in_a_minute = [t for t in taken if moment <= t < moment + timedelta(minutes=1)]
        assert len(in_a_minute) <= A_PERSON
    assert len(taken) >= min(len(seconds), A_PERSON)


def test_a_case_takes_thirty_messages_in_a_minute_of_everybody_together():
    talk = tuple(Said(NOW, f"s{n % 4}", "x") for n in range(A_CASE))
    nobody = Pace("s9")

    assert too_fast(nobody, talk, NOW)
    assert not too_fast(nobody, talk[1:], NOW)
    assert not too_fast(nobody, talk, NOW + timedelta(minutes=1))


@given(talk=talks, data=st.data())
def test_what_is_still_to_deliver_are_a_handlers_words_that_did_not_get_through(talk, data):
    if not talk:
        assert still_to_deliver(talk) == ()
        return
    place = data.draw(st.integers(0, len(talk) - 1))

    assert (place in still_to_deliver(kept_from(talk, place))) is (talk[place].by != REPORTER)
    assert place not in still_to_deliver(reached(talk, place))
    changed = kept_from(talk, place)
    assert [a for n, a in enumerate(changed) if n != place] == [
        b for n, b in enumerate(talk) if n != place
    ]


@given(talk=talks)
def test_all_that_waits_calls_for_one_knock(talk):
    waiting = still_to_deliver(talk)

    assert [p for p in waiting if calls_for_knock(talk, p)] == list(waiting[:1])


def test_words_that_no_platform_takes_are_not_tried_for_ever():
    talk: tuple[Said, ...] = (Said(NOW, "s1", "x"),)
    knocks = 0
    for _ in range(3 * KNOCKS):
        talk = kept_from(talk, 0)
        knocks += calls_for_knock(talk, 0)

    assert knocks == KNOCKS - 1
    assert talk[0].delivery is Delivery.UNDELIVERED


def test_the_reporter_gets_the_phone_only_when_not_one_reader_could_be_told():
    case = tell_more_about(CASE, "more", NOW)
    one = replace(case, talk=untold_to(case.talk, 0, "s1"))
    both = replace(one, talk=untold_to(one.talk, 0, "s2"))

    assert [nobody_was_told(c) for c in (case, one, both)] == [False, False, True]
    assert both.talk[0].delivery is Delivery.UNDELIVERED


def test_one_who_could_not_be_told_before_counts_until_that_one_is_told():
    first = tell_more_about(CASE, "one", NOW)
    first = replace(first, talk=untold_to(told_to(first.talk, 0, "s2"), 0, "s1"))
    second = tell_more_about(mark_read(first, "s2", NOW), "two", NOW)

    alone = replace(second, talk=untold_to(second.talk, 1, "s2"))
    again = replace(alone, talk=told_to(alone.talk, 0, "s1"))

    assert first.talk[0].delivery is Delivery.ACCEPTED
    assert nobody_was_told(alone)
    assert not nobody_was_told(again)
    assert [said.delivery for said in again.talk] == [Delivery.ACCEPTED] * 2


def test_words_of_the_talk_stand_in_no_repr():
    assert "secret" not in repr(Said(NOW, "s1", "secret"))
