"""Picture styles that are made from a finished scene. Each takes (picture, numpy RandomState) and gives a picture of the same size."""
import numpy as np
from PIL import Image, ImageEnhance, ImageFilter, ImageOps
from scipy import ndimage


def array(im):
    return np.asarray(im).astype("f4")


def picture(a):
    return Image.fromarray(np.clip(a, 0, 255).astype("u1"))


def noise(rs, step, im):
    """Smooth noise of the picture's size, deviation about 1, `step` pixels coarse."""
    w, h = im.size
    q = rs.standard_normal((h // step + 2, w // step + 2)).astype("f4")
    return np.asarray(Image.fromarray(q).resize((w, h), Image.BICUBIC))


def outline(im, blur):
    g = ndimage.gaussian_filter(array(im.convert("L")), blur)
    return np.hypot(ndimage.sobel(g, 0), ndimage.sobel(g, 1))


def dabs(a, q, reach):
    """Kuwahara's filter (Kuwahara et al. 1976): of four neighbouring squares the calmest one's mean."""
    mean, grey = ndimage.uniform_filter(a, (q, q, 0)), a.mean(2)
    spread = ndimage.uniform_filter(grey * grey, q) - ndimage.uniform_filter(grey, q) ** 2
    best, out = np.full(grey.shape, np.inf, "f4"), mean
    for dy, dx in ((-reach, -reach), (-reach, reach), (reach, -reach), (reach, reach)):
        s = ndimage.shift(spread, (dy, dx), order=0, mode="nearest")
        m = s < best
        best, out = np.where(m, s, best), np.where(m[..., None], ndimage.shift(mean, (dy, dx, 0), order=0, mode="nearest"), out)
    return out


def waver(a, rs, im, step, reach):
    """Edges that waver, as a brush leaves them."""
    dx, dy = noise(rs, step, im) * reach, noise(rs, step, im) * reach
    yy, xx = np.mgrid[0:im.height, 0:im.width]
    return np.stack([ndimage.map_coordinates(a[..., i], [yy + dy, xx + dx], order=1, mode="nearest") for i in range(3)], 2)


def watercolor(im, rs):
    """Paler, soft areas with darker wavering edges on paper."""
    a = dabs(waver(array(ImageEnhance.Color(im).enhance(1.15)), rs, im, 14, 1.5), 3, 1)
    edge = np.clip(outline(picture(a), 1.5) / 240, 0, 1)[..., None]
    return picture(255 - (255 - a) * np.clip(.74 + noise(rs, 28, im) * .1, .45, .98)[..., None] - edge * 75)


def shading(im, rs, strength):
    """Hatching along one direction where the picture is dark, 0..255 to take off the paper."""
    w, h = im.size
    n = int(1.5 * max(w, h))
    q = ndimage.uniform_filter1d(rs.standard_normal((n, n)).astype("f4"), 11, axis=1)
    hatch = np.asarray(Image.fromarray(q).rotate(35, resample=Image.BILINEAR).crop(((n - w) // 2, (n - h) // 2, (n - w) // 2 + w, (n - h) // 2 + h)))
    dark = np.clip((225 - ndimage.gaussian_filter(array(im.convert("L")), 1.5)) / 255, 0, 1)
    return np.clip(dark * (strength + hatch * 60), 0, 150)


def pencil(im, rs):
    """Grey outlines and hatching on white."""
    d = 250 - shading(im, rs, 75) - np.clip(outline(im, 1.1) * .6, 0, 175)
    return picture(np.clip(d, 20, 250)).convert("RGB")


def colored(im, rs):
    d = (250 - shading(im, rs, 40) - np.clip(outline(im, 1.1) * .4, 0, 140))[..., None] / 255
    return picture((255 - (255 - array(ImageEnhance.Color(im).enhance(1.1))) * .75) * (.4 + .6 * d))


def pixel(im, rs):
    """Blocks of 8 pixels: one cell of the latents each."""
    small = im.resize((im.width // 8, im.height // 8), Image.BOX).quantize(24, method=Image.MEDIANCUT, dither=0).convert("RGB")
    return small.resize(im.size, Image.NEAREST)


def oil(im, rs):
    """Flat wavering dabs with brush furrows and strong colours."""
    out = dabs(waver(array(ImageEnhance.Color(im).enhance(1.3)), rs, im, 10, 2.5), 5, 2)
    w, h = im.size
    n = int(1.5 * max(w, h))
    q = Image.fromarray(rs.standard_normal((n // 4, n // 20)).astype("f4")).resize((n, n), Image.BICUBIC)
    q = q.rotate(rs.uniform(20, 60), resample=Image.BILINEAR).crop(((n - w) // 2, (n - h) // 2, (n - w) // 2 + w, (n - h) // 2 + h))
    return picture(out + np.asarray(q)[..., None] * 11)


def neon(im, rs):
    """Glowing outlines in the things' own colours on near-black."""
    edge = np.clip(outline(im, 1.3) / 130, 0, 1)
    h, s, v = im.convert("HSV").split()
    bright = Image.merge("HSV", (h, s.point(lambda q: max(q, 180)), v.point(lambda q: 255)))
    line = array(bright.convert("RGB")) * edge[..., None]
    glow = np.stack([ndimage.gaussian_filter(line[..., i], 4) for i in range(3)], 2)
    return picture(line + glow * 1.4 + np.array([10, 6, 24]))


def line(im, rs):
    return picture(255 - np.clip(outline(im, 1.) / 85 - .22, 0, 1) * 235).convert("RGB")


def vintage(im, rs):
    a = array(im)
    a = a.mean(2, keepdims=True) * np.array([1.07, .90, .68]) * .7 + a * .3 + 18
    yy, xx = np.mgrid[-1:1:im.height * 1j, -1:1:im.width * 1j]
    return picture(a * (1 - .28 * (xx ** 2 + yy ** 2))[..., None] + rs.standard_normal((im.height, im.width, 1)) * 5)


def mono(im, rs):
    return ImageOps.autocontrast(im.convert("L"), 1).convert("RGB")


def pastel(im, rs):
    return Image.blend(picture(dabs(array(im), 3, 1)), Image.new("RGB", im.size, (255, 240, 235)), .38)


def pop(im, rs):
    strong = ImageEnhance.Contrast(ImageEnhance.Color(im.filter(ImageFilter.MedianFilter(5))).enhance(1.5)).enhance(1.15)
    return ImageOps.posterize(strong, 3)


FILTERS = {f.__name__: f for f in (watercolor, pencil, colored, pixel, oil, neon, line, vintage, mono, pastel, pop)}
