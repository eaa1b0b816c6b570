"""Known actors in a text: an index of names, and every place one is named."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Iterator, Sequence

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
    """Known names by their first word, so that a text is read once however many there are.

    Names can be added between one text and the next.
    """

    def __init__(self, names: Iterable[KnownName] = ()) -> None:
        self._by_name: dict[str, str] = {}
        self._by_id: dict[str, str] = {}
        self._spaced = _Beginnings()
        self._unspaced = _Beginnings()
        self.add(names)

    def add(self, names: Iterable[KnownName]) -> None:
        """Know these names too."""
        for known in names:
            self._by_id.setdefault(known.id, known.name)
            first = _WORD.search(known.name)
            if first is None:
                continue
            self._by_name.setdefault(known.name.casefold(), known.id)
            if _is_unspaced(known.name):
                self._unspaced.add(known.name[0], known)
            elif first.start() == 0:
                self._spaced.add(first.group(), known)

    def find(self, text: str) -> tuple[ActorSuggestion, ...]:
        """Every mention of a known name, the longest where several begin at one place."""
        found = [*self._in_words(text), *self._in_unspaced(text)]
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

    def knows(self, name: str) -> bool:
        """Whether an actor goes by this name, in capitals or not."""
        return name.casefold() in self._by_name

    def name_of(self, actor: str) -> str:
        """The first of the names that belong to an id."""
        return self._by_id[actor]

    def _in_words(self, text: str) -> Iterator[ActorSuggestion]:
        done = 0
        for word in _WORD.finditer(text) if self._spaced else ():
            start, beginning = word.start(), word.group()
            if start < done or beginning not in self._spaced:
                continue
            for name, ids in self._spaced.at(text, start, beginning):
                end = start + len(name)
                if not text[end : end + 1].isalnum():
                    yield ActorSuggestion(ids[0], start, end)
                    done = end
                    break

    def _in_unspaced(self, text: str) -> Iterator[ActorSuggestion]:
        done: dict[str, int] = {}
        for start, letter in enumerate(text) if self._unspaced else ():
            for name, ids in self._unspaced.at(text, start, letter):
                if start >= done.get(name, 0):
                    done[name] = start + len(name)
                    for id_ in ids:
                        yield ActorSuggestion(id_, start, done[name])


class _Beginnings:
    """Names by how they begin: looked up by their lengths, as no list of names would stay short."""

    def __init__(self) -> None:
        self._lengths: dict[str, list[int]] = {}
        self._ids: dict[str, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._ids)

    def __contains__(self, beginning: str) -> bool:
        return beginning in self._lengths

    def add(self, beginning: str, known: KnownName) -> None:
        """Put a name under its beginning; who goes by the same name is kept in order of the ids."""
        ids = self._ids.setdefault(known.name, [])
        lengths = self._lengths.setdefault(beginning, [])
        if known.id not in ids:
            insort(ids, known.id)
        if len(known.name) not in lengths:
            insort(lengths, len(known.name))

    def at(self, text: str, start: int, beginning: str) -> Iterator[tuple[str, list[str]]]:
        """The names with this beginning at a place, the longest first, with their ids."""
        for length in reversed(self._lengths.get(beginning, [])):
            name = text[start : start + length]
            if name in self._ids:
                yield name, self._ids[name]


def _is_unspaced(name: str) -> bool:
    """Whether a name is in a script that writes no spaces between words."""
    return any("\u3040" <= letter <= "\u9fff" or letter >= "\U00020000" for letter in name)
