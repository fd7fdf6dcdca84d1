"""Whatever stands on a button of the report form may be typed instead, in every language."""

import pytest

from bot.domain.report_words import CHOICES, IN_OWN_WORDS, SAID, meant
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
