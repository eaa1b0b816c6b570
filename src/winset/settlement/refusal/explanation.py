"""Why nothing is left, and what would change that: blocks and openings with their evidence."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from winset.settlement.bargain.worth import exact
from winset.settlement.refusal.ladders import with_ladders
from winset.settlement.refusal.marco import more_blocks, more_openings
from winset.settlement.refusal.search import Found, Lines, Possibilities, find_blocks
from winset.settlement.results import Block, Opening, Package
from winset.settlement.setting import Setting

_SMALLEST_FIRST = 10_000
_MOST_WITNESSES = 1_000


class Engine(Possibilities, Protocol):
    """What an engine must answer to explain an empty zone."""

    def openings(self, costs: list[int], limit: int) -> Found:
        """Minimal sets of lines whose giving up opens the zone, cheapest first."""

    def opened(self, kept: Lines) -> int | None:
        """How many packages all accept while only `kept` stand; None when not counted."""

    def example(self, kept: Lines) -> Package:
        """A package all accept while only `kept` stand; there must be one."""

    def possible_without(self, kept: Lines, link: int) -> bool:
        """Whether something is left while only `kept` stand and one link does not."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Blocks and openings, what stopped their search, and what to print beside them."""

    blocks: tuple[Block, ...] = ()
    openings: tuple[Opening, ...] = ()
    incomplete: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


def explain(stage: Setting, engine: Engine, limit: int) -> Explanation:
    """Blocks and openings of an empty zone."""
    every = frozenset(range(len(stage.lines)))
    if engine.violated(frozenset()) is None:
        reason = "no red line is to blame: links, worth of no deal and quotas alone leave nothing"
        block = Block((), _links(stage, engine, frozenset()))
        return Explanation((block,), assumptions=(reason,))
    openings = cheapest_openings(stage, engine, limit)
    blocks = smallest_blocks(engine, len(every), limit, openings.sets)
    shown = _witnessed(blocks)
    reasons = [*_cut_blocks(blocks), *_cut_openings(stage, openings)]
    if shown < len(blocks.sets):
        reasons.append(f"only the first {shown} blocks show what each line of theirs keeps out")
    ways_out = tuple(_opening(stage, engine, every, lines) for lines in openings.sets)
    ways_out, climbed = with_ladders(stage, ways_out, openings.sets)
    if climbed < len(ways_out):
        reasons.append(
            f"how little each line would have to give way is worked out for {climbed} of "
            f"{len(ways_out)} openings"
        )
    uncounted = sum(each.opened is None for each in ways_out)
    if uncounted:
        reasons.append(f"how many packages would open is not counted for {uncounted} openings")
    return Explanation(
        tuple(
            _block(stage, engine, lines, place < shown) for place, lines in enumerate(blocks.sets)
        ),
        ways_out,
        tuple(reasons),
    )


def cheapest_openings(stage: Setting, engine: Engine, limit: int) -> Found:
    """Openings cheapest first as far as a budget goes, and further ones up to the limit."""
    found = engine.openings(costs(stage), limit)
    return found if found.proven is None else more_openings(engine, costs(stage), limit, found)


def smallest_blocks(
    engine: Possibilities, count: int, limit: int, openings: tuple[Lines, ...]
) -> Found:
    """Blocks smallest first as far as a budget goes, and further ones up to the limit."""
    found = find_blocks(engine, count, limit, openings, max(1, _SMALLEST_FIRST // max(1, count)))
    if found.proven is None:
        return found
    more = more_blocks(engine, count, limit, found.sets, openings)
    return replace(more, proven=None if more.complete else found.proven)


def _cut_blocks(found: Found) -> Iterator[str]:
    number = len(found.sets)
    if found.proven is not None:
        yield (
            f"blocks: {number} are listed; all of fewer than {found.proven} lines are among them, "
            "others may be missing: the search came to the end of its budget"
        )
    elif not found.complete:
        yield f"blocks: the first {number} are listed; there are more"


def _cut_openings(stage: Setting, found: Found) -> Iterator[str]:
    number = len(found.sets)
    if found.proven is not None:
        weight = float(proven_weight(stage, found.proven))
        sure = f"all of a weight below {weight:g}" if weight else "not surely the cheapest"
        yield (
            f"openings: {number} are listed, {sure}; others may be missing: the search came to "
            "the end of its budget"
        )
    elif not found.complete:
        yield f"openings: the first {number} are listed; there are more"


def _witnessed(blocks: Found) -> int:
    """How many of the first blocks are shown with witnesses."""
    witnesses = 0
    for place, lines in enumerate(blocks.sets):
        witnesses += len(lines)
        if witnesses > _MOST_WITNESSES:
            return max(1, place)
    return len(blocks.sets)


def costs(stage: Setting) -> list[int]:
    """Weights of the lines as whole numbers."""
    scale = _scale(stage)
    return [int(exact(line.weight) * scale) for line in stage.lines]


def proven_weight(stage: Setting, price: int) -> Fraction:
    """The weight below which no opening is missing, where none below a price is."""
    if any(line.weight == 0 for line in stage.lines):
        price //= len(stage.lines) + 1
    return Fraction(price, _scale(stage))


def _scale(stage: Setting) -> int:
    return math.lcm(*(exact(line.weight).denominator for line in stage.lines))


def _block(stage: Setting, engine: Engine, lines: Lines, witnessed: bool) -> Block:
    witnesses = tuple(
        (stage.lines[line].id, engine.example(lines - {line}))
        for line in sorted(lines)
        if witnessed
    )
    return Block(_ids(stage, lines), _links(stage, engine, lines), witnesses)


def _opening(stage: Setting, engine: Engine, every: Lines, lines: Lines) -> Opening:
    weight = float(sum(exact(stage.lines[line].weight) for line in lines))
    kept = every - lines
    return Opening(_ids(stage, lines), weight, engine.opened(kept), engine.example(kept))


def _links(stage: Setting, engine: Engine, lines: Lines) -> tuple[str, ...]:
    return tuple(
        link.id for place, link in enumerate(stage.links) if engine.possible_without(lines, place)
    )


def _ids(stage: Setting, lines: Lines) -> tuple[str, ...]:
    return tuple(stage.lines[line].id for line in sorted(lines))
