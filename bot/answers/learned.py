"""What was learned from the example questions: how likely each reading of a question is.

A head is one thing to be told (a fact, the clause, the verdict); its classes are the values.
Every head is linear in the signs of a question, so each choice can be traced to the signs that
made it. `bot.answers.learning` makes the weights; here they are only used.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answers.protocol_error import ProtocolError
from bot.answers.signs import Families, Signs

Floats = NDArray[np.float32]

FAMILY_WEIGHTS = (1.0, 1.0, 1.0)
"""Of words, letters and meaning."""

SHARPNESS = 3.0
"""How fast a margin between classes becomes certainty; chosen on questions held back."""

WEIGHTS = "weights.npy"
BESIDE = "beside.npz"

LARGEST = 127
"""Of a weight kept in one byte."""


class LearnedError(ProtocolError):
    """The learned weights cannot be used; the text says which file and what to do."""


@dataclass(frozen=True)
class Vocabulary:
    """The signs that were seen while learning, and how telling each is."""

    places: Mapping[str, int] = field(repr=False)
    rarity: Floats = field(repr=False)

    def weigh(self, families: Families) -> tuple[NDArray[np.intp], Floats]:
        """Return the places of the known signs, and the weight of each."""
        places: list[int] = []
        weights: list[Floats] = []
        for signs, share in zip(families, FAMILY_WEIGHTS, strict=True):
            here, weight = self._family(signs)
            places.extend(here)
            weights.append(weight * share)
        return np.array(places, dtype=np.intp), np.concatenate(weights)

    def _family(self, signs: Signs) -> tuple[list[int], Floats]:
        known = [(self.places[sign], count) for sign, count in signs.items() if sign in self.places]
        here = [place for place, _ in known]
        counts = np.array([count for _, count in known], dtype=np.float32)
        weight = (1.0 + np.log(counts)) * self.rarity[here]
        length = float(np.sqrt(np.square(weight).sum()))
        return here, (weight / length if length else weight).astype(np.float32)


@dataclass(frozen=True)
class Head:
    """One thing to be told: its name, its classes, and where their weights stand."""

    name: str
    classes: tuple[str, ...]
    start: int

    @property
    def span(self) -> slice:
        """The columns of its classes."""
        return slice(self.start, self.start + len(self.classes))


def heads_of(classes: Mapping[str, Sequence[str]]) -> tuple[Head, ...]:
    """Lay heads side by side, in the order given."""
    heads: list[Head] = []
    start = 0
    for name, values in classes.items():
        heads.append(Head(name, tuple(values), start))
        start += len(values)
    return tuple(heads)


def _logarithms(margins: Floats) -> Floats:
    """Turn the margins of one head into logarithms of likelihoods that make one together."""
    told = margins * np.float32(SHARPNESS)
    told -= told.max()
    logarithms: Floats = told - np.log(np.exp(told).sum())
    return logarithms


@dataclass(frozen=True)
class Learned:
    """The weights of all heads over the vocabulary."""

    vocabulary: Vocabulary = field(repr=False)
    heads: tuple[Head, ...] = field(repr=False)
    weights: NDArray[np.int8] = field(repr=False)
    scale: Floats = field(repr=False)
    bias: Floats = field(repr=False)

    def likelihoods(self, families: Families) -> Floats:
        """Return for each class of each head the logarithm of how likely it is."""
        told = self._margins(families, slice(None))
        for head in self.heads:
            told[head.span] = _logarithms(told[head.span])
        return told

    def chances(self, families: Families, head: Head) -> Floats:
        """Return how likely each class of one head is (0..1)."""
        return np.exp(_logarithms(self._margins(families, head.span)))

    def _margins(self, families: Families, columns: slice) -> Floats:
        places, weight = self.vocabulary.weigh(families)
        weights = self.weights[places, columns].astype(np.float32)
        margins: Floats = weight @ weights * self.scale[columns] + self.bias[columns]
        return margins

    def head(self, name: str) -> Head:
        """Return a head by name."""
        return next(head for head in self.heads if head.name == name)

    def save(self, folder: Path) -> None:
        """Write the weights into a folder that is made for them."""
        folder.mkdir()
        # In a file of its own, so that only the rows that a question needs are read into memory.
        np.save(folder / WEIGHTS, self.weights)
        signs = sorted(self.vocabulary.places, key=self.vocabulary.places.__getitem__)
        about = json.dumps({head.name: head.classes for head in self.heads})
        np.savez(
            folder / BESIDE,
            signs=_as_bytes("\n".join(signs)),
            about=_as_bytes(about),
            rarity=self.vocabulary.rarity,
            scale=self.scale,
            bias=self.bias,
        )


def load_learned(folder: Path) -> Learned:
    """Read what `Learned.save` wrote.

    Raises:
        LearnedError: a file is missing or damaged.

    """
    try:
        weights = np.load(folder / WEIGHTS, mmap_mode="r", allow_pickle=False)
        with np.load(folder / BESIDE, allow_pickle=False) as stored:
            signs = _as_text(stored["signs"]).split("\n")
            return Learned(
                Vocabulary({sign: place for place, sign in enumerate(signs)}, stored["rarity"]),
                heads_of(json.loads(_as_text(stored["about"]))),
                weights,
                stored["scale"],
                stored["bias"],
            )
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise LearnedError(
            f"{folder} is damaged ({type(error).__name__}). Delete it; it is learned again."
        ) from error


def _as_bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _as_text(stored: NDArray[Any]) -> str:
    return stored.tobytes().decode()


def small_weights(weights: NDArray[Any]) -> tuple[NDArray[np.int8], Floats]:
    """Keep each weight in one byte, with one scale for each class."""
    scale = np.abs(weights).max(axis=0) / LARGEST
    scale[scale == 0] = 1.0
    return np.round(weights / scale).astype(np.int8), scale.astype(np.float32)
