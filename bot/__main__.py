"""The command line: run the bot, ask it, load a roster, give out codes."""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot import app, case_commands, command_line, protocol_import, running
from bot.adapters.key_file import KeyFileError
from bot.adapters.roster_csv import RosterError
from bot.adapters.typesetting import TypesettingError
from bot.adapters.web import PortInUseError
from bot.adapters.web_client import NoAnswerError
from bot.answers.official import OfficialTextError, load_official
from bot.answers.protocol_error import ProtocolError
from bot.answers.ties import TiesError
from bot.case_plan import PlanError
from bot.config import Settings, load_settings
from bot.config_mistakes import ConfigurationError
from bot.domain.document import DocumentError
from bot.domain.protocol import AskerRole
from bot.domain.roster import StalePlanError
from bot.engine import UnknownCommandError
from bot.forms import FormError
from bot.own_protocol import judge_ties_to, read_own_document
from bot.platform_file import PlatformsError
from bot.ports import StoreError
from bot.texts import TextsError

EXPLAINED = (
    ConfigurationError,
    TextsError,
    PlatformsError,
    PlanError,
    FormError,
    ProtocolError,
    OfficialTextError,
    DocumentError,
    TiesError,
    StoreError,
    RosterError,
    NoAnswerError,
    StalePlanError,
    UnknownCommandError,
    app.CannotStartError,
    KeyFileError,
    PortInUseError,
    TypesettingError,
    command_line.RefusedError,
)
"""Errors whose text is a sentence for the administrator; a traceback would only hide it."""

HIGHEST_PORT = 65535

