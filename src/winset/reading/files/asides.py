"""What stands beside the text of a page and belongs to it: boxes and captions, kept in place.

The library that takes the running text out of a page leaves out every `aside` and `figure`, a
commentary with its own author among them. They are made paragraphs before it looks at the page.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

_WITHIN = ("article", "main")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = ("p", "li", "blockquote", *_HEADINGS)
_SIGN = "■"
"""What begins and ends a box, as the rules for pieces read it."""
_SHORTEST_BOX, _SHORTEST_LINE, _SHORTEST_CAPTION, _MOST = 150, 40, 25, 50
_ENOUGH, _LINKED = 500_000, 0.25
"""Characters that words set off are looked for in; linked words that make a box a list of links."""
_PAGE = re.compile(
    r"newsletter|sign-?up|subscri|related|promo|advert|sponsor|share|social|donat|cookie|comments",
    re.IGNORECASE,
)
"""What the boxes are called that are of the page and not of the article."""


def keep_asides(tree: Any) -> None:
    """Make paragraphs of the boxes and captions within a page's article."""
    for article in [one for one in tree.iter(*_WITHIN) if _is_outermost(one)]:
        words = _words(article)[:_ENOUGH]
        asides = islice(article.iter("aside"), _MOST)
        for box in [one for one in asides if _is_box(one, words)]:
            _make_paragraphs(box, _boxed(box))
        for caption in list(islice(article.iter("figcaption"), _MOST)):
            figure = next(caption.iterancestors("figure"), None)
            told = _words(caption)
            free = not any(True for _ in caption.iterancestors("a", "aside", "nav"))
            if figure is None or not free or len(told) < _SHORTEST_CAPTION:
                continue
            if len(_words(figure)) <= 2 * len(told):  # else it holds more than a picture
                _make_paragraphs(figure, [told])


def _is_outermost(article: Any) -> bool:
    return not any(True for _ in article.iterancestors(*_WITHIN))


def _is_box(aside: Any, article: str) -> bool:
    """Whether an aside is running text of its own: no list of links, no words set off once more."""
    named = f"{aside.get('class', '')} {aside.get('id', '')}"
    asks = any(True for _ in aside.iter("form", "input", "button"))
    if asks or _PAGE.search(named) or any(True for _ in aside.iterancestors("aside", "nav")):
        return False
    lines = [_words(one) for one in aside.iter("p")]
    prose = [line for line in lines if len(line) >= _SHORTEST_LINE]
    linked = sum(len(_words(link)) for link in aside.iter("a"))
    long = sum(map(len, prose)) >= _SHORTEST_BOX
    repeated = any(article.count(line.strip("“”\"'‘’ ")) > 1 for line in prose)
    return long and not repeated and linked <= _LINKED * len(_words(aside))


def _boxed(aside: Any) -> list[str]:
    """The lines of a box, a sign before its heading and another after its end."""
    whole = (one for one in aside.iter(*_LINES) if next(one.iterdescendants(*_LINES), None) is None)
    lines = [line for line in map(_words, whole) if line]
    return [f"{_SIGN} {lines[0]}", *lines[1:-1], f"{lines[-1]} {_SIGN}"]


def _make_paragraphs(element: Any, lines: list[str]) -> None:
    """Put paragraphs in the place of all that an element holds."""
    for child in list(element):
        element.remove(child)
    element.attrib.clear()
    element.tag, element.text = "div", None
    for line in lines:
        paragraph = element.makeelement("p")
        paragraph.text = line
        element.append(paragraph)


def _words(element: Any) -> str:
    for end in element.iter("br"):
        end.tail = f" {end.tail or ''}"
    return " ".join("".join(element.itertext()).split())
