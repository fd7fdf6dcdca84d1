"""The form of a report is judged whole before anything starts: each mistake in a sentence."""

from pathlib import Path

import pytest

from bot.domain.forms import Asker, Kind
from bot.domain.reports import NEEDED
from bot.forms import FormError, read_form
from bot.texts import Texts, read_help_lines

CONTENT = Path(__file__).resolve().parents[1] / "content"
REPORT = (CONTENT / "forms" / "report.toml").read_text(encoding="utf-8")
HAPPENED = '[[question]]\nkey = "happened"\nkind = "words"\n'


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load(CONTENT / "texts", read_help_lines(CONTENT / "helplines.toml"))


@pytest.fixture
def mistakes(tmp_path, texts):
    """Read a form, and give the sentences about it."""

    def read(words: str) -> list[str]:
        (tmp_path / "report.toml").write_text(words, encoding="utf-8")
        with pytest.raises(FormError) as error:
            read_form(tmp_path, texts)
        return str(error.value).splitlines()

    return read


WHEN = '{ about = ["staff"] }'
LONG = f'[[question]]\nkey = "{"a" * 60}"\nkind = "choice"\nrows = [[{{ key = "yes" }}]]\n'


def changed(old: str, new: str) -> str:
    """Give our own form with one thing changed."""
    assert old in REPORT
    return REPORT.replace(old, new, 1)


def test_our_own_form_asks_what_the_rules_look_at(texts):
    form = read_form(CONTENT / "forms", texts)

    assert set(NEEDED) <= {question.key for question in form.questions}
    assert form.key.startswith("report-")
    for question in form.questions:
        assert set(question.wording) == texts.languages
        assert all(set(option.labels) == texts.languages for option in question.options)
        assert all(option.sign for option in question.options)


def test_the_first_thing_a_pupil_is_asked_is_what_happened(texts):
    form = read_form(CONTENT / "forms", texts)

    for asker in set(Asker) - {Asker.STAFF}:
        first = form.of(asker).next_question({})
        assert first is not None
        assert (first.key, first.kind) == ("happened", Kind.WORDS)


def test_the_same_questions_in_the_same_words_are_the_same_version(tmp_path, texts):
    (tmp_path / "report.toml").write_text(f"# Een opmerking.\n{REPORT}", encoding="utf-8")

    assert read_form(tmp_path, texts).key == read_form(CONTENT / "forms", texts).key


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('sign = "👻"', 'sign = "🙈"'),
        ('{ more = ["yes"] }', '{ more = ["no"] }'),
        ('key = "still"\nkind = "choice"\nskip = true', 'key = "still"\nkind = "choice"'),
    ],
)
def test_another_question_is_another_version(tmp_path, texts, old, new):
    (tmp_path / "report.toml").write_text(changed(old, new), encoding="utf-8")

    assert read_form(tmp_path, texts).key != read_form(CONTENT / "forms", texts).key


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("[[question", "is not TOML in UTF-8"),
        ("", "must hold [[question]] entries and nothing else"),
        ("title = 1\n" + REPORT, "must hold [[question]] entries and nothing else"),
        (HAPPENED, 'the question "name" is missing, and the rules look at it'),
        (changed('key = "where"', 'key = "Where?"'), "needs a key of small letters and dashes"),
        (REPORT + HAPPENED, 'question "happened" stands there twice'),
        (changed('kind = "words"', 'kind = "word"'), "needs a kind: choice, words, none"),
        (changed('kind = "words"', 'kind = ["words"]'), "needs a kind: choice, words, none"),
        (changed("skip = true", "skip = 1"), "has a skip that is neither true nor false"),
        (changed('for = ["staff"]', 'for = ["teacher"]'), "may be for pupil, guardian, staff"),
        (changed("skip = true", "skipp = true"), "has skipp, which means nothing"),
        (changed('sign = "👻"', 'sign = "snap"'), "needs one pictogram for its sign"),
        (changed('said = ["snap"', 'said = ["Snap"'), "needs words in small letters under said"),
        (changed('said = ["snap"', 'said = ["insta"'), 'takes "insta" for two answers'),
        (changed('said = ["snap"', 'said = ["stop"'), "which steers the form"),
        (changed('key = "snapchat"', 'key = "whatsapp"'), "has the choice whatsapp twice"),
        (changed('key = "snapchat"', 'key = "skipped"'), "has a choice without a key"),
        (changed('key = "snapchat"', 'key = "hyves"'), 'the text "button-where-hyves" is missing'),
        (changed('key = "maybe"', 'key = "perhaps"'), "lacks the choice maybe"),
        (changed('when = { about = ["staff"] }', "when = 1"), "needs a when like"),
        (
            changed(WHEN, '{ abut = ["staff"] }'),
            "which is no question before it",
        ),
        (changed(WHEN, '{ about = ["boss"] }'), "that names no choices of it"),
        (changed(WHEN, "{ about = [1] }"), "that names no choices of it"),
        (
            changed(WHEN, '{ about = [["staff"]] }'),
            "that names no choices of it",
        ),
        (
            REPORT + '[[question]]\nkey = "more-words"\nkind = "choice"\n',
            'question "more-words" has nothing to choose',
        ),
        (
            REPORT + '[[question]]\nkey = "colour"\nkind = "words"\nrows = [[]]\n',
            'question "colour" needs rows like',
        ),
        (
            changed(
                'key = "inspector"\nkind = "none"', 'key = "inspector"\nkind = "none"\nskip = true'
            ),
            "waits for no answer",
        ),
        (
            REPORT + LONG,
            "has a choice with too long a key",
        ),
    ],
)
def test_a_mistake_is_told_in_a_sentence_with_its_place(mistakes, words, sentence):
    told = mistakes(words)

    assert any(sentence in line for line in told), told
    assert all("report.toml" in line for line in told)


def test_all_mistakes_are_told_at_once(mistakes):
    told = mistakes(
        changed('sign = "👻"', 'sign = "snap"').replace('key = "maybe"', 'key = "x"', 1)
    )

    assert sum("pictogram" in line for line in told) == 1
    assert sum("lacks the choice maybe" in line for line in told) == 1


def test_a_form_that_is_not_there_is_told_with_what_to_do(tmp_path, texts):
    with pytest.raises(FormError, match="Put the file back from the release"):
        read_form(tmp_path, texts)
