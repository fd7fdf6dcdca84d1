"""Takes the next way to every pupil who is not reached yet, and closes what is complete (P1).

The rules stand in `bot.domain.reach`; here they become words to somebody.
"""

import hashlib
from dataclasses import replace

from bot.domain.people import Guardian, Pupil, Registry, Role, SchoolClass
from bot.domain.reach import (
    Announcement,
    Event,
    Obligation,
    Situation,
    Step,
    Way,
    What,
    close_if_complete,
    steps_now,
    unreached,
)
from bot.ports import Address
from bot.routing import Context
from bot.wishes import Choice, Rows, Say, Wish

EMAIL = "email"


def keep(context: Context, announcement: Announcement, home: SchoolClass) -> list[Wish]:
    """Take the next ways, close the announcement if everybody is reached, and store it."""
    announcement, wishes = pursue(context, announcement, home)
    was_open = announcement.closed_at is None
    announcement = close_if_complete(announcement, home.pupils, context.now)
    context.unit.put(announcement)
    if was_open and announcement.closed_at is not None:
        # Read again: the handler may have changed the class in this same unit of work.
        now = context.unit.get(SchoolClass, home.key) or home
        still_open = tuple(a for a in now.open_announcements if a != announcement.key)
        context.unit.put(replace(now, open_announcements=still_open))
        fields = {"class": home.key, "text": announcement.text}
        wishes.append(Say(announcement.author, "notice-closed", fields))
    return wishes


def with_everybody(context: Context, announcement: Announcement, home: SchoolClass) -> Announcement:
    """Give an open announcement an obligation to each pupil on the roster; promise nothing yet."""
    if announcement.closed_at is not None:
        return announcement
    missing = [key for key in home.pupils if key not in announcement.obligations]
    fresh = {key: Obligation(key, context.token()) for key in missing}
    return replace(announcement, obligations={**announcement.obligations, **fresh})


def pursue(
    context: Context, announcement: Announcement, home: SchoolClass
) -> tuple[Announcement, list[Wish]]:
    """See to it that every pupil on the roster has an obligation; promise what is due to each."""
    if announcement.closed_at is not None:
        return announcement, []
    obligations = dict(announcement.obligations)
    wishes: list[Wish] = []
    adults = adults_for(context.registry, announcement, home)
    for key in unreached(announcement, home.pupils):
        pupil = home.pupils[key]
        fresh = key not in obligations
        obligation = obligations.get(key) or Obligation(key, context.token())
        situation = situation_of(home, pupil, adults)
        if fresh and situation.in_group and announcement.at == context.now:
            obligation = _promised(obligation, context, Step(Way.GROUP))
        for step in steps_now(obligation, situation, announcement.patience, context.now):
            whom = replace(step, to=adults[0]) if step.way is Way.ADULT else step
            obligation = _promised(obligation, context, whom)
            wishes.append(_say(context, announcement, home, obligation, step))
        obligations[key] = obligation
    return replace(announcement, obligations=obligations), wishes


def situations(
    registry: Registry, announcement: Announcement, home: SchoolClass
) -> dict[str, Situation]:
    """Tell for each pupil on the roster which ways there are."""
    adults = adults_for(registry, announcement, home)
    return {key: situation_of(home, pupil, adults) for key, pupil in home.pupils.items()}


def situation_of(home: SchoolClass, pupil: Pupil, adults: tuple[str, ...]) -> Situation:
    """Tell which ways there are to one pupil."""
    members = home.group.members if home.group else {}
    guardians = home.guardians_of(pupil.key)
    return Situation(
        in_group=any(account in members for account in pupil.accounts),
        by_chat=bool(pupil.accounts),
        guardians_by_chat=tuple(g.key for g in guardians if g.accounts),
        guardians_by_email=tuple(_mailbox_of(g) for g in guardians if g.email),
        adults=adults,
    )


def _mailbox_of(guardian: Guardian) -> str:
    # A mark, not the address itself: the ledger holds no addresses.
    return f"{guardian.key}@{hashlib.sha256(guardian.email.encode()).hexdigest()[:8]}"


def _promised(obligation: Obligation, context: Context, step: Step) -> Obligation:
    event = Event(context.now, What.PROMISED, step.way, step.to)
    return replace(obligation, events=(*obligation.events, event))


def _say(
    context: Context,
    announcement: Announcement,
    home: SchoolClass,
    obligation: Obligation,
    step: Step,
) -> Say:
    pupil = home.pupils[obligation.pupil]
    author = context.person(announcement.author)
    fields: dict[str, str | int] = {
        "sender": author.name if author else "",
        "class": home.key,
        "text": announcement.text,
        "school": context.school.name,
    }
    about = f"reach:{announcement.key}:{pupil.key}:{step.way}:{step.to}"
    if step.way is Way.ADULT:
        return task(context, announcement, home, pupil)
    if step.way is Way.PUPIL_CHAT:
        return Say(pupil.key, "notice-private", fields, buttons=_read(announcement), about=about)
    guardian = home.guardians[step.to.partition("@")[0]]
    fields["pupil_name"] = pupil.first_name
    if step.way is Way.GUARDIAN_CHAT:
        buttons = _read(announcement)
        return Say(guardian.key, "notice-guardian", fields, buttons=buttons, about=about)
    return _mail(context, announcement, guardian, obligation, fields, about)


def _mail(
    context: Context,
    announcement: Announcement,
    guardian: Guardian,
    obligation: Obligation,
    fields: dict[str, str | int],
    about: str,
) -> Say:
    to = Address(EMAIL, guardian.email)
    language = context.language_of(guardian)
    if not context.school.confirm_url:
        return Say(to, "mail-notice", fields, language=language, about=about, person=guardian.key)
    token = f"{announcement.key}-{guardian.key}-{obligation.token}"
    fields["link"] = f"{context.school.confirm_url.rstrip('/')}/{token}"
    return Say(to, "mail-notice-link", fields, language=language, about=about, person=guardian.key)


def task(
    context: Context, announcement: Announcement, home: SchoolClass, pupil: Pupil, after: str = ""
) -> Say:
    """Ask an adult to speak with a pupil or a guardian.

    The first of `adults_for`, or the one after the adult `after`, who could not be told. When
    nobody is left, it waits until the first one can be told again.
    """
    adults = adults_for(context.registry, announcement, home)
    left = adults[adults.index(after) + 1 :] if after in adults else adults
    adult = left[0] if left else adults[0]
    about = f"task:{announcement.key}:{pupil.key}:{adult}" if left else ""
    word = f"{announcement.key}:{pupil.key}"
    buttons = (
        (
            Choice("button-spoken", f"gesproken:{word}"),
            Choice("button-not-reached", f"niet:{word}"),
        ),
    )
    fields = {"name": pupil.name, "class": home.key, "text": announcement.text}
    return Say(adult, "task-speak", fields, buttons=buttons, about=about)


def adults_for(
    registry: Registry, announcement: Announcement, home: SchoolClass
) -> tuple[str, ...]:
    """List who can get a task, best first: who wrote it, the mentors, the leaders; never nobody."""
    author = (announcement.author,) if announcement.author in registry.staff else ()
    others = (
        adult.key
        for role in (Role.MENTOR, Role.SCHOOL_LEADER)
        for adult in registry.staff_with(role, home.school, home.key)
    )
    return tuple(dict.fromkeys((*author, *others))) or (announcement.author,)


def _read(announcement: Announcement) -> Rows:
    return ((Choice("button-read", f"gelezen:{announcement.key}"),),)
