"""What a search may cost, in conflicts of the solver: the same on every machine and every run."""

from __future__ import annotations

from typing import Any

from winset.errors import WinsetError


class Spent(WinsetError):
    """A search came to the end of its budget."""


class Effort:
    """Conflicts left; shared by the solvers of one search."""

    def __init__(self, conflicts: int) -> None:
        self.allowed = conflicts
        self._left = conflicts

    def solve(self, solver: Any, assumptions: list[int]) -> bool:
        """Whether the clauses can be satisfied; raises Spent when the conflicts run out."""
        if self._left <= 0:
            raise self._spent()
        before = solver.accum_stats()["conflicts"]
        solver.conf_budget(self._left)
        answer = solver.solve_limited(assumptions=assumptions)
        self._left -= solver.accum_stats()["conflicts"] - before
        if answer is None:
            raise self._spent()
        return bool(answer)

    def solve_within(self, solver: Any, assumptions: list[int]) -> bool | None:
        """As `solve`, with the budget the solver was last given; None when that ends first."""
        before = solver.accum_stats()["conflicts"]
        answer: bool | None = solver.solve_limited(assumptions=assumptions)
        self._left -= solver.accum_stats()["conflicts"] - before
        return answer

    def _spent(self) -> Spent:
        return Spent(
            f"undecided after {self.allowed:,} conflicts of the solver; "
            "fewer issues, lines or finer points would help"
        )
