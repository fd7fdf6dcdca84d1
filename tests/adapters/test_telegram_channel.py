"""What is owed to a person or a group on Telegram is said there, or refused in the core's words."""

import asyncio
import logging

import pytest

from bot.adapters.telegram import TelegramChannel
from bot.ports import Act, Button, Fate, Outcome, Refusal
from tests.adapters.telegram_owing import NO_GROUP, NOBODY, at, owed, say, why

# The library warns about its own RetryAfter each time it makes one.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


# Sending


async def test_a_text_arrives_as_it_was_typed(channel, telegram, sanne):
    text = "*Let op* <b>morgen</b> /etc/hostname [x](https://example.org) https://example.org"

    outcome = await channel.deliver(say(sanne, text))

    heard = sanne.heard[-1]
    assert outcome == Outcome(Fate.ACCEPTED, message=str(heard.id))
    assert (heard.text, heard.upload, heard.protected) == (text, None, False)
    (call,) = telegram.calls_of("sendMessage")
    assert "parse_mode" not in call.params
    assert call.params["link_preview_options"] == {"is_disabled": True}


async def test_buttons_bring_back_their_data_or_open_a_page_or_the_private_chat(channel, sanne):
    rows = (
        (Button("Gelezen", "read:a7"), Button("Uitleg", link="https://example.org/uitleg")),
        (Button("Verder in privé", link="private:meld"),),
    )

    await channel.deliver(say(sanne, buttons=rows))

    read, page, private = sanne.heard[-1].buttons
    assert (read.label, read.data, read.url) == ("Gelezen", "read:a7", None)
    assert (page.data, page.url) == (None, "https://example.org/uitleg")
    assert private.url == "https://t.me/groepsmaat_bot?start=_meld"


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(channel, sanne):
    text = "\n\n".join("Een alinea over de regels. " * 20 for _ in range(12))

    outcome = await channel.deliver(say(sanne, text, buttons=((Button("Gelezen", "read:a7"),),)))

    *first, last = sanne.heard
    assert outcome.message == str(first[0].id)
    assert "".join(" ".join(sanne.texts).split()) == "".join(text.split())
    assert [m.labels for m in first] == [[] for _ in first]
    assert last.labels == ["Gelezen"]


@pytest.mark.parametrize("trouble", [{"code": 500}, {"code": 429, "retry_after": 1}])
async def test_a_second_try_sends_only_the_parts_that_did_not_arrive(
    channel, telegram, sanne, trouble
):
    text = "a" * 4000 + "\n\n" + "b" * 4000
    first_try = asyncio.ensure_future(channel.deliver(say(sanne, text)))
    await sanne.hears("aaa")
    telegram.answers_next(method="sendMessage", **trouble)

    first = await first_try
    second = await channel.deliver(say(sanne, text))

    assert first.fate is Fate.FAILED
    assert second == Outcome(Fate.ACCEPTED, message=str(sanne.heard[0].id))
    assert sanne.texts == ["a" * 4000, "b" * 4000]


async def test_an_empty_text_is_not_tried(channel, telegram, sanne):
    assert why(await channel.deliver(say(sanne, " \n"))) is Refusal.NOT_POSSIBLE
    assert telegram.count("sendMessage") == 0


async def test_somebody_who_never_started_the_bot_cannot_be_written_to_first(channel, juf):
    assert why(await channel.deliver(say(juf))) is Refusal.CANNOT_WRITE_FIRST
    assert why(await channel.deliver(say(NOBODY))) is Refusal.CANNOT_WRITE_FIRST


async def test_somebody_who_blocked_the_bot_or_left_telegram_is_told_apart(
    channel, telegram, sanne
):
    sanne.blocks_bot()
    gone = telegram.person("Sem")
    gone.starts()
    gone.deletes_account()

    assert why(await channel.deliver(say(sanne))) is Refusal.BLOCKED
    assert why(await channel.deliver(say(gone))) is Refusal.BLOCKED


async def test_a_group_without_the_bot_is_no_chat(channel, telegram, juf, klas):
    never_in = telegram.group("8A", owner=juf)
    juf.removes_bot(klas)

    for group in (klas, never_in, NO_GROUP):
        assert why(await channel.deliver(say(group))) is Refusal.NO_SUCH_CHAT


async def test_a_group_that_closed_its_mouth_is_a_matter_of_rights(channel, klas, juf):
    juf.takes_bots_rights(klas)
    klas.permissions = frozenset()

    assert why(await channel.deliver(say(klas))) is Refusal.NO_RIGHTS


