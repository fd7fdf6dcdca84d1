"""A school with a document of its own: answers number and quote what that document says."""

from tests.documents import forms
from tests.documents.esdoorn import TIED


async def answers_by_its_own_document(school):
    """Name a document and checked ties in the configuration, as the administrator does."""
    await school.closes()
    forms.write_docx(school.folder / "esdoorn.docx")
    tied = "\n".join(f'"{ours}" = "{theirs}"' for ours, theirs in TIED.items())
    ties = f'checked = true\ndocument = ""\n[ties]\n{tied}\n'
    (school.folder / "ties.toml").write_text(ties, encoding="utf-8")
    named = '[protocol]\ndocument = "esdoorn.docx"\nties = "ties.toml"'
    config = school.config.read_text(encoding="utf-8")
    school.config.write_text(config.replace("[protocol]", named), encoding="utf-8")
    await school.opens()


async def test_an_answer_and_its_button_carry_the_schools_number_and_text(school):
    noor = await school.joins("Noor Bakker")
    await answers_by_its_own_document(school)

    noor.says("mag ik in de les op tiktok?")
    await school.settles()
    assert "3 lid 1" in noor.texts[-1]
    assert "9.A.1" not in noor.texts[-1]
    button = next(label for label in noor.heard[-1].labels if "3 lid 1" in label)

    noor.taps(button)
    await school.settles()
    assert "Tijdens de les blijft je telefoon in het kluisje" in noor.texts[-1]


async def test_a_footnote_is_called_by_its_own_name_on_its_button(school):
    anouk = await school.joins("Anouk Hendriks")
    await answers_by_its_own_document(school)

    anouk.says("wat is een werkaccount?")
    await school.settles()
    button = next(label for label in anouk.heard[-1].labels if "voetnoot 2" in label)
    assert button == "Toon voetnoot 2"

    anouk.taps(button)
    await school.settles()
    assert anouk.texts[-1].startswith("voetnoot 2, zoals het in het protocol van school staat:")
    assert "alleen voor het contact met leerlingen" in anouk.texts[-1]
