"""The page of the example school in a real browser, as a newcomer sees it.

One bot process serves all of these tests; each of them speaks as other people.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Chromium as root, without looking for its maker's hosts."""


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """Start the example school, as `make run` does, and give the address of its page."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--port", "0"],
        cwd=tmp_path_factory.mktemp("school"),
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        ready = re.search(r"http://\S+", process.stdout.readline())
        assert ready, "The bot did not become ready."
        yield ready[0]
        process.terminate()


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=SWITCHES)
        yield opened
        opened.close()


@pytest.fixture
def page(browser, address) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    page = context.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.goto(address)
    expect(page.locator(".phone")).to_have_count(3)
    yield page
    assert mistakes == [], "The page made mistakes of its own."
    context.close()


class Phone:
    """The phone of one person on the page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        if not page.get_by_role("region", name=name, exact=True).count():
            page.get_by_role("button", name="Nog iemand erbij").click()
            page.locator("#people-list").get_by_role("button", name=re.compile(name)).click()
        self.node = page.get_by_role("region", name=name, exact=True)

    def enters(self, room: str) -> None:
        self.node.get_by_role("tab", name=re.compile(room)).click()

    def says(self, words: str) -> None:
        field = self.node.get_by_role("textbox")
        field.fill(words)
        field.press("Enter")

    def taps(self, button: str) -> None:
        self.node.locator(".talk").get_by_role("button", name=button, exact=True).last.click()

    def heard(self, words: str | re.Pattern[str]) -> Locator:
        return self.node.locator(".said .words").filter(has_text=words)

    def hears(self, words: str | re.Pattern[str]) -> None:
        expect(self.heard(words).last).to_be_visible()


def keep_picture(page: Page, name: str, tmp_path: Path) -> Path:
    """Take a picture, into the folder that GROEPSMAAT_SCREENSHOTS names or a temporary one."""
    folder = Path(os.environ.get("GROEPSMAAT_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")
    return folder / f"{name}.png"


def test_a_question_gets_a_verdict_and_shows_its_clause(page):
    noor = Phone(page, "Noor Bakker")

    noor.says("mag ik mijn juf toevoegen op haar privé insta?")
    noor.hears(re.compile(r"Mag niet.*9\.A\.4"))
    noor.node.locator(".choices").get_by_role("button").first.click()

    noor.hears("9.A.4:")


def test_a_report_goes_from_the_first_question_to_the_school_leader(page, tmp_path):
    noor, ingrid = Phone(page, "Noor Bakker"), Phone(page, "Ingrid de Wit")
    story = "iemand dreigt met een foto van mij"

    noor.says("/meld")
    noor.hears("112")
    noor.hears("vertrouwelijk")
    noor.says(story)
    noor.hears("Waar is het gebeurd?")
    noor.taps("Instagram")
    noor.taps("Heel erg")
    noor.taps("Nee")
    noor.taps("De schoolleider")
    noor.hears("Dit is je nummer")

    ingrid.hears("Er is een nieuwe melding: zaak 1.")
    assert ingrid.heard(story).count() == 0
    ingrid.says("/zaak 1")
    ingrid.hears(story)
    assert ingrid.heard("Noor").count() == 0
    assert keep_picture(page, "report", tmp_path).stat().st_size > 0


def test_an_announcement_reaches_everybody_and_closes_by_itself(page, tmp_path):
    anouk = Phone(page, "Anouk Hendriks")
    anouk.enters("7B")
    anouk.says("/bericht Morgen gaan we naar het museum.")
    anouk.hears("Bericht van Anouk Hendriks voor klas 7B")
    expect(page.locator(".letter")).to_have_count(2)

    for name in ("Noor Bakker", "Sem de Vries", "Amira El Idrissi"):
        pupil = Phone(page, name)
        pupil.enters("7B")
        pupil.taps("Gelezen")
        expect(pupil.node.locator(".toast")).to_contain_text("gelezen")
    zeynep = Phone(page, "Zeynep Yildiz")
    zeynep.taps("Gelezen")
    anouk.enters("Privé")
    anouk.says("/bereik")
    anouk.hears(re.compile("Van de 6 leerlingen zijn er 4 bereikt"))
    keep_picture(page, "announcement", tmp_path)

    letter = page.locator(".letter", has_text="sharda.pinas@ouders.example")
    letter.locator("summary").click()
    with page.context.expect_page() as opened:
        letter.get_by_role("link").click()
    confirmation = opened.value
    confirmation.get_by_role("button").click()
    expect(confirmation.get_by_role("status")).to_contain_text("Dank")
    assert anouk.heard("Je bericht is nu afgesloten").count() == 0
    anouk.taps("Gesproken")

    anouk.hears("Je bericht is nu afgesloten")


def test_what_somebody_types_is_never_taken_for_html(page):
    milan = Phone(page, "Milan Kowalczyk")

    milan.says("<img src=x onerror=alert(1)> <b>mag dit</b>?")

    milan.hears("<img src=x onerror=alert(1)> <b>mag dit</b>?")
    assert milan.node.locator(".talk img, .talk b").count() == 0


def test_two_windows_see_each_other_live(page, browser, address):
    other = browser.new_context(locale="nl-NL").new_page()
    other.goto(address)
    bilal_here, femke_there = Phone(page, "Bilal Haddad"), Phone(other, "Femke Bakker")
    bilal_here.enters("8A")
    femke_there.enters("8A")

    bilal_here.says("Goedemorgen allemaal!")

    femke_there.hears("Goedemorgen allemaal!")
    other.context.close()


def test_somebody_outside_the_group_asks_to_join_and_hears_the_answer(page):
    stranger = Phone(page, "Onbekend account")
    stranger.enters("8A")

    stranger.node.get_by_role("button", name="Vraag of je erin mag").click()

    stranger.enters("Privé")
    stranger.hears("ik weet nog niet wie je bent")
    Phone(page, "Bilal Haddad").hears("Ik ken dat account niet")


def test_the_page_speaks_english_too_and_fits_a_phone(page, tmp_path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("combobox").select_option("en")

    expect(page.get_by_role("button", name="Add somebody")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    assert keep_picture(page, "phone", tmp_path).stat().st_size > 0
