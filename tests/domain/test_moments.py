"""A moment is read as people here write it, and never guessed."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import read_moment

NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - a clock on the wall


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("nu", NOW),
        ("23-11-2026 09:30", datetime(2026, 11, 23, 9, 30)),  # noqa: DTZ001
        ("23/11/2026 om 9.30 uur", datetime(2026, 11, 23, 9, 30)),  # noqa: DTZ001
        ("22-11 14 uur", datetime(2026, 11, 22, 14, 0)),  # noqa: DTZ001
        ("Gisteren  14:00", datetime(2026, 11, 22, 14, 0)),  # noqa: DTZ001
        ("eergisteren om 8 uur.", datetime(2026, 11, 21, 8, 0)),  # noqa: DTZ001
        ("om 9:15", datetime(2026, 11, 23, 9, 15)),  # noqa: DTZ001
        ("31-12 20:00", datetime(2025, 12, 31, 20, 0)),  # noqa: DTZ001
        ("yesterday at 16:05", datetime(2026, 11, 22, 16, 5)),  # noqa: DTZ001
    ],
)
def test_a_moment_is_read_as_it_is_written(words, moment):
    assert read_moment(words, NOW) == moment


@pytest.mark.parametrize(
    "words", ["", "gisteren", "9", "31-02-2026 10:00", "23-11-2026", "25:00", "vorige week 9:00"]
)
def test_what_is_not_clear_is_not_guessed(words):
    assert read_moment(words, NOW) is None


@given(st.text())
def test_no_words_break_it(words):
    read_moment(words, NOW)
