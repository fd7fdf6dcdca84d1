"""A report that nobody reads goes to the next person, and never to one who may not read it."""

import pytest

from tests.stories.test_reporting import STORY, tells

NOT_URGENT = ("Snapchat", "Best erg", "Nee", "De schoolleider")
TO_THE_COUNSELLOR = ("Snapchat", "Heel erg", "Nee", "De vertrouwenspersoon")
UNREAD = "Daarom vraag ik het nu aan jou."


def asked(person):
    """List the requests that somebody got to read a case that nobody has read."""
    return [text for text in person.texts if UNREAD in text]


@pytest.fixture
async def staff(school):
    """Let those who can be asked start the bot: the leader, the counsellor, the board."""
    names = ("Ingrid de Wit", "Marloes Kuipers", "Wim Verbeek")
    return [await school.joins(name) for name in names]


async def test_a_serious_report_goes_to_the_next_person_after_a_quarter_of_an_hour(school, staff):
    _, marloes, wim = staff
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    await school.lets_pass(minutes=14)
    assert not asked(marloes)
    await school.lets_pass(minutes=1)

    [request] = asked(marloes)
    assert "zaak 1" in request
    assert STORY not in request
    assert not asked(wim)
    marloes.says("/zaak 1")
    await school.settles()
    assert STORY in marloes.texts[-1]


async def test_a_serious_report_does_not_wait_for_the_morning(school, staff):
    _, marloes, _ = staff
    noor = await school.joins("Noor Bakker")
    await school.lets_pass(hours=14)
    await tells(noor, school)

    await school.lets_pass(minutes=15)

    assert len(asked(marloes)) == 1


async def test_another_report_waits_for_four_hours_of_school(school, staff):
    _, marloes, _ = staff
    noor = await school.joins("Noor Bakker")
    await school.lets_pass(days=4, hours=6)  # Friday, half past three in the afternoon
    await tells(noor, school, answers=NOT_URGENT)

    await school.lets_pass(days=2, hours=18, minutes=59)  # Monday, 10:29
    assert not asked(marloes)
    await school.lets_pass(minutes=1)

    assert len(asked(marloes)) == 1


async def test_a_report_that_was_read_goes_to_nobody_else(school, staff):
    ingrid, marloes, wim = staff
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()

    await school.lets_pass(days=1)

    assert not asked(marloes)
    assert not asked(wim)


async def test_when_everybody_was_asked_the_reporter_hears_the_phone_of_the_school_once(
    school, staff
):
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    for _ in range(20):
        await school.lets_pass(minutes=15)

    _, marloes, wim = staff
    assert (len(asked(marloes)), len(asked(wim))) == (1, 1)
    assert sum("010 000 00 00" in text for text in noor.texts) == 1
    [case] = school.cases()
    happened = [event.what for event in case.events]
    assert happened == ["opened", "passed-on", "passed-on", "nobody-left", "phone-given"]


async def test_who_chose_the_counsellor_is_never_read_by_the_leader(school, staff):
    ingrid, _, wim = staff
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=TO_THE_COUNSELLOR)

    for _ in range(6):
        await school.lets_pass(minutes=15)

    assert not asked(ingrid)
    assert len(asked(wim)) == 1
    ingrid.says("/zaak 1")
    await school.settles()
    assert STORY not in ingrid.texts[-1]


async def test_without_a_board_its_spokesperson_is_asked(school, staff):
    saskia = await school.joins("Saskia Meijer")
    await school.roster_changes("staff.csv", "bestuurder,", "communicatie,")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    for _ in range(6):
        await school.lets_pass(minutes=15)

    assert len(asked(saskia)) == 1
    assert not asked(staff[-1])


async def test_one_who_cannot_be_told_is_passed_over_at_once(school):
    wim = await school.joins("Wim Verbeek")
    await school.roster_changes("staff.csv", ",m.kuipers@delinde.example", ",")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    await school.lets_pass(minutes=15)
    await school.settles()

    assert len(asked(wim)) == 1
    [case] = school.cases()
    assert [e.what for e in case.events] == ["opened", "passed-on", "not-told", "passed-on"]


async def test_a_bot_that_was_off_asks_once_when_it_is_back(school, staff):
    _, marloes, wim = staff
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    await school.closes()
    await school.opens()
    await school.lets_pass(minutes=20)
    await school.closes()
    await school.opens()
    await school.settles()

    assert len(asked(marloes)) == 1
    assert not asked(wim)


LEADER_LINE = "M03,Ingrid,de Wit,schoolleider,,Voorbeeldschool De Linde,i.dewit@delinde.example\n"


async def test_a_case_that_only_somebody_who_left_has_read_goes_to_the_next_person(school, staff):
    ingrid, marloes, _ = staff
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    ingrid.says("/zaak 1")
    await school.settles()
    await school.lets_pass(days=1)

    await school.roster_changes("staff.csv", LEADER_LINE, "")
    await school.lets_pass(minutes=1)

    assert sum("zaak 1" in text for text in marloes.texts) == 1
    marloes.says("/zaak 1")
    await school.settles()
    assert STORY in marloes.texts[-1]
    [case] = school.cases()
    assert [e.what for e in case.events if e.what != "opened"][:3] == ["read", "left", "passed-on"]


async def test_a_case_that_a_colleague_has_read_too_stays_when_one_leaves(school, staff):
    ingrid, marloes, wim = staff
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await school.lets_pass(minutes=15)
    for person in (ingrid, marloes):
        person.says("/zaak 1")
        await school.settles()

    await school.roster_changes("staff.csv", LEADER_LINE, "")
    await school.lets_pass(days=1)

    assert not any("zaak 1" in text for text in wim.texts)
