"""Names of states in languages other than English, from the tables of Unicode."""

from __future__ import annotations

import re
from functools import lru_cache

from winset.reading.people.actors import NameIndex
from winset.reading.suggestions import NameSuggestion

_LANGUAGES = ("ja", "zh", "ko", "ru", "uk", "fr", "de", "es", "it", "pt", "nl", "ar", "el", "he")
_UNSPACED = ("ja", "zh", "ko")
_SHORTEST, _SURE = 2, 0.85


def foreign_states(text: str, language: str, known: NameIndex) -> tuple[NameSuggestion, ...]:
    """The states a text in another language names, each once, in the order of their mention."""
    if language not in _LANGUAGES:
        return ()
    english, pattern = _table(language)
    found: dict[str, list[tuple[int, int]]] = {}
    for match in pattern.finditer(text):
        found.setdefault(match.group(), []).append(match.span())
    return tuple(
        NameSuggestion(name, "state", "", english[name], (), tuple(places), "list of states", _SURE)
        for name, places in found.items()
        if not known.knows(name)
    )


@lru_cache(maxsize=16)
def _table(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Names in a language with those in English, and an expression for any of them."""
    from babel import Locale

    theirs, ours = Locale(language).territories, Locale("en").territories
    english = {
        name: str(ours.get(code, name))
        for code, name in theirs.items()
        if code.isalpha() and len(code) == 2 and len(name) >= _SHORTEST
    }
    either = "|".join(re.escape(name) for name in sorted(english, key=lambda n: (-len(n), n)))
    edges = ("", "") if language in _UNSPACED else (r"\b", r"\b")
    return english, re.compile(f"{edges[0]}(?:{either}){edges[1]}")
