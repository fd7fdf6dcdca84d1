"""E-mail over SMTP: each mail to one mailbox, in a conversation of its own."""

import asyncio
import re
import ssl
from typing import Literal

import aiosmtplib

from bot.adapters.email_message import CannotBeMailedError, Letterhead, Mail
from bot.ports import Clock, Fate, Outcome, Owed, Refusal

Security = Literal["starttls", "tls", "none"]

AT_ONCE = 3
"""Conversations at the same time: as many as Exchange Online allows one mailbox, which answers
432 4.3.2 to the next one (Microsoft Learn, "SMTP Authenticated Submission")."""

# RFC 5321 4.2.3 and RFC 7504: the mailbox is not there, moved away, or misnamed, or its domain
# takes no mail at all.
_ABOUT_THE_MAILBOX = frozenset({550, 551, 553, 556})
# RFC 4954 6 and RFC 5321 4.2.3: the server wants an account, encryption or another order of
# commands. That is for the administrator to mend, and says nothing about the mailbox.
_ABOUT_US = frozenset({503, 523, 530, 534, 535, 538})
_TOO_BIG = 552
_PERMANENT = range(500, 600)
# RFC 3463 2: class, subject and detail in front of the words.
_ENHANCED = re.compile(r"5\.(?P<subject>[0-9]{1,3})\.[0-9]{1,3}(?![0-9])")
_ADDRESSING = "1"
_POLICY = "7"


class Mailer:
    """A mail server as a `Channel`.

    *Accepted* means that the server took the mail over, not that anybody read it. A connection
    that is lost after the text was sent is FAILED; the next try carries the same Message-ID.
    """

    platform = "email"
    readable_by_platform = True

    def __init__(  # noqa: PLR0913, PLR0917 (a mail server has this many settings)
        self,
        host: str,
        port: int,
        sender: str,
        security: Security,
        clock: Clock,
        school: str,
        user: str | None = None,
        password: str | None = None,
        timeout_seconds: float = 30,
        reply_to: str = "",
    ) -> None:
        """Take the settings of the section [email]; nothing is opened before the first mail.

        timeout_seconds  the longest wait for each single answer of the server

        Raises `ValueError` when `sender`, `school` or `reply_to` cannot stand in a header.
        """
        self._host = host
        self._port = port
        self._security = security
        self._clock = clock
        self._user = user
        self._password = password
        self._timeout = timeout_seconds
        self._letterhead = Letterhead(school, sender, reply_to)
        self._room = asyncio.Semaphore(AT_ONCE)

    async def deliver(self, owed: Owed) -> Outcome:
        """Offer one mail to the server. `message` of the outcome is its Message-ID."""
        try:
            mail = self._letterhead.write(owed, self._clock.now())
        except CannotBeMailedError as error:
            return error.outcome
        async with self._room:
            try:
                await self._hand_over(mail)
            # UnicodeError: the name of the server is none (a label of more than 63 characters).
            except (aiosmtplib.SMTPException, OSError, UnicodeError) as error:
                return self._outcome_of(error)
        return Outcome(Fate.ACCEPTED, message=mail.id)

    async def _hand_over(self, mail: Mail) -> None:
        client = aiosmtplib.SMTP(
            hostname=self._host,
            port=self._port,
            username=self._user,
            password=self._password,
            # The name of the machine is nobody's business, and finding it can take seconds.
            local_hostname=self._letterhead.domain,
            timeout=self._timeout,
            use_tls=self._security == "tls",
            # Never None: encryption that is used "if offered" can be taken away by a stranger.
            start_tls=self._security == "starttls",
        )
        async with client:
            await client.send_message(
                mail.message, sender=self._letterhead.sender, recipients=[mail.to]
            )

    def _outcome_of(self, error: Exception) -> Outcome:
        """Translate what went wrong. The server's words may repeat the address: they stay here."""
        if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
            return _verdict(error.recipients[0])
        if isinstance(error, aiosmtplib.SMTPDataError):
            return _verdict(error)
        if isinstance(error, aiosmtplib.SMTPSenderRefused) and error.code == _TOO_BIG:
            return _refused(Refusal.NOT_POSSIBLE, "The mail server finds the mail too big.")
        if isinstance(error, aiosmtplib.SMTPNotSupported):
            return _refused(
                Refusal.NOT_POSSIBLE,
                "The mail server cannot write to an address with letters beyond ASCII.",
            )
        return Outcome(Fate.FAILED, trouble=self._trouble(error))

    def _trouble(self, error: Exception) -> str:
        """Say in a sentence what kept the server from judging the mail."""
        match error:
            case _ if encryption := _encryption_trouble(error):
                what = f"and the bot could not agree on encryption ({encryption})"
            case aiosmtplib.SMTPAuthenticationError():
                what = f"did not accept the user and the password (code {error.code})"
            case aiosmtplib.SMTPSenderRefused():
                what = f"did not accept the bot as a sender (code {error.code})"
            case aiosmtplib.SMTPResponseException(code=aiosmtplib.SMTPStatus.invalid_response):
                what = "answered something that is not SMTP"
            case aiosmtplib.SMTPResponseException():
                what = f"turned the bot away (code {error.code})"
            case TimeoutError():
                what = f"did not answer within {self._timeout:g} seconds"
            case aiosmtplib.SMTPServerDisconnected():
                what = "closed the connection in the middle of the conversation"
            case OSError() | UnicodeError():
                what = "could not be reached"
            case _:
                what = "does not offer the encryption or the login that is configured"
        return f"The mail server {self._host}:{self._port} {what}."


def _encryption_trouble(error: Exception) -> str:
    """Give OpenSSL's words for what is wrong with a certificate or a handshake, or ""."""
    for found in (error, error.__cause__):
        if isinstance(found, ssl.SSLCertVerificationError):
            return found.verify_message
        if isinstance(found, ssl.SSLError):
            return found.reason or "no reason given"
    return ""


def _verdict(answer: aiosmtplib.SMTPResponseException) -> Outcome:
    """Tell what a server's answer to the recipient or to the text means; 4xx comes right later."""
    if answer.code not in _PERMANENT or answer.code in _ABOUT_US:
        return Outcome(
            Fate.FAILED, trouble=f"The mail server did not take the mail now (code {answer.code})."
        )
    enhanced = _ENHANCED.match(answer.message)
    subject = enhanced["subject"] if enhanced else ""
    at_recipient = isinstance(answer, aiosmtplib.SMTPRecipientRefused)
    # 550 is also what a spam filter says; only 5.7 tells the two apart, and only for the
    # recipient the bare code is about the mailbox.
    names_mailbox = at_recipient and answer.code in _ABOUT_THE_MAILBOX and subject != _POLICY
    if subject == _ADDRESSING or names_mailbox:
        return _refused(
            Refusal.BAD_ADDRESS, f"The mail server does not know the mailbox (code {answer.code})."
        )
    return _refused(
        Refusal.NOT_POSSIBLE, f"The mail server refuses the mail for good (code {answer.code})."
    )


def _refused(why: Refusal, trouble: str) -> Outcome:
    return Outcome(Fate.REFUSED, why=why, trouble=trouble)
