"""Pairs that training never sees, to show whether things, places and styles combine: 40 of a thing and a place, 40 of a thing
and a filter. Pairs of the studio's own prompts are not among them."""
import random

from scenes import nouns, places, styles

KNOWN = {("cat", "meadow"), ("sheep", "meadow"), ("fox", "snowforest"), ("cactus", "desert"), ("house", "forest"), ("sailboat", "sea"),
         ("flamingo", "water"), ("apple", "table"), ("person", "beach"), ("car", "city"), ("car", "neon"), ("dog", "meadow"),
         ("dog", "beach"), ("dog", "city"), ("hot air balloon", "sky"), ("rocket", "space"), ("airplane", "sky"), ("fish", "underwater")}


def _choose(pairs, n):
    """n of them, at most two of any thing."""
    r, out, seen = random.Random("held back"), [], {}
    r.shuffle(pairs)
    for thing, other in pairs:
        if seen.get(thing, 0) < 2 and len(out) < n:
            out.append((thing, other))
            seen[thing] = seen.get(thing, 0) + 1
    return out


_FREE = [n for n in nouns.CORE if n.kind not in ("geo", "sky")]
PLACES = _choose([(n.key, p.key) for n in _FREE for p in places.for_kind(n.kind)
                  if (n.key, p.key) not in KNOWN and len(places.for_kind(n.kind)) > 2], 40)
FILTERS = _choose([(n.key, f) for n in _FREE if n.key not in ("cat", "dinosaur") for f in styles.FILTER_WORDS], 40)
_PLACES, _FILTERS = set(PLACES), set(FILTERS)


def place(noun, key):
    return (noun.key, key) in _PLACES


def filtered(noun, key):
    return (noun.key, key) in _FILTERS


def prompts():
    """[(English, Georgian)] of the 40 and the 40."""
    by = {n.key: n for n in nouns.CORE}
    out = []
    for key, p in PLACES:
        out.append((f"{nouns.article(by[key].en[0])} {places.PLACES[p].en[0]}", f"{by[key].ka} {places.PLACES[p].ka}"))
    for key, f in FILTERS:
        en, ka = styles.FILTER_WORDS[f]
        out.append((f"{nouns.article(by[key].en[0])}, {en[0]}", f"{by[key].ka}, {ka}"))
    return out
