"""Who comes into a group on Telegram, who has to go, and how the group stands."""

from dataclasses import replace

import pytest

from bot.domain.groups import GroupState, Right
from bot.ports import Act, Address, Fate, Outcome, Refusal
from tests.adapters.telegram_owing import NOBODY, at, owed, why
from tests.emulators.telegram_things import Membership

# The door of a group


@pytest.fixture
def sem(telegram, klas):
    person = telegram.person("Sem")
    person.requests_to_join(klas)
    return person


async def test_who_is_let_in_is_in_also_when_the_first_answer_was_lost(channel, klas, sem):
    admit = owed(Act.ADMIT, klas, account=at(sem))

    first, again = await channel.deliver(admit), await channel.deliver(admit)

    assert first.fate is again.fate is Fate.ACCEPTED
    assert sem.id in klas.inside


async def test_who_is_refused_stays_out_also_when_the_first_answer_was_lost(channel, klas, sem):
    refuse = owed(Act.REFUSE, klas, account=at(sem))

    first, again = await channel.deliver(refuse), await channel.deliver(refuse)

    assert first.fate is again.fate is Fate.ACCEPTED
    assert (sem.id in klas.inside, klas.requests) == (False, {})


async def test_an_administrator_who_was_quicker_makes_it_too_late(
    channel, telegram, klas, juf, sem
):
    mila = telegram.person("Mila")
    mila.requests_to_join(klas)
    juf.approves(mila, klas)
    juf.declines(sem, klas)

    refused = await channel.deliver(owed(Act.REFUSE, klas, account=at(mila)))
    admitted = await channel.deliver(owed(Act.ADMIT, klas, account=at(sem)))

    assert (why(refused), why(admitted)) == (Refusal.TOO_LATE, Refusal.TOO_LATE)


@pytest.mark.parametrize("act", [Act.ADMIT, Act.REFUSE, Act.EXPEL, Act.MAKE_LINK])
async def test_what_takes_rights_is_refused_without_them(channel, klas, juf, sem, act):
    juf.takes_bots_rights(klas)

    assert why(await channel.deliver(owed(act, klas, account=at(sem)))) is Refusal.NO_RIGHTS


@pytest.mark.parametrize("act", [Act.ADMIT, Act.REFUSE, Act.EXPEL])
async def test_an_account_that_does_not_exist_is_a_bad_address(channel, klas, act):
    for account in (at(NOBODY), Address("telegram", "niemand"), None):
        outcome = await channel.deliver(owed(act, klas, account=account))
        assert why(outcome) is Refusal.BAD_ADDRESS


@pytest.mark.parametrize("supergroup", [True, False])
async def test_who_is_expelled_is_out_and_may_ask_again(channel, telegram, juf, sanne, supergroup):
    group = telegram.group("8A", owner=juf, members=[sanne], supergroup=supergroup)
    juf.adds_bot(group)
    juf.makes_bot_admin(group)
    expel = owed(Act.EXPEL, group, account=at(sanne))

    first, again = await channel.deliver(expel), await channel.deliver(expel)

    assert first.fate is again.fate is Fate.ACCEPTED
    assert sanne.id not in group.inside
    sanne.requests_to_join(group)


async def test_an_owner_or_administrator_cannot_be_expelled(channel, klas, juf, sanne):
    juf.makes_admin(sanne, klas)

    for leader in (juf, sanne):
        outcome = await channel.deliver(owed(Act.EXPEL, klas, account=at(leader)))
        assert why(outcome) is Refusal.NO_RIGHTS


# Who is in a group


@pytest.mark.parametrize(
    ("membership", "inside"),
    [
        (Membership("creator"), True),
        (Membership("administrator"), True),
        (Membership("member"), True),
        (Membership("restricted"), True),
        (Membership("restricted", present=False), False),
        (Membership("left"), False),
        (Membership("kicked"), False),
    ],
)
async def test_each_status_tells_whether_somebody_is_in(channel, klas, sanne, membership, inside):
    klas.set_membership(sanne.account, membership)

    outcome = await channel.deliver(owed(Act.LOOK_FOR, klas, account=at(sanne)))

    assert outcome == Outcome(Fate.ACCEPTED, inside=inside)


@pytest.mark.parametrize("words", ["member not found", "USER_NOT_PARTICIPANT"])
async def test_telegram_has_several_words_for_not_being_in(channel, telegram, klas, sanne, words):
    description = f"Bad Request: {words}"
    telegram.answers_next(400, method="getChatMember", description=description)

    outcome = await channel.deliver(owed(Act.LOOK_FOR, klas, account=at(sanne)))

    assert outcome == Outcome(Fate.ACCEPTED, inside=False)


# How a group stands


async def test_a_group_shows_how_it_stands(channel, telegram, klas, juf):
    public = telegram.group("Iedereen", owner=juf, username="iedereen")
    juf.adds_bot(public)

    closed = await channel.deliver(owed(Act.INSPECT, klas))
    juf.makes_bot_admin(klas, without=["can_restrict_members"])
    lacking = await channel.deliver(owed(Act.INSPECT, klas))
    opened = await channel.deliver(owed(Act.INSPECT, public))

    stands = GroupState(
        is_group=True, public=False, bot_is_admin=True, rights=frozenset(Right), members=3
    )
    fewer = stands.rights - {Right.REMOVE_MEMBERS}
    assert closed.found == stands
    assert lacking.found == replace(stands, rights=fewer)
    assert opened.found == GroupState(
        is_group=True, public=True, bot_is_admin=False, rights=frozenset(), members=2
    )


async def test_a_private_chat_is_no_group(channel, sanne):
    outcome = await channel.deliver(owed(Act.INSPECT, sanne))

    assert outcome.found == GroupState(is_group=False, public=False, bot_is_admin=False)


async def test_a_group_the_bot_was_put_out_of_cannot_be_looked_at(channel, klas, juf):
    juf.removes_bot(klas)

    assert why(await channel.deliver(owed(Act.INSPECT, klas))) is Refusal.NO_SUCH_CHAT


async def test_on_the_bots_link_everybody_has_to_ask(channel, telegram, klas):
    outcome = await channel.deliver(owed(Act.MAKE_LINK, klas))

    (link,) = [known for known in klas.links if known.url == outcome.link]
    assert link.creates_join_request
    assert (link.name, link.creator) == ("Groepsmaat", telegram.bot)
