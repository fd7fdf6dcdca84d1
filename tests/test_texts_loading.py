"""What the loader of texts refuses, and what it says then; real files in a folder of the test."""

import pytest

from bot.texts import Texts, TextsError, read_help_lines

GOOD = "start-hello = Hallo { $name }!\n"
GOOD_LINES = 'checked = 2026-11-24\n[emergency]\nname = "x"\nnumber = "112"\n'


@pytest.fixture
def load(tmp_path):
    """Write files ("nl/start.ftl" to its text) and load the folder."""

    def _load(files, standing=None):
        for name, words in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(words if isinstance(words, bytes) else words.encode())
        return Texts.load(tmp_path, standing or {})

    return _load


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"nl/a.ftl": GOOD + "zonder is-teken\n"}, "nl/a.ftl, line 2: this is not Fluent"),
        ({"nl/a.ftl": "a-b = { $name\n"}, "nl/a.ftl, line 1: this is not Fluent"),
        ({"nl/a.ftl": "a-b = Hoi\nniet ingesprongen\n"}, "line 2: this is not Fluent"),
        ({"nl/a.ftl": "a-b = x\na-b = y\n"}, 'line 2: the text "a-b" stands in nl twice'),
        ({"nl/a.ftl": "a-b = x\n", "nl/b.ftl": "a-b = y\n"}, "nl/b.ftl, line 1"),
        ({"nl/a.ftl": "a-b =\n .x = 1\na-b =\n .y = 2\n"}, '"a-b" stands in nl twice'),
        ({"nl/a.ftl": "a-b =\n .x = 1\n .x = 2\n"}, '"a-b.x" stands there twice'),
        ({"nl/a.ftl": "-w = x\n-w = y\na-b = x\n"}, "the word -w stands in nl twice"),
        ({"nl/a.ftl": "-w = { $x }\na-b = { -w }\n"}, "the word -w must be plain words"),
        ({"nl/a.ftl": "a-b = Hoi { -bot }\n"}, "the word -bot is not in the word list of nl"),
        ({"nl/a.ftl": "a-b = x\na-c = { a-b }\n"}, "refers to another text (a-b)"),
        ({"nl/a.ftl": "a-b = { NUMBER($x) }\n"}, "refers to a function (NUMBER)"),
        ({"nl/a.ftl": "a-b = { $Name }\n"}, "$Name of"),
        ({"nl/a.ftl": "a-b = { $field1 }\n"}, "$field1 of"),
        ({"nl/a.ftl": GOOD, "en/a.ftl": "# empty\n"}, '"start-hello" is missing in en'),
        ({"nl/a.ftl": GOOD, "en/a.ftl": GOOD + "a-b = x\n"}, '"a-b" is missing in nl'),
        (
            {"nl/a.ftl": "a-b = x\n .subject = y\n", "en/a.ftl": "a-b = x\n"},
            '"a-b.subject" is miss',
        ),
        ({"nl/a.ftl": GOOD, "en/a.ftl": "start-hello = Hello\n"}, "en has none; nl has name"),
        (
            {
                "nl/a.ftl": "a-b = { $n ->\n    [one] een\n   *[other] { $x }\n }\n",
                "en/a.ftl": "a-b = { $n }\n",
            },
            "en has n; nl has n, x",
        ),
        ({"nl/a.ftl": GOOD.encode("utf-16")}, "a.ftl is not UTF-8"),
        ({"nl/a.ftl": "a-b = één\n".encode("cp1252")}, "a.ftl is not UTF-8"),
        ({"nl/readme.txt": "x"}, "nl holds no .ftl file"),
        ({"klingon/a.ftl": GOOD}, '"klingon" is no language'),
        ({"readme.txt": "x"}, "There is no language in"),
    ],
)
def test_a_broken_catalogue_is_refused_with_its_place(load, files, told):
    with pytest.raises(TextsError) as refused:
        load(files)

    assert told in str(refused.value)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(TextsError, match=r"can't be read: .*nowhere"):
        Texts.load(tmp_path / "nowhere")


def test_every_mistake_is_told_at_once(load):
    with pytest.raises(TextsError) as refused:
        load({"nl/a.ftl": "a-b = x\na-b = y\nzonder\n", "en/b.ftl": "a-b = { -gone }\n"})

    assert len(str(refused.value).splitlines()) == 3


def test_a_file_from_a_windows_editor_is_read(load):
    texts = load({"nl/a.ftl": b"\xef\xbb\xbfa-b =\r\n    E\xc3\xa9n\r\n    Twee\r\n"})

    assert texts.say("nl", "a-b") == "Eén\nTwee"


def test_hidden_and_private_folders_are_no_languages(load):
    assert load({"nl/a.ftl": GOOD, ".old/a.ftl": "x", "_old/a.ftl": "x"}).languages == {"nl"}


