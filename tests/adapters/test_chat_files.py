"""Files come in and go out in the same way on every chat platform; and what Telegram adds."""

import pytest

from bot.domain.evidence import Media
from bot.ports import Act, Address, Fate, Outcome, Owed, Refusal
from tests.adapters.chat_worlds import on_local_chat, on_telegram
from tests.adapters.local_listening import no_file_may_grow
from tests.emulators.telegram import FETCHING
from tests.emulators.telegram_things import Upload, file_id
from tests.files import JUST_FITS, TOO_BIG, png, program, zip_bomb


@pytest.fixture(params=[on_local_chat, on_telegram], ids=["local", "telegram"])
async def world(request, tmp_path):
    async with request.param(tmp_path) as opened:
        yield opened


@pytest.fixture
async def telegram(tmp_path):
    async with on_telegram(tmp_path) as opened:
        yield opened


def keep(to: Address, media: Media, **more) -> Owed:
    return Owed("000000001-1", Act.KEEP, to, media=media, key="a", **more)


@pytest.mark.parametrize("content", [png(), JUST_FITS], ids=["small", "20 MB"])
async def test_a_file_that_was_sent_is_kept_and_can_be_sent_to_somebody(world, content):
    media = await world.noor_sends(content)

    kept = await world.channel.deliver(keep(world.noor, media))
    name = "zaak-1-bewijs-1.png"
    to_noor = Owed("000000001-2", Act.SEND_FILE, world.noor, file=kept.kept, name=name, text="Hier")
    sent = await world.channel.deliver(to_noor)

    assert (kept.fate, sent.fate) == (Fate.ACCEPTED, Fate.ACCEPTED)
    assert kept.kept.kind == "image/png"
    assert sent.message
    assert await world.files_sent_to_noor() == [(name, content, "Hier")]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (program(), Refusal.WRONG_KIND),
        (zip_bomb(), Refusal.ARCHIVE),
        (TOO_BIG, Refusal.TOO_BIG),
    ],
    ids=["program", "zip bomb", "21 MB"],
)
async def test_what_is_not_taken_in_is_refused_with_the_reason(world, content, why):
    media = await world.noor_sends(content)

    assert (await world.channel.deliver(keep(world.noor, media))).why is why


async def test_a_file_the_platform_has_not_is_refused(world):
    outcome = await world.channel.deliver(keep(world.noor, Media("nothing")))

    assert outcome.why is Refusal.FILE_GONE


async def test_a_file_that_is_gone_from_the_folder_is_refused(world):
    kept = await world.channel.deliver(keep(world.noor, await world.noor_sends(png())))
    await world.files.remove("a")

    sent = await world.channel.deliver(
        Owed("000000001-2", Act.SEND_FILE, world.noor, file=kept.kept, name="x.png")
    )

    assert sent.why is Refusal.FILE_GONE
    assert await world.files_sent_to_noor() == []


async def test_a_chat_does_not_remove_files(world):
    outcome = await world.channel.deliver(Owed("000000001-1", Act.DISCARD, world.noor, key="a"))

    assert outcome.why is Refusal.NOT_POSSIBLE


async def test_on_a_full_disk_a_file_is_fetched_again_later(telegram):
    media = await telegram.noor_sends(png())

    with no_file_may_grow():
        full = await telegram.channel.deliver(keep(telegram.noor, media))

    assert full.fate is Fate.FAILED
    assert (await telegram.channel.deliver(keep(telegram.noor, media))).fate is Fate.ACCEPTED


# What Telegram adds


def sent_by_noor(telegram, upload: Upload) -> Media:
    return Media(file_id(telegram.people["Noor"].sends_file(upload)), None, upload.kind)


async def test_telegram_itself_refuses_to_give_more_than_20_megabytes(telegram):
    media = await telegram.noor_sends(TOO_BIG)

    outcome = await telegram.channel.deliver(keep(telegram.noor, media))

    assert outcome.why is Refusal.TOO_BIG
    assert telegram.telegram.fetched == []


async def test_a_file_that_is_larger_than_telegram_says_is_cut_off(telegram):
    media = sent_by_noor(telegram, Upload("x.png", TOO_BIG, told=500))

    assert (await telegram.channel.deliver(keep(telegram.noor, media))).why is Refusal.TOO_BIG


async def test_a_fast_stream_without_end_is_cut_off(telegram):
    voice = Upload("", png() + bytes(1 << 20), "audio/ogg", "voice", told=500, pause=0)

    media = sent_by_noor(telegram, voice)

    assert (await telegram.channel.deliver(keep(telegram.noor, media))).why is Refusal.TOO_BIG


async def test_a_slow_voice_note_without_end_is_given_up_after_some_tries(telegram):
    voice = Upload("", png() + bytes(5000), "audio/ogg", "voice", told=500, pause=0.1)
    media = sent_by_noor(telegram, voice)

    first = await telegram.channel.deliver(keep(telegram.noor, media))
    last = await telegram.channel.deliver(keep(telegram.noor, media, tries=2))

    assert first.fate is Fate.FAILED
    assert last.why is Refusal.ENDLESS
    assert telegram.files.sweep(()) == []


async def test_a_file_telegram_has_not_now_is_asked_for_again_and_then_given_up(telegram):
    media = await telegram.noor_sends(png())
    words = "Bad Request: wrong file_id or the file is temporarily unavailable"
    telegram.telegram.answers_next(400, method="getFile", description=words, times=2)

    first = await telegram.channel.deliver(keep(telegram.noor, media))
    last = await telegram.channel.deliver(keep(telegram.noor, media, tries=2))

    assert first.fate is Fate.FAILED
    assert last.why is Refusal.FILE_GONE


async def test_trouble_on_the_way_means_another_try_without_a_word_of_the_token(telegram):
    media = await telegram.noor_sends(png())
    telegram.telegram.answers_next(502, method=FETCHING)
    telegram.telegram.answers_next(500, method="getFile")
    # The HTTP client itself asks a second time when a connection breaks off.
    telegram.telegram.drops_next(FETCHING, times=2)
    outcomes: list[Outcome] = [
        await telegram.channel.deliver(keep(telegram.noor, media)) for _ in range(4)
    ]

    assert [o.fate for o in outcomes] == [Fate.FAILED, Fate.FAILED, Fate.FAILED, Fate.ACCEPTED]
    assert not any(telegram.telegram.token in o.trouble for o in outcomes)


async def test_who_blocked_the_bot_gets_no_file(telegram):
    kept = await telegram.channel.deliver(keep(telegram.noor, await telegram.noor_sends(png())))
    telegram.people["Noor"].blocks_bot()

    sent = await telegram.channel.deliver(
        Owed("000000001-2", Act.SEND_FILE, telegram.noor, file=kept.kept, name="x.png")
    )

    assert sent.why is Refusal.BLOCKED
