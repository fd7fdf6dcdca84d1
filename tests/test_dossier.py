"""The dossier of a case on the command line: who gets it, what is in it, and what never is."""

import asyncio
import json
import re
import shutil
import stat
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pypdf
import pytest

from bot import app
from bot.config import load_settings
from bot.content import read_content
from bot.domain.appeal import Appeal, Neutral, Posted, Posting, Stage, Turning
from bot.domain.case_log import Deed, LogLine, LogPage, flaw_in, written_after
from bot.domain.cases import Case, CaseEvent, Status
from bot.domain.evidence import Evidence
from bot.domain.people import REGISTRY, Registry, SchoolClass
from bot.domain.plan import Ending, Record
from bot.domain.platforms import Site
from bot.domain.retention import Keeping
from bot.domain.takedown import Event, Link, What
from bot.domain.talk import REPORTER, Said
from bot.ports import Batch
from tests.processes import printed, refused
from tests.school import EXAMPLE

OURS = ("--config", "config.toml")
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CHECKSUM = "4f1c77aa" * 8

STORY = "Ze schelden Daan uit in de app."
HARD_WORDS = f"""{STORY}
Emoji: 😀😭 👍🏽 en een familie 👨‍👩‍👧. Hindi: हिन्दी. Chinees: 你好.
مرحبا بكم في المدرسة
שלום לכולם 123 abc
#eval("1+1") $x^2$ *vet* _scheef_ @ref <label> \\u{{41}} // geen commentaar
https://voorbeeld.example/{"pad/" * 100}
{"a" * 400} en \u202eomgekeerd\u202c en een \x07 bel
"""
LONG = ("Dit is een heel verhaal over wat er in de app gebeurde. " * 80)[:4000]


@cache
def content(_folder):
    """Read the content once: it takes longer than all the rest."""
    return read_content(load_settings(None, {}))


def keep(folder, change):
    """Change the data of a school, as the bot does; gives what `change` gives."""

    async def go():
        settings = load_settings(folder / "config.toml", {})
        bot = await app.assemble(settings, content=content(settings.school.content))
        try:
            unit = bot.store.begin()
            found = change(unit)
            await bot.store.commit(unit)
        finally:
            await bot.store.close()
        return found

    return asyncio.run(go())


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """Make a school with its roster and one case, of a reporter who may not be named."""
    folder = tmp_path_factory.mktemp("school")
    (folder / "config.toml").write_text(
        '[school]\nname = "De Linde"\nphone = "010 000 00 00"\n[protocol]\n'
        "[data]\nfolder = 'data'\nkey_file = 'master.key'\n[local]\nport = 0\n"
        "[reach]\n[invite]\n",
        encoding="utf-8",
    )
    printed(folder, "key", *OURS)
    files = [str(EXAMPLE / f"{name}.csv") for name in ("pupils", "contacts", "staff")]
    pupils, contacts, staff = files
    load = ("roster", "import", pupils, "--contacts", contacts, "--staff", staff, "--apply")
    printed(folder, *load, *OURS)
    keep(folder, found_case)
    return folder


