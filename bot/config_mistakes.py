"""What is wrong with a configuration, as sentences that name the file and the key.

What this does not do: judge a value. pydantic and bot.config_values do; this says it in words that
an administrator of a school can act on.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Keys = Mapping[str, Mapping[str, str]]
"""Every section, with its keys and what each of them means."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LONGEST_SHOWN = 60
_LARGEST_SHOWN = 10**18
_NEEDED = {
    "model_type": "a section with keys below it",
    "int_type": "a whole number without quotes",
    "bool_type": "true or false without quotes",
    "string_type": "a text between quotes",
    "string_too_short": "filled in",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong: its dotted key ("email.port"; "" is the file itself) and why."""

    key: str
    sentence: str

    def __str__(self) -> str:
        section, dot, name = self.key.partition(".")
        place = f"[{section}] {name}" if dot else self.key
        return f"{place}: {self.sentence}" if place else self.sentence


class ConfigurationError(Exception):
    """The configuration cannot be used. Its text has one line for each mistake."""

    def __init__(self, source: str, mistakes: tuple[Mistake, ...]) -> None:
        """Take the file as the administrator named it, and at least one mistake."""
        super().__init__(source, mistakes)
        self.source = source
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(f"{self.source}: {mistake}" for mistake in self.mistakes)


def syntax_mistake(message: str, text: str) -> Mistake:
    """Say where this text is no TOML.

    `message` is tomllib's. In Python 3.11 it tells the place only in its tail, and the end of the
    text without a line.
    """
    place = _TOML_PLACE.search(message)
    line, column = place.groups() if place else (None, None)
    if line is None:
        lines = text.split("\n")
        line, column = len(lines), len(lines[-1]) + 1
    what = _TOML_PLACE.sub("", message)
    return Mistake("", f"line {line}, column {column}: this is not TOML: {what}.")


def mistake_of(error: Mapping[str, Any], known: Keys) -> Mistake:
    """Tell in our own words what pydantic found (one item of `ValidationError.errors()`)."""
    key = ".".join(_one_line(str(part)) for part in error["loc"])
    return Mistake(key, _sentence(error, known))


def _sentence(error: Mapping[str, Any], known: Keys) -> str:
    location, value, more = error["loc"], error["input"], error.get("ctx", {})
    match error["type"]:
        case "value_error":
            sentence = str(more["error"])
        case "missing":
            section, key = location
            sentence = f"is missing. It is {known[section][key]}."
        case "extra_forbidden":
            sentence = _unknown(*location, value=value, known=known)
        case "literal_error":
            choices = more["expected"].replace("'", "").replace(" or ", ", ")
            sentence = f"{shown(value)} is not one of {choices}."
        case "greater_than_equal":
            sentence = f"must be at least {more['ge']}, not {shown(value)}."
        case "less_than_equal":
            sentence = f"must be at most {more['le']}, not {shown(value)}."
        case kind:
            sentence = f"must be {_NEEDED.get(kind, 'something else')}, not {shown(value)}."
    return sentence


def _unknown(section: str, key: str | None = None, *, value: object, known: Keys) -> str:
    if key is not None:
        return _unknown_key(section, key, known)
    if isinstance(value, dict):
        near = difflib.get_close_matches(section, known, 1)
        hint = f"did you mean [{near[0]}]?" if near else f"known are {_sections(known)}."
        return f"is not a known section; {hint}"
    homes = _sections([other for other, keys in known.items() if section in keys])
    return f"stands above every section; it belongs in {homes or 'one of them, if it is a key'}."


def _unknown_key(section: str, key: str, known: Keys) -> str:
    keys = known[section]
    if f"{key}_file" in keys:
        return f"is a secret, which never stands here. Put it in a file, named by {key}_file."
    near = difflib.get_close_matches(key, keys, 1)
    if near:
        return f"is not a known key; did you mean {near[0]}?"
    homes = [other for other in known if key in known[other]]
    if homes:
        return f"is not a key of this section; it belongs in {_sections(homes)}."
    return f"is not a known key; known are {', '.join(keys)}."


def _sections(names: Keys | list[str]) -> str:
    return ", ".join(f"[{name}]" for name in names)


def _one_line(key: str) -> str:
    # TOML allows anything in a key between quotes, a new line too.
    return key if _BARE_KEY.fullmatch(key) else ascii(key)


def shown(value: object) -> str:
    """Return the value as it may stand in a sentence: short, on one line."""
    match value:
        case bool():
            return str(value).lower()
        case str() if len(value) <= _LONGEST_SHOWN:
            return repr(value)
        case int() | float() if abs(value) < _LARGEST_SHOWN:
            return str(value)
        case dict() | list():
            return "a section" if isinstance(value, dict) else "a list"
        case _:
            return "what stands there"
