"""A closed group stays closed: pupils of the class and staff are in, nobody else (P5)."""

import pytest

NEEDED_RIGHTS = {
    "can_delete_messages": "Berichten van anderen verwijderen",
    "can_invite_users": "verzoeken om mee te doen",
    "can_restrict_members": "Mensen uit de groep verwijderen",
}


async def a_class(school, *names):
    """Let the teacher couple the group of 7B, and let these people in."""
    anouk = await school.joins("Anouk Hendriks")
    members = [await school.joins(name) for name in names]
    return await school.has_a_group("7B", anouk, *members), anouk, *members


async def a_group_to_be(school, name="Anouk Hendriks"):
    """Give a member of staff a group of their own with the bot in it."""
    teacher = await school.joins(name)
    group = school.telegram.group("Klas", owner=teacher)
    teacher.adds_bot(group)
    return teacher, group


# Coupling


async def test_a_fit_group_is_coupled_and_the_teacher_gets_the_link_in_private(school):
    anouk, group = await a_group_to_be(school)
    anouk.makes_bot_admin(group)

    anouk.says("/koppel 7b", group)

    assert not (await anouk.hears("hoort nu bij klas 7B")).private
    link = await anouk.hears("https://t.me/+")
    assert link.private
    assert not any("https://t.me" in text for text in school.said_in(group))


async def test_the_link_lets_in_a_pupil_who_follows_it(school):
    anouk, group = await a_group_to_be(school)
    anouk.makes_bot_admin(group)
    noor = await school.joins("Noor Bakker")
    anouk.says("/koppel 7B", group)
    link = next(w for w in (await anouk.hears("https://t.me/+")).text.split() if "t.me" in w)

    noor.opens(link)
    await school.settles()

    assert noor.id in group.inside


async def test_a_public_group_is_refused_until_it_is_private(school):
    anouk, group = await a_group_to_be(school)
    anouk.makes_bot_admin(group)
    anouk.makes_public(group, "klas7b")

    anouk.says("/koppel 7B", group)
    await anouk.hears("Deze groep is openbaar")
    group.username = None
    anouk.says("/koppel 7B", group)

    await anouk.hears("hoort nu bij klas 7B")


async def test_a_bot_that_is_no_admin_asks_to_be_made_one(school):
    anouk, group = await a_group_to_be(school)

    anouk.says("/koppel 7B", group)

    await anouk.hears("Maak mij beheerder")


@pytest.mark.parametrize("right", NEEDED_RIGHTS)
async def test_each_missing_right_is_named(school, right):
    anouk, group = await a_group_to_be(school)
    anouk.makes_bot_admin(group, without=[right])

    anouk.says("/koppel 7B", group)

    told = (await anouk.hears("mag nog te weinig")).text
    for name, words in NEEDED_RIGHTS.items():
        assert (words in told) is (name == right)


async def test_everything_that_is_wrong_is_told_at_once(school):
    anouk, group = await a_group_to_be(school)
    anouk.makes_public(group, "klas7b")

    anouk.says("/koppel 7B", group)

    await anouk.hears("openbaar")
    await anouk.hears("Maak mij beheerder")


async def test_a_class_that_does_not_exist_is_not_coupled(school):
    anouk, group = await a_group_to_be(school)
    anouk.makes_bot_admin(group)

    anouk.says("/koppel 9Z", group)

    await anouk.hears("Klas 9Z ken ik niet")


async def test_without_a_class_the_command_asks_for_one(school):
    anouk, group = await a_group_to_be(school)

    anouk.says("/koppel", group)

    await anouk.hears("Bij welke klas")


async def test_a_mentor_couples_the_own_class_only(school):
    anouk, group = await a_group_to_be(school)
    anouk.makes_bot_admin(group)

    anouk.says("/koppel 8A", group)

    await anouk.hears("Alleen een medewerker van deze klas")


async def test_a_group_that_has_a_class_gets_no_second_one(school):
    group, _ = await a_class(school)
    ingrid = await school.joins("Ingrid de Wit")
    school.person("Anouk Hendriks").adds(ingrid, group)

    ingrid.says("/koppel 8A", group)

    await ingrid.hears("hoort al bij klas 7B")


