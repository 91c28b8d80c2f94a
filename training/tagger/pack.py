"""Puts a trained tagger where the product finds it: `python -m tagger.pack --work WORK --models ../models`."""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import replace
from pathlib import Path

import torch

from .decode import Thresholds
from .export import to_onnx
from .labels import FINE
from .model import Tagger
from .pretrained import pretrained_folder
from .settings import settings

MOST_BYTES = 45_000_000
THRESHOLDS = Path(__file__).with_name("thresholds.json")  # written by tagger.tune


def read_thresholds_file() -> Thresholds:
    if not THRESHOLDS.exists():
        return Thresholds()
    known = json.loads(THRESHOLDS.read_text())
    return Thresholds(**{**known, "mention": tuple(known["mention"])})


def load_tagger(checkpoint: Path) -> Tagger:
    """The moving average of the weights, which reads better than the last step's."""
    model = Tagger(pieces=30522)
    model.load_state_dict(torch.load(checkpoint, weights_only=True)["average"])
    return model.eval()


def pack(model: Tagger, models: Path, thresholds: Thresholds, eight_bit: bool = True) -> None:
    models.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(pretrained_folder() / "vocab.txt", models / "vocab.txt")
    onnx = to_onnx(model, eight_bit, len(thresholds.mention)).SerializeToString()
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
    options.add_argument("--fine", action="store_true", help="also the vocabulary's own mention types, after re3d's five")
    options.add_argument("--exact", action="store_true", help="32-bit weights instead of 8-bit ones")
    given = options.parse_args()
    thresholds = read_thresholds_file()
    if given.fine:
        thresholds = replace(thresholds, mention=thresholds.mention + thresholds.mention[:1] * len(FINE))
    pack(load_tagger(given.work / "tagger.pt"), given.models, thresholds, not given.exact)


if __name__ == "__main__":
    main()
