"""Codes as the machine makes them: different, typable, and unlike one another."""

import re
from collections import Counter

from bot.adapters.codes import new_codes
from bot.domain.invites import ALPHABET, CODE_LENGTH, fingerprint

# What Telegram allows in the start parameter of a deep link.
DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")


def test_codes_are_different_and_fit_a_deep_link():
    codes = new_codes(2000)

    assert len({fingerprint(code) for code in codes}) == 2000
    assert all(DEEP_LINK.fullmatch(code) for code in codes)
    assert all(re.fullmatch(rf"[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}", code) for code in codes)


def test_no_code_is_asked_and_none_is_made():
    assert new_codes(0) == []


def test_every_sign_comes_up_about_as_often_as_any_other():
    counts = Counter("".join(new_codes(3100)).replace("-", ""))
    expected = 3100 * CODE_LENGTH / len(ALPHABET)

    # Six standard deviations: chance breaks this once in a hundred million runs.
    assert set(counts) == set(ALPHABET)
    assert all(abs(count - expected) < 6 * expected**0.5 for count in counts.values())
