"""Places under the sky. Each draws its page and returns the range of heights (0..1) where things stand, or None where they float."""
from PIL import ImageChops, ImageEnhance, ImageFilter

from scenes.canvas import mix, times, vary


def meadow(c):
    c.sky()
    c.hill(.60, 8, c.lit((120, 190, 95)))
    c.hill(.72, 5, c.lit((95, 170, 70)))
    for _ in range(c.r.choice((0, 0, 12, 24))):
        c.disc(c.r.random() * c.w, c.r.uniform(.76, 1) * c.h, c.r.uniform(1.5, 3) * c.u,
               times(c.r.choice(((255, 255, 255), (255, 220, 90), (240, 120, 160))), c.m))
    return .86, .93


def fir(c, x, y, h, colour, snow):
    c.pen.rectangle((x - h * .04, y - h * .16, x + h * .04, y), fill=(90, 62, 42))
    for i in range(3):
        q, b = h * (.30 - .07 * i), y - h * (.12 + .24 * i)
        c.pen.polygon([(x - q, b), (x, b - h * .42), (x + q, b)], fill=mix(colour, (255, 255, 255), .06 * i))
        if snow:
            c.pen.polygon([(x - q * .45, b - h * .22), (x, b - h * .42), (x + q * .45, b - h * .22)], fill=times((240, 246, 252), c.m))


def broadleaf(c, x, y, h, colour, _):
    c.pen.rectangle((x - h * .05, y - h * .45, x + h * .05, y), fill=(100, 70, 48))
    for dx, dy, q in ((-.13, .55, .2), (.13, .57, .2), (0, .72, .24), (0, .52, .2)):
        c.disc(x + dx * h, y - dy * h, q * h, vary(c.r, colour, 9))


def trees(c, ground, leaf, tree, snow=False):
    c.sky()
    c.hill(.6, 4, times(mix(ground, (120, 150, 150), .3), c.m))
    wide = c.w / min(c.w, c.h)
    for layer, (y, h, n) in enumerate(((.66, .5, 7), (.80, .68, 4))):
        n = round(n * wide)
        for i in range(n):
            x = (i + c.r.uniform(.2, .8)) / n
            if layer:
                x = c.r.choice((c.r.uniform(-.02, .16), c.r.uniform(.84, 1.02)))
            colour = times(mix(vary(c.r, leaf), (160, 190, 200), .3 - .25 * layer), c.m)
            tree(c, x * c.w, y * c.h, min(c.w, c.h) * h * c.r.uniform(.85, 1.1), colour, snow)
        c.hill(y + .02, 3, c.lit(ground, 5))
    return .87, .94


def forest(c):
    return trees(c, (95, 140, 65), (55, 120, 70), fir if c.r.random() < .75 else broadleaf)


def snowforest(c):
    return trees(c, (236, 243, 250), (70, 120, 105), fir, True)


def autumnforest(c):
    out = trees(c, (150, 110, 60), (220, 120, 40), broadleaf)
    for _ in range(40):
        c.disc(c.r.random() * c.w, c.r.uniform(.8, 1) * c.h, 2.5 * c.u,
               times(c.r.choice(((230, 120, 40), (240, 180, 60), (200, 70, 40))), c.m), .7)
    return out


def snow(c):
    c.sky()
    c.hill(.6, 7, times((215, 228, 242), c.m))
    c.hill(.72, 5, times((240, 246, 252), c.m))
    return .87, .94


def peaks(c, y, height, colour, top):
    n = max(3, round(4 * c.w / min(c.w, c.h)))
    for i in range(n):
        x, h = (i + c.r.uniform(.2, .8)) / n * c.w, min(c.w, c.h) * height * c.r.uniform(.7, 1)
        w, b, k = h * .9, y * c.h, .32
        c.pen.polygon([(x - w, b), (x, b - h), (x + w, b)], fill=colour)
        c.pen.polygon([(x, b - h), (x + w, b), (x + w * .15, b)], fill=mix(colour, (0, 0, 0), .15))
        if top:
            c.pen.polygon([(x, b - h), (x - w * k, b - h * (1 - k)), (x, b - h * (1 - k * .8)), (x + w * k, b - h * (1 - k))], fill=top)


