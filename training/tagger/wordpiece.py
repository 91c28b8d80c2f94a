"""BERT's uncased WordPiece, one given word at a time. `src/extract/model/word-pieces.ts` does the same in the product."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

MOST_PIECES = 6  # a word's further pieces are left out: they are addresses and hash tags, and cost time


class WordPieces:
    def __init__(self, vocabulary: Path):
        words = vocabulary.read_text(encoding="utf-8").split("\n")
        self.ids = {word: at for at, word in enumerate(words) if word}
        self.unknown, self.start, self.end = self.ids["[UNK]"], self.ids["[CLS]"], self.ids["[SEP]"]
        self.of = lru_cache(maxsize=200_000)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        pieces: list[int] = []
        for part in _parts(plain):
            pieces += self._pieces(part)
            if len(pieces) >= MOST_PIECES:
                break
        return tuple(pieces[:MOST_PIECES]) or (self.unknown,)

    def _pieces(self, part: str) -> list[int]:
        if len(part) > 100:
            return [self.unknown]
        found, at = [], 0
        while at < len(part):
            end = len(part)
            while end > at and (("##" if at else "") + part[at:end]) not in self.ids:
                end -= 1
            if end == at:
                return [self.unknown]
            found.append(self.ids[("##" if at else "") + part[at:end]])
            at = end
        return found


def _parts(word: str) -> list[str]:
    """Runs of letters and digits; every other sign alone."""
    parts, run = [], ""
    for c in word:
        if c.isalnum() and not 0x4E00 <= ord(c) <= 0x9FFF:
            run += c
            continue
        if run:
            parts.append(run)
            run = ""
        if not c.isspace() and unicodedata.category(c) != "Cc":
            parts.append(c)
    return parts + [run] if run else parts
