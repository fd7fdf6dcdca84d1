"""An announcement stays open until each pupil on the roster is reached, some way or other (P1)."""

import re

import pytest

from tests.emulators.smtp import Moment, Silence
from tests.school import telegram_school

NEWS = "Morgen geen gym"
CLOSED = "afgesloten"
PATIENCE = {"hours": 24, "minutes": 1}

JOOST = "joost.devries@ouders.example"
"""The father of Sem."""
SHARDA = "sharda.pinas@ouders.example"
"""The grandmother of Jayden."""


async def announces(school, teacher, group, text=NEWS):
    """Let a teacher tell the class something."""
    teacher.says(f"/bericht {text}", group)
    await school.settles()


async def overview(teacher, school):
    """Ask who is reached, in private; give the lines by their first words."""
    teacher.says("/bereik")
    await school.settles()
    return teacher.texts[-1]


async def a_class(school, *names):
    """Let the teacher couple the group of 7B, and let these pupils in."""
    anouk = await school.joins("Anouk Hendriks")
    pupils = [await school.joins(name) for name in names]
    return await school.has_a_group("7B", anouk, *pupils), anouk, *pupils


# Sending


async def test_it_is_posted_in_the_group_with_a_button_and_the_command_disappears(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")

    typed = anouk.says(f"/bericht {NEWS}", group)
    post = await noor.hears(NEWS)
    await school.settles()

    assert not post.private
    assert post.labels == ["Gelezen"]
    assert "Anouk Hendriks" in post.text
    assert typed.deleted


async def test_who_is_not_in_the_group_is_told_another_way_at_once(school):
    group, anouk, _ = await a_class(school, "Noor Bakker")
    zeynep = await school.joins("Zeynep Yildiz")

    await announces(school, anouk, group)

    assert (await zeynep.hears(NEWS)).private
    assert NEWS in school.mailed_to(JOOST)[0]
    assert "Sem" in school.mailed_to(JOOST)[0]
    assert not school.mailed_to("marieke.bakker@ouders.example")


async def test_a_pupil_without_any_address_becomes_a_task_for_the_teacher(school):
    group, anouk = await a_class(school)

    await announces(school, anouk, group)

    task = await anouk.hears("Daan Jansen")
    assert task.private
    assert task.labels == ["Gesproken", "Niet bereikt"]
    assert NEWS in task.text


async def test_a_guardian_with_an_account_is_told_there_and_by_mail(school):
    group, anouk = await a_class(school)
    joost = await school.joins("Joost de Vries")

    await announces(school, anouk, group)

    assert "Sem" in (await joost.hears(NEWS)).text
    assert len(school.mailed_to(JOOST)) == 1


async def test_the_teacher_hears_how_many_are_told_in_which_way(school):
    group, anouk, *_ = await a_class(school, "Noor Bakker", "Sem de Vries")

    await announces(school, anouk, group)

    told = (await anouk.hears("Je bericht is verstuurd")).text
    assert "In de groep: 2. Op een andere manier: 3. Door jou aan te spreken: 1." in told


@pytest.mark.parametrize("text", ["", "   "])
async def test_an_empty_message_is_not_sent(school, text):
    group, anouk, _ = await a_class(school, "Noor Bakker")

    await announces(school, anouk, group, text)

    assert (await anouk.hears("nog leeg")).private
    assert not school.announcements()


async def test_a_picture_is_not_half_sent(school):
    group, anouk, _ = await a_class(school, "Noor Bakker")

    sent = anouk.sends_photo(f"/bericht {NEWS}", group)

    assert (await anouk.hears("alleen tekst lezen")).private
    assert not sent.deleted
    assert not school.announcements()


async def test_a_mentor_of_another_class_cannot_announce(school):
    group, anouk, _ = await a_class(school, "Noor Bakker")
    bilal = await school.joins("Bilal Haddad")
    anouk.adds(bilal, group)
    in_group = len(school.said_in(group))

    await announces(school, bilal, group)

    assert (await bilal.hears("Je kunt geen bericht sturen aan klas 7B")).private
    assert len(school.said_in(group)) == in_group


async def test_a_group_without_a_class_takes_no_announcement(school):
    anouk = await school.joins("Anouk Hendriks")
    group = school.telegram.group("Zomaar", owner=anouk)
    anouk.adds_bot(group)

    await announces(school, anouk, group)

    await anouk.hears("hoort nog niet bij een klas")


# Reached


async def test_a_tap_in_the_group_reaches_that_pupil_and_no_other(school):
    group, anouk, noor, _ = await a_class(school, "Noor Bakker", "Sem de Vries")
    await announces(school, anouk, group)

    noor.taps("Gelezen")
    await school.settles()

    assert "Goed zo" in noor.notices[-1]
    told = await overview(anouk, school)
    assert "Noor Bakker: heeft het zelf gelezen." in told
    assert "Sem de Vries: zit in de groep, maar heeft nog niet bevestigd." in told


async def test_a_second_tap_changes_nothing(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await announces(school, anouk, group)
    noor.taps("Gelezen")
    await school.settles()
    before = school.announcements()

    noor.taps("Gelezen")
    await school.settles()

    assert "wist al" in noor.notices[-1]
    assert school.announcements() == before


async def test_a_tap_in_private_reaches_the_pupil(school):
    group, anouk = await a_class(school)
    noor = await school.joins("Noor Bakker")
    await announces(school, anouk, group)

    noor.taps("Gelezen")
    await school.settles()

    assert "Noor Bakker: heeft het zelf gelezen." in await overview(anouk, school)


async def test_a_tap_of_a_guardian_reaches_the_child(school):
    group, anouk = await a_class(school)
    joost = await school.joins("Joost de Vries")
    await announces(school, anouk, group)

    joost.taps("Gelezen")
    await school.settles()

    assert "Sem de Vries: een ouder heeft het gelezen." in await overview(anouk, school)


async def test_a_parent_of_two_reaches_only_the_child_of_that_class(school):
    group, anouk = await a_class(school)
    marieke = school.person("Marieke Bakker")
    for class_name in ("8A", "7B"):
        marieke.starts(await school.code_of("Marieke Bakker", class_name))
        await school.settles()
    await announces(school, anouk, group)

    marieke.taps("Gelezen")
    await school.settles()

    [announcement] = school.announcements()
    closed = [o for o in announcement.obligations.values() if o.closing]
    assert len(closed) == 1
    assert "Noor Bakker: een ouder heeft het gelezen." in await overview(anouk, school)


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("Anouk Hendriks", "voor de leerlingen van de klas"),
        ("Kevin Tjon", "voor de leerlingen van de klas"),
    ],
)
async def test_a_tap_of_somebody_who_is_no_pupil_of_the_class_reaches_nobody(school, name, notice):
    group, anouk = await a_class(school)
    person = await school.joins(name)
    if person is not anouk:
        anouk.adds(person, group)
    await announces(school, anouk, group)

    person.taps("Gelezen")
    await school.settles()

    assert notice in person.notices[-1]
    assert not any(o.closing for o in school.announcements()[0].obligations.values())


