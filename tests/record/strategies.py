"""Records at random: faultless by the definitions of their fields, not by the checks."""

from __future__ import annotations

from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from winset.dates import Edtf
from winset.record import (
    Account,
    Actor,
    Agreement,
    Alias,
    Difference,
    Document,
    Event,
    Forecast,
    Origin,
    Part,
    Passage,
    Record,
    Resolution,
    Review,
    Source,
    Statement,
    Status,
    Undertaking,
    hash_text,
    make_passage,
)

T = TypeVar("T")

unhurried = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For tests over whole records, which take long to make on a busy machine."""

EARLY = st.sampled_from(["1987", "1988-03", "1989-04-05", "1984~", "198X", "1989-01/1989-06"])
LATE = st.sampled_from(["2001-05", "2002-11-30", "2003?", "2001/2004", "200X"])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.text(st.sampled_from("ab \n\r\u00a0.“é語🎣"), min_size=1, max_size=30)

early = EARLY.map(Edtf.parse)
late = LATE.map(Edtf.parse)
chances = st.none() | st.floats(0, 1)


def names(kind: str) -> st.SearchStrategy[list[str]]:
    """Up to four ids of a kind."""
    return st.integers(0, 4).map(lambda count: [f"{kind}{number}" for number in range(count)])


@st.composite
def documents(draw: st.DrawFn, name: str, sources: list[str]) -> Document:
    """A document of a few characters, with at most one part."""
    text = draw(TEXTS)
    part = Part(0, len(text), draw(WORDS), date=draw(st.none() | early))
    return Document(
        name, draw(WORDS), text, hash_text(text), draw(early), draw(WORDS),
        parts=draw(st.sampled_from([(), (part,)])), sources=draw(some(sources)),
    )  # fmt: skip


@st.composite
def passages(draw: st.DrawFn, document: Document) -> Passage:
    """Any place in a document."""
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    return make_passage(document, start, end)


def some(known: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of these ids, in any order."""
    if not known:
        return st.just(())
    return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple)


def few(parts: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    """Up to three of these."""
    return st.lists(parts, min_size=least, max_size=3).map(tuple)


@st.composite
def records(draw: st.DrawFn, accepted: bool = False) -> Record:
    """A record with a few items of every kind that refer to one another.

    Entries rest on passages only, and nothing refers to an entry that may not be accepted.
    """
    sources = draw(names("source"))
    texts = [draw(documents(name, sources)) for name in draw(names("n"))]
    places = [draw(passages(draw(st.sampled_from(texts)))) for _ in range(3)] if texts else []
    unique = {place.id: place for place in places}
    actors = draw(names("actor"))
    events = draw(names("event"))
    promises = draw(names("promise"))
    rest = {"because": some(list(unique)), "sources": some(sources)}
    origins = st.builds(Origin, WORDS, WORDS, chances)
    unjudged = st.builds(Origin, WORDS, WORDS, chances, st.sampled_from(Status))
    loose = origins if accepted else unjudged
    accounts = few(st.builds(Account, WORDS, WORDS, **rest), least=2)
    reviews = few(st.builds(Review, late, WORDS, WORDS, rest["because"]))
    resolution = st.builds(Resolution, late, st.none() | st.booleans(), WORDS, rest["because"])
    aliases = few(st.builds(Alias, WORDS, start=st.none() | early, end=st.none() | late))
    return Record(
        title=draw(WORDS),
        question=draw(WORDS),
        judgements=draw(WORDS),
        sources=tuple(Source(name, *draw(st.tuples(WORDS, WORDS, WORDS))) for name in sources),
        documents=tuple(texts),
        passages=tuple(sorted(unique.values(), key=lambda one: (one.document, one.start, one.end))),
        actors=tuple(
            Actor(name, draw(WORDS), parent=actors[0] if number else "", note=draw(WORDS),
                  aliases=draw(aliases), origin=draw(origins), **_draw(draw, rest))
            for number, name in enumerate(actors)
        ),
        statements=tuple(
            Statement(name, draw(st.sampled_from(actors)), draw(early), draw(WORDS),
                      stance=draw(st.integers(-1, 1)), reported=draw(st.none() | late),
                      origin=draw(loose), **_draw(draw, rest))
            for name in (draw(names("statement")) if actors else ())
        ),
        events=tuple(
            Event(name, draw(WORDS), draw(early), participants=draw(some(actors)),
                  same_as=draw(some(events)), origin=draw(origins), **_draw(draw, rest))
            for name in events
        ),
        agreements=tuple(
            Agreement(name, draw(WORDS), draw(early), draw(some(actors)),
                      draw(st.sampled_from(["", *events])), draw(some(promises)),
                      origin=draw(loose), **_draw(draw, rest))
            for name in draw(names("pact"))
        ),
        undertakings=tuple(
            Undertaking(name, draw(WORDS), draw(early), draw(some(actors)), draw(st.none() | late),
                        reviews=draw(reviews), origin=draw(origins), **_draw(draw, rest))
            for name in promises
        ),
        forecasts=tuple(
            Forecast(name, draw(WORDS), draw(early), draw(WORDS), draw(st.none() | late),
                     probability=draw(chances), resolution=draw(st.none() | resolution),
                     origin=draw(loose), **_draw(draw, rest))
            for name in draw(names("forecast"))
        ),
        differences=tuple(
            Difference(name, draw(WORDS), draw(accounts), origin=draw(loose), **_draw(draw, rest))
            for name in draw(names("gap"))
        ),
    )  # fmt: skip


def _draw(draw: st.DrawFn, fields: dict[str, st.SearchStrategy[tuple[str, ...]]]) -> dict[str, Any]:
    return {name: draw(strategy) for name, strategy in fields.items()}
