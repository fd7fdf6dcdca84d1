"""The dossier of a case: everything that was told, done and decided, as a paper to hand over.

A reporter whose name may not be used stays without a name here, also in the log: where only that
person can have left a trace (a refused look at the own report), the trace is left out.
"""

from collections.abc import Iterator
from datetime import datetime

from bot.case_gate import case_for, whole_log
from bot.domain.case_log import Deed, LogLine
from bot.domain.cases import Case
from bot.domain.evidence import Evidence, sort_of
from bot.domain.keeping import goes_at
from bot.domain.own_reports import TOLD_MORE
from bot.domain.people import Pupil
from bot.domain.plan import Ending
from bot.domain.talk import REPORTER, Said
from bot.dossier_marks import evidence_in, words_of
from bot.dossier_spread import spread_of
from bot.dossier_steps import steps_of
from bot.ports import Address
from bot.routing import Context, Turn
from bot.told import what_was_told
from bot.wishes import (
    Fields,
    Line,
    Paper,
    Passage,
    Say,
    Section,
    Table,
    Typeset,
    Wish,
    Words,
)

AT_THE_DOOR = frozenset({"read", Deed.VIEWED, Deed.EXPORTED, Deed.TOLD, Deed.CHANGED})
"""Events of somebody who came to a case: they stand in the list of who did, with what for."""

GROUP = 8
"""Signs of a checksum that stand together, so that people can compare it."""

ORDERED = "dossier"
"""The mark in the log of a dossier that was asked for in a chat."""

LOG_WIDTHS = (2, 4, 4, 5, 6)
"""Parts of the breadth of the page for a line of the log; the last says most."""

WHEN_WHO_WHAT = ("dossier-when", "dossier-who", "dossier-what")


def dossier_of(context: Context, case: Case, asked_by: str) -> Paper:
    """Write the dossier of a case, in texts and words.

    `asked_by` is the person key of who gets it, "" for the administrator. That it is made must be
    written down before: the last line of the log stands on the last page.
    """
    number: dict[str, str | int] = {"number": case.number}
    view = _View(context, case)
    return Paper(
        title=Line("dossier-title", number),
        author=case.school or context.school.name,
        made_at=context.now,
        header=Line("dossier-header", number),
        page=Line("dossier-page"),
        facts=view.facts(asked_by),
        notes=view.notes(),
        sections=(
            view.timeline(),
            view.report(),
            view.talk(),
            steps_of(context, case, view.who),
            *spread_of(context, case, view.shown_name),
            view.evidence(),
            view.readers(),
            view.keeping(),
            view.proof(),
        ),
    )


_Happened = tuple[datetime, Words, Words]


def order_dossier(turn: Turn, number: str) -> list[Wish]:
    """Have the dossier of a case made for who handles it; that comes into the log first.

    Raises `NoSuchCase` to everybody else.
    """
    who = turn.reporter
    case = case_for(turn, number, who, Deed.EXPORTED, ORDERED)
    key = f"paper-{case.number}-{turn.token()}"
    about = f"paper-set:{case.number}:{who}:{key}"
    paper = dossier_of(turn, case, who)
    return [Say(turn.back, "dossier-coming", {"number": case.number}), Typeset(paper, key, about)]


