"""A class is asked not to forward something: neutral, approved by a second person, once (11.4)."""

import pytest

from bot.domain.appeal import Posted
from bot.domain.cases import Status
from bot.domain.people import REGISTRY, Registry
from tests.stories.test_no_personal_data import told_in_files
from tests.stories.test_stopping_the_snowball import (
    SNAP,
    adds,
    changes_case,
    opens_case,
    presses,
    taps,
)

IN_GROUP = "Er gaan foto's of filmpjes rond die iemand pijn kunnen doen."


async def asks_approval(ingrid, school, *classes):
    """Choose the text about images and these classes, and ask for approval."""
    await taps(ingrid, school, "Oproep aan klassen")
    chosen = next(m for m in ingrid.heard if IN_GROUP in m.text)
    ingrid.taps("Kies deze tekst", chosen)
    await school.settles()
    for name in classes:
        await taps(ingrid, school, f"Klas {name}")
    return await taps(ingrid, school, "Vraag akkoord")


def appeal(school):
    [case] = school.cases()
    return case.appeals[-1]


def asked(person):
    """List what somebody was asked to approve."""
    return [m for m in person.heard if m.labels == ["Akkoord, plaats dit", "Niet plaatsen"]]


async def test_it_is_approved_and_posted_in_the_class_that_has_a_group(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk, school.person("Noor Bakker"))
    await adds(ingrid, school, SNAP)

    waiting = await asks_approval(ingrid, school, "7B", "8A")

    assert "Zaak 1, oproep 1: wacht op akkoord." in waiting
    assert "Klas 7B: 5 leerlingen zitten niet in de groep en zien dit niet." in waiting
    assert "/bericht" in waiting
    assert "Een klas zonder groep hoort dit niet van mij." in waiting
    assert not any(IN_GROUP in text for text in school.said_in(group))
    assert "Ingrid de Wit wil een oproep in deze klassen: 7B, 8A." in saskia.texts[-2]

    saskia.taps("Akkoord, plaats dit")
    await school.settles()

    assert [t for t in school.said_in(group) if IN_GROUP in t] == [saskia.texts[-1]]
    assert ingrid.texts[-1] == "Zaak 1: er is nieuws over je oproep."
    told = await taps(ingrid, school, "Bekijk de oproep")
    assert "akkoord van Saskia Meijer" in told
    assert "Klas 7B: geplaatst op 23-11-2026 09:30." in told
    assert "Klas 8A: niet geplaatst. Deze klas heeft geen groep bij mij." in told
    assert [(p.class_name, p.outcome) for p in appeal(school).postings] == [
        ("7B", Posted.ACCEPTED),
        ("8A", Posted.NO_GROUP),
    ]


