"""The folder of evidence: sealed on arrival, bounded, of allowed kinds only, and swept."""

import base64
import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.evidence_folder import PIECE, EvidenceFolder
from bot.adapters.file_kinds import kind_of
from bot.adapters.sealing import PieceSeal, SealBrokenError
from bot.domain.evidence import ENDINGS, LARGEST
from bot.ports import (
    Act,
    Address,
    Fate,
    FileRefusedError,
    NoSuchFileError,
    Owed,
    Refusal,
    StoreError,
)
from tests.adapters.local_listening import no_file_may_grow
from tests.files import ALLOWED, ARCHIVES, CANARY, JUST_FITS, OTHERS, TOO_BIG, png, zip_bomb


@pytest.fixture
def folder(tmp_path):
    return EvidenceFolder(tmp_path / "evidence")


async def arriving(content: bytes, part: int = 60_000) -> AsyncIterator[bytes]:
    for start in range(0, len(content), part):
        yield content[start : start + part]


async def whole(folder, file) -> bytes:
    return b"".join([piece async for piece in folder.read(file)])


def on_disk(folder) -> list[str]:
    return sorted(path.name for path in folder._folder.glob("*"))


async def refusal_of(folder, parts) -> Refusal:
    with pytest.raises(FileRefusedError) as refused:
        await folder.take_in("a", parts)
    return refused.value.why


@pytest.mark.parametrize("name", ALLOWED)
async def test_an_allowed_file_is_known_by_its_content_and_comes_back_as_it_was(folder, name):
    kind, content = ALLOWED[name]

    kept = await folder.take_in("a", arriving(content))

    assert (kept.kind, kept.size) == (kind, len(content))
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert await whole(folder, kept) == content
    assert kind in ENDINGS


@pytest.mark.parametrize("size", [PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7])
@pytest.mark.parametrize("part", [1000, 65_536, 10 * PIECE])
async def test_a_file_of_any_length_comes_back_as_it_was(folder, size, part):
    content = (png() + bytes(size))[:size]

    kept = await folder.take_in("a", arriving(content, part))

    assert await whole(folder, kept) == content


@pytest.mark.parametrize("name", OTHERS)
async def test_what_is_no_picture_sound_or_letter_is_refused_whatever_it_is_called(folder, name):
    assert await refusal_of(folder, arriving(OTHERS[name])) is Refusal.WRONG_KIND
    assert on_disk(folder) == []


@pytest.mark.parametrize("name", ARCHIVES)
async def test_what_holds_other_files_is_refused_unopened(folder, name):
    assert await refusal_of(folder, arriving(ARCHIVES[name])) is Refusal.ARCHIVE


async def test_a_zip_bomb_is_refused_unopened(folder):
    assert await refusal_of(folder, arriving(zip_bomb())) is Refusal.ARCHIVE
    assert on_disk(folder) == []


async def test_an_empty_file_is_refused(folder):
    assert await refusal_of(folder, arriving(b"")) is Refusal.EMPTY


async def test_21_megabytes_are_too_many_and_20_are_not(folder):
    assert await refusal_of(folder, arriving(TOO_BIG)) is Refusal.TOO_BIG
    assert on_disk(folder) == []
    assert (await folder.take_in("a", arriving(JUST_FITS))).size == len(JUST_FITS)


async def test_a_stream_without_end_is_read_no_further_than_the_bound(folder):
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        yield png()
        while True:
            read += 100_000
            yield bytes(100_000)

    assert await refusal_of(folder, endless()) is Refusal.TOO_BIG
    assert read <= LARGEST + 100_000
    assert on_disk(folder) == []


@given(head=st.binary(max_size=300))
def test_whatever_comes_is_allowed_or_refused_and_breaks_nothing(head):
    why = None
    try:
        kind = kind_of(head)
    except FileRefusedError as error:
        kind, why = "", error.why

    assert kind in ENDINGS or why in {Refusal.EMPTY, Refusal.WRONG_KIND, Refusal.ARCHIVE}


async def test_nothing_of_a_file_is_on_the_disk_in_clear_also_not_while_it_comes_in(folder):
    seen: list[bytes] = []

    async def watched() -> AsyncIterator[bytes]:
        for _ in range(12):
            yield png() + CANARY * 4000
            seen.extend(p.read_bytes() for p in folder._folder.glob("*"))

    kept = await folder.take_in("a", watched())

    seen.append((folder._folder / "a").read_bytes())
    assert sum(map(len, seen)) > kept.size
    assert not any(CANARY in content or b"\x89PNG\r\n" in content for content in seen)


