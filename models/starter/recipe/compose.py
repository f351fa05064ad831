"""Captioned scenes: scene(number) -> (256-pixel picture, English caption, Georgian caption). A scene depends on its number only."""
import random

import numpy as np
from PIL import Image

import backgrounds
import special
from backgrounds import LIGHT, SIZE
from filters import FILTERS
from sprites import balloon, fit, load, put, tank, tinted
from world import (COLOURS, COUNTS, GROUNDS, NOUNS, PLACES, PLAIN_SOURCES, RAIN, STYLES, TIMES, article)

NAMES = list(NOUNS)
WEIGHTS = [NOUNS[k].weight for k in NAMES]
BY_KIND = {kind: [p for p, v in PLACES.items() if kind in v[2].split()]
           for kind in {n.kind for n in NOUNS.values()}}
CLOTHS = (((220, 60, 60), (255, 240, 220)), ((240, 160, 50), (255, 240, 220)), ((70, 120, 210), (255, 210, 90)))


def drawing(r, noun, source, hue=None):
    if noun.key == "balloon":
        return balloon(*r.choice(CLOTHS))
    if noun.key == "tank":
        return tank()
    code = noun.codes[0]
    return load(code, source) if hue is None else tinted(code, source, hue)


def choose_style(r):
    key = r.choices(list(STYLES), [s[0] for s in STYLES.values()])[0]
    _, source, en, ka = STYLES[key]
    return key, source or r.choices(list(PLAIN_SOURCES), list(PLAIN_SOURCES.values()))[0], r.choice(en), ka


def subject(r, noun, source):
    """(drawing, English noun, English plural, Georgian)"""
    word = r.choice(noun.en)
    if noun.key == "apple":         # two drawings of their own
        colour = r.choice(("red", "red", "green"))
        im = load("1f34e" if colour == "red" else "1f34f", source)
        if r.random() < .3 and colour == "red":
            return im, "apple", "apples", "ვაშლი"
        return im, f"{colour} apple", f"{colour} apples", f"{COLOURS[colour][1]} ვაშლი"
    if noun.colours and r.random() < .6:
        colour = r.choice(noun.colours)
        hue, ka = COLOURS[colour]
        return drawing(r, noun, source, hue), f"{colour} {word}", f"{colour} {noun.plural}", f"{ka} {noun.ka}"
    return drawing(r, noun, source), word, noun.plural, noun.ka


def arrange(r, page, im, n, ground, shadow, light, big):
    """One thing large in the middle, or two or three in a row."""
    if n == 1:
        height = r.uniform(165, 195) if big else r.uniform(135, 165)
        im = fit(im, height, 215)
        x = SIZE / 2 + r.uniform(-9, 9)
        bottom = SIZE * r.uniform(*ground) if ground else SIZE / 2 + im.height / 2 + r.uniform(-7, 7)
        put(page, im, x, bottom, shadow, light)
        return
    cell = SIZE / n
    im = fit(im, 125 if n == 2 else 100, cell * .94)
    for i in range(n):
        bottom = SIZE * ground[1] if ground else SIZE / 2 + im.height / 2
        put(page, im, (i + .5) * cell, bottom + r.uniform(-5, 5), shadow, light)


def plain(r, im, n, words):
    name = "white" if r.random() < .5 else r.choice(list(GROUNDS))
    colour, ka = GROUNDS[name]
    page = Image.new("RGB", (SIZE, SIZE), colour if name in ("white", "black") else backgrounds.vary(r, colour, 6))
    arrange(r, page, im, n, None, 0, None, True)
    en, georgian = words
    if name == "white" and r.random() < .6:       # the commonest picture needs no word for its ground
        return page, en, georgian
    return page, f"{en} on {article(name)} background", f"{georgian} {ka} ფონზე"


def placed(r, noun, im, n, words):
    place = r.choice(BY_KIND[noun.kind])
    phrases, place_ka, _, hours = PLACES[place]
    time = r.choice(hours.split())
    page, ground = backgrounds.draw(place, r, time)
    if noun.kind == "air":
        ground = None
    arrange(r, page, im, n, ground, 70 if ground and place not in ("water", "sea") else 0, LIGHT[time], False)
    when, when_ka = TIMES[time]
    en = f"{words[0]} {r.choice(phrases)} {r.choice(when)}"
    ka = f"{words[1]} {place_ka} {when_ka}"
    if place in ("meadow", "forest", "city", "neon", "mountains") and r.random() < .12:
        page = backgrounds.rain(r, page)
        en, ka = f"{en} {r.choice(RAIN[0])}", f"{ka} {RAIN[1]}"
    return page, en, ka


def with_style(r, en, ka, style, style_ka):
    if not style:
        return en, ka
    pick = r.random()
    if pick < .6 or style.endswith(("style", "design", "minimalist", "glow")):
        en = f"{en}, {style}"
    elif pick < .8:
        en = f"{article(style)} of {en}"
    else:
        en = f"{style}, {en}"
    return en, f"{ka}, {style_ka}"


def tidy(text):
    return " ".join(text.split()).replace(" ,", ",")


def scene(number):
    r = random.Random(f"easel {number}")
    style, source, style_en, style_ka = choose_style(r)
    if r.random() < .13:
        page, en, ka, fixed = special.draw(r, source)
        if fixed:
            style, style_en, style_ka = fixed
    else:
        noun = NOUNS[r.choices(NAMES, WEIGHTS)[0]]
        im, word, plural, ka = subject(r, noun, source)
        n = 1
        if noun.kind in ("food", "air", "thing", "wader", "land") and r.random() < .1:
            n = r.choice((2, 2, 3))
        words = (article(word) if r.random() < .9 else word, ka) if n == 1 else (f"{COUNTS[n][0]} {plural}", f"{COUNTS[n][1]} {ka}")
        page, en, ka = plain(r, im, n, words) if r.random() < .45 else placed(r, noun, im, n, words)
    if style in FILTERS:
        page = FILTERS[style](page, np.random.RandomState(r.getrandbits(31)))
    en, ka = with_style(r, en, ka, style_en, style_ka)
    return page, tidy(en), tidy(ka)
