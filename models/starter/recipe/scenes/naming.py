"""Which drawings become things: plain names where the Unicode names are not, kinds, and what stays out."""
import re

# code point: (English, Georgian)
NAMES = {
    "1f415": ("dog", "ძაღლი"), "1f436": ("dog", "ძაღლი"), "1f408": ("cat", "კატა"), "1f431": ("cat", "კატა"), "1f98a": ("fox", "მელა"),
    "1f43b": ("bear", "დათვი"), "1f43c": ("panda", "პანდა"), "1f428": ("koala", "კოალა"), "1f981": ("lion", "ლომი"), "1f42f": ("tiger", "ვეფხვი"),
    "1f43a": ("wolf", "მგელი"), "1f417": ("wild boar", "ტახი"), "1f984": ("unicorn", "ცალრქა"), "1f438": ("frog", "ბაყაყი"),
    "1f42d": ("mouse", "თაგვი"), "1f439": ("hamster", "ზაზუნა"), "1f430": ("rabbit", "კურდღელი"), "1f407": ("rabbit", "კურდღელი"),
    "1f437": ("pig", "ღორი"), "1f42e": ("cow", "ძროხა"), "1f434": ("horse", "ცხენი"), "1f435": ("monkey", "მაიმუნი"), "1f432": ("dragon", "დრაკონი"),
    "1f411": ("sheep", "ცხვარი"), "1f40f": ("ram", "ვერძი"), "1f697": ("car", "მანქანა"), "1f698": ("car", "მანქანა"), "1f699": ("SUV", "ჯიპი"),
    "1f3e0": ("house", "სახლი"), "1f3e1": ("house with a garden", "სახლი ბაღით"), "1f332": ("pine tree", "ნაძვი"), "1f333": ("tree", "ხე"),
    "1f334": ("palm tree", "პალმა"), "1f34e": ("red apple", "წითელი ვაშლი"), "1f34f": ("green apple", "მწვანე ვაშლი"),
    "1f34a": ("orange", "ფორთოხალი"), "1f392": ("backpack", "ზურგჩანთა"), "1f916": ("robot", "რობოტი"), "1f996": ("dinosaur", "დინოზავრი"),
    "1f995": ("long-necked dinosaur", "გრძელკისერა დინოზავრი"), "1f452": ("beach hat", "ქუდი"), "1f576": ("sunglasses", "მზის სათვალე"),
    "2b50": ("star", "ვარსკვლავი"), "1f3e2": ("office building", "შენობა"), "1f3f0": ("castle", "ციხესიმაგრე"), "26f0": ("mountain", "მთა"),
    "1f3d4": ("snowy mountain", "თოვლიანი მთა"), "1f319": ("crescent moon", "ნახევარმთვარე"), "1f315": ("full moon", "სავსე მთვარე"),
    "1f342": ("autumn leaf", "შემოდგომის ფოთოლი"), "1f341": ("maple leaf", "ნეკერჩხლის ფოთოლი"), "1f343": ("green leaves", "მწვანე ფოთლები"),
    "1f33f": ("green plant", "მცენარე"), "1f6b6": ("person walking", "მოსიარულე ადამიანი"), "1f9b8": ("superhero", "სუპერგმირი"),
    "1f33b": ("sunflower", "მზესუმზირა"), "1f339": ("rose", "ვარდი"), "1f682": ("steam train", "ორთქლმავალი"), "2708": ("airplane", "თვითმფრინავი"),
    "26f5": ("sailboat", "იალქნიანი ნავი"), "1f6a2": ("ship", "გემი"), "1f42a": ("camel", "აქლემი"), "1f425": ("chick", "წიწილა"),
    "1f424": ("chick", "წიწილა"), "1f989": ("owl", "ბუ"), "1f985": ("eagle", "არწივი"), "1f9a2": ("swan", "გედი"), "1f986": ("duck", "იხვი"),
    "1f414": ("chicken", "ქათამი"), "1f9c1": ("cupcake", "კექსი"), "1f382": ("birthday cake", "დაბადების დღის ტორტი"),
    "1f370": ("slice of cake", "ტორტის ნაჭერი"), "2615": ("cup of coffee", "ფინჯანი ყავა"), "1f98c": ("deer", "ირემი"),
    "1f33c": ("flower", "ყვავილი"), "1f338": ("cherry blossom", "ალუბლის ყვავილი"), "1fab7": ("lotus flower", "ლოტოსი"),
    "1f9f8": ("teddy bear", "სათამაშო დათუნია"),
}
KINDS = {
    "animal-mammal": "land", "animal-bird": "bird", "animal-amphibian": "land", "animal-reptile": "land", "animal-marine": "sea",
    "animal-bug": "bug", "plant-flower": "plant", "plant-other": "plant", "food-fruit": "food", "food-vegetable": "food",
    "food-prepared": "food", "food-asian": "food", "food-sweet": "food", "drink": "food", "dishware": "food", "place-building": "building",
    "place-religious": "building", "transport-ground": "vehicle", "transport-water": "boat", "transport-air": "air", "person": "person",
    "person-role": "person", "person-fantasy": "person", "person-activity": "person", "person-sport": "person", "sky-weather": "sky",
    "place-geographic": "geo",
    **dict.fromkeys("""place-other hotel time event award-medal sport game arts-crafts clothing music musical-instrument phone computer
    light-video book-paper money mail writing office lock tool science medical household other-object body-parts heart face-costume cat-face
    monkey-face""".split(), "object")}
