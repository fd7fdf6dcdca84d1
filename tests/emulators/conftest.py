"""A small class on the emulated Telegram, and a client in the place of the bot."""

import aiohttp
import pytest

from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram_wire import Wire


@pytest.fixture
async def telegram():
    async with TelegramEmulator(judges_itself=True) as emulator:
        yield emulator


@pytest.fixture
async def wire(telegram):
    async with aiohttp.ClientSession() as session:
        yield Wire(session, telegram)


@pytest.fixture
def juf(telegram):
    return telegram.person("Noor", last_name="de Wit")


@pytest.fixture
def sanne(telegram):
    return telegram.person("Sanne")


@pytest.fixture
def klas(telegram, juf):
    group = telegram.group("7B", owner=juf)
    juf.adds_bot(group)
    return group