async def test_a_class_that_has_a_group_gets_no_second_one(school):
    _, anouk = await a_class(school)
    other = school.telegram.group("Nog een", owner=anouk)
    anouk.adds_bot(other)
    anouk.makes_bot_admin(other)

    anouk.says("/koppel 7B", other)

    await anouk.hears("heeft al een andere groep")


async def test_two_groups_coupled_in_the_same_moment_leave_the_class_with_one(school):
    anouk, first = await a_group_to_be(school)
    anouk.makes_bot_admin(first)
    second = school.telegram.group("Nog een", owner=anouk)
    anouk.adds_bot(second)
    anouk.makes_bot_admin(second)
    await school.settles()

    anouk.says("/koppel 7B", first)
    anouk.says("/koppel 7B", second)
    await school.settles()

    told = [text for text in anouk.texts if "hoort nu bij" in text or "andere groep" in text]
    assert len(told) == 2
    assert len([text for text in told if "hoort nu bij" in text]) == 1


async def test_coupling_again_changes_nothing(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")

    anouk.says("/koppel 7B", group)
    await school.settles()

    assert sum("https://t.me/+" in text for text in anouk.texts) == 1
    assert noor.id in group.inside


async def test_a_group_that_is_uncoupled_can_be_coupled_to_another_class(school):
    ingrid, group = await a_group_to_be(school, "Ingrid de Wit")
    ingrid.makes_bot_admin(group)
    ingrid.says("/koppel 7B", group)
    await ingrid.hears("hoort nu bij klas 7B")

    ingrid.says("/ontkoppel", group)
    await ingrid.hears("hoort niet meer bij klas 7B")
    ingrid.says("/koppel 8A", group)

    await ingrid.hears("hoort nu bij klas 8A")


async def test_in_private_the_command_says_where_it_works(school):
    anouk = await school.joins("Anouk Hendriks")

    anouk.says("/koppel 7B")

    await anouk.hears("alleen in de groep")


# Asking to join


async def test_a_pupil_of_the_class_is_let_in_and_welcomed_and_the_teacher_hears_it(school):
    group, anouk = await a_class(school)
    noor = await school.joins("Noor Bakker")

    noor.requests_to_join(group)

    assert (await noor.hears("Welkom")).private
    assert (await anouk.hears("Noor Bakker zit nu in de groep")).private
    assert noor.id in group.inside


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Femke Bakker", "zit in een andere klas"),
        ("Tom Bakker", "Dat is een ouder"),
        ("Kevin Tjon", "Dat is een medewerker"),
    ],
)
async def test_everybody_else_is_refused_and_the_teacher_hears_why(school, name, reason):
    group, anouk = await a_class(school)
    person = await school.joins(name)

    person.requests_to_join(group)

    told = await anouk.hears(reason)
    assert told.private
    assert name in told.text
    await school.settles()
    assert person.id not in group.inside
    assert not group.requests
    assert any("niet in deze groep" in t or "niet in de groep" in t for t in person.texts)


async def test_a_stranger_hears_what_to_do_while_the_request_is_open_and_is_then_refused(school):
    group, anouk = await a_class(school)
    stranger = school.telegram.person("Iemand")

    stranger.requests_to_join(group)

    await stranger.hears("code van school")
    await anouk.hears("Ik ken dat account niet")
    await school.settles()
    assert not group.requests
    assert stranger.id not in group.inside


async def test_a_stranger_who_then_gives_a_code_is_let_in_at_the_next_request(school):
    group, _ = await a_class(school)
    noor = school.person("Noor Bakker")
    noor.requests_to_join(group)
    await school.settles()

    await school.joins("Noor Bakker")
    noor.requests_to_join(group)
    await school.settles()

    assert noor.id in group.inside


async def test_a_pupil_with_the_code_of_somebody_else_does_not_get_in(school):
    group, anouk, _ = await a_class(school, "Noor Bakker")
    stranger = school.telegram.person("Iemand")
    stranger.starts(school.codes["Noor Bakker"])
    await stranger.hears("al gebruikt")

    stranger.requests_to_join(group)

    await anouk.hears("Ik ken dat account niet")
    assert stranger.id not in group.inside


