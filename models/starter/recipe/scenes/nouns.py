"""The things. CORE are named by hand and drawn by every budget; the others come with the library of drawings (library.json)."""
import json
import os
from collections import namedtuple

Noun = namedtuple("Noun", "key en ka kind code plural colours weight sets")
MASS = set("""sunglasses grapes cherries scissors glasses jeans bacon spaghetti sushi tools broccoli popcorn butter salt shorts socks rice fire
garlic ice leaves fries herb pot""".split())
IRREGULAR = {"sheep": "sheep", "deer": "deer", "fish": "fish", "mouse": "mice", "wolf": "wolves", "goose": "geese", "leaf": "leaves",
             "cactus": "cacti", "shrimp": "shrimp", "bison": "bison", "moose": "moose", "knife": "knives", "loaf": "loaves", "person": "people",
             "snowman": "snowmen", "tomato": "tomatoes", "potato": "potatoes", "mango": "mangoes", "man": "men", "woman": "women", "ox": "oxen"}
PAINT = ("red", "green", "blue", "yellow")
HEADS = set("1f98a 1f43b 1f43c 1f43a 1f981 1f428 1f42f 1f436 1f431 1f434 1f42e 1f437 1f430 1f42d 1f435 1f432".split())


def head_of(name):
    """cup of coffee -> (cup, of coffee); nest with eggs -> (nest, with eggs)"""
    for link in (" of ", " with ", " in "):
        if link in name:
            head, _, tail = name.partition(link)
            return head, link + tail
    return name, ""


def counts(word):
    """Whether it takes an article: not sunglasses, fireworks, popcorn."""
    return word not in MASS and (not word.endswith("s") or word.endswith(("ss", "us", "is", "as")))


def plural(name):
    """cup of coffee -> cups of coffee; sheep -> sheep; fireworks -> fireworks"""
    head, tail = head_of(name)
    *before, word = head.split(" ")
    if word in IRREGULAR:
        word = IRREGULAR[word]
    elif word.endswith(("person", "man")):
        word = word.removesuffix("person").removesuffix("man") + ("people" if word.endswith("person") else "men")
    elif counts(word):
        if word.endswith(("s", "x", "ch", "sh")):
            word += "es"
        elif word.endswith("y") and word[-2:-1] not in "aeiou":
            word = word[:-1] + "ies"
        else:
            word += "s"
    return " ".join([*before, word]) + tail


def article(phrase):
    """a cat, an owl, sunglasses"""
    if not counts(head_of(phrase.split(",")[0])[0].split(" ")[-1]):
        return phrase
    vowel = phrase[0] in "aeiou" and not phrase.startswith(("uni", "euro", "one", "ukul")) or phrase.startswith(("SUV", "X-"))
    return ("an " if vowel else "a ") + phrase


def noun(key, ka, kind, code, en=None, colours=(), weight=1.0, sets=None):
    en = [key] if en is None else [en] if isinstance(en, str) else en
    return Noun(key, en, ka, kind, code, plural(en[0]), tuple(colours), weight, sets)


