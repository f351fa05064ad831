"""Renders numbered scenes of 256 pixels straight into latents, for training at that size.

    python prepare.py --vae run/autoencoder.pt --out latents --shards 80
"""
import argparse
import functools
import json
import multiprocessing
import os

import numpy as np
import torch

import compose
from autoencoder import AutoencoderKL
from train_autoencoder import to_float
SHARD = 500


def shard(out, vae_path, i):
    p = os.path.join(out, f'{i:04d}')
    if os.path.exists(p + '.npy'):
        return p
    torch.set_num_threads(1)
    vae = AutoencoderKL().eval().requires_grad_(False)
    vae.load_state_dict(torch.load(vae_path, map_location="cpu", weights_only=False)["model"])
    latents, captions, kept = np.empty((SHARD, 4, 32, 32), np.float16), [], []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for a in range(0, SHARD, 20):
            images = []
            for k in range(20):
                im, en, ka = compose.scene(i * SHARD + a + k)
                images.append(np.asarray(im.convert("RGB")))
                captions.append([en, ka])
            images = np.stack(images)
            latents[a:a + 20] = vae.encode(to_float(images))[:, :4].float().numpy()
            if i < 6:       # pictures for the decoder and the image tower
                kept.append(images)
    if kept:
        np.save(p + ".images.npy", np.concatenate(kept))
    with open(p + ".json", "w", encoding="utf-8") as f:
        json.dump(captions, f, ensure_ascii=False)
    np.save(p + ".tmp.npy", latents)
    os.replace(p + ".tmp.npy", p + ".npy")
    return p


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--vae", default="run/autoencoder.pt")
    a.add_argument("--out", default="latents")
    a.add_argument("--shards", type=int, default=80)
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    with multiprocessing.Pool(2) as pool:
        for path in pool.imap(functools.partial(shard, a.out, a.vae), range(a.shards)):
            print(path, flush=True)
