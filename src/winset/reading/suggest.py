"""Everything reading proposes for a text, stage by stage; each stage reads the text once."""

from __future__ import annotations

from collections.abc import Sequence

from winset.dates import Edtf
from winset.reading.actors import NameIndex
from winset.reading.boilerplate import boilerplate
from winset.reading.codebook import Codebook
from winset.reading.days import days
from winset.reading.layout import paragraphs
from winset.reading.parts import parts
from winset.reading.quotes import quotes
from winset.reading.suggestions import KnownName, Suggestions

NONE = Codebook()


def suggest(
    text: str, date: Edtf, names: Sequence[KnownName] = (), codebook: Codebook = NONE
) -> Suggestions:
    """Parts, quotes, dates, known actors and boilerplate of a text published on `date`.

    All of it is a proposal: nothing is changed in the text, and no rule raises on any text.

    >>> found = suggest('“No,” said Jane Roe.', Edtf.parse("2020"))
    >>> [(quote.text, quote.speaker, quote.rule) for quote in found.quotes]
    [('No,', 'Jane Roe', 'cue after')]
    """
    blocks = paragraphs(text)
    page = boilerplate(text, blocks)
    skip = frozenset(page)
    index = NameIndex(names)
    pieces = parts(text, blocks, skip)
    said = quotes(text, blocks, skip, index)
    return Suggestions(
        parts=pieces,
        quotes=said,
        dates=days(text, date, blocks, pieces, said),
        actors=index.find(text),
        boilerplate=tuple(page.values()),
    )
