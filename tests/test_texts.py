"""The catalogue in content/texts: whole, understandable, safe in a group, and all the code needs.

The loader's own promises stand in test_texts_loading.py.
"""

import ast
import itertools
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from bot import wishes
from bot.conversation import SIGNS
from bot.domain.admission import Admission
from bot.domain.appeal import Neutral, Posted, Stage
from bot.domain.assignment import ReadBy
from bot.domain.cases import Status
from bot.domain.groups import NEEDED_RIGHTS, Flaw
from bot.domain.handing_over import Handing
from bot.domain.invites import Redemption
from bot.domain.people import Role
from bot.domain.plan import StepState
from bot.domain.plan_deeds import Refused
from bot.domain.platforms import Help, MayReport, Site
from bot.domain.reach import Way, What
from bot.domain.takedown import State
from bot.domain.takedown import What as LinkEvent
from bot.domain.talk import Delivery
from bot.dossier_marks import ALONE
from bot.texts import Texts, read_help_lines
from handlers.snowball import DEEDS
from tests.sources import modules

CONTENT = Path(__file__).resolve().parent.parent / "content"
LANGUAGES = ("en", "nl", "nl-x-eenvoudig")
DUTCH = ("nl", "nl-x-eenvoudig")
EASY = "nl-x-eenvoudig"

WORDS_IN_A_SENTENCE = {"nl": 18, "nl-x-eenvoudig": 10, "en": 22}
LONGEST = {"button": 30, "toast": 200, "subject": 78, "message": 4096}
"""Signs: what fits on a button, in Telegram's answerCallbackQuery, on a line of RFC 5322 (2.1.1),
in Telegram's sendMessage.
"""

OFFICE_WORDS = (
    r"dient te|dienen te|middels|conform|betreffende|indien|teneinde|derhalve|alsmede|tevens"
    r"|omtrent|inzake|gelieve|d\.m\.v|m\.b\.t|i\.v\.m|bijv\.|etc\."
)
HARD_WORDS = (
    r"protocol|artikel|incident|account|versleuteld|medewerker|opdracht|notificatie|registr"
    r"|bevestig|genoteerd|zelfdoding|ontvangen"
)
TELLS_WHO = {"name", "pupil_name", "reporter", "phone"}
"""Fields that tell who somebody is; none of them may go to a group (P6)."""


class Place(NamedTuple):
    """Where a text stands."""

    language: str
    file: str
    text_id: str


