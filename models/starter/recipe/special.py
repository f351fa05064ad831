"""Scenes in which things stand in a relation to each other: a rocket flies to the moon, flamingos stand in red water."""
from PIL import ImageEnhance, ImageOps

import backgrounds
from backgrounds import LIGHT, SIZE
from sprites import balloon, fit, load, macaron, put, tinted


def rocket_moon(r, s, brain=False):
    page, _ = backgrounds.draw("space", r, "space")
    moon = fit(load("1f315", s), 74)
    put(page, moon, SIZE * .83, 84)
    rocket = fit(load("1f680", s), 165)
    put(page, rocket, SIZE * .42, SIZE * .95)
    if brain:
        put(page, fit(load("1f9e0", s), 78), SIZE * .30, SIZE * .52)
        return page, r.choice(("a brain riding a rocket ship heading towards the moon", "a brain riding a rocket to the moon")), "ტვინი რაკეტით მიფრინავს მთვარისკენ"
    return page, r.choice(("a rocket flying to the moon, starry sky", "a rocket flying to the moon", "a rocket ship heading towards the moon")), "რაკეტა მიფრინავს მთვარისკენ, ვარსკვლავებიანი ცა"


def brain_rocket(r, s):
    return rocket_moon(r, s, True)


def flamingos(r, s):
    page, _ = backgrounds.draw("sea", r, "sunset")
    n = r.choice((1, 2, 2, 3))
    bird = fit(load("1f9a9", s), {1: 160, 2: 130, 3: 112}[n], SIZE / n)
    for i in range(n):
        x, y = (i + .5) * SIZE / n + r.uniform(-6, 6), SIZE * (.82 + .03 * (i % 2))
        mirror = ImageOps.flip(bird).resize((bird.width, bird.height // 4))
        page.paste(mirror.convert("RGB"), (int(x - bird.width / 2), int(y) - 2), mirror.getchannel("A").point(lambda v: v // 3))
        put(page, bird, x, y, 0, LIGHT["sunset"])
    en = "a flamingo" if n == 1 else "flamingos"
    return page, en + r.choice((" standing in water, red sunset", " standing in water, red sunset, pink-red water reflection")), "ფლამინგოები წყალზე, წითელი მზის ჩასვლა"


def walking(r, s):
    page, _ = backgrounds.draw("beach", r, "sunset")
    n = r.choice((1, 2))
    for i in range(n):
        put(page, fit(load("1f6b6", s), 130), SIZE * (.5 if n == 1 else .3 + .4 * i) + r.uniform(-8, 8), SIZE * .92, 70, LIGHT["sunset"])
    en = ("a person" if n == 1 else "people") + " walking on the beach at sunrise"
    return page, en + r.choice(("", ", reflection of the sun on the water")), "ადამიანები სეირნობენ სანაპიროზე მზის ამოსვლისას"


def balloons(r, s):
    night = r.random() < .6
    page, _ = backgrounds.draw("sky" if night else "mountains", r, "night" if night else "day")
    n = r.choice((2, 3, 3))
    for i in range(n):
        im = fit(balloon(*r.choice(CLOTHS)), r.uniform(95, 120) if n == 3 else r.uniform(130, 150))
        put(page, im, (i + .5) * SIZE / n + r.uniform(-4, 4), SIZE * r.uniform(.55, .85))
    if night:
        return page, r.choice(("hot air balloons, dark sky, bright stars", "hot air balloons, balloon festival, dark sky, bright stars",
                               "hot air balloons in the night sky")), "საჰაერო ბუშტები, ბნელი ცა, კაშკაშა ვარსკვლავები"
    return page, "hot air balloons over the mountains", "საჰაერო ბუშტები მთების თავზე"


CLOTHS = (((220, 60, 60), (255, 240, 220)), ((240, 160, 50), (255, 240, 220)), ((70, 120, 210), (255, 210, 90)))


def house_forest(r, s):
    page, _ = backgrounds.draw("forest", r, "night")
    put(page, fit(load("1f3e0", s), 135), SIZE * .47, SIZE * .9, 70, LIGHT["night"])
    put(page, fit(tinted("1f344", s, 175), 62), SIZE * .84, SIZE * .96)
    for _ in range(7):
        leaf = fit(load("1f342", s), 20).rotate(r.uniform(0, 360), expand=True)
        put(page, leaf, r.random() * SIZE, r.uniform(.1, .7) * SIZE)
    return page, "a house in the forest, dark night, leaves in the air" + r.choice(("", ", fluorescent mushroom", ", fluorescent mushroom, digital painting")), "სახლი ტყეში, ბნელი ღამე, ფოთლები ჰაერში"


def dog_bicycle(r, s):
    page, ground = backgrounds.draw(r.choice(("meadow", "beach", "city")), r, "day")
    put(page, fit(load("1f6b2", "fluent3d"), 130, 185), SIZE * .5, SIZE * .96, 70)
    put(page, fit(load("1f392", "fluent3d"), 52), SIZE * .66, SIZE * .50)
    put(page, fit(load("1f415", "fluent3d"), 118), SIZE * .5, SIZE * .64)
    put(page, fit(load("1f452", "fluent3d"), 40), SIZE * .40, SIZE * .22)
    return page, r.choice(("a shiba inu dog with a backpack riding a bicycle", "a dog riding a bicycle", "a shiba inu dog with a backpack riding a bicycle, wearing sunglasses and a beach hat")), "ძაღლი ზურგჩანთით ველოსიპედზე"


SWEETS = ((245, 150, 180), (165, 215, 140), (250, 210, 105), (185, 150, 222), (140, 200, 228))


def jay_basket(r, s):
    page, _ = backgrounds.draw("table", r, "day")
    basket = fit(load("1f9fa", s), 125, 190)
    for row, (n, y) in enumerate(((4, .60), (3, .53))):
        for i in range(n):
            put(page, fit(macaron(SWEETS[(i + 2 * row) % 5]), 40), SIZE * (.5 + (i - (n - 1) / 2) * .15), SIZE * y)
    put(page, basket.crop((0, int(basket.height * .3), basket.width, basket.height)), SIZE * .5, SIZE * .94, 70)
    put(page, fit(load("1f426", "noto"), 105), SIZE * .5, SIZE * .44)
    return page, r.choice(("a blue jay standing on a large basket of rainbow macarons", "a blue jay on a basket of macarons")), "ლურჯი ჩხიკვი მაკარონების კალათაზე"


def avocado_chair(r, s):
    page = backgrounds.Image.new("RGB", (SIZE, SIZE), r.choice(((255, 255, 255), (250, 214, 90), (205, 228, 235))))
    chair = fit(tinted("1fa91", s, 85), 200)
    put(page, chair, SIZE * .5, SIZE * .92, 60)
    put(page, fit(load("1f951", s), 112), SIZE * .5, SIZE * .56)
    return page, r.choice(("an avocado chair", "an avocado chair", "a chair in the shape of an avocado")), "ავოკადოს სკამი"


def neon_city(r, s):
    page, _ = backgrounds.draw("neon", r, "neon")
    wet = r.random() < .6
    if wet:
        page = backgrounds.rain(r, page)
    en = r.choice(("a neon cyberpunk city at night", "a cyberpunk city", "a cyberpunk world, neon lighting"))
    return page, en + (r.choice((" in the rain", ", rainy weather")) if wet else ""), "ნეონის ქალაქი ღამით" + (" წვიმაში" if wet else "")


def flying_hero(r, s):
    time = r.choice(("day", "sunset", "night"))
    page, _ = backgrounds.draw("city", r, time)
    put(page, fit(load("1f9b8", s), 140).rotate(-30, expand=True, resample=backgrounds.Image.BICUBIC), SIZE * .5, SIZE * .66)
    tail = {"day": "", "sunset": " at sunset", "night": " at night"}[time]
    return page, "a superhero flying over " + r.choice(("a tall building", "the city", "a city")) + tail, "სუპერგმირი დაფრინავს შენობის თავზე"


def dinosaur_robot(r, s):
    page = backgrounds.Image.new("RGB", (SIZE, SIZE), r.choice(((255, 255, 255), (205, 228, 235))))
    body = fit(tinted("1f996", "fluent3d", 205), 185)
    alpha = body.getchannel("A")
    body = ImageEnhance.Color(body.convert("RGB")).enhance(.4)
    body.putalpha(alpha)
    put(page, body, SIZE * .5, SIZE * .92, 60)
    put(page, fit(load("1f916", "fluent3d"), 82), SIZE * .62, SIZE * .44)
    if r.random() < .5:
        return page, "a dinosaur robot", "დინოზავრი რობოტი", ("", "", "")
    return page, r.choice(("a watercolor painting of a dinosaur robot", "a dinosaur robot, watercolor")), "დინოზავრი რობოტი, აკვარელი", ("watercolor", "", "")


def night_car(r, s):
    page, _ = backgrounds.draw(r.choice(("neon", "city")), r, "night")
    put(page, fit(load("1f697", s), 120, 190), SIZE * .5, SIZE * .92, 70)
    page = backgrounds.rain(r, page)
    return page, r.choice(("a futuristic car", "a car")) + " driving down the street on a rainy night", "მანქანა ქუჩაში წვიმიან ღამეს"


def castle_hill(r, s):
    time = r.choice(("day", "sunset", "sunset", "night"))
    page, _ = backgrounds.draw(r.choice(("mountains", "meadow")), r, time)
    pen = backgrounds.ImageDraw.Draw(page)
    pen.ellipse((20, 172, 236, 330), fill=backgrounds.times((100, 162, 82), backgrounds.SHADE[time]))
    put(page, fit(load("1f3f0", s), 145), SIZE * .5, SIZE * .75, 0, LIGHT[time])
    return page, "a castle on a hill" + {"day": "", "sunset": " at sunset", "night": " at night"}[time], "ციხესიმაგრე გორაზე" + {"day": "", "sunset": " მზის ჩასვლისას", "night": " ღამით"}[time]


def moon_sail(r, s):
    page, _ = backgrounds.draw("sea", r, "night")
    put(page, fit(load("1f315", s), 46), SIZE * .82, 66)
    put(page, fit(load("26f5", s), 145), SIZE * .45, SIZE * .84, 0, LIGHT["night"])
    return page, r.choice(("a sailboat on the sea at night, full moon", "a boat under the full moon at night")), "იალქნიანი ნავი ზღვაზე ღამით, სავსე მთვარე"


def lake(r, s):
    time = r.choice(("day", "day", "sunset"))
    page, _ = backgrounds.draw("lake", r, time)
    wet = r.random() < .5
    if wet:
        page = backgrounds.rain(r, page)
    return page, "a mountain lake" + (" at sunset" if time == "sunset" else "") + (" in the rain" if wet else ""), "მთის ტბა" + (" მზის ჩასვლისას" if time == "sunset" else "") + (" წვიმაში" if wet else "")


SCENES = (rocket_moon, brain_rocket, flamingos, walking, balloons, house_forest, dog_bicycle, jay_basket, avocado_chair, neon_city,
          flying_hero, dinosaur_robot, night_car, castle_hill, moon_sail, lake)


def draw(r, source):
    """(picture, English, Georgian, None or the fixed (filter, English style, Georgian style))"""
    out = r.choice(SCENES)(r, source)
    return out if len(out) == 4 else (*out, None)
