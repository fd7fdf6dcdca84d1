"""The dossier of a case in the chat: who gets it, and that nothing is left behind (P3, P6)."""

import io
from dataclasses import replace

import pypdf

from bot.domain.case_log import Deed, LogPage
from bot.domain.cases import Case
from bot.domain.evidence import StoredFile
from bot.ports import Batch, Fate, Outcome, Refusal
from bot.wishes import Discard
from handlers.case_dossier import heard_of_sending, heard_of_setting
from tests.stories.test_handling_cases import LEADER, asks
from tests.stories.test_reporting import STORY, tells


def log_of(school):
    unit = school.bot.store.begin()
    return [line for key in unit.keys(LogPage) for line in unit.get(LogPage, key).lines]


def left_of(school):
    """List what is still owed, and the files in the folder of evidence."""
    unit = school.bot.store.begin()
    owed = [owed for key in unit.keys(Batch) for owed in unit.get(Batch, key).owed]
    folder = school.folder / "data" / "evidence"
    return owed, [p.name for p in folder.rglob("*") if p.is_file()] if folder.exists() else []


def words_in(document):
    return " ".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(document)).pages)


async def test_the_leader_gets_the_dossier_as_a_file_named_by_its_number(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=LEADER)
    await asks(ingrid, school, "/zaak 1")

    ingrid.taps("Dossier")
    await school.settles()

    [sent] = [m for m in ingrid.heard if m.upload is not None]
    assert sent.upload.name == "zaak-1.pdf"
    assert "zaak 1" in sent.text
    assert STORY not in sent.text
    words = words_in(sent.upload.content)
    assert STORY in words
    assert "Noor" not in words
    assert "Bakker" not in words
    assert log_of(school)[-1].deed is Deed.EXPORTED
    assert left_of(school) == ([], [])


async def test_the_dossier_can_be_typed_for_and_shows_the_one_before(school):
    ingrid = await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=LEADER)

    for typed in ("/zaak 1 dossier", "/zaak #1  Dossier"):
        ingrid.says(typed)
        await school.settles()

    first, second = (m.upload.content for m in ingrid.heard if m.upload is not None)
    assert words_in(first).count("Heeft een dossier") == 1
    assert words_in(second).count("Heeft een dossier") == 2


async def test_to_somebody_else_the_dossier_looks_as_that_of_a_missing_case(school):
    await school.joins("Ingrid de Wit")
    anouk = await school.joins("Anouk Hendriks")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=LEADER)

    forbidden = await asks(anouk, school, "/zaak 1 dossier")

    assert forbidden.replace("1", "9") == await asks(anouk, school, "/zaak 9 dossier")
    assert [line.deed for line in log_of(school)][-1] is Deed.REFUSED
    assert left_of(school) == ([], [])


async def test_who_is_shut_out_while_it_is_made_does_not_get_it(school):
    await school.joins("Ingrid de Wit")
    noor = await school.joins("Noor Bakker")
    await tells(noor, school, answers=LEADER)
    unit = school.bot.store.begin()
    case = unit.get(Case, "1")
    [ingrid] = case.handlers
    made = Outcome(Fate.ACCEPTED, kept=StoredFile("paper-1-x", "", "", 9, "application/pdf"))
    about = ("1", ingrid, "paper-1-x")
    context = school.bot.engine._context(unit)

    [sent] = heard_of_setting(context, about, made)
    unit.put(replace(case, excluded=(ingrid,)))

    assert (sent.to, sent.name) == (ingrid, "zaak-1.pdf")
    assert heard_of_setting(context, about, made) == [Discard("paper-1-x")]


async def test_a_dossier_that_could_not_be_sent_is_not_kept(school):
    context = school.bot.engine._context(school.bot.store.begin())
    refused = Outcome(Fate.REFUSED, why=Refusal.BLOCKED)

    erased, told = heard_of_sending(context, ("1", "s3", "paper-1-x"), refused)

    assert erased == Discard("paper-1-x")
    assert (told.to, told.text) == ("s3", "dossier-not-sent")


async def test_a_dossier_that_could_not_be_made_is_told(school):
    context = school.bot.engine._context(school.bot.store.begin())
    refused = Outcome(Fate.REFUSED, why=Refusal.NOT_POSSIBLE)

    [told] = heard_of_setting(context, ("1", "s3", "paper-1-x"), refused)

    assert (told.to, told.text) == ("s3", "dossier-not-made")
