"""Trains the autoencoder for a number of minutes; goes on from its checkpoint.

    python train_autoencoder.py --scenes scenes --out run --minutes 20 --lanes 2
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.multiprocessing as mp
from PIL import Image

import lanes
import render
from autoencoder import AutoencoderKL
from losses import psnr, vae_loss

HOLDOUT = 200


def to_float(images):
    return torch.from_numpy(images).permute(0, 3, 1, 2).float().div_(127.5).sub_(1)


@torch.no_grad()
def measure(vae, images):
    x = to_float(images)
    y = torch.cat([vae.decode(vae.encode(c)[:, :4]) for c in x.split(16)])
    return float(psnr(y, x)), y


def pairs_sheet(x, y, path, columns=12):
    both = torch.stack([to_float(x)[: len(y)], y], 1).flatten(0, 1).clamp(-1, 1).add(1).mul(127.5).round().byte().permute(0, 2, 3, 1).numpy()
    rows = (len(both) + columns - 1) // columns
    page = Image.new("RGB", (columns * 130, rows * 130), "white")
    for i, p in enumerate(both):
        page.paste(Image.fromarray(p), (i % columns * 130, i // columns * 130))
    page.save(path)


def work(rank, a):
    lanes.start(rank, a.lanes, a.port)
    path = os.path.join(a.out, "autoencoder.pt")
    images, _ = render.load(a.scenes)
    torch.manual_seed(a.seed)
    vae = AutoencoderKL()
    state = dict(used=0., step=0, items=0)
    optimizer = lanes.adamw([(vae.parameters(), a.rate)])
    if os.path.exists(path):
        saved = torch.load(path, map_location="cpu", weights_only=False)
        vae.load_state_dict(saved["model"]), optimizer.load_state_dict(saved["optimizer"])
        state = saved["state"]
        if state.get("done"):
            return
    torch.manual_seed(a.seed * 1000 + state["step"] * 10 + rank)
    clock, params, log = lanes.Clock(state["used"], a.minutes * 60), list(vae.parameters()), open(os.path.join(a.out, "autoencoder.log"), "a", buffering=1)
    shown = saved_at = looked = time.time()
    total, count, started = 0., 0, time.time()
    while True:
        progress = lanes.agree(clock.progress(), a.lanes)
        if progress >= 1:
            break
        for g in optimizer.param_groups:
            g["lr"] = g["peak"] * lanes.rate(progress, state["step"], 40, .4)
        full = progress > .8
        index = np.random.randint(HOLDOUT, len(images), 8 if full else 24)
        if full:
            x = to_float(images[index])
        else:
            i, j = np.random.randint(0, 65, 2)
            x = to_float(images[index, i:i + 64, j:j + 64])
        s = x.shape[2] // 8
        with torch.autocast("cpu", torch.bfloat16, enabled=not a.fp32):
            y, mean, logvar = vae(x, torch.randn(len(x), 4, s, s))
        loss = vae_loss(y, x, mean, logvar, a.kl)
        lanes.descend(loss, params, optimizer, a.lanes)
        state.update(used=clock.now(), step=state["step"] + 1, items=state["items"] + len(x) * a.lanes)
        total, count = total + float(loss.detach()), count + 1
        if rank == 0 and time.time() - shown > 10:
            print(f"{clock.now():7.0f} s step {state['step']} items {state['items']} loss {total / count:.4f} {count * len(x) * a.lanes / (time.time() - shown):.1f}/s", file=log)
            shown, total, count = time.time(), 0., 0
        if rank == 0 and time.time() - saved_at > 100:
            torch.save(dict(model=vae.state_dict(), optimizer=optimizer.state_dict(), state=state), path + ".tmp")
            os.replace(path + ".tmp", path)
            p, y = measure(vae, images[:48])
            print(f"held-out psnr {p:.2f}", file=log)
            pairs_sheet(images[:48], y, os.path.join(a.out, "autoencoder.png"))
            saved_at = time.time()
    if rank == 0:
        with torch.no_grad():
            z = torch.cat([vae.encode(to_float(images[i:i + 16]))[:, :4] for i in range(0, min(640, len(images)), 16)])
        vae.normalise(z.mean((0, 2, 3)), z.std((0, 2, 3)))
        p, y = measure(vae, images[:HOLDOUT])
        state.update(done=True, psnr=p, latent_std=z.std((0, 2, 3)).tolist())
        print(f"final held-out psnr {p:.2f}", state, file=log)
        pairs_sheet(images[:48], y[:48], os.path.join(a.out, "autoencoder.png"))
        torch.save(dict(model=vae.state_dict(), optimizer=optimizer.state_dict(), state=state), path)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--scenes", default="scenes")
    a.add_argument("--out", default="run")
    a.add_argument("--minutes", type=float, default=20)
    a.add_argument("--lanes", type=int, default=2)
    a.add_argument("--rate", type=float, default=2e-3)
    a.add_argument("--kl", type=float, default=1e-4)
    a.add_argument("--fp32", action="store_true")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--port", type=int, default=29601)
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    mp.spawn(work, (a,), a.lanes) if a.lanes > 1 else work(0, a)
