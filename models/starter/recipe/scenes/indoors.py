"""Places without a sky: rooms, tables, the sea bed. As in outdoors.py."""
import math

from scenes.canvas import mix, vary

WALLS = ((240, 230, 210), (205, 225, 230), (230, 210, 215), (215, 230, 205))


def underwater(c):
    c.fill((0, vary(c.r, (90, 200, 225))), (1, vary(c.r, (15, 60, 120))))
    for _ in range(12):
        x, y, q = c.r.random() * c.w, c.r.random() * c.h * .8, c.r.uniform(3, 7) * c.u
        c.pen.ellipse((x - q, y - q, x + q, y + q), outline=(190, 235, 245), width=max(1, round(1.5 * c.u)))
    c.hill(.88, 6, vary(c.r, (215, 190, 130)))
    for x in (.08, .9, .97):
        colour = c.r.choice(((40, 150, 90), (220, 90, 110), (240, 150, 80)))
        c.pen.line([(x * c.w + 6 * c.u * math.sin(i * .9), c.h * .93 - i * 9 * c.u) for i in range(8)], fill=colour, width=round(5 * c.u))
    return None


def wall(c):
    colour = vary(c.r, c.r.choice(WALLS), 6)
    c.fill((0, colour), (1, mix(colour, (0, 0, 0), .12)))


def table(c):
    wall(c)
    wood = vary(c.r, c.r.choice(((180, 122, 72), (150, 95, 55), (205, 155, 100))), 8)
    for i in range(5):
        y = c.h * (.6 + i * .08)
        c.pen.rectangle((0, y, c.w, y + c.h * .08), fill=vary(c.r, wood, 5))
        c.pen.line((0, y, c.w, y), fill=mix(wood, (0, 0, 0), .25), width=max(1, round(1.5 * c.u)))
    return .86, .9


def cloth(c):
    wall(c)
    colour, q = c.r.choice(((215, 60, 60), (60, 110, 200), (70, 160, 90))), 25.6 * c.u
    for i in range(int(c.w / q) + 1):
        for j in range(int(c.h * .48 / q) + 1):
            y = c.h * .54 + j * q
            c.pen.rectangle((i * q, y, i * q + q, y + q), fill=colour if (i + j) % 2 == 0 else (250, 250, 248))
    return .80, .90


def room(c):
    wall(c)
    c.strip(.7, 1, vary(c.r, (165, 115, 75), 10))
    c.strip(.685, .7, (250, 248, 240))
    x, w, y, h = c.r.choice((.1, .62)) * c.w, c.w * .28, c.h * .12, c.h * .33
    c.pen.rectangle((x, y, x + w, y + h), fill=(250, 250, 250))
    c.pen.rectangle((x + 4 * c.u, y + 4 * c.u, x + w - 4 * c.u, y + h - 4 * c.u), fill=(160, 210, 240))
    c.pen.line((x + w / 2, y, x + w / 2, y + h), fill=(250, 250, 250), width=round(4 * c.u))
    rug = vary(c.r, c.r.choice(((190, 80, 80), (80, 120, 170), (210, 170, 90))), 10)
    c.pen.ellipse((c.w * .12, c.h * .80, c.w * .88, c.h * .97), fill=rug)
    return .87, .93
