"""The reporter's own reports: where they stand, adding something, and wiping them on that side.

On /meldingen: each report with its status in plain words, and what can be done with it.
On "add something": the next words go to the case, until the reporter says "klaar" or is silent for
    half an hour. Words of danger bring the help lines first. Who handles it hears the number only.
    A file goes the road of evidence; the words with it are kept at once.
On "wipe on my side": says what the school keeps, and only then takes it off the list.
On a status that changed: the reporter hears it once.
Somebody else's report and one that does not exist get the same answer, to the letter.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.conversation import (
    JUST_HEARD,
    begin_listening,
    goes_too_fast,
    keep,
    listens_for,
    notices,
    own_case,
    own_cases,
    reporter_of,
    talk_for_reporter,
)
from bot.domain.cases import Case, CaseEvent, NoSuchCase, Status
from bot.domain.desk import PATIENCE, Desk
from bot.domain.keeping import goes_at
from bot.domain.own_reports import (
    can_be_talked_about,
    must_hear_status,
    nobody_was_told,
    readers_of,
    tell_more_about,
    told_status,
    wiped,
)
from bot.domain.reports import Draft
from bot.domain.talk import Letter, StatusNews, told_to, untold_to
from bot.handing_in import handed
from bot.handing_in import wiped as files_wiped
from bot.ports import Address, Fate, Outcome
from bot.routing import Context, Turn, Where, button, command, deadline, form, outcome
from bot.wishes import AnswerTap, Choice, Fields, Line, Rows, Say, Wish

TOPIC = "own"
"""What a reporter is in the middle of who adds something."""

A_PAGE = 5
"""Reports that are shown at a time."""

READY = frozenset(
    {"klaar", "ik ben klaar", "dat was het", "stop", "stoppen", "done", "ready", "that is all"}
)
"""What ends the adding, as the whole message."""

NOT_TOLD = "not-told"
"""A line of a case: this handler could not be told that there is more."""


@command("meldingen", where=Where.PRIVATE)
def list_own(turn: Turn) -> Sequence[Wish]:
    """See your own reports and where they stand."""
    return _page(turn, 0)


def _page(turn: Turn, start: int) -> Sequence[Wish]:
    mine = own_cases(turn)
    if not mine:
        return [Say(turn.back, "own-none", {"phone": turn.school.phone})]
    shown = mine[start : start + A_PAGE]
    older = len(mine) - start - len(shown)
    wishes: list[Wish] = [_one_of_mine(turn, case) for case in shown]
    if older > 0:
        rows = ((Choice("button-own-older", f"melding:older:{start + A_PAGE}"),),)
        wishes.append(Say(turn.back, "own-older", {"count": older}, buttons=rows))
    return wishes


def _one_of_mine(turn: Turn, case: Case) -> Say:
    number = case.number
    fields: Fields = {"number": number, "date": turn.day(case.opened_at), "status": case.status}
    rows: Rows = ()
    if can_be_talked_about(case):
        rows += ((Choice("button-own-add", f"melding:add:{number}"),),)
    if case.talk:
        rows += ((Choice("button-own-read", f"melding:read:{number}"),),)
    rows += ((Choice("button-own-wipe", f"melding:wipe:{number}"),),)
    return Say(turn.back, "own-line", fields, buttons=rows)


@button("melding")
def tapped_own(turn: Turn) -> Sequence[Wish]:
    """Take a tap on one of the buttons under an own report."""
    what, _, number = turn.words.partition(":")
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    if what == "older" and number.isdecimal():
        return [done, *_page(turn, int(number))]
    deed = DEEDS.get(what)
    if deed is None:
        return [replace(done, text="common-button-old")]
    try:
        case = own_case(turn, number)
    except NoSuchCase:
        return [done, Say(turn.back, "own-not-found", {"number": number[:20]})]
    return [done, *deed(turn, case)]


def _add(turn: Turn, case: Case) -> Sequence[Wish]:
    if not can_be_talked_about(case):
        return [Say(turn.back, "own-closed", {"number": case.number})]
    begin_listening(turn, TOPIC, case.number)
    return [Say(turn.back, "own-ask", {"number": case.number}, buttons=_until_ready(case.number))]


def _read(turn: Turn, case: Case) -> Sequence[Wish]:
    number: Fields = {"number": case.number}
    lines = talk_for_reporter(turn, case)
    if not lines:
        return [Say(turn.back, "own-nothing-said", number)]
    rows: Rows = ()
    if can_be_talked_about(case):
        rows = ((Choice("button-own-answer", f"melding:add:{case.number}"),),)
    return [Say(turn.back, "own-talk", number, more=lines, buttons=rows)]


def _ready(turn: Turn, case: Case) -> Sequence[Wish]:
    desk = listens_for(turn, TOPIC)
    if desk is None or desk.case != case.number:
        return [Say(turn.back, "own-nothing-waits", {"number": case.number})]
    return _stop_listening(turn, desk)


def _ask_to_wipe(turn: Turn, case: Case) -> Sequence[Wish]:
    number = case.number
    rows = (
        (Choice("button-own-wipe-yes", f"melding:wiped:{number}"),),
        (Choice("button-own-keep", f"melding:keep:{number}"),),
    )
    goes = goes_at(case, turn.school.policy)
    until = (Line("own-kept-until", {"date": turn.day(goes)}),) if goes else ()
    return [Say(turn.back, "own-wipe-ask", {"number": number}, more=until, buttons=rows)]


def _wipe(turn: Turn, case: Case) -> Sequence[Wish]:
    keep(turn, wiped(case, turn.now), "wiped-by-reporter")
    desk = turn.unit.get(Desk, turn.reporter)
    if desk is not None and (desk.topic, desk.case) == (TOPIC, case.number):
        turn.unit.remove(Desk, desk.key)
    draft = turn.unit.get(Draft, turn.reporter)
    gone: Sequence[Wish] = ()
    if draft is not None and draft.case == case.number:
        # Else the next answers would bring back what was just wiped.
        turn.unit.remove(Draft, draft.key)
        gone = files_wiped(turn, draft)
    return [*gone, Say(turn.back, "own-wiped", {"number": case.number})]


def _keep_it(turn: Turn, case: Case) -> Sequence[Wish]:
    return [Say(turn.back, "own-wipe-not", {"number": case.number})]


def _until_ready(number: int) -> Rows:
    return ((Choice("button-own-ready", f"melding:ready:{number}"),),)


def _is_adding(turn: Turn) -> bool:
    return listens_for(turn, TOPIC) is not None


@form(_is_adding)
def add_words(turn: Turn) -> Sequence[Wish]:
    """Take typed words into the case, or "klaar" for the end of them."""
    desk = listens_for(turn, TOPIC)
    if desk is None:
        return []
    try:
        case = own_case(turn, str(desk.case))
    except NoSuchCase:
        turn.unit.remove(Desk, desk.key)
        return [Say(turn.back, "own-not-found", {"number": desk.case})]
    alarming = turn.adviser.tells_of_danger(turn.words)
    first = [Say(turn.back, "common-help-lines")] if alarming else []
    if not can_be_talked_about(case):
        turn.unit.remove(Desk, desk.key)
        return [*first, Say(turn.back, "own-closed", {"number": case.number})]
    files = handed(turn, case.number)
    if not turn.words:
        return files if turn.incoming.media is not None else [Say(turn.back, "report-empty")]
    if turn.words.strip(" .!").casefold() in READY:
        return [*files, *_stop_listening(turn, desk)]
    return [*first, *_added(turn, desk, case, turn.words, alarming=alarming), *files]


def _may_be_answering(turn: Turn) -> bool:
    return bool(turn.words) and listens_for(turn, JUST_HEARD) is not None


@form(_may_be_answering)
def answer_without_button(turn: Turn) -> Sequence[Wish]:
    """Ask whether plain words just after a reply are the answer to it; nothing is added yet."""
    desk = listens_for(turn, JUST_HEARD)
    if desk is None:
        return []
    before = turn.unit.get(Letter, turn.reporter)
    mine = before is not None and before.answers and before.case == desk.case
    words = f"{before.words}\n{turn.words}" if before and mine else turn.words
    turn.unit.put(Letter(turn.reporter, desk.case, words, turn.now, answers=True))
    turn.unit.put(replace(desk, asked_at=turn.now))
    alarming = turn.adviser.tells_of_danger(turn.words)
    first: list[Wish] = [Say(turn.back, "common-help-lines")] if alarming else []
    rows = (
        (Choice("button-own-answers", f"melding:answers:{desk.case}"),),
        (Choice("button-own-no-answer", f"melding:other:{desk.case}"),),
    )
    return [*first, Say(turn.back, "own-is-answer", {"number": desk.case}, buttons=rows)]


def _take_answer(turn: Turn, case: Case) -> Sequence[Wish]:
    letter = _my_letter(turn, case)
    if letter is None:
        return [Say(turn.back, "own-nothing-waits", {"number": case.number})]
    if not can_be_talked_about(case):
        return [Say(turn.back, "own-closed", {"number": case.number})]
    turn.unit.remove(Letter, letter.key)
    desk = begin_listening(turn, TOPIC, case.number)
    alarming = turn.adviser.tells_of_danger(letter.words)
    return _added(turn, desk, case, letter.words, alarming=alarming)


def _take_no_answer(turn: Turn, case: Case) -> Sequence[Wish]:
    letter = _my_letter(turn, case)
    if letter is None:
        return [Say(turn.back, "own-nothing-waits", {"number": case.number})]
    turn.unit.remove(Letter, letter.key)
    turn.unit.remove(Desk, turn.reporter)
    return [Say(turn.back, "own-no-answer", {"number": case.number})]


def _my_letter(turn: Turn, case: Case) -> Letter | None:
    letter = turn.unit.get(Letter, turn.reporter)
    mine = letter is not None and letter.answers and letter.case == case.number
    return letter if mine else None


def _added(turn: Turn, desk: Desk, case: Case, words: str, *, alarming: bool) -> list[Wish]:
    number: Fields = {"number": case.number}
    if goes_too_fast(turn, case):
        missed = int(desk.detail or 0) + 1
        turn.unit.put(replace(desk, detail=str(missed), asked_at=turn.now))
        # Said once: five hundred messages need no five hundred answers. They are counted instead.
        return [Say(turn.back, "own-too-fast", number)] if missed == 1 else []
    grown = tell_more_about(case, words, turn.now)
    keep(turn, grown, "told-more")
    turn.unit.put(replace(desk, detail="", asked_at=turn.now))
    return [
        *_missed(turn.back, desk),
        Say(turn.back, "own-added", number, buttons=_until_ready(case.number)),
        *([] if readers_of(case) else [nobody_hears(turn, case)]),
        *notices(case, len(grown.talk) - 1, alarming=alarming),
    ]


def _missed(to: str | Address, desk: Desk) -> list[Wish]:
    missed = int(desk.detail or 0)
    return [Say(to, "own-missed", {"count": missed, "number": desk.case})] if missed else []


def _stop_listening(turn: Turn, desk: Desk) -> list[Wish]:
    turn.unit.remove(Desk, desk.key)
    return [*_missed(turn.back, desk), Say(turn.back, "own-ready", {"number": desk.case})]


def _when_silent(_context: Context, desk: Desk) -> datetime | None:
    return desk.asked_at + PATIENCE if desk.topic in {TOPIC, JUST_HEARD} else None


@deadline(Desk, _when_silent)
def stop_after_silence(context: Context, desk: Desk) -> Sequence[Wish]:
    """Say that words are no longer taken for the case, or they would get lost unseen."""
    context.unit.remove(Desk, desk.key)
    if desk.topic == JUST_HEARD:
        return []
    to = Address.parse(desk.key) if ":" in desk.key else desk.key
    rows = ((Choice("button-own-add", f"melding:add:{desk.case}"),),)
    return [*_missed(to, desk), Say(to, "own-silent", {"number": desk.case}, buttons=rows)]


def _at_once(_context: Context, news: StatusNews) -> datetime:
    return news.at


@deadline(StatusNews, _at_once)
def tell_status(context: Context, news: StatusNews) -> Sequence[Wish]:
    """Tell the reporter where the case stands, unless that was said already."""
    context.unit.remove(StatusNews, news.key)
    case = context.unit.get(Case, news.key)
    if case is None or not must_hear_status(case):
        return []
    context.unit.put(told_status(case))
    rows: Rows = ()
    if case.status is not Status.CLOSED:
        rows = ((Choice("button-own-add", f"melding:add:{case.number}"),),)
    fields: Fields = {"number": case.number, "status": case.status}
    return [Say(reporter_of(case), "own-status", fields, buttons=rows, waits=True)]


@outcome("heard-notice")
def heard_of_more(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Record whether a handler was told; give the reporter the phone when none could be."""
    number, place, handler = parts[0], int(parts[1]), parts[2]
    case = context.unit.get(Case, number)
    if case is None or place >= len(case.talk):
        return []
    if result.fate is Fate.ACCEPTED:
        context.unit.put(replace(case, talk=told_to(case.talk, place, handler)))
        return []
    if result.fate is not Fate.REFUSED or handler in case.talk[place].untold:
        return []
    events = (*case.events, CaseEvent(context.now, NOT_TOLD, handler))
    kept = replace(case, talk=untold_to(case.talk, place, handler), events=events)
    context.unit.put(kept)
    return [nobody_hears(context, kept)] if nobody_was_told(kept) else []


def nobody_hears(context: Context, case: Case) -> Say:
    """Give the reporter the phone of the school: what was added is kept, but nobody was told."""
    fields: Fields = {"number": case.number, "phone": context.school.phone}
    return Say(reporter_of(case), "own-nobody-told", fields)


DEEDS = {
    "add": _add,
    "read": _read,
    "ready": _ready,
    "answers": _take_answer,
    "other": _take_no_answer,
    "wipe": _ask_to_wipe,
    "wiped": _wipe,
    "keep": _keep_it,
}
