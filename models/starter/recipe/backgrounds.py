"""The places: each draws a 256-pixel picture and says where things stand."""
import math

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

SIZE = 256
SKY = {"day": ((95, 175, 240), (200, 230, 250)), "sunset": ((150, 55, 95), (252, 150, 65)), "night": ((8, 12, 40), (38, 48, 100))}
LIGHT = {"day": None, "sunset": (255, 215, 190), "night": (175, 182, 228), "neon": (225, 195, 240), "space": None}
SHADE = {"day": (255, 255, 255), "sunset": (235, 180, 160), "night": (75, 85, 140)}


def mix(a, b, t):
    return tuple(int(round(p + (q - p) * t)) for p, q in zip(a, b))


def times(a, b):
    return tuple(p * q // 255 for p, q in zip(a, b))


def vary(r, c, d=8):
    return tuple(max(0, min(255, v + r.randint(-d, d))) for v in c)


def gradient(*stops):
    t = np.linspace(0, 1, SIZE)
    a = np.stack([np.interp(t, [s[0] for s in stops], [s[1][i] for s in stops]) for i in range(3)], 1)
    return Image.fromarray(np.repeat(a[:, None], SIZE, 1).round().astype("u1"))


def stars(r, pen, n, bottom):
    for _ in range(n):
        x, y, q = r.random() * SIZE, r.random() * bottom, r.choice((1, 1, 1, 2))
        pen.ellipse((x - q, y - q, x + q, y + q), fill=(255, 252, 225))


def cloud(r, pen, x, y, k, colour):
    for i in range(5):
        cx, q = x + (i - 2) * k * .55, k * (.75 - .16 * abs(i - 2))
        pen.ellipse((cx - q, y - q * .85, cx + q, y + q * .55), fill=colour)


def hill(r, pen, y, amp, colour):
    a, b = r.random() * 6.28, r.uniform(.7, 1.3)
    edge = [(x, y + amp * math.sin(a + b * x / SIZE * 4)) for x in range(0, SIZE + 8, 8)]
    pen.polygon(edge + [(SIZE + 8, SIZE), (0, SIZE)], fill=colour)


def sky(r, time):
    a, b = SKY[time]
    im = gradient((0, vary(r, a)), (.65, vary(r, b)), (1, b))
    pen = ImageDraw.Draw(im)
    if time == "night":
        stars(r, pen, r.randint(30, 55), SIZE * .6)
    if time == "sunset":
        x, y, q = r.uniform(.15, .85) * SIZE, SIZE * .5, r.uniform(18, 28)
        pen.ellipse((x - q, y - q, x + q, y + q), fill=(255, 222, 120))
    if time == "day":
        if r.random() < .3:
            x, y, q = r.choice((.14, .86)) * SIZE, .14 * SIZE, 17
            pen.ellipse((x - q, y - q, x + q, y + q), fill=(255, 238, 140))
        for _ in range(r.randint(0, 2)):
            cloud(r, pen, r.random() * SIZE, r.uniform(.08, .3) * SIZE, r.uniform(12, 20), (255, 255, 255))
    return im, pen, SHADE[time]


def meadow(r, time):
    im, pen, m = sky(r, time)
    hill(r, pen, SIZE * .60, 8, times(vary(r, (120, 190, 95)), m))
    hill(r, pen, SIZE * .72, 5, times(vary(r, (95, 170, 70)), m))
    return im, (.86, .93)


def fir(pen, x, y, h, colour, snow):
    pen.rectangle((x - h * .04, y - h * .16, x + h * .04, y), fill=(90, 62, 42))
    for i in range(3):
        q, b = h * (.30 - .07 * i), y - h * (.12 + .24 * i)
        pen.polygon([(x - q, b), (x, b - h * .42), (x + q, b)], fill=mix(colour, (255, 255, 255), .06 * i))
        if snow:
            pen.polygon([(x - q * .45, b - h * .22), (x, b - h * .42), (x + q * .45, b - h * .22)], fill=(240, 246, 252))


def forest(r, time, snow=False):
    im, pen, m = sky(r, time)
    ground = (236, 243, 250) if snow else (95, 140, 65)
    leaf = (70, 120, 105) if snow else (55, 120, 70)
    hill(r, pen, SIZE * .6, 4, times(mix(ground, (120, 150, 150), .3), m))
    for layer, (y, h, n) in enumerate(((.66, .5, 7), (.80, .68, 4))):
        for i in range(n):
            x = (i + r.uniform(.2, .8)) / n * SIZE
            if layer:
                x = r.choice((r.uniform(-.02, .16), r.uniform(.84, 1.02))) * SIZE
            colour = times(mix(vary(r, leaf), (160, 190, 200), .3 - .25 * layer), m)
            fir(pen, x, SIZE * y, SIZE * h * r.uniform(.85, 1.1), colour, snow)
        hill(r, pen, SIZE * (y + .02), 3, times(vary(r, ground, 5), m))
    return im, (.87, .94)


def snowforest(r, time):
    return forest(r, time, True)


def snow(r, time):
    im, pen, m = sky(r, time)
    hill(r, pen, SIZE * .6, 7, times((215, 228, 242), m))
    hill(r, pen, SIZE * .72, 5, times((240, 246, 252), m))
    for _ in range(45):
        x, y, q = r.random() * SIZE, r.random() * SIZE, r.choice((1, 1.5, 2))
        pen.ellipse((x - q, y - q, x + q, y + q), fill=(255, 255, 255))
    return im, (.87, .94)


def peaks(r, pen, y, height, colour, top):
    for i in range(4):
        x, h = (i + r.uniform(.2, .8)) / 4 * SIZE, height * r.uniform(.7, 1)
        w = h * .9
        pen.polygon([(x - w, y), (x, y - h), (x + w, y)], fill=colour)
        pen.polygon([(x, y - h), (x + w, y), (x + w * .15, y)], fill=mix(colour, (0, 0, 0), .15))
        k = .32
        pen.polygon([(x, y - h), (x - w * k, y - h * (1 - k)), (x, y - h * (1 - k * .8)), (x + w * k, y - h * (1 - k))], fill=top)


def mountains(r, time):
    im, pen, m = sky(r, time)
    peaks(r, pen, SIZE * .68, SIZE * .45, times(vary(r, (105, 115, 140)), m), times((245, 248, 252), m))
    hill(r, pen, SIZE * .68, 5, times(vary(r, (110, 165, 90)), m))
    return im, (.86, .94)


def lake(r, time):
    im, pen, m = sky(r, time)
    peaks(r, pen, SIZE * .6, SIZE * .42, times(vary(r, (105, 120, 145)), m), times((245, 248, 252), m))
    hill(r, pen, SIZE * .58, 3, times((85, 145, 85), m))
    pen.rectangle((0, SIZE * .64, SIZE, SIZE), fill=times((70, 150, 205), m))
    ripples(r, pen, .66, 1, times((150, 210, 235), m))
    return im, (.8, .9)


def desert(r, time):
    im, pen, m = sky(r, time)
    for y, c in ((.58, (238, 200, 130)), (.70, (228, 182, 108)), (.82, (220, 168, 92))):
        hill(r, pen, SIZE * y, 8, times(vary(r, c, 5), m))
    return im, (.86, .94)


def ripples(r, pen, top, bottom, colour):
    for _ in range(22):
        x, y, l = r.random() * SIZE, r.uniform(top, bottom) * SIZE, r.uniform(10, 36)
        pen.line((x, y, x + l, y), fill=colour, width=2)


def beach(r, time):
    im, pen, m = sky(r, time)
    pen.rectangle((0, SIZE * .54, SIZE, SIZE), fill=times((60, 150, 200), m))
    ripples(r, pen, .56, .7, times((180, 220, 238), m))
    hill(r, pen, SIZE * .72, 4, times((245, 250, 252), m))
    hill(r, pen, SIZE * .75, 4, times((240, 215, 160), m))
    return im, (.87, .94)


def sea(r, time):
    im, pen, m = sky(r, time)
    pen.rectangle((0, SIZE * .6, SIZE, SIZE), fill=times((45, 125, 185), m) if time != "sunset" else (205, 95, 95))
    ripples(r, pen, .62, 1, times((120, 190, 225), m) if time != "sunset" else (250, 165, 120))
    return im, (.78, .84)


def water(r, time):
    return sea(r, time)[0], (.88, .93)


def underwater(r, time):
    im = gradient((0, (90, 200, 225)), (1, (15, 60, 120)))
    pen = ImageDraw.Draw(im)
    for _ in range(12):
        x, y, q = r.random() * SIZE, r.random() * SIZE * .8, r.uniform(3, 7)
        pen.ellipse((x - q, y - q, x + q, y + q), outline=(190, 235, 245), width=2)
    hill(r, pen, SIZE * .88, 6, (215, 190, 130))
    for x in (.08, .9, .97):
        c = r.choice(((40, 150, 90), (220, 90, 110)))
        pen.line([(x * SIZE + 6 * math.sin(i * .9), SIZE * .93 - i * 9) for i in range(8)], fill=c, width=6)
    return im, None


def tower(r, pen, x, base, w, h, colour, windows, share):
    pen.rectangle((x, base - h, x + w, base), fill=colour)
    n, k = max(2, int(w // 12)), max(2, int(h // 14))
    for i in range(n):
        for j in range(k):
            if r.random() < share:
                a, b = x + (i + .25) * w / n, base - h + (j + .3) * h / k
                pen.rectangle((a, b, a + w / n * .5, b + h / k * .45), fill=r.choice(windows))


def city(r, time):
    im, pen, m = sky(r, time)
    windows = [times((205, 230, 245), m)] if time == "day" else [(255, 225, 130), (255, 240, 180)]
    x = -10
    while x < SIZE:
        w, h = r.uniform(34, 54), SIZE * r.uniform(.3, .55)
        c = r.choice(((200, 120, 100), (150, 160, 180), (215, 195, 160), (120, 140, 170)))
        tower(r, pen, x, SIZE * .76, w, h, times(mix(c, (170, 190, 210), .3), m), windows, .85)
        x += w + 3
    pen.rectangle((0, SIZE * .76, SIZE, SIZE), fill=times((88, 92, 102), m))
    for i in range(4):
        pen.rectangle((i * 70 + 4, SIZE * .93, i * 70 + 38, SIZE * .945), fill=times((240, 235, 200), m))
    return im, (.88, .93)


def neon(r, time):
    a, b = (14, 8, 44), r.choice(((170, 30, 140), (20, 100, 160)))
    im = gradient((0, a), (.7, b), (1, a))
    pen = ImageDraw.Draw(im)
    lamps = [(255, 60, 170), (60, 240, 255), (180, 90, 255), (255, 220, 80)]
    for layer in (0, 1):
        x = -10
        while x < SIZE:
            w, h = r.uniform(28, 48), SIZE * r.uniform(.35, .65) * (1 - .25 * layer)
            tower(r, pen, x, SIZE * .77, w, h, mix((60, 36, 100), (16, 12, 38), layer), lamps, .5)
            pen.line((x, SIZE * .77 - h, x + w, SIZE * .77 - h), fill=r.choice(lamps), width=2)
            x += w + 2
    pen.rectangle((0, SIZE * .77, SIZE, SIZE), fill=(16, 12, 34))
    for _ in range(14):
        x, y, l = r.random() * SIZE, r.uniform(.79, 1) * SIZE, r.uniform(14, 50)
        pen.line((x, y, x + l, y), fill=mix(r.choice(lamps), (16, 12, 34), .4), width=3)
    glow = im.resize((64, 64)).filter(ImageFilter.GaussianBlur(2)).resize((SIZE, SIZE))
    return ImageChops.screen(im, ImageEnhance.Brightness(glow).enhance(.6)), (.88, .94)


def open_sky(r, time):
    im, pen, m = sky(r, time)
    if time != "night":
        for _ in range(3):
            cloud(r, pen, r.random() * SIZE, r.uniform(.1, .95) * SIZE, r.uniform(14, 26), times((255, 255, 255), mix(m, (255, 255, 255), .5)))
    else:
        stars(r, pen, 30, SIZE)
    return im, None


def space(r, time):
    im = gradient((0, (6, 5, 24)), (1, (38, 14, 66)))
    pen = ImageDraw.Draw(im)
    stars(r, pen, r.randint(60, 90), SIZE)
    return im, None


def table(r, time):
    wall = vary(r, r.choice(((240, 230, 210), (205, 225, 230))), 6)
    im = gradient((0, wall), (1, mix(wall, (0, 0, 0), .12)))
    pen = ImageDraw.Draw(im)
    wood = vary(r, (180, 122, 72), 8)
    for i in range(5):
        y = SIZE * (.6 + i * .08)
        pen.rectangle((0, y, SIZE, y + SIZE * .08), fill=vary(r, wood, 5))
        pen.line((0, y, SIZE, y), fill=mix(wood, (0, 0, 0), .25), width=2)
    return im, (.86, .9)


DRAW = dict(meadow=meadow, forest=forest, snow=snow, snowforest=snowforest, mountains=mountains, lake=lake, desert=desert,
            beach=beach, sea=sea, water=water, underwater=underwater, city=city, neon=neon, sky=open_sky, space=space, table=table)


def draw(place, r, time):
    """(picture, range of heights where things stand, or None where they float)"""
    return DRAW[place](r, time)


def rain(r, im):
    pen = ImageDraw.Draw(im, "RGBA")
    pen.rectangle((0, 0, SIZE, SIZE), fill=(90, 100, 125, 70))
    for _ in range(90):
        x, y, l = r.random() * SIZE, r.random() * SIZE, r.uniform(10, 20)
        pen.line((x, y, x - l * .25, y + l), fill=(220, 232, 248, 170), width=2)
    return im
