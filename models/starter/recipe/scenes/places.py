"""The 22 places: words in both languages, which kinds of things go there, the hours they are shown at, how they are drawn."""
from collections import namedtuple

from scenes import indoors, outdoors
from scenes.canvas import LIGHT, Canvas

Place = namedtuple("Place", "key en ka kinds hours draw")
ALL = "day day day sunset sunset night night sunrise cloudy"
TIMES = {"day": (("", "", "", "", "on a sunny day"), ""), "sunset": (("at sunset", "at sunset", "at sunset", "at dusk"), "მზის ჩასვლისას"),
         "sunrise": (("at sunrise", "at sunrise", "at dawn"), "მზის ამოსვლისას"),
         "night": (("at night", "at night", "at night, dark sky", "on a dark night"), "ღამით"),
         "cloudy": (("on a cloudy day", "under a cloudy sky"), "ღრუბლიან დღეს"), "neon": (("at night", ""), "ღამით"), "none": (("",), "")}
WET = {"meadow", "forest", "city", "neon", "mountains", "lake", "road", "sea", "beach", "farm"}     # it may rain there
COLD = {"snow", "snowforest", "mountains", "city", "forest"}
FOGGY = {"meadow", "forest", "mountains", "lake", "road", "city", "sea"}

_ROWS = [
    ("meadow", ["in a green meadow", "on green grass", "in a field", "on the grass"], "მწვანე მინდორზე",
     "land person plant building bug bird object vehicle float air", ALL),
    ("forest", ["in a forest", "in the forest", "in the woods"], "ტყეში", "land person plant building bug bird object", ALL),
    ("snowforest", ["in a snowy forest", "in a winter forest"], "თოვლიან ტყეში", "land person building bird object", ALL),
    ("autumnforest", ["in an autumn forest", "among autumn trees"], "შემოდგომის ტყეში", "land person building bug plant object", "day sunset cloudy sunrise"),
    ("mountains", ["in front of mountains", "in the mountains"], "მთების ფონზე", "land person building vehicle air float plant bird", ALL),
    ("snow", ["in the snow", "in a snowy field", "in winter"], "თოვლში", "land person building vehicle bird object", ALL),
    ("desert", ["in the desert", "in a desert"], "უდაბნოში", "land person building vehicle plant object", "day day sunset night sunrise"),
    ("beach", ["on the beach", "on a beach by the sea", "on a beach by the ocean"], "ზღვის სანაპიროზე",
     "land person object vehicle bird plant food wader", "day day sunset sunrise night"),
    ("sea", ["on the sea", "on the ocean", "at sea"], "ზღვაზე", "boat", ALL),
    ("water", ["standing in water", "in the water"], "წყალში", "wader", "day sunset sunset sunrise night"),
    ("lake", ["by a lake", "by a mountain lake"], "ტბის პირას", "land person building wader bird plant float", "day day sunset sunrise night"),
    ("city", ["in the city", "in a city street", "on the street"], "ქალაქში", "land person vehicle object building", ALL),
    ("neon", ["in a neon city", "in a neon cyberpunk city", "in a cyberpunk city"], "ნეონის კიბერპანკ ქალაქში", "land person vehicle object air", "neon"),
    ("road", ["on a road", "on the road"], "გზაზე", "vehicle", ALL),
    ("farm", ["on a farm field", "on a farm"], "ფერმის მინდორზე", "land vehicle person building", "day day sunset sunrise"),
    ("sky", ["in the sky", "in the blue sky", "flying in the sky"], "ცაში", "air bird float space bug sky", ALL),
    ("space", ["in space", "in outer space", "in the starry sky", "among the stars"], "კოსმოსში", "space sky person object", "none"),
    ("moon", ["on the moon", "on the surface of the moon"], "მთვარის ზედაპირზე", "space person vehicle land", "none"),
    ("underwater", ["under the sea", "underwater", "in the ocean"], "წყალქვეშ", "sea", "none"),
    ("table", ["on a wooden table", "on a table"], "ხის მაგიდაზე", "food object plant", "none"),
    ("cloth", ["on a checkered tablecloth"], "უჯრედიან სუფრაზე", "food", "none"),
    ("room", ["in a cozy room", "in a room"], "მყუდრო ოთახში", "land object person plant", "none"),
]
PLACES = {}
for _key, _en, _ka, _kinds, _hours in _ROWS:
    PLACES[_key] = Place(_key, _en, _ka, tuple(_kinds.split()), _hours.split(), getattr(outdoors, _key, None) or getattr(indoors, _key))
FLOATS = {"sky", "space", "underwater"}
OWN_LIGHT = {"table", "cloth", "room", "space", "moon", "underwater"}


def for_kind(kind):
    return [p for p in PLACES.values() if kind in p.kinds]


def draw(key, r, size, time):
    """(picture, range of heights where things stand or None, light on the things or None)"""
    c = Canvas(r, size, time)
    ground = PLACES[key].draw(c)
    return c.picture(), ground, None if key in OWN_LIGHT else LIGHT.get(time)