CORE = [
    noun("house", "სახლი", "building", "1f3e0"),
    noun("mushroom", "სოკო", "plant", "1f344"),
    noun("hot air balloon", "საჰაერო ბუშტი", "float", "balloon", weight=1.3),
    noun("flamingo", "ფლამინგო", "wader", "1f9a9", weight=1.3),
    noun("dog", "ძაღლი", "land", "1f415", ["dog", "dog", "shiba inu dog"], weight=1.4),
    noun("bicycle", "ველოსიპედი", "vehicle", "1f6b2", ["bicycle", "bicycle", "bike"], weight=1.2),
    noun("bird", "ლურჯი ჩხიკვი", "bird", "1f426", ["bird", "blue jay", "blue bird"]),
    noun("brain", "ტვინი", "object", "1f9e0"),
    noun("rocket", "რაკეტა", "space", "1f680", ["rocket", "rocket", "rocket ship"]),
    noun("avocado", "ავოკადო", "food", "1f951"),
    noun("chair", "სკამი", "object", "1fa91", colours=PAINT, weight=1.3),
    noun("superhero", "სუპერგმირი", "person", "1f9b8"),
    noun("building", "შენობა", "building", "1f3e2", ["building", "tall building", "office building"]),
    noun("dinosaur", "დინოზავრი", "land", "1f996"),
    noun("robot", "რობოტი", "object", "1f916"),
    noun("car", "მანქანა", "vehicle", "1f697", ["car", "car", "automobile"], PAINT, 1.5),
    noun("apple", "ვაშლი", "food", "1f34e", weight=1.4),
    noun("orange", "ფორთოხალი", "food", "1f34a"),
    noun("croissant", "კრუასანი", "food", "1f950"),
    noun("cat", "კატა", "land", "1f408", weight=1.5),
    noun("sheep", "ცხვარი", "land", "1f411"),
    noun("tank", "ტანკი", "vehicle", "tank"),
    noun("castle", "ციხესიმაგრე", "building", "1f3f0", weight=1.2),
    noun("fox", "მელა", "land", "1f98a"),
    noun("sailboat", "იალქნიანი ნავი", "boat", "26f5", ["sailboat", "sailboat", "boat"], weight=1.2),
    noun("crescent moon", "მთვარე", "sky", "1f319", ["crescent moon", "moon"]),
    noun("cactus", "კაქტუსი", "plant", "1f335"),
    noun("tree", "ხე", "plant", "1f333"),
    noun("mountain", "მთა", "geo", "1f3d4", ["mountain", "snowy mountain"]),
    noun("person", "ადამიანი", "person", "1f6b6", ["person", "man", "person walking"]),
    noun("backpack", "ზურგჩანთა", "object", "1f392", colours=PAINT),
    noun("banana", "ბანანი", "food", "1f34c", weight=1.3),
    noun("strawberry", "მარწყვი", "food", "1f353"),
    noun("pizza", "პიცა", "food", "1f355", ["pizza", "slice of pizza"]),
    noun("cup of coffee", "ფინჯანი ყავა", "food", "2615", ["cup of coffee", "coffee"]),
    noun("guitar", "გიტარა", "object", "1f3b8"),
    noun("umbrella", "ქოლგა", "object", "2602", colours=PAINT),
    noun("butterfly", "პეპელა", "bug", "1f98b"),
    noun("fish", "თევზი", "sea", "1f420", ["fish", "fish", "tropical fish"]),
    noun("owl", "ბუ", "bird", "1f989", weight=1.3),
    noun("penguin", "პინგვინი", "bird", "1f427"),
    noun("elephant", "სპილო", "land", "1f418", weight=1.3),
    noun("rabbit", "კურდღელი", "land", "1f407"),
    noun("horse", "ცხენი", "land", "1f40e"),
    noun("sunflower", "მზესუმზირა", "plant", "1f33b"),
    noun("rose", "ვარდი", "plant", "1f339"),
    noun("bus", "ავტობუსი", "vehicle", "1f68c"),
    noun("train", "მატარებელი", "vehicle", "1f682", ["train", "steam train"]),
    noun("airplane", "თვითმფრინავი", "air", "2708", ["airplane", "plane"]),
    noun("heart", "გული", "object", "2764", colours=("red", "blue", "purple", "pink")),
    noun("star", "ვარსკვლავი", "sky", "2b50"),
    noun("alarm clock", "საათი", "object", "23f0", ["alarm clock", "clock"]),
    noun("pumpkin", "გოგრა", "food", "1f383", ["pumpkin", "pumpkin", "jack-o-lantern"]),
    noun("snowman", "თოვლის კაცი", "land", "2603", weight=1.3),
    noun("ice cream", "ნაყინი", "food", "1f366", ["ice cream", "ice cream", "soft ice cream"]),
    noun("birthday cake", "ტორტი", "food", "1f382", ["birthday cake", "cake"]),
    noun("macaron", "მაკარონი", "food", "macaron", weight=.5),
]
# drawn as parts of composed pictures only
EXTRAS = {"full moon": "1f315", "basket": "1f9fa", "hat": "1f452", "sunglasses": "1f576", "leaf": "1f342", "green apple": "1f34f"}


def full(folder):
    """CORE, and everything else that the library of drawings in `folder` knows."""
    known = {n.code for n in CORE} | set(EXTRAS.values()) - {"1f315", "1f9fa", "1f452", "1f576", "1f342"}
    names = {name for n in CORE for name in n.en}
    out = list(CORE)
    with open(os.path.join(folder, "library.json"), encoding="utf-8") as f:
        for c in json.load(f)["things"]:
            if c["code"] not in known and c["en"] not in names:
                out.append(noun(c["en"], c["ka"], c["kind"], c["code"], None, PAINT if c.get("paint") else (), c.get("weight", 1.), c["sets"]))
    return out
