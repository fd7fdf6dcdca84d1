"""The page of the local chat: everybody's phone in one browser, on this machine only."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import msgspec
from aiohttp import web
from aiohttp.helpers import content_disposition_header

from bot.adapters.local import Event, LocalChat, LocalMessage, LocalRoom, NotTakenError
from bot.adapters.web import page_file, plain_json
from bot.domain.evidence import LARGEST
from bot.ports import NoSuchFileError

FILES = {
    "/": ("index.html", "text/html"),
    "/page/style.css": ("style.css", "text/css"),
    "/page/chat.js": ("chat.js", "text/javascript"),
    "/page/page.js": ("page.js", "text/javascript"),
    "/page/phone.js": ("phone.js", "text/javascript"),
    "/page/icon.svg": ("icon.svg", "image/svg+xml"),
}

OUR_HEADER = "X-Groepsmaat"
"""A header another site's form can't send: what is posted comes from our page."""

BREATH = 15.0
"""Seconds after which a silent stream of events says that it still lives."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows besides the chat.

    start    which phones stand open at first, as pairs of person and room
    texts    gives all texts of the page in a language
    letters  gives the e-mail that went out, newest first
    """

    school: str
    language: str
    start: Sequence[tuple[str, str]]
    texts: Callable[[str], Mapping[str, str]]
    letters: Callable[[], Sequence[Any]]


class ChatPage:
    """The routes of the page."""

    def __init__(self, app: web.Application, chat: LocalChat, shown: Shown) -> None:
        """Put the routes of the page into the application of the web server."""
        self._chat = chat
        self._shown = shown
        self.breath = BREATH
        for path in FILES:
            app.router.add_get(path, _file)
        app.router.add_get("/api/texts", self._texts)
        app.router.add_get("/api/school", self._school)
        app.router.add_get("/api/rooms", self._rooms)
        app.router.add_get("/api/letters", self._letters)
        app.router.add_get("/api/events", self._events)
        for name, act, told in (
            ("say", chat.say, ("as", "room", "text", "id")),
            ("tap", chat.tap, ("as", "room", "message", "data", "id")),
            ("join", chat.ask_to_join, ("as", "room", "id")),
            ("leave", chat.leave, ("as", "room", "id")),
        ):
            app.router.add_post(f"/api/{name}", self._act(act, told))
        app.router.add_post("/api/send", self._send)
        app.router.add_get("/api/file", self._file)

    async def _texts(self, request: web.Request) -> web.Response:
        return plain_json(self._shown.texts(request.query.get("language", self._shown.language)))

    async def _school(self, _request: web.Request) -> web.Response:
        groups = [r for r in self._chat.rooms() if r.group]
        return plain_json(
            {
                "school": self._shown.school,
                "language": self._shown.language,
                "people": list(self._chat.people.values()),
                "groups": [
                    {"id": g.key, "title": g.title, "members": list(g.members)} for g in groups
                ],
                "start": [{"as": person, "room": room} for person, room in self._shown.start],
            }
        )

    async def _rooms(self, _request: web.Request) -> web.Response:
        return plain_json({"rooms": [_shown(room) for room in self._chat.rooms()]})

    async def _letters(self, _request: web.Request) -> web.Response:
        letters = await asyncio.to_thread(self._shown.letters)
        return plain_json({"letters": list(letters)})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        # A page that is closed ends the stream: there is nobody left to tell.
        with contextlib.suppress(ConnectionError):
            async with self._chat.events() as queue:
                await response.prepare(request)
                await response.write(b": here\n\n")
                while True:
                    await response.write(await _next(queue, self.breath))
        return response

    async def _send(self, request: web.Request) -> web.Response:
        """Take a file; it is read no further than there may be of it, whatever its header says."""
        told = [request.query.get(name, "") for name in ("as", "room", "name", "id")]
        if OUR_HEADER not in request.headers or not all(told):
            raise web.HTTPForbidden
        content = bytearray()
        async for part in request.content.iter_any():
            content += part
            if len(content) > LARGEST:
                return plain_json({"ok": False}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        person, room, name, origin = told
        try:
            await self._chat.send(person, room, name, bytes(content), origin)
        except NotTakenError:
            return plain_json({"ok": False}, status=503)
        return plain_json({"ok": True})

    async def _file(self, request: web.Request) -> web.Response:
        """Give a file that the bot sent; always to be saved, never to be run in the page."""
        where = [request.query.get(name, "") for name in ("as", "room", "message")]
        try:
            name, parts = await self._chat.file_of(*where)
            content = b"".join([part async for part in parts])
        except (NotTakenError, NoSuchFileError):
            raise web.HTTPNotFound from None
        kept = {"Content-Disposition": content_disposition_header("attachment", filename=name)}
        return web.Response(body=content, content_type="application/octet-stream", headers=kept)

    def _act(
        self, act: Callable[..., Awaitable[None]], told: Sequence[str]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            if OUR_HEADER not in request.headers or request.content_type != "application/json":
                raise web.HTTPForbidden
            try:
                asked = msgspec.json.decode(await request.read(), type=dict[str, str])
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise web.HTTPBadRequest from error
            if not all(asked.get(name) for name in told):
                raise web.HTTPBadRequest
            try:
                await act(*(asked[name] for name in told))
            except NotTakenError:
                # The page says so in the language that its visitor chose.
                return plain_json({"ok": False}, status=503)
            return plain_json({"ok": True})

        return answer


async def _next(queue: "asyncio.Queue[Event]", breath: float) -> bytes:
    """Wait for something to tell (Server-Sent Events, HTML standard 9.2), but not for ever."""
    try:
        async with asyncio.timeout(breath):
            return b"data: " + _told(await queue.get()) + b"\n\n"
    except TimeoutError:
        return b": still here\n\n"


async def _file(request: web.Request) -> web.Response:
    return page_file(*FILES[request.path])


def _shown(room: LocalRoom) -> dict[str, Any]:
    messages = [_message(m) for m in room.messages]
    return {"id": room.key, "group": room.group, "messages": messages}


def _message(message: LocalMessage) -> dict[str, Any]:
    return {
        "id": message.id,
        "author": message.author,
        "text": message.text,
        "buttons": message.buttons,
        "at": message.at,
        "removed": message.removed,
        "edited": message.edited,
        "file": _shown_file(message),
    }


def _shown_file(message: LocalMessage) -> dict[str, Any] | None:
    """Show what a file is called and whether it can be had; never what opens it."""
    if message.file is None:
        return None
    return {"name": message.file.name, "here": message.file.stored is not None}


def _told(event: Event) -> bytes:
    message = event.get("message")
    shown = _message(message) if isinstance(message, LocalMessage) else message
    return msgspec.json.encode({**event, "message": shown} if message else event)
