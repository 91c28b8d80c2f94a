"""Makes the anchors' logits into probabilities that an attribution is right (Platt 1999), and measures probabilities."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from .decode import Said, Thresholds
from .document import Document
from .polnear import words_of
from .run import Scores, read


def fit_attributions(rows, documents: dict[str, Document], scores: dict[str, list[Scores]], t: Thresholds) -> tuple[float, float]:
    """Temperature and bias, such that sigmoid(logit / temperature + bias) is the share of right attributions."""
    logits, right = attribution_outcomes(rows, documents, scores, t)
    return platt(logits, right)


def platt(logits: list[float], right: list[bool]) -> tuple[float, float]:
    """Temperature and bias, such that sigmoid(logit / temperature + bias) is the share of right ones."""
    x, y = torch.tensor(logits), torch.tensor(right, dtype=torch.float32)
    scale, bias = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([scale, bias], max_iter=100)

    def loss():
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(x * scale + bias, y)
        value.backward()
        return value

    optimizer.step(loss)
    return round(1 / scale.item(), 3), round(bias.item(), 3)


def attribution_outcomes(rows, documents, scores, t: Thresholds) -> tuple[list[float], list[bool]]:
    """For each attribution read: its logit, and whether an annotator has one with half its content and a like source."""
    logits, right = [], []
    for id_ in {row["id"]: None for row in rows}:
        document = documents[id_]
        gold = [
            {k: words_of(document, a[k]) for k in ("source", "content")}
            for row in rows if row["id"] == id_ for a in row["attributions"]
        ]
        for said in read(document, scores[id_], replace(t, mention=())).attributions:
            logits.append(said.score)
            right.append(any(_agree(said, one) for one in gold))
    return logits, right


def _agree(said: Said, gold: dict[str, set[int]]) -> bool:
    content, source = _words(said.content), _words(said.source)
    like = len(content & gold["content"]) >= 0.5 * len(content | gold["content"])
    return like and (bool(source & gold["source"]) or not (source or gold["source"]))


def _words(ranges) -> set[int]:
    return {word for begin, end in ranges for word in range(begin, end)}


def expected_error(p: np.ndarray, right: np.ndarray, bins: int = 10) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error (Naeini and others 2015), and for each tenth: mean p, share right, how many."""
    table, error = [], 0.0
    for low in np.arange(bins) / bins:
        here = (p >= low) & (p < low + 1 / bins + (1e-9 if low + 1 / bins >= 1 else 0))
        if here.any():
            table.append((float(p[here].mean()), float(right[here].mean()), int(here.sum())))
            error += abs(table[-1][0] - table[-1][1]) * here.mean()
    return float(error), table
