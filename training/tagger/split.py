"""Sentences and words of texts, cut by the product's own splitter (split-texts.ts, which needs Node 22.18 or later)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np

from .document import Document
from .node import NODE


def split_texts(texts: dict[str, str]) -> dict[str, Document]:
    """Documents without annotations, by id; offsets are code points."""
    lines = "".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in texts.items())
    script = Path(__file__).with_name("split-texts.ts")
    done = subprocess.run([NODE, str(script)], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    rows = (json.loads(line) for line in done.stdout.decode().splitlines())
    return {row["id"]: _document(row["id"], texts[row["id"]], row["sentences"]) for row in rows}


def _document(id_: str, text: str, sentences) -> Document:
    points = code_points(text)
    spans = np.array([span for sentence in sentences for span in sentence]).reshape(-1, 2)
    begins, ends = points[spans[:, 0]], points[spans[:, 1]]
    bounds = np.cumsum([0] + [len(sentence) for sentence in sentences])
    return Document(id_, [text[b:e] for b, e in zip(begins, ends)], begins, ends, bounds)


def code_points(text: str) -> np.ndarray:
    """The code point that each UTF-16 unit belongs to, and one past the last."""
    units = [at for at, c in enumerate(text) for _ in range(2 if ord(c) > 0xFFFF else 1)]
    return np.array([*units, len(text)])
