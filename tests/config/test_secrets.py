"""Secrets stay in their files: how they are found, and that nothing shows them."""

import base64
import os

import pytest

from bot.config import ConfigurationError, load_settings
from bot.config_values import key_line
from tests.config.files import (
    EMAIL,
    KEY,
    MINIMAL,
    PASSWORD,
    SCHOOL,
    TELEGRAM,
    TOKEN,
    write_secret,
)


def test_secrets_come_from_their_files(load):
    found = load(MINIMAL + TELEGRAM + EMAIL + 'user = "bot"\npassword_file = "password"\n')

    assert found.telegram is not None
    assert found.telegram.token.get_secret_value() == TOKEN
    assert found.email is not None
    assert found.email.password is not None
    assert found.email.password.get_secret_value() == PASSWORD


def test_secrets_come_from_the_environment_where_no_file_is_named(load):
    found = load(
        SCHOOL + '[data]\nfolder = "data"\n[telegram]\n' + EMAIL + 'user = "bot"\n',
        {
            "GROEPSMAAT_TELEGRAM_TOKEN": TOKEN,
            "GROEPSMAAT_EMAIL_PASSWORD": PASSWORD,
            "GROEPSMAAT_DATA_KEY": base64.b64encode(KEY).decode(),
        },
    )

    assert found.telegram is not None
    assert found.telegram.token.get_secret_value() == TOKEN
    assert found.email is not None
    assert found.email.password is not None
    assert found.email.password.get_secret_value() == PASSWORD
    assert found.data.key is not None
    assert found.data.key.get_secret_value() == KEY
    assert found.warnings == ()


def test_a_named_file_comes_before_the_environment_and_that_is_told(load):
    found = load(
        MINIMAL + TELEGRAM + EMAIL,
        {"GROEPSMAAT_TELEGRAM_TOKEN": "1:other", "GROEPSMAAT_DATA_KEY": "x"},
    )

    assert found.telegram is not None
    assert found.telegram.token.get_secret_value() == TOKEN
    assert found.warnings == (
        "GROEPSMAAT_TELEGRAM_TOKEN is set but not used: [telegram] token_file comes first.",
        "GROEPSMAAT_DATA_KEY is set but not used: [data] key_file comes first.",
    )


def test_a_token_alone_does_not_start_telegram_and_that_is_told(load):
    found = load(MINIMAL, {"GROEPSMAAT_TELEGRAM_TOKEN": TOKEN})

    assert found.telegram is None
    assert found.warnings[0] == (
        "GROEPSMAAT_TELEGRAM_TOKEN is set but not used: there is no section [telegram]."
    )


def test_a_password_without_a_user_is_told_and_not_used(load):
    found = load(MINIMAL + EMAIL, {"GROEPSMAAT_EMAIL_PASSWORD": PASSWORD})

    assert found.email is not None
    assert found.email.password is None
    assert found.warnings == (
        "GROEPSMAAT_EMAIL_PASSWORD is set but not used: [email] names no user.",
    )


def test_no_secret_shows_in_the_settings(load):
    found = load(MINIMAL + TELEGRAM + EMAIL + 'user = "bot"\npassword_file = "password"\n')

    for text in (repr(found), str(found), found.model_dump_json()):
        assert TOKEN not in text
        assert PASSWORD not in text
        assert repr(KEY)[2:-1] not in text
        assert key_line(KEY).strip() not in text


def test_no_secret_shows_in_a_mistake_or_its_traceback(folder):
    key = key_line(KEY).strip()
    write_secret(folder / "bad-token", "a secret that is no token")
    config = folder / "config.toml"
    config.write_text(
        f'[telegram]\ntoken = "{TOKEN}"\ntoken_file = "bad-token"\n'
        f'[email]\npassword = "{PASSWORD}"\n[data]\nkey = "{key}"\nkey_file = "{key}"\n'
    )

    with pytest.raises(ConfigurationError) as caught:
        load_settings(config, {"GROEPSMAAT_EMAIL_PASSWORD": PASSWORD})

    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    for secret in (TOKEN, PASSWORD, key, "a secret that is no token"):
        assert secret not in str(caught.value)
        assert secret not in repr(caught.value)


