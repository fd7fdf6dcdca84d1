"""Codes that tie an account to a person: once, in time, and the newest only."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.invites import (
    ALPHABET,
    CODE_LENGTH,
    REMEMBERED,
    Invites,
    Redemption,
    fingerprint,
    issue,
    redeem,
    spend,
    withdraw,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
EXPIRES = NOW + timedelta(days=14)

codes = st.text(ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH)


def given_to(person: str, code: str) -> Invites:
    return issue(Invites(), [person], [code], EXPIRES, NOW)


def test_a_code_binds_the_person_it_was_made_for():
    invites = given_to("p1", "ABCDE-FGHJK")

    assert redeem(invites, "ABCDE-FGHJK", "telegram:1", NOW) == (Redemption.BOUND, "p1")


@given(codes, st.integers(0, CODE_LENGTH), st.sampled_from(["-", " ", "--", " - "]))
def test_small_letters_spaces_and_dashes_do_not_matter(code, place, gap):
    typed = f" {code[:place]}{gap}{code[place:]} ".lower()

    assert redeem(given_to("p1", code), typed, "telegram:1", NOW) == (Redemption.BOUND, "p1")


def test_a_code_nobody_gave_out_names_nobody():
    assert redeem(given_to("p1", "ABCDEFGHJK"), "ABCDEFGHJM", "telegram:1", NOW) == (
        Redemption.UNKNOWN,
        "",
    )
    assert redeem(Invites(), "", "telegram:1", NOW) == (Redemption.UNKNOWN, "")


def test_a_code_works_until_the_moment_it_expires_and_then_no_more():
    invites = given_to("p1", "ABCDEFGHJK")
    just_in_time = EXPIRES - timedelta(microseconds=1)

    assert redeem(invites, "ABCDEFGHJK", "telegram:1", just_in_time)[0] is Redemption.BOUND
    assert redeem(invites, "ABCDEFGHJK", "telegram:1", EXPIRES)[0] is Redemption.EXPIRED


def test_a_spent_code_is_used_for_everybody_but_the_account_that_spent_it():
    invites = spend(given_to("p1", "ABCDEFGHJK"), "abcde-fghjk", "telegram:1")
    after_expiry = EXPIRES + timedelta(days=1)

    assert redeem(invites, "ABCDEFGHJK", "telegram:1", after_expiry) == (Redemption.BOUND, "p1")
    assert redeem(invites, "ABCDEFGHJK", "telegram:2", NOW) == (Redemption.USED, "p1")


def test_a_new_code_withdraws_the_older_unused_one_of_the_same_person_only():
    both = issue(Invites(), ["p1", "p2"], ["AAAAAAAAAA", "BBBBBBBBBB"], EXPIRES, NOW)

    renewed = issue(both, ["p1"], ["CCCCCCCCCC"], EXPIRES, NOW)

    assert redeem(renewed, "AAAAAAAAAA", "telegram:1", NOW) == (Redemption.UNKNOWN, "")
    assert redeem(renewed, "BBBBBBBBBB", "telegram:2", NOW) == (Redemption.BOUND, "p2")
    assert redeem(renewed, "CCCCCCCCCC", "telegram:1", NOW) == (Redemption.BOUND, "p1")


def test_a_used_code_stays_used_when_its_person_gets_a_new_one():
    used = spend(given_to("p1", "AAAAAAAAAA"), "AAAAAAAAAA", "telegram:1")

    renewed = issue(used, ["p1"], ["CCCCCCCCCC"], EXPIRES, NOW)

    assert redeem(renewed, "AAAAAAAAAA", "telegram:9", NOW) == (Redemption.USED, "p1")


def test_an_expired_code_is_remembered_for_a_while_and_then_forgotten():
    old = given_to("p1", "AAAAAAAAAA")

    soon = issue(old, ["p2"], ["BBBBBBBBBB"], EXPIRES + REMEMBERED, EXPIRES)
    much_later = issue(old, ["p2"], ["BBBBBBBBBB"], EXPIRES + REMEMBERED, EXPIRES + REMEMBERED)

    assert redeem(soon, "AAAAAAAAAA", "telegram:1", EXPIRES)[0] is Redemption.EXPIRED
    assert list(much_later.given) == [fingerprint("BBBBBBBBBB")]


@pytest.mark.parametrize(
    ("persons", "new"),
    [
        (["p2", "p3"], ["BBBBBBBBBB"]),
        (["p2"], ["AAAAAAAAAA"]),
        (["p1"], ["AAAAAAAAAA"]),
        (["p2", "p3"], ["BBBBBBBBBB", "bbbbb-bbbbb"]),
    ],
)
def test_a_code_is_never_given_out_for_two_persons(persons, new):
    with pytest.raises(ValueError, match=r"given out again|zip"):
        issue(given_to("p1", "AAAAAAAAAA"), persons, new, EXPIRES, NOW)


def test_codes_of_a_person_who_left_are_taken_back():
    both = issue(Invites(), ["p1", "p2"], ["AAAAAAAAAA", "BBBBBBBBBB"], EXPIRES, NOW)

    assert withdraw(both, {"p1"}) == given_to("p2", "BBBBBBBBBB")


def test_neither_a_code_nor_an_account_is_kept_or_shown_readably():
    invites = spend(given_to("p1", "AAAAAAAAAA"), "AAAAAAAAAA", "telegram:4711")

    assert "AAAAA" not in "".join(invites.given)
    assert "4711" not in repr(invites)
    assert "4711" not in repr(list(invites.given.values()))