async def test_a_pupil_who_changed_class_is_refused_by_the_old_one(school):
    group, anouk = await a_class(school)
    noor = await school.joins("Noor Bakker")
    await school.roster_changes("pupils.csv", "Noor,Bakker,7B", "Noor,Bakker,8A")

    noor.requests_to_join(group)

    await anouk.hears("zit in een andere klas")
    await school.settles()
    assert noor.id not in group.inside


async def test_a_request_while_the_bot_was_down_is_answered_after_the_start(school):
    group, _ = await a_class(school)
    noor = await school.joins("Noor Bakker")
    await school.closes()
    noor.requests_to_join(group)

    await school.opens()
    await school.settles()

    assert noor.id in group.inside


async def test_a_request_in_a_group_without_a_class_is_left_to_its_owner(school):
    anouk, group = await a_group_to_be(school)
    anouk.makes_bot_admin(group)
    noor = await school.joins("Noor Bakker")

    noor.requests_to_join(group)
    await school.settles()

    assert noor.id in group.requests


# Who gets in without asking


async def test_a_stranger_put_in_by_hand_is_taken_out_and_the_teacher_hears_it(school):
    group, anouk = await a_class(school)
    stranger = school.telegram.person("Iemand")

    anouk.adds(stranger, group)

    await anouk.hears("Ik heb dat account verwijderd")
    assert stranger.id not in group.inside


async def test_a_pupil_of_another_class_put_in_by_hand_is_taken_out_by_name(school):
    group, anouk = await a_class(school)
    femke = await school.joins("Femke Bakker")

    anouk.adds(femke, group)

    await anouk.hears("Femke Bakker zat in de groep van klas 7B")
    assert femke.id not in group.inside
    assert group.membership(femke.id).status != "kicked"


async def test_who_cannot_be_taken_out_is_not_said_to_be(school):
    group, anouk = await a_class(school)
    anouk.makes_bot_admin(group, without=["can_restrict_members"])
    await school.settles()
    stranger = school.telegram.person("Iemand")

    anouk.adds(stranger, group)

    await anouk.hears("Ik kan dat account niet verwijderen")
    assert stranger.id in group.inside
    assert not any("Ik heb dat account verwijderd" in text for text in anouk.texts)


async def test_a_pupil_and_a_colleague_put_in_by_hand_may_stay(school):
    group, anouk = await a_class(school)
    noor = await school.joins("Noor Bakker")
    kevin = await school.joins("Kevin Tjon")

    anouk.adds(noor, group)
    anouk.adds(kevin, group)
    await school.settles()

    assert {noor.id, kevin.id} <= group.inside


