"""Two whole cases, from the first report to the end, as a school leader goes through them.

A threat against a pupil, with the police; and a data leak, with its clock of 72 hours.
"""

from tests.stories.test_handling_cases import asks
from tests.stories.test_reporting import tells
from tests.stories.test_seven_steps import taps, types

THREAT = "Iemand uit 8A schrijft dat hij mij gaat slaan"
LEAK = "De cijferlijst van onze klas staat in een groepsapp"
SAID = "Wij weten van een bedreiging. De politie is ingelicht."


async def two_handle_it(school, story):
    """Let Noor report something, and let Ingrid ask Marloes to handle it with her."""
    ingrid = await school.joins("Ingrid de Wit")
    marloes = await school.joins("Marloes Kuipers")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, story=story)
    await asks(ingrid, school, "/zaak 1")
    await taps(ingrid, school, "Overdragen", "Marloes Kuipers", "Samen behandelen")
    await taps(marloes, school, "Ja")
    return ingrid, marloes


async def opens(person, school, step):
    """Open a step of the plan of case 1."""
    await asks(person, school, "/zaak 1")
    return await taps(person, school, "Stappenplan", step)


async def the_leader_decides_how_serious_it_is(school, ingrid, marloes):
    """Go through step 1: the school leader decides."""
    shown = await opens(marloes, school, "Stap 1: melding en ernst")
    assert "Ernst bepalen" not in labels(marloes)
    await opens(ingrid, school, "Stap 1: melding en ernst")
    await taps(ingrid, school, "Ernst bepalen", "Zeer ernstig")
    shown = await taps(ingrid, school, "Privacy geraakt?", "Nee")
    assert "✔ Stap 1: melding en ernst – klaar" in shown


async def facts_are_kept_apart_from_opinions(school, marloes):
    """Go through step 2: facts apart from opinions."""
    await opens(marloes, school, "Stap 2: informatie verzamelen")
    await taps(marloes, school, "Feit opschrijven")
    await types(marloes, school, "Er staan drie berichten op Snapchat (Noor)")
    await taps(marloes, school, "Mening opschrijven")
    await types(marloes, school, "De mentor denkt dat het een grap was")
    shown = await taps(marloes, school, "Bewijs bewaard?", "Ergens anders")
    assert "waarom?" in shown
    shown = await types(marloes, school, "Op de telefoon van Noor")
    assert "✔ Bewijs bewaard? – Ergens anders\n– Reden: Op de telefoon van Noor" in shown
    assert "– Er staan drie berichten op Snapchat (Noor)" in shown


async def an_offence_takes_a_reason_and_a_second_person(school, ingrid, marloes):
    """Go through step 3: a reason, a second person, and the tasks that follow."""
    await opens(ingrid, school, "Stap 3: strafbaar of niet")
    await taps(ingrid, school, "Strafbaar of niet?", "Strafbaar")
    await types(ingrid, school, "Het is een bedreiging met geweld")
    await marloes.hears("In zaak 1 wacht iets op jouw akkoord.")
    shown = await taps(ingrid, school, "Tweede persoon: strafbaar?")
    assert "Dit moet iemand anders doen" in shown
    assert "Marloes Kuipers kan dit wel." in shown
    await taps(ingrid, school, "Terug naar de stap", "Wie is het slachtoffer?", "Leerling")
    shown = await taps(ingrid, school, "Praten met de ouders")
    assert "Eerst moet een tweede persoon akkoord gaan:" in shown
    await opens(marloes, school, "Stap 3: strafbaar of niet")
    shown = await taps(marloes, school, "Tweede persoon: strafbaar?")
    assert "Reden: Het is een bedreiging met geweld" in shown
    await taps(marloes, school, "Akkoord")
    await opens(ingrid, school, "Stap 3: strafbaar of niet")
    await taps(ingrid, school, "Praten met de ouders", "Gedaan")
    await taps(ingrid, school, "Aangifte voor leerling", "Leerling of ouders")
    await taps(ingrid, school, "Afspraak met de ouders")
    await types(ingrid, school, "Ingrid belt de ouders elke vrijdag")
    await taps(ingrid, school, "Maatregel nodig?", "Leerling", "Maatregel voor leerling")
    await taps(ingrid, school, "Schorsing")
    await types(ingrid, school, "Twee dagen, na gesprek met de ouders")
    shown = await taps(ingrid, school, "Brief in leerlingdossier", "Gedaan")
    assert "✔ Stap 3: strafbaar of niet – klaar" in shown


