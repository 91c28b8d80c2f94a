"""Writes the tagger as ONNX: one window in, scores out. What is decided by rule (trees, spans) is left to the decoder.

Inputs: pieces, features [1, T]; first, last, sentences [W]; anchor [1], the score above which a word anchors a cue of speech; with a reader of
claims hints [W, relations], what the lexicon adds to each word's relations, and least [relations], the scores above which a word is a cue.
Outputs: pos, names, deprels [W] (numbers of labels); namesP [W]; arcs [W, W + 1]; mentions [types, W, W];
anchors [W]; said [A], the words that anchor cues of speech, the likeliest word of all last; pairs [A, roles, W]; relations [W, relations], hints added;
modalities [W, modalities]; negated [W]; cues [C] as `said`; parties [C, roles, W]. All but the first three, namesP, said and cues are logits.
Whole numbers are 32-bit.
"""

from __future__ import annotations

import numpy as np
from onnx import TensorProto, checker

from .encoder import ATTENTION_HEADS, EPSILON, INNER, WIDTH
from .claim_reader import SHARED, ClaimReader
from .graph import MICROSOFT, Graph
from .heads import ARC, CUE, FAR, LABEL, PAIR, PARTY, SEEN, SEEN_HEADS, SEEN_LAYERS, SPAN
from .labels import CLAIM_ROLES, FINE, RE3D, ROLES
from .model import LAYERS, Tagger

FLOAT, INT = TensorProto.FLOAT, TensorProto.INT32


def to_onnx(model: Tagger, eight_bit: bool, reader: ClaimReader | None = None):
    """The tagger, and the reader of claims on top of it. Of the tagger's own mention types only re3d's are written: the vocabulary's are
    the reader's."""
    weights = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    g = Graph(eight_bit)
    pieces, features = (g.input(name, INT, [1, "T"]) for name in ("pieces", "features"))
    first, last, sentences = (g.input(name, INT, ["W"]) for name in ("first", "last", "sentences"))
    depths = _encoder(g, weights, pieces, features)
    word = _words(g, depths[-1], first, last)
    part = _projections(g, weights, word, PARTS)
    anchors = _word_tags(g, weights, word)
    _arcs(g, weights, part, sentences)
    mentions = _mentions(g, weights, part, len(RE3D))
    said = _chosen(g, g.op("Sub", anchors, g.input("anchor", FLOAT, [1])))
    g.output(g.op("Cast", said, to=INT), "said", INT, ["A"])
    g.output(_roles(g, weights, part, "pairs", word, Asked(g, said, sentences), len(ROLES)), "pairs", FLOAT, ["A", len(ROLES), "W"])
    if reader:
        mentions = g.op("Concat", mentions, _claims(g, reader, depths[SHARED], word, first, last, sentences), axis=0)
    g.output(mentions, "mentions", FLOAT, ["types", "W", "W"])
    onnx = g.model("entente-tagger")
    checker.check_model(onnx)
    return onnx


def _claims(g: Graph, reader: ClaimReader, x: str, word: str, first: str, last: str, sentences: str) -> str:
    """Its outputs but the mentions, which are returned."""
    weights = {name: value.detach().numpy() for name, value in reader.state_dict().items()}
    for at in range(len(reader.layers)):
        x = _layer(g, lambda name, at=at: weights[f"layers.{at}.{name}"], x)
    own = g.op("Add", _words(g, x, first, last), g.linear(word, weights["words.weight"], weights["words.bias"]))
    part = _projections(g, weights, own, CLAIM_PARTS)
    relations = _cues(g, weights, part["cues.inner"])
    cues = _chosen(g, g.op("ReduceMax", g.op("Sub", relations, g.input("least", FLOAT, ["relations"])), axes=[-1], keepdims=0))
    g.output(g.op("Cast", cues, to=INT), "cues", INT, ["C"])
    told = g.op("Sigmoid", g.op("Gather", relations, cues, axis=0))
    parties = _roles(g, weights, part, "parties", own, Asked(g, cues, sentences), len(CLAIM_ROLES), told)
    g.output(parties, "parties", FLOAT, ["C", len(CLAIM_ROLES), "W"])
    return _mentions(g, weights, part, len(FINE))


def _words(g: Graph, x: str, first: str, last: str) -> str:
    """[1, T, WIDTH] -> [W, WIDTH]: each word is the mean of its first and last piece."""
    x = g.op("Squeeze", x, g.constant(np.array([0])))
    word = g.op("Add", g.op("Gather", x, first, axis=0), g.op("Gather", x, last, axis=0))
    return g.op("Mul", word, g.constant(np.float32(0.5)))


