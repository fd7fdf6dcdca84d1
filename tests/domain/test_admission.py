"""Who may be in the group of a class (P5): its pupils by their bound accounts, and staff."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.admission import Admission, accounts_to_look_for, belongs, decide_admission
from bot.domain.groups import ClassGroup
from bot.domain.people import (
    Appointment,
    Guardian,
    Pupil,
    Registry,
    Role,
    SchoolClass,
    StaffMember,
)

PUPIL = Pupil("p1", "7B-14", "1014", "Noor", "Bakker", date(2014, 5, 6))
CLASSMATE = replace(PUPIL, key="p2", pseudonym="7B-15")
OTHER_CLASS = replace(PUPIL, key="p3", pseudonym="7A-02")
GUARDIAN = Guardian("g1", "p1", "Sanne Bakker")
OTHER_GUARDIAN = Guardian("g2", "p3", "Henk Dijk")
TEACHER = StaffMember(
    "s1", "M1", "Joris", "Smit", appointments=(Appointment(Role.MENTOR, "De Linde", "7B"),)
)
UNAPPOINTED = StaffMember("s2", "M2", "Ria", "Vos")

HOME = SchoolClass(
    "7B", "De Linde", pupils={"p1": PUPIL, "p2": CLASSMATE}, guardians={"g1": GUARDIAN}
)
EMPTY = SchoolClass("7B", "De Linde")

EVERYBODY = (PUPIL, CLASSMATE, OTHER_CLASS, GUARDIAN, OTHER_GUARDIAN, TEACHER, UNAPPOINTED)

sharing_an_account = st.lists(st.sampled_from(EVERYBODY), max_size=4)


@pytest.mark.parametrize(
    ("person", "admission", "stays"),
    [
        (PUPIL, Admission.ADMIT, True),
        (CLASSMATE, Admission.ADMIT, True),
        (OTHER_CLASS, Admission.OTHER_CLASS, False),
        (GUARDIAN, Admission.GUARDIAN, False),
        (OTHER_GUARDIAN, Admission.GUARDIAN, False),
        (TEACHER, Admission.STAFF, True),
        (UNAPPOINTED, Admission.STAFF, True),
    ],
)
def test_each_kind_of_person_is_let_in_and_may_stay_by_the_roster_of_the_class(
    person, admission, stays
):
    assert decide_admission([person], HOME) is admission
    assert belongs([person], HOME) is stays


def test_an_account_the_school_does_not_know_is_neither_let_in_nor_may_it_stay():
    assert decide_admission([], HOME) is Admission.UNKNOWN_ACCOUNT
    assert not belongs([], HOME)


def test_a_pupil_who_left_the_class_is_neither_let_in_nor_may_stay():
    left = replace(HOME, pupils={"p2": CLASSMATE})

    assert decide_admission([PUPIL], left) is Admission.OTHER_CLASS
    assert not belongs([PUPIL], left)


def test_a_parent_who_shares_the_account_of_a_pupil_of_the_class_does_not_keep_the_pupil_out():
    assert decide_admission([GUARDIAN, PUPIL], HOME) is Admission.ADMIT
    assert belongs([GUARDIAN, PUPIL], HOME)


@given(sharing_an_account, st.sampled_from([HOME, EMPTY]))
def test_only_a_pupil_on_the_roster_is_let_in_whoever_shares_the_account(people, home):
    on_roster = any(isinstance(p, Pupil) and p.key in home.pupils for p in people)
    staff = any(isinstance(p, StaffMember) for p in people)

    assert (decide_admission(people, home) is Admission.ADMIT) is on_roster
    assert belongs(people, home) is (on_roster or staff)


@given(sharing_an_account)
def test_an_account_is_called_unknown_only_when_nobody_is_bound_to_it(people):
    assert (decide_admission(people, EMPTY) is Admission.UNKNOWN_ACCOUNT) is (not people)


def test_the_accounts_of_the_class_and_whoever_was_in_are_looked_for_on_the_groups_platform():
    noor = replace(PUPIL, accounts=("telegram:1", "signal:n", "telegram:2"))
    teacher = replace(TEACHER, accounts=("telegram:3",))
    elsewhere = replace(UNAPPOINTED, accounts=("telegram:4",))
    mother = replace(GUARDIAN, accounts=("telegram:5",))
    home = replace(
        HOME,
        pupils={"p1": noor, "p2": CLASSMATE},
        guardians={"g1": mother},
        group=ClassGroup("telegram:-100", "s1", "", {"telegram:2": "", "telegram:6": ""}),
    )
    registry = Registry(staff={"s1": teacher, "s2": elsewhere})

    assert accounts_to_look_for(registry, home) == (
        "telegram:1",
        "telegram:2",
        "telegram:3",
        "telegram:6",
    )
    assert accounts_to_look_for(registry, replace(home, group=None)) == ()