async def test_a_tap_of_a_stranger_or_of_another_class_reaches_nobody(school):
    group, anouk = await a_class(school)
    femke = await school.joins("Femke Bakker")
    stranger = school.telegram.person("Iemand")
    await announces(school, anouk, group)
    post = next(m for m in group.messages if m.from_bot and NEWS in m.text)

    femke.taps("Gelezen", post)
    stranger.taps("Gelezen", post)
    await school.settles()

    assert "leerlingen van de klas" in femke.notices[-1]
    assert "niet wie je bent" in stranger.notices[-1]
    assert not any(o.closing for o in school.announcements()[0].obligations.values())


async def test_a_task_is_done_when_the_teacher_spoke_with_somebody(school):
    group, anouk = await a_class(school)
    await announces(school, anouk, group)

    anouk.taps("Gesproken")
    await school.settles()

    assert any("jij hebt Daan Jansen gesproken" in text for text in anouk.texts)
    assert "Daan Jansen: gesproken door Anouk Hendriks." in await overview(anouk, school)


async def test_a_task_tried_in_vain_stays_open_and_comes_back(school):
    group, anouk = await a_class(school)
    await announces(school, anouk, group)

    anouk.taps("Niet bereikt")
    await school.settles()
    told = await overview(anouk, school)
    assert "Daan Jansen: niet bereikt door Anouk Hendriks, staat nog open." in told
    await school.lets_pass(**PATIENCE)

    tasks = [m for m in anouk.heard if "Daan Jansen" in m.text and "Gesproken" in m.labels]
    assert len(tasks) == 1


