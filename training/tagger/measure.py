"""Figures of a tagger on documents: grammar against CoreNLP, and readings for the scorer of mentions and attributions."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np

from .labels import RE3D
from .run import Tagged

AS_READ = {"Person": "person", "Organisation": "organisation", "Location": "place", "Temporal": "time", "Nationality": "nationality"}


def grammar(tagged: list[Tagged]) -> dict[str, float]:
    """Shares of words right: tags, heads, heads with labels (punctuation apart), names."""
    of = lambda name: np.concatenate([getattr(t, name) for t in tagged])
    gold = lambda name: np.concatenate([getattr(t.document, name) for t in tagged])
    words = gold("deprels") != 1  # not punctuation
    heads = of("heads") == gold("heads")
    labels = of("deprels") == gold("deprels")
    named, meant = of("names") > 0, gold("names") > 0
    right = (of("names") == gold("names")) & meant
    return {
        "pos": float((of("pos") == gold("pos")).mean()),
        "uas": float(heads[words].mean()),
        "las": float((heads & labels)[words].mean()),
        "names_f1": 2 * float(right.sum()) / float(named.sum() + meant.sum()),
    }


def reading(tagged: Tagged, text: str) -> dict:
    """As much of the reading format as the scorer looks at. Offsets in UTF-16."""
    d = tagged.document
    units = np.cumsum([0] + [2 if ord(c) > 0xFFFF else 1 for c in text])
    span = lambda b, e: [int(units[d.begins[b]]), int(units[d.ends[e - 1]])]
    mentions = []
    for at, (first, last, kind, _) in enumerate(tagged.mentions):
        if kind < len(RE3D):
            start, end = span(first, last + 1)
            mentions.append({"id": f"m{at}", "type": AS_READ[RE3D[kind]], "start": start, "end": end})
    said = [{k: [span(*s) for s in getattr(a, k)] for k in ("source", "cue", "content")} for a in tagged.attributions]
    return {"report": {"name": d.id, "text": text}, "mentions": mentions, "claims": [], "attributions": said}


def scored(scorer: Path, task: str, gold: Path, readings: list[dict]) -> dict:
    """What score.py, the project's scorer of readings, says of them. `task` is re3d or polnear."""
    spec = importlib.util.spec_from_file_location("score", scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, task)(gold, {row["report"]["name"]: row for row in readings}, 0)
