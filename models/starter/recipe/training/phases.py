"""The five phases. Each is a function of the Trainer; together they make the model."""
import time

import torch
import torch.nn.functional as F

from sampling import pairs_sheet
from training import captions
from training.losses import diffusion_loss, info_nce, vae_loss
from training.sheets import sheet_on_the_way
from training.store import Store, small, to_float
from training.trainer import Patience


def timesteps(n, even, device):
    """A share evenly, the others round the high noise levels, where it is decided what is drawn and how it is shaped."""
    flat, high = torch.rand(n, device=device), (.75 + .2 * torch.randn(n, device=device)).clamp(0, .9999)
    return (torch.where(torch.rand(n, device=device) < even, flat, high) * 1000).long().clamp(max=999)


# ---- text and image towers ----------------------------------------------------------------------------------------

def contrast(t, train_text):
    cfg, text, vision = t.budget["clip"], t.networks["text"], t.networks["vision"]
    text.text_model.requires_grad_(train_text)
    text.text_projection.requires_grad_(True)
    vision.requires_grad_(True)

    def step():
        rows = t.store.small.draw(cfg["batch"])
        ids = captions.cut(t.store.tokens(t.store.small.rows["ids"][rows], cfg["georgian"]), t.tokenizer.eos, .05)
        with t.autocast():
            with torch.set_grad_enabled(train_text):
                pooled = text(ids)[1]
            image = vision(to_float(t.store.small.rows["images"][rows]))
            return info_nce(image, text.text_projection(pooled), t.log_scale), len(rows)
    params = [p for p in [*text.parameters(), *vision.parameters()] if p.requires_grad] + [t.log_scale]
    t.loop([(params, cfg["rate"] * (1 if train_text else .3))], step, .3, lambda _: t.store.pull())
    return retrieval(t)


@torch.no_grad()
def retrieval(t):
    """Share of held-out scenes whose English caption finds its own picture first, and among the first five."""
    if t.rank:
        return None
    images = small(t.held[0], t.budget["vision"]["image"]).to(t.device)
    i = F.normalize(t.networks["vision"](to_float(images)), dim=1)
    c = F.normalize(t.networks["text"](t.held[1][:, 0].long())[2], dim=1)
    best = (c @ i.t()).argsort(1, descending=True)
    own = torch.arange(len(best), device=t.device)[:, None]
    return [round(float((best[:, :k] == own).any(1).float().mean()), 3) for k in (1, 5)]


def clip(t):
    t.wait_for(t.budget["first"])
    t.note(retrieval=contrast(t, True))


def align(t):
    """The text tower has moved with the UNet: the image tower and both projections follow it."""
    t.wait_for(min(t.budget["first"], 4 * t.budget["clip"]["batch"]))
    t.note(aligned_retrieval=contrast(t, False))
    if t.ema:
        t.ema["text"].load_state_dict(t.networks["text"].state_dict())


# ---- autoencoder --------------------------------------------------------------------------------------------------