def mountains(c):
    c.sky()
    peaks(c, .68, .45, c.lit((105, 115, 140)), times((245, 248, 252), c.m))
    c.hill(.68, 5, c.lit((110, 165, 90)))
    return .86, .94


def lake(c):
    c.sky()
    peaks(c, .6, .42, c.lit((105, 120, 145)), times((245, 248, 252), c.m))
    c.hill(.58, 3, times((85, 145, 85), c.m))
    c.strip(.64, 1, times((70, 150, 205), c.m))
    c.ripples(.66, .84, times((150, 210, 235), c.m))
    c.hill(.85, 4, c.lit((105, 175, 80)))
    return .9, .96


def desert(c):
    c.sky()
    for y, colour in ((.58, (238, 200, 130)), (.70, (228, 182, 108)), (.82, (220, 168, 92))):
        c.hill(y, 8, c.lit(colour, 5))
    return .86, .94


def beach(c):
    c.sky(.54)
    c.strip(.54, 1, times((60, 150, 200), c.m))
    c.ripples(.56, .7, times((180, 220, 238), c.m))
    c.hill(.72, 4, times((245, 250, 252), c.m))
    c.hill(.75, 4, times((240, 215, 160), c.m))
    return .87, .94


def sea(c):
    c.sky()
    red = c.time == "sunset"
    c.strip(.6, 1, (205, 95, 95) if red else times((45, 125, 185), c.m))
    c.ripples(.62, 1, (250, 165, 120) if red else times((120, 190, 225), c.m))
    return .78, .84


def water(c):
    sea(c)
    return .88, .93


def farm(c):
    c.sky()
    field = c.lit((220, 190, 90))
    c.strip(.6, 1, field)
    for i in range(-12, 13):
        c.pen.line((c.w / 2 + i * c.w * .03, .6 * c.h, c.w / 2 + i * c.w * .24, c.h), fill=mix(field, (120, 90, 30), .35), width=round(2.5 * c.u))
    wood, n = times((150, 105, 70), c.m), max(5, round(8 * c.w / c.h))
    for i in range(n):
        c.pen.line(((i + .3) / n * c.w, .56 * c.h, (i + .3) / n * c.w, .65 * c.h), fill=wood, width=round(3.5 * c.u))
    for y in (.59, .625):
        c.pen.line((0, y * c.h, c.w, y * c.h), fill=wood, width=round(2.5 * c.u))
    return .84, .94


def road(c):
    c.sky()
    grass = c.lit((115, 180, 90))
    c.hill(.6, 7, grass)
    c.strip(.76, .97, times((92, 95, 104), c.m))
    c.strip(.97, 1, grass)
    for i in range(-1, 7):
        c.pen.rectangle((i * c.w / 5 + 4, .86 * c.h, i * c.w / 5 + c.w * .11, .875 * c.h), fill=times((245, 240, 210), c.m))
    return .88, .94


def tower(c, x, base, w, h, colour, windows, share):
    c.pen.rectangle((x, base - h, x + w, base), fill=colour)
    n, k = max(2, int(w / (12 * c.u))), max(2, int(h / (14 * c.u)))
    for i in range(n):
        for j in range(k):
            if c.r.random() < share:
                a, b = x + (i + .25) * w / n, base - h + (j + .3) * h / k
                c.pen.rectangle((a, b, a + w / n * .5, b + h / k * .45), fill=c.r.choice(windows))


