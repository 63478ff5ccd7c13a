"""Works out the fallback faces of ../fonts.css. How to run it: README.md beside this file.

A fallback is brought to the mean width that our font gives to a sample of Vietnamese headlines, and
its ascent and descent to ours, so that lines and baselines stay where they are.
"""

import sys

from fontTools.ttLib import TTFont

ASCENT, DESCENT = 103.6, 33.5


def mean_width(font: TTFont, text: str) -> float:
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    widths = [advances[glyphs[ord(c)]][0] for c in text]
    return sum(widths) / len(widths) / font["head"].unitsPerEm


def main(ours: str, sample: str, others: list[str]) -> None:
    own = TTFont(ours)
    with open(sample, encoding="utf-8") as file:
        text = [c for c in file.read() if ord(c) in own.getBestCmap()]
    for path in others:
        other = TTFont(path)
        # What the other lacks comes from some third font, whichever we stand beside.
        known = [c for c in text if ord(c) in other.getBestCmap()]
        adjust = mean_width(own, known) / mean_width(other, known)
        print(
            f"{path}: size-adjust: {adjust:.1%}; ascent-override: {ASCENT / adjust:.1f}%; "
            f"descent-override: {DESCENT / adjust:.1f}%"
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
