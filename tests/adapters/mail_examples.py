"""What the tests of both ways of mailing start from: a school, a guardian, a notice."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.adapters.email import Mailer
from bot.ports import Act, Address, Owed
from tests.emulators.smtp import HOST

SCHOOL = "Basisschool De Vûûrtoren"
SENDER = "groepsmaat@school.example"
GUARDIAN = "ouder.van.noor@thuis.example"
SUBJECT = "Bericht van school: even geduld…"
TEXT = "Beste ouder,\n\nMorgen één uur later.\n.\nGroet, juf Ada"
NOON = datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC)


class StillClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def moves_to(self, moment: datetime) -> None:
        self._now = moment


def notice(to: str | None = GUARDIAN, **changes) -> Owed:
    """Give a notice to a guardian, with changes."""
    address = None if to is None else Address("email", to)
    owed = Owed(id="batch-7/1", act=Act.SEND, to=address, text=TEXT, subject=SUBJECT)
    return replace(owed, **changes)


def mailer(port: int, security="none", **settings) -> Mailer:
    """Give a way to a mail server on this machine, with changes of its settings."""
    settings = {"timeout_seconds": 5, "host": HOST, **settings}
    return Mailer(
        port=port,
        sender=SENDER,
        security=security,
        clock=StillClock(),
        school=SCHOOL,
        **settings,
    )
