"""Writing to the reporter of a case, on the side of those who handle it.

On "write to the reporter" under a case: the next words are shown as the reporter will get them, and
    go out only by a tap, under the role or with the name. They are no note: the preview says so.
On words that cannot be delivered: they stay in the case, who wrote them hears what to do, and they
    go out as soon as there is a way.
Who the reporter is stays as hidden as it was: nothing here tells a name or an account.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from bot.case_gate import case_for, not_found
from bot.conversation import (
    begin_listening,
    goes_too_fast,
    listen_for_answer,
    listens_for,
    reply,
    reporter_of,
    sign_of,
    talk_for_handlers,
)
from bot.domain.case_log import Deed
from bot.domain.cases import Case, NoSuchCase, Status
from bot.domain.desk import PATIENCE, Desk
from bot.domain.own_reports import can_be_talked_about, readers_of
from bot.domain.talk import (
    Delivery,
    Letter,
    Pace,
    Said,
    calls_for_knock,
    kept_from,
    reached,
    still_to_deliver,
)
from bot.ports import Address, Fate, Outcome
from bot.routing import STAFF, Context, Turn, button, deadline, form, outcome
from bot.wishes import AnswerTap, Choice, Fields, Rows, Say, Wish

TOPIC = "talk"
"""What a handler is in the middle of who writes to the reporter."""

EVERYTHING = 1_000
"""Messages that "the whole talk" shows, of the newest."""


@button("talk", who=STAFF)
def tapped_talk(turn: Turn) -> Sequence[Wish]:
    """Take a tap on "write to the reporter", and on the buttons that follow from it."""
    number, _, what = turn.words.partition(":")
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    deed, _, mark = what.partition(":")
    sends = deed in SENDS
    try:
        how = (Deed.TOLD, "reply") if sends else (Deed.VIEWED, "talk")
        case = case_for(turn, number, turn.reporter, *how)
    except NoSuchCase:
        return [done, not_found(turn, number)]
    if sends:
        return [done, *_send(turn, case, mark, named=deed == "name")]
    if deed == "stop":
        return [done, *_drop(turn, case)]
    if deed == "all":
        return [done, *_show_all(turn, case)]
    return [done, *_ask(turn, case)]


SENDS = ("role", "name")
"""How a reply can be signed; the words of the two buttons."""


def _ask(turn: Turn, case: Case) -> Sequence[Wish]:
    over = _over(turn, case)
    if over:
        return over
    begin_listening(turn, TOPIC, case.number)
    rows: Rows = ((Choice("button-talk-stop", f"talk:{case.number}:stop"),),)
    if case.talk:
        rows = ((Choice("button-talk-all", f"talk:{case.number}:all"),), *rows)
    return [Say(turn.back, "talk-ask", {"number": case.number}, buttons=rows)]


def _over(turn: Turn, case: Case) -> list[Wish]:
    """Say why the reporter cannot be written to any more; nothing when that is possible."""
    number: Fields = {"number": case.number}
    if case.receipt.erased_at is not None:
        return [Say(turn.back, "talk-over-wiped", number)]
    if case.status is Status.CLOSED:
        return [Say(turn.back, "talk-over-closed", number)]
    return []


def _show_all(turn: Turn, case: Case) -> Sequence[Wish]:
    lines = talk_for_handlers(turn, case, EVERYTHING)
    return [Say(turn.back, "talk-whole", {"number": case.number}, more=lines)]


def _drop(turn: Turn, case: Case) -> Sequence[Wish]:
    desk = turn.unit.get(Desk, turn.reporter)
    if desk is not None and (desk.topic, desk.case) == (TOPIC, case.number):
        turn.unit.remove(Desk, desk.key)
    letter = turn.unit.get(Letter, turn.reporter)
    if letter is not None and letter.case == case.number:
        turn.unit.remove(Letter, letter.key)
    return [Say(turn.back, "talk-stopped", {"number": case.number})]


def _is_writing(turn: Turn) -> bool:
    return listens_for(turn, TOPIC) is not None


@form(_is_writing)
def write_letter(turn: Turn) -> Sequence[Wish]:
    """Show typed words as the reporter will get them; nothing is sent yet."""
    desk = listens_for(turn, TOPIC)
    if desk is None:
        return []
    try:
        case = case_for(turn, desk.case, turn.reporter, Deed.VIEWED, "talk")
    except NoSuchCase:
        turn.unit.remove(Desk, desk.key)
        return [not_found(turn, desk.case)]
    over = _over(turn, case)
    if over:
        turn.unit.remove(Desk, desk.key)
        return over
    refused = [Say(turn.back, "talk-only-words")] if turn.incoming.media else []
    if not turn.words:
        return refused or [Say(turn.back, "talk-ask", {"number": case.number})]
    letter = Letter(turn.reporter, case.number, turn.words, turn.now)
    turn.unit.put(letter)
    turn.unit.put(replace(desk, asked_at=turn.now))
    return [*refused, _preview(turn, case, letter)]


def _preview(turn: Turn, case: Case, letter: Letter) -> Say:
    number, mark = case.number, _mark(letter)
    role = sign_of(turn, turn.reporter, case.school)
    rows = (
        (Choice("button-talk-send", f"talk:{number}:role:{mark}", {"role": role}),),
        (Choice("button-talk-send-named", f"talk:{number}:name:{mark}"),),
        (Choice("button-talk-stop", f"talk:{number}:stop"),),
    )
    return Say(turn.back, "talk-preview", {"number": number, "text": letter.words}, buttons=rows)


def _mark(letter: Letter) -> str:
    """Tell one preview from another, so that an old button does not send newer words."""
    return sha256(f"{letter.case}:{letter.words}".encode()).hexdigest()[:8]


def _send(turn: Turn, case: Case, mark: str, *, named: bool) -> Sequence[Wish]:
    number: Fields = {"number": case.number}
    letter = turn.unit.get(Letter, turn.reporter)
    if letter is None or letter.case != case.number or _mark(letter) != mark:
        return [Say(turn.back, "talk-nothing-to-send", number)]
    over = _over(turn, case)
    if over:
        turn.unit.remove(Letter, letter.key)
        return over
    if goes_too_fast(turn, case):
        return [Say(turn.back, "talk-too-fast", number)]
    role = sign_of(turn, turn.reporter, case.school)
    said = Said(turn.now, turn.reporter, letter.words, signed=role, named=named)
    told = replace(case, talk=(*case.talk, said))
    turn.unit.put(told)
    turn.unit.remove(Letter, letter.key)
    desk = turn.unit.get(Desk, turn.reporter)
    if desk is not None and (desk.topic, desk.case) == (TOPIC, case.number):
        turn.unit.remove(Desk, desk.key)
    return [Say(turn.back, "talk-sent", number), reply(turn, told, len(told.talk) - 1)]


def _when_silent(_context: Context, desk: Desk) -> datetime | None:
    return desk.asked_at + PATIENCE if desk.topic == TOPIC else None


@deadline(Desk, _when_silent)
def wait_no_longer(context: Context, desk: Desk) -> Sequence[Wish]:
    """Say that words are no longer for the reporter, or they would be taken for something else."""
    context.unit.remove(Desk, desk.key)
    if context.unit.get(Letter, desk.key) is not None:
        return []
    return [Say(desk.key, "talk-silent", {"number": desk.case})]


def _when_forgotten(_context: Context, letter: Letter) -> datetime:
    return letter.at + PATIENCE


@deadline(Letter, _when_forgotten)
def drop_letter(context: Context, letter: Letter) -> Sequence[Wish]:
    """Say that words were never sent, and keep them no longer."""
    context.unit.remove(Letter, letter.key)
    to = Address.parse(letter.key) if ":" in letter.key else letter.key
    text = "own-not-sent" if letter.answers else "talk-never-sent"
    return [Say(to, text, {"number": letter.case})]


def _when_past(_context: Context, pace: Pace) -> datetime | None:
    return pace.forgotten_at


@deadline(Pace, _when_past)
def forget_pace(context: Context, pace: Pace) -> Sequence[Wish]:
    """Keep no trace of when somebody wrote."""
    context.unit.remove(Pace, pace.key)
    return []


@outcome("heard-reply")
def heard_of_reply(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Record whether a reply arrived; when not, tell who wrote it, and knock until there is a way.

    What waits for a way is the knock, which holds the number alone: the words stay in the case.
    """
    number, place = parts[0], int(parts[1])
    case = context.unit.get(Case, number)
    if case is None or place >= len(case.talk):
        return []
    if result.fate is Fate.ACCEPTED:
        context.unit.put(replace(case, talk=reached(case.talk, place)))
        if can_be_talked_about(case):
            listen_for_answer(context, case)
        return []
    if result.fate is not Fate.REFUSED:
        return []
    known = case.talk[place].delivery is Delivery.UNDELIVERED
    kept = replace(case, talk=kept_from(case.talk, place))
    context.unit.put(kept)
    told = () if known else _tell_writers(context, kept, kept.talk[place].by)
    return [*told, *((_knock(kept),) if calls_for_knock(kept.talk, place) else ())]


def _knock(case: Case) -> Say:
    return Say(
        reporter_of(case),
        "talk-knock",
        {"number": case.number},
        about=f"heard-knock:{case.number}",
        waits=True,
    )


def _tell_writers(context: Context, case: Case, writer: str) -> tuple[Wish, ...]:
    """Tell who wrote it, or everybody who handles the case when that is somebody else now."""
    readers = readers_of(case)
    whom = (writer,) if writer in readers else readers
    left = ":" not in case.reporter and context.person(case.reporter) is None
    known = "left" if left else "named"
    if not case.name_known:
        # Also who left the school could be guessed from that.
        known = "hidden"
    fields: Fields = {"number": case.number, "known": known}
    return tuple(Say(one, "talk-undelivered", fields) for one in whom)


@outcome("heard-knock")
def heard_of_knock(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Give the reporter all that waited, now that there is a way again."""
    case = context.unit.get(Case, parts[0])
    if case is None or result.fate is not Fate.ACCEPTED or case.receipt.erased_at is not None:
        return []
    return [reply(context, case, place) for place in still_to_deliver(case.talk)]
