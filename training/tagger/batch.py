"""Windows of documents as tensors, with what is known of their words. Unknown things are -1, or absent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from .document import UNKNOWN, Attribution
from .hints import SORTS, hints_of
from .labels import CLAIM_ROLES, DEPRELS, MENTIONS, RELATIONS, ROLES
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
    relations: torch.Tensor | None = None  # [B, W, relations], -1 where it does not matter
    hints: torch.Tensor | None = None  # [B, W, SORTS * relations]
    claim_rows: torch.Tensor | None = None  # [claims, 4]: window, modality, negated, whether the cue is unknown
    claim_among: torch.Tensor | None = None  # [claims, W]: the words that may be the cue
    claim_groups: torch.Tensor | None = None  # [claims, relations]: the relations that may be meant
    claim_roles: torch.Tensor | None = None  # [claims, roles, W]


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
    if document.claims is not None:
        _claims(batch, windows, w)
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


def _claims(batch: Batch, windows, w: int) -> None:
    shape = (len(windows), w, len(RELATIONS))
    hints = np.zeros((len(windows), w, SORTS * len(RELATIONS)), np.float32)
    for at, (p, s, e, _) in enumerate(windows):
        hints[at, : e - s] = hints_of(p.document.words[s:e])
    batch.hints = torch.from_numpy(hints)
    relations, rows, roles, among, groups = np.zeros(shape, np.float32), [], [], [], []
    for at, (p, s, e, _) in enumerate(windows):
        if p.document.claim_scope is not None:
            relations[at, :, [k for k in range(len(RELATIONS)) if k not in p.document.claim_scope]] = -1
        for claim in p.document.claims or []:
            near = np.array([s <= word < e for word in (claim.among or {claim.cue})])
            if not near.all():
                continue
            open_, group = np.zeros(w, bool), np.zeros(len(RELATIONS), bool)
            if claim.cue == UNKNOWN:
                open_[[word - s for word in claim.among]] = True
                group[claim.relations] = True
                own = relations[at, open_]
                own[:, claim.relations] = np.where(own[:, claim.relations] == 1, 1, -1)
                relations[at, open_] = own
            else:
                own = relations[at, claim.cue - s]
                own[[k for k in claim.relations[1:] if own[k] == 0]] = -1
                own[claim.relations[0]] = 1
                open_[claim.cue - s] = group[claim.relations[0]] = True
                if any(row[0] == at and among[k][claim.cue - s] and among[k].sum() == 1 for k, row in enumerate(rows)):
                    continue  # one word, one way of standing: a second claim on it has the first one's roles
            rows.append((at, claim.modality, int(claim.negated), int(claim.cue == UNKNOWN)))
            among.append(open_)
            groups.append(group)
            role = np.zeros((len(CLAIM_ROLES), w), np.float32)
            for k, words in enumerate((claim.agents, claim.patients, claim.voices)):
                role[k, [word - s for word in words if s <= word < e]] = 1
            roles.append(role)
    batch.relations = torch.from_numpy(relations)
    if rows:
        batch.claim_rows, batch.claim_roles = torch.tensor(rows), torch.from_numpy(np.stack(roles))
        batch.claim_among, batch.claim_groups = torch.from_numpy(np.stack(among)), torch.from_numpy(np.stack(groups))