async def test_a_group_that_moved_is_told_with_its_new_address(channel, telegram, juf):
    group = telegram.group("8A", owner=juf, supergroup=False)
    juf.adds_bot(group)
    old = at(group)
    telegram.migrate(group)

    outcome = await channel.deliver(owed(Act.SEND, old.id, text="Hoi"))

    assert outcome == Outcome(Fate.MOVED, moved_to=at(group))


async def test_a_button_that_telegram_does_not_take_is_not_possible(channel, sanne):
    outcome = await channel.deliver(say(sanne, buttons=((Button("Lang", "x" * 65),),)))

    assert why(outcome) is Refusal.NOT_POSSIBLE
    assert "BUTTON_DATA_INVALID" in outcome.trouble


@pytest.mark.parametrize("address", ["juf@example.org", "", "-", "12.5"])
async def test_what_is_no_address_of_telegram_is_not_tried(channel, telegram, address):
    outcome = await channel.deliver(say(address))

    assert why(outcome) is Refusal.BAD_ADDRESS
    assert telegram.count("sendMessage") == 0


# Trouble on the way


async def test_too_many_messages_wait_as_long_as_telegram_says(channel, telegram, sanne):
    telegram.answers_next(429, method="sendMessage", retry_after=17)

    outcome = await channel.deliver(say(sanne))

    assert (outcome.fate, outcome.after) == (Fate.FAILED, 17)


@pytest.mark.parametrize("code", [401, 404, 409, 500, 502])
async def test_trouble_of_telegram_is_tried_again(channel, telegram, sanne, code):
    telegram.answers_next(code, method="sendMessage")

    first, second = await channel.deliver(say(sanne)), await channel.deliver(say(sanne))

    assert (first.fate, second.fate) == (Fate.FAILED, Fate.ACCEPTED)


@pytest.mark.parametrize("body", [b"<html>Bad Gateway</html>", b'{"ok": true, "result": {}}'])
async def test_an_answer_without_sense_is_doubt(channel, telegram, sanne, body):
    telegram.answers_next(200, method="sendMessage", body=body)

    assert (await channel.deliver(say(sanne))).fate is Fate.FAILED


async def test_no_answer_is_doubt_and_never_done(channel, telegram, sanne):
    telegram.hangs_next("sendMessage", after_doing=True)
    hung = await channel.deliver(say(sanne))
    telegram.drops_next("sendMessage", after_doing=True)
    dropped = await channel.deliver(say(sanne))
    await telegram.goes_down()
    down = await channel.deliver(say(sanne))
    await telegram.comes_back()

    assert [o.fate for o in (hung, dropped, down)] == [Fate.FAILED] * 3
    assert "nobody knows whether it was done" in hung.trouble


async def test_no_trouble_tells_the_token_or_what_was_said(channel, telegram, sanne, caplog):
    caplog.set_level(logging.DEBUG)
    troubles = []
    for code, words in [
        (401, None),
        (400, "Bad Request: can't parse geheim verhaal"),
        (403, "Forbidden: geheim verhaal"),
        (500, "geheim verhaal"),
    ]:
        telegram.answers_next(code, method="sendMessage", description=words)
        troubles.append((await channel.deliver(say(sanne, "geheim verhaal"))).trouble)
    telegram.hangs_next("sendMessage")
    troubles.append((await channel.deliver(say(sanne, "geheim verhaal"))).trouble)

    assert all(troubles)
    for private in (telegram.token, "geheim verhaal", str(sanne.id)):
        assert private not in " ".join(troubles)
        assert private not in caplog.text


async def test_before_telegram_told_the_bots_name_a_door_to_it_has_to_wait(bot, sanne):
    channel = TelegramChannel(bot)
    door = say(sanne, buttons=((Button("Verder", link="private:meld"),),))

    early = await channel.deliver(door)
    plain = await channel.deliver(say(sanne))
    await bot.get_me()
    later = await channel.deliver(door)
    await channel.close()

    assert [o.fate for o in (early, plain, later)] == [Fate.FAILED, Fate.ACCEPTED, Fate.ACCEPTED]


# Changing and removing messages


async def test_other_words_take_the_place_of_a_message(channel, sanne):
    sent = await channel.deliver(say(sanne, "Oud", buttons=((Button("Gelezen", "read:a7"),),)))
    new = owed(Act.REPLACE, sanne, text="Nieuw", message=sent.message)

    first, again = await channel.deliver(new), await channel.deliver(new)

    assert first == again == Outcome(Fate.ACCEPTED, message=sent.message)
    assert (sanne.texts, sanne.heard[-1].labels) == (["Nieuw"], [])


