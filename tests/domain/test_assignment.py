"""Who handles a report: every answer, every staff, and never somebody who must not see it (P3)."""

from dataclasses import astuple
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.assignment import (
    POSSIBLE,
    ReadBy,
    Route,
    Staffing,
    assign,
    reachable_readers,
    read_by,
    route_of,
    touches_privacy,
)
from bot.domain.cases import Case, may_read
from bot.domain.people import Appointment, Role, StaffMember
from bot.domain.reports import Colleague, Reader

SCHOOL = Staffing(
    leaders=("leader",),
    mentors=("mentor",),
    all_mentors=("mentor", "mentor of 8A"),
    counsellors=("counsellor",),
    privacy_officers=("officer",),
    board=("board",),
    spokespersons=("spokesperson",),
)

CHOICES: dict[str, tuple[str | None, ...]] = {
    "kind": (None, "skipped", "image", "shaming", "hacked", "other"),
    "private": (None, "yes", "no"),
    "about": (None, "me", "pupil", "staff"),
    "who": (None, "leader", "mentor", "counsellor", "other"),
    "colleague": (None, *Colleague),
    "abuse": (None, "yes", "maybe", "no"),
    "reader": (None, *Reader),
    "unwanted": (None, *Reader, "nobody"),
}


def case_of(reporter="pupil", excluded=(), **answers):
    return Case(7, reporter, answers=answers, excluded=excluded)


def handlers(staff=SCHOOL, reporter="pupil", **answers):
    return assign(case_of(reporter, **answers), staff).handlers


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ("leader",)),
        ({"reader": "leader"}, ("leader",)),
        ({"reader": "mentor"}, ("leader", "mentor")),
        ({"reader": "counsellor"}, ("counsellor",)),
        ({"reader": "leader", "unwanted": "leader"}, ("counsellor",)),
        ({"reader": "mentor", "unwanted": "leader"}, ("mentor",)),
        ({"reader": "mentor", "unwanted": "mentor"}, ("leader",)),
        ({"reader": "leader", "unwanted": "counsellor"}, ("leader",)),
        ({"kind": "image"}, ("leader", "officer")),
        ({"kind": "hacked", "reader": "counsellor"}, ("counsellor", "officer")),
        ({"kind": "other", "private": "yes"}, ("leader", "officer")),
        ({"kind": "other", "private": "unsure"}, ("leader",)),
        ({"about": "staff", "who": "leader", "abuse": "no"}, ("board",)),
        ({"about": "staff", "who": "mentor", "abuse": "no"}, ("leader",)),
        ({"about": "staff", "who": "mentor", "reader": "mentor"}, ("leader",)),
        ({"about": "staff", "who": "counsellor", "reader": "counsellor"}, ("board",)),
        ({"about": "staff", "who": "other", "abuse": "yes"}, ("board",)),
        ({"about": "staff", "who": "leader", "abuse": "maybe", "kind": "image"}, ("board",)),
        ({"about": "staff", "who": "other", "colleague": "board", "abuse": "no"}, ("leader",)),
        ({"about": "staff", "who": "other", "colleague": "board", "abuse": "yes"}, ("counsellor",)),
        ({"about": "staff", "who": "other", "colleague": "unsure", "abuse": "yes"}, ("board",)),
        ({"about": "staff", "who": "other", "colleague": "teacher", "kind": "image"}, ("leader",)),
        ({"about": "staff", "who": "other", "colleague": "privacy", "kind": "image"}, ("leader",)),
        # Somebody went back and chose another; what was said about staff does not count.
        ({"about": "me", "who": "leader", "abuse": "yes"}, ("leader",)),
    ],
)
def test_the_answers_say_who_handles_it(answers, expected):
    assert handlers(**answers) == expected


@pytest.mark.parametrize("abuse", sorted(POSSIBLE))
@pytest.mark.parametrize("who", CHOICES["who"])
@pytest.mark.parametrize("reader", CHOICES["reader"])
def test_possible_abuse_by_staff_goes_to_the_board_whatever_else_was_said(abuse, who, reader):
    answers = {"about": "staff", "abuse": abuse, "who": who, "reader": reader, "kind": "image"}
    given_answers = {key: value for key, value in answers.items() if value is not None}

    assert handlers(**given_answers) == ("board",)
    assert handlers(Staffing(leaders=("leader",), counsellors=("c",)), **given_answers) == ()


