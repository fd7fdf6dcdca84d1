"""A case changes hands by consent, and is never without a reader."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import Case, Status
from bot.domain.handing_over import (
    Handing,
    accepted,
    ask,
    declined,
    may_be_asked,
    offer_to,
    step_out,
)
from bot.domain.offers import Offer

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STAFF = ("ingrid", "marloes", "wim", "saskia")
CASE = Case(1, "noor", handlers=("ingrid",))


def asked(case, to, *, whole=False):
    """Ask a colleague, which must work."""
    tried = ask(case, Offer(to, "ingrid", whole, NOW), STAFF)
    assert isinstance(tried, Case)
    return tried


def test_asking_alone_changes_nothing():
    case = asked(CASE, "marloes")

    assert case.handlers == ("ingrid",)
    assert offer_to(case, "marloes") is not None
    assert offer_to(case, "wim") is None


def test_who_accepts_handles_the_case_too_or_instead():
    together, instead = asked(CASE, "marloes"), asked(CASE, "marloes", whole=True)

    assert accepted(together, together.offers[0]).handlers == ("ingrid", "marloes")
    assert accepted(instead, instead.offers[0]).handlers == ("marloes",)
    assert accepted(instead, instead.offers[0]).offers == ()


def test_who_declines_leaves_the_case_where_it_was():
    case = asked(CASE, "marloes", whole=True)

    assert declined(case, case.offers[0]) == CASE


def test_nobody_who_was_shut_out_or_reports_is_asked():
    case = replace(CASE, reporter="wim", excluded=("marloes",))

    assert may_be_asked(case, STAFF) == ("saskia",)
    assert ask(case, Offer("marloes", "ingrid", False, NOW), STAFF) is Handing.NOT_THIS_PERSON  # noqa: FBT003 - together


def test_who_is_shut_out_after_being_asked_can_not_accept():
    case = replace(asked(CASE, "marloes"), excluded=("marloes",))

    assert offer_to(case, "marloes") is None


def test_a_closed_case_does_not_change_hands():
    closed = replace(CASE, status=Status.CLOSED)

    assert ask(closed, Offer("wim", "ingrid", False, NOW), STAFF) is Handing.CLOSED  # noqa: FBT003 - together
    assert step_out(closed, "ingrid", "Familie", {"ingrid"}, "wim") is Handing.CLOSED


def test_stepping_out_needs_a_reason():
    assert step_out(CASE, "ingrid", " ", {"ingrid"}, "wim") is Handing.REASON_NEEDED


def test_who_left_the_school_is_no_reader():
    case = replace(CASE, handlers=("ingrid", "gone"))

    out = step_out(case, "ingrid", "Familie", {"ingrid"}, "wim")

    assert isinstance(out, Case)
    assert out.handlers == ("gone", "wim")


people = st.sampled_from(STAFF)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("ask"), people, people, st.booleans()),
            st.tuples(st.just("accept"), people),
            st.tuples(st.just("decline"), people),
            st.tuples(st.just("out"), people),
        ),
        max_size=25,
    )
)
def test_whatever_happens_somebody_reads_the_case_and_nobody_comes_back_who_stepped_out(deeds):
    case, out = CASE, set()
    for deed, who, *rest in deeds:
        tried: Case | Handing = case
        offer = offer_to(case, who)
        if deed == "ask" and who in case.handlers:
            tried = ask(case, Offer(rest[0], who, rest[1], NOW), STAFF)
        elif deed == "accept" and offer is not None:
            tried = accepted(case, offer)
        elif deed == "decline" and offer is not None:
            tried = declined(case, offer)
        elif deed == "out" and who in case.handlers:
            following = next(iter(may_be_asked(case, STAFF)), None)
            tried = step_out(case, who, "Familie", STAFF, following)
            out |= {who} if isinstance(tried, Case) else set()
        case = tried if isinstance(tried, Case) else case
        assert set(case.handlers) - set(case.excluded)
        assert not out & set(case.handlers)