async def test_a_message_that_is_gone_or_somebody_elses_is_too_late_to_replace(channel, sanne):
    foreign = sanne.says("van mij")
    sent = await channel.deliver(say(sanne))
    sanne.deletes(sanne.heard[-1])

    for message in (sent.message, str(foreign.id), "4711", "", "geen-nummer"):
        outcome = await channel.deliver(owed(Act.REPLACE, sanne, text="Nieuw", message=message))
        assert why(outcome) is Refusal.TOO_LATE


@pytest.mark.parametrize("text", ["", "a" * 4097])
async def test_words_that_do_not_fit_one_message_cannot_replace_it(channel, sanne, text):
    sent = await channel.deliver(say(sanne))

    outcome = await channel.deliver(owed(Act.REPLACE, sanne, text=text, message=sent.message))

    assert why(outcome) is Refusal.NOT_POSSIBLE
    assert sanne.texts == ["Morgen vrij"]


async def test_a_message_is_taken_out_of_a_group_once(channel, klas, sanne):
    told = sanne.says("/meld hij doet het weer", klas)
    gone = owed(Act.REMOVE, klas, message=str(told.id))

    first, again = await channel.deliver(gone), await channel.deliver(gone)

    assert told.deleted
    assert first.fate is again.fate is Fate.ACCEPTED


async def test_without_the_right_to_remove_that_is_what_is_told(channel, klas, juf, sanne):
    told = sanne.says("/meld hij doet het weer", klas)
    gone = owed(Act.REMOVE, klas, message=str(told.id))
    juf.makes_bot_admin(klas, without=["can_delete_messages"])
    assert why(await channel.deliver(gone)) is Refusal.NO_RIGHTS
    juf.takes_bots_rights(klas)
    assert why(await channel.deliver(gone)) is Refusal.NO_RIGHTS
    assert not told.deleted


async def test_a_message_of_two_days_ago_is_too_old_to_remove(channel, telegram, klas, sanne):
    told = sanne.says("/meld hij doet het weer", klas)
    in_private = await channel.deliver(say(sanne))
    telegram.let_pass(hours=49)

    for chat, message in ((klas, str(told.id)), (sanne, in_private.message)):
        outcome = await channel.deliver(owed(Act.REMOVE, chat, message=message))
        assert why(outcome) is Refusal.TOO_LATE
    outcome = await channel.deliver(owed(Act.REMOVE, klas, message="geen-nummer"))
    assert why(outcome) is Refusal.TOO_LATE


# Taps


async def test_a_tap_is_answered_where_only_the_tapper_sees_it(channel, sanne):
    await channel.deliver(say(sanne, buttons=((Button("Gelezen", "read:a7"),),)))
    quiet, short, long, very_long = (sanne.taps("Gelezen") for _ in range(4))

    for tap, text in ((quiet, ""), (short, "Genoteerd."), (long, "a" * 61), (very_long, "a" * 300)):
        outcome = await channel.deliver(owed(Act.ANSWER_TAP, sanne, text=text, tap=tap.id))
        assert outcome.fate is Fate.ACCEPTED

    assert (quiet.answered, quiet.notice, quiet.alert) == (True, None, False)
    assert (short.notice, short.alert) == ("Genoteerd.", False)
    assert (long.notice, long.alert) == ("a" * 61, True)
    assert very_long.notice == "a" * 199 + "…"


async def test_a_tap_of_an_hour_ago_is_too_late_to_answer(channel, telegram, sanne):
    await channel.deliver(say(sanne, buttons=((Button("Gelezen", "read:a7"),),)))
    tap = sanne.taps("Gelezen")
    telegram.let_pass(hours=1)

    for known in (tap.id, "4711"):
        outcome = await channel.deliver(owed(Act.ANSWER_TAP, sanne, text="Dank", tap=known))
        assert why(outcome) is Refusal.TOO_LATE


# What it is


def test_it_says_that_the_company_behind_telegram_can_read_along(bot):
    channel = TelegramChannel(bot)

    assert (channel.platform, channel.readable_by_platform) == ("telegram", True)


@pytest.mark.usefixtures("channel")
async def test_the_bot_does_not_show_its_token(bot, telegram):
    assert repr(bot) == "TelegramBot(groepsmaat_bot)"
    assert telegram.token not in str(bot)
