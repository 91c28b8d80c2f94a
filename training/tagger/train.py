"""Trains the tagger: `python -m tagger.train --data DATA --work WORK [--steps N]`. Resumes by itself. The reader of claims comes after
(train_claims.py)."""

from __future__ import annotations

import argparse
from pathlib import Path

from .batches import document_batches, held_out, mixed
from .learn import learn, seed
from .polnear import read_polnear
from .pretrained import fresh_tagger, vocabulary
from .re3d import TEST_FOLD, fold_of, read_re3d
from .stories import read_stories

SEED = 20160213
SHARES = {"articles": 6, "re3d": 1, "stories": 1}  # of the batches: about ten readings of re3d in the time of two of PolNeAR


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--steps", type=int, default=3000)
    given = options.parse_args()
    seed(SEED)
    sets = {
        "articles": [d for d in read_polnear(given.data / "polnear", "train") if not held_out(d.id)],
        "re3d": [d for d in read_re3d(given.data / "re3d") if fold_of(d.id) != TEST_FOLD],
        "stories": read_stories("train"),
    }
    streams = []
    for name, documents in sets.items():
        for document in documents:
            document.claims = None
        batches, epoch = document_batches(documents, vocabulary(), SEED)
        print(f"{name}: {len(documents)} documents, {epoch} batches an epoch", flush=True)
        streams.append((batches, SHARES[name]))
    say = lambda line: print(line, flush=True)
    learn(fresh_tagger(), mixed(streams), given.steps, 2e-4, 1e-3, checkpoint=given.work / "tagger.pt", say=say)


if __name__ == "__main__":
    main()
