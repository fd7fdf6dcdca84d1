"""Whatever stands on a button of the report form may be typed instead, in every language."""

from itertools import product

import pytest

from bot.domain.report_words import (
    CHOICES,
    CONTROLS_SAID,
    IN_OWN_WORDS,
    SAID,
    Control,
    meant,
    steered,
)
from bot.domain.reports import Step
from bot.texts import Texts, read_help_lines

LANGUAGES = ("nl", "nl-x-eenvoudig", "en")

LABELS = {
    Step.WHERE: "button-where-{}",
    Step.SERIOUS: "button-serious-{}",
    Step.NAME: "button-{}",
    Step.READER: "button-reader-{}",
}

EVERY_CHOICE = [
    (language, step, choice)
    for language in LANGUAGES
    for step in LABELS
    for choice in sorted(CHOICES[step])
]


@pytest.fixture(scope="module")
def texts(request: pytest.FixtureRequest) -> Texts:
    """Read the words of the bot."""
    content = request.config.rootpath / "content"
    return Texts.load(content / "texts", read_help_lines(content / "helplines.toml"))


@pytest.mark.parametrize(("language", "step", "choice"), EVERY_CHOICE)
def test_the_label_of_a_button_typed_is_that_answer(texts, language, step, choice):
    label = texts.say(language, LABELS[step].format(choice), {})

    assert meant(step, label) == choice
    assert meant(step, f" {label.upper()}. ") == choice


@pytest.mark.parametrize(("language", "control"), list(product(LANGUAGES, Control)))
def test_the_label_of_a_button_that_steers_the_form_typed_does_the_same(texts, language, control):
    label = texts.say(language, f"button-{control}", {})

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
    "story", ["Ik zei stop maar hij ging door", "in de pauze", "stop ermee?", "hij kwam terug", "."]
)
def test_a_story_that_holds_such_a_word_steers_nothing(story):
    assert steered(story) is None


@pytest.mark.parametrize("step", Step)
def test_no_words_that_steer_are_an_answer_as_well(step):
    answers = {words for said in SAID.get(step, {}).values() for words in said}

    assert not answers & {words for said in CONTROLS_SAID.values() for words in said}


def test_no_words_steer_two_ways():
    said = [words for every in CONTROLS_SAID.values() for words in every]

    assert len(said) == len(set(said))
    assert set(CONTROLS_SAID) == set(Control)


@pytest.mark.parametrize("step", SAID)
def test_no_words_mean_two_answers(step):
    said = [words for every in SAID[step].values() for words in every]

    assert len(said) == len(set(said))


@pytest.mark.parametrize("step", SAID)
def test_every_answer_that_can_be_typed_can_be_tapped(step):
    assert set(SAID[step]) == CHOICES[step]


@pytest.mark.parametrize("step", [Step.SERIOUS, Step.NAME, Step.READER])
def test_other_words_are_no_answer_where_there_is_a_choice(step):
    assert meant(step, "dat weet ik niet") is None


@pytest.mark.parametrize("step", sorted(IN_OWN_WORDS))
def test_other_words_are_the_answer_where_own_words_are_asked(step):
    assert meant(step, "Bij de bushalte!") == "Bij de bushalte!"
