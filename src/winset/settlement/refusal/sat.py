"""The engine for more packages than can be gone through: a SAT solver, every answer re-checked."""

from __future__ import annotations

from collections.abc import Collection

from winset.errors import WinsetError
from winset.settlement.bargain.referee import Referee
from winset.settlement.refusal.cheapest import Lines, Rules
from winset.settlement.refusal.clauses import Encoding
from winset.settlement.refusal.effort import Effort
from winset.settlement.refusal.search import Finding, Found, cheapest_first, steps
from winset.settlement.results import Package
from winset.settlement.setting import Setting
from winset.settlement.win_sets.counting import Counter

_CONFLICTS = 2_000_000
_STATES = 4_000
_STATES_EACH = 2_000


class SatEngine:
    """What is possible while which lines and links stand, one solver for all questions."""

    def __init__(self, setting: Setting) -> None:
        from pysat.solvers import Minisat22

        self._setting = setting
        self._encoding = Encoding(setting)
        self._places = [
            (line, abs(demand) - 1, demand > 0)
            for line, demand in enumerate(self._encoding.demands)
        ]
        self._referee = Referee(setting)
        self._solver = Minisat22(bootstrap_with=self._encoding.clauses)
        self._effort = Effort(_CONFLICTS)
        self._counter = Counter(setting, _STATES)

    def examine(self, kept: Lines, links: Lines | None = None) -> Finding:
        """Lines a package left violates, else the lines of the solver's core.

        The package itself is not held against the definitions: those that are shown will be.
        """
        if not self._solve(kept, links):
            core = set(self._solver.get_core() or [])
            lines = self._encoding.lines
            return Finding(False, frozenset(line for line in kept if lines[line] in core))
        model = self._solver.get_model() or []
        # Literals come in order: whether a demand holds stands at its place.
        wrong = [line for line, place, true in self._places if (model[place] > 0) is not true]
        return Finding(True, frozenset(wrong))

    def violated(self, kept: Lines) -> Lines | None:
        """Lines a package violates that all accept while only `kept` stand; None without one."""
        found = self.examine(kept)
        return found.lines if found.possible else None

    def conflict(self, kept: Lines, links: Lines | None = None) -> Lines | None:
        """Lines among `kept` that leave nothing, by the solver's core; None if something is left.

        `links` are the places of those in force; None for all.
        """
        found = self.examine(kept, links)
        return None if found.possible else found.lines

    def openings(self, costs: list[int], limit: int) -> Found:
        """Minimal sets of lines whose giving up opens the zone, cheapest first."""
        given_up = tuple(-line for line in self._encoding.lines)
        certain = (*self._encoding.links, *self._encoding.parties.values())
        rules = Rules(given_up, [*self._encoding.clauses, *([each] for each in certain)])
        every = frozenset(range(len(costs)))

        def missed(chosen: Lines) -> None:
            self.example(every - chosen)  # raises unless the package found holds

        return cheapest_first(steps(costs), rules, missed, limit)

    def opened(self, kept: Lines) -> int | None:
        """How many packages all accept while only `kept` stand; None beyond a budget."""
        names = [party.id for party in self._setting.parties]
        return self._counter.number(names, kept, _STATES_EACH).exact

    def some(self, parties: Collection[str]) -> bool:
        """Whether these parties could accept some package together."""
        encoded = self._encoding
        wanted = [encoded.parties[party] for party in parties]
        return self._effort.solve(self._solver, [*encoded.links, *encoded.lines, *wanted])

    def absorbed(self) -> tuple[str, ...]:
        """Parties that accept whatever all the others accept."""
        encoded = self._encoding
        always = [*encoded.links, *encoded.lines]
        found = []
        for name, literal in encoded.parties.items():
            others = [other for party, other in encoded.parties.items() if party != name]
            if not self._effort.solve(self._solver, [*always, *others, -literal]):
                found.append(name)
        return tuple(found)

    def example(self, kept: Lines) -> Package:
        """A package all accept while only `kept` stand; there must be one."""
        package = self._package(kept)
        if package is None:
            raise WinsetError("no package is left where one was found before: please report this")
        return package

    def possible_without(self, kept: Lines, link: int) -> bool:
        """Whether something is left while only `kept` stand and one link does not."""
        return self._package(kept, without=link) is not None

    def _package(self, kept: Lines, without: int | None = None) -> Package | None:
        """A package all accept, held against the plain evaluator before it is believed."""
        others = [place for place in range(len(self._encoding.links)) if place != without]
        if not self._solve(kept, frozenset(others)):
            return None
        true = set(self._solver.get_model() or [])
        package = tuple(
            (issue.id, option)
            for issue in self._setting.issues
            for option, literal in zip(issue.options, self._encoding.options[issue.id], strict=True)
            if literal in true
        )
        self._referee.check(package, kept, without)
        return package

    def _solve(self, kept: Lines, in_force: Lines | None = None) -> bool:
        encoded = self._encoding
        links = [
            link
            for place, link in enumerate(encoded.links)
            if in_force is None or place in in_force
        ]
        lines = [encoded.lines[line] for line in sorted(kept)]
        return self._effort.solve(self._solver, [*links, *encoded.parties.values(), *lines])
