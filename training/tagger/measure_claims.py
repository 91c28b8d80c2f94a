"""How well the claim heads read marked sentences, before any rule: `python -m tagger.measure_claims --work WORK [--part dev]`.

`cues`: word and relation right. `claims`: also modality and polarity, and every party overlapping a right one. `given`: of the cues that are right, how
often the modality, the polarity, and each role's words (token F1) are.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from . import decode
from .document import ClaimWords
from .claim_stories import FOLDER, read_claim_stories
from .hints import learn_hints
from .export import to_onnx
from .labels import MODALITIES, RELATIONS
from .pack import load_reader, load_tagger, read_thresholds_file
from .pretrained import vocabulary
from .run import open_session, read, score
from .unpack import load_packed


LOWEST = -2.0  # no score of a cue that is tried is below


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--part", default="dev")
    options.add_argument("--claims", type=Path, default=FOLDER, help="the folder of marked sentences")
    options.add_argument("--packed", type=Path)
    options.add_argument("--least", type=float)
    given = options.parse_args()
    model = load_reader(given.work / "claims.pt")
    tagger = load_packed(given.packed) if given.packed else load_tagger(given.work / "tagger.pt")
    session = open_session(to_onnx(tagger.eval(), True, model).SerializeToString())
    t = replace(read_thresholds_file(), hints=model.cues.hint.tolist())
    documents, pieces = read_claim_stories(given.part, given.claims), vocabulary()
    learn_hints(word for d in documents for word in d.words)
    lowest = replace(t, relation=(LOWEST,) * len(RELATIONS))
    scored = [(d, score(session, d, pieces, lowest)) for d in documents]
    for least in [given.least] if given.least is not None else (-1.0, -0.5, 0.0, 0.5):
        print(least, json.dumps(measure(scored, replace(t, relation=(least,) * len(RELATIONS)))))


def outcomes(scored, t: decode.Thresholds) -> tuple[list[float], list[bool]]:
    """For each claim read: its logit, and whether a person has marked it so, with its manner and its parties."""
    logits, right = [], []
    for document, windows in scored:
        for c in read(document, windows, replace(t, mention=())).claims:
            logits.append(c.score)
            right.append(any(g.cue == c.cue and c.relation in g.relations and _fits(c, g) for g in document.claims))
    return logits, right


def _fits(c: decode.Claimed, g: ClaimWords) -> bool:
    """Manner and polarity right, and of each role's words some or none, as marked."""
    if c.modality != g.modality or c.negated != g.negated:
        return False
    for role in ("agents", "patients"):
        own, gold = {w for b, e in getattr(c, role) for w in range(b, e)}, getattr(g, role)
        if not (own & gold) and (own or gold):
            return False
    return True


def measure(scored, t: decode.Thresholds) -> dict:
    n, by = Counter(), {r: Counter() for r in RELATIONS}
    for document, windows in scored:
        found = read(document, windows, replace(t, mention=())).claims
        n["found"] += len(found)
        n["gold"] += len(document.claims)
        for c in found:
            by[RELATIONS[c.relation]]["found"] += 1
        for g in document.claims:
            by[RELATIONS[g.relations[0]]]["gold"] += 1
            hit = next((c for c in found if c.cue == g.cue and c.relation in g.relations), None)
            n["words"] += any(c.cue == g.cue for c in found)
            if not hit:
                continue
            by[RELATIONS[g.relations[0]]]["hit"] += 1
            n["cues"] += 1
            n["modality"] += hit.modality == g.modality
            n["negated"] += hit.negated == g.negated
            for role in ("agents", "patients", "voices"):
                own = {w for b, e in getattr(hit, role) for w in range(b, e)}
                gold = getattr(g, role)
                n[f"{role} tp"] += len(own & gold)
                n[f"{role} found"] += len(own)
                n[f"{role} gold"] += len(gold)
            n["claims"] += _fits(hit, g)
    f = lambda hit, found, gold: [round(hit / max(1, found), 3), round(hit / max(1, gold), 3), round(2 * hit / max(1, found + gold), 3)]
    return {
        "cues P/R/F1": f(n["cues"], n["found"], n["gold"]),
        "cue words recall": round(n["words"] / max(1, n["gold"]), 3),
        "claims": f(n["claims"], n["found"], n["gold"]),
        "given": {k: round(n[k] / max(1, n["cues"]), 3) for k in ("modality", "negated")}
        | {role: f(n[f"{role} tp"], n[f"{role} found"], n[f"{role} gold"])[2] for role in ("agents", "patients", "voices")},
        "weak": {r: f"{c['hit']}/{c['gold']}/{c['found']}" for r, c in by.items() if c["gold"] and c["hit"] < 0.6 * c["gold"]},
    }


if __name__ == "__main__":
    main()
