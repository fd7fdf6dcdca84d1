"""Which passage of a school's document carries each of our clauses, and how sure that is.

Both are compared by the words they share, counted as stems and as the concepts of the content
(so that "plaatsen" is like "posten"), rare ones for more; by whom they speak to; and by what
stands around them, since a document mostly keeps together what belongs together.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.lexicon import STOP, Lexicon
from bot.domain.document import OwnDocument, Passage
from bot.domain.protocol import Clause

LANGUAGE = "nl"
EASY = "nl-x-eenvoudig"

SURE = 0.4
LIKELY = 0.3
"""Between the two a proposal must be looked at; below, nothing is proposed at all."""

WEIGHT_OF_EASY_WORDS = 0.4
WEIGHT_OF_CONCEPT = 1.0
WEIGHT_OF_HEADINGS = 0.2
WEIGHT_OF_COVERED = 0.3
FOR_OTHERS = 0.75
"""Share of the likeness that stays when a passage speaks to others than the clause does."""

KNOWN = 0.4
NEIGHBOUR = 0.12
"""Added where a clause is expected: as far from a known one as it stands in our own order."""

CLOSE_BY = 3
ROUNDS = 3

CONTESTED = 0.5
"""Share by which a passage that is more like another clause counts less for this one."""

_GROUPS = {
    "leerling": re.compile(r"\bleerling", re.IGNORECASE),
    "ouder": re.compile(r"\bouder|verzorger", re.IGNORECASE),
    "medewerker": re.compile(r"medewerker|personeel|docent|leerkracht|leraar|team", re.IGNORECASE),
}
_ALL = frozenset(_GROUPS)
_AS_GROUP = {"beheerder": "medewerker", "schoolleider": "medewerker", "behandelaar": "medewerker"}
_STOP_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "van",
        "in",
        "op",
        "te",
        "dat",
        "die",
        "is",
        "zijn",
        "voor",
        "met",
        "aan",
        "er",
        "om",
        "bij",
        "als",
        "dan",
        "je",
        "jij",
        "u",
        "wie",
        "wat",
        "dit",
        "deze",
        "ook",
        "niet",
        "wordt",
        "worden",
        "kan",
        "kunnen",
        "mag",
        "mogen",
        "school",
        "sociale",
        "media",
        "naar",
        "uit",
        "door",
        "tot",
        "wel",
        "alleen",
        "altijd",
        "nooit",
        "hun",
        "zij",
        "hij",
        "we",
        "wij",
        "ons",
        "onze",
    ]
)

Words = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The passage ("" for none) that seems to carry a clause.

    `nearest` is the likest passage, proposed or not ("" where the document has none);
    `likeness` is from 0 to 1.
    """

    passage: str
    nearest: str
    likeness: float

    @property
    def sure(self) -> str:
        """How sure it is, in a word."""
        if not self.passage:
            return "none"
        return "sure" if self.likeness >= SURE else "check"


def propose(
    clauses: Sequence[Clause], document: OwnDocument, lexicon: Lexicon
) -> dict[str, Proposal]:
    """Propose a passage for each clause, by the clause's number."""
    passages = [passage for passage in document.passages if not passage.gathers]
    said = [_counted(passage.text, lexicon) for passage in passages]
    above = [_counted(" ".join((*p.under, p.title)), lexicon) for p in passages]
    worth = _worth(said)
    asked = [_of_clause(clause, lexicon) for clause in clauses]
    table = [
        [
            _likeness(words, clause, passage, (own, heading), worth)
            for passage, own, heading in zip(passages, said, above, strict=True)
        ]
        for clause, words in zip(clauses, asked, strict=True)
    ]
    table = _without_contested(table)
    table = _with_neighbours(clauses, table)
    return {clause.number: _best(row, passages) for clause, row in zip(clauses, table, strict=True)}


def _of_clause(clause: Clause, lexicon: Lexicon) -> Words:
    formal, easy = clause.words[LANGUAGE], clause.words[EASY]
    words = Counter(_counted(formal.rule, lexicon))
    for text, weight in (
        (formal.instead, WEIGHT_OF_EASY_WORDS / 2),
        (easy.rule, WEIGHT_OF_EASY_WORDS),
    ):
        for word, count in _counted(text, lexicon).items():
            words[word] += weight * count  # type: ignore[assignment]
    return words


def _counted(text: str, lexicon: Lexicon) -> dict[str, float]:
    """Count the stems of a text, its longer words' beginnings and its concepts."""
    words = [word for word in lexicon.words(text) if word != STOP and word not in _STOP_WORDS]
    counted: Counter[str] = Counter(lexicon.stem(word) for word in words)
    found: dict[str, float] = {word: 1 + math.log(count) for word, count in counted.items()}
    for sentence in lexicon.sentences(lexicon.words(text)):
        for concept in lexicon.find(sentence):
            found[f"={concept}"] = WEIGHT_OF_CONCEPT
    return found


