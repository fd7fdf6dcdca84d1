"""How a mail of the bot looks: one message to one mailbox, the same however often it is tried.

Shared by the ways in which mail leaves: over SMTP, and into a folder.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import policy
from email.headerregistry import Address as Mailbox
from email.message import EmailMessage

from bot.ports import Act, Button, Fate, Outcome, Owed, Refusal

# RFC 5322 3.4.1 without quoted local parts and domain literals, which no parent has; letters
# beyond ASCII are allowed (RFC 6531).
_MAILBOX = re.compile(r"""[^ @<>()\[\]\\,;:"]+@[^ @<>()\[\]\\,;:"]+""")
# Everything that some program takes for the end of a line, the other control characters, and
# halves of surrogate pairs, which are no text.
_NOT_IN_A_HEADER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PAGE = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_NOT_TEXT = re.compile("[\ud800-\udfff]")


class CannotBeMailedError(Exception):
    """Something owed cannot become a mail, however often it is tried.

    `why` is for the core; the text is for the log, and holds no private word.
    """

    def __init__(self, why: Refusal, trouble: str) -> None:
        """Take the reason and the sentence for the log."""
        super().__init__(trouble)
        self.why = why

    @property
    def outcome(self) -> Outcome:
        """Give the refusal as a channel returns it."""
        return Outcome(Fate.REFUSED, why=self.why, trouble=str(self))


@dataclass(frozen=True, slots=True)
class Mail:
    """A message and the one mailbox on its envelope.

    mark  32 hexadecimal digits, the same for each try of the same `Owed`
    """

    to: str = field(repr=False)
    mark: str
    message: EmailMessage = field(repr=False)

    @property
    def id(self) -> str:
        """Give the Message-ID, with its angle brackets."""
        return str(self.message["Message-ID"])


class Letterhead:
    """What every mail of a school has in common: who it is from, and where answers go."""

    def __init__(self, school: str, sender: str, reply_to: str = "") -> None:
        """Take the school's name and the address the bot writes from.

        Raises `ValueError` when they cannot stand in a header.
        """
        self.sender = _checked(sender)
        self.domain = self.sender.rpartition("@")[2]
        self._from = Mailbox(display_name=_checked_name(school), addr_spec=self.sender)
        self._reply_to = Mailbox(addr_spec=_checked(reply_to)) if reply_to else None

    def write(self, owed: Owed, at: datetime) -> Mail:
        """Write what is owed as a mail of this time.

        Raises `CannotBeMailedError` for anything but a message, and where the address, the
        subject or the text cannot stand in a mail.
        """
        if owed.act is not Act.SEND:
            raise CannotBeMailedError(
                Refusal.NOT_POSSIBLE, f"E-mail can only send, and this is to {owed.act.value}."
            )
        if owed.to is None:
            raise CannotBeMailedError(Refusal.NO_ADDRESS, "There is no e-mail address.")
        to = owed.to.id
        if not _is_mailbox(to):
            raise CannotBeMailedError(
                Refusal.BAD_ADDRESS, "What is kept as the e-mail address is not one."
            )
        if not owed.subject.strip():
            raise CannotBeMailedError(
                Refusal.NOT_POSSIBLE, "The message has no subject, so it must not go by e-mail."
            )
        if _NOT_IN_A_HEADER.search(owed.subject):
            raise CannotBeMailedError(
                Refusal.NOT_POSSIBLE, "The subject holds a line break or a control character."
            )
        body = "\n\n".join([owed.text.rstrip("\n"), *_links(owed.buttons)]) + "\n"
        if _NOT_TEXT.search(body):
            raise CannotBeMailedError(
                Refusal.NOT_POSSIBLE, "The message holds half a character (a lone surrogate)."
            )
        mark = _mark(owed, to)
        return Mail(to, mark, self._message(to, owed.subject, body, mark, at))

    def _message(self, to: str, subject: str, body: str, mark: str, at: datetime) -> EmailMessage:
        # Seven bits pass every relay unchanged; letters beyond ASCII in an address leave no choice.
        message = EmailMessage(policy.SMTP.clone(cte_type="7bit", utf8=not to.isascii()))
        local, _, domain = to.rpartition("@")
        message["From"] = self._from
        message["To"] = Mailbox(username=local, domain=domain)
        if self._reply_to:
            message["Reply-To"] = self._reply_to
        message["Subject"] = subject
        message["Date"] = at
        message["Message-ID"] = f"<{mark}@{self.domain}>"
        # RFC 3834 5: holiday answers and other robots stay silent.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(body)
        return message


def _mark(owed: Owed, to: str) -> str:
    """Derive what names this mail for ever.

    The words count as well as the id: mail servers drop a second mail with a known Message-ID,
    and a school that starts over with an empty data folder gives the same ids out again.
    """
    named = f"{owed.id}\0{to}\0{owed.subject}\0{owed.text}"
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _links(buttons: tuple[tuple[Button, ...], ...]) -> Iterator[str]:
    """Give each button that opens a page as its label and, on a line of its own, the address.

    Other buttons need a chat and are left out.
    """
    for row in buttons:
        for button in row:
            if _is_page(button.link):
                yield f"{button.label}:\n{button.link}"


def _is_page(link: str) -> bool:
    return _PAGE.fullmatch(link) is not None and link.isprintable()


def _is_mailbox(text: str) -> bool:
    return text.isprintable() and _MAILBOX.fullmatch(text) is not None


def _checked(address: str) -> str:
    if not _is_mailbox(address) or not address.isascii():
        raise ValueError("The address the bot writes from, or the one for answers, is not one.")
    return address


def _checked_name(school: str) -> str:
    if _NOT_IN_A_HEADER.search(school):
        raise ValueError("The name of the school holds a line break or a control character.")
    return school
