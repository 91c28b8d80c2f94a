"""Cutting a document into windows: runs of whole sentences that the encoder sees at once.

`src/extract/model/windows.ts` and `features.ts` do the same in the product; test/model holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .document import Document
from .wordpiece import WordPieces

MOST_PIECES = 192  # of a window of several sentences, with its start and end marks
LONGEST = 500  # of a sentence that alone is longer than that; the rest of it is not shown to the encoder
SHAPES = 8
FEATURES = SHAPES * 4
QUOTE_REACH = 150  # words; a quotation mark that never closes stops counting after so many


@dataclass
class Prepared:
    """A document in pieces. `pieces[w]` are the piece ids of word w, `features[w]` its feature number."""

    document: Document
    pieces: list[tuple[int, ...]]
    lengths: np.ndarray
    features: np.ndarray


def prepare(document: Document, vocabulary: WordPieces) -> Prepared:
    pieces = [vocabulary.of(word) for word in document.words]
    return Prepared(document, pieces, np.array([len(p) for p in pieces]), features_of(document))


def features_of(document: Document) -> np.ndarray:
    """What the uncased pieces do not show: shape of the word, first of its sentence, inside quotation marks."""
    first = np.zeros(len(document.words), bool)
    first[document.bounds[:-1]] = True
    features = np.zeros(len(document.words), np.int64)
    opened = None
    for at, word in enumerate(document.words):
        spaced = at == 0 or document.ends[at - 1] < document.begins[at]
        if word in ("“", "``", "«") or (word == '"' and spaced):
            opened = at
        quoted = opened is not None and at - opened <= QUOTE_REACH
        features[at] = shape_of(word) * 4 + 2 * first[at] + quoted
        if word in ("”", "''", "»") or (word == '"' and not spaced):
            opened = None
    return features


def shape_of(word: str) -> int:
    """0 lower, 1 Capital, 2 CAPITALS, 3 miXed, 4 single capital, 5 has a digit, 6 sign, 7 other script."""
    if any("0" <= c <= "9" for c in word):
        return 5
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6
    upper = sum(c != c.lower() for c in letters)
    if upper == 0:
        return 0 if any(c != c.upper() for c in letters) else 7
    if upper == len(letters):
        return 4 if upper == 1 else 2
    return 1 if upper == 1 and letters[0] != letters[0].lower() else 3


def windows(prepared: Prepared, first_most: int = MOST_PIECES, most: int = MOST_PIECES) -> list[tuple[int, int]]:
    """Word ranges. `first_most` bounds the first window, so that training sees other cuts in every epoch."""
    bounds, lengths = prepared.document.bounds, prepared.lengths
    cut, start, size, room = [], 0, 2, first_most
    for b, e in zip(bounds[:-1], bounds[1:]):
        n = int(lengths[b:e].sum())
        if size + n > room and start < b:
            cut.append((start, int(b)))
            start, size, room = int(b), 2, most
        size += n
    if start < bounds[-1]:
        cut.append((start, int(bounds[-1])))
    return cut
