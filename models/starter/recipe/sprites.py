"""Loading, colouring and placing the drawings."""
import functools
import math
import os

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

FOLDER = os.environ.get("SPRITES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "sprites"))


@functools.lru_cache(maxsize=None)
def load(code, source):
    """A drawing, cut to its visible part; sources that lack it are stood in for by another."""
    for s in (source, "fluent3d", "noto", "fluentflat"):
        path = os.path.join(FOLDER, f"{code}-{s}.png")
        if os.path.exists(path):
            im = Image.open(path).convert("RGBA")
            box = im.getchannel("A").point(lambda v: 255 if v > 24 else 0).getbbox()
            return im.crop(box) if box else im
    raise FileNotFoundError(code)


@functools.lru_cache(maxsize=None)
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


# ---- things that no drawing covers --------------------------------------------------------------------------------

@functools.lru_cache(maxsize=None)
def balloon(main, second):
    im = Image.new("RGBA", (400, 560))
    mask = Image.new("L", im.size, 0)
    pen = ImageDraw.Draw(mask)
    pen.ellipse((20, 10, 380, 370), fill=255)
    pen.polygon([(48, 270), (352, 270), (235, 440), (165, 440)], fill=255)
    cloth = Image.new("RGB", im.size, main)
    pen = ImageDraw.Draw(cloth)
    for share, colour in ((.62, second), (.25, main)):
        pen.ellipse((200 - 180 * share, -20, 200 + 180 * share, 520), fill=colour)
    im.paste(cloth, (0, 0), mask)
    pen = ImageDraw.Draw(im)
    for a, b in ((168, 180), (232, 220)):
        pen.line((a, 440, b, 490), fill=(90, 70, 50, 255), width=5)
    pen.rounded_rectangle((168, 486, 232, 548), 8, fill=(150, 100, 60, 255))
    return im.crop(im.getbbox())


@functools.lru_cache(maxsize=None)
def tank():
    im = Image.new("RGBA", (480, 260))
    pen = ImageDraw.Draw(im)
    body, dark, bright = (100, 115, 68, 255), (70, 82, 48, 255), (130, 145, 95, 255)
    pen.rounded_rectangle((20, 165, 400, 250), 42, fill=(48, 48, 50, 255))
    for i in range(6):
        x = 62 + i * 59
        pen.ellipse((x - 27, 182, x + 27, 236), fill=(92, 94, 96, 255))
        pen.ellipse((x - 11, 198, x + 11, 220), fill=(55, 56, 58, 255))
    pen.polygon([(30, 130), (375, 130), (415, 175), (10, 175)], fill=body)
    pen.polygon([(30, 130), (375, 130), (380, 138), (25, 138)], fill=bright)
    pen.polygon([(110, 75), (255, 75), (300, 130), (85, 130)], fill=dark)
    pen.rectangle((270, 92, 470, 108), fill=dark)
    pen.rectangle((448, 86, 474, 114), fill=dark)
    pen.rounded_rectangle((150, 55, 205, 78), 8, fill=body)
    return im.crop(im.getbbox())


@functools.lru_cache(maxsize=None)
def macaron(colour):
    im = Image.new("RGBA", (400, 300))
    pen = ImageDraw.Draw(im)
    shade = tuple(int(c * .85) for c in colour)
    pen.chord((14, 10, 386, 250), 180, 360, fill=colour)
    pen.chord((14, 90, 386, 292), 0, 180, fill=shade)
    pen.rounded_rectangle((20, 126, 380, 196), 18, fill=shade)
    pen.rounded_rectangle((28, 145, 372, 182), 16, fill=(255, 244, 228))
    return im.crop(im.getbbox())