async def the_first_hours_are_watched(school, marloes):
    """Go through step 4, which takes a day."""
    await opens(marloes, school, "Stap 4: de sneeuwbal stoppen")
    await taps(marloes, school, "Gaat er iets rond?", "Ja")
    await taps(marloes, school, "Vragen: stuur niet door", "Gedaan")
    await taps(marloes, school, "Plekken laten verwijderen")
    assert "Links en verwijderen" in labels(marloes)
    await taps(marloes, school, "Gedaan")
    shown = await taps(marloes, school, "Kijken na 1 uur")
    assert "Dit kan nog niet: Kijken na 1 uur\n– Kan vanaf 23-11-2026 10:30" in shown
    await school.lets_pass(hours=25)
    await opens(marloes, school, "Stap 4: de sneeuwbal stoppen")
    for hours in (1, 4, 24):
        await taps(marloes, school, f"Kijken na {hours} uur", "Het is rustig")
    shown = await taps(marloes, school, "Is alles weg?", "Ja")
    assert "✔ Stap 4: de sneeuwbal stoppen – klaar" in shown


async def those_involved_are_told_when_it_is_safe(school, ingrid):
    """Go through step 5: first whether it is safe."""
    await opens(ingrid, school, "Stap 5: mensen inlichten")
    shown = await taps(ingrid, school, "Is ouders inlichten veilig?", "Veilig")
    for who in ("Ouders inlichten", "Betrokkene inlichten"):
        await taps(ingrid, school, who)
        shown = await types(ingrid, school, "De mentor", "Wat er speelt", "Ingrid", "Vandaag 9:30")
    assert "– De mentor – Wat er speelt – Ingrid – Vandaag 9:30" in shown
    assert "✔ Stap 5: mensen inlichten – klaar" in shown


async def inside_hears_it_before_outside(school, ingrid, marloes):
    """Go through step 6: one text, inside before outside."""
    await opens(ingrid, school, "Stap 6: communicatie")
    await taps(ingrid, school, "Is een bericht nodig?", "Ja", "Advies vragen")
    await types(ingrid, school, "Saskia: houd het kort")
    await taps(ingrid, school, "Tekst van het bericht")
    await types(ingrid, school, SAID)
    await taps(ingrid, school, "Ook naar buiten?", "Ja")
    shown = await taps(ingrid, school, "Naar buiten vertellen")
    assert "Dit kan nog niet: Naar buiten vertellen" in shown
    assert "– Eerst intern vertellen" in shown
    await opens(marloes, school, "Stap 6: communicatie")
    shown = await taps(marloes, school, "Tweede persoon: tekst")
    assert SAID in shown
    await taps(marloes, school, "Akkoord")
    await opens(ingrid, school, "Stap 6: communicatie")
    shown = await taps(ingrid, school, "Naar buiten vertellen")
    assert "Dit komt eerst:\n– Eerst intern vertellen" in shown
    await taps(ingrid, school, "Terug naar de stap", "Eerst intern vertellen", "Gedaan")
    await taps(ingrid, school, "Naar buiten vertellen", "Gedaan")
    shown = await taps(ingrid, school, "Wie praat met de pers?", "De woordvoerder")
    assert "✔ Stap 6: communicatie – klaar" in shown


