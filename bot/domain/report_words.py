"""What somebody means who types in the report form: an answer, or a word that steers the form."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.evidence import Shows
from bot.domain.forms import Answers, Kind, Option, Question


class Control(StrEnum):
    """What steers the form instead of answering it; the values name the texts of buttons."""

    BACK = "back"
    SKIP = "skip"
    PAUSE = "pause"
    STOP = "stop"


CONTROLS_SAID: Mapping[Control, frozenset[str]] = {
    Control.BACK: frozenset({"terug", "vorige", "vorige vraag", "back", "previous question"}),
    Control.SKIP: frozenset({"overslaan", "sla over", "skip"}),
    Control.PAUSE: frozenset({"pauze", "even stoppen", "pause"}),
    Control.STOP: frozenset(
        {
            "stop",
            "stoppen",
            "annuleer",
            "annuleren",
            "stoppen en wissen",
            "alles weggooien",
            "cancel",
            "stop and erase",
        }
    ),
}
"""What people type to steer, in small letters; only as the whole message, or no story could hold
these words.
"""

SHOWS_SAID: Mapping[Shows, frozenset[str]] = {
    Shows.NOBODY_NAKED: frozenset(
        {"nee", "n", "niemand", "nee niemand", "nee, niemand", "no", "nobody", "no, nobody"}
    ),
    Shows.SOMEBODY_NAKED: frozenset({"ja", "j", "yes", "y"}),
    Shows.UNSURE: frozenset(
        {"weet ik niet", "ik weet het niet", "misschien", "geen idee", "i don't know", "maybe"}
    ),
}
"""What people type when they are asked what their pictures show, in small letters."""

BEGINNING_SAID = frozenset(
    {
        "ik wil iets melden",
        "ik wil wat melden",
        "ik wil melden",
        "ik wil graag iets melden",
        "ik wil een melding doen",
        "ik wil een melding maken",
        "ik wil iets vertellen",
        "ik moet iets vertellen",
        "ik wil iets kwijt",
        "iets melden",
        "melden",
        "melding doen",
        "een melding doen",
        "mag ik iets melden",
        "kan ik iets melden",
        "i want to report something",
        "i would like to report something",
        "i'd like to report something",
        "i want to make a report",
        "i want to tell something",
        "i need to tell something",
        "can i report something",
        "report something",
        "make a report",
    }
)
"""What people type to begin a report, in small letters; only as the whole message."""


def meant(question: Question, words: str, answers: Answers) -> str | None:
    """Read typed words as an answer to a question; None when they are none of its answers.

    The label of a button counts in every language, whatever language the reporter speaks.
    """
    plain = plain_words(words)
    for row in question.offered(answers):
        for option in row:
            if plain in words_for(option):
                return option.key
    return words if question.kind is Kind.WORDS else None


def words_for(option: Option) -> frozenset[str]:
    """List what people may type for a choice, in small letters."""
    return option.said | {plain_words(label) for label in option.labels.values()}


def steered(words: str) -> Control | None:
    """Read typed words as a wish to steer the form; None when they are an answer like any other."""
    plain = plain_words(words)
    return next((control for control, said in CONTROLS_SAID.items() if plain in said), None)


def shows(words: str) -> Shows | None:
    """Read typed words as what pictures show; None when they say nothing about that."""
    plain = plain_words(words)
    return next((each for each, said in SHOWS_SAID.items() if plain in said), None)


def wants_to_report(words: str) -> bool:
    """Tell whether somebody says in plain words, and in no more than that, what /meld says."""
    return " ".join(plain_words(words).split()) in BEGINNING_SAID


def plain_words(words: str) -> str:
    """Take off what does not mind: capitals, and signs around the words."""
    return words.casefold().replace("’", "'").strip(" .!?")
