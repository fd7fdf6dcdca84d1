"""The plan in content/steps: complete, reachable, and every mistake in it told in a sentence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.case_plan import (
    PlanError,
    load_plan,
    missing_texts,
    mistakes_in,
    texts_for,
    unknown_answers,
)
from bot.domain.forms import Form, Option, Question
from bot.domain.forms import Kind as FormKind
from bot.domain.people import Role
from bot.domain.plan import Course, Ending, Kind, Record
from bot.domain.plan_deeds import Refused, entitled, record

PLAN_FILE = Path(__file__).resolve().parents[2] / "content" / "steps" / "plan.toml"
PLAN = load_plan(PLAN_FILE)
NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def the(key):
    """Find an item that is there."""
    return next(item for item in PLAN.items if item.key == key)


def course(*recorded):
    """Give a case in which this was recorded: (item, value)."""
    records = tuple(Record(key, NINE, "ingrid", value) for key, value in recorded)
    return Course(PLAN, records, NINE, NINE)


def open_keys(*recorded):
    return {item.key for item in course(*recorded).open_items()}


def test_the_plan_has_the_seven_steps_of_the_protocol():
    assert [step.clause for step in PLAN.steps] == [f"11.{n}" for n in range(1, 8)]
    assert mistakes_in(PLAN) == []


def test_every_ending_can_be_chosen():
    assert set(the("outcome").values) == set(Ending)


@pytest.mark.parametrize("recorded", ["yes", "unknown"])
def test_where_privacy_may_be_touched_the_privacy_officer_is_told(recorded):
    assert "fg-told" in open_keys(("privacy", recorded))
    assert "fg-told" not in open_keys(("privacy", "no"))


def test_the_authority_is_told_within_72_hours_of_becoming_aware():
    aware = NINE - timedelta(hours=5)
    told = course(("privacy", "yes"), ("leak", "yes"), ("aware", aware.isoformat()))

    assert told.due() == ((aware + timedelta(hours=72), the("leak-ap")),)


def test_possible_abuse_by_staff_goes_to_the_board_the_inspector_and_the_police():
    abuse = replace(course(), answers={"abuse": "maybe"})
    asked = {item.key for item in abuse.open_items()}

    assert {"board", "inspector", "board-police"} <= asked
    assert not {"board", "inspector", "board-police"} & open_keys()
    assert not any(the(key).waivable for key in ("board", "inspector", "board-police"))


@pytest.mark.parametrize(("kind", "task"), [("hacked", "account"), ("image", "image-help")])
def test_tasks_appear_from_what_kind_of_thing_was_reported(kind, task):
    reported = replace(course(), answers={"kind": kind})

    assert task in {item.key for item in reported.open_items()}
    assert task not in open_keys()


def test_every_leak_is_in_the_register_and_a_high_risk_is_told_to_the_persons():
    leak = (("privacy", "yes"), ("leak", "yes"))

    assert "leak-register" in open_keys(*leak, ("leak-risk", "none"))
    assert "leak-persons" not in open_keys(*leak, ("leak-risk", "some"))
    assert "leak-persons" in open_keys(*leak, ("leak-risk", "high"))


def test_no_leak_after_all_takes_all_its_tasks_away():
    recorded = (("privacy", "yes"), ("leak", "yes"), ("leak-risk", "high"), ("privacy", "no"))

    assert not any(key.startswith("leak") for key in open_keys(*recorded))


@pytest.mark.parametrize(
    ("offence", "tasks"),
    [
        ("not", {"confronted", "aftercare", "registered"}),
        ("possible", {"police-asked", "police-answer"}),
        ("punishable", {"victim"}),
    ],
)
def test_each_answer_about_an_offence_opens_its_own_tasks(offence, tasks):
    of_all = {"confronted", "aftercare", "registered", "police-asked", "police-answer", "victim"}

    assert open_keys(("offence", offence)) & of_all == tasks


@pytest.mark.parametrize(
    ("victim", "tasks"),
    [
        ("pupil", {"pupil-talk", "pupil-police", "pupil-news"}),
        ("staff", {"staff-talk", "staff-police", "staff-news"}),
        ("school", {"school-police", "school-news"}),
    ],
)
def test_each_victim_has_its_own_tasks(victim, tasks):
    begun = (("offence", "punishable"), ("victim", victim))
    without = open_keys(("offence", "punishable"), ("victim", "nobody-at-all"))

    assert open_keys(*begun) - without == tasks
    assert tasks <= open_keys(("offence", "punishable"), ("victim", "several"))


def test_the_first_hours_are_watched_after_one_four_and_twenty_four():
    begun = course(("spread", "yes"))

    assert [at - NINE for at, _ in begun.due()] == [timedelta(hours=h) for h in (1, 4, 24)]


def test_only_the_spokesperson_or_a_press_release_speaks_to_the_press():
    assert the("press").values == ("nobody", "spokesperson", "release")
    assert {"internal", "wording-second"} <= set(the("press").after)


def test_every_offence_decision_needs_a_reason_and_a_second_person():
    offence = the("offence")

    assert offence.reason_for == set(offence.values)
    assert the("offence-second").of == "offence"


def test_decisions_that_open_tasks_are_never_waived_where_the_law_asks_for_them():
    for key in ("severity", "privacy", "leak", "leak-ap", "leak-register", "offence", "internal"):
        assert not the(key).waivable, key


def test_measures_name_the_file_they_belong_to():
    files = {item.key: item.file for item in PLAN.items if item.file}

    assert files["measure-staff"] == files["filed-staff"] == "personeelsdossier"
    assert files["measure-pupil"] == files["filed-pupil"] == "leerlingdossier"


def test_a_button_of_the_plan_fits_in_64_bytes():
    for item in PLAN.items:
        for value in (*item.values, "waive"):
            assert len(f"plan:999999999:{item.key}:999:{value}".encode()) <= 64


def test_every_kind_of_item_is_used():
    assert {item.kind for item in PLAN.items} == set(Kind)


WRITTEN = PLAN_FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('["privacy=yes|unknown"]', '["privasy=yes"]', '"fg-told" looks at "privasy", which is no'),
        ('["privacy=yes|unknown"]', '["privacy=ja"]', 'up: "privacy" has no value "ja"'),
        ('["privacy=yes|unknown"]', '["outcome=solved"]', '"outcome", which stands below it'),
        ('["privacy=yes|unknown"]', '["privacy"]', '"privacy" is no condition'),
        ('after = ["fg-told"]', 'after = ["nothing"]', 'comes after "nothing", which is no item'),
        ('after = ["fg-told"]', 'after = ["closing"]', 'after "closing", which stands below it'),
        ('after = ["offence-second"]', 'after = ["opinions"]', "nobody has to record"),
        ('key = "danger"', 'key = "severity"', 'there are two items "severity"'),
        ('key = "danger"', 'key = "Gevaar"', "other signs than a-z"),
        ('kind = "done"', 'kind = "doen"', "'doen' is not a valid Kind"),
        ('by = ["schoolleider"]', 'by = ["directeur"]', "'directeur' is not a valid Role"),
        ('by = ["schoolleider"]', 'by = ["leerling"]', "leerling is no role of staff"),
        (
            'unsettled = ["unknown"]',
            'unsettled = ["perhaps"]',
            'value "perhaps", which it does not',
        ),
        ('unsettled = ["unknown"]', 'unsettled = ["yes", "no", "unknown"]', "never be settled"),
        ('values = ["yes", "no", "unknown"]', 'values = ["yes"]', "fewer than two values"),
        ('due = "opened+15m"', 'due = "morgen"', '"morgen" is no moment'),
        ('due = "aware+72h"', 'due = "awake+72h"', 'due after "awake", which is no item above it'),
        ('due = "aware+72h"\n', "", 'no "due"'),
        ('parts = ["fact"]', "", "what an entry consists of"),
        ('of = "outcome"', 'of = "income"', 'agrees to "income", which is no item above it'),
        ('of = "offence"', 'of = "facts"', "nobody can agree as a whole"),
        ("closes = true", "closes = false", "exactly one item must close the case"),
        ("closes = true\nwaive = false", "closes = true", "can't be waived"),
        ('values = ["unfounded"', 'values = ["weg"', "the outcome must be one of"),
        ("number = 7", "number = 8", "numbered 1 to 7"),
        ('kind = "words"', 'kind = "words"\nmust = true', "does not know the word must"),
        ('against = ["unfounded if', 'against = ["weg if', 'value "weg", which it does not have'),
        ('against = ["unfounded if', 'against = ["unfounded', "is no condition: write value if"),
        ("if offence=punishable", "if offense=punishable", '"outcome" looks at "offense"'),
        ("if offence=punishable", "if closing=agreed", '"closing", which stands below it'),
        ("if offence=punishable", "if report.kind=image", "against an answer of the report"),
        ("[[step]]", "[[step", "is not TOML in UTF-8"),
    ],
)
def test_a_mistake_in_the_plan_is_told_in_a_sentence(tmp_path, old, new, told):
    assert old in WRITTEN
    broken = tmp_path / "plan.toml"
    broken.write_text(WRITTEN.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(PlanError) as caught:
        load_plan(broken)

    assert told in str(caught.value)
    assert all(str(broken) in line for line in str(caught.value).splitlines())


def test_a_plan_without_a_step_that_can_be_reached_is_told(tmp_path):
    broken = tmp_path / "plan.toml"
    fourth = WRITTEN.index("number = 4")
    fifth = WRITTEN.index("number = 5")
    only_spread = WRITTEN[fourth:fifth].replace(
        'key = "spread"', 'key = "spread"\nrequired = false'
    )
    broken.write_text(WRITTEN[:fourth] + only_spread + WRITTEN[fifth:], encoding="utf-8")

    with pytest.raises(PlanError, match="step 4 can never be reached"):
        load_plan(broken)


def test_all_mistakes_are_told_at_once(tmp_path):
    broken = tmp_path / "plan.toml"
    twice = WRITTEN.replace("privacy=yes", "privasy=yes").replace("aware+72h", "awake+72h")
    broken.write_text(twice, encoding="utf-8")

    with pytest.raises(PlanError) as caught:
        load_plan(broken)

    assert "privasy" in str(caught.value)
    assert "awake" in str(caught.value)


def test_an_answer_that_no_report_can_give_is_told():
    form = Form("f", (Question("serious", FormKind.CHOICE, ((Option("danger-now"),),)),))
    known = [told for told in unknown_answers(PLAN, form) if '"danger"' in told]
    told = unknown_answers(PLAN, Form("f", (Question("abuse", FormKind.CHOICE),)))

    assert known == []
    assert 'item "danger" can never come up: a report has no answer "serious=danger-now".' in told
    assert 'item "board" can never come up: a report has no answer "abuse=maybe".' in told


def test_each_text_that_the_plan_lacks_is_told():
    needed = texts_for(PLAN)

    assert missing_texts(PLAN, needed) == []
    assert missing_texts(PLAN, needed - {"plan-how-facts"}) == [
        'The plan needs the text "plan-how-facts" in each language.'
    ]


def test_a_plan_that_is_gone_is_told(tmp_path):
    with pytest.raises(PlanError, match="is missing"):
        load_plan(tmp_path / "plan.toml")


LEADER = frozenset({Role.STAFF, Role.SCHOOL_LEADER})
COUNSELLOR = frozenset({Role.STAFF, Role.COUNSELLOR})
BOARD_MEMBER = frozenset({Role.STAFF, Role.BOARD})


def test_a_decision_of_the_leader_waits_a_day_and_then_goes_to_the_board_or_else_a_colleague():
    handlers = {"leader": LEADER, "counsellor": COUNSELLOR}
    early = Course(PLAN, (), NINE + timedelta(hours=23), NINE, handlers=handlers)
    late = replace(early, now=NINE + timedelta(hours=24))
    with_board = replace(late, handlers={**handlers, "board": BOARD_MEMBER})

    severity = the("severity")
    assert entitled(early, severity) == {"leader"}
    assert entitled(late, severity) == {"leader", "counsellor"}
    assert entitled(with_board, severity) == {"leader", "board"}
    # The facts come first: the offence can't be decided yet, so nobody lets it lie.
    assert entitled(late, the("offence")) == {"leader"}


def test_who_decides_in_the_leaders_place_says_why_and_it_is_written_down():
    handlers = {"leader": LEADER, "counsellor": COUNSELLOR}
    late = Course(PLAN, (), NINE + timedelta(days=1), NINE, handlers=handlers)

    assert record(late, "counsellor", "severity", "serious") is Refused.REASON_NEEDED
    kept = record(late, "counsellor", "severity", "serious", "Ziek")
    assert isinstance(kept, Record)
    assert kept.instead_of == "schoolleider"
    own = record(late, "leader", "severity", "serious")
    assert isinstance(own, Record)
    assert own.instead_of == ""
    # What was decided is the leader's to correct.
    decided = replace(late, records=(kept,))
    assert entitled(decided, the("severity")) == {"leader"}


def test_where_no_leader_handles_it_whoever_decides_stands_in_for_the_leader():
    alone = Course(PLAN, (), NINE, NINE, handlers={"board": BOARD_MEMBER})

    kept = record(alone, "board", "severity", "serious")
    assert isinstance(kept, Record)
    assert kept.instead_of == "schoolleider"