def test_without_a_board_the_spokesperson_is_the_board():
    staff = Staffing(leaders=("leader",), spokespersons=("spokesperson",))

    assert handlers(staff, about="staff", who="leader") == ("spokesperson",)
    assert handlers(staff, about="staff", abuse="yes") == ("spokesperson",)


def test_a_leader_on_the_board_does_not_read_what_is_about_the_leader():
    staff = Staffing(leaders=("both",), board=("both", "other"), counsellors=("counsellor",))

    assert handlers(staff, about="staff", who="leader") == ("other",)
    alone = Staffing(leaders=("both",), board=("both",), counsellors=("counsellor",))
    assert handlers(alone, about="staff", who="leader") == ("counsellor",)
    assert handlers(alone, about="staff", who="leader", abuse="yes") == ()


def test_who_reports_is_no_handler_and_not_shut_out_either():
    reported = assign(case_of("mentor", reader="mentor", unwanted="mentor"), SCHOOL)

    assert reported.handlers == ("leader",)
    assert "mentor" not in reported.excluded


def test_the_mentor_whom_a_pupil_does_not_want_is_the_own_one():
    assert assign(case_of(unwanted="mentor"), SCHOOL).excluded == ("mentor",)
    nobody_knows = Staffing(leaders=("leader",), all_mentors=("m1", "m2"))
    assert assign(case_of(unwanted="mentor"), nobody_knows).excluded == ("m1", "m2")
    about = assign(case_of(about="staff", who="mentor"), SCHOOL)
    assert about.excluded == ("mentor", "mentor of 8A")


def test_a_case_that_was_opened_at_once_leaves_those_it_turns_out_to_be_about():
    at_once = assign(case_of(), SCHOOL)
    later = assign(
        Case(7, "pupil", answers={"about": "staff", "who": "leader"}, handlers=at_once.handlers),
        SCHOOL,
    )

    assert may_read(at_once, "leader")
    assert not may_read(later, "leader")


# Every combination

PEOPLE = ("a", "b", "c", "pupil")
some = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple)
staffings = st.builds(Staffing, some, some, some, some, some, some, some)
told = st.fixed_dictionaries({key: st.sampled_from(found) for key, found in CHOICES.items()}).map(
    lambda answers: {key: value for key, value in answers.items() if value is not None}
)


def kept_out(answers, staff, reporter, before):
    """Say in other words who must not see it."""
    out = {reporter, *before}
    by_role = {
        "leader": staff.leaders,
        "mentor": staff.all_mentors,
        "counsellor": staff.counsellors,
    }
    if answers.get("about") == "staff":
        out |= set(by_role.get(answers.get("who", ""), ()))
        if answers.get("who") not in set(Reader):
            by_colleague = {
                "board": {*staff.board, *staff.spokespersons},
                "privacy": set(staff.privacy_officers),
            }
            out |= by_colleague.get(answers.get("colleague", ""), set())
    if answers.get("unwanted") == "mentor":
        out |= set(staff.mentors or staff.all_mentors)
    else:
        out |= set(by_role.get(answers.get("unwanted", ""), ()))
    if answers.get("reader") == "counsellor":
        out |= set(staff.leaders)
    return out


@given(told, staffings, st.sampled_from(PEOPLE), some)
def test_nobody_who_must_not_see_it_handles_it_and_somebody_does_if_anybody_may(
    answers, staff, reporter, before
):
    case = case_of(reporter, before, **answers)

    routed = assign(case, staff)

    out = kept_out(answers, staff, reporter, before)
    assert not set(routed.handlers) & out
    assert all(may_read(routed, handler) for handler in routed.handlers)
    assert set(routed.excluded) == out - {reporter}
    assert len(set(routed.handlers)) == len(routed.handlers)
    if route_of(answers) is Route.BOARD_ALONE:
        board = set(staff.board) - out
        assert set(routed.handlers) == (board or set(staff.spokespersons) - out)
    elif route_of(answers) is Route.WITHOUT_BOARD:
        counsellors = set(staff.counsellors) - out
        assert set(routed.handlers) == (counsellors or set(staff.leaders) - out)
    else:
        anybody = {p for holders in astuple(staff) for p in holders} - set(staff.all_mentors)
        assert bool(routed.handlers) or not (anybody | set(staff.mentors)) - out
    officers = set(staff.privacy_officers) - out
    somebody_of_school = (
        answers.get("about") == "staff"
        and answers.get("who") not in set(Reader)
        and answers.get("colleague") not in {"board", "privacy"}
    )
    if somebody_of_school:
        # It may be about the officer, who then reads it only where nobody else is left.
        others = set(routed.handlers) - set(staff.privacy_officers)
        held_too = {
            *staff.leaders,
            *staff.mentors,
            *staff.counsellors,
            *staff.board,
            *staff.spokespersons,
        }
        assert not (officers - held_too) & set(routed.handlers) or not others
    elif touches_privacy(answers) and route_of(answers) in {Route.SCHOOL, Route.BOARD}:
        assert officers <= set(routed.handlers)


