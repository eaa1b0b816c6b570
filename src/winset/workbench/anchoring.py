"""Entries moved from a text to a corrected one: both texts stay, the passages follow."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from winset.errors import Misuse
from winset.record.anchors import Anchor, anchor
from winset.record.documents import Passage
from winset.record.kinds import Item, items, record_of, references
from winset.record.passages import make_passage
from winset.workbench.adding import Addition, Ask, Details, add_documents, nobody
from winset.workbench.correcting import CORRECTIONS, with_correction
from winset.workbench.opening import case_file


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of each passage of the old text, and which entries rest on the new one now."""

    anchors: tuple[Anchor, ...]
    moved: tuple[str, ...]
    """The passages that have followed."""
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected text as it was added, and what followed it there; None where it was not."""

    addition: Addition
    moved: Moved | None = None


def add_correction(
    path: Path, files: Sequence[Path], old: str, details: Details, by: str, ask: Ask = nobody
) -> Correction:
    """Add the one file given as the corrected text of `old`, and let what rests on that follow.

    What is not said of the new text is as it was of the old one. Two changes: `undo` takes back
    first the moving, then the adding. Raises Misuse for several files.
    """
    from winset.store import open_case

    if len(files) != 1:
        raise Misuse(f"a correction is one file; {len(files)} were given: add them one by one")
    with open_case(case_file(path), to_read=True) as case:
        before = case.document(old)
    like = {one.name: getattr(details, one.name) or getattr(before, one.name, "")
            for one in fields(details)}  # fmt: skip
    (addition,) = add_documents(path, files, Details(**like), by, ask=ask)
    if addition.document is None or addition.document.id == old:
        return Correction(addition)
    return Correction(addition, reanchor(path, old, addition.document.id, by))


def reanchor(
    path: Path,
    old: str,
    new: str,
    by: str,
    near: bool = False,
    confirmed: Collection[str] = (),
) -> Moved:
    """Let entries that rest on passages of the document `old` rest on the same words in `new`.

    Words that are only alike are moved too after a person has looked at them: those of the
    `confirmed` passages, or with `near` all of them. What is found nowhere stays where it is.
    One change, which `undo` takes back. Raises Misuse for a confirmed passage that is none.
    """
    from winset.store import open_case

    if old == new:
        raise Misuse(f"{old} is both the old and the new text; add the corrected text first")
    with open_case(case_file(path)) as case:
        case.document(old)
        document = case.document(new)
        record = case.record(None)
        anchors = tuple(anchor(one, document) for one in record.passages if one.document == old)
        _refuse_unknown(confirmed, anchors)
        sure = {one.passage.id for one in anchors if near} | set(confirmed)
        taken = [
            one
            for one in anchors
            if one.kind == "exact" or (one.kind == "near" and one.passage.id in sure)
        ]
        places = {one.passage.id: make_passage(document, one.start, one.end) for one in taken}
        changed = _moved(items(record), {name: place.id for name, place in places.items()})
        there = {one.id for one in record.passages}
        rested = {one.target for item in items(record) for one in references(item)}
        followed = (name for name in places if name in rested or places[name].id not in there)
        fresh = {place.id: place for place in places.values()}
        told = (CORRECTIONS, with_correction(case, new, old), "application/json")
        case.load(record_of([*fresh.values(), *changed]), by, attachments=[told])
    return Moved(anchors, tuple(followed), tuple(item.id for item in changed))


def _refuse_unknown(confirmed: Collection[str], anchors: Sequence[Anchor]) -> None:
    alike = [one.passage.id for one in anchors if one.kind == "near"]
    for name in confirmed:
        if name not in alike:
            there = ", ".join(alike[:20]) or "none"
            raise Misuse(f"{name[:80]!r} is no passage whose words are alike; those are: {there}")


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
