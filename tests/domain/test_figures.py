"""Figures about reports: nobody can be found back in them, whatever is counted."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.figures import SMALL, UNKNOWN, Counted, Figures, Hidden, figures_of, safe

TABLES = {"kind": ("image", "threat", "fake"), "status": ("open", "closed")}

counts = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30), min_size=1)


def of_kind(kind, times, **more):
    return [Counted({"kind": kind}, **more) for _ in range(times)]


@given(counts)
def test_no_count_below_five_is_ever_given(table):
    shown = safe(table) or {}

    assert all(isinstance(count, Hidden) or count >= SMALL for count in shown.values())
    assert all(count == table[name] for name, count in shown.items() if isinstance(count, int))
    hidden = {name for name, count in shown.items() if count is Hidden.FEW}
    assert shown == {} or hidden == {name for name, count in table.items() if count < SMALL}


@given(counts)
def test_a_small_count_can_not_be_reckoned_from_the_total_and_the_others(table):
    shown = safe(table)
    if shown is None:
        return
    left = sum(table.values()) - sum(c for c in shown.values() if isinstance(c, int))
    few = [n for n, c in shown.items() if c is Hidden.FEW]
    kept = [n for n, c in shown.items() if c is Hidden.KEPT]
    for name in few:
        others = len(few) - 1
        least = SMALL * len(kept)
        most = (SMALL - 1) * others if not kept else left
        possible = [v for v in range(SMALL) if least <= left - v <= most]
        assert possible == [0, 1, 2, 3, 4], name


@pytest.mark.parametrize("values", [2, 3, 4])
def test_who_knows_the_rule_and_all_that_is_shown_finds_no_small_count(values):
    """Every table there can be, put together with all others that look the same."""
    alike: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    highest = {2: 30, 3: 16, 4: 10}[values]
    for table in product(range(highest), repeat=values):
        named = dict(zip("abcd", table, strict=False))
        alike[f"{sum(table)} {safe(named)}"].append(table)
    for tables in alike.values():
        for place in range(values):
            could_be = {table[place] for table in tables}
            if SMALL <= sum(tables[0]) < highest and min(could_be) < SMALL:
                assert len(could_be) > 1, tables


def test_one_small_count_is_kept_back_with_a_second_one():
    assert safe({"a": 3, "b": 12, "c": 20}) == {"a": Hidden.FEW, "b": 12, "c": Hidden.KEPT}


def test_two_small_counts_of_which_the_sum_tells_too_much_are_kept_back_with_another():
    assert safe({"a": 4, "b": 4, "c": 20, "d": 9}) == {
        "a": Hidden.FEW,
        "b": Hidden.FEW,
        "c": 20,
        "d": Hidden.KEPT,
    }


def test_a_table_without_small_counts_is_shown_as_it_is():
    assert safe({"a": 5, "b": 50}) == {"a": 5, "b": 50}


def test_what_can_not_be_shown_safely_is_not_shown():
    assert safe({"a": 0, "b": 5}) is None
    assert safe({"a": 0, "b": 0}) is None


@given(st.integers(0, SMALL - 1))
def test_with_fewer_than_five_reports_nothing_else_is_told(reports):
    figures = figures_of("De Linde", "2026-2027", of_kind("image", reports), TABLES)

    assert figures == Figures("De Linde", "2026-2027", Hidden.FEW, {"kind": None, "status": None})


def test_a_value_without_a_line_counts_as_unknown():
    figures = figures_of("De Linde", "2026-2027", of_kind("of an older form", 9), TABLES)

    assert figures.reports == 9
    assert figures.tables["kind"] == {
        "image": Hidden.FEW,
        "threat": Hidden.FEW,
        "fake": Hidden.FEW,
        UNKNOWN: Hidden.KEPT,
    }


def test_the_median_is_that_of_the_reports_that_were_read():
    read = [Counted(hours_to_read=hours) for hours in (1.0, 2.0, 3.4, 40.0, 90.0)]
    counted = [*read, *(Counted() for _ in range(3))]

    figures = figures_of("De Linde", "2026-2027", counted, TABLES)

    assert figures.median_hours_to_read == 3
    assert figures.median_hours_to_close is None


@pytest.mark.parametrize(
    ("gone", "here", "told"),
    [
        (0, 9, Hidden.FEW),
        (4, 9, Hidden.FEW),
        (6, 9, 6),
        (9, 4, Hidden.KEPT),
        (9, 0, 9),
    ],
)
def test_destroyed_cases_are_told_when_neither_they_nor_the_others_are_few(gone, here, told):
    counted = [*(Counted(destroyed=True) for _ in range(gone)), *(Counted() for _ in range(here))]

    assert figures_of("De Linde", "2026-2027", counted, TABLES).destroyed == told


@given(st.lists(st.builds(Counted, waived=st.integers(0, 3)), max_size=20))
def test_waived_items_are_told_from_five_on(counted):
    figures = figures_of("De Linde", "2026-2027", counted, TABLES)

    total = sum(c.waived for c in counted)
    assert figures.waived == (total if total >= SMALL <= len(counted) else Hidden.FEW)