async def two_people_close_the_case(school, ingrid, marloes):
    """Go through step 7: looking back, and the end, which takes two."""
    await opens(ingrid, school, "Stap 7: terugkijken, afronden")
    shown = await taps(ingrid, school, "Hoe loopt het af?")
    assert "– Werkte de aanpak?" in shown
    await taps(ingrid, school, "Terug naar de stap", "Werkte de aanpak?", "Deels", "Wat leren we?")
    await types(ingrid, school, "Sneller met de ouders bellen")
    await taps(ingrid, school, "Verbetering afspreken")
    await types(ingrid, school, "Een bellijst maken", "Marloes", "1 januari")
    await taps(ingrid, school, "Hoe loopt het af?", "Strafbaar, met aangifte")
    shown = await taps(ingrid, school, "Tweede persoon: afronden")
    assert "Dit moet iemand anders doen" in shown
    await opens(marloes, school, "Stap 7: terugkijken, afronden")
    shown = await taps(marloes, school, "Tweede persoon: afronden", "Akkoord")

    assert shown == "Zaak 1 is afgerond."
    await ingrid.hears("Zaak 1 is afgerond.")
    [case] = school.cases()
    assert (case.status, case.outcome) == ("closed", "offence")
    assert case.closed_at == school.clock.at
    assert "Zaak 1 van 23-11-2026: afgerond." in await asks(ingrid, school, "/zaken afgerond")
    await opens(ingrid, school, "Stap 1: melding en ernst")
    assert labels(ingrid) == ["Alle stappen"]


async def test_a_threat_against_a_pupil_goes_through_all_seven_steps(school):
    ingrid, marloes = await two_handle_it(school, THREAT)

    await the_leader_decides_how_serious_it_is(school, ingrid, marloes)
    await facts_are_kept_apart_from_opinions(school, marloes)
    await an_offence_takes_a_reason_and_a_second_person(school, ingrid, marloes)
    await the_first_hours_are_watched(school, marloes)
    await those_involved_are_told_when_it_is_safe(school, ingrid)
    await inside_hears_it_before_outside(school, ingrid, marloes)
    await two_people_close_the_case(school, ingrid, marloes)


def labels(person):
    """List the buttons under what somebody heard last."""
    return [button.label for button in person.heard[-1].buttons]


async def the_clock_of_a_leak_starts_when_it_was_discovered(school, ingrid):
    """Go through step 1 of a leak, up to telling the authority: first the FG, then the clock."""
    await opens(ingrid, school, "Stap 1: melding en ernst")
    await taps(ingrid, school, "Ernst bepalen", "Ernstig", "Privacy geraakt?", "Weet ik niet")
    shown = ingrid.texts[-1]
    assert "◐ Privacy geraakt? – Weet ik niet (blijft open)" in shown
    shown = await taps(ingrid, school, "Is het een datalek?")
    assert "Dit komt eerst:\n– FG inlichten" in shown
    await taps(ingrid, school, "Terug naar de stap", "FG inlichten", "Gedaan")
    await taps(ingrid, school, "Privacy geraakt?", "Ja", "Is het een datalek?", "Ja")
    await taps(ingrid, school, "Wanneer ontdekt?")
    assert "begrijp ik niet" in await types(ingrid, school, "vanochtend vroeg")
    shown = await types(ingrid, school, "gisteren 20:00")
    assert "✔ Wanneer ontdekt? – 22-11-2026 20:00" in shown
    assert "○ AP inlichten\n– Klaar vóór 25-11-2026 20:00" in shown
    assert "vóór 25-11-2026 20:00: AP inlichten" in await asks(ingrid, school, "/zaken")


async def what_the_authority_asks_is_written_down(school, person):
    """Fill in what the law wants the authority and the register to know; the risk is high."""
    await opens(person, school, "Stap 1: melding en ernst")
    shown = await taps(person, school, "AP inlichten")
    assert "Dit komt eerst:\n– Risico voor mensen" in shown
    await taps(person, school, "Terug naar de stap")
    for item, words in (
        ("Wat er gelekt is", "Een lijst met cijfers"),
        ("Van wie, en hoeveel", "24 leerlingen van klas 7B"),
        ("Mogelijke gevolgen", "Pesten om een laag cijfer"),
        ("Wat we ertegen doen", "De lijst is gewist"),
        ("Wie de AP kan bellen", "De FG, 010 000 00 01"),
    ):
        await taps(person, school, item)
        shown = await types(person, school, words)
        assert f"✔ {item} – {words}" in shown
    assert "Mensen zelf inlichten" not in labels(person)
    shown = await taps(person, school, "Risico voor mensen", "Hoog")
    assert "○ Mensen zelf inlichten" in shown


