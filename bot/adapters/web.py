"""The pages the bot serves itself: its health, the confirmation behind an e-mail, the console.

The local chat adds its own pages (`web_chat`), on this machine only. Nothing here reads a document.
"""

import asyncio
import hmac
import html
import ipaddress
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from importlib import resources
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

CONFIRMATION = "/bevestig/"
"""Where guardians confirm; the school's own web server may lead them here from the internet."""

LOOKS = {"confirm.css": "text/css", "icon.svg": "image/svg+xml"}
"""What the confirmation page loads from beside itself: whatever leads there leads to these too."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

REFUSED = web.HTTPConflict.status_code
"""How the console says that a command was refused, with a sentence under "error"."""

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
        explained: tuple[type[Exception], ...] = (StoreError,),
    ) -> None:
        """Take where to listen and what to show; nothing is opened before `start`.

        console        does a command of the command line
        console_token  the word that shows that the command line has the key of the data
        explained      errors of `console` whose text is a sentence for the administrator
        """
        self._host = host
        self._port = port
        self._phrase = phrase
        self._health = health
        self._console = console
        self._console_token = console_token
        self._explained = explained
        self.answer_within = ANSWER_WITHIN
        self._take: Take | None = None
        self._waiting: dict[str, asyncio.Future[str]] = {}
        self._runner: web.AppRunner | None = None
        self.app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[self._only_for_us])
        self.app.on_response_prepare.append(_add_headers)
        self.app.router.add_get("/healthz", self._show_health)
        for name in LOOKS:
            self.app.router.add_get(CONFIRMATION + name, _look)
        self.app.router.add_get(CONFIRMATION + "{token:[^/]{1,64}}", self._show_question)
        self.app.router.add_post(CONFIRMATION + "{token:[^/]{1,64}}", self._take_confirmation)
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
        # Each press is new to the bot, also one on a page that stood open since last week.
        tap = f"{token}:{secrets.token_hex(8)}"
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
            async with asyncio.timeout(self.answer_within):
                words = await answer
        except (StoreError, TimeoutError) as error:
            log.error("A confirmation could not be answered (%s).", type(error).__name__)  # noqa: TRY400
            return self._page(f"<p>{html.escape(self._phrase('common-try-again'))}</p>", 503)
        finally:
            del self._waiting[tap]
        return self._page(f"<p role='status'>{html.escape(words)}</p>")

    async def _do_command(self, request: web.Request) -> web.Response:
        given = request.headers.get("Authorization", "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, f"Bearer {self._console_token}".encode()):
            raise web.HTTPForbidden
        try:
            order = msgspec.json.decode(await request.read(), type=_Order)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return plain_json({"error": "This is no command of the command line."}, status=400)
        try:
            answer = await self._console(order.command, order.arguments)
        except self._explained as error:
            return plain_json({"error": str(error)}, status=REFUSED)
        return plain_json(answer)

    def _page(self, body: str, status: int = 200) -> web.Response:
        title = html.escape(self._phrase("mail-page-title"))
        words = (
            f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>{title}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark">'
            '<link rel="stylesheet" href="confirm.css"><link rel="icon" href="icon.svg">'
            f"<main><h1>{title}</h1>{body}</main></html>"
        )
        return web.Response(text=words, content_type="text/html", status=status)

    @web.middleware
    async def _only_for_us(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuse a browser that was led here under another name (DNS rebinding).

        Not where a guardian confirms: whoever comes there needs the token of an e-mail, and may
        come in under the name of the school's own web server.
        """
        led_astray = is_loopback(self._host) and not is_loopback(_host_of(request))
        if led_astray and not request.path.startswith(CONFIRMATION):
            raise web.HTTPForbidden
        try:
            return await handler(request)
        except (web.HTTPException, ConnectionError):
            raise
        except Exception as error:  # noqa: BLE001 - one broken page must not fill the log with words
            # Its own words, and the path, could hold what somebody wrote.
            log.error("A page could not be shown (%s).", type(error).__name__)  # noqa: TRY400
            raise web.HTTPInternalServerError from None


class _Order(msgspec.Struct):
    """A command of the command line, as it comes in."""

    command: str
    arguments: Any


def plain_json(found: object, status: int = 200) -> web.Response:
    """Answer with JSON."""
    return web.Response(
        body=msgspec.json.encode(found), content_type="application/json", status=status
    )


def page_file(name: str, kind: str) -> web.Response:
    """Answer with one of the files in web_page."""
    text = resources.files("bot.adapters").joinpath("web_page", name).read_text(encoding="utf-8")
    return web.Response(text=text, content_type=kind)


async def _look(request: web.Request) -> web.Response:
    name = request.path.removeprefix(CONFIRMATION)
    return page_file(name, LOOKS[name])


def is_loopback(host: str) -> bool:
    """Say whether a name or an address is this machine itself."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host_of(request: web.Request) -> str:
    host = request.headers.get("Host", "")
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Put our headers on every answer, also on a refusal or one that went wrong."""
    response.headers.update(HEADERS)