def city(c):
    c.sky()
    windows = [(255, 225, 130), (255, 240, 180)] if c.time in ("night", "sunset") else [times((205, 230, 245), c.m)]
    x = -10 * c.u
    while x < c.w:
        w, h = c.r.uniform(34, 54) * c.u, 256 * c.u * c.r.uniform(.3, .55)
        colour = c.r.choice(((200, 120, 100), (150, 160, 180), (215, 195, 160), (120, 140, 170)))
        tower(c, x, c.h * .76, w, h, times(mix(colour, (170, 190, 210), .3), c.m), windows, .85)
        x += w + 3 * c.u
    c.strip(.76, 1, times((88, 92, 102), c.m))
    for i in range(6):
        c.pen.rectangle(((i * 70 + 4) * c.u, c.h * .93, (i * 70 + 38) * c.u, c.h * .945), fill=times((240, 235, 200), c.m))
    return .88, .93


def neon(c):
    a, b = (14, 8, 44), c.r.choice(((170, 30, 140), (20, 100, 160)))
    c.fill((0, a), (.7, b), (1, a))
    lamps = [(255, 60, 170), (60, 240, 255), (180, 90, 255), (255, 220, 80)]
    for layer in (0, 1):
        x = -10 * c.u
        while x < c.w:
            w, h = c.r.uniform(28, 48) * c.u, 256 * c.u * c.r.uniform(.35, .65) * (1 - .25 * layer)
            tower(c, x, c.h * .77, w, h, mix((60, 36, 100), (16, 12, 38), layer), lamps, .5)
            c.pen.line((x, c.h * .77 - h, x + w, c.h * .77 - h), fill=c.r.choice(lamps), width=round(2 * c.u))
            x += w + 2 * c.u
    c.strip(.77, 1, (16, 12, 34))
    for _ in range(14):
        x, y, l = c.r.random() * c.w, c.r.uniform(.79, 1) * c.h, c.r.uniform(14, 50) * c.u
        c.pen.line((x, y, x + l, y), fill=mix(c.r.choice(lamps), (16, 12, 34), .4), width=round(2.5 * c.u))
    glow = c.im.resize((c.w // 8, c.h // 8)).filter(ImageFilter.GaussianBlur(2)).resize(c.im.size)
    c.paint(ImageChops.screen(c.im, ImageEnhance.Brightness(glow).enhance(.6)))
    return .88, .94


def sky(c):
    c.sky(1)
    if c.time != "night":
        for _ in range(3):
            white = times((255, 255, 255), mix(c.m, (255, 255, 255), .5))
            c.cloud(c.r.random() * c.w, c.r.uniform(.1, .95) * c.h, c.r.uniform(14, 26) * c.u, white)
    return None


def space(c):
    c.fill((0, c.r.choice(((6, 5, 24), (15, 5, 35), (3, 12, 32)))), (1, c.r.choice(((38, 14, 66), (20, 15, 55), (8, 30, 60)))))
    c.stars(c.r.randint(60, 90))
    if c.r.random() < .35:
        colour = c.r.choice(((230, 150, 90), (120, 180, 230), (200, 120, 200)))
        c.disc(c.r.choice((.12, .88)) * c.w, c.r.choice((.14, .86)) * c.h, c.r.uniform(14, 30) * c.u, colour)
    return None


def moon(c):
    c.fill((0, (4, 5, 18)), (1, (20, 20, 50)))
    c.stars(60, .7)
    ground = vary(c.r, (175, 175, 182))
    c.hill(.68, 6, mix(ground, (0, 0, 0), .12))
    c.hill(.74, 4, ground)
    for _ in range(9):
        x, y, q = c.r.random() * c.w, c.r.uniform(.79, .98) * c.h, c.r.uniform(5, 16) * c.u
        c.disc(x, y, q, mix(ground, (60, 60, 70), .35), .32)
    if c.r.random() < .6:
        x, y, q = c.r.uniform(.15, .85) * c.w, .2 * c.h, 21 * c.u
        c.disc(x, y, q, (70, 130, 210))
        c.disc(x - .25 * q, y - .2 * q, .35 * q, (90, 170, 100))
    return .83, .93
