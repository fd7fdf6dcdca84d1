"""Whatever is wrong with Telegram or the way to it is told once, and the bot goes on after it."""

import asyncio
import logging

import pytest

from bot.adapters.telegram import make_bot
from bot.adapters.telegram_intake import Pace, TelegramIntake
from tests.adapters.telegram_listening import HASTE, POISON, all_confirmed, healthy
from tests.emulators.telegram import TelegramEmulator

# The library warns about its own RetryAfter each time it makes one.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (401, "Telegram does not know the bot's token"),
        (404, "Telegram does not know the bot's token"),
        (409, "Another process fetches this bot's updates"),
        (429, "Telegram asks the bot to fetch updates less often"),
        (500, "Telegram or the way to it has trouble (NetworkError)"),
        (502, "Telegram or the way to it has trouble (NetworkError)"),
    ],
)
@pytest.mark.usefixtures("sanne")
async def test_each_trouble_is_told_once_and_the_bot_goes_on_when_it_is_over(
    telegram, intake, kept, told, code, sentence
):
    times = 1 if code == 429 else 3
    retry_after = 1 if code == 429 else None
    telegram.answers_next(code, method="getUpdates", times=times, retry_after=retry_after)
    intake.start()
    await telegram.until(lambda: telegram.count("getUpdates") == times)
    await all_confirmed(telegram)
    await healthy(intake)

    assert kept.texts == ["/start"]
    assert [line.startswith(sentence) for line in told()].count(True) == 1
    assert told().count("Telegram is heard again.") == 1
    assert intake.health()["trouble"] == ""


@pytest.mark.parametrize("code", [401, 404, 500])
@pytest.mark.usefixtures("sanne")
async def test_a_start_while_telegram_refuses_is_a_start_all_the_same(telegram, intake, kept, code):
    telegram.answers_next(code, method="getMe", times=3)
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start"]


async def test_a_withdrawn_token_makes_the_bot_unhealthy_although_the_loop_runs(
    telegram, intake, told
):
    intake.start()
    await healthy(intake)
    telegram.answers_next(401, method="getUpdates", times=10_000)
    telegram.another_bot_polls()
    await healthy(intake, well=False)

    health = intake.health()
    assert "[telegram] token_file" in health["trouble"]
    assert health["seconds_since_last_success"] < HASTE.silence / 2
    telegram.recovers()
    await healthy(intake)
    assert telegram.token not in " ".join(told())


async def test_silence_makes_the_bot_unhealthy_before_anybody_mends_anything(telegram, bot, kept):
    never_answered = Pace(long_poll=0, patience=0.05, first=0.02, longest=0.02)
    intake = TelegramIntake(bot, kept.take, kept.set_aside, pace=never_answered)
    assert intake.health() == {"ok": False, "seconds_since_last_success": None, "trouble": ""}
    intake.start()
    await healthy(intake)
    telegram.hangs_next("getUpdates", times=10_000)
    await healthy(intake, well=False)

    assert intake.health()["trouble"].startswith("Telegram does not answer in time")
    await intake.stop()


async def test_a_connection_that_hangs_or_breaks_is_left_and_made_anew(
    telegram, intake, kept, sanne
):
    telegram.hangs_next("getUpdates")
    telegram.drops_next("getUpdates", times=2)
    intake.start()
    await all_confirmed(telegram)
    await telegram.goes_down()
    sanne.says("terwijl Telegram weg was")
    await asyncio.sleep(0.3)
    await telegram.comes_back()
    await all_confirmed(telegram)

    assert kept.texts == ["/start", "terwijl Telegram weg was"]


async def test_a_second_process_with_the_same_token_is_told(telegram, intake, told):
    intake.start()
    await healthy(intake)
    await telegram.until(lambda: telegram.count("getUpdates") == 2)
    telegram.another_bot_polls()
    await telegram.until(lambda: telegram.count("getUpdates") == 3)

    (sentence,) = [line for line in told() if "(409)" in line]
    assert "stop the other one" in sentence


@pytest.mark.parametrize(
    "body", [b"<html>welcome</html>", b'{"ok": true, "result": {}}', b'{"ok": false}', b"[]"]
)
@pytest.mark.usefixtures("sanne")
async def test_an_answer_without_sense_is_trouble_and_no_end(telegram, intake, kept, body):
    telegram.answers_next(200, method="getUpdates", body=body, times=2)
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start"]


@pytest.mark.usefixtures("sanne")
async def test_a_list_of_commands_that_is_refused_keeps_nobody_waiting(
    telegram, intake, told, kept
):
    telegram.answers_next(400, method="setMyCommands")
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start"]
    assert any("list of commands" in line for line in told())


@pytest.mark.parametrize("privacy_mode", [True, False])
async def test_privacy_mode_is_pointed_out(kept, told, privacy_mode):
    async with TelegramEmulator(privacy_mode=privacy_mode) as telegram:
        bot = make_bot(telegram.token, telegram.bot_url, telegram.file_url)
        intake = TelegramIntake(bot, kept.take, kept.set_aside, pace=HASTE)
        intake.start()
        await healthy(intake)
        await intake.stop()
        await bot.shutdown()

    assert any("Privacy mode is on for @groepsmaat_bot" in line for line in told()) is privacy_mode


async def test_no_log_line_holds_the_token_or_what_was_said(telegram, intake, kept, sanne, caplog):
    caplog.set_level(logging.DEBUG)
    kept.breaks_on = "geheim"
    sanne.says("geheim")
    for code in (401, 409, 500):
        telegram.answers_next(code, method="getUpdates")
    telegram.drops_next("getUpdates")
    telegram.injects(POISON)
    intake.start()
    await all_confirmed(telegram)

    assert telegram.token not in caplog.text
    assert "geheim" not in caplog.text
    assert str(sanne.id) not in caplog.text