async def the_authority_hears_in_time(school, ingrid, marloes):
    """Go on with step 1: each day brings a reminder, and who is in time says no reason."""
    for hours in (11, 23):
        before = len(marloes.texts)
        await school.lets_pass(hours=hours)
        [reminder] = marloes.texts[before:]
        assert reminder.startswith("In zaak 1 loopt een termijn bijna af.")
        assert "cijfers" not in reminder
    await opens(ingrid, school, "Stap 1: melding en ernst")
    shown = await taps(ingrid, school, "AP inlichten", "Ja")
    assert "✔ AP inlichten – Ja\n– Ingrid de Wit, 24-11-2026 19:30" in shown
    assert "– Klaar vóór" not in shown
    await taps(ingrid, school, "Lek in het register", "Gedaan")
    assert "✔ Stap 1" not in ingrid.texts[-1]
    shown = await taps(ingrid, school, "Mensen zelf inlichten", "Gedaan")
    assert "✔ Stap 1: melding en ernst – klaar" in shown
    assert "AP inlichten" not in await asks(ingrid, school, "/zaken")


async def what_is_no_offence_has_its_own_tasks(school, ingrid, marloes):
    """Go through steps 2 and 3 of the leak: facts, a second person, and aftercare (11.Sa)."""
    await opens(marloes, school, "Stap 2: informatie verzamelen")
    await taps(marloes, school, "Feit opschrijven")
    await types(marloes, school, "De lijst stond een uur in de groepsapp")
    shown = await taps(marloes, school, "Bewijs bewaard?", "In deze zaak")
    assert "✔ Stap 2: informatie verzamelen – klaar" in shown
    await opens(ingrid, school, "Stap 3: strafbaar of niet")
    await taps(ingrid, school, "Strafbaar of niet?", "Niet strafbaar")
    await types(ingrid, school, "Een collega vergiste zich")
    await opens(marloes, school, "Stap 3: strafbaar of niet")
    await taps(marloes, school, "Tweede persoon: strafbaar?", "Akkoord")
    await taps(marloes, school, "Praten met wie het deed", "Gedaan", "Nazorg regelen")
    await types(marloes, school, "De mentor praat met de klas")
    await taps(marloes, school, "Registreren", "Gedaan")
    await opens(ingrid, school, "Stap 3: strafbaar of niet")
    shown = await taps(ingrid, school, "Maatregel nodig?", "Niemand")
    assert "✔ Stap 3: strafbaar of niet – klaar" in shown


async def nothing_goes_round_any_more(school, marloes):
    """Go through step 4 of the leak."""
    await opens(marloes, school, "Stap 4: de sneeuwbal stoppen")
    shown = await taps(marloes, school, "Gaat er iets rond?", "Nee")
    assert "✔ Stap 4: de sneeuwbal stoppen – klaar" in shown


async def no_message_is_a_choice_with_a_reason(school, ingrid):
    """Go through step 6 of the leak."""
    await opens(ingrid, school, "Stap 6: communicatie")
    await taps(ingrid, school, "Is een bericht nodig?", "Nee")
    shown = await types(ingrid, school, "Alle ouders zijn gebeld")
    assert "✔ Stap 6: communicatie – klaar" in shown


async def the_leak_is_closed_by_a_second_person(school, ingrid, marloes):
    """Go through step 7 of the leak: who proposes the end does not close the case."""
    await opens(marloes, school, "Stap 7: terugkijken, afronden")
    await taps(marloes, school, "Werkte de aanpak?", "Ja", "Wat leren we?")
    await types(marloes, school, "Cijfers staan niet in een groepsapp")
    await taps(marloes, school, "Hoe loopt het af?", "Afgehandeld")
    shown = await taps(marloes, school, "Tweede persoon: afronden")
    assert "Dit moet iemand anders doen" in shown
    [case] = school.cases()
    assert case.closed_at is None
    await opens(ingrid, school, "Stap 7: terugkijken, afronden")
    shown = await taps(ingrid, school, "Tweede persoon: afronden", "Akkoord")
    assert shown == "Zaak 1 is afgerond."


