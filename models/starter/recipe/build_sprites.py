"""Builds the folder of drawings that scenes are composed of, from three freely licensed packages.

    npm install --prefix packages @lobehub/fluent-emoji-3d@1.1.0 @iconify-json/fluent-emoji-flat@1.2.6 @iconify-json/noto@1.2.9
    python build_sprites.py --packages packages/node_modules --out sprites

Needs rsvg-convert (Debian: librsvg2-bin). About 180 drawings, 5 MB, half a minute.
"""
import argparse
import io
import json
import os
import subprocess

from PIL import Image

import world

SIZE = 220


def plain(code):
    return "-".join(part for part in code.lower().split("-") if part != "fe0f")


def from_icons(folder):
    """code point -> a function that renders the icon"""
    with open(os.path.join(folder, "icons.json"), encoding="utf-8") as f:
        icons = json.load(f)
    with open(os.path.join(folder, "chars.json"), encoding="utf-8") as f:
        names = {plain(code): name for code, name in json.load(f).items()}

    def render(code):
        icon = icons["icons"].get(names.get(code))
        if not icon:
            return None
        w, h = icon.get("width", icons.get("width", 16)), icon.get("height", icons.get("height", 16))
        svg = (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
               f'viewBox="{icon.get("left", 0)} {icon.get("top", 0)} {w} {h}" width="{w}" height="{h}">{icon["body"]}</svg>')
        png = subprocess.run(["rsvg-convert", "-w", "256", "-h", "256"], input=svg.encode(), capture_output=True, check=True).stdout
        return Image.open(io.BytesIO(png))
    return render


def from_pictures(folder):
    files = {plain(name[:-5]): os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".webp")}
    return lambda code: Image.open(files[code]) if code in files else None


def trimmed(im):
    im = im.convert("RGBA")
    im = im.crop(im.getchannel("A").point(lambda v: 255 if v > 24 else 0).getbbox())
    k = min(1, SIZE / max(im.size))
    return im.resize((round(im.width * k), round(im.height * k)), Image.LANCZOS)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--packages", default="packages/node_modules")
    a.add_argument("--out", default="sprites")
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    sources = {
        "fluent3d": from_pictures(os.path.join(a.packages, "@lobehub", "fluent-emoji-3d", "assets")),
        "fluentflat": from_icons(os.path.join(a.packages, "@iconify-json", "fluent-emoji-flat")),
        "noto": from_icons(os.path.join(a.packages, "@iconify-json", "noto"))}
    count = 0
    for code in [c for n in world.NOUNS.values() for c in n.codes] + list(world.EXTRAS.values()):
        for name, render in sources.items():
            im = render(code)
            if im is None:
                print("no", name, "drawing of", code)
                continue
            trimmed(im).save(os.path.join(a.out, f"{code}-{name}.png"))
            count += 1
    print(count, "drawings")
