"""Suggestions waiting for a person's decision, narrowed to those one wants to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.record.documents import Passage
from winset.record.entries import Entry, Statement, Status
from winset.workbench.opening import case_file, require_document

if TYPE_CHECKING:
    from winset.store import Case


@dataclass(frozen=True, slots=True)
class Filter:
    """Which suggestions to show; what is empty narrows nothing."""

    kind: str = ""
    rule: str = ""
    document: str = ""
    least: float = 0
    """The least confidence; a suggestion without one always passes."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A suggestion with the places it was read in."""

    entry: Entry
    places: tuple[Passage, ...]

    @property
    def waits(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.entry.origin.status is Status.SUGGESTED

    @property
    def lacks_actor(self) -> bool:
        """Whether somebody must first be named as the one who said it."""
        return isinstance(self.entry, Statement) and not self.entry.actor


def waiting(path: Path, wanted: Filter, limit: int | None = None) -> tuple[Waiting, ...]:
    """The suggestions of a case that pass a filter, document by document and place by place.

    Not more than `limit`, the first ones. Raises Misuse for a kind that none can be of, and for a
    document the case has not.
    """
    from winset.store import open_case
    from winset.store.case import JUDGED

    if wanted.kind and wanted.kind not in JUDGED:
        near = nearest_name(wanted.kind, JUDGED)
        hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(JUDGED)}"
        raise Misuse(f"there is no kind {wanted.kind[:40]!r}; {hint}")
    with open_case(case_file(path), to_read=True) as case:
        if wanted.document:
            require_document(case.document_ids(), wanted.document)
        ids = case.waiting(wanted.kind, wanted.rule, wanted.document, wanted.least)
        return _with_places(case, ids[:limit])


def read_again(path: Path, one: Waiting) -> Waiting:
    """A suggestion as it is now, with its places."""
    from winset.store import open_case

    with open_case(case_file(path), to_read=True) as case:
        return _with_places(case, [one.entry.id])[0]


def last_change(path: Path) -> int:
    """The number of the last change of a case that stands; 0 where there is none."""
    from winset.store import open_case

    with open_case(case_file(path), to_read=True) as case:
        return case.last_change()


def _with_places(case: Case, ids: Sequence[str]) -> tuple[Waiting, ...]:
    entries = [one for one in case.find(ids) if isinstance(one, Entry)]
    grounds = case.find(dict.fromkeys(name for one in entries for name in one.because))
    places = {one.id: one for one in grounds if isinstance(one, Passage)}
    return tuple(
        Waiting(one, tuple(places[name] for name in one.because if name in places))
        for one in entries
    )
