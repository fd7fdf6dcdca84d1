"""A report typed where everybody reads it: kept, taken away, and gone on with in private (P2)."""

from bot.domain.case_log import Deed, LogPage
from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import goes_on

STORY = "Iemand maakt mij elke dag zwart op de app"
MORE = "En gisteren ook na school"


async def a_class(school, *names, without=()):
    """Let the teacher couple the group of 7B, and let these people in."""
    anouk = await school.joins("Anouk Hendriks")
    members = [await school.joins(name) for name in names]
    group = await school.has_a_group("7B", anouk, *members)
    if without:
        anouk.makes_bot_admin(group, without=without)
        await school.settles()
    return group, anouk, *members


async def test_it_is_kept_taken_away_and_gone_on_with_in_private(school):
    ingrid = await school.joins("Ingrid de Wit")
    group, _, noor = await a_class(school, "Noor Bakker")
    before = len(noor.heard)

    typed = noor.says(f"/meld {STORY}", group)
    await school.settles()

    assert typed.deleted
    assert school.cases()[0].answers == {"happened": STORY}
    heard = noor.heard[before:]
    assert all(message.private for message in heard)
    assert "0800-0432" in heard[0].text
    assert "Ik heb het daar weggehaald" in heard[1].text
    assert "vertrouwelijk" in heard[2].text
    assert "Waar is het gebeurd?" in heard[3].text
    await ingrid.hears("zaak 1")


async def test_the_group_hears_nothing_of_it(school):
    group, anouk, noor, sem = await a_class(school, "Noor Bakker", "Sem de Vries")
    in_group = len(school.said_in(group))
    others = len(sem.heard), len(anouk.heard)

    noor.says(f"/meld {STORY}", group)
    await school.settles()

    assert len(school.said_in(group)) == in_group
    assert (len(sem.heard), len(anouk.heard)) == others


async def test_the_rest_is_told_in_private_and_the_number_stays_the_same(school):
    ingrid = await school.joins("Ingrid de Wit")
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {STORY}", group)

    await school.settles()
    await goes_on(noor, school, name="yes")

    [case] = school.cases()
    assert (case.number, case.answers["where"]) == (1, "snapchat")
    await ingrid.hears("Er is een nieuwe melding: zaak 1.")
    await ingrid.hears("Bij zaak 1 is meer verteld.")


async def test_without_the_right_to_delete_the_reporter_is_asked_to_do_it(school):
    group, _, noor = await a_class(school, "Noor Bakker", without=["can_delete_messages"])

    typed = noor.says(f"/meld {STORY}", group)

    assert (await noor.hears("Ik kan het daar niet weghalen")).private
    assert not typed.deleted
    assert school.cases()[0].answers == {"happened": STORY}


async def test_a_second_message_in_the_group_joins_the_same_case(school):
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {STORY}", group)
    await school.settles()

    second = noor.says(f"/meld {MORE}", group)
    await school.settles()

    [case] = school.cases()
    assert case.answers["happened"] == f"{STORY}\n{MORE}"
    assert second.deleted


async def test_what_is_told_later_is_a_line_of_the_log_too(school):
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {STORY}", group)
    await school.settles()

    noor.says(f"/meld {MORE}")
    await school.settles()

    unit = school.bot.store.begin()
    [page] = [unit.get(LogPage, key) for key in unit.keys(LogPage)]
    assert MORE in school.cases()[0].answers["happened"]
    assert [(line.deed, line.who) for line in page.lines] == [(Deed.OPENED, ""), (Deed.CHANGED, "")]


async def test_the_bare_command_opens_no_case_but_the_private_conversation(school):
    group, _, noor = await a_class(school, "Noor Bakker")

    typed = noor.says("/meld", group)

    assert (await noor.hears("Wat is er gebeurd?")).private
    assert typed.deleted
    assert not school.cases()


async def test_who_cannot_be_written_to_finds_a_door_in_the_group_and_goes_on_behind_it(school):
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.blocks_bot()
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    assert STORY not in "".join(school.said_in(group))
    before = len(noor.heard)

    noor.taps("Verder in privégesprek")
    await school.settles()

    heard = [message.text for message in noor.heard[before:]]
    assert "0800-0432" in heard[0]
    assert "vertrouwelijk" in heard[1]
    assert "Waar is het gebeurd?" in heard[2]
    assert len(heard) == 3


