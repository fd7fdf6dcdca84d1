"""A whole case on the local chat, without any platform: a threat, from a report to its end."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import app
from bot.config import load_settings
from bot.domain.cases import Status
from tests.faults.test_no_word_in_clear import Chat
from tests.stories.test_reporting import USUAL

INGRID = "ingrid-de-wit"
MARLOES = "marloes-kuipers"
NOOR = "noor-bakker"

STORY = "Iemand uit 8A schrijft dat hij mij gaat slaan"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    """Start the bot as somebody does who tries it out: the example school, on the local chat."""
    bot = await app.assemble(load_settings(None, {}, current_folder=tmp_path))
    await bot.start()
    try:
        yield Chat(bot)
    finally:
        await bot.stop()


async def reports(chat: Chat) -> None:
    """Let Noor tell what happened, and tap an answer to each question until there is a number."""
    await chat.says(NOOR, f"/meld {STORY}")
    answers = {**USUAL, "kind": "threat", "about": "me"}
    while data := await answer_to_tap(chat, answers):
        await chat.says(NOOR, data, tap=True)


async def answer_to_tap(chat: Chat, answers: dict[str, str]) -> str:
    """Find the button to tap under the last message; "" when nothing is asked any more."""
    await shown(chat, NOOR)
    assert chat.bot.chat is not None
    room = chat.bot.chat.room(NOOR)
    assert room is not None
    wanted = {f"meld:{question}:{answer}" for question, answer in answers.items()}
    rows = room.messages[-1].buttons
    return next((b.data for row in rows for b in row if b.data in wanted), "")


async def does(chat: Chat, who: str, step: str, *buttons: str, words: tuple[str, ...] = ()) -> str:
    """Open a step of case 1, tap from there, and type words; give what is shown last."""
    await chat.says(who, "/zaak 1")
    for button in ("Stappenplan", step, *buttons):
        await chat.taps(who, button)
    for one in words:
        await chat.says(who, one)
    return await shown(chat, who)


async def shown(chat: Chat, who: str) -> str:
    """Give the last words of the bot to somebody."""
    await chat.bot.engine.delivery.idle()
    assert chat.bot.chat is not None
    room = chat.bot.chat.room(who)
    assert room is not None
    return room.messages[-1].text


async def test_a_threat_is_carried_to_its_end_on_the_local_chat(chat: Chat):
    await reports(chat)
    await chat.says(INGRID, "/zaak 1")
    assert STORY in await shown(chat, INGRID)
    for button in ("Overdragen", "Marloes Kuipers", "Samen behandelen"):
        await chat.taps(INGRID, button)
    await chat.taps(MARLOES, "Ja")

    one, two, three = (
        "Stap 1: melding en ernst",
        "Stap 2: informatie verzamelen",
        "Stap 3: strafbaar of niet",
    )
    await does(chat, INGRID, one, "Ernst bepalen", "Zeer ernstig")
    await does(chat, INGRID, one, "Privacy geraakt?", "Nee")
    await does(chat, MARLOES, two, "Feit opschrijven", words=("Er staan drie berichten",))
    await does(chat, MARLOES, two, "Bewijs bewaard?", "Geen")
    why = ("De politie twijfelt",)
    await does(chat, INGRID, three, "Strafbaar of niet?", "Mogelijk strafbaar", words=why)
    refused = await does(chat, INGRID, three, "Voorleggen aan politie")
    assert "Eerst moet een tweede persoon akkoord gaan:" in refused
    await does(chat, MARLOES, three, "Tweede persoon: strafbaar?", "Akkoord")
    await does(chat, INGRID, three, "Voorleggen aan politie", "Gedaan")
    await does(chat, INGRID, three, "Wat de politie zegt", words=("De wijkagent praat met hem",))
    stands = await does(chat, INGRID, three, "Maatregel nodig?", "Niemand")
    assert "✔ Stap 3: strafbaar of niet – klaar" in stands

    await does(chat, MARLOES, "Stap 4: de sneeuwbal stoppen", "Gaat er iets rond?", "Nee")
    five = "Stap 5: mensen inlichten"
    told = ("De ouders", "Wat er speelt", "Ingrid", "Vandaag 9:30")
    await does(chat, INGRID, five, "Is ouders inlichten veilig?", "Veilig")
    await does(chat, INGRID, five, "Ouders inlichten", words=told)
    await does(chat, INGRID, five, "Betrokkene inlichten", words=told)
    nobody = ("Alleen de ouders weten het",)
    await does(chat, INGRID, "Stap 6: communicatie", "Is een bericht nodig?", "Nee", words=nobody)
    seven = "Stap 7: terugkijken, afronden"
    await does(chat, INGRID, seven, "Werkte de aanpak?", "Ja")
    await does(chat, INGRID, seven, "Wat leren we?", words=("Sneller bellen",))
    await does(chat, INGRID, seven, "Hoe loopt het af?", "Afgehandeld")
    alone = await does(chat, INGRID, seven, "Tweede persoon: afronden")
    assert "Dit moet iemand anders doen" in alone
    assert chat.case(1).status is Status.IN_HAND

    end = await does(chat, MARLOES, seven, "Tweede persoon: afronden", "Akkoord")

    assert end == "Zaak 1 is afgerond."
    assert (chat.case(1).status, chat.case(1).outcome) == (Status.CLOSED, "handled")
