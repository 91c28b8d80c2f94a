"""The encoder: the first layers of MiniLM, with a small extra embedding for what its uncased pieces do not show."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

WIDTH, INNER, ATTENTION_HEADS, EPSILON = 384, 1536, 12, 1e-12


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.query, self.key, self.value, self.mix = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.mix_norm, self.out_norm = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        """x [B, T, WIDTH]; mask [B, 1, 1, T], true where there is a piece."""
        split = lambda y: y.view(*y.shape[:2], ATTENTION_HEADS, -1).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).flatten(2)
        x = self.mix_norm(x + self.dropout(self.mix(mixed)))
        inner = F.gelu(self.widen(x), approximate="tanh")  # the tanh form is a third faster at run time
        return self.out_norm(x + self.dropout(self.narrow(inner)))


class Encoder(nn.Module):
    def __init__(self, pieces: int, features: int, layers: int, dropout: float = 0.1):
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.pieces.weight.requires_grad_(False)  # 12M numbers that 800,000 words would not teach better
        self.places = nn.Embedding(512, WIDTH)
        self.features = nn.Embedding(features, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces, features, mask):
        """pieces, features, mask [B, T] -> [B, T, WIDTH]"""
        return self.depths(pieces, features, mask, 0)[1]

    def depths(self, pieces, features, mask, low: int):
        """What stands after the first `low` layers, and after all."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.pieces(pieces) + self.places(places) + self.features(features))
        x, mask = self.dropout(x), mask[:, None, None, :]
        below = x
        for at, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            below = x if at == low else below
        return below, x


def load_pretrained(encoder: Encoder, weights: dict) -> None:
    """Copies BERT's weights in; the type embedding of the first segment is folded into the places, and the piece
    embeddings are rounded to the 8 bits in which they are shipped."""
    rows = weights["embeddings.word_embeddings.weight"]
    scale = rows.abs().amax(1, keepdim=True) / 63
    encoder.pieces.weight.data.copy_((rows / scale).round() * scale)
    encoder.places.weight.data.copy_(
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    )
    _copy(encoder.norm, weights, "embeddings.LayerNorm")
    for at, layer in enumerate(encoder.layers):
        load_layer(layer, weights, at)


def load_layer(layer: Layer, weights: dict, at: int) -> None:
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mix": "attention.output.dense",
        "mix_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "out_norm": "output.LayerNorm",
    }
    for ours, theirs in names.items():
        _copy(getattr(layer, ours), weights, f"encoder.layer.{at}.{theirs}")


def _copy(module, weights: dict, name: str) -> None:
    module.weight.data.copy_(weights[f"{name}.weight"])
    module.bias.data.copy_(weights[f"{name}.bias"])
