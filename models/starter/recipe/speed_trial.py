"""Finds the fastest form of the UNet's training step on an accelerator; train.py reads what it finds.

    python speed_trial.py --out run [--budget gpu] [--seconds 150]

Tries plain, channels-last and compiled networks on random latents. Any failure only rules that form out.
"""
import argparse
import json
import os
import time

import torch

import budgets
from training.losses import Schedule, diffusion_loss
from training.phases import timesteps

FORMS = (dict(), dict(channels_last=True), dict(compile=True), dict(channels_last=True, compile=True))


def trial(budget, device, form, steps=6):
    """(seconds a step, seconds until the first was done)"""
    cfg, side = budget["unet_train"], max(w for w, h, _ in budget["shapes"] if w == h) // 8
    unet = budgets.networks(budget, 4096)["unet"].to(device)
    layout = torch.channels_last if form.get("channels_last") else torch.contiguous_format
    unet.to(memory_format=layout)
    call, schedule = torch.compile(unet, dynamic=False) if form.get("compile") else unet, Schedule(device)
    x = torch.randn(cfg["batch"], 4, side, side, device=device).contiguous(memory_format=layout)
    context = torch.randn(cfg["batch"], 77, budget["text"]["hidden"], device=device)

    def step():
        with torch.autocast(device.type, torch.bfloat16):
            loss = diffusion_loss(call, schedule, x, context, timesteps(len(x), .5, device), torch.randn_like(x))
        loss.backward()
        unet.zero_grad(set_to_none=True)
        if device.type == "cuda":
            torch.cuda.synchronize()
    began = time.time()
    step()
    first = time.time() - began
    step()
    began = time.time()
    for _ in range(steps):
        step()
    return (time.time() - began) / steps, first


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--out", default="run")
    a.add_argument("--budget", choices=budgets.BUDGETS, default="gpu")
    a.add_argument("--device", default="cuda")
    a.add_argument("--seconds", type=float, default=150, help="after which no further form is tried")
    a.add_argument("--worth", type=float, default=1.25, help="how much faster compiled steps must be to pay for compiling three shapes")
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    torch.backends.cudnn.benchmark = True
    torch.set_float32_matmul_precision("high")
    budget, began, found = budgets.BUDGETS[a.budget], time.time(), []
    for form in FORMS:
        if found and time.time() - began > a.seconds:
            break
        try:
            seconds, first = trial(budget, torch.device(a.device), form)
            found.append(dict(form=form, seconds=seconds, first=first, samples_a_second=budget["unet_train"]["batch"] / seconds))
        except Exception as e:      # a form that does not run is not the fastest
            found.append(dict(form=form, error=repr(e)[:300]))
        print(found[-1], flush=True)
    good = [f for f in found if "seconds" in f]
    best = min(good, key=lambda f: f["seconds"] * (a.worth if f["form"].get("compile") else 1))
    with open(os.path.join(a.out, "speed.json"), "w", encoding="utf-8") as f:
        json.dump(dict(best=best["form"], found=found), f, indent=1)
    print("best:", best["form"])
