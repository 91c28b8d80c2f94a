"""Puts a trained tagger where the product finds it: `python -m tagger.pack --work WORK --models ../models`."""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import replace
from pathlib import Path

import torch

from .claim_reader import ClaimReader
from .decode import Thresholds
from .export import to_onnx
from .model import Tagger
from .pretrained import pretrained_folder
from .settings import settings
from .unpack import load_packed

MOST_BYTES = 45_000_000
THRESHOLDS = Path(__file__).with_name("thresholds.json")  # written by tagger.tune


def read_thresholds_file() -> Thresholds:
    if not THRESHOLDS.exists():
        return Thresholds()
    known = json.loads(THRESHOLDS.read_text())
    return Thresholds(**{**known, "mention": tuple(known["mention"]), "relation": tuple(known.get("relation", Thresholds.relation)), "hints": ()})


def load_reader(checkpoint: Path) -> ClaimReader:
    reader = ClaimReader()
    reader.load_state_dict(torch.load(checkpoint, weights_only=True)["average"])
    return reader.eval()


def load_tagger(checkpoint: Path) -> Tagger:
    """The moving average of the weights, which reads better than the last step's."""
    model = Tagger(pieces=30522)
    model.load_state_dict(torch.load(checkpoint, weights_only=True)["average"])
    return model.eval()


def pack(model: Tagger, reader: ClaimReader, models: Path, thresholds: Thresholds, eight_bit: bool = True) -> None:
    models.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(pretrained_folder() / "vocab.txt", models / "vocab.txt")
    hints = tuple(tuple(round(float(x), 4) for x in row) for row in reader.cues.hint.detach())
    thresholds = replace(thresholds, hints=hints)
    onnx = to_onnx(model, eight_bit, reader).SerializeToString()
    if len(onnx) > MOST_BYTES:
        raise SystemExit(f"the model has {len(onnx)} bytes, more than {MOST_BYTES}")
    (models / "tagger.onnx").write_bytes(onnx)
    known = settings(models, thresholds)
    (models / "tagger.json").write_text(json.dumps(known, indent=2) + "\n")
    print(f"{models}/tagger.onnx: {len(onnx)} bytes, version {known['version']}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--models", type=Path, required=True)
    options.add_argument("--packed", type=Path, help="the packed tagger that the reader of claims was taught on")
    options.add_argument("--exact", action="store_true", help="32-bit weights instead of 8-bit ones")
    given = options.parse_args()
    thresholds = read_thresholds_file()
    tagger = load_packed(given.packed) if given.packed else load_tagger(given.work / "tagger.pt")
    pack(tagger.eval(), load_reader(given.work / "claims.pt"), given.models, thresholds, not given.exact)


if __name__ == "__main__":
    main()