def found_case(unit):
    """Open case 1, told by Noor Bakker, handled by Ingrid de Wit."""
    people = people_in(unit)
    noor, ingrid, anouk = (people[n] for n in ("Noor Bakker", "Ingrid de Wit", "Anouk Hendriks"))
    lines = [
        LogLine(0, AT, "", Deed.OPENED, 1),
        LogLine(0, AT, "", Deed.OPENED, 2),
        *(LogLine(0, AT + timedelta(hours=n), ingrid, Deed.VIEWED, 1) for n in range(60)),
        LogLine(0, AT, anouk, Deed.REFUSED, 1),
        LogLine(0, AT, noor, Deed.REFUSED, 1),
        LogLine(0, AT, ingrid, Deed.VIEWED, 1, "evidence-1"),
        LogLine(0, AT, ingrid, Deed.CHANGED, 1, f"handover:asked:{anouk}"),
        LogLine(0, AT, "", Deed.TOLD, 1, f"passed-on:{noor}"),
        LogLine(0, AT, ingrid, Deed.CHANGED, 1, "plan-severity"),
    ]
    page = None
    for line in lines:
        page = written_after(page, line)
        unit.put(page)
    unit.put(
        Case(
            1,
            noor,
            school="Voorbeeldschool De Linde",
            opened_at=AT,
            answers={"happened": HARD_WORDS, "where": "snapchat", "serious": "very-bad"}
            | {"name": "no", "reader": "leader"},
            handlers=(ingrid,),
            events=(
                CaseEvent(AT, "opened"),
                CaseEvent(AT, "completed", noor),
                CaseEvent(AT, f"handover:asked:{anouk}", ingrid),
                CaseEvent(AT, "passed-on", ingrid),
                CaseEvent(AT, "evidence-received-1"),
                CaseEvent(AT, "told-more"),
                CaseEvent(AT, "plan-severity", ingrid),
                CaseEvent(AT, "link-1-removed", ingrid),
                CaseEvent(AT, f"ouders-gebeld:{anouk}", ingrid),
            ),
            links=(stood_on(ingrid),),
            appeals=(asked_of_7b(ingrid, anouk),),
            evidence=(
                Evidence(
                    "e1", "geheim", CHECKSUM, 23456, "image/png", AT, "", "Dit stond op Snapchat"
                ),
            ),
            talk=(Said(AT, REPORTER, LONG), Said(AT + timedelta(hours=1), ingrid, "Dank je wel.")),
            records=(
                Record("severity", AT, ingrid, "not-serious"),
                Record("severity", AT, ingrid, "serious"),
                Record("offence", AT, ingrid, "possible", reason="Reden: De wijkagent twijfelt."),
                Record("aware", AT, ingrid, "2026-11-23T08:15:00+00:00"),
                Record("opinions", AT, ingrid, "Het was geen grap"),
                Record("links", AT, ingrid, "Er zijn geen links", waived=True),
                Record("mood", AT, ingrid, "Het was gespannen.", reason="Zo zag het eruit."),
                Record("mood", AT, anouk, "Dat hoeft niet meer.", waived=True),
                Record("stepped-out", AT, anouk, "Daan is mijn neefje"),
            ),
            keeping=Keeping(
                until=AT + timedelta(days=400),
                reason="De ouders vroegen erom.",
                hold_reason="De rechter vroeg erom.",
            ),
        )
    )
    unit.put(Case(2, ingrid, opened_at=AT, handlers=(anouk,), answers={"happened": "Iets anders"}))


def stood_on(handler):
    """Give a link of which removal was asked, and which is gone."""
    history = tuple(Event(AT, what, handler) for what in (What.NOTED, What.ASKED, What.REMOVED))
    return Link(1, Site.TIKTOK, "https://tiktok.example/@iemand/1", history)


def asked_of_7b(handler, second):
    """Give an appeal to two classes that a second person approved."""
    steps = ((Stage.CHOOSING, handler), (Stage.WAITING, handler), (Stage.APPROVED, second))
    return Appeal(
        1,
        Neutral.IMAGES,
        ("7B", "8A"),
        ("7B", "8A"),
        tuple(Turning(AT, stage, who) for stage, who in steps),
        (Posting("7B", Posted.ACCEPTED, AT), Posting("8A", Posted.NO_GROUP, AT)),
    )


def people_in(unit):
    registry = unit.get(Registry, REGISTRY)
    classes = [unit.get(SchoolClass, name) for name in registry.classes]
    everybody = [*registry.staff.values(), *(p for c in classes for p in c.pupils.values())]
    return {person.name: person.key for person in everybody}


@pytest.fixture
def school(founded, tmp_path):
    """Give a copy of that school, to do with as one likes."""
    return shutil.copytree(founded, tmp_path / "school")


def staff_number(name):
    lines = (EXAMPLE / "staff.csv").read_text(encoding="utf-8").splitlines()
    return next(re.split("[;,]", line)[0] for line in lines if name in line)


INGRID, ANOUK = staff_number("Ingrid"), staff_number("Anouk")


@pytest.fixture(scope="module")
def made(founded, tmp_path_factory):
    """Make the dossier for its handler once; gives the file."""
    folder = shutil.copytree(founded, tmp_path_factory.mktemp("made") / "school")
    printed(folder, "case", "export", "1", "--by", INGRID, *OURS)
    return folder / "zaak-1.pdf"


@pytest.fixture(scope="module")
def pages(made):
    return [page.extract_text() for page in pypdf.PdfReader(made).pages]


@pytest.fixture(scope="module")
def words(pages):
    """Give all words of the dossier but what stands on each page, with one space between them."""
    on_each = re.compile(r"Vertrouwelijk: .*|Voorbeeldschool De Linde Bladzijde \d+ / \d+")
    lines = [line for page in pages for line in page.splitlines() if not on_each.fullmatch(line)]
    return " ".join("\n".join(lines).replace("\u200b", "").split())


