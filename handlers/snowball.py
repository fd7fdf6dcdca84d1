"""Stopping the snowball: what stands where, who was asked to remove it, and what came of it (11.4).

On "Links en verwijderen" under a case: every link with how it stands, and a way to add more.
On words after that: each link in them is kept; words that are no link only after somebody said
    where it is. Nothing is ever fetched.
On a link: how it is reported there, who may, whether the other hears of it, and what was done.
On "gevraagd", "verwijderd", "geweigerd", "geen antwoord": writes it down; the history only grows.
When somebody has to look again: a reminder with the number of the case and nothing else (P6).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.appeals import is_closed, readers
from bot.case_gate import case_for, change, not_found
from bot.domain.cases import Case, NoSuchCase
from bot.domain.desk import Desk
from bot.domain.platforms import Site, addresses_in
from bot.domain.school_time import NO_TIME
from bot.domain.takedown import (
    ALLOWED,
    MOST_LINKS,
    CannotBeRecordedError,
    Event,
    Link,
    State,
    What,
    added,
    due,
    next_look,
    next_look_at_any,
    placed,
    recorded,
    reminded,
    replaced,
)
from bot.routing import STAFF, Context, Turn, button, deadline, form
from bot.wishes import AnswerTap, Choice, Fields, Line, Rows, Say, Wish

TOPIC = "links"

LONGEST_WORDS = 300
"""Signs of what is no link: an account name or a few words, not a story."""

IN_A_ROW = 3

DEEDS = (What.ASKED, What.REMOVED, What.REFUSED, What.NO_ANSWER, What.BACK)
"""What a button under a link can record, in the order of the buttons."""

HOURS_LATER = ("4", "24", "72")


@button("links", who=STAFF)
def show_links(turn: Turn) -> Sequence[Wish]:
    """Show every link of a case, or ask for more of them."""
    number, _, what = turn.words.partition(":")
    try:
        case = case_for(turn, number, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        return [_toast(turn), _not_found(turn, number)]
    if what != "add":
        return [_toast(turn), _overview(turn, case)]
    if is_closed(case):
        return [_toast(turn), _closed(turn, case)]
    turn.unit.put(Desk(turn.reporter, TOPIC, case.number, "", turn.now))
    return [_toast(turn), Say(turn.back, "links-ask", {"number": case.number})]


def _waits_for_links(turn: Turn) -> bool:
    desk = turn.unit.get(Desk, turn.reporter)
    return desk is not None and desk.waits_for(TOPIC, turn.now)


@form(_waits_for_links)
def take_links(turn: Turn) -> Sequence[Wish]:
    """Keep every link in what was typed; ask where it is when there is none in it."""
    desk = turn.unit.get(Desk, turn.reporter)
    if desk is None:
        return []
    refused: list[Wish] = [Say(turn.back, "links-no-pictures")] if turn.incoming.media else []
    if not turn.words:
        return [*refused, Say(turn.back, "links-ask", {"number": desk.case})]
    try:
        case = case_for(turn, desk.case, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        turn.unit.remove(Desk, desk.key)
        return [_not_found(turn, str(desk.case))]
    found = addresses_in(turn.words)
    if not found and len(turn.words) > LONGEST_WORDS:
        return [*refused, Say(turn.back, "links-too-long", {"count": LONGEST_WORDS})]
    turn.unit.remove(Desk, desk.key)
    return [*refused, *_keep(turn, case, found)]


def _keep(turn: Turn, case: Case, found: Sequence[str]) -> Sequence[Wish]:
    if is_closed(case):
        return [_closed(turn, case)]
    if len(case.links) + max(len(found), 1) > MOST_LINKS:
        return [Say(turn.back, "links-too-many", {"count": MOST_LINKS})]
    if not found:
        return _keep_words(turn, case)
    links = case.links
    for address in found:
        site = turn.school.platforms.site_of(address)
        links = added(links, address, site, turn.reporter, turn.now)
    fresh = len(links) - len(case.links)
    if not fresh:
        return [Say(turn.back, "links-known-already"), _overview(turn, case)]
    case = change(turn, replace(case, links=links), turn.reporter, "link-added")
    return [Say(turn.back, "links-added", {"count": fresh}), _overview(turn, case)]


def _keep_words(turn: Turn, case: Case) -> Sequence[Wish]:
    links = added(case.links, turn.words, None, turn.reporter, turn.now)
    if len(links) == len(case.links):
        return [Say(turn.back, "links-known-already"), _overview(turn, case)]
    case = change(turn, replace(case, links=links), turn.reporter, "link-typed")
    return [_one(turn, case, links[-1])]


@button("link", who=STAFF)
def work_on_link(turn: Turn) -> Sequence[Wish]:
    """Show one link, or record what was done about it."""
    number, item, what, more = (*turn.words.split(":", 3), "", "", "", "")[:4]
    try:
        case = case_for(turn, number, turn.reporter, detail=TOPIC)
    except NoSuchCase:
        return [_toast(turn), _not_found(turn, number)]
    link = next((k for k in case.links if str(k.number) == item), None)
    if link is None:
        return [_toast(turn, "common-button-old")]
    if not what:
        return [_toast(turn), _one(turn, case, link)]
    return _record(turn, case, link, what, more)


def _record(turn: Turn, case: Case, link: Link, what: str, more: str) -> Sequence[Wish]:
    if is_closed(case):
        return [_toast(turn), _closed(turn, case)]
    try:
        after = _recorded(turn, link, what, more)
    except CannotBeRecordedError:
        return [_toast(turn, "links-toast-stale"), _one(turn, case, link)]
    if after is None:
        return [_toast(turn, "common-button-old")]
    detail = f"link-{link.number}-{after.history[-1].what}"
    case = change(turn, replace(case, links=replaced(case.links, after)), turn.reporter, detail)
    shown = _overview(turn, case) if after.state is State.DROPPED else _one(turn, case, after)
    return [_toast(turn, "links-toast-noted"), shown]


def _recorded(turn: Turn, link: Link, what: str, more: str) -> Link | None:
    """Record what a button says; None for a button that says nothing we know."""
    who, now = turn.reporter, turn.now
    if what == "on" and more in set(Site):
        return placed(link, Site(more), who, now)
    if what == What.LATER and more in HOURS_LATER:
        return recorded(link, What.LATER, who, now, now + timedelta(hours=int(more)))
    if what in {*DEEDS, What.DROPPED}:
        return recorded(link, What(what), who, now)
    return None


def _when_to_look(context: Context, case: Case) -> datetime | None:
    when = None if is_closed(case) else next_look_at_any(case.links)
    return _when_open(context, when) if when is not None else None


def _when_open(context: Context, when: datetime) -> datetime:
    """Give the moment itself, or the next opening of the school: nobody is woken for a link."""
    return context.school.hours.after(when, NO_TIME)


@deadline(Case, _when_to_look)
def remind_to_look(context: Context, case: Case) -> Sequence[Wish]:
    """Tell those who handle the case that it is time to look whether something is gone."""
    looked_at = (reminded(link, context.now) for link in due(case.links, context.now))
    links = replaced(case.links, *looked_at)
    case = change(context, replace(case, links=links), "", "link-reminded")
    rows = ((Choice("button-case-links", f"links:{case.number}"),),)
    fields = {"number": case.number}
    return [Say(reader, "links-due", fields, buttons=rows) for reader in readers(case)]


def _overview(turn: Turn, case: Case) -> Say:
    shown = [k for k in case.links if k.state is not State.DROPPED]
    lines = [
        Line("links-line", {"item": k.number, "platform": k.site, "state": k.state}) for k in shown
    ]
    lines += [Line("appeal-line", {"item": a.number, "stage": a.stage}) for a in case.appeals]
    to_links = [
        Choice("button-link", f"link:{case.number}:{k.number}", {"item": k.number}) for k in shown
    ]
    to_appeals = [
        Choice("button-appeal", f"oproep:{case.number}:{a.number}", {"item": a.number})
        for a in case.appeals
    ]
    more: Rows = (
        (Choice("button-links-add", f"links:{case.number}:add"),),
        (Choice("button-appeal-new", f"oproep:{case.number}"),),
    )
    rows = (*_in_rows(to_links), *_in_rows(to_appeals), *(() if is_closed(case) else more))
    fields: Fields = {"number": case.number, "count": len(shown)}
    return Say(turn.back, "links-overview", fields, more=tuple(lines), buttons=rows)


def _one(turn: Turn, case: Case, link: Link) -> Say:
    fields: Fields = {
        "item": link.number,
        "platform": link.site,
        "state": link.state,
        "text": link.words,
    }
    if link.state is State.UNSURE:
        return Say(turn.back, "links-unsure", fields, buttons=_places(case, link))
    lines = [_told(turn, event) for event in link.history]
    when = next_look(link)
    if when is not None and not is_closed(case):
        lines.append(Line("links-look-at", {"time": turn.moment(_when_open(turn, when))}))
    open_still = link.state not in {State.REMOVED, State.DROPPED}
    lines += _how_to_report(turn, link) if open_still else ()
    ways = _ways(turn, link) if open_still else ()
    deeds = () if is_closed(case) else _deeds(case, link)
    back = ((Choice("button-links-back", f"links:{case.number}"),),)
    return Say(turn.back, "links-one", fields, more=tuple(lines), buttons=(*ways, *deeds, *back))


def _told(turn: Turn, event: Event) -> Line:
    time = turn.moment(event.at)
    person = turn.person(event.by) if event.by else None
    if person is None:
        return Line("links-event-unnamed", {"time": time, "what": event.what})
    return Line("links-event", {"time": time, "what": event.what, "name": person.name})


def _how_to_report(turn: Turn, link: Link) -> list[Line]:
    platform = turn.school.platforms.known[link.site]
    return [
        Line("links-save-first"),
        Line("links-author-first"),
        Line(f"links-how-{link.site}"),
        Line(f"links-who-{platform.may_report}"),
        Line("links-told" if platform.told else "links-not-told"),
        *(Line(f"links-fast-{lane.name}") for lane in turn.school.platforms.fast_lanes),
    ]


def _ways(turn: Turn, link: Link) -> Rows:
    platforms = turn.school.platforms
    form_address = platforms.known[link.site].form
    forms = (Choice("button-report-form", link=form_address),) if form_address else ()
    lanes = [Choice(f"button-fast-{f.name}", link=f.address) for f in platforms.fast_lanes]
    return tuple(row for row in (forms, tuple(lanes)) if row)


def _deeds(case: Case, link: Link) -> Rows:
    data = f"link:{case.number}:{link.number}"
    may = ALLOWED[link.state]
    deeds = [Choice(f"button-link-{w}", f"{data}:{w}") for w in DEEDS if w in may]
    later = [
        Choice(f"button-link-later-{hours}", f"{data}:{What.LATER}:{hours}")
        for hours in HOURS_LATER
        if What.LATER in may
    ]
    return (*_in_rows(deeds, 2), *_in_rows(later))


def _places(case: Case, link: Link) -> Rows:
    data = f"link:{case.number}:{link.number}"
    sites = [Choice(f"button-site-{site}", f"{data}:on:{site}") for site in Site]
    return (*_in_rows(sites), (Choice("button-link-dropped", f"{data}:{What.DROPPED}"),))


def _in_rows(choices: Sequence[Choice], wide: int = IN_A_ROW) -> Rows:
    return tuple(tuple(choices[i : i + wide]) for i in range(0, len(choices), wide))


def _toast(turn: Turn, text: str = "") -> AnswerTap:
    return AnswerTap(turn.incoming.chat, turn.incoming.tap, text, language=turn.language)


def _not_found(turn: Turn, number: str) -> Say:
    return not_found(turn, number)


def _closed(turn: Turn, case: Case) -> Say:
    return Say(turn.back, "links-case-closed", {"number": case.number})