def _encoder(g: Graph, weights: dict, pieces: str, features: str) -> list[str]:
    """What stands before the first layer and after each."""
    w = lambda name: weights[f"encoder.{name}"]
    length = g.op("Gather", g.op("Shape", pieces), g.constant(np.int64(1)), axis=0)
    zero, one = g.constant(np.int64(0)), g.constant(np.int64(1))
    places = g.op("Gather", g.constant(w("places.weight")), g.op("Range", zero, length, one), axis=0)
    x = g.op("Add", g.embedding(w("pieces.weight"), pieces), places)
    x = g.op("Add", x, g.op("Gather", g.constant(w("features.weight")), features, axis=0))
    x = g.layer_norm(x, w("norm.weight"), w("norm.bias"), EPSILON)
    depths = [x]
    for at in range(LAYERS):
        depths.append(_layer(g, lambda name, at=at: w(f"layers.{at}.{name}"), depths[-1]))
    return depths


def _layer(g: Graph, w, x: str) -> str:
    qkv = [f"{name}." for name in ("query", "key", "value")]
    packed = g.linear(x, np.concatenate([w(n + "weight") for n in qkv]), np.concatenate([w(n + "bias") for n in qkv]))
    query, key, value = g.split(packed, [WIDTH] * 3)
    mixed = g.op("MultiHeadAttention", query, key, value, domain=MICROSOFT, num_heads=ATTENTION_HEADS)
    mixed = g.linear(mixed, w("mix.weight"), w("mix.bias"))
    x = g.add_norm(x, mixed, w("mix_norm.weight"), w("mix_norm.bias"), EPSILON)
    inner = g.op("FastGelu", g.linear(x, w("widen.weight"), w("widen.bias")), domain=MICROSOFT)
    assert w("widen.weight").shape == (INNER, WIDTH)
    return g.add_norm(x, g.linear(inner, w("narrow.weight"), w("narrow.bias")), w("out_norm.weight"), w("out_norm.bias"), EPSILON)


PARTS = {
    "arcs.child": ARC,
    "arcs.head": ARC,
    "mentions.first": SPAN,
    "mentions.last": SPAN,
    "pairs.anchor": PAIR,
    "pairs.word": PAIR,
    "arcs.label_child": LABEL,
    "arcs.label_head": LABEL,
}
CLAIM_PARTS = {"parties.anchor": PARTY, "parties.word": PARTY, "cues.inner": CUE, "mentions.first": SPAN, "mentions.last": SPAN}


def _projections(g: Graph, weights: dict, word: str, parts: dict[str, int]) -> dict[str, str]:
    """All the heads' first layers in one multiplication: name -> [W, size]. The labels' two, which come last, are not yet bent."""
    matrix = np.concatenate([weights[f"{name}.weight"] for name in parts])
    bias = np.concatenate([weights.get(f"{name}.bias", np.zeros(size, np.float32)) for name, size in parts.items()])
    straight = {name: size for name, size in parts.items() if "label" in name}
    bent = {name: size for name, size in parts.items() if name not in straight}
    top = g.linear(word, matrix, bias)
    if straight:
        top, labels = g.split(top, [sum(bent.values()), sum(straight.values())])
    found = dict(zip(bent, g.split(g.op("FastGelu", top, domain=MICROSOFT), list(bent.values()))))
    return found | dict(zip(straight, g.split(labels, list(straight.values())))) if straight else found


def _word_tags(g: Graph, weights: dict, word: str) -> str:
    """Returns the logits of the anchors."""
    score = lambda name: g.exact_linear(word, weights[f"words.{name}.weight"], weights[f"words.{name}.bias"])
    g.output(_best(g, score("pos")), "pos", INT, ["W"])
    names = g.op("Softmax", score("names"), axis=-1)
    g.output(_best(g, names), "names", INT, ["W"])
    g.output(g.op("ReduceMax", names, axes=[-1], keepdims=0), "namesP", FLOAT, ["W"])
    anchors = g.op("Squeeze", score("anchor"), g.constant(np.array([-1])))
    g.output(anchors, "anchors", FLOAT, ["W"])
    return anchors


def _best(g: Graph, scores: str) -> str:
    return g.op("Cast", g.op("ArgMax", scores, axis=-1, keepdims=0), to=INT)