def log_in(folder):
    return keep(
        folder, lambda unit: [x for k in unit.keys(LogPage) for x in unit.get(LogPage, k).lines]
    )


def owed_in(folder):
    return keep(folder, lambda unit: [o for k in unit.keys(Batch) for o in unit.get(Batch, k).owed])


# What is in it


def test_the_cover_tells_school_number_dates_handlers_and_for_whom(pages):
    cover = pages[0]

    for told in ("Voorbeeldschool De Linde", "Dossier van zaak 1", "23-11-2026 10:30"):
        assert told in cover
    assert re.search(r"Behandeld door\s+Ingrid de Wit", cover)
    assert re.search(r"Op verzoek van\s+Ingrid de Wit", cover)
    assert "vertrouwelijk" in cover


def test_every_page_has_its_number_and_the_header_names_the_case(pages):
    assert len(pages) > 3
    for place, page in enumerate(pages, 1):
        assert f"Bladzijde {place} / {len(pages)}" in page
        assert place == 1 or "Vertrouwelijk: dossier van zaak 1" in page


@pytest.mark.parametrize(
    "told",
    [
        "Heel erg",
        "Snapchat",
        STORY,
        "Dank je wel.",
        "Stap 1: Ernst bepalen Ingrid de Wit · 23-11-2026 10:30 Ernstig",
        "Reden: De wijkagent twijfelt.",
        "23-11-2026 09:15",
        "Het was geen grap",
        "Later verbeterd in stap 1:",
        "Vervallen in stap 4:",
        "Er zijn geen links",
        "Nog niet vastgelegd",
        "Bewijs 1: foto (image/png), 23456 bytes",
        "1 23-11-2026 10:30 Ingrid de Wit Heeft de zaak bekeken. Bewijs 1",
        "Dit stond op Snapchat",
        "De ouders vroegen erom.",
        "Langer bewaard, tot 28-12-2027",
        "Heeft een dossier laten maken. Gevraagd op de opdrachtregel",
        "Link 1: TikTok https://tiktok.example/@iemand/1",
        "23-11-2026 10:30: verwijderen gevraagd door Ingrid de Wit.",
        "Oproep 1 Er gaan foto's of filmpjes rond",
        "Klassen: 7B, 8A",
        "23-11-2026 10:30: akkoord van Anouk Hendriks.",
        "Klas 7B: geplaatst op 23-11-2026 10:30.",
        "Klas 8A: niet geplaatst.",
        "Uit de zaak gestapt Anouk Hendriks · 23-11-2026 10:30 Daan is mijn neefje",
        "Vroeg Anouk Hendriks om de zaak te behandelen. Ingrid de Wit",
        "Heeft iets vastgelegd. Vroeg Anouk Hendriks om de zaak te behandelen.",
        "Er is iets verteld. Gevraagd om de melding te lezen: …",
        "Stappenplan: Ernst bepalen Ingrid de Wit",
        "Heeft iets vastgelegd. Stappenplan: Ernst bepalen",
        "Link 1: verwijderd. Ingrid de Wit",
        "Vastgelegd: ouders gebeld: Anouk Hendriks Ingrid de Wit",
        "Punt dat niet meer in het stappenplan staat (mood) Ingrid de Wit",
        "Het was gespannen. Reden: Zo zag het eruit.",
        "Vervallen punt dat niet meer in het stappenplan staat (mood)",
        "Deze persoon is gevraagd om de melding te lezen. Ingrid de Wit",
        "Mocht een tijd niet vernietigd worden De rechter vroeg erom.",
    ],
)
def test_everything_of_the_case_is_in_it(words, told):
    assert told in words


def test_what_came_from_the_reporter_stands_in_the_timeline_once(words):
    timeline = words.partition("Tijdlijn")[2].partition("Heel erg")[0]

    assert timeline.count("Bewijs 1 kwam binnen. De melder (naam niet vrijgegeven)") == 1
    assert timeline.count("kwam binnen") == len(("the report", "the evidence"))
    assert "heeft iets toegevoegd" not in timeline
    assert "Een bericht in het gesprek met de melder De melder (naam niet vrijgegeven)" in timeline


def test_no_mark_of_the_machinery_is_in_it(words):
    assert (
        re.findall(r"\b(?:plan|link|appeal|evidence|handover|passed|hold|command)[-:]\w+", words)
        == []
    )


def test_long_words_are_whole(words):
    assert " ".join(LONG.split()) in words


