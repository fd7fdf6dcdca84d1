"""Words of a question to concepts: typing mistakes, inflection, compounds, fixed phrases.

A concept is a name for a list of terms in `content/protocol/concepts.toml`. A term is one
or more words: `*` stands for any letters (so `*foto*` finds compounds), `/` separates
alternatives, `=` before a word forbids other forms of it, and `..` lets up to five words of
the same sentence stand in between.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import Stemmer
from rapidfuzz import fuzz, process

LONGEST_QUESTION = 4_000
"""Characters that are read; the platforms carry little more in one message."""

GAP = ".."
STOP = "."
WIDEST_GAP = 5
SHORTEST_STEMMED = 5
SHORTEST_CORRECTED = 6
LIKE_ENOUGH = 88
REMEMBERED_WORDS = 20_000

_WORD_OR_STOP = re.compile(r"[^\W_]+|[.?!;:\n]+")
_APOSTROPHES = re.compile(r"['\u2018\u2019\u00b4`]")


@dataclass(frozen=True)
class _Term:
    """A phrase as sets of word patterns; an empty set stands for the gap."""

    concept: str
    parts: tuple[frozenset[str], ...]


@dataclass
class Lexicon:
    """The concepts of the content folder, ready to be found in a question."""

    concepts: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, str]
    signals: frozenset[str] = frozenset()
    _terms: dict[str, list[_Term]] = field(default_factory=dict, repr=False)
    _plain: set[str] = field(default_factory=set, repr=False)
    _begins: dict[str, str] = field(default_factory=dict, repr=False)
    _ends: dict[str, str] = field(default_factory=dict, repr=False)
    _inside: dict[str, str] = field(default_factory=dict, repr=False)
    _by_stem: dict[str, set[str]] = field(default_factory=dict, repr=False)
    _seen: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Index every term by its first words."""
        self._stemmer = Stemmer.Stemmer("dutch")
        for concept, terms in self.concepts.items():
            for written in terms:
                term = _Term(concept, tuple(_parts(written)))
                for pattern in term.parts[0]:
                    self._terms.setdefault(pattern, []).append(term)
                for pattern in frozenset().union(*term.parts):
                    self._learn(pattern)
        self._correctable = sorted(w for w in self._plain if len(w) >= SHORTEST_CORRECTED)

    def _learn(self, pattern: str) -> None:
        letters = pattern.strip("*")
        if pattern != letters:
            both = pattern.startswith("*") and pattern.endswith("*")
            ends = self._ends if pattern.startswith("*") else self._begins
            (self._inside if both else ends)[letters] = pattern
            return
        self._plain.add(pattern.removeprefix("="))
        if pattern.startswith("="):
            return
        if len(pattern) >= SHORTEST_STEMMED:
            self._by_stem.setdefault(self.stem(pattern), set()).add(pattern)

    def stem(self, word: str) -> str:
        """Return the Kraaij-Pohlmann stem of a plain word."""
        stem: str = self._stemmer.stemWord(word)
        return stem

    def stems(self, words: list[str]) -> list[str]:
        """Return the stem of each word, full stops left out."""
        return [self.stem(word) for word in words if word != STOP]

    def words(self, question: str) -> list[str]:
        """Return the plain words of a question; a full stop marks the end of a sentence."""
        plain = _plain(question[:LONGEST_QUESTION])
        words: list[str] = []
        for found in _WORD_OR_STOP.findall(plain):
            if not found[0].isalnum():
                words.append(STOP)
            else:
                words.extend(self.spellings.get(found, found).split())
        return words

    def sentences(self, words: list[str]) -> list[list[str]]:
        """Return the words of each sentence that has any."""
        ends = [place for place, word in enumerate(words) if word == STOP]
        starts = [0, *(end + 1 for end in ends)]
        parts = [words[a:b] for a, b in zip(starts, [*ends, len(words)], strict=True)]
        return [part for part in parts if part]

    def find(self, words: list[str]) -> frozenset[str]:
        """Return each concept that occurs."""
        patterns = [self._matching(word) for word in words]
        anywhere = frozenset().union(*patterns)
        found: set[str] = set()
        for place, here in enumerate(patterns):
            for pattern in here:
                for term in self._terms.get(pattern, ()):
                    if term.concept in found or term.parts[-1].isdisjoint(anywhere):
                        continue
                    if _matches(term.parts, patterns, place):
                        found.add(term.concept)
        return frozenset(found)

    def _matching(self, word: str) -> frozenset[str]:
        """Return the word patterns that a word matches; the full stop matches none."""
        if word == STOP:
            return frozenset({STOP})
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) >= REMEMBERED_WORDS:
                self._seen.clear()
            known = self._seen[word] = frozenset(self._look_up(word))
        return known

    def _look_up(self, word: str) -> Iterator[str]:
        if word in self._plain:
            yield word
            yield f"={word}"
        for cut in range(1, len(word) + 1):
            if word[:cut] in self._begins:
                yield self._begins[word[:cut]]
            if word[-cut:] in self._ends:
                yield self._ends[word[-cut:]]
        yield from (pattern for letters, pattern in self._inside.items() if letters in word)
        if len(word) < SHORTEST_STEMMED:
            return
        stemmed = self._by_stem.get(self.stem(word), set())
        yield from stemmed
        if word in self._plain or stemmed or len(word) < SHORTEST_CORRECTED:
            return
        meant = process.extractOne(
            word, self._correctable, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH
        )
        if meant is not None and meant[0][0] == word[0]:
            yield meant[0]


def _plain(text: str) -> str:
    """Return lower case without accents, apostrophes and signs that carry no letters."""
    spread = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return _APOSTROPHES.sub("", letters)


def _parts(written: str) -> Iterator[frozenset[str]]:
    for word in _plain(written).split():
        yield frozenset() if word == GAP else frozenset(word.split("/"))


def _matches(parts: tuple[frozenset[str], ...], patterns: list[frozenset[str]], place: int) -> bool:
    """Say whether the phrase stands at this place, gaps kept inside one sentence."""
    for number, part in enumerate(parts):
        if not part:
            rest = parts[number + 1 :]
            for later in range(place, min(place + WIDEST_GAP + 1, len(patterns))):
                if _matches(rest, patterns, later):
                    return True
                if STOP in patterns[later]:
                    return False
            return False
        if place >= len(patterns) or part.isdisjoint(patterns[place]):
            return False
        place += 1
    return True


def unknown_characters(term: str) -> list[str]:
    """Return the signs of a term that no question can contain, for a check of the content."""
    return [sign for sign in _plain(term) if not (sign.isalnum() or sign in " */.=")]
