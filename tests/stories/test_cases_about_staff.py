"""Two whole cases about people who work at school, from the first report to the end (11.1 to 11.7).

A fake account of a teacher, who is the victim; and a report about the school leader, who must not
see it: the board carries it, with a second person.
"""

from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import tells
from tests.stories.test_seven_steps import taps, types

STORY = "Iemand doet op Instagram alsof hij meester Bilal is"
ACCOUNT = "https://www.instagram.com/meester.bilal.echt/"
MISSING = "Zaak 1 kan ik je niet laten zien."
TOLD = ("Bilal Haddad", "Wat we doen", "Ingrid", "Vandaag 9:30")

STEPS = {
    1: "Stap 1: melding en ernst",
    2: "Stap 2: informatie verzamelen",
    3: "Stap 3: strafbaar of niet",
    4: "Stap 4: de sneeuwbal stoppen",
    5: "Stap 5: mensen inlichten",
    6: "Stap 6: communicatie",
    7: "Stap 7: terugkijken, afronden",
}


async def goes_through(person, school, step, *deeds):
    """Open a step of case 1, and do one thing after another in it.

    A deed is the buttons to tap, in a list, and after them the words to type.
    """
    await asks(person, school, "/zaak 1")
    shown = await taps(person, school, "Stappenplan", STEPS[step])
    for buttons, *words in deeds:
        await taps(person, school, *buttons)
        shown = await types(person, school, *words)
    return shown


async def handles_it_too(asker, school, colleague, name):
    """Let somebody who handles case 1 ask a colleague, who says yes."""
    await asks(asker, school, "/zaak 1")
    await taps(asker, school, "Overdragen", name, "Samen behandelen")
    await taps(colleague, school, "Ja")


async def agrees(person, school, step, what):
    """Let a second person agree to something."""
    return await goes_through(person, school, step, ([what, "Akkoord"],))


async def the_account_is_removed(person, school):
    """Add the link of the account, have it reported, and write down that it is gone."""
    await asks(person, school, "/zaak 1")
    await taps(person, school, "Links en verwijderen", "Link toevoegen")
    assert "Link 1 op Instagram: nog niet gevraagd." in await types(person, school, ACCOUNT)
    await taps(person, school, "Link 1", "Gevraagd", "Verwijderd")


async def looks_back_and_closes(school, first, second, outcome):
    """Go through step 7: looking back, the outcome, and a second person who agrees."""
    await goes_through(
        first,
        school,
        7,
        (["Werkte de aanpak?", "Ja"],),
        (["Wat leren we?"], "Sneller bellen"),
        (["Hoe loopt het af?", outcome],),
    )
    return await agrees(second, school, 7, "Tweede persoon: afronden")


async def test_a_fake_account_of_a_teacher_is_reported_removed_and_closed(school):
    ingrid = await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    answers = {"kind": "fake", "where": "instagram", "about": "staff", "who": "other"}
    await tells(noor, school, story=STORY, **answers)
    await handles_it_too(ingrid, school, marloes, "Marloes Kuipers")

    shown = await goes_through(
        ingrid, school, 1, (["Ernst bepalen", "Zeer ernstig"],), (["Privacy geraakt?", "Nee"],)
    )
    assert "✔ Stap 1: melding en ernst – klaar" in shown
    shown = await goes_through(
        marloes,
        school,
        2,
        (["Feit opschrijven"], "Het account heeft de naam en de foto van Bilal"),
        (["Bewijs bewaard?", "Geen"],),
    )
    assert "✔ Stap 2: informatie verzamelen – klaar" in shown

    # Somebody else's identity was taken (11.0): the colleague decides with school on the police.
    offence = (["Strafbaar of niet?", "Strafbaar"], "Iemand gebruikt zijn naam en foto")
    await goes_through(ingrid, school, 3, offence)
    await agrees(marloes, school, 3, "Tweede persoon: strafbaar?")
    shown = await goes_through(
        ingrid,
        school,
        3,
        (["Wie is het slachtoffer?", "Collega"],),
        (["Praten met de collega", "Gedaan"],),
        (["Aangifte voor collega", "De collega zelf"],),
        (["Afspraak met de collega"], "Elke vrijdag bellen we"),
        (["Maatregel nodig?", "Niemand"],),
    )
    assert "✔ Stap 3: strafbaar of niet – klaar" in shown
    assert "Praten met de ouders" not in shown

    await the_account_is_removed(marloes, school)
    await goes_through(
        marloes,
        school,
        4,
        (["Gaat er iets rond?", "Ja"],),
        (["Vragen: stuur niet door", "Gedaan"],),
        (["Plekken laten verwijderen", "Gedaan"],),
        (["Is alles weg?", "Ja"],),
    )
    await school.lets_pass(hours=25)
    looks = [([f"Kijken na {hours} uur", "Het is rustig"],) for hours in (1, 4, 24)]
    shown = await goes_through(marloes, school, 4, *looks)
    assert "✔ Stap 4: de sneeuwbal stoppen – klaar" in shown

    shown = await goes_through(
        ingrid,
        school,
        5,
        (["Is ouders inlichten veilig?", "Gaat niet over ouders"],),
        (["Betrokkene inlichten"], *TOLD),
    )
    assert "✔ Stap 5: mensen inlichten – klaar" in shown
    await goes_through(
        ingrid,
        school,
        6,
        (["Is een bericht nodig?", "Ja"],),
        (["Advies vragen"], "Saskia: noem geen naam"),
        (["Tekst van het bericht"], "Er was een nepaccount. Het is weg."),
        (["Ook naar buiten?", "Nee"],),
    )
    await agrees(marloes, school, 6, "Tweede persoon: tekst")
    shown = await goes_through(ingrid, school, 6, (["Eerst intern vertellen", "Gedaan"],))
    assert "✔ Stap 6: communicatie – klaar" in shown

    end = await looks_back_and_closes(school, ingrid, marloes, "Strafbaar, met aangifte")

    assert end == "Zaak 1 is afgerond."
    [case] = school.cases()
    assert (case.status, case.outcome) == ("closed", "offence")
    assert [event.what for event in case.links[0].history] == ["noted", "asked", "removed"]


