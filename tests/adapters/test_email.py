"""Mail leaves in real SMTP conversations, and each answer of the server becomes an `Outcome`."""

import asyncio
import sys
from email.utils import parsedate_to_datetime

import pytest

from bot.adapters.email import AT_ONCE
from bot.adapters.email_message import Letterhead
from bot.ports import Act, Address, Button, Fate, Refusal
from tests.adapters.mail_examples import (
    GUARDIAN,
    NOON,
    SCHOOL,
    SENDER,
    SUBJECT,
    TEXT,
    mailer,
    notice,
)
from tests.emulators.smtp import HOST, Moment, Silence, mail_server


@pytest.fixture
async def server():
    async with mail_server() as running:
        yield running


# What arrives


async def test_a_notice_arrives_as_it_was_written(server):
    outcome = await mailer(server.port).deliver(notice())

    [letter] = server.letters
    assert letter["Subject"] == SUBJECT
    assert letter.get_content().replace("\r\n", "\n") == TEXT + "\n"
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content_charset() == "utf-8"
    [sender] = letter["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (SCHOOL, SENDER)
    assert letter["To"] == GUARDIAN
    assert letter["Reply-To"] is None
    assert letter["Auto-Submitted"] == "auto-generated"
    assert parsedate_to_datetime(letter["Date"]) == NOON
    assert outcome.fate is Fate.ACCEPTED
    assert outcome.message == letter["Message-ID"]
    assert outcome.message.endswith("@school.example>")


async def test_answers_go_where_the_school_wants_them(server):
    await mailer(server.port, reply_to="administratie@school.example").deliver(notice())

    assert server.letters[0]["Reply-To"] == "administratie@school.example"


async def test_each_guardian_has_an_envelope_alone(server):
    post = mailer(server.port)
    guardians = [f"ouder{number}@thuis.example" for number in range(8)]

    await asyncio.gather(*(post.deliver(notice(to, id=to)) for to in guardians))

    assert sorted(server.envelopes, key=str) == [
        type(server.envelopes[0])(SENDER, (to,)) for to in guardians
    ]
    assert all(len(letter["To"].addresses) == 1 for letter in server.letters)


async def test_no_more_conversations_at_once_than_a_mailbox_may_have(server):
    post = mailer(server.port)

    await asyncio.gather(*(post.deliver(notice(id=str(number))) for number in range(12)))

    assert len(server.letters) == 12
    assert 1 < server.most_at_once <= AT_ONCE


async def test_buttons_that_open_a_page_become_lines_with_its_address(server):
    page = "https://school.example/gelezen?code=4f2c"
    buttons = (
        (Button("Gelezen", link=page), Button("Later", data="later:7")),
        (Button("Chat", link="private:4f2c"), Button("Vreemd", link="javascript:alert(1)")),
        (Button("Halve", link="https://school.example/a\nBcc: x"), Button("Kapot", link="http:[")),
        (Button("Bel", link="https://school.example/\x07"),),
    )

    await mailer(server.port).deliver(notice(buttons=buttons))

    text = server.letters[0].get_content().replace("\r\n", "\n")
    assert text == f"{TEXT}\n\nGelezen:\n{page}\n"


async def test_the_name_of_the_machine_stays_at_home(server):
    await mailer(server.port).deliver(notice())

    assert server.names == ["school.example"]
    assert "Received" not in server.letters[0]


async def test_an_address_with_letters_beyond_ascii_is_written_to_where_the_server_can():
    async with mail_server(beyond_ascii=True) as server:
        outcome = await mailer(server.port).deliver(notice("jörg@thuis.example"))

        assert outcome.fate is Fate.ACCEPTED
        assert server.envelopes[0].recipients == ("jörg@thuis.example",)
        assert server.letters[0]["Subject"] == SUBJECT


async def test_an_address_with_letters_beyond_ascii_is_refused_where_the_server_cannot(server):
    outcome = await mailer(server.port).deliver(notice("jörg@thuis.example"))

    assert (outcome.fate, outcome.why) == (Fate.REFUSED, Refusal.NOT_POSSIBLE)
    assert server.letters == []


# The same mail again


async def test_a_repeat_carries_the_same_message_id_and_another_mail_does_not(server):
    post = mailer(server.port)
    others = [notice(id="batch-7/2"), notice("ander@thuis.example"), notice(text="Anders")]

    for owed in [notice(), notice(), *others]:
        await post.deliver(owed)

    first, again, *rest = (letter["Message-ID"] for letter in server.letters)
    assert first == again
    assert len({first, *rest}) == 4


async def test_a_connection_lost_after_the_text_is_doubt_and_the_repeat_can_be_recognised(server):
    post = mailer(server.port)
    server.fails(Moment.TAKEN, Silence.DROP)

    lost = await post.deliver(notice())
    server.recovers()
    repeated = await post.deliver(notice(tries=1))

    assert lost.fate is Fate.FAILED
    assert "closed the connection" in lost.trouble
    assert repeated.fate is Fate.ACCEPTED
    assert [letter["Message-ID"] for letter in server.letters] == [repeated.message] * 2


@pytest.mark.parametrize("how", [Silence.HANG, Silence.DROP, "421 4.4.2 closing"])
async def test_a_mail_that_was_taken_stays_accepted_whatever_the_goodbye(server, how):
    server.fails(Moment.GOODBYE, how)

    outcome = await mailer(server.port, timeout_seconds=0.2).deliver(notice())

    assert outcome.fate is Fate.ACCEPTED
    assert len(server.letters) == 1


# What the server refuses for good


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("550 no such user", Refusal.BAD_ADDRESS),
        ("550 5.1.1 unknown", Refusal.BAD_ADDRESS),
        ("550 5.2.1 disabled", Refusal.BAD_ADDRESS),
        ("551 moved", Refusal.BAD_ADDRESS),
        ("553 5.1.3 misspelt", Refusal.BAD_ADDRESS),
        ("556 5.1.10 takes no mail", Refusal.BAD_ADDRESS),
        ("554 5.1.2 no such domain", Refusal.BAD_ADDRESS),
        ("550 5.7.1 looks like spam", Refusal.NOT_POSSIBLE),
        ("552 5.2.2 full", Refusal.NOT_POSSIBLE),
        ("554 5.7.1 relay denied", Refusal.NOT_POSSIBLE),
        ("554 no", Refusal.NOT_POSSIBLE),
    ],
)
async def test_a_recipient_refused_for_good_is_refused_with_the_reason(server, reply, why):
    server.refuses(GUARDIAN, reply)

    outcome = await mailer(server.port).deliver(notice())

    assert (outcome.fate, outcome.why) == (Fate.REFUSED, why)
    assert server.letters == []


