"""The bot's HTTP tells what happened as python-telegram-bot's own does, on the real wire."""

import asyncio
import io
import logging
import traceback

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.adapters.telegram_http import AiohttpRequest
from tests.emulators.telegram import TelegramEmulator

# The library warns about its own RetryAfter each time it makes one.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

KINDS = [AiohttpRequest, HTTPXRequest]


def bot_of(telegram: TelegramEmulator, request: BaseRequest | None = None) -> ExtBot:
    return ExtBot(
        telegram.token,
        base_url=telegram.bot_url,
        base_file_url=telegram.file_url,
        request=request or AiohttpRequest(read_timeout=2),
        get_updates_request=AiohttpRequest(connection_pool_size=1, read_timeout=2),
    )


@pytest.fixture
async def telegram():
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
async def bot(telegram):
    async with bot_of(telegram) as bot:
        yield bot


@pytest.fixture
def sanne(telegram):
    person = telegram.person("Sanne")
    person.starts()
    return person


async def test_a_message_arrives_as_it_was_meant(bot, sanne):
    text = 'Toets & "lezen" <morgen>: é, 👍\n+100%'
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Gelezen", callback_data="read:1")]])

    sent = await bot.send_message(sanne.id, text, reply_markup=buttons, protect_content=True)

    heard = sanne.heard[-1]
    assert (heard.id, heard.text, heard.labels) == (sent.message_id, text, ["Gelezen"])
    assert heard.protected


@pytest.mark.parametrize("read_whole", [True, False])
async def test_files_go_both_ways(bot, sanne, read_whole):
    letter = io.BytesIO(b"%PDF an invented letter")
    letter.name = "brief.pdf"
    file = InputFile(letter, "brief é.pdf", read_file_handle=read_whole)
    await bot.send_document(sanne.id, file, caption="Brief")
    upload = sanne.heard[-1].upload
    assert (upload.name, upload.content) == ("brief é.pdf", b"%PDF an invented letter")

    sanne.sends_photo("kijk", content=b"pixels")
    (update,) = [one for one in await bot.get_updates() if one.message.photo]
    file = await bot.get_file(update.message.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == b"pixels"


async def test_a_long_poll_may_last_longer_than_the_read_timeout(telegram):
    quick = AiohttpRequest(connection_pool_size=1, read_timeout=0.3)
    async with ExtBot(
        telegram.token, telegram.bot_url, get_updates_request=quick, request=AiohttpRequest()
    ) as bot:
        assert await bot.get_updates(timeout=1) == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("code", "raised"),
    [
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (404, InvalidToken),
        (409, Conflict),
        (429, RetryAfter),
        (500, NetworkError),
        (502, NetworkError),
    ],
)
async def test_each_refusal_is_told_as_the_library_tells_it(telegram, sanne, kind, code, raised):
    async with bot_of(telegram, kind()) as bot:
        retry_after = 7 if code == 429 else None
        telegram.answers_next(code, method="sendMessage", retry_after=retry_after)
        with pytest.raises(TelegramError) as told:
            await bot.send_message(sanne.id, "hoi")

    assert type(told.value) is raised
    assert telegram.count("sendMessage") == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_no_answer_in_time_is_told_as_such_and_nothing_is_tried_twice(telegram, sanne, kind):
    async with bot_of(telegram, kind(read_timeout=0.1)) as bot:
        telegram.hangs_next("sendMessage")
        with pytest.raises(TimedOut):
            await bot.send_message(sanne.id, "hoi")

    assert telegram.count("sendMessage") == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_a_lost_connection_is_network_trouble_and_nothing_is_tried_twice(
    telegram, sanne, kind
):
    async with bot_of(telegram, kind()) as bot:
        telegram.drops_next("sendMessage", after_doing=True)
        with pytest.raises(NetworkError) as told:
            await bot.send_message(sanne.id, "hoi")
        assert not isinstance(told.value, BadRequest | TimedOut)

        await telegram.goes_down()
        with pytest.raises(NetworkError):
            await bot.send_message(sanne.id, "hoi")
        await telegram.comes_back()
        await bot.send_message(sanne.id, "weer")

    assert sanne.texts == ["hoi", "weer"]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_full_pool_is_a_timeout_of_a_request_that_was_not_sent(telegram, kind):
    async with bot_of(telegram, kind(connection_pool_size=1, pool_timeout=0.1)) as bot:
        telegram.hangs_next("sendMessage")
        person = telegram.person("Sem")
        person.starts()
        first = bot.send_message(person.id, "een", read_timeout=0.6)
        second = bot.send_message(person.id, "twee", connect_timeout=0.1)

        outcomes = await asyncio.gather(first, second, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [TimedOut, TimedOut]
    assert "*not* sent" in str(outcomes[1])
    assert telegram.count("sendMessage") == 1


async def test_a_migrated_group_is_told_with_its_new_id(telegram, bot):
    juf = telegram.person("Noor")
    klas = telegram.group("8A", owner=juf, supergroup=False)
    juf.adds_bot(klas)
    old = klas.id
    telegram.migrate(klas)

    with pytest.raises(ChatMigrated) as told:
        await bot.send_message(old, "hoi")

    assert told.value.new_chat_id == klas.id


@pytest.mark.parametrize("body", [b"<html>Bad Gateway</html>", b"\xff\xfe", b"[1]", b"{}", b""])
async def test_an_answer_that_is_no_answer_says_nothing_of_its_text(
    telegram, bot, sanne, body, caplog
):
    caplog.set_level(logging.DEBUG)
    telegram.answers_next(200, method="sendMessage", body=body)
    with pytest.raises(TelegramError) as told:
        await bot.send_message(sanne.id, "hoi")

    assert not body or repr(body) not in str(told.value)
    assert "Bad Gateway" not in caplog.text


async def test_the_token_never_stands_in_what_is_raised(telegram):
    telegram.hangs_next("getMe", times=9)
    for request, address in [
        (AiohttpRequest(read_timeout=0.05), telegram.bot_url),
        (AiohttpRequest(connect_timeout=0.00001, pool_timeout=0.00001), telegram.bot_url),
        (AiohttpRequest(), "http://:::"),
        (AiohttpRequest(), "http://127.0.0.1:1/bot"),
    ]:
        async with request:
            with pytest.raises(NetworkError) as told:
                await request.post(f"{address}{telegram.token}/getMe")
        assert telegram.token not in "".join(traceback.format_exception(told.value))


async def test_it_opens_and_closes_as_often_as_it_is_asked(telegram):
    request = AiohttpRequest()
    url = f"{telegram.bot_url}{telegram.token}/getMe"
    with pytest.raises(NetworkError, match="not initialized"):
        await request.post(url)
    for _ in range(2):
        await request.initialize()
        await request.initialize()
        assert await request.post(url)
        await request.shutdown()
        await request.shutdown()


async def test_one_connection_carries_many_calls(telegram, sanne):
    async with bot_of(telegram) as bot:
        for number in range(5):
            await bot.send_message(sanne.id, str(number))

    assert len({call.connection for call in telegram.calls_of("sendMessage")}) == 1
