"""Renders numbered scenes into shards: pictures as one array, captions as lines.

    python render.py --out scenes --first 0 --shards 24 --workers 2
"""
import argparse
import json
import multiprocessing
import os

import numpy as np

import compose

SHARD = 1000


def shard(job):
    folder, index = job
    path = os.path.join(folder, f"{index:04d}")
    if os.path.exists(path + ".npy"):
        return path
    images, captions = np.empty((SHARD, 128, 128, 3), np.uint8), []
    for i in range(SHARD):
        im, en, ka = compose.scene(index * SHARD + i)
        images[i] = np.asarray(im.convert("RGB"))
        captions.append([en, ka])
    with open(path + ".json", "w", encoding="utf-8") as f:
        json.dump(captions, f, ensure_ascii=False)
    np.save(path + ".tmp.npy", images)
    os.replace(path + ".tmp.npy", path + ".npy")
    return path


def load(folder, first=0, count=None):
    """(pictures [n,128,128,3], [[English, Georgian], ...]) of the shards that are there."""
    names = sorted(f[:-4] for f in os.listdir(folder) if f.endswith(".npy") and ".tmp" not in f)[first:][:count]
    images = np.concatenate([np.load(os.path.join(folder, n + ".npy")) for n in names])
    captions = []
    for n in names:
        with open(os.path.join(folder, n + ".json"), encoding="utf-8") as f:
            captions += json.load(f)
    return images, captions


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--out", default="scenes")
    a.add_argument("--first", type=int, default=0)
    a.add_argument("--shards", type=int, default=24)
    a.add_argument("--workers", type=int, default=2)
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    with multiprocessing.Pool(a.workers) as pool:
        for path in pool.imap(shard, [(a.out, i) for i in range(a.first, a.first + a.shards)]):
            print(path, flush=True)
