"""Teachers leave, addresses are corrected, accounts are bound later: nobody is lost by it."""

from tests.emulators.smtp import Moment
from tests.stories.test_reporting import tells

ANOUKS_LINE = "M01,Anouk,Hendriks,mentor,7B,Voorbeeldschool De Linde,a.hendriks@delinde.example\n"
STORY = "er is iets ergs gebeurd"


async def test_a_task_of_a_teacher_who_left_goes_to_the_next_adult(school):
    anouk = await school.joins("Anouk Hendriks")
    ingrid = await school.joins("Ingrid de Wit")
    group = await school.has_a_group("7B", anouk)
    anouk.says("/bericht Morgen vrij.", group)
    await anouk.hears("Ik kan Daan Jansen uit klas 7B niet zelf bereiken")
    await school.settles()

    await school.roster_changes("staff.csv", ANOUKS_LINE, "")
    await school.lets_pass(minutes=1)

    await ingrid.hears("Ik kan Daan Jansen uit klas 7B niet zelf bereiken")


async def test_who_asks_to_join_is_told_to_the_leader_when_the_teacher_of_the_group_left(school):
    anouk = await school.joins("Anouk Hendriks")
    ingrid = await school.joins("Ingrid de Wit")
    group = await school.has_a_group("7B", anouk)
    await school.roster_changes("staff.csv", ANOUKS_LINE, "")

    school.person("Vreemde Vogel").requests_to_join(group)

    await ingrid.hears("Ik ken dat account niet")


async def test_mail_that_is_still_owed_goes_to_the_corrected_address_and_to_no_former_guardian(
    school,
):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    old, new = "joost.devries@ouders.example", "joost@nieuw.example"
    tom = "1001,Tom Bakker,vader,tom.bakker@ouders.example,010 000 00 12,nl\n"
    school.mail.fails(Moment.RECIPIENT, "451 4.3.0 try again later")
    anouk.says("/bericht Morgen vrij.", group)
    await school.settles()

    await school.roster_changes("contacts.csv", old, new)
    await school.roster_changes("contacts.csv", tom, "")
    school.mail.recovers()
    await school.lets_pass(minutes=20)

    assert school.mailed_to(old) == []
    assert len(school.mailed_to(new)) == 1
    assert school.mailed_to("tom.bakker@ouders.example") == []
    assert len(school.mailed_to("marieke.bakker@ouders.example")) == 1


async def test_a_corrected_address_is_tried_after_the_wrong_one_bounced(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    old, new = "joost.devries@ouders.example", "joost@nieuw.example"
    school.mail.refuses(old, "550 5.1.1 no such user")
    anouk.says("/bericht Morgen vrij.", group)
    await school.settles()

    await school.roster_changes("contacts.csv", old, new)
    await school.lets_pass(minutes=1)

    assert len(school.mailed_to(new)) == 1


async def test_who_binds_while_the_message_in_the_group_is_removed_still_hears_what_became_of_it(
    school,
):
    anouk = await school.joins("Anouk Hendriks")
    sem = school.person("Sem de Vries")
    group = school.telegram.group("7B", owner=anouk, members=(sem,))
    anouk.adds_bot(group)
    anouk.makes_bot_admin(group)
    anouk.says("/koppel 7B", group)
    await school.settles()
    school.telegram.answers_next(500, method="deleteMessage")
    sem.says(f"/meld {STORY}", group)
    await school.settles()

    await school.joins("Sem de Vries")
    await school.lets_pass(minutes=1)

    await sem.hears("Waar is het gebeurd?")
    assert len(school.cases()) == 1


async def test_the_only_reader_who_turns_out_to_be_the_reporter_is_told_to_call(school):
    marloes = school.person("Marloes Kuipers")
    marloes.starts()
    await tells(marloes, school, story=STORY, reader="counsellor")

    await school.joins("Marloes Kuipers")

    await marloes.hears("010 000 00 00")


async def test_the_teacher_hears_when_the_bot_can_work_in_the_group_again(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    anouk.takes_bots_rights(group)
    await anouk.hears("mag ik mijn werk niet meer doen")

    anouk.makes_bot_admin(group)

    await anouk.hears("mag ik mijn werk weer doen")


async def test_half_a_character_stops_nobody(school):
    noor = await school.joins("Noor Bakker")

    noor.says("/mag \ud800 hoi")
    noor.says("/help")

    await noor.hears("Dit kan ik voor je doen")
