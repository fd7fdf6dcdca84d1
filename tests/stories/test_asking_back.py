"""Where one fact is open the bot asks for exactly that one, and every fact can be corrected."""

import pytest

CLASS_PHOTO = "mag ik een foto van mijn klas op de Facebook van school zetten?"
UNKNOWN_ACT = "mag ik die van gisteren er nog op zetten"


async def asks(person, question, school):
    person.says(question)
    await school.settles()
    return person.heard[-1]


async def test_the_bot_asks_for_the_one_fact_that_would_flip_the_verdict(school):
    anouk = await school.joins("Anouk Hendriks")

    answer = await asks(anouk, CLASS_PHOTO, school)

    assert answer.text.splitlines()[0].startswith("☑️ Mag, onder een voorwaarde")
    assert "Is er toestemming?" in answer.text
    assert answer.labels[:3] == ["Ja", "Nee, geweigerd", "Niet gevraagd"]


@pytest.mark.parametrize(
    ("tapped", "verdict"), [("Ja", "✅ Mag ("), ("Nee, geweigerd", "⛔ Mag niet (")]
)
async def test_a_tapped_answer_changes_the_verdict_in_the_same_message(school, tapped, verdict):
    anouk = await school.joins("Anouk Hendriks")
    answer = await asks(anouk, CLASS_PHOTO, school)
    said = len(anouk.texts)

    anouk.taps(tapped)
    await school.settles()

    assert len(anouk.texts) == said
    assert anouk.heard[-1].id == answer.id
    assert anouk.texts[-1].startswith(verdict)
    assert "Is er toestemming?" not in anouk.texts[-1]


async def test_the_answer_says_what_was_understood(school):
    anouk = await school.joins("Anouk Hendriks")

    answer = await asks(anouk, CLASS_PHOTO, school)

    understood = next(x for x in answer.text.splitlines() if x.startswith("Ik begrijp: "))
    assert understood.startswith("Ik begrijp: jij werkt op school · een foto of film plaatsen · ")
    assert "account van de school" in understood
    assert understood.endswith("toestemming onbekend")


async def test_a_fact_that_is_wrong_is_corrected_by_taps_and_back(school):
    anouk = await school.joins("Anouk Hendriks")
    await asks(anouk, CLASS_PHOTO, school)
    first = anouk.texts[-1]

    anouk.taps("Klopt niet")
    await school.settles()
    anouk.taps("account van de school")
    await school.settles()
    anouk.taps("privéaccount")
    await school.settles()
    assert "privéaccount" in anouk.texts[-1]

    anouk.taps("Klopt niet")
    await school.settles()
    anouk.taps("privéaccount")
    await school.settles()
    anouk.taps("account van de school")
    await school.settles()
    assert anouk.texts[-1] == first


async def test_who_thinks_better_of_it_goes_back_to_the_answer(school):
    anouk = await school.joins("Anouk Hendriks")
    await asks(anouk, CLASS_PHOTO, school)
    first = anouk.texts[-1]

    anouk.taps("Klopt niet")
    await school.settles()
    anouk.taps("Terug naar het antwoord")
    await school.settles()

    assert anouk.texts[-1] == first


async def test_a_fact_may_be_unknown_after_all(school):
    anouk = await school.joins("Anouk Hendriks")
    await asks(anouk, CLASS_PHOTO, school)

    anouk.taps("Ja")
    await school.settles()
    anouk.taps("Klopt niet")
    await school.settles()
    anouk.taps("toestemming gegeven")
    await school.settles()
    anouk.taps("Weet ik niet")
    await school.settles()

    assert "Is er toestemming?" in anouk.texts[-1]


