"""Makes checkpoints out of an exported model folder, so that training can go on from the ONNX files alone.

    python restore.py --model model --out run

The averages and the optimiser start anew; the weights are those of the export (half precision).
"""
import argparse
import os

import numpy as np
import torch

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


def restore(folder):
    models, _ = checkpoints.load("", 4096)
    found = {k: {} for k in models}
    for part, key in PARTS.items():
        found[key].update(weights(os.path.join(folder, part, "model.onnx")))
    missing = {k: fill(m, found[k]) for k, m in models.items()}
    return models, {k: v for k, v in missing.items() if v}


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--model", default="..")
    a.add_argument("--out", default="run")
    a = a.parse_args()
    models, missing = restore(a.model)
    if missing:
        print("not in the files, left as they start:", missing)
    os.makedirs(a.out, exist_ok=True)
    state = {k: m.state_dict() for k, m in models.items()}
    fresh = dict(used=0., step=0)
    torch.save(dict(model=state["vae"], optimizer=None, state=dict(fresh, done=True)), os.path.join(a.out, "autoencoder.pt"))
    torch.save(dict(text=state["text"], vision=state["vision"], retrieval=[], pairs=0), os.path.join(a.out, "clip.pt"))
    torch.save(dict(unet=state["unet"], text=state["text"], ema=dict(unet=state["unet"], text=state["text"]), optimizer=None,
                    state=dict(fresh, samples=0)), os.path.join(a.out, "unet.pt"))