def _arcs(g: Graph, weights: dict, part: dict, sentences: str) -> None:
    w = lambda name: weights[f"arcs.{name}"]
    heads = g.op("Concat", part["arcs.head"], g.constant(w("root")[None]), axis=0)  # [W + 1, ARC]
    asks = g.exact_linear(part["arcs.child"], w("bilinear.weight"), None)
    scores = g.op("MatMul", asks, g.op("Transpose", heads, perm=[1, 0]))
    bias = g.op("Transpose", g.exact_linear(heads, w("head_bias.weight"), w("head_bias.bias")), perm=[1, 0])
    scores = g.op("Add", scores, bias)
    g.output(scores, "arcs", FLOAT, ["W", "W1"])
    # The label of a word is read with its best head in its own sentence; a root's label needs none.
    inner = g.op("Slice", scores, g.constant(np.array([0])), g.constant(np.array([-1])), g.constant(np.array([1])))
    best = g.op("ArgMax", g.op("Where", g.op("Not", same_sentence(g, sentences)), g.constant(np.float32(-1e4)), inner), axis=-1, keepdims=0)
    mixed = g.op("Add", part["arcs.label_child"], g.op("Gather", part["arcs.label_head"], best, axis=0))
    mixed = g.op("FastGelu", mixed, domain=MICROSOFT)
    out, bias = w("label_out.weight").copy(), w("label_out.bias").copy()
    bias[0] = -1e4  # "root" is said by the tree alone
    g.output(_best(g, g.exact_linear(mixed, out, bias)), "deprels", INT, ["W"])


def same_sentence(g: Graph, sentences: str) -> str:
    """[W, W], false on the diagonal: no word is its own head."""
    rows, columns = (_unsqueezed(g, sentences, axis) for axis in (1, 0))
    at = _positions(g, sentences)
    itself = g.op("Equal", _unsqueezed(g, at, 1), _unsqueezed(g, at, 0))
    return g.op("And", g.op("Equal", rows, columns), g.op("Not", itself))


def _positions(g: Graph, sentences: str) -> str:
    count = g.op("Gather", g.op("Shape", sentences), g.constant(np.int64(0)), axis=0)
    return g.op("Range", g.constant(np.int64(0)), count, g.constant(np.int64(1)))


def _bilinear(g: Graph, ask: str, answer: str, weight: np.ndarray, kinds: int) -> str:
    """[W, n], [W, n] -> [kinds, W, W]"""
    asks = g.exact_linear(ask, weight, None)  # [W, kinds * n]
    asks = g.op("Reshape", asks, g.constant(np.array([0, kinds, -1])))
    return g.op("MatMul", g.op("Transpose", asks, perm=[1, 0, 2]), g.op("Transpose", answer, perm=[1, 0]))


def _mentions(g: Graph, weights: dict, part: dict, types: int) -> str:
    w = lambda name: weights[f"mentions.{name}"]
    first, last = part["mentions.first"], part["mentions.last"]
    scores = _bilinear(g, first, last, w("bilinear.weight")[: types * SPAN], types)
    for x, name, axis in ((first, "first_bias", 2), (last, "last_bias", 1)):
        bias = g.exact_linear(x, w(f"{name}.weight")[:types], w(f"{name}.bias")[:types])
        scores = g.op("Add", scores, g.op("Unsqueeze", g.op("Transpose", bias, perm=[1, 0]), g.constant(np.array([axis]))))
    return scores


class Asked:
    """The cues that are asked, and of each word how far it is from each (from 0) and whether it stands in the same sentence: [C, W] each."""

    def __init__(self, g: Graph, cues: str, sentences: str):
        self.cues = cues
        away = g.op("Sub", _unsqueezed(g, _positions(g, sentences), 0), _unsqueezed(g, cues, 1))
        self.away = g.op("Add", g.op("Clip", away, g.constant(np.int64(-FAR)), g.constant(np.int64(FAR))), g.constant(np.int64(FAR)))
        own = g.op("Gather", sentences, cues)
        self.same = g.op("Equal", _unsqueezed(g, own, 1), _unsqueezed(g, sentences, 0))


def _unsqueezed(g: Graph, x: str, axis: int) -> str:
    return g.op("Unsqueeze", x, g.constant(np.array([axis])))


