"""No name, number, address or word of anybody in a log; no pupil's name in a group (P6)."""

import csv
import logging
import re

from tests.emulators.smtp import Moment, Silence
from tests.school import EXAMPLE, telegram_school
from tests.stories.test_reporting import goes_on

STORY = "ze sturen een rare foto van mij rond"
NEWS = "Morgen neemt iedereen een appeltaart mee"
REASON = "ligt met een gebroken been thuis"
PLACE = "achter de fietsenstalling"
SERVERS_OWN = ("mail", "aiohttp.access")
"""Loggers of the emulated servers: what they log is not ours."""


def told_in_files(*files: str) -> set[str]:
    """Collect every name, number and address of the school's files."""
    found = set()
    for file in files:
        with (EXAMPLE / file).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                for column in ("first_name", "last_name", "name", "email", "phone", "birth_date"):
                    found.add(row.get(column) or "")
                found |= set((row.get("name") or "").split()[:1])
                found.add(row["number"])
    return {word for word in found if word}


PEOPLE = told_in_files("pupils.csv", "contacts.csv", "staff.csv")
PUPILS = told_in_files("pupils.csv")


async def everything_happens(school):
    """Live a long day at school, with what goes well and what goes wrong."""
    anouk = await school.joins("Anouk Hendriks")
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    sem = await school.joins("Sem de Vries")
    sharda = await school.joins("Sharda Pinas")
    femke = await school.joins("Femke Bakker")
    group = await school.has_a_group("7B", anouk, noor, sem)
    femke.requests_to_join(group)
    stranger = school.telegram.person("Vreemdeling")
    anouk.adds(stranger, group)
    sem.says(f"/start {school.codes['Zeynep Yildiz']}", group)
    anouk.adds(femke, group)
    await school.settles()
    school.mail.refuses("emre.yildiz@ouders.example", "550 5.1.1 emre.yildiz@ouders.example: nee")
    anouk.says(f"/bericht {NEWS}", group)
    await school.settles()
    noor.taps("Gelezen")
    sharda.taps("Gelezen")
    anouk.says("/bereik", group)
    anouk.says("/bereik")
    await school.settles()
    anouk.taps("Niet bereikt")
    anouk.says(f"/vrijstellen Daan Jansen {REASON}")
    noor.says(f"/meld {STORY}", group)
    await school.settles()
    noor.says(PLACE)
    await school.settles()
    await goes_on(noor, school, typing=True, name="yes")
    ingrid.says("/zaken")
    ingrid.says("/zaak 1")
    sem.says("/mag ik een foto van Noor Bakker plaatsen?", group)
    sem.sends_photo(STORY)
    sem.blocks_bot()
    sem.says(f"/meld {STORY}", group)
    await school.settles()
    school.telegram.answers_next(500, method="sendMessage")
    school.telegram.answers_next(429, method="sendMessage", retry_after=1)
    school.telegram.drops_next("sendMessage")
    school.mail.fails(Moment.GREETING, Silence.DROP)
    await school.lets_pass(hours=25)
    school.mail.recovers()
    school.telegram.injects({"message": {"chat": 1, "text": STORY}})
    noor.leaves(group)
    anouk.takes_bots_rights(group)
    await school.lets_pass(hours=25)
    await school.closes()
    await school.opens()
    await school.settles()
    return group


async def test_no_log_line_of_a_long_day_holds_anything_of_anybody(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    async with telegram_school(tmp_path) as school:
        await everything_happens(school)
        accounts = {str(person.id) for person in school.people.values()}
        said = {STORY, NEWS, REASON, PLACE, *school.codes.values(), school.telegram.token}

    lines = [
        f"{record.getMessage()} {record.exc_text or ''}".replace(str(tmp_path), "")
        for record in caplog.records
        if not record.name.startswith(SERVERS_OWN)
    ]
    assert lines
    for secret in PEOPLE | accounts | said:
        # As a word of its own: four digits can stand in any port or object's number.
        whole = re.compile(rf"(?<!\w){re.escape(secret)}(?!\w)")
        assert [line for line in lines if whole.search(line)] == []


async def test_no_message_in_the_group_names_a_pupil(school):
    group = await everything_happens(school)

    said = school.said_in(group)

    assert any("7B-0" in text for text in said)
    for name in PUPILS:
        assert [text for text in said if name in text] == []
    assert not any(STORY in text or REASON in text for text in said)


async def test_no_notice_and_no_subject_says_what_a_report_is_about(school):
    await everything_happens(school)

    reported = [
        message
        for person in school.people.values()
        for message in person.heard
        if STORY in message.text or PLACE in message.text
    ]

    assert len(reported) == 1
    assert "Zaak 1" in reported[0].text
    assert reported[0].private
    letters = [f"{x['Subject']} {x.get_body().get_content()}" for x in school.mail.letters]
    assert not any(STORY in letter or PLACE in letter for letter in letters)
    subjects = [str(letter["Subject"]) for letter in school.mail.letters]
    assert not [s for s in subjects for name in PUPILS if name in s]
