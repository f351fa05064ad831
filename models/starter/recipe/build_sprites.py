"""Builds the library of drawings that scenes are composed of, from freely licensed packages: small WebP files and library.json.

    npm install --prefix packages @lobehub/fluent-emoji-3d@1.1.0 @iconify-json/fluent-emoji-flat@1.2.6 @iconify-json/noto@1.2.9 \\
        @iconify-json/twemoji@1.2.5 cldr-annotations-full@48.2.0 cldr-annotations-derived-full@48.2.0 emojibase-data@17.0.0
    python build_sprites.py --packages packages/node_modules --out sprites [--small]

Needs rsvg-convert (Debian: librsvg2-bin). --small: only what the small world draws (a minute less, 2 MB instead of 18).
"""
import argparse
import io
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

from scenes import naming, nouns

SIZE, QUALITY = 180, 76
ICONS = {"fluentflat": "fluent-emoji-flat", "noto": "noto", "twemoji": "twemoji"}


def plain(code):
    return "-".join(part for part in code.lower().split("-") if part != "fe0f")


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as f:
        return json.load(f)


def from_icons(folder):
    """code point -> a function that renders the icon, or None"""
    icons = read(folder, "icons.json")
    names = {plain(code): name for code, name in read(folder, "chars.json").items()}

    def render(code):
        icon = icons["icons"].get(names.get(code))
        if not icon:
            return None
        w, h = icon.get("width", icons.get("width", 16)), icon.get("height", icons.get("height", 16))
        svg = (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
               f'viewBox="{icon.get("left", 0)} {icon.get("top", 0)} {w} {h}" width="{w}" height="{h}">{icon["body"]}</svg>')
        done = subprocess.run(["rsvg-convert", "-w", "256", "-h", "256"], input=svg.encode(), capture_output=True)
        return Image.open(io.BytesIO(done.stdout)) if done.returncode == 0 else None
    return render


def from_pictures(folder):
    files = {plain(name[:-5]): os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".webp")}
    return lambda code: Image.open(files[code]) if code in files else None


def trimmed(im):
    """Cut to what is visible, at most SIZE on its longer side."""
    im = im.convert("RGBA")
    box = im.getchannel("A").point(lambda v: 255 if v > 24 else 0).getbbox()
    if not box:
        return None
    im = im.crop(box)
    k = min(1, SIZE / max(im.size))
    return im.resize((max(1, round(im.width * k)), max(1, round(im.height * k))), Image.LANCZOS)


def things(packages):
    """[{code, en, ka, kind, paint}] of every drawing that becomes a thing."""
    groups = {int(k): v for k, v in read(packages, "emojibase-data", "meta", "groups.json")["subgroups"].items()}
    names = {}
    for language in ("en", "ka"):
        said = dict(read(packages, "cldr-annotations-full", "annotations", language, "annotations.json")["annotations"]["annotations"])
        derived = read(packages, "cldr-annotations-derived-full", "annotationsDerived", language, "annotations.json")
        said.update(derived["annotationsDerived"]["annotations"])
        names[language] = {k.replace("\ufe0f", ""): v.get("tts", [None])[0] for k, v in said.items()}
    out, taken = [], set()
    for e in read(packages, "emojibase-data", "en", "data.json"):
        code, sign = plain(e["hexcode"]), e["emoji"].replace("\ufe0f", "")
        found = naming.name(code, groups.get(e.get("subgroup"), ""), names["en"].get(sign) or e["label"], names["ka"].get(sign))
        if found:
            en, ka, kind = found
            again = en in taken         # two drawings of one name: the second more seldom
            taken.add(en)
            weight = .25 if en.startswith(("man ", "woman ", "men ", "women ")) else .5 if again else 1.
            out.append(dict(code=code, en=en, ka=ka, kind=kind, paint=code in naming.PAINTED, weight=weight))
    return out


def build(packages, out, small=False):
    os.makedirs(out, exist_ok=True)
    sources = {"fluent3d": from_pictures(os.path.join(packages, "@lobehub", "fluent-emoji-3d", "assets"))}
    for key, folder in ICONS.items():
        path = os.path.join(packages, "@iconify-json", folder)
        if os.path.exists(path):
            sources[key] = from_icons(path)
    rows = [] if small else things(packages)
    codes = dict.fromkeys([n.code for n in nouns.CORE] + list(nouns.EXTRAS.values()) + ["1f334", "1f6f9", "1f6f4"] + [t["code"] for t in rows])

    def one(code):
        have = []
        for key, render in sources.items():
            path = os.path.join(out, f"{code}-{key}.webp")
            if not os.path.exists(path):
                im = render(code)
                im = im and trimmed(im)
                if im is None:
                    continue
                im.save(path, "WEBP", quality=QUALITY, alpha_quality=85, method=5)
            have.append(key)
        return code, have

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        have = dict(pool.map(one, codes))
    for t in rows:
        t["sets"] = have[t["code"]]
    with open(os.path.join(out, "library.json"), "w", encoding="utf-8") as f:
        json.dump(dict(things=[t for t in rows if t["sets"]]), f, ensure_ascii=False, indent=0)
    return sum(map(len, have.values())), len(rows)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--packages", default="packages/node_modules")
    a.add_argument("--out", default="sprites")
    a.add_argument("--small", action="store_true")
    a = a.parse_args()
    print("%d drawings of %d things beside the core" % build(a.packages, a.out, a.small))
