"""What somebody means who types in the report form: an answer, or a word that steers the form."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.reports import SKIPPABLE, SKIPPED, Reader, Seriousness, Step

PLACES = (
    ("whatsapp", "snapchat"),
    ("instagram", "tiktok"),
    ("telegram-signal", "game"),
    ("school", "other"),
)
"""Where something can have happened, row by row as the buttons stand; the values name texts."""

YES, NO = "yes", "no"

CHOICES: Mapping[Step, frozenset[str]] = {
    Step.HAPPENED: frozenset(),
    Step.WHERE: frozenset(place for row in PLACES for place in row),
    Step.SERIOUS: frozenset(Seriousness),
    Step.NAME: frozenset({YES, NO}),
    Step.READER: frozenset(Reader),
}
"""The answers to choose from."""


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

SAID: Mapping[Step, Mapping[str, frozenset[str]]] = {
    Step.WHERE: {
        "whatsapp": frozenset({"whatsapp", "app", "op whatsapp", "on whatsapp"}),
        "snapchat": frozenset({"snapchat", "snap", "op snapchat", "op snap", "on snapchat"}),
        "instagram": frozenset({"instagram", "insta", "op instagram", "op insta", "on instagram"}),
        "tiktok": frozenset({"tiktok", "op tiktok", "on tiktok"}),
        "telegram-signal": frozenset(
            {"telegram", "signal", "telegram of signal", "telegram or signal"}
        ),
        "game": frozenset({"in een game", "game", "in a game"}),
        "school": frozenset({"op school", "school", "at school"}),
        "other": frozenset({"ergens anders", "anders", "somewhere else"}),
    },
    Step.SERIOUS: {
        Seriousness.NOT_SO_BAD: frozenset({"niet zo erg", "niet erg", "not so bad"}),
        Seriousness.BAD: frozenset({"best erg", "erg", "quite bad", "bad"}),
        Seriousness.VERY_BAD: frozenset({"heel erg", "zeer erg", "very bad"}),
        Seriousness.DANGER_NOW: frozenset(
            {"er is nu gevaar", "gevaar", "nu gevaar", "there is danger now", "danger"}
        ),
    },
    Step.NAME: {
        YES: frozenset({"ja", "yes", "j", "y", "ja hoor", "is goed", "oké", "ok"}),
        NO: frozenset({"nee", "no", "n", "nee liever niet", "liever niet"}),
    },
    Step.READER: {
        Reader.LEADER: frozenset(
            {"de schoolleider", "schoolleider", "the school leader", "school leader"}
        ),
        Reader.COUNSELLOR: frozenset(
            {
                "liever de vertrouwenspersoon",
                "de vertrouwenspersoon",
                "vertrouwenspersoon",
                "rather the counsellor",
                "the counsellor",
                "counsellor",
            }
        ),
    },
}
"""What people type for each of them, in small letters: the words on the buttons and near ones."""

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

IN_OWN_WORDS = frozenset({Step.HAPPENED, Step.WHERE})
"""The questions that take any words for an answer."""


def meant(step: Step, words: str) -> str | None:
    """Read typed words as an answer to a question; None when they are none of its answers."""
    plain = _plain(words)
    for choice, said in SAID.get(step, {}).items():
        if plain in said:
            return choice
    return words if step in IN_OWN_WORDS else None


def steered(words: str) -> Control | None:
    """Read typed words as a wish to steer the form; None when they are an answer like any other."""
    plain = _plain(words)
    return next((control for control, said in CONTROLS_SAID.items() if plain in said), None)


def wants_to_report(words: str) -> bool:
    """Tell whether somebody says in plain words, and in no more than that, what /meld says."""
    return " ".join(_plain(words).split()) in BEGINNING_SAID


def can_be_tapped(step: Step, choice: str) -> bool:
    """Tell whether a question has a button for this answer."""
    return choice in CHOICES[step] or (choice == SKIPPED and step in SKIPPABLE)


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'").strip(" .!?")