async def test_a_task_of_another_class_is_not_anybodys_to_do(school):
    group, anouk = await a_class(school)
    bilal = await school.joins("Bilal Haddad")
    await announces(school, anouk, group)
    task = next(m for m in anouk.heard if "Gesproken" in m.labels)

    bilal.taps("Gesproken", task)
    await school.settles()

    assert "andere collega" in bilal.notices[-1]
    assert not any(o.closing for o in school.announcements()[0].obligations.values())


@pytest.mark.parametrize("padded", [True, False])
async def test_a_waiver_by_the_code_of_the_class_list_needs_a_reason_and_shows_it(school, padded):
    group, anouk = await a_class(school)
    await announces(school, anouk, group)
    code = "7b-04" if padded else "7b-4"

    anouk.says(f"/vrijstellen {code}")
    await anouk.hears("je reden")
    anouk.says(f"/vrijstellen {code} ligt in het ziekenhuis")
    await anouk.hears("Genoteerd: 7B-04")

    told = await overview(anouk, school)
    assert "besloot Anouk Hendriks. Reden: ligt in het ziekenhuis" in told


async def test_a_waiver_may_name_the_pupil(school):
    group, anouk = await a_class(school)
    await announces(school, anouk, group)

    anouk.says("/vrijstellen Daan Jansen: is op kamp")
    await anouk.hears("Genoteerd")

    told = await overview(anouk, school)
    assert "Daan Jansen: hoeft het niet te krijgen" in told
    assert "Reden: is op kamp" in told


async def test_nobody_waives_a_pupil_of_another_class(school):
    group, anouk = await a_class(school)
    bilal = await school.joins("Bilal Haddad")
    await announces(school, anouk, group)

    bilal.says("/vrijstellen 7B-04 ziek")

    await bilal.hears("je reden")
    assert not any(o.closing for o in school.announcements()[0].obligations.values())


# Closing


async def test_it_closes_by_itself_when_and_only_when_the_last_pupil_is_reached(school):
    names = ("Noor Bakker", "Sem de Vries", "Amira El Idrissi", "Zeynep Yildiz")
    group, anouk, *pupils = await a_class(school, *names)
    await announces(school, anouk, group)
    for pupil in pupils:
        pupil.taps("Gelezen")
    await school.settles()
    anouk.taps("Gesproken")
    await school.settles()
    assert not any(CLOSED in text for text in anouk.texts)

    anouk.says("/vrijstellen Jayden Pinas op kamp met een andere klas")
    await school.settles()

    assert sum(CLOSED in text for text in anouk.texts) == 1
    assert "Iedereen is bereikt" in await overview(anouk, school)
    assert school.announcements()[0].closed_at == school.clock.at


async def test_it_closes_when_the_last_unreached_pupil_leaves_the_roster(school):
    names = ("Noor Bakker", "Sem de Vries", "Amira El Idrissi", "Zeynep Yildiz", "Jayden Pinas")
    group, anouk, *pupils = await a_class(school, *names)
    await announces(school, anouk, group)
    for pupil in pupils:
        pupil.taps("Gelezen")
    await school.settles()

    await school.roster_changes("contacts.csv", "1004,Karin Jansen,moeder,,010 000 00 14,nl\n", "")
    await school.roster_changes("pupils.csv", "1004,Daan,Jansen,7B,2014-05-27\n", "")

    await anouk.hears(CLOSED)


