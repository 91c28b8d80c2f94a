"""Brings packed weights back as a tagger to go on training: `load_packed(Path("../models"))`.

An ONNX file names its constants by number only. A twin is exported whose every weight is its own number, so that each constant of the
packed file tells which weight it is; 8-bit weights come back as the product has them. Weights that were not packed stay as they are.
"""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .export import to_onnx
from .model import Tagger
from .pretrained import fresh_tagger

FIXED = "encoder.pieces.weight"  # comes with the pretrained encoder, and is never taught


def load_packed(models: Path) -> Tagger:
    model = fresh_tagger()
    packed = onnx.load(models / "tagger.onnx")
    numbered, names, starts = _numbered(model)
    places = _constants(to_onnx(numbered, False), exact=True)
    values = _constants(packed, exact=False)[: len(places)]  # the reader of claims comes after
    if [p.shape for p in places] != [v.shape for v in values]:
        raise SystemExit(f"{models}: packed by another version of this code")
    state = {name: value.clone() for name, value in model.state_dict().items()}
    for place, value in zip(places, values):
        if place.dtype != np.float32 or not place.size:
            continue
        at = np.rint(place.ravel()).astype(np.int64)
        known = (at >= 1) & (at < starts[-1]) & (np.abs(place.ravel() - at) < 1e-3)
        if known.mean() < 0.8:
            continue
        owner = np.searchsorted(starts, at[known], side="right") - 1
        for o in np.unique(owner):
            mine = owner == o
            flat = state[names[o]].view(-1)
            flat[torch.from_numpy(at[known][mine] - starts[o])] = torch.from_numpy(value.ravel()[known][mine])
    model.load_state_dict(state)
    return model


def _numbered(model: Tagger):
    """The model with every weight but the fixed ones replaced by its own whole number, from 1."""
    twin, at, names, starts = copy.deepcopy(model), 1, [], [1]
    state = twin.state_dict()
    for name, value in state.items():
        if name == FIXED:
            continue
        state[name] = torch.arange(at, at + value.numel(), dtype=torch.float64).to(torch.float32).view(value.shape)
        at += value.numel()
        names.append(name)
        starts.append(at)
    assert at < 2**24, "32-bit floats count no further"
    twin.load_state_dict(state)
    return twin, names, np.array(starts)


def _constants(graph, exact: bool) -> list[np.ndarray]:
    """Constants in the order in which they were written, 8-bit matrices as one; embeddings left out of `exact` keep their two parts."""
    held = {c.name: numpy_helper.to_array(c) for c in graph.graph.initializer}
    scales, found = {}, []
    for node in graph.graph.node:
        if node.op_type == "DynamicQuantizeMatMul":
            scales[node.input[1]] = node.input[2]
    skipped = set(scales.values())
    for name, value in held.items():
        if name in skipped:
            continue
        found.append(value.astype(np.float32) * held[scales[name]] if name in scales else value)
    return found
