"""Teaches the reader of claims on top of a tagger: `python -m tagger.train_claims --data DATA --work WORK --standoff WORK/standoff [--packed ../models]`.

The tagger is the checkpoint in WORK, or with `--packed` the packed one; it stays as it is. Resumes by itself.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file

from .batch import Batch
from .batches import document_batches, mixed
from .claim_reader import SHARED, ClaimReader
from .claim_stories import FOLDER, read_claim_stories
from .encoder import load_layer
from .hints import learn_hints
from .learn import learn, seed
from .pack import load_tagger
from .pretrained import pretrained_folder, vocabulary
from .re3d import TEST_FOLD, fold_of, read_re3d
from .stories import read_stories
from .unpack import load_packed

SEED = 20160213
START, END, MASK = 101, 102, 103  # of BERT's vocabulary
SHARES = {"claims": 6, "standoff": 5, "stories": 1, "re3d": 1}  # of the batches
FRESH = {"claims": 4, "fresh": 3, "standoff": 5}  # where some sentences are new to it


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--steps", type=int, default=1500)
    options.add_argument("--packed", type=Path, help="a packed tagger to stand on")
    options.add_argument("--claims", type=Path, default=FOLDER, help="the folder of marked sentences")
    options.add_argument("--fresh", type=Path, help="a folder of marked sentences that it has not read before, and so reads oftener than the others")
    options.add_argument("--standoff", type=Path, help="a folder that tagger.standoff has read the marked sentences of the data sets to")
    options.add_argument("--rate", type=float, default=2e-4, help="learning rate of the layers")
    options.add_argument("--begin", type=Path, help="a checkpoint whose reader is where this one begins")
    options.add_argument("--hidden", type=float, default=0.03, help="share of the pieces that are hidden from it")
    options.add_argument("--withheld", type=float, default=0.15, help="share of the words whose hints are withheld from it")
    given = options.parse_args()
    seed(SEED)
    sets = {
        "claims": read_claim_stories("train", given.claims),
        "stories": read_stories("train"),
        "re3d": [d for d in read_re3d(given.data / "re3d") if fold_of(d.id) != TEST_FOLD],
    }
    if given.standoff:
        sets["standoff"] = read_claim_stories("train", given.standoff)
    if given.fresh:
        sets["fresh"] = read_claim_stories("train", given.fresh)
    learn_hints(word for documents in sets.values() for d in documents for word in d.words)
    shares = SHARES | (FRESH if given.fresh else {})
    streams = []
    for name, documents in sets.items():
        batches, epoch = document_batches(documents, vocabulary(), SEED)
        print(f"{name}: {len(documents)} documents, {epoch} batches an epoch", flush=True)
        streams.append((batches, shares[name]))
    tagger = (load_packed(given.packed) if given.packed else load_tagger(given.work / "tagger.pt")).eval()
    tagger.requires_grad_(False)
    reader = fresh_reader()
    if given.begin:
        missing, _ = reader.load_state_dict(torch.load(given.begin, weights_only=True)["average"], strict=False)
        print(f"begins with the reader of {given.begin}; new are {sorted({name.split('.')[0] for name in missing})}", flush=True)
    learn(
        reader,
        mixed(streams),
        given.steps,
        given.rate,
        1e-3,
        checkpoint=given.work / "claims.pt",
        losses=lambda batch: reader.losses(tagger, blurred(batch, given.hidden, given.withheld)),
        say=lambda line: print(line, flush=True),
    )


def blurred(batch: Batch, hidden: float, withheld: float) -> Batch:
    """Some pieces hidden and some hints withheld, so that claims are learned from what stands around them too."""
    plain = (batch.pieces != START) & (batch.pieces != END) & batch.mask
    batch.pieces = torch.where(plain & (torch.rand(batch.pieces.shape) < hidden), MASK, batch.pieces)
    if batch.hints is not None:
        batch.hints = batch.hints * (torch.rand(batch.hints.shape[:2]) >= withheld)[..., None]
    return batch


def fresh_reader() -> ClaimReader:
    """Its layers are the pretrained encoder's, from where the shared ones end: they know best which words mean alike."""
    reader, weights = ClaimReader(), load_file(pretrained_folder() / "model.safetensors")
    for at, layer in enumerate(reader.layers, SHARED):
        load_layer(layer, weights, at)
    return reader


if __name__ == "__main__":
    main()
