"""Batches of documents, cut anew in every epoch."""

from __future__ import annotations

import random
from collections import Counter
from itertools import count, islice
from typing import Iterator

from .batch import Batch, collate
from .document import Document
from .shares import share_of
from .windows import MOST_PIECES, Prepared, prepare, windows
from .wordpiece import WordPieces

WINDOWS_A_BATCH = 4
SHORT = 0.3  # share of articles cut into short windows, so that a lone sentence is read as well as a page


def held_out(id_: str, share: float = 0.06) -> bool:
    """The slice of the training articles that choices are made on; the development articles only measure."""
    return share_of(id_) < share


def document_batches(documents: list[Document], vocabulary: WordPieces, seed: int):
    """A function from a step to the endless batches from there on. Every epoch cuts anew, and picks an annotator."""
    prepared = [prepare(document, vocabulary) for document in documents]
    count = lambda epoch: len(_epoch(prepared, random.Random(seed + epoch)))

    def batches(step: int) -> Iterator[Batch]:
        epoch = 0
        while step >= (n := count(epoch)):
            step, epoch = step - n, epoch + 1
        while True:
            for batch in _epoch(prepared, random.Random(seed + epoch))[step:]:
                yield collate(batch, vocabulary.start, vocabulary.end)
            step, epoch = 0, epoch + 1

    return batches, count(0)


def _epoch(prepared: list[Prepared], chance: random.Random) -> list[list]:
    cut = []
    for p in prepared:
        attributions = chance.choice(p.document.attributions or [None])
        most = chance.choice((48, 96)) if chance.random() < SHORT else MOST_PIECES
        cut += [(p, s, e, attributions) for s, e in windows(p, chance.randint(most // 4, most), most)]
    chance.shuffle(cut)
    # Windows of like length stand together within a stretch, so that little is padding.
    ordered = []
    for at in range(0, len(cut), WINDOWS_A_BATCH * 40):
        stretch = sorted(cut[at : at + WINDOWS_A_BATCH * 40], key=lambda w: int(w[0].lengths[w[1] : w[2]].sum()))
        ordered += _by_size(stretch)
    chance.shuffle(ordered)
    return ordered


def _by_size(stretch: list) -> list[list]:
    batches, batch, room = [], [], WINDOWS_A_BATCH * MOST_PIECES
    for window in stretch:
        size = int(window[0].lengths[window[1] : window[2]].sum()) + 2
        if batch and size * (len(batch) + 1) > room:
            batches.append(batch)
            batch = []
        batch.append(window)
    return batches + [batch] if batch else batches


def mixed(streams: list[tuple]):
    """Batches of several streams, each `(batches, share)`: at every step the stream that is furthest behind its share."""
    total = sum(share for _, share in streams)

    def order() -> Iterator[int]:
        drawn = [0] * len(streams)
        for step in count(1):
            behind = [step * share / total - n for (_, share), n in zip(streams, drawn)]
            best = behind.index(max(behind))
            drawn[best] += 1
            yield best

    def batches(step: int) -> Iterator[Batch]:
        turns = order()
        drawn = Counter(islice(turns, step))
        sources = [batches(drawn[at]) for at, (batches, _) in enumerate(streams)]
        for at in turns:
            yield next(sources[at])

    return batches
