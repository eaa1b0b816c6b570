"""Settlements: made-up models of growing size, beside plain enumeration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

from benchmarks.measure import Row, seconds
from tests.reference.settlement import Reference
from winset.model import Model, read_model
from winset.settlement import settle

_PARTIES = 4
_OPTIONS = 4
_PLAIN_ISSUES = 5
_ISSUES = (5, 8, 10)


def model_of(issues: int, lines: int) -> Model:
    """A model of 4^issues packages, four parties, rules across issues and points for two."""
    random = Random(issues)
    parts = [f"[parties.p{number}]\n" for number in range(_PARTIES)]
    options = ", ".join(f'"o{number}"' for number in range(_OPTIONS))
    parts += [f"[issues.i{number}]\noptions = [{options}]\n" for number in range(issues)]
    for number in range(lines):
        one, two = random.sample(range(issues), 2)
        rule = f"i{one} = o{random.randrange(_OPTIONS)} if i{two} != o{random.randrange(_OPTIONS)}"
        party = f"p{number % _PARTIES}"
        parts.append(f'[[red_lines]]\nparty = "{party}"\nrequires = "{rule}"\n')
    for party in ("p0", "p1"):
        worths = [
            f'"i{issue} = o{option}" = {random.randrange(20)}'
            for issue in range(issues)
            for option in range(_OPTIONS)
        ]
        parts.append(f"[points.{party}]\n" + "\n".join(worths) + "\n")
    return read_model("\n".join(parts))


def rows() -> Iterator[Row]:
    """The whole answer for one day: sizes, blocks, openings, frontier and solutions."""
    for issues in _ISSUES:
        model = model_of(issues, lines=8)
        size = f"4^{issues} packages, 8 lines"
        taken = seconds(partial(settle, model))
        if issues != _PLAIN_ISSUES:
            yield Row("the whole settlement", size, taken)
            continue
        slow = seconds(partial(_enumerated, model), runs=1)
        yield Row("the whole settlement", size, taken, "plain enumeration", slow)


def _enumerated(model: Model) -> object:
    return Reference(model, None).answer()
