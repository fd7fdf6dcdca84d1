"""The rules of reach, one by one: what is tried, when, and when somebody counts as reached (P1)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.reach import (
    WORDS_OF_PEOPLE,
    Announcement,
    Event,
    Obligation,
    Situation,
    Step,
    Way,
    What,
    close_if_complete,
    count_by_way,
    is_reached,
    next_look_at,
    promised_in_group,
    record,
    steps_now,
    unreached,
)

SENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PATIENCE = timedelta(hours=1)
MOMENT = timedelta(microseconds=1)

NOWHERE = Situation(in_group=False, by_chat=False)
GROUP_ONLY = Situation(in_group=True, by_chat=False)
CHAT_ONLY = Situation(in_group=False, by_chat=True)
EVERYWHERE = Situation(
    in_group=True, by_chat=True, guardians_by_chat=("g1",), guardians_by_email=("g1", "g2")
)
NOT_IN_GROUP = replace(EVERYWHERE, in_group=False)

OTHER_WAYS = (
    Step(Way.PUPIL_CHAT),
    Step(Way.GUARDIAN_CHAT, "g1"),
    Step(Way.GUARDIAN_EMAIL, "g1"),
    Step(Way.GUARDIAN_EMAIL, "g2"),
)
ASK_AN_ADULT = (Step(Way.ADULT),)


def minutes(count: int) -> datetime:
    return SENT + timedelta(minutes=count)


def promised(way: Way, to: str = "", at: int = 0) -> Event:
    return Event(minutes(at), What.PROMISED, way, to)


def accepted(way: Way, to: str = "", at: int = 0) -> Event:
    return Event(minutes(at), What.ACCEPTED, way, to)


def refused(way: Way, to: str = "", at: int = 0) -> Event:
    return Event(minutes(at), What.REFUSED, way, to, "blocked")


def confirmed(way: Way = Way.GROUP, by: str = "p1", at: int = 0) -> Event:
    return Event(minutes(at), What.CONFIRMED, way, by)


def spoken(at: int = 0) -> Event:
    return Event(minutes(at), What.SPOKEN, Way.ADULT, "s1")


def tried_in_vain(at: int = 0) -> Event:
    return Event(minutes(at), What.NOT_REACHED, Way.ADULT, "s1")


def waived(at: int = 0) -> Event:
    return Event(minutes(at), What.WAIVED, Way.ADULT, "s1", "is abroad until Monday")


def everything_tried(at: int = 0) -> list[Event]:
    return [promised(s.way, s.to, at) for s in OTHER_WAYS]


def steps(situation: Situation, *events: Event, now: datetime = SENT) -> tuple[Step, ...]:
    return steps_now(Obligation("p1", "secret", events), situation, PATIENCE, now)


def announcement(**ledgers: list[Event]) -> Announcement:
    obligations = {p: Obligation(p, "secret", tuple(events)) for p, events in ledgers.items()}
    return Announcement("a1", "7B", "s1", "No gym today", SENT, PATIENCE, obligations)


def look(situation: Situation, *events: Event) -> datetime | None:
    return next_look_at(announcement(p1=list(events)), {"p1": situation})


# What to do now


def test_who_was_in_the_group_gets_the_whole_patience_to_read_it_there():
    posted = promised(Way.GROUP)

    assert steps(EVERYWHERE, posted, now=minutes(60) - MOMENT) == ()
    assert steps(EVERYWHERE, posted, now=minutes(60)) == OTHER_WAYS


def test_the_patience_runs_from_the_moment_the_platform_took_the_message():
    taken_late = [promised(Way.GROUP), accepted(Way.GROUP, at=30)]

    assert steps(EVERYWHERE, *taken_late, now=minutes(90) - MOMENT) == ()
    assert steps(EVERYWHERE, *taken_late, now=minutes(90)) == OTHER_WAYS


def test_who_is_not_in_the_group_is_told_every_other_way_at_once():
    assert steps(NOT_IN_GROUP) == OTHER_WAYS


def test_who_left_the_group_is_told_every_other_way_without_waiting():
    assert steps(NOT_IN_GROUP, promised(Way.GROUP), accepted(Way.GROUP)) == OTHER_WAYS


def test_who_joined_the_group_after_the_post_never_saw_it_there():
    assert steps(EVERYWHERE) == OTHER_WAYS


def test_a_group_that_refused_the_post_is_not_waited_for():
    assert steps(EVERYWHERE, promised(Way.GROUP), refused(Way.GROUP)) == OTHER_WAYS


@pytest.mark.parametrize("last", [promised, accepted, refused])
@pytest.mark.parametrize("step", OTHER_WAYS)
def test_a_way_is_used_one_time_whatever_became_of_it(step, last):
    left = steps(NOT_IN_GROUP, last(step.way, step.to), now=minutes(6000))

    assert left == tuple(s for s in OTHER_WAYS if s != step)


def test_a_guardian_tried_by_mail_may_still_be_tried_by_chat_and_the_other_guardian_by_mail():
    assert steps(NOT_IN_GROUP, promised(Way.GUARDIAN_EMAIL, "g1")) == (
        Step(Way.PUPIL_CHAT),
        Step(Way.GUARDIAN_CHAT, "g1"),
        Step(Way.GUARDIAN_EMAIL, "g2"),
    )


def test_no_way_at_all_is_a_task_for_an_adult_at_once():
    assert steps(NOWHERE) == ASK_AN_ADULT


def test_an_adult_is_asked_when_the_patience_of_the_last_way_is_over_and_not_before():
    tried = [*everything_tried(), accepted(Way.GUARDIAN_EMAIL, "g2", at=10)]

    assert steps(NOT_IN_GROUP, *tried, now=minutes(70) - MOMENT) == ()
    assert steps(NOT_IN_GROUP, *tried, now=minutes(70)) == ASK_AN_ADULT


def test_an_adult_is_asked_at_once_when_every_way_was_refused():
    bounced = [refused(s.way, s.to, at=1) for s in OTHER_WAYS]

    assert steps(NOT_IN_GROUP, *everything_tried(), *bounced, now=minutes(1)) == ASK_AN_ADULT


def test_a_mail_that_bounces_after_it_was_accepted_is_not_waited_for():
    mailed = [promised(Way.GUARDIAN_EMAIL, "g1"), accepted(Way.GUARDIAN_EMAIL, "g1")]
    by_mail = replace(NOWHERE, guardians_by_email=("g1",))

    assert steps(by_mail, *mailed, now=minutes(5)) == ()
    assert steps(by_mail, *mailed, refused(Way.GUARDIAN_EMAIL, "g1", 5), now=minutes(5)) == (
        ASK_AN_ADULT
    )


def test_a_way_that_is_gone_is_not_waited_for():
    assert steps(NOWHERE, promised(Way.PUPIL_CHAT), now=minutes(1)) == ASK_AN_ADULT


def test_an_adult_who_has_the_task_is_not_asked_again():
    asked = [*everything_tried(), promised(Way.ADULT, at=60)]

    assert steps(NOT_IN_GROUP, *asked, now=minutes(60)) == ()
    assert steps(NOT_IN_GROUP, *asked, now=minutes(60_000)) == ()


def test_an_adult_who_tried_in_vain_gets_the_task_again_after_the_patience():
    asked = [promised(Way.ADULT), tried_in_vain(at=20)]

    assert steps(NOWHERE, *asked, now=minutes(80) - MOMENT) == ()
    assert steps(NOWHERE, *asked, now=minutes(80)) == ASK_AN_ADULT
    assert steps(NOWHERE, *asked, promised(Way.ADULT, at=80), now=minutes(800)) == ()


def test_a_new_address_is_used_at_once_also_when_an_adult_has_the_task():
    assert steps(CHAT_ONLY, promised(Way.ADULT)) == (Step(Way.PUPIL_CHAT),)


@pytest.mark.parametrize("last_word", [confirmed(), spoken(), waived()])
def test_nothing_is_done_for_who_is_reached_whatever_comes_after(last_word):
    later = [last_word, refused(Way.GROUP, at=1), tried_in_vain(at=2)]

    assert steps(EVERYWHERE, last_word) == ()
    assert steps(NOWHERE, *later, now=minutes(6000)) == ()


# Who is reached


@pytest.mark.parametrize("what", What)
def test_only_a_confirmation_or_the_word_of_an_adult_closes_a_pupil(what):
    ledger = announcement(p1=[Event(SENT, what, Way.PUPIL_CHAT, "somebody", "some reason")])

    assert is_reached(ledger, "p1") is (what in {What.CONFIRMED, What.SPOKEN, What.WAIVED})


def test_accepted_by_every_platform_is_still_unreached():
    taken = [accepted(s.way, s.to) for s in (Step(Way.GROUP), *OTHER_WAYS)]

    assert unreached(announcement(p1=taken), ["p1"]) == ("p1",)


def test_unreached_is_the_default_and_the_order_is_that_of_the_roster():
    ledger = announcement(p1=[confirmed()], p2=[])

    assert unreached(ledger, ["p3", "p1", "p2"]) == ("p3", "p2")


def test_the_first_closing_event_is_the_one_that_counts():
    ledger = announcement(p1=[promised(Way.GROUP), confirmed(at=5), spoken(at=9)])

    assert ledger.obligations["p1"].closing == confirmed(at=5)


def test_an_event_after_the_closing_one_is_kept_as_well():
    ledger = record(announcement(p1=[confirmed()], p2=[]), "p1", refused(Way.GROUP), spoken())

    assert ledger.obligations["p1"].events == (confirmed(), refused(Way.GROUP), spoken())
    assert ledger.obligations["p2"].events == ()


def test_who_was_in_the_group_at_the_post_is_known_from_the_ledger():
    ledger = announcement(
        p1=[promised(Way.GROUP)],
        p2=[promised(Way.PUPIL_CHAT), confirmed(Way.GROUP, at=2)],
        p3=[promised(Way.GROUP), refused(Way.GROUP)],
    )

    assert promised_in_group(ledger) == ["p1", "p3"]


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_waiver_without_a_reason_can_not_be_written(reason):
    with pytest.raises(ValueError, match="reason"):
        Event(SENT, What.WAIVED, Way.ADULT, "s1", reason)


@pytest.mark.parametrize("what", sorted(WORDS_OF_PEOPLE))
def test_what_a_person_says_can_not_be_written_without_that_person(what):
    with pytest.raises(ValueError, match="who"):
        Event(SENT, what, Way.ADULT, "", "some reason")


def test_neither_the_message_nor_a_token_nor_a_reason_is_shown():
    shown = repr(announcement(p1=[waived()]))

    assert "gym" not in shown
    assert "secret" not in shown
    assert "abroad" not in shown


# When it closes


def test_it_closes_when_the_last_pupil_on_the_roster_is_reached():
    almost = announcement(p1=[confirmed()], p2=[accepted(Way.GROUP)])
    complete = record(almost, "p2", spoken())

    assert close_if_complete(almost, ["p1", "p2"], minutes(9)).closed_at is None
    assert close_if_complete(complete, ["p1", "p2"], minutes(9)).closed_at == minutes(9)


def test_a_pupil_without_a_ledger_keeps_it_open():
    assert close_if_complete(announcement(p1=[confirmed()]), ["p1", "new"], SENT).closed_at is None


def test_a_pupil_who_left_the_class_does_not_keep_it_open():
    ledger = announcement(p1=[confirmed()], left=[refused(Way.GROUP)])

    assert close_if_complete(ledger, ["p1"], SENT).closed_at == SENT


def test_closed_is_closed_also_for_who_comes_onto_the_roster_later():
    closed = close_if_complete(announcement(p1=[confirmed()]), ["p1"], minutes(9))

    assert close_if_complete(closed, ["p1", "new"], minutes(99)) == closed
    assert close_if_complete(closed, ["p1"], minutes(99)).closed_at == minutes(9)


# When to look again


def test_the_next_look_is_when_the_patience_with_the_group_ends():
    assert look(EVERYWHERE, promised(Way.GROUP), accepted(Way.GROUP, at=2)) == minutes(62)


def test_the_next_look_is_the_first_one_that_any_pupil_needs():
    ledger = announcement(p1=[promised(Way.GROUP, at=5)], p2=[promised(Way.GROUP)])

    assert next_look_at(ledger, {"p1": GROUP_ONLY, "p2": GROUP_ONLY}) == minutes(60)


def test_who_came_onto_the_roster_after_the_sending_is_due_at_once():
    ledger = announcement(p1=[promised(Way.GROUP)])

    assert next_look_at(ledger, {"p1": GROUP_ONLY, "new": NOWHERE}) == SENT


def test_who_left_the_group_or_got_an_address_is_due_at_once():
    posted = promised(Way.GROUP, at=3)
    asked = promised(Way.ADULT, at=3)

    assert look(NOT_IN_GROUP, posted) == SENT
    assert look(NOWHERE, asked) is None
    assert look(CHAT_ONLY, asked) == SENT


def test_the_last_way_that_may_still_succeed_sets_the_time_whatever_else_was_heard_since():
    chat = [promised(Way.PUPIL_CHAT), accepted(Way.PUPIL_CHAT, at=1)]
    mail = [promised(Way.GUARDIAN_EMAIL, "g1"), refused(Way.GUARDIAN_EMAIL, "g1", at=50)]
    both = replace(CHAT_ONLY, guardians_by_email=("g1",))

    assert look(both, *chat, *mail) == minutes(61)


def test_a_late_bounce_does_not_put_off_the_task_of_an_adult():
    failed = [promised(Way.GUARDIAN_EMAIL, "g1"), promised(Way.ADULT, at=60), tried_in_vain(at=70)]
    by_mail = replace(NOWHERE, guardians_by_email=("g1",))

    assert look(by_mail, *failed, refused(Way.GUARDIAN_EMAIL, "g1", at=100)) == minutes(130)


def test_a_clock_that_was_set_back_does_not_make_anybody_forgotten():
    chat = [promised(Way.PUPIL_CHAT), accepted(Way.PUPIL_CHAT, at=5)]
    heard_earlier = [promised(Way.GUARDIAN_CHAT, "g1"), refused(Way.GUARDIAN_CHAT, "g1", at=3)]
    both = replace(CHAT_ONLY, guardians_by_chat=("g1",))

    assert look(both, *chat, *heard_earlier) == minutes(65)


def test_a_task_that_failed_is_looked_at_again_after_the_patience():
    assert look(NOWHERE, promised(Way.ADULT), tried_in_vain(at=20)) == minutes(80)


def test_there_is_no_look_when_an_adult_has_every_task_that_is_left():
    ledger = announcement(p1=[promised(Way.ADULT)], p2=[confirmed()])

    assert next_look_at(ledger, {"p1": NOWHERE, "p2": EVERYWHERE}) is None


def test_there_is_a_look_to_close_when_the_last_unreached_pupil_left_the_class():
    ledger = announcement(p1=[confirmed()], left=[promised(Way.ADULT)])

    assert next_look_at(ledger, {"p1": EVERYWHERE}) == SENT


def test_there_is_no_look_after_it_closed():
    closed = close_if_complete(announcement(p1=[confirmed()]), ["p1"], SENT)

    assert next_look_at(closed, {"p1": EVERYWHERE, "new": NOWHERE}) is None


def test_the_patience_of_the_sending_counts_and_not_one_set_later():
    quick = replace(announcement(p1=[promised(Way.GROUP)]), patience=timedelta(minutes=5))

    assert next_look_at(quick, {"p1": EVERYWHERE}) == minutes(5)


# How many were reached, and how


def test_reached_pupils_on_the_roster_are_counted_by_the_way_that_reached_them():
    ledger = announcement(
        p1=[promised(Way.GROUP), confirmed(Way.GROUP)],
        p2=[promised(Way.GROUP), confirmed(Way.GUARDIAN_EMAIL, "g2"), confirmed(Way.GROUP)],
        p3=[spoken()],
        p4=[waived()],
        p5=[accepted(Way.GROUP)],
        left=[confirmed(Way.GROUP)],
    )

    assert count_by_way(ledger, ["p1", "p2", "p3", "p4", "p5", "new"]) == {
        Way.GROUP: 1,
        Way.PUPIL_CHAT: 0,
        Way.GUARDIAN_CHAT: 0,
        Way.GUARDIAN_EMAIL: 1,
        Way.ADULT: 2,
    }


def test_a_task_of_an_adult_who_is_gone_goes_to_another_one_at_once():
    asked = promised(Way.ADULT, "s1")
    with_s1, without = replace(NOWHERE, adults=("s1", "s2")), replace(NOWHERE, adults=("s2",))

    assert steps(with_s1, asked) == ()
    assert steps(without, asked) == ASK_AN_ADULT
