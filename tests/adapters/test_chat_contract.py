"""What every chat platform promises the core, whichever it is: each act, and how it is refused."""

import pytest

from bot.domain.groups import GroupState, Right
from bot.ports import Act, Address, Button, Fate, Outcome, Owed, Refusal
from tests.adapters.chat_worlds import READ, on_local_chat, on_telegram


@pytest.fixture(params=[on_local_chat, on_telegram], ids=["local", "telegram"])
async def world(request, tmp_path):
    async with request.param(tmp_path) as opened:
        yield opened


def owed(act: Act, to: Address, number: int = 1, **more) -> Owed:
    return Owed(f"000000001-{number}", act, to, **more)


def say(to: Address, text: str = "Morgen vrij", number: int = 1, **more) -> Owed:
    return owed(Act.SEND, to, number, text=text, **more)


def why(outcome: Outcome) -> Refusal | None:
    assert outcome.fate is Fate.REFUSED, outcome
    return outcome.why


# SEND


@pytest.mark.parametrize("where", ["noor", "group"])
async def test_what_is_sent_stands_there_with_its_buttons_and_has_an_id(world, where):
    place = getattr(world, where)

    outcome = await world.channel.deliver(say(place, "*Let op* <b>morgen</b> vrij", buttons=READ))

    assert outcome == Outcome(Fate.ACCEPTED, message=outcome.message)
    assert world.standing(place) == [(outcome.message, "*Let op* <b>morgen</b> vrij", ["Gelezen"])]


async def test_two_messages_have_two_ids(world):
    first = await world.channel.deliver(say(world.noor))
    second = await world.channel.deliver(say(world.noor, number=2))

    assert first.message != second.message
    assert [number for number, _, _ in world.standing(world.noor)] == [
        first.message,
        second.message,
    ]


@pytest.mark.parametrize("text", ["", " \n"])
async def test_nothing_can_not_be_said(world, text):
    assert why(await world.channel.deliver(say(world.noor, text))) is Refusal.NOT_POSSIBLE


@pytest.mark.parametrize(("data", "fits"), [("é" * 32, True), ("é" * 32 + "a", False)])
async def test_a_button_brings_back_64_bytes_at_most(world, data, fits):
    outcome = await world.channel.deliver(say(world.noor, buttons=((Button("Lang", data),),)))

    assert (outcome.fate is Fate.ACCEPTED) is fits
    assert fits or why(outcome) is Refusal.NOT_POSSIBLE


async def test_who_never_opened_the_chat_and_a_group_that_is_not_there_hear_nothing(world):
    assert why(await world.channel.deliver(say(world.nobody))) is world.never_opened
    assert why(await world.channel.deliver(say(world.nowhere))) is Refusal.NO_SUCH_CHAT


# REPLACE


async def test_a_message_gets_other_words_and_loses_its_buttons(world):
    said = await world.channel.deliver(say(world.group, buttons=READ))
    change = owed(Act.REPLACE, world.group, 2, text="Morgen school", message=said.message)

    first, again = await world.channel.deliver(change), await world.channel.deliver(change)

    assert first == again == Outcome(Fate.ACCEPTED, message=said.message)
    assert world.standing(world.group) == [(said.message, "Morgen school", [])]


async def test_a_message_may_get_other_buttons(world):
    said = await world.channel.deliver(say(world.noor))
    change = owed(
        Act.REPLACE, world.noor, 2, text="Morgen vrij?", message=said.message, buttons=READ
    )

    assert (await world.channel.deliver(change)).fate is Fate.ACCEPTED
    assert world.standing(world.noor) == [(said.message, "Morgen vrij?", ["Gelezen"])]


@pytest.mark.parametrize("text", ["", " \n"])
async def test_a_message_cannot_become_empty(world, text):
    said = await world.channel.deliver(say(world.noor))
    change = owed(Act.REPLACE, world.noor, 2, text=text, message=said.message)

    assert why(await world.channel.deliver(change)) is Refusal.NOT_POSSIBLE
    assert world.standing(world.noor) == [(said.message, "Morgen vrij", [])]


