"""Whose words they are that a noun tells of: `her message was: “…”`, `the mayor's question`."""

from __future__ import annotations

from winset.reading.people.mentions import Mention, person
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import spoken
from winset.reading.text.tokens import Token

_BACK = 3


def whose(scene: Scene, place: int, words: list[Token], noun: int) -> Verdict | None:
    """Speech of the person whom the noun at `noun` belongs to; None where it is nobody's."""
    for number in range(noun - 1, max(noun - _BACK, 0) - 1, -1):
        word = words[number]
        if word.lower in ("his", "her"):
            return spoken(scene, place, [word], words, noun, "same sentence")
        if word.is_capital and word.text.endswith(("’s", "'s")):
            mention = owner(words[: number + 1])
            while len(mention) > 1 and not mention[0].is_capital:
                mention = mention[1:]
            named = bool(person(mention))
            return spoken(scene, place, mention, words, noun, "same sentence") if named else None
    return None


def owner(mention: Mention) -> Mention:
    """A mention without the `’s` of its last word."""
    last = mention[-1]
    bare = last._replace(text=last.text[:-2], end=last.end - 2, lower=last.lower[:-2])
    return [*mention[:-1], bare]
