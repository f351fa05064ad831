"""What the model's world holds: things, places, times of day, colours, counts and styles, in English and Georgian."""
from collections import namedtuple

Noun = namedtuple("Noun", "key en ka kind codes plural colours weight")


def noun(key, ka, kind, codes, en=None, plural=None, colours=(), weight=1.0):
    """codes: Unicode code points of the drawings, or () for a thing that `drawn.py` draws itself."""
    en = en or [key]
    en = [en] if isinstance(en, str) else en
    if plural is None:
        word = en[0]
        plural = word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
    return Noun(key, en, ka, kind, codes.split() if codes else [], plural, tuple(colours), weight)


PAINT = ("red", "green", "blue", "yellow")
NOUNS = {n.key: n for n in [
    noun("house", "სახლი", "building", "1f3e0"),
    noun("mushroom", "სოკო", "plant", "1f344"),
    noun("balloon", "საჰაერო ბუშტი", "air", "", en="hot air balloon", weight=1.3),
    noun("flamingo", "ფლამინგო", "wader", "1f9a9", weight=1.3),
    noun("dog", "ძაღლი", "land", "1f415", en=["dog", "dog", "shiba inu dog"], weight=1.4),
    noun("bicycle", "ველოსიპედი", "vehicle", "1f6b2", en=["bicycle", "bicycle", "bike"], weight=1.2),
    noun("bird", "ლურჯი ჩხიკვი", "land", "1f426", en=["bird", "blue jay", "blue bird"]),
    noun("brain", "ტვინი", "thing", "1f9e0"),
    noun("rocket", "რაკეტა", "space", "1f680", en=["rocket", "rocket", "rocket ship"]),
    noun("avocado", "ავოკადო", "food", "1f951"),
    noun("chair", "სკამი", "thing", "1fa91", colours=PAINT, weight=1.3),
    noun("superhero", "სუპერგმირი", "land", "1f9b8", plural="superheroes"),
    noun("building", "შენობა", "building", "1f3e2", en=["building", "tall building", "office building"]),
    noun("dinosaur", "დინოზავრი", "land", "1f996"),
    noun("robot", "რობოტი", "thing", "1f916"),
    noun("car", "მანქანა", "vehicle", "1f697", en=["car", "car", "automobile"], colours=PAINT, weight=1.5),
    noun("apple", "ვაშლი", "food", "1f34e 1f34f", colours=("red", "green"), weight=1.4),
    noun("orange", "ფორთოხალი", "food", "1f34a"),
    noun("croissant", "კრუასანი", "food", "1f950"),
    noun("cat", "კატა", "land", "1f408", weight=1.5),
    noun("sheep", "ცხვარი", "land", "1f411", plural="sheep"),
    noun("tank", "ტანკი", "vehicle", ""),
    noun("castle", "ციხესიმაგრე", "building", "1f3f0", weight=1.2),
    noun("fox", "მელა", "land", "1f98a", plural="foxes"),
    noun("sailboat", "იალქნიანი ნავი", "boat", "26f5", en=["sailboat", "sailboat", "boat"], weight=1.2),
    noun("moon", "მთვარე", "sky", "1f319", en=["crescent moon", "moon"]),
    noun("cactus", "კაქტუსი", "plant", "1f335", plural="cacti"),
    noun("tree", "ხე", "plant", "1f333"),
    noun("mountain", "მთა", "building", "1f3d4", en=["mountain", "snowy mountain"]),
    noun("person", "ადამიანი", "land", "1f6b6", en=["person", "man", "person walking"], plural="people"),
    noun("backpack", "ზურგჩანთა", "thing", "1f392", colours=PAINT),
    noun("banana", "ბანანი", "food", "1f34c", weight=1.3),
    noun("strawberry", "მარწყვი", "food", "1f353", plural="strawberries"),
    noun("pizza", "პიცა", "food", "1f355", en=["pizza", "slice of pizza"]),
    noun("coffee", "ფინჯანი ყავა", "food", "2615", en=["cup of coffee", "cup", "coffee"], plural="cups of coffee"),
    noun("guitar", "გიტარა", "thing", "1f3b8"),
    noun("umbrella", "ქოლგა", "thing", "2602", colours=PAINT),
    noun("butterfly", "პეპელა", "air", "1f98b", plural="butterflies"),
    noun("fish", "თევზი", "sea", "1f420", plural="fish"),
    noun("owl", "ბუ", "land", "1f989", weight=1.3),
    noun("penguin", "პინგვინი", "land", "1f427"),
    noun("elephant", "სპილო", "land", "1f418", weight=1.3),
    noun("rabbit", "კურდღელი", "land", "1f407"),
    noun("horse", "ცხენი", "land", "1f40e"),
    noun("sunflower", "მზესუმზირა", "plant", "1f33b"),
    noun("rose", "ვარდი", "plant", "1f339"),
    noun("bus", "ავტობუსი", "vehicle", "1f68c"),
    noun("train", "მატარებელი", "vehicle", "1f682", en=["train", "steam train"]),
    noun("airplane", "თვითმფრინავი", "air", "2708", en=["airplane", "plane"]),
    noun("heart", "გული", "thing", "2764", colours=("red", "blue", "purple", "pink")),
    noun("star", "ვარსკვლავი", "sky", "2b50"),
    noun("clock", "საათი", "thing", "23f0", en=["alarm clock", "clock"]),
    noun("pumpkin", "გოგრა", "food", "1f383"),
    noun("snowman", "თოვლის კაცი", "land", "2603", plural="snowmen", weight=1.3),
    noun("ice cream", "ნაყინი", "food", "1f366", plural="ice creams"),
    noun("cake", "ტორტი", "food", "1f382", en=["birthday cake", "cake"]),
]}
# drawn only as a part of a composed picture
EXTRAS = {"full moon": "1f315", "basket": "1f9fa", "hat": "1f452", "sunglasses": "1f576", "leaf": "1f342"}