def test_an_attribute_is_a_text_of_its_own(load):
    texts = load({"nl/a.ftl": "mail-x = Beste { $name }\n    .subject = Bericht van { $school }\n"})

    assert texts.ids == {"mail-x", "mail-x.subject"}
    assert texts.fields("mail-x.subject") == {"school"}
    assert texts.say("nl", "mail-x.subject", {"school": "De Linde"}) == "Bericht van De Linde"


def test_a_missing_field_is_an_error_that_names_the_field_and_no_value(load):
    texts = load({"nl/a.ftl": "a-b = { $name } { $class } { $number }\n"})

    with pytest.raises(TextsError) as refused:
        texts.say("nl", "a-b", {"name": "Ada Geheim"})

    assert str(refused.value) == 'The text "a-b" was asked for without its field class, number.'


def test_a_value_that_is_no_text_is_an_error_that_does_not_repeat_it(load):
    texts = load({"nl/a.ftl": "a-b = { $name }\n"})

    with pytest.raises(TextsError) as refused:
        texts.say("nl", "a-b", {"name": ["Ada Geheim"]})

    assert "Geheim" not in str(refused.value)


def test_an_unknown_text_or_language_is_an_error(load):
    texts = load({"nl/a.ftl": GOOD})

    with pytest.raises(TextsError, match='no text with the id "start-bye"'):
        texts.say("nl", "start-bye")
    with pytest.raises(TextsError, match='no texts in "fr", only in nl'):
        texts.say("fr", "start-hello", {"name": "Ada"})


def test_a_field_the_text_has_no_place_for_is_left_out(load):
    assert load({"nl/a.ftl": GOOD}).say("nl", "start-hello", {"name": "A", "x": "y"}) == "Hallo A!"


def test_a_number_is_shown_as_it_is_typed_and_still_chooses_the_plural(load):
    words = "a-b = { $count ->\n    [one] { $count } zaak\n   *[other] { $count } zaken\n }\n"
    texts = load({"nl/a.ftl": words, "nl-x-eenvoudig/a.ftl": words})

    for language in texts.languages:
        assert texts.say(language, "a-b", {"count": 1}) == "1 zaak"
        assert texts.say(language, "a-b", {"count": 1200}) == "1200 zaken"


def test_a_value_is_never_read_as_fluent(load):
    texts = load({"nl/a.ftl": GOOD + "-bot = Groepsmaat\n"})
    sly = "{ -bot } { $name }\n.subject = x\nstart-hello = y"

    assert texts.say("nl", "start-hello", {"name": sly}) == f"Hallo {sly}!"


def test_standing_fields_need_not_be_given_and_given_ones_win(load):
    texts = load(
        {"nl/a.ftl": "a-b = Bel { $emergency }\na-c = Bel { $emergency }, { $name }\n"},
        {"emergency": "112"},
    )

    assert texts.say("nl", "a-b") == "Bel 112"
    assert texts.say("nl", "a-c", {"name": "Ada"}) == "Bel 112, Ada"
    assert texts.say("nl", "a-c", {"name": "Ada", "emergency": "911"}) == "Bel 911, Ada"


def test_no_invisible_signs_are_put_around_a_value(load):
    said = load({"nl/a.ftl": GOOD}).say("nl", "start-hello", {"name": "Ada"})

    assert said.isascii()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("checked = \n", "is not valid TOML"),
        (GOOD_LINES.replace("checked = 2026-11-24", ""), "lacks the date of the last check"),
        (GOOD_LINES.replace("2026-11-24", '"gisteren"'), "lacks the date of the last check"),
        (GOOD_LINES.replace('number = "112"', ""), 'gives no number for "emergency"'),
        (GOOD_LINES.replace('"112"', "112"), 'gives no number for "emergency"'),
        (GOOD_LINES.replace('"112"', '""'), 'gives no number for "emergency"'),
        ("checked = 2026-11-24\n", "names no help line at all"),
        ("checked = 2026-11-24\nemergency = 112\n", 'gives no number for "emergency"'),
    ],
)
def test_help_lines_that_nobody_can_call_are_refused(tmp_path, words, told):
    file = tmp_path / "helplines.toml"
    file.write_text(words, encoding="utf-8")

    with pytest.raises(TextsError) as refused:
        read_help_lines(file)

    assert told in str(refused.value)


def test_a_file_of_help_lines_that_is_not_there_is_named(tmp_path):
    with pytest.raises(TextsError, match=r"helplines\.toml can't be read"):
        read_help_lines(tmp_path / "helplines.toml")


def test_help_lines_are_read_by_the_name_of_their_field(tmp_path):
    file = tmp_path / "helplines.toml"
    file.write_text(GOOD_LINES, encoding="utf-8")

    assert read_help_lines(file) == {"emergency": "112"}
