"""A school's own document: the lines a file holds, and the numbered passages found in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


class DocumentError(Exception):
    """A document cannot be used; the text names the file and says why and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or one whole paragraph, as the file holds it.

    text     in one line, the number or bullet that is printed before it included
    page     counted from 1; 0 where the file does not tell pages apart
    indent   spaces before it
    whole    whether it is a paragraph; otherwise the next line may go on with its sentence
    depth    how deep the file itself says it lies: headings 1 to 9, list items from
             `DEPTH_OF_ITEMS`; None where the file says nothing
    note     the number of the footnote that it is (part of); "" for the body
    """

    text: str = field(repr=False)
    page: int = 0
    indent: int = 0
    whole: bool = False
    depth: int | None = None
    note: str = ""


DEPTH_OF_ITEMS = 10
"""A list item lies deeper than every heading."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an adapter read: the lines, and sentences about how they had to be read."""

    lines: tuple[Line, ...] = field(repr=False)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the document that can be cited.

    number   how the document itself numbers it, and unique: "9.A.1", "3 lid 2", "voetnoot 2"
    title    its heading, or ""
    text     its wording, free of page furniture; what lies below it included where that is short
    level    how deep it lies, from 0
    under    the headings above it, the nearest last
    gathers  whether it has no words of its own but those of what lies below it
    """

    number: str
    title: str = field(repr=False)
    text: str = field(repr=False)
    level: int
    under: tuple[str, ...] = field(default=(), repr=False)
    gathers: bool = False


@dataclass(frozen=True)
class OwnDocument:
    """The passages of a school's document, in its order.

    `remarks` are sentences for the administrator about what is odd in its numbering.
    """

    passages: tuple[Passage, ...] = field(repr=False)
    remarks: tuple[str, ...] = ()

    def clause(self, number: str) -> str | None:
        """Return the wording of a passage, or None where the document has no such number."""
        passage = self.by_number.get(number)
        return passage.text if passage else None

    @cached_property
    def by_number(self) -> Mapping[str, Passage]:
        """The passages by their numbers."""
        return {passage.number: passage for passage in self.passages}
