"""Style words. A scene is of one set of drawings, and may pass through one filter; its style words name the filter, or else the set."""
from collections import namedtuple

Style = namedtuple("Style", "key en ka after")       # after: words that only follow a caption ("..., flat design")

SETS = {
    "fluent3d": (("3D render", "3D style"), "3D გამოსახულება"),
    "fluentflat": (("flat design", "flat style", "minimalist"), "ბრტყელი დიზაინი"),
    "noto": (("cartoon", "cartoon style"), "მულტფილმის სტილი"),
    "twemoji": (("vector illustration", "flat vector art"), "ვექტორული გრაფიკა")}
FILTER_WORDS = {
    "watercolor": (("watercolor", "watercolor painting"), "აკვარელი"),
    "pencil": (("pencil sketch", "pencil drawing"), "ფანქრის ჩანახატი"),
    "colored": (("colored pencil drawing",), "ფერადი ფანქრები"),
    "pixel": (("pixel art",), "პიქსელ არტი"),
    "oil": (("oil painting", "oil painting", "oil on canvas"), "ზეთის ნახატი"),
    "neon": (("neon", "neon glow"), "ნეონის ნათება"),
    "line": (("line art", "ink line art"), "კონტურული ნახატი"),
    "vintage": (("vintage photo",), "ძველი ფოტო"),
    "mono": (("black and white",), "შავ-თეთრი"),
    "pastel": (("soft pastel", "pastel drawing"), "რბილი პასტელი"),
    "pop": (("pop art poster", "pop art"), "პოპ-არტ პლაკატი")}
SHARES = {"watercolor": 3, "pencil": 2, "colored": 1.5, "pixel": 2.5, "oil": 3, "neon": 1.5, "line": 1.5, "vintage": 1, "mono": .8,
          "pastel": 1.2, "pop": 1}
DIGITAL = (("digital painting", "digital art"), "ციფრული ხელოვნება")     # said of unfiltered scenes now and then
AFTER = ("style", "design", "minimalist", "glow", "white", "neon", "pop art", "canvas", "pastel")


def words(r, entry):
    en = r.choice(entry[0])
    return en, entry[1]


def choose(r, world, drawn=True):
    """(filter or None, set of drawings, English words, Georgian words); drawn: whether the scene has drawings in it, so that the
    name of the set means something."""
    source = r.choices(list(world.sets), list(world.sets.values()))[0]
    if r.random() < world.filtered:
        key = r.choices(list(SHARES), list(SHARES.values()))[0]
        return (key, world.filter_set or source, *words(r, FILTER_WORDS[key]))
    if drawn and r.random() < world.named:
        source = r.choices(list(world.named_sets), list(world.named_sets.values()))[0]
        return (None, source, *words(r, SETS[source]))
    if r.random() < .04:
        return (None, source, *words(r, DIGITAL))
    return None, source, "", ""


def attach(r, en, ka, style, style_ka, article):
    """Puts the style's words before or after both captions alike."""
    if not style:
        return en, ka
    pick = r.random()
    if pick < .6 or style.endswith(AFTER):
        return f"{en}, {style}", f"{ka}, {style_ka}"
    if pick < .8:
        return f"{article(style)} of {en}", f"{ka}, {style_ka}"
    return f"{style}, {en}", f"{style_ka}, {ka}"
