"""From scores to trees, mentions and attributions. `src/extract/model/decode/` is the same in TypeScript; the two are held
together by `tagger.parity`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .labels import MENTIONS, RELATIONS
from .model import WIDEST


@dataclass(frozen=True)
class Thresholds:
    """Logits, chosen on documents held out of training; written to models/tagger.json."""

    anchor: float = -0.4
    content: float = 0.0
    content_switch: float = 3.0  # what it costs to begin or end a stretch of content
    source: float = 0.0
    cue: float = 0.0
    mention: tuple[float, ...] = (-0.4,) * len(MENTIONS)  # F1 is best at half its value (Lipton and others 2014); sigmoid(-0.4) is 0.4
    mention_temperature: float = 1.0  # logits are divided by it before they are told as probabilities
    anchor_temperature: float = 1.0
    anchor_bias: float = 0.0
    relation: tuple[float, ...] = (-0.4,) * len(RELATIONS)
    hints: tuple[tuple[float, ...], ...] = ()  # learned with the model: what the lexicon's plain and joined words add
    agent: float = 0.0
    patient: float = 0.0
    voice: float = 0.0
    faint: float = 0.0  # where no word reaches `agent` or `patient`, the likeliest is taken if it is above this
    spread: float = 0.0  # a party's run of words goes on as far as they are above this
    negated: float = 0.0
    claim_temperature: float = 1.0
    claim_bias: float = 0.0


def tree(scores: np.ndarray) -> np.ndarray:
    """scores [n, n + 1] of one sentence, the root's last -> heads [n], -1 for the one root.

    Each word takes its best head. Then one root is kept, and each cycle is opened where that costs least, which is the
    first contraction of Chu and Liu's algorithm (1965) without the recursion."""
    n = len(scores)
    inner = scores[:, :n].copy()
    np.fill_diagonal(inner, -np.inf)
    if n == 1:
        return np.array([-1])
    heads = inner.argmax(1)
    root = int((scores[:, n] - inner.max(1)).argmax())
    heads[root] = -1
    while (cycle := _cycle(heads)) is not None:
        rooted = _rooted(heads)
        best = max(
            ((inner[w, h] - inner[w, heads[w]], -w, -h) for w in cycle for h in range(n) if rooted[h]),
        )
        heads[-best[1]] = -best[2]
    return heads


def _rooted(heads: np.ndarray) -> list[bool]:
    known: list[bool | None] = [None] * len(heads)
    for word in range(len(heads)):
        path, at = [], word
        while at >= 0 and known[at] is None and at not in path:
            path.append(at)
            at = int(heads[at])
        reached = True if at < 0 else bool(known[at])
        for step in path:
            known[step] = reached
    return [bool(k) for k in known]


def _cycle(heads: np.ndarray) -> list[int] | None:
    """The words of the first cycle, by its first word, if there is one."""
    rooted = _rooted(heads)
    for word in range(len(heads)):
        if rooted[word]:
            continue
        path, at = [], word
        while at not in path:
            path.append(at)
            at = int(heads[at])
        return path[path.index(at) :]
    return None


def mentions(scores: np.ndarray, start: int, end: int, thresholds: tuple[float, ...]) -> list[tuple[int, int, int, float]]:
    """scores [types, W, W]; words of one sentence -> first, last, type, logit. Of two that cross, the surer stays."""
    found = []
    for kind, least in enumerate(thresholds):
        for first in range(start, end):
            for last in range(first, min(end, first + WIDEST)):
                if scores[kind, first, last] > least:
                    found.append((first, last, kind, float(scores[kind, first, last])))
    kept: list[tuple[int, int, int, float]] = []
    for m in sorted(found, key=lambda m: (-m[3], m[0], m[1], m[2])):
        if not any(k[2] == m[2] and (k[0] < m[0] <= k[1] < m[1] or m[0] < k[0] <= m[1] < k[1]) for k in kept):
            kept.append(m)
    return sorted(kept)


@dataclass
class Said:
    """Word numbers of an attribution in its window, as half-open ranges, and the anchor's logit."""

    anchor: int
    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    score: float


