"""The sentences annotated for this project (training/stories): mentions of the vocabulary's own types."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .document import UNKNOWN, ClaimWords, Document
from .labels import FINE, FINE_TYPES, MODALITIES, RELATIONS
from .polnear import words_of
from .split import split_texts

FOLDER = Path(__file__).parents[1] / "stories"
MARK = re.compile(r"\[\[(.+?)\|(\w+)\]\]")


def read_stories(part: str, folder: Path = FOLDER) -> list[Document]:
    """`part` is train or dev; the test part is for the product's own measure."""
    rows = [json.loads(line) for file in sorted((folder / part).glob("*.jsonl")) for line in file.open(encoding="utf-8") if line.strip()]
    marked = {row["id"]: unmark(row["marked"]) for row in rows if "[[" in row.get("marked", "")}
    claims = {row["id"]: row["claims"] for row in rows}
    documents = split_texts({id_: text for id_, (text, _) in marked.items()})
    for id_, document in documents.items():
        document.mentions, document.mention_types = [], FINE_TYPES
        for begin, end, kind in marked[id_][1]:
            words = words_of(document, [(begin, end)])
            if words and kind in FINE:
                document.mentions.append((min(words), max(words), FINE_TYPES[0] + FINE.index(kind)))
        document.claims = [c for told in claims[id_] if (c := _claim(document, marked[id_][0], told))]
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


def _claim(document: Document, text: str, told: dict) -> ClaimWords | None:
    """The cue of these claims is not marked: it is UNKNOWN, and learning looks for the word that tells it best."""
    many = lambda x: x if isinstance(x, list) else [x]

    def words(surfaces) -> set[int]:
        for surface in many(surfaces):
            found = re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", text)
            if found:
                return words_of(document, [found.span()])
        return set()

    agents, patients = words(told["agent"]), words(told.get("patient", []))
    relations = [RELATIONS.index(r) for r in many(told["relation"]) if r in RELATIONS]
    if not agents or not relations or not 0 < len(many(told.get("modality", "actual"))) < 2:
        return None
    voices = set().union(*(words(voice) for voice in told.get("voices", [])))
    modality = MODALITIES.index(many(told.get("modality", "actual"))[0])
    among = {w for w, word in enumerate(document.words) if word[0].isalpha()} - agents - patients
    return ClaimWords(UNKNOWN, relations[:1], modality, told.get("polarity") == "negated", agents, patients, voices, among)
