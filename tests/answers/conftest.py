"""The protocol of the repository, read once for all tests."""

from pathlib import Path

import pytest

from bot.answers.protocol import Protocol
from bot.answers.protocol_folder import load_protocol


@pytest.fixture(scope="session")
def protocol(repository: Path) -> Protocol:
    return load_protocol(repository / "content" / "protocol")