class _View:
    """One case as its dossier shows it."""

    def __init__(self, context: Context, case: Case) -> None:
        self.context = context
        self.case = case
        self.reporter = _all_keys_of(context, case.reporter)
        self.whole_log = whole_log(context)
        self.log = tuple(line for line in self.whole_log if self._belongs(line))

    def facts(self, asked_by: str) -> tuple[tuple[Line, tuple[Words, ...]], ...]:
        asker: Words = self.who(asked_by) if asked_by else Line("dossier-administrator")
        case = self.case
        handlers = tuple(map(self.who, case.handlers)) or (Line("dossier-nobody"),)
        return (
            (Line("dossier-school"), (case.school or self.context.school.name,)),
            (Line("dossier-number"), (str(case.number),)),
            (Line("dossier-opened"), (self.moment(case.opened_at),)),
            (Line("dossier-status"), (Line("dossier-status-now", {"status": case.status}),)),
            *self._ending(),
            (Line("dossier-reporter"), (self.named_reporter(),)),
            (Line("dossier-handlers"), handlers),
            (Line("dossier-made"), (self.moment(self.context.now),)),
            (Line("dossier-made-for"), (asker,)),
        )

    def _ending(self) -> Iterator[tuple[Line, tuple[Words, ...]]]:
        case = self.case
        if case.closed_at is not None:
            yield Line("dossier-closed"), (self.moment(case.closed_at),)
        if case.outcome in {*Ending}:
            yield Line("dossier-outcome"), (Line(f"button-plan-is-{case.outcome}"),)

    def notes(self) -> tuple[Line, ...]:
        named = () if self.case.name_known else (Line("dossier-note-unnamed"),)
        zone = {"zone": self.context.school.time_zone}
        return (Line("dossier-note-confidential"), *named, Line("dossier-note-times", zone))

    def timeline(self) -> Section:
        happened = sorted(
            (*self._events(), *self._said(), *self._received(), *self._closed()), key=lambda e: e[0]
        )
        rows = tuple((self.moment(at), what, who) for at, what, who in happened)
        columns = (Line("dossier-when"), Line("dossier-what"), Line("dossier-who"))
        return Section(Line("dossier-timeline"), table=Table(columns, (3, 6, 4), rows))

    def report(self) -> Section:
        passages = tuple(
            Passage(each.question, (each.answer or Line("dossier-not-told"),))
            for each in what_was_told(self.context, self.case, self.context.school.language)
        )
        return Section(
            Line("dossier-report"),
            intro=() if passages else (Line("dossier-report-empty"),),
            passages=passages,
        )

    def talk(self) -> Section:
        passages = tuple(
            Passage(self._speaker(said), (said.words,), (self.moment(said.at),))
            for said in self.case.talk
        )
        return Section(
            Line("dossier-talk"),
            intro=() if passages else (Line("dossier-talk-empty"),),
            passages=passages,
        )

    def evidence(self) -> Section:
        passages = tuple(
            self._piece(place, piece) for place, piece in enumerate(self.case.evidence, 1)
        )
        return Section(
            Line("dossier-evidence"),
            intro=(Line("dossier-evidence-kept" if passages else "dossier-evidence-empty"),),
            passages=passages,
            table=self._custody() if passages else None,
        )

    def readers(self) -> Section:
        rows = tuple((str(line.number), *self._deed(line), self._mark(line)) for line in self.log)
        columns = tuple(map(Line, ("dossier-line", *WHEN_WHO_WHAT, "dossier-about")))
        return Section(
            Line("dossier-readers"),
            intro=(Line("dossier-readers-intro"),),
            table=Table(columns, LOG_WIDTHS, rows),
        )

    def keeping(self) -> Section:
        keeping = self.case.keeping
        goes = goes_at(self.case, self.context.school.policy)
        passages = []
        if goes is not None:
            passages.append(Passage(Line("dossier-goes", {"date": self.context.day(goes)})))
        if keeping.until is not None:
            until = {"date": self.context.day(keeping.until)}
            passages.append(Passage(Line("dossier-kept-until", until), (keeping.reason,)))
        if keeping.held_until is not None:
            held = {"date": self.context.day(keeping.held_until)}
            passages.append(Passage(Line("dossier-held-until", held), (keeping.hold_reason,)))
        elif keeping.hold_reason:
            passages.append(Passage(Line("dossier-was-held"), (keeping.hold_reason,)))
        return Section(
            Line("dossier-keeping"),
            intro=() if passages else (Line("dossier-keeping-plain"),),
            passages=tuple(passages),
        )

    def proof(self) -> Section:
        if not self.whole_log:
            return Section(Line("dossier-proof"))
        head = self.whole_log[-1]
        at = Line("dossier-head", {"line": head.number})
        passage = Passage(at, signs=in_groups(head.checksum))
        return Section(Line("dossier-proof"), (Line("dossier-proof-intro"),), (passage,))

    def who(self, key: str) -> Words:
        """Name somebody: by name, or by what they are here."""
        if not key:
            return Line("dossier-the-bot")
        if key in self.reporter:
            return self.named_reporter()
        return self._name(key) or Line("dossier-person-left")

    def named_reporter(self) -> Words:
        """Name the reporter, where that may be."""
        case = self.case
        if not case.name_known:
            return Line("dossier-reporter-unnamed")
        person = self.context.person(case.reporter)
        if person is None:
            return Line("dossier-reporter-unknown")
        home = self.context.class_of(case.reporter)
        if isinstance(person, Pupil) and home is not None:
            return Line("dossier-reporter-pupil", {"name": person.name, "class": home.key})
        return person.name

    def shown_name(self, key: str) -> str | None:
        """Name somebody inside a sentence; None where no name may stand, or there is none."""
        if key in self.reporter and not self.case.name_known:
            return None
        return self._name(key) or None

    def moment(self, at: datetime | None) -> str:
        """Write a moment as people here do: 24-11-2026 10:15."""
        return self.context.moment(at)

    def _name(self, key: str) -> str:
        person = self.context.person(key)
        return person.name if person is not None else ""

    def _belongs(self, line: LogLine) -> bool:
        """Tell whether a line of the log is for this dossier."""
        if line.case != self.case.number:
            return False
        return self.case.name_known or line.who not in self.reporter

    def _speaker(self, said: Said) -> Words:
        # In a talk the reporter has no key; anybody else has.
        return self.who(said.by) if said.by else self.named_reporter()

    def _events(self) -> Iterator[_Happened]:
        # A piece of evidence and words of the reporter have a line already, with who they are from.
        pieces = {f"evidence-received-{n}" for n in range(1, len(self.case.evidence) + 1)}
        written = {said.at for said in self.case.talk if said.by == REPORTER}
        for event in self.case.events:
            twice = event.what in pieces or (event.what == TOLD_MORE and event.at in written)
            hidden = not self.case.name_known and event.by in self.reporter
            if event.what not in AT_THE_DOOR and not twice and not hidden:
                yield event.at, self._words_of(event.what), self.who(event.by)

    def _words_of(self, mark: str) -> Line:
        return words_of(mark, self.context.school.plan, self._named)

    def _named(self, key: str) -> str | None:
        """Name whom a mark names; None for a key that is nobody's."""
        if key in self.reporter and not self.case.name_known:
            return "…"
        return self._name(key) or None

    def _said(self) -> Iterator[_Happened]:
        for said in self.case.talk:
            yield said.at, Line("dossier-event-said"), self._speaker(said)

    def _received(self) -> Iterator[_Happened]:
        for place, piece in enumerate(self.case.evidence, 1):
            came = self._words_of(f"evidence-received-{place}")
            yield piece.received_at, came, self._giver(piece)

    def _closed(self) -> Iterator[_Happened]:
        for line in self.log:
            if line.deed is Deed.CLOSED:
                yield line.at, Line("dossier-deed", {"deed": line.deed}), self.who(line.who)

    def _piece(self, place: int, piece: Evidence) -> Passage:
        """Describe a piece of evidence: its checksum, what was written with it, whether it went."""
        what: Fields = {
            "count": place,
            "kind": sort_of(piece.kind),
            "media": piece.kind,
            "bytes": piece.size,
        }
        gone: tuple[Words, ...] = ()
        if piece.removed_at is not None:
            gone = (Line("dossier-piece-removed", {"time": self.moment(piece.removed_at)}),)
        return Passage(
            Line("dossier-piece", what),
            ((piece.words,) if piece.words else ()) + gone,
            (self._giver(piece), self.moment(piece.received_at)),
            signs=in_groups(piece.sha256),
        )

    def _custody(self) -> Table:
        """List through whose hands each piece went, as the log has it."""
        columns = tuple(map(Line, ("dossier-piece-number", *WHEN_WHO_WHAT, "dossier-about")))
        rows = tuple(
            (piece, *self._deed(line), self._mark(line))
            for line in self.log
            if (piece := evidence_in(line.detail))
        )
        return Table(columns, LOG_WIDTHS, rows)

    def _deed(self, line: LogLine) -> tuple[Words, ...]:
        deed = Line("dossier-deed", {"deed": line.deed})
        return (self.moment(line.at), self.who(line.who), deed)

    def _mark(self, line: LogLine) -> Words:
        return self._words_of(line.detail) if line.detail else ""

    def _giver(self, piece: Evidence) -> Words:
        return self.who(piece.by) if piece.by else self.named_reporter()


def in_groups(checksum: str) -> str:
    """Write a checksum in groups, as people read it aloud."""
    return " ".join(checksum[at : at + GROUP] for at in range(0, len(checksum), GROUP))


def _all_keys_of(context: Context, reporter: str) -> frozenset[str]:
    """Name every key under which the reporter can stand: the person, and the accounts."""
    person = context.person(reporter)
    accounts = person.accounts if person is not None else (reporter,)
    people = (p for a in accounts for p in context.people_at(Address.parse(a)))
    return frozenset({reporter, *accounts, *(p.key for p in people)})
