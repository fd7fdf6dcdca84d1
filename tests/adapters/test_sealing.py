"""What is sealed opens with its key in its place, and in no other way."""

import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.sealing import MasterKey, OtherKeyError, Seal, SealBrokenError

SEAL = Seal(bytes(32))


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_is_sealed_for_a_place_opens_there(plain, place):
    assert SEAL.open(SEAL.seal(plain, place), place) == plain


def test_a_sealed_file_does_not_open_in_the_place_of_another():
    with pytest.raises(SealBrokenError):
        SEAL.open(SEAL.seal(b"of Ada", "Case/1.db"), "Case/2.db")


@given(st.binary(max_size=60), st.data())
def test_a_bit_that_flips_anywhere_is_found(plain, data):
    sealed = bytearray(SEAL.seal(plain, "place"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBrokenError):
        SEAL.open(bytes(sealed), "place")


@given(st.data())
def test_a_text_that_is_cut_anywhere_is_found(data):
    sealed = SEAL.seal(b"twenty bytes of text", "place")
    with pytest.raises(SealBrokenError):
        SEAL.open(sealed[: data.draw(st.integers(0, len(sealed) - 1))], "place")


def test_another_key_is_told_from_damage():
    sealed = SEAL.seal(b"text", "place")
    with pytest.raises(OtherKeyError):
        Seal(bytes([1] * 32)).open(sealed, "place")


def test_the_same_text_is_sealed_differently_each_time():
    assert len({SEAL.seal(b"text", "place") for _ in range(100)}) == 100


def test_every_purpose_has_its_own_key_and_keeps_it():
    one, other = MasterKey(bytes(32)), MasterKey(bytes(32))
    sealed = one.seal_for("documents/Case").seal(b"text", "place")

    assert other.seal_for("documents/Case").open(sealed, "place") == b"text"
    with pytest.raises(OtherKeyError):
        one.seal_for("documents/Dialog").open(sealed, "place")


def test_a_wrapped_key_comes_back_only_with_its_master_key_and_undamaged():
    master = MasterKey(bytes(32))
    wrapped, seal = master.new_key()
    sealed = seal.seal(b"text", "place")

    assert master.unwrapped(wrapped).open(sealed, "place") == b"text"
    with pytest.raises(SealBrokenError):
        MasterKey(bytes([1] * 32)).unwrapped(wrapped)
    for at in range(len(wrapped)):
        with pytest.raises(SealBrokenError):
            master.unwrapped(wrapped[:at])
        with pytest.raises(SealBrokenError):
            master.unwrapped(wrapped[:at] + bytes([wrapped[at] ^ 1]) + wrapped[at + 1 :])


def test_one_seal_serves_several_threads():
    failed = []

    def work():
        for _ in range(300):
            plain = os.urandom(2000)
            if SEAL.open(SEAL.seal(plain, "place"), "place") != plain:
                failed.append(plain)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
