"""The local chat: who may do what where, what survives a restart, and what a full disk does.

What it shares with the other platforms stands in test_chat_contract.
"""

import asyncio
import sys
from dataclasses import replace

import pytest

from bot.adapters.local import KEPT, LocalChat, NotTakenError
from bot.domain.groups import Right
from bot.ports import Act, Button, Fate, Happening, Outcome, Refusal
from tests.adapters.local_listening import (
    GROUP,
    PEOPLE,
    WITHOUT_RIGHTS,
    at,
    local_world,
    no_file_may_grow,
    owed,
    say,
)
from tests.school import HandClock

on_a_full_disk = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows can't limit the size of a file"
)


@pytest.fixture
async def world(tmp_path):
    async with local_world(tmp_path) as opened:
        yield opened


def why(outcome: Outcome) -> Refusal | None:
    assert outcome.fate is Fate.REFUSED, outcome
    return outcome.why


# Who may speak and tap where


async def test_what_is_typed_in_private_comes_in_as_private(world):
    await world.chat.say("noor", "noor", "/meld", "o1")

    (typed,) = world.incoming
    assert (typed.origin, typed.what, typed.private) == ("local:o1", Happening.MESSAGE, True)
    assert (typed.sender, typed.chat, typed.text) == (at("noor"), at("noor"), "/meld")
    assert world.chat.room("noor").message(typed.message).text == "/meld"


async def test_what_is_typed_in_a_group_is_seen_by_every_member(world):
    async with world.chat.events() as queue:
        await world.chat.say("noor", GROUP.key, "hoi", "o1")
        event = queue.get_nowait()

    assert (event["room"], event["message"].author, event["message"].text) == (
        GROUP.key,
        "noor",
        "hoi",
    )
    (typed,) = world.incoming
    assert (typed.private, typed.chat, typed.sender) == (False, at(GROUP.key), at("noor"))
    assert world.texts(GROUP.key) == ["hoi"]


@pytest.mark.parametrize(
    ("person", "room"),
    [
        ("sem", GROUP.key),
        ("sem", "noor"),
        ("niemand", "niemand"),
        ("niemand", GROUP.key),
        ("noor", "groep-9Z"),
        # The bot has no hands: nobody speaks in its name.
        ("", GROUP.key),
        ("", "noor"),
    ],
)
async def test_nobody_speaks_or_taps_in_a_room_they_are_not_in(world, person, room):
    said = await world.chat.deliver(say(GROUP.key, buttons=((Button("Gelezen", "read:a7"),),)))

    with pytest.raises(NotTakenError):
        await world.chat.say(person, room, "hoi", "o1")
    with pytest.raises(NotTakenError):
        await world.chat.tap(person, room, said.message, "read:a7", "o2")

    assert world.incoming == []
    assert [*world.texts(GROUP.key), *world.texts("noor")] == ["Morgen vrij"]


async def test_who_left_a_group_cannot_speak_there_any_more(world):
    await world.chat.leave("noor", GROUP.key, "o1")

    with pytest.raises(NotTakenError):
        await world.chat.say("noor", GROUP.key, "hoi", "o2")

    assert [i.what for i in world.incoming] == [Happening.LEFT]
    assert world.members() == ("juf",)


async def test_a_tap_brings_back_the_data_and_only_the_tapper_sees_the_answer(world):
    said = await world.chat.deliver(say("noor", buttons=((Button("Gelezen", "read:a7"),),)))
    await world.chat.tap("noor", "noor", said.message, "read:a7", "o1")

    (tapped,) = world.incoming
    assert (tapped.what, tapped.text, tapped.message) == (Happening.TAP, "read:a7", said.message)
    async with world.chat.events() as queue:
        answered = await world.chat.deliver(
            owed(Act.ANSWER_TAP, "noor", 2, tap=tapped.tap, text="Dank je")
        )
        assert queue.get_nowait() == {"kind": "toast", "as": "noor", "text": "Dank je"}
    assert answered.fate is Fate.ACCEPTED


# Joining


async def test_who_asks_to_join_waits_until_the_bot_decides(world):
    await world.chat.ask_to_join("sem", GROUP.key, "o1")

    (asked,) = world.incoming
    assert (asked.what, asked.chat, asked.sender) == (
        Happening.JOIN_REQUEST,
        at(GROUP.key),
        at("sem"),
    )
    assert asked.reply_to == at("sem")
    assert world.members() == ("juf", "noor")

    async with world.chat.events() as queue:
        await world.chat.deliver(owed(Act.ADMIT, GROUP.key, account=at("sem")))
        assert queue.get_nowait()["members"] == ["juf", "noor", "sem"]
    await world.chat.say("sem", GROUP.key, "hoi", "o2")


async def test_who_is_in_already_asks_for_nothing(world):
    await world.chat.ask_to_join("noor", GROUP.key, "o1")

    assert world.incoming == []
    assert world.chat.room(GROUP.key).asking == ()


