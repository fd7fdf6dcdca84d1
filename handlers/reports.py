"""Telling what happened, from the first question to the case number (P2, chapter 11).

On /meld in private: help lines first, then who reads it, then one question a message.
On /meld in a group: what was said is kept at once and taken out of the group where rights allow;
    the reporter goes on in private; one whom the bot cannot write to gets a door to it.
On pause, back, skip and stop, tapped or typed, and a reminder after a day: nothing is sent in
    without the reporter.
On words that tell of danger: keeps them, and says the help lines before the next question.
On a picture: asks what it shows before it is taken in (`bot.handing_in`).
On the last answer: the case, its number, and a notice without content to who handles it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.cases import Case, may_read
from bot.domain.escalation import NOT_TOLD, PHONE_GIVEN, has_phone, noted
from bot.domain.forms import SKIPPED, Form, Question
from bot.domain.report_words import Control, meant, steered, wants_to_report
from bot.domain.reports import (
    Draft,
    Seriousness,
    Step,
    answer,
    asked,
    at_once,
    step_back,
    tell_more,
)
from bot.filing import (
    add_to_filed,
    file_at_once,
    file_whole,
    go_another_way,
    nobody_reachable,
    phone_first,
)
from bot.handing_in import ask_what_it_shows, handed, wiped
from bot.ports import Address, Fate, Outcome
from bot.routing import Context, Turn, button, command, deadline, form, outcome
from bot.wishes import AnswerTap, Choice, Remove, Rows, Say, Wish

SIGN = "/"

REMIND_AFTER = timedelta(hours=24)

EVIDENCE, YES = "evidence", "yes"
"""The question that asks for files, and the answer to it that begins with another question."""

DOOR = Choice("button-continue-private", link="private:meld")


def _is_telling(turn: Turn) -> bool:
    draft = turn.unit.get(Draft, turn.reporter)
    return draft is not None and not draft.paused


@command("meld")
def report(turn: Turn) -> Sequence[Wish]:
    """Report something, in private."""
    if not turn.incoming.private:
        return _typed_in_group(turn)
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is None:
        return _begin(turn)
    pictures = handed(turn, draft.case)
    if turn.words and turn.incoming.text.startswith(SIGN):
        # More of the same story; nothing of it may be lost (P2).
        grown = tell_more(draft, _form(turn), turn.words, turn.now)
        return [*pictures, *add_to_filed(turn, at_once(draft, turn.words)), *_resume(turn, grown)]
    if draft.paused or draft.group:
        return [*pictures, *_resume(turn, draft)]
    again = (
        (Choice("button-resume", "meld:resume"),),
        (Choice("button-start-over", "meld:over"),),
    )
    return [*pictures, Say(turn.back, "report-already-open", buttons=again)]


@form(_is_telling)
def answer_in_words(turn: Turn) -> Sequence[Wish]:
    """Take typed words as the answer to the last question, or as a tap on a button under it."""
    draft = _draft(turn)
    pictures = handed(turn, draft.case)
    if not turn.words and turn.incoming.media is not None:
        return pictures
    if not turn.words:
        return [Say(turn.back, "report-empty"), *_asked_again(turn, draft)]
    control = steered(turn.words)
    if control is not None:
        return [*pictures, *CONTROLS[control](turn, draft)]
    question = asked(draft, _form(turn))
    said = meant(question, turn.words, draft.answers) if question is not None else None
    # Only own words can tell of danger: an answer that stands on a button was foreseen.
    alarming = said in {None, turn.words} and turn.adviser.tells_of_danger(turn.words)
    # Somebody in need may have forgotten the lines that came before the first question.
    first = [*pictures, Say(turn.back, "common-help-lines")] if alarming else pictures
    if question is not None and said is not None:
        return [*first, *_answered(turn, draft, question, said)]
    if alarming or question is None:
        # They choose nothing, but of all words these must not get lost (P2).
        return [*first, *_go_on(turn, tell_more(draft, _form(turn), turn.words, turn.now))]
    return [*first, Say(turn.back, "common-choose"), *_asked_again(turn, draft)]


@form(lambda turn: wants_to_report(turn.words))
def report_in_plain_words(turn: Turn) -> Sequence[Wish]:
    """Begin a report for somebody who says so in plain words."""
    begun: Sequence[Wish] = report(turn)
    return begun


@button("meld")
def tapped(turn: Turn) -> Sequence[Wish]:
    """Take a tap on one of the buttons under a question."""
    what, _, choice = turn.words.partition(":")
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    if what == "begin":
        return [done, *report(turn)]
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is None:
        return [replace(done, text="report-nothing-open")]
    question = asked(draft, _form(turn))
    if question is not None and what == question.key and not draft.paused:
        if question.can_be_tapped(choice, draft.answers):
            return [done, *_answered(turn, draft, question, choice)]
        return [replace(done, text="common-button-old")]
    control = CONTROLS.get(what)
    if control is None:
        return [replace(done, text="common-button-old")]
    return [done, *control(turn, draft)]


@outcome("meld-removed")
def heard_of_removal(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Tell the reporter whether the message could be taken out of the group, and go on."""
    draft = _draft_told_by(context, ":".join(parts))
    if draft is None or not draft.group:
        return []
    reporter = draft.key
    gone = result.fate is Fate.ACCEPTED
    in_group = "report-group-moved" if gone else "report-group-remove-yourself"
    private = "report-moved-removed" if gone else "report-moved-still-there"
    door = Say(Address.parse(draft.group), in_group, buttons=((DOOR,),))
    about = f"meld-goes-on:{private}:{reporter}"
    return [Say(_address_of(reporter), "common-help-lines", about=about, otherwise=(door,))]


