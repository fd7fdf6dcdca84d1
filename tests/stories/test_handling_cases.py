"""A case is seen by who handles it; to everybody else it looks like no case at all (P3, P6)."""

import pytest

from tests.stories.test_reporting import STORY, goes_on, tells
from tests.stories.test_when_people_change import ANOUKS_LINE

LEADER = ("Snapchat", "Heel erg", "Nee", "De schoolleider")
COUNSELLOR = ("Snapchat", "Heel erg", "Nee", "De vertrouwenspersoon")
AS_STAFF = ("Op school", "Best erg", "Ja", "De schoolleider")
MAY_BE_NAMED = ("Snapchat", "Heel erg", "Ja", "De schoolleider")
NO_HANDLERS = (
    "Anouk Hendriks",
    "Bilal Haddad",
    "Marloes Kuipers",
    "Ruben Vos",
    "Kevin Tjon",
    "Saskia Meijer",
    "Wim Verbeek",
)


async def asks(person, school, command):
    """Type a command and give the one answer to it."""
    before = len(person.texts)
    person.says(command)
    await school.settles()
    [answer] = person.texts[before:]
    return answer


async def test_the_leader_gets_the_number_and_nothing_else(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")

    await tells(noor, school)

    notice = await ingrid.hears("zaak 1")
    assert notice.private
    assert STORY not in notice.text
    assert "Noor" not in notice.text
    assert "Snapchat" not in notice.text


async def test_a_leader_without_an_account_gets_the_number_by_mail(school):
    noor = await school.joins("Noor Bakker")

    await tells(noor, school)

    [letter] = school.mail.letters
    assert letter["To"] == "i.dewit@delinde.example"
    assert "zaak 1" in letter["Subject"]
    body = letter.get_body().get_content()
    assert STORY not in body
    assert "Noor" not in body + letter["Subject"]


async def test_the_leader_reads_the_case_without_the_name_when_that_was_asked(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=LEADER)

    case = await asks(ingrid, school, "/zaak 1")

    assert STORY in case
    assert "Snapchat" in case
    assert "Noor" not in case


async def test_the_leader_sees_the_name_when_that_is_allowed(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")

    await tells(noor, school, answers=MAY_BE_NAMED)

    assert "Noor Bakker uit klas 7B" in await asks(ingrid, school, "/zaak 1")


async def test_the_list_tells_which_cases_are_new_and_which_are_read(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await tells(noor, school)
    await asks(ingrid, school, "/zaak 2")

    told = await asks(ingrid, school, "/zaken")

    assert "Zaak 2 van 23-11-2026: gelezen." in told
    assert "Zaak 1 van 23-11-2026: nieuw." in told
    assert STORY not in told


@pytest.mark.parametrize("name", NO_HANDLERS)
async def test_someone_elses_case_looks_exactly_like_a_missing_one(school, name):
    await school.joins("Ingrid de Wit")
    person = await school.joins(name)
    noor = await school.joins("Noor Bakker")
    nothing_yet = await asks(person, school, "/zaken")
    await tells(noor, school)

    forbidden = await asks(person, school, "/zaak 1")
    missing = await asks(person, school, "/zaak 9")

    assert forbidden.replace("1", "9") == missing
    assert await asks(person, school, "/zaken") == nothing_yet
    assert not any(e.what == "read" for e in school.cases()[0].events)


@pytest.mark.parametrize("typed", ["01", "#1", " 1 ", "1 ", "²", "eerste", "1; 2", "9" * 30, "-1"])
async def test_however_the_number_is_typed_forbidden_looks_like_missing(school, typed):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    missing = await asks(anouk, school, f"/zaak {typed}")

    await tells(noor, school)

    assert await asks(anouk, school, f"/zaak {typed}") == missing


async def test_no_number_asks_for_one(school):
    ingrid = await school.joins("Ingrid de Wit")

    assert "nummer" in await asks(ingrid, school, "/zaak")


async def test_with_the_counsellor_chosen_the_leader_hears_and_sees_nothing(school):
    ingrid = await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    heard = len(ingrid.heard)

    await tells(noor, school, answers=COUNSELLOR)

    assert len(ingrid.heard) == heard
    forbidden = await asks(ingrid, school, "/zaak 1")
    assert forbidden.replace("1", "9") == await asks(ingrid, school, "/zaak 9")
    assert "geen meldingen" in await asks(ingrid, school, "/zaken")
    await marloes.hears("zaak 1")
    assert STORY in await asks(marloes, school, "/zaak 1")
    assert not school.mail.letters


async def test_with_the_leader_chosen_the_counsellor_hears_and_sees_nothing(school):
    await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    heard = len(marloes.heard)

    await tells(noor, school, answers=LEADER)

    assert len(marloes.heard) == heard
    assert "geen meldingen" in await asks(marloes, school, "/zaken")


async def test_a_teacher_who_reports_is_no_handler_of_the_own_case(school):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")

    await tells(anouk, school, answers=AS_STAFF)

    await ingrid.hears("zaak 1")
    assert "De melder is Anouk Hendriks" in await asks(ingrid, school, "/zaak 1")
    assert "geen meldingen" in await asks(anouk, school, "/zaken")


async def test_the_only_leader_who_reports_is_heard_by_the_counsellor(school):
    ingrid = await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")

    await tells(ingrid, school, answers=AS_STAFF)

    assert "vertrouwenspersoon" in ingrid.texts[-1]
    assert "zaak 1" in marloes.texts[-1]
    assert STORY in await asks(marloes, school, "/zaak 1")
    forbidden = await asks(ingrid, school, "/zaak 1")
    assert forbidden.replace("1", "9") == await asks(ingrid, school, "/zaak 9")


async def test_a_pupil_whose_leader_cannot_be_told_gets_the_phone_of_the_school(school):
    noor = await school.joins("Noor Bakker")
    ingrid = await school.joins("Ingrid de Wit")
    school.mail.refuses("i.dewit@delinde.example", "550 5.1.1 no such user")
    ingrid.blocks_bot()

    await tells(noor, school)

    assert "010 000 00 00" in noor.texts[-1]
    assert len(school.cases()) == 1


async def test_a_leader_who_could_not_be_told_hears_of_it_when_there_is_a_way(school):
    noor = await school.joins("Noor Bakker")
    school.mail.refuses("i.dewit@delinde.example", "550 5.1.1 no such user")
    await tells(noor, school)

    ingrid = await school.joins("Ingrid de Wit")

    await ingrid.hears("zaak 1")


async def test_a_reporter_cannot_be_found_by_the_own_case_number(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    noor.says("/zaak 1")

    await noor.hears("Dit kan alleen iemand die op school werkt.")


async def test_a_case_is_still_there_and_still_closed_to_others_after_a_restart(school):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)

    await school.closes()
    await school.opens()

    assert STORY in await asks(ingrid, school, "/zaak 1")
    forbidden = await asks(anouk, school, "/zaak 1")
    assert forbidden.replace("1", "9") == await asks(anouk, school, "/zaak 9")


async def test_who_stops_a_report_typed_in_a_group_is_told_what_stays(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    assert any("schoolleider kan het nu al lezen" in text for text in noor.texts)

    noor.taps("Alles weggooien")
    await school.settles()

    assert "Dat kan ik niet weggooien" in noor.texts[-1]
    assert "Niemand leest het" not in noor.texts[-1]


async def test_a_name_that_was_not_asked_about_yet_is_not_said_to_be_refused(school):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    noor.says(f"/meld {STORY}", group)
    await school.settles()

    early = await asks(ingrid, school, "/zaak 1")
    await goes_on(noor, school, name="no")
    refused = await asks(ingrid, school, "/zaak 1")

    assert "De melder heeft nog niet gezegd of jij de naam mag zien." in early
    assert "wil niet dat jij de naam ziet" not in early
    assert "De melder wil niet dat jij de naam ziet." in refused
    assert "Noor" not in early + refused


async def test_an_account_that_belongs_to_nobody_is_told_in_words(school):
    ingrid = await school.joins("Ingrid de Wit")
    stranger = school.telegram.person("Iemand")
    stranger.starts()
    await tells(stranger, school, answers=AS_STAFF)

    case = await asks(ingrid, school, "/zaak 1")

    assert "een account dat niet bij een persoon hoort, op Telegram" in case
    assert str(stranger.id) not in case


async def test_a_reporter_who_left_the_school_is_told_in_words(school):
    ingrid = await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    await tells(anouk, school, answers=MAY_BE_NAMED)

    await school.roster_changes("staff.csv", ANOUKS_LINE, "")
    case = await asks(ingrid, school, "/zaak 1")

    assert case.endswith("De melder staat niet meer op de lijst van school.")
