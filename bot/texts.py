"""The words of content/ as finished sentences, by language, id and named fields.

What this does not do: choose a language for somebody, or split what is too long for a platform.
A catalogue is judged whole before anything is said from it; a broken one starts nothing.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import babel
from fluent.runtime import FluentBundle, resolver
from fluent.runtime.types import fluent_number
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

LONGEST_FIELD = 1_000_000
"""Signs that one field may bring in. fluent.runtime stops at 2,500, which is less than one message
somebody can type (Telegram: 4,096), so that a long report could not be read back.
"""

FIELD_NAME = re.compile(r"[a-z][a-z_]*\Z")

Fields = Mapping[str, str | int]
"""What a sentence is filled with, by name. A number is shown as it is typed: 1200, never 1.200."""

NO_FIELDS: Fields = MappingProxyType({})


class TextsError(Exception):
    """Words are missing, broken or not filled in; each line tells one mistake and its place."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One text in one language. `finished` is there when it needs no fields."""

    pattern: Any
    needs: frozenset[str]
    finished: str | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """Every sentence the bot can say.

    `standing` holds the fields that are the same in every message (the numbers of the help
    lines); they need not be given again.
    """

    languages: frozenset[str]
    ids: frozenset[str]
    standing: Fields
    _bundles: Mapping[str, FluentBundle] = field(repr=False)
    _texts: Mapping[str, Mapping[str, _Text]] = field(repr=False)

    @classmethod
    def load(cls, folder: Path, standing: Fields = NO_FIELDS) -> "Texts":
        """Read `folder`/LANGUAGE/*.ftl, one folder for each language.

        Raises:
            TextsError: with every mistake found: a line that is not Fluent, an id given twice, a
                text that one language lacks, fields that differ between languages, a word list
                entry (term) that does not exist.

        """
        resolver.MAX_PART_LENGTH = LONGEST_FIELD
        catalogues = [_read(f) for f in _language_folders(folder)]
        mistakes = [m for c in catalogues for m in c.mistakes]
        # What one language lacks is only worth telling once all of them could be read.
        mistakes = mistakes or list(_differences(catalogues))
        if mistakes:
            raise TextsError("\n".join(mistakes))
        return cls(
            languages=frozenset(c.language for c in catalogues),
            ids=frozenset(catalogues[0].needs),
            standing=MappingProxyType(dict(standing)),
            _bundles={c.language: c.bundle for c in catalogues},
            _texts={c.language: _texts(c, standing) for c in catalogues},
        )

    def say(self, language: str, text_id: str, fields: Fields = NO_FIELDS) -> str:
        """Give one text, filled in. What people typed comes in as it is, never as Fluent.

        An attribute is named with a dot: "mail-notice.subject". Fields a text has no place for
        are left out, so that a school may shorten a sentence.

        Raises:
            TextsError: for a language or id that does not exist, and for a missing field. The
                message never holds the value of a field.

        """
        text = self._find(language, text_id)
        if text.finished is not None:
            return text.finished
        given = {**self.standing, **fields} if self.standing else fields
        if not text.needs <= given.keys():
            missing = _listed(text.needs - given.keys())
            raise TextsError(f'The text "{text_id}" was asked for without its field {missing}.')
        return _fill(self._bundles[language], text_id, text, given)

    def fields(self, text_id: str) -> frozenset[str]:
        """List the fields a text takes, the standing ones included; the same in every language.

        Raises:
            TextsError: for an id that does not exist.

        """
        return self._find(min(self.languages), text_id).needs

    def _find(self, language: str, text_id: str) -> _Text:
        try:
            texts = self._texts[language]
        except KeyError:
            known = _listed(self.languages)
            raise TextsError(f'There are no texts in "{language}", only in {known}.') from None
        try:
            return texts[text_id]
        except KeyError:
            raise TextsError(f'There is no text with the id "{text_id}".') from None


def read_help_lines(file: Path) -> dict[str, str]:
    """Read the telephone numbers of the help lines, by the field name under which texts use them.

    Raises:
        TextsError: when the file can't be read, or lacks a number or the date of the last check.

    """
    try:
        lines = tomllib.loads(_words_of(file))
    except tomllib.TOMLDecodeError as error:
        raise TextsError(f"{file.name} is not valid TOML: {error}.") from error
    if not isinstance(lines.pop("checked", None), date):
        raise TextsError(f"{file.name} lacks the date of the last check: checked = 2026-01-31.")
    if not lines:
        raise TextsError(f"{file.name} names no help line at all.")
    numbers = {}
    for name, line in lines.items():
        number = line.get("number") if isinstance(line, dict) else None
        if not isinstance(number, str) or not number:
            raise TextsError(f'{file.name} gives no number for "{name}": number = "112".')
        numbers[name] = number
    return numbers


@dataclass(slots=True)
class _Catalogue:
    """One language while it is read: `needs` is text id to field names, `terms` the word list."""

    language: str
    bundle: FluentBundle
    needs: dict[str, frozenset[str]] = field(default_factory=dict)
    messages: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    used_terms: dict[str, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)


class _References(Visitor):
    """Collects what a text refers to, in every variant of it."""

    def __init__(self) -> None:
        self.fields: set[str] = set()
        self.terms: set[str] = set()
        self.forbidden: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.fields.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.terms.add(node.id.name)
        if node.attribute or node.arguments:
            self.forbidden.add(f"-{node.id.name} with an attribute or arguments")

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.forbidden.add(f"another text ({node.id.name})")

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.forbidden.add(f"a function ({node.id.name})")