@outcome("meld-goes-on")
def go_on_in_private(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Ask on in private, now that the help lines arrived there; else the door is in the group."""
    what_became, *account = parts
    draft = _draft_told_by(context, ":".join(account))
    if draft is None or result.fate is not Fate.ACCEPTED:
        return []
    to = _address_of(draft.key)
    asking = _question(to, draft, context.form_for(draft.key))
    return [Say(to, what_became), Say(to, _promise(draft)), *asking]


@outcome("meld-notice")
def heard_of_notice(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Give the reporter the phone of the school when nobody could be told about the case.

    Who could not be told is told as soon as there is a way.
    """
    number, handler = parts
    case = context.unit.get(Case, number)
    if case is None or result.fate is not Fate.REFUSED:
        return []
    case = noted(case, NOT_TOLD, context.now, handler)
    # Whoever was shut out in the meantime hears nothing of it, also not later (P3).
    later = [Say(handler, "cases-new", {"number": case.number})] if may_read(case, handler) else []
    untold = {e.by for e in case.events if e.what == NOT_TOLD}
    if has_phone(case) or not untold.issuperset(case.handlers):
        context.unit.put(case)
        return later
    context.unit.put(noted(case, PHONE_GIVEN, context.now))
    return [*later, nobody_reachable(context, _address_of(case.reporter), case)]


def _when_to_remind(_context: Context, draft: Draft) -> datetime | None:
    if draft.touched is None or draft.reminded:
        return None
    return draft.touched + REMIND_AFTER


@deadline(Draft, _when_to_remind)
def remind(context: Context, draft: Draft) -> Sequence[Wish]:
    """Ask once, after a day of silence, whether the reporter wants to go on."""
    context.unit.put(replace(draft, reminded=True))
    rows = ((Choice("button-resume", "meld:resume"),), (Choice("button-stop", "meld:stop"),))
    return [Say(_address_of(draft.key), "report-still-open", buttons=rows)]


def _draft_told_by(context: Context, reporter: str) -> Draft | None:
    """Find a draft, also when its account was bound to a person in the meantime."""
    draft = context.unit.get(Draft, reporter)
    if draft is not None or ":" not in reporter:
        return draft
    people = context.people_at(Address.parse(reporter))
    return context.unit.get(Draft, people[0].key) if people else None


def _address_of(reporter: str) -> str | Address:
    return Address.parse(reporter) if ":" in reporter else reporter


def _draft(turn: Turn) -> Draft:
    draft = turn.unit.get(Draft, turn.reporter)
    return draft if draft is not None else Draft(turn.reporter, touched=turn.now)


def _begin(turn: Turn) -> list[Wish]:
    draft = Draft(turn.reporter, touched=turn.now)
    opening: list[Wish] = [
        Say(turn.back, "common-help-lines"),
        Say(turn.back, "report-confidential", more=phone_first(turn)),
    ]
    opening += handed(turn)
    if turn.words and turn.incoming.text.startswith(SIGN):
        return [*opening, *_go_on(turn, tell_more(draft, _form(turn), turn.words, turn.now))]
    turn.unit.put(draft)
    return [*opening, *_asked_again(turn, draft)]


def _resume(turn: Turn, draft: Draft) -> list[Wish]:
    going_on = replace(draft, group="", paused=False, reminded=False, touched=turn.now)
    turn.unit.put(going_on)
    return [
        Say(turn.back, "common-help-lines"),
        Say(turn.back, _promise(draft) if draft.group else "report-resumed"),
        *_asked_again(turn, going_on),
    ]


def _after_evidence(turn: Turn, draft: Draft) -> list[Wish]:
    question = asked(draft, _form(turn))
    if draft.paused or question is None:
        return _resume(turn, draft)
    if question.key == EVIDENCE:
        return _kept_answer(turn, draft, question, YES)
    return _asked_again(turn, draft)


def _start_over(turn: Turn, draft: Draft) -> list[Wish]:
    turn.unit.remove(Draft, draft.key)
    return [*wiped(turn, draft), *_begin(turn)]


def _pause(turn: Turn, draft: Draft) -> list[Wish]:
    turn.unit.put(replace(draft, paused=True, touched=turn.now))
    rows = ((Choice("button-resume", "meld:resume"),),)
    return [Say(turn.back, "report-paused", buttons=rows)]


def _back(turn: Turn, draft: Draft) -> list[Wish]:
    return _go_on(turn, step_back(draft, _form(turn), turn.now))


def _skip(turn: Turn, draft: Draft) -> list[Wish]:
    question = asked(draft, _form(turn))
    if question is not None and question.skippable:
        return _answered(turn, draft, question, SKIPPED)
    return [Say(turn.back, "report-cannot-skip"), *_asked_again(turn, draft)]


def _erase(turn: Turn, draft: Draft) -> list[Wish]:
    turn.unit.remove(Draft, draft.key)
    gone = wiped(turn, draft)
    if draft.case:
        # What was typed in a group is a case already; only the school can end that.
        return [*gone, Say(turn.back, "report-stopped-case-stays", {"number": draft.case})]
    return [*gone, Say(turn.back, "report-stopped")]


def _promise(draft: Draft) -> str:
    """Name the text that says who reads the report: a case in the making was told already."""
    return "report-confidential-kept" if draft.case else "report-confidential"


def _ask_to_erase(turn: Turn, draft: Draft) -> list[Wish]:
    # A typed "ja" would be taken for an answer to the question before.
    turn.unit.put(replace(draft, paused=True, touched=turn.now))
    rows = (
        (Choice("button-stop-erase", "meld:erase"),),
        (Choice("button-keep-going", "meld:keep"),),
    )
    if draft.case:
        # What was typed in a group is with the school already; nothing else may be promised.
        fields = {"number": draft.case}
        return [Say(turn.back, "report-stop-confirm-case-stays", fields, buttons=rows)]
    return [Say(turn.back, "report-stop-confirm", buttons=rows)]


CONTROLS = {
    "resume": _resume,
    "keep": _resume,
    "handed-in": _after_evidence,
    "over": _start_over,
    "erase": _erase,
    Control.BACK: _back,
    Control.SKIP: _skip,
    Control.PAUSE: _pause,
    Control.STOP: _ask_to_erase,
}


def _typed_in_group(turn: Turn) -> Sequence[Wish]:
    chat = turn.incoming.chat
    before = turn.unit.get(Draft, turn.reporter)
    draft = before or Draft(turn.reporter)
    draft = replace(draft, group=str(chat), paused=False, touched=turn.now, reminded=False)
    notices: Sequence[Wish] = ()
    if turn.words:
        typed = at_once(draft, turn.words)
        draft = tell_more(draft, _form(turn), turn.words, turn.now)
        if not draft.case:
            case, notices = file_at_once(turn, typed)
            draft = replace(draft, case=case.number)
        else:
            notices = add_to_filed(turn, typed)
    turn.unit.put(draft)
    about = f"meld-removed:{draft.key}"
    return [Remove(chat, turn.incoming.message, about), *handed(turn), *notices]


def _form(turn: Turn) -> Form:
    return turn.form_for(turn.reporter)


def _go_on(turn: Turn, draft: Draft) -> list[Wish]:
    question = asked(draft, _form(turn))
    if question is None:
        return _finish(turn, draft)
    turn.unit.put(replace(draft, step=question.key))
    return _asked_again(turn, draft)


def _answered(turn: Turn, draft: Draft, question: Question, choice: str) -> list[Wish]:
    if question.key == Step.WHERE and choice == "other":
        return [Say(turn.back, "report-ask-where-else")]
    if question.key == EVIDENCE and choice == YES:
        # Nothing may be sent before this is answered; the form goes on after that.
        return ask_what_it_shows(turn, draft.case)
    return _kept_answer(turn, draft, question, choice)


def _kept_answer(turn: Turn, draft: Draft, question: Question, choice: str) -> list[Wish]:
    form = _form(turn)
    told = answer(draft, form, choice, turn.now)
    on_the_way: list[Wish] = [
        Say(turn.back, f"form-{q.key}") for q in form.said_after(question.key, told.answers)
    ]
    if choice == Seriousness.DANGER_NOW:
        on_the_way.insert(0, Say(turn.back, "report-danger-now"))
    moved = go_another_way(turn, told) if question.key == Step.ABUSE else ()
    return [*on_the_way, *moved, *_go_on(turn, told)]


def _finish(turn: Turn, draft: Draft) -> list[Wish]:
    turn.unit.remove(Draft, draft.key)
    return file_whole(turn, draft)


def _asked_again(turn: Turn, draft: Draft) -> list[Wish]:
    return _question(turn.back, draft, _form(turn))


def _question(to: str | Address, draft: Draft, form: Form) -> list[Wish]:
    """Ask what is asked now, with its choices and what steers the form under it."""
    question = asked(draft, form)
    if question is None:
        return []
    key = question.key
    choices = tuple(
        tuple(Choice(f"button-{key}-{o.key}", f"meld:{key}:{o.key}", sign=o.sign) for o in row)
        for row in question.offered(draft.answers)
    )
    skip: Rows = ((Choice("button-skip", f"meld:{key}:{SKIPPED}"),),) if question.skippable else ()
    controls: tuple[Choice, ...] = (
        Choice("button-pause", "meld:pause"),
        Choice("button-stop", "meld:stop"),
    )
    if draft.answers:
        controls = (Choice("button-back", "meld:back"), *controls)
    return [Say(to, f"form-{key}", buttons=(*choices, *skip, controls))]
