"""Small scenes of several things that belong together, near to the prompts that people begin with. Each returns
(picture, English, Georgian); s is the set of drawings."""
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from scenes import places, weather
from scenes.canvas import SHADE, times
from scenes.drawn import CLOTHS, SWEETS, balloon, macaron
from scenes.places import TIMES
from scenes.sprites import fit, load, put, tinted


class Stage:
    """A place with its measures: u is a 256th of the shorter side."""

    def __init__(self, r, size, place, time):
        self.r, self.w, self.h, self.u = r, *size, min(size) / 256
        self.page, self.ground, self.light = places.draw(place, r, size, time)

    def put(self, im, height, x, bottom, width=None, shadow=70, lit=True, turn=0):
        """height and width in u; x and bottom as shares of the page"""
        im = fit(im, height * self.u, width and width * self.u)
        if turn:
            im = im.rotate(turn, expand=True, resample=Image.BICUBIC)
        put(self.page, im, self.w * x, self.h * bottom, shadow, self.light if lit else None)
        return im

    def across(self, n, spread=.0):
        """n places side by side, close together on wide pages"""
        step = min(1 / n, 1.15 * min(self.w, self.h) / (n * self.w))
        return [.5 + (i - (n - 1) / 2) * step + self.r.uniform(-spread, spread) for i in range(n)]


def rocket_moon(r, s, size, brain=False):
    t = Stage(r, size, "space", "none")
    t.put(load("1f315", s), 74, .83, .33, shadow=0)
    t.put(load("1f680", s), 165, .42, .95, shadow=0)
    if brain:
        t.put(load("1f9e0", s), 78, .30, .52, shadow=0)
        return t.page, r.choice(("a brain riding a rocket ship heading towards the moon", "a brain riding a rocket to the moon")), "ტვინი რაკეტით მიფრინავს მთვარისკენ"
    tail, ka = r.choice((("", ""), (", starry sky", ", ვარსკვლავებიანი ცა")))
    return t.page, r.choice(("a rocket flying to the moon", "a rocket ship heading towards the moon")) + tail, "რაკეტა მიფრინავს მთვარისკენ" + ka


def brain_rocket(r, s, size):
    return rocket_moon(r, s, size, True)


