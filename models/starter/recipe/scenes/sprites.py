"""Loading, colouring and placing the drawings. Folder: environment variable SPRITES, else sprites/ beside the recipe."""
import functools
import math
import os

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

FOLDER = os.environ.get("SPRITES", os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "sprites"))
SETS = ("fluent3d", "noto", "fluentflat", "twemoji")


@functools.lru_cache(maxsize=4096)
def load(code, source):
    """A drawing, cut to its visible part; a set that lacks it is stood in for by another."""
    for s in (source, *SETS):
        for ending in ("webp", "png"):
            path = os.path.join(FOLDER, f"{code}-{s}.{ending}")
            if os.path.exists(path):
                im = Image.open(path).convert("RGBA")
                box = im.getchannel("A").point(lambda v: 255 if v > 24 else 0).getbbox()
                return im.crop(box) if box else im
    raise FileNotFoundError(f"no drawing of {code} in {FOLDER}")


@functools.lru_cache(maxsize=512)
def tinted(code, source, hue):
    """The drawing with its main colour turned to `hue` (degrees)."""
    im = load(code, source)
    alpha = im.getchannel("A")
    h, s, v = (np.asarray(c).astype(int) for c in im.convert("RGB").convert("HSV").split())
    m = (np.asarray(alpha) > 128) & (s > 60) & (v > 50)
    if not m.any():
        return im
    angle, weight = h[m] / 255 * 2 * math.pi, s[m] / 255
    main = math.atan2((np.sin(angle) * weight).sum(), (np.cos(angle) * weight).sum()) / (2 * math.pi)
    h = ((h + round((hue / 360 - main) * 255)) % 256).astype("u1")
    v = np.clip(v * (1.2 if 40 < hue < 60 else 1), 0, 255).astype("u1")
    rgb = Image.merge("HSV", [Image.fromarray(c.astype("u1")) for c in (h, s, v)]).convert("RGB")
    return Image.merge("RGBA", (*rgb.split(), alpha))


def fit(im, height, width=None):
    """At most that high and wide, proportions kept."""
    k = min(height / im.height, (width or 1.3 * height) / im.width)
    return im.resize((max(1, round(im.width * k)), max(1, round(im.height * k))), Image.LANCZOS)


def put(page, im, x, bottom, shadow=0, light=None):
    """Pastes with the middle at x and the feet at `bottom`; light multiplies the colours."""
    if shadow:
        w, h = int(im.width * .85), max(4, int(im.width * .15))
        blot = Image.new("L", (w + 12, h + 12), 0)
        ImageDraw.Draw(blot).ellipse((6, 6, w + 6, h + 6), fill=shadow)
        page.paste((12, 14, 26), (int(x - w / 2) - 6, int(bottom - h * .62) - 6), blot.filter(ImageFilter.GaussianBlur(3)))
    if light:
        rgb = ImageChops.multiply(im.convert("RGB"), Image.new("RGB", im.size, light))
        im = Image.merge("RGBA", (*rgb.split(), im.getchannel("A")))
    page.paste(im, (int(x - im.width / 2), int(bottom - im.height)), im)
