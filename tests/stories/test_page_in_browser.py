"""The page of the example school in a real browser, as a newcomer sees it.

One bot process serves all of these tests; each of them speaks as other people.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.files import TOO_BIG, png

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


FINGER = 44
"""Pixels a finger needs (WCAG 2.2, 2.5.5 target size)."""

CLAUSE = re.compile(r"\(\d+\.[A-Z0-9][A-Za-z0-9., ]*\)")

TIME_TO_FIND_THE_BOT = 20_000
"""Milliseconds in which the page finds a bot that is back, on a busy machine too."""


@contextmanager
def bot_running_in(folder: Path, port: int = 0) -> Iterator[str]:
    """Start the example school, as `make run` does, and give the address of its page."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--port", str(port)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        ready = re.search(r"http://\S+", process.stdout.readline())
        try:
            assert ready, "The bot did not become ready."
            yield ready[0]
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    with bot_running_in(tmp_path_factory.mktemp("school")) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=SWITCHES)
        yield opened
        opened.close()


@contextmanager
def window(browser: Browser, address: str) -> Iterator[Page]:
    """Open the page as somebody who was never there, and wait until its phones are there."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    page = context.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.goto(address)
    expect(page.locator(".phone")).to_have_count(3)
    yield page
    assert mistakes == [], "The page made mistakes of its own."
    context.close()


@pytest.fixture
def page(browser, address) -> Iterator[Page]:
    with window(browser, address) as page:
        # Chromium complains here about whatever the Content-Security-Policy forbids.
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.reload()
        expect(page.locator(".phone")).to_have_count(3)
        yield page
        assert complaints == []


class Phone:
    """The phone of one person on the page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        if not page.get_by_role("region", name=name, exact=True).count():
            page.get_by_role("button", name="Nog iemand erbij").click()
            page.locator("#people-list").get_by_role("button", name=re.compile(name)).click()
        self.node = page.get_by_role("region", name=name, exact=True)

    def tab(self, room: str) -> Locator:
        return self.node.get_by_role("tab", name=re.compile(room))

    def enters(self, room: str) -> None:
        self.tab(room).click()

    @property
    def field(self) -> Locator:
        return self.node.get_by_role("textbox")

    def says(self, words: str) -> None:
        self.field.fill(words)
        self.field.press("Enter")

    def button(self, words: str) -> Locator:
        # A pictogram may stand before the words.
        said = re.compile(rf"^(?:[^\w/]+ )?{re.escape(words)}$")
        return self.node.locator(".talk").get_by_role("button", name=said).last

    def taps(self, words: str) -> None:
        self.button(words).click()

    def heard(self, words: str | re.Pattern[str]) -> Locator:
        return self.node.locator(".said .words").filter(has_text=words)

    def hears(self, words: str | re.Pattern[str]) -> None:
        expect(self.heard(words).last).to_be_visible()


def answers_the_form(phone: Phone, place: str) -> None:
    """Tap an answer to each question after the story; no name may be used, the leader reads it."""
    for words in (place, "Heel erg", "Dreigen of haat", "Over mij", "Nee"):
        phone.taps(words)
    # The same words may stand on a button under something earlier.
    phone.hears("Mogen we je naam gebruiken?")
    phone.taps("Nee")
    phone.taps("De schoolleider")
    phone.hears("Is er iemand die dit niet mag lezen?")
    phone.taps("Nee, niemand")


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


def test_the_bot_asks_back_and_a_tap_changes_its_answer(page, tmp_path):
    noor = Phone(page, "Noor Bakker")

    noor.says("mag ik een filmpje van iemand uit mijn klas plaatsen")
    noor.hears("Heeft iedereen ja gezegd?")
    keep_picture(page, "asking-back", tmp_path)
    noor.taps("Niet gevraagd")
    noor.hears(re.compile(r"Mag niet.*niemand is het gevraagd", re.DOTALL))
    noor.taps("Klopt niet")
    noor.hears("Wat klopt niet?")
    noor.taps("niemand is het gevraagd")
    noor.taps("toestemming gegeven")

    noor.hears(re.compile(r"Mag \(.*toestemming gegeven", re.DOTALL))


def test_a_report_goes_from_the_first_question_to_the_school_leader(page, tmp_path):
    noor, ingrid = Phone(page, "Noor Bakker"), Phone(page, "Ingrid de Wit")
    story = "iemand dreigt met een foto van mij"

    noor.says("/meld")
    noor.hears("112")
    noor.hears("vertrouwelijk")
    noor.says(story)
    noor.hears("Waar is het gebeurd?")
    answers_the_form(noor, "Instagram")
    noor.hears("Dit is je nummer")

    ingrid.hears("Er is een nieuwe melding: zaak 1.")
    assert ingrid.heard(story).count() == 0
    ingrid.says("/zaak 1")
    ingrid.hears(story)
    assert ingrid.heard("Noor").count() == 0
    assert keep_picture(page, "report", tmp_path).stat().st_size > 0


