"""Documents read side by side: events that two of them tell, and where their accounts differ."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from winset.reading import (
    AccountSuggestion,
    DifferenceSuggestion,
    Read,
    Suggestions,
    differences,
    same_events,
)
from winset.record.documents import Document, Passage
from winset.record.entries import Account, Difference, Event, Origin, Status
from winset.record.kinds import Item
from winset.record.passages import make_passage
from winset.workbench.correcting import corrections_of, without_held
from winset.workbench.opening import case_file
from winset.workbench.proposing import RULES, event_ids
from winset.workbench.suggesting import Suggested

if TYPE_CHECKING:
    from winset.store import Case

MOST = 2_000
"""Documents compared with one another: of more, those read last."""
_LONGEST = 300
"""Characters of what an account says."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What was kept as suggestions: differences, and events that another document tells too."""

    differences: tuple[Difference, ...] = ()
    same: tuple[Event, ...] = ()
    left_out: int = 0
    """Documents that were not compared, since there are more than can be."""


class Reader:
    """Remembers what was suggested, document by document, to compare it in the end."""

    def __init__(self) -> None:
        self._reads: deque[Read] = deque(maxlen=MOST)
        self._fresh: deque[frozenset[str]] = deque(maxlen=MOST)
        self._count = 0

    def follow(self, suggested: Iterable[Suggested]) -> Iterator[Suggested]:
        """The documents as they come, each remembered; without what is not compared."""
        for one in suggested:
            spoken = tuple(quote for quote in one.found.quotes if quote.kind == "speech")
            told = Suggestions(quotes=spoken, events=one.found.events, dates=one.found.dates)
            document = one.document
            self._reads.append(Read(document.id, document.text, told, document.date))
            self._fresh.append(frozenset(e.id for e in one.items if isinstance(e, Event)))
            self._count += 1
            yield one

    def compare(self, path: Path) -> Compared:
        """Keep what the documents tell differently, and which events they share, as suggestions.

        A difference is suggested once, whatever is decided about it. That an event is another
        one's is suggested with the event itself, so only where it has just been found.
        """
        from winset.store import open_case

        if len(self._reads) < 2:
            return Compared()
        with open_case(case_file(path)) as case, case.together():
            told = _differences(case, self._reads)
            same = _same(case, self._reads, frozenset().union(*self._fresh))
        return Compared(told, same, self._count - len(self._reads))


def _differences(case: Case, reads: Sequence[Read]) -> tuple[Difference, ...]:
    document = cache(case.document)
    proposed: dict[str, list[Item]] = {}
    for one in differences(reads):
        difference, places = _proposed(one, document)
        proposed.setdefault(difference.id, [*places, difference])
    there = case.kinds(proposed)
    fresh = {item.id: item for name in proposed if name not in there for item in proposed[name]}
    for name, corrects in _corrected(case, reads):
        new = without_held(case, document(name), tuple(fresh.values()), corrects)
        fresh = {item.id: item for item in new}
    case.put(fresh.values(), RULES)
    return tuple(item for item in fresh.values() if isinstance(item, Difference))


def _corrected(case: Case, reads: Sequence[Read]) -> Iterator[tuple[str, dict[str, str]]]:
    """The documents read that are corrected texts, each with all corrections."""
    corrects = corrections_of(case)
    return ((one.document, corrects) for one in reads if one.document in corrects)


def _proposed(
    one: DifferenceSuggestion, document: Callable[[str], Document]
) -> tuple[Difference, list[Passage]]:
    places = [make_passage(document(a.document), a.start, a.end) for a in one.accounts]
    accounts = tuple(
        Account(_said(account, one.kind), _teller(document(account.document)), (place.id,))
        for account, place in zip(one.accounts, places, strict=True)
    )
    return (
        Difference(
            id=":".join(("x", one.kind, *(place.id for place in places))),
            about=f"{one.kind} in accounts of the {one.about}",
            accounts=accounts,
            because=tuple(place.id for place in places),
            origin=Origin(RULES, one.rule, one.confidence, Status.SUGGESTED),
        ),
        places,
    )


def _said(account: AccountSuggestion, kind: str) -> str:
    """What an account says: the words themselves, or what is at odds before them."""
    words = " ".join(account.text.split())
    said = words if kind == "wording" else f"{account.value}: {words}"
    return said if len(said) <= _LONGEST else said[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _teller(document: Document) -> str:
    return document.publisher or document.author or document.title


def _same(case: Case, reads: Sequence[Read], fresh: frozenset[str]) -> tuple[Event, ...]:
    """Events just suggested, with those of earlier documents that they seem to be."""
    ids = {one.document: event_ids(one.document, one.found.events) for one in reads}
    links: dict[str, list[str]] = {}
    for one in same_events(reads):
        first, second = (ids[name][number] for name, number in (one.first, one.second))
        if second in fresh:
            links.setdefault(second, []).append(first)
    there = case.kinds({*links, *(name for names in links.values() for name in names)})
    changed = [
        replace(item, same_as=tuple(dict.fromkeys(one for one in links[item.id] if one in there)))
        for item in case.find(name for name in links if name in there)
        if isinstance(item, Event)
    ]
    case.put(changed, RULES)
    return tuple(changed)
