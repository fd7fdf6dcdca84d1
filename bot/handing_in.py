"""Takes evidence in from a reporter, and lets it go with the report (P2, P8).

The rules stand in `bot.domain.evidence`; here they become words to the reporter, files that are
fetched, and lines of the case. Nothing is fetched before the reporter said that nobody is naked on
it: pictures of nudity of minors are never taken in.
"""

from dataclasses import replace

from bot.case_gate import change
from bot.domain.cases import Case
from bot.domain.evidence import (
    NAKED,
    Coming,
    Evidence,
    Offer,
    Reply,
    Shows,
    Waiting,
    arrived,
    asking,
    became_case,
    fetching,
    is_cleared,
    of_somebody_else,
    sent,
    told,
)
from bot.domain.own_reports import can_be_talked_about, is_own, readers_of
from bot.domain.reports import Draft
from bot.ports import Address, Fate, LastingStoreError, Outcome
from bot.routing import Context, Turn
from bot.wishes import Choice, Discard, Keep, Rows, Say, Wish

MOST_CHOICES = 8
"""Cases that are offered to choose from, the newest ones."""

KEEP_GOING: Rows = ((Choice("button-evidence-go-on", "meld:handed-in"),),)


def own_open_cases(context: Context, reporter: str) -> list[Case]:
    """List the open cases that somebody reported, newest first."""
    mine = []
    for key in context.unit.keys(Case):
        try:
            case = context.unit.get(Case, key)
        except LastingStoreError:
            # A damaged case, of whoever it is, must not keep evidence from another.
            continue
        if case is not None and is_own(case, {reporter}) and can_be_talked_about(case):
            mine.append(case)
    return sorted(mine, key=lambda c: -c.number)


def ask_what_it_shows(turn: Turn, case: int = 0) -> list[Wish]:
    """Ask, before anything is sent, whether the pictures show somebody naked."""
    offer = _offer_for(turn, case)
    turn.unit.put(asking(offer, turn.now))
    return [_question(turn)]


def handed(turn: Turn, case: int = 0, words: str = "") -> list[Wish]:
    """Take note of a file that came with a message, for a case or the report being told (0)."""
    media = turn.incoming.media
    if media is None:
        return []
    if not turn.incoming.private:
        return [Say(turn.back, "evidence-not-from-group")]
    if not media.id:
        return [Say(turn.back, "evidence-no-file")]
    file = Waiting(str(turn.incoming.chat), media, words)
    offer, reply = sent(_offer_for(turn, case), file, _have(turn, turn.reporter, case), turn.now)
    if reply is Reply.FETCH:
        return _fetch(turn, replace(offer, waiting=(*offer.waiting, file)))
    turn.unit.put(offer)
    if reply is Reply.ASK:
        return [_question(turn)]
    return [Say(turn.back, "evidence-too-many")] if reply is Reply.FULL else []


def handed_for_one_of(turn: Turn, cases: list[Case], words: str) -> list[Wish]:
    """Take note of a file for one of several open cases; asks which, unless that was just told."""
    offer = turn.unit.get(Offer, turn.reporter)
    numbers = {c.number for c in cases}
    busy = offer is not None and (offer.asked_at is not None or is_cleared(offer, turn.now))
    if len(cases) == 1 or (offer is not None and busy and offer.case in numbers):
        known = offer.case if offer is not None and busy and offer.case in numbers else 0
        return handed(turn, known or cases[0].number, words)
    wishes = handed(turn, cases[0].number, words)
    held = turn.unit.get(Offer, turn.reporter)
    if held is None or held.asked_at is None:
        return wishes
    turn.unit.put(replace(held, asked_at=None))
    choices = tuple(
        (Choice("button-evidence-for", f"bewijs:for:{c.number}", {"number": c.number}),)
        for c in cases[:MOST_CHOICES]
    )
    return [Say(turn.back, "evidence-which-case", buttons=choices)]


def meant_for(turn: Turn, number: str) -> list[Wish] | None:
    """Take the answer for which case a file is; None when that is no open case of the reporter."""
    offer = turn.unit.get(Offer, turn.reporter)
    case = next((c for c in own_open_cases(turn, turn.reporter) if c.key == number), None)
    if offer is None or case is None:
        return None
    turn.unit.put(asking(replace(offer, case=case.number), turn.now))
    return [_question(turn)]


def answered(turn: Turn, shows: Shows) -> list[Wish] | None:
    """Take the answer to what the pictures show; None when nobody asked."""
    offer = turn.unit.get(Offer, turn.reporter)
    if offer is None or offer.asked_at is None:
        return None
    turn.unit.put(told(offer, shows, turn.now))
    on = _go_on(turn, turn.reporter, offer.case)
    if shows is Shows.NOBODY_NAKED:
        use: Rows = ((Choice("button-evidence-use", "bewijs:use"),),) if offer.waiting else ()
        return [Say(turn.back, "evidence-send-now", buttons=(*use, *on))]
    _note_naked(turn, offer.case)
    return [Say(turn.back, "evidence-naked", buttons=on)]


def use_what_was_sent(turn: Turn) -> list[Wish] | None:
    """Fetch what was sent before the question was answered; None when there is nothing to fetch."""
    offer = turn.unit.get(Offer, turn.reporter)
    if offer is None or not offer.waiting or not is_cleared(offer, turn.now):
        return None
    return [*_fetch(turn, offer), Say(turn.back, "evidence-fetching")]


