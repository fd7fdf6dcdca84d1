"""The emulator keeps Telegram's rules for groups, and fails as it is asked to."""

import asyncio

import aiohttp
import pytest

EVERYTHING = ["message", "callback_query", "chat_member", "my_chat_member", "chat_join_request"]


# Groups


async def test_a_join_request_opens_a_window_to_write_until_it_is_decided(
    telegram, wire, juf, sanne, klas
):
    await wire.updates(allowed_updates=EVERYTHING)
    juf.makes_bot_admin(klas)
    link = await wire.gets(
        "createChatInviteLink", chat_id=klas.id, name="7B", creates_join_request=True
    )

    sanne.opens(link["invite_link"])

    asked = (await wire.updates())[-1]["chat_join_request"]
    assert asked["invite_link"]["pending_join_request_count"] == 1
    await wire.gets("sendMessage", chat_id=asked["user_chat_id"], text="Wie ben je?")
    telegram.let_pass(minutes=5)
    write = {"chat_id": sanne.id, "text": "te laat"}
    assert (await wire.refused("sendMessage", **write))[0] == 403

    who = {"chat_id": klas.id, "user_id": sanne.id}
    await wire.gets("approveChatJoinRequest", **who)
    entered = [one["chat_member"] for one in await wire.updates() if "chat_member" in one][-1]
    assert (entered["via_join_request"], entered["invite_link"]["name"]) == (True, "7B")
    assert (await wire.refused("approveChatJoinRequest", **who))[1].endswith(
        "USER_ALREADY_PARTICIPANT"
    )


async def test_a_declined_applicant_is_gone_and_may_ask_again(wire, juf, sanne, klas):
    juf.makes_bot_admin(klas)
    sanne.requests_to_join(klas)
    who = {"chat_id": klas.id, "user_id": sanne.id}
    await wire.gets("declineChatJoinRequest", **who)

    write = {"chat_id": sanne.id, "text": "helaas"}
    assert (await wire.refused("sendMessage", **write))[0] == 403
    assert (await wire.refused("declineChatJoinRequest", **who))[1].endswith(
        "HIDE_REQUESTER_MISSING"
    )
    assert (await wire.gets("getChatMember", **who))["status"] == "left"
    sanne.requests_to_join(klas)
    juf.approves(sanne, klas)
    assert (await wire.gets("getChatMember", **who))["status"] == "member"


async def test_a_bot_that_may_not_invite_hears_of_no_request_and_decides_none(
    wire, juf, sanne, klas
):
    juf.makes_bot_admin(klas, without=["can_invite_users"])
    sanne.requests_to_join(klas)

    assert "chat_join_request" not in await wire.kinds(allowed_updates=EVERYTHING)
    who = {"chat_id": klas.id, "user_id": sanne.id}
    assert "not enough rights" in (await wire.refused("approveChatJoinRequest", **who))[1]
    assert "not enough rights" in (await wire.refused("createChatInviteLink", chat_id=klas.id))[1]


async def test_a_link_asks_for_approval_or_has_a_limit_but_not_both(wire, juf, klas):
    juf.makes_bot_admin(klas)
    both = {"chat_id": klas.id, "creates_join_request": True, "member_limit": 5}
    assert (await wire.refused("createChatInviteLink", **both))[0] == 400
    long = {"chat_id": klas.id, "name": "n" * 33}
    assert (await wire.refused("createChatInviteLink", **long))[0] == 400
    url = await wire.gets("exportChatInviteLink", chat_id=klas.id)
    assert (await wire.gets("getChat", chat_id=klas.id))["invite_link"] == url


async def test_who_is_in_a_group_can_be_asked_one_by_one(wire, juf, sanne, klas, telegram):
    sanne.joins(klas)
    juf.makes_bot_admin(klas)

    assert await wire.gets("getChatMemberCount", chat_id=klas.id) == 3
    admins = await wire.gets("getChatAdministrators", chat_id=klas.id)
    assert [admin["status"] for admin in admins] == ["creator", "administrator"]
    me = await wire.gets("getChatMember", chat_id=klas.id, user_id=telegram.bot.id)
    assert me["can_delete_messages"] is True
    assert (await wire.refused("getChatMember", chat_id=klas.id, user_id=7))[0] == 400


async def test_a_banned_member_is_out_until_the_ban_is_lifted(wire, juf, sanne, klas):
    sanne.joins(klas)
    who = {"chat_id": klas.id, "user_id": sanne.id}
    assert "not enough rights" in (await wire.refused("banChatMember", **who))[1]
    juf.makes_bot_admin(klas)
    await wire.gets("restrictChatMember", permissions={"can_send_messages": False}, **who)
    with pytest.raises(ValueError, match="cannot write"):
        sanne.says("hoi", klas)

    await wire.gets("banChatMember", **who)

    with pytest.raises(ValueError, match="banned"):
        sanne.joins(klas)
    await wire.gets("unbanChatMember", only_if_banned=True, **who)
    sanne.joins(klas)
    owner = {"chat_id": klas.id, "user_id": juf.id}
    assert "owner" in (await wire.refused("banChatMember", **owner))[1]


