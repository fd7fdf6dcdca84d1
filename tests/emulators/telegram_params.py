"""The parameters of a call, however they came in: query, form, multipart or JSON.

https://core.telegram.org/bots/api#making-requests
"""

import json
import re
from typing import Any

from aiohttp import web

from tests.emulators.telegram_things import Json, Upload, bad_request

ALWAYS_TEXT = frozenset(
    {
        "action",
        "callback_query_id",
        "caption",
        "description",
        "document",
        "file_id",
        "inline_message_id",
        "invite_link",
        "language_code",
        "name",
        "parse_mode",
        "secret_token",
        "text",
        "title",
        "url",
    }
)
"""Parameters whose value is never read as JSON, whatever it looks like."""

LOOKS_LIKE_JSON = re.compile(r"-?\d+|true|false|[\[{].*", re.DOTALL)


class Params:
    """The parameters of one call, asked for by name and type."""

    def __init__(self, values: Json) -> None:
        """Take the values as `read` gives them."""
        self.values = values

    def text(self, name: str, default: str | None = None) -> str:
        """Return a string; without a default it has to be there."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise bad_request(f'parameter "{name}" is missing or not a string')
        return value

    def number(self, name: str, default: int | None = None) -> int:
        """Return a whole number; without a default it has to be there."""
        value = self.values.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise bad_request(f'parameter "{name}" is missing or not a number')
        return value

    def flag(self, name: str) -> bool:
        """Return a truth value; it is false when it is not there."""
        return self.values.get(name) is True

    def chat_id(self) -> int | str:
        """Return the chat, by id or by @username."""
        value = self.values.get("chat_id")
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise bad_request("chat_id is empty")
        return value

    def structure(self, name: str) -> Json | None:
        """Return an object, or None."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {name}: object expected as {name}")
        return value

    def listing(self, name: str) -> list[Any]:
        """Return a list; it has to be there."""
        value = self.values.get(name)
        if not isinstance(value, list):
            raise bad_request(f"can't parse {name}: list expected as {name}")
        return value

    def upload(self, name: str) -> Upload:
        """Return a file that came along, by itself or as ``attach://…``."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = self.values.get(value.removeprefix("attach://"))
        if not isinstance(value, Upload):
            raise bad_request(f"there is no {name} in the request")
        return value


async def read(request: web.Request) -> Params:
    """Read the parameters of a request; what looks like JSON in a form is JSON.

    Raises `Refusal` 400 when a JSON body is no object.
    """
    values: Json = {name: _decoded(name, value) for name, value in request.query.items()}
    if request.content_type == "application/json":
        sent = _json_object(await request.read())
        values |= {name: _decoded(name, value) for name, value in sent.items()}
        return Params(values)
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            content = value.file.read()
            values[name] = Upload(value.filename, content, value.content_type)
        else:
            values[name] = _decoded(name, value)
    return Params(values)


def _json_object(body: bytes) -> Json:
    try:
        sent = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse the request as JSON") from None
    if not isinstance(sent, dict):
        raise bad_request("the request is not a JSON object")
    return sent


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name in ALWAYS_TEXT or not LOOKS_LIKE_JSON.fullmatch(value):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