def test_signs_that_no_font_has_are_named_and_markup_is_shown_as_it_was_typed(words):
    assert "⟦grinning face⟧⟦loudly crying face⟧" in words
    assert "⟦man⟧⟦woman⟧⟦girl⟧" in words
    assert "⟦right-to-left override⟧omgekeerd" in words
    assert "⟦U+0007⟧ bel" in words
    for typed in ('#eval("1+1")', "$x^2$", "*vet*", "_scheef_", "@ref", "<label>", "\\u{41}"):
        assert typed in words


def test_who_read_it_and_who_was_refused_stands_in_it_line_by_line(words):
    looks = re.findall(r"23-11-2026 \d\d:\d\d Ingrid de Wit Heeft de zaak bekeken\.", words)

    assert len(looks) >= 14
    assert "Anouk Hendriks Wilde erbij en mocht niet." in words


def test_nothing_of_another_case_is_in_it(words):
    assert "Iets anders" not in words
    assert "zaak 2" not in words


def test_the_checksum_of_a_piece_of_evidence_can_be_compared(words):
    assert " ".join([CHECKSUM[:8]] * 8) in words


def test_the_last_page_bears_the_head_of_the_log(made, pages):
    head = log_in(made.parent)[-1]
    last = "".join(pages[-1].split())

    assert f"Controlesomvanregel{head.number}" in last
    assert head.checksum in last
    assert (head.deed, head.case, head.detail) == (Deed.EXPORTED, 1, "command-line")
    assert "you gave" in printed(made.parent, "case", "verify-log", "--head", head.checksum, *OURS)


# What never is


def test_a_reporter_who_may_not_be_named_is_named_nowhere(made, words):
    raw = made.read_bytes()

    for canary in ("Noor", "Bakker", "7B-"):
        assert canary not in words
        assert canary.encode() not in raw
        assert canary.encode("utf-16-be") not in raw
    assert "De melder (naam niet vrijgegeven)" in words
    assert words.count("Wilde erbij en mocht niet.") == 1
    assert keep(made.parent, lambda unit: people_in(unit)["Noor Bakker"]) not in words


def test_a_reporter_who_may_be_named_is_named(school):
    keep(school, lambda unit: unit.put(replace(unit.get(Case, "1"), name_known=True)))

    printed(school, "case", "export", "1", *OURS)

    assert "Noor Bakker uit klas" in pypdf.PdfReader(school / "zaak-1.pdf").pages[0].extract_text()


def test_how_and_when_a_case_ended_stands_on_the_cover_and_in_the_timeline(school):
    ingrid = keep(school, lambda unit: people_in(unit)["Ingrid de Wit"])
    end = {"status": Status.CLOSED, "outcome": Ending.SOLVED, "closed_at": AT + timedelta(days=1)}
    line = LogLine(0, AT + timedelta(days=1), ingrid, Deed.CLOSED, 1, "plan-outcome-second")

    def close(unit):
        unit.put(replace(unit.get(Case, "1"), **end))
        unit.put(written_after(unit.get(LogPage, unit.keys(LogPage)[-1]), line))

    keep(school, close)
    printed(school, "case", "export", "1", *OURS)

    pages = [page.extract_text() for page in pypdf.PdfReader(school / "zaak-1.pdf").pages]
    assert re.search(r"Afgerond op\s+24-11-2026 10:30", pages[0])
    assert re.search(r"Afloop\s+Opgelost", pages[0])
    assert re.search(r"24-11-2026 10:30\s+Heeft de zaak afgerond\.\s+Ingrid de Wit", pages[1])


def test_the_key_of_the_evidence_is_not_in_it(words):
    assert "geheim" not in words


def test_no_other_file_is_left(made):
    left = {p.name for p in made.parent.iterdir()}

    assert left == {"config.toml", "master.key", "data", "zaak-1.pdf"}


# The file itself


def test_the_file_can_be_kept_for_long_and_read_aloud(made):
    reader = pypdf.PdfReader(made)
    root: Any = reader.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert reader.metadata is not None
    assert reader.metadata.title == "Dossier van zaak 1"
    assert reader.metadata.author == "Voorbeeldschool De Linde"
    kinds = {kind for kind, _ in structure(root["/StructTreeRoot"])}
    assert {"/H2", "/H3", "/Table", "/TH", "/TD", "/P"} <= kinds