def catalogue() -> dict[Place, fluent.Pattern]:
    """Read every text of every language with the parser alone, without the loader."""
    found = {}
    for path in sorted((CONTENT / "texts").glob("*/*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(entry, fluent.Message):
                continue
            if entry.value:
                found[Place(path.parent.name, path.name, entry.id.name)] = entry.value
            for attribute in entry.attributes:
                text_id = f"{entry.id.name}.{attribute.id.name}"
                found[Place(path.parent.name, path.name, text_id)] = attribute.value
    return found


CATALOGUE = catalogue()


class FieldNames(Visitor):
    """Collects the fields of a text, in every variant of it."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def fields_of(pattern: fluent.Pattern) -> set[str]:
    """Name the fields of a text."""
    found = FieldNames()
    found.visit(pattern)
    return found.names


def readings(pattern: fluent.Pattern) -> Iterator[str]:
    """Give the text in each way it can come out; a field counts as one word."""
    options: list[list[str]] = []
    for element in pattern.elements:
        if isinstance(element, fluent.TextElement):
            options.append([element.value])
        elif isinstance(element.expression, fluent.SelectExpression):
            variants = element.expression.variants
            options.append([r for v in variants for r in readings(v.value)])
        else:
            options.append(["Veld"])
    return ("".join(parts) for parts in itertools.product(*options))


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences; a new line begins a new one."""
    return [s for line in text.splitlines() for s in re.split(r"(?<=[.!?])\s+", line) if s.strip()]


def too_long(language: str, text: str) -> list[str]:
    """List the sentences of a text that have more words than its language allows."""
    return [s for s in sentences(text) if len(s.split()) > WORDS_IN_A_SENTENCE[language]]


def kind_of(text_id: str) -> str:
    """Tell where a text is shown, as far as its length goes."""
    if text_id.endswith(".subject"):
        return "subject"
    if text_id.startswith("button-"):
        return "button"
    return "toast" if "toast" in text_id.split("-") else "message"


def goes_to_a_group(text_id: str) -> bool:
    """Tell from its id whether a text is said in a group."""
    return "group" in text_id.partition(".")[0].split("-")[1:]


def hides_who(text: str) -> bool:
    """Tell whether every sentence about anonymity says that there is none."""
    promising = [s for s in sentences(text) if re.search(r"anon[iy]", s, re.IGNORECASE)]
    return all(re.search(r"\b(niet|nooit|geen|not|never)\b", s, re.IGNORECASE) for s in promising)


def selectors(pattern: fluent.Pattern) -> dict[str, set[str]]:
    """Give the variants of a text by the field that chooses among them."""
    return {
        e.expression.selector.id.name: {
            v.key.name for v in e.expression.variants if isinstance(v.key, fluent.Identifier)
        }
        for e in pattern.elements
        if isinstance(e, fluent.Placeable)
        and isinstance(e.expression, fluent.SelectExpression)
        and isinstance(e.expression.selector, fluent.VariableReference)
    }


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load(CONTENT / "texts", read_help_lines(CONTENT / "helplines.toml"))


def test_there_are_dutch_easy_dutch_and_english(texts):
    assert texts.languages == set(LANGUAGES)


def test_every_language_says_the_same_texts_with_the_same_fields(texts):
    for text_id in texts.ids:
        found = [fields_of(p) for place, p in CATALOGUE.items() if place.text_id == text_id]
        assert found == [texts.fields(text_id)] * len(LANGUAGES), text_id
    assert {place.text_id for place in CATALOGUE} == texts.ids


def test_a_text_stands_in_the_same_file_in_every_language():
    files = {place.text_id: place.file for place in CATALOGUE if place.language == "nl"}
    elsewhere = [place for place in CATALOGUE if files[place.text_id] != place.file]

    assert elsewhere == []


def test_every_text_can_be_said_in_every_language(texts):
    for language, text_id in itertools.product(LANGUAGES, texts.ids):
        given_fields = dict.fromkeys(texts.fields(text_id), "Veld")
        assert texts.say(language, text_id, given_fields).strip()


def test_no_sentence_is_longer_than_its_readers_can_follow():
    long = [
        f"{place.language} {place.text_id}: {sentence}"
        for place, pattern in CATALOGUE.items()
        for reading in readings(pattern)
        for sentence in too_long(place.language, reading)
    ]

    assert sorted(set(long)) == []


def test_a_sentence_of_eleven_words_is_too_long_for_easy_dutch():
    ten = "Dit is een zin van precies tien hele korte woorden."

    assert too_long(EASY, ten) == []
    assert too_long(EASY, f"Zo. {ten[:-1]} nu.") == [f"{ten[:-1]} nu."]


def test_easy_dutch_puts_one_sentence_on_a_line():
    crowded = [
        f"{place.text_id}: {line}"
        for place, pattern in CATALOGUE.items()
        if place.language == EASY and kind_of(place.text_id) != "toast"
        for reading in readings(pattern)
        for line in reading.splitlines()
        if len(sentences(line)) > 1
    ]

    assert crowded == []


@pytest.mark.parametrize(
    ("languages", "words"), [(DUTCH, OFFICE_WORDS), ((EASY,), HARD_WORDS)], ids=["office", "hard"]
)
def test_nobody_has_to_know_difficult_words(languages, words):
    found = [
        f"{place.language} {place.text_id}: {word[0]}"
        for place, pattern in CATALOGUE.items()
        if place.language in languages
        for reading in readings(pattern)
        for word in re.finditer(rf"\b(?:{words})\w*", reading, re.IGNORECASE)
    ]

    assert sorted(set(found)) == []


def test_nothing_promises_that_somebody_stays_anonymous():
    promising = [
        place
        for place, pattern in CATALOGUE.items()
        if not all(hides_who(reading) for reading in readings(pattern))
    ]

    assert promising == []
    assert not hides_who("Je melding is vertrouwelijk. Ze blijft anoniem.")
    assert hides_who("Je melding is niet anoniem.")


def test_a_report_is_called_confidential_before_its_first_question(texts):
    for language, word in zip(
        LANGUAGES, ("confidential", "vertrouwelijk", "vertrouwelijk"), strict=True
    ):
        assert word in texts.say(language, "report-confidential")


def test_no_text_for_a_group_tells_who_a_pupil_is():
    revealing = [
        place
        for place, pattern in CATALOGUE.items()
        if goes_to_a_group(place.text_id) and fields_of(pattern) & TELLS_WHO
    ]

    assert sum(goes_to_a_group(place.text_id) for place in CATALOGUE) > len(LANGUAGES)
    assert revealing == []


def test_a_notice_of_a_new_case_holds_its_number_and_nothing_else(texts):
    assert texts.fields("cases-new") == {"number"}
    assert texts.fields("cases-new.subject") == {"number"}


def test_the_subject_of_a_mail_tells_nothing_about_a_pupil(texts):
    subjects = {t for t in texts.ids if t.endswith(".subject")}

    assert subjects
    assert all(texts.fields(t) <= {"school", "number"} for t in subjects)


@pytest.mark.parametrize("text_id", ["common-help-lines", "ask-distress"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_is_in_need_hears_the_three_numbers_first(texts, language, text_id):
    said = texts.say(language, text_id)

    assert re.findall(r"\b(?:112|113|0800-0432)\b", said) == ["112", "113", "0800-0432"]
    assert "/meld" not in said.split("0800-0432")[0]


@pytest.mark.parametrize("place", CATALOGUE, ids=lambda p: f"{p.language}-{p.text_id}")
def test_a_text_fits_where_it_is_shown(place):
    longest = max(len(reading) for reading in readings(CATALOGUE[place]))

    assert longest <= LONGEST[kind_of(place.text_id)]


def test_every_text_is_a_sentence_of_its_own_and_not_a_piece_of_one():
    pieces = [
        f"{place.language} {place.text_id}: {reading}"
        for place, pattern in CATALOGUE.items()
        for reading in readings(pattern)
        if not re.match(r"[✔◐○↷–]? ?[A-ZÉ0-9/‘]", reading) or reading != reading.strip()
    ]

    assert pieces == []


def test_every_field_is_explained_to_those_who_change_texts(texts):
    explained = set(re.findall(r"`\{ \$(\w+) \}`", (CONTENT / "README.md").read_text("utf-8")))

    assert explained == {name for text_id in texts.ids for name in texts.fields(text_id)}


@pytest.mark.parametrize(
    ("before", "values"),
    [
        ("appeal-", Posted),
        ("appeal-group-", Neutral),
        ("button-fast-", Help),
        ("button-link-", set(DEEDS) | {LinkEvent.DROPPED}),
        ("button-site-", Site),
        ("links-fast-", Help),
        ("links-how-", Site),
        ("links-who-", MayReport),
        ("button-language-", ("nl", "nl-x-eenvoudig", "en")),
        ("couple-group-", Flaw),
        ("join-", Admission),
        ("reach-line-", What),
        ("right-", NEEDED_RIGHTS),
        ("plan-refused-", Refused),
        ("handover-refused-", Handing),
        ("start-code-", set(Redemption) - {Redemption.BOUND}),
    ],
    ids=str,
)
def test_every_value_that_names_a_text_has_one(texts, before, values):
    assert {f"{before}{value}" for value in values} <= texts.ids


@pytest.mark.parametrize(
    ("text_id", "field", "values"),
    [
        ("cases-line", "status", Status),
        ("own-line", "status", Status),
        ("own-status", "status", Status),
        ("talk-by-handler", "delivery", Delivery),
        ("talk-by-former", "delivery", Delivery),
        ("talk-by-role", "role", {*SIGNS, Role.STAFF}),
        ("talk-reply", "role", {*SIGNS, Role.STAFF}),
        ("button-talk-send", "role", {*SIGNS, Role.STAFF}),
        ("talk-undelivered", "known", {"left", "named", "hidden"}),
        ("cases-reporter-unknown", "platform", {"telegram", "signal", "local", "other"}),
        ("appeal-line", "stage", Stage),
        ("appeal-turned", "stage", Stage),
        ("appeal-turned-unnamed", "stage", Stage),
        ("appeal-view", "about", Neutral),
        ("appeal-view", "stage", Stage),
        ("dossier-event", "event", {mark.replace(":", "-") for mark in ALONE}),
        ("dossier-event-evidence", "what", {"received", "viewed", "removed", "itself"}),
        ("dossier-event-link", "what", LinkEvent),
        ("dossier-piece", "kind", {"picture", "sound", "film", "letter", "other"}),
        ("links-event", "what", LinkEvent),
        ("links-event-unnamed", "what", LinkEvent),
        ("links-line", "platform", Site),
        ("links-line", "state", State),
        ("links-one", "platform", Site),
        ("links-one", "state", State),
        ("reach-line-promised", "way", Way),
        ("reach-line-accepted", "way", Way),
        ("reach-line-refused", "way", Way),
        ("report-received", "reader", ReadBy),
        ("plan-step-line", "state", StepState),
        ("plan-line", "standing", {"recorded", "waived", "unsettled", "optional", "open"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_that_a_text_turns_on_has_its_own_words(language, text_id, field, values):
    pattern = next(
        p for at, p in CATALOGUE.items() if (at.language, at.text_id) == (language, text_id)
    )

    assert selectors(pattern)[field] == {str(value) for value in values}


@given(words=st.text(max_size=300), language=st.sampled_from(LANGUAGES))
def test_what_somebody_wrote_is_repeated_to_the_letter(texts, words, language):
    said = texts.say(language, "notice-closed", {"class": "7B", "text": words})

    assert words in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_message_a_platform_takes_can_be_read_back(texts, language):
    longest = "melding " * 512

    assert longest in texts.say(language, "cases-answer", {"question": "x", "text": longest})


# What the code asks for


class Asked(NamedTuple):
    """A text that a line of code names: its id (or how it begins), and the fields it gives."""

    line: int
    text_id: str
    whole: bool
    fields: frozenset[str] | None


WISHES = {
    name: [f.name for f in fields(wish)]
    for name, wish in vars(wishes).items()
    if is_dataclass(wish) and any(f.name == "text" for f in fields(wish))
}
"""The wishes that name a text, with the order of their arguments."""

FAMILIES = sorted({place.text_id.partition("-")[0] for place in CATALOGUE})
FAMILY = re.compile(rf"(?:{'|'.join(FAMILIES)})-[a-z0-9-]*[a-z0-9](?:\.[a-z]+)?\Z")
"""A word that can only be the id of a text, by its beginning."""


def argument(call: ast.Call, name: str, order: list[str]) -> ast.expr | None:
    """Find an argument of a call by its name, wherever it stands."""
    by_name = {k.arg: k.value for k in call.keywords}
    at = order.index(name)
    return by_name.get(name) or (call.args[at] if at < len(call.args) else None)


def names_of_texts(node: ast.expr | None) -> Iterator[tuple[str, bool]]:
    """Give the text ids that an expression can be: whole, or how an f-string begins."""
    match node:
        case ast.Constant(value=str(text_id)) if text_id:
            yield text_id, True
        case ast.JoinedStr(values=[ast.Constant(value=str(beginning)), *_]):
            yield beginning, False
        case ast.IfExp(body=body, orelse=orelse):
            yield from names_of_texts(body)
            yield from names_of_texts(orelse)


def keys_of(node: ast.expr | None) -> frozenset[str] | None:
    """Give the keys of a dictionary that is written out; None where they can't be read off."""
    if node is None:
        return frozenset()
    if not isinstance(node, ast.Dict):
        return None
    keys = [k.value for k in node.keys if isinstance(k, ast.Constant) and isinstance(k.value, str)]
    return frozenset(keys) if len(keys) == len(node.keys) else None


def text_in(assignment: ast.Assign) -> str:
    """Give the text that is assigned, or ""."""
    value = assignment.value
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


def asked_in(source: str) -> Iterator[Asked]:
    """Find every text that a module names: in a wish, with its fields, or in any other place."""
    tree = ast.parse(source)
    seen = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(body=body):
                # The values of an enum are words of their own: "join-request" is no text.
                seen |= {text_in(each) for each in body if isinstance(each, ast.Assign)}
            case ast.Call(func=ast.Name(id=name)) if name in WISHES:
                order = WISHES[name]
                given_fields = keys_of(argument(node, "fields", order))
                for text_id, whole in names_of_texts(argument(node, "text", order)):
                    seen.add(text_id)
                    yield Asked(node.lineno, text_id, whole, given_fields)
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(word)) if word not in seen and FAMILY.match(word):
                yield Asked(node.lineno, word, whole=True, fields=None)


def mistakes_in(source: str, texts: Texts) -> list[str]:
    """Tell what a module asks the catalogue for in vain."""
    found = []
    for asked in asked_in(source):
        if not asked.whole:
            if not any(text_id.startswith(asked.text_id) for text_id in texts.ids):
                found.append(f"line {asked.line}: no text begins with {asked.text_id}")
        elif asked.text_id not in texts.ids:
            found.append(f"line {asked.line}: there is no text {asked.text_id}")
        elif asked.fields is not None:
            missing = texts.fields(asked.text_id) - asked.fields - texts.standing.keys()
            found += [f"line {asked.line}: {asked.text_id} lacks ${m}" for m in sorted(missing)]
    return found


def test_every_text_the_code_asks_for_exists_and_gets_its_fields(repository, texts):
    found = [
        f"{module.name}, {mistake}"
        for module in modules(repository, "bot", "handlers")
        for mistake in mistakes_in(module.source, texts)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("source", "mistake"),
    [
        ('Say(ada, "report-recieved")', "there is no text report-recieved"),
        ('Say(to=ada, text="hello")', "there is no text hello"),
        ('Say(ada, "start-hello" if x else "start-wrong")', "there is no text start-wrong"),
        ('Say(ada, "join-welcome", {})', "join-welcome lacks $class"),
        ('Say(ada, "join-welcome")', "join-welcome lacks $class"),
        ('Say(ada, f"joining-{admission}")', "no text begins with joining-"),
        ('Choice("button-nope", "case:1")', "there is no text button-nope"),
        ('Choice(text="button-show-clause", data="c")', "button-show-clause lacks $clause"),
        ('AnswerTap(chat, tap, "notice-toast-gone")', "there is no text notice-toast-gone"),
        ('Replace(chat, "12", "task-spoken-noted")', "task-spoken-noted lacks $name"),
        ('Line("reach-line-spoken", {"name": n})', "reach-line-spoken lacks $adult"),
        ('Q = {1: "report-ask-whot"}', "there is no text report-ask-whot"),
        ('_toast(turn, "notice-toast-reed")', "there is no text notice-toast-reed"),
    ],
)
def test_a_text_that_is_asked_for_in_vain_is_found(texts, source, mistake):
    assert mistakes_in(source, texts) == [f"line 1: {mistake}"]


@pytest.mark.parametrize(
    "source",
    [
        'Say(ada, "common-help-lines")',
        'Say(ada, f"join-{admission}", {"name": n, "class": c})',
        'Say(ada, "join-welcome", {**names})',
        "Say(ada, TEXTS[outcome], answer)",
        "AnswerTap(chat, tap)",
        'Choice("button-yes", "report:yes")',
        'Say(x, TEXTS["wat-is-er"], {**a})',
        'QUESTIONS = {1: "report-empty"}',
        'class Happening(StrEnum): ASKED = "join-request"',
        'command("meld"); outcome("meld-removed"); Choice(label, "report:x")',
    ],
)
def test_a_text_that_is_there_is_no_mistake(texts, source):
    assert mistakes_in(source, texts) == []
