"""The pages the bot serves itself: its health, the confirmation behind an e-mail, the console.

The local chat adds its own pages (`web_chat`), on this machine only. Nothing here reads a document.
"""

import asyncio
import hmac
import html
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
from aiohttp import web

from bot.ports import Act, Address, Fate, Happening, Incoming, Outcome, Owed, StoreError, Take

log = logging.getLogger(__name__)

PLATFORM = "web"

ANSWER_WITHIN = 10.0
"""Seconds in which the bot answers a confirmation; else the page says to try again."""

LARGEST_REQUEST = 20 * 1024 * 1024
"""A roster of thousands of pupils, sent by the command line."""

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Phrase = Callable[[str], str]
"""Gives a text of the catalogue by id, for somebody whose language is not known."""


class PortInUseError(Exception):
    """The pages can't be served where the configuration wants them."""


class WebServer:
    """The pages, and at the same time the `Channel` that answers a confirmation."""

    platform = PLATFORM
    readable_by_platform = False

    def __init__(
        self,
        host: str,
        port: int,
        *,
        phrase: Phrase,
        health: Callable[[], Mapping[str, Any]],
        console: Callable[[str, object], Awaitable[Any]],
        console_token: str,
    ) -> None:
        """Take where to listen and what to show; nothing is opened before `start`.

        console        does a command of the command line; raises an error whose text is an answer
        console_token  the word that shows that the command line has the key of the data
        """
        self._host = host
        self._port = port
        self._phrase = phrase
        self._health = health
        self._console = console
        self._console_token = console_token
        self._take: Take | None = None
        self._waiting: dict[str, asyncio.Future[str]] = {}
        self._runner: web.AppRunner | None = None
        self.app = web.Application(
            client_max_size=LARGEST_REQUEST, middlewares=[self._only_for_us, _with_headers]
        )
        self.app.router.add_get("/healthz", self._show_health)
        self.app.router.add_get("/bevestig/{token}", self._show_question)
        self.app.router.add_post("/bevestig/{token}", self._take_confirmation)
        self.app.router.add_post("/console", self._do_command)

    @property
    def address(self) -> str:
        """Where the pages are, once they are served."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    def listen(self, take: Take) -> None:
        """Hand confirmations to the engine from now on."""
        self._take = take

    async def start(self) -> None:
        """Serve the pages; raises `PortInUseError` when that is not possible there."""
        runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError as error:
            await runner.cleanup()
            raise PortInUseError(
                f"The pages can't be served on {self._host} port {self._port}: {error.strerror}. "
                "Stop the program that uses that port, or choose another one in [local] port."
            ) from error
        self._port = runner.addresses[0][1]
        self._runner = runner

    async def stop(self) -> None:
        """Stop serving."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def deliver(self, owed: Owed) -> Outcome:
        """Give a confirmation its answer; when nobody waits for it any more, that is no harm."""
        waiting = self._waiting.get(owed.tap)
        if owed.act is Act.ANSWER_TAP and waiting is not None and not waiting.done():
            waiting.set_result(owed.text)
        return Outcome(Fate.ACCEPTED)

    async def _show_health(self, _request: web.Request) -> web.Response:
        found = self._health()
        return plain_json(found, status=200 if found["ok"] else 503)

    async def _show_question(self, _request: web.Request) -> web.Response:
        # Looking confirms nothing: mail scanners open every link.
        button = html.escape(self._phrase("button-confirm"))
        return self._page(
            f"<p>{html.escape(self._phrase('mail-page-question'))}</p>"
            f'<form method="post"><button type="submit">{button}</button></form>'
        )

    async def _take_confirmation(self, request: web.Request) -> web.Response:
        token = request.match_info["token"]
        if self._take is None:
            raise web.HTTPServiceUnavailable
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        address = Address(PLATFORM, token)
        tap = f"{token}:{id(answer)}"
        self._waiting[tap] = answer
        try:
            await self._take(
                Incoming(
                    f"{PLATFORM}:{tap}",
                    Happening.TAP,
                    address,
                    private=True,
                    sender=address,
                    text=f"bevestig:{token}",
                    tap=tap,
                )
            )
            async with asyncio.timeout(ANSWER_WITHIN):
                words = await answer
        except (StoreError, TimeoutError) as error:
            log.error("A confirmation could not be answered (%s).", type(error).__name__)  # noqa: TRY400
            return self._page(f"<p>{html.escape(self._phrase('common-try-again'))}</p>", 503)
        finally:
            del self._waiting[tap]
        return self._page(f"<p role='status'>{html.escape(words)}</p>")

    async def _do_command(self, request: web.Request) -> web.Response:
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {self._console_token}".encode()):
            raise web.HTTPForbidden
        asked = msgspec.json.decode(await request.read())
        answer = await self._console(asked["command"], asked["arguments"])
        return plain_json(answer)

    def _page(self, body: str, status: int = 200) -> web.Response:
        title = html.escape(self._phrase("mail-page-title"))
        words = (
            f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>{title}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<main><h1>{title}</h1>{body}</main></html>"
        )
        return web.Response(text=words, content_type="text/html", status=status)

    @web.middleware
    async def _only_for_us(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuse a browser that was led here under another name (DNS rebinding)."""
        if self._host in LOOPBACK and _host_of(request) not in LOOPBACK:
            raise web.HTTPForbidden
        return await handler(request)


def plain_json(found: object, status: int = 200) -> web.Response:
    """Answer with JSON."""
    return web.Response(
        body=msgspec.json.encode(found), content_type="application/json", status=status
    )


def _host_of(request: web.Request) -> str:
    host = request.headers.get("Host", "")
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


@web.middleware
async def _with_headers(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    response = await handler(request)
    if not response.prepared:
        response.headers.update(HEADERS)
    return response
