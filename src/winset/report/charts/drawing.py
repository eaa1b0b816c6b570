"""What the charts share: the frame, words that fit, and colours by number."""

from __future__ import annotations

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


def shortened(text: str, letters: int) -> str:
    """The text, cut with an ellipsis where it is longer than `letters`.

    >>> shortened("a long name", 7)
    'a long…'
    """
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def spread(places: list[float], gap: float) -> list[float]:
    """The places moved as little as a sweep from the first needs, so that all are `gap` apart.

    >>> spread([10.0, 12.0, 40.0], 8)
    [10.0, 18.0, 40.0]
    """
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    moved = list(places)
    floor = float("-inf")
    for index in order:
        moved[index] = max(moved[index], floor)
        floor = moved[index] + gap
    return moved