def test_reporter_and_school_leader_write_each_other_and_the_report_is_wiped_on_one_side(
    browser, tmp_path
):
    with bot_running_in(tmp_path) as address, window(browser, address) as page:
        noor, ingrid = Phone(page, "Noor Bakker"), Phone(page, "Ingrid de Wit")
        noor.says("/meld iemand dreigt met een foto van mij")
        answers_the_form(noor, "Instagram")
        noor.hears("Dit is je nummer: 1.")

        ingrid.says("/zaak 1")
        noor.hears("Nummer 1: iemand van school heeft het gelezen.")
        ingrid.taps("Schrijf de melder")
        ingrid.says("Dank je, ik help je.")
        ingrid.hears("Dit gaat naar de melder van zaak 1.")
        ingrid.taps("Verstuur als schoolleider")
        noor.hears("De schoolleider schrijft je over nummer 1:")
        noor.taps("Antwoorden")
        noor.says("Het gebeurde weer.")
        noor.hears("Dit heb ik bewaard bij nummer 1.")
        keep_picture(page, "talk", tmp_path)
        noor.taps("Klaar")
        ingrid.hears("Bij zaak 1 is meer verteld.")
        ingrid.says("/zaak 1")
        ingrid.hears("Het gebeurde weer.")
        noor.says("/meldingen")
        noor.taps("Wis aan mijn kant")
        noor.hears("School houdt het wel.")
        noor.taps("Ja, wis aan mijn kant")
        noor.hears("Nummer 1 is bij jou gewist.")

        ingrid.says("/zaak 1")
        ingrid.hears("De melder heeft de zaak aan de eigen kant gewist.")
        assert ingrid.heard("Noor").count() == 0


def test_an_announcement_reaches_everybody_and_closes_by_itself(page, tmp_path):
    anouk = Phone(page, "Anouk Hendriks")
    anouk.enters("7B")
    anouk.says("/bericht Morgen gaan we naar het museum.")
    anouk.hears("Bericht van Anouk Hendriks voor klas 7B")
    anouk.hears("Dit bericht is weggehaald.")
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
    confirmation.set_viewport_size({"width": 390, "height": 844})
    keep_picture(confirmation, "confirmation", tmp_path)
    press = confirmation.get_by_role("button")
    size = press.bounding_box()
    assert size is not None
    assert size["height"] >= FINGER
    press.click()
    expect(confirmation.get_by_role("status")).to_contain_text("Dank")
    assert confirmation.evaluate("document.documentElement.scrollWidth") <= 390
    assert anouk.heard("Je bericht is nu afgesloten").count() == 0
    anouk.taps("Gesproken")

    anouk.hears("Je bericht is nu afgesloten")


def test_what_somebody_types_is_never_taken_for_html(page):
    milan = Phone(page, "Milan Kowalczyk")

    milan.says("<img src=x onerror=alert(1)> <b>mag dit</b>?")

    milan.hears("<img src=x onerror=alert(1)> <b>mag dit</b>?")
    assert milan.node.locator(".talk img, .talk b").count() == 0


def test_two_windows_see_each_other_live(page, browser, address):
    with window(browser, address) as other:
        bilal_here, femke_there = Phone(page, "Bilal Haddad"), Phone(other, "Femke Bakker")
        bilal_here.enters("8A")
        femke_there.enters("8A")

        bilal_here.says("Goedemorgen allemaal!")

        femke_there.hears("Goedemorgen allemaal!")


def test_a_message_in_another_room_is_marked_until_it_is_seen(page):
    bilal, lotte = Phone(page, "Bilal Haddad"), Phone(page, "Lotte Smit")
    bilal.enters("8A")

    bilal.says("Wie heeft zijn gymtas laten liggen?")
    expect(lotte.tab("8A")).to_have_text("8A 1")
    lotte.enters("8A")

    expect(lotte.tab("8A")).to_have_text("8A")
    lotte.hears("Wie heeft zijn gymtas laten liggen?")


def test_arrow_keys_walk_along_the_rooms(page):
    lotte = Phone(page, "Lotte Smit")
    lotte.tab("Privé").focus()

    for room in ("7B", "8A", "Privé"):
        page.keyboard.press("ArrowRight")
        expect(lotte.tab(room)).to_be_focused()
        expect(lotte.tab(room)).to_have_attribute("aria-selected", "true")


def test_a_new_message_takes_nobody_away_from_the_button_they_are_at(page, browser, address):
    chloe = Phone(page, "Chloë van den Berg")
    chloe.says("/taal")
    chloe.button("English").focus()

    with window(browser, address) as other:
        Phone(other, "Chloë van den Berg").says("/help")
    chloe.hears("/help")
    expect(chloe.button("English")).to_be_focused()
    page.keyboard.press("Enter")

    chloe.hears("English")


def test_a_command_to_try_waits_in_the_field_until_it_is_sent(page):
    bilal = Phone(page, "Bilal Haddad")
    bilal.enters("8A")

    bilal.node.get_by_role("button", name="/koppel 8A").click()

    expect(bilal.field).to_have_value("/koppel 8A")
    expect(bilal.field).to_be_focused()


