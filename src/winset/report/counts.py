"""How many packages there are, where they were counted and where only bounds are known."""

from __future__ import annotations

from collections.abc import Sequence

from winset.report.words import Names, figure, listed, number_word
from winset.settlement.results import Bounds, Overlap, Settlement

_FEW = 4
"""Sides whose win-sets are told one by one."""


def size_of(found: Settlement, of: str) -> str:
    """The number of packages of a party, of the zone ("zone") or of all ("packages")."""
    known = {**dict(found.win_sets), "zone": found.zone, "packages": found.packages}
    return known_size(known[of], of, found.bounds)


def known_size(count: int | None, of: str, bounds: Sequence[Bounds]) -> str:
    """A count in figures; where it is None, what is known of it.

    >>> known_size(1200, "zone", ()), known_size(None, "zone", [Bounds("zone", 3, 1200)])
    ('1,200', 'between 3 and 1,200')
    """
    between = next((each for each in bounds if each.of == of), None)
    if count is not None or between is None:
        return figure(count)
    return f"between {figure(between.low)} and {figure(between.high)}"


def shared_size(overlap: Overlap) -> str:
    """How many packages two parties could both accept, or what is known of it.

    >>> shared_size(Overlap(("a", "b"), None, 1, 4096)), shared_size(Overlap(("a", "b"), 7))
    ('some, at most 4,096', '7')
    """
    if overlap.packages is not None or overlap.high is None:
        return figure(overlap.packages)
    if not overlap.low:
        return f"at most {figure(overlap.high)}"
    if overlap.low == 1:
        return f"some, at most {figure(overlap.high)}"
    return f"between {figure(overlap.low)} and {figure(overlap.high)}"


def alone(found: Settlement, names: Names) -> str:
    """What each side could accept by itself; of many sides, the least and the most."""
    sizes = [(names.party(party), size_of(found, party)) for party, _ in found.win_sets]
    if len(sizes) <= _FEW:
        (first, size), *others = sizes
        return listed(
            [f"{first} could accept {size}", *(f"{name} {each}" for name, each in others)]
        )
    known = [(size, party) for party, size in found.win_sets if size is not None]
    if not known:
        return f"what each of {number_word(len(sizes))} sides could accept was not counted"
    (least, tight), (most, wide) = min(known), max(known, key=lambda each: each[0])
    return (
        f"{number_word(len(sizes))} sides could accept between {figure(least)} "
        f"({names.party(tight)}) and {figure(most)} ({names.party(wide)})"
    )


def zone_size(found: Settlement) -> str:
    """The size of a zone that is open: where it was not counted, one package at least is in it."""
    if found.zone is not None:
        return figure(found.zone)
    known = [each for each in found.bounds if each.of == "zone"]
    if not known:
        return "at least one"
    return f"between {figure(max(1, known[0].low))} and {figure(known[0].high)}"
