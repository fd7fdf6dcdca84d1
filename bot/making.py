"""Makes the parts of a bot, each from its section of the settings."""

from datetime import timedelta

from bot.adapters.email import Mailer
from bot.adapters.evidence_folder import EvidenceFolder
from bot.adapters.local import LocalChat, LocalPerson
from bot.adapters.mail_folder import MailFolder, nobody
from bot.adapters.telegram_bot import TelegramBot, make_bot
from bot.adapters.tinydb_store import TinyDBStore
from bot.adapters.web_chat import Shown
from bot.config import Settings
from bot.content import Content
from bot.domain.people import REGISTRY, Registry, SchoolClass
from bot.domain.school_time import SchoolTime
from bot.example_school import Cast, visitors
from bot.ports import Channel, Clock
from bot.routing import School
from bot.texts import Texts

START = (
    ("anouk-hendriks", "groep-7B"),
    ("noor-bakker", "noor-bakker"),
    ("ingrid-de-wit", "ingrid-de-wit"),
)
"""The phones that stand open when the page of the example school is first seen."""

EXAMPLE_SENDER = "groepsmaat@delinde.example"


def line_to_telegram(settings: Settings) -> TelegramBot | None:
    """Open the line to the Bot API; None for a school without Telegram."""
    telegram = settings.telegram
    if telegram is None:
        return None
    return make_bot(telegram.token.get_secret_value(), telegram.base_url, telegram.base_file_url)


def local_chat(
    settings: Settings, store: TinyDBStore, clock: Clock, files: EvidenceFolder
) -> LocalChat:
    """Make the local chat, with everybody a visitor can be."""
    unit = store.begin()
    registry = unit.get(Registry, REGISTRY) or Registry()
    classes = [c for name in unit.keys(SchoolClass) if (c := unit.get(SchoolClass, name))]
    cast = Cast.read(settings.school.content / "example") if settings.example else Cast.nobody()
    people = visitors(registry, classes, cast)
    persons = (LocalPerson(p.account, p.name, p.description) for p in people)
    return LocalChat(store, persons, clock, files)


def shown_on_the_page(settings: Settings, texts: Texts, mail: Channel | None) -> Shown:
    """Give what the page of the local chat shows besides what is said on it."""
    school = {"school": settings.school.name}
    ids = sorted(i for i in texts.ids if i.startswith("page-") and "." not in i)

    def in_language(language: str) -> dict[str, str]:
        known = language if language in texts.languages else settings.school.language
        return {text: texts.say(known, text, school) for text in ids}

    return Shown(
        school=settings.school.name,
        language=settings.school.language,
        start=START if settings.example else (),
        texts=in_language,
        letters=mail.letters if isinstance(mail, MailFolder) else list,
    )


def school_of(settings: Settings, content: Content) -> School:
    """Give the settings that handlers need, as values."""
    return School(
        name=settings.school.name,
        language=settings.school.language,
        phone=settings.school.phone,
        patience=timedelta(minutes=settings.reach.patience_minutes),
        confirm_url=settings.reach.confirm_url or "",
        codes_valid=timedelta(days=settings.invite.valid_days),
        time_zone=settings.school.time_zone.key,
        hours=SchoolTime(
            settings.school.time_zone, settings.school_hours.week, settings.school_hours.holidays
        ),
        form=content.form,
        policy=settings.retention.policy(settings.school.time_zone),
        quiet_days=settings.incidents.quiet_days,
        platforms=content.platforms,
        plan=content.plan,
    )


def mail_of(settings: Settings, clock: Clock, chat: LocalChat | None) -> Mailer | MailFolder | None:
    """Make the way to mailboxes: a server, the folder of the example school, or none."""
    name = settings.school.name
    if settings.outbox_folder is not None:
        told = chat.letters_changed if chat is not None else nobody
        return MailFolder(settings.outbox_folder, EXAMPLE_SENDER, clock, name, told=told)
    if settings.email is None:
        return None
    e = settings.email
    password = e.password.get_secret_value() if e.password else None
    return Mailer(
        e.host,
        e.port,
        e.from_address,
        e.security,
        clock,
        name,
        e.user,
        password,
        e.timeout_seconds,
    )
