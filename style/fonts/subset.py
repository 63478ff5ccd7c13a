"""Makes trangnhat-serif.woff2 from Source Serif 4. How to run it: README.md beside this file."""

import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Trang Nhat Serif"

# Latin as Vietnamese and English headlines use it: Basic Latin, Latin-1, the Vietnamese letters,
# the five tone marks for text that was not composed, and the punctuation of a newspaper.
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x102, 0x103),
    (0x110, 0x111),
    (0x128, 0x129),
    (0x168, 0x169),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x300, 0x301),
    (0x303, 0x303),
    (0x309, 0x309),
    (0x323, 0x323),
    (0x1EA0, 0x1EF9),
    (0x2013, 0x2014),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x20AB, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
]

# Name records that a subset must carry: who made it, under what licence.
KEPT_NAMES = {0, 7, 8, 9, 11, 13, 14}


def subset(source: str, target: str) -> None:
    font = TTFont(source)
    options = Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]
    options.name_IDs = sorted(KEPT_NAMES | {1, 2, 4, 6})
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    subsetter.subset(font)
    rename(font)
    font.flavor = "woff2"
    font.save(target)


def rename(font: TTFont) -> None:
    """The licence reserves the name "Source" for the original: a changed font needs its own."""
    names = {1: FAMILY, 2: "Regular", 4: FAMILY, 6: FAMILY.replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


if __name__ == "__main__":
    subset(sys.argv[1], sys.argv[2])
