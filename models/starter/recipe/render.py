"""Renders numbered scenes into shards for training, in processes of its own.

    python render.py --out scenes --world small --count 24000 --workers 2             # so many scenes, then it ends
    python render.py --out scenes --world full --pending 40 --workers 14              # endless, at most 40 unread shards ahead
    python render.py --look sheet.jpg --world full --count 64                         # a sheet of them, to look at

A shard is NNNNNN-WxH.npz: images uint8 [n,h,w,3], ids uint16 [n,2,77] (English, Georgian), things and filters int16 [n] (-1: none).
"""
import argparse
import glob
import multiprocessing
import os
import random
import signal
import sys
import time

import numpy as np

from nets.tokenizer import LENGTH, Tokenizer
from scenes import compose, sprites, styles, world

HELD_OUT = 1_000_000_000        # scene numbers from here on are for measuring only
FILTER_KEYS = list(styles.FILTER_WORDS)


def shape_of(index, shapes):
    """The size of shard `index`: shapes are (width, height, share)."""
    return random.Random(index).choices([s[:2] for s in shapes], [s[2] for s in shapes])[0]


def draw(first, count, here, size, tokenizer):
    """(images, ids, things, filters, [(English, Georgian)]) of scenes first .. first + count - 1"""
    keys = {n.key: i for i, n in enumerate(here.nouns)}
    images = np.empty((count, size[1], size[0], 3), np.uint8)
    ids, labels, texts = np.empty((count, 2, LENGTH), np.uint16), np.full((2, count), -1, np.int16), []
    for i in range(count):
        s = compose.scene(first + i, here, size)
        images[i] = np.asarray(s.image)
        ids[i] = [tokenizer.encode(s.en), tokenizer.encode(s.ka)]
        labels[:, i] = keys.get(s.noun, -1), FILTER_KEYS.index(s.filter) if s.filter else -1
        texts.append((s.en, s.ka))
    return images, ids, *labels, texts


def held_out(count, here, size, tokenizer):
    return draw(HELD_OUT, count, here, size, tokenizer)


def write(path, parts):
    images, ids, things, filters, _ = parts
    with open(path + ".tmp", "wb") as f:
        np.savez(f, images=images, ids=ids, things=things, filters=filters)
    os.replace(path + ".tmp", path)


def work(a, worker, shapes, parent):
    """Every `workers`-th shard, as long as the parent lives."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    here, tokenizer = world.make(a.world, sprites.FOLDER), Tokenizer.load(a.tokenizer)
    index, last = a.start + worker, a.start + (a.count + a.shard - 1) // a.shard if a.count else None
    while (last is None or index < last) and os.getppid() == parent:
        if a.pending and len(glob.glob(os.path.join(a.out, "*.npz"))) >= a.pending:
            time.sleep(.05)
            continue
        w, h = shape_of(index, shapes)
        path = os.path.join(a.out, f"{index:06d}-{w}x{h}.npz")
        if not os.path.exists(path):
            write(path, draw(index * a.shard, a.shard, here, (w, h), tokenizer))
        index += a.workers


def look(a):
    from sampling import sheet
    here = world.make(a.world, sprites.FOLDER)
    scenes = [compose.scene(i, here, shape_of(i, a.shapes)) for i in range(a.count)]
    sheet([s.image for s in scenes], [s.en for s in scenes], a.look, 8, 200, 2)
    for s in scenes:
        print(s.en, "|", s.ka)


def arguments():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--out", default="scenes")
    a.add_argument("--world", choices=("small", "full"), default="small")
    a.add_argument("--shapes", type=lambda s: [tuple(float(v) if i == 2 else int(v) for i, v in enumerate(p.split(":"))) for p in s.split(",")],
                   default=[(256, 256, 1.)], help="width:height:share,...")
    a.add_argument("--start", type=int, default=0, help="number of the first shard")
    a.add_argument("--count", type=int, default=0, help="scenes; 0: without end")
    a.add_argument("--shard", type=int, default=250)
    a.add_argument("--pending", type=int, default=0, help="at most so many unread shards; 0: any number")
    a.add_argument("--workers", type=int, default=2)
    a.add_argument("--tokenizer", default="../tokenizer")
    a.add_argument("--look")
    return a.parse_args()


if __name__ == "__main__":
    a = arguments()
    if a.look:
        look(a)
    else:
        os.makedirs(a.out, exist_ok=True)
        os.nice(5)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))      # takes the crew along
        crew = [multiprocessing.Process(target=work, args=(a, w, a.shapes, os.getpid()), daemon=True) for w in range(a.workers)]
        for p in crew:
            p.start()
        for p in crew:
            p.join()
