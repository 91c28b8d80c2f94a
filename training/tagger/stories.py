"""The sentences annotated for this project (training/stories): mentions of the vocabulary's own types."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .document import Document
from .labels import FINE, FINE_TYPES
from .polnear import words_of
from .split import split_texts

FOLDER = Path(__file__).parents[1] / "stories"
MARK = re.compile(r"\[\[(.+?)\|(\w+)\]\]")


def read_stories(part: str, folder: Path = FOLDER) -> list[Document]:
    """`part` is train or dev; the test part is for the product's own measure."""
    rows = [json.loads(line) for file in sorted((folder / part).glob("*.jsonl")) for line in file.open(encoding="utf-8") if line.strip()]
    marked = {row["id"]: unmark(row["marked"]) for row in rows if "[[" in row.get("marked", "")}
    documents = split_texts({id_: text for id_, (text, _) in marked.items()})
    for id_, document in documents.items():
        document.mentions, document.mention_types = [], FINE_TYPES
        for begin, end, kind in marked[id_][1]:
            words = words_of(document, [(begin, end)])
            if words and kind in FINE:
                document.mentions.append((min(words), max(words), FINE_TYPES[0] + FINE.index(kind)))
    return list(documents.values())


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """ "[[Oltan|state]] army" -> "Oltan army", [(0, 5, "state")] """
    text, spans, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    return text + marked[at:], spans
