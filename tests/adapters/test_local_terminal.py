"""Somebody at a keyboard is one person of the school at a time, and sees what that person sees."""

import asyncio

import pytest

from bot.adapters.local import LocalRoom
from bot.adapters.local_terminal import Terminal
from bot.ports import Act, Button, Happening
from tests.adapters.local_listening import GROUP, at, local_world, owed, say


class Sitting:
    """A terminal whose lines are kept, in the words of their ids."""

    def __init__(self, world):
        self.world = world
        self.lines: list[str] = []
        self.terminal = Terminal(world.chat, lambda text: f"<{text}>", self.lines.append)

    async def types(self, *lines: str) -> list[str]:
        """Type lines one after the other, and give what is written after the last."""
        before = len(self.lines)
        async with self.world.chat.events() as queue:
            for line in lines:
                before = len(self.lines)
                assert await self.terminal.take(f"{line}\n")
                self._hears_all(queue)
        return self.lines[before:]

    async def hears(self, *things) -> list[str]:
        """Let the bot do things, and give what is written of them."""
        before = len(self.lines)
        async with self.world.chat.events() as queue:
            for thing in things:
                await self.world.chat.deliver(thing)
            self._hears_all(queue)
        return self.lines[before:]

    def _hears_all(self, queue: asyncio.Queue) -> None:
        while not queue.empty():
            self.terminal.hear(queue.get_nowait())


@pytest.fixture
async def sitting(tmp_path):
    async with local_world(tmp_path) as world:
        yield Sitting(world)


JUF, NOOR, SEM = "1", "2", "3"
TWO_BUTTONS = ((Button("Ja", "yes:1"), Button("Nee", "no:1")),)


async def test_the_welcome_tells_what_to_type_and_who_one_can_be(sitting):
    sitting.terminal.welcome()

    assert sitting.lines == [
        "<terminal-welcome>",
        "   1. Anouk Hendriks  mentor 7B",
        "   2. Noor Bakker  leerling 7B",
        "   3. Sem de Vries  leerling 7B",
        "<terminal-choose>",
    ]


async def test_who_chooses_a_person_sees_what_was_said_to_them(sitting):
    await sitting.world.chat.deliver(say("noor", "Morgen vrij", buttons=TWO_BUTTONS))

    assert await sitting.types(NOOR) == [
        "--- Noor Bakker: <terminal-private> ---",
        "<terminal-bot>: Morgen vrij",
        "  [1] Ja",
        "  [2] Nee",
    ]


@pytest.mark.parametrize("wrong", ["0", "4", "-1", "1.5", "²", "noor", "", ":groep", ":wissel"])
async def test_a_wrong_choice_asks_again(sitting, wrong):
    assert await sitting.types(wrong) == ["<terminal-choose>"]
    assert await sitting.types(SEM) == ["--- Sem de Vries: <terminal-private> ---"]


async def test_what_is_typed_is_said_in_private_and_not_repeated(sitting):
    assert await sitting.types(NOOR, "mag ik filmen?") == []

    (typed,) = sitting.world.incoming
    assert (typed.text, typed.chat, typed.sender) == ("mag ik filmen?", at("noor"), at("noor"))


async def test_an_empty_line_says_nothing(sitting):
    assert await sitting.types(NOOR, "   ") == []
    assert sitting.world.incoming == []


async def test_a_number_presses_the_button_under_the_last_message(sitting):
    await sitting.types(NOOR)
    heard = await sitting.hears(say("noor", "Wil je verder?", buttons=TWO_BUTTONS))
    await sitting.types("2")

    assert heard == ["<terminal-bot>: Wil je verder?", "  [1] Ja", "  [2] Nee"]
    (tapped,) = sitting.world.incoming
    assert (tapped.what, tapped.text, tapped.message) == (Happening.TAP, "no:1", "1")


async def test_a_number_without_such_a_button_is_a_message(sitting):
    await sitting.types(NOOR, "3")
    await sitting.hears(say("noor", "Wil je verder?", buttons=TWO_BUTTONS))
    await sitting.types("3")

    assert [(i.what, i.text) for i in sitting.world.incoming] == [(Happening.MESSAGE, "3")] * 2


async def test_a_number_presses_nothing_once_the_buttons_are_gone(sitting):
    await sitting.types(NOOR)
    await sitting.hears(
        say("noor", "Wil je verder?", buttons=TWO_BUTTONS),
        owed(Act.REPLACE, "noor", 2, text="Goed.", message="1"),
    )
    await sitting.types("1")

    assert [(i.what, i.text) for i in sitting.world.incoming] == [(Happening.MESSAGE, "1")]


async def test_a_button_that_leads_to_the_private_chat_goes_there_and_says_its_word(sitting):
    await sitting.types(NOOR, ":groep")
    row = ((Button("Verder in privé", link="private:meld"), Button("Uitleg", link="https://x.nl")),)
    await sitting.hears(say(GROUP.key, "Gaat het?", buttons=row))

    assert await sitting.types("2") == ["https://x.nl"]
    assert await sitting.types("1") == ["--- Noor Bakker: <terminal-private> ---"]
    (typed,) = sitting.world.incoming
    assert (typed.text, typed.chat) == ("/meld", at("noor"))