async def test_who_approves_sees_nothing_of_the_case(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    await adds(ingrid, school, SNAP)
    before = len(saskia.texts)

    await asks_approval(ingrid, school, "7B")

    seen = " ".join(saskia.texts[before:])
    assert SNAP not in seen
    assert "zaak" not in seen.casefold()
    assert "Snapchat" not in seen
    forbidden = await presses(saskia, school, "oproep:1:1")
    assert forbidden == (await presses(saskia, school, "oproep:9:1")).replace("9", "1")


async def test_what_is_said_in_the_group_names_nobody_and_nothing(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    await adds(ingrid, school, SNAP)
    await asks_approval(ingrid, school, "7B")
    await taps(saskia, school, "Akkoord, plaats dit")

    [said] = [t for t in school.said_in(group) if IN_GROUP in t]

    for word in told_in_files("pupils.csv", "contacts.csv", "staff.csv"):
        assert word not in said.split()
    assert not any(word in said for word in ("http", "Snapchat", "zaak", "Zaak"))


async def test_two_taps_post_it_once(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    await asks_approval(ingrid, school, "7B")

    saskia.taps("Akkoord, plaats dit")
    saskia.taps("Akkoord, plaats dit")
    await school.settles()

    assert sum(IN_GROUP in text for text in school.said_in(group)) == 1
    assert saskia.notices[-1] == "Dat hoeft niet meer. Er is al over besloten."


async def test_nobody_approves_what_they_ask_for_themselves(school):
    ingrid = await opens_case(school)
    await school.joins("Saskia Meijer")
    await asks_approval(ingrid, school, "7B")

    await presses(ingrid, school, "akkoord:1:1:yes")

    assert not asked(ingrid)
    assert ingrid.notices[-1] == "Je vroeg dit zelf. Iemand anders moet akkoord geven."
    assert appeal(school).stage == "waiting"


@pytest.mark.parametrize(
    "name", ["Marloes Kuipers", "Anouk Hendriks", "Kevin Tjon", "Ruben Vos", "Noor Bakker"]
)
async def test_who_may_not_approve_gets_the_answer_of_a_missing_appeal(school, name):
    ingrid = await opens_case(school)
    await school.joins("Saskia Meijer")
    person = school.people.get(name) or await school.joins(name)
    await asks_approval(ingrid, school, "7B")

    for answer in ("yes", "no"):
        await presses(person, school, f"akkoord:1:1:{answer}")
        forbidden = person.notices[-1]
        await presses(person, school, f"akkoord:9:1:{answer}")
        assert person.notices[-1] == forbidden

    assert not asked(person)
    assert appeal(school).stage == "waiting"


async def test_somebody_shut_out_of_the_case_is_not_asked_and_may_not_approve(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    await changes_case(school, excluded=(key_of(school, "Saskia"),))

    told = await asks_approval(ingrid, school, "7B")
    await presses(saskia, school, "akkoord:1:1:yes")

    assert not asked(saskia)
    assert told.startswith("Er is niemand die akkoord kan geven.")
    assert appeal(school).stage == "choosing"


async def test_somebody_shut_out_while_it_waits_gets_the_answer_of_a_missing_appeal(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    await asks_approval(ingrid, school, "7B")
    await changes_case(school, excluded=(key_of(school, "Saskia"),))

    await taps(saskia, school, "Akkoord, plaats dit")

    assert saskia.notices[-1] == "Deze keuze geldt niet meer."
    assert appeal(school).stage == "waiting"


async def test_without_a_second_person_it_is_said_that_nobody_can_approve(school):
    ingrid = await opens_case(school)

    told = await asks_approval(ingrid, school, "7B")

    assert told.startswith("Er is niemand die akkoord kan geven.")
    assert appeal(school).stage == "choosing"


async def test_no_class_no_appeal(school):
    ingrid = await opens_case(school)
    await school.joins("Saskia Meijer")

    await asks_approval(ingrid, school)

    assert ingrid.notices[-1] == "Kies eerst een klas."
    assert appeal(school).stage == "choosing"


async def test_a_class_can_be_taken_out_again(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    await asks_approval(ingrid, school)

    await taps(ingrid, school, "Klas 7B")
    await taps(ingrid, school, "Klas 8A")
    await taps(ingrid, school, "Gekozen: 7B")
    await taps(ingrid, school, "Vraag akkoord")

    assert "in deze klassen: 8A." in saskia.texts[-2]


async def test_what_is_taken_back_is_never_said(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    await asks_approval(ingrid, school, "7B")

    await taps(ingrid, school, "Trek in")
    await taps(saskia, school, "Akkoord, plaats dit")

    assert ingrid.notices[-1] == "Ingetrokken. Ik plaats niets."
    assert saskia.notices[-1] == "Dat hoeft niet meer. Er is al over besloten."
    assert not any(IN_GROUP in text for text in school.said_in(group))


async def test_after_it_was_said_it_cannot_be_taken_back(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    await asks_approval(ingrid, school, "8A")
    await taps(saskia, school, "Akkoord, plaats dit")

    await presses(ingrid, school, "oproep:1:1:revoke")

    assert ingrid.notices[-1] == "Dat kan niet meer. Ik laat zien hoe het nu is."
    assert appeal(school).stage == "approved"


async def test_who_declines_keeps_it_out_of_the_group(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    await asks_approval(ingrid, school, "7B")

    await taps(saskia, school, "Niet plaatsen")

    assert ingrid.texts[-1] == "Zaak 1: er is nieuws over je oproep."
    assert "afgewezen door Saskia Meijer" in await taps(ingrid, school, "Bekijk de oproep")
    assert not any(IN_GROUP in text for text in school.said_in(group))


async def test_a_group_that_refuses_is_told_to_who_asked(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    anouk.removes_bot(group)
    await school.settles()
    await asks_approval(ingrid, school, "7B")

    await taps(saskia, school, "Akkoord, plaats dit")

    told = await taps(ingrid, school, "Bekijk de oproep")
    assert "Klas 7B: plaatsen lukte niet." in told
    [posting] = appeal(school).postings
    assert posting.outcome is Posted.REFUSED
    assert posting.why


async def test_of_a_closed_case_nothing_is_said_any_more(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    await adds(ingrid, school, SNAP)
    await asks_approval(ingrid, school, "7B")
    await changes_case(school, status=Status.CLOSED, closed_at=school.clock.at)

    await taps(saskia, school, "Akkoord, plaats dit")
    told = await presses(ingrid, school, "oproep:1")

    assert told == "Zaak 1 is afgerond. Een oproep kan dan niet meer."
    assert not any(IN_GROUP in text for text in school.said_in(group))
    assert await presses(ingrid, school, "link:1:1:asked") == (
        "Zaak 1 is afgerond. Daar verandert niets meer aan."
    )


async def test_the_platform_that_accepts_late_is_heard_after_a_restart(school):
    ingrid = await opens_case(school)
    saskia = await school.joins("Saskia Meijer")
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    await asks_approval(ingrid, school, "7B")
    await school.closes()
    await school.opens()

    await taps(saskia, school, "Akkoord, plaats dit")

    assert sum(IN_GROUP in text for text in school.said_in(group)) == 1
    assert appeal(school).postings[0].outcome is Posted.ACCEPTED


@pytest.mark.parametrize("name", ["Marloes Kuipers", "Anouk Hendriks", "Saskia Meijer"])
async def test_an_appeal_of_someone_elses_case_looks_like_one_of_a_missing_case(school, name):
    ingrid = await opens_case(school)
    person = await school.joins(name)
    if name != "Saskia Meijer":
        await school.joins("Saskia Meijer")
    await asks_approval(ingrid, school, "7B")
    before = appeal(school)

    for deed in ("1", "1:new:images", "1:1", "1:1:class:0", "1:1:ask", "1:1:revoke"):
        forbidden = await presses(person, school, f"oproep:{deed}")
        missing = await presses(person, school, f"oproep:9{deed[1:]}")
        assert forbidden == missing.replace("9", "1")

    assert appeal(school) == before


async def test_a_button_that_says_nothing_we_know_is_old(school):
    ingrid = await opens_case(school)
    await asks_approval(ingrid, school)
    before = appeal(school)

    for data in ("9", "1:class:99", "1:class:x", "1:class:", "1:spam", "new:poem", "new:"):
        await presses(ingrid, school, f"oproep:1:{data}")
        assert ingrid.notices[-1] == "Deze keuze geldt niet meer."
    for data in ("1:1", "1:1:maybe", "1", "", "..%2F1:1:yes"):
        await presses(ingrid, school, f"akkoord:{data}")
        assert ingrid.notices[-1] == "Deze keuze geldt niet meer."

    assert appeal(school) == before


def key_of(school, first_name):
    """Give the key of a member of staff."""
    staff = school.bot.store.begin().get(Registry, REGISTRY).staff.values()
    return next(s.key for s in staff if s.first_name == first_name)
