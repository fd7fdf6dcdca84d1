"""On /bereik: who is reached, how, and who is not.

In private a member of staff sees names, for each class that person works for; in the group
everybody sees, so there pupils go by pseudonym (P6).
"""

from collections.abc import Sequence

from bot.domain.people import Pupil, SchoolClass, covers
from bot.domain.reach import Announcement, Event, Obligation, What, is_reached
from bot.routing import STAFF, Context, Turn, command
from bot.wishes import Line, Say, Wish


@command("bereik", who=STAFF)
def show_reach(turn: Turn) -> Sequence[Wish]:
    """See who is reached, how, and who is not."""
    if not turn.incoming.private:
        return _in_group(turn)
    wanted = turn.class_named(turn.words) if turn.words else None
    homes = [h for h in _classes_of(turn) if wanted is None or h.key == wanted.key]
    if not homes or (turn.words and wanted is None):
        return [Say(turn.back, "reach-no-class")]
    return [w for home in homes for w in _of_class(turn, home)]


def _in_group(turn: Turn) -> Sequence[Wish]:
    home = turn.class_met_in(turn.incoming.chat)
    if home is None:
        return [Say(turn.incoming.chat, "notice-no-class")]
    if not covers(turn.people, home):
        return [Say(turn.back, "reach-no-class")]
    opened = _open_announcements(turn, home)
    if not opened:
        return [Say(turn.incoming.chat, "reach-nothing-open", {"class": home.key})]
    return [
        Say(
            turn.incoming.chat,
            "reach-group-overview",
            _counts(announcement, home),
            more=tuple(
                Line(
                    "reach-group-line-reached"
                    if is_reached(announcement, key)
                    else "reach-group-line-open",
                    {"pupil": pupil.pseudonym},
                )
                for key, pupil in home.pupils.items()
            ),
        )
        for announcement in opened
    ]


def _of_class(turn: Turn, home: SchoolClass) -> list[Wish]:
    opened = _open_announcements(turn, home)
    if not opened:
        return [Say(turn.back, "reach-nothing-open", {"class": home.key})]
    return [
        Say(
            turn.back,
            "reach-overview",
            {**_counts(announcement, home), "text": announcement.text},
            more=tuple(
                _line(turn, pupil, announcement.obligations.get(key))
                for key, pupil in home.pupils.items()
            ),
        )
        for announcement in opened
    ]


def _classes_of(turn: Turn) -> list[SchoolClass]:
    homes = (turn.unit.get(SchoolClass, name) for name in sorted(turn.registry.classes))
    return [h for h in homes if h is not None and covers(turn.people, h)]


def _open_announcements(context: Context, home: SchoolClass) -> list[Announcement]:
    found = (context.unit.get(Announcement, key) for key in home.open_announcements)
    return [a for a in found if a is not None]


def _counts(announcement: Announcement, home: SchoolClass) -> dict[str, str | int]:
    reached = sum(is_reached(announcement, key) for key in home.pupils)
    return {"class": home.key, "total": len(home.pupils), "reached": reached}


def _line(context: Context, pupil: Pupil, obligation: Obligation | None) -> Line:
    event = _telling(obligation)
    if event is None:
        return Line("reach-line-unreached", {"name": pupil.name})
    adult = context.person(event.by)
    fields = {
        "name": pupil.name,
        "way": event.way,
        "adult": adult.name if adult else "",
        "reason": event.reason,
    }
    return Line(f"reach-line-{event.what}", fields)


def _telling(obligation: Obligation | None) -> Event | None:
    """Choose the event that tells most about a pupil.

    The closing one, else the newest attempt that was not refused, else the newest.
    """
    if obligation is None or not obligation.events:
        return None
    hopeful = [e for e in obligation.events if e.what is not What.REFUSED]
    return obligation.closing or (hopeful or list(obligation.events))[-1]
