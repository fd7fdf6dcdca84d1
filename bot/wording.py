"""From a wish to what is owed: the text in the right language, the buttons, the address.

What is owed is kept in final words, so that it stays what was promised when texts change later.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.people import Guardian, Person, StaffMember
from bot.papers import worded
from bot.ports import Act, Address, Button, Owed
from bot.routing import Context
from bot.texts import Texts
from bot.wishes import (
    Admit,
    AnswerTap,
    Choice,
    Discard,
    Expel,
    Fields,
    Inspect,
    Keep,
    Line,
    LookFor,
    MakeLink,
    Paper,
    Refuse,
    Remove,
    Replace,
    Rows,
    Say,
    SendFile,
    Term,
    Typeset,
    Wish,
)

EMAIL = "email"

PRESS = "press"
"""The platform of a paper that is to be set."""

FILES = "files"
"""The platform of an address in the folder of evidence."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Turns wishes into what is owed."""

    texts: Texts

    def owe(self, context: Context, wishes: Sequence[Wish], batch: str) -> tuple[Owed, ...]:
        """Word the wishes of one handler; `batch` makes their ids unique for ever."""
        return tuple(self._word(context, w, f"{batch}-{n}") for n, w in enumerate(wishes, 1))

    def _word(self, context: Context, wish: Wish, name: str) -> Owed:  # noqa: C901, PLR0911, PLR0912 - one for each wish
        match wish:
            case Say():
                return self._say(context, wish, name)
            case Replace():
                language = wish.language or context.school.language
                return Owed(
                    name,
                    Act.REPLACE,
                    wish.chat,
                    text=self.fill(language, wish.text, wish.fields),
                    buttons=self._rows(language, wish.buttons),
                    message=wish.message,
                )
            case AnswerTap():
                language = wish.language or context.school.language
                words = self.fill(language, wish.text, wish.fields) if wish.text else ""
                return Owed(name, Act.ANSWER_TAP, wish.chat, text=words, tap=wish.tap)
            case Remove():
                return Owed(name, Act.REMOVE, wish.chat, message=wish.message, about=wish.about)
            case Admit():
                return Owed(name, Act.ADMIT, wish.chat, account=wish.account, about=wish.about)
            case Refuse():
                return Owed(name, Act.REFUSE, wish.chat, account=wish.account)
            case Expel():
                return Owed(name, Act.EXPEL, wish.chat, account=wish.account, about=wish.about)
            case Inspect():
                return Owed(name, Act.INSPECT, wish.chat, about=wish.about)
            case MakeLink():
                return Owed(name, Act.MAKE_LINK, wish.chat, about=wish.about)
            case LookFor():
                return Owed(name, Act.LOOK_FOR, wish.chat, account=wish.account, about=wish.about)
            case Keep():
                return Owed(
                    name,
                    Act.KEEP,
                    wish.chat,
                    media=wish.media,
                    key=wish.key,
                    about=wish.about,
                )
            case SendFile():
                return self._send_file(context, wish, name)
            case Discard():
                return Owed(name, Act.DISCARD, Address(FILES, wish.key), key=wish.key)
            case Typeset():
                words = json.dumps(self.paper(context.school.language, wish.paper))
                to = Address(PRESS, wish.key)
                return Owed(name, Act.TYPESET, to, text=words, key=wish.key, about=wish.about)

    def paper(self, language: str, paper: Paper) -> dict[str, Any]:
        """Give a paper in words, as plain values."""
        return worded(lambda line: self.fill(language, line.text, line.fields), language, paper)

    def _send_file(self, context: Context, wish: SendFile, name: str) -> Owed:
        to, person, language = self._whom(context, wish)
        return Owed(
            name,
            Act.SEND_FILE,
            to,
            person,
            text=self.fill(language, wish.text, wish.fields) if wish.text else "",
            file=wish.file,
            name=wish.name,
            about=wish.about,
            number=str(wish.fields.get("number", "")),
        )

    def _say(self, context: Context, wish: Say, name: str) -> Owed:
        to, person, language = self._whom(context, wish)
        by_mail = to is None or to.platform == EMAIL
        subject = f"{wish.text}.subject"
        return Owed(
            name,
            Act.SEND,
            to,
            person,
            text="\n".join(
                self.fill(language, line.text, line.fields)
                for line in (Line(wish.text, wish.fields), *wish.more)
            ),
            subject=self._subject(language, subject, wish.fields) if by_mail else "",
            buttons=self._rows(language, wish.buttons),
            about=wish.about,
            otherwise=tuple(
                self._word(context, w, f"{name}.{n}") for n, w in enumerate(wish.otherwise, 1)
            ),
            number=str(wish.fields.get("number", "")),
            waits=wish.waits,
        )

    def _whom(self, context: Context, wish: Say | SendFile) -> tuple[Address | None, str, str]:
        if isinstance(wish.to, Address):
            people = context.people_at(wish.to)
            speaker = people[0] if people else None
            return wish.to, wish.person, wish.language or context.language_of(speaker)
        person = context.person(wish.to)
        return None, wish.to, wish.language or context.language_of(person)

    def _subject(self, language: str, text: str, fields: Fields) -> str:
        return self.fill(language, text, fields) if text in self.texts.ids else ""

    def _label(self, language: str, choice: Choice) -> str:
        label = self.fill(language, choice.text, choice.fields)
        return f"{choice.sign} {label}" if choice.sign else label

    def _rows(self, language: str, rows: Rows) -> tuple[tuple[Button, ...], ...]:
        return tuple(
            tuple(Button(self._label(language, c), c.data, c.link) for c in row) for row in rows
        )

    def fill(self, language: str, text: str, fields: Fields) -> str:
        """Say one text in a language, with the words and names of content filled in."""
        words = {
            name: self._term(language, value) if isinstance(value, Term) else value
            for name, value in fields.items()
        }
        return self.texts.say(language, text, words)

    def _term(self, language: str, term: Term) -> str:
        return self.texts.say(language, term.text, term.fields)


def addresses_of(person: Person | None, owed: Owed) -> tuple[Address, ...]:
    """List where a person can be told something, best first.

    The account used last, then the mailbox if the text has a subject for it.
    """
    if person is None:
        return ()
    chats = tuple(Address.parse(a) for a in person.accounts)
    mailbox = person.email if isinstance(person, StaffMember | Guardian) else ""
    by_mail = (Address(EMAIL, mailbox),) if mailbox and owed.subject else ()
    return chats + by_mail
