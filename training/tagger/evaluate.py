"""Figures of the packed tagger, as JSON: `python -m tagger.evaluate --data DATA --models ../models --scorer SCORE.PY`.

PolNeAR's development articles, re3d's test fold and the development stories: nothing here was trained or tuned on.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from .calibrate import attribution_outcomes, expected_error
from .labels import FINE_TYPES, MENTIONS
from .measure import grammar, reading, scored
from .polnear import read_polnear
from .pretrained import vocabulary
from .re3d import TEST_FOLD, fold_of, read_re3d
from .run import open_session, read, score
from .settings import read_thresholds
from .split import split_texts
from .stories import read_stories


def main() -> None:
    options = argparse.ArgumentParser()
    for name in ("data", "models", "scorer"):
        options.add_argument(f"--{name}", type=Path, required=True)
    given = options.parse_args()
    session, thresholds = open_session(str(given.models / "tagger.onnx")), read_thresholds(given.models)
    pieces = vocabulary()
    tag = lambda documents: [read(d, score(session, d, pieces), thresholds) for d in documents]
    figures = {"version": json.loads((given.models / "tagger.json").read_text())["version"]}
    figures["grammar"] = grammar(tag(read_polnear(given.data / "polnear", "dev")))
    figures["polnear"] = _polnear(given, session, pieces, thresholds)
    figures["re3d"] = _re3d(given, tag)
    if len(thresholds.mention) == len(MENTIONS):
        figures["stories"] = _stories(tag)
    print(json.dumps(figures, indent=1))


def _polnear(given, session, pieces, thresholds) -> dict:
    gold = given.data / "polnear/dev.jsonl"
    rows = [json.loads(line) for line in gold.open(encoding="utf-8")]
    texts = {row["id"]: row["text"] for row in rows}
    documents = split_texts(texts)
    scores = {id_: score(session, document, pieces) for id_, document in documents.items()}
    readings = [reading(read(documents[i], scores[i], replace(thresholds, mention=())), texts[i]) for i in texts]
    logits, right = attribution_outcomes(rows, documents, scores, thresholds)
    p = 1 / (1 + np.exp(-(np.array(logits) / thresholds.anchor_temperature + thresholds.anchor_bias)))
    error, table = expected_error(p, np.array(right))
    return {**scored(given.scorer, "polnear", gold, readings), "calibration_error": error, "reliability": table}


def _re3d(given, tag) -> dict:
    documents = [d for d in read_re3d(given.data / "re3d") if fold_of(d.id) == TEST_FOLD]
    ids = {d.id for d in documents}
    with tempfile.TemporaryDirectory() as folder:
        for name, key in (("documents", "id"), ("entities", "doc"), ("relations", "doc")):
            lines = (given.data / f"re3d/{name}.jsonl").read_text(encoding="utf-8").splitlines()
            kept = "".join(line + "\n" for line in lines if line and json.loads(line)[key] in ids)
            (Path(folder) / f"{name}.jsonl").write_text(kept, encoding="utf-8")
        texts = {row["id"]: row["text"] for row in map(json.loads, (Path(folder) / "documents.jsonl").open(encoding="utf-8"))}
        found = scored(given.scorer, "re3d", Path(folder), [reading(t, texts[t.document.id]) for t in tag(documents)])
    return {name: value for name, value in found.items() if name.startswith(("documents", "entities"))}


def _stories(tag) -> dict:
    """Mentions of the vocabulary's own types: spans and types both right."""
    gold, found = set(), set()
    for tagged in tag(read_stories("dev")):
        id_ = tagged.document.id
        gold |= {(id_, *m) for m in tagged.document.mentions}
        found |= {(id_, *m[:3]) for m in tagged.mentions if m[2] >= FINE_TYPES[0]}
    f1 = lambda a, b: round(2 * len(a & b) / max(1, len(a) + len(b)), 4)
    by_type = {MENTIONS[k]: f1({g for g in gold if g[3] == k}, {m for m in found if m[3] == k}) for k in range(*FINE_TYPES)}
    return {"f1": f1(gold, found), "spans_f1": f1({g[:3] for g in gold}, {m[:3] for m in found}), "gold": len(gold), "by_type": by_type}


if __name__ == "__main__":
    main()
