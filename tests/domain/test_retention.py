"""How long what is kept: terms as they are written, school years, holds, seven years of time."""

import re
from dataclasses import astuple, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import Case, CaseEvent, Status
from bot.domain.evidence import Evidence
from bot.domain.keeping import (
    goes_at,
    held,
    kept_longer,
    released,
    tells_of,
    tombstone,
    warned,
    warns_at,
)
from bot.domain.retention import (
    WARNINGS,
    Keeping,
    Policy,
    Term,
    end_of_school_year,
    school_year,
    term_of,
)
from bot.domain.talk import Said

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
POLICY = Policy(
    {"unfounded": Term(days=90), "handled": Term(12, after_school_year=True), "offence": None},
    Term(days=30),
    AMSTERDAM,
)
CLOSED = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def noon(text: str) -> datetime:
    return datetime.fromisoformat(f"{text} 12:00").replace(tzinfo=AMSTERDAM).astimezone(UTC)


def closed(outcome: str = "unfounded", keeping: Keeping | None = None) -> Case:
    return Case(
        7,
        "p1",
        "De Linde",
        opened_at=CLOSED - 10 * DAY,
        answers={"happened": "Ik werd uitgescholden", "kind": "threat"},
        handlers=("s1",),
        status=Status.CLOSED,
        outcome=outcome,
        closed_at=CLOSED,
        keeping=keeping or Keeping(),
    )


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("nooit", None),
        ("1 dag", Term(days=1)),
        ("90 dagen", Term(days=90)),
        ("2 weken", Term(days=14)),
        ("6 maanden", Term(months=6)),
        ("1 jaar", Term(months=12)),
        ("Einde schooljaar", Term(after_school_year=True)),
        ("einde schooljaar + 1 jaar", Term(months=12, after_school_year=True)),
        ("einde schooljaar+ 2 weken", Term(days=14, after_school_year=True)),
    ],
)
def test_a_term_is_read_as_people_write_it(words, term):
    assert term_of(words) == term


@pytest.mark.parametrize(
    "words", [" ", "0", "0 jaar", "-1 jaar", "1", "jaar", "1 eeuw", "1 jaar +"]
)
def test_what_is_no_term_is_none(words):
    with pytest.raises(ValueError, match=re.escape(words)):
        term_of(words)


def test_a_month_that_is_shorter_ends_the_term_on_its_last_day():
    assert Term(months=1).end(date(2027, 1, 31)) == date(2027, 2, 28)
    assert Term(months=12).end(date(2028, 2, 29)) == date(2029, 2, 28)
    assert Term(months=1).end(date(2026, 12, 15)) == date(2027, 1, 15)


def test_a_school_year_ends_with_july():
    assert end_of_school_year(date(2027, 7, 31)) == date(2027, 7, 31)
    assert end_of_school_year(date(2027, 8, 1)) == date(2028, 7, 31)
    assert school_year(date(2026, 11, 24)) == "2026-2027"


def test_a_closed_case_goes_at_noon_of_the_day_its_outcome_says():
    assert goes_at(closed("unfounded"), POLICY) == noon("2027-02-22")
    assert goes_at(closed("handled"), POLICY) == noon("2028-07-31")


def test_a_case_that_is_kept_for_good_never_goes():
    assert goes_at(closed("offence"), POLICY) is None
    assert warns_at(closed("offence"), POLICY) is None


def test_an_outcome_that_no_setting_names_is_kept_longest():
    finite = replace(POLICY, terms={"unfounded": Term(days=90), "handled": Term(months=24)})

    assert goes_at(closed("something-new"), finite) == noon("2028-11-24")
    assert goes_at(closed("something-new"), POLICY) is None


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.CLOSED])
def test_a_case_that_is_open_never_goes(status):
    assert goes_at(replace(closed(), status=status), POLICY) is None
    assert goes_at(replace(closed(), status=status, closed_at=None), POLICY) is None


def test_an_extension_counts_from_the_day_it_would_have_gone():
    longer = kept_longer(closed(), Term(days=90), "er loopt een klacht", POLICY)

    assert goes_at(longer, POLICY) == noon("2027-05-23")
    again = kept_longer(longer, Term(months=12), "nog steeds", POLICY)
    assert goes_at(again, POLICY) == noon("2028-05-23")


def test_a_hold_puts_it_off_until_its_day_and_not_longer():
    on_hold = held(closed(), date(2030, 1, 15), "rechtszaak", POLICY)

    assert goes_at(on_hold, POLICY) == noon("2030-01-15")
    assert goes_at(released(on_hold), POLICY) == goes_at(closed(), POLICY)
    short = held(closed(), date(2026, 12, 1), "rechtszaak", POLICY)
    assert goes_at(short, POLICY) == goes_at(closed(), POLICY)