async def test_what_is_gone_or_somebody_elses_cannot_be_replaced(world):
    removed = (await world.channel.deliver(say(world.group))).message
    await world.channel.deliver(owed(Act.REMOVE, world.group, 2, message=removed))
    noors = await world.noor_says("hoi")

    for message in (removed, noors, "999999", ""):
        change = owed(Act.REPLACE, world.group, 3, text="anders", message=message)
        assert why(await world.channel.deliver(change)) is Refusal.TOO_LATE
    assert world.standing(world.group) == [(noors, "hoi", [])]


# REMOVE


async def test_what_somebody_typed_in_the_group_is_removed_once(world):
    noors = await world.noor_says("ik word gepest")
    remove = owed(Act.REMOVE, world.group, message=noors)

    first, again = await world.channel.deliver(remove), await world.channel.deliver(remove)

    assert first == again == Outcome(Fate.ACCEPTED, message=noors)
    assert world.standing(world.group) == []


async def test_what_was_never_there_is_gone_already(world):
    outcome = await world.channel.deliver(owed(Act.REMOVE, world.group, message="999999"))

    assert outcome == Outcome(Fate.ACCEPTED, message="999999")


async def test_without_rights_only_the_bots_own_words_are_removed(world):
    own = (await world.channel.deliver(say(world.group))).message
    noors = await world.noor_says("ik word gepest")
    await world.bot_loses_its_rights()

    refused = await world.channel.deliver(owed(Act.REMOVE, world.group, 2, message=noors))
    removed = await world.channel.deliver(owed(Act.REMOVE, world.group, 3, message=own))

    assert why(refused) is Refusal.NO_RIGHTS
    assert removed.fate is Fate.ACCEPTED
    assert world.standing(world.group) == [(noors, "ik word gepest", [])]


# ANSWER_TAP


async def test_the_tapper_sees_the_answer_to_a_tap(world):
    said = await world.channel.deliver(say(world.noor, buttons=READ))
    tap = await world.noor_taps(said.message)

    outcome = await world.channel.deliver(
        owed(Act.ANSWER_TAP, world.noor, 2, tap=tap, text="Dank je")
    )

    assert outcome.fate is Fate.ACCEPTED
    assert world.noors_notices() == ["Dank je"]


async def test_a_tap_that_nobody_knows_any_more_cannot_be_answered(world):
    answer = owed(Act.ANSWER_TAP, world.noor, tap="4711", text="Dank je")

    assert why(await world.channel.deliver(answer)) is Refusal.TOO_LATE
    assert world.noors_notices() == []


# ADMIT and REFUSE


async def test_who_is_let_in_is_in_also_when_the_first_answer_was_lost(world):
    await world.sem_asks()
    admit = owed(Act.ADMIT, world.group, account=world.sem)

    first, again = await world.channel.deliver(admit), await world.channel.deliver(admit)

    assert first == again == Outcome(Fate.ACCEPTED)
    assert world.members() == {world.noor, world.sem}


async def test_who_is_refused_stays_out_also_when_the_first_answer_was_lost(world):
    await world.sem_asks()
    refuse = owed(Act.REFUSE, world.group, account=world.sem)

    first, again = await world.channel.deliver(refuse), await world.channel.deliver(refuse)

    assert first == again == Outcome(Fate.ACCEPTED)
    assert world.members() == {world.noor}
    admitted = await world.channel.deliver(owed(Act.ADMIT, world.group, 2, account=world.sem))
    assert why(admitted) is Refusal.TOO_LATE
    assert world.members() == {world.noor}


async def test_who_is_in_by_another_hand_cannot_be_refused_any_more(world):
    await world.sem_asks()
    await world.juf_admits_sem()

    refused = await world.channel.deliver(owed(Act.REFUSE, world.group, account=world.sem))

    assert why(refused) is Refusal.TOO_LATE
    assert world.members() == {world.noor, world.sem}


async def test_who_never_asked_cannot_be_let_in(world):
    admitted = await world.channel.deliver(owed(Act.ADMIT, world.group, account=world.sem))

    assert why(admitted) is Refusal.TOO_LATE
    assert world.members() == {world.noor}


# EXPEL