async def test_a_group_is_closed_to_a_bot_that_is_not_in_it(wire, telegram, juf, klas):
    strange = telegram.group("6A", owner=juf)
    assert (await wire.refused("getChat", chat_id=strange.id))[0] == 400
    juf.removes_bot(klas)
    assert (await wire.refused("sendMessage", chat_id=klas.id, text="hoi")) == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )
    juf.adds_bot(klas)
    await wire.gets("leaveChat", chat_id=klas.id)
    assert (await wire.refused("getChat", chat_id=klas.id))[0] == 403


async def test_a_migrated_group_has_a_new_id_and_the_old_one_says_so(telegram, wire, juf):
    klas = telegram.group("8A", owner=juf, supergroup=False)
    juf.adds_bot(klas)
    old = klas.id

    telegram.migrate(klas)

    to, from_ = [update["message"] for update in (await wire.updates())[-2:]]
    assert (to["chat"]["id"], to["migrate_to_chat_id"]) == (old, klas.id)
    assert (from_["chat"]["id"], from_["migrate_from_chat_id"]) == (klas.id, old)
    answer = await wire.asks("sendMessage", chat_id=old, text="hoi")
    assert answer["error_code"] == 400
    assert answer["parameters"] == {"migrate_to_chat_id": klas.id}
    await wire.gets("sendMessage", chat_id=klas.id, text="hoi")
    assert klas.messages[-1].text == "hoi"


async def test_a_group_can_turn_public(wire, juf, klas):
    juf.makes_public(klas, "klas7b")
    assert (await wire.gets("getChat", chat_id="@klas7b"))["username"] == "klas7b"


# Faults


async def test_calls_fail_as_often_as_asked_for(telegram, wire, sanne):
    sanne.starts()
    write = {"chat_id": sanne.id, "text": "hoi"}
    telegram.answers_next(429, method="sendMessage", retry_after=3, times=2)
    telegram.answers_next(502, method="getMe", body=b"<html>Bad Gateway</html>")

    for _ in range(2):
        limited = await wire.asks("sendMessage", **write)
        assert limited["error_code"] == 429
        assert limited["parameters"] == {"retry_after": 3}
    await wire.gets("sendMessage", **write)
    with pytest.raises(aiohttp.ContentTypeError):
        await wire.asks("getMe")

    assert telegram.count("sendMessage") == 3
    assert [call.answered for call in telegram.calls_of("sendMessage")] == [429, 429, 200]


async def test_an_answer_can_come_late_after_the_deed(telegram, wire, sanne):
    sanne.starts()
    telegram.answers_late("sendMessage", 0.2, chat=sanne)

    call = asyncio.create_task(wire.gets("sendMessage", chat_id=sanne.id, text="hoi"))
    await sanne.hears("hoi", within=0.15)

    assert not call.done()
    assert (await call)["text"] == "hoi"


async def test_an_answer_can_be_lost_after_the_deed(telegram, wire, sanne):
    sanne.starts()
    write = {"chat_id": sanne.id, "text": "hoi"}
    telegram.drops_next("sendMessage", after_doing=True)
    telegram.drops_next("sendMessage")
    telegram.hangs_next("sendMessage")

    for _ in range(2):
        with pytest.raises(aiohttp.ClientConnectionError):
            await wire.asks("sendMessage", **write)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(wire.asks("sendMessage", **write), 0.1)

    assert sanne.texts == ["hoi"]


async def test_broken_and_repeated_updates_can_be_delivered(telegram, wire, sanne):
    sanne.starts()
    telegram._judges_itself = False
    poison = telegram.injects({"callback_query": {"id": "1"}})
    telegram.injects({"news_from_the_future": {}})
    telegram.injects({"message": {}}, without_id=True)

    updates = await wire.updates()

    assert updates[1] == {"update_id": poison, "callback_query": {"id": "1"}}
    assert "news_from_the_future" in updates[2]
    assert "update_id" not in updates[3]
    last = poison + 2
    assert await wire.updates(offset=last + 1) == []
    telegram.repeats_last_update()
    assert await wire.updates(offset=last + 1) == [updates[-1]]
    assert await wire.updates(offset=last + 1) == []


async def test_after_an_outage_everything_is_as_it_was(telegram, wire, sanne):
    port = telegram.port
    sanne.starts()
    await telegram.goes_down()
    sanne.says("hoi")
    with pytest.raises(aiohttp.ClientConnectionError):
        await wire.updates()

    await telegram.comes_back()

    assert telegram.port == port
    assert [update["message"]["text"] for update in await wire.updates()] == ["/start", "hoi"]


async def test_a_story_waits_for_what_somebody_hears(telegram, wire, sanne):
    sanne.starts()
    asyncio.get_running_loop().call_later(
        0.05, asyncio.ensure_future, wire.gets("sendMessage", chat_id=sanne.id, text="Welkom!")
    )
    assert (await sanne.hears("Welkom")).text == "Welkom!"
    with pytest.raises(AssertionError, match="waited for 'Welkom'"):
        await sanne.hears("Welkom", within=0.05)
    await wire.updates(offset=telegram.world.queue.confirmed + 2)
    await telegram.settles(quiet=0.05)
