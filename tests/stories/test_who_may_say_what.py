"""Everybody hears what is for them, in their language; nobody does what is not theirs."""

import pytest

HELP = {
    "Noor Bakker": "Dit kan ik voor je doen",
    "Tom Bakker": "Dit kunt u met mij doen",
    "Kevin Tjon": "/bericht",
    "Ingrid de Wit": "/zaken",
}


@pytest.mark.parametrize(("name", "words"), HELP.items())
async def test_help_tells_each_kind_of_person_what_is_for_them(school, name, words):
    person = await school.joins(name)

    person.says("/help")

    await person.hears(words)


async def test_help_names_cases_only_to_who_may_get_one_to_handle(school):
    kevin = await school.joins("Kevin Tjon")
    anouk = await school.joins("Anouk Hendriks")

    kevin.says("/help")
    anouk.says("/help")

    assert "/zaken" not in (await kevin.hears("/bericht")).text
    await anouk.hears("/zaken")


async def test_help_tells_somebody_the_school_does_not_know_how_to_become_known(school):
    stranger = school.telegram.person("Iemand")
    stranger.starts()

    stranger.says("/help")

    await stranger.hears("de code die je van school kreeg")


async def test_help_in_a_group_shows_no_command_for_staff(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)

    anouk.says("/help", group)

    assert "/koppel" not in (await anouk.hears("In deze groep")).text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Noor Bakker", "Ik ben een computer van school."),
        ("Anouk Hendriks", "Ik help bij klassengroepen"),
        ("Agnieszka Kowalczyk", "Hello Agnieszka"),
        ("Fatima El Idrissi", "U krijgt hier berichten voor Amira"),
    ],
)
async def test_everybody_is_welcomed_in_their_own_language(school, name, words):
    person = await school.joins(name)

    assert any(words in text for text in person.texts)


async def test_another_language_is_a_tap_away(school):
    noor = await school.joins("Noor Bakker")

    noor.says("/taal")
    await school.settles()
    noor.taps("English")
    await school.settles()
    noor.says("/meld")

    await noor.hears("What happened?")


@pytest.mark.parametrize(
    ("typed", "heard"),
    [("en", "English"), ("Engels", "English"), ("makkelijk", "makkelijk"), ("nl", "Nederlands")],
)
async def test_a_language_may_be_typed(school, typed, heard):
    noor = await school.joins("Noor Bakker")

    noor.says(f"/taal {typed}")

    await noor.hears(heard)


async def test_a_language_nobody_speaks_is_answered_with_the_ones_there_are(school):
    noor = await school.joins("Noor Bakker")

    noor.says("/taal klingon")

    assert "English" in (await noor.hears("taal ken ik niet")).labels


async def test_a_parent_of_two_is_spoken_to_in_the_chosen_language_about_both(school):
    marieke = school.person("Marieke Bakker")
    for class_name in ("7B", "8A"):
        marieke.starts(await school.code_of("Marieke Bakker", class_name))
        await school.settles()
    marieke.says("/taal en")
    await school.settles()
    bilal = await school.joins("Bilal Haddad")
    group = await school.has_a_group("8A", bilal)

    bilal.says("/bericht Morgen begint de les later", group)

    assert "Femke" in (await marieke.hears("Message from")).text


async def test_an_unknown_command_is_answered_in_private_only(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    before = len(noor.heard)

    noor.says("/poll", group)
    await school.settles()
    assert len(noor.heard) == before

    noor.says("/poll")
    await noor.hears("/help")


async def test_a_command_for_another_bot_is_left_alone(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    before = len(noor.heard)

    said = noor.says("/meld@een_andere_bot vertel eens", group)
    await school.settles()

    assert len(noor.heard) == before
    assert not said.deleted
    assert not school.drafts()


@pytest.mark.parametrize("command", ["/bericht Vrij vandaag", "/koppel 7B", "/ontkoppel"])
async def test_what_staff_do_in_a_group_is_refused_to_a_pupil_in_private(school, command):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    in_group = len(school.said_in(group))

    noor.says(command, group)

    assert (await noor.hears("iemand die op school werkt")).private
    assert len(school.said_in(group)) == in_group


@pytest.mark.parametrize("command", ["/zaken", "/zaak 1", "/vrijstellen 7B-1 ziek", "/bereik"])
@pytest.mark.parametrize("name", ["Noor Bakker", "Tom Bakker"])
async def test_what_staff_do_in_private_is_refused_to_pupils_and_parents(school, command, name):
    person = await school.joins(name)

    person.says(command)

    await person.hears("op school werkt" if name == "Noor Bakker" else "een medewerker van school")


@pytest.mark.parametrize("command", ["/bericht Vrij vandaag", "/zaken", "/taal"])
async def test_a_stranger_is_asked_for_a_code(school, command):
    stranger = school.telegram.person("Iemand")
    stranger.starts()

    stranger.says(command)

    expected = "alleen in de groep" if command.startswith("/bericht") else "wie je bent"
    await stranger.hears(expected)


async def test_a_teacher_without_code_hears_in_the_group_where_to_go_on(school):
    anouk = school.person("Anouk Hendriks")
    group = school.telegram.group("7B", owner=anouk)
    anouk.adds_bot(group)
    anouk.makes_bot_admin(group)

    anouk.says("/koppel 7B", group)
    assert not (await anouk.hears("privé")).private
    anouk.taps("Verder in privégesprek")

    await anouk.hears("de code die je van school kreeg")


async def test_what_is_for_private_is_not_answered_in_the_group(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    in_group = len(school.said_in(group))

    anouk.says("/zaken", group)

    assert (await anouk.hears("privégesprek")).private
    assert len(school.said_in(group)) == in_group
