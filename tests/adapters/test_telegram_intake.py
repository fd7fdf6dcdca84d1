"""What happens on Telegram is handed in, kept, and only then confirmed, whatever goes wrong."""

import asyncio
import json
import logging
from collections.abc import Callable

import pytest

from bot.adapters.telegram import make_bot
from bot.adapters.telegram_intake import Pace, TelegramIntake
from bot.adapters.telegram_updates import UnreadableUpdateError
from bot.ports import Happening, Incoming, StoreError
from tests.adapters.telegram_examples import message
from tests.emulators.telegram import TelegramEmulator

# The library warns about its own RetryAfter each time it makes one.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

HASTE = Pace(
    long_poll=1, patience=0.2, first=0.02, growth=1.5, longest=0.1, conflict=0.05, mending=0.05
)

ASKED_FOR = ["callback_query", "chat_join_request", "chat_member", "message", "my_chat_member"]


class Kept:
    """What the engine would have kept, in the order of coming in."""

    def __init__(self):
        self.incoming: list[Incoming] = []
        self.aside: list[tuple[str, str, str, Exception]] = []
        self.full_after: int | None = None
        self.breaks_on: str | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def take(self, incoming: Incoming) -> None:
        if incoming.text == self.breaks_on:
            raise LookupError
        await self._keep(self.incoming, incoming)

    async def set_aside(self, origin: str, platform: str, raw: str, error: Exception) -> None:
        await self._keep(self.aside, (origin, platform, raw, error))

    async def _keep(self, where, what) -> None:
        # As the engine does: in memory at once, on disk later or not at all.
        where.append(what)
        full = self.full_after is not None and self.kept > self.full_after
        await self.gate.wait()
        await asyncio.sleep(0)
        if full:
            where.remove(what)
            raise StoreError("There is no room left in the data folder: free some.")

    @property
    def kept(self) -> int:
        return len(self.incoming) + len(self.aside)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.incoming]


@pytest.fixture
async def telegram():
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
async def bot(telegram):
    bot = make_bot(telegram.token, telegram.bot_url, telegram.file_url, read_timeout_seconds=0.3)
    yield bot
    await bot.shutdown()


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
async def intake(bot, kept):
    intake = TelegramIntake(
        bot, kept.take, kept.set_aside, commands=[("mag", "Mag dit?")], pace=HASTE
    )
    yield intake
    await intake.stop()


@pytest.fixture
def sanne(telegram):
    person = telegram.person("Sanne")
    person.starts()
    return person


@pytest.fixture
def told(caplog):
    caplog.set_level(logging.INFO)
    return lambda: [
        record.getMessage() for record in caplog.records if record.name.startswith("bot.")
    ]


def all_confirmed(telegram):
    return telegram.until(lambda: not telegram.world.queue.pending)


async def soon(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110 (health is asked for, it tells nobody by itself)
            await asyncio.sleep(0.005)


async def healthy(intake, *, well: bool = True):
    await soon(lambda: intake.health()["ok"] is well)


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


POISON = {"callback_query": {"id": "1", "from": {"id": "geheim"}}}


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


# Telegram and the way to it


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (401, "Telegram does not know the bot's token"),
        (404, "Telegram does not know the bot's token"),
        (409, "Another process fetches this bot's updates"),
        (429, "Telegram asks the bot to fetch updates less often"),
        (500, "Telegram or the way to it has trouble (NetworkError)"),
        (502, "Telegram or the way to it has trouble (NetworkError)"),
    ],
)
@pytest.mark.usefixtures("sanne")
async def test_each_trouble_is_told_once_and_the_bot_goes_on_when_it_is_over(
    telegram, intake, kept, told, code, sentence
):
    times = 1 if code == 429 else 3
    retry_after = 1 if code == 429 else None
    telegram.answers_next(code, method="getUpdates", times=times, retry_after=retry_after)
    intake.start()
    await telegram.until(lambda: telegram.count("getUpdates") == times)
    await all_confirmed(telegram)
    await healthy(intake)

    assert kept.texts == ["/start"]
    assert [line.startswith(sentence) for line in told()].count(True) == 1
    assert told().count("Telegram is heard again.") == 1
    assert intake.health()["trouble"] == ""


