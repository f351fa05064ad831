"""Trains the model in a given time: towers, autoencoder, UNet, decoder, alignment. The same command goes on where it stopped.

    python train.py --budget cpu --minutes 150 --out run
    python train.py --budget gpu --minutes 23 --out run --device cuda
    python train.py --budget toy --minutes 1 --out run

Keeps in the output folder: checkpoint.pt, log.txt, sheets. It starts render.py itself.
"""
import argparse
import os
import shutil
import signal
import subprocess
import sys

import torch
import torch.multiprocessing as mp

import budgets
from training import phases
from training.trainer import PHASES, Trainer

HERE = os.path.dirname(os.path.abspath(__file__))


def work(rank, a):
    """One lane, through all phases that are left."""
    t = Trainer(a, rank)
    while t.state["phase"] < len(PHASES):
        getattr(phases, PHASES[t.state["phase"]])(t)
        if t.device.type == "cuda":
            t.log(f"peak memory {torch.cuda.max_memory_allocated() / 2 ** 30:.1f} GiB")
        t.next_phase()
        if a.stop_after == PHASES[t.state["phase"] - 1]:
            break
    t.log("all phases done" if t.state["phase"] == len(PHASES) else "stopped as asked")


def renderer(a, budget):
    """Starts the rendering processes; they end with this one."""
    start = 0
    path = os.path.join(a.out, "checkpoint.pt")
    if os.path.exists(path):
        start = torch.load(path, map_location="cpu", weights_only=False)["state"]["next_shard"]
    shapes = ",".join(f"{w}:{h}:{share}" for w, h, share in budget["shapes"])
    return subprocess.Popen([sys.executable, os.path.join(HERE, "render.py"), "--out", a.scenes, "--world", budget["world"], "--shapes", shapes,
                             "--start", str(start), "--shard", str(budget["shard"]), "--pending", str(budget["pending"]),
                             "--workers", str(a.workers or budget["workers"]), "--tokenizer", a.tokenizer])


def arguments():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--budget", choices=budgets.BUDGETS, default="cpu")
    a.add_argument("--device", default="cpu")
    a.add_argument("--minutes", type=float, default=150, help="for all phases together, over all starts")
    a.add_argument("--out", default="run")
    a.add_argument("--scenes", help="folder for shards on their way (default: scenes in the output folder); memory-backed is best")
    a.add_argument("--tokenizer", default=os.path.join(HERE, "..", "tokenizer"))
    a.add_argument("--prompts", help="file with prompts for the sheets on the way")
    a.add_argument("--workers", type=int, help="rendering processes")
    a.add_argument("--lanes", type=int, help="processes that train together on processor cores")
    a.add_argument("--stop-after", choices=PHASES)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--port", type=int, default=29601)
    a = a.parse_args()
    a.scenes = a.scenes or os.path.join(a.out, "scenes")
    a.lanes = (a.lanes or budgets.BUDGETS[a.budget]["lanes"]) if a.device == "cpu" else 1
    return a


def main():
    a = arguments()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")     # a second pool of threads halves the speed
    budget = budgets.BUDGETS[a.budget]
    os.makedirs(a.out, exist_ok=True)
    shutil.rmtree(a.scenes, ignore_errors=True)
    os.makedirs(a.scenes)
    crew = renderer(a, budget)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        mp.spawn(work, (a,), a.lanes) if a.lanes > 1 else work(0, a)
    finally:
        crew.terminate()
        crew.wait()
        shutil.rmtree(a.scenes, ignore_errors=True)


if __name__ == "__main__":
    main()