SOURCES = ("fluent3d", "fluentflat", "noto")

# name -> hue in degrees, Georgian, and the plain background's colour with the Georgian dative
COLOURS = {"red": (0, "წითელი"), "orange": (28, "ნარინჯისფერი"), "yellow": (50, "ყვითელი"), "green": (115, "მწვანე"),
           "blue": (215, "ლურჯი"), "purple": (275, "იისფერი"), "pink": (330, "ვარდისფერი")}
GROUNDS = {"white": ((255, 255, 255), "თეთრ"), "black": ((20, 20, 24), "შავ"), "red": ((214, 64, 60), "წითელ"),
           "blue": ((70, 130, 215), "ლურჯ"), "green": ((100, 180, 110), "მწვანე"), "yellow": ((250, 214, 90), "ყვითელ"),
           "purple": ((140, 95, 190), "იისფერ"), "pink": ((248, 180, 200), "ვარდისფერ"), "gray": ((165, 168, 175), "ნაცრისფერ")}
COUNTS = {2: ("two", "ორი"), 3: ("three", "სამი")}

# place -> English phrases, Georgian phrase, kinds of things that go there, times of day
PLACES = {
    "meadow": (["in a green meadow", "on green grass", "in a field", "on the grass"], "მწვანე მინდორზე",
               "land plant building thing vehicle air", "day day sunset night"),
    "forest": (["in a forest", "in the forest", "in the woods"], "ტყეში", "land plant building thing", "day day night"),
    "snow": (["in the snow", "in a snowy field", "in winter"], "თოვლში", "land building vehicle", "day day night"),
    "snowforest": (["in a snowy forest", "in a winter forest"], "თოვლიან ტყეში", "land building", "day"),
    "mountains": (["in front of mountains", "in the mountains"], "მთების ფონზე", "land building vehicle air plant", "day day sunset"),
    "desert": (["in the desert", "in a desert"], "უდაბნოში", "land plant vehicle building", "day day sunset"),
    "beach": (["on the beach", "on a beach by the sea"], "ზღვის სანაპიროზე", "land thing vehicle wader", "day day sunset"),
    "sea": (["on the sea", "on the ocean", "at sea"], "ზღვაზე", "boat", "day day sunset night"),
    "water": (["standing in water", "in the water"], "წყალში", "wader", "day sunset sunset"),
    "underwater": (["under the sea", "underwater", "in the ocean"], "წყალქვეშ", "sea", "day"),
    "city": (["in the city", "in a city street", "on the street"], "ქალაქში", "land vehicle thing building", "day day sunset night"),
    "neon": (["in a neon city", "in a cyberpunk city"], "ნეონის ქალაქში", "land vehicle thing", "neon"),
    "sky": (["in the sky", "in the blue sky", "flying in the sky"], "ცაში", "air sky", "day day sunset night"),
    "space": (["in space", "in the starry sky", "among the stars"], "კოსმოსში", "space sky", "space"),
    "table": (["on a wooden table", "on a table"], "ხის მაგიდაზე", "food thing", "day"),
}
TIMES = {"day": ((["", "", "", "", "on a sunny day"]), ""), "sunset": (["at sunset", "at sunset", "at dusk", "at sunrise"], "მზის ჩასვლისას"),
         "night": (["at night", "at night", "at night, dark sky", "on a dark night"], "ღამით"),
         "neon": (["at night", ""], "ღამით"), "space": ([""], "")}
RAIN = (["in the rain", "rainy weather", "on a rainy day"], "წვიმაში")

# style -> (share of scenes, drawing source or None for any, English words, Georgian words)
STYLES = {
    "": (.50, None, [""], ""),
    "3d": (.10, "fluent3d", ["3D render", "3D style"], "3D გამოსახულება"),
    "flat": (.06, "fluentflat", ["flat design", "flat style", "minimalist"], "ბრტყელი დიზაინი"),
    "cartoon": (.06, "noto", ["cartoon", "cartoon style"], "მულტფილმის სტილი"),
    "watercolor": (.07, "fluent3d", ["watercolor", "watercolor painting"], "აკვარელი"),
    "pixel": (.06, "fluent3d", ["pixel art"], "პიქსელ არტი"),
    "sketch": (.06, "fluent3d", ["pencil sketch", "line art"], "ფანქრის ჩანახატი"),
    "oil": (.05, "fluent3d", ["oil painting", "oil painting", "oil on canvas"], "ზეთის საღებავი"),
    "neon": (.04, "fluent3d", ["neon", "neon glow"], "ნეონის ნათება"),
}
PLAIN_SOURCES = {"fluent3d": .8, "fluentflat": .1, "noto": .1}     # for captions without a style word


def article(phrase):
    return ("an " if phrase[0] in "aeiou" else "a ") + phrase
