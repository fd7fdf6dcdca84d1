"""What cannot be handled is set aside: not lost, nothing is stopped, and its sender hears it."""

import asyncio
import resource
from contextlib import contextmanager
from datetime import timedelta

import pytest

from bot.ports import Address
from bot.routing import Turn, button, command, outcome
from bot.wishes import Say
from tests.stories.test_reporting import tells

SORRY = "Er ging iets mis"
SECRET = "dit hoort niemand te lezen"


@contextmanager
def no_file_may_grow():
    """Let the system refuse what this process writes, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


class BrokenError(Exception):
    """Something in a handler is wrong, and says so with somebody's words."""


@command("kapot")
def breaks(turn: Turn):
    """Break with the words of the speaker."""
    raise BrokenError(turn.words)


@button("kapot")
def breaks_on_a_tap(turn: Turn):
    """Break on a tap."""
    raise BrokenError(turn.words)


@command("zegt")
def says_something_nobody_can_hear_of(turn: Turn):
    """Say something whose outcome breaks the bot."""
    return [Say(turn.back, "help-pupil", about="kapot:hoort"), Say(turn.back, "common-choose")]


@command("vervolg")
def says_what_has_a_sequel(turn: Turn):
    """Say something after which something else has to be said."""
    return [Say(turn.back, "help-pupil", about=f"vervolg:{turn.incoming.chat}")]


@outcome("vervolg")
def says_the_sequel(_context, parts, _result):
    """Say what follows."""
    return [Say(Address.parse(":".join(parts)), "common-choose")]


@outcome("kapot")
def breaks_on_hearing(_context, parts, _result):
    """Break when hearing of an outcome."""
    raise BrokenError(parts)


POISON = [
    {"message": {"message_id": 9, "chat": "geen"}},
    {"message": "tekst"},
    {"callback_query": {"id": 7}},
    {"chat_member": {}},
    {"message": {"message_id": None, "chat": {"id": 1, "type": "private"}, "text": SECRET}},
]


@pytest.mark.parametrize("update", POISON)
async def test_a_poisoned_update_in_the_middle_stops_neither_what_is_before_nor_after(
    school, update
):
    noor = await school.joins("Noor Bakker")

    noor.says("/help")
    school.telegram.injects(update)
    noor.says("/taal")

    await noor.hears("Dit kan ik voor je doen")
    await noor.hears("taal")
    await school.settles()
    assert len(school.set_aside()) == 1


async def test_a_poisoned_update_is_not_fetched_again_after_a_restart(school):
    noor = await school.joins("Noor Bakker")
    school.telegram.injects(POISON[0])
    await school.settles()

    await school.closes()
    await school.opens()
    noor.says("/help")

    await noor.hears("Dit kan ik voor je doen")
    await school.settles()
    assert len(school.set_aside()) == 1


async def test_who_wrote_what_cannot_be_handled_is_asked_to_try_again(school):
    school.learns(breaks)
    noor = await school.joins("Noor Bakker")

    noor.says(f"/kapot {SECRET}")
    await noor.hears(SORRY)
    noor.says("/help")

    await noor.hears("Dit kan ik voor je doen")
    [aside] = school.set_aside()
    assert SECRET in aside.raw


async def test_a_tap_that_cannot_be_handled_is_answered_too(school):
    school.learns(breaks_on_a_tap)
    noor = await school.joins("Noor Bakker")
    noor.says("/taal")
    await school.settles()
    under = noor.heard[-1]
    under.markup["inline_keyboard"][0][0]["callback_data"] = f"kapot:{SECRET}"

    tap = noor.taps(f"kapot:{SECRET}", under)

    await school.settles()
    assert tap.answered
    assert SORRY in noor.notices[-1]


async def test_in_a_group_nothing_is_said_of_it(school):
    school.learns(breaks)
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    in_group = len(school.said_in(group))

    noor.says(f"/kapot {SECRET}", group)
    await school.settles()

    assert len(school.said_in(group)) == in_group
    assert len(school.set_aside()) == 1


async def test_words_of_a_broken_handler_never_reach_the_log(school, caplog):
    school.learns(breaks)
    noor = await school.joins("Noor Bakker")

    noor.says(f"/kapot {SECRET}")
    await noor.hears(SORRY)

    assert "BrokenError" in caplog.text
    assert SECRET not in caplog.text


async def test_what_follows_from_an_outcome_is_owed_before_the_health_page_says_that_nothing_is(
    school,
):
    school.learns(says_what_has_a_sequel, says_the_sequel)
    noor = await school.joins("Noor Bakker")
    heard_when_all_was_said = []

    async def looks_at_the_health_page():
        first_heard = False
        while True:
            # Nothing tells of the moment in between, so each turn of the loop is looked at.
            await asyncio.sleep(0)
            first_heard = first_heard or any("Dit kan ik" in text for text in noor.texts)
            if first_heard and not school.bot.health()["owed"]:
                heard_when_all_was_said.extend(noor.texts)
                return

    looking = asyncio.create_task(looks_at_the_health_page())
    noor.says("/vervolg")
    await noor.hears("Kies een van de antwoorden")
    await looking

    assert any("Kies een van de antwoorden" in text for text in heard_when_all_was_said)


