"""What a budget draws: its things, its sets of drawings, and how freely it varies."""
from dataclasses import dataclass, field

from scenes import nouns

COLOURS = {"red": (0, "წითელი"), "orange": (28, "ნარინჯისფერი"), "yellow": (50, "ყვითელი"), "green": (115, "მწვანე"),
           "blue": (215, "ლურჯი"), "purple": (275, "იისფერი"), "pink": (330, "ვარდისფერი")}
GROUNDS = {"white": ((255, 255, 255), "თეთრ"), "black": ((20, 20, 24), "შავ"), "red": ((214, 64, 60), "წითელ"),
           "blue": ((70, 130, 215), "ლურჯ"), "green": ((100, 180, 110), "მწვანე"), "yellow": ((250, 214, 90), "ყვითელ"),
           "orange": ((245, 150, 70), "ნარინჯისფერ"), "purple": ((140, 95, 190), "იისფერ"), "pink": ((248, 180, 200), "ვარდისფერ"),
           "gray": ((165, 168, 175), "ნაცრისფერ")}
COUNTS = {2: ("two", "ორი"), 3: ("three", "სამი"), 4: ("four", "ოთხი"), 5: ("five", "ხუთი")}
KINDS = {"land": 5, "bird": 2, "wader": 1, "bug": 1, "sea": 2, "plant": 2.5, "food": 5, "building": 2.5, "vehicle": 3, "boat": 1.5,
         "air": 1.5, "space": 1, "float": 1, "person": 4, "object": 6, "sky": .7, "geo": .6}


@dataclass
class World:
    nouns: list
    modes: dict                 # kinds of scene -> share
    sets: dict                  # drawings of captions without their name -> share
    named_sets: dict            # drawings of captions with their name -> share
    named: float                # share of unfiltered scenes whose set is named
    filtered: float             # share of scenes that pass through a filter
    filter_set: str = None      # the one set that is filtered, or None for any
    tidy: bool = False          # large, in the middle, never mirrored or turned
    most: int = 5               # of one thing
    core: float = 1.            # share of main things that come from nouns.CORE
    by_kind: dict = field(default_factory=dict)
    by_key: dict = field(default_factory=dict)

    def __post_init__(self):
        for n in self.nouns:
            self.by_kind.setdefault(n.kind, []).append(n)
            self.by_key[n.key] = n

    def pick(self, r, kinds=None):
        """A thing, of one of the kinds if they are given."""
        if kinds is None and r.random() < self.core:
            return r.choices(nouns.CORE, [n.weight for n in nouns.CORE])[0]
        kinds = [k for k in kinds or KINDS if k in self.by_kind]
        kind = r.choices(kinds, [KINDS[k] for k in kinds])[0]
        return r.choices(self.by_kind[kind], [n.weight for n in self.by_kind[kind]])[0]


def small():
    """About 57 things, one tidy drawing each: what two processor cores learn in hours."""
    return World(nouns.CORE, dict(scene=.41, plain=.42, story=.13, relation=.04), dict(fluent3d=.8, fluentflat=.1, noto=.1),
                 dict(fluent3d=.45, fluentflat=.27, noto=.28), named=.33, filtered=.5, filter_set="fluent3d", tidy=True, most=3)


def full(folder):
    """Everything in the library of drawings."""
    return World(nouns.full(folder), dict(scene=.50, plain=.16, pair=.12, relation=.09, story=.08, portrait=.02, pattern=.03),
                 dict(fluent3d=.5, noto=.25, fluentflat=.1, twemoji=.15), dict(fluent3d=.35, noto=.3, fluentflat=.15, twemoji=.2),
                 named=.6, filtered=.42, core=.3)


def make(name, folder):
    return small() if name == "small" else full(folder)
