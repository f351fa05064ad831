"""Draws the evaluation sheets and measures the model.

    python evaluate.py --run run --tokenizer tokenizer --prompts prompts.txt --out sheet.png [--guidance 4 --steps 20]
    python evaluate.py --run run --tokenizer tokenizer --scenes scenes --metrics metrics.json
"""
import argparse
import json

import numpy as np
import torch
import torch.nn.functional as F

import checkpoints
import render
import sampling
from tokenizer import Tokenizer
from train_autoencoder import HOLDOUT, measure
from train_clip import small

THINGS = ["a cat", "a dog", "a house", "a red apple", "a green car", "a rocket", "a flamingo", "a bicycle", "a mushroom", "a castle",
          "a robot", "a tree", "a croissant", "a sheep", "a banana", "a guitar", "a penguin", "an owl", "a butterfly", "a sunflower",
          "a bus", "a sailboat", "an airplane", "a cactus", "a heart", "an elephant", "a hot air balloon", "a snowman", "an alarm clock",
          "a strawberry"]


def read_prompts(path):
    if path == "things":
        return THINGS
    return [s for s in (line.strip() for line in open(path, encoding="utf-8")) if s and not s.startswith("#")]


@torch.no_grad()
def judged(models, tokenizer, prompts, images):
    """Share of pictures that the image tower places nearest to their own prompt, and among the nearest five."""
    x = small(np.stack([np.asarray(im) for im in images]))
    ids = torch.tensor([tokenizer.encode(p) for p in prompts])
    s = F.normalize(models["vision"](x), dim=1) @ F.normalize(models["text"](ids)[2], dim=1).t()
    hit = s.argsort(1, descending=True) == torch.arange(len(images))[:, None]
    return [round(float(hit[:, :k].any(1).float().mean()), 3) for k in (1, 5)]


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--run", default="run")
    a.add_argument("--tokenizer", default="tokenizer")
    a.add_argument("--prompts", default="things", help="a file with one prompt a line, or 'things'")
    a.add_argument("--out")
    a.add_argument("--scenes")
    a.add_argument("--metrics")
    a.add_argument("--steps", type=int, default=20)
    a.add_argument("--guidance", type=float, default=4.)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--columns", type=int, default=6)
    a.add_argument("--cell", type=int, default=132)
    a.add_argument("--lines", type=int, default=1, help="of each label")
    a = a.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.load(a.tokenizer)
    models, notes = checkpoints.load(a.run, len(tokenizer))
    if a.out:
        prompts = read_prompts(a.prompts)
        images = sampling.draw(models, tokenizer, prompts, a.steps, a.guidance, a.seed)
        sampling.sheet(images, prompts, a.out, a.columns, a.cell, a.lines)
        print(notes.get("unet"), "judged", judged(models, tokenizer, prompts, images))
    if a.metrics:
        images, _ = render.load(a.scenes, 0, 1)
        things = sampling.draw(models, tokenizer, THINGS, a.steps, a.guidance, a.seed)
        value = dict(held_out_scenes=HOLDOUT, autoencoder_psnr=round(measure(models["vae"], images[:HOLDOUT])[0], 2),
                     single_things_nearest_their_own_prompt=judged(models, tokenizer, THINGS, things),
                     steps=a.steps, guidance=a.guidance, seed=a.seed, training=notes)
        with open(a.metrics, "w", encoding="utf-8") as f:
            json.dump(value, f, indent=2)
