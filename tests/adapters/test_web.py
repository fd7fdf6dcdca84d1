"""The bot's own pages, over real HTTP: health, the confirmation behind an e-mail, the console."""

import asyncio
import logging
import re
import socket
from http import HTTPStatus
from typing import Any

import aiohttp
import pytest

from bot.adapters.web import PortInUseError, WebServer, is_loopback
from bot.adapters.web_client import NoAnswerError, ask_running_bot
from bot.ports import Act, Address, Fate, Incoming, Owed, StoreError

TOKEN = "word-of-the-command-line"
FULL = "The disk that holds data is full: make room on it."
ROBUST = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class RefusedHereError(Exception):
    """What the console may refuse with a sentence."""


class SmallBot:
    """What stands behind the pages: it answers confirmations as the engine does, once each."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.found: dict[str, Any] = {"ok": True, "owed": 0, "telegram": None}
        self.taken: dict[str, Incoming] = {}
        self.confirmed: set[str] = set()
        self.full = False
        self.mute = False
        self.ordered: list[tuple[str, object]] = []
        self.server = WebServer(
            host,
            port,
            phrase=lambda text: f"<{text}>",
            health=lambda: self.found,
            console=self.do,
            console_token=TOKEN,
            explained=(StoreError, RefusedHereError),
        )
        self.server.listen(self.take)

    async def take(self, incoming: Incoming) -> None:
        if self.full:
            raise StoreError(FULL)
        if incoming.origin in self.taken or self.mute:
            return
        self.taken[incoming.origin] = incoming
        token = incoming.text.removeprefix("bevestig:")
        words = "Dank u wel <3" if token == "abc" else "Deze link kennen wij niet."
        if token == "abc":
            self.confirmed.add(token)
        owed = Owed("000000001-1", Act.ANSWER_TAP, incoming.chat, tap=incoming.tap, text=words)
        assert (await self.server.deliver(owed)).fate is Fate.ACCEPTED

    async def do(self, command: str, arguments: object) -> object:
        self.ordered.append((command, arguments))
        if command == "refuse":
            raise RefusedHereError("There is no class '9Z'. Known classes: 7B.")
        if command == "break":
            raise LookupError("Noor Bakker")
        return {"did": command}


@pytest.fixture
async def bot():
    small = SmallBot()
    await small.server.start()
    yield small
    await small.server.stop()


@pytest.fixture
async def browser(bot):
    async with aiohttp.ClientSession(bot.server.address) as session:
        yield session


# Health


async def test_health_is_told_with_its_status(bot, browser):
    async with browser.get("/healthz") as well:
        assert (well.status, await well.json()) == (200, bot.found)
    bot.found = {"ok": False, "owed": 3, "telegram": {"ok": False}}
    async with browser.get("/healthz") as ill:
        assert (ill.status, await ill.json()) == (503, bot.found)


# The confirmation behind an e-mail


async def test_looking_at_the_page_confirms_nothing(bot, browser):
    for method in ("GET", "HEAD"):
        async with browser.request(method, "/bevestig/abc") as page:
            assert page.status == HTTPStatus.OK
    async with browser.get("/bevestig/abc") as page:
        shown = await page.text()

    assert "&lt;mail-page-question&gt;" in shown
    assert '<form method="post"><button type="submit">&lt;button-confirm&gt;</button>' in shown
    assert bot.taken == {}


async def test_the_page_brings_its_looks_along_wherever_the_school_puts_it(browser):
    async with browser.get("/bevestig/abc", headers={"Host": "school.example"}) as page:
        linked = re.findall(r'<link rel="[a-z]+" href="([^"]+)"', await page.text())

    # Beside the page, so that one rule in the school's own web server leads to all of it.
    assert linked == ["confirm.css", "icon.svg"]
    for name, kind in zip(linked, ("text/css", "image/svg+xml"), strict=True):
        async with browser.get(f"/bevestig/{name}", headers={"Host": "school.example"}) as file:
            assert (file.status, file.content_type) == (HTTPStatus.OK, kind)


async def test_pressing_the_button_confirms_and_thanks(bot, browser):
    async with browser.post("/bevestig/abc") as page:
        assert page.status == HTTPStatus.OK
        assert "<p role='status'>Dank u wel &lt;3</p>" in await page.text()

    (taken,) = bot.taken.values()
    assert bot.confirmed == {"abc"}
    assert (taken.chat, taken.sender, taken.private) == (
        Address("web", "abc"),
        Address("web", "abc"),
        True,
    )


async def test_every_repeat_is_new_to_the_bot_and_thanked_for(bot, browser):
    for _ in range(30):
        async with browser.post("/bevestig/abc") as page:
            assert "Dank u wel" in await page.text()

    assert len(bot.taken) == 30


async def test_an_unknown_token_is_told_so(bot, browser):
    async with browser.post("/bevestig/xyz") as page:
        assert "Deze link kennen wij niet." in await page.text()

    assert bot.confirmed == set()


@pytest.mark.parametrize("token", ["a" * 65, "a/b", ""])
async def test_what_can_be_no_token_of_ours_does_not_reach_the_bot(bot, browser, token):
    async with browser.post(f"/bevestig/{token}") as page:
        assert page.status == HTTPStatus.NOT_FOUND

    assert bot.taken == {}


async def test_what_could_not_be_kept_is_to_be_tried_again(bot, browser, caplog):
    bot.full = True
    async with browser.post("/bevestig/abc") as page:
        assert page.status == HTTPStatus.SERVICE_UNAVAILABLE
        assert "&lt;common-try-again&gt;" in await page.text()
    bot.full = False
    async with browser.post("/bevestig/abc") as page:
        assert "Dank u wel" in await page.text()

    assert bot.confirmed == {"abc"}
    assert "abc" not in caplog.text


async def test_an_answer_that_does_not_come_is_to_be_tried_again(bot, browser):
    bot.server.answer_within = 0.05
    bot.mute = True

    async with browser.post("/bevestig/abc") as page:
        assert page.status == HTTPStatus.SERVICE_UNAVAILABLE
        assert "&lt;common-try-again&gt;" in await page.text()
    assert bot.server._waiting == {}


async def test_an_answer_that_nobody_waits_for_any_more_is_no_harm(bot):
    late = Owed("000000001-1", Act.ANSWER_TAP, Address("web", "abc"), tap="abc:1", text="Dank u")

    assert (await bot.server.deliver(late)).fate is Fate.ACCEPTED


async def test_before_the_bot_listens_nobody_is_thanked():
    deaf = SmallBot()
    deaf.server._take = None
    await deaf.server.start()
    try:
        async with (
            aiohttp.ClientSession(deaf.server.address) as browser,
            browser.post("/bevestig/abc") as page,
        ):
            assert page.status == HTTPStatus.SERVICE_UNAVAILABLE
    finally:
        await deaf.server.stop()


# The console


def bearer(word: str = TOKEN) -> dict[str, str]:
    return {"Authorization": f"Bearer {word}"}


async def test_the_command_line_gets_its_answer(bot):
    answer = await ask_running_bot(bot.server.address, TOKEN, "roster", {"apply": True})

    assert answer == {"did": "roster"}
    assert bot.ordered == [("roster", {"apply": True})]


async def test_a_refused_command_is_the_same_sentence_as_without_a_running_bot(bot):
    with pytest.raises(NoAnswerError) as refused:
        await ask_running_bot(bot.server.address, TOKEN, "refuse", {})

    assert str(refused.value) == "There is no class '9Z'. Known classes: 7B."


@pytest.mark.parametrize(
    "headers", [{}, bearer("guess"), bearer(""), {"Authorization": TOKEN}, bearer("\udcff")]
)
async def test_without_the_word_nothing_is_done(bot, headers):
    # Raw: an ordinary client would not send bytes that are no letters.
    raw = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    answer = await _raw(bot, f"POST /console HTTP/1.1\r\nHost: localhost\r\n{raw}")

    assert answer.startswith("HTTP/1.1 403 ")
    assert bot.ordered == []


async def _raw(bot: SmallBot, head: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", _port_of(bot))
    request = f"{head}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}"
    writer.write(request.encode("utf-8", "surrogateescape"))
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer.decode()


def _port_of(bot: SmallBot) -> int:
    return int(bot.server.address.rpartition(":")[2])


async def test_a_wrong_word_is_told_by_the_command_line(bot):
    with pytest.raises(NoAnswerError, match=r"answered 403\. Does it run with this"):
        await ask_running_bot(bot.server.address, "guess", "roster", {})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"roster"',
        b'{"command": 5, "arguments": {}}',
        b'{"command": "x"}',
        b'"\xff"',
    ],
)
async def test_what_is_no_command_is_refused_with_a_sentence(bot, browser, body):
    async with browser.post("/console", data=body, headers=bearer()) as answer:
        assert answer.status == HTTPStatus.BAD_REQUEST
        assert await answer.json() == {"error": "This is no command of the command line."}
    assert bot.ordered == []


async def test_a_command_that_breaks_tells_nobodys_name(bot, browser, caplog):
    async with browser.post(
        "/console", json={"command": "break", "arguments": {}}, headers=bearer()
    ) as answer:
        assert answer.status == HTTPStatus.INTERNAL_SERVER_ERROR
        assert "Noor" not in await answer.text()
    with pytest.raises(NoAnswerError, match="answered 500"):
        await ask_running_bot(bot.server.address, TOKEN, "break", {})

    assert "LookupError" in caplog.text
    assert "Noor" not in caplog.text


async def test_where_no_bot_answers_the_command_line_says_so():
    port = free_port()
    with pytest.raises(NoAnswerError, match=f"no bot answers at http://127.0.0.1:{port} "):
        await ask_running_bot(f"http://127.0.0.1:{port}", TOKEN, "roster", {})


async def test_another_program_at_that_address_is_not_taken_for_the_bot():
    async def hello(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
            b"Connection: close\r\n\r\nhi"
        )
        writer.close()

    async with await asyncio.start_server(hello, "127.0.0.1", 0) as other:
        port = other.sockets[0].getsockname()[1]
        with pytest.raises(NoAnswerError, match="no bot answers"):
            await ask_running_bot(f"http://127.0.0.1:{port}", TOKEN, "roster", {})


# Where it listens, and whom it lets in


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


async def test_a_port_in_use_is_told_with_its_number_and_what_to_do(bot):
    second = SmallBot(port=_port_of(bot))

    with pytest.raises(PortInUseError) as refused:
        await second.server.start()

    told = str(refused.value)
    assert f"127.0.0.1 port {_port_of(bot)}" in told
    assert "address already in use" in told
    assert "choose another one in [local] port" in told
    await second.server.stop()


async def test_an_address_that_is_not_of_this_machine_is_told():
    elsewhere = SmallBot(host="192.0.2.1")

    with pytest.raises(PortInUseError, match=r"can't be served on 192\.0\.2\.1 port 0"):
        await elsewhere.server.start()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("LocalHost", 200),
        ("[::1]:8765", 200),
        ("school.example", 403),
        ("127.0.0.1.school.example", 403),
        ("localhost.school.example:8765", 403),
        ("[2001:db8::1]", 403),
        ("", 403),
    ],
)
async def test_a_browser_led_here_under_another_name_sees_nothing(browser, host, status):
    async with browser.get("/healthz", headers={"Host": host}) as answer:
        assert answer.status == status
    async with browser.post(
        "/console",
        json={"command": "roster", "arguments": {}},
        headers={"Host": host, **bearer()},
    ) as answer:
        assert answer.status == status


async def test_guardians_may_come_in_by_the_schools_own_web_server(bot, browser):
    async with browser.post("/bevestig/abc", headers={"Host": "bot.school.example"}) as page:
        assert page.status == HTTPStatus.OK

    assert bot.confirmed == {"abc"}


async def test_any_address_of_this_machine_is_guarded():
    odd = SmallBot(host="127.0.0.2")
    try:
        await odd.server.start()
    except PortInUseError:
        pytest.skip("this system has one address of its own only")
    async with aiohttp.ClientSession(odd.server.address) as browser:
        async with browser.get("/healthz") as answer:
            assert answer.status == HTTPStatus.OK
        async with browser.get("/healthz", headers={"Host": "school.example"}) as answer:
            assert answer.status == HTTPStatus.FORBIDDEN
    await odd.server.stop()


@pytest.mark.parametrize("host", ["10.0.0.1", "::", "192.168.1.4", "school.example", ""])
def test_an_address_that_others_reach_is_not_this_machine_alone(host):
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("GET", "/bevestig/abc", 200),
        ("POST", "/bevestig/abc", 200),
        ("GET", "/nowhere", 404),
        ("DELETE", "/healthz", 405),
        ("POST", "/console", 403),
    ],
)
async def test_every_answer_forbids_what_no_page_of_ours_needs(browser, method, path, status):
    async with browser.request(method, path) as answer:
        assert answer.status == status
        assert {name: answer.headers[name] for name in ROBUST} == ROBUST


async def test_refusals_and_breakdowns_forbid_it_too(browser):
    led_astray = browser.get("/healthz", headers={"Host": "school.example"})
    broken = browser.post("/console", json={"command": "break", "arguments": 0}, headers=bearer())
    for request, status in ((led_astray, 403), (broken, 500)):
        async with request as answer:
            assert answer.status == status
            assert {name: answer.headers[name] for name in ROBUST} == ROBUST


@pytest.mark.parametrize("path", ["/", "/api/school", "/api/rooms", "/api/events", "/api/letters"])
async def test_where_the_chat_is_off_it_has_no_pages(browser, path):
    async with browser.get(path) as answer:
        assert answer.status == HTTPStatus.NOT_FOUND


async def test_no_log_line_names_a_token(browser, caplog):
    caplog.set_level(logging.DEBUG)
    async with browser.post("/bevestig/abc"):
        pass

    assert "abc" not in caplog.text


async def test_after_the_stop_nobody_answers_and_the_port_is_free(bot):
    await bot.server.stop()
    await bot.server.stop()

    again = SmallBot(port=_port_of(bot))
    await again.server.start()
    await again.server.stop()
