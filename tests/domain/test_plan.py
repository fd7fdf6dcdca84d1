"""The rules of the plan, on a small plan: what is open, who may record it, and when it ends."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.people import Role
from bot.domain.plan import (
    AGREED,
    DONE,
    NOT_AGREED,
    Course,
    Due,
    Item,
    Kind,
    Plan,
    PlanStep,
    Record,
    Requirement,
    Standing,
    StepState,
)
from bot.domain.plan_deeds import Refused, closes, outcome, record, waive

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ITEMS = (
    Item(
        "severity",
        1,
        Kind.CHOICE,
        ("serious", "unknown"),
        by=frozenset({Role.SCHOOL_LEADER}),
        unsettled=frozenset({"unknown"}),
    ),
    Item("leak", 1, Kind.CHOICE, ("yes", "no"), waivable=False, reason_for=frozenset({"no"})),
    Item(
        "aware",
        1,
        Kind.MOMENT,
        when=((Requirement("leak", frozenset({"yes"})),),),
    ),
    Item(
        "told",
        1,
        Kind.CHOICE,
        ("yes", "no"),
        when=((Requirement("leak", frozenset({"yes"})),),),
        due=Due("aware", timedelta(hours=72)),
        late_reason=True,
    ),
    Item(
        "police",
        1,
        Kind.DONE,
        when=((Requirement("report.serious", frozenset({"danger-now"})),),),
    ),
    Item("words", 2, Kind.WORDS),
    Item(
        "words-second",
        2,
        Kind.SECOND,
        (AGREED, NOT_AGREED),
        waivable=False,
        of="words",
        unsettled=frozenset({NOT_AGREED}),
        reason_for=frozenset({NOT_AGREED}),
    ),
    Item("sent", 2, Kind.DONE, after=("words-second",)),
    Item("people", 2, Kind.LIST, parts=("who", "what")),
    Item(
        "look",
        2,
        Kind.DONE,
        required=False,
        due=Due("opened", timedelta(hours=1)),
        not_before=True,
    ),
    Item("outcome", 7, Kind.CHOICE, ("solved", "handled"), waivable=False),
    Item(
        "closing",
        7,
        Kind.SECOND,
        (AGREED, NOT_AGREED),
        waivable=False,
        of="outcome",
        closes=True,
        unsettled=frozenset({NOT_AGREED}),
        reason_for=frozenset({NOT_AGREED}),
    ),
)
PLAN = Plan(
    tuple(PlanStep(n, f"11.{n}", tuple(i for i in ITEMS if i.step == n)) for n in (1, 2, 7))
)
INGRID = "ingrid"
MARLOES = "marloes"
HANDLERS = {
    INGRID: frozenset({Role.STAFF, Role.SCHOOL_LEADER}),
    MARLOES: frozenset({Role.STAFF, Role.COUNSELLOR}),
}
START = Course(PLAN, (), NINE, NINE, {}, HANDLERS)


def the(key):
    """Find an item that is there."""
    return next(item for item in PLAN.items if item.key == key)


def waived(course, who, key):
    """Waive an item, which must work."""
    added = waive(course, who, key, "Daarom")
    assert isinstance(added, Record)
    return added


def after(course, *deeds):
    """Do some deeds, each of which must be recorded: (who, item, value, reason)."""
    for who, key, value, *reason in deeds:
        added = record(course, who, key, value, *reason)
        assert isinstance(added, Record), (key, added)
        course = replace(course, records=(*course.records, added))
    return course


WHOLE = (
    (INGRID, "severity", "serious"),
    (INGRID, "leak", "no", "Er zijn geen gegevens weg"),
    (INGRID, "words", "Dit zeggen we"),
    (MARLOES, "words-second", AGREED),
    (INGRID, "sent", DONE),
    (INGRID, "people", "ouders\nalles"),
)


def open_keys(course):
    return [item.key for item in course.open_items()]


def state(course, step):
    return course.state(course.plan.step(step))


def test_a_fresh_case_has_begun_no_step_and_asks_for_what_always_counts():
    assert [START.state(s) for s in PLAN.steps] == [StepState.NOT_BEGUN] * 3
    assert "aware" not in open_keys(START)
    assert "look" not in open_keys(START)


def test_tasks_appear_from_what_was_recorded_and_go_when_it_is_corrected():
    leaked = after(START, (INGRID, "leak", "yes"))
    corrected = after(leaked, (INGRID, "leak", "no", "Toch niet"))

    assert {"aware", "told"} <= set(open_keys(leaked))
    assert not {"aware", "told"} & set(open_keys(corrected))
    assert [r.value for r in corrected.entries("leak")] == ["yes", "no"]


def test_tasks_appear_from_the_answers_of_the_report():
    assert "police" in open_keys(replace(START, answers={"serious": "danger-now"}))
    assert record(START, INGRID, "police", DONE) is Refused.NOT_NEEDED


def test_the_leader_decides_what_is_the_leaders():
    assert record(START, MARLOES, "severity", "serious") is Refused.NOT_YOURS


def test_whoever_handles_a_case_that_bypasses_the_leader_decides():
    bypassed = replace(START, handlers={MARLOES: HANDLERS[MARLOES]})

    assert isinstance(record(bypassed, MARLOES, "severity", "serious"), Record)


def test_somebody_who_does_not_handle_the_case_records_nothing():
    assert record(START, "anouk", "words", "Hallo") is Refused.NOT_YOURS
    assert waive(START, "anouk", "words", "Niet nodig") is Refused.NOT_YOURS


def test_an_answer_to_be_settled_later_stays_open():
    course = after(START, (INGRID, "severity", "unknown"))

    assert "severity" in open_keys(course)
    assert state(course, 1) is StepState.OPEN


def test_the_clock_runs_from_the_moment_somebody_became_aware():
    aware = NINE - timedelta(hours=10)
    course = after(START, (INGRID, "leak", "yes"), (INGRID, "aware", aware.isoformat()))

    assert course.due() == ((aware + timedelta(hours=72), the("told")),)


def test_no_clock_runs_before_there_is_a_leak():
    assert START.due() == ()


def test_what_comes_too_late_needs_a_reason():
    course = after(START, (INGRID, "leak", "yes"), (INGRID, "aware", NINE.isoformat()))
    late = replace(course, now=NINE + timedelta(hours=73))

    assert record(late, INGRID, "told", "yes") is Refused.REASON_NEEDED
    assert isinstance(record(course, INGRID, "told", "yes"), Record)
    assert isinstance(record(late, INGRID, "told", "yes", "Vakantie"), Record)


@pytest.mark.parametrize(
    "value", ["gisteren", "2026-11-23T09:00:00", "2026-11-24T09:00:00+00:00", ""]
)
def test_a_moment_has_a_zone_and_has_been(value):
    course = after(START, (INGRID, "leak", "yes"))

    assert record(course, INGRID, "aware", value) is Refused.WRONG_VALUE


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("severity", "nonsense"),
        ("words", "  "),
        ("words", "x" * 3001),
        ("people", "ouders"),
        ("people", "ouders\n "),
    ],
)
def test_only_a_fitting_value_is_recorded(key, value):
    assert record(START, INGRID, key, value) is Refused.WRONG_VALUE


def test_a_decision_that_needs_a_reason_is_not_recorded_without_one():
    assert record(START, INGRID, "leak", "no") is Refused.REASON_NEEDED
    assert record(START, INGRID, "leak", "no", " ") is Refused.REASON_NEEDED


def test_nobody_agrees_with_themselves():
    course = after(START, (INGRID, "words", "Dit zeggen we"))

    assert record(course, INGRID, "words-second", AGREED) is Refused.SAME_PERSON


def test_there_is_nothing_to_agree_to_before_it_is_recorded():
    assert record(START, MARLOES, "words-second", AGREED) is Refused.NOT_YET


def test_what_follows_waits_for_the_second_person():
    course = after(START, (INGRID, "words", "Dit zeggen we"))

    assert record(course, INGRID, "sent", DONE) is Refused.SECOND_PERSON_NEEDED


def test_other_words_need_a_new_agreement():
    course = after(
        START,
        (INGRID, "words", "Dit zeggen we"),
        (MARLOES, "words-second", AGREED),
        (INGRID, "words", "Of dit"),
    )

    assert "words-second" in open_keys(course)
    assert record(course, INGRID, "sent", DONE) is Refused.SECOND_PERSON_NEEDED


def test_who_does_not_agree_says_why_and_nothing_goes_on():
    course = after(START, (INGRID, "words", "Dit zeggen we"))

    assert record(course, MARLOES, "words-second", NOT_AGREED) is Refused.REASON_NEEDED
    refused = after(course, (MARLOES, "words-second", NOT_AGREED, "Te hard"))
    assert record(refused, INGRID, "sent", DONE) is Refused.SECOND_PERSON_NEEDED


def test_of_two_who_press_the_same_button_one_is_told_who_was_first():
    seen = START.revision(the("leak"))
    course = after(START, (INGRID, "leak", "yes"))

    assert record(course, MARLOES, "leak", "yes", "", seen) is Refused.ALREADY_RECORDED
    assert course.latest("leak").by == INGRID


def test_nobody_agrees_to_words_that_changed_since_they_were_read():
    course = after(START, (INGRID, "words", "Dit zeggen we"))
    seen = course.revision(the("words-second"))
    changed = after(course, (INGRID, "words", "Of dit"))

    assert record(changed, MARLOES, "words-second", AGREED, "", seen) is Refused.ALREADY_RECORDED


def test_two_people_add_to_a_list_at_the_same_time():
    course = after(START, (INGRID, "people", "ouders\nalles"))

    assert isinstance(record(course, MARLOES, "people", "mentor\nalles", "", 0), Record)


def test_a_look_at_a_certain_moment_can_not_be_recorded_before_it():
    assert record(START, INGRID, "look", DONE) is Refused.NOT_YET
    later = replace(START, now=NINE + timedelta(hours=1))
    assert isinstance(record(later, INGRID, "look", DONE), Record)


def test_waiving_needs_a_reason_and_is_never_silent():
    assert waive(START, INGRID, "words", "") is Refused.REASON_NEEDED
    added = waive(START, INGRID, "words", "Er komt geen bericht")
    assert added == Record("words", NINE, INGRID, "Er komt geen bericht", waived=True)


def test_what_was_waived_needs_no_second_person_any_more():
    added = waived(START, INGRID, "words")
    course = replace(START, records=(added,))

    assert course.standing(the("words-second")) is Standing.NOT_NEEDED
    assert isinstance(record(course, INGRID, "sent", DONE), Record)


def test_what_was_waived_can_still_be_recorded():
    added = waived(START, INGRID, "words")
    course = after(replace(START, records=(added,)), (INGRID, "words", "Toch wel"))

    assert course.standing(the("words")) is Standing.RECORDED


@pytest.mark.parametrize("key", ["leak", "words-second", "outcome", "closing"])
def test_decisions_and_second_persons_are_never_waived(key):
    course = after(START, (INGRID, "words", "Dit zeggen we"))

    assert waive(course, MARLOES, key, "Geen zin") is Refused.CANNOT_WAIVE


def test_what_is_recorded_is_corrected_and_not_waived():
    course = after(START, (INGRID, "words", "Dit zeggen we"))

    assert waive(course, INGRID, "words", "Weg ermee") is Refused.ALREADY_RECORDED


def test_a_step_of_which_all_is_waived_is_waived_and_not_done():
    added = [waived(START, INGRID, key) for key in ("words", "sent", "people")]

    assert state(replace(START, records=tuple(added)), 2) is StepState.WAIVED


def test_no_outcome_while_anything_is_open():
    course = after(START, *WHOLE[:-1])

    assert record(course, INGRID, "outcome", "solved") is Refused.NOT_YET


def test_a_case_is_closed_by_another_than_who_proposed_the_outcome():
    course = after(START, *WHOLE, (INGRID, "outcome", "solved"))

    assert record(course, INGRID, "closing", AGREED) is Refused.SAME_PERSON
    added = record(course, MARLOES, "closing", AGREED)
    assert isinstance(added, Record)
    assert closes(course, added)
    assert outcome(course) == "solved"


def test_who_does_not_agree_to_the_outcome_does_not_close():
    course = after(START, *WHOLE, (INGRID, "outcome", "solved"))

    added = record(course, MARLOES, "closing", NOT_AGREED, "Nog niet klaar")

    assert isinstance(added, Record)
    assert not closes(course, added)


def test_what_opens_again_after_the_outcome_keeps_the_case_open():
    course = after(START, *WHOLE, (INGRID, "outcome", "solved"), (INGRID, "severity", "unknown"))

    assert record(course, MARLOES, "closing", AGREED) is Refused.NOT_YET


def test_nothing_is_recorded_in_a_closed_case():
    closed = replace(START, closed=True)

    assert record(closed, INGRID, "words", "Nog iets") is Refused.CLOSED
    assert waive(closed, INGRID, "words", "Weg") is Refused.CLOSED


def test_an_item_of_another_release_is_unknown():
    assert record(START, INGRID, "no-such-item", DONE) is Refused.UNKNOWN_ITEM
    assert waive(START, INGRID, "no-such-item", "Weg") is Refused.UNKNOWN_ITEM
