"""Asking "mag dit?": a verdict, the clause it rests on, and the clause itself on a button.

On /mag, or plain words in private: answers from the protocol, or says that it is silent (P4).
On words that tell of danger: help lines and the way to /meld come first, in private.
On a tap on "Toon artikel": the wording of that clause.
On a tap on an answer to what the bot asked back, or on "Klopt niet": the same message with
other facts. The facts travel in the button, so that no question needs to be kept.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.asking import LastAnswer
from bot.domain.people import Guardian, Pupil, StaffMember
from bot.domain.protocol import AskerRole
from bot.ports import Address, Advice, ClauseText
from bot.routing import Context, Turn, button, command, deadline, otherwise
from bot.wishes import AnswerTap, Choice, Line, Replace, Rows, Say, Wish

FORMAL = "nl"
"""The language of the school's own document."""

MOST_CLAUSES = 3
"""Clauses that get a button; more would hide the one that decided."""

REPORT = Choice("button-report", "meld:begin")
REPORT_IN_PRIVATE = Choice("button-report", link="private:meld")
"""The same under an answer in a group, where nobody should begin to tell."""

ONE_ROW = 32
"""Signs that fit beside each other on the buttons of a phone."""


@command("mag")
def ask(turn: Turn) -> Sequence[Wish]:
    """Ask whether something is allowed."""
    return _ask(turn)


def _ask(turn: Turn) -> Sequence[Wish]:
    if not turn.words:
        return [Say(turn.incoming.chat, "ask-empty", language=_language(turn))]
    last = turn.unit.get(LastAnswer, turn.reporter) if turn.incoming.private else None
    before = last.facts if last and turn.now < last.forgotten_at else ""
    advice = turn.adviser.advise(turn.words, _asker(turn), _language(turn), before)
    if not advice.distress:
        _keep(turn, advice)
        private = turn.incoming.private
        answer = _answer(turn.incoming.chat, advice, _language(turn), private=private)
        unseen = (Line("ask-picture-unseen"),) if turn.incoming.media else ()
        return [replace(answer, more=unseen)]
    if advice.withheld:
        return [_help_first(turn, advice)]
    in_private = turn.adviser.advise(turn.words, _asker(turn), turn.language, before)
    return [_help_first(turn, Advice("")), _answer(turn.back, in_private, turn.language)]


def _keep(turn: Turn, advice: Advice) -> None:
    """Keep what the conversation is about, where only the asker sees it."""
    if turn.incoming.private and advice.facts:
        turn.unit.put(LastAnswer(turn.reporter, advice.facts, turn.now))


@deadline(LastAnswer, lambda _context, last: last.forgotten_at)
def forget(context: Context, last: LastAnswer) -> Sequence[Wish]:
    """Forget what somebody asked about when the conversation is over."""
    context.unit.remove(LastAnswer, last.key)
    return []


@otherwise
def plain_words(turn: Turn) -> Sequence[Wish]:
    """Take plain words in private for a question."""
    if turn.incoming.media and not turn.words:
        return [Say(turn.back, "common-only-text")]
    return _ask(turn)


@button("antwoord")
def answer_again(turn: Turn) -> Sequence[Wish]:
    """Answer on what was asked back, or on a corrected fact."""
    advice = turn.adviser.advise_again(turn.words, _language(turn))
    if advice is not None:
        _keep(turn, advice)
    return _in_its_place(turn, advice)


@button("toch")
def answer_after_all(turn: Turn) -> Sequence[Wish]:
    """Answer the question of somebody who was shown the help lines; those stay where they are."""
    advice = turn.adviser.advise_again(turn.words, _language(turn))
    if advice is None:
        return _in_its_place(turn, None)
    _keep(turn, advice)
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap)
    private = turn.incoming.private
    return [done, _answer(turn.incoming.chat, advice, _language(turn), private=private)]


@button("feiten")
def show_facts(turn: Turn) -> Sequence[Wish]:
    """Show what was understood, so that it can be corrected."""
    advice = turn.adviser.correctable(turn.words, _language(turn))
    return _in_its_place(turn, advice, leads_to="feit", back=True)


@button("feit")
def show_values(turn: Turn) -> Sequence[Wish]:
    """Show what else a fact may be."""
    advice = turn.adviser.values(turn.words, _language(turn))
    return _in_its_place(turn, advice, back=True)


