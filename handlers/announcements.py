"""Announcements that reach everybody (P1, 9.C.1).

On /bericht in the class group: posts it with a button, opens the ledger for every pupil on the
    roster, and tells pupils who are not in the group another way at once.
On a tap on "Gelezen", on the page behind an e-mail, or on a task: writes it into the ledger.
On a refusal, a silence longer than the patience, a pupil who leaves the group or joins the class:
    takes the next way.
When the last pupil on the roster is reached: closes by itself, and only then.
"""

import hmac
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.people import (
    Guardian,
    Person,
    Pupil,
    SchoolClass,
    covers,
)
from bot.domain.reach import (
    Announcement,
    Event,
    Way,
    What,
    is_reached,
    next_look_at,
    promised_in_group,
    record,
)
from bot.domain.records import COUNTERS, Counters
from bot.ports import Fate, Outcome
from bot.pursuit import keep, pursue, situations, task, with_everybody
from bot.routing import STAFF, Context, Turn, Where, button, command, deadline, outcome
from bot.wishes import AnswerTap, Choice, Fields, Remove, Replace, Say, Wish


@command("bericht", who=STAFF, where=Where.GROUP)
def announce(turn: Turn) -> Sequence[Wish]:
    """Tell the class something, so that every pupil hears it."""
    chat = turn.incoming.chat
    home = turn.class_met_in(chat)
    if home is None:
        return [_to_teacher(turn, "notice-no-class")]
    if not covers(turn.people, home):
        return [_to_teacher(turn, "notice-not-your-class", {"class": home.key})]
    if turn.incoming.media:
        # The picture could not go to everybody: better nothing than half of it.
        return [_to_teacher(turn, "common-only-text")]
    if not turn.words:
        return [_to_teacher(turn, "notice-empty")]
    if not home.pupils:
        return [_to_teacher(turn, "notice-no-pupils", {"class": home.key})]
    announcement = _open(turn, home)
    wishes: list[Wish] = [
        _group_post(turn, home, announcement),
        Remove(chat, turn.incoming.message),
    ]
    announcement, told = pursue(turn, announcement, home)
    turn.unit.put(announcement)
    turn.unit.put(replace(home, open_announcements=(*home.open_announcements, announcement.key)))
    return [*wishes, *told, _summary(turn, home, announcement)]


@button("gelezen")
def read(turn: Turn) -> Sequence[Wish]:
    """Confirm an announcement, as a pupil of the class or a guardian of one."""
    announcement = turn.unit.get(Announcement, turn.words)
    home = turn.unit.get(SchoolClass, announcement.class_name) if announcement else None
    if announcement is None or home is None:
        return [_toast(turn, "common-button-old")]
    if turn.speaker is None:
        return [_toast(turn, "notice-toast-unknown")]
    announcement = with_everybody(turn, announcement, home)
    pupils = [p for p in _pupils_spoken_for(turn.people) if p in announcement.obligations]
    if not pupils:
        return [_toast(turn, "notice-toast-not-for-you")]
    if all(is_reached(announcement, p) for p in pupils):
        return [_toast(turn, "notice-toast-already")]
    for pupil in pupils:
        event = Event(turn.now, What.CONFIRMED, _way_of(turn), turn.speaker.key)
        announcement = record(announcement, pupil, event)
    return [_toast(turn, "notice-toast-read"), *keep(turn, announcement, home)]


@button("bevestig")
def confirm_from_mail(turn: Turn) -> Sequence[Wish]:
    """Confirm an announcement from the page behind an e-mail, as a guardian."""
    key, _, rest = turn.words.partition("-")
    guardian, _, secret = rest.partition("-")
    announcement = turn.unit.get(Announcement, key)
    home = turn.unit.get(SchoolClass, announcement.class_name) if announcement else None
    known = home.guardians.get(guardian) if home else None
    obligation = announcement.obligations.get(known.pupil) if announcement and known else None
    if (
        announcement is None
        or home is None
        or known is None
        or obligation is None
        or not hmac.compare_digest(obligation.token.encode(), secret.encode())
    ):
        return [_toast(turn, "mail-page-unknown")]
    thanks = replace(_toast(turn, "mail-page-confirmed"), language=turn.language_of(known))
    if obligation.closing is not None:
        return [thanks]
    event = Event(turn.now, What.CONFIRMED, Way.GUARDIAN_EMAIL, known.key)
    return [thanks, *keep(turn, record(announcement, known.pupil, event), home)]


