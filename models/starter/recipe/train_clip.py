"""A short contrastive phase: the text tower learns which words go with which pictures, the image tower becomes the judge.

    python train_clip.py --scenes scenes --tokenizer tokenizer --out run --minutes 2.5 --lanes 2
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.multiprocessing as mp
import torch.nn.functional as F

import captions
import lanes
import render
from clip import CLIPTextModel, CLIPVisionModel
from losses import info_nce
from tokenizer import Tokenizer
from train_autoencoder import HOLDOUT


def small(images):
    """Halves the pictures and brings them to -1..1."""
    n, s = len(images), images.shape[1] // 2
    x = images.reshape(n, s, 2, s, 2, 3).mean((2, 4), dtype=np.float32)
    return torch.from_numpy(x).permute(0, 3, 1, 2).div_(127.5).sub_(1)


def work(rank, a):
    lanes.start(rank, a.lanes, a.port)
    tokenizer = Tokenizer.load(a.tokenizer)
    images, texts = render.load(a.scenes, 0, a.shards)
    ids = captions.tokenise(tokenizer, texts)
    torch.manual_seed(a.seed)
    text, vision, scale = CLIPTextModel(len(tokenizer)), CLIPVisionModel(), torch.nn.Parameter(torch.tensor(2.66))
    path = os.path.join(a.out, "clip.pt")
    if a.text and os.path.exists(path):     # the text tower has moved on with the UNet: only the judge follows
        saved = torch.load(path, map_location="cpu")
        text.load_state_dict(saved["text"]), vision.load_state_dict(saved["vision"])
        text.load_state_dict(torch.load(a.text, map_location="cpu", weights_only=False)["ema"]["text"])
        text.text_model.requires_grad_(False)
    params = [p for p in [*text.parameters(), *vision.parameters(), scale] if p.requires_grad]
    optimizer = lanes.adamw([(params, a.rate)])
    rng = np.random.default_rng(a.seed * 100 + rank)
    clock, log, shown, step = lanes.Clock(0, a.minutes * 60), open(os.path.join(a.out, "clip.log"), "a", buffering=1), time.time(), 0
    while True:
        progress = lanes.agree(clock.progress(), a.lanes)
        if progress >= 1:
            break
        for g in optimizer.param_groups:
            g["lr"] = g["peak"] * lanes.rate(progress, step, 25, .4)
        index = rng.integers(HOLDOUT, len(images), a.batch)
        t = ids[index, (rng.random(a.batch) < .35).astype(int)].astype(np.int64)
        t = captions.cut(t, tokenizer.eos, .05, rng=rng)
        loss = info_nce(vision(small(images[index])), text(torch.from_numpy(t))[2], scale)
        lanes.descend(loss, params, optimizer, a.lanes)
        step += 1
        if rank == 0 and time.time() - shown > 10:
            shown = time.time()
            print(f"{clock.now():6.0f} s step {step} pairs {step * a.batch * a.lanes} loss {float(loss.detach()):.3f}", file=log)
    if rank == 0:
        with torch.no_grad():
            i, t = vision(small(images[:HOLDOUT])), text(torch.from_numpy(ids[:HOLDOUT, 0].astype(np.int64)))[2]
            best = (F.normalize(i, dim=1) @ F.normalize(t, dim=1).t()).argsort(1, descending=True)
            hit = [round(float((best[:, :k] == torch.arange(HOLDOUT)[:, None]).any(1).float().mean()), 3) for k in (1, 5)]
        print(f"held-out retrieval among {HOLDOUT}, first and first five: {hit}", file=log)
        torch.save(dict(text=text.state_dict(), vision=vision.state_dict(), retrieval=hit, pairs=step * a.batch * a.lanes), path)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--scenes", default="scenes")
    a.add_argument("--shards", type=int, default=12)
    a.add_argument("--tokenizer", default="tokenizer")
    a.add_argument("--out", default="run")
    a.add_argument("--minutes", type=float, default=2.5)
    a.add_argument("--lanes", type=int, default=2)
    a.add_argument("--batch", type=int, default=64)
    a.add_argument("--rate", type=float, default=1e-3)
    a.add_argument("--text", help="UNet checkpoint: align the judge with its text tower")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--port", type=int, default=29602)
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    mp.spawn(work, (a,), a.lanes) if a.lanes > 1 else work(0, a)