def _language_folders(folder: Path) -> list[Path]:
    try:
        folders = sorted(f for f in folder.iterdir() if f.is_dir() and f.name[0] not in "._")
    except OSError as error:
        raise TextsError(f"The folder of the texts can't be read: {folder} ({error}).") from error
    if not folders:
        raise TextsError(f"There is no language in {folder}: make a folder such as nl in it.")
    return folders


def _read(folder: Path) -> _Catalogue:
    language = folder.name
    # The plural rules are those of the language itself; what stands after -x- is ours alone.
    plain = language.partition("-x-")[0]
    try:
        babel.Locale.parse(plain, sep="-")
    except (babel.UnknownLocaleError, ValueError):
        raise TextsError(
            f'"{language}" is no language: name the folder after one, such as nl or en.'
        ) from None
    catalogue = _Catalogue(language, FluentBundle([plain], use_isolating=False))
    files = sorted(folder.glob("*.ftl"))
    if not files:
        catalogue.mistakes.append(f"{language} holds no .ftl file.")
    for file in files:
        _take_in(catalogue, file)
    catalogue.mistakes += (
        f"{place}: the word -{term} is not in the word list of {language}."
        for term, place in catalogue.used_terms.items()
        if term not in catalogue.terms
    )
    return catalogue


def _take_in(catalogue: _Catalogue, file: Path) -> None:
    words = _words_of(file)
    resource = FluentParser().parse(words)
    for entry in resource.body:
        start = entry.span.start if entry.span else 0
        line = words.count("\n", 0, start) + 1
        place = f"{catalogue.language}/{file.name}, line {line}"
        if isinstance(entry, ast.Junk):
            why = "; ".join(str(a.message) for a in entry.annotations)
            catalogue.mistakes.append(f"{place}: this is not Fluent. {why}.")
        elif isinstance(entry, ast.Term):
            _take_term(catalogue, entry, place)
        elif isinstance(entry, ast.Message):
            _take_message(catalogue, entry, place)
    catalogue.bundle.add_resource(resource)


def _take_term(catalogue: _Catalogue, term: ast.Term, place: str) -> None:
    name = term.id.name
    if name in catalogue.terms:
        catalogue.mistakes.append(
            f"{place}: the word -{name} stands in {catalogue.language} twice."
        )
    catalogue.terms.add(name)
    if term.attributes or not all(isinstance(e, ast.TextElement) for e in term.value.elements):
        catalogue.mistakes.append(f"{place}: the word -{name} must be plain words, nothing else.")


def _take_message(catalogue: _Catalogue, message: ast.Message, place: str) -> None:
    name = message.id.name
    patterns = {name: message.value} if message.value else {}
    for attribute in message.attributes:
        text_id = f"{name}.{attribute.id.name}"
        if text_id in patterns:
            catalogue.mistakes.append(f'{place}: the text "{text_id}" stands there twice.')
        patterns[text_id] = attribute.value
    if name in catalogue.messages:
        catalogue.mistakes.append(
            f'{place}: the text "{name}" stands in {catalogue.language} twice.'
        )
    catalogue.messages.add(name)
    for text_id, pattern in patterns.items():
        found = _References()
        found.visit(pattern)
        catalogue.needs[text_id] = frozenset(found.fields)
        catalogue.used_terms.update(dict.fromkeys(found.terms, place))
        catalogue.mistakes += (
            f'{place}: the text "{text_id}" refers to {what}; only fields and words may be used.'
            for what in sorted(found.forbidden)
        )
        catalogue.mistakes += (
            f'{place}: the field ${bad} of "{text_id}" must have small letters and _ only.'
            for bad in sorted(found.fields)
            if not FIELD_NAME.match(bad)
        )


def _differences(catalogues: list[_Catalogue]) -> Iterator[str]:
    every_id = sorted({text_id for c in catalogues for text_id in c.needs})
    for text_id in every_id:
        lacking = [c.language for c in catalogues if text_id not in c.needs]
        if lacking:
            yield f'The text "{text_id}" is missing in {_listed(lacking)}.'
            continue
        needs = {c.language: c.needs[text_id] for c in catalogues}
        if len(set(needs.values())) > 1:
            told = "; ".join(f"{lang} has {_listed(n) or 'none'}" for lang, n in needs.items())
            yield f'The text "{text_id}" has different fields: {told}.'


def _texts(catalogue: _Catalogue, standing: Fields) -> dict[str, _Text]:
    texts = {}
    for text_id, needs in catalogue.needs.items():
        name, _, attribute = text_id.partition(".")
        message = catalogue.bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        text = _Text(pattern, needs)
        if needs <= standing.keys():
            text = _Text(pattern, needs, _fill(catalogue.bundle, text_id, text, standing))
        texts[text_id] = text
    return texts


def _fill(bundle: FluentBundle, text_id: str, text: _Text, fields: Fields) -> str:
    values = {
        name: fluent_number(value, useGrouping=False) if isinstance(value, int) else value
        for name, value in fields.items()
        if name in text.needs
    }
    said, errors = bundle.format_pattern(text.pattern, values)
    if errors:
        # Only the kind: an error's own words may hold what somebody typed.
        kinds = _listed({type(e).__name__ for e in errors})
        raise TextsError(f'The text "{text_id}" could not be filled in ({kinds}).')
    return str(said)


def _words_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise TextsError(f"{file.name} is not UTF-8: save it again with that encoding.") from None
    except OSError as error:
        raise TextsError(f"{file.name} can't be read ({error}).") from error


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
