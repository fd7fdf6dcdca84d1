"""A thousand cases, and not a word of them in clear: data, evidence, logs, letters, remains."""

import base64
import logging
from pathlib import Path

from bot import app
from bot.config import load_settings
from bot.domain.cases import Case
from bot.ports import Address, Happening, Incoming
from tests.everything import everything_in

CASES = 1000

STORY = "Klaproosverhaal"
MORE = "Korenbloemvervolg"
REPLY = "Madeliefantwoord"
FACT = "Zonnebloemfeit"
REASON = "Paardenbloemreden"
NAME = "Bakker"
CANARIES = (STORY, MORE, REPLY, FACT, REASON, NAME)
"""What a reporter tells first and later, what a handler writes, notes and waives with, and who
reported.
"""

GROUP = Address("local", "groep-7B")


class Chat:
    """Somebody after somebody says something on the local chat."""

    def __init__(self, bot: app.Bot) -> None:
        self.bot = bot
        self.said = 0

    async def says(
        self, account: str, text: str, *, tap: bool = False, group: bool = False
    ) -> None:
        self.said += 1
        sender = Address("local", account)
        await self.bot.engine.take(
            Incoming(
                f"local:{self.said}",
                Happening.TAP if tap else Happening.MESSAGE,
                GROUP if group else sender,
                private=not group,
                sender=sender,
                text=text,
                message=str(self.said),
                tap=f"{account}:{self.said}" if tap else "",
            )
        )

    async def taps(self, account: str, label: str) -> None:
        """Tap the newest button with this label that somebody was shown."""
        await self.bot.engine.delivery.idle()
        assert self.bot.chat is not None
        room = self.bot.chat.room(account)
        assert room is not None
        data = next(
            button.data
            for message in reversed(room.messages)
            for row in message.buttons
            for button in row
            if button.label == label
        )
        await self.says(account, data, tap=True)

    def case(self, number: int) -> Case:
        case = self.bot.store.begin().get(Case, str(number))
        assert case is not None
        return case


def forms_of(word: str) -> tuple[bytes, ...]:
    """Give a word as it may lie in a file without anybody having meant to hide it."""
    plain = word.encode()
    # Three ways to stand in base64, by where in the text the word begins.
    coded = (base64.b64encode(b"x" * n + plain)[4 if n else 0 :][:-4] for n in range(3))
    return (plain, word.encode("utf-16-le"), *coded)


def found_in(folder: Path) -> list[str]:
    """List which words lie in which file under a folder, also in a file's name."""
    return [
        f"{word} in {path.relative_to(folder)}"
        for path in folder.rglob("*")
        for word in CANARIES
        if word in path.name
        or (path.is_file() and any(form in path.read_bytes() for form in forms_of(word)))
    ]


async def test_no_word_of_a_thousand_cases_lies_anywhere_in_clear(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    bot = await app.assemble(load_settings(None, {}, current_folder=tmp_path))
    await bot.start()
    chat = Chat(bot)
    try:
        for number in range(CASES - 1):
            await chat.says(f"iemand-{number}", f"/meld {STORY} {number}", group=True)
        await chat.says("noor-bakker", f"/meld {STORY}", group=True)
        await bot.engine.delivery.idle()
        number = CASES
        assert chat.case(number).answers["happened"] == STORY
        await chat.says("noor-bakker", f"/meld {MORE}")
        assert MORE in chat.case(number).answers["happened"]
        # Who handles it writes to the reporter, notes a fact, and says why a step is not needed.
        await chat.says("ingrid-de-wit", f"/zaak {number}")
        await chat.taps("ingrid-de-wit", "Schrijf de melder")
        await chat.says("ingrid-de-wit", REPLY)
        await chat.taps("ingrid-de-wit", "Verstuur als schoolleider")
        await chat.taps("ingrid-de-wit", "Stappenplan")
        await chat.taps("ingrid-de-wit", "Stap 2: informatie verzamelen")
        await chat.taps("ingrid-de-wit", "Feit opschrijven")
        await chat.says("ingrid-de-wit", FACT)
        await chat.taps("ingrid-de-wit", "Stappenplan")
        await chat.taps("ingrid-de-wit", "Stap 4: de sneeuwbal stoppen")
        await chat.taps("ingrid-de-wit", "Rest van de stap vervalt")
        await chat.says("ingrid-de-wit", REASON)
        await bot.engine.delivery.idle()
        kept = everything_in(chat.case(number))
        assert [word for word in CANARIES if word not in kept and word != NAME] == []
        assert found_in(tmp_path) == []
    finally:
        await bot.stop()

    assert len(list((tmp_path / "example-school" / "data").rglob("*"))) > CASES
    assert found_in(tmp_path) == []
    logged = "\n".join(f"{r.getMessage()} {r.exc_text or ''}" for r in caplog.records)
    assert [word for word in CANARIES if word in logged] == []