@pytest.mark.parametrize("deed", ["ask_to_join", "leave", "add"])
@pytest.mark.parametrize(
    ("person", "room"),
    [("sem", "noor"), ("noor", "noor"), ("niemand", GROUP.key), ("sem", "groep-9Z")],
)
async def test_a_private_room_is_no_group_and_a_stranger_is_nobody(world, deed, person, room):
    with pytest.raises(NotTakenError):
        await getattr(world.chat, deed)(person, room, "o1")

    assert world.incoming == []
    assert world.members("noor") == ("noor",)
    assert world.members() == ("juf", "noor")


async def test_who_is_put_in_by_hand_is_told_to_the_bot(world):
    await world.chat.add("sem", GROUP.key, "o1")

    assert world.members() == ("juf", "noor", "sem")
    assert [(i.what, i.sender) for i in world.incoming] == [(Happening.JOINED, at("sem"))]


async def test_a_group_that_is_there_already_stays_as_it_is(world):
    await world.chat.add("sem", GROUP.key, "o1")

    await world.chat.keep_group(GROUP)

    assert world.members() == ("juf", "noor", "sem")


# Exactly once, also after a restart


async def test_a_repeat_of_what_is_owed_is_said_once_also_after_a_restart(tmp_path):
    async with local_world(tmp_path) as world:
        first = await world.chat.deliver(say("noor", "Morgen vrij"))
        again = await world.chat.deliver(say("noor", "Morgen vrij"))
    async with local_world(tmp_path) as world:
        after = await world.chat.deliver(say("noor", "Morgen vrij"))
        other = await world.chat.deliver(say("noor", "Morgen vrij", number=2))

        assert first == again == after
        assert other.message != first.message
        assert world.texts("noor") == ["Morgen vrij", "Morgen vrij"]


async def test_a_repeat_of_what_was_typed_is_shown_once_also_after_a_restart(tmp_path):
    async with local_world(tmp_path) as world, world.chat.events() as queue:
        await world.chat.say("noor", GROUP.key, "hoi", "o1")
        await world.chat.say("noor", GROUP.key, "hoi", "o1")
        assert queue.qsize() == 1
    async with local_world(tmp_path) as world:
        await world.chat.say("noor", GROUP.key, "hoi", "o1")

        assert world.texts(GROUP.key) == ["hoi"]
        # The bot drops what it has by its origin; whether it has it, only the bot knows.
        assert [i.origin for i in world.incoming] == ["local:o1"]


async def test_nobody_can_take_the_place_of_what_the_bot_still_owes(world):
    await world.chat.say("noor", "noor", "ik was eerder", "000000001-1")
    said = await world.chat.deliver(say("noor", "Morgen vrij"))
    await world.chat.say("juf", GROUP.key, "hoi", "o1")
    await world.chat.say("noor", GROUP.key, "hallo", "o1")

    assert world.texts("noor") == ["ik was eerder", "Morgen vrij"]
    assert world.chat.room("noor").message(said.message).author == ""
    assert world.texts(GROUP.key) == ["hoi", "hallo"]


async def test_a_room_keeps_its_newest_messages_and_never_gives_a_number_twice(tmp_path):
    full = replace(GROUP, members=("noor",))
    async with local_world(tmp_path, full) as world:
        for number in range(KEPT):
            await world.chat.deliver(say(GROUP.key, f"bericht {number}", number))
    async with local_world(tmp_path) as world:
        await world.chat.say("noor", GROUP.key, "nog een", "o1")

        room = world.chat.room(GROUP.key)
        assert room is not None
        messages = room.messages
        assert [m.text for m in messages] == [
            *(f"bericht {number}" for number in range(1, KEPT)),
            "nog een",
        ]
        assert [int(m.id) for m in messages] == list(range(2, KEPT + 2))


# What the disk refuses


@on_a_full_disk
async def test_a_full_disk_is_told_and_a_second_try_is_not_doubled(world):
    await world.chat.say("noor", "noor", "eerst", "o0")
    with no_file_may_grow(), pytest.raises(NotTakenError, match="may not grow"):
        await world.chat.say("noor", "noor", "hoi", "o1")
    assert world.texts("noor") == ["eerst"]

    await world.chat.say("noor", "noor", "hoi", "o1")

    assert world.texts("noor") == ["eerst", "hoi"]
    assert [i.text for i in world.incoming] == ["eerst", "hoi"]


@on_a_full_disk
@pytest.mark.parametrize("deed", ["ask_to_join", "add", "leave"])
async def test_a_full_disk_keeps_a_group_as_it_was(world, deed):
    await world.chat.add("sem" if deed == "leave" else "juf", GROUP.key, "o0")
    before = world.chat.room(GROUP.key)
    with no_file_may_grow(), pytest.raises(NotTakenError, match="may not grow"):
        await getattr(world.chat, deed)("sem", GROUP.key, "o1")

    assert world.chat.room(GROUP.key) == before
    assert len(world.incoming) == 1


