"""A one-time code ties an account to a person, once, and tells nobody anything else (P5)."""

import pytest

NOT_ENCRYPTED = "meelezen"


async def test_a_code_makes_a_pupil_known_and_warns_that_the_company_can_read_along(school):
    noor = school.person("Noor Bakker")
    noor.starts()
    await noor.hears("code van school")

    noor.says(f"/start {school.codes['Noor Bakker']}")

    await noor.hears("Hallo Noor")
    await noor.hears(NOT_ENCRYPTED)


async def test_a_code_may_be_typed_in_small_letters_and_with_dashes(school):
    code = school.codes["Noor Bakker"].lower()
    noor = school.person("Noor Bakker")
    noor.starts()

    noor.says(f"/start {code[:5]}-{code[5:]}")

    await noor.hears("Hallo Noor")


async def test_a_deep_link_with_a_code_works_like_a_typed_code(school):
    sem = school.person("Sem de Vries")

    sem.opens(f"https://t.me/groepsmaat_bot?start={school.codes['Sem de Vries']}")

    await sem.hears("Hallo Sem")


async def test_a_code_works_once(school):
    await school.joins("Noor Bakker")
    thief = school.telegram.person("Iemand")

    thief.starts(school.codes["Noor Bakker"])

    await thief.hears("al gebruikt")
    thief.says("/help")
    assert "code" in (await thief.hears("/start")).text


async def test_an_unknown_code_is_called_unknown(school):
    stranger = school.telegram.person("Iemand")

    stranger.starts("ABCDE23456")

    await stranger.hears("ken ik niet")


async def test_a_code_that_is_too_old_is_called_too_old(school):
    noor = school.person("Noor Bakker")
    school.clock.at = school.clock.at.replace(year=school.clock.at.year + 1, month=1, day=15)

    noor.starts(school.codes["Noor Bakker"])
    await noor.hears("te oud")

    noor.says("/taal")
    await noor.hears("weet nog niet wie je bent")


async def test_a_fresh_code_ends_the_older_one(school):
    older = school.codes["Noor Bakker"]
    await school.invites()
    noor = school.person("Noor Bakker")

    noor.starts(older)
    await noor.hears("ken ik niet")
    noor.starts(school.codes["Noor Bakker"])

    await noor.hears("Hallo Noor")


async def test_an_account_that_belongs_to_a_pupil_takes_no_second_pupil(school):
    noor = await school.joins("Noor Bakker")

    noor.starts(school.codes["Sem de Vries"])
    await noor.hears("iemand anders")

    sem = await school.joins("Sem de Vries")
    assert any("Hallo Sem" in text for text in sem.texts)


async def test_a_pupil_cannot_become_staff_with_a_found_code(school):
    noor = await school.joins("Noor Bakker")

    noor.starts(school.codes["Anouk Hendriks"])
    await noor.hears("iemand anders")

    noor.says("/zaken")
    await noor.hears("werkt")


async def test_after_five_wrong_codes_even_the_right_one_waits_an_hour(school):
    noor = school.person("Noor Bakker")
    noor.starts()
    for _ in range(5):
        noor.says("/start ABCDE23456")
    await school.settles()

    noor.says(f"/start {school.codes['Noor Bakker']}")
    await noor.hears("te vaak")
    await school.lets_pass(minutes=61)
    noor.says(f"/start {school.codes['Noor Bakker']}")

    await noor.hears("Hallo Noor")


async def test_starting_again_tells_that_nothing_has_to_be_done(school):
    noor = await school.joins("Noor Bakker")

    noor.starts()

    await noor.hears("ken je al, Noor")


async def test_a_parent_of_two_uses_two_codes_on_one_account(school):
    marieke = school.person("Marieke Bakker")

    marieke.starts(await school.code_of("Marieke Bakker", "7B"))
    await marieke.hears("Noor")
    marieke.starts(await school.code_of("Marieke Bakker", "8A"))

    await marieke.hears("Femke")


@pytest.mark.parametrize("before", ["/start ", "/start@groepsmaat_bot ", ""])
async def test_a_code_typed_in_a_group_disappears_and_is_dead(school, before):
    anouk = await school.joins("Anouk Hendriks")
    sem = await school.joins("Sem de Vries")
    group = await school.has_a_group("7B", anouk, sem)
    code = school.codes["Noor Bakker"]

    slip = sem.says(f"{before}{code}", group)
    await sem.hears("nooit in een groep")
    thief = school.telegram.person("Iemand")
    thief.starts(code)

    await thief.hears("al gebruikt")
    assert slip.deleted


async def test_who_cannot_be_written_to_hears_in_the_group_that_the_code_is_dead(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    noor = school.person("Noor Bakker")
    anouk.says("/ontkoppel", group)
    await school.settles()
    anouk.adds(noor, group)

    noor.says(f"/start {school.codes['Noor Bakker']}", group)

    told = await noor.hears("nooit in een groep")
    assert not told.private
    noor.taps("Verder in privégesprek")
    await noor.hears("/start")


async def test_a_word_of_ten_letters_is_no_code(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)

    said = noor.says("TESTTESTTE", group)
    await school.settles()

    assert not said.deleted
