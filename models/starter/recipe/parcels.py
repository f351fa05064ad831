"""A checkpoint's weights in half precision, cut into files small enough to be sent, and put together again.

    python parcels.py pack --run run --out parcels [--size 15]       # averaged weights only; MiB a file
    python parcels.py unpack --parcels parcels --out run             # a checkpoint to export, or to train on from

One text file, parcels.json, says what belongs together.
"""
import argparse
import hashlib
import io
import json
import os

import torch

import budgets
import checkpoints


def pack(run, out, size):
    """Returns the paths written."""
    models, notes = checkpoints.load(run)
    blob = io.BytesIO()
    torch.save({k: {n: v.half() if v.is_floating_point() else v for n, v in m.state_dict().items()} for k, m in models.items()}, blob)
    data, paths = blob.getvalue(), []
    os.makedirs(out, exist_ok=True)
    for i in range(0, len(data), size):
        paths.append(os.path.join(out, f"weights-{i // size:02d}.bin"))
        with open(paths[-1], "wb") as f:
            f.write(data[i:i + size])
    with open(os.path.join(out, "parcels.json"), "w", encoding="utf-8") as f:
        json.dump(dict(budget=notes["budget"], files=[os.path.basename(p) for p in paths], bytes=len(data),
                       sha256=hashlib.sha256(data).hexdigest(), notes=notes), f, indent=1)
    return paths


def unpack(folder, out, phase):
    with open(os.path.join(folder, "parcels.json"), encoding="utf-8") as f:
        index = json.load(f)
    data = b""
    for name in index["files"]:
        with open(os.path.join(folder, name), "rb") as f:
            data += f.read()
    if hashlib.sha256(data).hexdigest() != index["sha256"]:
        raise SystemExit("The parcels do not belong together: fetch them again.")
    weights = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    models = budgets.networks(budgets.BUDGETS[index["budget"]], len(weights["text"]["text_model.embeddings.token_embedding.weight"]))
    for k, m in models.items():
        m.load_state_dict({n: v.float() if v.is_floating_point() else v for n, v in weights[k].items()})
    os.makedirs(out, exist_ok=True)
    checkpoints.start(models, index["budget"], os.path.join(out, "checkpoint.pt"), phase, index["notes"])
    return index


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("what", choices=("pack", "unpack"))
    a.add_argument("--run", default="run")
    a.add_argument("--parcels", default="parcels")
    a.add_argument("--out", required=True)
    a.add_argument("--size", type=float, default=15., help="MiB")
    a.add_argument("--phase", type=int, default=5, help="unpack: the phase that training goes on with (2: UNet, 5: none, for export)")
    a = a.parse_args()
    if a.what == "pack":
        for path in pack(a.run, a.out, int(a.size * 2 ** 20)):
            print(path, f"{os.path.getsize(path) / 2 ** 20:.1f} MiB")
    else:
        print({k: v for k, v in unpack(a.parcels, a.out, a.phase).items() if k != "files"})