def structure(node, depth=0):
    """Give each element of the tree of tags: its kind, and how deep it stands."""
    if isinstance(node, pypdf.generic.IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from structure(each, depth)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node["/S"], depth
        if "/K" in node:
            yield from structure(node["/K"], depth + 1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_file_is_for_this_user_alone(made):
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


# Who gets it


def test_an_excluded_handler_gets_not_found_to_the_letter(school):
    ingrid = keep(school, lambda unit: people_in(unit)["Ingrid de Wit"])
    shut_out = {"handlers": (ingrid,), "excluded": (ingrid,)}
    keep(school, lambda unit: unit.put(replace(unit.get(Case, "1"), **shut_out)))

    forbidden = refused(school, "case", "export", "1", "--by", INGRID, *OURS)
    missing = refused(school, "case", "export", "9", "--by", INGRID, *OURS)

    assert forbidden.replace("1", "9") == missing
    assert not list(school.glob("*.pdf"))
    assert log_in(school)[-1].deed is Deed.REFUSED


def test_somebody_elses_case_looks_exactly_like_a_missing_one(school):
    forbidden = refused(school, "case", "export", "1", "--by", ANOUK, *OURS)

    assert forbidden.replace("1", "9") == refused(
        school, "case", "export", "9", "--by", ANOUK, *OURS
    )
    assert forbidden == "There is no case 1 to make a dossier of.\n"


@pytest.mark.parametrize("number", ["0", "²", "../1"])
def test_a_case_that_is_not_there_is_told_in_a_sentence(school, number):
    assert "There is no case" in refused(school, "case", "export", *OURS, "--", number)


def test_a_number_that_nobody_has_is_told_whether_the_case_is_there_or_not(school):
    there = refused(school, "case", "export", "1", "--by", "9999", *OURS)

    assert there == refused(school, "case", "export", "9", "--by", "9999", *OURS)
    assert there == "Nobody on the staff has the number 9999.\n"


def test_an_export_by_the_administrator_stands_in_the_log_and_is_told_without_content(school):
    printed(school, "case", "export", "1", "--output", "stuk.pdf", *OURS)

    last = log_in(school)[-1]
    assert (last.who, last.deed, last.case, last.detail) == ("", Deed.EXPORTED, 1, "command-line")
    [owed] = owed_in(school)
    ingrid = keep(school, lambda unit: people_in(unit)["Ingrid de Wit"])
    assert owed.person == ingrid
    assert "zaak 1" in owed.text + owed.subject
    assert not any(word in owed.text + owed.subject for word in ("Daan", "Noor", "Snapchat"))
    cover = pypdf.PdfReader(school / "stuk.pdf").pages[0].extract_text()
    assert re.search(r"Op verzoek van\s+De beheerder, op de opdrachtregel", cover)


def test_an_export_in_somebodys_name_is_told_to_that_person_too(school):
    printed(school, "case", "export", "1", "--by", INGRID, *OURS)

    ingrid = keep(school, lambda unit: people_in(unit)["Ingrid de Wit"])
    assert [owed.person for owed in owed_in(school)] == [ingrid]
    assert log_in(school)[-1].who == ingrid


def test_each_dossier_shows_the_one_before(school):
    for name in ("een.pdf", "twee.pdf"):
        printed(school, "case", "export", "1", "--by", INGRID, "--output", name, *OURS)

    first, second = (
        sum(p.extract_text().count("Heeft een dossier") for p in pypdf.PdfReader(school / f).pages)
        for f in ("een.pdf", "twee.pdf")
    )
    assert (first, second) == (1, 2)
    assert flaw_in(log_in(school)) is None


def test_a_file_that_is_there_is_not_replaced_and_nothing_is_written_down(school):
    (school / "zaak-1.pdf").write_bytes(b"mine")
    before = len(log_in(school))

    told = refused(school, "case", "export", "1", *OURS)

    assert told.startswith("zaak-1.pdf is there already.")
    assert (school / "zaak-1.pdf").read_bytes() == b"mine"
    assert len(log_in(school)) == before


def test_figures_are_printed_and_given_to_another_program(founded):
    told = printed(founded, "case", "figures", "--year", "2026", *OURS)
    [figures] = json.loads(printed(founded, "case", "figures", "--json", *OURS))

    assert "Voorbeeldschool De Linde, 2026-2027" in told
    assert "reports: fewer than 5" in told
    assert figures["reports"] == "fewer than 5"
    assert set(figures["tables"].values()) == {None}
    assert "'ooit' is no school year." in refused(
        founded, "case", "figures", "--year", "ooit", *OURS
    )
