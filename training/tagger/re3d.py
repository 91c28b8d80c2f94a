"""re3d: mentions of five types as people marked them, some within others."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from pathlib import Path

from .document import UNKNOWN, ClaimWords, Document
from .labels import RE3D, RE3D_TYPES, RELATIONS
from .polnear import words_of
from .split import split_texts

TIES = {
    "AlliesOf": ["ally", "cooperate", "unite"],
    "FightingAgainst": ["attack", "enemy", "clash", "seize"],
    "BelongsTo": ["member", "affiliate", "join", "pledge"],
    "InChargeOf": ["leads", "appoint"],
    "Likes": ["praise", "backs"],
    "Dislikes": ["accuse", "rival", "threaten"],
    "CommWith": ["meet"],
}
ACTORS = {"Organisation", "Person", "Nationality"}

FOLDS = 5
TEST_FOLD = 0  # never trained on: the split that figures are given for


def fold_of(id_: str) -> int:
    """Fixed by the document's id; training/splits/re3d-folds.json lists the outcome."""
    return int(hashlib.sha256(f"re3d {id_}".encode()).hexdigest()[:8], 16) % FOLDS


def read_re3d(folder: Path) -> list[Document]:
    rows = lambda name: [json.loads(line) for line in (folder / name).open(encoding="utf-8") if line.strip()]
    entities = defaultdict(list)
    for row in rows("entities.jsonl"):
        entities[row["doc"]].append(row)
    relations = defaultdict(list)
    for row in rows("relations.jsonl"):
        relations[row["doc"]].append(row)
    documents = split_texts({row["id"]: row["text"] for row in rows("documents.jsonl")})
    for id_, document in documents.items():
        document.mentions = sorted({m for row in entities[id_] if (m := _mention(document, row))})
        document.mention_types = RE3D_TYPES
        document.claims = [c for row in relations[id_] if (c := _claim(document, row, entities[id_]))]
        document.claim_scope = sorted({RELATIONS.index(r) for group in TIES.values() for r in group})
    return list(documents.values())


def _mention(document: Document, row) -> tuple[int, int, int] | None:
    words = words_of(document, [(row["begin"], row["end"])])
    if row["type"] not in RE3D or not words:
        return None
    return min(words), max(words), RE3D.index(row["type"])


def _claim(document: Document, row, entities) -> ClaimWords | None:
    """A relation between actors; its cue is some word of the stretch that was marked, or that stands between the two."""
    source, target = ((row[f"{end}Begin"], row[f"{end}End"]) for end in ("source", "target"))
    kinds = {(e["begin"], e["end"]): e["type"] for e in entities}
    if row["type"] not in TIES or not {kinds.get(source), kinds.get(target)} <= ACTORS:
        return None
    agents, patients = words_of(document, [source]), words_of(document, [target])
    between = [(min(source[1], target[1]), max(source[0], target[0]))]
    among = words_of(document, [(row["cueBegin"], row["cueEnd"]), *between]) - agents - patients
    among = {w for w in among if document.words[w][0].isalpha()}
    if not agents or not patients or not among:
        return None
    return ClaimWords(UNKNOWN, [RELATIONS.index(r) for r in TIES[row["type"]]], 0, False, agents, patients, set(), among)
