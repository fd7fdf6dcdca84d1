"""Whatever stands on a button of the report form may be typed instead, in every language."""

from itertools import product
from pathlib import Path

import pytest

from bot.domain.forms import Form, Kind
from bot.domain.report_words import CONTROLS_SAID, Control, meant, steered
from bot.forms import read_form
from bot.texts import Texts, read_help_lines

CONTENT = Path(__file__).resolve().parents[2] / "content"
LANGUAGES = ("nl", "nl-x-eenvoudig", "en")


def read() -> tuple[Texts, Form]:
    """Read the words of the bot, and the questions of a report."""
    texts = Texts.load(CONTENT / "texts", read_help_lines(CONTENT / "helplines.toml"))
    return texts, read_form(CONTENT / "forms", texts)


TEXTS, FORM = read()
EVERY_CHOICE = [
    (language, question.key, option.key)
    for language in LANGUAGES
    for question in FORM.questions
    for option in question.options
]


def asked(key):
    """Give a question by its key."""
    question = FORM.question(key)
    assert question is not None
    return question


@pytest.mark.parametrize(("language", "key", "choice"), EVERY_CHOICE)
def test_the_label_of_a_button_typed_is_that_answer(language, key, choice):
    label = TEXTS.say(language, f"button-{key}-{choice}", {})

    assert meant(asked(key), label, {}) == choice
    assert meant(asked(key), f" {label.upper()}. ", {}) == choice


@pytest.mark.parametrize(
    ("key", "typed", "choice"),
    [
        ("where", "op snap", "snapchat"),
        ("where", "Insta!", "instagram"),
        ("serious", "erg", "bad"),
        ("kind", "gehackt", "hacked"),
        ("about", "de juf", None),
        ("about", "juf", "staff"),
        ("abuse", "weet ik niet", "maybe"),
        ("name", "Ja hoor.", "yes"),
        ("reader", "schoolleider", "leader"),
        ("unwanted", "nee", "nobody"),
    ],
)
def test_what_people_say_for_a_choice_is_that_choice(key, typed, choice):
    assert meant(asked(key), typed, {}) == choice


def test_a_choice_that_is_not_offered_can_not_be_typed_either():
    assert meant(asked("reader"), "mijn mentor", {}) == "mentor"
    assert meant(asked("reader"), "mijn mentor", {"who": "mentor"}) is None


@pytest.mark.parametrize(("language", "control"), list(product(LANGUAGES, Control)))
def test_the_label_of_a_button_that_steers_the_form_typed_does_the_same(language, control):
    label = TEXTS.say(language, f"button-{control}", {})

    assert steered(label) is control
    assert steered(f" {label.upper()}! ") is control


@pytest.mark.parametrize(
    ("typed", "control"),
    [
        ("stop", Control.STOP),
        ("STOP!", Control.STOP),
        ("Annuleer.", Control.STOP),
        ("cancel", Control.STOP),
        ("pauze", Control.PAUSE),
        ("Pause.", Control.PAUSE),
        ("terug", Control.BACK),
        ("Back!", Control.BACK),
        ("overslaan", Control.SKIP),
        ("SKIP", Control.SKIP),
    ],
)
def test_a_short_word_steers_the_form(typed, control):
    assert steered(typed) is control


@pytest.mark.parametrize(
    "story",
    ["Ik zei stop maar hij ging door", "in de pauze", "stop ermee", "hij kwam terug", "."],
)
def test_a_story_that_holds_such_a_word_steers_nothing(story):
    assert steered(story) is None


def test_no_words_steer_two_ways():
    said = [words for every in CONTROLS_SAID.values() for words in every]

    assert len(said) == len(set(said))
    assert set(CONTROLS_SAID) == set(Control)


@pytest.mark.parametrize(
    "key", [question.key for question in FORM.questions if question.kind is Kind.CHOICE]
)
def test_other_words_are_no_answer_where_there_is_a_choice(key):
    assert meant(asked(key), "dat zeg ik later wel", {}) is None


@pytest.mark.parametrize(
    "key", [question.key for question in FORM.questions if question.kind is Kind.WORDS]
)
def test_other_words_are_the_answer_where_own_words_are_asked(key):
    assert meant(asked(key), "Bij de bushalte!", {}) == "Bij de bushalte!"
