"""The page of the local chat over real HTTP, on a real chat: what it shows, takes and refuses."""

import asyncio
import contextlib
import io
import json
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp
import pytest

from bot.adapters.web import WebServer
from bot.adapters.web_chat import ChatPage, Shown
from bot.ports import Act, Button, Happening, Refusal
from tests.adapters.local_listening import GROUP, at, local_world, owed, say
from tests.adapters.test_web import ROBUST
from tests.files import CANARY, TOO_BIG, png

OURS = {"X-Groepsmaat": "page"}


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str


async def no_console(_command: str, _arguments: object) -> object:
    raise AssertionError("The page gives no commands.")


@pytest.fixture
async def world(tmp_path):
    async with local_world(tmp_path) as opened:
        yield opened


@dataclass(frozen=True)
class Opened:
    """The page, and a browser that knows where it is."""

    page: ChatPage
    browser: aiohttp.ClientSession


@pytest.fixture
async def opened(world):
    server = WebServer(
        "127.0.0.1",
        0,
        phrase=str,
        health=dict,
        console=no_console,
        console_token="w",
    )
    shown = Shown(
        school="De Linde",
        language="nl",
        start=(("noor", GROUP.key),),
        texts=lambda language: {"page-not-kept": f"niet bewaard ({language})"},
        letters=lambda: [Letter("ouder@ouders.example", "Bericht van De Linde")],
    )
    page = ChatPage(server.app, world.chat, shown)
    await server.start()
    async with aiohttp.ClientSession(server.address) as session:
        yield Opened(page, session)
    await server.stop()


@pytest.fixture
def browser(opened):
    return opened.browser


async def post(browser, name, headers=OURS, **body):
    async with browser.post(f"/api/{name}", json=body, headers=headers) as answer:
        text = await answer.text()
        return answer.status, json.loads(text) if answer.content_type.endswith("json") else text


# What is shown


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/page/style.css", "text/css"),
        ("/page/chat.js", "text/javascript"),
        ("/page/icon.svg", "image/svg+xml"),
    ],
)
async def test_the_page_comes_whole_and_may_load_from_here_only(browser, path, kind):
    async with browser.get(path) as answer:
        assert (answer.status, answer.content_type) == (200, kind)
        assert {name: answer.headers[name] for name in ROBUST} == ROBUST
        assert await answer.text()


async def test_the_page_learns_who_and_which_groups_there_are(browser):
    async with browser.get("/api/school") as answer:
        school = await answer.json()

    assert school["people"][0] == {
        "id": "juf",
        "name": "Anouk Hendriks",
        "description": "mentor 7B",
    }
    assert school["groups"] == [{"id": GROUP.key, "title": "7B", "members": ["juf", "noor"]}]
    assert school["start"] == [{"as": "noor", "room": GROUP.key}]


async def test_the_page_learns_what_was_said(browser, world):
    await world.chat.deliver(say("noor", "Morgen vrij", buttons=((Button("Gelezen", "r:1"),),)))
    async with browser.get("/api/rooms") as answer:
        rooms = (await answer.json())["rooms"]

    by_id = {room["id"]: room for room in rooms}
    assert by_id[GROUP.key] == {"id": GROUP.key, "group": True, "messages": []}
    (message,) = by_id["noor"]["messages"]
    assert message == {
        "id": "1",
        "author": "",
        "text": "Morgen vrij",
        "buttons": [[{"label": "Gelezen", "data": "r:1", "link": ""}]],
        "at": "2026-11-23T08:30:00+00:00",
        "removed": False,
        "edited": False,
        "file": None,
    }


async def test_the_page_learns_its_texts_and_the_letters(browser):
    async with browser.get("/api/texts") as own, browser.get("/api/texts?language=en") as english:
        assert await own.json() == {"page-not-kept": "niet bewaard (nl)"}
        assert await english.json() == {"page-not-kept": "niet bewaard (en)"}
    async with browser.get("/api/letters") as letters:
        assert (await letters.json())["letters"] == [
            {"to": "ouder@ouders.example", "subject": "Bericht van De Linde"}
        ]


# What people do on it