QUIET = ("aiohttp", "apscheduler", "asyncio", "httpx", "telegram", "fluent")
"""Libraries that would log addresses, or every heartbeat."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is done, 1 is refused with a sentence, 2 is a wrong command line."""
    options = parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr
    )
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    work: Callable[[argparse.Namespace], int] = options.work
    try:
        return work(options)
    except EXPLAINED as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read along (`| head`) has seen enough; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """Describe every command and its options."""
    top = argparse.ArgumentParser(prog="groepsmaat", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    run = _command(commands, "run", "start the bot; without a configuration the example school")
    # Not of a type: argparse would name our function where a sentence is needed.
    run.add_argument(
        "--port", nargs="?", const="", help="of the pages, instead of [local] port; 0: a free one"
    )
    run.set_defaults(work=lambda o: _live(running.run(_on_port(_settings(o), o.port))))

    chat = _command(commands, "chat", "talk with the example school in this terminal")
    chat.set_defaults(work=lambda o: _live(running.chat(_settings(o))))

    ask = _command(commands, "ask", "ask whether something is allowed")
    ask.add_argument("question", nargs="?", help="the question, between quotes")
    ask.add_argument("--role", choices=[r.value for r in AskerRole], default=AskerRole.ONBEKEND)
    ask.add_argument("--language", choices=("nl", "nl-x-eenvoudig", "en"))
    ask.add_argument("--batch", action="store_true", help="JSON lines in, JSON lines out")
    ask.set_defaults(work=_ask)

    roster = commands.add_parser("roster", help="who is at school").add_subparsers(
        required=True, metavar="COMMAND"
    )
    load = _command(roster, "import", "show what the files would change; --apply to do it")
    load.add_argument("pupils", type=Path)
    load.add_argument("--contacts", type=Path)
    load.add_argument("--staff", type=Path)
    load.add_argument("--apply", action="store_true", help="make the change")
    load.add_argument("--force", action="store_true", help="even if many people disappear")
    load.set_defaults(work=lambda o: _live(command_line.import_roster(_settings(o), o)))

    invite = _command(commands, "invite", "give out one-time codes")
    invite.add_argument("class_name", nargs="?", default="", metavar="CLASS")
    invite.add_argument("--guardians", action="store_true", help="its guardians, not its pupils")
    invite.add_argument("--staff", action="store_true", help="everybody on the staff")
    invite.add_argument("--json", action="store_true", help="for another program")
    invite.set_defaults(work=lambda o: _live(command_line.invite(_settings(o), o)))

    _case_commands(commands)

    key = _command(commands, "key", "make the key with which the data is encrypted")
    key.set_defaults(work=lambda o: command_line.make_key(_settings(o, key_may_be_missing=True)))

    protocol = commands.add_parser("protocol", help="the school's own document").add_subparsers(
        required=True, metavar="COMMAND"
    )
    tie = _command(protocol, "import", "show what a document says, and tie our rules to it")
    tie.add_argument("document", type=Path, help="txt, md, docx or pdf")
    tie.add_argument("--ties", type=Path, help="the file of ties; left out: beside the document")
    tie.add_argument("--write", action="store_true", help="write the file of ties")
    tie.set_defaults(
        work=lambda o: protocol_import.import_protocol(
            _settings(o, key_may_be_missing=True, ties_may_be_missing=True), o
        )
    )

    check = _command(commands, "check", "read the configuration, the texts and the rules")
    check.set_defaults(work=lambda o: _live(command_line.check(_settings(o))))
    return top


def _case_commands(commands: Any) -> None:  # noqa: ANN401 - as with `_command`
    case = commands.add_parser("case", help="cases and their log").add_subparsers(
        required=True, metavar="COMMAND"
    )
    export = _command(case, "export", "make a PDF of all that is known of a case")
    export.add_argument("number", metavar="NUMBER")
    export.add_argument("--by", default="", metavar="STAFF", help="number of who handles the case")
    export.add_argument("--output", type=Path, metavar="FILE", help="left out: zaak-NUMBER.pdf")
    export.set_defaults(work=lambda o: _live(case_commands.export_case(_settings(o), o)))

    figures = _command(case, "figures", "count reports per school, without persons")
    figures.add_argument("--year", default="", metavar="2026-2027", help="left out: this one")
    figures.add_argument("--json", action="store_true", help="for another program")
    figures.set_defaults(work=lambda o: _live(case_commands.show_figures(_settings(o), o)))

    verify = _command(case, "verify-log", "prove that nobody changed the log of cases")
    verify.add_argument("--head", default="", metavar="CHECKSUM", help="of a line that must be in")
    verify.add_argument("--file", type=Path, help="an exported log; needs no key and no data")
    verify.add_argument("--json", action="store_true", help="for another program")
    verify.set_defaults(work=_verify_log)

    log = case.add_parser("log", help="the log of cases").add_subparsers(
        required=True, metavar="COMMAND"
    )
    whole = _command(log, "export", "write the log to a file, one JSON object a line")
    whole.add_argument("file", type=Path)
    whole.set_defaults(work=lambda o: _live(case_commands.export_log(_settings(o), o)))


def _verify_log(options: argparse.Namespace) -> int:
    if options.file is not None:
        return case_commands.verify_file(options)
    return _live(case_commands.verify_log(_settings(options), options))


def _command(commands: Any, name: str, says: str) -> argparse.ArgumentParser:  # noqa: ANN401 - argparse keeps the type of its sub-commands to itself
    command: argparse.ArgumentParser = commands.add_parser(name, help=says, description=says)
    command.add_argument("--config", type=Path, help="config.toml; left out: the example school")
    return command


def _settings(
    options: argparse.Namespace,
    *,
    key_may_be_missing: bool = False,
    ties_may_be_missing: bool = False,
) -> Settings:
    return load_settings(
        options.config,
        os.environ,
        key_may_be_missing=key_may_be_missing,
        judge_official=_judge_official,
        judge_document=_judge_document,
        judge_ties=None if ties_may_be_missing else _judge_ties,
    )


def _judge_official(document: Path) -> None:
    try:
        load_official(document)
    except OfficialTextError as error:
        raise ValueError(str(error)) from error


def _judge_document(document: Path) -> None:
    try:
        read_own_document(document)
    except DocumentError as error:
        raise ValueError(str(error)) from error


def _judge_ties(document: Path, ties: Path) -> None:
    try:
        judge_ties_to(document, ties)
    except DocumentError as error:
        raise ValueError(str(error)) from error


def _on_port(settings: Settings, word: str | None) -> Settings:
    if word is None:
        return settings
    local = settings.local.model_copy(update={"port": _port(word)})
    return settings.model_copy(update={"local": local})


def _port(word: str) -> int:
    # Python takes more for a number than people do: 8_765, and the digits of other scripts.
    short = len(word) <= len(str(HIGHEST_PORT))
    if short and word.isascii() and word.isdigit() and int(word) <= HIGHEST_PORT:
        return int(word)
    raise command_line.RefusedError(
        f"The port must be a whole number from 0 to {HIGHEST_PORT}, not {word!r}. "
        "Leave out --port to use the one of the configuration, or give 0 for a free one."
    )


def _ask(options: argparse.Namespace) -> int:
    if options.batch:
        return command_line.ask_batch(_settings(options), sys.stdin.buffer, sys.stdout)
    return command_line.ask(_settings(options), options)


def _live(work: Coroutine[Any, Any, int]) -> int:
    return asyncio.run(work)


if __name__ == "__main__":
    sys.exit(main())
