"""What the charts share: the frame, words that fit, and colours by number."""

from __future__ import annotations

from itertools import accumulate, takewhile
from unicodedata import east_asian_width

from winset.report.markup import Child, Markup, tag

COLOURS = 6
"""The style sheet has classes c0 to c5 (colour) and d0 to d5 (dashes), used together."""


def drawing(width: float, height: float, label: str, description: str, *parts: Child) -> Markup:
    """An SVG with a title and a description for those who do not see it."""
    return tag(
        "svg",
        tag("title", label),
        tag("desc", description),
        *parts,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=round(width),
        height=round(height),
        class_="wide" if width > 736 else None,
        role="img",
        xmlns="http://www.w3.org/2000/svg",
    )


def words(x: float, y: float, text: str, style: str = "", **attributes: str) -> Markup:
    """Text at a point; attributes such as `text_anchor` are passed on."""
    return tag("text", text, x=x, y=y, class_=style or None, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, style: str) -> Markup:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=style)


def breadth(text: str) -> float:
    """About how wide a text is drawn, in letters of usual width.

    >>> breadth("port"), breadth("港"), breadth("WM")
    (4.0, 1.9, 2.6)
    """
    return round(sum(map(_breadth_of, text)), 1)


def shortened(text: str, letters: float) -> str:
    """The text, cut with an ellipsis where it is wider than `letters`.

    >>> shortened("a long name", 7)
    'a long…'
    """
    if breadth(text) <= letters:
        return text
    widths = accumulate(map(_breadth_of, text))
    kept = sum(1 for _ in takewhile(lambda width: round(width, 1) <= letters - 1, widths))
    return text[:kept].rstrip() + "…"


def spread(places: list[float], gap: float, most: float = float("inf")) -> list[float]:
    """The places moved as little as a sweep from the first needs, so that all are `gap` apart.

    Where the last would lie beyond `most`, it and those before it move back.

    >>> spread([10.0, 12.0, 40.0], 8), spread([10.0, 12.0], 8, most=14.0)
    ([10.0, 18.0, 40.0], [6.0, 14.0])
    """
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    moved = list(places)
    floor = float("-inf")
    for index in order:
        moved[index] = max(moved[index], floor)
        floor = moved[index] + gap
    for index in reversed(order):
        moved[index] = min(moved[index], most)
        most = moved[index] - gap
    return moved


def _breadth_of(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.9
    if letter in "MWШЩЖЮФмшщжюф":
        return 1.3
    return 1.15 if letter.isupper() or "Ѐ" <= letter <= "ӿ" else 1.0
