"""The bot as an administrator has it: commands, a process that runs, signals, what is printed."""

import contextlib
import io
import json
import logging
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from bot.__main__ import QUIET, main
from bot.config_sections import KEY_VARIABLE, PASSWORD_VARIABLE, TOKEN_VARIABLE

REPOSITORY = Path(__file__).resolve().parents[1]

SECRETS = {KEY_VARIABLE, PASSWORD_VARIABLE, TOKEN_VARIABLE}


def surroundings() -> dict[str, str]:
    """Give the environment of a process: this one's, without secrets of whoever runs the tests."""
    own = {name: value for name, value in os.environ.items() if name not in SECRETS}
    return {**own, "PYTHONPATH": str(REPOSITORY)}


def groepsmaat(
    folder: Path, *arguments: str, typed: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end, in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=surroundings(),
        input=typed,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def at_once(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end in this process, which takes a tenth of the time."""
    out, err = io.StringIO(), io.StringIO()
    levels = {name: logging.getLogger(name).level for name in QUIET}
    try:
        with (
            contextlib.chdir(folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main(arguments)
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def refused(folder: Path, *arguments: str) -> str:
    """Give a command that can't be done; gives the sentences it ends with."""
    done = at_once(folder, *arguments)
    assert done.returncode == 1, done
    return done.stderr


def printed(folder: Path, *arguments: str) -> str:
    """Give a command that can be done; gives what it printed."""
    done = at_once(folder, *arguments)
    assert done.returncode == 0, done
    return done.stdout


@dataclass
class RunningBot:
    """A bot that serves its pages."""

    process: subprocess.Popen[str]
    address: str

    def asks(self, path: str, body: Any = None) -> tuple[int, Any]:
        """Read a page, or post to it as the page of the chat does; gives status and JSON."""
        request = urllib.request.Request(  # noqa: S310 - the address is the bot's own
            f"{self.address}{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "X-Groepsmaat": "test"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - idem
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                told = error.read()
                return error.code, json.loads(told) if told.startswith(b"{") else told.decode()

    def says(self, person: str, text: str, origin: str, room: str = "") -> tuple[int, Any]:
        """Let somebody say something on the page, in private or in a group."""
        words = {"as": person, "room": room or person, "text": text, "id": origin}
        return self.asks("/api/say", words)

    def taps(self, person: str, wanted: Collection[str], origin: str) -> bool:
        """Tap a button of the last message of somebody's private chat; False when it has none.

        `wanted` are the labels and the data of buttons, of which the first one shown is tapped.
        """
        _, told = self.asks("/api/rooms")
        [last] = [r["messages"][-1] for r in told["rooms"] if r["id"] == person]
        shown = (button for row in last["buttons"] for button in row)
        found = next((b for b in shown if {b["label"], b["data"]} & {*wanted}), None)
        if found is None:
            return False
        of = {"message": last["id"], "data": found["data"]}
        done, _ = self.asks("/api/tap", {"as": person, "room": person, "id": origin, **of})
        assert done == HTTPStatus.OK
        return True

    def texts(self, room: str) -> list[str]:
        """List what stands in a room."""
        _, told = self.asks("/api/rooms")
        return [m["text"] for r in told["rooms"] if r["id"] == room for m in r["messages"]]

    def members(self, room: str) -> list[str]:
        """List who is in a group."""
        _, told = self.asks("/api/school")
        return next(g["members"] for g in told["groups"] if g["id"] == room)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hold a stream of events open, as an open page does."""
        with urllib.request.urlopen(f"{self.address}/api/events", timeout=30):  # noqa: S310 - idem
            yield

    def stops(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Stop it as a service manager or Ctrl+C does; gives the exit code and its log."""
        self.process.send_signal(number)
        _, log = self.process.communicate(timeout=30)
        return self.process.returncode, log


@contextmanager
def running(
    folder: Path, *arguments: str, through: Sequence[str | Path] = ()
) -> Iterator[RunningBot]:
    """Run the bot in a folder until the block ends; `through` is a program that starts it."""
    command = [*through, sys.executable, "-m", "bot", "run", "--port", "0", *arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            ready = re.fullmatch(r"Groepsmaat is ready on (http://127\.0\.0\.1:\d+)\n", first)
            if ready is None:
                raise AssertionError(f"The bot is not ready: {first}{process.communicate()}")
            yield RunningBot(process, ready[1])
        finally:
            if process.poll() is None:
                process.kill()
                process.communicate()
