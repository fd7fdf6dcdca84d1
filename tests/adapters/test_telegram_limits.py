"""What the bot writes on Telegram keeps the pace, chat by chat; what it tidies up never waits."""

import asyncio
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, RetryAfter
from telegram.ext import ExtBot

from bot.adapters.telegram_http import AiohttpRequest
from bot.adapters.telegram_limits import IN_PRIVATE, EndpointRateLimiter, Pace
from tests.adapters import time_lapse
from tests.emulators.telegram import TelegramEmulator

# The library warns about its own RetryAfter each time it makes one.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SANNE, SEM, MILA = 101, 102, 103
KLAS = -1001
ON_THE_WAY = 0.05
"""Seconds from a call to its answer."""


class Line:
    """A line to Telegram through a limiter, in a loop where waiting takes no time."""

    def __init__(self, **changes):
        self.limiter = EndpointRateLimiter(**changes)
        self.made = []
        self.refusals = defaultdict(list)

    async def send(self, chat, endpoint="sendMessage"):
        return await self.limiter.process_request(
            self._call, (chat,), {}, endpoint, {"chat_id": chat}, None
        )

    async def _call(self, chat):
        self.made.append((chat, asyncio.get_running_loop().time()))
        await asyncio.sleep(ON_THE_WAY)
        if self.refusals[chat]:
            raise RetryAfter(self.refusals[chat].pop(0))
        return True

    def moments(self, chat):
        return [at for called, at in self.made if called == chat]


def about(moments):
    return pytest.approx(moments, abs=0.5)


def most_within(seconds, moments):
    """Count the most calls that any stretch of so many seconds holds."""
    return max(sum(first <= at < first + seconds * 0.9999 for at in moments) for first in moments)


# Pace, on a clock that runs by itself