def taken_in(context: Context, reporter: str, key: str, result: Outcome) -> list[Wish]:
    """Write down what became of a file that was fetched, and tell the reporter."""
    holder = _holder(context, reporter)
    before = context.unit.get(Offer, holder)
    offer, coming = arrived(before, key) if before is not None else (None, None)
    if offer is None or coming is None:
        # The report was wiped meanwhile.
        return [Discard(key)] if result.kept is not None else []
    context.unit.put(offer)
    to, on = _address_of(holder), _go_on(context, holder, coming.case)
    wishes: list[Wish] = []
    if result.fate is not Fate.ACCEPTED or result.kept is None:
        wishes.append(Say(to, "evidence-refused", {"why": result.why or "other"}, buttons=on))
    elif not _add(context, holder, coming, Evidence.of(result.kept, context.now, coming.words)):
        return [Discard(key)]
    if any(c.case == coming.case for c in offer.coming):
        # The last one speaks for all that come together.
        return wishes
    count = _have(context, holder, coming.case)
    if count:
        wishes.append(Say(to, "evidence-kept", {"count": count}, buttons=on))
        wishes += _notices(context, coming.case)
    return wishes


def filed(context: Context, draft: Draft, number: int) -> None:
    """Let what is still on its way follow a report into its case."""
    offer = context.unit.get(Offer, draft.key)
    if offer is not None:
        context.unit.put(became_case(offer, number))


def wiped(context: Context, draft: Draft) -> list[Wish]:
    """Let the files go of a report that its reporter wipes, but for those a case has already."""
    offer = context.unit.get(Offer, draft.key)
    if offer is not None:
        context.unit.remove(Offer, draft.key)
    case = context.unit.get(Case, str(draft.case)) if draft.case else None
    kept = {e.key for e in case.evidence} if case is not None else set()
    return [Discard(e.key) for e in draft.evidence if e.key not in kept]


def moved_to_person(context: Context, account: str, person: str) -> None:
    """Give what an account handed over to the person it is bound to now."""
    offer = context.unit.get(Offer, account)
    if offer is not None:
        context.unit.remove(Offer, account)
        context.unit.put(of_somebody_else(offer, person, context.unit.get(Offer, person)))


def removals(case: Case) -> list[Wish]:
    """Let every file of a case go; for who destroys the case in the same commit (P8)."""
    return [Discard(e.key) for e in case.evidence if e.removed_at is None]


def _question(turn: Turn) -> Say:
    answers = (
        (Choice("button-evidence-shows-no", f"bewijs:{Shows.NOBODY_NAKED}"),),
        (Choice("button-evidence-shows-yes", f"bewijs:{Shows.SOMEBODY_NAKED}"),),
        (Choice("button-evidence-shows-unsure", f"bewijs:{Shows.UNSURE}"),),
    )
    return Say(turn.back, "evidence-ask-naked", buttons=answers)


def _offer_for(turn: Turn, case: int) -> Offer:
    """Give the offer of whoever speaks; what was said of another case does not count for this."""
    offer = turn.unit.get(Offer, turn.reporter) or Offer(turn.reporter, case)
    if offer.case == case:
        return offer
    return Offer(offer.key, case, coming=offer.coming)


def _fetch(turn: Turn, offer: Offer) -> list[Wish]:
    keys = tuple(turn.token() for _ in offer.waiting)
    turn.unit.put(fetching(offer, keys))
    return [
        Keep(Address.parse(file.chat), file.media, key, f"kept-file:{key}:{offer.key}")
        for file, key in zip(offer.waiting, keys, strict=True)
    ]


def _have(context: Context, reporter: str, case: int) -> int:
    """Count the files of a case, or of the report that is being told."""
    kind: type[Case | Draft] = Case if case else Draft
    found = context.unit.get(kind, str(case) if case else reporter)
    return len(found.evidence) if found is not None else 0


def _note_naked(turn: Turn, case: int) -> None:
    found = turn.unit.get(Case, str(case)) if case else None
    if found is not None:
        change(turn, found, "", NAKED)
        return
    draft = turn.unit.get(Draft, turn.reporter)
    if draft is not None:
        turn.unit.put(replace(draft, naked=True))


def _add(context: Context, holder: str, coming: Coming, evidence: Evidence) -> bool:
    """Add it to the case or the report that is being told; False when that is gone."""
    if coming.case:
        case = context.unit.get(Case, str(coming.case))
        if case is None:
            return False
        changed = replace(case, evidence=(*case.evidence, evidence))
        change(context, changed, "", f"evidence-received-{len(changed.evidence)}")
        return True
    draft = context.unit.get(Draft, holder)
    if draft is None:
        return False
    context.unit.put(replace(draft, evidence=(*draft.evidence, evidence)))
    return True


def _notices(context: Context, number: int) -> list[Wish]:
    case = context.unit.get(Case, str(number)) if number else None
    if case is None:
        return []
    return [Say(handler, "cases-more", {"number": number}) for handler in readers_of(case)]


def _go_on(context: Context, reporter: str, case: int) -> Rows:
    """Offer to go on with the report, where it is still being told."""
    draft = context.unit.get(Draft, reporter)
    return KEEP_GOING if draft is not None and draft.case == case else ()


def _holder(context: Context, reporter: str) -> str:
    """Give who holds the offer now: an account may have been bound to a person meanwhile."""
    if context.unit.get(Offer, reporter) is not None or ":" not in reporter:
        return reporter
    people = context.people_at(Address.parse(reporter))
    return people[0].key if people else reporter


def _address_of(reporter: str) -> str | Address:
    return Address.parse(reporter) if ":" in reporter else reporter
