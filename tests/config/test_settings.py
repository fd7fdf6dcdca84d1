"""What a configuration turns into, the shipped example, and the example school."""

import re
import shutil
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.config import ConfigurationError, known_keys, load_settings
from bot.config_values import key_line
from bot.domain.retention import Term
from bot.domain.school_time import Holiday, Hours
from tests.config.files import KEY, MINIMAL, PASSWORD, TELEGRAM, TOKEN, write_secret


def test_a_minimal_file_is_completed_with_what_most_schools_want(load):
    found = load(MINIMAL)

    assert found.school.name == "De Linde"
    assert found.school.language == "nl"
    assert found.school.time_zone == ZoneInfo("Europe/Amsterdam")
    assert found.school.content.name == "content"
    assert found.telegram is None
    assert found.email is None
    assert found.protocol.official is None
    assert found.data.key is not None
    assert found.data.key.get_secret_value() == KEY
    assert (found.local.host, found.local.port, found.local.chat) == ("127.0.0.1", 8765, True)
    assert (found.reach.patience_minutes, found.reach.confirm_url) == (1440, None)
    assert found.invite.valid_days == 14
    assert found.school_hours.week == (*(Hours(time(8), time(17)),) * 5, None, None)
    assert found.school_hours.holidays == ()
    assert found.incidents.quiet_days == 3
    assert found.retention.unfounded == Term(days=90)
    assert found.retention.solved == Term(months=12, after_school_year=True)
    assert found.retention.handled == Term(months=12, after_school_year=True)
    assert found.retention.offence == Term(months=24)
    assert found.retention.drafts == Term(days=30)
    assert not found.example


def test_school_hours_are_read_as_people_write_them(load):
    found = load(f"""{MINIMAL}[school_hours]
        wednesday = "08:30 - 12:15"
        holidays = ["2026-12-19 t/m 2027-01-03", 2027-04-27]
    """)

    assert found.school_hours.wednesday == Hours(time(8, 30), time(12, 15))
    assert found.school_hours.holidays == (
        Holiday(date(2026, 12, 19), date(2027, 1, 3)),
        Holiday(date(2027, 4, 27), date(2027, 4, 27)),
    )


def test_a_case_can_be_kept_for_good_by_a_word(load):
    found = load(MINIMAL + '[retention]\noffence = "Nooit"\nsolved = "einde  schooljaar"\n')

    assert found.retention.offence is None
    assert found.retention.solved == Term(after_school_year=True)


def test_paths_count_from_the_folder_of_the_file(folder, monkeypatch, load):
    monkeypatch.chdir("/")
    (folder / "protocol.txt").touch()

    found = load(MINIMAL + '[protocol]\nofficial = "protocol.txt"\n')

    assert found.data.folder == folder / "data"
    assert found.data.key_file == folder / "master.key"
    assert found.protocol.official == folder / "protocol.txt"


def test_the_shipped_example_loads_without_a_warning(repository, tmp_path):
    shutil.copy(repository / "config.example.toml", tmp_path / "config.toml")
    write_secret(tmp_path / "secrets" / "telegram-token", TOKEN)
    write_secret(tmp_path / "secrets" / "mail-password", PASSWORD)
    write_secret(tmp_path / "secrets" / "master.key", key_line(KEY))
    (tmp_path / "protocol.txt").touch()

    found = load_settings(tmp_path / "config.toml", {})

    assert found.telegram is not None
    assert found.email is not None
    assert found.warnings == ()


def test_the_shipped_example_explains_every_key_and_no_other(repository):
    named: dict[str, list[str]] = {}
    section = ""
    before = ""
    for line in (repository / "config.example.toml").read_text("utf-8").splitlines():
        if header := re.fullmatch(r"\[(\w+)\]", line):
            section = header[1]
        elif key := re.fullmatch(r"(?:# )?(\w+) = .+", line):
            named.setdefault(section, []).append(key[1])
            assert before, f"{key[1]} stands there without a word about it"
        before = line

    assert all(meaning for keys in known_keys().values() for meaning in keys.values())
    assert {name: sorted(keys) for name, keys in named.items()} == {
        name: sorted(keys) for name, keys in known_keys().items()
    }


def test_the_keys_that_are_off_in_the_example_hold_what_happens_anyway(repository, load):
    text = (repository / "config.example.toml").read_text("utf-8")
    off = re.search(r'^# base_file_url = "(.+)"$', text, re.MULTILINE)
    assert off is not None

    found = load(MINIMAL + TELEGRAM)

    assert found.telegram is not None
    assert found.telegram.base_file_url == off[1]


def test_the_example_school_lives_in_the_current_folder_and_owns_nothing_real(tmp_path):
    found = load_settings(None, {}, current_folder=tmp_path)

    assert found.example
    assert found.school.name == "Voorbeeldschool De Linde"
    assert found.data.folder == tmp_path / "example-school" / "data"
    assert found.data.key_file == tmp_path / "example-school" / "master.key"
    assert found.outbox_folder == tmp_path / "example-school" / "outbox"
    assert found.data.key is None
    assert found.local.chat
    assert (found.telegram, found.email, found.warnings) == (None, None, ())
    assert list(tmp_path.iterdir()) == []


def test_the_example_school_uses_the_key_that_was_made_for_it(tmp_path):
    write_secret(tmp_path / "example-school" / "master.key", key_line(KEY))

    found = load_settings(None, {}, current_folder=tmp_path)

    assert found.data.key is not None
    assert found.data.key.get_secret_value() == KEY


def test_a_broken_key_of_the_example_school_is_told(tmp_path):
    write_secret(tmp_path / "example-school" / "master.key", "x")

    with pytest.raises(ConfigurationError) as caught:
        load_settings(None, {}, current_folder=tmp_path)

    assert str(caught.value).startswith("example school: [data] key_file: the file ")
