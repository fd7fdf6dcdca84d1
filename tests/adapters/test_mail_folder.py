"""The example school's mail: whole files in a folder, and a list of them for the page."""

import asyncio
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from bot.adapters.mail_folder import Letter, MailFolder
from bot.ports import Act, Button, Fate, Refusal
from tests.adapters.mail_examples import (
    GUARDIAN,
    NOON,
    SCHOOL,
    SENDER,
    SUBJECT,
    TEXT,
    StillClock,
    notice,
)


@pytest.fixture
def clock():
    return StillClock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "outbox"


@pytest.fixture
def post(folder, clock):
    return MailFolder(folder, SENDER, clock, SCHOOL)


async def test_a_mail_becomes_a_file_that_any_mail_program_opens(post, folder):
    outcome = await post.deliver(notice())

    [path] = folder.iterdir()
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert path.suffix == ".eml"
    assert message["Subject"] == SUBJECT
    assert message["From"].addresses[0].display_name == SCHOOL
    assert (outcome.fate, outcome.message) == (Fate.ACCEPTED, message["Message-ID"])


async def test_the_page_reads_the_letter_as_its_reader_would(post):
    link = Button("Gelezen", link="http://127.0.0.1:8765/gelezen/4f2c")

    await post.deliver(notice(buttons=((link,),)))

    assert post.letters() == [Letter(GUARDIAN, SUBJECT, f"{TEXT}\n\nGelezen:\n{link.link}\n", NOON)]


async def test_an_address_with_letters_beyond_ascii_stands_in_the_file_and_is_read_back(
    post, folder
):
    await post.deliver(notice("jörg@thuis.example"))

    [path] = folder.iterdir()
    assert "To: jörg@thuis.example\r\n".encode() in path.read_bytes()
    assert [letter.to for letter in post.letters()] == ["jörg@thuis.example"]


async def test_the_newest_letter_comes_first_also_within_one_second(post, clock):
    for number in range(12):
        await post.deliver(notice(id=str(number), subject=f"Bericht {number}"))
    clock.moves_to(NOON - timedelta(hours=1))
    await post.deliver(notice(subject="Na de wintertijd"))

    subjects = [letter.subject for letter in post.letters()]
    assert subjects == ["Na de wintertijd", *(f"Bericht {number}" for number in range(11, -1, -1))]


async def test_a_repeat_is_accepted_and_not_written_again(post, folder, clock):
    first = await post.deliver(notice())
    clock.moves_to(NOON + timedelta(hours=1))

    restarted = MailFolder(folder, SENDER, clock, SCHOOL)
    again = [await box.deliver(notice(tries=1)) for box in (post, restarted)]

    assert [first, first] == again
    assert [letter.at for letter in restarted.letters()] == [NOON]


async def test_mails_written_at_the_same_time_are_all_there_once(post, folder):
    owed = [notice(id=str(number % 20)) for number in range(40)]

    outcomes = await asyncio.gather(*map(post.deliver, owed))

    assert {outcome.fate for outcome in outcomes} == {Fate.ACCEPTED}
    assert len({outcome.message for outcome in outcomes}) == 20
    assert len(list(folder.iterdir())) == 20


async def test_what_a_killed_process_left_half_written_is_no_letter_and_does_no_harm(post, folder):
    folder.mkdir(parents=True)
    (folder / "unfinished.tmp").write_bytes(b"To: half")
    (folder / "notes.eml").write_bytes(b"Somebody keeps a note here.")

    assert post.letters() == []
    await post.deliver(notice())

    assert [letter.to for letter in post.letters()] == [GUARDIAN]
    assert not (folder / "unfinished.tmp").exists()
    assert (folder / "notes.eml").exists()


def test_a_folder_that_is_not_there_yet_holds_no_letters(post, folder):
    assert post.letters() == []
    assert not folder.exists()


async def test_file_names_and_letters_show_nothing_private(post, folder):
    await post.deliver(notice(id="reach:noor.de.vries"))

    shown = " ".join([*(path.name for path in folder.iterdir()), *map(repr, post.letters())])
    for private in ("noor", "thuis", "Bericht", "Morgen"):
        assert private not in shown


async def test_only_the_owner_of_the_process_reads_the_files(post, folder):
    await post.deliver(notice())

    [path] = folder.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


async def test_a_folder_that_cannot_be_made_is_a_failure_and_comes_right_later(post, folder):
    folder.parent.write_bytes(b"a file where a folder should be")

    failed = await post.deliver(notice())
    folder.parent.unlink()
    again = await post.deliver(notice(tries=1))

    assert failed.fate is Fate.FAILED
    assert str(folder) in failed.trouble
    assert "thuis" not in failed.trouble
    assert again.fate is Fate.ACCEPTED


@pytest.mark.parametrize(
    ("owed", "why"),
    [
        (notice(act=Act.REMOVE), Refusal.NOT_POSSIBLE),
        (notice(subject=""), Refusal.NOT_POSSIBLE),
        (notice(None), Refusal.NO_ADDRESS),
        (notice("geen adres"), Refusal.BAD_ADDRESS),
        (notice("a@thuis.example\nBcc: b@thuis.example"), Refusal.BAD_ADDRESS),
    ],
)
async def test_what_cannot_be_a_mail_is_refused_and_leaves_no_file(post, folder, owed, why):
    outcome = await post.deliver(owed)

    assert (outcome.fate, outcome.why) == (Fate.REFUSED, why)
    assert not folder.exists()
