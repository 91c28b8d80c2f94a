"""The tagger: one encoder, several heads, one pass; and its losses."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from .batch import Batch
from .encoder import Encoder
from .heads import Arcs, Mentions, Pairs, SeenFrom, Words, roles_from
from .labels import ROLES
from .windows import FEATURES

LAYERS = 4  # six would halve the speed for about a point of accuracy
WIDEST = 20  # words of a mention


class Tagger(nn.Module):
    def __init__(self, pieces: int, layers: int = LAYERS):
        super().__init__()
        self.encoder = Encoder(pieces, FEATURES, layers)
        self.dropout = nn.Dropout(0.2)
        self.words, self.arcs, self.mentions, self.pairs = Words(), Arcs(), Mentions(), Pairs()
        self.seen = SeenFrom(len(ROLES))

    def encode(self, batch: Batch):
        """[B, W, WIDTH]: each word is the mean of its first and last piece."""
        x = self.encoder(batch.pieces, batch.features, batch.mask)
        at = lambda places: torch.gather(x, 1, places[..., None].expand(-1, -1, x.shape[-1]))
        return self.dropout((at(batch.first) + at(batch.last)) / 2)

    def losses(self, batch: Batch) -> dict[str, torch.Tensor]:
        words, losses = self.encode(batch), {}
        pos, names, anchor = self.words(words)
        if batch.pos is not None:
            losses["pos"] = F.cross_entropy(pos.flatten(0, 1), batch.pos.flatten(), ignore_index=-1)
            losses["names"] = F.cross_entropy(names.flatten(0, 1), batch.names.flatten(), ignore_index=-1)
            arcs = mask_arcs(self.arcs(words), batch.sentences)
            losses["arcs"] = F.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=-1)
            given = batch.heads.clamp(0, words.shape[1] - 1)
            labels = self.arcs.labels(words, given)
            losses["labels"] = F.cross_entropy(labels.flatten(0, 1), batch.deprels.flatten(), ignore_index=-1)
        if batch.anchors is not None:
            losses["anchors"] = F.binary_cross_entropy_with_logits(anchor[batch.present], batch.anchors[batch.present])
            if batch.pair_rows is not None:
                losses["pairs"] = self.pair_loss(words, batch)
        if batch.mentions is not None:
            losses["mentions"] = mention_loss(self.mentions(words)[:, slice(*batch.mention_types)], batch)
        return losses

    def pair_loss(self, words, batch: Batch):
        window, anchor = batch.pair_rows.T
        scores = roles_from(self.pairs, self.seen, words, batch, window, anchor)
        known = batch.present[window][:, None].expand_as(scores)
        return F.binary_cross_entropy_with_logits(scores[known], batch.pair_roles[known])


def mention_loss(scores, batch: Batch):
    """scores [B, types, W, W] of the types that the batch was annotated with."""
    low, high = batch.mention_types
    gold = batch.mentions[:, low:high]
    known = allowed_spans(batch.sentences)[:, None].expand_as(gold)
    loss = F.binary_cross_entropy_with_logits(scores[known], gold[known], reduction="sum")
    return loss / batch.present.sum()


def mask_arcs(arcs, sentences):
    """A word's head is in its own sentence, and not itself; the root stays open."""
    same = sentences[:, :, None] == sentences[:, None, :]
    same &= ~torch.eye(sentences.shape[1], dtype=torch.bool)
    return torch.cat([arcs[..., :-1].masked_fill(~same, -1e4), arcs[..., -1:]], -1)


def allowed_spans(sentences):
    """[B, W, W]: spans within a sentence, not too wide."""
    at = torch.arange(sentences.shape[1])
    width = at[None, :] - at[:, None]
    near = (width >= 0) & (width < WIDEST)
    return (sentences[:, :, None] == sentences[:, None, :]) & near & (sentences[:, :, None] >= 0)