PEOPLE = st.integers(1000, 1060)
GROUPS = st.sampled_from([KLAS, -1002, -1003])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(PEOPLE | GROUPS, min_size=1, max_size=60),
            st.sampled_from([0, 0.01, 0.3, 2, 40]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_however_much_there_is_to_say_no_limit_of_telegram_is_passed(rushes):
    line = Line()

    async def story():
        calls = []
        for chats, pause in rushes:
            calls += [asyncio.ensure_future(line.send(chat)) for chat in chats]
            await asyncio.sleep(pause)
        await asyncio.gather(*calls)

    time_lapse.run(story())

    assert len(line.made) == sum(len(chats) for chats, _ in rushes)
    assert most_within(1, [at for _, at in line.made]) <= 30
    for chat in {chat for chat, _ in line.made}:
        if chat < 0:
            assert most_within(60, line.moments(chat)) <= 20
        else:
            assert most_within(10, line.moments(chat)) <= 10 + IN_PRIVATE.burst


def test_a_message_to_a_hundred_people_takes_four_seconds_and_no_second_of_them_is_too_full():
    line = Line()

    async def story():
        await asyncio.gather(*(line.send(person) for person in range(1000, 1100)))

    time_lapse.run(story())

    moments = [at for _, at in line.made]
    assert moments[-1] == pytest.approx((100 - 5) / 25, abs=0.1)
    assert most_within(1, moments) <= 30


def test_a_group_never_gets_more_than_twenty_posts_in_a_minute():
    line = Line()

    async def story():
        await asyncio.gather(*(line.send(KLAS) for _ in range(905)))

    time_lapse.run(story())

    assert most_within(60, line.moments(KLAS)) <= 20
    assert line.moments(KLAS)[-1] == pytest.approx(3600, abs=1)


def test_a_private_chat_hears_a_short_burst_and_then_one_each_second():
    line = Line()

    async def story():
        await asyncio.gather(*(line.send(SANNE) for _ in range(6)))

    time_lapse.run(story())

    assert line.moments(SANNE) == pytest.approx([0, 0.05, 0.1, 1, 2, 3], abs=0.1)


def test_a_busy_chat_does_not_keep_another_one_waiting():
    line = Line()

    async def story():
        posts = [asyncio.ensure_future(line.send(KLAS)) for _ in range(40)]
        await asyncio.sleep(10)
        await line.send(SANNE)
        await asyncio.gather(*posts)

    time_lapse.run(story())

    assert line.moments(SANNE) == about([10])


@pytest.mark.parametrize("endpoint", ["sendMessage", "copyMessage", "editMessageText"])
def test_what_writes_is_slowed_down(endpoint):
    line = Line()

    async def story():
        await asyncio.gather(*(line.send(KLAS, endpoint) for _ in range(30)))

    time_lapse.run(story())

    assert line.moments(KLAS)[-1] > 60


@pytest.mark.parametrize(
    "endpoint",
    [
        "deleteMessage",
        "banChatMember",
        "restrictChatMember",
        "approveChatJoinRequest",
        "declineChatJoinRequest",
        "answerCallbackQuery",
        "getChat",
        "editChatInviteLink",
    ],
)
def test_what_does_not_write_never_waits(endpoint):
    line = Line()

    async def story():
        posts = [asyncio.ensure_future(line.send(KLAS)) for _ in range(30)]
        await asyncio.gather(*(line.send(KLAS, endpoint) for _ in range(200)))
        assert asyncio.get_running_loop().time() < 1
        await asyncio.gather(*posts)

    time_lapse.run(story())


# 429, on the same clock


def test_asking_who_is_in_takes_its_time_over_all_groups_and_keeps_no_word_waiting():
    line = Line()
    groups = [KLAS, -1002, -1003]

    async def story():
        asked = [asyncio.ensure_future(line.send(g, "getChatMember")) for g in groups * 35]
        await asyncio.sleep(3)
        await line.send(SANNE)
        await asyncio.gather(*asked)

    time_lapse.run(story())

    moments = sorted(at for group in groups for at in line.moments(group))
    assert moments[-1] == pytest.approx((3 * 35 - 5) / 5, abs=0.1)
    assert most_within(1, moments) <= 10
    assert line.moments(SANNE) == pytest.approx([3], abs=0.1)


def test_a_limited_chat_waits_as_long_as_told_in_order_and_the_others_do_not():
    line = Line()
    line.refusals[SANNE] = [30]

    async def story():
        first = asyncio.ensure_future(line.send(SANNE))
        second = asyncio.ensure_future(line.send(SANNE))
        await asyncio.sleep(5)
        await line.send(SEM)
        assert not first.done()
        await asyncio.gather(first, second)

    time_lapse.run(story())

    assert line.moments(SEM) == about([5])
    assert line.moments(SANNE) == about([0, 30, 30])


def test_when_a_second_chat_is_limited_meanwhile_every_chat_waits():
    line = Line()
    line.refusals[SANNE] = [30]
    line.refusals[SEM] = [40]

    async def story():
        limited = [asyncio.ensure_future(line.send(chat)) for chat in (SANNE, SEM)]
        await asyncio.sleep(5)
        await line.send(MILA)
        await asyncio.gather(*limited)

    time_lapse.run(story())

    assert line.moments(MILA) == about([40])


def test_two_limits_after_each_other_are_two_limited_chats():
    line = Line()
    line.refusals[SANNE] = [5]
    line.refusals[SEM] = [5]

    async def story():
        await line.send(SANNE)
        limited = asyncio.ensure_future(line.send(SEM))
        await asyncio.sleep(1)
        await line.send(MILA)
        await limited

    time_lapse.run(story())

    assert line.moments(MILA) == about([6])


@pytest.mark.parametrize("endpoint", ["sendMessage", "deleteMessage"])
def test_a_limit_that_stays_is_handed_to_the_caller_after_three_more_tries(endpoint):
    line = Line()
    line.refusals[SANNE] = [2] * 9

    async def story():
        with pytest.raises(RetryAfter):
            await line.send(SANNE, endpoint)

    time_lapse.run(story())

    assert line.moments(SANNE) == about([0, 2, 4, 6])


@pytest.mark.parametrize("endpoint", ["sendMessage", "deleteMessage"])
def test_a_long_limit_is_not_waited_out(endpoint):
    line = Line(patience_seconds=60)
    line.refusals[SANNE] = [61]

    async def story():
        with pytest.raises(RetryAfter, match="Retry in 61 seconds"):
            await line.send(SANNE, endpoint)
        assert asyncio.get_running_loop().time() < 1

    time_lapse.run(story())


def test_until_a_long_limit_is_over_the_chat_is_left_alone():
    line = Line(patience_seconds=60)
    line.refusals[SANNE] = [600]

    async def story():
        for left in (600, 500):
            with pytest.raises(RetryAfter, match=f"Retry in {left} seconds"):
                await line.send(SANNE)
            await line.send(SEM)
            await asyncio.sleep(100)
        await asyncio.sleep(400)
        await line.send(SANNE)

    time_lapse.run(story())

    assert line.moments(SANNE) == about([0, 600])


def test_chats_at_rest_are_forgotten_and_limited_ones_are_not():
    line = Line(patience_seconds=60)
    line.refusals[SANNE] = [5000]

    async def story():
        with pytest.raises(RetryAfter):
            await line.send(SANNE)
        for stranger in range(1000, 2500):
            await line.send(stranger)
            await asyncio.sleep(1)
        with pytest.raises(RetryAfter):
            await line.send(SANNE)

    time_lapse.run(story())

    assert len(line.limiter._lanes) <= 500


# The same on the wire


@pytest.fixture
async def telegram():
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
async def bot(telegram):
    one_post = Pace(burst=1, each=1, seconds=60)
    limiter = EndpointRateLimiter(in_a_group=one_post, patience_seconds=5)
    request = AiohttpRequest()
    bot = ExtBot(telegram.token, telegram.bot_url, request=request, rate_limiter=limiter)
    async with bot:
        yield bot


async def test_tidying_up_and_admitting_never_queue_behind_a_post(telegram, bot):
    juf, sanne, sem = (telegram.person(name) for name in ("Noor", "Sanne", "Sem"))
    klas = telegram.group("7B", owner=juf, members=[sanne])
    juf.adds_bot(klas)
    juf.makes_bot_admin(klas)
    said = [sanne.says(f"/meld {number}", klas) for number in range(30)]
    sem.requests_to_join(klas)
    await bot.send_message(klas.id, "een")
    second_post = asyncio.create_task(bot.send_message(klas.id, "twee"))

    for message in said:
        await bot.delete_message(klas.id, message.id)
    await bot.approve_chat_join_request(klas.id, sem.id)
    await bot.ban_chat_member(klas.id, sanne.id)

    assert not second_post.done()
    second_post.cancel()


async def test_a_limit_on_the_wire_is_waited_out_or_told(telegram, bot):
    sanne = telegram.person("Sanne")
    sanne.starts()
    telegram.answers_next(429, method="sendMessage", retry_after=1)
    telegram.answers_next(429, method="sendMessage", retry_after=600)

    with pytest.raises(RetryAfter, match="600"):
        await bot.send_message(sanne.id, "hoi")

    first, second = (call.at for call in telegram.calls_of("sendMessage"))
    assert second - first >= 1


async def test_any_other_refusal_is_not_tried_again(telegram, bot):
    sanne = telegram.person("Sanne")
    sanne.starts()
    with pytest.raises(BadRequest):
        await bot.send_message(sanne.id, "a" * 4097)
    assert telegram.count("sendMessage") == 1
