"""A server on 127.0.0.1 that speaks the Bot API, with people who use the Telegram behind it.

    async with TelegramEmulator() as telegram:
        juf = telegram.person("Juf Noor")
        klas = telegram.group("7B", owner=juf)
        juf.starts("CODE")
        await juf.hears("Welkom")

The bot under test may live in this process or in another one: it only needs `url` and `token`.
Calls are judged by the machine-readable specification where that is there (`telegram_spec`);
what breaks it is collected in `protocol_errors` and fails the test when the emulator closes.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.emulators.telegram_chats import Group
from tests.emulators.telegram_faults import Fault, Faults, Trouble
from tests.emulators.telegram_group_methods import GROUP_METHODS
from tests.emulators.telegram_message_methods import MESSAGE_METHODS
from tests.emulators.telegram_params import Params, read
from tests.emulators.telegram_people import Person
from tests.emulators.telegram_spec import BotApiSpec
from tests.emulators.telegram_things import MEMBER, Account, Json, Membership, Refusal
from tests.emulators.telegram_world import TelegramWorld

METHODS = MESSAGE_METHODS | GROUP_METHODS
A_TOKEN = "110201543:invented-token-of-the-emulator"
LARGEST_REQUEST = 50 * 1024 * 1024
FETCHING = "(file)"
"""How faults name the fetching of a file, which is no method of the Bot API."""


@dataclass
class Call:
    """One call of the bot.

    at         seconds on the monotonic clock
    connection which connection it came by: calls of one connection have the same number
    answered   the HTTP status of the answer; 0 while it is open, or when there was none
    """

    method: str
    params: Json = field(repr=False)
    at: float
    connection: int = 0
    answered: int = 0


class TelegramEmulator:
    """Telegram, as one bot and its people see it."""

    def __init__(
        self,
        *,
        token: str = A_TOKEN,
        username: str = "groepsmaat_bot",
        privacy_mode: bool = True,
        clock: Callable[[], datetime] | None = None,
        port: int = 0,
        judges_itself: bool = False,
    ) -> None:
        """Describe the bot; `port` 0 takes a free one, `clock` replaces the emulator's own.

        With `judges_itself` the emulator's own answers are held against the specification too.
        """
        self.token = token
        self.port = port
        self.world = TelegramWorld(
            Account(int(token.partition(":")[0]), "Groepsmaat", username=username, is_bot=True),
            privacy_mode=privacy_mode,
            clock=clock,
        )
        self.spec = BotApiSpec.load()
        self.calls: list[Call] = []
        self.fetched: list[str] = []
        self.protocol_errors: list[str] = []
        self._judges_itself = judges_itself
        self._faults = Faults()
        self._runner: web.AppRunner | None = None

    # Serving

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, and fail a test that passed although the bot broke the protocol."""
        await self.goes_down()
        if kind is None and self.protocol_errors:
            raise AssertionError(f"The Bot API does not know this: {self.protocol_errors}")

    async def comes_back(self) -> None:
        """Listen (again, on the same port), with everything as it was left."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/files/{file_id}", self._give_file)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = runner.addresses[0][1]
        self._runner = runner

    async def goes_down(self) -> None:
        """Stop listening; people may go on, the bot finds their messages when it is back."""
        self.recovers()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        """Return where the emulator listens, without a path."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def bot_url(self) -> str:
        """Return the base URL in the form of python-telegram-bot (`base_url`)."""
        return f"{self.url}/bot"

    @property
    def file_url(self) -> str:
        """Return the base URL for files in that form (`base_file_url`)."""
        return f"{self.url}/file/bot"

    # The world

    @property
    def bot(self) -> Account:
        """Return the bot's own account."""
        return self.world.bot

    def person(
        self,
        name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "nl",
    ) -> Person:
        """Let somebody have an account; they have not opened the bot yet."""
        chat = self.world.new_person(
            name, last_name=last_name, username=username, language_code=language
        )
        return Person(self.world, chat)

    def group(
        self,
        title: str,
        *,
        owner: Person,
        supergroup: bool = True,
        username: str | None = None,
        members: Iterable[Person] = (),
    ) -> Group:
        """Let somebody make a group, public when it has a username; the bot is not in it."""
        group = self.world.new_group(title, supergroup=supergroup, username=username)
        group.set_membership(owner.account, Membership("creator"))
        for member in members:
            group.set_membership(member.account, MEMBER)
        self.world.new_link(group, owner.account, primary=True)
        self.world.new_link(group, owner.account, creates_join_request=True)
        return group

    def migrate(self, group: Group) -> None:
        """Turn a basic group into a supergroup, with a new id."""
        owner = next(account for account, member in group.governors if not account.is_bot)
        self.world.migrate(group, owner)

    def let_pass(self, **span: float) -> None:
        """Move the emulator's clock: `let_pass(minutes=6)`."""
        self.world.let_pass(**span)

    async def until(self, holds: Callable[[], Any], within: float = 5.0) -> None:
        """Wait until something holds, or fail after `within` real seconds."""
        await self.world.until(holds, within, lambda: f"Calls: {self.calls[-10:]}")

    async def settles(self, quiet: float = 0.2, within: float = 10.0) -> None:
        """Wait until the bot has confirmed every update and then was quiet for a while."""
        async with asyncio.timeout(within):
            while (busy_for := self._busy_for(quiet)) > 0:
                await self.world.until(lambda: not self.world.queue.pending, within)
                await asyncio.sleep(busy_for)

    def _busy_for(self, quiet: float) -> float:
        """Return how long to look again from now, in seconds; 0 when all has been quiet."""
        if self.world.queue.pending:
            return quiet
        deeds = [call.at for call in self.calls[-50:] if call.method != "getUpdates"]
        return max(0.0, max(deeds, default=0.0) + quiet - time.monotonic())

    # What the bot did

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method, oldest first."""
        return [call for call in self.calls if call.method == method]

    def count(self, method: str) -> int:
        """Count the calls of one method."""
        return len(self.calls_of(method))

    # What goes wrong

    def answers_next(
        self,
        code: int,
        *,
        method: str | None = None,
        chat: Group | Person | None = None,
        about: Person | None = None,
        times: int = 1,
        retry_after: int | None = None,
        description: str | None = None,
        body: bytes | None = None,
    ) -> None:
        """Answer the next calls that fit with an error (401, 404, 409, 429, 500, 502 …)."""
        self._faults.add(
            Fault(
                Trouble.ANSWER,
                times,
                method,
                None if chat is None else chat.id,
                None if about is None else about.id,
                code=code,
                retry_after=retry_after,
                description=description,
                body=body,
            )
        )

    def hangs_next(
        self,
        method: str | None = None,
        *,
        about: Person | None = None,
        times: int = 1,
        after_doing: bool = False,
    ) -> None:
        """Never answer the next calls that fit; `after_doing` carries them out all the same."""
        whom = None if about is None else about.id
        fault = Fault(Trouble.HANG, times, method, user_id=whom, after_doing=after_doing)
        self._faults.add(fault)

    def answers_late(
        self,
        method: str,
        seconds: float,
        *,
        chat: Group | Person | None = None,
        about: Person | None = None,
    ) -> None:
        """Carry out the next call that fits at once, and answer it only after some seconds."""
        where, whom = None if chat is None else chat.id, None if about is None else about.id
        fault = Fault(Trouble.DELAY, 1, method, where, whom, after_doing=True, seconds=seconds)
        self._faults.add(fault)

    def drops_next(
        self, method: str | None = None, *, times: int = 1, after_doing: bool = False
    ) -> None:
        """Cut the connection of the next calls that fit instead of answering."""
        self._faults.add(Fault(Trouble.DROP, times, method, after_doing=after_doing))

    def recovers(self) -> None:
        """Let nothing fail any more; calls that hang end without an answer."""
        self._faults.end()

    def injects(self, update: Json, *, without_id: bool = False) -> int:
        """Deliver a raw update, however broken; return its id."""
        return self.world.queue.inject(update, without_id=without_id)

    def repeats_last_update(self) -> None:
        """Deliver the update that the bot got last once more."""
        self.world.queue.repeat_last()

    def another_bot_polls(self) -> None:
        """Let a second process with the same token take over the waiting ``getUpdates``."""
        self.world.queue.end_polls()

    # Answering

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _refused(Refusal(401, "Unauthorized"))
        try:
            params = await read(request)
        except Refusal as refusal:
            return _refused(refusal)
        call = Call(method, params.values, time.monotonic(), id(request.protocol))
        self.calls.append(call)
        self.world.notice_change()
        fault = self._faults.next_for(method, params.values)
        answer: web.StreamResponse
        try:
            self._judge(method, params)
            if fault is not None and not fault.after_doing:
                raise fault.refusal()
            result = await self._result(method, params)
            self._judge_answer(method, result)
            answer = web.json_response({"ok": True, "result": result})
        except Refusal as refusal:
            answer = _refused(refusal)
        if fault is not None:
            if fault.loses_answer:
                await self._leave_unanswered(request, fault)
            elif fault.trouble is Trouble.DELAY:
                await self._faults.wait_out(fault.seconds)
            elif fault.body is not None:
                answer = web.Response(status=fault.code, body=fault.body, content_type="text/html")
        call.answered = 0 if fault is not None and fault.loses_answer else answer.status
        self.world.notice_change()
        return answer

    async def _leave_unanswered(self, request: web.Request, fault: Fault) -> None:
        if fault.trouble is Trouble.HANG:
            await self._faults.wait_out()
        if request.transport is not None:
            request.transport.abort()

    async def _result(self, method: str, params: Params) -> Any:
        if method == "getUpdates":
            return await self.world.queue.poll(
                params.number("offset", 0),
                params.number("limit", 100),
                params.number("timeout", 0),
                params.values.get("allowed_updates"),
            )
        if method not in METHODS:
            self.protocol_errors.append(f"the emulator does not do {method}")
            raise Refusal(404, "Not Found: method not found")
        return METHODS[method](self.world, params)

    def _judge(self, method: str, params: Params) -> None:
        if self.spec is None:
            return
        if not self.spec.knows(method):
            self.protocol_errors.append(f"the Bot API has no method {method!r}")
            raise Refusal(404, "Not Found: method not found")
        errors = self.spec.faults_in_call(method, params.values)
        if method == "getUpdates":
            wanted = params.values.get("allowed_updates") or []
            errors += [
                f"there is no kind of update called {kind!r}"
                for kind in wanted
                if kind not in self.spec.update_kinds
            ]
        if errors:
            self.protocol_errors += errors
            raise Refusal(400, f"Bad Request: {errors[0]}")

    def _judge_answer(self, method: str, result: object) -> None:
        if self._judges_itself and self.spec is not None:
            self.protocol_errors += self.spec.faults_in_answer(method, result)

    async def _give_file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _refused(Refusal(401, "Unauthorized"))
        upload = self.world.file_in(request.match_info["file_id"])
        if upload is None:
            return _refused(Refusal(404, "Not Found"))
        self.fetched.append(request.match_info["file_id"])
        self.world.notice_change()
        fault = self._faults.next_for(FETCHING, {})
        if fault is not None and fault.loses_answer:
            await self._leave_unanswered(request, fault)
        elif fault is not None:
            return _refused(fault.refusal())
        if upload.pause is None:
            return web.Response(body=upload.content)
        return await self._give_without_end(request, upload.content, upload.pause)

    async def _give_without_end(
        self, request: web.Request, content: bytes, pause: float
    ) -> web.StreamResponse:
        released = self._faults.released
        response = web.StreamResponse()
        await response.prepare(request)
        # Whoever has enough of it hangs up.
        with contextlib.suppress(ConnectionError):
            while not released.is_set():
                await response.write(content)
                await self._faults.wait_out(pause)
        return response


def _refused(refusal: Refusal) -> web.Response:
    shown: Json = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.parameters:
        shown["parameters"] = refusal.parameters
    return web.json_response(shown, status=refusal.code)
