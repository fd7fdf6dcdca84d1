"""Reminders of a case to those who handle it, with its number and nothing else (P6).

When nothing happened in a case for some school days, and when a date of its plan is near; in school
time, but never too late for the 72 hours of a data leak. Never in a group. Each can be put off by a
tap: an hour, four hours, or until the next morning of school.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.case_course import course_of
from bot.case_gate import case_for, not_found, write_down
from bot.domain.case_log import Deed
from bot.domain.cases import Case, NoSuchCase, may_read
from bot.domain.escalation import noted
from bot.domain.reminders import IN_HAND, Occasion, Reminder, Snooze, reminders
from bot.routing import STAFF, Context, Turn, button, deadline
from bot.wishes import AnswerTap, Choice, Rows, Say, Wish

HOURS = {"1h": timedelta(hours=1), "4h": timedelta(hours=4)}

MORNING = "morning"

TEXTS = {
    Occasion.QUIET: "due-quiet",
    Occasion.CLOCK: "due-clock",
    Occasion.WATCH: "due-watch",
}


def _to_come(context: Context, case: Case) -> tuple[Reminder, ...]:
    if case.status not in IN_HAND:
        return ()
    school = context.school
    return reminders(case, course_of(context, case), school.hours, school.quiet_days)


def _when_to_remind(context: Context, case: Case) -> datetime | None:
    return next((reminder.at for reminder in _to_come(context, case)), None)


@deadline(Case, _when_to_remind)
def remind(context: Context, case: Case) -> Sequence[Wish]:
    """Remind those who handle a case of it, once for all that is due by now."""
    due = [reminder for reminder in _to_come(context, case) if reminder.at <= context.now]
    if not due:
        return []
    for reminder in due:
        case = noted(case, reminder.what, context.now)
    context.unit.put(case)
    write_down(context, "", Deed.TOLD, case.number, due[-1].what)
    # A date of the plan says more than that it was quiet.
    occasion = next((r.occasion for r in due if r.occasion is not Occasion.QUIET), Occasion.QUIET)
    readers = (handler for handler in case.handlers if may_read(case, handler))
    return [_reminder(case.number, reader, occasion) for reader in readers]


@button("snooze", who=STAFF)
def snooze(turn: Turn) -> Sequence[Wish]:
    """Put off a reminder."""
    number, _, rest = turn.words.partition(":")
    span, _, occasion = rest.partition(":")
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap, language=turn.language)
    try:
        case = case_for(turn, number, turn.reporter, Deed.TOLD, "snoozed")
    except NoSuchCase:
        return [done, not_found(turn, number)]
    until = _until(turn, span)
    if until is None or occasion not in {*Occasion} or case.status not in IN_HAND:
        return [AnswerTap(done.chat, done.tap, "common-button-old", language=turn.language)]
    key = f"{case.number}-{turn.reporter}"
    turn.unit.put(Snooze(key, case.number, turn.reporter, Occasion(occasion), until))
    fields = {"time": turn.moment(until)}
    return [AnswerTap(done.chat, done.tap, "due-toast-snoozed", fields, turn.language)]


@deadline(Snooze, lambda _context, snoozed: snoozed.until)
def remind_again(context: Context, snoozed: Snooze) -> Sequence[Wish]:
    """Remind somebody who put it off, unless the case is closed or no longer theirs."""
    context.unit.remove(Snooze, snoozed.key)
    case = context.unit.get(Case, str(snoozed.case))
    if case is None or case.status not in IN_HAND or not may_read(case, snoozed.who):
        return []
    return [_reminder(case.number, snoozed.who, snoozed.occasion)]


def _until(turn: Turn, span: str) -> datetime | None:
    if span == MORNING:
        return turn.school.hours.next_morning(turn.now)
    return turn.now + HOURS[span] if span in HOURS else None


def _reminder(case: int, to: str, occasion: Occasion) -> Say:
    rows: Rows = (
        (Choice("button-case-plan", f"plan:{case}"),),
        tuple(
            Choice(f"button-snooze-{span}", f"snooze:{case}:{span}:{occasion}") for span in HOURS
        ),
        (Choice("button-snooze-morning", f"snooze:{case}:{MORNING}:{occasion}"),),
    )
    return Say(to, TEXTS[occasion], {"number": case}, buttons=rows)