def _in_its_place(
    turn: Turn, advice: Advice | None, *, leads_to: str = "antwoord", back: bool = False
) -> Sequence[Wish]:
    chat, language = turn.incoming.chat, _language(turn)
    if advice is None:
        return [AnswerTap(chat, turn.incoming.tap, "ask-button-too-old", language=language)]
    last = Choice("button-back-to-answer", f"antwoord:{advice.facts}")
    rows = (
        ((*_options(advice, leads_to), (last,)))
        if back
        else _rows(advice, private=turn.incoming.private)
    )
    shown = Replace(
        chat, turn.incoming.message, "ask-advice", {"advice": advice.text}, rows, language
    )
    return [AnswerTap(chat, turn.incoming.tap), shown]


@button("artikel")
def show_clause(turn: Turn) -> Sequence[Wish]:
    """Show a clause, in the school's own words where they are known."""
    number = turn.words
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap)
    wording = turn.adviser.clause(number, _language(turn))
    if wording is None:
        unknown = _about(number, "ask-clause-unknown")
        return [done, Say(turn.incoming.chat, unknown, {"clause": number})]
    lines = _clause_lines(number, wording, _language(turn))
    first, *more = lines
    return [done, Say(turn.incoming.chat, first.text, first.fields, more=tuple(more))]


def _clause_lines(number: str, wording: ClauseText, language: str) -> list[Line]:
    """Show the school's words; to who reads easy Dutch or English, ours first."""
    fields = {"clause": number, "text": wording.official}
    official = Line(_about(number, "ask-clause-official"), fields)
    ours = Line(_about(number, "ask-clause"), {"clause": number, "text": wording.ours})
    if not wording.official:
        return [ours]
    if language == FORMAL or not wording.ours:
        return [official]
    return [ours, official]


def _about(number: str, text: str) -> str:
    """Choose the text for a number that says itself what it is, such as "voetnoot 2"."""
    names_itself = number[:1].islower() and " " in number
    return text.replace("clause", "passage") if names_itself else text


def _answer(to: str | Address, advice: Advice, language: str, *, private: bool = True) -> Say:
    rows = _rows(advice, private=private)
    return Say(to, "ask-advice", {"advice": advice.text}, buttons=rows, language=language)


def _rows(advice: Advice, *, private: bool) -> Rows:
    """Offer the answers to what is asked back, the clauses, a correction, and to report."""
    clauses = tuple(
        (Choice(_about(c, "button-show-clause"), f"artikel:{c}", {"clause": c}),)
        for c in advice.clauses[: 1 if advice.options else MOST_CLAUSES]
    )
    correct = (Choice("button-correct", f"feiten:{advice.facts}"),)
    corrected = (correct,) if advice.facts else ()
    report = REPORT if private else REPORT_IN_PRIVATE
    return (*_options(advice, "antwoord"), *clauses, *corrected, (report,))


def _options(advice: Advice, leads_to: str) -> Rows:
    choices = tuple(
        Choice("button-answer", f"{leads_to}:{option.packed}", {"answer": option.label})
        for option in advice.options
    )
    if sum(len(option.label) for option in advice.options) <= ONE_ROW:
        return (choices,) if choices else ()
    return tuple((choice,) for choice in choices)


def _help_first(turn: Turn, advice: Advice) -> Say:
    answer = Choice("button-answer-after-all", f"toch:{advice.facts}")
    rows = ((REPORT,), *(((answer,),) if advice.facts else ()))
    door = Choice("button-continue-private", link="private:meld")
    in_the_group = Say(turn.incoming.chat, "common-group-go-private", buttons=((door,),))
    otherwise = () if turn.incoming.private else (in_the_group,)
    return Say(turn.back, "ask-distress", buttons=rows, otherwise=otherwise)


def _language(turn: Turn) -> str:
    return turn.language if turn.incoming.private else turn.school.language


def _asker(turn: Turn) -> AskerRole:
    match turn.speaker:
        case Pupil():
            return AskerRole.LEERLING
        case Guardian():
            return AskerRole.OUDER
        case StaffMember():
            return AskerRole.MEDEWERKER
        case None:
            return AskerRole.ONBEKEND
