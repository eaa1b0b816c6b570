"""Suggestions waiting for a person's decision, narrowed to those one wants to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.record.documents import Passage
from winset.record.entries import Entry, Statement
from winset.record.kinds import Item, kind_of
from winset.workbench.opening import case_file


@dataclass(frozen=True, slots=True)
class Filter:
    """Which suggestions to show; what is empty narrows nothing."""

    kind: str = ""
    rule: str = ""
    document: str = ""
    least: float = 0
    """The least confidence; a suggestion without one always passes."""

    def passes(self, entry: Entry, places: Sequence[Passage]) -> bool:
        """Whether a suggestion is to be shown."""
        origin = entry.origin
        return (
            self.kind in ("", kind_of(entry))
            and self.rule.casefold() in origin.rule.casefold()
            and (not self.document or any(one.document == self.document for one in places))
            and (origin.confidence is None or origin.confidence >= self.least)
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A suggestion with the places it was read in."""

    entry: Entry
    places: tuple[Passage, ...]

    @property
    def lacks_actor(self) -> bool:
        """Whether somebody must first be named as the one who said it."""
        return isinstance(self.entry, Statement) and not self.entry.actor


def waiting(path: Path, wanted: Filter) -> tuple[Waiting, ...]:
    """The suggestions of a case that pass a filter, those of one document together.

    Raises Misuse for a kind that none can be of.
    """
    from winset.store import open_case
    from winset.store.case import JUDGED

    if wanted.kind and wanted.kind not in JUDGED:
        near = nearest_name(wanted.kind, JUDGED)
        hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(JUDGED)}"
        raise Misuse(f"there is no kind {wanted.kind[:40]!r}; {hint}")
    with open_case(case_file(path), to_read=True) as case:
        entries = [one for one in case.waiting() if isinstance(one, Entry)]
        places = _passages(case.find(dict.fromkeys(b for one in entries for b in one.because)))
        order = {name: number for number, name in enumerate(case.document_ids())}
    found = [Waiting(one, tuple(places[b] for b in one.because if b in places)) for one in entries]
    shown = [one for one in found if wanted.passes(one.entry, one.places)]
    return tuple(sorted(shown, key=lambda one: _where(one, order)))


def _passages(found: Iterable[Item]) -> dict[str, Passage]:
    return {one.id: one for one in found if isinstance(one, Passage)}


def _where(one: Waiting, order: dict[str, int]) -> tuple[int, int]:
    """The document and the place a suggestion is in; those without one come first."""
    if not one.places:
        return -1, 0
    return order.get(one.places[0].document, -1), one.places[0].start
