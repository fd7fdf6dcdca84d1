"""The school's files against what is known: what changes, what stays, and what is only told."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.enrolment import ContactEntry, PupilEntry, Snapshot, StaffEntry
from bot.domain.groups import ClassGroup
from bot.domain.people import (
    STAFF_ROLES,
    Appointment,
    Person,
    Pupil,
    Registry,
    Role,
    SchoolClass,
    with_account,
)
from bot.domain.roster import (
    Change,
    ClassChange,
    Concern,
    ContactChange,
    Loss,
    Plan,
    PupilChange,
    StaffChange,
    StalePlanError,
    Warned,
    apply_plan,
    plan_import,
)
from bot.domain.roster_sentences import CONCERNS, describe

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


def pupil(number: str, class_name: str = "7B", first_name: str = "Noor", **facts) -> PupilEntry:
    facts = {"last_name": "Bakker", "birth_date": date(2014, 3, 14), **facts}
    return PupilEntry(number, first_name, class_name=class_name, **facts)


def contact(number: str, name: str = "Marieke Bakker", **facts) -> ContactEntry:
    return ContactEntry(number, name, **{"email": "marieke@ouders.example", **facts})


def member(number: str, *appointments: Appointment, **facts) -> StaffEntry:
    facts = {"first_name": "Anouk", "last_name": "Hendriks", **facts}
    return StaffEntry(number, appointments=appointments, **facts)


def files(pupils=(), contacts=(), staff=()) -> Snapshot:
    return Snapshot(
        tuple(pupils),
        None if contacts is None else tuple(contacts),
        None if staff is None else tuple(staff),
        "De Linde",
    )


MENTOR = Appointment(Role.MENTOR, "De Linde", "7B")
LEADER = Appointment(Role.SCHOOL_LEADER, "De Linde")


@dataclass
class Administration:
    """What the bot knows, and the imports it goes through."""

    registry: Registry = field(default_factory=Registry)
    classes: dict[str, SchoolClass] = field(default_factory=dict)

    def plan(self, snapshot: Snapshot, now: datetime = NOW) -> Plan:
        return plan_import(self.registry, self.classes, snapshot, now)

    def imports(self, snapshot: Snapshot, now: datetime = NOW) -> Plan:
        plan = self.plan(snapshot, now)
        self.registry, self.classes = apply_plan(self.registry, self.classes, plan, now)
        return plan

    def pupils(self) -> dict[str, Pupil]:
        return {p.number: p for c in self.classes.values() for p in c.pupils.values()}

    def bind(self, key: str, account: str) -> None:
        """Give somebody an account, as `/start CODE` does."""
        owners = self.registry.owners
        self.registry = replace(
            self.registry, owners={**owners, account: (*owners.get(account, ()), key)}
        )
        if key in self.registry.staff:
            self.registry = replace(self.registry, staff=bound(self.registry.staff, key, account))
            return
        home = self.classes[self.registry.homes[key]]
        if key in home.pupils:
            home = replace(home, pupils=bound(home.pupils, key, account))
        else:
            home = replace(home, guardians=bound(home.guardians, key, account))
        self.classes[home.key] = home


def bound(people, key: str, account: str) -> dict:
    return {**people, key: with_account(people[key], account)}


def test_a_first_import_lists_classes_pupils_guardians_and_roles():
    snapshot = files(
        [pupil("1001", line=2), pupil("1002", "8A", line=3)],
        [contact("1001"), contact("1001", "Tom Bakker")],
        [member("M1", MENTOR, LEADER, line=2)],
    )

    plan = Administration().plan(snapshot)

    assert plan.classes == (
        ClassChange(Change.NEW, "7B", "De Linde"),
        ClassChange(Change.NEW, "8A", "De Linde"),
    )
    assert plan.pupils == (
        PupilChange(Change.NEW, "7B-01", "7B", line=2),
        PupilChange(Change.NEW, "8A-01", "8A", line=3),
    )
    assert plan.contacts == (ContactChange("7B-01", "7B", new=2),)
    assert plan.staff == (StaffChange(Change.NEW, "p5", (MENTOR, LEADER), line=2),)
    assert plan.warnings == (
        Warned(Concern.NO_GUARDIAN_ADDRESS, "8A-01"),
        Warned(Concern.NO_MENTOR, "8A"),
    )
    assert not plan.needs_force


def test_applying_the_plan_makes_the_documents_it_shows():
    school = Administration()
    school.imports(
        files([pupil("1001")], [contact("1001", language="en")], [member("M1", MENTOR, LEADER)])
    )

    noor = school.pupils()["1001"]
    assert (noor.key, noor.pseudonym, noor.since) == ("p1", "7B-01", NOW.isoformat())
    assert [g.language for g in school.classes["7B"].guardians_of("p1")] == ["en"]
    assert school.registry.staff_with(Role.SCHOOL_LEADER, "De Linde")[0].key == "p3"
    assert school.registry.classes == {"7B": "De Linde"}
    assert school.registry.homes == {"p1": "7B", "p2": "7B"}
    assert school.registry.numbered == 3


def test_a_pupil_who_changes_class_keeps_everything_but_the_pseudonym_and_takes_guardians_along():
    school = Administration()
    school.imports(files([pupil("1001"), pupil("1002", "8A")], [contact("1001")]))
    school.bind("p1", "telegram:1")
    guardian = school.classes["7B"].guardians_of("p1")[0]
    school.bind(guardian.key, "telegram:2")

    plan = school.imports(files([pupil("1001", "8A"), pupil("1002", "8A")], None), LATER)

    moved = school.pupils()["1001"]
    assert plan.pupils == (PupilChange(Change.MOVED, "8A-02", "8A", was="7B-01"),)
    assert plan.contacts == ()
    assert (moved.key, moved.pseudonym, moved.accounts) == ("p1", "8A-02", ("telegram:1",))
    assert moved.since == LATER.isoformat()
    assert not school.classes["7B"].pupils
    assert not school.classes["7B"].guardians
    assert school.classes["8A"].guardians_of("p1")[0].accounts == ("telegram:2",)
    assert school.registry.homes == {"p1": "8A", "p2": "8A", guardian.key: "8A"}
    assert school.registry.owners == {"telegram:1": ("p1",), "telegram:2": (guardian.key,)}


def test_a_pupil_who_leaves_loses_guardians_accounts_and_home_and_nobody_gets_the_pseudonym():
    school = Administration()
    sister = contact("1002")
    school.imports(files([pupil("1001"), pupil("1002", "8A")], [contact("1001"), sister]))
    mother_of_first, mother_of_second = (
        next(iter(school.classes[name].guardians)) for name in ("7B", "8A")
    )
    school.bind("p1", "telegram:1")
    school.bind(mother_of_first, "telegram:2")
    school.bind(mother_of_second, "telegram:2")

    plan = school.imports(files([pupil("1002", "8A")], [sister]))
    back = school.imports(files([pupil("1002", "8A"), pupil("1001")], [sister]))

    assert plan.pupils == (PupilChange(Change.LEFT, "7B-01", "7B"),)
    assert school.registry.owners == {"telegram:2": (mother_of_second,)}
    assert [c.pseudonym for c in back.pupils] == ["7B-02"]
    assert school.pupils()["1001"].key not in {"p1", "p2", mother_of_first, mother_of_second}
    assert school.pupils()["1001"].accounts == ()


def test_corrected_names_are_told_by_column_and_keep_the_person():
    school = Administration()
    school.imports(files([pupil("1001")], (), [member("M1", MENTOR)]))

    plan = school.imports(
        files([pupil("1001", last_name="Backer")], (), [member("M1", MENTOR, email="a@x.example")])
    )

    assert plan.pupils == (PupilChange(Change.CORRECTED, "7B-01", "7B", facts=("last_name",)),)
    assert plan.staff == (
        StaffChange(Change.CORRECTED, "p2", (MENTOR,), (MENTOR,), facts=("email",)),
    )
    assert school.pupils()["1001"].name == "Noor Backer"
    assert school.registry.numbered == 2


def test_staff_who_are_gone_lose_their_accounts_and_a_new_role_shows_the_old_one():
    school = Administration()
    school.imports(files([pupil("1001")], (), [member("M1", MENTOR), member("M2", LEADER)]))
    school.bind("p2", "telegram:1")

    plan = school.imports(files([pupil("1001")], (), [member("M2", LEADER, MENTOR)]))

    assert plan.staff == (
        StaffChange(Change.CORRECTED, "p3", (LEADER, MENTOR), (LEADER,)),
        StaffChange(Change.LEFT, "p2", before=(MENTOR,)),
    )
    assert plan.losses == (Loss("members of staff", 1, 2),)
    assert school.registry.owners == {}


def test_a_file_that_is_not_given_changes_nothing_and_an_empty_one_empties():
    school = Administration()
    school.imports(files([pupil("1001")], [contact("1001")], [member("M1", MENTOR)]))

    assert school.plan(files([pupil("1001")], None, None)).is_empty
    emptied = school.plan(files([pupil("1001")], (), ()))
    assert emptied.contacts == (ContactChange("7B-01", "7B", gone=1),)
    assert [c.what for c in emptied.staff] == [Change.LEFT]


@pytest.mark.parametrize(("left", "needs_force"), [(1, False), (2, True)])
def test_more_than_a_tenth_of_the_pupils_gone_needs_force(left, needs_force):
    school = Administration()
    everybody = [pupil(str(number)) for number in range(10)]
    school.imports(files(everybody))

    plan = school.plan(files(everybody[left:]))

    assert plan.needs_force is needs_force
    assert plan.losses == ((Loss("pupils", 2, 10),) if needs_force else ())


def test_an_export_with_an_empty_column_of_addresses_needs_force():
    school = Administration()
    pupils = [pupil(str(number)) for number in range(10)]
    school.imports(files(pupils, [contact(p.number) for p in pupils]))

    plan = school.plan(files(pupils, [contact(p.number, email="") for p in pupils]))

    assert plan.losses == (Loss("e-mail addresses of guardians", 10, 10),)


def test_a_first_import_never_needs_force():
    assert not Administration().plan(files()).needs_force


def test_a_guardian_is_known_again_by_name_or_else_by_mailbox():
    school = Administration()
    shared = {"email": "thuis@ouders.example"}
    school.imports(
        files([pupil("1")], [contact("1", "Marieke", **shared), contact("1", "Tom", **shared)])
    )
    marieke, tom = (g.key for g in school.classes["7B"].guardians.values())
    school.bind(marieke, "telegram:1")

    # The order turns, one name is corrected and one address is new.
    plan = school.imports(
        files([pupil("1")], [contact("1", "Thomas", **shared), contact("1", "Marieke", email="")])
    )

    guardians = school.classes["7B"].guardians
    assert plan.contacts == (ContactChange("7B-01", "7B", corrected=2),)
    assert (guardians[tom].name, guardians[tom].accounts) == ("Thomas", ())
    assert (guardians[marieke].email, guardians[marieke].accounts) == ("", ("telegram:1",))


def test_a_language_chosen_in_a_chat_outlives_the_contacts_file():
    school = Administration()
    school.imports(files([pupil("1")], [contact("1", language="en")]))

    plan = school.plan(files([pupil("1")], [contact("1", language="nl")]))

    assert plan.is_empty


def test_the_school_of_a_class_comes_from_the_staff_file_and_is_remembered():
    school = Administration()
    west = Appointment(Role.MENTOR, "De Esdoorn", "7B")
    plain = Appointment(Role.STAFF, "", "7B")
    school.imports(files([pupil("1"), pupil("2", "8A")], (), [member("M1", west)]))
    assert school.registry.classes == {"7B": "De Esdoorn", "8A": "De Linde"}

    assert school.plan(files([pupil("1"), pupil("2", "8A")], (), None)).classes == ()
    school.imports(files([pupil("1"), pupil("2", "8A")], (), [member("M1", plain)]))
    assert school.registry.classes["7B"] == "De Esdoorn"
    assert school.registry.staff["p3"].appointments == (replace(plain, school="De Esdoorn"),)

    plan = school.plan(files([pupil("1"), pupil("2", "8A")], (), [member("M1", MENTOR)]))
    assert plan.classes == (ClassChange(Change.MOVED, "7B", "De Linde", was="De Esdoorn"),)


def test_a_class_keeps_its_group_announcements_and_count_through_an_import():
    school = Administration()
    school.imports(files([pupil("1"), pupil("2", "8A")]))
    coupled = replace(
        school.classes["7B"],
        group=ClassGroup("telegram:-100", "p9", NOW.isoformat()),
        open_announcements=("a1",),
    )
    school.classes["7B"] = coupled

    school.imports(files([pupil("2", "8A")]))

    assert school.classes["7B"] == replace(coupled, pupils={}, guardians={})


def test_everything_that_deserves_a_look_is_told():
    school = Administration()
    school.imports(files([pupil("1", "9C")]))
    typo = Appointment(Role.MENTOR, "De Linde", "7Bb")
    elsewhere = Appointment(Role.STAFF, "De Lnide")

    plan = school.plan(
        files(
            [pupil("2", birth_date=date(1914, 3, 14)), pupil("3", "7b")],
            [contact("2"), contact("3", email="", phone="010 000 00 11")],
            [member("M1", typo, elsewhere)],
        )
    )

    assert set(plan.warnings) == {
        Warned(Concern.UNLIKELY_AGE, "7B-01"),
        Warned(Concern.NO_GUARDIAN_ADDRESS, "7b-01"),
        Warned(Concern.EMPTY_CLASS, "9C"),
        Warned(Concern.NO_MENTOR, "7B"),
        Warned(Concern.NO_MENTOR, "7b"),
        Warned(Concern.SIMILAR_CLASS, "7B"),
        Warned(Concern.SIMILAR_CLASS, "7b"),
        Warned(Concern.NO_SCHOOL_LEADER, "De Linde"),
        Warned(Concern.UNKNOWN_CLASS, "7Bb"),
        Warned(Concern.UNKNOWN_SCHOOL, "De Lnide"),
    }
    assert CONCERNS.keys() == set(Concern) == {w.concern for w in plan.warnings}


def test_a_guardian_with_a_bound_account_and_no_email_can_be_reached():
    school = Administration()
    school.imports(files([pupil("1")], [contact("1", email="")]))
    school.bind("p2", "telegram:1")

    plan = school.plan(files([pupil("1")], None))

    assert Warned(Concern.NO_GUARDIAN_ADDRESS, "7B-01") not in plan.warnings


def test_pseudonyms_do_not_follow_the_order_of_the_file():
    school = Administration()
    everybody = [pupil(str(number)) for number in range(20)]

    school.imports(files(everybody))

    in_order = [school.pupils()[p.number].pseudonym for p in everybody]
    assert in_order != sorted(in_order)
    assert sorted(in_order) == [f"7B-{n:02}" for n in range(1, 21)]


def test_accounts_bound_after_the_plan_was_made_are_kept():
    school = Administration()
    school.imports(files([pupil("1")]))
    plan = school.plan(files([pupil("1", "8A")]))
    school.bind("p1", "telegram:1")

    _, classes = apply_plan(school.registry, school.classes, plan, LATER)

    assert classes["8A"].pupils["p1"].accounts == ("telegram:1",)


def test_a_plan_that_would_now_do_something_else_is_refused():
    school = Administration()
    school.imports(files([pupil("1")]))
    plan = school.plan(files([pupil("1"), pupil("2")]))
    school.imports(files([pupil("1"), pupil("3")]))

    with pytest.raises(StalePlanError):
        apply_plan(school.registry, school.classes, plan, NOW)


def test_the_fingerprint_follows_what_is_written_and_not_the_time():
    school = Administration()
    school.imports(files([pupil("1")]))
    shown = school.plan(files([pupil("1", last_name="Backer")]))

    assert school.plan(files([pupil("1", last_name="Backer")]), LATER) == shown
    assert school.plan(files([pupil("1", last_name="Bakkers")])).fingerprint != shown.fingerprint


def test_the_plan_in_sentences():
    school = Administration()
    first = files(
        [pupil("1", line=2), pupil("2", "8A", line=3)],
        [contact("1"), contact("2")],
        [
            member("M1", MENTOR, Appointment(Role.PRIVACY_OFFICER), line=2),
            member("M2", Appointment(Role.MENTOR, "De Linde", "8A"), line=3),
            member("M3", LEADER, line=4),
        ],
    )

    assert describe(school.imports(first)) == [
        "Class 7B is new, in De Linde.",
        "Class 8A is new, in De Linde.",
        "Class 7B gets 1 new pupil (line of the pupils file): 7B-01 (2).",
        "Class 8A gets 1 new pupil (line of the pupils file): 8A-01 (3).",
        "Guardians in class 7B: 1 new, 0 changed, 0 gone. This is about 7B-01.",
        "Guardians in class 8A: 1 new, 0 changed, 0 gone. This is about 8A-01.",
        "Staff p5 (line 2 of the staff file) is new: mentor of 7B in De Linde, fg of all schools.",
        "Staff p6 (line 3 of the staff file) is new: mentor of 8A in De Linde.",
        "Staff p7 (line 4 of the staff file) is new: schoolleider of De Linde.",
    ]
    assert describe(school.plan(first)) == ["Nothing changes."]
    second = files(
        [pupil("1", "8A", last_name="Backer", line=2)],
        None,
        [
            member("M1", MENTOR, last_name="Hendrix", line=2),
            member("M3", LEADER, line=3),
        ],
    )
    assert describe(school.plan(second)) == [
        "8A-02 (line 2 of the pupils file): moves from 7B-01 to class 8A; last_name changed.",
        "8A-01 is gone from class 8A, with all guardians and bound accounts.",
        (
            "Staff p5 (line 2 of the staff file): now mentor of 7B in De Linde, was mentor of 7B "
            "in De Linde, fg of all schools; last_name changed."
        ),
        "Staff p6 is gone, with all bound accounts; was mentor of 8A in De Linde.",
        "Warning: class 7B has no pupils any more. Its group is still known.",
        "Warning: class 8A has no mentor.",
        (
            "Stop: 1 of 2 pupils would be gone. Check that the export is complete; if it is, force "
            "the import."
        ),
        (
            "Stop: 1 of 3 members of staff would be gone. Check that the export is complete; if it "
            "is, force the import."
        ),
    ]


PRIVATE = "Geheim"
NUMBERS = [f"{PRIVATE}{n}" for n in range(6)]

names = st.sampled_from([f"{PRIVATE}e Naam", f"{PRIVATE}e Bijnaam"])
mailboxes = st.sampled_from(["", f"{PRIVATE}@ouders.example", f"{PRIVATE}2@ouders.example"])
lines = st.integers(2, 9)
appointments = st.builds(
    Appointment,
    st.sampled_from(sorted(STAFF_ROLES)),
    st.sampled_from(["", "De Linde"]),
    st.sampled_from(["", "7B", "8A", "9C"]),
)
entries_of_pupils = st.builds(
    PupilEntry,
    st.sampled_from(NUMBERS),
    names,
    names,
    st.sampled_from(["7B", "8A"]),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    lines,
)
entries_of_contacts = st.builds(
    ContactEntry,
    st.sampled_from(NUMBERS),
    names,
    names,
    mailboxes,
    st.sampled_from(["", f"{PRIVATE}-010"]),
    st.sampled_from(["", "nl", "en"]),
    lines,
)
entries_of_staff = st.builds(
    StaffEntry,
    st.sampled_from(NUMBERS),
    names,
    names,
    mailboxes,
    st.lists(appointments, max_size=3, unique=True).map(tuple),
    lines,
)


def each_once(entries):
    return st.lists(entries, max_size=6, unique_by=lambda e: e.number).map(tuple)


snapshots = st.builds(
    Snapshot,
    each_once(entries_of_pupils),
    st.none() | st.lists(entries_of_contacts, max_size=8).map(tuple),
    st.none() | each_once(entries_of_staff),
    st.just("De Linde"),
)
accounts = st.sampled_from([f"telegram:{PRIVATE}{n}" for n in range(3)])


def bind_somebody(school: Administration, data: st.DataObject) -> None:
    people = sorted({*school.registry.homes, *school.registry.staff})
    if people:
        key, account = data.draw(st.sampled_from(people)), data.draw(accounts)
        if key not in school.registry.owners.get(account, ()):
            school.bind(key, account)


@given(st.lists(snapshots, min_size=1, max_size=4), st.data())
def test_the_same_files_a_second_time_change_nothing(history, data):
    school = Administration()
    for snapshot in history:
        school.imports(snapshot)
        bind_somebody(school, data)
        known = school.registry, dict(school.classes)

        again = school.imports(snapshot, LATER)

        assert again.is_empty
        assert not again.needs_force
        assert (school.registry, school.classes) == known


@given(st.lists(snapshots, min_size=2, max_size=5), st.data())
def test_whatever_is_imported_the_registry_and_the_classes_agree(history, data):
    school = Administration()
    for snapshot in history:
        school.imports(snapshot)
        bind_somebody(school, data)

        people: dict[str, Person] = {**school.registry.staff}
        for c in school.classes.values():
            people |= {**c.pupils, **c.guardians}
        assert school.registry.homes == {
            key: c.key for c in school.classes.values() for key in (*c.pupils, *c.guardians)
        }
        assert school.registry.classes == {c.key: c.school for c in school.classes.values()}
        assert {
            (account, key) for account, keys in school.registry.owners.items() for key in keys
        } == {(account, key) for key, person in people.items() for account in person.accounts}
        for c in school.classes.values():
            assert {g.pupil for g in c.guardians.values()} <= c.pupils.keys()
            assert all(key == p.key for key, p in c.pupils.items())
        assert set(school.pupils()) == {entry.number for entry in snapshot.pupils}


@given(st.lists(snapshots, min_size=2, max_size=6), st.data())
def test_keys_and_accounts_stay_with_a_person_and_pseudonyms_with_one_pupil(history, data):
    school = Administration()
    owners_of_pseudonyms: dict[str, str] = {}
    for snapshot in history:
        before = school.pupils()
        school.imports(snapshot)
        for number, now in school.pupils().items():
            assert owners_of_pseudonyms.setdefault(now.pseudonym, now.key) == now.key
            if number in before:
                old = before[number]
                assert (now.key, now.accounts, now.language) == (
                    old.key,
                    old.accounts,
                    old.language,
                )
        bind_somebody(school, data)


@given(st.lists(snapshots, min_size=1, max_size=3), st.data())
def test_no_plan_tells_a_name_a_number_or_an_address(history, data):
    school = Administration()
    for snapshot in history:
        plan = school.imports(snapshot)
        bind_somebody(school, data)

        assert PRIVATE not in repr(plan)
        assert PRIVATE not in "\n".join(describe(plan))
