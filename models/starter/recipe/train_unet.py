"""Trains the UNet, and the text tower along with it, on the autoencoder's latents; goes on from its checkpoint.

    python train_unet.py --scenes scenes --tokenizer tokenizer --out run --minutes 60 --lanes 2

A file control.json in the output folder may change minutes, rate and focus while it runs.
"""
import argparse
import copy
import json
import os
import time

import numpy as np
import torch
import torch.multiprocessing as mp

import captions
import lanes
import render
from autoencoder import AutoencoderKL
from clip import CLIPTextModel
from losses import Schedule, diffusion_loss
from tokenizer import Tokenizer
from train_autoencoder import HOLDOUT, to_float
from unet import UNet2DConditionModel


class Pool:
    """All encoded scenes that are on disk so far, as memory maps."""

    def __init__(self, folder, tokenizer, hold):
        self.folder, self.tokenizer, self.hold = folder, tokenizer, hold
        self.maps, self.ids, self.texts, self.names = [], [], [], []
        self.look()

    def look(self):
        for name in sorted(f[:-4] for f in os.listdir(self.folder) if f.endswith(".npy") and len(f) == 8):
            if name in self.names:
                continue
            self.names.append(name)
            with open(os.path.join(self.folder, name + ".json"), encoding="utf-8") as f:
                texts = json.load(f)
            self.maps.append(np.load(os.path.join(self.folder, name + ".npy")))
            self.ids.append(captions.tokenise(self.tokenizer, texts))
            self.texts += texts
        self.size = len(self.maps[0])
        self.n = self.size * len(self.maps)

    def take(self, index):
        return np.stack([self.maps[i // self.size][i % self.size] for i in index])

    def tokens(self, index, language):
        return np.stack([self.ids[i // self.size][i % self.size, l] for i, l in zip(index, language)]).astype(np.int64)


def timesteps(n):
    """Half evenly, the others round the high noise levels, where it is decided what is drawn and how it is shaped."""
    even = torch.rand(n)
    high = (.75 + .2 * torch.randn(n)).clamp(0, .9999)
    return (torch.where(torch.rand(n) < .5, even, high) * Schedule.STEPS).long()


def read_control(a):
    try:
        with open(os.path.join(a.out, "control.json"), encoding="utf-8") as f:
            return json.load(f)
    except (OSError, ValueError):
        return {}


def work(rank, a):
    """One lane: its own scenes and batches, gradients shared with the other lanes."""
    lanes.start(rank, a.lanes, a.port)
    tokenizer = Tokenizer.load(a.tokenizer)
    pool = Pool(a.scenes, tokenizer, HOLDOUT)
    torch.manual_seed(a.seed)
    unet, text = UNet2DConditionModel(), CLIPTextModel(len(tokenizer))
    start = os.path.join(a.out, "clip.pt")
    if os.path.exists(start):
        text.load_state_dict(torch.load(start, map_location="cpu")["text"])
    text.text_projection.requires_grad_(False)
    models = dict(unet=unet, text=text)
    ema = {k: copy.deepcopy(m).requires_grad_(False) for k, m in models.items()}
    optimizer = lanes.adamw([(unet.parameters(), 1.), (text.text_model.parameters(), a.text_share)])
    state, path = dict(used=0., step=0, samples=0), os.path.join(a.out, "unet.pt")
    if os.path.exists(path):
        saved = torch.load(path, map_location="cpu", weights_only=False)
        state = saved["state"]
        if saved["optimizer"]:
            optimizer.load_state_dict(saved["optimizer"])
        for k in models:
            models[k].load_state_dict(saved[k]), ema[k].load_state_dict(saved["ema"][k])
    params = [p for g in optimizer.param_groups for p in g["params"]]
    pairs = [(e, p) for k in models for e, p in zip(ema[k].parameters(), models[k].parameters())]
    schedule, rng = Schedule(), np.random.default_rng([a.seed, rank, state["step"]])
    torch.manual_seed(a.seed * 1000 + state["step"] * 10 + rank)
    clock, control, odds = lanes.Clock(state["used"], a.minutes * 60), {}, None
    log = open(os.path.join(a.out, "unet.log"), "a", buffering=1)
    shown, saved_at, looked = time.time(), time.time(), 0.
    total, count = 0., 0
    empty = np.array(tokenizer.encode(""))
    while True:
        if time.time() - looked > 20:
            looked, new = time.time(), read_control(a)
            pool.look()
            if new.get("focus") != control.get("focus") or odds is not None:
                words = new.get("focus")
                odds = np.array([1. if any(w in t[0] for w in words) else .15 for t in pool.texts]) if words else None
            control = new
        clock.budget = control.get("minutes", a.minutes) * 60
        progress = lanes.agree(clock.progress(), a.lanes)
        if progress >= 1:
            break
        for g in optimizer.param_groups:
            g["lr"] = g["peak"] * control.get("rate", a.rate) * lanes.rate(progress, state["step"], 100, a.decay_from)
        index = rng.integers(HOLDOUT, pool.n, a.batch)
        if odds is not None:        # what is out of focus is mostly drawn again
            index = np.where(rng.random(a.batch) < odds[index], index, rng.integers(HOLDOUT, pool.n, a.batch))
        t = pool.tokens(index, (rng.random(a.batch) < .25).astype(int))
        t[rng.random(a.batch) < .1] = empty
        t = torch.from_numpy(captions.cut(t, tokenizer.eos, a.long_share, rng=rng))
        x = torch.from_numpy(pool.take(index)).float()
        with torch.autocast("cpu", torch.bfloat16):
            loss = diffusion_loss(unet, schedule, x, text(t)[0], timesteps(len(x)), torch.randn_like(x))
        lanes.descend(loss, params, optimizer, a.lanes)
        decay = min(a.ema, (1 + state["step"]) / (10 + state["step"]))
        if rank == 0:
            with torch.no_grad():
                torch._foreach_lerp_([e for e, _ in pairs], [p for _, p in pairs], 1 - decay)
        state.update(used=clock.now(), step=state["step"] + 1, samples=state["samples"] + a.batch * a.lanes)
        total, count = total + float(loss.detach()), count + 1
        if rank == 0 and time.time() - shown > 20:
            print(f"{clock.now():7.0f} s step {state['step']} samples {state['samples']} loss {total / count:.4f} "
                  f"{count * a.batch * a.lanes / (time.time() - shown):.1f}/s scenes {pool.n}", file=log)
            shown, total, count = time.time(), 0., 0
        if time.time() - saved_at > 110:
            saved_at = time.time()
            if rank == 0:
                save(path, models, ema, optimizer, state)
    if rank == 0:
        state["done"] = True
        save(path, models, ema, optimizer, state)
        print("finished", state, file=log)


def save(path, models, ema, optimizer, state):
    torch.save(dict(state=state, optimizer=optimizer.state_dict(), ema={k: m.state_dict() for k, m in ema.items()},
                    **{k: m.state_dict() for k, m in models.items()}), path + ".tmp")
    os.replace(path + ".tmp", path)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--scenes", default="scenes")
    a.add_argument("--shards", type=int, default=24)
    a.add_argument("--first", type=int, default=1500, help="scenes of each lane that are encoded before the first step")
    a.add_argument("--encode", type=int, default=4, help="scenes that are encoded after each step until all are")
    a.add_argument("--tokenizer", default="tokenizer")
    a.add_argument("--out", default="run")
    a.add_argument("--minutes", type=float, default=60)
    a.add_argument("--lanes", type=int, default=2)
    a.add_argument("--batch", type=int, default=32, help="per lane")
    a.add_argument("--rate", type=float, default=1e-3)
    a.add_argument("--text-share", type=float, default=.3, help="the text tower's rate, as a share of the UNet's")
    a.add_argument("--decay-from", type=float, default=.5)
    a.add_argument("--long-share", type=float, default=.15)
    a.add_argument("--ema", type=float, default=.998)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--port", type=int, default=29603)
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    mp.spawn(work, (a,), a.lanes) if a.lanes > 1 else work(0, a)
