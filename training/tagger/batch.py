"""Windows of documents as tensors, with what is known of their words. Unknown things are -1, or absent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from .document import Attribution
from .labels import DEPRELS, MENTIONS, ROLES
from .windows import LONGEST, Prepared


@dataclass
class Batch:
    pieces: torch.Tensor  # [B, T]
    features: torch.Tensor  # [B, T]
    mask: torch.Tensor  # [B, T]
    first: torch.Tensor  # [B, W] place of each word's first piece, and of its last
    last: torch.Tensor
    present: torch.Tensor  # [B, W]
    sentences: torch.Tensor  # [B, W], -1 for padding
    pos: torch.Tensor | None = None
    heads: torch.Tensor | None = None  # W for the root, as the parser scores it
    deprels: torch.Tensor | None = None
    names: torch.Tensor | None = None
    anchors: torch.Tensor | None = None  # [B, W]
    pair_rows: torch.Tensor | None = None  # [pairs, 2]: window and anchor
    pair_roles: torch.Tensor | None = None  # [pairs, roles, W]
    mentions: torch.Tensor | None = None  # [B, types, W, W]
    mention_types: tuple[int, int] | None = None


def collate(windows: list[tuple[Prepared, int, int, list[Attribution] | None]], start: int, end: int) -> Batch:
    """Each window: document, its word range, the annotator's attributions. `start`, `end`: ids of the marks."""
    b, w = len(windows), max(e - s for _, s, e, _ in windows)
    t = max(min(LONGEST, int(p.lengths[s:e].sum()) + 2) for p, s, e, _ in windows)
    pieces, features = np.zeros((b, t), np.int64), np.zeros((b, t), np.int64)
    mask, present = np.zeros((b, t), bool), np.zeros((b, w), bool)
    first, last = np.zeros((b, w), np.int64), np.zeros((b, w), np.int64)
    sentences = np.full((b, w), -1)
    for at, (p, s, e, _) in enumerate(windows):
        n, ends = e - s, np.cumsum(p.lengths[s:e])
        size = min(LONGEST, int(ends[-1]) + 2)
        pieces[at, :size] = [start, *[i for word in p.pieces[s:e] for i in word][: size - 2], end]
        features[at, 1 : size - 1] = np.repeat(p.features[s:e], p.lengths[s:e])[: size - 2]
        mask[at, :size] = True
        last[at, :n] = np.minimum(ends, size - 2)
        first[at, :n] = np.minimum(ends - p.lengths[s:e] + 1, size - 2)
        present[at, :n] = True
        sentences[at, :n] = np.searchsorted(p.document.bounds, np.arange(s, e), side="right")
    batch = Batch(*map(torch.from_numpy, (pieces, features, mask, first, last, present, sentences)))
    document = windows[0][0].document
    if document.pos is not None:
        _grammar(batch, windows, w)
    if document.attributions is not None:
        _attributions(batch, windows, w)
    if document.mentions is not None:
        _mentions(batch, windows, w)
    return batch


def _grammar(batch: Batch, windows, w: int) -> None:
    kinds = {k: np.full((len(windows), w), -1) for k in ("pos", "names", "deprels", "heads")}
    for at, (p, s, e, _) in enumerate(windows):
        for k in ("pos", "names", "deprels"):
            kinds[k][at, : e - s] = getattr(p.document, k)[s:e]
        heads = p.document.heads[s:e]
        kinds["heads"][at, : e - s] = np.where(heads < 0, w, heads - s)
        kinds["deprels"][at, : e - s][heads < 0] = DEPRELS.index("root")
    for k, values in kinds.items():
        setattr(batch, k, torch.from_numpy(values))


def _attributions(batch: Batch, windows, w: int) -> None:
    anchors, rows, roles = np.zeros((len(windows), w), np.float32), [], []
    for at, (_, s, e, attributions) in enumerate(windows):
        for a in attributions or []:
            if not s <= a.anchor < e:
                continue
            anchors[at, a.anchor - s] = 1
            rows.append((at, a.anchor - s))
            role = np.zeros((len(ROLES), w), np.float32)
            for k, name in enumerate(ROLES):
                role[k, [word - s for word in getattr(a, name) if s <= word < e]] = 1
            roles.append(role)
    batch.anchors = torch.from_numpy(anchors)
    if rows:
        batch.pair_rows, batch.pair_roles = torch.tensor(rows), torch.from_numpy(np.stack(roles))


def _mentions(batch: Batch, windows, w: int) -> None:
    spans = np.zeros((len(windows), len(MENTIONS), w, w), np.float32)
    for at, (p, s, e, _) in enumerate(windows):
        for first, last, kind in p.document.mentions:
            if s <= first and last < e:
                spans[at, kind, first - s, last - s] = 1
    batch.mentions, batch.mention_types = torch.from_numpy(spans), windows[0][0].document.mention_types
