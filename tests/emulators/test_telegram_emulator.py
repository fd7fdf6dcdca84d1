"""The emulator keeps Telegram's rules for calls, updates and messages, seen from outside."""

import asyncio

import aiohttp
import pytest

from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram_spec import SPEC_FILE
from tests.emulators.telegram_wire import Wire

EVERYTHING = ["message", "callback_query", "chat_member", "my_chat_member", "chat_join_request"]


# Calls


async def test_the_specification_judges_calls(telegram, wire):
    if telegram.spec is None:
        pytest.skip(f"{SPEC_FILE.name} is not beside this repository: calls are not judged")

    assert (await wire.refused("sendPigeon"))[0] == 404
    for wrong in (
        {"chat_id": 1},
        {"chat_id": 1, "text": "hoi", "colour": "red"},
        {"chat_id": 1, "text": 5},
        {"chat_id": 1, "text": "hoi", "protect_content": "perhaps"},
        {"chat_id": 1, "text": "hoi", "reply_markup": {"inline_keyboard": [[{"txt": "ja"}]]}},
    ):
        assert (await wire.refused("sendMessage", **wrong))[0] == 400
    assert (await wire.refused("getUpdates", allowed_updates=["chat_members"]))[0] == 400

    assert len(telegram.protocol_errors) == 7 + 1
    telegram.protocol_errors.clear()


async def test_a_broken_protocol_fails_the_test_that_broke_it():
    with pytest.raises(AssertionError, match="sendPigeon"):
        async with TelegramEmulator() as telegram, aiohttp.ClientSession() as session:
            await Wire(session, telegram).refused("sendPigeon")


async def test_a_wrong_token_is_unauthorized(telegram):
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{telegram.bot_url}1:wrong/getMe") as response,
    ):
        assert response.status == 401


async def test_parameters_may_come_as_a_form_or_in_the_query(telegram, sanne):
    sanne.starts()
    url = f"{telegram.bot_url}{telegram.token}/sendMessage"
    markup = '{"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}]]}'
    async with aiohttp.ClientSession() as session:
        form = {"chat_id": str(sanne.id), "text": "7", "reply_markup": markup}
        await session.post(url, data=form)
        await session.get(url, params={"chat_id": sanne.id, "text": "[1]"})

    assert sanne.texts == ["7", "[1]"]
    assert sanne.heard[0].labels == ["Ja"]
    assert [call.params["chat_id"] for call in telegram.calls] == [sanne.id, sanne.id]


async def test_it_tells_who_the_bot_is(telegram, wire):
    me = await wire.gets("getMe")
    assert (me["is_bot"], me["can_read_all_group_messages"]) == (True, False)
    assert f"{me['id']}:" in telegram.token
    await wire.gets("setMyCommands", commands=[{"command": "mag", "description": "Mag dit?"}])
    assert [one["command"] for one in await wire.gets("getMyCommands")] == ["mag"]


# Updates