@button("gesproken", who=STAFF)
def spoken(turn: Turn) -> Sequence[Wish]:
    """Record that a member of staff spoke to a pupil or guardian."""
    return _task_done(turn, What.SPOKEN, "task-spoken-noted")


@button("niet", who=STAFF)
def not_reached(turn: Turn) -> Sequence[Wish]:
    """Record that a member of staff tried in vain; the task comes back."""
    return _task_done(turn, What.NOT_REACHED, "task-not-reached-noted")


@command("vrijstellen", who=STAFF, where=Where.PRIVATE)
def waive(turn: Turn) -> Sequence[Wish]:
    """Decide, with a reason, that a pupil need not hear the open announcements of the class."""
    home, pupil, reason = _pupil_and_reason(turn)
    if home is None or pupil is None or not reason or turn.speaker is None:
        return [Say(turn.back, "waive-how")]
    event = Event(turn.now, What.WAIVED, Way.ADULT, turn.speaker.key, reason)
    wishes: list[Wish] = []
    count = 0
    for key in home.open_announcements:
        announcement = turn.unit.get(Announcement, key)
        if announcement is None:
            continue
        announcement = with_everybody(turn, announcement, home)
        if not is_reached(announcement, pupil.key):
            count += 1
            wishes += keep(turn, record(announcement, pupil.key, event), home)
    fields: Fields = {"pupil": pupil.pseudonym, "count": count}
    return [Say(turn.back, "waive-noted", fields), *wishes]


