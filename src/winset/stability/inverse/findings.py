"""Answers that know what they rest on: a truth, and the comparisons of states that make it one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Scale(NamedTuple):
    """What states are compared on: a party's preference, or only its strong preference."""

    party: str
    strong: bool = False


class Fact(NamedTuple):
    """Whether, on a scale, the first state is at least as good as the second."""

    scale: Scale
    first: int
    second: int
    holds: bool

    @property
    def denied(self) -> Fact:
        """The same comparison with the other outcome."""
        return self._replace(holds=not self.holds)


Option = tuple[Fact, ...]
"""Facts that have to hold together."""


class Finding(NamedTuple):
    """A truth, and facts that make it so whatever else changes.

    For what is not so `options` are the ways in which it could be: one of them has to hold. Left
    out, it is enough that one of the facts turns out otherwise.
    """

    truth: bool
    facts: tuple[Fact, ...] = ()
    options: tuple[Option, ...] | None = None

    @property
    def mends(self) -> tuple[Option, ...]:
        """The ways in which it could be otherwise."""
        return self.options if self.options is not None else tuple((f.denied,) for f in self.facts)


YES, NO = Finding(True), Finding(False)


class Minds(Protocol):
    """How the parties compare states."""

    def at_least(self, scale: Scale, first: int, second: int) -> Finding:
        """Whether the first state is at least as good as the second."""


def denied(finding: Finding) -> Finding:
    """That something is not so."""
    return Finding(not finding.truth, finding.facts)


def every(findings: Iterable[Finding]) -> Finding:
    """Whether all hold, resting on the first that does not; all that must mend, mend together."""
    facts: list[Fact] = []
    false = []
    for finding in findings:
        if finding.truth:
            facts += finding.facts
        else:
            false.append(finding)
    if not false:
        return Finding(True, tuple(dict.fromkeys(facts)))
    sure = [finding.mends[0] for finding in false if len(finding.mends) == 1]
    if not sure or any(not finding.mends for finding in false):
        return min(false, key=lambda finding: len(finding.mends))
    together = dict.fromkeys(fact for option in sure for fact in option)
    return Finding(False, false[0].facts, (tuple(together),))


def some(findings: Iterable[Finding]) -> Finding:
    """Whether one holds: resting on the first that does, else on all of them."""
    false = []
    for finding in findings:
        if finding.truth:
            return finding
        false.append(finding)
    facts = dict.fromkeys(fact for finding in false for fact in finding.facts)
    return Finding(False, tuple(facts), mends_of(false))


def mends_of(findings: Iterable[Finding]) -> tuple[Option, ...]:
    """The ways in which one of several things that are not so could be."""
    return tuple(dict.fromkeys(option for finding in findings for option in finding.mends))
