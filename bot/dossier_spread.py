"""What a dossier tells of stopping the snowball: the links, and what classes were asked (11.4)."""

from collections.abc import Callable

from bot.domain.appeal import Appeal, Posting, Turning
from bot.domain.cases import Case
from bot.domain.takedown import Event, Link
from bot.routing import Context
from bot.wishes import Fields, Line, Passage, Section, Term

Named = Callable[[str], str | None]
"""Gives the name of a person (by key) as it may stand in the dossier; None for no name."""


def spread_of(context: Context, case: Case, named: Named) -> tuple[Section, ...]:
    """Tell where it stood and what was done about it; no section where there is nothing to tell."""
    passages = (
        *(_link(context, link, named) for link in case.links),
        *(_appeal(context, appeal, named) for appeal in case.appeals),
    )
    return (Section(Line("dossier-spread"), passages=passages),) if passages else ()


def _link(context: Context, link: Link, named: Named) -> Passage:
    where: Fields = {"item": link.number, "platform": Term(f"button-site-{link.site}")}
    history = tuple(_happened(context, event, named) for event in link.history)
    return Passage(Line("dossier-link", where), (link.words, *history))


def _happened(context: Context, event: Event, named: Named) -> Line:
    what = {"time": context.moment(event.at), "what": event.what}
    name = named(event.by)
    if name is None:
        return Line("links-event-unnamed", what)
    return Line("links-event", {**what, "name": name})


def _appeal(context: Context, appeal: Appeal, named: Named) -> Passage:
    classes = {"classes": ", ".join(appeal.chosen) or "-"}
    return Passage(
        Line("button-appeal", {"item": appeal.number}),
        (
            Line(f"appeal-group-{appeal.text}"),
            Line("dossier-appeal-classes", classes),
            *(_turned(context, turning, named) for turning in appeal.history),
            *(_posted(context, posting) for posting in appeal.postings),
        ),
    )


def _turned(context: Context, turning: Turning, named: Named) -> Line:
    what = {"time": context.moment(turning.at), "stage": turning.stage}
    name = named(turning.by)
    if name is None:
        return Line("appeal-turned-unnamed", what)
    return Line("appeal-turned", {**what, "name": name})


def _posted(context: Context, posting: Posting) -> Line:
    where = {"class": posting.class_name, "time": context.moment(posting.at)}
    return Line(f"dossier-appeal-{posting.outcome}", where)
