"""The page that a place is drawn on, twice as large as the picture, and the arithmetic of its colours."""
import math

import numpy as np
from PIL import Image, ImageDraw

SKIES = {
    "day": (((95, 175, 240), (200, 230, 250)), ((70, 150, 225), (200, 235, 250)), ((130, 200, 245), (225, 243, 252))),
    "sunset": (((150, 55, 95), (252, 150, 65)), ((90, 50, 120), (245, 120, 60)), ((200, 40, 40), (255, 140, 60))),
    "sunrise": (((120, 160, 220), (255, 205, 150)), ((250, 180, 160), (255, 230, 170))),
    "night": (((8, 12, 40), (38, 48, 100)), ((5, 8, 25), (40, 30, 80))),
    "cloudy": (((120, 130, 145), (175, 182, 190)), ((95, 105, 120), (160, 168, 176)))}
# what the light of the hour does to the ground, and to the things that stand on it
SHADE = {"day": (255, 255, 255), "sunset": (235, 180, 160), "sunrise": (250, 225, 205), "night": (75, 85, 140), "cloudy": (185, 190, 200)}
LIGHT = {"day": None, "sunset": (255, 215, 190), "sunrise": (255, 238, 220), "night": (175, 182, 228), "cloudy": (210, 215, 225),
         "neon": (225, 195, 240)}


def mix(a, b, t):
    return tuple(int(round(p + (q - p) * t)) for p, q in zip(a, b))


def times(a, b):
    return tuple(p * q // 255 for p, q in zip(a, b))


def vary(r, c, d=8):
    return tuple(max(0, min(255, v + r.randint(-d, d))) for v in c)


def gradient(size, *stops):
    """stops: (height 0..1, colour)"""
    t = np.linspace(0, 1, size[1])
    a = np.stack([np.interp(t, [s[0] for s in stops], [s[1][i] for s in stops]) for i in range(3)], 1)
    return Image.fromarray(np.repeat(a[:, None], size[0], 1).round().astype("u1"))


class Canvas:
    """w, h: the page in pixels; u: a 256th of its shorter side, the measure of strokes and small things."""

    def __init__(self, r, size, time="day"):
        self.r, self.size, self.time = r, size, time
        self.w, self.h = 2 * size[0], 2 * size[1]
        self.u = min(self.w, self.h) / 256
        self.m = SHADE.get(time, (255, 255, 255))
        self.im = self.pen = None

    def paint(self, im):
        self.im, self.pen = im, ImageDraw.Draw(im)

    def fill(self, *stops):
        self.paint(gradient((self.w, self.h), *stops))

    def lit(self, colour, d=8):
        """The colour, a little varied, in the light of the hour."""
        return times(vary(self.r, colour, d), self.m)

    def disc(self, x, y, q, colour, flat=1.):
        self.pen.ellipse((x - q, y - q * flat, x + q, y + q * flat), fill=colour)

    def stars(self, n, bottom=1.):
        for _ in range(n):
            self.disc(self.r.random() * self.w, self.r.random() * bottom * self.h, self.r.choice((.7, 1, 1, 1.6)) * self.u, (255, 252, 225))

    def cloud(self, x, y, k, colour):
        for i in range(5):
            cx, q = x + (i - 2) * k * .55, k * (.75 - .16 * abs(i - 2))
            self.pen.ellipse((cx - q, y - q * .85, cx + q, y + q * .55), fill=colour)

    def hill(self, y, amp, colour):
        """y: height 0..1 of its edge; amp in u"""
        a, b, step = self.r.random() * 6.28, self.r.uniform(.7, 1.3), max(2, int(8 * self.u))
        edge = [(x, y * self.h + amp * self.u * math.sin(a + b * x / self.w * 4)) for x in range(0, self.w + step, step)]
        self.pen.polygon(edge + [(self.w + step, self.h), (0, self.h)], fill=colour)

    def strip(self, top, bottom, colour):
        self.pen.rectangle((0, top * self.h, self.w, bottom * self.h), fill=colour)

    def ripples(self, top, bottom, colour, n=22):
        for _ in range(n):
            x, y, l = self.r.random() * self.w, self.r.uniform(top, bottom) * self.h, self.r.uniform(10, 36) * self.u
            self.pen.line((x, y, x + l, y), fill=colour, width=max(1, round(1.5 * self.u)))

    def sky(self, ground=.6):
        """The sky of the hour with what hangs in it."""
        r, u = self.r, self.u
        a, b = r.choice(SKIES[self.time])
        self.fill((0, vary(r, a)), (.65, vary(r, b)), (1, b))
        x = r.uniform(.15, .85) * self.w
        if self.time == "night":
            self.stars(r.randint(30, 55), ground)
            if r.random() < .4:
                self.disc(x, r.uniform(.1, .28) * self.h, r.uniform(13, 20) * u, (250, 245, 215))
        elif self.time in ("sunset", "sunrise"):
            self.disc(x, r.uniform(.42, .53) * self.h, r.uniform(18, 28) * u, (255, 222, 120) if self.time == "sunset" else (255, 240, 170))
        elif self.time == "day" and r.random() < .35:
            self.disc(r.choice((.14, .86)) * self.w, .14 * self.h, 17 * u, (255, 238, 140))
        if self.time != "night":
            white = {"sunset": (250, 175, 145), "cloudy": (205, 210, 216), "sunrise": (255, 240, 230)}.get(self.time, (255, 255, 255))
            for _ in range(r.randint(2, 4) if self.time == "cloudy" else r.randint(0, 2)):
                self.cloud(r.random() * self.w, r.uniform(.08, .32) * self.h, r.uniform(12, 21) * u, white)

    def picture(self):
        """At its own size, smoothed."""
        return self.im.reduce(2)