def test_what_is_about_somebody_unnamed_does_not_go_to_the_privacy_officer_by_itself():
    picture = {"kind": "image", "about": "staff", "abuse": "no"}

    assert "officer" in handlers(**picture, who="mentor")
    assert "officer" not in handlers(**picture, who="other")
    assert "officer" not in handlers(**picture)


def test_what_is_about_the_board_is_read_by_nobody_of_the_board_nor_by_the_spokesperson():
    about = {"about": "staff", "who": "other", "colleague": "board"}

    for abuse in ("yes", "maybe", "no"):
        routed = assign(case_of(**about, abuse=abuse), SCHOOL)
        assert routed.excluded == ("board", "spokesperson")
        assert not {"board", "spokesperson"} & {*routed.handlers}
    nobody = Staffing(board=("board",), spokespersons=("spokesperson",))
    assert handlers(nobody, **about, abuse="yes") == ()


@given(told, staffings, st.sampled_from(PEOPLE), some)
def test_the_same_answers_always_go_the_same_way(answers, staff, reporter, before):
    routed = assign(case_of(reporter, before, **answers), staff)

    assert assign(case_of(reporter, before, **answers), staff) == routed
    assert assign(routed, staff) == routed


def test_every_combination_of_answers_in_a_whole_school_has_a_reader():
    for values in product(*CHOICES.values()):
        answers = {k: v for k, v in zip(CHOICES, values, strict=True) if v is not None}
        routed = assign(case_of(**answers), SCHOOL)
        # Not even the counsellor, when the reporter wants no counsellor and no leader to read it.
        assert routed.handlers or {"counsellor", "leader"} <= {*routed.excluded}, answers


@pytest.mark.parametrize(
    ("answers", "staff", "expected"),
    [
        ({"reader": "leader"}, SCHOOL, ReadBy.LEADER),
        ({"reader": "mentor"}, SCHOOL, ReadBy.LEADER_AND_MENTOR),
        ({"reader": "mentor", "unwanted": "leader"}, SCHOOL, ReadBy.MENTOR),
        ({"reader": "counsellor"}, SCHOOL, ReadBy.COUNSELLOR),
        ({"about": "staff", "who": "leader"}, SCHOOL, ReadBy.BOARD),
        ({"about": "staff", "abuse": "yes"}, SCHOOL, ReadBy.BOARD),
        ({}, Staffing(spokespersons=("s",)), ReadBy.BOARD),
        ({}, Staffing(mentors=("m",)), ReadBy.MENTOR),
        ({}, Staffing(privacy_officers=("o",)), ReadBy.PRIVACY_OFFICER),
        (
            {"about": "staff", "who": "leader"},
            Staffing(leaders=("l",), counsellors=("c",)),
            ReadBy.COUNSELLOR,
        ),
    ],
)
def test_the_reporter_is_told_who_hears_of_it_first(answers, staff, expected):
    assert read_by(assign(case_of(**answers), staff), staff) is expected


def member(key, role, school="Noord", account="telegram:1", email=""):
    accounts = (account,) if account else ()
    return StaffMember(key, key, key, key, email, (Appointment(role, school),), accounts)


@pytest.mark.parametrize(
    ("staff", "count"),
    [
        ([], 0),
        ([member("s1", Role.SCHOOL_LEADER)], 1),
        ([member("s1", Role.SCHOOL_LEADER), member("s2", Role.BOARD, school="")], 2),
        ([member("s1", Role.SCHOOL_LEADER, account="")], 0),
        ([member("s1", Role.COUNSELLOR, account="", email="a@b.example")], 1),
        ([member("s1", Role.SCHOOL_LEADER, school="Zuid")], 0),
        ([member("s1", Role.MENTOR), member("s2", Role.ADMINISTRATOR)], 0),
    ],
)
def test_who_reads_reports_and_can_be_told_is_counted_for_each_school(staff, count):
    assert reachable_readers(staff, "Noord") == count
