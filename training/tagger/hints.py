"""What the product's lexicon of predicates says of words, for the claim heads to weigh (hint-words.ts)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Iterable

import numpy as np

from .labels import RELATIONS
from .node import NODE

SORTS = 3
_known: dict[str, tuple[int, ...]] = {}


def learn_hints(words: Iterable[str]) -> None:
    """Looks words up that `hints_of` is to be asked for."""
    new = sorted({word.lower() for word in words} - _known.keys())
    script = Path(__file__).with_name("hint-words.ts")
    lines = "".join(word.replace("\n", " ") + "\n" for word in new)
    done = subprocess.run([NODE, str(script)], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    for word, line in zip(new, done.stdout.decode().splitlines(), strict=True):
        groups = json.loads(line)
        _known[word] = tuple(k * len(RELATIONS) + RELATIONS.index(r) for k, group in enumerate(groups) for r in group)


def hints_of(words: list[str]) -> np.ndarray:
    """[words, SORTS * relations]: 1 where the lexicon knows the word by a frame, by one that wants another word too, or as a mere cue."""
    found = np.zeros((len(words), SORTS * len(RELATIONS)), np.float32)
    for at, word in enumerate(words):
        found[at, list(_known[word.lower()])] = 1
    return found
