"""Telegram with a small class on it, and the bot's two ends of the line to it."""

import logging

import pytest

from bot.adapters.telegram import TelegramChannel, make_bot
from bot.adapters.telegram_intake import TelegramIntake
from bot.adapters.telegram_limits import EndpointRateLimiter, Pace
from tests.adapters.telegram_listening import HASTE, Kept
from tests.emulators.telegram import TelegramEmulator

QUICK = Pace(burst=100, each=100, seconds=1)


@pytest.fixture
async def telegram():
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
async def bot(telegram):
    limiter = EndpointRateLimiter(in_private=QUICK, in_a_group=QUICK, retries=0)
    bot = make_bot(
        telegram.token,
        telegram.bot_url,
        telegram.file_url,
        limiter=limiter,
        read_timeout_seconds=0.3,
    )
    yield bot
    await bot.shutdown()


@pytest.fixture
async def channel(bot):
    await bot.open()
    await bot.get_me()
    return TelegramChannel(bot)


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
async def intake(bot, kept):
    intake = TelegramIntake(
        bot, kept.take, kept.set_aside, commands=[("mag", "Mag dit?")], pace=HASTE
    )
    yield intake
    await intake.stop()


@pytest.fixture
def told(caplog):
    caplog.set_level(logging.INFO)
    return lambda: [
        record.getMessage() for record in caplog.records if record.name.startswith("bot.")
    ]


@pytest.fixture
def juf(telegram):
    return telegram.person("Noor")


@pytest.fixture
def sanne(telegram):
    person = telegram.person("Sanne")
    person.starts()
    return person


@pytest.fixture
def klas(telegram, juf, sanne):
    group = telegram.group("7B", owner=juf, members=[sanne])
    juf.adds_bot(group)
    juf.makes_bot_admin(group)
    return group