def autoencoder(t):
    cfg, vae = t.budget["autoencoder_train"], t.networks["vae"]
    t.wait_for(t.budget["first"])
    progress_now = [0.]

    def step():
        full = progress_now[0] > 1 - cfg["full"]
        ring = t.store.pictures[t.store.shape(t.store.pictures)]
        x = ring.rows["images"][ring.draw(cfg["full_batch"] if full else cfg["batch"])]
        if not full:
            c = cfg["crop"]
            i, j = (int(torch.randint(0, n - c + 1, ())) if n > c else 0 for n in x.shape[1:3])
            x = x[:, i:i + c, j:j + c]
        x = to_float(x)
        noise = torch.randn(len(x), 4, x.shape[2] // 8, x.shape[3] // 8, device=t.device)
        with t.autocast():
            y, mean, logvar = vae(x, noise)
        return vae_loss(y, x, mean, logvar, cfg["kl"]), len(x)

    def every(progress):
        progress_now[0] = progress
        t.store.pull()
    t.loop([(vae.parameters(), cfg["rate"])], step, .4, every)
    fold(t)


@torch.no_grad()
def fold(t):
    """Latents get mean 0 and deviation 1 per channel; all lanes the same, from the first one's scenes."""
    vae, z = t.networks["vae"], []
    ring = max(t.store.pictures.values(), key=lambda r: r.n)
    for i in range(0, min(ring.n, 640), 16):
        z.append(vae.encode(to_float(ring.rows["images"][i:i + 16]))[:, :4])
    z = torch.cat(z)
    both = torch.stack([z.mean((0, 2, 3)), z.std((0, 2, 3))])
    if t.lanes > 1:
        torch.distributed.broadcast(both, 0)
    vae.normalise(both[0], both[1])
    show_autoencoder(t, "autoencoder")


def show_autoencoder(t, name):
    if t.rank == 0:
        psnr, x, y = t.reconstruct()
        t.note(**{f"{name}_psnr": round(psnr, 2)})
        pairs_sheet(x[:32], y[:32], f"{t.a.out}/autoencoder.jpg")


def decoder(t):
    """The decoder alone, on latents with a little noise, as a sampler leaves them; the encoder and so the latents stay."""
    cfg, vae = t.budget["decoder"], t.networks["vae"]
    vae.encoder.requires_grad_(False), vae.quant_conv.requires_grad_(False)
    params = [*vae.decoder.parameters(), *vae.post_quant_conv.parameters()]
    for p in params:
        p.requires_grad_(True)
    zero = torch.zeros(1, device=t.device)
    t.store.encoder, t.store.waiting = None, []
    if not t.store.pictures:
        t.store = Store(t.budget, t.device, t.store.reader)
    t.store.seen = 0
    t.wait_for(t.budget["pull"] + 2 * cfg["batch"])

    def step():
        ring = t.store.pictures[t.store.shape(t.store.pictures)]
        x = to_float(ring.rows["images"][ring.draw(cfg["batch"])])
        with t.autocast():
            with torch.no_grad():
                z = vae.encode(x)[:, :4].float()
            y = vae.decode(z + cfg["noise"] * torch.randn_like(z))
        return vae_loss(y, x, zero, zero, 0.), len(x)
    t.loop([(params, cfg["rate"])], step, .2, lambda _: t.store.pull())
    show_autoencoder(t, "decoder")


# ---- UNet ---------------------------------------------------------------------------------------------------------

def encoder_of(t):
    vae = t.networks["vae"]
    vae.requires_grad_(False)

    def encode(x):
        with t.autocast():
            return vae.encode(x)[:, :4].float()
    return encode


def fill(t):
    """Latents for the first steps; the rest follows between steps."""
    path = f"{t.a.out}/latents-{t.rank}.npz"
    kept = t.device.type == "cpu"
    if kept and t.state["used"] > 0:
        try:
            t.store.load(path)
        except OSError:
            pass
    patience = Patience()
    while t.store.encoded() < min(t.budget["first"], t.budget["latents"]):
        patience.after(t.store.encode_waiting() or t.store.pull())
    return path if kept else None


def unet(t):
    cfg, network, text = t.budget["unet_train"], t.networks["unet"], t.networks["text"]
    network.requires_grad_(True), text.text_model.requires_grad_(True), text.text_projection.requires_grad_(False)
    t.store.freeze(encoder_of(t))
    keep = fill(t)
    if t.ema is None:
        t.make_ema()
    call = torch.compile(network, dynamic=False) if t.speed.get("compile") else network
    empty = torch.tensor(t.tokenizer.encode(""), device=t.device)
    clock = dict(began=time.time(), encoding=0., kept=time.time())
    sheets = [.08, .25, .5, .75]

    def step():
        ring = t.store.latents[t.store.shape(t.store.latents)]
        rows = ring.draw(cfg["batch"])
        ids = t.store.tokens(ring.rows["ids"][rows], cfg["georgian"])
        ids = torch.where(torch.rand(len(ids), 1, device=t.device) < cfg["dropout"], empty, ids)
        ids = captions.cut(ids, t.tokenizer.eos, cfg["long"])
        x = ring.rows["latents"][rows].float()
        if t.speed.get("channels_last"):
            x = x.contiguous(memory_format=torch.channels_last)
        with t.autocast():
            loss = diffusion_loss(call, t.schedule, x, text(ids)[0], timesteps(len(x), cfg["even"], t.device), torch.randn_like(x))
        return loss, len(x)

    def every(progress):
        t.average(cfg["ema"])
        now = time.time()
        if clock["encoding"] < t.budget["encode_share"] * (now - clock["began"]) and (t.store.encode_waiting() or t.store.pull()):
            if t.device.type == "cuda":
                torch.cuda.synchronize()        # so that the share counts the work, not its launch
            clock["encoding"] += time.time() - now
            if keep and now - clock["kept"] > 300:
                t.store.save(keep)
                clock["kept"] = time.time()
        while sheets and progress >= sheets[0]:
            share = sheets.pop(0)
            if t.rank == 0:
                sheet_on_the_way(t, f"sheet-{round(share * 100):02d}.jpg")
    while sheets and t.state["used"] / max(1., t.seconds()) >= sheets[0]:
        sheets.pop(0)
    t.loop([(network.parameters(), cfg["rate"]), (text.text_model.parameters(), cfg["rate"] * cfg["text_share"])], step, cfg["decay_from"], every)
    network.load_state_dict(t.ema["unet"].state_dict())
    projection = text.text_projection.weight.data.clone()
    text.load_state_dict(t.ema["text"].state_dict())
    text.text_projection.weight.data.copy_(projection)
    if t.rank == 0:
        sheet_on_the_way(t, "sheet-99.jpg")
