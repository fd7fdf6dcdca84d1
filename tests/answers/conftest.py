"""The protocol of the repository, read once for all tests."""

from pathlib import Path

import pytest

from bot.answers.learned_folder import load_protocol
from bot.answers.protocol import Protocol, Rules


@pytest.fixture(scope="session")
def protocol(repository: Path) -> Protocol:
    return load_protocol(repository / "content" / "protocol")


@pytest.fixture(scope="session")
def rules(protocol: Protocol) -> Rules:
    return protocol.rules
