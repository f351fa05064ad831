"""Reads the trained networks from a checkpoint, for drawing and for export."""
import os

import torch

import budgets


def load(path, vocabulary=4096, device="cpu"):
    """(dict of text, unet, vae, vision; notes) of a checkpoint file or its folder. Averaged weights; what is not trained yet stays as it was made."""
    if os.path.isdir(path):
        path = os.path.join(path, "checkpoint.pt")
    saved = torch.load(path, map_location="cpu", weights_only=False)
    models = budgets.networks(budgets.BUDGETS[saved["budget"]], vocabulary)
    for k, m in models.items():
        m.load_state_dict(saved["networks"][k])
    if saved["ema"]:
        projection = models["text"].text_projection.weight.data.clone()     # aligned after the averages were taken
        models["unet"].load_state_dict(saved["ema"]["unet"]), models["text"].load_state_dict(saved["ema"]["text"])
        models["text"].text_projection.weight.data.copy_(projection)
    for m in models.values():
        m.to(device).eval().requires_grad_(False)
    state = saved["state"]
    return models, dict(state["notes"], budget=saved["budget"], seconds=round(state["spent"]) or state["notes"].get("seconds"))


def start(models, budget, path, phase, notes=None):
    """Writes a checkpoint from which training begins at `phase` (0..5) with these networks."""
    state = dict(phase=phase, used=0., spent=0., step=0, samples=0, seen=0, next_shard=0, notes=notes or {})
    torch.save(dict(state=state, budget=budget, networks={k: m.state_dict() for k, m in models.items()}, log_scale=torch.tensor(3.5),
                    ema=None, optimizer=None), path)
