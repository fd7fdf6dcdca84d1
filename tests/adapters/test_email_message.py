"""A letter holds what was handed in and nothing else, for whatever is handed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.email_message import CannotBeMailedError, Letterhead
from bot.ports import Act, Fate, Refusal
from tests.adapters.mail_examples import NOON, SCHOOL, SENDER, notice


@pytest.mark.parametrize(
    ("owed", "why"),
    [
        *((notice(act=act), Refusal.NOT_POSSIBLE) for act in Act if act is not Act.SEND),
        (notice(subject=""), Refusal.NOT_POSSIBLE),
        (notice(subject="  "), Refusal.NOT_POSSIBLE),
        (notice(subject="Bericht\r\nBcc: ander@thuis.example"), Refusal.NOT_POSSIBLE),
        (notice(subject="Bericht\nBcc: ander@thuis.example"), Refusal.NOT_POSSIBLE),
        (notice(subject="Bericht\u2028Bcc: ander@thuis.example"), Refusal.NOT_POSSIBLE),
        (notice(text="half \ud83d"), Refusal.NOT_POSSIBLE),
        (notice(None), Refusal.NO_ADDRESS),
        (notice(""), Refusal.BAD_ADDRESS),
        (notice("geen adres"), Refusal.BAD_ADDRESS),
        (notice("4711"), Refusal.BAD_ADDRESS),
        (notice("a@b@thuis.example"), Refusal.BAD_ADDRESS),
        (notice("a@thuis.example, b@thuis.example"), Refusal.BAD_ADDRESS),
        (notice("Noor <noor@thuis.example>"), Refusal.BAD_ADDRESS),
        (notice("a@thuis.example\r\nRCPT TO:<b@thuis.example>"), Refusal.BAD_ADDRESS),
        (notice("a@thuis.example\nBcc: b@thuis.example"), Refusal.BAD_ADDRESS),
        (notice("a@thuis.example\x00"), Refusal.BAD_ADDRESS),
        (notice("a\ud83d@thuis.example"), Refusal.BAD_ADDRESS),
    ],
)
def test_what_cannot_be_a_mail_is_refused_with_the_reason(owed, why):
    with pytest.raises(CannotBeMailedError) as refused:
        Letterhead(SCHOOL, SENDER).write(owed, NOON)

    outcome = refused.value.outcome
    assert (outcome.fate, outcome.why) == (Fate.REFUSED, why)
    assert outcome.trouble
    assert "thuis" not in repr(outcome)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sender": "geen adres"},
        {"sender": "a@school.example\nBcc: b@thuis.example"},
        {"school": "De Vuurtoren\r\nBcc: b@thuis.example"},
        {"reply_to": "Juf Ada"},
    ],
)
def test_a_letterhead_that_could_forge_headers_is_not_made(wrong):
    with pytest.raises(ValueError, match=r"address|name"):
        Letterhead(**{"school": SCHOOL, "sender": SENDER, **wrong})


@given(
    to=st.text() | st.emails(),
    subject=st.text(st.characters()),
    text=st.text(st.characters()),
)
def test_whatever_is_handed_in_a_mail_has_one_recipient_and_no_header_of_strangers(
    to, subject, text
):
    owed = notice(to, subject=subject, text=text)
    try:
        mail = Letterhead(SCHOOL, SENDER).write(owed, NOON)
    except CannotBeMailedError:
        return

    head = mail.message.as_bytes().partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if line[:1] not in b" \t"]
    assert sorted(names) == sorted(
        [
            *(b"From", b"To", b"Subject", b"Date", b"Message-ID", b"Auto-Submitted"),
            *(b"MIME-Version", b"Content-Type", b"Content-Transfer-Encoding"),
        ]
    )
    assert len(mail.message["To"].addresses) == 1


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n")))
def test_every_text_comes_out_as_it_went_in(text):
    mail = Letterhead(SCHOOL, SENDER).write(notice(text=text), NOON)

    assert mail.message.get_content().replace("\r\n", "\n") == text.rstrip("\n") + "\n"
    assert mail.message.as_bytes().isascii()
    assert max(map(len, mail.message.as_bytes().split(b"\r\n"))) <= 998