@outcome("reach")
def heard_of_attempt(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Write into the ledger what a platform did with an attempt, and take the next way."""
    key, pupil, way, to = parts
    announcement = context.unit.get(Announcement, key)
    home = context.unit.get(SchoolClass, announcement.class_name) if announcement else None
    if announcement is None or home is None:
        return []
    what = What.ACCEPTED if result.fate is Fate.ACCEPTED else What.REFUSED
    event = Event(context.now, what, Way(way), to, "" if result.why is None else result.why)
    told = [pupil] if pupil else promised_in_group(announcement)
    for one in told:
        announcement = record(announcement, one, event)
    return keep(context, announcement, home)


@outcome("task")
def heard_of_task(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Give a task to the next adult when this one can't be told (P1)."""
    key, pupil, adult = parts
    announcement = context.unit.get(Announcement, key)
    home = context.unit.get(SchoolClass, announcement.class_name) if announcement else None
    child = home.pupils.get(pupil) if home else None
    if result.fate is not Fate.REFUSED or announcement is None or home is None or child is None:
        return []
    if is_reached(announcement, pupil):
        return []
    wish = task(context, announcement, home, child, after=adult)
    event = Event(context.now, What.PROMISED, Way.ADULT, str(wish.to))
    context.unit.put(record(announcement, pupil, event))
    return [wish]


def _when_to_look(context: Context, announcement: Announcement) -> datetime | None:
    home = context.unit.get(SchoolClass, announcement.class_name)
    if home is None:
        return None
    return next_look_at(announcement, situations(context.registry, announcement, home))


@deadline(Announcement, _when_to_look)
def look_again(context: Context, announcement: Announcement) -> Sequence[Wish]:
    """Take the next way for everybody who stayed silent, or whose situation changed."""
    home = context.unit.get(SchoolClass, announcement.class_name)
    return keep(context, announcement, home) if home else []


def _open(turn: Turn, home: SchoolClass) -> Announcement:
    counters = turn.unit.get(Counters, COUNTERS) or Counters()
    counters = replace(counters, announcements=counters.announcements + 1)
    turn.unit.put(counters)
    return Announcement(
        key=f"a{counters.announcements}",
        class_name=home.key,
        author=turn.reporter,
        text=turn.words,
        at=turn.now,
        patience=turn.school.patience,
    )


def _group_post(turn: Turn, home: SchoolClass, announcement: Announcement) -> Say:
    sender = turn.speaker.name if turn.speaker else ""
    return Say(
        turn.incoming.chat,
        "notice-group-post",
        {"sender": sender, "class": home.key, "text": announcement.text},
        buttons=((Choice("button-read", f"gelezen:{announcement.key}"),),),
        about=f"reach:{announcement.key}::{Way.GROUP}:",
    )


def _summary(turn: Turn, home: SchoolClass, announcement: Announcement) -> Say:
    in_group = len(promised_in_group(announcement))
    by_you = sum(
        any(e.way is Way.ADULT for e in o.events) for o in announcement.obligations.values()
    )
    total = len(home.pupils)
    fields: Fields = {
        "class": home.key,
        "total": total,
        "in_group": in_group,
        "other_way": total - in_group - by_you,
        "by_you": by_you,
    }
    return Say(turn.reporter, "notice-posted", fields)


def _to_teacher(turn: Turn, text: str, fields: dict[str, str | int] | None = None) -> Say:
    in_the_group = Say(turn.incoming.chat, text, fields or {})
    return Say(turn.reporter, text, fields or {}, otherwise=(in_the_group,))


def _toast(turn: Turn, text: str) -> AnswerTap:
    return AnswerTap(turn.incoming.chat, turn.incoming.tap, text, language=turn.language)


def _pupils_spoken_for(people: Iterable[Person]) -> list[str]:
    own = [p.key for p in people if isinstance(p, Pupil)]
    children = [p.pupil for p in people if isinstance(p, Guardian)]
    return list(dict.fromkeys(own + children))


def _way_of(turn: Turn) -> Way:
    if isinstance(turn.speaker, Guardian):
        return Way.GUARDIAN_CHAT
    return Way.PUPIL_CHAT if turn.incoming.private else Way.GROUP


def _task_done(turn: Turn, what: What, text: str) -> Sequence[Wish]:
    key, _, pupil = turn.words.partition(":")
    announcement = turn.unit.get(Announcement, key)
    home = turn.unit.get(SchoolClass, announcement.class_name) if announcement else None
    child = home.pupils.get(pupil) if home else None
    if announcement is None or home is None or turn.speaker is None:
        return [_toast(turn, "common-button-old")]
    if not covers(turn.people, home):
        return [_toast(turn, "task-not-yours")]
    if child is None or pupil not in announcement.obligations:
        return [_toast(turn, "common-button-old")]
    name: dict[str, str | int] = {"name": child.name}
    if is_reached(announcement, pupil):
        return [_toast(turn, ""), _task_message(turn, "task-already-done", name)]
    event = Event(turn.now, what, Way.ADULT, turn.speaker.key)
    noted = _task_message(turn, text, name)
    return [_toast(turn, ""), noted, *keep(turn, record(announcement, pupil, event), home)]


def _task_message(turn: Turn, text: str, fields: dict[str, str | int]) -> Replace:
    chat, message = turn.incoming.chat, turn.incoming.message
    return Replace(chat, message, text, fields, language=turn.language)


def _pupil_and_reason(turn: Turn) -> tuple[SchoolClass | None, Pupil | None, str]:
    """Read "7B-14 REASON", "7B-4 REASON" for 7B-04, or "Noor Bakker REASON"."""
    typed = " ".join(turn.words.split())
    for name in turn.registry.classes:
        home = turn.unit.get(SchoolClass, name)
        if home is None or not covers(turn.people, home):
            continue
        for pupil in home.pupils.values():
            class_part, _, number = pupil.pseudonym.rpartition("-")
            for called in (pupil.pseudonym, f"{class_part}-{number.lstrip('0')}", pupil.name):
                found = re.match(rf"{re.escape(called)}(?!\w)", typed, re.IGNORECASE)
                if found is not None:
                    return home, pupil, typed[found.end() :].strip(" .,:")
    return None, None, ""
