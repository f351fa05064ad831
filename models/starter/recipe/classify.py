"""An independent judge: a small convolutional network that names the thing and the filter of a picture. It learns from composed scenes
only, never from generated pictures, and shares nothing with the model.

    python classify.py --world small --minutes 10 --out judge.pt
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import render
from nets.tokenizer import Tokenizer
from scenes import sprites, world
from training.store import Reader, small, to_float

SIDE = 96


class Judge(nn.Module):
    """[n,3,96,96] in -1..1 -> logits of things, logits of filters (the last: none)"""

    def __init__(self, things, filters, width=48):
        super().__init__()
        self.sizes = (things, filters, width)
        blocks, c = [nn.Conv2d(3, width, 5, stride=2, padding=2)], width
        for k in (2, 3, 4):
            blocks += [nn.BatchNorm2d(c), nn.ReLU(), nn.Conv2d(c, k * width, 3, padding=1), nn.BatchNorm2d(k * width), nn.ReLU(),
                       nn.Conv2d(k * width, k * width, 3, stride=2, padding=1)]
            c = k * width
        self.body = nn.Sequential(*blocks, nn.BatchNorm2d(c), nn.ReLU())
        self.thing, self.filter = nn.Linear(2 * c, things), nn.Linear(2 * c, filters + 1)

    def forward(self, x):
        h = self.body(x)
        h = torch.cat([h.mean((2, 3)), h.amax((2, 3))], 1)
        return self.thing(h), self.filter(h)


def loss_of(judge, x, things, filters):
    """Scenes without a single thing count for the filter only."""
    a, b = judge(x)
    known = things >= 0
    first = F.cross_entropy(a[known], things[known]) if bool(known.any()) else a.sum() * 0
    return first + F.cross_entropy(b, torch.where(filters < 0, b.shape[1] - 1, filters))


def train(judge, take, device, seconds, batch=None, log=print):
    """take() -> (images uint8, things, filters) or None while no new ones are there. Old scenes are seen again."""
    optimizer = torch.optim.AdamW(judge.parameters(), lr=2e-3, weight_decay=.02)
    batch = batch or (64 if device.type == "cpu" else 256)
    pool, began, shown, step = None, time.time(), time.time(), 0
    while time.time() - began < seconds:
        new = take() if pool is None or len(pool[0]) < 60_000 else None
        if new is not None:
            new = [torch.from_numpy(np.ascontiguousarray(v)) for v in new]
            new = [small(new[0], SIDE).to(device), new[1].long().to(device), new[2].long().to(device)]
            pool = new if pool is None else [torch.cat(v) for v in zip(pool, new)]
        if pool is None:
            time.sleep(.05)
            continue
        for g in optimizer.param_groups:
            g["lr"] = 2e-3 * min(1, (step + 1) / 50) * max(.02, 1 - (time.time() - began) / seconds)
        index = torch.randint(0, len(pool[0]), (batch,), device=device)
        with torch.autocast(device.type, torch.bfloat16):
            loss = loss_of(judge, to_float(pool[0][index]), pool[1][index], pool[2][index])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        step += 1
        if time.time() - shown > 15:
            shown = time.time()
            log(f"judge {time.time() - began:.0f} s step {step} loss {float(loss.detach()):.3f} scenes {len(pool[0])}")
    judge.eval()
    return step


@torch.no_grad()
def names(judge, images):
    """(thing numbers, filter numbers) that the judge sees in uint8 pictures [n,h,w,3] (squares)."""
    device = next(judge.parameters()).device
    out = [judge(to_float(small(x, SIDE).to(device))) for x in torch.from_numpy(images).split(64)]
    filters = torch.cat([b for _, b in out]).argmax(1)
    return torch.cat([a for a, _ in out]).argmax(1).cpu(), filters.cpu()


def load(path):
    saved = torch.load(path, map_location="cpu", weights_only=True)
    judge = Judge(*saved["sizes"])
    judge.load_state_dict(saved["judge"])
    return judge.eval()


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--world", choices=("small", "full"), default="small")
    a.add_argument("--size", type=int, default=256, help="of the scenes, in pixels")
    a.add_argument("--minutes", type=float, default=10)
    a.add_argument("--tokenizer", default="../tokenizer")
    a.add_argument("--device", default="cpu")
    a.add_argument("--first", type=int, default=500_000_000, help="number of the first scene: none that the model has seen")
    a.add_argument("--scenes", help="folder that render.py writes shards to; without it scenes are drawn here")
    a.add_argument("--out", default="judge.pt")
    a = a.parse_args()
    here, tokenizer, drawn = world.make(a.world, sprites.FOLDER), Tokenizer.load(a.tokenizer), [a.first]
    judge = Judge(len(here.nouns), len(render.FILTER_KEYS)).to(a.device)
    reader = Reader(a.scenes, 0, True, ("images", "things", "filters")) if a.scenes else None

    def take():
        if reader:
            shard = reader.get()
            return shard and shard["images"].shape[1] == shard["images"].shape[2] and (shard["images"], shard["things"], shard["filters"]) or None
        drawn[0] += 64
        images, _, things, filters, _ = render.draw(drawn[0], 64, here, (a.size, a.size), tokenizer)
        return images, things, filters
    steps = train(judge, take, torch.device(a.device), a.minutes * 60)
    images, _, things, filters, _ = render.draw(render.HELD_OUT, 200, here, (a.size, a.size), tokenizer)
    seen = names(judge, images)
    known = things >= 0
    print(f"{steps} steps; on held-out scenes: things {float((seen[0].numpy() == things)[known].mean()):.3f}, "
          f"filters {float((seen[1].numpy() == np.where(filters < 0, len(render.FILTER_KEYS), filters)).mean()):.3f}")
    torch.save(dict(judge=judge.cpu().state_dict(), sizes=judge.sizes), a.out)
    os._exit(0)      # the reading thread has no end of its own
