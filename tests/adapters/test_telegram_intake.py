"""What happens on Telegram is handed in, kept, and only then confirmed."""

import asyncio
import json

import pytest

from bot.adapters.telegram_intake import Pace, TelegramIntake
from bot.adapters.telegram_updates import UnreadableUpdateError
from bot.ports import Happening
from tests.adapters.telegram_examples import message
from tests.adapters.telegram_listening import HASTE, POISON, all_confirmed, healthy, soon

ASKED_FOR = ["callback_query", "chat_join_request", "chat_member", "message", "my_chat_member"]


# The usual road


@pytest.mark.usefixtures("sanne")
async def test_it_says_who_it_is_and_asks_by_name_for_what_it_wants(telegram, intake):
    telegram.world.queue.webhook = "https://example.org/old"
    intake.start()
    await all_confirmed(telegram)

    assert telegram.world.queue.webhook == ""
    assert telegram.world.commands == {
        "all_private_chats": [{"command": "mag", "description": "Mag dit?"}]
    }
    first, *others = telegram.calls_of("getUpdates")
    assert (first.params["offset"], first.params["timeout"]) == (0, 0)
    assert others[-1].params["timeout"] == HASTE.long_poll
    for poll in (first, *others):
        assert sorted(poll.params["allowed_updates"]) == ASKED_FOR


async def test_what_is_said_comes_in_in_order(telegram, intake, kept, sanne):
    for number in range(30):
        sanne.says(f"bericht {number}")
    intake.start()
    await all_confirmed(telegram)
    sanne.says("nog een")
    await all_confirmed(telegram)

    assert kept.texts == ["/start", *(f"bericht {n}" for n in range(30)), "nog een"]


async def test_taps_members_and_join_requests_come_in_too(telegram, intake, kept):
    juf, sanne, sem = (telegram.person(name) for name in ("Noor", "Sanne", "Sem"))
    klas = telegram.group("7B", owner=juf)
    intake.start()
    await healthy(intake)
    juf.adds_bot(klas)
    juf.makes_bot_admin(klas)
    sanne.requests_to_join(klas)
    juf.approves(sanne, klas)
    juf.adds(sem, klas)
    sem.leaves(klas)
    await all_confirmed(telegram)

    assert [one.what for one in kept.incoming] == [
        Happening.RIGHTS_CHANGED,
        Happening.RIGHTS_CHANGED,
        Happening.JOIN_REQUEST,
        Happening.JOINED,
        Happening.JOINED,
        Happening.LEFT,
        Happening.LEFT,
    ]


async def test_a_group_that_moves_is_told_with_both_addresses(telegram, intake, kept):
    juf = telegram.person("Noor")
    klas = telegram.group("7B", owner=juf, supergroup=False)
    juf.adds_bot(klas)
    old = klas.id
    intake.start()
    await healthy(intake)
    telegram.migrate(klas)
    await all_confirmed(telegram)

    (moved,) = [one for one in kept.incoming if one.what is Happening.MOVED]
    assert (moved.chat.id, moved.moved_to.id) == (str(old), str(klas.id))


@pytest.mark.usefixtures("sanne")
async def test_nothing_is_confirmed_before_it_is_kept(telegram, intake, kept):
    kept.gate.clear()
    intake.start()
    await soon(lambda: kept.kept == 1)
    await asyncio.sleep(0.1)
    assert len(telegram.world.queue.pending) == 1

    kept.gate.set()
    await all_confirmed(telegram)


@pytest.mark.usefixtures("sanne")
async def test_what_was_not_confirmed_comes_again_after_a_restart(telegram, bot, intake, kept):
    kept.gate.clear()
    intake.start()
    await soon(lambda: kept.kept == 1)
    await intake.stop()

    kept.gate.set()
    again = TelegramIntake(bot, kept.take, kept.set_aside, pace=HASTE)
    again.start()
    await all_confirmed(telegram)
    await again.stop()

    assert len({one.origin for one in kept.incoming}) == 1
    assert kept.texts == ["/start", "/start"]


async def test_it_stops_at_once_in_the_middle_of_a_long_poll(telegram, bot, kept):
    intake = TelegramIntake(bot, kept.take, kept.set_aside, pace=Pace(long_poll=50))
    await intake.stop()
    intake.start()
    await telegram.until(lambda: telegram.count("getUpdates") == 2)

    async with asyncio.timeout(1):
        await intake.stop()


# One poisoned update


async def test_an_unreadable_update_is_set_aside_and_stops_nothing(telegram, intake, kept, sanne):
    poisoned = telegram.injects(POISON)
    sanne.says("na het gif")
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start", "na het gif"]
    ((origin, platform, raw, error),) = kept.aside
    assert (origin, platform) == (f"telegram:{poisoned}", "telegram")
    assert json.loads(raw) == {"update_id": poisoned, **POISON}
    assert isinstance(error, UnreadableUpdateError)
    assert telegram.count("getUpdates") <= 3


async def test_an_update_on_which_the_engine_breaks_is_set_aside_too(telegram, intake, kept, sanne):
    kept.breaks_on = "gif"
    for text in ("voor", "gif", "na"):
        sanne.says(text)
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start", "voor", "na"]
    ((_, _, raw, error),) = kept.aside
    assert json.loads(raw)["message"]["text"] == "gif"
    assert isinstance(error, LookupError)


async def test_an_update_without_an_id_is_confirmed_with_what_comes_after_it(
    telegram, intake, kept, sanne
):
    telegram.injects(message("zonder nummer"), without_id=True)
    del telegram.world.queue.pending[-1]["update_id"]
    intake.start()
    await soon(lambda: kept.kept == 2)
    sanne.says("na het gif")
    await all_confirmed(telegram)

    assert kept.texts == ["/start", "na het gif"]
    assert len({origin for origin, *_ in kept.aside}) == 1


async def test_updates_that_never_get_an_id_do_not_make_the_bot_run_wild(telegram, intake, kept):
    telegram.injects(POISON, without_id=True)
    intake.start()
    await soon(lambda: kept.kept == 1)
    before = telegram.count("getUpdates")
    await asyncio.sleep(0.2)

    assert telegram.count("getUpdates") - before <= 0.2 / HASTE.first + 1


# The store


async def test_what_could_not_be_kept_is_fetched_again_and_what_was_kept_is_not(
    telegram, intake, kept, told, sanne
):
    for text in ("een", "twee", "drie"):
        sanne.says(text)
    kept.full_after = 2
    intake.start()
    await telegram.until(lambda: len(telegram.world.queue.pending) == 2)
    assert kept.texts == ["/start", "een"]
    assert intake.health()["trouble"].startswith("What came in could not be kept")

    kept.full_after = None
    await all_confirmed(telegram)
    await healthy(intake)

    assert kept.texts == ["/start", "een", "twee", "drie"]
    assert told().count("Telegram is heard again.") == 1
    (sentence,) = [line for line in told() if "could not be kept" in line]
    assert "free some" in sentence


async def test_a_poisoned_update_that_cannot_be_kept_is_not_lost_either(telegram, intake, kept):
    kept.full_after = 0
    telegram.injects(POISON)
    intake.start()
    await telegram.until(lambda: telegram.count("getUpdates") > 3)
    assert len(telegram.world.queue.pending) == 1

    kept.full_after = None
    await all_confirmed(telegram)

    assert len(kept.aside) == 1
