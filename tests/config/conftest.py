"""The folder in which the administrator of a school keeps the configuration."""

from pathlib import Path

import pytest

from bot.config import ConfigurationError, load_settings
from bot.config_values import key_line
from tests.config.files import KEY, PASSWORD, TOKEN, write_secret


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with every secret in its own file, as it should be."""
    write_secret(tmp_path / "master.key", key_line(KEY))
    write_secret(tmp_path / "token", f"{TOKEN}\n")
    write_secret(tmp_path / "password", f"{PASSWORD}\r\n")
    return tmp_path


@pytest.fixture
def load(folder):
    """Return a function that writes config.toml in the folder and loads it."""

    def write_and_load(text, environment=None, **more):
        config = folder / "config.toml"
        config.write_text(text, "utf-8")
        return load_settings(config, environment or {}, **more)

    return write_and_load


@pytest.fixture
def mistakes(load):
    """Return a function that loads a wrong text and gives its sentences by dotted key."""

    def load_and_fail(text, environment=None):
        with pytest.raises(ConfigurationError) as caught:
            load(text, environment)
        return {mistake.key: mistake.sentence for mistake in caught.value.mistakes}

    return load_and_fail
