"""The log of cases: no line of it can be changed, taken out or put in unseen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case_log import BEGINNING, PAGE, Deed, LogLine, LogPage, flaw_in, written_after

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

deeds = st.builds(
    LogLine,
    number=st.just(0),
    at=st.integers(0, 10**6).map(lambda s: NOW + timedelta(seconds=s)),
    who=st.sampled_from(["", "s1", "s2"]),
    deed=st.sampled_from(Deed),
    case=st.integers(1, 3),
    detail=st.sampled_from(["", "step-1", "step-2"]),
)


def log_of(deeds: list[LogLine]) -> list[LogLine]:
    pages: dict[str, LogPage] = {}
    last: LogPage | None = None
    for deed in deeds:
        last = written_after(last, deed)
        pages[last.key] = last
    return [line for key in sorted(pages) for line in pages[key].lines]


def of_length(count: int) -> list[LogLine]:
    return log_of([LogLine(0, NOW, "s1", Deed.VIEWED, n % 7 + 1) for n in range(count)])


@given(st.lists(deeds, max_size=30))
def test_a_log_as_it_was_written_has_no_flaw(written):
    log = log_of(written)

    assert [replace(x, number=0, before=BEGINNING, checksum="") for x in log] == written
    assert flaw_in(log) is None
    assert all(flaw_in(log, line.checksum) is None for line in log)


def test_lines_go_on_on_a_fresh_page():
    log = of_length(2 * PAGE + 1)

    assert [line.number for line in log] == list(range(1, 2 * PAGE + 2))
    assert flaw_in(log) is None


def changed(line: LogLine, place: int) -> LogLine:
    """Change one thing about a line, another one at each place."""
    others = (
        replace(line, at=line.at + timedelta(seconds=1)),
        replace(line, who="s9"),
        replace(line, deed=Deed.EXPORTED),
        replace(line, case=line.case + 1),
        replace(line, detail="step-7"),
        replace(line, number=line.number + 1),
        replace(line, before="f" * 64),
        replace(line, checksum="f" * 64),
    )
    return others[place % len(others)]


def test_each_of_ten_thousand_changed_lines_is_found():
    log = of_length(500)
    found = 0
    for place in range(10_000):
        where = place % len(log)
        forged = [*log[:where], changed(log[where], place // len(log)), *log[where + 1 :]]
        flaw = flaw_in(forged)
        found += flaw is not None and flaw.line in {where + 1, where + 2}

    assert found == 10_000


def test_a_changed_line_that_was_reckoned_anew_breaks_the_next_one():
    log = of_length(10)
    forged = replace(log[4], who="s9")
    log[4] = replace(forged, checksum=forged.reckoned())

    flaw = flaw_in(log)

    assert flaw is not None
    assert flaw.line == 6


@given(st.integers(0, 8))
def test_a_line_taken_out_is_missed(where):
    log = of_length(10)
    del log[where]

    assert flaw_in(log) is not None


def test_lines_taken_from_the_end_are_missed_by_whoever_wrote_down_the_last_one():
    log = of_length(10)

    assert flaw_in(log[:7]) is None
    assert flaw_in(log[:7], log[-1].checksum) is not None


@given(st.integers(0, 9), st.integers(0, 9))
def test_two_lines_that_changed_places_are_found(one, other):
    log = of_length(10)
    log[one], log[other] = log[other], log[one]

    assert (flaw_in(log) is None) == (one == other)
