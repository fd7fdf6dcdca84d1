"""What each command of the command line does, and how its answer looks.

A command that needs the data works on it directly, or through the running bot when there is one.
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from typing import IO, Any

import msgspec

from bot import app
from bot.adapters.clock import SystemClock
from bot.adapters.roster_csv import read_roster
from bot.adapters.tinydb_store import StoreBusyError
from bot.adapters.web_client import ask_running_bot
from bot.answers.batch import batch_row
from bot.answers.fact_words import LANGUAGES
from bot.answers.presenting import default_language
from bot.config import Settings
from bot.content import adviser_for, read_content, read_words
from bot.domain.protocol import AskerRole
from bot.platform_file import about_checks
from bot.protocol_import import about_ties
from handlers.administration import Invitation, RosterImport


class RefusedError(Exception):
    """The command can't be done; the text says why and what to do."""


async def import_roster(settings: Settings, options: argparse.Namespace) -> int:
    """Show what the school's files would change, or with --apply make the change."""
    snapshot = read_roster(
        options.pupils, options.contacts, options.staff, default_school=settings.school.name
    )
    order = RosterImport(snapshot, apply=options.apply, force=options.force)
    told = await do(settings, "roster", order)
    for line in told["lines"]:
        print(line)
    if told["applied"]:
        print("Done.")
        return 0
    if told["needs_force"] and options.apply:
        raise RefusedError(
            "Nothing was changed. If this is right, repeat the command with --force."
        )
    if not told["empty"]:
        print("Nothing was changed yet. Repeat the command with --apply to do it.")
    return 0


async def invite(settings: Settings, options: argparse.Namespace) -> int:
    """Print a one-time code for everybody asked for who has no account yet."""
    if bool(options.class_name) == options.staff or (options.staff and options.guardians):
        raise RefusedError("Name one class, or give --staff: groepsmaat invite 7B")
    order = Invitation(options.class_name, guardians=options.guardians, staff=options.staff)
    told = await do(settings, "invite", order)
    if "error" in told:
        raise RefusedError(told["error"])
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    if not told["codes"]:
        print("Everybody has an account already: there is no code to give out.")
        return 0
    width = max(len(row["name"]) for row in told["codes"])
    for row in told["codes"]:
        print(f"{row['code']}  {row['name']:<{width}}  {row.get('pseudonym') or row['role']}")
    print(f"Each code works once, until {told['expires']}. Codes given out before have ended.")
    return 0


def ask(settings: Settings, options: argparse.Namespace) -> int:
    """Print the answer to one question."""
    if not options.question:
        raise RefusedError('Give a question between quotes: groepsmaat ask "mag ik filmen?"')
    adviser = adviser_for(settings)
    role = AskerRole(options.role)
    language = options.language or default_language(role)
    advice = adviser.advise(options.question, role, language)
    if advice.distress:
        print(read_words(settings).say(language, "ask-distress"))
    if not advice.withheld:
        print(advice.text)
    return 0


def ask_batch(settings: Settings, questions: Iterable[bytes], answers: IO[str]) -> int:
    """Answer questions, one JSON object a line: id, role, text and lang in; see `batch_row`."""
    adviser, words = adviser_for(settings), read_words(settings)
    help_first = {language: words.say(language, "ask-distress") for language in LANGUAGES}
    for number, line in enumerate(questions, 1):
        if not line.strip():
            continue
        try:
            row = batch_row(_question(line), adviser.protocol, help_first)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise RefusedError(
                f"Line {number} of the questions is not a question ({type(error).__name__}): "
                "each line is a JSON object with id, role and text, in UTF-8."
            ) from error
        answers.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def _question(line: bytes) -> Mapping[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row["text"], str):
        raise TypeError("A question is an object with a text.")
    return row


def make_key(settings: Settings) -> int:
    """Write a fresh key where the configuration wants it; an existing one is never replaced."""
    path = settings.data.key_file
    if path is None:
        raise RefusedError("The configuration names no [data] key_file. Name one, then try again.")
    app.write_key(path)
    print(f"The key is in {path}. Keep a copy in the safe: without it the data can't be read.")
    return 0


async def check(settings: Settings) -> int:
    """Read all that a start needs, without starting, and pass on what is legal but unwise.

    Where there is data already, also whether each school has people to read its reports.
    """
    content = read_content(settings)
    today = SystemClock().now().date()
    checks = about_checks(content.platforms, today)
    begun = settings.data.folder.is_dir() and any(settings.data.folder.iterdir())
    missing = (await do(settings, "readers", {}))["missing"] if begun else ()
    for warning in (*settings.warnings, *about_ties(settings), *checks, *missing):
        print(warning)
    print("The configuration, the texts, the form and the rules are in order.")
    return 0


async def do(settings: Settings, command: str, order: object) -> Mapping[str, Any]:
    """Do a console command, directly or through the bot that is running on the same data."""
    try:
        bot = await app.assemble(settings)
    except StoreBusyError:
        address = app.address_of_running_bot(settings)
        token = app.console_token(settings)
        return await ask_running_bot(address, token, command, msgspec.to_builtins(order))
    try:
        answer: Mapping[str, Any] = await bot.engine.console(command, order)
    finally:
        # Before the first of it is tried: what is owed by this, the bot does when it runs.
        await bot.engine.stop()
        await bot.store.close()
    return answer