async def test_what_is_done_on_the_page_reaches_the_bot_once(browser, world):
    say_hoi = {"as": "noor", "room": "noor", "text": "hoi", "id": "o1"}

    assert await post(browser, "say", **say_hoi) == (200, {"ok": True})
    assert await post(browser, "say", **say_hoi) == (200, {"ok": True})
    tap = {"as": "noor", "room": "noor", "message": "1", "data": "read:a7", "id": "o2"}
    assert await post(browser, "tap", **tap) == (200, {"ok": True})
    join = {"as": "sem", "room": GROUP.key, "id": "o3"}
    assert await post(browser, "join", **join) == (200, {"ok": True})
    leave = {"as": "noor", "room": GROUP.key, "id": "o4"}
    assert await post(browser, "leave", **leave) == (200, {"ok": True})

    assert world.texts("noor") == ["hoi"]
    assert [(i.what, i.sender) for i in world.incoming] == [
        (Happening.MESSAGE, at("noor")),
        (Happening.MESSAGE, at("noor")),
        (Happening.TAP, at("noor")),
        (Happening.JOIN_REQUEST, at("sem")),
        (Happening.LEFT, at("noor")),
    ]
    assert len({i.origin for i in world.incoming}) == 4


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "https://elsewhere.example"}, {"Content-Type": "text/plain", **OURS}],
)
async def test_a_form_of_another_site_does_nothing(browser, world, headers):
    body = json.dumps({"as": "noor", "room": "noor", "text": "hoi", "id": "o1"})
    async with browser.post("/api/say", data=body, headers=headers) as answer:
        assert answer.status == HTTPStatus.FORBIDDEN
        assert {name: answer.headers[name] for name in ROBUST} == ROBUST

    assert world.incoming == []


async def test_a_browser_led_here_under_another_name_does_nothing(browser, world):
    status, _ = await post(
        browser,
        "say",
        {**OURS, "Host": "school.example"},
        **{"as": "noor", "room": "noor", "text": "hoi", "id": "o1"},
    )

    assert (status, world.incoming) == (403, [])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"as": 5, "room": "noor", "text": "hoi", "id": "o1"}',
        b'{"room": "noor", "text": "hoi", "id": "o1"}',
        b'{"as": "noor", "room": "noor", "text": "hoi"}',
        b'{"as": "noor", "room": "noor", "text": "hoi", "id": ""}',
        b'{"as": "noor", "room": "noor", "text": "", "id": "o1"}',
        b'{"as": "noor", "room": "noor", "text": "\\ud800", "id": "o1"}',
        b'{"as": "noor", "room": "noor", "text": "\xff", "id": "o1"}',
    ],
)
async def test_what_makes_no_sense_is_refused(browser, world, body):
    headers = {"Content-Type": "application/json", **OURS}
    async with browser.post("/api/say", data=body, headers=headers) as answer:
        assert answer.status == HTTPStatus.BAD_REQUEST

    assert world.incoming == []


async def test_whoever_is_not_in_a_room_hears_that_nothing_was_kept(browser, world):
    told = (503, {"ok": False})
    for who in ("sem", "niemand", "noor "):
        body = {"as": who, "room": GROUP.key, "text": "hoi", "id": "o1"}
        assert await post(browser, "say", **body) == told
    assert world.incoming == []


async def test_what_the_bot_could_not_keep_is_said_so_and_the_next_try_is_not_doubled(
    browser, world
):
    say_hoi = {"as": "noor", "room": "noor", "text": "hoi", "id": "o1"}
    world.kept.full_after = 0
    assert await post(browser, "say", **say_hoi) == (503, {"ok": False})
    world.kept.full_after = None

    assert await post(browser, "say", **say_hoi) == (200, {"ok": True})
    assert world.texts("noor") == ["hoi"]
    assert [i.origin for i in world.incoming] == ["local:o1"]


# What the page hears


@asynccontextmanager
async def stream(browser, world):
    """Listen as the page does; gives a function that waits for the next event."""
    async with browser.get("/api/events") as answer:
        assert answer.content_type == "text/event-stream"
        assert {name: answer.headers[name] for name in ROBUST} == ROBUST
        assert await answer.content.readuntil(b"\n\n") == b": here\n\n"
        assert len(world.chat._listeners) == 1

        async def hear():
            async with asyncio.timeout(5):
                return (await answer.content.readuntil(b"\n\n")).decode()

        yield hear


def told(block: str):
    assert block.startswith("data: ")
    return json.loads(block.removeprefix("data: "))


async def test_the_page_hears_of_everything_at_once(browser, world):
    async with stream(browser, world) as hear:
        await post(browser, "say", **{"as": "noor", "room": GROUP.key, "text": "a\n\nb", "id": "1"})
        said = told(await hear())
        await world.chat.deliver(owed(Act.REMOVE, GROUP.key, message="1"))
        removed = told(await hear())
        await world.chat.deliver(owed(Act.ANSWER_TAP, "noor", tap="noor:1", text="Dank je"))
        toast = told(await hear())
        await world.chat.deliver(owed(Act.EXPEL, GROUP.key, account=at("noor")))
        members = told(await hear())
        world.chat.letters_changed()
        letters = told(await hear())

    assert (said["kind"], said["room"], said["message"]["text"]) == ("message", GROUP.key, "a\n\nb")
    assert (removed["message"]["id"], removed["message"]["removed"]) == ("1", True)
    assert removed["message"]["text"] == ""
    assert toast == {"kind": "toast", "as": "noor", "text": "Dank je"}
    assert members == {"kind": "members", "room": GROUP.key, "members": ["juf"]}
    assert letters == {"kind": "letters"}


async def test_nothing_secret_of_a_message_is_told(browser, world):
    async with stream(browser, world) as hear:
        await world.chat.deliver(say("noor", "Morgen vrij"))
        assert "000000001-1" not in await hear()


