"""Writes down which documents were kept out of training: `python -m tagger.splits --data DATA`. The hashes of the ids decide."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .batches import held_out
from .re3d import FOLDS, TEST_FOLD, fold_of

FOLDER = Path(__file__).parents[1] / "splits"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    data = options.parse_args().data
    ids = lambda file: sorted({json.loads(line)["id"] for line in (data / file).open(encoding="utf-8") if line.strip()})
    folds = {str(fold): [i for i in ids("re3d/documents.jsonl") if fold_of(i) == fold] for fold in range(FOLDS)}
    _write("re3d.json", {"test": TEST_FOLD, "folds": folds})
    _write("polnear.json", {"tuned_on": [i for i in ids("polnear/train.jsonl") if held_out(i)]})


def _write(name: str, split: dict) -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / name).write_text(json.dumps(split, indent=1) + "\n")


if __name__ == "__main__":
    main()
