"""Scenes on the training device: as pictures until the autoencoder is done, then as latents. Each picture shape has a pool of its own."""
import glob
import os
import queue
import threading

import numpy as np
import torch
import torch.nn.functional as F


def to_float(images):
    """uint8 [n,h,w,3] -> float [n,3,h,w] in -1..1"""
    return images.permute(0, 3, 1, 2).float().div_(127.5).sub_(1)


def small(images, side):
    """uint8 squares, reduced to side x side by area"""
    x = F.interpolate(images.permute(0, 3, 1, 2).float(), size=(side, side), mode="area")
    return x.round_().permute(0, 2, 3, 1).to(torch.uint8)


class Ring:
    """Rows in step over several tensors; when it is full the oldest make room."""

    def __init__(self, capacity, device, **rows):
        self.capacity, self.n, self.at = capacity, 0, 0
        self.rows = {k: torch.empty((capacity, *shape), dtype=dtype, device=device) for k, (shape, dtype) in rows.items()}

    def add(self, **rows):
        count = len(next(iter(rows.values())))
        for start in range(0, count, self.capacity):
            part = {k: v[start:start + self.capacity] for k, v in rows.items()}
            n = len(next(iter(part.values())))
            first = min(n, self.capacity - self.at)
            for k, v in part.items():
                self.rows[k][self.at:self.at + first] = v[:first]
                self.rows[k][:n - first] = v[first:]
            self.at, self.n = (self.at + n) % self.capacity, min(self.capacity, self.n + n)

    def draw(self, count):
        """Row numbers, evenly."""
        return torch.randint(0, self.n, (count,), device=next(iter(self.rows.values())).device)


class Reader:
    """Takes finished shards from a folder and deletes them. Several readers may share one: a shard belongs to whoever renames it first."""

    def __init__(self, folder, rank, threaded, keys=("images", "ids")):
        self.folder, self.rank, self.last, self.ended = folder, rank, -1, False
        self.queue, self.keys = queue.Queue(3), keys
        if threaded:
            threading.Thread(target=self._work, daemon=True).start()
        self.threaded = threaded

    def _next(self):
        for path in sorted(glob.glob(os.path.join(self.folder, "*.npz"))):
            mine = f"{path}.{self.rank}"
            try:
                os.rename(path, mine)
            except FileNotFoundError:
                continue
            with np.load(mine) as f:
                out = {k: f[k] for k in self.keys}
            os.remove(mine)
            self.last = max(self.last, int(os.path.basename(path).split("-")[0]))
            return out
        return None

    def _work(self):
        while not self.ended:
            found = self._next()
            if found:
                self.queue.put(found)
            else:
                threading.Event().wait(.05)

    def get(self):
        """A shard, or None if none is ready."""
        if not self.threaded:
            return self._next()
        try:
            return self.queue.get_nowait()
        except queue.Empty:
            return None


class Store:
    """pictures, latents: {(h, w): Ring}; small: Ring of square scenes for the image tower. seen counts the scenes."""

    def __init__(self, budget, device, reader):
        self.budget, self.device, self.reader, self.seen, self.encoder, self.waiting = budget, device, reader, 0, None, []
        side = budget["vision"]["image"]
        self.small = Ring(budget["small"], device, images=((side, side, 3), torch.uint8), ids=((2, 77), torch.int16))
        self.pictures, self.latents = {}, {}
        for w, h, share in budget["shapes"]:
            self.pictures[h, w] = Ring(max(2, int(budget["pictures"] * share)), device, images=((h, w, 3), torch.uint8), ids=((2, 77), torch.int16))
            self.latents[h, w] = Ring(max(2, int(budget["latents"] * share)), device, latents=((4, h // 8, w // 8), torch.float16), ids=((2, 77), torch.int16))
        self.shares = {(h, w): share for w, h, share in budget["shapes"]}

    def pull(self):
        """Takes one shard if there is one, and if more scenes are wanted: where rendering and training share the cores, enough is
        enough. Returns how many scenes."""
        enough = self.budget.get("enough", {}).get("latents" if self.encoder else "pictures")
        if enough and self.seen >= enough:
            return 0
        shard = self.reader.get()
        if shard is None:
            return 0
        images = torch.from_numpy(shard["images"]).to(self.device)
        ids = torch.from_numpy(shard["ids"].astype(np.int16)).to(self.device)
        shape = tuple(images.shape[1:3])
        if shape[0] == shape[1]:
            self.small.add(images=small(images, self.budget["vision"]["image"]), ids=ids)
        if self.encoder:
            self.encode(shape, images, ids)
        else:
            self.pictures[shape].add(images=images, ids=ids)
        self.seen += len(images)
        return len(images)

    def encode(self, shape, images, ids, chunk=250):
        with torch.no_grad():
            for i in range(0, len(images), chunk):
                z = self.encoder(to_float(images[i:i + chunk]))
                self.latents[shape].add(latents=z.to(torch.float16), ids=ids[i:i + chunk])

    def freeze(self, encoder):
        """From now on scenes become latents; those that are here as pictures wait for encode_waiting."""
        self.encoder = encoder
        self.waiting = [(shape, ring, i) for shape, ring in self.pictures.items() for i in range(0, ring.n, self.budget["pull"])]

    def encode_waiting(self):
        """Some of the waiting pictures. Returns how many."""
        if not self.waiting:
            return 0
        shape, ring, i = self.waiting.pop(0)
        j = min(ring.n, i + self.budget["pull"])
        self.encode(shape, ring.rows["images"][i:j], ring.rows["ids"][i:j])
        if not self.waiting:
            self.pictures.clear()       # their memory is wanted for latents
        return j - i

    def encoded(self):
        return sum(r.n for r in self.latents.values())

    def shape(self, rings):
        """One of the shapes that have scenes, by share."""
        ready = [s for s in rings if rings[s].n > 1]
        weights = torch.tensor([self.shares[s] for s in ready])
        return ready[int(torch.multinomial(weights, 1))]

    def tokens(self, ids, georgian):
        """Of each pair of captions the Georgian one with that chance."""
        pick = (torch.rand(len(ids), device=ids.device) < georgian).long()
        return ids[torch.arange(len(ids), device=ids.device), pick].long()

    def save(self, path):
        """Latents, so that a later start need not encode again (for small budgets)."""
        with open(path + ".tmp", "wb") as f:
            np.savez(f, **{f"{k}-{h}x{w}": r.rows[k][:r.n].cpu().numpy() for (h, w), r in self.latents.items() for k in ("latents", "ids")})
        os.replace(path + ".tmp", path)

    def load(self, path):
        with np.load(path) as f:
            for (h, w), ring in self.latents.items():
                ring.add(**{k: torch.from_numpy(f[f"{k}-{h}x{w}"]).to(self.device) for k in ("latents", "ids")})
