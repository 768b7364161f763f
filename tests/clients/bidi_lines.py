"""Lays lines out as a screen does and looks whether a name turns its line round: the names of a line, which are isolated,
stand in the order of the line, each in one piece. Reads a file of JSON: lines with their direction, "R" or "L"."""

import json, re, sys

from bidi import get_display

ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")


def is_rtl(text):
    return any("\u0590" <= letter <= "\u08ff" for letter in text)


looked_at = 0
for entry in json.load(open(sys.argv[1])):
    line, base = entry["line"], entry["base"]
    names = ISOLATED.findall(line)
    if len(set(names)) != len(names) or not names:
        continue
    shown = re.sub("[\u2066-\u2069]", "", get_display(line, base_dir=base))
    places = []
    for name in names:
        # What runs both ways within itself has no one order on the screen.
        if is_rtl(name) and any(letter.isascii() and letter.isalpha() for letter in name):
            continue
        # What runs from right to left stands on the screen from its end.
        seen = name[::-1] if is_rtl(name) else name
        place = shown.find(seen)
        assert place >= 0, f"{name!r} is torn apart: {shown!r}"
        places.append(place)
    ordered = sorted(places, reverse=base == "R")
    assert places == ordered, f"the names of {line!r} stand in another order: {shown!r}"
    looked_at += 1
assert looked_at >= 200, f"{looked_at} lines"
print(f"{looked_at} lines keep their order")
