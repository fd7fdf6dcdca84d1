"""The sections of the configuration file and what they turn into.

A section is a class, a key is a field (or its alias), and a field's description is what an
administrator reads when the key is missing. A field that depends on more than its own value (the
folder of the file, the environment, another section) finds that in `Surroundings`.
"""

import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretBytes,
    SecretStr,
    ValidationInfo,
    field_validator,
)

from bot import config_values as values

TOKEN_VARIABLE = "GROEPSMAAT_TELEGRAM_TOKEN"  # noqa: S105 - where it is, not what it is
PASSWORD_VARIABLE = "GROEPSMAAT_EMAIL_PASSWORD"  # noqa: S105 - idem
KEY_VARIABLE = "GROEPSMAAT_DATA_KEY"


Judge = Callable[[Path], object]
"""Reads a document; raises ValueError, with a sentence, when the bot can do nothing with it."""

JudgeTies = Callable[[Path, Path], object]
"""Reads the ties to a document (document first) and raises in the same way."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the meaning of a key depends on, besides its value."""

    folder: Path
    environment: Mapping[str, str] = field(repr=False)
    has_telegram: bool
    key_may_be_missing: bool
    judge_official: Judge | None = None
    judge_document: Judge | None = None
    judge_ties: JudgeTies | None = None


def _around(info: ValidationInfo) -> Surroundings:
    return typing.cast("Surroundings", info.context)


def _path(text: object, info: ValidationInfo) -> Path:
    return values.absolute_path(text, _around(info).folder)


def _secret(text: object, variable: str, info: ValidationInfo) -> values.Secret | None:
    if text is None:
        return values.secret_in_environment(variable, _around(info).environment)
    values.refuse_secret_itself(text)
    return values.secret_in_file(_path(text, info))


def _judged(path: Path, info: ValidationInfo) -> Path:
    judge = _around(info).judge_official
    if judge is not None:
        judge(path)
    return path


def _judged_document(path: Path, info: ValidationInfo) -> Path:
    judge = _around(info).judge_document
    if judge is not None:
        judge(path)
    return path


Line = Annotated[str, Field(min_length=1), AfterValidator(values.one_line)]
HostName = Annotated[str, AfterValidator(values.host_name)]
WebAddress = Annotated[str, AfterValidator(values.web_address)]
AnyPath = Annotated[Path, BeforeValidator(_path)]


class Section(BaseModel):
    """A part of the file, in which nothing may stand that it does not know."""

    # Strict: a port between quotes is a mistake to tell, not a text to guess a number from.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)


class School(Section):
    """The school as people know it."""

    name: Line = Field(description="the name of the school, as people know it")
    phone: Annotated[str, AfterValidator(values.phone_number)] = Field(
        description="the number a pupil can call when nobody is reachable by chat"
    )
    language: Literal["nl", "nl-x-eenvoudig", "en"] = Field(
        default="nl", description="the language the bot speaks in groups"
    )
    time_zone: Annotated[ZoneInfo, BeforeValidator(values.time_zone)] = Field(
        default="Europe/Amsterdam",
        validate_default=True,
        description="the time zone of the school's clock",
    )
    content: Annotated[AnyPath, AfterValidator(values.existing_folder)] = Field(
        default_factory=lambda: Path(__file__).resolve().parents[1] / "content",
        description="the folder with words and rules, when the school has its own",
    )


class Telegram(Section):
    """The bot's account. Without this section there is no Telegram."""

    token: SecretStr = Field(
        alias="token_file",
        default=None,
        validate_default=True,
        description="the file with the bot's token",
    )
    base_url: WebAddress = Field(
        default="https://api.telegram.org/bot",
        description="where the Bot API answers; the token is put right behind it",
    )
    base_file_url: WebAddress = Field(
        default=None,
        validate_default=True,
        description="where the Bot API keeps files; it follows from base_url",
    )

    @field_validator("token", mode="before")
    @classmethod
    def _read_token(cls, text: object, info: ValidationInfo) -> SecretStr:
        secret = _secret(text, TOKEN_VARIABLE, info)
        if secret is None:
            raise ValueError(f"is missing. Name the file with the token, or set {TOKEN_VARIABLE}.")
        return SecretStr(values.telegram_token(secret))

    @field_validator("base_file_url", mode="before")
    @classmethod
    def _beside_the_methods(cls, text: object, info: ValidationInfo) -> object:
        """Follow the Bot API (getFile): /file/bot… on the server that has /bot…."""
        if text is not None:
            return text
        parts = urlsplit(info.data.get("base_url", "https://api.telegram.org/bot"))
        return f"{parts.scheme}://{parts.netloc}/file{parts.path}"


