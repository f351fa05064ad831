"""scene(number, ...) -> a picture and its two captions. A scene depends on its number, the world and the size only."""
import random
from collections import namedtuple

import numpy as np
from PIL import Image, ImageOps

from scenes import drawn, held, places, relations, stories, styles, weather
from scenes.canvas import vary
from scenes.filters import FILTERS
from scenes.nouns import HEADS, article
from scenes.sprites import fit, load, put, tinted
from scenes.world import COLOURS, COUNTS, GROUNDS

# noun, filter: keys or None, for classifiers; number: of the scene
Scene = namedtuple("Scene", "image en ka noun filter")
STILL = {"building", "geo", "vehicle", "sky", "plant"}      # never turned
FREE = {"food", "object", "float", "air", "space", "bug", "sea"}    # may lie or hang at an angle


def drawing(r, noun, source, hue=None):
    own = drawn.draw(noun.code, r)
    if own is not None:
        return own
    return load(noun.code, source) if hue is None else tinted(noun.code, source, hue)


def subject(r, noun, source):
    """(drawing, English noun, English plural, Georgian)"""
    word = r.choice(noun.en)
    if noun.key == "apple":         # two drawings of their own
        colour = r.choice(("red", "red", "green"))
        im = load("1f34e" if colour == "red" else "1f34f", source)
        if r.random() < .3 and colour == "red":
            return im, "apple", "apples", "ვაშლი"
        return im, f"{colour} apple", f"{colour} apples", f"{COLOURS[colour][1]} ვაშლი"
    if noun.colours and r.random() < .55:
        colour = r.choice(noun.colours)
        hue, ka = COLOURS[colour]
        return drawing(r, noun, source, hue), f"{colour} {word}", f"{colour} {noun.plural}", f"{ka} {noun.ka}"
    return drawing(r, noun, source), word, noun.plural, noun.ka


def posed(r, im, kind, tidy):
    """Mirrored and turned where that makes sense."""
    if tidy:
        return im
    if r.random() < .5:
        im = ImageOps.mirror(im)
    if kind in FREE and r.random() < .25:
        im = im.rotate(r.uniform(-25, 25), expand=True, resample=Image.BICUBIC)
    return im


def arrange(r, page, im, n, ground, shadow, light, big, tidy):
    """One thing, or several in a row."""
    (w, h), u = page.size, min(page.size) / 256
    if n == 1:
        height = (r.uniform(165, 195) if big else r.uniform(135, 165) if tidy else r.uniform(100, 165)) * u
        im = fit(im, height, 215 * u)
        x = w / 2 + r.uniform(-9, 9) * u if tidy or big else w * r.uniform(.36, .64)
        bottom = h * r.uniform(*ground) if ground else h / 2 + im.height / 2 + r.uniform(-7, 7) * u
        put(page, im, x, bottom, shadow, light)
        return
    cell = min(w, 1.3 * h) / n
    im = fit(im, {2: 125, 3: 100, 4: 84, 5: 72}[n] * u, cell * .94)
    for i in range(n):
        bottom = h * ground[1] if ground else h / 2 + im.height / 2
        put(page, im, w / 2 + (i - (n - 1) / 2) * cell, bottom + r.uniform(-5, 5) * u, shadow, light)


def named(r, noun, word, plural, ka, n):
    if n > 1:
        return f"{COUNTS[n][0]} {plural}", f"{COUNTS[n][1]} {ka}"
    return article(word) if r.random() < .9 else word, ka


def plain(r, world, noun, im, n, words, size):
    name = "white" if r.random() < .5 else r.choice(list(GROUNDS))
    colour, ka = GROUNDS[name]
    page = Image.new("RGB", size, colour if name in ("white", "black") else vary(r, colour, 6))
    arrange(r, page, posed(r, im, noun.kind, world.tidy), n, None, 0, None, True, world.tidy)
    if name == "white" and r.random() < .6:       # the commonest picture needs no word for its ground
        return page, *words
    return page, f"{words[0]} on {article(name)} background", f"{words[1]} {ka} ფონზე"


def setting(r, noun):
    """A place where the thing may be, and an hour; none for what belongs nowhere."""
    fit_places = [p for p in places.for_kind(noun.kind) if not held.place(noun, p.key)]
    place = r.choice(fit_places or [places.PLACES["meadow"]])
    return place, r.choice(place.hours)


def told(r, page, place, time, en, ka):
    """The place, the weather and the hour, in both captions and over the picture."""
    en, ka = f"{en} {r.choice(place.en)}", f"{ka} {place.ka}"
    if place.key in places.WET | places.COLD and r.random() < .14:
        kinds = [k for k, where in (("rain", places.WET), ("snowfall", places.COLD), ("fog", places.FOGGY)) if place.key in where]
        kind = r.choice(kinds)
        page = weather.fall(kind, r, page)
        words, words_ka = weather.WEATHER[kind]
        en, ka = f"{en} {r.choice(words)}", f"{ka} {words_ka}"
        if time in ("day", "cloudy"):
            return page, en, ka
    when, when_ka = places.TIMES[time]
    return page, f"{en} {r.choice(when)}", f"{ka} {when_ka}"


def placed(r, world, noun, im, n, words, size):
    place, time = setting(r, noun)
    page, ground, light = places.draw(place.key, r, size, time)
    if noun.kind in ("air", "float"):
        ground = None
    shadow = 70 if ground and place.key not in ("water", "sea") else 0
    im = posed(r, im, noun.kind if ground is None else "still", world.tidy)
    arrange(r, page, im, n, ground, shadow, light, not world.tidy and r.random() < .25, world.tidy)
    return told(r, page, place, time, *words)


