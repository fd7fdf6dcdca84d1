"""What a mark says: the short word a line of a case or of the log keeps, as words for a dossier.

A mark names what was done, or what it was about ("plan-severity", "link-1-asked"). It is made where
the deed is done, and read back here alone.
"""

import re
from collections.abc import Callable

from bot.domain.appeal import Stage
from bot.domain.plan import Ending, Item, Plan
from bot.domain.takedown import What
from bot.wishes import Line, Term

Named = Callable[[str], str | None]
"""Gives what may stand for a person (by key); None for a key that is nobody's."""

ALONE = frozenset(
    {
        # What happened to a case.
        "opened",
        "completed",
        "told-more",
        "wiped-by-reporter",
        "passed-on",
        "not-told",
        "nobody-left",
        "phone-given",
        "naked-not-taken",
        "link-added",
        "link-typed",
        "link-reminded",
        "handover:accepted",
        "handover:declined",
        "stepped-out",
        "left",
        "kept-longer",
        "hold-begun",
        "hold-ended",
        "warned",
        "reminded-quiet",
        "reply",
        "snoozed",
        # What was looked at.
        "plan",
        "talk",
        "links",
        "appeal",
        "evidence",
        "handover",
        "keep",
        # Where a dossier was asked for.
        "dossier",
        "command-line",
    }
)
"""Marks that say all there is to say; each is a variant of one text, with a dash for the colon."""

OF_EVIDENCE = re.compile(r"evidence-(?:(?P<what>received|viewed|removed)-)?(?P<item>[0-9]+)")
OF_LINK = re.compile(rf"link-(?P<item>[0-9]+)-(?P<what>{'|'.join(What)})")
OF_APPEAL = re.compile(rf"appeal-(?P<item>[0-9]+)-(?P<stage>{'|'.join(Stage)})")
OF_PLAN = re.compile(r"(?P<deed>plan|reminded)-(?P<item>.+)")
OF_PERSON = re.compile(r"(?P<what>handover:asked|passed-on):(?P<person>.+)")
OF_ENDING = re.compile(rf"term:(?P<ending>{'|'.join(Ending)})")

HOURS_BEFORE = re.compile(r"-[0-9]+\Z")
"""Ends the mark of a reminder that was given so many hours before a date of the plan."""


def words_of(mark: str, plan: Plan, named: Named) -> Line:
    """Say a mark in words; one that this release does not know, as decently as it can be read."""
    return (
        _alone(mark)
        or _numbered(mark)
        or _of_plan(mark, plan)
        or _of_person(mark, named)
        or _unknown(mark, named)
    )


def evidence_in(mark: str) -> str | None:
    """Give the number of the piece of evidence that a mark is about; None for any other mark."""
    found = OF_EVIDENCE.fullmatch(mark)
    return found["item"] if found else None


def _alone(mark: str) -> Line | None:
    variant = {"event": mark.replace(":", "-")}
    return Line("dossier-event", variant) if mark in ALONE else None


def _numbered(mark: str) -> Line | None:
    if found := OF_EVIDENCE.fullmatch(mark):
        of_it = {"count": int(found["item"]), "what": found["what"] or "itself"}
        return Line("dossier-event-evidence", of_it)
    if found := OF_LINK.fullmatch(mark):
        return Line("dossier-event-link", {"item": int(found["item"]), "what": found["what"]})
    if found := OF_APPEAL.fullmatch(mark):
        return Line("appeal-line", {"item": int(found["item"]), "stage": found["stage"]})
    if found := OF_ENDING.fullmatch(mark):
        return Line("dossier-event-term", {"what": Term(f"button-plan-is-{found['ending']}")})
    return None


def _of_plan(mark: str, plan: Plan) -> Line | None:
    found = OF_PLAN.fullmatch(mark)
    if found is None:
        return None
    if found["deed"] == "plan":
        return Line("dossier-event-plan", {"what": label(plan.item(found["item"]), found["item"])})
    item = plan.item(found["item"]) or plan.item(HOURS_BEFORE.sub("", found["item"]))
    return Line("dossier-event-reminded", {"what": label(item, found["item"])})


def label(item: Item | None, key: str) -> Term:
    """Name an item of the plan, also one that has left it since."""
    if item is None:
        return Term("dossier-item-gone", {"text": key})
    return Term(f"button-plan-{item.key}")


def _of_person(mark: str, named: Named) -> Line | None:
    found = OF_PERSON.fullmatch(mark)
    if found is None:
        return None
    whom = named(found["person"]) or Term("dossier-person-left")
    text = "dossier-event-passed-on" if found["what"] == "passed-on" else "dossier-event-asked"
    return Line(text, {"name": whom})


def _unknown(mark: str, named: Named) -> Line:
    what, colon, last = mark.rpartition(":")
    name = named(last) if colon else None
    plain = re.sub("[-:]+", " ", what if name else mark).strip()
    return Line("dossier-event-other", {"text": f"{plain}: {name}" if name else plain})