def _cues(g: Graph, weights: dict, inner: str) -> str:
    """Returns the logits of the relations, with what the lexicon hints."""
    score = lambda name: g.exact_linear(inner, weights[f"cues.{name}.weight"], weights[f"cues.{name}.bias"])
    relations = g.op("Add", score("relations"), g.input("hints", FLOAT, ["W", "relations"]))
    g.output(relations, "relations", FLOAT, ["W", "relations"])
    g.output(score("modality"), "modalities", FLOAT, ["W", "modalities"])
    g.output(g.op("Squeeze", score("negated"), g.constant(np.array([-1]))), "negated", FLOAT, ["W"])
    return relations


def _chosen(g: Graph, over: str) -> str:
    """The words whose score is over nothing, and the one with the highest, so that there is always one: no operation sees an empty tensor."""
    told = g.op("Squeeze", g.op("NonZero", g.op("Greater", over, g.constant(np.float32(0)))), g.constant(np.array([0])))
    return g.op("Concat", told, g.op("ArgMax", over, axis=0, keepdims=1), axis=0)


def _roles(g: Graph, weights: dict, part: dict, name: str, words: str, asked: Asked, roles: int, told: str | None = None) -> str:
    """[C, roles, W]: each word's roles at each of the cues, the mean of one pass and of what is read again from there."""
    both = g.op("Add", _at_once(g, weights, part, name, asked, roles), _seen_from(g, weights, words, asked, told))
    return g.op("Mul", both, g.constant(np.float32(0.5)))


def _at_once(g: Graph, weights: dict, part: dict, name: str, asked: Asked, roles: int) -> str:
    w = lambda weight: weights[f"{name}.{weight}"]
    word, size = part[f"{name}.word"], w("word_bias.weight").shape[1]
    asks = g.exact_linear(g.op("Gather", part[f"{name}.anchor"], asked.cues, axis=0), w("bilinear.weight"), None)
    asks = g.op("Reshape", asks, g.constant(np.array([-1, roles, size])))
    scores = g.op("MatMul", asks, g.op("Transpose", word, perm=[1, 0]))
    bias = g.op("Transpose", g.exact_linear(word, w("word_bias.weight"), w("word_bias.bias")), perm=[1, 0])
    scores = g.op("Add", scores, bias)
    distance = g.op("Gather", g.constant(w("distance")), asked.away, axis=1)
    scores = g.op("Add", scores, g.op("Transpose", distance, perm=[1, 0, 2]))
    same = _unsqueezed(g, g.op("Cast", asked.same, to=FLOAT), 1)
    return g.op("Add", scores, g.op("Mul", same, g.constant(w("sentence")[:, None])))


def _seen_from(g: Graph, weights: dict, words: str, asked: Asked, told: str | None) -> str:
    w = lambda name: weights[f"seen.{name}"]
    linear = lambda x, name: g.linear(x, w(f"{name}.weight"), w(f"{name}.bias"))
    about = cue = linear(g.op("Gather", words, asked.cues, axis=0), "cue")
    if told:
        about = g.op("Add", cue, g.exact_linear(told, w("told.weight"), None))
    x = g.op("Mul", _unsqueezed(g, linear(words, "gate"), 0), _unsqueezed(g, g.op("Tanh", cue), 1))
    x = g.op("Add", g.op("Add", x, _unsqueezed(g, linear(words, "word"), 0)), _unsqueezed(g, about, 1))
    x = g.op("Add", x, g.op("Gather", g.constant(w("distance.weight")), asked.away, axis=0))
    x = g.op("Add", x, g.op("Gather", g.constant(w("same.weight")), g.op("Cast", asked.same, to=INT), axis=0))
    norm = lambda y, name: g.layer_norm(y, w(f"{name}.weight"), w(f"{name}.bias"), 1e-5)
    for at in range(SEEN_LAYERS):
        name = f"layers.{at}"
        query, key, value = g.split(linear(norm(x, f"{name}.mix_norm"), f"{name}.query_key_value"), [SEEN] * 3)
        mixed = g.op("MultiHeadAttention", query, key, value, domain=MICROSOFT, num_heads=SEEN_HEADS)
        x = g.op("Add", x, linear(mixed, f"{name}.mix"))
        inner = g.op("FastGelu", linear(norm(x, f"{name}.out_norm"), f"{name}.widen"), domain=MICROSOFT)
        x = g.op("Add", x, linear(inner, f"{name}.narrow"))
    scores = g.exact_linear(norm(x, "norm"), w("roles.weight"), w("roles.bias"))
    return g.op("Transpose", scores, perm=[0, 2, 1])
