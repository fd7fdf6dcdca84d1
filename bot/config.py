"""The configuration file as frozen settings, with every mistake reported at once.

Loading only reads, so a wrong configuration makes and starts nothing. Secrets never stand in the
file: it names a file that holds one, or the environment does, and a named file comes first.
"""

import tomllib
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot import config_values as values
from bot.config_mistakes import ConfigurationError, Mistake, mistake_of, syntax_mistake
from bot.config_sections import (
    KEY_VARIABLE,
    PASSWORD_VARIABLE,
    TOKEN_VARIABLE,
    Data,
    Email,
    Invite,
    Judge,
    JudgeTies,
    Local,
    Protocol,
    Reach,
    School,
    Section,
    Surroundings,
    Telegram,
)
from bot.config_times import Incidents, Retention, SchoolHours

__all__ = ["ConfigurationError", "Mistake", "Settings", "known_keys", "load_settings"]

_EXAMPLE_SCHOOL: Mapping[str, Any] = {
    "school": {"name": "Voorbeeldschool De Linde", "phone": "010 000 00 00"},
    "data": {"folder": "example-school/data", "key_file": "example-school/master.key"},
}


class _File(Section):
    school: School
    telegram: Telegram | None = None
    email: Email | None = None
    protocol: Protocol
    data: Data
    local: Local
    reach: Reach
    invite: Invite
    school_hours: SchoolHours
    incidents: Incidents
    retention: Retention


class Settings(_File):
    """A configuration without mistakes; every path in it is absolute.

    In the `example` school nothing is real: its key may be made for it, and its e-mail goes to
    `outbox_folder`. `warnings` are sentences about what is allowed but unwise.
    """

    example: bool
    outbox_folder: Path | None
    warnings: tuple[str, ...]


def load_settings(
    path: Path | None,
    environment: Mapping[str, str],
    *,
    current_folder: Path = Path(),
    key_may_be_missing: bool = False,
    judge_official: Judge | None = None,
    judge_document: Judge | None = None,
    judge_ties: JudgeTies | None = None,
) -> Settings:
    """Read a configuration, or raise ConfigurationError with all that is wrong with it.

    Paths in the file count from the file's own folder. Without `path` the settings are those of
    the example school, whose files lie in `example-school` in the current folder.
    `key_may_be_missing` is for the command that makes the key. `judge_official` reads the official
    document, `judge_document` a school's own and `judge_ties` the ties to that, so that what is
    wrong in them is told together with all other mistakes. Without `judge_ties` the ties may be
    missing, which is for the command that makes them.
    """
    document = _EXAMPLE_SCHOOL if path is None else _read(path)
    surroundings = Surroundings(
        folder=current_folder if path is None else path.parent,
        environment=environment,
        has_telegram="telegram" in document,
        key_may_be_missing=key_may_be_missing or path is None,
        judge_official=judge_official,
        judge_document=judge_document,
        judge_ties=judge_ties,
    )
    file, mistakes = _checked(document, surroundings)
    if file is None:
        raise ConfigurationError(str(path or "example school"), mistakes)
    return Settings(
        **dict(file),
        example=path is None,
        outbox_folder=file.data.folder.parent / "outbox" if path is None else None,
        warnings=(
            *_unused_secrets(document, environment),
            *(() if path is None else _unwise(file)),
        ),
    )


def known_keys() -> dict[str, dict[str, str]]:
    """Return every section of the file with its keys, and what each key is."""
    return {
        section: {
            key.alias or name: key.description or ""
            for name, key in _class_of(section).model_fields.items()
        }
        for section in _File.model_fields
    }


def _class_of(section: str) -> type[Section]:
    annotation = _File.model_fields[section].annotation
    return typing.cast("type[Section]", (*typing.get_args(annotation), annotation)[0])


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        mistake = Mistake("", "the file does not exist. Copy config.example.toml and fill it in.")
    except OSError as error:
        mistake = Mistake("", f"the file cannot be read: {error.strerror}.")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        mistake = Mistake("", f"line {line} is not in UTF-8. Save the file with that encoding.")
    else:
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            mistake = syntax_mistake(str(error), text)
        except (ValueError, RecursionError):  # thousands of digits, or of brackets
            mistake = Mistake("", "the file holds a number or a list that is far too long.")
    raise ConfigurationError(str(path), (mistake,))


def _checked(
    document: Mapping[str, Any], surroundings: Surroundings
) -> tuple[_File | None, tuple[Mistake, ...]]:
    # A required section that is left out is checked as an empty one: each key it needs is named.
    required: dict[str, Any] = {
        name: {} for name, part in _File.model_fields.items() if part.is_required()
    }
    try:
        return _File.model_validate({**required, **document}, context=surroundings), ()
    except ValidationError as error:
        # Returned and not raised: a traceback would drag pydantic's report along, with all input.
        return None, tuple(_mistake(found) for found in error.errors(include_url=False))


def _mistake(found: Mapping[str, Any]) -> Mistake:
    section, *key = map(str, found["loc"])
    if key and found["type"] != "extra_forbidden":
        # pydantic names a value by its key in the file, but a default by its field.
        part = _class_of(section).model_fields.get(key[0])
        key = [part.alias] if part and part.alias else key
    return mistake_of({**found, "loc": (section, *key)}, known_keys())


def _unused_secrets(document: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[str]:
    for variable, section, key in (
        (TOKEN_VARIABLE, "telegram", "token_file"),
        (PASSWORD_VARIABLE, "email", "password_file"),
        (KEY_VARIABLE, "data", "key_file"),
    ):
        if not environment.get(variable):
            continue
        if section not in document:
            yield f"{variable} is set but not used: there is no section [{section}]."
        elif key in document[section]:
            yield f"{variable} is set but not used: [{section}] {key} comes first."
        elif variable == PASSWORD_VARIABLE and "user" not in document[section]:
            yield f"{variable} is set but not used: [{section}] names no user."


def _unwise(file: _File) -> Iterator[str]:
    if file.telegram is None and not file.local.chat:
        yield "Nobody can reach the bot: there is no [telegram], and [local] chat is off."
    if file.telegram and not values.is_private_line(file.telegram.base_url):
        yield "[telegram] base_url: everybody on the way can read the token; use https."
    email = file.email
    if email is None:
        yield "Guardians get no e-mail, because there is no [email]; teachers get tasks instead."
        return
    if email.security == "none" and not values.is_loopback(email.host):
        yield "[email] security: everybody on the way can read the mail; use starttls or tls."
    usual = {465: "tls", 587: "starttls"}.get(email.port, email.security)
    if usual != email.security:
        yield f"[email] security: port {email.port} normally needs {usual}."
