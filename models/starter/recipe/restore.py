"""Makes a checkpoint out of an exported model folder, so that training can go on from those files alone.

    python restore.py --model .. --budget cpu --out run

The averages and the optimiser start anew; the weights are those of the export (half precision).
"""
import argparse
import json
import os

import torch

import budgets
import checkpoints
from export import FIRST, PARTS, folded


def weights(path):
    """name -> tensor of 32 bits, of a safetensors file"""
    with open(path, "rb") as f:
        header = json.loads(f.read(int.from_bytes(f.read(8), "little")))
        data = bytearray(f.read())
    kinds, out = {"F16": torch.float16, "F32": torch.float32}, {}
    for name, about in header.items():
        if name != "__metadata__":
            start, end = about["data_offsets"]
            out[name] = torch.frombuffer(data[start:end], dtype=kinds[about["dtype"]]).reshape(about["shape"]).float()
    return out


def fill(network, found):
    """Puts the weights in place; returns the names of those that were not found."""
    state = network.state_dict()
    missing = [k for k in state if k not in found]
    for k in state:
        if k in found:
            state[k] = found[k].reshape(state[k].shape)
    network.load_state_dict(state)
    return missing


def restore(folder, budget):
    """(networks, {network: names of weights that were not found})"""
    models = budgets.networks(budgets.BUDGETS[budget], 4096)
    found = {k: {} for k in models}
    for part, (key, name) in PARTS.items():
        found[key].update(weights(os.path.join(folder, part, name + ".safetensors")))
    found["vae"][FIRST] = folded(found["vae"][FIRST])
    missing = {k: fill(m, found[k]) for k, m in models.items()}
    return models, {k: v for k, v in missing.items() if v}


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--model", default="..")
    a.add_argument("--budget", choices=budgets.BUDGETS, default="cpu", help="the one that the model was made with (training.json says which)")
    a.add_argument("--phase", type=int, default=2, help="the phase that training goes on with (2: UNet)")
    a.add_argument("--out", default="run")
    a = a.parse_args()
    models, missing = restore(a.model, a.budget)
    if missing:
        print("not in the files, left as they start:", missing)
    os.makedirs(a.out, exist_ok=True)
    checkpoints.start(models, a.budget, os.path.join(a.out, "checkpoint.pt"), a.phase)
