"""Known actors in a text: an index of names, and every place one is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from winset.reading.suggestions import ActorSuggestion, KnownName
from winset.record.entries import Actor

_WORD = re.compile(r"\w+")


def known_names(actors: Sequence[Actor]) -> tuple[KnownName, ...]:
    """Every name and alias of a record's actors, for `suggest` to look for."""
    return tuple(
        KnownName(actor.id, name)
        for actor in actors
        for name in (actor.name, *(alias.name for alias in actor.aliases))
        if name.strip()
    )


class NameIndex:
    """Known names by their first word, so that a text is read once however many there are."""

    def __init__(self, names: Sequence[KnownName]) -> None:
        self._by_first: dict[str, list[KnownName]] = {}
        self._by_name: dict[str, str] = {}
        self._unspaced: list[KnownName] = []
        for known in names:
            self._add(known)
        for same in self._by_first.values():
            same.sort(key=lambda known: (-len(known.name), known.name, known.id))

    def _add(self, known: KnownName) -> None:
        first = _WORD.search(known.name)
        if first is None:
            return
        self._by_name.setdefault(known.name.casefold(), known.id)
        if _is_unspaced(known.name):
            self._unspaced.append(known)
        elif first.start() == 0:
            self._by_first.setdefault(first.group(), []).append(known)

    def find(self, text: str) -> tuple[ActorSuggestion, ...]:
        """Every mention of a known name, the longest where several begin at one place."""
        found = [*self._spaced(text), *self._in_unspaced(text)]
        return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.id)))

    def actor(self, name: str) -> str:
        """The id of the actor a speaker's name means, or "" when it is none or two."""
        if not self._by_name:
            return ""
        exact = self._by_name.get(name.casefold())
        if exact is not None:
            return exact
        last = name.rpartition(" ")[2].casefold()
        return self._by_name.get(last, "")

    def _spaced(self, text: str) -> Iterator[ActorSuggestion]:
        done = 0
        if not self._by_first:
            return
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            for known in self._by_first.get(word.group(), ()):
                end = word.start() + len(known.name)
                if text.startswith(known.name, word.start()) and not text[end : end + 1].isalnum():
                    yield ActorSuggestion(known.id, word.start(), end)
                    done = end
                    break

    def _in_unspaced(self, text: str) -> Iterator[ActorSuggestion]:
        for known in self._unspaced:
            for found in re.finditer(re.escape(known.name), text):
                yield ActorSuggestion(known.id, found.start(), found.end())


def _is_unspaced(name: str) -> bool:
    """Whether a name is in a script that writes no spaces between words."""
    return any("\u3040" <= letter <= "\u9fff" or letter >= "\U00020000" for letter in name)