async def test_an_outcome_that_cannot_be_handled_stops_no_other_message(school):
    school.learns(says_something_nobody_can_hear_of, breaks_on_hearing)
    noor = await school.joins("Noor Bakker")

    noor.says("/zegt")
    await noor.hears("Dit kan ik voor je doen")
    await noor.hears("Kies een van de antwoorden")
    noor.says("/help")
    await noor.hears("Dit kan ik voor je doen")

    await school.settles()
    assert len(school.set_aside()) == 1
    assert school.bot.engine.owes() == 0


async def test_a_repeat_of_what_could_not_be_handled_is_set_aside_once(school):
    school.learns(breaks)
    noor = await school.joins("Noor Bakker")
    noor.says(f"/kapot {SECRET}")
    await school.settles()

    school.telegram.repeats_last_update()
    await school.settles()

    assert len(school.set_aside()) == 1
    assert sum(SORRY in text for text in noor.texts) == 1


async def test_telegram_that_is_down_for_a_while_gets_everything_afterwards_once(school):
    noor = await school.joins("Noor Bakker")
    school.telegram.answers_next(502, method="sendMessage", times=3)
    noor.says("/help")
    await school.settles()
    assert not any("Dit kan ik voor je doen" in text for text in noor.texts)

    for _ in range(4):
        await school.lets_pass(minutes=1)

    assert sum("Dit kan ik voor je doen" in text for text in noor.texts) == 1


async def test_one_chat_that_fails_does_not_hold_up_another(school):
    noor = await school.joins("Noor Bakker")
    sem = await school.joins("Sem de Vries")
    school.telegram.answers_next(500, method="sendMessage", chat=noor, times=1)

    noor.says("/help")
    sem.says("/help")

    await sem.hears("Dit kan ik voor je doen")
    await school.lets_pass(minutes=1)
    await noor.hears("Dit kan ik voor je doen")


async def test_a_damaged_case_stops_neither_the_bot_nor_anybody_who_joins(school):
    noor = await school.joins("Noor Bakker")
    ingrid = await school.joins("Ingrid de Wit")
    await tells(noor, school, story="er is iets")
    await school.closes()
    for file in (school.folder / "data" / "Case").iterdir():
        file.write_bytes(b"damaged")
    await school.opens()

    ingrid.says("/zaken")
    await ingrid.hears(SORRY)
    sem = await school.joins("Sem de Vries")
    for _ in range(3):
        ingrid.says("/zaken")
    sem.says("/help")

    await sem.hears("Dit kan ik voor je doen")
    assert school.telegram.world.queue.pending == []


async def test_two_wakes_at_once_remind_nobody_twice(school):
    reporters = [await school.joins(n) for n in ("Noor Bakker", "Sem de Vries", "Daan Jansen")]
    for person in reporters:
        person.says("/meld")
    await school.settles()
    school.clock.at += timedelta(hours=25)

    await asyncio.gather(school.bot.engine.wake(), school.bot.engine.wake())
    await school.settles()

    for person in reporters:
        assert sum("Je was iets aan het vertellen" in text for text in person.texts) == 1


async def test_a_short_refusal_of_the_disk_while_an_outcome_is_written_down_loses_nothing(school):
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    group = await school.has_a_group("7B", anouk, noor)
    noor.blocks_bot()
    school.telegram.answers_next(500, method="deleteMessage")
    noor.says("/meld er is iets", group)
    await school.settles()
    with no_file_may_grow():
        await school.lets_pass(seconds=5)
    assert not any("hoort niet in de groep" in message.text for message in group.messages)

    await school.lets_pass(minutes=1)

    assert any("hoort niet in de groep" in message.text for message in group.messages)


async def test_a_call_under_way_at_a_stop_is_not_made_again(school):
    anouk = await school.joins("Anouk Hendriks")
    group = await school.has_a_group("7B", anouk)
    school.telegram.answers_late("sendMessage", 0.7, chat=group)
    anouk.says("/bericht Morgen vrij.", group)
    await school.telegram.until(lambda: "Morgen vrij" in "".join(school.said_in(group)))

    await school.closes()
    await school.opens()
    await school.settles()

    assert sum("Morgen vrij" in text for text in school.said_in(group)) == 1


async def test_what_waits_for_one_person_is_not_tried_whenever_somebody_else_speaks(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    school.mail.refuses("i.dewit@delinde.example", "550 5.1.1 no such user")
    ingrid.blocks_bot()
    await tells(noor, school, story="er is iets")
    before = len([c for c in school.telegram.calls_of("sendMessage") if c.answered == 403])

    for _ in range(5):
        noor.says("/help")
    await school.settles()

    after = len([c for c in school.telegram.calls_of("sendMessage") if c.answered == 403])
    assert before == after
