"""The kinds of item a record holds, and what each item refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from winset.record.documents import Document, Passage, Source
from winset.record.entries import (
    Actor,
    Agreement,
    Difference,
    Entry,
    Event,
    Forecast,
    Statement,
    Undertaking,
)
from winset.record.record import Record

T = TypeVar("T")

Item = Source | Document | Passage | Entry

KINDS: Mapping[str, type[Item]] = MappingProxyType(
    {
        "source": Source,
        "document": Document,
        "passage": Passage,
        "actor": Actor,
        "statement": Statement,
        "event": Event,
        "agreement": Agreement,
        "undertaking": Undertaking,
        "forecast": Forecast,
        "difference": Difference,
    }
)
"""Each kind by its name, in the order of a record; a field of Record is the name and an "s"."""

_NAMES = {kind: name for name, kind in KINDS.items()}

_TARGETS = {
    "because": "",
    "sources": "source",
    "passage.document": "document",
    "actor.parent": "actor",
    "statement.actor": "actor",
    "event.participants": "actor",
    "event.same_as": "event",
    "agreement.parties": "actor",
    "agreement.event": "event",
    "agreement.undertakings": "undertaking",
    "undertaking.by": "actor",
}
"""Fields that hold ids, and the kind they must name; "" is any kind."""


_HOLDERS = ("reviews", "resolution", "accounts")
"""Fields whose parts hold ids of their own."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One id named by an item: the field it stands in, and the kind it must be ("" is any)."""

    field: str
    target: str
    kind: str


def kind_of(item: Item) -> str:
    """The name of an item's kind: "statement" for a Statement."""
    return _NAMES[type(item)]


def items(record: Record) -> tuple[Item, ...]:
    """Everything in a record, kind by kind, sources first."""
    return tuple(item for kind in KINDS for item in getattr(record, f"{kind}s"))


def record_of(entries: Iterable[Item], like: Record | None = None) -> Record:
    """A record of these items, with the title, question and judgements of `like`."""
    listed = tuple(entries)
    return replace(
        like or Record(),
        sources=_of(Source, listed),
        documents=_of(Document, listed),
        passages=_of(Passage, listed),
        actors=_of(Actor, listed),
        statements=_of(Statement, listed),
        events=_of(Event, listed),
        agreements=_of(Agreement, listed),
        undertakings=_of(Undertaking, listed),
        forecasts=_of(Forecast, listed),
        differences=_of(Difference, listed),
    )


def references(item: Item) -> tuple[Reference, ...]:
    """Every id an item names, also in its reviews, resolution and accounts.

    >>> references(Actor("navy", "The Navy", parent="moresby"))
    (Reference(field='parent', target='moresby', kind='actor'),)
    """
    return tuple(_references(item, kind_of(item), ""))


def raw_references(kind: str, fields: Mapping[str, Any]) -> tuple[Reference, ...]:
    """The ids named directly in an item's plain fields, so far as those can be read."""
    return tuple(
        Reference(name if isinstance(value, str) else f"{name}[{number}]", target, wanted)
        for name, value in fields.items()
        if (wanted := target_kind(kind, name)) is not None
        for number, target in enumerate([value] if isinstance(value, str) else _list(value))
        if isinstance(target, str) and target
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def target_kind(kind: str, field: str) -> str | None:
    """The kind a field's ids must name, "" for any kind, None where the field holds no id."""
    return _TARGETS.get(f"{kind}.{field}", _TARGETS.get(field))


def _of(kind: type[T], listed: tuple[Item, ...]) -> tuple[T, ...]:
    return tuple(item for item in listed if isinstance(item, kind))


def _references(item: Any, kind: str, place: str) -> Iterator[Reference]:
    shape: Any = type(item)
    for name, wanted in _telling_fields(shape, kind):
        value = getattr(item, name)
        targets = value if isinstance(value, tuple) else (value,) if value else ()
        for number, target in enumerate(targets):
            where = f"{place}{name}" + (f"[{number}]" if isinstance(value, tuple) else "")
            if isinstance(target, str):
                if wanted is not None:
                    yield Reference(where, target, wanted)
            elif is_dataclass(target):
                yield from _references(target, "", f"{where}.")


@cache
def _telling_fields(kind: type, name: str) -> tuple[tuple[str, str | None], ...]:
    """Fields that hold ids, or parts that do, each with the kind its ids must name."""
    found = ((field.name, target_kind(name, field.name)) for field in fields(kind))
    return tuple(pair for pair in found if pair[1] is not None or pair[0] in _HOLDERS)
