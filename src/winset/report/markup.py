"""Elements of HTML and SVG: nothing reaches the page but through `tag`, which escapes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_VOID = frozenset({"br", "hr", "meta"})
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
# Embeddings, overrides and isolates can make text read as what it does not say: they are shown.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"([{_LETTERS}]+(?:[ \u00a0'’\u2013-]+[{_LETTERS}]+)*)")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Markup:
    """Text that is already HTML."""

    text: str


Child = Markup | str
Attribute = str | float | int | bool | None


def plain(text: str) -> str:
    r"""Text without characters that HTML forbids, and with those that turn its direction named.

    >>> plain("evil\u202etxt")
    'evil[U+202E]txt'
    """
    shown = _TURNING.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)
    return _UNFIT.sub("\ufffd", shown)


def escape(child: Child) -> str:
    """The child as HTML: markup as it is, text with every special character made harmless."""
    if isinstance(child, Markup):
        return child.text
    return "".join(_ENTITIES.get(letter, letter) for letter in plain(child))


def isolated(text: str) -> Markup:
    """Text in which runs of right-to-left script keep to themselves.

    Without it the figure after an Arabic name would be set before it, and read as another's.

    >>> isolated("30 to \u05d0\u05d1, 20").text
    '30 to <bdi>\u05d0\u05d1</bdi>, 20'
    """
    parts = _RIGHT_TO_LEFT.split(text)
    return join(tag("bdi", part) if place % 2 else part for place, part in enumerate(parts))


def number(value: float) -> str:
    """A coordinate with at most two decimals, always written the same way.

    >>> number(3.10), number(-0.001), number(12)
    ('3.1', '0', '12')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """An element; `_` in an attribute stands for `-`, a `_` at its end for nothing.

    >>> tag("p", "a < b", class_="note").text
    '<p class="note">a &lt; b</p>'
    """
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in _VOID:
        return Markup(start)
    return Markup(f"{start}{''.join(escape(child) for child in children)}</{name}>")


def join(parts: Iterable[Child], between: Child = "") -> Markup:
    """The parts one after the other, with `between` between them."""
    return Markup(escape(between).join(escape(part) for part in parts))


def anchor(kind: str, key: str) -> str:
    """An id for the page: different keys give different ids, whatever is in them.

    >>> anchor("line", "border-first"), anchor("line", "a b")
    ('line-border-first', 'line-a.20.b')
    """
    return f"{kind}-" + "".join(
        letter
        if letter.isascii() and (letter.isalnum() or letter in "-_")
        else f".{ord(letter):x}."
        for letter in key
    )


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    text = value if isinstance(value, str) else number(value)
    return f' {name}="{escape(text)}"'