async def test_one_refused_guardian_leaves_the_others_alone(server):
    post = mailer(server.port)
    server.refuses(GUARDIAN, "550 5.1.1 unknown")

    refused = await post.deliver(notice())
    accepted = await post.deliver(notice("ander@thuis.example"))

    assert (refused.fate, accepted.fate) == (Fate.REFUSED, Fate.ACCEPTED)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("554 5.6.0 not like this", Refusal.NOT_POSSIBLE),
        ("550 a filter says no", Refusal.NOT_POSSIBLE),
        ("550 5.1.1 unknown after all", Refusal.BAD_ADDRESS),
    ],
)
async def test_a_text_refused_for_good_is_refused(server, reply, why):
    server.fails(Moment.TAKEN, reply)

    outcome = await mailer(server.port).deliver(notice())

    assert (outcome.fate, outcome.why) == (Fate.REFUSED, why)


async def test_a_mail_that_is_too_big_is_refused_for_good():
    async with mail_server(size_limit=5000) as server:
        outcome = await mailer(server.port).deliver(notice(text="lang " * 2000))

    assert (outcome.fate, outcome.why) == (Fate.REFUSED, Refusal.NOT_POSSIBLE)
    assert "too big" in outcome.trouble


# What may come right later


@pytest.mark.parametrize(
    ("moment", "reply"),
    [
        (Moment.GREETING, "421 4.3.2 too busy"),
        (Moment.GREETING, "554 5.7.1 go away"),
        (Moment.GREETING, "hello, this is not SMTP"),
        (Moment.SENDER, "451 4.3.0 later"),
        (Moment.SENDER, "550 5.7.60 not your address"),
        (Moment.RECIPIENT, "421 4.3.2 closing"),
        (Moment.RECIPIENT, "450 4.2.1 greylisted"),
        (Moment.RECIPIENT, "451 4.3.0 later"),
        (Moment.RECIPIENT, "452 4.2.2 full for now"),
        (Moment.RECIPIENT, "530 5.7.0 log in first"),
        (Moment.RECIPIENT, "what?"),
        (Moment.TAKEN, "451 4.3.0 later"),
        (Moment.TAKEN, "432 4.3.2 too many connections"),
        (Moment.TAKEN, "what?"),
        *((moment, how) for moment in list(Moment)[2:5] for how in Silence),
        (Moment.GREETING, Silence.HANG),
        (Moment.GREETING, Silence.DROP),
    ],
)
async def test_trouble_on_the_way_is_a_failure_and_the_next_try_succeeds(server, moment, reply):
    post = mailer(server.port, timeout_seconds=0.3)
    server.fails(moment, reply)

    failed = await post.deliver(notice())
    server.recovers()
    again = await post.deliver(notice(tries=1))

    assert (failed.fate, failed.why) == (Fate.FAILED, None)
    assert failed.trouble.startswith("The mail server ")
    assert failed.trouble.endswith(".")
    assert again.fate is Fate.ACCEPTED


