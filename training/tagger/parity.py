"""Holds the product's runtime to Python's: `python -m tagger.parity --models ../models TEXTS.jsonl`. Exits 1 on a difference."""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path

from .hints import learn_hints
from .labels import DEPRELS, MENTIONS, MODALITIES, POS, RELATIONS
from .pretrained import vocabulary
from .run import Tagged, open_session, read, score
from .settings import read_thresholds
from .node import NODE
from .split import split_texts


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("texts", type=Path)
    options.add_argument("--models", type=Path, required=True)
    given = options.parse_args()
    texts = {row["id"]: row["text"] for row in map(json.loads, given.texts.open(encoding="utf-8"))}
    session, pieces, thresholds = open_session(str(given.models / "tagger.onnx")), vocabulary(), read_thresholds(given.models)
    documents = split_texts(texts)
    learn_hints(word for d in documents.values() for word in d.words)
    here = {id_: as_product(read(d, score(session, d, pieces, thresholds), thresholds), texts[id_]) for id_, d in documents.items()}
    lines = "".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in texts.items())
    command = [NODE, str(Path(__file__).with_name("tag-texts.ts")), str(given.models)]
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    counts = {"tokens": 0, "mentions": 0, "attributions": 0, "claims": 0, "different": 0}
    for row in map(json.loads, done.stdout.decode().splitlines()):
        there = product_view(row)
        for kind, found in here[row["id"]].items():
            counts[kind] += len(found)
            for a, b in zip(found, there[kind]):
                if a != b:
                    counts["different"] += 1
                    print(row["id"], kind, "Python", a, "product", b)
            counts["different"] += abs(len(found) - len(there[kind]))
    print(json.dumps(counts))
    raise SystemExit(counts["different"] > 0)


def as_product(tagged: Tagged, text: str) -> dict:
    d = tagged.document
    units = [0]
    for c in text:
        units.append(units[-1] + (2 if ord(c) > 0xFFFF else 1))
    start, end = (lambda w: units[d.begins[w]]), (lambda w: units[d.ends[w]])
    tokens = [
        (start(w), end(w), POS[tagged.pos[w]], start(tagged.heads[w]) if tagged.heads[w] >= 0 else -1, DEPRELS[tagged.deprels[w]])
        for w in range(len(d.words))
    ]
    mentions = [(start(first), end(last), kind) for first, last, kind, _ in tagged.mentions]
    spans = lambda ranges: [(start(b), end(e - 1)) for b, e in ranges]
    starts = lambda ranges: [start(b) for b, _ in ranges]
    return {
        "tokens": tokens,
        "mentions": sorted(mentions),
        "attributions": [(spans(a.source), spans(a.cue), spans(a.content)) for a in tagged.attributions],
        "claims": [
            (start(c.cue), RELATIONS[c.relation], MODALITIES[c.modality], c.negated, *(starts(r) for r in (c.agents, c.patients, c.voices)))
            for c in tagged.claims
        ],
    }


def product_view(row: dict) -> dict:
    tokens, mentions = [], []
    for sentence in row["sentences"]:
        own = sentence["tokens"]
        tokens += [
            (t["start"], t["end"], t["pos"], own[t["head"]]["start"] if t["head"] >= 0 else -1, t["deprel"]) for t in own
        ]
        mentions += [(own[m["first"]]["start"], own[m["last"]]["end"], MENTIONS.index(m["type"])) for m in sentence["mentions"]]
    spans = lambda ranges: [tuple(r) for r in ranges]
    said = [(spans(a["source"]), spans(a["cue"]), spans(a["content"])) for a in row["attributions"]]
    token = lambda sentence, at: row["sentences"][sentence]["tokens"][at]["start"]
    starts = lambda ranges: [token(r["sentence"], r["first"]) for r in ranges]
    claims = [
        (token(c["sentence"], c["token"]), c["relation"], c["modality"], c["negated"], *(starts(c[k]) for k in ("agents", "patients", "voices")))
        for c in row["claims"]
    ]
    return {"tokens": tokens, "mentions": sorted(mentions), "attributions": said, "claims": claims}


if __name__ == "__main__":
    main()
