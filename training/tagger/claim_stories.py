"""The marked sentences of training/claims as documents: claims by their words, and mentions of the vocabulary's own types."""

from __future__ import annotations

from pathlib import Path

from .claims import Case, Claim, Mark, read_cases
from .document import ClaimWords, Document
from .labels import FINE, FINE_TYPES, MODALITIES, RELATIONS
from .polnear import words_of
from .split import split_texts

FOLDER = Path(__file__).parents[1] / "claims"


def read_claim_stories(part: str, folder: Path = FOLDER) -> list[Document]:
    cases = {case.id: case for file in sorted((folder / part).glob("*.txt")) for case in read_cases(file)}
    documents = split_texts({id_: case.text for id_, case in cases.items()})
    for id_, document in documents.items():
        add_claims(document, cases[id_])
    return list(documents.values())


def add_claims(document: Document, case: Case) -> None:
    document.mentions, document.mention_types = [], FINE_TYPES
    for mark in case.marks:
        words = words_of(document, [(mark.start, mark.end)])
        if words:
            document.mentions.append((min(words), max(words), FINE_TYPES[0] + FINE.index(mark.type)))
    document.claims = []
    for claim in case.claims:
        cue = words_of(document, [claim.cue])
        if cue:
            document.claims.append(_claim(document, claim, max(cue)))


def _claim(document: Document, claim: Claim, cue: int) -> ClaimWords:
    words = lambda marks: {w for mark in marks for w in words_of(document, [(mark.start, mark.end)])}
    relations = [RELATIONS.index(r) for r in claim.relations]
    agents, patients = words(claim.agents), words(claim.patients)
    return ClaimWords(cue, relations, MODALITIES.index(claim.modality), claim.negated, agents, patients, words(claim.voices))
