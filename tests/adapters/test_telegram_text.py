"""A long text arrives whole, in messages that end where a reader would pause."""

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram_text import LONGEST_NOTICE, shorten, split

texts = st.text(st.sampled_from("ab.éx 👍🏽\n") | st.characters(codec="utf-8"), max_size=120)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts, st.integers(8, 40))
def test_no_part_is_too_long_or_blank_and_nothing_but_white_space_is_lost(text, limit):
    parts = split(text, limit)

    assert all(part == part.strip() != "" and units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_that_fits_stays_one_message():
    assert split("Eén regel.\n\nNog een.") == ["Eén regel.\n\nNog een."]


def test_a_cut_falls_between_paragraphs_else_lines_else_words_else_anywhere():
    assert split("aaaa aaaa\n\nbbbb\nbbbb", 16) == ["aaaa aaaa", "bbbb\nbbbb"]
    assert split("aaaa aaaa\nbb bb bbb", 16) == ["aaaa aaaa", "bb bb bbb"]
    assert split("aaaa aaaa bb bb bbb", 16) == ["aaaa aaaa bb bb", "bbb"]
    assert split("a" * 20, 16) == ["a" * 16, "aaaa"]


def test_a_pause_far_from_the_end_does_not_waste_a_message():
    assert split("a\n\n" + "b" * 20, 16) == ["a\n\n" + "b" * 13, "b" * 7]


def test_a_sign_of_two_units_is_not_torn_apart():
    assert split("👍" * 9, 7) == ["👍" * 3] * 3


@given(texts)
def test_a_short_line_stays_as_it_is_and_a_long_one_shows_that_it_was_cut(text):
    assert shorten(text, 200) == text or units(text) > LONGEST_NOTICE
    cut = shorten(text * 5, 50)
    assert units(cut) <= 50
    assert cut == text * 5 or cut.endswith("…")