async def test_a_data_leak_is_told_in_time_and_closed_by_a_second_person(school):
    ingrid, marloes = await two_handle_it(school, LEAK)

    await the_clock_of_a_leak_starts_when_it_was_discovered(school, ingrid)
    await what_the_authority_asks_is_written_down(school, marloes)
    await the_authority_hears_in_time(school, ingrid, marloes)
    await what_is_no_offence_has_its_own_tasks(school, ingrid, marloes)
    await nothing_goes_round_any_more(school, marloes)
    await those_involved_are_told_when_it_is_safe(school, ingrid)
    await no_message_is_a_choice_with_a_reason(school, ingrid)
    await the_leak_is_closed_by_a_second_person(school, ingrid, marloes)

    [case] = school.cases()
    assert (case.status, case.outcome, case.closed_at) == ("closed", "handled", school.clock.at)
    assert {"leak-register", "leak-persons", "closing"} <= {r.item for r in case.records}
    # What is closed reminds nobody any more.
    heard = len(marloes.texts)
    await school.lets_pass(days=7)
    assert marloes.texts[heard:] == []


async def test_who_tells_the_authority_of_a_leak_too_late_says_why(school):
    ingrid, marloes = await two_handle_it(school, LEAK)
    await the_clock_of_a_leak_starts_when_it_was_discovered(school, ingrid)
    await what_the_authority_asks_is_written_down(school, marloes)

    await school.lets_pass(hours=80)

    shown = await asks(ingrid, school, "/zaken")
    assert "Te laat, moest vóór 25-11-2026 20:00: AP inlichten" in shown
    await opens(ingrid, school, "Stap 1: melding en ernst")
    shown = await taps(ingrid, school, "AP inlichten", "Ja")
    assert "AP inlichten: dit is te laat." in shown
    shown = await types(ingrid, school, "De FG was ziek")
    assert "✔ AP inlichten – Ja\n– Reden: De FG was ziek" in shown


async def test_two_who_press_the_same_button_hear_who_was_first(school):
    ingrid, marloes = await two_handle_it(school, THREAT)
    for person in (ingrid, marloes):
        await opens(person, school, "Stap 1: melding en ernst")
        await taps(person, school, "Privacy geraakt?")

    await taps(ingrid, school, "Nee")
    shown = await taps(marloes, school, "Ja")

    assert "Dit is net veranderd: Privacy geraakt?" in shown
    assert "Ingrid de Wit was je voor, op 23-11-2026 09:30." in shown
    assert "✔ Privacy geraakt? – Nee" in shown


async def test_what_is_corrected_keeps_what_was_there(school):
    ingrid, _ = await two_handle_it(school, THREAT)
    await opens(ingrid, school, "Stap 1: melding en ernst")
    await taps(ingrid, school, "Ernst bepalen", "Niet ernstig")

    await taps(ingrid, school, "Iets verbeteren", "Ernst bepalen")
    assert "Dit staat er nu:\n✔ Ernst bepalen – Niet ernstig" in ingrid.texts[-1]
    shown = await taps(ingrid, school, "Ernstig")

    assert "✔ Ernst bepalen – Ernstig" in shown
    [case] = school.cases()
    assert [r.value for r in case.records] == ["not-serious", "serious"]


async def test_a_step_is_waived_with_a_reason_and_never_in_silence(school):
    ingrid, _ = await two_handle_it(school, THREAT)
    await opens(ingrid, school, "Stap 4: de sneeuwbal stoppen")

    shown = await taps(ingrid, school, "Rest van de stap vervalt")
    assert "Typ waarom het niet nodig is." in shown
    shown = await types(ingrid, school, "Niemand heeft het gezien")

    assert "↷ Stap 4: de sneeuwbal stoppen – vervallen" in shown
    assert "– Reden: Niemand heeft het gezien" in shown