async def test_an_update_comes_again_until_it_is_confirmed(wire, sanne):
    sanne.starts("CODE")
    sanne.says("hoi")

    first, second = await wire.updates()
    assert first["message"]["text"] == "/start CODE"
    assert first["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert await wire.updates(limit=1) == [first]
    assert await wire.updates(offset=second["update_id"]) == [second]
    assert await wire.updates(offset=second["update_id"] + 1) == []
    assert await wire.updates() == []


async def test_a_negative_offset_forgets_all_but_the_last_updates(wire, sanne):
    sanne.starts()
    sanne.says("een")
    sanne.says("twee")

    assert [update["message"]["text"] for update in await wire.updates(offset=-1)] == ["twee"]
    assert len(await wire.updates()) == 1


async def test_a_long_poll_ends_with_the_first_update_or_after_its_timeout(wire, sanne):
    loop = asyncio.get_running_loop()
    began = loop.time()
    assert await wire.updates(timeout=1) == []
    assert loop.time() - began >= 0.9

    poll = asyncio.create_task(wire.updates(timeout=20))
    await asyncio.sleep(0.05)
    assert not poll.done()
    sanne.starts()
    assert len(await asyncio.wait_for(poll, 2)) == 1


async def test_a_second_poll_ends_the_first_with_a_conflict(wire):
    first = asyncio.create_task(wire.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await wire.updates()
    assert (await first)[0] == 409


async def test_membership_comes_only_when_asked_for_by_name_and_that_is_remembered(
    wire, juf, sanne, klas
):
    juf.makes_bot_admin(klas)
    sanne.joins(klas)
    assert "chat_member" not in await wire.kinds(offset=-9)

    last = (await wire.updates(allowed_updates=EVERYTHING))[-1]["update_id"]
    sanne.leaves(klas)
    assert await wire.kinds(offset=last + 1) == ["chat_member", "message"]

    last = (await wire.updates(allowed_updates=[]))[-1]["update_id"]
    sanne.joins(klas)
    assert await wire.kinds(offset=last + 1) == ["message"]


async def test_membership_comes_only_to_an_administrator(wire, juf, sanne, klas):
    await wire.updates(allowed_updates=["chat_member"])
    sanne.joins(klas)
    juf.makes_bot_admin(klas)
    sanne.leaves(klas)

    (told,) = [update for update in await wire.updates() if "chat_member" in update]
    assert told["chat_member"]["old_chat_member"]["status"] == "member"
    assert told["chat_member"]["new_chat_member"]["status"] == "left"


async def test_a_webhook_stands_in_the_way_of_polling(wire):
    await wire.gets("setWebhook", url="https://example.org/hook")
    assert (await wire.refused("getUpdates"))[0] == 409
    await wire.gets("deleteWebhook")
    assert await wire.updates() == []
    assert (await wire.gets("getWebhookInfo"))["url"] == ""


async def test_without_rights_the_bot_sees_only_what_is_meant_for_it(wire, juf, klas, telegram):
    await wire.updates(offset=-1)
    asked = await wire.gets("sendMessage", chat_id=klas.id, text="Wie komt er?")
    juf.says("praatje", klas)
    juf.says("/mag iets", klas)
    juf.says("/mag@groepsmaat_bot iets", klas)
    juf.says("/mag@another_bot iets", klas)
    juf.says("ik", klas, reply_to=telegram.world.messages[klas.id, asked["message_id"]])
    seen = [update["message"].get("text") for update in await wire.updates()]
    assert seen[-3:] == ["/mag iets", "/mag@groepsmaat_bot iets", "ik"]

    juf.makes_bot_admin(klas)
    juf.says("praatje", klas)
    assert (await wire.updates())[-1]["message"]["text"] == "praatje"


# Writing


async def test_a_bot_cannot_write_first_nor_to_somebody_who_blocked_it(wire, sanne):
    write = {"chat_id": sanne.id, "text": "hoi"}
    assert await wire.refused("sendMessage", **write) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    with pytest.raises(ValueError, match="Start"):
        sanne.says("hoi")

    sanne.starts()
    await wire.gets("sendMessage", **write)

    sanne.blocks_bot()
    assert await wire.refused("sendMessage", **write) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    assert (await wire.kinds())[-1] == "my_chat_member"

    sanne.starts()
    await wire.gets("sendMessage", **write)
    assert sanne.texts == ["hoi", "hoi"]


async def test_a_message_has_to_be_neither_empty_nor_too_long(wire, sanne):
    sanne.starts()
    for text in ("", " \n", "a" * 4097):
        assert (await wire.refused("sendMessage", chat_id=sanne.id, text=text))[0] == 400
    await wire.gets("sendMessage", chat_id=sanne.id, text="a" * 4096, protect_content=True)
    assert sanne.heard[0].protected
    assert (await wire.refused("sendMessage", chat_id=12345, text="hoi"))[1].endswith(
        "chat not found"
    )


async def test_a_tap_brings_its_data_and_shows_the_answer(telegram, wire, sanne):
    sanne.starts()
    row = [{"text": "Gelezen", "callback_data": "read:1"}]
    sent = await wire.gets(
        "sendMessage", chat_id=sanne.id, text="Toets", reply_markup={"inline_keyboard": [row]}
    )

    tap = sanne.taps("Gelezen")

    told = (await wire.updates())[-1]["callback_query"]
    assert (told["data"], told["message"]["message_id"]) == ("read:1", sent["message_id"])
    await wire.gets("answerCallbackQuery", callback_query_id=told["id"], text="Dank je")
    assert (tap.answered, sanne.notices) == (True, ["Dank je"])
    telegram.let_pass(minutes=20)
    assert (await wire.refused("answerCallbackQuery", callback_query_id=told["id"]))[0] == 400

    await wire.gets(
        "editMessageText", chat_id=sanne.id, message_id=sent["message_id"], text="Toets ✓"
    )
    assert sanne.texts == ["Toets ✓"]
    with pytest.raises(AssertionError, match="no button"):
        sanne.taps("Gelezen")


async def test_only_a_real_change_of_an_own_message_is_an_edit(wire, sanne):
    sanne.starts()
    said = sanne.says("van mij")
    sent = await wire.gets("sendMessage", chat_id=sanne.id, text="Zaak 7")
    change = {"chat_id": sanne.id, "text": "Zaak 7"}

    again = await wire.refused("editMessageText", message_id=sent["message_id"], **change)
    assert "message is not modified" in again[1]
    foreign = await wire.refused("editMessageText", message_id=said.id, **change)
    assert foreign[1].endswith("message can't be edited")
    missing = await wire.refused("editMessageText", message_id=999, **change)
    assert missing[1].endswith("message to edit not found")


async def test_a_deep_link_button_starts_the_bot_with_its_word(wire, sanne, klas):
    sanne.joins(klas)
    link = {"text": "Ga verder", "url": "https://t.me/groepsmaat_bot?start=abc_1"}
    await wire.gets(
        "sendMessage",
        chat_id=klas.id,
        text="Kom privé verder",
        reply_markup={"inline_keyboard": [[link]]},
    )

    sanne.taps("Ga verder")

    assert (await wire.updates())[-1]["message"]["text"] == "/start abc_1"
    assert sanne.opened == [link["url"]]


async def test_deleting_needs_the_right_and_a_young_message(telegram, wire, juf, klas):
    juf.makes_bot_admin(klas, without=["can_delete_messages"])
    said = juf.says("/meld iets", klas)
    take_away = {"chat_id": klas.id, "message_id": said.id}
    assert (await wire.refused("deleteMessage", **take_away))[0] == 400
    assert not said.deleted

    juf.makes_bot_admin(klas)
    await wire.gets("deleteMessage", **take_away)
    assert said.deleted
    assert "not found" in (await wire.refused("deleteMessage", **take_away))[1]

    old = juf.says("oud", klas)
    telegram.let_pass(hours=48)
    late = await wire.refused("deleteMessage", chat_id=klas.id, message_id=old.id)
    assert late[1].endswith("message can't be deleted")


async def test_files_go_both_ways(telegram, wire, sanne):
    sanne.starts()
    sanne.sends_document("bewijs.txt", b"wat er stond", "dit was het")
    told = (await wire.updates())[-1]["message"]
    assert told["caption"] == "dit was het"
    place = await wire.gets("getFile", file_id=told["document"]["file_id"])
    async with aiohttp.ClientSession() as session:
        url = f"{telegram.file_url}{telegram.token}/{place['file_path']}"
        async with session.get(url) as response:
            assert await response.read() == b"wat er stond"
        form = aiohttp.FormData({"chat_id": str(sanne.id)})
        form.add_field("document", b"brief", filename="brief.pdf", content_type="application/pdf")
        await session.post(f"{telegram.bot_url}{telegram.token}/sendDocument", data=form)
    assert sanne.heard[0].upload.content == b"brief"