async def test_several_open_messages_are_told_apart(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await announces(school, anouk, group, "Neem je gymtas mee")
    await announces(school, anouk, group, "De les begint later")
    first, second = (m for m in group.messages if m.from_bot and m.labels)

    noor.taps("Gelezen", second)
    await school.settles()

    anouk.says("/bereik 7B")
    await school.settles()
    told = {text.splitlines()[0]: text for text in anouk.texts[-2:]}
    assert "Noor Bakker: heeft het" not in told["Bericht aan klas 7B: Neem je gymtas mee"]
    assert "Noor Bakker: heeft het" in told["Bericht aan klas 7B: De les begint later"]
    assert first is not second


# Silence and refusals


async def test_silence_in_the_group_leads_to_every_other_way_and_then_to_the_teacher(school):
    group, anouk, sem = await a_class(school, "Sem de Vries")
    await announces(school, anouk, group)
    assert not school.mailed_to(JOOST)

    await school.lets_pass(hours=23)
    assert not school.mailed_to(JOOST)
    await school.lets_pass(hours=1, minutes=1)
    assert len(school.mailed_to(JOOST)) == 1
    assert [m for m in sem.heard_privately if NEWS in m.text]
    assert not [m for m in anouk.heard if "Sem de Vries uit" in m.text]
    await school.lets_pass(**PATIENCE)

    assert [m for m in anouk.heard if "Sem de Vries uit" in m.text]


async def test_who_was_reached_in_time_is_left_in_peace(school):
    group, anouk, sem = await a_class(school, "Sem de Vries")
    await announces(school, anouk, group)
    sem.taps("Gelezen")
    await school.settles()

    await school.lets_pass(**PATIENCE)
    await school.lets_pass(**PATIENCE)

    assert not school.mailed_to(JOOST)
    assert not [m for m in sem.heard_privately if NEWS in m.text]


async def test_a_tap_does_not_swallow_what_is_due_to_others(school):
    group, anouk, noor, _ = await a_class(school, "Noor Bakker", "Sem de Vries")
    await announces(school, anouk, group)
    school.clock.at += school.bot.engine.parts.school.patience

    noor.taps("Gelezen")
    await school.settles()

    assert len(school.mailed_to(JOOST)) == 1


async def test_a_mail_refused_for_good_leads_to_the_next_way_at_once(school):
    school.mail.refuses(JOOST, "550 5.1.1 no such user")
    group, anouk = await a_class(school)

    await announces(school, anouk, group)

    assert [m for m in anouk.heard if "Sem de Vries uit" in m.text]
    assert "Sem de Vries: wacht op een gesprek" in await overview(anouk, school)


async def test_a_pupil_who_blocked_the_bot_is_told_another_way_at_once(school):
    group, anouk = await a_class(school)
    jayden = await school.joins("Jayden Pinas")
    jayden.blocks_bot()
    school.mail.refuses(SHARDA, "550 5.1.1 no such user")

    await announces(school, anouk, group)

    assert [m for m in anouk.heard if "Jayden Pinas uit" in m.text]


async def test_a_mail_server_that_is_down_gets_it_later_and_only_once(school):
    school.mail.fails(Moment.GREETING, Silence.DROP)
    group, anouk = await a_class(school)
    await announces(school, anouk, group)
    assert not school.mail.letters
    assert "Sem de Vries: een ouder krijgt een e-mail." in await overview(anouk, school)

    school.mail.recovers()
    await school.lets_pass(minutes=16)
    await school.lets_pass(minutes=16)

    assert len(school.mailed_to(JOOST)) == 1
    assert "Sem de Vries: e-mail aan een ouder verstuurd" in await overview(anouk, school)


async def test_a_mail_that_is_owed_survives_a_restart_and_is_sent_once(school):
    school.mail.fails(Moment.GREETING, Silence.DROP)
    group, anouk = await a_class(school)
    await announces(school, anouk, group)
    await school.closes()

    school.mail.recovers()
    await school.opens()
    await school.settles()
    await school.lets_pass(minutes=16)

    assert len(school.mailed_to(JOOST)) == 1


async def test_a_task_whose_teacher_cannot_be_told_goes_to_the_leader(school):
    group, anouk = await a_class(school)
    ingrid = await school.joins("Ingrid de Wit")
    bilal = await school.joins("Bilal Haddad")
    anouk.says(f"/bericht {NEWS}", group)
    anouk.blocks_bot()
    await school.settles()

    assert "Gesproken" in (await ingrid.hears("Daan Jansen")).labels
    assert not [m for m in bilal.heard if "Daan Jansen" in m.text]
    ingrid.taps("Gesproken")
    await school.settles()
    ingrid.says("/bereik 7B")
    await ingrid.hears("Daan Jansen: gesproken door Ingrid de Wit.")


async def test_a_task_that_nobody_can_be_told_waits_for_the_teacher(school):
    group, anouk = await a_class(school)
    anouk.says(f"/bericht {NEWS}", group)
    anouk.blocks_bot()
    await school.settles()

    anouk.starts()

    assert "Gesproken" in (await anouk.hears("Daan Jansen")).labels


async def test_a_post_that_the_group_does_not_take_leads_everybody_another_way(school):
    group, anouk, sem = await a_class(school, "Sem de Vries")
    school.telegram.answers_next(
        403,
        method="sendMessage",
        chat=group,
        description="Forbidden: bot was kicked from the supergroup chat",
    )

    await announces(school, anouk, group)

    assert [m for m in sem.heard_privately if NEWS in m.text]
    assert len(school.mailed_to(JOOST)) == 1


# Changes after sending


async def test_a_pupil_who_leaves_the_group_after_sending_is_told_another_way(school):
    group, anouk, sem = await a_class(school, "Sem de Vries")
    await announces(school, anouk, group)
    assert not school.mailed_to(JOOST)

    sem.leaves(group)
    await school.settles()

    assert len(school.mailed_to(JOOST)) == 1
    assert [m for m in sem.heard_privately if NEWS in m.text]


async def test_a_pupil_who_comes_onto_the_roster_after_sending_is_told_too(school):
    group, anouk = await a_class(school)
    await announces(school, anouk, group)

    await school.roster_changes("pupils.csv", "", "1013,Nina,Visser,7B,2014-08-08")

    assert [m for m in anouk.heard if "Nina Visser uit" in m.text]
    assert "Van de 7 leerlingen" in await overview(anouk, school)


async def test_an_address_that_is_added_the_next_day_is_used(school):
    group, anouk = await a_class(school)
    await announces(school, anouk, group)
    await school.lets_pass(hours=20)

    await school.roster_changes(
        "contacts.csv",
        "1004,Karin Jansen,moeder,,",
        "1004,Karin Jansen,moeder,karin.jansen@ouders.example,",
    )

    assert NEWS in school.mailed_to("karin.jansen@ouders.example")[0]


async def test_a_pupil_who_starts_the_bot_after_sending_hears_it_in_private(school):
    group, anouk = await a_class(school)
    await announces(school, anouk, group)

    daan = await school.joins("Daan Jansen")
    await school.settles()

    assert [m for m in daan.heard_privately if NEWS in m.text]


# The page behind the e-mail


async def test_looking_at_the_page_confirms_nothing_and_the_button_does(tmp_path):
    async with telegram_school(tmp_path, 'confirm_url = "https://de.example/bevestig"') as school:
        group, anouk = await a_class(school)
        await announces(school, anouk, group)
        link = link_in(school.mailed_to(JOOST)[0])

        await school.opens_page(link)
        assert not any(o.closing for o in school.announcements()[0].obligations.values())
        shown = await school.opens_page(link, confirming=True)

        assert "Dank u wel" in shown
        told = await overview(anouk, school)
        assert "Sem de Vries: een ouder heeft het gelezen, per e-mail." in told
        assert "Dank u wel" in await school.opens_page(link, confirming=True)


async def test_a_link_with_a_changed_sign_is_not_known(tmp_path):
    async with telegram_school(tmp_path, 'confirm_url = "https://de.example/bevestig"') as school:
        group, anouk = await a_class(school)
        await announces(school, anouk, group)
        link = link_in(school.mailed_to(JOOST)[0])
        forged = link[:-1] + ("A" if link[-1] != "A" else "B")

        assert "kennen wij niet" in await school.opens_page(forged, confirming=True)
        assert "kennen wij niet" in await school.opens_page("https://x/nonsense", confirming=True)

        assert not any(o.closing for o in school.announcements()[0].obligations.values())


def link_in(mail):
    """Find the link in a mail."""
    return next(word for word in mail.split() if word.startswith("https://"))


# The overview


async def test_the_overview_in_the_group_names_nobody(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await announces(school, anouk, group)
    noor.taps("Gelezen")
    await school.settles()

    anouk.says("/bereik", group)
    await school.settles()

    told = school.said_in(group)[-1]
    assert re.findall(r"7B-0[1-6]: bereikt\.", told)
    assert len(re.findall(r"7B-0[1-6]: nog niet bereikt\.", told)) == 5
    assert not any(name in told for name in ("Noor", "Bakker", "Sem", "Daan"))


async def test_a_mentor_sees_only_the_own_class(school):
    group, anouk = await a_class(school)
    bilal = await school.joins("Bilal Haddad")
    await announces(school, anouk, group)

    bilal.says("/bereik 7B")
    await bilal.hears("Die klas ken ik niet")
    bilal.says("/bereik")

    assert "8A" in (await bilal.hears("Er staat geen bericht open")).text


async def test_a_leader_sees_every_class(school):
    group, anouk = await a_class(school)
    ingrid = await school.joins("Ingrid de Wit")
    await announces(school, anouk, group)

    ingrid.says("/bereik 7b")

    assert "Daan Jansen" in (await ingrid.hears(NEWS)).text
