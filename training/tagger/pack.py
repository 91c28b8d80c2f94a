"""Puts a trained tagger where the product finds it: `python -m tagger.pack --work WORK --models ../models`."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch

from .decode import Thresholds
from .export import to_onnx
from .labels import DEPRELS, MENTIONS, NAMES, POS
from .model import WIDEST, Tagger
from .pretrained import pretrained_folder

MOST_BYTES = 45_000_000


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
    settings = _settings(models, thresholds)
    (models / "tagger.json").write_text(json.dumps(settings, indent=2) + "\n")
    print(f"{models}/tagger.onnx: {len(onnx)} bytes, version {settings['version']}")


def _settings(models: Path, t: Thresholds) -> dict:
    part = lambda name: {"name": name, "sha256": hashlib.sha256((models / name).read_bytes()).hexdigest()}
    model = part("tagger.onnx")
    return {
        "format": "entente-tagger/1",
        "version": f"1-{model['sha256'][:10]}",
        "model": model,
        "vocabulary": part("vocab.txt"),
        "labels": {"pos": POS, "deprels": DEPRELS, "names": NAMES, "mentions": MENTIONS[: len(t.mention)]},
        "mentions": {"least": t.mention, "temperature": t.mention_temperature, "widest": WIDEST},
        "attributions": {
            "anchor": t.anchor,
            "source": t.source,
            "content": t.content,
            "cue": t.cue,
            "contentSwitch": t.content_switch,
            "temperature": t.anchor_temperature,
            "bias": t.anchor_bias,
        },
    }


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--models", type=Path, required=True)
    options.add_argument("--exact", action="store_true", help="32-bit weights instead of 8-bit ones")
    given = options.parse_args()
    pack(load_tagger(given.work / "tagger.pt"), given.models, Thresholds(), not given.exact)


if __name__ == "__main__":
    main()
