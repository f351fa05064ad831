"""Doubles the size that a trained model draws: a finer level is put round the UNet, and what fits is taken over.

    python grow.py --run run-small --to cpu --out run

The inner levels go on seeing what they know: the finer level hands them the latents averaged 2x2. Averaging halves the noise, so the time
embedding is set to answer with what the small network knew for the same ratio of signal to noise.
"""
import argparse
import math
import os

import torch

import budgets
import checkpoints
from nets.unet import timestep_embedding
from training.losses import Schedule

SHIFTS = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
# reading the average of the coarse neighbour at -1, 0, 1 with a 3-wide stride-2 kernel: (shift of the input, tap)
TAPS = {-1: [(-1, 0), (-1, 1)], 0: [(0, 1), (0, 2)], 1: [(1, 2), (1, 2)]}
GAIN = 1.5          # between 1, which keeps the signal's size, and 2, which keeps the noise's


def renamed(name):
    """The name that a weight of the small network has in the grown one; None if it is made anew."""
    parts = name.split(".")
    if parts[0] in ("down_blocks", "place_embedding"):
        if name.startswith("place_embedding.0."):
            return None
        parts[1] = str(int(parts[1]) + 1)
        return ".".join(parts)
    return None if name.startswith(("conv_in", "conv_out", "conv_norm_out", "time_embedding.linear_1")) else name


def neighbours(new, old):
    """Sets the way in: the finer level's first 36 channels carry the nine coarse neighbours' means, and the inner level's shortcut
    does with them what its old first convolution did."""
    first, down = new["conv_in.weight"], new["down_blocks.0.downsamplers.0.conv.weight"]
    first[:36], down[:36] = 0, 0
    new["conv_in.bias"][:36], new["down_blocks.0.downsamplers.0.conv.bias"][:36] = 0, 0
    for i, (a, b) in enumerate(SHIFTS):
        for c in range(4):
            first[4 * i + c, c, 1 + a, 1 + b] = 1.
            for dy, ty in TAPS[a]:
                for dx, tx in TAPS[b]:
                    down[4 * i + c, 4 * SHIFTS.index((dy, dx)) + c, ty, tx] += .25 * GAIN
    kernel = old["conv_in.weight"]
    columns = torch.cat([kernel[:, :, 1 + a, 1 + b] for a, b in SHIFTS], 1)
    shortcut = new["down_blocks.1.resnets.0.conv_shortcut.weight"].normal_(0, .02)
    shortcut[:, :36, 0, 0] = columns
    new["down_blocks.1.resnets.0.conv_shortcut.bias"].copy_(old["conv_in.bias"])
    return columns


def way_out(new, old, level, columns):
    """The last inner block: its skip no longer comes from the old first convolution but from the finer level."""
    width = old["conv_in.weight"].shape[0]
    for part in ("conv1", "conv_shortcut"):
        key = f"up_blocks.{level}.resnets.1.{part}."
        new[key + "weight"][:, :width] = old[key + "weight"][:, :width]
        new[key + "bias"].copy_(old[key + "bias"])
    shortcut = new[f"up_blocks.{level}.resnets.1.conv_shortcut.weight"]
    shortcut[:, width:] *= .1
    shortcut[:, width:width + 36, 0, 0] = old[f"up_blocks.{level}.resnets.1.conv_shortcut.weight"][:, width:, 0, 0] @ columns


def shifted_time(new, old):
    """Least squares for the first layer of the time embedding: four times the signal-to-noise ratio at every step."""
    bar, steps = Schedule().alpha_bar.double(), torch.arange(Schedule.STEPS)
    snr = torch.log(bar.clamp_min(1e-12) / (1 - bar))
    same = torch.stack([(snr - s).abs().argmin() for s in snr + math.log(4)])
    same[-1] = Schedule.STEPS - 1
    weight, bias = old["time_embedding.linear_1.weight"], old["time_embedding.linear_1.bias"]
    want = (timestep_embedding(same, weight.shape[1]) @ weight.t() + bias).double()
    width = new["time_embedding.linear_1.weight"].shape[1]
    have = torch.cat([timestep_embedding(steps, width).double(), torch.ones(len(steps), 1, dtype=torch.float64)], 1)
    found = torch.linalg.solve(have.t() @ have + .01 * torch.eye(width + 1, dtype=torch.float64), have.t() @ want)
    new["time_embedding.linear_1.weight"].copy_(found[:-1].t())
    new["time_embedding.linear_1.bias"].copy_(found[-1])


@torch.no_grad()
def grow(small, large):
    """small, large: UNets, the second with one level more and wide enough at it (36 channels). Returns large."""
    old, new = small.state_dict(), large.state_dict()
    for name, value in old.items():
        target = renamed(name)
        if target in new and new[target].shape == value.shape:
            new[target].copy_(value)
    columns = neighbours(new, old)
    way_out(new, old, len(small.config["block_out_channels"]) - 1, columns)
    shifted_time(new, old)
    large.load_state_dict(new)
    return large


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--run", default="run-small")
    a.add_argument("--to", choices=budgets.BUDGETS, default="cpu")
    a.add_argument("--out", default="run")
    a = a.parse_args()
    torch.manual_seed(5)
    models, notes = checkpoints.load(a.run)
    grown = budgets.networks(budgets.BUDGETS[a.to], 4096)
    for k in ("text", "vision", "vae"):
        grown[k].load_state_dict(models[k].state_dict())
    grow(models["unet"], grown["unet"])
    os.makedirs(a.out, exist_ok=True)
    checkpoints.start(grown, a.to, os.path.join(a.out, "checkpoint.pt"), 2, dict(grown_from=notes))
