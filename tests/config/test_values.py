"""What each value may be, and what is allowed but unwise."""

import tomllib

import pytest

from tests.config.files import EMAIL, MINIMAL, TELEGRAM, toml

NO_TERM = (
    'is neither a period, such as "90 dagen", "1 jaar" or "einde schooljaar + 1 jaar", nor '
    '"nooit", which keeps it for good.'
)


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("school.name", '""', "must be filled in, not ''."),
        ("school.name", "3", "must be a text between quotes, not 3."),
        ("school.name", '"De\\nLinde"', "must be one line of readable characters."),
        (
            "school.phone",
            '"the office"',
            "'the office' is not a telephone number, such as 010 123 45 67.",
        ),
        ("school.language", '"de"', "'de' is not one of nl, nl-x-eenvoudig, en."),
        (
            "school.time_zone",
            '"Europe/Amsterdm"',
            "'Europe/Amsterdm' is not a known time zone; did you mean Europe/Amsterdam?",
        ),
        (
            "school.time_zone",
            '"Europe"',
            "'Europe' is not a known time zone; Europe/Amsterdam is one.",
        ),
        ("school.time_zone", "1", "must be the name of a time zone between quotes."),
        ("school.content", '"nowhere"', "the folder {folder}/nowhere does not exist."),
        ("school.content", '"token"', "the folder {folder}/token does not exist."),
        (
            "telegram.base_url",
            '"api.telegram.org"',
            "'api.telegram.org' is not a web address, such as https://school.nl/bot.",
        ),
        (
            "telegram.base_file_url",
            '"http://x:99999"',
            "'http://x:99999' is not a web address, such as https://school.nl/bot.",
        ),
        (
            "email.host",
            '"smtp://mail"',
            "'smtp://mail' is not the name of a machine, such as mail.school.nl.",
        ),
        ("email.port", "70000", "must be at most 65535, not 70000."),
        ("email.port", "0", "must be at least 1, not 0."),
        ("email.port", '"587"', "must be a whole number without quotes, not '587'."),
        (
            "email.from",
            '"Bot <bot@linde.example>"',
            "'Bot <bot@linde.example>' is not an e-mail address, such as bot@school.nl.",
        ),
        ("email.security", '"ssl"', "'ssl' is not one of starttls, tls, none."),
        ("email.timeout_seconds", "2.5", "must be a whole number without quotes, not 2.5."),
        ("protocol.official", '"nowhere.txt"', "the file {folder}/nowhere.txt does not exist."),
        ("protocol.official", '"."', "the file {folder} does not exist."),
        ("data.folder", '"token"', "{folder}/token is a file, and a folder is needed."),
        (
            "data.folder",
            '"C:\\new"',
            "holds a character that is in no path. Write 'C:\\folder' that way.",
        ),
        ("local.port", "-1", "must be at least 0, not -1."),
        ("local.chat", '"yes"', "must be true or false without quotes, not 'yes'."),
        (
            "reach.confirm_url",
            '"http://linde.example"',
            "must begin with https://, because guardians open it over the internet.",
        ),
        (
            "reach.confirm_url",
            '"https://linde.example/?a=b"',
            "must be an address without ? and #.",
        ),
        ("reach.patience_minutes", "true", "must be a whole number without quotes, not true."),
        ("invite.valid_days", "[]", "must be a whole number without quotes, not a list."),
        (
            "school_hours.monday",
            '"8-17"',
            '\'8-17\' is neither hours, such as "08:00-17:00", nor "dicht".',
        ),
        (
            "school_hours.tuesday",
            '"08:00-25:00"',
            '\'08:00-25:00\' is neither hours, such as "08:00-17:00", nor "dicht".',
        ),
        ("retention.unfounded", "0", f"0 {NO_TERM}"),
        ("retention.solved", '"0"', f"'0' {NO_TERM}"),
        ("retention.handled", '"0 dagen"', f"'0 dagen' {NO_TERM}"),
        ("retention.offence", '"altijd"', f"'altijd' {NO_TERM}"),
        (
            "retention.offence",
            '"1 jaar + einde schooljaar"',
            f"'1 jaar + einde schooljaar' {NO_TERM}",
        ),
        ("retention.offence", '"einde schooljaar +"', f"'einde schooljaar +' {NO_TERM}"),
        ("retention.offence", '"101 jaar"', f"'101 jaar' {NO_TERM}"),
        ("retention.drafts", "false", f"false {NO_TERM}"),
        (
            "retention.drafts",
            '"nooit"',
            'cannot be "nooit": what nobody finished has to go one day.',
        ),
        ("school_hours.friday", '"17:00-08:00"', "'17:00-08:00' ends before it begins."),
        (
            "school_hours.sunday",
            "8",
            '8 is neither hours, such as "08:00-17:00", nor "dicht".',
        ),
        (
            "school_hours.holidays",
            '"2027-04-27"',
            'must be a list, such as ["2027-04-27", "2026-12-19 t/m 2027-01-03"].',
        ),
        (
            "school_hours.holidays",
            '["2027-04-27", "2027-02-29"]',
            (
                "'2027-02-29' is neither a day, such as \"2027-04-27\", nor a range of days, such "
                'as "2026-12-19 t/m 2027-01-03".'
            ),
        ),
        (
            "school_hours.holidays",
            '["2027-01-03 t/m 2026-12-19"]',
            "'2027-01-03 t/m 2026-12-19' ends before it begins.",
        ),
        (
            "school_hours.holidays",
            '["2027-01-01 t/m 2037-01-01"]',
            "'2027-01-01 t/m 2037-01-01' is longer than 100 days.",
        ),
    ],
)
def test_a_value_that_cannot_be_is_told_by_its_dotted_key(folder, key, value, sentence, mistakes):
    document = tomllib.loads(MINIMAL + EMAIL + TELEGRAM)
    section, name = key.split(".")
    document.setdefault(section, {})[name] = tomllib.loads(f"x = {value}")["x"]

    assert mistakes(toml(document)) == {key: sentence.format(folder=folder)}


