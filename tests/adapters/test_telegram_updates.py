"""What happens on Telegram is told in the bot's own words, or not at all; nothing breaks it."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.telegram_updates import UnreadableUpdateError, read_update
from bot.domain.evidence import Media
from bot.ports import Address, Happening, Incoming
from tests.adapters.telegram_examples import (
    ANONYMOUS,
    BASIC_GROUP,
    BOT,
    BROADCAST,
    GROUP,
    KLAS,
    NAME,
    OF_EVERY_KIND,
    OLD_KLAS,
    OTHER_BOT,
    PRIVATE,
    RESTRICTED_INSIDE,
    RESTRICTED_OUTSIDE,
    SANNE,
    join_request,
    membership,
    message,
    own_membership,
    tap,
    update,
    user,
)


def read(told: Any) -> Incoming:
    found = read_update(told, NAME, BOT)
    assert found is not None
    return found


def is_passed_over(told: Any) -> bool:
    return read_update(told, NAME, BOT) is None


def at(number: int) -> Address:
    return Address("telegram", str(number))


# Messages


def test_a_message_in_private_carries_who_said_what_and_where():
    assert read(message("hoi")) == Incoming(
        "telegram:700000001",
        Happening.MESSAGE,
        at(SANNE),
        private=True,
        sender=at(SANNE),
        text="hoi",
        message="5",
    )


@pytest.mark.parametrize("chat", [GROUP, BASIC_GROUP])
def test_a_message_in_a_group_is_not_private(chat):
    told = read(message("hoi", chat))

    assert (told.chat, told.private, told.sender) == (at(chat["id"]), False, at(SANNE))


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("/mag@Groepsmaat_Bot een foto?", "/mag een foto?"),
        ("/mag@groepsmaat_bot", "/mag"),
        ("/bericht@groepsmaat_bot\nMorgen vrij", "/bericht\nMorgen vrij"),
        ("/mag een foto@groepsmaat_bot", "/mag een foto@groepsmaat_bot"),
        ("mail naar a@b", "mail naar a@b"),
        ("/", "/"),
    ],
)
def test_the_name_of_the_bot_behind_a_command_is_no_part_of_it(typed, read_as):
    assert read(message(typed, GROUP)).text == read_as


@pytest.mark.parametrize("chat", [GROUP, PRIVATE])
def test_a_command_for_another_bot_is_none_of_our_business(chat):
    assert is_passed_over(message("/mag@other_bot een foto?", chat))
    assert is_passed_over(message(caption="/mag@other_bot", chat=chat, photo=[{}]))


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("/start _meld", "/meld"),
        ("/start _", "/start _"),
        ("/start _meld en nog iets", "/start _meld en nog iets"),
        ("/start ABCD-EFGH", "/start ABCD-EFGH"),
        ("/start", "/start"),
    ],
)
def test_a_deep_link_of_ours_is_the_command_it_names_and_a_code_stays_a_code(typed, read_as):
    assert read(message(typed)).text == read_as


def test_a_deep_link_counts_in_private_only():
    assert read(message("/start _meld", GROUP)).text == "/start _meld"


@pytest.mark.parametrize(
    "kind", ["photo", "video", "voice", "document", "sticker", "poll", "contact", "location"]
)
def test_what_comes_in_the_place_of_words_is_media(kind):
    came: dict[str, Any] = {kind: {}}
    alone, with_words = read(message(**came)), read(message(caption="kijk", **came))

    assert (alone.text, alone.media) == ("", Media(kind=kind))
    assert (with_words.text, with_words.media) == ("kijk", Media(kind=kind))
    assert read(message("kijk")).media is None


def test_of_a_photo_the_largest_size_counts_and_of_a_file_what_telegram_says_it_is():
    small, large = {"file_id": "a", "file_size": 900}, {"file_id": "b", "file_size": 90_000}
    voice = {"file_id": "c", "mime_type": "audio/ogg", "duration": 2}
    film = {"file_id": "d", "file_size": 5}

    assert read(message(photo=[small, large])).media == Media("b", 90_000, "photo")
    assert read(message(voice=voice)).media == Media("c", None, "audio/ogg")
    assert read(message(animation=film, document=film)).media == Media("d", 5, "animation")


@pytest.mark.parametrize("broken", ["x", 3, [], [3], {"file_id": 4, "file_size": "x"}])
def test_a_broken_file_is_media_that_can_not_be_fetched(broken):
    assert read(message(document=broken)).media == Media(kind="document")


@pytest.mark.parametrize(
    "told",
    [
        message(chat=GROUP, new_chat_members=[user()]),
        message(chat=GROUP, new_chat_title="7B!"),
        message(chat=GROUP, pinned_message={"message_id": 1}),
        message(chat=GROUP, migrate_from_chat_id=OLD_KLAS),
        message("hoi", BROADCAST),
        update("edited_message", message("hoi")["message"]),
        update("poll", {"id": "1"}),
        update("something_new", {}),
    ],
)
def test_what_is_nobodys_message_to_the_bot_is_passed_over(told):
    assert is_passed_over(told)


@pytest.mark.parametrize(
    "sender",
    [
        {"from": user(OTHER_BOT, is_bot=True)},
        {"from": user(ANONYMOUS, is_bot=True), "sender_chat": GROUP},
        {"from": user(777_000), "sender_chat": BROADCAST},
    ],
)
def test_nobody_known_speaks_for_a_bot_a_channel_or_an_anonymous_administrator(sender):
    told = message("/meld hij doet het weer", GROUP)
    told["message"] |= sender

    assert is_passed_over(told)


def test_a_group_that_became_a_supergroup_moved():
    told = read(message(chat=BASIC_GROUP, migrate_to_chat_id=KLAS))

    assert (told.what, told.chat, told.moved_to) == (Happening.MOVED, at(OLD_KLAS), at(KLAS))


# Taps


@pytest.mark.parametrize(("chat", "private"), [(GROUP, False), (PRIVATE, True)])
def test_a_tap_tells_the_button_the_message_and_how_to_answer_it(chat, private):
    assert read(tap("read:a7", chat)) == Incoming(
        "telegram:700000001",
        Happening.TAP,
        at(chat["id"]),
        private=private,
        sender=at(SANNE),
        text="read:a7",
        message="9",
        tap="4711",
    )


def test_a_tap_under_a_message_that_is_gone_still_counts():
    told = read(tap(message={"message_id": 9, "chat": GROUP, "date": 0}))

    assert (told.chat, told.message) == (at(KLAS), "9")


def test_a_tap_without_a_message_or_without_data_is_passed_over():
    assert is_passed_over(tap(message=None, inline_message_id="1"))
    assert is_passed_over(tap(data=None, game_short_name="schaken"))


# Members


def test_a_join_request_tells_where_the_bot_may_answer():
    told = read(join_request())

    assert told.what is Happening.JOIN_REQUEST
    assert (told.chat, told.sender, told.reply_to) == (at(KLAS), at(SANNE), at(77))


def test_a_join_request_counts_although_nobody_can_be_told():
    told = join_request()
    del told["chat_join_request"]["user_chat_id"]

    assert read(told).reply_to is None


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ("left", "member", Happening.JOINED),
        ("kicked", "member", Happening.JOINED),
        ("left", RESTRICTED_INSIDE, Happening.JOINED),
        (RESTRICTED_OUTSIDE, RESTRICTED_INSIDE, Happening.JOINED),
        ("left", "administrator", Happening.JOINED),
        ("member", "left", Happening.LEFT),
        ("administrator", "kicked", Happening.LEFT),
        (RESTRICTED_INSIDE, RESTRICTED_OUTSIDE, Happening.LEFT),
        ("creator", "left", Happening.LEFT),
    ],
)
def test_who_comes_in_has_joined_and_who_goes_out_has_left(before, now, what):
    told = read(membership(before, now))

    assert (told.what, told.chat, told.sender) == (what, at(KLAS), at(SANNE))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("member", "administrator"),
        ("administrator", "member"),
        ("member", RESTRICTED_INSIDE),
        ("kicked", "left"),
        ("left", RESTRICTED_OUTSIDE),
    ],
)
def test_who_stays_in_or_out_is_no_news(before, now):
    assert is_passed_over(membership(before, now))


@pytest.mark.parametrize(
    ("now", "leads"), [("administrator", True), ("creator", True), ("member", False)]
)
def test_it_shows_whether_who_joined_leads_the_group(now, leads):
    assert read(membership("left", now)).sender_leads is leads


def test_bots_do_not_count_as_members():
    other, itself = user(OTHER_BOT, is_bot=True), user(BOT)

    for bot in (other, itself):
        assert is_passed_over(membership("left", "member", who=bot))
        assert is_passed_over(message(chat=GROUP, left_chat_member=bot))


def test_the_service_message_of_leaving_counts_because_it_comes_without_rights_too():
    told = read(message(chat=GROUP, left_chat_member=user(42)))

    assert (told.what, told.chat, told.sender) == (Happening.LEFT, at(KLAS), at(42))


@pytest.mark.parametrize(
    ("before", "now", "chat", "what"),
    [
        ("left", "member", GROUP, Happening.RIGHTS_CHANGED),
        ("administrator", "administrator", GROUP, Happening.RIGHTS_CHANGED),
        ("administrator", "kicked", BASIC_GROUP, Happening.RIGHTS_CHANGED),
        ("member", "kicked", PRIVATE, Happening.UNREACHABLE),
        ("kicked", "member", PRIVATE, Happening.REACHABLE),
    ],
)
def test_what_happens_to_the_bot_itself_changes_what_it_can_do(before, now, chat, what):
    told = read(own_membership(before, now, chat))

    assert (told.what, told.chat) == (what, at(chat["id"]))
    assert told.private is (chat is PRIVATE)


@pytest.mark.parametrize(
    ("before", "now", "chat", "again"),
    [
        ("member", "administrator", GROUP, True),
        ("left", "administrator", BASIC_GROUP, True),
        ("left", "member", GROUP, False),
        ("administrator", "administrator", GROUP, False),
        ("administrator", "kicked", GROUP, False),
        ("kicked", "member", PRIVATE, False),
    ],
)
def test_the_bot_hears_again_who_comes_and_goes_once_it_is_an_administrator(
    before, now, chat, again
):
    assert read(own_membership(before, now, chat)).hears_again is again


def test_a_channel_is_no_place_for_the_bot():
    assert is_passed_over(own_membership("left", "administrator", BROADCAST))
    assert is_passed_over(membership("left", "member", chat=BROADCAST))


# Anything at all


def test_an_unreadable_update_says_where_it_is_wrong_and_nothing_that_was_said():
    told = message("het is vertrouwelijk", chat={"id": "vertrouwelijk", "type": "private"})

    with pytest.raises(UnreadableUpdateError) as error:
        read(told)

    assert "$.message.chat" in str(error.value)
    assert "vertrouwelijk" not in str(error.value)


def _places(thing: Any, path: tuple = ()) -> list[tuple]:
    """List the path of everything inside a JSON value, itself first."""
    if not isinstance(thing, dict | list):
        return [path]
    inside = thing.items() if isinstance(thing, dict) else enumerate(thing)
    return [path, *(p for key, value in inside for p in _places(value, (*path, key)))]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@st.composite
def broken_updates(draw):
    """Draw a real update in which some things are gone and others are something else."""
    told = copy.deepcopy(draw(st.sampled_from(OF_EVERY_KIND)))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from([p for p in _places(told) if p] or [("update_id",)]))
        holder = told
        for step in way:
            holder = holder[step]
        if draw(st.booleans()) and isinstance(holder, dict):
            holder.pop(last, None)
        else:
            holder[last] = draw(json_values)
    return told


@settings(max_examples=300)
@given(broken_updates() | json_values)
def test_whatever_comes_it_is_read_passed_over_or_called_unreadable(told):
    try:
        read_as = read_update(told, NAME, BOT)
    except UnreadableUpdateError:
        return
    if read_as is not None:
        assert read_as.origin == f"telegram:{told['update_id']}"
        assert Address.parse(str(read_as.chat)) == read_as.chat


@pytest.mark.parametrize("told", OF_EVERY_KIND)
def test_every_real_update_is_read(told):
    assert read(told).origin == "telegram:700000001"


@pytest.mark.parametrize("told", OF_EVERY_KIND)
def test_nothing_private_stands_in_the_representation(told):
    assert str(SANNE) not in repr(read(told))
