"""models/tagger.json: what the product must know to read the model's scores."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from .decode import Thresholds
from .labels import DEPRELS, MENTIONS, MODALITIES, NAMES, POS, RELATIONS
from .model import WIDEST

HINTS = ("plain", "joined", "listed")  # as of hint-words.ts


def settings(models: Path, t: Thresholds) -> dict:
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
        "claims": {
            "relations": RELATIONS,
            "modalities": MODALITIES,
            "least": t.relation,
            "hints": dict(zip(HINTS, t.hints)),
            "agent": t.agent,
            "patient": t.patient,
            "voice": t.voice,
            "faint": t.faint,
            "spread": t.spread,
            "negated": t.negated,
            "temperature": t.claim_temperature,
            "bias": t.claim_bias,
        },
    }


def read_thresholds(models: Path) -> Thresholds:
    known = json.loads((models / "tagger.json").read_text())
    mentions, said = known["mentions"], known["attributions"]
    return Thresholds(
        anchor=said["anchor"],
        content=said["content"],
        content_switch=said["contentSwitch"],
        source=said["source"],
        cue=said["cue"],
        mention=tuple(mentions["least"]),
        mention_temperature=mentions["temperature"],
        anchor_temperature=said["temperature"],
        anchor_bias=said["bias"],
        **_claim_thresholds(known.get("claims")),
    )


def _claim_thresholds(claims: dict | None) -> dict:
    if not claims:
        return {}
    same = {name: claims[name] for name in ("agent", "patient", "voice", "faint", "spread", "negated")}
    same["hints"] = tuple(tuple(claims["hints"][name]) for name in HINTS)
    return same | {"relation": tuple(claims["least"]), "claim_temperature": claims["temperature"], "claim_bias": claims["bias"]}
