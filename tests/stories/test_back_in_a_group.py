"""A bot that was out of a group looks who of the class came and went meanwhile (P1, P5)."""

NEWS = "Morgen geen gym"


async def a_class(school, *names):
    """Let the teacher couple the group of 7B, and let these people in."""
    anouk = await school.joins("Anouk Hendriks")
    members = [await school.joins(name) for name in names]
    return await school.has_a_group("7B", anouk, *members), anouk, *members


async def put_out(school, anouk, group):
    """Take the bot out of the group, and wait until it knows."""
    anouk.removes_bot(group)
    await school.settles()


def let_back(anouk, group):
    """Put the bot into the group again, as it was."""
    anouk.adds_bot(group)
    anouk.makes_bot_admin(group)


async def counted_in_group(anouk, group):
    """Post something, and give what the teacher hears of it."""
    anouk.says(f"/bericht {NEWS}", group)
    return (await anouk.hears("Je bericht is verstuurd")).text


def asked_of(school, person):
    """Count how often the bot asked whether somebody is in a group."""
    calls = school.telegram.calls_of("getChatMember")
    return sum(call.params["user_id"] == person.id for call in calls)


# Out of the group and back


async def test_who_left_while_the_bot_was_out_hears_an_open_announcement_another_way(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await counted_in_group(anouk, group)
    await put_out(school, anouk, group)
    noor.leaves(group)
    await school.settles()
    assert not any(NEWS in message.text for message in noor.heard_privately)

    let_back(anouk, group)
    await school.settles()

    assert any(NEWS in message.text for message in noor.heard_privately)


async def test_who_stayed_hears_nothing_twice_and_is_still_a_member(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await counted_in_group(anouk, group)
    await put_out(school, anouk, group)

    let_back(anouk, group)
    await school.settles()

    assert not any(NEWS in message.text for message in noor.heard_privately)
    assert "In de groep: 1." in await counted_in_group(anouk, group)


async def test_a_pupil_who_came_in_while_the_bot_was_out_is_known_without_a_word(school):
    group, anouk = await a_class(school)
    noor = await school.joins("Noor Bakker")
    await put_out(school, anouk, group)
    anouk.adds(noor, group)

    let_back(anouk, group)
    await school.settles()

    assert "In de groep: 1." in await counted_in_group(anouk, group)


async def test_a_leader_who_came_in_while_the_bot_was_out_is_taken_out_when_leaving_school(school):
    group, anouk = await a_class(school)
    ingrid = await school.joins("Ingrid de Wit")
    await put_out(school, anouk, group)
    anouk.adds(ingrid, group)
    let_back(anouk, group)
    await school.settles()

    line = "M03,Ingrid,de Wit,schoolleider,,Voorbeeldschool De Linde,i.dewit@delinde.example\n"
    await school.roster_changes("staff.csv", line, "")

    assert ingrid.id not in group.inside


async def test_all_of_it_may_happen_while_the_bot_is_switched_off(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await counted_in_group(anouk, group)
    await school.closes()
    anouk.removes_bot(group)
    noor.leaves(group)
    let_back(anouk, group)

    await school.opens()
    await school.settles()

    assert any(NEWS in message.text for message in noor.heard_privately)


async def test_a_bot_that_was_no_admin_for_a_while_looks_too(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    sem = await school.joins("Sem de Vries")
    anouk.takes_bots_rights(group)
    await school.settles()
    anouk.adds(sem, group)
    await school.settles()

    anouk.makes_bot_admin(group, without=["can_restrict_members"])
    await school.settles()

    assert "In de groep: 2." in await counted_in_group(anouk, group)
    assert noor.id in group.inside


async def test_another_right_alone_makes_the_bot_ask_nothing(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    before = asked_of(school, noor)

    anouk.makes_bot_admin(group, without=["can_restrict_members"])
    anouk.makes_bot_admin(group)
    await school.settles()

    assert asked_of(school, noor) == before


async def test_a_bot_that_is_no_admin_any_more_when_it_looks_asks_nothing(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    before = asked_of(school, noor)
    await school.closes()
    anouk.takes_bots_rights(group)
    anouk.makes_bot_admin(group)
    anouk.takes_bots_rights(group)

    await school.opens()
    await school.settles()

    assert asked_of(school, noor) == before


async def test_neither_a_guardian_nor_another_class_is_asked_for(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    others = [await school.joins(name) for name in ("Tom Bakker", "Femke Bakker", "Bilal Haddad")]
    await put_out(school, anouk, group)
    before = asked_of(school, noor)

    let_back(anouk, group)
    await school.settles()

    assert asked_of(school, noor) == before + 1
    assert [asked_of(school, other) for other in others] == [0, 0, 0]


# Coupled


async def test_members_are_known_again_when_the_group_is_coupled_again(school):
    group, anouk, _ = await a_class(school, "Noor Bakker")
    anouk.says("/ontkoppel", group)
    await school.settles()

    anouk.says("/koppel 7B", group)
    await school.settles()

    assert "In de groep: 1." in await counted_in_group(anouk, group)


async def test_who_left_unseen_is_no_member_after_the_group_is_coupled_again(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await school.closes()
    noor.leaves(group)
    school.telegram.world.queue.forget_all()
    await school.opens()

    anouk.says("/koppel 7B", group)
    await school.settles()

    assert "In de groep: 0." in await counted_in_group(anouk, group)


async def test_a_pupil_who_was_in_before_the_first_coupling_is_known_without_a_word(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = school.telegram.group("7B", owner=anouk, members=(noor,))
    let_back(anouk, group)

    anouk.says("/koppel 7B", group)
    await school.settles()

    assert "In de groep: 1." in await counted_in_group(anouk, group)


async def test_an_answer_about_the_former_group_of_a_class_says_nothing_about_the_new_one(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    new = school.telegram.group("Nieuw", owner=anouk)
    let_back(anouk, new)
    await put_out(school, anouk, group)
    school.telegram.answers_next(500, method="getChatMember", about=noor)
    let_back(anouk, group)
    await school.settles()
    anouk.says("/ontkoppel", group)
    await school.lets_pass(milliseconds=1)
    anouk.says("/koppel 7B", new)
    await school.settles()
    before = asked_of(school, noor)

    await school.lets_pass(minutes=1)

    assert asked_of(school, noor) > before
    assert "In de groep: 0." in await counted_in_group(anouk, new)


async def test_who_changes_class_while_the_bot_looks_does_not_count_as_member_again(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await put_out(school, anouk, group)
    school.telegram.answers_late("getChatMember", 0.5, about=noor)
    before = asked_of(school, noor)
    let_back(anouk, group)
    await school.telegram.until(lambda: asked_of(school, noor) > before)

    await school.roster_changes("pupils.csv", "Noor,Bakker,7B", "Noor,Bakker,8A")
    await school.roster_changes("pupils.csv", "Sem,de Vries", "Sem,Devries")

    assert noor.id not in group.inside
    assert sum("Noor Bakker zat in de groep" in text for text in anouk.texts) == 1


# When Telegram does not tell


async def test_what_telegram_could_not_tell_is_asked_again_after_a_restart_too(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await counted_in_group(anouk, group)
    await put_out(school, anouk, group)
    noor.leaves(group)
    school.telegram.answers_next(500, method="getChatMember", about=noor, times=2)
    let_back(anouk, group)
    await school.settles()
    await school.closes()
    await school.opens()
    await school.settles()
    assert not any(NEWS in message.text for message in noor.heard_privately)

    await school.lets_pass(minutes=1)

    assert any(NEWS in message.text for message in noor.heard_privately)


async def test_an_account_that_is_no_more_is_in_no_group(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await put_out(school, anouk, group)
    noor.leaves(group)
    noor.deletes_account()

    let_back(anouk, group)
    await school.settles()

    assert "In de groep: 0." in await counted_in_group(anouk, group)


async def test_a_bot_that_may_not_know_who_is_in_forgets_nobody(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await put_out(school, anouk, group)
    words = "Bad Request: CHAT_ADMIN_REQUIRED"
    school.telegram.answers_next(400, method="getChatMember", about=noor, description=words)
    before = asked_of(school, noor)

    let_back(anouk, group)
    await school.settles()

    assert asked_of(school, noor) == before + 1
    assert "In de groep: 1." in await counted_in_group(anouk, group)


async def test_asking_holds_up_nothing_that_is_said_in_the_group(school):
    group, anouk, noor = await a_class(school, "Noor Bakker")
    await put_out(school, anouk, group)
    school.telegram.hangs_next("getChatMember", about=noor)
    before = asked_of(school, noor)
    let_back(anouk, group)
    await school.telegram.until(lambda: asked_of(school, noor) > before)

    anouk.says(f"/bericht {NEWS}", group)

    await school.telegram.until(lambda: any(NEWS in text for text in school.said_in(group)))
    school.telegram.recovers()