async def test_who_is_expelled_is_out_and_may_ask_again(world):
    expel = owed(Act.EXPEL, world.group, account=world.noor)

    first, again = await world.channel.deliver(expel), await world.channel.deliver(expel)

    assert first == again == Outcome(Fate.ACCEPTED)
    assert world.members() == set()


async def test_who_was_expelled_may_ask_again_and_be_let_in(world):
    await world.sem_asks()
    await world.juf_admits_sem()
    await world.channel.deliver(owed(Act.EXPEL, world.group, account=world.sem))

    await world.sem_asks()
    admitted = await world.channel.deliver(owed(Act.ADMIT, world.group, 2, account=world.sem))

    assert admitted.fate is Fate.ACCEPTED
    assert world.members() == {world.noor, world.sem}


# LOOK_FOR


async def test_the_platform_tells_of_somebody_whether_they_are_in_the_group(world):
    before = await world.channel.deliver(owed(Act.LOOK_FOR, world.group, account=world.sem))
    await world.sem_asks()
    asking = await world.channel.deliver(owed(Act.LOOK_FOR, world.group, 2, account=world.sem))
    await world.juf_admits_sem()
    inside = await world.channel.deliver(owed(Act.LOOK_FOR, world.group, 3, account=world.sem))
    await world.channel.deliver(owed(Act.EXPEL, world.group, 4, account=world.sem))
    after = await world.channel.deliver(owed(Act.LOOK_FOR, world.group, 5, account=world.sem))

    assert before == asking == after == Outcome(Fate.ACCEPTED, inside=False)
    assert inside == Outcome(Fate.ACCEPTED, inside=True)


# What takes rights, and an account


@pytest.mark.parametrize("act", [Act.ADMIT, Act.REFUSE, Act.EXPEL, Act.MAKE_LINK, Act.LOOK_FOR])
async def test_what_takes_rights_is_refused_without_them(world, act):
    await world.sem_asks()
    await world.bot_loses_its_rights()
    account = world.noor if act is Act.EXPEL else world.sem

    assert why(await world.channel.deliver(owed(act, world.group, account=account))) is (
        Refusal.NO_RIGHTS
    )
    assert world.members() == {world.noor}


@pytest.mark.parametrize("act", [Act.ADMIT, Act.REFUSE, Act.EXPEL, Act.LOOK_FOR])
async def test_no_account_is_a_bad_address(world, act):
    unknown = Address(world.noor.platform, "99")
    for account in (None, unknown):
        outcome = await world.channel.deliver(owed(act, world.group, account=account))
        assert why(outcome) is Refusal.BAD_ADDRESS


# INSPECT and MAKE_LINK


async def test_a_closed_group_shows_how_it_stands_and_what_it_lost(world):
    before = await world.channel.deliver(owed(Act.INSPECT, world.group))
    await world.bot_loses_its_rights()
    after = await world.channel.deliver(owed(Act.INSPECT, world.group))

    members = 3  # Juf, Noor and the bot
    assert before.found == GroupState(
        is_group=True, public=False, bot_is_admin=True, rights=frozenset(Right), members=members
    )
    assert after.found == GroupState(
        is_group=True, public=False, bot_is_admin=False, members=members
    )


async def test_a_private_chat_is_no_group(world):
    outcome = await world.channel.deliver(owed(Act.INSPECT, world.noor))

    assert outcome.found == GroupState(is_group=False, public=False, bot_is_admin=False)


async def test_a_link_can_be_made(world):
    outcome = await world.channel.deliver(owed(Act.MAKE_LINK, world.group))

    assert outcome.fate is Fate.ACCEPTED
    assert outcome.link
    assert outcome.link not in repr(outcome)


async def test_a_chat_that_is_not_there_refuses_every_act(world):
    # What is done with files has tests of its own, and only the press sets a dossier.
    of_files = {Act.KEEP, Act.SEND_FILE, Act.DISCARD, Act.TYPESET}
    for act in set(Act) - {Act.ANSWER_TAP, *of_files}:
        thing = owed(act, world.nowhere, text="hoi", message="1", account=world.noor)
        assert why(await world.channel.deliver(thing)) is Refusal.NO_SUCH_CHAT, act