KIND_OF = {"1f9a9": "wader", "1f986": "wader", "1f9a2": "wader", "1fabf": "wader", "1f680": "space", "1f6f8": "space", "1f388": "float",
           "1f916": "land", "1f47d": "land", "1f47b": "land", **dict.fromkeys(("1f431", "1f435"), "land")}
ONLY = {"sky": {"2b50", "1f319", "1f315", "1f308", "26c4", "2603", "26a1", "1f525"}, "geo": {"26f0", "1f3d4", "1f30b", "1f5fb"}}
FRAMED = {"1f305", "1f304", "1f307", "1f306", "1f303", "1f3d9", "1f30c", "1f301", "1f309", "1f5fe"}      # whole scenes in a square
PAINTED = set("""1f3e0 1f388 1f392 1f680 1f6b2 1f995 1f996 1f409 1f9e2 1f457 1f455 1f9e6 1f9e3 1f302 1f339 1f337 1f98b 1f41f 1f419 1f344
1f4d5 1f6f5 1f68c 1f681 26f5 1f9c1 1f36d 1f366 1f451 1f511 1f514 1f3ba 1f4f1 1f4f7 1f6cb 1f58d 1f58c 1f3a9 1f45c 1f460 1f45f 1f97e 1f9f8
1f424 1f984 1f699 1f69c 1f69a 1f353""".split())     # may be asked for in colours

# endings, beginnings and words of names that stay out: signs, gestures, parts of bodies, faiths, what suits no child's picture book
_PARTS = """poo$|love hotel|nazar|cigarette|coffin|headstone|urn|bomb|syringe|blood|pistol|dagger|empty nest|plunger|toilet|menorah|tilted right
up-pointing|bikini|underwear|briefs|bra$|tefillin|zombie|vampire|station$|customs|passport|moai|mosque|kaaba|synagogue|shrine|button
sign$|symbol|keycap|clock|o’clock|thirty|phase|moon face|gibbous|quarter|new moon|last |sun behind|cloud with|flag|receipt|chart|calendar
card|folder|bookmark|label|paper|envelope|mailbox|tray|clipboard|memo|page|scroll|banknote|euro|yen|dollar|pound|crossed|bust|gesture
family|couple|holding hands|kiss|person$|^man$|^woman$|^boy|^girl|: |bald|beard|hair|frowning|pouting|bowing|shrugging|tipping|raising
deaf|facepalm|bed$|bath|kneeling|cartwheel|wrestling|getting|steamy|bunny ears|tongue|mouth|lips|biting|foot|^ear|nose|leg$|arm$|^bone$
tooth|eyes?$|lungs|heart$|hand"""
_OUT = re.compile(r"\b(?:" + "|".join(_PARTS.split("\n")) + ")")
_PROPER = re.compile(r"[A-Z]{2}|T-|Mount|Statue|Tokyo|Japan|Christ|Santa|Mrs|Mx")


def name(code, group, en, ka):
    """(English, Georgian, kind) of a drawing, or None if it stays out. group: emojibase's subgroup."""
    kind = KIND_OF.get(code) or KINDS.get(group)
    if kind is None or code in FRAMED or code not in ONLY.get(kind, (code,)):
        return None
    if code in NAMES:
        return *NAMES[code], kind
    if _OUT.search(en.lower()) or not ka:
        return None
    en = en.replace("’", "'").removesuffix(" face")
    return en if _PROPER.match(en) else en[0].lower() + en[1:], ka, kind
