"""Trains the tagger: `python -m tagger.train --data DATA --work WORK [--steps N]`. Resumes by itself. The reader of claims comes after
(train_claims.py)."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .batch import Batch
from .batches import document_batches, held_out, mixed
from .learn import learn, seed
from .model import Tagger
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
    options.add_argument("--seen", type=Path, help="a checkpoint that stays as it is, but for the layers that read again from each cue")
    given = options.parse_args()
    seed(SEED)
    sets = {
        "articles": [d for d in read_polnear(given.data / "polnear", "train") if not held_out(d.id)],
        "re3d": [d for d in read_re3d(given.data / "re3d") if fold_of(d.id) != TEST_FOLD],
        "stories": read_stories("train"),
    }
    if given.seen:
        sets = {"articles": sets["articles"]}
    streams = []
    for name, documents in sets.items():
        for document in documents:
            document.claims = None
        batches, epoch = document_batches(documents, vocabulary(), SEED)
        print(f"{name}: {len(documents)} documents, {epoch} batches an epoch", flush=True)
        streams.append((batches, SHARES[name]))
    say = lambda line: print(line, flush=True)
    model, batches, losses = fresh_tagger(), mixed(streams), None
    if given.seen:
        model, every = known_but_seen(given.seen), batches
        batches = lambda step: (batch for batch in every(step) if batch.pair_rows is not None)
        losses = lambda batch: roles_alone(model, batch)
    learn(model, batches, given.steps, 2e-4, 1e-3, checkpoint=given.work / "tagger.pt", losses=losses, say=say)


def known_but_seen(checkpoint: Path) -> Tagger:
    """The tagger of a checkpoint, of which only the layers that read again from each cue are to be taught."""
    model, known = fresh_tagger(), torch.load(checkpoint, weights_only=True)["average"]
    model.load_state_dict({**model.state_dict(), **{k: v for k, v in known.items() if not k.startswith("seen.")}})
    model.requires_grad_(False)
    model.seen.requires_grad_(True)
    return model


def roles_alone(model: Tagger, batch: Batch) -> dict[str, torch.Tensor]:
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        words = model.encode(batch)
    return {"pairs": model.pair_loss(words.float(), batch)}


if __name__ == "__main__":
    main()