async def test_the_answer_to_a_tap_is_shown_to_the_tapper_only(sitting):
    await sitting.types(NOOR)
    own = owed(Act.ANSWER_TAP, "noor", tap="noor:o1", text="Dank je")
    other = owed(Act.ANSWER_TAP, "juf", tap="juf:o2", text="Dank je")

    assert await sitting.hears(own, other) == ["  (Dank je)"]


async def test_in_the_group_everybody_is_heard_by_name(sitting):
    assert await sitting.types(NOOR, ":groep") == ["--- Noor Bakker: 7B ---"]
    async with sitting.world.chat.events() as queue:
        await sitting.world.chat.say("juf", GROUP.key, "dag allemaal", "o1")
        sitting.terminal.hear(queue.get_nowait())
    await sitting.types("dag juf")

    assert sitting.lines[-1] == "Anouk Hendriks: dag allemaal"
    assert sitting.world.texts(GROUP.key) == ["dag allemaal", "dag juf"]


async def test_what_is_said_elsewhere_is_marked_with_its_place(sitting):
    await sitting.types(NOOR)
    in_group = await sitting.hears(say(GROUP.key, "Morgen vrij"))
    await sitting.types(":groep")
    in_private = await sitting.hears(say("noor", "Bedankt", 2))

    assert in_group == ["<terminal-bot> [7B]: Morgen vrij"]
    assert in_private == ["<terminal-bot> [<terminal-private>]: Bedankt"]


async def test_buttons_elsewhere_are_not_pressed_by_a_number(sitting):
    await sitting.types(NOOR)
    heard = await sitting.hears(say(GROUP.key, "Gelezen?", buttons=TWO_BUTTONS))
    await sitting.types("1")

    # A number beside them would be typed, and then read by everybody in this room.
    assert heard == ["<terminal-bot> [7B]: Gelezen?", "  - Ja", "  - Nee"]
    assert [(i.what, i.text) for i in sitting.world.incoming] == [(Happening.MESSAGE, "1")]


async def test_nobody_sees_what_is_not_for_them(sitting):
    await sitting.types(SEM)

    assert await sitting.hears(say("noor", "geheim"), say(GROUP.key, "Morgen vrij", 2)) == []
    assert await sitting.types(":groep") == ["<terminal-no-group>"]


async def test_before_anybody_is_chosen_nothing_is_shown(sitting):
    assert await sitting.hears(say("noor", "geheim")) == []


async def test_ones_own_words_are_seen_to_be_removed(sitting):
    await sitting.types(NOOR, ":groep", "/meld ik word gepest")

    heard = await sitting.hears(owed(Act.REMOVE, GROUP.key, message="1"))

    assert heard == ["Noor Bakker: <terminal-removed>"]


@pytest.mark.parametrize("private", [":privé", ":prive"])
async def test_one_goes_to_the_group_and_back(sitting, private):
    await sitting.types(NOOR, ":groep")

    assert await sitting.types(private) == ["--- Noor Bakker: <terminal-private> ---"]


async def test_one_becomes_somebody_else(sitting):
    listed = await sitting.types(NOOR, ":wissel")
    await sitting.types(JUF, "dag")

    assert listed[-1] == "<terminal-choose>"
    assert [i.sender for i in sitting.world.incoming] == [at("juf")]


@pytest.mark.parametrize("unknown", [":onzin", ":GROEPEN", ":wissel noor", ":stop!", ":stopp"])
async def test_an_unknown_command_is_answered_and_said_to_nobody(sitting, unknown):
    assert await sitting.types(NOOR, unknown) == ["<terminal-unknown-command>"]
    assert sitting.world.incoming == []


@pytest.mark.parametrize("smiley", [":)", ":-(", ":D", ":p haha", ": kijk", "::", "12:30"])
async def test_a_colon_that_begins_no_word_is_part_of_a_message(sitting, smiley):
    assert await sitting.types(NOOR, smiley) == []
    assert [typed.text for typed in sitting.world.incoming] == [smiley]


async def test_a_command_may_be_typed_in_capitals(sitting):
    assert await sitting.types(NOOR, ":GROEP") == ["--- Noor Bakker: 7B ---"]
    assert await sitting.types(":Privé") == ["--- Noor Bakker: <terminal-private> ---"]
    assert not await sitting.terminal.take(":Stop\n")


async def test_what_could_not_be_kept_is_said_so(sitting):
    sitting.world.kept.full_after = 0

    assert await sitting.types(NOOR, "hoi") == ["<page-not-kept>"]


async def test_who_was_put_out_of_the_group_meanwhile_is_told_so(sitting):
    await sitting.types(NOOR, ":groep")
    await sitting.world.chat.deliver(owed(Act.EXPEL, GROUP.key, account=at("noor")))

    assert await sitting.types("hoi") == ["<page-not-kept>"]


async def test_of_several_groups_the_first_is_entered(sitting):
    await sitting.world.has(LocalRoom("groep-8A", "8A", group=True, members=("sem",)))

    assert await sitting.types(SEM, ":groep") == ["--- Sem de Vries: 8A ---"]


@pytest.mark.parametrize("before", [(), (NOOR,)])
async def test_stop_stops(sitting, before):
    await sitting.types(*before)

    assert not await sitting.terminal.take(" :stop \n")
