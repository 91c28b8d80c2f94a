"""The reader of claims: layers of its own on top of the tagger's first ones, so that what it learns costs the tagger nothing.

It is taught after the tagger, whose weights stay as they are (train_claims.py); it also sees the tagger's words, which know the tree.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from .batch import Batch
from .encoder import WIDTH, Layer
from .heads import PARTY, Cues, Mentions, Pairs, SeenFrom, roles_from
from .labels import CLAIM_ROLES, FINE, FINE_TYPES, RELATIONS
from .model import Tagger, mention_loss

SHARED, OWN = 0, 6  # layers of the tagger below, and layers of its own


class ClaimReader(nn.Module):
    def __init__(self, own: int = OWN):
        super().__init__()
        self.layers = nn.ModuleList(Layer(0.1) for _ in range(own))
        self.words = nn.Linear(WIDTH, WIDTH)
        nn.init.zeros_(self.words.weight)
        nn.init.zeros_(self.words.bias)
        self.dropout = nn.Dropout(0.15)
        self.cues, self.parties, self.mentions = Cues(), Pairs(len(CLAIM_ROLES), PARTY), Mentions(len(FINE))
        self.seen = SeenFrom(len(CLAIM_ROLES), len(RELATIONS))

    def encode(self, tagger: Tagger, batch: Batch):
        """[B, W, WIDTH]: each word by the tagger and by its own layers."""
        with torch.autocast("cpu", torch.bfloat16):  # a fifth faster where the processor multiplies 16 bits; the heads keep 32
            with torch.no_grad():
                low, top = tagger.encoder.depths(batch.pieces, batch.features, batch.mask, SHARED)
            x, mask = low, batch.mask[:, None, None, :]
            for layer in self.layers:
                x = layer(x, mask)
        x, top = x.float(), top.float()
        return self.dropout(words_of_pieces(x, batch) + self.words(words_of_pieces(top, batch)))

    def losses(self, tagger: Tagger, batch: Batch) -> dict[str, torch.Tensor]:
        words, losses = self.encode(tagger, batch), {}
        if batch.mentions is not None and batch.mention_types == FINE_TYPES:
            losses["mentions"] = mention_loss(self.mentions(words), batch)
        if batch.relations is not None:
            losses |= self._claims(words, batch)
        return losses

    def _claims(self, words, batch: Batch) -> dict[str, torch.Tensor]:
        relations, modality, negated = self.cues(words, batch.hints)
        known = batch.present[..., None] & (batch.relations >= 0)
        wrong = F.binary_cross_entropy_with_logits(relations[known], batch.relations[known], reduction="sum")
        losses = {"relations": wrong / batch.present.sum()}
        if batch.claim_rows is not None:
            window, manner, no, unknown = batch.claim_rows.T
            told, cue = self._likeliest(relations, batch)
            losses["relations"] += (F.softplus(-told) * unknown).sum() / batch.present.sum()
            losses["modality"] = F.cross_entropy(modality[window, cue], manner)
            losses["negated"] = F.binary_cross_entropy_with_logits(negated[window, cue], no.float())
            likely = torch.sigmoid(relations[window, cue].detach())
            scores = roles_from(self.parties, self.seen, words, batch, window, cue, likely)
            present = batch.present[window][:, None].expand_as(scores)
            losses["parties"] = F.binary_cross_entropy_with_logits(scores[present], batch.claim_roles[present])
        return losses

    def _likeliest(self, relations, batch: Batch):
        """For each claim the word and relation, of those that may be meant, that go together best by now: logit and word."""
        open_ = batch.claim_among[:, :, None] & batch.claim_groups[:, None, :]
        scores = relations[batch.claim_rows[:, 0]].masked_fill(~open_, -1e4).flatten(1)
        best, at = scores.max(1)
        return best, at // relations.shape[-1]


def words_of_pieces(x, batch: Batch):
    at = lambda places: torch.gather(x, 1, places[..., None].expand(-1, -1, x.shape[-1]))
    return (at(batch.first) + at(batch.last)) / 2
