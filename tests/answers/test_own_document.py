"""A school's own document: found in every form, by its own numbers, free of furniture."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.official import load_official
from bot.answers.own_document import read_outline
from bot.domain.document import Line
from bot.own_protocol import read_own_document
from tests.documents import forms
from tests.documents.esdoorn import ARTICLES, TIED

FORMS = {
    "txt": forms.write_txt,
    "md": forms.write_md,
    "docx": forms.write_docx,
    "pdf": forms.write_pdf,
}


def outline(text: str):
    lines = [Line(raw.strip(), 0, len(raw) - len(raw.lstrip(" "))) for raw in text.splitlines()]
    return read_outline(lines)


@pytest.fixture(params=FORMS)
def document(request, tmp_path):
    return read_own_document(FORMS[request.param](tmp_path / f"esdoorn.{request.param}"))


def test_every_article_is_found_under_the_number_the_school_gave_it(document):
    found = {p.number: p.text for p in document.passages if re.fullmatch(r"\d lid \d", p.number)}

    said = {
        f"{article} lid {place}": re.sub("[¹²]", "", lid.partition(" a. ")[0])
        for article, leden in enumerate(ARTICLES.values(), 1)
        for place, lid in enumerate(leden, 1)
    }
    assert {number: text.partition("\n")[0] for number, text in found.items()} == said


def test_letters_and_footnotes_have_their_own_numbers(document):
    assert set(TIED.values()) <= set(document.by_number)
    assert document.clause("2 lid 5 onder c") == (
        "een herkenbare foto van iemand die dat niet wil (portretrecht)."
    )
    assert (document.clause("voetnoot 1") or "").startswith("Persoonsgegevens: alles waardoor")


def test_what_a_page_adds_is_in_no_passage(document):
    for passage in document.passages:
        assert not re.search(r"https?:|Pagina|\| Omgangsregels|[¹²]|[a-z][12]\b", passage.text)
    assert document.remarks == ()


def test_the_same_document_reads_the_same_in_every_form(tmp_path):
    read = {
        kind: {
            (p.number, p.text)
            for p in read_own_document(write(tmp_path / f"esdoorn.{kind}")).passages
        }
        for kind, write in FORMS.items()
    }

    assert read["md"] == read["docx"] == read["pdf"] == read["txt"]


def test_items_and_chapters_of_one_kind_are_told_apart_by_what_came_before():
    found = outline(
        "1. Vooraf\nDit is voor iedereen.\n\n2. Regels\n1. Wees aardig.\n2. Wees eerlijk.\n"
        "3. Wees stil.\n\n3. Gevolgen\nEr volgt een gesprek.\n"
    )

    numbers = [passage.number for passage in found.passages]
    assert numbers == ["1", "2", "2.1", "2.2", "2.3", "3"]
    assert found.clause("3") == "Er volgt een gesprek."


def test_parts_bullets_and_bullets_below_them_are_counted():
    found = outline(
        "1. Regels\n\nA. Voor leerlingen\n1. Niet in de les.\nB. Voor ouders\n1. Vraag het eerst.\n"
        "\n2. Wetten\n• Ook online geldt de wet:\no van de maker\no van wie te zien is\n"
        "• Wees wijs.\n"
    )

    assert found.clause("1.B.1") == "Vraag het eerst."
    assert found.clause("2 punt 1.2") == "van wie te zien is"
    assert found.clause("2 punt 2") == "Wees wijs."


def test_decimal_numbers_stay_as_they_are_printed():
    found = outline("3 Sociale media\n3.1 Wees aardig.\n3.2 Deel niets\nvan een ander.\n")
    found_from_one = outline("1 Sociale media\n1.1 Wees aardig.\n1.2 Deel niets\nvan een ander.\n")

    assert found.clause("3.2") == found_from_one.clause("1.2") == "Deel niets van een ander."


def test_numbers_that_begin_again_are_told_apart_by_their_heading():
    found = outline(
        "1. Gevolgen\nEr kan iets volgen.\n\nGevolgen voor personeel\n1. Een gesprek.\n"
        "2. Een brief.\n\nGevolgen voor leerlingen\n1. Een taak.\n2. Een brief naar huis.\n"
    )

    assert found.clause("1.1 (personeel)") == "Een gesprek."
    assert found.clause("1.2 (leerlingen)") == "Een brief naar huis."


def test_articles_that_begin_again_are_told_apart_by_their_chapter():
    found = outline(
        "Hoofdstuk 1 Leerlingen\nArtikel 1 Les\n1. Wees stil.\n"
        "Hoofdstuk 2 Ouders\nArtikel 1 Thuis\n1. Wees aardig.\n"
    )

    assert found.clause("1 lid 1 (hoofdstuk 1)") == "Wees stil."
    assert found.clause("1 lid 1 (hoofdstuk 2)") == "Wees aardig."
    assert found.remarks == ()


def test_a_number_that_is_used_twice_is_told_and_both_can_be_cited():
    found = outline("1. Wees aardig.\n2. Wees eerlijk.\n2. Wees stil.\n3. Wees blij.\n")

    assert found.clause("2") == "Wees eerlijk."
    assert found.clause("2 (2e)") == "Wees stil."
    assert any("Number 2 is used more than once" in remark for remark in found.remarks)


def test_a_missing_number_is_told():
    found = outline("1. Wees aardig.\n2. Wees eerlijk.\n4. Wees blij.\n")

    assert found.clause("4") == "Wees blij."
    assert any("After number 2 comes number 4" in remark for remark in found.remarks)


def test_a_sentence_about_an_article_of_a_law_begins_no_article():
    found = outline("Artikel 1 Privacy\nWij houden ons aan de wet. Zie\nArtikel 4 van de AVG.\n")

    assert [passage.number for passage in found.passages] == ["1"]


def test_a_table_of_contents_is_no_part_of_the_text():
    found = outline(
        "1. Vooraf ........ 2\n2. Regels 3\n\n1. Vooraf\nWees aardig.\n\n2. Regels\nWees eerlijk.\n"
    )

    assert [(p.number, p.text) for p in found.passages] == [
        ("1", "Wees aardig."),
        ("2", "Wees eerlijk."),
    ]


def test_a_running_heading_goes_even_where_the_text_knows_no_pages():
    page = "De Esdoorn 2026\n"
    found = outline(
        f"1. Deel geen\n{page}foto van een ander.\n2. Wees\n{page}aardig.\n3. Wees\n{page}stil.\n"
    )

    assert found.clause("1") == "Deel geen foto van een ander."


def test_a_number_fits_in_a_button():
    heading = "Gevolgen voor iedereen die op onze bijzonder grote school rondloopt"
    deep = "Artikel 12 Regels\n1. Wees aardig:\na. altijd;\nb. overal;\n"
    twice = f"{heading} of niet\n1. Een.\n\n{heading} of wel\n1. Twee.\n"

    for found in (outline(deep), outline(twice)):
        assert all(len(f"artikel:{p.number}".encode()) <= 64 for p in found.passages)
        assert len(found.by_number) == len(found.passages)


BEGINNINGS = ("1.", "2.", "a.", "A.", "I.", "i)", "•", "o", "-", "1", "3.1", "(1)", "§ 4", "Stap 1")
WORDS = (
    "",
    "Artikel 3",
    "Artikel 1 lid 2",
    "Bijlage B",
    "Wees aardig.",
    "wees stil",
    "en¹",
    "2 van 9",
)


@given(
    st.lists(
        st.builds(
            Line,
            st.lists(st.sampled_from((*BEGINNINGS, *WORDS)), max_size=3).map(" ".join),
            page=st.integers(0, 2),
            indent=st.integers(0, 1),
            whole=st.booleans(),
            depth=st.sampled_from((None, None, 1, 2, 9, 10, 11)),
        ),
        max_size=25,
    )
)
def test_whatever_a_document_holds_each_number_is_its_own_and_fits_in_a_button(lines):
    numbers = [passage.number for passage in read_outline(lines).passages]

    assert len(set(numbers)) == len(numbers)
    assert all(number and len(number.encode()) <= 44 for number in numbers)


BY_OFFICIAL = {
    "8.6b": "8 punt 6.2",
    "8.10": "8 punt 10",
    "9.A.4": "9.A.4",
    "9.C.7u": "9.C.7 alinea 2",
    "9.C.11": "9.C.11",
    "10.M.3": "10.3 (medewerkers)",
    "10.L.1": "10.1 (leerlingen/ouders/verzorgers)",
    "11.6": "11 stap 6",
    "11.Sb": "11.b",
    "vn4": "voetnoot 4",
}


@pytest.mark.parametrize("number", BY_OFFICIAL)
def test_the_official_document_comes_in_without_knowing_its_numbers(shared, number):
    path = shared / "protocol" / "official.txt"

    found = read_own_document(path).clause(BY_OFFICIAL[number]) or ""

    official = load_official(path).clause(number) or ""
    assert found.replace("\n• ", "\n") == official.replace("\n• ", "\n")


def test_no_passage_of_the_official_document_carries_page_furniture(shared):
    document = read_own_document(shared / "protocol" / "official.txt")

    assert document.remarks == ()
    for passage in document.passages:
        assert "http" not in passage.text
        assert not re.search(r"[a-z][1-4]\b", passage.text)