async def test_a_report_about_the_leader_is_carried_by_the_board_to_the_end(school):
    ingrid = await school.joins("Ingrid de Wit")
    wim = await school.joins("Wim Verbeek")
    saskia = await school.joins("Saskia Meijer")
    noor = await school.joins("Noor Bakker")
    heard = len(ingrid.heard)
    about_leader = {"about": "staff", "who": "leader", "abuse": "no"}
    await tells(noor, school, story="De schoolleider zet ons voor schut", **about_leader)
    await wim.hears("zaak 1")

    # The leader can't be asked to handle it either.
    await asks(wim, school, "/zaak 1")
    await taps(wim, school, "Overdragen")
    assert "Ingrid de Wit" not in [button.label for button in wim.heard[-1].buttons]
    await handles_it_too(wim, school, saskia, "Saskia Meijer")

    # What the school leader decides elsewhere is for the board here (11.1).
    shown = await goes_through(
        wim, school, 1, (["Ernst bepalen", "Ernstig"],), (["Privacy geraakt?", "Nee"],)
    )
    assert "✔ Ernst bepalen – Ernstig\n– Wim Verbeek" in shown
    await goes_through(
        saskia,
        school,
        2,
        (["Feit opschrijven"], "Twee leerlingen vertellen hetzelfde"),
        (["Bewijs bewaard?", "Geen"],),
    )
    await goes_through(
        wim, school, 3, (["Strafbaar of niet?", "Niet strafbaar"], "Het was wel kwetsend")
    )
    await agrees(saskia, school, 3, "Tweede persoon: strafbaar?")
    shown = await goes_through(
        wim,
        school,
        3,
        (["Praten met wie het deed", "Gedaan"],),
        (["Nazorg regelen"], "De mentor praat met de klas"),
        (["Registreren", "Gedaan"],),
        (["Maatregel nodig?", "Collega"],),
        (["Maatregel voor collega", "Waarschuwing"], "Volgens hoofdstuk 10"),
        (["Brief in personeelsdossier", "Gedaan"],),
    )
    assert "✔ Stap 3: strafbaar of niet – klaar" in shown
    await goes_through(saskia, school, 4, (["Gaat er iets rond?", "Nee"],))
    await goes_through(
        wim,
        school,
        5,
        (["Is ouders inlichten veilig?", "Veilig"],),
        (["Ouders inlichten"], *TOLD),
        (["Betrokkene inlichten"], *TOLD),
    )
    reason = (["Is een bericht nodig?", "Nee"], "Alleen de klas weet het")
    shown = await goes_through(wim, school, 6, reason)
    assert "✔ Stap 6: communicatie – klaar" in shown

    end = await looks_back_and_closes(school, wim, saskia, "Afgehandeld")

    assert end == "Zaak 1 is afgerond."
    [case] = school.cases()
    assert (case.status, case.outcome) == ("closed", "handled")
    assert len(ingrid.heard) == heard
    assert MISSING in await asks(ingrid, school, "/zaak 1")
    assert "zaak 1" not in (await asks(ingrid, school, "/zaken")).casefold()
    assert not any("i.dewit" in letter["To"] for letter in school.mail.letters)


async def test_what_the_leader_leaves_for_a_day_is_decided_by_a_colleague_in_the_leaders_place(
    school,
):
    ingrid = await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school)
    await handles_it_too(ingrid, school, marloes, "Marloes Kuipers")
    await asks(marloes, school, "/zaak 1")
    await taps(marloes, school, "Stappenplan", STEPS[1])
    assert "Ernst bepalen" not in marloes.heard[-1].labels

    await school.lets_pass(hours=25)
    shown = await goes_through(marloes, school, 1, (["Ernst bepalen", "Ernstig"], "Ingrid is ziek"))

    assert "– Marloes Kuipers, 24-11-2026 10:30, in plaats van: Schoolleider" in shown
    assert "Ingrid is ziek" in shown
    assert any("nam een collega een besluit in jouw plaats" in text for text in ingrid.texts)


async def test_a_board_of_one_asks_a_counsellor_to_be_the_second_person(school):
    wim = await school.joins("Wim Verbeek")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    saskia = "M07,Saskia,Meijer,woordvoerder,,,s.meijer@delinde.example\n"
    await school.roster_changes("staff.csv", saskia, "")
    await tells(noor, school, about="staff", who="other", abuse="maybe")

    await handles_it_too(wim, school, marloes, "Marloes Kuipers")

    assert "Zaak 1, ontvangen" in await asks(marloes, school, "/zaak 1")
