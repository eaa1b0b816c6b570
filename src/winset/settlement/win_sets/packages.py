"""Packages in the order of the model, block by block, so that memory stays flat."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from winset.model import Expression, evaluate, mentioned
from winset.model.issues import Issue
from winset.settlement.bargain.worth import Worth
from winset.settlement.results import Package
from winset.settlement.setting import Setting

Truth = NDArray[np.bool_]
_CELLS = 1 << 17
_MOST_AXES = 30


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Consecutive packages: the first issues fixed, the last ones ranging over all options.

    `values[issue]` holds option indices, shaped to broadcast to `shape`; `start` is the number
    of the first package, the last issue varying fastest.
    """

    shape: tuple[int, ...]
    start: int
    values: Mapping[str, NDArray[np.int64]]
    issues: Mapping[str, Issue]

    def holds(self, expression: Expression) -> Truth:
        """Where an expression is true, in a shape that broadcasts to the grid's."""
        names = tuple(dict.fromkeys(mentioned(expression)))
        columns = np.broadcast_arrays(*(self.values[name] for name in names))
        return np.asarray(evaluate(expression, dict(zip(names, columns, strict=True)), self.issues))

    def worth(self, worth: Worth) -> NDArray[np.int64]:
        """What each package is worth, in the units of `worth`, broadcasting to the shape."""
        total = np.full((1,) * len(self.shape), worth.base, dtype=np.int64)
        for issue, column in worth.tables:
            total = total + np.array(column, dtype=np.int64)[self.values[issue]]
        return total


def package_count(setting: Setting) -> int:
    """How many combinations of options there are, links disregarded."""
    return math.prod(len(issue.options) for issue in setting.issues)


def grids(setting: Setting) -> Iterator[Grid]:
    """Every package once, in the order of the model."""
    split = _split(setting.issues)
    front, back = setting.issues[:split], setting.issues[split:]
    shape = tuple(len(issue.options) for issue in back)
    axes = {
        issue.id: np.arange(size, dtype=np.int64).reshape(_along(place, len(shape)))
        for place, (issue, size) in enumerate(zip(back, shape, strict=True))
    }
    step = math.prod(shape)
    for number, options in enumerate(np.ndindex(*(len(issue.options) for issue in front))):
        chosen = {issue.id: option for issue, option in zip(front, options, strict=True)}
        values = {**_constants({**setting.fixed, **chosen}, len(shape)), **axes}
        yield Grid(shape, number * step, values, setting.every_issue)


def single(setting: Setting, package: Package) -> Grid:
    """A grid of one package."""
    chosen = {issue: setting.every_issue[issue].options.index(option) for issue, option in package}
    return Grid((1,), 0, _constants({**setting.fixed, **chosen}, 1), setting.every_issue)


def package_at(setting: Setting, number: int) -> Package:
    """The package with a number, counting from 0 in the order of the model."""
    chosen: list[tuple[str, str]] = []
    for issue in reversed(setting.issues):
        number, option = divmod(number, len(issue.options))
        chosen.append((issue.id, issue.options[option]))
    return tuple(reversed(chosen))


def _split(issues: tuple[Issue, ...]) -> int:
    """How many of the first issues are fixed in each grid."""
    cells, split = 1, len(issues)
    while split and len(issues) - split < _MOST_AXES:
        cells *= len(issues[split - 1].options)
        if cells > _CELLS and split < len(issues):
            break
        split -= 1
    return split


def _along(place: int, axes: int) -> tuple[int, ...]:
    return tuple(-1 if axis == place else 1 for axis in range(axes))


def _constants(options: Mapping[str, int], axes: int) -> dict[str, NDArray[np.int64]]:
    return {
        issue: np.full((1,) * axes, option, dtype=np.int64) for issue, option in options.items()
    }
