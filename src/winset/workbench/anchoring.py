"""Entries moved from a text to a corrected one: both texts stay, the passages follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from winset.errors import Misuse
from winset.record.anchors import Anchor, anchor
from winset.record.documents import Passage
from winset.record.kinds import Item, items
from winset.record.passages import make_passage
from winset.workbench.opening import case_file


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of each passage of the old text, and which entries rest on the new one now."""

    anchors: tuple[Anchor, ...]
    entries: tuple[str, ...]


def reanchor(path: Path, old: str, new: str, by: str, near: bool = False) -> Moved:
    """Let entries that rest on passages of the document `old` rest on the same words in `new`.

    Words that are only alike are moved too with `near`, after a person has looked at them; what
    is found nowhere stays where it is. One change, which `undo` takes back.
    """
    from winset.store import open_case

    if old == new:
        raise Misuse(f"{old} is both the old and the new text; add the corrected text first")
    with open_case(case_file(path)) as case:
        case.document(old)
        document = case.document(new)
        record = case.record(None)
        anchors = tuple(anchor(one, document) for one in record.passages if one.document == old)
        taken = [one for one in anchors if one.kind == "exact" or (near and one.kind == "near")]
        places = {one.passage.id: make_passage(document, one.start, one.end) for one in taken}
        changed = _moved(items(record), {name: place.id for name, place in places.items()})
        fresh = {place.id: place for place in places.values()}
        case.put([*fresh.values(), *changed], by)
    return Moved(anchors, tuple(item.id for item in changed))


def _moved(listed: tuple[Item, ...], places: Mapping[str, str]) -> list[Item]:
    """The items that rest on one of the old places, resting on the new ones."""
    kept = (item for item in listed if not isinstance(item, Passage))
    return [new for item in kept if (new := _with(item, places)) != item]


def _with(item: Any, places: Mapping[str, str]) -> Any:
    """An item, or a part of one, with the old places in every `because` replaced."""
    values: dict[str, Any] = {}
    for one in fields(item):
        value = getattr(item, one.name)
        if one.name == "because":
            values[one.name] = tuple(dict.fromkeys(places.get(name, name) for name in value))
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            values[one.name] = tuple(_with(part, places) for part in value)
        elif one.name == "resolution" and is_dataclass(value):
            values[one.name] = _with(value, places)
    return replace(item, **values)
