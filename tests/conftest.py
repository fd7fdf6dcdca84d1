"""What tests of every kind share: where the repository and its neighbours are."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder that holds bot/, handlers/, content/ and tests/."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared(repository: Path) -> Path:
    """Return the folder with the school's documents, or skip where it is not beside the clone."""
    folder = repository.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder with the school's documents is not beside this repository")
    return folder
