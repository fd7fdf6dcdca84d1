"""What tests of every kind share: the repository, its neighbours and the browser."""

import os
import shutil
from pathlib import Path

import pytest

from bot.answers.learned_folder import load_protocol


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder that holds bot/, handlers/, content/ and tests/."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def learned(repository: Path) -> None:
    """Learn from the example questions before any bot is started: that takes a minute, once."""
    load_protocol(repository / "content" / "protocol")


@pytest.fixture(scope="session")
def shared(repository: Path) -> Path:
    """Return the folder with the school's documents, or skip where it is not beside the clone."""
    folder = repository.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder with the school's documents is not beside this repository")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the machine's Chromium; without one, skip here and fail where it is required."""
    found = shutil.which("chromium")
    if found is not None:
        return Path(found)
    reason = "Chromium is not on this machine, so nobody looked at the page"
    if os.environ.get("GROEPSMAAT_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
