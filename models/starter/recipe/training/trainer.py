"""What all phases share: networks on their device, the clock, steps, averages, checkpoints, the log."""
import contextlib
import copy
import json
import os
import time

import torch

import budgets
import render
from nets.tokenizer import Tokenizer
from scenes import sprites, world
from training import lanes
from training.losses import Schedule
from training.store import Reader, Store, to_float

PHASES = ("clip", "autoencoder", "unet", "decoder", "align")


class Patience:
    """Waits for scenes, but not for ever: without the processes that draw them there is nothing to wait for."""

    def __init__(self, seconds=120):
        self.seconds, self.last = seconds, time.time()

    def after(self, came):
        if came:
            self.last = time.time()
        elif time.time() - self.last > self.seconds:
            raise RuntimeError(f"No scenes came for {self.seconds} seconds: is render.py running?")
        else:
            time.sleep(.05)


class Trainer:
    def __init__(self, a, rank):
        self.a, self.rank, self.budget = a, rank, budgets.BUDGETS[a.budget]
        self.lanes = a.lanes
        lanes.start(rank, self.lanes, a.port)
        self.device, self.began = torch.device(a.device), time.time()
        self.logfile = open(os.path.join(a.out, "log.txt"), "a", encoding="utf-8", buffering=1)
        self.tokenizer = Tokenizer.load(a.tokenizer)
        self.path = os.path.join(a.out, "checkpoint.pt")
        torch.manual_seed(a.seed)
        self.networks = budgets.networks(self.budget, len(self.tokenizer))
        self.log_scale = torch.nn.Parameter(torch.tensor(2.66))
        self.state = dict(phase=0, used=0., spent=0., step=0, samples=0, seen=0, next_shard=0, notes={})
        self.ema, self.optimizer, self.saved_optimizer = None, None, None
        saved = torch.load(self.path, map_location="cpu", weights_only=False) if os.path.exists(self.path) else None
        if saved:
            self.restore(saved)
        for m in [*self.networks.values(), *(self.ema or {}).values()]:
            m.to(self.device)
        self.log_scale.data = self.log_scale.data.to(self.device)
        if self.device.type == "cuda":
            torch.backends.cudnn.benchmark = True
            torch.set_float32_matmul_precision("high")
        self.speed = self.read_speed()
        if self.speed.get("channels_last"):
            self.networks["unet"].to(memory_format=torch.channels_last)
            self.networks["vae"].to(memory_format=torch.channels_last)
        self.schedule, self.spent_before = Schedule(self.device), self.state["spent"]
        torch.manual_seed(a.seed * 1000 + self.state["step"] * 10 + rank)
        self.store = Store(self.budget, self.device, Reader(a.scenes, rank, self.device.type != "cpu"))
        self.held = self.hold_out()
        self.shown = self.saved = time.time()
        self.log(f"{'goes on' if saved else 'begins'}: {PHASES[self.state['phase']] if self.state['phase'] < 5 else 'done'} on {a.device}, "
                 f"parameters {({k: sum(p.numel() for p in m.parameters()) for k, m in self.networks.items()})}, speed {self.speed}")

    # -- small things
    def restore(self, saved):
        self.state = saved["state"]
        for k, m in self.networks.items():
            m.load_state_dict(saved["networks"][k])
        self.log_scale.data.copy_(saved["log_scale"])
        if saved["ema"]:
            self.make_ema()
            for k, m in self.ema.items():
                m.load_state_dict(saved["ema"][k])
        self.saved_optimizer = saved["optimizer"]

    def read_speed(self):
        """What speed_trial.py found to be fastest on this machine."""
        try:
            with open(os.path.join(self.a.out, "speed.json"), encoding="utf-8") as f:
                return json.load(f)["best"]
        except OSError:
            return {}

    def hold_out(self):
        """Square scenes that are never trained on: (images, ids) on the device."""
        size = max(s[:2] for s in self.budget["shapes"] if s[0] == s[1])
        count = self.budget["holdout"] if self.rank == 0 else 2
        images, ids, *_ = render.held_out(count, world.make(self.budget["world"], sprites.FOLDER), size, self.tokenizer)
        return torch.from_numpy(images), torch.from_numpy(ids.astype("int16")).to(self.device)

    def autocast(self):
        return torch.autocast(self.device.type, torch.bfloat16)

    def spent(self):
        return self.spent_before + time.time() - self.began

    def log(self, text):
        if self.rank == 0:
            line = f"{self.spent():8.1f} {text}"
            print(line, flush=True)
            self.logfile.write(line + "\n")

    def note(self, **values):
        self.state["notes"].update(values)
        self.log(str(values))

    def make_ema(self):
        self.ema = {k: copy.deepcopy(self.networks[k]).eval().requires_grad_(False) for k in ("unet", "text")}

    @torch.no_grad()
    def average(self, decay):
        decay = min(decay, (1 + self.state["step"]) / (10 + self.state["step"]))
        for k, m in self.ema.items():
            averages = list(m.parameters())
            torch._foreach_mul_(averages, decay)
            torch._foreach_add_(averages, list(self.networks[k].parameters()), alpha=1 - decay)

    def save(self):
        self.saved = time.time()
        self.state.update(spent=self.spent(), next_shard=max(self.state["next_shard"], self.store.reader.last + 1))
        if self.rank:
            return
        state = {k: m.state_dict() for k, m in self.networks.items()}
        torch.save(dict(state=self.state, budget=self.a.budget, networks=state, log_scale=self.log_scale.data,
                        ema={k: m.state_dict() for k, m in self.ema.items()} if self.ema else None,
                        optimizer=self.optimizer.state_dict() if self.optimizer else None), self.path + ".tmp")
        os.replace(self.path + ".tmp", self.path)

    # -- time
    def seconds(self):
        """Of the current phase: its share of what is left, so that a slow start takes from all phases alike."""
        shares = [self.budget["phases"][p] for p in PHASES[self.state["phase"]:]]
        left = self.a.minutes * 60 - (self.spent() - self.state["used"])
        return max(.5, left * shares[0] / sum(shares))

    def wait_for(self, count):
        """Scenes of the store; those that come meanwhile are taken in."""
        patience = Patience()
        while self.store.seen < count:
            patience.after(self.store.pull())

    def loop(self, groups, step, decay_from, every=None):
        """Runs step() -> (loss, scenes) until the phase's time is up. every(progress) is called after each step."""
        name, warmup = PHASES[self.state["phase"]], self.budget["warmup"]
        self.optimizer = lanes.adamw(groups)
        if self.saved_optimizer:
            with contextlib.suppress(ValueError):       # of other parameters: it starts anew
                self.optimizer.load_state_dict(self.saved_optimizer)
        self.saved_optimizer = None
        params = [p for g in self.optimizer.param_groups for p in g["params"]]
        clock = lanes.Clock(self.state["used"], lanes.agree(self.seconds(), self.lanes))
        self.log(f"phase {name}: {clock.budget - clock.used:.0f} s")
        total, count, scenes = torch.zeros((), device=self.device), 0, 0
        while True:
            progress = lanes.agree(clock.progress(), self.lanes)
            if progress >= 1 and count + self.state["step"] > 1:
                break
            for g in self.optimizer.param_groups:
                g["lr"] = g["peak"] * lanes.rate(progress, self.state["step"], warmup, decay_from)
            loss, n = step()
            lanes.descend(loss, params, self.optimizer, self.lanes)
            self.state.update(used=clock.now(), step=self.state["step"] + 1, samples=self.state["samples"] + n * self.lanes)
            total, count, scenes = total + loss.detach().nan_to_num(9.), count + 1, scenes + n * self.lanes
            if every:
                every(progress)
            if time.time() - self.shown > self.budget["log"]:
                self.log(f"{name} {clock.now():.0f} s step {self.state['step']} loss {float(total) / count:.4f} "
                         f"{scenes / (time.time() - self.shown):.1f}/s scenes {self.store.seen * self.lanes}")
                total, count, scenes, self.shown = torch.zeros((), device=self.device), 0, 0, time.time()
            if time.time() - self.saved > self.budget["save"]:
                self.save()
        self.note(**{name: dict(seconds=round(clock.now()), steps=self.state["step"], samples=self.state["samples"])})

    def next_phase(self):
        self.optimizer = self.saved_optimizer = None
        self.state.update(phase=self.state["phase"] + 1, used=0., step=0, samples=0)
        self.save()

    @torch.no_grad()
    def reconstruct(self, count=None):
        """(PSNR in dB, pictures, reconstructions) of the held-out scenes; on the first lane."""
        from training.losses import psnr
        vae, images = self.networks["vae"], self.held[0][:count]
        x = to_float(images)
        y = torch.cat([vae.decode(vae.encode(c.to(self.device))[:, :4]).float().cpu() for c in x.split(8)])
        return float(psnr(y, x)), x, y
