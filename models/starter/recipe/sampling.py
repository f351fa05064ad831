"""DDIM sampling with v-prediction and trailing timesteps, and labelled contact sheets."""
import textwrap

import torch
from PIL import Image, ImageDraw, ImageFont

from losses import Schedule


def trailing(steps):
    return [int(round(Schedule.STEPS - i * Schedule.STEPS / steps)) - 1 for i in range(steps)]


@torch.no_grad()
def ddim(unet, context, empty, steps=20, guidance=5., seed=0, size=16):
    """context [n,77,width], empty [1,77,width] -> latents. The noise of item i depends on seed + i only."""
    schedule, n = Schedule(), len(context)
    x = torch.stack([torch.randn(4, size, size, generator=torch.Generator().manual_seed(seed + i)) for i in range(n)])
    both, times = torch.cat([empty.expand(n, -1, -1), context]), trailing(steps)
    for k, t in enumerate(times):
        u, c = unet(torch.cat([x, x]), torch.tensor([t]), both).float().chunk(2)
        v = u + guidance * (c - u)
        a = schedule.alpha_bar[t]
        b = schedule.alpha_bar[times[k + 1]] if k + 1 < steps else torch.ones_like(a)
        clean, noise = a.sqrt() * x - (1 - a).sqrt() * v, a.sqrt() * v + (1 - a).sqrt() * x
        x = b.sqrt() * clean + (1 - b).sqrt() * noise
    return x


@torch.no_grad()
def draw(models, tokenizer, prompts, steps=20, guidance=5., seed=0, batch=16):
    empty = models["text"](torch.tensor([tokenizer.encode("")]))[0]
    out = []
    for i in range(0, len(prompts), batch):
        ids = torch.tensor([tokenizer.encode(p) for p in prompts[i:i + batch]])
        z = ddim(models["unet"], models["text"](ids)[0], empty, steps, guidance, seed + i)
        y = models["vae"].decode(z).float().clamp(-1, 1).add(1).mul(127.5).round().byte()
        out += [Image.fromarray(p) for p in y.permute(0, 2, 3, 1).numpy()]
    return out


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
        page.paste(im.resize((cell - 4, cell - 4), Image.LANCZOS), (x, y))
        for k, line in enumerate(textwrap.wrap(label, cell // 6)[:lines]):
            pen.text((x + 1, y + cell - 3 + 13 * k), line, fill="black", font=letters)
    page.save(path, quality=88)
