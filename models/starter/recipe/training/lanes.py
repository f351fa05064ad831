"""Lanes: on CPU cores one process a core, one thread each, gradients averaged; an accelerator is a single lane. Learning rates and
optimisers follow the clock."""
import math
import os
import time

import torch
import torch.distributed as dist

from nets.layers import OLD


def start(rank, world, port):
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port))
    if world > 1:
        torch.set_num_threads(1)
        dist.init_process_group("gloo", rank=rank, world_size=world)


def average(params, world):
    """Averages the gradients over all lanes, as one flat message."""
    if world == 1:
        return
    grads = [p.grad if p.grad is not None else torch.zeros_like(p) for p in params]
    flat = torch.cat([g.reshape(-1) for g in grads])
    dist.all_reduce(flat)
    flat /= world
    at = 0
    for p, g in zip(params, grads):
        p.grad = flat[at:at + g.numel()].view_as(g)
        at += g.numel()


def descend(loss, params, optimizer, world):
    """One step down the loss's gradient, averaged over all lanes and held to length 1; none if it is not finite, which is
    told to the fused optimiser without waiting for the device."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    average(params, world)
    length = torch.nn.utils.clip_grad_norm_(params, 1.)
    if not OLD:
        optimizer.grad_scale, optimizer.found_inf = None, (~torch.isfinite(length)).float()
    elif not torch.isfinite(length):
        return
    optimizer.step()


def agree(value, world):
    """The first lane's value, on all lanes: clocks differ."""
    if world == 1:
        return value
    t = torch.tensor([value], dtype=torch.float64)
    dist.broadcast(t, 0)
    return float(t[0])


def rate(progress, step, warmup, decay_from=.5, floor=.03):
    """Warm-up by steps, constant, then a cosine down over the rest of the time."""
    up = min(1., (step + 1) / warmup)
    if progress <= decay_from:
        return up
    return up * (floor + (1 - floor) * .5 * (1 + math.cos(math.pi * min(1., (progress - decay_from) / (1 - decay_from)))))


def adamw(groups):
    """groups: [(parameters, peak rate)]; one-dimensional parameters get no weight decay."""
    out = []
    for params, lr in groups:
        params = [p for p in params if p.requires_grad]
        out.append(dict(params=[p for p in params if p.dim() > 1], lr=lr, peak=lr, weight_decay=.01))
        out.append(dict(params=[p for p in params if p.dim() <= 1], lr=lr, peak=lr, weight_decay=0.))
    fused = {} if OLD else dict(fused=True)
    return torch.optim.AdamW([g for g in out if g["params"]], betas=(.9, .99), **fused)


class Clock:
    """Seconds used by a phase, over restarts."""

    def __init__(self, used, budget):
        self.began, self.used, self.budget = time.time(), used, budget

    def now(self):
        return self.used + time.time() - self.began

    def progress(self):
        return self.now() / self.budget
