"""Runs an exported tagger over documents, window by window, and decodes what it says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import onnxruntime

from . import decode
from .batch import collate
from .document import Document
from .hints import hints_of
from .labels import RELATIONS
from .windows import prepare, windows
from .wordpiece import WordPieces

LOWEST_ANCHOR = -2.0  # no threshold that is tried is below


@dataclass
class Scores:
    """The model's outputs for the words `start` to `end` of a document."""

    start: int
    end: int
    out: dict[str, np.ndarray]


@dataclass
class Tagged:
    """Word numbers of the document throughout."""

    document: Document
    pos: np.ndarray
    heads: np.ndarray
    deprels: np.ndarray
    names: np.ndarray
    mentions: list[tuple[int, int, int, float]] = field(default_factory=list)
    attributions: list[decode.Said] = field(default_factory=list)
    claims: list[decode.Claimed] = field(default_factory=list)


def open_session(model: bytes | str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options)


def score(session, document: Document, vocabulary: WordPieces, t: decode.Thresholds | None = None) -> list[Scores]:
    """`t` tells from where on a word anchors a cue of speech (without it all that any threshold may want), and a reader of claims what the
    lexicon's hints weigh (learn_hints must have been told the words) and from where on a word is a cue; without it no word is."""
    prepared, found = prepare(document, vocabulary), []
    reads = any(given.name == "hints" for given in session.get_inputs())
    names = [output.name for output in session.get_outputs()]
    bare = Document(document.id, document.words, document.begins, document.ends, document.bounds)
    prepared.document = bare
    for start, end in windows(prepared):
        batch = collate([(prepared, start, end, None)], vocabulary.start, vocabulary.end)
        feed = {"pieces": batch.pieces, "features": batch.features}
        feed |= {"first": batch.first[0], "last": batch.last[0], "sentences": batch.sentences[0]}
        inputs = {name: value.numpy().astype(np.int32) for name, value in feed.items()}
        inputs["anchor"] = np.array([t.anchor if t else LOWEST_ANCHOR], np.float32)
        if reads:
            inputs |= _hinted(document.words[start:end], t) if t else _unhinted(end - start)
        outputs = session.run(None, inputs)
        found.append(Scores(start, end, dict(zip(names, outputs))))
    return found


def _hinted(words: list[str], t: decode.Thresholds) -> dict[str, np.ndarray]:
    weights = np.array(t.hints, np.float32)
    hints = hints_of(words).reshape(-1, *weights.shape)
    return {"hints": (hints * weights).sum(1), "least": np.array(t.relation, np.float32)}


def _unhinted(words: int) -> dict[str, np.ndarray]:
    return {"hints": np.zeros((words, len(RELATIONS)), np.float32), "least": np.full(len(RELATIONS), 1e4, np.float32)}


def read(document: Document, scored: list[Scores], t: decode.Thresholds) -> Tagged:
    n = len(document.words)
    tagged = Tagged(document, *(np.zeros(n, int) for _ in range(4)))
    for s in scored:
        for name in ("pos", "deprels", "names"):
            getattr(tagged, name)[s.start : s.end] = s.out[name]
        for b, e in zip(document.bounds[:-1], document.bounds[1:]):
            if s.start <= b and e <= s.end and b < e:
                _sentence(tagged, s, int(b), int(e), t)
        for said in decode.attributions(s.out, t):
            move = lambda spans: [(b + s.start, e + s.start) for b, e in spans]
            tagged.attributions.append(
                decode.Said(said.anchor + s.start, move(said.source), move(said.cue), move(said.content), said.score)
            )
        if "relations" in s.out:
            tagged.claims += _claims(s, t)
    return tagged


def _claims(s: Scores, t: decode.Thresholds) -> list[decode.Claimed]:
    move = lambda spans: [(b + s.start, e + s.start) for b, e in spans]
    return [
        replace(c, cue=c.cue + s.start, agents=move(c.agents), patients=move(c.patients), voices=move(c.voices))
        for c in decode.claims(s.out, t)
    ]


def _sentence(tagged: Tagged, s: Scores, begin: int, end: int, t: decode.Thresholds) -> None:
    b, e = begin - s.start, end - s.start
    arcs = np.concatenate([s.out["arcs"][b:e, b:e], s.out["arcs"][b:e, -1:]], 1)
    heads = decode.tree(arcs)
    tagged.heads[begin:end] = np.where(heads < 0, -1, heads + begin)
    tagged.deprels[begin:end][heads < 0] = 0
    for first, last, kind, p in decode.mentions(s.out["mentions"], b, e, t.mention):
        tagged.mentions.append((first + s.start, last + s.start, kind, p))
