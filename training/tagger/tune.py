"""Chooses the decoder's thresholds on the articles held out of training, and writes thresholds.json:
`python -m tagger.tune --data DATA --work WORK --scorer SCORE.PY`."""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

from .batches import held_out
from .calibrate import fit_attributions
from .decode import Thresholds
from .export import to_onnx
from .measure import reading, scored
from .pack import THRESHOLDS, load_tagger, read_thresholds_file
from .pretrained import vocabulary
from .run import open_session, read, score
from .split import split_texts

TRIED = {
    "anchor": (-1.6, -1.2, -0.8, -0.4, 0.0, 0.4),
    "content": (-1.0, -0.5, 0.0, 0.5),
    "content_switch": (1.0, 2.0, 3.0, 4.5, 6.0),
    "source": (-1.0, -0.5, 0.0, 0.5, 1.0),
    "cue": (-0.5, 0.0, 0.5),
}


def main() -> None:
    options = argparse.ArgumentParser()
    for name in ("data", "work", "scorer"):
        options.add_argument(f"--{name}", type=Path, required=True)
    given = options.parse_args()
    rows = [row for row in map(json.loads, (given.data / "polnear/train.jsonl").open(encoding="utf-8")) if held_out(row["id"])]
    texts = {row["id"]: row["text"] for row in rows}
    session = open_session(to_onnx(load_tagger(given.work / "tagger.pt"), True).SerializeToString())
    documents, pieces = split_texts(texts), vocabulary()
    scores = {id_: score(session, document, pieces) for id_, document in documents.items()}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as gold:
        gold.writelines(json.dumps(row) + "\n" for row in rows)
        gold.flush()

        def value(t: Thresholds) -> float:
            quiet = replace(t, mention=())
            found = scored(given.scorer, "polnear", Path(gold.name), [reading(read(documents[i], scores[i], quiet), texts[i]) for i in texts])
            return found["with_source"]["f1"] + 0.5 * found["attributions"]["f1"] + 0.5 * found["tokens"]["content"]["f1"]

        best = _climb(read_thresholds_file(), value)
    temperature, bias = fit_attributions(rows, documents, scores, best)
    best = replace(best, anchor_temperature=temperature, anchor_bias=bias)
    THRESHOLDS.write_text(json.dumps(asdict(best), indent=2) + "\n")
    print(THRESHOLDS.read_text())


def _climb(t: Thresholds, value) -> Thresholds:
    """Two rounds through the settings, one at a time."""
    top = value(t)
    print(f"{top:.4f} at first", flush=True)
    for _ in range(2):
        for name, tried in TRIED.items():
            for setting in tried:
                other = replace(t, **{name: setting})
                if other != t and (reached := value(other)) > top:
                    t, top = other, reached
                    print(f"{top:.4f} {name} {setting}", flush=True)
    return t


if __name__ == "__main__":
    main()