def test_what_comes_in_after_the_end_is_kept_for_thirty_days():
    goes = goes_at(closed(), POLICY)
    assert goes is not None
    late = goes - DAY
    piece = Evidence("k", "s", "0" * 64, 1, "image/png", late, "p1")

    for added in (
        replace(closed(), talk=(Said(late, "", "Het begint weer"),)),
        replace(closed(), evidence=(piece,)),
    ):
        assert goes_at(added, POLICY) == late + 30 * DAY


def test_what_was_said_before_the_end_puts_nothing_off():
    before = replace(closed(), talk=(Said(CLOSED - DAY, "", "Dank je wel"),))

    assert goes_at(before, POLICY) == goes_at(closed(), POLICY)


def test_two_warnings_come_fourteen_days_and_72_hours_before():
    case = closed("handled")

    first = warns_at(case, POLICY)
    assert first == noon("2028-07-17")
    second = warns_at(warned(case, first), POLICY)
    assert second == noon("2028-07-28")
    assert warns_at(warned(case, second), POLICY) is None


def test_warnings_come_again_when_the_day_moves_away():
    case = warned(closed(), noon("2027-02-20"))
    assert warns_at(case, POLICY) is None

    assert warns_at(kept_longer(case, Term(days=90), "klacht", POLICY), POLICY) == noon(
        "2027-05-09"
    )


def test_a_term_shorter_than_the_warning_warns_when_the_case_is_closed():
    short = replace(POLICY, terms={"unfounded": Term(days=5)})

    assert warns_at(closed(), short) == CLOSED


TERMS = st.builds(Term, st.integers(0, 84), st.integers(1, 400), st.booleans())
MOMENTS = st.integers(0, 7 * 366 * 24).map(lambda hours: CLOSED + timedelta(hours=hours))


@given(TERMS, MOMENTS)
def test_over_seven_years_every_case_is_warned_of_and_then_goes_once(term, when):
    """Live through all that is due, in its order, as the engine does."""
    policy = replace(POLICY, terms={"handled": term})
    case = replace(closed("handled"), closed_at=when)
    warnings: list[datetime] = []
    while (due := warns_at(case, policy)) is not None:
        assert due >= (warnings[-1] if warnings else when)
        warnings.append(due)
        case = warned(case, due)

    goes = goes_at(case, policy)
    assert goes is not None
    assert goes > when
    assert 1 <= len(warnings) <= len(WARNINGS)
    assert all(warning < goes for warning in warnings)
    local = goes.astimezone(AMSTERDAM)
    assert local.hour == 12
    assert local.date() >= term.end(when.astimezone(AMSTERDAM).date())


@given(TERMS, st.lists(st.tuples(st.sampled_from(["longer", "hold"]), st.integers(1, 900))))
def test_no_decision_makes_a_case_go_earlier(term, decisions):
    policy = replace(POLICY, terms={"handled": term})
    case = closed("handled")
    for what, days in decisions:
        before = goes_at(case, policy)
        if what == "longer":
            case = kept_longer(case, Term(days=days), "reden", policy)
        elif case.keeping.held_until is None:
            case = held(case, policy.day(CLOSED) + days * DAY, "reden", policy)
        after = goes_at(case, policy)
        assert before is not None
        assert after is not None
        assert after >= before


def test_a_tombstone_tells_of_no_person_and_no_day():
    case = replace(closed(), events=(CaseEvent(CLOSED, "read", "s1"),))

    stone = tombstone(case, CLOSED + 400 * DAY, POLICY)

    assert stone.key == "7"
    assert (stone.school, stone.school_year) == ("De Linde", "2026-2027")
    assert (stone.kind, stone.outcome) == ("threat", "unfounded")
    assert (stone.opened, stone.closed) == ("2026-11", "2026-11")
    assert stone.ground == "term:unfounded"
    kept = [str(value) for value in astuple(stone)]
    assert not {"p1", "s1"} & {*kept}
    assert not any("uitgescholden" in value for value in kept)


def test_words_that_were_told_are_known_again_in_a_message():
    assert tells_of(closed(), "De melder schrijft:\nIk werd uitgescholden")
    assert not tells_of(closed(), "Er is een nieuwe melding: zaak 7.")


def test_a_message_that_only_names_the_same_person_is_another_one():
    case = replace(closed(), answers={"who": "Noor Bakker uit 7B"})

    assert not tells_of(case, "Noor Bakker uit 7B is nog niet bereikt.")
