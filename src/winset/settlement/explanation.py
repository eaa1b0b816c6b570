"""Why nothing is left, and what would change that: blocks and openings with their evidence."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from winset.settlement.marco import more_blocks
from winset.settlement.results import Block, Opening, Package
from winset.settlement.search import Found, Lines, Possibilities, find_blocks
from winset.settlement.setting import Setting
from winset.settlement.worth import exact

_SMALLEST_FIRST = 20_000
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
    openings = engine.openings(costs(stage), limit)
    blocks = smallest_blocks(engine, len(every), limit, openings.sets)
    shown = _witnessed(blocks)
    reasons = [*_cut_blocks(blocks), *_cut_openings(openings)]
    if shown < len(blocks.sets):
        reasons.append(f"only the first {shown} blocks show what each line of theirs keeps out")
    return Explanation(
        tuple(
            _block(stage, engine, lines, place < shown) for place, lines in enumerate(blocks.sets)
        ),
        tuple(_opening(stage, engine, every, lines) for lines in openings.sets),
        tuple(reasons),
    )


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


def _cut_openings(found: Found) -> Iterator[str]:
    number = len(found.sets)
    if found.proven is not None:
        yield (
            f"openings: the {number} cheapest found are listed; "
            "the search came to the end of its budget, there may be more"
        )
    elif found.tied:
        yield (
            f"openings: the first {number} are listed; so many cost the same that the last of "
            "them are not the first in the order of lines"
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
    weights = [exact(line.weight) for line in stage.lines]
    scale = math.lcm(*(weight.denominator for weight in weights))
    return [int(weight * scale) for weight in weights]


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
