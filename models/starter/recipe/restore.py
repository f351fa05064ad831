"""Makes a checkpoint out of an exported model folder, so that training can go on from the ONNX files alone.

    python restore.py --model .. --budget cpu --out run

The averages and the optimiser start anew; the weights are those of the export (half precision).
"""
import argparse
import os

import numpy as np
import torch

import budgets
import checkpoints
from export import PARTS


def weights(path):
    """name -> tensor, for the initializers that carry a network's own name."""
    import onnx
    from onnx import numpy_helper
    out = {}
    for init in onnx.load(path).graph.initializer:
        name, value = init.name.removesuffix("_fp16"), numpy_helper.to_array(init).astype(np.float32)
        if name.endswith("^T"):
            value = value.T
        if name.endswith("^C"):
            value = value.reshape(-1)
        out[name.split("^")[0]] = torch.from_numpy(np.ascontiguousarray(value))
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
    for part, key in PARTS.items():
        found[key].update(weights(os.path.join(folder, part, "model.onnx")))
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
