"""What a group needs before a class may meet in it (P5), for every state a group can be in."""

from dataclasses import replace
from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.groups import (
    NEEDED_RIGHTS,
    ClassGroup,
    Flaw,
    GroupState,
    Right,
    flaws_of,
    missing_rights,
)

ALL_RIGHTS = frozenset(Right)
GOOD = GroupState(is_group=True, public=False, bot_is_admin=True, rights=ALL_RIGHTS)

RIGHTS = [
    frozenset(some)
    for some in chain.from_iterable(combinations(Right, n) for n in range(len(Right) + 1))
]

STATES = [
    GroupState(is_group, public, admin, rights, members)
    for is_group, public, admin, rights, members in product(
        [True, False], [True, False], [True, False], RIGHTS, [None, 0, 2, 31]
    )
]


@pytest.mark.parametrize(
    ("state", "flaws"),
    [
        (GOOD, ()),
        (replace(GOOD, public=True), (Flaw.PUBLIC,)),
        (replace(GOOD, bot_is_admin=False, rights=frozenset()), (Flaw.BOT_IS_NO_ADMIN,)),
        (replace(GOOD, rights=frozenset()), (Flaw.RIGHTS_MISSING,)),
        (replace(GOOD, public=True, bot_is_admin=False), (Flaw.PUBLIC, Flaw.BOT_IS_NO_ADMIN)),
        (
            replace(GOOD, public=True, rights=frozenset({Right.INVITE})),
            (Flaw.PUBLIC, Flaw.RIGHTS_MISSING),
        ),
        (replace(GOOD, is_group=False), (Flaw.NOT_A_GROUP,)),
        (replace(GOOD, is_group=False, public=True, bot_is_admin=False), (Flaw.NOT_A_GROUP,)),
    ],
)
def test_each_flaw_of_a_group_is_told(state, flaws):
    assert flaws_of(state) == flaws


@pytest.mark.parametrize("right", Right)
def test_each_single_right_is_needed(right):
    state = replace(GOOD, rights=ALL_RIGHTS - {right})

    assert flaws_of(state) == (Flaw.RIGHTS_MISSING,)
    assert missing_rights(state) == (right,)


def test_a_group_may_serve_only_when_it_is_private_and_the_bot_can_do_its_work():
    serving = {s for s in STATES if not flaws_of(s)}

    assert serving == {
        s
        for s in STATES
        if s.is_group and not s.public and s.bot_is_admin and s.rights == ALL_RIGHTS
    }


@settings(max_examples=4 * len(STATES))
@given(st.sampled_from(STATES))
def test_the_flaws_of_a_group_never_contradict_each_other(state):
    flaws = flaws_of(state)

    assert len(set(flaws)) == len(flaws)
    assert not {Flaw.BOT_IS_NO_ADMIN, Flaw.RIGHTS_MISSING} <= set(flaws)
    assert (Flaw.NOT_A_GROUP in flaws) is not state.is_group
    if state.is_group:
        assert (Flaw.PUBLIC in flaws) is state.public
        assert (Flaw.BOT_IS_NO_ADMIN in flaws) is not state.bot_is_admin
        assert (Flaw.RIGHTS_MISSING in flaws) is (state.bot_is_admin and state.rights != ALL_RIGHTS)
    else:
        assert flaws == (Flaw.NOT_A_GROUP,)


@pytest.mark.parametrize("rights", RIGHTS)
def test_missing_rights_are_told_in_a_fixed_order_and_are_all_that_lack(rights):
    missing = missing_rights(replace(GOOD, rights=rights))

    assert set(missing) == ALL_RIGHTS - rights
    assert list(missing) == sorted(missing, key=NEEDED_RIGHTS.index)


def test_who_is_in_a_group_and_how_to_get_in_is_not_shown():
    group = ClassGroup(
        "telegram:-100",
        "s1",
        "2026-11-24T09:00:00+00:00",
        members={"telegram:4711": "2026-11-24T09:00:00+00:00"},
        strangers=("telegram:4712",),
        invite_link="https://t.example/+secret",
    )

    assert "471" not in repr(group)
    assert "secret" not in repr(group)
