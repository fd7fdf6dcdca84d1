"""The school in which the stories happen: the whole bot, on the emulated Telegram."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.school import TelegramSchool, telegram_school


@pytest.fixture
async def school(tmp_path: Path) -> AsyncIterator[TelegramSchool]:
    """Open the example school: roster loaded, a code for everybody, nobody has started yet."""
    async with telegram_school(tmp_path) as opened:
        yield opened