async def test_who_taps_something_else_does_not_record_the_next_words(school):
    ingrid, _ = await two_handle_it(school, THREAT)
    await opens(ingrid, school, "Stap 2: informatie verzamelen")
    await taps(ingrid, school, "Feit opschrijven", "Terug naar de stap")

    await types(ingrid, school, "Dit is geen feit")

    [case] = school.cases()
    assert case.records == ()


async def test_a_button_of_last_week_obeys_the_gates_of_today(school):
    ingrid, marloes = await two_handle_it(school, THREAT)
    await opens(ingrid, school, "Stap 1: melding en ernst")
    await taps(ingrid, school, "Privacy geraakt?")
    await opens(marloes, school, "Stap 1: melding en ernst")
    await taps(marloes, school, "Privacy geraakt?", "Nee")
    await school.lets_pass(days=7)

    shown = await taps(ingrid, school, "Ja")

    assert "Marloes Kuipers was je voor" in shown


async def test_who_left_the_school_decides_nothing_and_the_other_may(school):
    _, marloes = await two_handle_it(school, THREAT)
    line = "M03,Ingrid,de Wit,schoolleider,,Voorbeeldschool De Linde,i.dewit@delinde.example\n"
    await school.roster_changes("staff.csv", line, "")

    await opens(marloes, school, "Stap 1: melding en ernst")
    shown = await taps(marloes, school, "Ernst bepalen", "Ernstig")

    assert "✔ Ernst bepalen – Ernstig\n– Marloes Kuipers" in shown


async def test_who_waives_a_step_waives_no_more_than_was_shown(school):
    ingrid, marloes = await two_handle_it(school, THREAT)
    await opens(ingrid, school, "Stap 4: de sneeuwbal stoppen")
    await taps(ingrid, school, "Rest van de stap vervalt")
    await opens(marloes, school, "Stap 4: de sneeuwbal stoppen")
    await taps(marloes, school, "Gaat er iets rond?", "Ja")

    await types(ingrid, school, "Niemand heeft het gezien")

    [case] = school.cases()
    assert [record.item for record in case.records] == ["spread"]
    assert "○ Is alles weg?" in await opens(ingrid, school, "Stap 4: de sneeuwbal stoppen")


async def test_who_is_not_agreed_with_hears_it(school):
    ingrid, marloes = await two_handle_it(school, THREAT)
    await opens(ingrid, school, "Stap 2: informatie verzamelen")
    await taps(ingrid, school, "Feit opschrijven")
    await types(ingrid, school, "Er staan drie berichten")
    await opens(ingrid, school, "Stap 3: strafbaar of niet")
    await taps(ingrid, school, "Strafbaar of niet?", "Strafbaar")
    await types(ingrid, school, "Het is een bedreiging")
    await opens(marloes, school, "Stap 3: strafbaar of niet")
    await taps(marloes, school, "Tweede persoon: strafbaar?", "Niet akkoord")
    await types(marloes, school, "Het is nog niet duidelijk")

    notice = await ingrid.hears("In zaak 1 gaat een tweede persoon niet akkoord.")
    assert "duidelijk" not in notice.text


async def test_a_text_that_changed_is_told_inside_again_before_it_goes_outside(school):
    ingrid, marloes = await two_handle_it(school, THREAT)
    await inside_hears_it_before_outside(school, ingrid, marloes)
    await opens(ingrid, school, "Stap 6: communicatie")
    await taps(ingrid, school, "Iets verbeteren", "Tekst van het bericht")
    await types(ingrid, school, "Het is opgelost.")
    await opens(marloes, school, "Stap 6: communicatie")
    await taps(marloes, school, "Tweede persoon: tekst", "Akkoord")

    await opens(ingrid, school, "Stap 6: communicatie")
    shown = await taps(ingrid, school, "Naar buiten vertellen")

    assert "Dit komt eerst:\n– Eerst intern vertellen" in shown
    await taps(ingrid, school, "Terug naar de stap", "Eerst intern vertellen", "Gedaan")
    shown = await taps(ingrid, school, "Naar buiten vertellen", "Gedaan")
    assert "✔ Stap 6: communicatie – klaar" in shown