async def test_two_files_have_two_keys_and_none_opens_the_other(folder):
    first = await folder.take_in("a", arriving(png()))
    second = await folder.take_in("b", arriving(png()))

    assert first.secret != second.secret
    assert len(base64.b64decode(first.secret)) == 32
    assert first.secret not in repr(first)
    with pytest.raises(NoSuchFileError):
        await whole(folder, replace(first, secret=second.secret))
    (folder._folder / "a").rename(folder._folder / "c")
    with pytest.raises(NoSuchFileError):
        await whole(folder, replace(first, key="c"))


@pytest.mark.parametrize("cut", [1, 16, PIECE + 16, PIECE + 20])
async def test_a_file_that_was_cut_short_or_changed_does_not_open(folder, cut):
    kept = await folder.take_in("a", arriving(png() + bytes(2 * PIECE)))
    path = folder._folder / "a"
    sealed = path.read_bytes()

    path.write_bytes(sealed[:-cut])
    with pytest.raises(NoSuchFileError):
        await whole(folder, kept)
    path.write_bytes(sealed[:cut] + bytes([sealed[cut] ^ 1]) + sealed[cut + 1 :])
    with pytest.raises(NoSuchFileError):
        await whole(folder, kept)


def test_pieces_can_not_be_swapped_repeated_or_left_out():
    seal = PieceSeal(PieceSeal.new_key(), "a")
    first, last = seal.seal(b"one", 0, last=False), seal.seal(b"two", 1, last=True)

    assert (seal.open(first, 0, last=False), seal.open(last, 1, last=True)) == (b"one", b"two")
    for piece, number, is_last in ((first, 1, False), (first, 0, True), (last, 0, True)):
        with pytest.raises(SealBrokenError):
            seal.open(piece, number, last=is_last)


async def test_a_second_try_takes_the_place_of_the_first(folder):
    await folder.take_in("a", arriving(png(b"first")))
    kept = await folder.take_in("a", arriving(png(b"second")))

    assert on_disk(folder) == ["a"]
    assert await whole(folder, kept) == png(b"second")


async def test_what_breaks_off_half_way_leaves_nothing(folder):
    async def broken() -> AsyncIterator[bytes]:
        yield png() + bytes(2 * PIECE)
        raise ConnectionResetError

    with pytest.raises((StoreError, ConnectionResetError)):
        await folder.take_in("a", broken())
    assert on_disk(folder) == []


async def test_on_a_full_disk_nothing_is_left_and_the_sentence_says_what_to_do(folder):
    with no_file_may_grow(), pytest.raises(StoreError, match=r"make room|Raise the limit"):
        await folder.take_in("a", arriving(png()))
    assert on_disk(folder) == []

    assert await whole(folder, await folder.take_in("a", arriving(png()))) == png()


async def test_evidence_leaves_room_on_the_disk_for_the_reports_themselves(tmp_path):
    folder = EvidenceFolder(tmp_path / "evidence", kept_free=1 << 62)

    with pytest.raises(StoreError, match=r"nearly full.*make room"):
        await folder.take_in("a", arriving(png()))

    assert on_disk(folder) == []
    assert (await folder.put("dossier", b"%PDF", "application/pdf")).size == len(b"%PDF")


async def test_what_the_bot_made_itself_is_kept_like_all_else(folder):
    kept = await folder.put("dossier", b"%PDF-1.7 " + CANARY, "application/pdf")

    assert await whole(folder, kept) == b"%PDF-1.7 " + CANARY
    assert CANARY not in (folder._folder / "dossier").read_bytes()
    assert await whole(folder, await folder.put("nothing", b"", "text/plain")) == b""


async def test_removing_is_owed_like_everything_else_and_may_be_done_twice(folder):
    kept = await folder.take_in("a", arriving(png()))
    gone = Owed("000000001-1", Act.DISCARD, Address("files", "a"), key="a")

    assert (await folder.deliver(gone)).fate is Fate.ACCEPTED
    assert (await folder.deliver(gone)).fate is Fate.ACCEPTED
    assert on_disk(folder) == []
    with pytest.raises(NoSuchFileError):
        await whole(folder, kept)


async def test_the_folder_says_nothing_and_sends_nothing(folder):
    for act in set(Act) - {Act.DISCARD}:
        outcome = await folder.deliver(Owed("000000001-1", act, Address("files", "a"), text="x"))
        assert outcome.why is Refusal.NOT_POSSIBLE


async def test_a_sweep_removes_what_nobody_knows_and_names_what_is_missing(folder):
    for key in ("known", "coming", "orphan", "Or/phan"):
        await folder.take_in(key, arriving(png()))
    (folder._folder / "known.tmp").write_bytes(b"half")
    (folder._folder / "README").write_bytes(b"of somebody else")

    missing = folder.sweep({"known", "lost"}, {"coming", "still to come"})

    assert missing == ["lost"]
    assert on_disk(folder) == ["README", "coming", "known"]


def test_a_sweep_of_a_folder_that_is_not_there_names_all_as_missing(folder):
    assert folder.sweep({"lost"}) == ["lost"]
    assert folder.sweep(()) == []
