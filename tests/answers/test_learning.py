"""Learning from the example questions: once, the same every time, and honest about mistakes."""

import shutil

import numpy as np
import pytest

from bot.answers.asking import answer
from bot.answers.learned import LearnedError
from bot.answers.learned_folder import digest_of, load_protocol
from bot.answers.learning import learn
from bot.answers.lessons import LessonError, read_lessons
from bot.answers.protocol_folder import read_rules
from bot.domain.protocol import AskerRole

FEW = ("about_words.toml", "press.toml")


@pytest.fixture
def small(repository, tmp_path):
    """Give a content folder with few examples, so that learning takes a second."""
    content = tmp_path / "content" / "protocol"
    shutil.copytree(repository / "content" / "protocol", content)
    for path in (content / "examples").iterdir():
        if path.name not in FEW:
            path.unlink()
    need = (content / "need.toml").read_text(encoding="utf-8")
    (content / "need.toml").write_text(
        "[[need]]".join(need.split("[[need]]")[:3]), encoding="utf-8"
    )
    return content


def test_learning_twice_gives_the_same_weights(small):
    rules = read_rules(small)
    examples = list(read_lessons(small, rules.table))

    one, other = (learn(examples, rules.lexicon, rules.meanings, rules.table) for _ in range(2))

    assert np.array_equal(one.weights, other.weights)
    assert np.array_equal(one.scale, other.scale)
    assert one.heads == other.heads


def test_what_was_learned_is_kept_and_used_again(small):
    load_protocol(small)
    (kept,) = (small.parent.parent / ".learned").iterdir()
    learned_at = kept.stat().st_mtime_ns

    protocol = load_protocol(small)

    assert kept.stat().st_mtime_ns == learned_at
    told = answer(protocol, "wat is een werkaccount", AskerRole.MEDEWERKER)
    assert told.clauses[0] == "vn3"


def test_a_new_example_is_learned_at_the_next_start(small):
    before = digest_of(small)
    path = small / "examples" / FEW[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("questions = [", 'questions = [\n  "zeg eens wat",', 1), encoding="utf-8"
    )

    assert digest_of(small) != before


def test_words_that_are_only_shown_are_not_learned_again(small):
    before = digest_of(small)
    path = small / "answers.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert digest_of(small) == before


def test_damaged_weights_are_told_with_what_to_do(small):
    load_protocol(small)
    (kept,) = (small.parent.parent / ".learned").iterdir()
    (kept / "weights.npy").write_bytes(b"half")

    with pytest.raises(LearnedError, match=r"is damaged .* Delete it; it is learned again"):
        load_protocol(small)


def test_a_folder_that_cannot_be_made_is_told_with_what_to_do(small):
    (small.parent.parent / ".learned").write_text("a file stands in the way", encoding="utf-8")

    with pytest.raises(LearnedError, match=r"cannot be written .* let the bot write"):
        load_protocol(small)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('answer = "', 'answer = "mag ', "lead to .* Correct one of the two"),
        ('role = "', 'role = "conciërge', 'there is no role "conciërge'),
        ('facts = "', 'facts = "subject=dansen ', "subject = .dansen"),
        ("[[example]]", "[[example]", "is not TOML"),
    ],
)
def test_a_mistake_in_an_example_is_told_with_its_file(small, old, new, complaint):
    path = small / "examples" / FEW[0]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(LessonError, match=complaint) as told:
        load_protocol(small)

    assert str(path) in str(told.value)


def test_a_missing_list_of_needs_is_told(small):
    (small / "need.toml").unlink()

    with pytest.raises(LessonError, match="is missing"):
        load_protocol(small)