@pytest.mark.parametrize("code", [401, 404, 500])
@pytest.mark.usefixtures("sanne")
async def test_a_start_while_telegram_refuses_is_a_start_all_the_same(telegram, intake, kept, code):
    telegram.answers_next(code, method="getMe", times=3)
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start"]


async def test_a_withdrawn_token_makes_the_bot_unhealthy_although_the_loop_runs(
    telegram, intake, told
):
    intake.start()
    await healthy(intake)
    telegram.answers_next(401, method="getUpdates", times=10_000)
    telegram.another_bot_polls()
    await healthy(intake, well=False)

    health = intake.health()
    assert "[telegram] token_file" in health["trouble"]
    assert health["seconds_since_last_success"] is not None
    telegram.recovers()
    await healthy(intake)
    assert telegram.token not in " ".join(told())


async def test_silence_makes_the_bot_unhealthy_before_anybody_mends_anything(telegram, bot, kept):
    never_answered = Pace(long_poll=0, patience=0.05, first=0.02, longest=0.02)
    intake = TelegramIntake(bot, kept.take, kept.set_aside, pace=never_answered)
    assert intake.health() == {"ok": False, "seconds_since_last_success": None, "trouble": ""}
    intake.start()
    await healthy(intake)
    telegram.hangs_next("getUpdates", times=10_000)
    await healthy(intake, well=False)

    assert intake.health()["trouble"].startswith("Telegram does not answer in time")
    await intake.stop()


async def test_a_connection_that_hangs_or_breaks_is_left_and_made_anew(
    telegram, intake, kept, sanne
):
    telegram.hangs_next("getUpdates")
    telegram.drops_next("getUpdates", times=2)
    intake.start()
    await all_confirmed(telegram)
    await telegram.goes_down()
    sanne.says("terwijl Telegram weg was")
    await asyncio.sleep(0.3)
    await telegram.comes_back()
    await all_confirmed(telegram)

    assert kept.texts == ["/start", "terwijl Telegram weg was"]


async def test_a_second_process_with_the_same_token_is_told(telegram, intake, told):
    intake.start()
    await healthy(intake)
    await telegram.until(lambda: telegram.count("getUpdates") == 2)
    telegram.another_bot_polls()
    await telegram.until(lambda: telegram.count("getUpdates") == 3)

    (sentence,) = [line for line in told() if "(409)" in line]
    assert "stop the other one" in sentence


@pytest.mark.parametrize(
    "body", [b"<html>welcome</html>", b'{"ok": true, "result": {}}', b'{"ok": false}', b"[]"]
)
@pytest.mark.usefixtures("sanne")
async def test_an_answer_without_sense_is_trouble_and_no_end(telegram, intake, kept, body):
    telegram.answers_next(200, method="getUpdates", body=body, times=2)
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start"]


@pytest.mark.usefixtures("sanne")
async def test_a_list_of_commands_that_is_refused_keeps_nobody_waiting(
    telegram, intake, told, kept
):
    telegram.answers_next(400, method="setMyCommands")
    intake.start()
    await all_confirmed(telegram)

    assert kept.texts == ["/start"]
    assert any("list of commands" in line for line in told())


@pytest.mark.parametrize("privacy_mode", [True, False])
async def test_privacy_mode_is_pointed_out(kept, told, privacy_mode):
    async with TelegramEmulator(privacy_mode=privacy_mode) as telegram:
        bot = make_bot(telegram.token, telegram.bot_url, telegram.file_url)
        intake = TelegramIntake(bot, kept.take, kept.set_aside, pace=HASTE)
        intake.start()
        await healthy(intake)
        await intake.stop()
        await bot.shutdown()

    assert any("Privacy mode is on for @groepsmaat_bot" in line for line in told()) is privacy_mode


async def test_no_log_line_holds_the_token_or_what_was_said(telegram, intake, kept, sanne, caplog):
    caplog.set_level(logging.DEBUG)
    kept.breaks_on = "geheim"
    sanne.says("geheim")
    for code in (401, 409, 500):
        telegram.answers_next(code, method="getUpdates")
    telegram.drops_next("getUpdates")
    telegram.injects(POISON)
    intake.start()
    await all_confirmed(telegram)

    assert telegram.token not in caplog.text
    assert "geheim" not in caplog.text
    assert str(sanne.id) not in caplog.text
