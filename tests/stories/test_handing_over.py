"""A case can change hands, but it is never without a reader, and never with somebody too close."""

from dataclasses import replace

from bot.domain.cases import Status
from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import STORY, tells
from tests.stories.test_seven_steps import taps, types
from tests.stories.test_unread_cases import asked

MISSING = "Zaak 1 kan ik je niet laten zien."


async def a_case(school):
    """Let Noor report something that Ingrid handles."""
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    return ingrid, noor


async def test_a_colleague_comes_in_only_after_saying_yes(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    await asks(ingrid, school, "/zaak 1")

    await taps(ingrid, school, "Overdragen", "Marloes Kuipers", "Samen behandelen")
    request = await marloes.hears("vraagt je hulp bij zaak 1")
    assert STORY not in request.text
    assert MISSING in await asks(marloes, school, "/zaak 1")
    await taps(marloes, school, "Ja")

    assert STORY in await asks(marloes, school, "/zaak 1")
    assert STORY in await asks(ingrid, school, "/zaak 1")
    await ingrid.hears("Je collega behandelt zaak 1 nu met jou.")


async def test_a_case_handed_over_whole_is_gone_for_who_gave_it(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    await asks(ingrid, school, "/zaak 1")

    await taps(ingrid, school, "Overdragen", "Marloes Kuipers", "Helemaal overdragen")
    assert STORY in await asks(ingrid, school, "/zaak 1")
    await taps(marloes, school, "Ja")

    assert MISSING in await asks(ingrid, school, "/zaak 1")
    assert STORY in await asks(marloes, school, "/zaak 1")


async def test_a_colleague_who_says_no_sees_nothing(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    await asks(ingrid, school, "/zaak 1")
    await taps(ingrid, school, "Overdragen", "Marloes Kuipers", "Samen behandelen")

    await taps(marloes, school, "Nee")

    assert MISSING in await asks(marloes, school, "/zaak 1")
    await ingrid.hears("Vraag iemand anders.")
    # The buttons still stand under the old question.
    assert MISSING in await taps(marloes, school, "Ja")


async def test_whom_the_reporter_shut_out_can_not_be_asked(school):
    await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=("Snapchat", "Heel erg", "Nee", "De vertrouwenspersoon"))
    await asks(marloes, school, "/zaak 1")

    await taps(marloes, school, "Overdragen")

    offered = [button.label for button in marloes.heard[-1].buttons]
    assert "Ingrid de Wit" not in offered


async def test_who_is_too_close_steps_out_for_good_and_the_next_comes_in(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    await asks(ingrid, school, "/zaak 1")

    await taps(ingrid, school, "Overdragen", "Ik stap eruit")
    told = await types(ingrid, school, "Het gaat over mijn zoon")

    assert "Je bent uit zaak 1 gestapt." in told
    assert MISSING in await asks(ingrid, school, "/zaak 1")
    await marloes.hears("Er is een nieuwe melding: zaak 1.")
    assert STORY in await asks(marloes, school, "/zaak 1")
    shown = await taps(marloes, school, "Overdragen")
    assert "Ingrid de Wit stapte eruit: Het gaat over mijn zoon" in shown
    [case] = school.cases()
    assert ingrid_key(school) in case.excluded


async def steps_out(school, person):
    """Step out of the case, with a reason, and give the answer."""
    await asks(person, school, "/zaak 1")
    await taps(person, school, "Overdragen", "Ik stap eruit")
    return await types(person, school, "Het is familie")


async def test_the_last_one_does_not_leave_a_case_without_a_reader(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    wim = await school.joins("Wim Verbeek")
    saskia = await school.joins("Saskia Meijer")
    answers = [await steps_out(school, person) for person in (ingrid, marloes, wim)]
    last = await steps_out(school, saskia)

    assert all("Je bent uit zaak 1 gestapt." in answer for answer in answers)
    assert "Je kunt nu niet uit zaak 1 stappen." in last
    assert "010 000 00 00" in last
    assert STORY in await asks(saskia, school, "/zaak 1")


def registry_of(school):
    """Read who works at the school."""
    return school.bot.engine._context(school.bot.store.begin()).registry


def ingrid_key(school):
    """Find the key of the school leader."""
    return next(s.key for s in registry_of(school).staff.values() if s.last_name == "de Wit")


async def test_what_is_for_the_board_alone_is_handed_to_nobody_else(school):
    await school.joins("Ingrid de Wit")
    wim = await school.joins("Wim Verbeek")
    await school.joins("Saskia Meijer")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    unit = school.bot.store.begin()
    [case] = school.cases()
    answers = {**case.answers, "about": "staff", "abuse": "maybe"}
    wims = next(s.key for s in registry_of(school).staff.values() if s.first_name == "Wim")
    unit.put(replace(case, answers=answers, handlers=(wims,)))
    await school.bot.store.commit(unit)
    await asks(wim, school, "/zaak 1")

    await taps(wim, school, "Overdragen")

    offered = [button.label for button in wim.heard[-1].buttons]
    assert offered == ["Saskia Meijer", "Ik stap eruit"]


async def test_who_has_nobody_to_ask_hears_what_a_colleague_needs_first(school):
    ingrid, _ = await a_case(school)
    await asks(ingrid, school, "/zaak 1")

    shown = await taps(ingrid, school, "Overdragen")

    assert "Er is nu niemand die je kunt vragen." in shown
    assert "De beheerder geeft daarvoor een code." in shown


async def test_who_steps_out_last_is_followed_by_somebody_who_can_open_the_case(school):
    ingrid, _ = await a_case(school)
    wim = await school.joins("Wim Verbeek")
    await asks(ingrid, school, "/zaak 1")

    await taps(ingrid, school, "Overdragen", "Ik stap eruit")
    await types(ingrid, school, "Het is mijn neef")

    await wim.hears("zaak 1")
    assert STORY in await asks(wim, school, "/zaak 1")


async def test_who_comes_in_and_does_not_look_is_followed_by_the_next(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    wim = await school.joins("Wim Verbeek")
    await steps_out(school, ingrid)
    await marloes.hears("Er is een nieuwe melding: zaak 1.")

    await school.lets_pass(minutes=14)
    assert not asked(wim)
    await school.lets_pass(minutes=1)

    [request] = asked(wim)
    assert request.startswith("Zaak 1 is in andere handen, en daar nog niet gelezen.")
    assert STORY in await asks(wim, school, "/zaak 1")
    assert not asked(ingrid)


async def test_who_comes_in_and_looks_is_followed_by_nobody(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    wim = await school.joins("Wim Verbeek")
    await steps_out(school, ingrid)
    await asks(marloes, school, "/zaak 1")

    await school.lets_pass(days=1)

    assert not asked(wim)


async def test_who_comes_in_but_can_not_be_told_is_passed_over_at_once(school):
    await school.roster_changes("staff.csv", ",m.kuipers@delinde.example", ",")
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    wim = await school.joins("Wim Verbeek")
    await asks(ingrid, school, "/zaak 1")
    marloes.blocks_bot()

    await taps(ingrid, school, "Overdragen", "Ik stap eruit")
    await types(ingrid, school, "Het is familie")
    await school.settles()

    assert len(asked(wim)) == 1


async def test_who_takes_a_case_over_and_does_not_look_is_followed_by_the_next(school):
    ingrid, _ = await a_case(school)
    marloes = await school.joins("Marloes Kuipers")
    wim = await school.joins("Wim Verbeek")
    await asks(ingrid, school, "/zaak 1")
    await taps(ingrid, school, "Overdragen", "Marloes Kuipers", "Helemaal overdragen")
    await school.lets_pass(hours=1)
    assert not asked(wim)
    await taps(marloes, school, "Ja")

    await school.lets_pass(minutes=15)

    assert len(asked(wim)) == 1


async def test_when_nobody_who_comes_in_looks_the_reporter_hears_the_phone_of_the_school(school):
    ingrid, noor = await a_case(school)
    await school.joins("Marloes Kuipers")
    await school.joins("Wim Verbeek")
    await steps_out(school, ingrid)

    for _ in range(6):
        await school.lets_pass(minutes=15)

    [told] = [text for text in noor.texts if "010 000 00 00" in text]
    assert told.startswith("Iemand anders moet nu lezen wat je vertelde.")
    assert not asked(ingrid)


async def test_who_stays_and_never_looked_is_told_when_the_other_steps_out(school):
    ingrid = await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await asks(ingrid, school, "/zaak 1")
    await taps(ingrid, school, "Overdragen", "Marloes Kuipers", "Samen behandelen")
    await taps(marloes, school, "Ja")
    before = len(marloes.texts)

    await steps_out(school, ingrid)

    [notice] = marloes.texts[before:]
    assert "zaak 1" in notice
    assert STORY not in notice


async def test_a_closed_case_is_handed_to_nobody(school):
    ingrid, _ = await a_case(school)
    [case] = school.cases()
    unit = school.bot.store.begin()
    unit.put(replace(case, status=Status.CLOSED, closed_at=school.clock.at))
    await school.bot.store.commit(unit)
    await asks(ingrid, school, "/zaak 1")

    shown = await taps(ingrid, school, "Overdragen")

    assert "afgerond" in shown
    assert not ingrid.heard[-1].buttons
