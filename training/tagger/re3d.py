"""re3d: mentions of five types as people marked them, some within others."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from pathlib import Path

from .document import Document
from .labels import RE3D, RE3D_TYPES
from .polnear import words_of
from .split import split_texts

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
    documents = split_texts({row["id"]: row["text"] for row in rows("documents.jsonl")})
    for id_, document in documents.items():
        document.mentions = sorted({m for row in entities[id_] if (m := _mention(document, row))})
        document.mention_types = RE3D_TYPES
    return list(documents.values())


def _mention(document: Document, row) -> tuple[int, int, int] | None:
    words = words_of(document, [(row["begin"], row["end"])])
    if row["type"] not in RE3D or not words:
        return None
    return min(words), max(words), RE3D.index(row["type"])