async def test_what_the_bot_could_not_keep_is_told_and_a_second_try_is_not_doubled(world):
    world.kept.full_after = 0
    with pytest.raises(NotTakenError, match="no room left"):
        await world.chat.say("noor", "noor", "hoi", "o1")
    with pytest.raises(NotTakenError):
        await world.chat.tap("noor", "noor", "1", "read:a7", "o2")
    assert world.incoming == []

    world.kept.full_after = None
    await world.chat.say("noor", "noor", "hoi", "o1")

    assert world.texts("noor") == ["hoi"]
    assert [i.origin for i in world.incoming] == ["local:o1"]


@on_a_full_disk
async def test_what_a_full_disk_keeps_from_being_said_is_said_later_once(world):
    first = await world.chat.deliver(say("noor", "eerst"))
    with no_file_may_grow():
        failed = await world.chat.deliver(say("noor", "Morgen vrij", 2))
    assert failed.fate is Fate.FAILED
    assert "may not grow" in failed.trouble

    later = await world.chat.deliver(say("noor", "Morgen vrij", 2))

    assert (later.fate, int(later.message)) == (Fate.ACCEPTED, int(first.message) + 1)
    assert world.texts("noor") == ["eerst", "Morgen vrij"]


async def test_before_a_bot_listens_nothing_is_taken(world):
    deaf = LocalChat(world.store, PEOPLE, HandClock())

    with pytest.raises(NotTakenError, match="Nobody listens"):
        await deaf.say("noor", "noor", "hoi", "o1")


# What only the local chat refuses like this


async def test_nothing_is_delivered_to_a_room_that_is_not_there(world):
    for act in Act:
        outcome = await world.chat.deliver(owed(act, "groep-9Z", text="hoi", account=at("sem")))
        assert why(outcome) is Refusal.NO_SUCH_CHAT
    nowhere = replace(say("noor"), to=None)
    assert why(await world.chat.deliver(nowhere)) is Refusal.NO_SUCH_CHAT


@pytest.mark.parametrize("act", [Act.ADMIT, Act.REFUSE, Act.EXPEL, Act.MAKE_LINK, Act.LOOK_FOR])
async def test_nobody_is_let_into_or_put_out_of_a_private_room(world, act):
    outcome = await world.chat.deliver(owed(act, "noor", account=at("noor")))

    assert why(outcome) is Refusal.NOT_POSSIBLE
    assert world.members("noor") == ("noor",)


@pytest.mark.parametrize("lack", WITHOUT_RIGHTS)
async def test_the_bot_may_take_back_its_own_words_without_any_right(world, lack):
    said = await world.chat.deliver(say(GROUP.key))
    before = world.chat.room(GROUP.key)
    lacking = WITHOUT_RIGHTS[lack]
    await world.has(replace(before, bot_is_admin=lacking.bot_is_admin, rights=lacking.rights))

    outcome = await world.chat.deliver(owed(Act.REMOVE, GROUP.key, 2, message=said.message))

    assert outcome.fate is Fate.ACCEPTED
    assert world.texts(GROUP.key) == [""]


async def test_each_right_serves_its_own_acts(world):
    await world.chat.say("noor", GROUP.key, "hoi", "o1")
    await world.chat.ask_to_join("sem", GROUP.key, "o2")
    before = world.chat.room(GROUP.key)
    served = {
        Right.DELETE_MESSAGES: {Act.REMOVE},
        Right.INVITE: {Act.ADMIT, Act.REFUSE, Act.MAKE_LINK},
        Right.REMOVE_MEMBERS: {Act.EXPEL},
    }
    for right, acts in served.items():
        for act in set().union(*served.values()):
            await world.has(replace(before, rights=frozenset({right})))
            outcome = await world.chat.deliver(owed(act, GROUP.key, message="1", account=at("sem")))
            assert (outcome.fate is Fate.ACCEPTED) is (act in acts), (right, act)


async def test_an_account_that_is_gone_from_school_can_still_be_put_out_of_the_group(world):
    await world.has(replace(GROUP, members=("juf", "oud-leerling")))

    outcome = await world.chat.deliver(owed(Act.EXPEL, GROUP.key, account=at("oud-leerling")))

    assert outcome.fate is Fate.ACCEPTED
    assert world.members() == ("juf",)


async def test_who_stops_listening_hears_nothing_more(world):
    async with world.chat.events() as first, world.chat.events() as second:
        world.chat.letters_changed()
        assert (await first.get()) == (await second.get()) == {"kind": "letters"}
    world.chat.letters_changed()
    await asyncio.sleep(0)

    assert first.empty()


async def test_no_word_that_was_said_stands_in_the_form_a_log_would_show(world):
    await world.chat.say("noor", "noor", "mijn geheim", "o1")

    assert "geheim" not in repr(world.chat.room("noor"))
    assert "geheim" not in repr(world.incoming)
