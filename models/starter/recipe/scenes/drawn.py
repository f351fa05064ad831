"""Things that no drawing covers, drawn here."""
import functools

from PIL import Image, ImageDraw

CLOTHS = (((220, 60, 60), (255, 240, 220)), ((240, 160, 50), (255, 240, 220)), ((70, 120, 210), (255, 210, 90)))
SWEETS = ((245, 150, 180), (165, 215, 140), (250, 210, 105), (185, 150, 222), (140, 200, 228))


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


def draw(key, r):
    """The thing with that key, or None if a drawing is to be loaded."""
    if key == "balloon":
        return balloon(*r.choice(CLOTHS))
    if key == "tank":
        return tank()
    return macaron(r.choice(SWEETS)) if key == "macaron" else None