async def test_a_question_in_the_group_is_asked_back_and_corrected_there(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    anouk.says(f"/mag {CLASS_PHOTO}", group)
    await school.settles()

    anouk.taps("Ja")
    await school.settles()

    assert school.said_in(group)[-1].startswith("✅ Mag (")


async def test_a_pupil_is_asked_back_in_easy_dutch(school):
    noor = await school.joins("Noor Bakker")

    await asks(noor, "mag ik een filmpje van iemand uit mijn klas plaatsen", school)
    asked = noor.texts[-1]
    noor.taps("Niet gevraagd")
    await school.settles()

    assert "Heeft iedereen ja gezegd?" in asked
    assert noor.texts[-1].startswith("⛔ Mag niet (")


async def test_who_reads_english_is_asked_back_in_english(school):
    anouk = await school.joins("Anouk Hendriks")
    anouk.says("/taal")
    await anouk.hears("taal")
    anouk.taps("English")
    await school.settles()

    answer = await asks(anouk, "May I post a photo of my class on the school's Facebook?", school)

    assert "Is there consent?" in answer.text
    assert "Yes" in answer.labels
    assert "I understand: you work at school" in answer.text


async def test_a_question_under_a_picture_is_answered_and_the_picture_is_said_to_be_unseen(school):
    anouk = await school.joins("Anouk Hendriks")

    anouk.sends_photo(caption=CLASS_PHOTO)
    await school.settles()

    assert anouk.texts[-1].startswith("☑️ Mag, onder een voorwaarde")
    assert anouk.texts[-1].endswith("Ik lees alleen je woorden.")


@pytest.mark.parametrize(
    ("added", "verdict"),
    [
        ("en als alle ouders toestemming hebben gegeven?", "✅ Mag ("),
        ("en als een ouder weigert?", "⛔ Mag niet ("),
    ],
)
async def test_a_question_may_lean_on_the_one_before(school, added, verdict):
    anouk = await school.joins("Anouk Hendriks")
    await asks(anouk, CLASS_PHOTO, school)

    answer = await asks(anouk, added, school)

    assert answer.text.startswith(verdict)
    assert "account van de school" in answer.text


async def test_after_a_quarter_of_an_hour_nothing_of_a_question_is_kept(school):
    anouk = await school.joins("Anouk Hendriks")
    await asks(anouk, CLASS_PHOTO, school)
    assert len(school.conversations()) == 1

    await school.lets_pass(minutes=16)

    assert school.conversations() == []


async def test_a_question_about_something_else_stands_alone_however_it_begins(school):
    anouk = await school.joins("Anouk Hendriks")
    await asks(anouk, CLASS_PHOTO, school)

    answer = await asks(anouk, "en mag ik een leerling toevoegen op mijn privé Instagram?", school)

    assert answer.text.startswith("⛔ Mag niet (9.C.7")


async def test_a_child_in_need_hears_help_and_no_verdict_until_it_asks_for_one(school):
    noor = await school.joins("Noor Bakker")

    answer = await asks(noor, "ze hebben een ai foto van mij gemaakt zonder kleren", school)
    helped = answer.text
    assert "112" in helped
    assert not any(text.startswith("⛔") for text in noor.texts)
    assert school.conversations() == []

    noor.taps("Antwoord op mijn vraag")
    await school.settles()

    assert noor.texts[-1].startswith("⛔")
    assert helped in noor.texts


async def test_nothing_is_kept_of_what_is_asked_in_a_group(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)

    anouk.says(f"/mag {CLASS_PHOTO}", group)
    await school.settles()

    assert school.said_in(group)[-1].startswith("☑️ Mag, onder een voorwaarde")
    assert school.conversations() == []


async def test_what_is_forgotten_is_forgotten_with_a_key_of_its_own(school, tmp_path):
    anouk = await school.joins("Anouk Hendriks")
    await asks(anouk, CLASS_PHOTO, school)
    await school.closes()
    assert [*tmp_path.rglob("keys/LastAnswer/*.key")]

    await school.opens()
    await school.lets_pass(minutes=16)
    await school.closes()

    assert [path.name for path in tmp_path.rglob("LastAnswer/*")] == []
