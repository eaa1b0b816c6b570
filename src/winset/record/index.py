"""Looking things up in a record, and walking from any entry back to what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.record.documents import Passage, Source
from winset.record.kinds import Item, items, references
from winset.record.record import Record


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an entry finally rests on, nearest first: passages, and published sources."""

    passages: tuple[Passage, ...] = ()
    sources: tuple[Source, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.passages or self.sources)


@dataclass(frozen=True)
class Index:
    """A record with a way from every id to its item, and to the items that refer to it."""

    record: Record

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by its id, in the order of the record."""
        return {item.id: item for item in items(self.record)}

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Item, ...]]:
        """The items that refer to an id, in the order of the record."""
        found: dict[str, dict[str, Item]] = {}
        for item in self.items.values():
            for reference in references(item):
                found.setdefault(reference.target, {})[item.id] = item
        return {target: tuple(named.values()) for target, named in found.items()}

    def find(self, name: str) -> Item:
        """The item with an id; raises Misuse with the nearest id."""
        item = self.items.get(name)
        if item is None:
            near = nearest_name(name, self.items)
            hint = f"; did you mean {near!r}?" if near else ""
            raise Misuse(f"no entry {name[:80]!r} in the record{hint}")
        return item

    def walk_back(self, name: str) -> Grounds:
        """The passages and sources that an id finally rests on, breadth first.

        From an entry the way goes to what is in its `because` and `sources`, from a passage to
        the sources of its document. Raises Misuse for an unknown id.
        """
        self.find(name)
        passed = tuple(self._walk(name))
        return Grounds(
            tuple(item for item in passed if isinstance(item, Passage)),
            tuple(item for item in passed if isinstance(item, Source)),
        )

    def unsupported(self) -> tuple[str, ...]:
        """Ids of entries that rest on no passage and no source, in the order of the record."""
        return tuple(
            item.id
            for item in items(self.record)
            if hasattr(item, "because") and not self.walk_back(item.id)
        )

    def _walk(self, start: str) -> Iterator[Item]:
        seen = {start}
        ahead = [start]
        for name in ahead:  # grows as the walk goes on
            item = self.items.get(name)
            if item is None:
                continue
            yield item
            steps = [step for step in _steps(item) if step not in seen]
            ahead.extend(dict.fromkeys(steps))
            seen.update(steps)


def walk_back(record: Record, name: str) -> Grounds:
    """The passages and sources that an id of a record finally rests on; raises Misuse."""
    return Index(record).walk_back(name)


def _steps(item: Item) -> tuple[str, ...]:
    if isinstance(item, Passage):
        return (item.document,)
    fields = ("because", "sources")
    return tuple(
        one.target for one in references(item) if any(field in one.field for field in fields)
    )
