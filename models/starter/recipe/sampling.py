"""Sampling with v-prediction and trailing time steps (DDIM, or DPM-Solver++ 2M), and labelled sheets of pictures."""
import math
import textwrap

import torch
from PIL import Image, ImageDraw, ImageFont

from training.losses import Schedule


def trailing(steps):
    return [int(round(Schedule.STEPS - i * Schedule.STEPS / steps)) - 1 for i in range(steps)]


def starting_noise(count, seed, size, device):
    """The noise of item i depends on seed + i only. size: (width, height) of the latents."""
    rows = [torch.randn(4, size[1], size[0], generator=torch.Generator().manual_seed(seed + i)) for i in range(count)]
    return torch.stack(rows).to(device)


@torch.no_grad()
def sample(unet, context, empty, steps=20, guidance=5., seed=0, size=(32, 32), second_order=False):
    """context [n,77,width], empty [1,77,width] -> latents. second_order: DPM-Solver++ (2M) of Lu et al. 2022, in place of DDIM."""
    schedule, n = Schedule(context.device), len(context)
    x = starting_noise(n, seed, size, context.device)
    both, times, before = torch.cat([empty.expand(n, -1, -1), context]), trailing(steps), None
    for k, t in enumerate(times):
        u, c = unet(torch.cat([x, x]), torch.tensor([t], device=x.device), both).float().chunk(2)
        v = u + guidance * (c - u)
        a, b = schedule.alpha_bar[t], schedule.alpha_bar[times[k + 1]] if k + 1 < steps else torch.ones((), device=x.device)
        clean, noise = a.sqrt() * x - (1 - a).sqrt() * v, a.sqrt() * v + (1 - a).sqrt() * x
        best = clean
        if second_order and before is not None and 0 < k < steps - 1:
            def half_log_snr(p):
                return .5 * math.log(float(p) / max(1e-9, 1 - float(p)))
            h, h0 = half_log_snr(b) - half_log_snr(a), half_log_snr(a) - half_log_snr(schedule.alpha_bar[times[k - 1]].clamp_min(1e-9))
            best = clean + (clean - before) * h / (2 * h0)
            x = ((1 - b) / (1 - a)).sqrt() * x + b.sqrt() * (1 - math.exp(-h)) * best
        else:
            x = b.sqrt() * clean + (1 - b).sqrt() * noise
        before = clean
    return x


@torch.no_grad()
def draw(models, tokenizer, prompts, steps=20, guidance=5., seed=0, batch=16, size=(256, 256), second_order=False):
    """PIL pictures, one a prompt; size in pixels."""
    device = next(models["unet"].parameters()).device
    empty = models["text"](torch.tensor([tokenizer.encode("")], device=device))[0].float()
    out = []
    for i in range(0, len(prompts), batch):
        ids = torch.tensor([tokenizer.encode(p) for p in prompts[i:i + batch]], device=device)
        z = sample(models["unet"], models["text"](ids)[0].float(), empty, steps, guidance, seed + i, (size[0] // 8, size[1] // 8), second_order)
        y = models["vae"].decode(z).float().clamp(-1, 1).add(1).mul(127.5).round().byte().cpu()
        out += [Image.fromarray(p) for p in y.permute(0, 2, 3, 1).numpy()]
    return out


def read_prompts(path):
    """Lines of a file, without comments and empty ones."""
    with open(path, encoding="utf-8") as f:
        return [s for s in map(str.strip, f) if s and not s.startswith("#")]


def font(size=10):
    """One that has Georgian letters, where there is one."""
    try:
        return ImageFont.truetype("DejaVuSans.ttf", size)
    except OSError:
        return ImageFont.load_default()


def sheet(images, labels, path, columns=6, cell=132, lines=1):
    """The pictures in rows, each with its prompt below."""
    rows, foot = (len(images) + columns - 1) // columns, 13 * lines + 3
    page = Image.new("RGB", (columns * cell, rows * (cell + foot)), "white")
    pen, letters = ImageDraw.Draw(page), font()
    for i, (im, label) in enumerate(zip(images, labels)):
        x, y = i % columns * cell, i // columns * (cell + foot)
        k = (cell - 4) / max(im.size)
        page.paste(im.resize((round(im.width * k), round(im.height * k)), Image.LANCZOS), (x, y))
        for j, part in enumerate(textwrap.wrap(label, cell // 6)[:lines]):
            pen.text((x + 1, y + cell - 3 + 13 * j), part, fill="black", font=letters)
    page.save(path, quality=85)


def pairs_sheet(x, y, path, columns=8):
    """Pictures and their reconstructions side by side. x, y: [n,3,h,w] in -1..1"""
    both = torch.stack([x[:len(y)], y], 1).flatten(0, 1).clamp(-1, 1).add(1).mul(127.5).round().byte().permute(0, 2, 3, 1).numpy()
    sheet([Image.fromarray(p) for p in both], [""] * len(both), path, columns, both.shape[1] + 4, 0)
