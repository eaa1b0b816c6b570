"""How little the lines of an opening must give way, against every package gone through."""

from __future__ import annotations

from tests.reference.settlement import Reference
from tests.settlement import generated
from winset.model import read_model
from winset.settlement import settle

NO_LIMIT = 10_000


def test_the_ladder_equals_the_reference() -> None:
    rungs, long, weaker = 0, 0, 0
    for seed in range(30_000, 30_800):
        model, day = generated.model(seed), generated.day(seed)
        reference = Reference(model, day)
        ids = [line.id for line in reference.lines]
        for opening in settle(model, day, NO_LIMIT).openings:
            lines = tuple(ids.index(line) for line in opening.lines)
            expected = reference.rungs(lines)
            ladder = [(rung_of(reference, lines, r.example), r.distance) for r in opening.ladder]
            assert len(dict(ladder)) == len(ladder) == min(3, len(expected))
            assert [far for _, far in ladder] == sorted(expected.values())[: len(ladder)]
            for rung, (key, far) in zip(opening.ladder, ladder, strict=True):
                assert expected[key] == far > 0
                for line, accepts in rung.accepts:
                    named = {
                        n for n in reference.terms if n in reference._mentions(ids.index(line))
                    }
                    assert accepts == tuple(pair for pair in rung.example if pair[0] in named)
            assert dict(opening.weaker) == {
                ids[line]: tuple(ids[x] for x in reference.weaker(line, lines))
                for line in lines
                if reference.weaker(line, lines)
            }
            rungs += len(ladder)
            long += len(lines) > 1
            weaker += len(opening.weaker)
    assert rungs > 500
    assert long > 100
    assert weaker > 50


def rung_of(
    reference: Reference, lines: tuple[int, ...], package: tuple[tuple[str, str], ...]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    named = frozenset[str]().union(*(reference._mentions(line) for line in lines))
    return lines, tuple(option for issue, option in package if issue in named)


FISHERY = """
[parties.north]
ratify = "treasury"
[parties.north.factions.treasury]
[parties.south]
[issues.quota]
options = ["ten", "twenty", "thirty", "forty", "fifty"]
ordered = true
[issues.patrol]
[[red_lines]]
id = "at-least-fifty"
party = "north.treasury"
requires = "quota >= fifty"
[[red_lines]]
id = "at-least-twenty"
party = "north.treasury"
requires = "quota >= twenty"
[[red_lines]]
id = "at-least-thirty"
party = "north.treasury"
requires = "quota >= thirty"
[[red_lines]]
id = "at-most-forty"
party = "south"
requires = "quota <= forty"
weight = 2
"""


def test_a_line_first_falls_back_and_then_gives_way_step_by_step() -> None:
    """The treasury need not drop its line: forty is enough, and thirty is what it then keeps."""
    found = settle(read_model(FISHERY))
    first, second = found.openings
    assert first.lines == ("at-least-fifty",)
    assert [(rung.accepts, rung.distance) for rung in first.ladder] == [
        ((("at-least-fifty", (("quota", "forty"),)),), 1),
        ((("at-least-fifty", (("quota", "thirty"),)),), 2),
    ]
    assert first.weaker == (("at-least-fifty", ("at-least-thirty",)),)
    assert [(rung.accepts, rung.distance) for rung in second.ladder] == [
        ((("at-most-forty", (("quota", "fifty"),)),), 1),
    ]
    assert second.weaker == ()