class Email(Section):
    """The mail server for messages to guardians. Without it, teachers get tasks instead."""

    host: HostName = Field(description="the name of the mail server")
    port: int = Field(ge=1, le=65535, description="its port: 587 for starttls, 465 for tls")
    from_address: Annotated[str, AfterValidator(values.email_address)] = Field(
        alias="from", description="the address the bot writes from"
    )
    security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="how the connection is made private"
    )
    user: Line | None = Field(default=None, description="the account on the mail server")
    password: SecretStr | None = Field(
        alias="password_file",
        default=None,
        validate_default=True,
        description="the file with the password of that account",
    )
    timeout_seconds: int = Field(
        default=20, ge=1, le=600, description="how long the bot waits for the mail server"
    )

    @field_validator("password", mode="before")
    @classmethod
    def _read_password(cls, text: object, info: ValidationInfo) -> SecretStr | None:
        secret = _secret(text, PASSWORD_VARIABLE, info)
        if "user" not in info.data:  # wrong itself, which is told once
            return None
        user = info.data["user"]
        if user and secret is None:
            raise ValueError(f"is missing. Name the file with it, or set {PASSWORD_VARIABLE}.")
        if text is not None and user is None:
            raise ValueError("is of no use without user. Give both, or neither.")
        return SecretStr(secret.text) if user and secret else None


class Protocol(Section):
    """The school's official document, when it may be shown, or a document of the school's own."""

    official: (
        Annotated[AnyPath, AfterValidator(values.existing_file), AfterValidator(_judged)] | None
    ) = Field(default=None, description="the text file with the official protocol")
    document: (
        Annotated[AnyPath, AfterValidator(values.existing_file), AfterValidator(_judged_document)]
        | None
    ) = Field(default=None, description="the school's own document: txt, md, docx or pdf")
    ties: AnyPath | None = Field(
        default=None,
        validate_default=True,
        description="the file that ties the rules of the bot to that document",
    )

    @field_validator("document", mode="after")
    @classmethod
    def _in_place_of_official(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if path is not None and info.data.get("official") is not None:
            raise ValueError("cannot stand beside official: answers cite one document. Name one.")
        return path

    @field_validator("ties", mode="after")
    @classmethod
    def _to_the_document(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if "document" not in info.data:  # wrong itself, which is told once
            return path
        document, judge = info.data["document"], _around(info).judge_ties
        if document is None and path is not None:
            raise ValueError("is of no use without document. Name both, or neither.")
        if document is None or judge is None:
            return path
        if path is None:
            raise ValueError(
                f"is missing. Make the file with: groepsmaat protocol import {document} --write"
            )
        judge(document, path)
        return path


class Data(Section):
    """Where the bot keeps what it knows, encrypted, and the key to it.

    `key` is None only where it may be missing: in the example school before its first start, and
    for the command that makes a key.
    """

    folder: Annotated[AnyPath, AfterValidator(values.future_folder)] = Field(
        description="the folder for the encrypted data"
    )
    key_file: Path | None = None
    key: SecretBytes | None = Field(
        alias="key_file",
        default=None,
        validate_default=True,
        description="the file with the key of the data, outside that folder",
    )

    @field_validator("key_file", mode="before")
    @classmethod
    def _outside_the_data(cls, text: object, info: ValidationInfo) -> Path:
        values.refuse_secret_itself(text)
        path = _path(text, info)
        if "folder" in info.data and path.is_relative_to(info.data["folder"]):
            raise ValueError(
                f"{path} lies in the data folder, so whoever takes the data takes the key along. "
                "Put it elsewhere."
            )
        return path

    @field_validator("key", mode="before")
    @classmethod
    def _read_key(cls, text: object, info: ValidationInfo) -> SecretBytes | None:
        if "key_file" not in info.data:  # wrong itself, which is told once
            return None
        path = info.data["key_file"]
        if path is None or path.exists():
            secret = _secret(text, KEY_VARIABLE, info)
            if secret:
                return SecretBytes(values.data_key(secret))
        if _around(info).key_may_be_missing:
            return None
        what = f"the file {path} does not exist" if path else "is missing"
        raise ValueError(f"{what}. Make a key with: groepsmaat key. Or set {KEY_VARIABLE}.")


class Local(Section):
    """The pages that the bot itself serves: its health, confirmations, and the local chat."""

    host: HostName = Field(default="127.0.0.1", description="the address of the pages")
    port: int = Field(default=8765, ge=0, le=65535, description="their port; 0 takes a free one")
    chat: bool = Field(
        default=None,
        validate_default=True,
        description="whether there is a chat page; left out, there is one without Telegram only",
    )

    @field_validator("chat", mode="before")
    @classmethod
    def _on_this_machine_only(cls, chat: object, info: ValidationInfo) -> object:
        wanted = not _around(info).has_telegram if chat is None else chat
        if wanted is True and not values.is_loopback(info.data.get("host", "localhost")):
            raise ValueError(
                "the chat page lets its visitor speak as any pupil, so it can be on this machine "
                'only. Set chat = false, or host = "127.0.0.1".'
            )
        return wanted


class Reach(Section):
    """How patient the bot is, and where guardians confirm."""

    patience_minutes: int = Field(
        default=1440,
        ge=1,
        le=43200,
        description="how long a pupil in the group may stay silent before the next way is tried",
    )
    confirm_url: Annotated[WebAddress, AfterValidator(values.confirmation_page)] | None = Field(
        default=None, description="the public address of the page for confirmations"
    )


class Invite(Section):
    """The one-time codes that bind an account to a person."""

    valid_days: int = Field(default=14, ge=1, le=366, description="how long a code can be used")
