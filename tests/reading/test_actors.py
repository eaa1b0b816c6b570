"""Known names in a text: by the index and, from the definition, by trying every name everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from winset.dates import Edtf
from winset.reading import ActorSuggestion, KnownName, NameIndex, suggest

DAY = Edtf.parse("2015-06-10")
WORDS = ("Port", "Ness", "Anna", "Berg", "the", "漁業", "省", "of", "’s", ",")
NAMES = st.builds(
    KnownName,
    st.sampled_from(("a", "b", "c")),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
    | st.lists(st.sampled_from(("漁", "業", "省", "Port")), min_size=1, max_size=3).map("".join),
)
KNOWN = st.lists(NAMES, max_size=12, unique=True)
TEXTS = st.lists(st.sampled_from((*WORDS, "漁", "業", "Portly", "ö")), max_size=30).flatmap(
    lambda words: st.sampled_from((" ".join(words), "".join(words), ". ".join(words)))
)


def unspaced(name: str) -> bool:
    return re.search("[漁業省]", name) is not None


def by_trying(names: Sequence[KnownName], text: str) -> list[ActorSuggestion]:
    """Name after name: of those that begin at a word, the longest, and none within another."""
    found = [
        ActorSuggestion(known.id, match.start(), match.end())
        for known in names
        if unspaced(known.name)
        for match in re.finditer(re.escape(known.name), text)
    ]
    done = 0
    for word in re.finditer(r"\w+", text):
        here = [
            (-len(known.name), known.id)
            for known in names
            if not unspaced(known.name)
            and re.match(r"\w", known.name)
            and re.match(re.escape(known.name) + r"(?![^\W_])", text[word.start() :])
            and re.match(r"\w+", known.name)[0] == word[0]  # type: ignore[index]
        ]
        if here and word.start() >= done:
            length, id_ = min(here)
            done = word.start() - length
            found.append(ActorSuggestion(id_, word.start(), done))
    return sorted(found, key=lambda one: (one.start, one.end, one.id))


@given(KNOWN, TEXTS)
def test_the_index_finds_what_trying_every_name_finds(names: list[KnownName], text: str) -> None:
    assert list(NameIndex(names).find(text)) == by_trying(names, text)


@given(KNOWN, TEXTS, st.integers(0, 12))
def test_names_added_later_are_known_like_those_given_at_once(
    names: list[KnownName], text: str, at: int
) -> None:
    index = NameIndex(names[:at])
    index.find(text)
    index.add(names[at:])
    assert index.find(text) == NameIndex(names).find(text)
    assert suggest(text, DAY, index) == suggest(text, DAY, names)


def test_an_index_says_who_a_name_is_and_what_somebody_is_called_first() -> None:
    index = NameIndex([KnownName("berg", "Anna Berg"), KnownName("berg", "Berg")])
    assert (index.actor("anna berg"), index.actor("Sir Berg"), index.actor("Moe")) == (
        "berg",
        "berg",
        "",
    )
    assert (index.knows("ANNA BERG"), index.knows("Anna")) == (True, False)
    assert index.name_of("berg") == "Anna Berg"
