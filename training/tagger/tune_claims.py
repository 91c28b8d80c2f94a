"""Chooses the thresholds of the reader of claims on the development parts of the marked sentences, makes its scores into probabilities, and
writes both to thresholds.json: `python -m tagger.tune_claims --work WORK --standoff WORK/standoff [--packed ../models]`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

import torch

from .calibrate import expected_error, platt
from .claim_stories import FOLDER, read_claim_stories
from .decode import Thresholds
from .export import to_onnx
from .hints import learn_hints
from .labels import RELATIONS
from .measure_claims import LOWEST, measure, outcomes
from .pack import THRESHOLDS, load_reader, load_tagger, read_thresholds_file
from .pretrained import vocabulary
from .run import open_session, score
from .unpack import load_packed

TRIED = {
    "agent": (-1.0, -0.5, 0.0, 0.5),
    "patient": (-1.0, -0.5, 0.0, 0.5),
    "voice": (-0.5, 0.0, 0.5, 1.0),
    "faint": (-3.0, -2.0, -1.0),
    "spread": (-2.0, -1.5, -1.0),
    "negated": (-0.5, 0.0, 0.5),
}
LEAST = tuple(x / 4 for x in range(-8, 5))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--claims", type=Path, default=FOLDER)
    options.add_argument("--standoff", type=Path, help="a folder that tagger.standoff has read the marked sentences of the data sets to")
    options.add_argument("--packed", type=Path)
    given = options.parse_args()
    reader = load_reader(given.work / "claims.pt")
    tagger = load_packed(given.packed) if given.packed else load_tagger(given.work / "tagger.pt")
    session = open_session(to_onnx(tagger.eval(), True, reader).SerializeToString())
    documents, pieces = read_claim_stories("dev", given.claims), vocabulary()
    if given.standoff:
        documents += read_claim_stories("dev", given.standoff)
    learn_hints(word for d in documents for word in d.words)
    best = replace(read_thresholds_file(), hints=tuple(map(tuple, reader.cues.hint.tolist())), claim_temperature=1.0, claim_bias=0.0)
    lowest = replace(best, relation=(LOWEST,) * len(RELATIONS))
    scored = [(d, score(session, d, pieces, lowest)) for d in documents]
    value = lambda t: measure(scored, t)["claims"][2]
    best = max((replace(best, relation=(least,) * len(RELATIONS)) for least in LEAST), key=value)
    for name, tried in TRIED.items():
        best = max((replace(best, **{name: x}) for x in tried), key=value)
    best = max((replace(best, relation=(least,) * len(RELATIONS)) for least in LEAST), key=value)
    logits, right = outcomes(scored, replace(best, relation=(LOWEST,) * len(RELATIONS)))
    temperature, bias = platt(logits, right)
    best = replace(best, claim_temperature=temperature, claim_bias=bias)
    print(json.dumps(measure(scored, best)))
    error, table = expected_error(torch.sigmoid(torch.tensor(logits) / temperature + bias).numpy(), torch.tensor(right).numpy())
    print(f"expected calibration error, on the sentences it was fitted to: {error}", json.dumps(table))
    THRESHOLDS.write_text(json.dumps({**asdict(best), "hints": ()}, indent=2) + "\n")


if __name__ == "__main__":
    main()
