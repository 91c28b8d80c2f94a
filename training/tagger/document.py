"""What the tagger is taught: documents cut into sentences and words, with what is known of them.

Everything is counted in words of the document. Arrays that are absent are None: re3d has no trees, PolNeAR no mentions.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass
class Attribution:
    """Word numbers; `anchor` is the word of the cue that stands for it."""

    anchor: int
    source: set[int]
    cue: set[int]
    content: set[int]


UNKNOWN = -1  # a cue that nobody has marked


@dataclass
class ClaimWords:
    """Word numbers; `relations` are numbers of labels, any of them right. The first is taught, but where the cue is UNKNOWN:
    then the relation and the word of `among` are taught that already go together best."""

    cue: int
    relations: list[int]
    modality: int
    negated: bool
    agents: set[int]
    patients: set[int]
    voices: set[int]
    among: set[int] = field(default_factory=set)


@dataclass
class Document:
    id: str
    words: list[str]
    begins: np.ndarray  # [words] offsets in code points
    ends: np.ndarray
    bounds: np.ndarray  # [sentences + 1] first word of each sentence, then the number of words
    pos: np.ndarray | None = None  # [words]
    heads: np.ndarray | None = None  # [words], -1 for a root
    deprels: np.ndarray | None = None
    names: np.ndarray | None = None
    attributions: list[list[Attribution]] | None = None  # one list an annotator
    mentions: list[tuple[int, int, int]] | None = None  # first, last, number of the type
    mention_types: tuple[int, int] = (0, 0)  # the range of types this document was annotated with
    claims: list[ClaimWords] | None = None
    claim_scope: list[int] | None = None  # relations that were looked for; None for all
    anchor_for: dict = field(default_factory=dict)