def _worth(said: Sequence[Words]) -> Words:
    """Return what each word is worth: the fewer passages hold it, the more."""
    often = Counter(word for words in said for word in words)
    return {word: math.log((len(said) + 1) / (count + 0.5)) for word, count in often.items()}


def _alike(asked: Words, said: Words, worth: Words) -> float:
    """Return from 0 to 1 how much is shared: of both (cosine), and of what is asked."""
    unseen = max(worth.values(), default=1.0)

    def weighed(words: Words) -> dict[str, float]:
        return {word: count * worth.get(word, unseen) for word, count in words.items()}

    a, b = weighed(asked), weighed(said)
    length = math.hypot(*a.values()) * math.hypot(*b.values())
    if not length:
        return 0.0
    shared = a.keys() & b.keys()
    cosine = sum(a[word] * b[word] for word in shared) / length
    covered = sum(a[word] for word in shared) / sum(a.values())
    return (1 - WEIGHT_OF_COVERED) * cosine + WEIGHT_OF_COVERED * covered


def _likeness(
    asked: Words, clause: Clause, passage: Passage, said: tuple[Words, Words], worth: Words
) -> float:
    own, heading = said
    plain = _alike(asked, own, worth)
    with_heading = plain + WEIGHT_OF_HEADINGS * _alike(asked, heading, worth)
    fits = 1.0 if _speaks_to(passage) & _groups(clause) else FOR_OTHERS
    return min(1.0, with_heading * fits)


def _groups(clause: Clause) -> frozenset[str]:
    named = {_AS_GROUP.get(group, group) for group in clause.audience}
    return frozenset(named & _ALL) or _ALL


def _speaks_to(passage: Passage) -> frozenset[str]:
    """Return the groups named by the nearest heading that names any, or else by the words."""
    for words in (*reversed(passage.under), passage.text):
        named = {group for group, pattern in _GROUPS.items() if pattern.search(words)}
        if named:
            return frozenset(named)
    return _ALL


def _without_contested(table: list[list[float]]) -> list[list[float]]:
    """Lower a passage by how much more it is like a clause that it fits best of all."""
    best: dict[int, float] = {}
    for row in table:
        if row:
            place = max(range(len(row)), key=row.__getitem__)
            best[place] = max(best.get(place, 0.0), row[place])
    return [
        [
            value - CONTESTED * max(0.0, best.get(place, 0.0) - value)
            for place, value in enumerate(row)
        ]
        for row in table
    ]


def _with_neighbours(clauses: Sequence[Clause], table: list[list[float]]) -> list[list[float]]:
    """Raise what stands where it is expected beside passages that are surely known."""
    chapters: dict[str, list[int]] = {}
    for nth, clause in enumerate(clauses):
        chapters.setdefault(_chapter(clause), []).append(nth)
    raised = table
    for _ in range(ROUNDS):
        known = [_known(row) for row in raised]
        raised = [list(row) for row in table]
        for chapter in chapters.values():
            for at, nth in enumerate(chapter):
                for place, bonus in _expected(chapter, at, known):
                    if 0 <= place < len(raised[nth]):
                        raised[nth][place] += bonus
    return raised


def _known(row: Sequence[float]) -> int | None:
    place = max(range(len(row)), key=row.__getitem__, default=None)
    return place if place is not None and row[place] >= KNOWN else None


def _expected(
    chapter: Sequence[int], at: int, known: Sequence[int | None]
) -> Iterator[tuple[int, float]]:
    """Yield the places where a clause is expected after and before those nearest to it."""
    for direction in (-1, 1):
        for distance in range(1, CLOSE_BY + 1):
            other = at + direction * distance
            if not 0 <= other < len(chapter):
                break
            if (place := known[chapter[other]]) is not None:
                for steps in range(1, CLOSE_BY + 3):
                    far = abs(steps - distance) / (CLOSE_BY + 2)
                    yield place - direction * steps, NEIGHBOUR * (1 - far)
                break


def _chapter(clause: Clause) -> str:
    return clause.number.rpartition(".")[0]


def _best(row: Sequence[float], passages: Sequence[Passage]) -> Proposal:
    if not row:
        return Proposal("", "", 0.0)
    place = max(range(len(row)), key=row.__getitem__)
    likeness = round(min(1.0, max(0.0, row[place])), 2)
    number = passages[place].number
    return Proposal(number if likeness >= LIKELY else "", number, likeness)