async def test_a_silent_stream_says_that_it_lives(opened, world):
    opened.page.breath = 0.05
    async with stream(opened.browser, world) as hear:
        assert await hear() == ": still here\n\n"
        world.chat.letters_changed()
        while (block := await hear()) == ": still here\n\n":
            pass
        assert told(block) == {"kind": "letters"}


async def test_a_page_that_is_closed_is_not_spoken_to_and_breaks_nothing(browser, world, caplog):
    caplog.set_level(logging.INFO)
    async with stream(browser, world):
        pass
    async with asyncio.timeout(5):
        while world.chat._listeners:
            world.chat.letters_changed()
            await asyncio.sleep(0.01)

    assert caplog.records == []


# Files


SENT = {"as": "noor", "room": "noor", "name": "scherm.png", "id": "o1"}


async def send(browser, content, headers=OURS, **where):
    told = {**SENT, **where}
    async with browser.post("/api/send", data=content, params=told, headers=headers) as answer:
        return answer.status


async def test_a_file_is_handed_in_and_is_not_on_the_disk_before_the_bot_wants_it(
    browser, world, tmp_path
):
    assert await send(browser, png()) == HTTPStatus.OK

    [incoming] = world.incoming
    assert incoming.media is not None
    assert incoming.media.size == len(png())
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and CANARY in p.read_bytes()]
    async with browser.get("/api/rooms") as answer:
        rooms = {room["id"]: room for room in (await answer.json())["rooms"]}
    assert rooms["noor"]["messages"][0]["file"] == {"name": "scherm.png", "here": False}


async def test_a_file_of_more_than_20_megabytes_is_turned_away_while_it_comes_in(browser, world):
    assert await send(browser, io.BytesIO(TOO_BIG)) == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert world.incoming == []


async def test_a_stream_without_end_is_turned_away(browser, world):
    async def endless():
        while True:
            yield bytes(1 << 20)

    # The server hangs up; whether its answer is still read is a matter of luck.
    with contextlib.suppress(aiohttp.ClientError):
        assert await send(browser, endless()) == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert world.incoming == []


async def test_a_file_from_another_site_or_without_a_name_is_forbidden(browser, world):
    assert await send(browser, png(), headers={}) == HTTPStatus.FORBIDDEN
    assert await send(browser, png(), name="") == HTTPStatus.FORBIDDEN
    assert await send(browser, png(), room="sem") == HTTPStatus.SERVICE_UNAVAILABLE
    assert world.incoming == []


async def test_only_the_last_files_are_held_and_none_after_a_restart(world):
    for number in range(6):
        await world.chat.send("noor", "noor", "x.png", png(), f"o{number}")
    first, last = world.incoming[0].media, world.incoming[-1].media

    kept = [
        await world.chat.deliver(owed(Act.KEEP, "noor", n, media=media, key=f"k{n}"))
        for n, media in enumerate((first, last))
    ]

    assert [outcome.why for outcome in kept] == [Refusal.FILE_GONE, None]


async def test_a_file_of_the_bot_is_saved_and_never_run_in_the_page(browser, world):
    stored = await world.files.put("a", b"<script>alert(1)</script>", "text/html")
    sent = owed(Act.SEND_FILE, "noor", file=stored, name="zaak-1-bewijs-1.png")
    number = (await world.chat.deliver(sent)).message
    assert (await world.chat.deliver(sent)).message == number

    where = {"as": "noor", "room": "noor", "message": number}
    async with browser.get("/api/file", params=where) as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="zaak-1-bewijs-1.png"'
        )
        assert await answer.read() == b"<script>alert(1)</script>"
    async with browser.get("/api/rooms") as answer:
        assert stored.secret not in await answer.text()


@pytest.mark.parametrize(
    "where",
    [
        {"as": "sem", "room": "noor", "message": "1"},
        {"as": "noor", "room": "noor", "message": "9"},
        {"as": "noor", "room": "noor", "message": "2"},
        {},
    ],
)
async def test_somebody_else_and_a_message_without_a_file_get_none(browser, world, where):
    stored = await world.files.put("a", b"x", "text/plain")
    await world.chat.deliver(owed(Act.SEND_FILE, "noor", file=stored, name="x.png"))
    await world.chat.deliver(say("noor", number=2))

    async with browser.get("/api/file", params=where) as answer:
        assert answer.status == HTTPStatus.NOT_FOUND


async def test_a_file_that_is_gone_is_not_found(browser, world):
    stored = await world.files.put("a", b"x", "text/plain")
    await world.chat.deliver(owed(Act.SEND_FILE, "noor", file=stored, name="x.png"))
    await world.files.remove("a")

    where = {"as": "noor", "room": "noor", "message": "1"}
    async with browser.get("/api/file", params=where) as answer:
        assert answer.status == HTTPStatus.NOT_FOUND
