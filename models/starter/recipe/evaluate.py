"""Draws the evaluation sheets and measures a model.

    python evaluate.py --run run --prompts ../../../shared/prompts/starter-prompts.txt --sheet sheet.jpg
    python evaluate.py --run run --prompts held-back --sheet held-back.jpg
    python evaluate.py --run run --judge judge.pt --world small --metrics metrics.json [--count 500]

Figures: autoencoder PSNR on 500 held-out scenes; how often an independent judge (classify.py) names the asked thing and filter in
generated pictures, against the same judge on real scenes of the same captions; the same with Georgian captions; how often the model's
own image tower finds the caption of a picture among 100.
"""
import argparse
import json

import numpy as np
import torch
import torch.nn.functional as F

import checkpoints
import classify
import render
import sampling
from nets.tokenizer import Tokenizer
from scenes import held, sprites, world
from training.losses import psnr
from training.store import small, to_float

THINGS = ["a cat", "a dog", "a house", "a red apple", "a green car", "a rocket", "a flamingo", "a bicycle", "a mushroom", "a castle",
          "a robot", "a tree", "a croissant", "a sheep", "a banana", "a guitar", "a penguin", "an owl", "a butterfly", "a sunflower",
          "a bus", "a sailboat", "an airplane", "a cactus", "a heart", "an elephant", "a hot air balloon", "a snowman", "an alarm clock",
          "a strawberry"]


def prompts_of(name):
    if name == "things":
        return THINGS
    return [en for en, _ in held.prompts()] if name == "held-back" else sampling.read_prompts(name)


@torch.no_grad()
def reconstruction(models, images):
    """Mean PSNR in dB of uint8 pictures."""
    device, total = next(models["vae"].parameters()).device, 0.
    for x in torch.from_numpy(images).split(8):
        x = to_float(x).to(device)
        with torch.autocast(device.type, enabled=False):
            total += float(psnr(models["vae"].decode(models["vae"].encode(x)[:, :4]), x)) * len(x)
    return round(total / len(images), 2)


@torch.no_grad()
def found(models, tokenizer, prompts, images):
    """Share of pictures that the model's own image tower places nearest to their prompt, and among the nearest five."""
    device, side = next(models["vision"].parameters()).device, models["vision"].config["image_size"]
    x = torch.cat([models["vision"](to_float(small(torch.from_numpy(np.array(im)[None]), side)).to(device)) for im in images])
    ids = torch.tensor([tokenizer.encode(p) for p in prompts], device=device)
    s = F.normalize(x, dim=1) @ F.normalize(models["text"](ids)[2], dim=1).t()
    hit = s.argsort(1, descending=True) == torch.arange(len(images), device=device)[:, None]
    return [round(float(hit[:, :k].any(1).float().mean()), 3) for k in (1, 5)]


def recall(judge, images, things, filters):
    """Shares of pictures in which the judge names the thing, and the filter where one was asked."""
    a, b = classify.names(judge, images)
    filtered = filters >= 0
    return dict(things=round(float((a.numpy() == things).mean()), 3), filters=round(float((b.numpy() == filters)[filtered].mean()), 3))


def measure(a, models, tokenizer):
    here, size = world.make(a.world, sprites.FOLDER), (a.size, a.size)
    images, _, things, filters, texts = render.held_out(a.scenes, here, size, tokenizer)
    out = dict(autoencoder_psnr=reconstruction(models, images), held_out_scenes=a.scenes)
    single = np.flatnonzero(things >= 0)[: a.count]
    options = dict(steps=a.steps, guidance=a.guidance, seed=a.seed, size=size)
    drawn = [sampling.draw(models, tokenizer, [texts[i][language] for i in single], **options) for language in (0, 1)]
    out["own_tower_finds_caption"] = found(models, tokenizer, [texts[i][0] for i in single[:100]], drawn[0][:100])
    if a.judge:
        judge = classify.load(a.judge)
        stacked = [np.stack([np.asarray(im) for im in d]) for d in drawn]
        real = recall(judge, images[single], things[single], filters[single])
        english, georgian = (recall(judge, s, things[single], filters[single]) for s in stacked)
        out.update(judge_on_real_scenes=real, judge_on_english=english, judge_on_georgian=georgian, judged_pictures=len(single),
                   things_against_real=round(english["things"] / max(.001, real["things"]), 3),
                   filters_against_real=round(english["filters"] / max(.001, real["filters"]), 3))
    return dict(out, steps=a.steps, guidance=a.guidance, seed=a.seed, sampler="DDIM")


def arguments():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--run", default="run")
    a.add_argument("--tokenizer", default="../tokenizer")
    a.add_argument("--device", default="cpu")
    a.add_argument("--prompts", default="things", help="a file with one prompt a line, 'things' or 'held-back'")
    a.add_argument("--sheet")
    a.add_argument("--judge")
    a.add_argument("--world", choices=("small", "full"), default="small")
    a.add_argument("--metrics")
    a.add_argument("--scenes", type=int, default=500)
    a.add_argument("--count", type=int, default=500, help="pictures that are judged")
    a.add_argument("--size", type=int, default=256)
    a.add_argument("--steps", type=int, default=20)
    a.add_argument("--guidance", type=float, default=4.)
    a.add_argument("--second-order", action="store_true", help="DPM-Solver++ 2M in place of DDIM, for sheets")
    a.add_argument("--seed", type=int, default=0)
    a.add_argument("--columns", type=int, default=8)
    a.add_argument("--cell", type=int, default=164)
    return a.parse_args()


if __name__ == "__main__":
    a = arguments()
    tokenizer = Tokenizer.load(a.tokenizer)
    models, notes = checkpoints.load(a.run, len(tokenizer), a.device)
    with torch.autocast(a.device, torch.bfloat16):
        if a.sheet:
            prompts = prompts_of(a.prompts)
            images = sampling.draw(models, tokenizer, prompts, a.steps, a.guidance, a.seed, 8, (a.size, a.size), a.second_order)
            sampling.sheet(images, prompts, a.sheet, a.columns, a.cell, 2)
            print(len(images), "pictures, own tower finds their prompts:", found(models, tokenizer, prompts, images))
        if a.metrics:
            value = dict(measure(a, models, tokenizer), training=notes)
            with open(a.metrics, "w", encoding="utf-8") as f:
                json.dump(value, f, indent=2, ensure_ascii=False)
            print({k: v for k, v in value.items() if k != "training"})
