"""What the engine remembers of what it took in."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.records import REMEMBERED, Intake


@given(st.integers(0, 3 * REMEMBERED))
def test_the_last_256_origins_are_remembered_the_newest_last(count):
    intake = Intake("telegram")
    for number in range(count):
        intake = intake.remember(f"telegram:{number}")

    last = range(max(0, count - 256), count)
    assert intake == Intake("telegram", tuple(f"telegram:{number}" for number in last))


def test_to_remember_gives_a_new_intake_and_leaves_the_old_one():
    before = Intake("telegram", ("telegram:1",))

    assert before.remember("telegram:2").origins == ("telegram:1", "telegram:2")
    assert before.origins == ("telegram:1",)
