"""Sharpens the decoder alone, on latents with a little noise; the encoder and so the latents stay as they are.

    python tune_decoder.py --scenes scenes --out run --minutes 5 --lanes 2
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.multiprocessing as mp

import lanes
import render
from autoencoder import AutoencoderKL
from losses import vae_loss
from train_autoencoder import HOLDOUT, measure, pairs_sheet, to_float


def work(rank, a):
    lanes.start(rank, a.lanes, a.port)
    path = os.path.join(a.out, "autoencoder.pt")
    images, _ = render.load(a.scenes, 0, a.shards)
    saved = torch.load(path, map_location="cpu", weights_only=False)
    vae = AutoencoderKL()
    vae.load_state_dict(saved["model"])
    vae.encoder.requires_grad_(False), vae.quant_conv.requires_grad_(False)
    params = [p for p in vae.parameters() if p.requires_grad]
    optimizer = lanes.adamw([(params, a.rate)])
    rng = np.random.default_rng([7, rank])
    torch.manual_seed(70 + rank)
    clock, step, log, shown = lanes.Clock(0, a.minutes * 60), 0, open(os.path.join(a.out, "autoencoder.log"), "a", buffering=1), time.time()
    zero = torch.zeros(1)
    while True:
        progress = lanes.agree(clock.progress(), a.lanes)
        if progress >= 1:
            break
        for g in optimizer.param_groups:
            g["lr"] = g["peak"] * lanes.rate(progress, step, 30, .2)
        x = to_float(images[rng.integers(HOLDOUT, len(images), a.batch)])
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                z = vae.encode(x)[:, :4].float()
            y = vae.decode(z + a.noise * torch.randn_like(z))
        loss = vae_loss(y, x, zero, zero, 0.)
        lanes.descend(loss, params, optimizer, a.lanes)
        step += 1
        if rank == 0 and time.time() - shown > 15:
            shown = time.time()
            print(f"decoder {clock.now():6.0f} s step {step} items {step * a.batch * a.lanes} loss {float(loss.detach()):.4f}", file=log)
    if rank == 0:
        p, y = measure(vae, images[:HOLDOUT])
        state = dict(saved["state"], psnr_before=saved["state"].get("psnr"), psnr=p, decoder_items=step * a.batch * a.lanes,
                     decoder_seconds=round(clock.now()))
        print("decoder tuned:", state, file=log)
        pairs_sheet(images[:48], y[:48], os.path.join(a.out, "autoencoder.png"))
        torch.save(dict(model=vae.state_dict(), optimizer=saved["optimizer"], state=state), path + ".tmp")
        os.replace(path + ".tmp", path)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--scenes", default="scenes")
    a.add_argument("--shards", type=int, default=12)
    a.add_argument("--out", default="run")
    a.add_argument("--minutes", type=float, default=5)
    a.add_argument("--lanes", type=int, default=2)
    a.add_argument("--batch", type=int, default=6, help="per lane")
    a.add_argument("--rate", type=float, default=1e-3)
    a.add_argument("--noise", type=float, default=.05, help="deviation of what is added to the latents")
    a.add_argument("--port", type=int, default=29604)
    a = a.parse_args()
    mp.spawn(work, (a,), a.lanes) if a.lanes > 1 else work(0, a)
