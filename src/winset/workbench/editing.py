"""Entries made and changed by hand, field by field, as a person types them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.record.documents import Document, Passage
from winset.record.kinds import KINDS, Item, kind_of
from winset.record.plain import from_plain, read_typed, to_plain, with_article
from winset.workbench.opening import case_file

FIXED = ("id", "text", "hash", "origin")
"""Fields of a document that are never edited; of an entry only its id and origin are fixed."""

_LONGEST = 60
"""Characters of what an item is called, where it is only named."""
ENTERED = tuple(kind for kind in KINDS if kind not in ("document", "passage"))
"""The kinds that can be entered by hand without a file or a place."""


def edit(path: Path, name: str, assignments: Sequence[str], by: str) -> tuple[Item, bool]:
    """Change fields of one item, each given as `field=value`; the item, and whether it changed.

    Raises Misuse for what is no assignment, Faulty with every problem of the values.
    """
    from winset.store import open_case

    with open_case(case_file(path)) as case:
        (item,) = case.find([name])
        if isinstance(item, Passage):
            raise Misuse(f"{name} is a passage, which is its place; mark other words instead")
        new = from_plain(type(item), to_plain(item) | _values(type(item), assignments), key=name)
        return new, bool(case.put([new], by))


def enter(path: Path, kind: str, name: str, assignments: Sequence[str], by: str) -> Item:
    """A new entry with these fields; raises Misuse when the id is taken."""
    from winset.store import open_case

    if kind not in ENTERED:
        near = nearest_name(kind, ENTERED)
        hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(ENTERED)}"
        raise Misuse(f"there is no kind {kind[:40]!r} to enter; {hint}")
    values = _values(KINDS[kind], assignments) | {"id": name}
    if "origin" in KINDS[kind].__dataclass_fields__:
        values["origin"] = {"by": by}
    item = from_plain(KINDS[kind], values, key=name)
    with open_case(case_file(path)) as case:
        taken = case.kinds().get(name)
        if taken:
            raise Misuse(f"{name!r} is {with_article(taken)} already; `winset edit` changes it")
        case.put([item], by)
    return item


def _values(kind: type[Item], assignments: Sequence[str]) -> dict[str, Any]:
    """The plain values of typed assignments."""
    values: dict[str, Any] = {}
    for assignment in assignments:
        name, equals, text = assignment.partition("=")
        name = name.strip()
        if not equals or not name:
            raise Misuse(f"{assignment[:60]!r} changes nothing; expected FIELD=VALUE, as actor=voe")
        if name in values:
            raise Misuse(f"{name} is given twice")
        if name in _fixed(kind):
            raise Misuse(f"the {name} of {with_article(_name(kind))} cannot be edited")
        if name not in fields_of(kind):
            near = nearest_name(name, fields_of(kind))
            hint = f"did you mean {near!r}?" if near else f"it has {', '.join(fields_of(kind))}"
            raise Misuse(f"{with_article(_name(kind))} has no field {name[:40]!r}; {hint}")
        values[name] = read_typed(kind, name, text)
    return values


def fields_of(kind: type[Item]) -> tuple[str, ...]:
    """The fields of an item that a person may change."""
    return tuple(one.name for one in fields(kind) if one.name not in _fixed(kind))


def _fixed(kind: type[Item]) -> tuple[str, ...]:
    return FIXED if kind is Document else ("id", "origin")


def _name(kind: type[Item]) -> str:
    return next(name for name, known in KINDS.items() if known is kind)


def described(item: Item) -> str:
    """An item in a few words: its kind, its id and what it is called."""
    words = called(item)
    return f"{kind_of(item)} {item.id}" + (f": {words}" if words else "")


def called(item: Item) -> str:
    """The first words of what an item is called, or says."""
    told = getattr(item, "name", "") or getattr(item, "title", "") or getattr(item, "text", "")
    return told if len(told) <= _LONGEST else told[:_LONGEST].rsplit(" ", 1)[0] + " …"
