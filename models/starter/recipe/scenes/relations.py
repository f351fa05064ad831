"""Two things in a relation: on, under, behind, in front of, riding, next to. The second is one of few, whose Georgian form is written here."""
from scenes.nouns import article
from scenes.sprites import fit, put

# what carries, shelters or hides: code of the drawing, English, Georgian form, kinds of first things, height of each in u
ON = [("chair", "1fa91", "სკამზე", "land bird object food", 150, .62), ("elephant", "1f418", "სპილოზე", "land bird person", 150, .82),
      ("horse", "1f40e", "ცხენზე", "bird person", 155, .74), ("car", "1f697", "მანქანაზე", "land bird food object", 115, .93),
      ("house", "1f3e0", "სახლზე", "bird land", 165, .93), ("bus", "1f68c", "ავტობუსზე", "land bird", 135, .93),
      ("birthday cake", "1f382", "ტორტზე", "food bug bird", 145, .72), ("mushroom", "1f344", "სოკოზე", "bug bird land", 140, .92),
      ("backpack", "1f392", "ზურგჩანთაზე", "land bird", 140, .93)]
UNDER = [("tree", "1f333", "ხის ქვეშ", "land bird person object food", 200), ("umbrella", "2602", "ქოლგის ქვეშ", "land bird person food", 190),
         ("palm tree", "1f334", "პალმის ქვეშ", "land bird person vehicle", 205)]
BEHIND = [("tree", "1f333", "ხის უკან", "land person vehicle"), ("house", "1f3e0", "სახლის უკან", "land vehicle person plant"),
          ("car", "1f697", "მანქანის უკან", "land person building")]
FRONT = [("house", "1f3e0", "სახლის წინ", "land person vehicle bird plant"), ("castle", "1f3f0", "ციხესიმაგრის წინ", "land person vehicle"),
         ("tree", "1f333", "ხის წინ", "land person bird object")]
RIDES = [("bicycle", "1f6b2", "ველოსიპედით სეირნობს", 125, .62), ("skateboard", "1f6f9", "სკეიტბორდით სრიალებს", 60, .5),
         ("scooter", "1f6f4", "სკუტერით სეირნობს", 125, .62), ("horse", "1f40e", "ცხენზე ზის", 150, .72)]


def _pair(world, r, row):
    """A first thing that fits the row."""
    first = world.pick(r, row.split())
    return first, article(r.choice(first.en)), first.ka


def relate(r, world, page, size, ground, light, thing):
    """Draws a relation onto the page, which has a ground; returns (English, Georgian, first noun). thing(key code, noun or None) loads a drawing."""
    u, y = min(size) / 256, size[1] * r.uniform(*ground)
    x = size[0] / 2 + r.uniform(-14, 14) * u
    kind = r.choice(("on", "on", "under", "behind", "front", "ride"))
    if kind == "on":
        name, code, ka, kinds, height, seat = r.choice(ON)
        first, en, first_ka = _pair(world, r, kinds)
        below = fit(thing(code, None), height * .8 * u)
        put(page, below, x, y, 70, light)
        put(page, fit(thing(first.code, first), 88 * u), x, y - below.height * seat + 4 * u, 0, light)
        return f"{en} on {article(name)}", f"{first_ka} {ka}", first
    if kind == "under":
        name, code, ka, kinds, height = r.choice(UNDER)
        first, en, first_ka = _pair(world, r, kinds)
        put(page, fit(thing(code, None), height * u), x, y - 6 * u, 60, light)
        put(page, fit(thing(first.code, first), 82 * u), x + r.choice((-1, 1)) * 42 * u, y + 4 * u, 60, light)
        return f"{en} under {article(name)}", f"{first_ka} {ka}", first
    if kind == "ride":
        name, code, ka, height, seat = r.choice(RIDES)
        first, en, first_ka = _pair(world, r, "land person bird")
        below = fit(thing(code, None), height * u, 170 * u)
        put(page, below, x, y, 70, light)
        put(page, fit(thing(first.code, first), 100 * u), x, y - below.height * seat + 6 * u, 0, light)
        return f"{en} riding {article(name)}", f"{first_ka} {ka}", first
    name, code, ka, kinds = r.choice(BEHIND if kind == "behind" else FRONT)
    first, en, first_ka = _pair(world, r, kinds)
    big, small = fit(thing(code, None), 150 * u), fit(thing(first.code, first), (110 if kind == "behind" else 88) * u)
    dx = r.choice((-1, 1)) * 46 * u
    if kind == "behind":
        put(page, small, x + dx, y - 16 * u, 0, light)
        put(page, big, x - .3 * dx, y, 70, light)
        return f"{en} behind {article(name)}", f"{first_ka} {ka}", first
    put(page, big, x - .3 * dx, y - 12 * u, 70, light)
    put(page, small, x + dx, y + 4 * u, 70, light)
    return f"{en} in front of {article(name)}", f"{first_ka} {ka}", first