def attributions(out: dict[str, np.ndarray], t: Thresholds) -> list[Said]:
    """anchors [W], said [A], pairs [A, roles, W]"""
    anchors, found = out["anchors"], []
    for at, anchor in enumerate(map(int, out["said"][:-1])):
        if anchors[anchor] <= t.anchor:
            continue
        source, content, cue = out["pairs"][at]
        said = cue_words(cue, anchor, t.cue)
        content = content - t.content
        content[list(said)] = -20.0
        spoken = stretches(content, t.content_switch)
        if not spoken:
            continue
        source = source - t.source
        source[list(said)] = -20.0
        found.append(Said(anchor, best_stretch(source), ranges(sorted(said)), spoken, float(anchors[anchor])))
    return found


def cue_words(scores: np.ndarray, anchor: int, least: float) -> set[int]:
    return {anchor, *(int(w) for w in np.flatnonzero(scores > least))}


def best_stretch(scores: np.ndarray) -> list[tuple[int, int]]:
    """The run of words with the greatest sum, if that is above nothing."""
    best, start, total, top = [], 0, 0.0, 0.0
    for at, score in enumerate(scores):
        if total <= 0:
            start, total = at, 0.0
        total += float(score)
        if total > top:
            top, best = total, [(start, at + 1)]
    return best


def stretches(scores: np.ndarray, switch: float) -> list[tuple[int, int]]:
    """The words inside, when each change between inside and outside costs `switch` (Viterbi over two states)."""
    inside, outside, back = -switch, 0.0, []
    for at, score in enumerate(scores):
        if at == 0:
            inside, outside = float(score) - switch, 0.0
            back.append((True, False))
            continue
        stay, enter = inside, outside - switch
        leave, rest = inside - switch, outside
        back.append((stay >= enter, leave > rest))
        inside, outside = float(score) + max(stay, enter), max(rest, leave)
    state, chosen = inside > outside, []
    for at in range(len(scores) - 1, -1, -1):
        if state:
            chosen.append(at)
        state = back[at][0] if state else back[at][1]
    return ranges(chosen[::-1])


def runs(scores: np.ndarray, cue: int, edge: float, faint: float, spread: float) -> list[tuple[int, int]]:
    """The runs of words above `spread` with a word above `edge` in them, or the one around the likeliest word if that is above `faint`."""
    scores = scores.copy()
    scores[cue] = -np.inf
    top = scores.max()
    if not top > min(edge, faint):
        return []
    is_seed = scores > edge if top > edge else scores == top
    found = ranges([int(w) for w in np.flatnonzero(is_seed | (scores > spread))])
    return [(b, e) for b, e in found if is_seed[b:e].any()]


def ranges(words: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for word in words:
        if found and found[-1][1] == word:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return found


@dataclass
class Claimed:
    """A claim by words of its window; parties as half-open ranges, `score` the logit of its relation."""

    cue: int
    relation: int
    modality: int
    negated: bool
    agents: list[tuple[int, int]]
    patients: list[tuple[int, int]]
    voices: list[tuple[int, int]]
    score: float


def claims(out: dict[str, np.ndarray], t: Thresholds) -> list[Claimed]:
    """relations [W, relations], modalities [W, modalities], negated [W], cues [C], parties [C, roles, W]. A word tells two relations at most."""
    relations, modalities, negated = out["relations"], out["modalities"], out["negated"]
    found, least = [], np.array(t.relation)
    for at, cue in enumerate(out["cues"][:-1]):
        if not (relations[cue] > least).any():
            continue
        over = relations[cue] - least
        told = sorted((int(k) for k in np.flatnonzero(over > 0)), key=lambda k: -over[k])[:2]
        edges = ((t.agent, t.faint), (t.patient, t.faint), (t.voice, t.voice))
        roles = [runs(out["parties"][at, role], int(cue), edge, faint, t.spread) for role, (edge, faint) in enumerate(edges)]
        for k in told:
            manner = int(modalities[cue].argmax())
            found.append(Claimed(int(cue), k, manner, bool(negated[cue] > t.negated), *roles, float(relations[cue, k])))
    return found
