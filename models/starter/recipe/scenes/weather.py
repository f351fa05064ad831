"""Rain, falling snow and fog over a finished picture."""
import numpy as np
from PIL import Image, ImageDraw

WEATHER = {"rain": (("in the rain", "in the rain", "in the rain, rainy weather", "on a rainy day"), "წვიმაში"),
           "snowfall": (("in falling snow", "while it snows"), "თოვაში"),
           "fog": (("in the fog", "on a foggy day"), "ნისლში")}


def rain(r, im):
    w, h, u = *im.size, min(im.size) / 256
    pen = ImageDraw.Draw(im, "RGBA")
    pen.rectangle((0, 0, w, h), fill=(90, 100, 125, 70))
    for _ in range(round(90 * w * h / min(w, h) ** 2)):
        x, y, l = r.random() * w, r.random() * h, r.uniform(10, 20) * u
        pen.line((x, y, x - l * .25, y + l), fill=(220, 232, 248, 170), width=max(1, round(2 * u)))
    return im


def snowfall(r, im):
    w, h, u = *im.size, min(im.size) / 256
    pen = ImageDraw.Draw(im, "RGBA")
    for _ in range(80):
        x, y, q = r.random() * w, r.random() * h, r.choice((1.2, 1.8, 2.6)) * u
        pen.ellipse((x - q, y - q, x + q, y + q), fill=(255, 255, 255, 235))
    return im


def fog(r, im):
    a = np.asarray(im).astype("f4")
    bank = .12 * np.sin(np.linspace(0, 6, im.width) + r.random() * 6)[None, :, None]
    share = np.clip(np.linspace(.15, .7, im.height)[:, None, None] + bank, 0, .8)
    return Image.fromarray((a * (1 - share) + np.array([215, 220, 226]) * share).astype("u1"))


def fall(kind, r, im):
    return {"rain": rain, "snowfall": snowfall, "fog": fog}[kind](r, im)