def test_a_message_whose_answer_was_lost_is_said_once(browser, address):
    question = "mag ik mijn telefoon gebruiken in de les?"
    with window(browser, address) as page:
        yusuf = Phone(page, "Yusuf Aksoy")
        page.route("**/api/say", lambda route: (route.fetch(), route.abort()), times=1)

        with page.expect_response("**/api/say"):
            yusuf.says(question)
        yusuf.says("/help")

        yusuf.hears("/taal")
        expect(page.get_by_role("alert")).to_be_hidden()
        expect(yusuf.heard(question)).to_have_count(1)
        expect(yusuf.heard(CLAUSE)).to_have_count(1)


def test_who_types_while_the_bot_is_away_keeps_the_words_and_misses_nothing(browser, tmp_path):
    with ExitStack() as visit:
        with bot_running_in(tmp_path) as address:
            page = visit.enter_context(window(browser, address))
            noor = Phone(page, "Noor Bakker")
        question = "mag ik in de pauze op snapchat?"
        noor.says(question)
        expect(page.get_by_role("alert")).to_contain_text("geen verbinding")
        expect(noor.field).to_have_value(question)

        port = int(address.rpartition(":")[2])
        with bot_running_in(tmp_path, port), window(browser, address) as other:
            anouk = Phone(other, "Anouk Hendriks")
            anouk.says("Daar zijn we weer.")
            anouk.hears("Daar zijn we weer.")

            expect(page.get_by_role("alert")).to_be_hidden(timeout=TIME_TO_FIND_THE_BOT)
            noor.field.press("Enter")
            noor.hears(CLAUSE)
            expect(noor.heard(question)).to_have_count(1)
            noor.enters("7B")
            noor.hears("Daar zijn we weer.")


def test_a_picture_is_handed_in_on_the_page_and_saved_by_who_handles_the_case(page, tmp_path):
    screen = tmp_path / "scherm.png"
    screen.write_bytes(png())
    too_big = tmp_path / "film.png"
    too_big.write_bytes(TOO_BIG)
    sem = Phone(page, "Sem de Vries")
    sem.enters("Privé")
    sem.says("/meld")
    sem.hears("Wat is er gebeurd?")
    sem.says("Iemand stuurt iets rond.")
    sem.hears("Waar is het gebeurd?")
    field = sem.node.get_by_label("Stuur een foto of bestand")

    field.set_input_files(too_big)
    expect(page.get_by_role("alert")).to_contain_text("te groot")
    field.set_input_files(screen)
    sem.hears("bloot of bijna bloot")
    expect(sem.node.locator(".file")).to_have_text("📎 scherm.png")
    sem.taps("Nee, niemand")
    sem.taps("Gebruik wat ik stuurde")
    sem.hears("bewaard")

    answers_the_form(sem, "Snapchat")
    sem.hears("Dit is je nummer")
    receipt = sem.heard("Dit is je nummer").last.inner_text()
    number = receipt.partition("nummer: ")[2].partition(".")[0]
    ingrid = Phone(page, "Ingrid de Wit")
    ingrid.hears(f"Er is een nieuwe melding: zaak {number}.")
    ingrid.says(f"/zaak {number}")
    ingrid.hears(f"Zaak {number},")
    ingrid.taps("Bewijs")
    with page.expect_download() as saved:
        ingrid.taps("Bekijk 1")
        ingrid.node.get_by_role("link", name=f"zaak-{number}-bewijs-1.png").click()
    assert saved.value.path().read_bytes() == png()


def test_somebody_outside_the_group_asks_to_join_and_hears_the_answer(page):
    stranger = Phone(page, "Onbekend account")
    stranger.enters("8A")

    stranger.node.get_by_role("button", name="Vraag of je erin mag").click()

    stranger.enters("Privé")
    stranger.hears("ik weet nog niet wie je bent")
    Phone(page, "Bilal Haddad").hears("Ik ken dat account niet")


def test_a_refusal_is_told_in_the_language_of_the_page(browser, address):
    with window(browser, address) as page:
        page.get_by_role("combobox").select_option("en")
        expect(page.get_by_role("button", name="Add somebody")).to_be_visible()
        noor = Phone(page, "Noor Bakker")
        noor.enters("Private")
        # The bot refuses this for real: Noor is not in that group.
        page.route(
            "**/api/say",
            lambda route: route.continue_(
                post_data=json.dumps({**route.request.post_data_json, "room": "groep-8A"})
            ),
            times=1,
        )

        noor.says("hello")

        expect(page.get_by_role("alert")).to_contain_text("not kept")
        expect(noor.field).to_have_value("hello")


def test_the_page_speaks_english_too_and_fits_a_phone(page, tmp_path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("combobox").select_option("en")

    expect(page.get_by_role("button", name="Add somebody")).to_be_visible()
    noor = Phone(page, "Noor Bakker")
    expect(noor.node.locator(".who")).to_contain_text("Pupil 7B")
    expect(noor.field).to_have_attribute("placeholder", "Type a message")
    page.reload()
    expect(page.get_by_role("button", name="Add somebody")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    assert keep_picture(page, "phone", tmp_path).stat().st_size > 0
