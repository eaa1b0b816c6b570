"""Corrected texts: which document is the correction of which, and what was decided before it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winset.errors import Misuse
from winset.record.anchors import anchor
from winset.record.documents import Document, Passage
from winset.record.entries import Actor, Difference, Entry, Statement
from winset.record.kinds import Item, kind_of, references

if TYPE_CHECKING:
    from winset.store import Case

CORRECTIONS = "corrections"
"""The attachment that tells of each corrected text which document it corrects."""
_SAME = 0.8
"""The share of the longer place that two places have in common when one is the other corrected."""


@dataclass(frozen=True, slots=True)
class Held:
    """A place about which the case has an entry of this sort already, whatever was decided."""

    sort: tuple[str, ...]
    document: str
    start: int
    end: int


def corrections_of(case: Case) -> dict[str, str]:
    """The documents that are corrected texts, each with the one it corrects."""
    if CORRECTIONS not in case.attachments():
        return {}
    return read_corrections(case.attachment(CORRECTIONS).data)


def read_corrections(data: bytes) -> dict[str, str]:
    """What such an attachment tells; raises Misuse where it is none."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or not all(isinstance(of, str) for of in told.values()):
        raise Misuse(
            f"the attachment {CORRECTIONS!r} does not tell which document corrects which; expected "
            'pairs of their ids, as {"d002": "d001"}'
        )
    return told


def with_correction(case: Case, new: str, old: str) -> bytes:
    """The corrections of a case and this one, to be attached."""
    # What corrected the new one until now does so no more: of two told back and forth the last.
    known = {name: of for name, of in corrections_of(case).items() if of != new}
    return json.dumps({**known, new: old}, ensure_ascii=False).encode()


def without_held(
    case: Case, document: Document, fresh: tuple[Item, ...], corrects: Mapping[str, str]
) -> tuple[Item, ...]:
    """What is new in a corrected text: not what the text before it led to, whatever was decided."""
    held = _held_places(case, document, corrects)
    grounds = case.find(_grounds(case, fresh))
    places = {one.id: one for one in (*grounds, *fresh) if isinstance(one, Passage)}
    new = [item for item in fresh if not _is_held(item, held, places)]
    rested = {one.target for item in new for one in references(item)}
    return tuple(one for one in new if not isinstance(one, Passage) or one.id in rested)


def _grounds(case: Case, fresh: tuple[Item, ...]) -> tuple[str, ...]:
    """What the case has of that on which new entries rest."""
    return tuple(case.kinds([one.target for item in fresh for one in references(item)]))


def _held_places(case: Case, document: Document, corrects: Mapping[str, str]) -> tuple[Held, ...]:
    """Where in a corrected text entries stand, or would stand if they had followed the text."""
    held = [*_held(case, document.id)]
    name, seen = document.id, {document.id}
    while (name := corrects.get(name, "")) and name not in seen:
        seen.add(name)
        held += _followed(case, name, document)
    return tuple(held)


def _followed(case: Case, old: str, document: Document) -> Iterator[Held]:
    """The places of what rests on an older text, in the corrected one."""
    for sort, place in _resting(case, old):
        found = anchor(place, document)
        if found.kind != "orphan":
            yield Held(sort, document.id, found.start, found.end)


def _held(case: Case, name: str) -> Iterator[Held]:
    for sort, place in _resting(case, name):
        yield Held(sort, name, place.start, place.end)


def _resting(case: Case, document: str) -> Iterator[tuple[tuple[str, ...], Passage]]:
    """Each entry that rests on places in a document, by its sort, with each of the places."""
    entries = [one for one in case.resting_on(document) if isinstance(one, Entry)]
    grounds = case.find(dict.fromkeys(name for one in entries for name in one.because))
    places = {one.id: one for one in grounds if isinstance(one, Passage)}
    for entry in entries:
        mine = [places[name] for name in entry.because if name in places]
        for place in mine:
            if place.document == document:
                yield _sort(entry, place, mine), place


def _sort(item: Item, place: Passage, places: Sequence[Passage]) -> tuple[str, ...]:
    """What makes two entries at one place one and the same suggestion."""
    match item:
        case Statement():
            return ("statement", item.kind, item.issue)
        case Difference():
            others = sorted({one.document for one in places} - {place.document})
            return ("difference", item.about.split(" ")[0], *others)
        case _:
            return (kind_of(item),)


def _is_held(item: Item, held: tuple[Held, ...], places: Mapping[str, Passage]) -> bool:
    """Whether an entry of the sort of this one is known at its place; actors are known by name."""
    if not isinstance(item, Entry) or isinstance(item, Actor):
        return False
    mine = [places[name] for name in item.because if name in places]
    sorts = [(_sort(item, place, mine), place) for place in mine]
    return any(one.sort == sort and _are_one(one, place) for sort, place in sorts for one in held)


def _are_one(one: Held, place: Passage) -> bool:
    if one.document != place.document:
        return False
    shared = min(one.end, place.end) - max(one.start, place.start)
    return shared >= _SAME * max(one.end - one.start, place.end - place.start)
