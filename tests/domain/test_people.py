"""Who is who: ages and consent, appointments and their reach, accounts and languages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import (
    AGE_OF_OWN_CONSENT,
    STAFF_ROLES,
    Appointment,
    Guardian,
    Person,
    Pupil,
    Registry,
    Role,
    SchoolClass,
    StaffMember,
    consents_alone,
    covers,
    role_of,
    roles_of,
    speaks,
    with_account,
)

DE_LINDE, DE_BEUK = "De Linde", "De Beuk"

PUPIL = Pupil("p1", "7B-14", "1014", "Noor", "Bakker", date(2014, 5, 6), ("telegram:1",))
GUARDIAN = Guardian("g1", "p1", "Sanne Bakker", "moeder", "sanne@example.org", "0600000000")
TEACHER = StaffMember("s1", "M1", "Joris", "Smit", "j.smit@example.org")


def employed(*appointments: Appointment) -> StaffMember:
    return replace(TEACHER, appointments=appointments)


def born(year: int, month: int, day: int) -> Pupil:
    return replace(PUPIL, birth_date=date(year, month, day))


# Ages


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ((2010, 11, 24), (2026, 11, 23), 15),
        ((2010, 11, 24), (2026, 11, 24), 16),
        ((2010, 11, 24), (2026, 11, 25), 16),
        ((2010, 1, 1), (2025, 12, 31), 15),
        ((2010, 1, 1), (2026, 1, 1), 16),
        ((2010, 12, 31), (2026, 12, 30), 15),
        ((2012, 2, 29), (2028, 2, 28), 15),
        ((2012, 2, 29), (2028, 2, 29), 16),
        ((2012, 2, 29), (2027, 2, 28), 14),
        ((2012, 2, 29), (2027, 3, 1), 15),
        ((2012, 2, 29), (2012, 2, 29), 0),
        ((2011, 3, 1), (2027, 2, 28), 15),
        ((2011, 2, 28), (2028, 2, 28), 17),
    ],
)
def test_a_year_is_added_on_the_birthday_and_on_1_march_for_a_leap_day(birth, day, age):
    assert born(*birth).age_on(date(*day)) == age


dates = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(dates, st.integers(0, 120 * 366))
def test_an_age_never_falls_and_grows_by_one_at_most_from_day_to_day(birth, days):
    pupil = born(birth.year, birth.month, birth.day)
    day = birth + timedelta(days=days)

    grown = pupil.age_on(day + timedelta(days=1)) - pupil.age_on(day)

    assert pupil.age_on(birth) == 0
    assert grown in {0, 1}
    assert pupil.age_on(date(birth.year + 30, 12, 31)) == 30


@pytest.mark.parametrize(
    ("day", "alone"),
    [((2026, 11, 23), False), ((2026, 11, 24), True), ((2028, 1, 1), True)],
)
def test_a_pupil_consents_alone_from_the_sixteenth_birthday(day, alone):
    assert consents_alone(born(2010, 11, 24), date(*day)) is alone


def test_a_pupil_born_on_a_leap_day_does_not_consent_a_day_too_early():
    assert not consents_alone(born(2012, 2, 29), date(2028, 2, 28))
    assert consents_alone(born(2012, 2, 29), date(2028, 2, 29))
    assert AGE_OF_OWN_CONSENT == 16


# Appointments


@pytest.mark.parametrize(
    ("appointed", "asked", "reaches"),
    [
        (("", ""), (DE_LINDE, "7B"), True),
        (("", ""), (DE_LINDE, ""), True),
        (("", ""), ("", ""), True),
        ((DE_LINDE, ""), (DE_LINDE, "7B"), True),
        ((DE_LINDE, ""), (DE_LINDE, ""), True),
        ((DE_LINDE, ""), (DE_BEUK, "7B"), False),
        ((DE_LINDE, ""), (DE_BEUK, ""), False),
        ((DE_LINDE, ""), ("", ""), False),
        ((DE_LINDE, "7B"), (DE_LINDE, "7B"), True),
        ((DE_LINDE, "7B"), (DE_LINDE, "7A"), False),
        ((DE_LINDE, "7B"), (DE_BEUK, "7B"), False),
        ((DE_LINDE, "7B"), (DE_LINDE, ""), False),
        (("", "7B"), (DE_LINDE, "7B"), True),
        (("", "7B"), (DE_LINDE, "7A"), False),
        (("", "7B"), (DE_LINDE, ""), False),
    ],
)
def test_an_appointment_reaches_its_own_class_or_school_and_no_further(appointed, asked, reaches):
    assert Appointment(Role.MENTOR, *appointed).covers(*asked) is reaches


def test_a_role_counts_only_where_it_was_given():
    mixed = employed(
        Appointment(Role.SCHOOL_LEADER, DE_LINDE), Appointment(Role.MENTOR, DE_BEUK, "8A")
    )

    assert mixed.has(Role.SCHOOL_LEADER, DE_LINDE, "7B")
    assert not mixed.has(Role.SCHOOL_LEADER, DE_BEUK, "8A")
    assert mixed.has(Role.MENTOR, DE_BEUK, "8A")
    assert not mixed.has(Role.MENTOR, DE_LINDE, "7B")
    assert not mixed.has(Role.PRIVACY_OFFICER, DE_LINDE)


def test_staff_are_found_by_role_and_place_in_the_order_of_the_registry():
    members = {
        "s1": (Appointment(Role.MENTOR, DE_LINDE, "7B"),),
        "s2": (Appointment(Role.COUNSELLOR),),
        "s3": (Appointment(Role.COUNSELLOR, DE_BEUK),),
        "s4": (Appointment(Role.MENTOR, DE_LINDE, "7A"), Appointment(Role.COUNSELLOR, DE_LINDE)),
        "s5": (),
    }
    registry = Registry(staff={k: replace(employed(*a), key=k) for k, a in members.items()})

    def found(role: Role, school: str, class_name: str = "") -> list[str]:
        return [s.key for s in registry.staff_with(role, school, class_name)]

    assert found(Role.COUNSELLOR, DE_LINDE) == ["s2", "s4"]
    assert found(Role.COUNSELLOR, DE_BEUK, "8A") == ["s2", "s3"]
    assert found(Role.MENTOR, DE_LINDE, "7B") == ["s1"]
    assert found(Role.MENTOR, DE_LINDE) == []
    assert found(Role.SCHOOL_LEADER, DE_LINDE) == []


def test_the_schools_are_those_that_have_a_class():
    registry = Registry(classes={"7B": DE_LINDE, "8A": DE_BEUK, "7A": DE_LINDE})

    assert registry.schools() == (DE_BEUK, DE_LINDE)


@pytest.mark.parametrize(
    ("appointments", "works_for_it"),
    [
        ([], False),
        ([Appointment(Role.STAFF)], True),
        ([Appointment(Role.STAFF, DE_LINDE)], True),
        ([Appointment(Role.STAFF, DE_BEUK)], False),
        ([Appointment(Role.MENTOR, DE_LINDE, "7A")], False),
        ([Appointment(Role.MENTOR, DE_LINDE, "7A"), Appointment(Role.MENTOR, "", "7B")], True),
    ],
)
def test_somebody_works_for_a_class_by_any_appointment_that_reaches_it(appointments, works_for_it):
    home = SchoolClass("7B", DE_LINDE, pupils={"p1": PUPIL}, guardians={"g1": GUARDIAN})

    assert covers([PUPIL, GUARDIAN, employed(*appointments)], home) is works_for_it
    assert covers([PUPIL, GUARDIAN], home) is False
    assert covers([], home) is False


def test_the_roles_of_a_person_are_the_ground_role_and_every_appointment():
    mentor = employed(Appointment(Role.MENTOR, DE_LINDE, "7B"), Appointment(Role.COUNSELLOR))

    assert (role_of(PUPIL), role_of(GUARDIAN), role_of(mentor)) == (
        Role.PUPIL,
        Role.GUARDIAN,
        Role.STAFF,
    )
    assert roles_of(PUPIL) == {Role.PUPIL}
    assert roles_of(GUARDIAN) == {Role.GUARDIAN}
    assert roles_of(TEACHER) == {Role.STAFF}
    assert roles_of(mentor) == {Role.STAFF, Role.MENTOR, Role.COUNSELLOR}


def test_neither_a_pupil_nor_a_guardian_has_a_role_of_staff():
    assert not roles_of(PUPIL) & STAFF_ROLES
    assert not roles_of(GUARDIAN) & STAFF_ROLES
    assert {Role.PUPIL, Role.GUARDIAN} == set(Role) - STAFF_ROLES


# Accounts and guardians


@pytest.mark.parametrize("person", [PUPIL, GUARDIAN, TEACHER])
def test_a_new_account_comes_first_and_an_old_one_comes_back_to_the_front_once(person):
    start = replace(person, accounts=("telegram:1", "signal:2"))

    assert with_account(start, "local:3").accounts == ("local:3", "telegram:1", "signal:2")
    assert with_account(start, "signal:2").accounts == ("signal:2", "telegram:1")
    assert replace(with_account(start, "local:3"), accounts=start.accounts) == start


@given(st.lists(st.sampled_from(["telegram:1", "telegram:2", "signal:3", "local:4"])))
def test_whatever_accounts_are_bound_the_newest_is_first_and_none_stands_twice(bound):
    person: Person = replace(PUPIL, accounts=())
    for account in bound:
        person = with_account(person, account)

    assert person.accounts == tuple(dict.fromkeys(reversed(bound)))


def test_a_pupil_is_found_by_any_account_and_a_guardian_never_passes_for_one():
    two = replace(PUPIL, accounts=("telegram:1", "signal:2"))
    parent = replace(GUARDIAN, accounts=("telegram:3",))
    home = SchoolClass("7B", DE_LINDE, pupils={"p1": two}, guardians={"g1": parent})

    assert home.pupil_with("signal:2") == two
    assert home.pupil_with("telegram:3") is None
    assert home.pupil_with("telegram:1 ") is None


def test_the_guardians_of_a_pupil_are_listed_in_the_order_of_the_file():
    pupils = {"g2": "p1", "g9": "p2", "g1": "p1"}
    people = {key: replace(GUARDIAN, key=key, pupil=pupil) for key, pupil in pupils.items()}
    home = SchoolClass("7B", DE_LINDE, guardians=people)

    assert [g.key for g in home.guardians_of("p1")] == ["g2", "g1"]
    assert home.guardians_of("p3") == ()


# Languages


@pytest.mark.parametrize(
    ("person", "language"),
    [
        (None, "nl"),
        (PUPIL, "nl-x-eenvoudig"),
        (GUARDIAN, "nl"),
        (TEACHER, "nl"),
        (replace(PUPIL, language="en"), "en"),
        (replace(GUARDIAN, language="en"), "en"),
        (replace(TEACHER, language="en"), "en"),
        (replace(PUPIL, language="nl"), "nl"),
    ],
)
def test_everybody_is_spoken_to_in_the_own_choice_and_pupils_in_easy_dutch(person, language):
    assert speaks(person, "nl", "nl-x-eenvoudig") == language


# Names


@pytest.mark.parametrize(
    "person", [PUPIL, replace(GUARDIAN, accounts=("telegram:1",)), TEACHER], ids=role_of
)
def test_no_name_number_address_or_account_of_a_person_is_ever_shown(person):
    registry = Registry(staff={"s1": TEACHER}, owners={"telegram:1": ("p1",)})
    home = SchoolClass("7B", DE_LINDE, pupils={"p1": PUPIL}, guardians={"g1": GUARDIAN})

    shown = repr(person) + repr(registry) + repr(home)

    private = ["Noor", "Bakker", "Sanne", "Joris", "Smit", "@", "06000", "2014", "telegram:1"]
    assert [words for words in [*private, "1014", "M1"] if words in shown] == []
