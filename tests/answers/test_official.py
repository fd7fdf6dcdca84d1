"""The school's own document: every clause found, whole, and without what the page added."""

import hashlib

import pytest

from bot.answers.official import OfficialTextError, load_official, read_official
from tests.answers.test_protocol_content import CLAUSES

DOCUMENT = """\
 1. Vooraf

Dit is een verzonnen document van een verzonnen school.

 2. Bedoeling

Het dient alleen om te oefenen.

3. Wat het is

Alles waarop je deelt hoort er-

bij, ook e-

mail1.

\f 4. Hoe wij het doen

Met plezier.

 8. Grondregels

• Wij doen mee.

• Wij helpen.

• Wij zijn veilig. Dat duurt

Pagina 3 van 9

https://school.example/regels

langer dan een bladzijde.

• Wij zijn netjes.

• Wij grijpen in.

• De wet geldt:

o Vraag de maker

o Vraag wie

het betreft

• Zelf doen.

 9. Afspraken

A. Voor leerlingen

1. Niet in de les.

B. Voor ouders

1. Vertellen mag, mits het geen gegevens2 zijn.

1 Post: een brief, ook een lange
die verder loopt.
2 Gegevens: alles over iemand.
 C. Voor medewerkers

7. Dit is geen eerste punt en hoort bij niets.

1. Een werkaccount is goed.

\f 10.   Gevolgen

Mogelijke gevolgen voor medewerkers

1. Een gesprek.

Mogelijke gevolgen voor leerlingen/ouders

1. Een brief.

 11.   Als het misgaat

Meld het.

Stap 1

•Melden

Je meldt het.

Stap 2

•Opschrijven

Je schrijft het op.

Toevoeging voor later.

a. Als het kan

• Praten

o En luisteren

b. Anders

• Vragen

 12.   Meer lezen

Er is meer te lezen.

 \n\nVastgesteld door niemand.
"""


@pytest.fixture(scope="module")
def clauses():
    return read_official(DOCUMENT)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("3", "Alles waarop je deelt hoort er-bij, ook e-mail."),
        ("8.3", "Wij zijn veilig. Dat duurt langer dan een bladzijde."),
        ("8.6", "De wet geldt:"),
        ("8.6b", "Vraag wie het betreft"),
        ("8.7", "Zelf doen."),
        ("9.A.1", "Niet in de les."),
        ("9.B.1", "Vertellen mag, mits het geen gegevens zijn."),
        ("9.C.1", "Een werkaccount is goed."),
        ("vn2", "Gegevens: alles over iemand."),
        ("10.M.1", "Een gesprek."),
        ("10.L.1", "Een brief."),
        ("11.0", "Meld het."),
        ("11.2", "Opschrijven\nJe schrijft het op."),
        ("11.Sa", "Als het kan\n• Praten\n• En luisteren"),
        ("12", "Er is meer te lezen."),
    ],
)
def test_a_clause_is_found_whole_and_clean(clauses, number, words):
    assert clauses[number] == words


def test_a_clause_that_the_document_lacks_is_not_made_up(clauses):
    assert "9.A.2" not in clauses
    assert "9.C.7" not in clauses


def test_the_schools_document_holds_every_clause(shared):
    official = load_official(shared / "protocol" / "official.txt")

    assert sorted(official.clauses) == sorted(CLAUSES)
    assert official.clause("9.Z.1") is None


BEGINS_AND_ENDS = {
    "4": ("Onderwijsgroep Buitengewoon moedigt", "aan besteed."),
    "7": ("Dit protocol is van", "binnen Onderwijsgroep Buitengewoon"),
    "8.1": ("Onderwijsgroep Buitengewoon onderkent", "sociale media."),
    "8.5": ("Als fatsoensnormen", "passende maatregelen."),
    "8.6b": ("Europese Privacywet", "hebben gegeven)"),
    "8.9": ("Zowel personen", "op sociale media."),
    "8.10": ("Op scholen", "toegepast te worden."),
    "8.12": ("Het protocol dient", "van sociale media."),
    "9.A.2": ("Het is leerlingen toegestaan", "zijn leidend."),
    "9.A.4": ("Het is leerlingen alleen", "privé-account van medewerkers."),
    "9.C.1": ("Medewerkers van Onderwijsgroep", "op de hoogte gesteld."),
    "9.C.7": ("Het is medewerkers alleen", "worden, indien voorhanden."),
    "9.C.7u": ("Een uitzondering hierop", "privé-account worden gebruikt."),
    "9.C.11": ("Bij twijfel of", "met zijn leidinggevende."),
    "10.M.3": ("Wanneer de uitlating van medewerkers", "politie worden gedaan."),
    "10.L.1": ("Leerlingen en/of", "in het leerlingdossier."),
    "11.0": ("Wanneer er zich een", "geldt onderstaand stappenplan."),
    "11.7": ("Evalueer", "moeten worden bijgesteld."),
    "11.Sb": ("Actie bij", "aan de politie"),
    "11.Sc": ("Actie bij", "je geïnformeerd blijft."),
    "12": ("Er is veel informatie", "praktijkvoorbeelden worden benoemd."),
    "vn2": ("Persoonsgegevens:", "(artikel 4 AVG)."),
    "vn4": ("Schoolaccount:", "overgedragen aan school."),
}


@pytest.mark.parametrize("number", BEGINS_AND_ENDS)
def test_a_clause_of_the_school_begins_and_ends_where_it_should(shared, number):
    words = load_official(shared / "protocol" / "official.txt").clause(number)

    begins, ends = BEGINS_AND_ENDS[number]
    assert words is not None
    assert words.startswith(begins)
    assert words.endswith(ends)


def test_the_school_says_the_same_to_pupils_and_parents_about_consent(shared):
    official = load_official(shared / "protocol" / "official.txt")
    hashes = {
        number: hashlib.sha256((official.clause(number) or "").encode()).hexdigest()
        for number in ("9.A.3", "9.A.5", "9.A.6", "9.B.1", "9.B.2", "9.B.3")
    }

    assert hashes["9.A.5"] == hashes["9.B.2"]
    assert hashes["9.A.6"] == hashes["9.B.3"]
    assert hashes["9.A.3"] == hashes["9.B.1"]


def test_no_clause_of_the_school_carries_a_page_number_or_link(shared):
    official = load_official(shared / "protocol" / "official.txt")

    for words in official.clauses.values():
        assert "http" not in words
        assert "\n\n" not in words
        assert "gegevens2" not in words


def test_a_missing_document_is_told_with_its_path(tmp_path):
    with pytest.raises(OfficialTextError, match=r"none\.txt cannot be read"):
        load_official(tmp_path / "none.txt")


def test_a_document_that_is_no_text_is_told(tmp_path):
    (tmp_path / "official.pdf").write_bytes(b"%PDF-1.7\xff\xfe\x00")

    with pytest.raises(OfficialTextError, match="not a text in UTF-8"):
        load_official(tmp_path / "official.pdf")


@pytest.mark.parametrize("text", ["", "\f\f\n", "Beste ouders,\nhierbij het rooster.\n"])
def test_a_document_without_clauses_is_told(tmp_path, text):
    (tmp_path / "letter.txt").write_text(text, encoding="utf-8")

    with pytest.raises(OfficialTextError, match="No clause was found"):
        load_official(tmp_path / "letter.txt")