@pytest.mark.parametrize(
    ("line", "environment", "sentence"),
    [
        ("", {}, "is missing. Name the file with the token, or set GROEPSMAAT_TELEGRAM_TOKEN."),
        (
            "",
            {"GROEPSMAAT_TELEGRAM_TOKEN": "token"},
            "GROEPSMAAT_TELEGRAM_TOKEN holds no token of @BotFather: digits, a colon, letters.",
        ),
        (
            f'token_file = "{TOKEN}"',
            {},
            "holds the secret itself. Put that in a file, and name the file here.",
        ),
        ('token_file = "nowhere"', {}, "the file {folder}/nowhere does not exist."),
        (
            'token_file = "empty"',
            {},
            "the file {folder}/empty is empty, and the secret must stand in it.",
        ),
        (
            'token_file = "two"',
            {},
            "the file {folder}/two must hold one line, with nothing but the secret.",
        ),
        ('token_file = "binary"', {}, "the file {folder}/binary is not text in UTF-8."),
        ('token_file = "."', {}, "the file {folder} cannot be read: Is a directory."),
        (
            'token_file = "password"',
            {},
            "the file {folder}/password holds no token of @BotFather: digits, a colon, letters.",
        ),
        ("token_file = 3", {}, "must be a path between quotes."),
        ('token_file = ""', {}, "must be a path between quotes."),
        ('token_file = "circle"', {}, "cannot be used: Too many levels of symbolic links."),
        ('token_file = "token/x"', {}, "cannot be used: Not a directory."),
    ],
)
def test_a_secret_that_is_not_there_is_told_with_its_place(
    folder, line, environment, sentence, mistakes
):
    write_secret(folder / "empty", "\n")
    write_secret(folder / "two", f"{TOKEN}\n{TOKEN}\n")
    (folder / "binary").write_bytes(b"\xff\xfe\x00")
    (folder / "circle").symlink_to("circle")

    found = mistakes(f"{MINIMAL}[telegram]\n{line}\n", environment)

    assert found == {"telegram.token_file": sentence.format(folder=folder)}


@pytest.mark.skipif(os.name != "posix", reason="file modes mean something on POSIX only")
def test_a_secret_that_everybody_can_read_is_a_mistake(folder, mistakes):
    (folder / "token").chmod(0o644)

    found = mistakes(MINIMAL + TELEGRAM)

    assert found == {
        "telegram.token_file": f"everybody on this machine can read {folder}/token. "
        "Do chmod 600 on it."
    }


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ('user = "bot"', "is missing. Name the file with it, or set GROEPSMAAT_EMAIL_PASSWORD."),
        ('password_file = "password"', "is of no use without user. Give both, or neither."),
        (
            'user = "bot"\npassword_file = "nowhere"',
            "the file {folder}/nowhere does not exist.",
        ),
    ],
)
def test_a_mail_account_needs_its_user_and_its_password(folder, lines, sentence, mistakes):
    found = mistakes(f"{MINIMAL}{EMAIL}{lines}\n")

    assert found == {"email.password_file": sentence.format(folder=folder)}


def test_a_missing_key_file_is_named_with_the_command_that_makes_it(folder, mistakes):
    (folder / "master.key").unlink()

    assert mistakes(MINIMAL) == {
        "data.key_file": f"the file {folder}/master.key does not exist. "
        "Make a key with: groepsmaat key. Or set GROEPSMAAT_DATA_KEY."
    }


def test_no_key_at_all_is_a_mistake(mistakes):
    assert mistakes(SCHOOL + '[data]\nfolder = "data"\n') == {
        "data.key_file": "is missing. Make a key with: groepsmaat key. Or set GROEPSMAAT_DATA_KEY."
    }


def test_the_command_that_makes_the_key_hears_where_it_belongs(folder, load):
    (folder / "master.key").unlink()

    found = load(MINIMAL, key_may_be_missing=True)

    assert found.data.key is None
    assert found.data.key_file == folder / "master.key"


@pytest.mark.parametrize("text", ["short", "é" * 44, key_line(KEY)[4:], key_line(KEY) * 2])
def test_a_key_file_that_holds_something_else_is_a_mistake(folder, text, mistakes):
    write_secret(folder / "master.key", text)

    (sentence,) = mistakes(MINIMAL).values()

    assert sentence.startswith(f"the file {folder}/master.key ")


def test_a_key_is_never_made_over_a_file_that_holds_something_else(folder, load):
    write_secret(folder / "master.key", "my diary")

    with pytest.raises(ConfigurationError):
        load(MINIMAL, key_may_be_missing=True)


@pytest.mark.parametrize("key_file", ["data/master.key", "data", "x/../data/k", "link/master.key"])
def test_a_key_in_the_data_folder_is_a_mistake_however_it_is_named(folder, key_file, mistakes):
    (folder / "data").mkdir()
    (folder / "link").symlink_to(folder / "data")

    (sentence,) = mistakes(MINIMAL.replace("master.key", key_file)).values()

    assert "lies in the data folder" in sentence


def test_a_key_line_of_another_length_is_never_written():
    with pytest.raises(ValueError, match="32 bytes"):
        key_line(b"short")
