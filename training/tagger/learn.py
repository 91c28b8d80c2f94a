"""The learning loop both stages share: batches in, a smoothed model out, a checkpoint now and then."""

from __future__ import annotations

import math
import os
import random
import time
from pathlib import Path
from typing import Callable, Iterator

import torch
from torch import nn

from .batch import Batch

WEIGHTS = {"pos": 0.5, "names": 0.5, "arcs": 1.0, "labels": 0.5, "anchors": 8.0, "pairs": 3.0, "mentions": 1.0}
WEIGHTS |= {"relations": 12.0, "modality": 0.5, "negated": 0.5, "parties": 15.0}
# anchors and pairs are means over many easy words, so they weigh more


def learn(
    model: nn.Module,
    batches: Callable[[int], Iterator[Batch]],
    steps: int,
    encoder_rate: float,
    head_rate: float,
    checkpoint: Path | None = None,
    every: int = 200,
    losses: Callable[[Batch], dict] | None = None,
    smoothing: float = 0.998,
    say: Callable[[str], None] = print,
) -> nn.Module:
    """Returns the moving average of the model's weights. With `checkpoint`, goes on where that file left off:
    `losses` gives the losses of a batch where that is not the model's own; `batches(step)` must give the batches from that step on."""
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    optimizer = _optimizer(model, encoder_rate, head_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: _rate(at, steps))
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    start = 0
    if checkpoint and checkpoint.exists():
        start, average = _resume(checkpoint, model, optimizer, schedule)
        say(f"goes on from step {start}")
    model.train()
    seen, began, pieces = {}, time.time(), 0
    for step, batch in zip(range(start, steps), batches(start)):
        found = (losses or model.losses)(batch)
        sum(WEIGHTS[k] * loss for k, loss in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        _follow(average, model, min(smoothing, (1 + step) / (10 + step)))
        pieces += int(batch.mask.sum())
        for k, loss in found.items():
            seen[k] = 0.98 * seen.get(k, loss.item()) + 0.02 * loss.item()
        if (step + 1) % 25 == 0:
            told = " ".join(f"{k} {v:.3f}" for k, v in seen.items())
            say(f"step {step + 1}/{steps} {pieces / (time.time() - began):.0f} pieces/s {told}")
        if checkpoint and ((step + 1) % every == 0 or step + 1 == steps):
            _save(checkpoint, step + 1, model, optimizer, schedule, average)
    model.load_state_dict(average)
    return model


def _optimizer(model: nn.Module, encoder_rate: float, head_rate: float):
    groups = {(rate, decay): [] for rate in (encoder_rate, head_rate) for decay in (0.01, 0.0)}
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        rate = encoder_rate if name.startswith(("encoder.", "layers.")) and "features" not in name else head_rate
        groups[rate, 0.01 if weight.dim() > 1 else 0.0].append(weight)
    return torch.optim.AdamW([dict(params=p, lr=r, weight_decay=d) for (r, d), p in groups.items() if p])


def _rate(at: int, steps: int) -> float:
    warm = max(1, min(200, steps // 10))
    return at / warm if at < warm else max(0.02, (steps - at) / (steps - warm))


def _follow(average: dict, model: nn.Module, keep: float) -> None:
    frozen = "encoder.pieces.weight"
    with torch.no_grad():
        for name, value in model.state_dict().items():
            if name != frozen:
                average[name].mul_(keep).add_(value, alpha=1 - keep)


def _save(path: Path, step: int, model, optimizer, schedule, average) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    state = dict(step=step, model=model.state_dict(), optimizer=optimizer.state_dict(), schedule=schedule.state_dict())
    torch.save({**state, "average": average, "random": torch.get_rng_state()}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def _resume(path: Path, model, optimizer, schedule):
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    torch.set_rng_state(state["random"])
    return state["step"], state["average"]


def seed(number: int) -> random.Random:
    torch.manual_seed(number)
    return random.Random(number)