def pair(r, world, noun, source, size):
    """Two things side by side."""
    other = world.pick(r, [noun.kind]) if r.random() < .7 else world.pick(r)
    both = [p for p in places.for_kind(noun.kind) if other.kind in p.kinds and not held.place(noun, p.key) and not held.place(other, p.key)]
    u = min(size) / 256
    a, b = (subject(r, n, source) for n in (noun, other))
    if both:
        place = r.choice(both)
        time = r.choice(place.hours)
        page, ground, light = places.draw(place.key, r, size, time)
    else:
        page, ground, light = Image.new("RGB", size, (255, 255, 255)), None, None
    for (im, *_), side in ((a, -1), (b, 1)):
        im = fit(posed(r, im, "still", world.tidy), r.uniform(95, 120) * u, 122 * u)
        bottom = size[1] * r.uniform(*ground) if ground else size[1] / 2 + im.height / 2
        put(page, im, size[0] / 2 + side * 64 * u, bottom, 70 if ground else 0, light)
    first, second = article(a[1]), article(b[1])
    way = r.random()
    if way < .6:
        en, ka = f"{first} and {second}", f"{a[3]} და {b[3]}"
    elif way < .8:
        en, ka = f"{first} on the left and {second} on the right", f"მარცხნივ {a[3]}, მარჯვნივ {b[3]}"
    else:
        en, ka = f"{first} next to {second}", f"{a[3]} და {b[3]} გვერდიგვერდ"
    if not both:
        return page, f"{en} on a white background", f"{ka} თეთრ ფონზე"
    return told(r, page, place, time, en, ka)


def pattern(r, noun, im, size):
    name = r.choice(list(GROUNDS))
    colour, ka = GROUNDS[name]
    page, n = Image.new("RGB", size, vary(r, colour, 8)), r.choice((3, 4))
    cell = min(size) / n
    im = fit(im, cell * .72, cell * .8)
    for i in range(round(size[1] / cell)):
        for j in range(round(size[0] / cell)):
            put(page, im, (j + .5) * cell, (i + .5) * cell + im.height / 2)
    return page, f"a pattern of {noun.plural} on {article(name)} background", f"{noun.ka}, ნიმუში {ka} ფონზე"


def portrait(r, world, source, size):
    """A head alone, large."""
    noun = r.choice([n for n in world.nouns if n.code in HEADS] or world.nouns)
    name = r.choice(list(GROUNDS))
    colour, ka = GROUNDS[name]
    page = Image.new("RGB", size, vary(r, colour, 6))
    arrange(r, page, load(noun.code, source), 1, None, 0, None, True, world.tidy)
    return noun, page, f"a portrait of {article(noun.en[0])} on {article(name)} background", f"{noun.ka}, პორტრეტი {ka} ფონზე"


def related(r, world, source, size):
    place = places.PLACES[r.choice(("meadow", "beach", "snow", "farm", "city", "desert"))]
    time = r.choice(place.hours)
    page, ground, light = places.draw(place.key, r, size, time)

    def thing(code, noun):
        return drawing(r, noun, source) if noun else load(code, source)
    en, ka, noun = relations.relate(r, world, page, size, ground, light, thing)
    return noun, *told(r, page, place, time, en, ka)


def tidy_text(text):
    return " ".join(text.split()).replace(" ,", ",")


def compose(r, world, size):
    """(picture, English, Georgian, noun or None, filter or None) without the filter's effect and words, and (style words, set)"""
    mode = r.choices(list(world.modes), list(world.modes.values()))[0]
    story = r.choice(stories.STORIES) if mode == "story" else None
    style = styles.choose(r, world, drawn=story not in stories.EMPTY)
    source = style[1]
    if story:
        return None, style, story(r, source, size)
    if mode == "portrait":
        noun, *rest = portrait(r, world, source, size)
        return noun, style, rest
    if mode == "relation":
        noun, *rest = related(r, world, source, size)
        return noun, style, rest
    noun = world.pick(r)
    if noun.sets and source not in noun.sets:
        source = r.choice(noun.sets)
        if style[0] is None and style[2] in styles.SETS[style[1]][0]:      # the words must stay true
            style = (None, source, *styles.words(r, styles.SETS[source]))
    if mode == "pair":
        return noun, style, pair(r, world, noun, source, size)
    im, word, plural, ka = subject(r, noun, source)
    if mode == "pattern" and noun.kind != "person":
        return noun, style, pattern(r, noun, im, size)
    n = 1
    if noun.kind not in ("geo", "building", "sky", "person") and r.random() < (.12 if world.tidy else .2):
        n = r.choice([2, 2, 3, 3, 4, 5][: 3 if world.most == 3 else 6])
    words = named(r, noun, word, plural, ka, n)
    if mode == "plain" or noun.kind == "geo":
        return noun, style, plain(r, world, noun, im, n, words, size)
    return noun, style, placed(r, world, noun, im, n, words, size)


def scene(number, world, size=(256, 256)):
    """size: (width, height) in pixels, multiples of 8."""
    for attempt in range(9):
        r = random.Random(f"easel {number} {attempt}")
        noun, (key, _, style, style_ka), (page, en, ka) = compose(r, world, size)
        if not (noun and key and held.filtered(noun, key)):
            break
    if key:
        page = FILTERS[key](page, np.random.RandomState(r.getrandbits(31)))
    en, ka = styles.attach(r, en, ka, style, style_ka, article)
    return Scene(page.convert("RGB"), tidy_text(en), tidy_text(ka), noun and noun.key, key)
