"""Picture styles that are made from a finished scene: watercolour, pixel art, pencil sketch, neon. 256-pixel pictures in and out."""
import numpy as np
from PIL import Image, ImageEnhance
from scipy import ndimage


def array(im):
    return np.asarray(im).astype("f4")


def picture(a):
    return Image.fromarray(np.clip(a, 0, 255).astype("u1"))


def noise(rs, step, n):
    q = rs.standard_normal((n // step + 1, n // step + 1)).astype("f4")
    return np.asarray(Image.fromarray(q).resize((n, n), Image.BICUBIC))


def outline(im, blur):
    g = ndimage.gaussian_filter(array(im.convert("L")), blur)
    return np.hypot(ndimage.sobel(g, 0), ndimage.sobel(g, 1))


def watercolor(im, rs):
    """Paler, soft areas with wavering edges on paper."""
    n = im.width
    a = array(ImageEnhance.Color(im).enhance(1.1))
    a = np.stack([ndimage.median_filter(a[::2, ::2, i], 4).repeat(2, 0).repeat(2, 1) for i in range(3)], 2)
    dx, dy = noise(rs, 14, n) * 2, noise(rs, 14, n) * 2
    yy, xx = np.mgrid[0:n, 0:n]
    a = np.stack([ndimage.map_coordinates(a[..., i], [yy + dy, xx + dx], order=1, mode="nearest") for i in range(3)], 2)
    edge = np.clip(outline(picture(a), 1.5) / 240, 0, 1)[..., None]
    return picture(255 - (255 - a) * np.clip(.68 + noise(rs, 28, n) * .1, .4, .95)[..., None] - edge * 60)


def pixel(im, rs):
    n = 32
    return im.resize((n, n), Image.BOX).quantize(24, method=Image.MEDIANCUT, dither=0).convert("RGB").resize(im.size, Image.NEAREST)


def sketch(im, rs):
    """Grey outlines and light shading on white."""
    g = array(im.convert("L"))
    soft = ndimage.gaussian_filter(g, 2)
    d = 255 - np.clip((235 - soft) * .28, 0, 70) - np.clip(outline(im, 1.2) * .55, 0, 170)
    return picture(d).convert("RGB")


def neon(im, rs):
    """Glowing outlines in the things' own colours on near-black."""
    edge = np.clip(outline(im, 1.3) / 130, 0, 1)
    c = np.asarray(im.convert("HSV")).copy()
    c[..., 1] = np.maximum(c[..., 1], 180)
    c[..., 2] = 255
    line = array(Image.fromarray(c, "HSV").convert("RGB")) * edge[..., None]
    glow = np.stack([ndimage.gaussian_filter(line[..., i], 4) for i in range(3)], 2)
    return picture(line + glow * 1.4 + np.array([10, 6, 24]))


def oil(im, rs):
    """Flat dabs (Kuwahara's filter) with brush furrows and strong colours."""
    n, q = im.width, 5
    a = array(ImageEnhance.Color(im).enhance(1.3))
    dx, dy = noise(rs, 10, n) * 2.5, noise(rs, 10, n) * 2.5
    yy, xx = np.mgrid[0:n, 0:n]
    a = np.stack([ndimage.map_coordinates(a[..., i], [yy + dy, xx + dx], order=1, mode="nearest") for i in range(3)], 2)
    mean = ndimage.uniform_filter(a, (q, q, 0))
    grey = a.mean(2)
    spread = ndimage.uniform_filter(grey * grey, q) - ndimage.uniform_filter(grey, q) ** 2
    best, out = np.full((n, n), np.inf, "f4"), mean
    for sy, sx in ((-2, -2), (-2, 2), (2, -2), (2, 2)):
        s = ndimage.shift(spread, (sy, sx), order=0, mode="nearest")
        m = s < best
        best, out = np.where(m, s, best), np.where(m[..., None], ndimage.shift(mean, (sy, sx, 0), order=0, mode="nearest"), out)
    furrows = np.asarray(Image.fromarray(rs.standard_normal((n // 3, n // 14)).astype("f4")).resize((n * 3 // 2, n * 3 // 2), Image.BICUBIC)
                         .rotate(rs.uniform(20, 60), resample=Image.BILINEAR).crop((n // 4, n // 4, n // 4 + n, n // 4 + n)))
    return picture(out + furrows[..., None] * 11)


FILTERS = {"oil": oil, "watercolor": watercolor, "pixel": pixel, "sketch": sketch, "neon": neon}
