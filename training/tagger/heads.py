"""The heads that read the encoder's words. Scores are logits; W is words of a window, with padding."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from .encoder import WIDTH
from .labels import DEPRELS, MENTIONS, MODALITIES, NAMES, POS, RELATIONS, ROLES

ARC, LABEL, SPAN, PAIR, CUE, PARTY = 128, 96, 64, 128, 192, 128
SEEN, SEEN_HEADS, SEEN_LAYERS = 192, 4, 2  # of the layers that read a sentence from where a cue stands
FAR = 60  # words; further distances between a cue and a word count as this


class Words(nn.Module):
    """Tags of single words: part of speech, name, and whether it anchors a cue."""

    def __init__(self):
        super().__init__()
        self.pos, self.names, self.anchor = (nn.Linear(WIDTH, n) for n in (len(POS), len(NAMES), 1))

    def forward(self, words):
        """[B, W, WIDTH] -> [B, W, tags], [B, W, names], [B, W]"""
        return self.pos(words), self.names(words), self.anchor(words).squeeze(-1)


class Arcs(nn.Module):
    """Dozat and Manning's biaffine parser (2017), with a label head that adds instead of multiplying."""

    def __init__(self):
        super().__init__()
        self.child, self.head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.bilinear = nn.Linear(ARC, ARC, bias=False)
        self.head_bias = nn.Linear(ARC, 1)
        self.root = nn.Parameter(torch.zeros(ARC))
        self.label_child, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL, bias=False)
        self.label_out = nn.Linear(LABEL, len(DEPRELS))
        nn.init.zeros_(self.bilinear.weight)

    def forward(self, words):
        """[B, W, WIDTH] -> [B, W, W + 1]: the score of each word's heads, the root last"""
        child, head = F.gelu(self.child(words), approximate="tanh"), F.gelu(self.head(words), approximate="tanh")
        head = torch.cat([head, self.root.expand(len(words), 1, -1)], 1)
        return self.bilinear(child) @ head.transpose(1, 2) + self.head_bias(head).transpose(1, 2)

    def labels(self, words, heads):
        """Scores of the labels, given each word's head (the root's is any): [B, W, labels]"""
        of_head = self.label_head(words)
        of_head = torch.gather(of_head, 1, heads[..., None].expand_as(of_head))
        return self.label_out(F.gelu(self.label_child(words) + of_head, approximate="tanh"))


class Mentions(nn.Module):
    """A score for every span and type, so that mentions may lie within mentions."""

    def __init__(self, types: int = len(MENTIONS)):
        super().__init__()
        self.types = types
        self.first, self.last = nn.Linear(WIDTH, SPAN), nn.Linear(WIDTH, SPAN)
        self.bilinear = nn.Linear(SPAN, SPAN * types, bias=False)
        self.first_bias, self.last_bias = nn.Linear(SPAN, types), nn.Linear(SPAN, types)
        nn.init.normal_(self.bilinear.weight, std=0.02)
        nn.init.constant_(self.first_bias.bias, -2.0)

    def forward(self, words):
        """[B, W, WIDTH] -> [B, types, W (first), W (last)]"""
        first, last = F.gelu(self.first(words), approximate="tanh"), F.gelu(self.last(words), approximate="tanh")
        b, w, _ = first.shape
        scores = self.bilinear(first).view(b, w, self.types, SPAN).transpose(1, 2) @ last[:, None].transpose(2, 3)
        return scores + self.first_bias(first).transpose(1, 2)[..., None] + self.last_bias(last).transpose(1, 2)[:, :, None]


