"""The numbers, letters and bullets with which a line of a document may begin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LARGEST_ROMAN = 40
LARGEST_NUMBER = 199

_WORDS = {
    "artikel": "artikel",
    "art.": "artikel",
    "hoofdstuk": "hoofdstuk",
    "paragraaf": "paragraaf",
    "§": "paragraaf",
    "bijlage": "bijlage",
    "deel": "deel",
    "stap": "stap",
    "regel": "regel",
    "lid": "lid",
}
_WORD = re.compile(
    r"(?P<word>Artikel|Art\.|Hoofdstuk|Paragraaf|§|Bijlage|Deel|Stap|Regel|Lid|ARTIKEL|HOOFDSTUK|"
    r"PARAGRAAF|BIJLAGE|DEEL|STAP|LID)\s*"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})*|[IVX]{1,6}|[A-H])(?P<lid>\s+lid\s+(?P<of_lid>\d{1,2}))?"
    r"\s*(?P<after>[.:)–-]?)(?:\s+(?P<rest>\S.*))?$"
)
_PATH = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,4})[.)]?\s+(\S.*)$")
_NUMBER = re.compile(r"(\d{1,3})\.\s*(?!\d)(\S.*)?$")
_NUMBER_IN_BRACKETS = re.compile(r"\(?(\d{1,3})\)\s*(\S.*)?$")
_BARE_NUMBER = re.compile(r"(\d{1,3})\s+(\S.*)$")
_LETTER = re.compile(r"([a-zA-Z])\.\s+(\S.*)$")
_LETTER_IN_BRACKETS = re.compile(r"\(?([a-zA-Z])\)\s+(\S.*)$")
_ROMAN = re.compile(r"([IVX]{1,6}|[ivx]{1,6})[.)]\s+(\S.*)$")
_BULLET = re.compile(r"(?:([•▪◦●○■□➢►✓\uf0b7\uf0a7\uf06f])\s*|([–*-])\s+|(o)\s+)(?=\S)(.*)$")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


class Style(StrEnum):
    """How a mark is written; a list keeps to one style."""

    NUMBER = "1."
    IN_BRACKETS = "1)"
    BARE = "1"
    PATH = "1.1"
    CAPITAL = "A."
    LETTER = "a."
    ROMAN_CAPITAL = "I."
    ROMAN = "i."
    WORD = "word"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with.

    place   which of its list it is, from 1; 0 for a bullet
    printed the number or letter alone ("3", "a", "3.2"), or the sign of a bullet
    word    the word before the number ("artikel"), or ""
    path    every number of "3.2" or "Artikel 3 lid 2"
    rest    the line after the mark
    """

    style: Style
    place: int
    printed: str
    rest: str
    word: str = ""
    path: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """Marks of one kind can form one list."""
        sign = self.printed if self.style is Style.BULLET else ""
        return f"{self.style}{self.word}{sign}"


def marks_of(text: str) -> Iterator[Mark]:
    """Yield every way in which the beginning of a line can be read as a mark."""
    if word := _of_word(text):
        yield word
        return
    if path := _PATH.match(text):
        numbers = tuple(int(number) for number in path[1].split("."))
        yield Mark(Style.PATH, numbers[-1], path[1], path[2], path=numbers)
        return
    for pattern, style in (
        (_NUMBER, Style.NUMBER),
        (_NUMBER_IN_BRACKETS, Style.IN_BRACKETS),
        (_BARE_NUMBER, Style.BARE),
    ):
        if (found := pattern.match(text)) and 0 < int(found[1]) <= LARGEST_NUMBER:
            number = str(int(found[1]))
            yield Mark(style, int(number), number, found[2] or "", path=(int(number),))
            return
    yield from _of_letters(text)
    if bullet := _BULLET.match(text):
        sign = bullet[1] or bullet[2] or bullet[3]
        yield Mark(Style.BULLET, 0, sign, bullet[4])


def _of_word(text: str) -> Mark | None:
    found = _WORD.match(text)
    if not found:
        return None
    rest = found["rest"] or ""
    # "Artikel 4 van de AVG geldt" is a sentence that happens to begin a line.
    if rest and not found["after"] and rest[0].islower():
        return None
    if rest and found["after"] == "." and rest[0].islower():
        return None
    word = _WORDS[found["word"].lower()]
    path = tuple(_number_of(part) for part in found["number"].split("."))
    if found["of_lid"]:
        path = (*path, int(found["of_lid"]))
    printed = found["number"] if not found["of_lid"] else found["of_lid"]
    return Mark(Style.WORD, path[-1], printed, rest, word, path)


def _of_letters(text: str) -> Iterator[Mark]:
    for pattern in (_LETTER, _LETTER_IN_BRACKETS):
        if found := pattern.match(text):
            style = Style.CAPITAL if found[1].isupper() else Style.LETTER
            yield Mark(style, _number_of(found[1], roman=False), found[1], found[2])
            break
    if (found := _ROMAN.match(text)) and 0 < (place := _roman(found[1])) <= LARGEST_ROMAN:
        style = Style.ROMAN_CAPITAL if found[1].isupper() else Style.ROMAN
        yield Mark(style, place, found[1], found[2])


def _number_of(written: str, *, roman: bool = True) -> int:
    if written.isdigit():
        return int(written)
    if roman and (len(written) > 1 or written in "IVX"):
        return _roman(written)
    return ord(written.lower()) - ord("a") + 1


def _roman(written: str) -> int:
    values = [_ROMAN_DIGITS[sign] for sign in written.lower()]
    after = [*values[1:], 0]
    return sum(-now if now < later else now for now, later in zip(values, after, strict=True))