async def test_somebody_unknown_who_never_started_the_bot_goes_on_behind_the_door(school):
    ingrid = await school.joins("Ingrid de Wit")
    group, anouk = await a_class(school)
    anouk.says("/ontkoppel", group)
    await school.settles()
    stranger = school.telegram.person("Iemand")
    anouk.adds(stranger, group)
    typed = stranger.says(f"/meld {STORY}", group)
    await school.settles()

    stranger.taps("Verder in privégesprek")
    await school.settles()
    await goes_on(stranger, school)

    assert typed.deleted
    [case] = school.cases()
    assert case.answers["happened"] == STORY
    assert "zaaknummer is 1" in stranger.texts[-1]
    await ingrid.hears("zaak 1")


async def test_the_door_asks_to_remove_the_message_where_the_bot_may_not(school):
    group, _, noor = await a_class(school, "Noor Bakker", without=["can_delete_messages"])
    noor.blocks_bot()

    noor.says(f"/meld {STORY}", group)
    await school.settles()

    assert "Haal je bericht hier weg" in school.said_in(group)[-1]


async def test_a_picture_with_the_command_in_the_group_is_removed_and_its_words_are_kept(school):
    group, _, noor = await a_class(school, "Noor Bakker")

    typed = noor.sends_photo(f"/meld {STORY}", group)
    await school.settles()

    assert typed.deleted
    assert school.cases()[0].answers == {"happened": STORY}
    assert not school.telegram.calls_of("getFile")
    assert any("niets aan uit een groep" in text for text in noor.texts)


async def test_a_kept_report_survives_the_wish_to_stop(school):
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {STORY}", group)
    await school.settles()

    noor.taps("Alles weggooien")
    await school.settles()
    noor.taps("Ja, gooi alles weg")

    await noor.hears("Dit is je nummer: 1")
    assert school.cases()[0].answers["happened"] == STORY
    assert not school.drafts()


async def test_what_was_told_in_private_before_stays_there_until_the_report_is_sent_in(school):
    ingrid = await school.joins("Ingrid de Wit")
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {MORE}")
    await school.settles()
    noor.taps("Op school")
    await school.settles()

    noor.says(f"/meld {STORY}", group)
    await school.settles()

    shown = await asks(ingrid, school, "/zaak 1")
    assert STORY in shown
    assert MORE not in shown
    assert school.cases()[0].answers == {"happened": STORY}
    await goes_on(noor, school)
    assert school.cases()[0].answers["happened"] == f"{MORE}\n{STORY}"


async def test_who_stops_hears_what_of_it_stays(school):
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {STORY}", group)
    await school.settles()

    noor.says("stop")

    asked = (await noor.hears("Wil je stoppen?")).text
    assert "wat je na /meld typte" in asked
    assert "foto’s" in asked


async def test_the_leader_loses_it_as_soon_as_it_may_be_abuse_and_the_board_must_read_it(school):
    ingrid = await school.joins("Ingrid de Wit")
    wim = await school.joins("Wim Verbeek")
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    assert STORY in await asks(ingrid, school, "/zaak 1")

    for choice in ("Op school", "Heel erg", "Iets anders", "Nee", "Iemand die op school werkt"):
        noor.taps(choice)
        await school.settles()
    noor.taps("Iemand anders")
    await school.settles()
    noor.taps("Een andere leraar")
    await school.settles()
    noor.taps("Misschien")
    await school.settles()

    # Noor says no more: what the law sends to the board alone is there already.
    assert "kan ik je niet laten zien" in await asks(ingrid, school, "/zaak 1")
    await wim.hears("Er is een nieuwe melding: zaak 1.")
    assert "Nog niemand" in await asks(noor, school, "/meldingen")
    assert STORY in await asks(wim, school, "/zaak 1")


async def test_a_colleague_who_took_it_over_keeps_it_when_the_rest_is_told(school):
    ingrid = await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    group, _, noor = await a_class(school, "Noor Bakker")
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    await asks(ingrid, school, "/zaak 1")
    for name in ("Overdragen", "Marloes Kuipers", "Helemaal overdragen"):
        ingrid.taps(next(b.label for b in ingrid.heard[-1].buttons if name in b.label))
        await school.settles()
    marloes.taps("Ja")
    await school.settles()

    await goes_on(noor, school)

    assert STORY in await asks(marloes, school, "/zaak 1")