class Pairs(nn.Module):
    """For each word and each other: has the other this role at the first? Of a cue's anchor its source, its content, its cue;
    of a claim's cue its agents, its patients, its voices."""

    def __init__(self, roles: int = len(ROLES), size: int = PAIR):
        super().__init__()
        self.roles, self.size = roles, size
        self.anchor, self.word = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.bilinear = nn.Linear(size, size * roles, bias=False)
        self.word_bias = nn.Linear(size, roles)
        self.distance = nn.Parameter(torch.zeros(roles, 2 * FAR + 1))
        self.sentence = nn.Parameter(torch.zeros(roles))
        nn.init.normal_(self.bilinear.weight, std=0.02)
        nn.init.constant_(self.word_bias.bias, -1.0)

    def forward(self, words, sentences):
        """[B, W, WIDTH], [B, W] -> [B, roles, W (anchor), W (word)]"""
        anchor, word = F.gelu(self.anchor(words), approximate="tanh"), F.gelu(self.word(words), approximate="tanh")
        b, w, _ = anchor.shape
        scores = self.bilinear(anchor).view(b, w, self.roles, self.size).transpose(1, 2) @ word[:, None].transpose(2, 3)
        at = torch.arange(w)
        away = (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        same = (sentences[:, :, None] == sentences[:, None, :]).float()
        scores = scores + self.word_bias(word).transpose(1, 2)[:, :, None]
        return scores + self.distance[:, away] + self.sentence[:, None, None] * same[:, None]


class SeenFrom(nn.Module):
    """The words of a window as they look from one cue: layers of their own read them again, told where the cue stands and what it may tell.
    Who does what to whom, and who says what, is asked of each cue apart, which one pass over a sentence with many events cannot answer as well."""

    def __init__(self, roles: int, told: int = 0):
        super().__init__()
        self.dropout = nn.Dropout(0.2)
        self.word, self.cue, self.gate = (nn.Linear(WIDTH, SEEN) for _ in range(3))
        self.told = nn.Linear(told, SEEN, bias=False) if told else None
        self.distance, self.same = nn.Embedding(2 * FAR + 1, SEEN), nn.Embedding(2, SEEN)
        self.layers = nn.ModuleList(SeenLayer() for _ in range(SEEN_LAYERS))
        self.norm = nn.LayerNorm(SEEN)
        self.roles = nn.Linear(SEEN, roles)

    def forward(self, words, cues, sentences, present, told=None):
        """[N, W, WIDTH], [N], [N, W], [N, W], [N, told] (probabilities at the cue of what it tells) -> [N, roles, W]"""
        rows = torch.arange(len(words))
        words = self.dropout(words)
        cue = self.cue(words[rows, cues])
        away = (torch.arange(words.shape[1])[None] - cues[:, None]).clamp(-FAR, FAR) + FAR
        same = (sentences == sentences[rows, cues][:, None]).long()
        about = cue if self.told is None else cue + self.told(told)
        x = self.word(words) + self.gate(words) * torch.tanh(cue)[:, None] + about[:, None] + self.distance(away) + self.same(same)
        for layer in self.layers:
            x = layer(x, present[:, None, None, :])
        return self.roles(self.norm(x)).transpose(1, 2)


def roles_from(pairs: Pairs, seen: SeenFrom, words, batch, window, cues, told=None):
    """[N, roles, W]: each word's roles at these cues, the mean of one pass over the windows and of what is read again from there."""
    at_once = pairs(words, batch.sentences)[window, :, cues]
    return (at_once + seen(words[window], cues, batch.sentences[window], batch.present[window], told)) / 2


class SeenLayer(nn.Module):
    """As the encoder's, but small, and with its norms before what they feed."""

    def __init__(self):
        super().__init__()
        self.query_key_value, self.mix = nn.Linear(SEEN, 3 * SEEN), nn.Linear(SEEN, SEEN)
        self.widen, self.narrow = nn.Linear(SEEN, 3 * SEEN), nn.Linear(3 * SEEN, SEEN)
        self.mix_norm, self.out_norm = nn.LayerNorm(SEEN), nn.LayerNorm(SEEN)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        split = lambda y: y.view(*y.shape[:2], SEEN_HEADS, -1).transpose(1, 2)
        q, k, v = map(split, self.query_key_value(self.mix_norm(x)).chunk(3, -1))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).flatten(2)
        x = x + self.dropout(self.mix(mixed))
        return x + self.dropout(self.narrow(F.gelu(self.widen(self.out_norm(x)), approximate="tanh")))


class Cues(nn.Module):
    """Of each word: which relations it tells, in what modality, and whether they are negated."""

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(WIDTH, CUE)
        self.relations, self.modality, self.negated = (nn.Linear(CUE, n) for n in (len(RELATIONS), len(MODALITIES), 1))
        nn.init.constant_(self.relations.bias, -5.0)
        self.hint = nn.Parameter(torch.tensor([[3.0], [1.0], [2.0]]).expand(-1, len(RELATIONS)).clone())

    def forward(self, words, hints):
        """[B, W, WIDTH], [B, W, SORTS * relations] -> [B, W, relations], [B, W, modalities], [B, W]. What the lexicon hints is added
        by the product's decoder; the exported model leaves it out."""
        inner = F.gelu(self.inner(words), approximate="tanh")
        relations = self.relations(inner) + (hints.unflatten(-1, self.hint.shape) * self.hint).sum(-2)
        return relations, self.modality(inner), self.negated(inner).squeeze(-1)