async def test_a_temporary_refusal_of_one_address_is_a_failure(server):
    server.refuses(GUARDIAN, "451 4.7.1 greylisted")

    outcome = await mailer(server.port).deliver(notice())

    assert outcome.fate is Fate.FAILED
    assert "code 451" in outcome.trouble


async def test_a_server_that_is_not_there_is_a_failure():
    async with mail_server() as server:
        gone = server.port

    outcome = await mailer(gone).deliver(notice())

    assert outcome.fate is Fate.FAILED
    assert outcome.trouble == f"The mail server {HOST}:{gone} could not be reached."


@pytest.mark.parametrize("host", ["nergens.invalid", "a" * 64 + ".example", "twee..punten"])
async def test_a_server_name_that_leads_nowhere_is_a_failure(host):
    outcome = await mailer(25, host=host).deliver(notice())

    assert outcome.fate is Fate.FAILED
    assert outcome.trouble == f"The mail server {host}:25 could not be reached."


@pytest.mark.parametrize(
    ("moment", "reply", "what"),
    [
        (Moment.GREETING, "hello, this is not SMTP", "answered something that is not SMTP."),
        (Moment.GREETING, "421 busy", "turned the bot away (code 421)."),
        (Moment.SENDER, "550 no", "did not accept the bot as a sender (code 550)."),
        (
            Moment.SENDER,
            Silence.DROP,
            "closed the connection in the middle of the conversation.",
        ),
    ],
)
async def test_the_log_is_told_what_the_administrator_can_look_into(server, moment, reply, what):
    server.fails(moment, reply)

    outcome = await mailer(server.port).deliver(notice())

    assert outcome.trouble == f"The mail server {HOST}:{server.port} {what}"


async def test_a_silent_server_is_left_after_the_time_that_is_configured(server):
    server.fails(Moment.RECIPIENT, Silence.HANG)

    outcome = await mailer(server.port, timeout_seconds=0.2).deliver(notice())

    assert outcome.trouble.endswith("did not answer within 0.2 seconds.")


# What is never offered to a server


@pytest.mark.parametrize(
    ("owed", "why"),
    [
        (notice(act=Act.REMOVE), Refusal.NOT_POSSIBLE),
        (notice(subject=""), Refusal.NOT_POSSIBLE),
        (notice(subject="Bericht\r\nBcc: ander@thuis.example"), Refusal.NOT_POSSIBLE),
        (notice(None), Refusal.NO_ADDRESS),
        (notice("a@thuis.example\r\nRCPT TO:<b@thuis.example>"), Refusal.BAD_ADDRESS),
    ],
)
async def test_what_cannot_be_a_mail_is_refused_before_any_conversation(server, owed, why):
    outcome = await mailer(server.port).deliver(owed)

    assert (outcome.fate, outcome.why) == (Fate.REFUSED, why)
    assert server.names == []


# What must not leak


@pytest.mark.parametrize("code", [450, 550, 553, 554])
@pytest.mark.parametrize("moment", [Moment.SENDER, Moment.RECIPIENT, Moment.TAKEN])
async def test_no_outcome_repeats_an_address_or_a_word(server, moment, code):
    server.fails(moment, f"{code} 5.1.1 <{GUARDIAN}> Morgen een uur later {SENDER}")

    outcome = await mailer(server.port).deliver(notice())

    assert outcome.fate is not Fate.ACCEPTED
    for private in (GUARDIAN, "thuis.example", "Morgen", SENDER):
        assert private not in repr(outcome)


async def test_a_mailer_and_its_mails_show_nothing_private():
    mail = Letterhead(SCHOOL, SENDER).write(notice(), NOON)
    post = mailer(25, user="groepsmaat", password="geheim")

    for private in (GUARDIAN, SUBJECT, "Morgen", "geheim"):
        assert private not in repr(mail)
        assert private not in repr(post)
    assert GUARDIAN not in repr(Address("email", GUARDIAN))


# The server itself


async def test_the_mail_server_of_the_tests_is_reached_from_another_process(server):
    program = (
        "import smtplib, sys\n"
        "with smtplib.SMTP('127.0.0.1', int(sys.argv[1])) as smtp:\n"
        "    smtp.sendmail('a@school.example', 'b@thuis.example', 'Subject: hoi\\r\\n\\r\\nhoi')\n"
    )

    other = await asyncio.create_subprocess_exec(sys.executable, "-c", program, str(server.port))

    assert await other.wait() == 0
    assert [letter["Subject"] for letter in server.letters] == ["hoi"]