def test_a_school_that_is_never_open_is_a_mistake(mistakes):
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")
    lines = "".join(f'{day} = "dicht"\n' for day in days)

    assert mistakes(f"{MINIMAL}[school_hours]\n{lines}") == {
        "school_hours.sunday": "the school is open on no day at all. Give one of the days hours."
    }


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "bot.linde.example", "::"])  # noqa: S104
@pytest.mark.parametrize("chat", ["", "chat = true\n"])
def test_a_chat_page_for_the_whole_network_is_a_mistake(host, chat, mistakes):
    found = mistakes(f'{MINIMAL}[local]\nhost = "{host}"\n{chat}')

    assert found.keys() == {"local.chat"}
    assert "speak as any pupil" in found["local.chat"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
def test_a_chat_page_on_this_machine_is_allowed(host, load):
    assert load(f'{MINIMAL}[local]\nhost = "{host}"\n').local.chat


def test_other_pages_may_be_served_to_the_network(load):
    found = load(f'{MINIMAL}[local]\nhost = "0.0.0.0"\nchat = false\n')

    assert found.local.host == "0.0.0.0"  # noqa: S104


def test_with_telegram_the_chat_page_is_off_unless_it_is_asked_for(load):
    assert not load(MINIMAL + TELEGRAM).local.chat
    assert load(MINIMAL + TELEGRAM + "[local]\nchat = true\n").local.chat


def test_files_of_another_bot_api_server_follow_its_methods(load):
    found = load(MINIMAL + TELEGRAM + 'base_url = "http://127.0.0.1:8081/bot"\n')

    assert found.telegram is not None
    assert found.telegram.base_file_url == "http://127.0.0.1:8081/file/bot"


def test_a_confirmation_page_may_be_plain_http_on_this_machine_only(load):
    found = load(MINIMAL + '[reach]\nconfirm_url = "http://127.0.0.1:8765/"\n')

    assert found.reach.confirm_url == "http://127.0.0.1:8765"


@pytest.mark.parametrize(
    ("lines", "warning"),
    [
        (
            'port = 25\nsecurity = "none"',
            "[email] security: everybody on the way can read the mail; use starttls or tls.",
        ),
        ("port = 465", "[email] security: port 465 normally needs tls."),
        ('port = 587\nsecurity = "tls"', "[email] security: port 587 normally needs starttls."),
    ],
)
def test_an_unwise_mail_server_is_warned_about(lines, warning, load):
    found = load(MINIMAL + EMAIL.replace("port = 587", lines))

    assert found.warnings == (warning,)


def test_an_unprotected_mail_server_on_this_machine_is_fine(load):
    email = EMAIL.replace("mail.linde.example", "127.0.0.1").replace("587", "25")

    assert load(f'{MINIMAL}{email}security = "none"\n').warnings == ()


def test_a_token_over_an_open_line_and_a_bot_nobody_can_reach_are_warned_about(load):
    open_line = load(MINIMAL + EMAIL + TELEGRAM + 'base_url = "http://api.example/bot"\n')
    silent = load(MINIMAL + EMAIL + "[local]\nchat = false\n")

    assert open_line.warnings == (
        "[telegram] base_url: everybody on the way can read the token; use https.",
    )
    assert silent.warnings == (
        "Nobody can reach the bot: there is no [telegram], and [local] chat is off.",
    )