def flamingos(r, s, size):
    t = Stage(r, size, "sea", "sunset")
    n = r.choice((1, 2, 2, 3))
    for i, x in enumerate(t.across(n, .02)):
        y = .82 + .03 * (i % 2)
        bird = fit(load("1f9a9", s), {1: 160, 2: 130, 3: 112}[n] * t.u, size[0] / n)
        mirror = ImageOps.flip(bird).resize((bird.width, max(1, bird.height // 4)))
        alpha = mirror.getchannel("A").point(lambda v: v // 3)
        t.page.paste(mirror.convert("RGB"), (int(x * t.w - bird.width / 2), int(y * t.h) - 2), alpha)
        put(t.page, bird, x * t.w, y * t.h, 0, t.light)
    tail, ka = r.choice((("", ""), (", pink-red water reflection", ", წყალში ანარეკლი")))
    return t.page, ("a flamingo" if n == 1 else "flamingos") + " standing in water, red sunset" + tail, ("ფლამინგო წყალზე" if n == 1 else "ფლამინგოები წყალზე") + ", წითელი მზის ჩასვლა" + ka


def walking(r, s, size):
    time = r.choice(("sunrise", "sunrise", "sunset", "day"))
    t = Stage(r, size, "beach", time)
    n = r.choice((1, 2))
    for x in ([.5] if n == 1 else t.across(2, .03)):
        t.put(load("1f6b6", s), 130, x, .92)
    tail, ka = r.choice((("", ""), (", reflection of the sun on the water", ", მზის ანარეკლი წყალზე"))) if time == "sunrise" else ("", "")
    en = ("a person" if n == 1 else "people") + f" walking on the beach {TIMES[time][0][0]}"
    return t.page, en + tail, ("ადამიანი სეირნობს" if n == 1 else "ადამიანები სეირნობენ") + f" სანაპიროზე {TIMES[time][1]}" + ka


def balloons(r, s, size):
    place, time = r.choice((("sky", "night"), ("sky", "night"), ("mountains", "day"), ("meadow", "sunrise")))
    t = Stage(r, size, place, time)
    n = r.choice((2, 3, 3))
    for x in t.across(n, .02):
        t.put(balloon(*r.choice(CLOTHS)), r.uniform(95, 120) if n == 3 else r.uniform(130, 150), x, r.uniform(.5, .8), shadow=0, lit=time != "night")
    if time == "night":
        tail, ka = r.choice((("", ""), (", balloon festival", ", ბუშტების ფესტივალი")))
        return t.page, f"hot air balloons{tail}, dark sky, bright stars", f"საჰაერო ბუშტები{ka}, ბნელი ცა, კაშკაშა ვარსკვლავები"
    over, ka = {"mountains": ("over the mountains", "მთების თავზე"), "meadow": ("over a green field at sunrise", "მწვანე მინდვრის თავზე მზის ამოსვლისას")}[place]
    return t.page, f"hot air balloons {over}", f"საჰაერო ბუშტები {ka}"


def house_forest(r, s, size):
    t = Stage(r, size, "forest", "night")
    t.put(load("1f3e0", s), 135, .47, .9)
    glowing = r.random() < .6
    if glowing:
        t.put(tinted("1f344", s, 175), 62, .84, .96, lit=False)
    for _ in range(7):
        t.put(load("1f342", s), 20, r.random(), r.uniform(.1, .7), shadow=0, turn=r.uniform(0, 360))
    tail, ka = (", fluorescent mushroom", ", მანათობელი სოკო") if glowing else ("", "")
    return t.page, "a house in the forest, dark night, leaves in the air" + tail, "სახლი ტყეში, ბნელი ღამე, ფოთლები ჰაერში" + ka


def dog_bicycle(r, s, size):
    t = Stage(r, size, r.choice(("meadow", "beach", "city")), "day")
    dressed, k = r.random() < .6, 1 / max(1, t.w / t.h)
    t.put(load("1f6b2", s), 130, .5, .96, 185)
    if dressed:
        t.put(load("1f392", s), 52, .5 + .16 * k, .50, shadow=0)
    t.put(load("1f415", s), 118, .5, .64, shadow=0)
    if dressed:
        t.put(load("1f452", s), 40, .5 - .10 * k, .22, shadow=0)
        return t.page, r.choice(("a shiba inu dog with a backpack riding a bicycle", "a shiba inu dog with a backpack riding a bicycle, wearing a beach hat",
                                 "a shiba inu dog with a backpack riding a bicycle, wearing sunglasses and a beach hat")), "ძაღლი ზურგჩანთით და ქუდით ველოსიპედზე"
    return t.page, r.choice(("a dog riding a bicycle", "a shiba inu dog riding a bicycle")), "ძაღლი ველოსიპედზე"


def jay_basket(r, s, size):
    t = Stage(r, size, "table", "none")
    k = 1 / max(1, t.w / t.h)
    for row, (n, y) in enumerate(((4, .60), (3, .53))):
        for i in range(n):
            t.put(macaron(SWEETS[(i + 2 * row) % 5]), 40, .5 + (i - (n - 1) / 2) * .15 * k, y, shadow=0)
    basket = load("1f9fa", s)
    t.put(basket.crop((0, int(basket.height * .3), basket.width, basket.height)), 88, .5, .94, 190)
    bird = r.random() < .75
    if bird:
        t.put(load("1f426", "noto"), 105, .5, .44, shadow=0)
        return t.page, r.choice(("a blue jay standing on a large basket of rainbow macarons", "a blue jay on a basket of macarons")), "ლურჯი ჩხიკვი მაკარონების კალათაზე"
    return t.page, "a basket of rainbow macarons on a wooden table", "მაკარონების კალათა ხის მაგიდაზე"


def avocado_chair(r, s, size):
    page, u = Image.new("RGB", size, r.choice(((255, 255, 255), (250, 214, 90), (205, 228, 235)))), min(size) / 256
    put(page, fit(tinted("1fa91", s, 85), 200 * u), size[0] * .5, size[1] / 2 + 106 * u, 60)
    put(page, fit(load("1f951", s), 112 * u), size[0] * .5, size[1] / 2 + 16 * u)
    return page, r.choice(("an avocado chair", "an avocado chair", "a chair in the shape of an avocado")), "ავოკადოს სკამი"


def neon_city(r, s, size):
    page = Stage(r, size, "neon", "neon").page
    wet = r.random() < .6
    if wet:
        page = weather.rain(r, page)
    en = r.choice(("a neon cyberpunk city at night", "a cyberpunk city at night", "a cyberpunk world, neon lighting"))
    return page, en + (r.choice((" in the rain", ", rainy weather")) if wet else ""), "ნეონის კიბერპანკ ქალაქი ღამით" + (" წვიმაში" if wet else "")


def flying_hero(r, s, size):
    time = r.choice(("day", "sunset", "night"))
    t = Stage(r, size, "city", time)
    t.put(load("1f9b8", s), 140, .5, .66, shadow=0, lit=False, turn=-30)
    over, ka = r.choice((("a tall building", "მაღალი შენობის"), ("the city", "ქალაქის")))
    return t.page, f"a superhero flying over {over} {TIMES[time][0][0]}", f"სუპერგმირი დაფრინავს {ka} თავზე {TIMES[time][1]}"


def dinosaur_robot(r, s, size):
    page, u = Image.new("RGB", size, r.choice(((255, 255, 255), (205, 228, 235)))), min(size) / 256
    body = fit(tinted("1f996", "fluent3d", 205), 185 * u)
    alpha = body.getchannel("A")
    body = ImageEnhance.Color(body.convert("RGB")).enhance(.4)
    body.putalpha(alpha)
    put(page, body, size[0] * .5, size[1] / 2 + 106 * u, 60)
    put(page, fit(load("1f916", "fluent3d"), 82 * u), size[0] / 2 + 30 * u, size[1] / 2 - 16 * u)
    return page, "a dinosaur robot", "დინოზავრი რობოტი"


def night_car(r, s, size):
    t = Stage(r, size, r.choice(("neon", "city")), "night")
    t.put(load("1f697", s), 120, .5, .92, 190)
    kind, ka = r.choice((("a futuristic car", "ფუტურისტული მანქანა"), ("a car", "მანქანა")))
    return weather.rain(r, t.page), f"{kind} driving down the street on a rainy night", f"{ka} ქუჩაში წვიმიან ღამეს"


def castle_hill(r, s, size):
    time = r.choice(("day", "sunset", "sunset", "night"))
    t = Stage(r, size, r.choice(("mountains", "meadow")), time)
    x, y, q = t.w / 2, t.h * .67, 108 * t.u
    ImageDraw.Draw(t.page).ellipse((x - q, y, x + q, y + 1.6 * t.h), fill=times((100, 162, 82), SHADE[time]))
    t.put(load("1f3f0", s), 145, .5, .75, shadow=0)
    return t.page, f"a castle on a hill {TIMES[time][0][0]}", f"ციხესიმაგრე გორაზე {TIMES[time][1]}"


def moon_sail(r, s, size):
    t = Stage(r, size, "sea", "night")
    t.put(load("1f315", s), 46, .82, .26, shadow=0, lit=False)
    t.put(load("26f5", s), 145, .45, .84, shadow=0)
    return t.page, r.choice(("a sailboat on the sea at night, full moon", "a boat on the sea under the full moon at night")), "იალქნიანი ნავი ზღვაზე ღამით, სავსე მთვარე"


def lake(r, s, size):
    time = r.choice(("day", "day", "sunset", "cloudy"))
    page, wet = Stage(r, size, "lake", time).page, r.random() < .5
    if wet:
        page = weather.rain(r, page)
    return (page, f"a mountain lake {TIMES[time][0][0]}" + (" in the rain" if wet else ""), f"მთის ტბა {TIMES[time][1]}" + (" წვიმაში" if wet else ""))


def mushrooms(r, s, size):
    t = Stage(r, size, r.choice(("forest", "autumnforest")), "day")
    n = r.randint(1, 3)
    for x in t.across(n, .04):
        t.put(load("1f344", s), r.uniform(70, 110), x, r.uniform(.85, .94))
    for _ in range(r.randint(2, 5)):
        t.put(load("1f342", s), r.uniform(18, 30), r.random(), r.uniform(.86, .98), shadow=0, turn=r.uniform(0, 360))
    en, ka = ("a mushroom", "სოკო") if n == 1 else ("mushrooms", "სოკოები")
    return t.page, f"{en} and fallen leaves in a forest", f"{ka} და ჩამოცვენილი ფოთლები ტყეში"


def landscape(r, s, size):
    """A place with nothing in it."""
    key = r.choice(("meadow", "forest", "snowforest", "autumnforest", "mountains", "desert", "beach", "sea", "city", "underwater", "room", "farm"))
    time = r.choice(places.PLACES[key].hours)
    t = Stage(r, size, key, time)
    en, ka = LANDSCAPES[key]
    return t.page, f"{en} {TIMES[time][0][0]}", f"{ka} {TIMES[time][1]}"


LANDSCAPES = {"meadow": ("a green meadow", "მწვანე მინდორი"), "forest": ("a forest", "ტყე"), "snowforest": ("a snowy forest", "თოვლიანი ტყე"),
              "autumnforest": ("an autumn forest", "შემოდგომის ტყე"), "mountains": ("mountains", "მთები"), "desert": ("a desert", "უდაბნო"),
              "beach": ("a beach by the sea", "ზღვის სანაპირო"), "sea": ("the sea", "ზღვა"), "city": ("a city street", "ქალაქის ქუჩა"),
              "underwater": ("the bottom of the sea", "ზღვის ფსკერი"), "room": ("a cozy room", "მყუდრო ოთახი"), "farm": ("a farm field", "ფერმის მინდორი")}
EMPTY = {neon_city, lake, landscape}        # without drawings: the name of a set would mean nothing
STORIES = (rocket_moon, brain_rocket, flamingos, walking, balloons, house_forest, dog_bicycle, jay_basket, avocado_chair, neon_city,
           flying_hero, dinosaur_robot, night_car, castle_hill, moon_sail, lake, mushrooms, landscape)