async def test_a_pupil_who_changes_class_is_taken_out_of_the_old_group(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")

    await school.roster_changes("pupils.csv", "Noor,Bakker,7B", "Noor,Bakker,8A")

    await anouk.hears("Noor Bakker zat in de groep van klas 7B")
    assert noor.id not in group.inside


async def test_a_pupil_who_changes_class_and_cannot_be_taken_out_is_reported_as_still_in(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    anouk.makes_bot_admin(group, without=["can_restrict_members"])

    await school.roster_changes("pupils.csv", "Noor,Bakker,7B", "Noor,Bakker,8A")

    await anouk.hears("Ik kan dat account niet verwijderen")
    assert noor.id in group.inside


async def test_a_stranger_who_was_in_before_the_coupling_is_noticed_once_by_speaking(school):
    anouk, group = await a_group_to_be(school)
    stranger = school.telegram.person("Iemand")
    anouk.adds(stranger, group)
    anouk.makes_bot_admin(group)
    anouk.says("/koppel 7B", group)
    await school.settles()

    stranger.says("Hoi allemaal", group)
    stranger.says("Wat is het huiswerk?", group)
    await school.settles()

    assert sum("schrijft iemand die ik niet ken" in text for text in anouk.texts) == 1


async def test_a_pupil_who_got_the_code_after_the_coupling_becomes_known_by_speaking(school):
    anouk, group = await a_group_to_be(school)
    anouk.adds(school.person("Noor Bakker"), group)
    anouk.makes_bot_admin(group)
    anouk.says("/koppel 7B", group)
    await school.settles()
    noor = await school.joins("Noor Bakker")

    noor.says("Hoi allemaal", group)
    await school.settles()
    anouk.says("/bericht Morgen geen gym", group)

    assert "In de groep: 1." in (await anouk.hears("Je bericht is verstuurd")).text


async def test_a_pupil_who_spoke_as_a_stranger_counts_as_member_after_the_code(school):
    anouk, group = await a_group_to_be(school)
    noor = school.person("Noor Bakker")
    anouk.adds(noor, group)
    anouk.makes_bot_admin(group)
    anouk.says("/koppel 7B", group)
    await school.settles()
    noor.says("Hoi allemaal", group)
    await school.settles()

    await school.joins("Noor Bakker")
    anouk.says("/bericht Morgen geen gym", group)

    assert "In de groep: 1." in (await anouk.hears("Je bericht is verstuurd")).text


async def test_who_leaves_is_no_member_any_more(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")

    noor.leaves(group)
    await school.settles()
    anouk.says("/bericht Morgen geen gym", group)

    assert "In de groep: 0." in (await anouk.hears("Je bericht is verstuurd")).text


# Changes to the group


async def test_lost_rights_are_told_to_the_teacher_in_private(school):
    group, anouk = await a_class(school)

    anouk.takes_bots_rights(group)

    assert (await anouk.hears("mag ik mijn werk niet meer doen")).private


async def test_a_bot_that_is_put_out_of_the_group_tells_the_teacher(school):
    group, anouk = await a_class(school)

    anouk.removes_bot(group)

    await anouk.hears("mag ik mijn werk niet meer doen")


async def test_a_group_that_becomes_a_supergroup_stays_the_group_of_its_class(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = school.telegram.group("7B", owner=anouk, supergroup=False)
    anouk.adds_bot(group)
    anouk.makes_bot_admin(group)
    anouk.says("/koppel 7B", group)
    await school.settles()
    noor.requests_to_join(group)
    await school.settles()

    school.telegram.migrate(group)
    await school.settles()
    anouk.says("/bericht Morgen geen gym", group)

    assert "In de groep: 1." in (await anouk.hears("Je bericht is verstuurd")).text
    assert sum("Morgen geen gym" in text for text in school.said_in(group)) == 1


async def test_what_was_owed_to_the_group_follows_it_in_order_and_once(school):
    anouk = await school.joins("Anouk Hendriks")
    group = school.telegram.group("7B", owner=anouk, supergroup=False)
    anouk.adds_bot(group)
    anouk.makes_bot_admin(group)
    anouk.says("/koppel 7B", group)
    await school.settles()
    school.telegram.answers_next(500, method="sendMessage", chat=group)
    for news in ("Eerste bericht", "Tweede bericht", "Derde bericht"):
        anouk.says(f"/bericht {news}", group)
    await school.settles()
    assert not any("Eerste bericht" in text for text in school.said_in(group))

    school.telegram.migrate(group)
    await school.settles()
    await school.lets_pass(minutes=1)

    posts = [text.splitlines()[2] for text in school.said_in(group) if "bericht" in text]
    assert posts == ["Eerste bericht", "Tweede bericht", "Derde bericht"]


async def test_a_migration_that_the_bot_learns_from_a_refusal_loses_and_doubles_nothing(school):
    anouk = await school.joins("Anouk Hendriks")
    group = school.telegram.group("7B", owner=anouk, supergroup=False)
    anouk.adds_bot(group)
    anouk.makes_bot_admin(group)
    anouk.says("/koppel 7B", group)
    await school.settles()
    school.telegram.answers_next(500, method="sendMessage", chat=group)
    for news in ("Eerste bericht", "Tweede bericht", "Derde bericht"):
        anouk.says(f"/bericht {news}", group)
    await school.settles()

    await school.closes()
    school.telegram.migrate(group)
    school.telegram.world.queue.forget_all()
    await school.opens()
    await school.settles()

    posts = [text.splitlines()[2] for text in school.said_in(group) if "bericht" in text]
    assert posts == ["Eerste bericht", "Tweede bericht", "Derde bericht"]
