"""States, moves and comparisons of one model, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from winset.model.writer import write_expression
from winset.stability.reasons.comparison import Comparison, compare
from winset.stability.results import Step

if TYPE_CHECKING:
    from winset.model.space import StateSpace


class Teller:
    """Names what a model names, and says who moves where and who prefers what.

    Where it is `doubting`, pairs of states whose order the model calls unknown are told as such;
    else they are taken in the order that the rest of the preference gives.
    """

    def __init__(self, space: StateSpace, doubting: bool = False) -> None:
        self.space, self.doubting = space, doubting
        self._parties = {party.id: party.name or party.id for party in space.model.parties}

    def name(self, state: int) -> str:
        """The model's own name of a state, else its short form."""
        return self.space.names.get(state) or self.space.short(state)

    def party(self, party: str) -> str:
        """What the model calls a party."""
        return self._parties[party]

    def parties(self, parties: Sequence[str]) -> str:
        """Several parties in a row."""
        return in_a_row([self.party(party) for party in parties])

    def move(self, step: Step, why: str = "") -> str:
        """Who goes where, and what changes on the way; in the same brackets why."""
        verb = "moves" if len(step.movers) == 1 else "together move"
        there = f"from {self.name(step.start)} to {self.name(step.end)}"
        asides = [aside for aside in (self.change(step.start, step.end), why) if aside]
        more = f" ({'; '.join(asides)})" if asides else ""
        return f"{self.parties(step.movers)} {verb} {there}{more}"

    def liked_move(self, step: Step) -> str:
        """Who goes where, and why each of them likes it."""
        gains = (self.compared(mover, step.end, step.start) for mover in step.movers)
        return self.move(step, "; ".join(gains))

    def moves(self, steps: Sequence[Step]) -> str:
        """Moves in a row."""
        return ", then ".join(map(self.move, steps))

    def change(self, start: int, end: int) -> str:
        """The options that differ; nothing where the model names the states only."""
        before, after = self.space.options(start), self.space.options(end)
        return " ".join(
            f"{name}={option}" for name, option in after.items() if before[name] != option
        )

    def compared(self, party: str, first: int, second: int) -> str:
        """Which of two states a party prefers, and by what."""
        return self.comparison(compare(self.space, party, first, second))

    def comparison(self, found: Comparison) -> str:
        """Which of two states a party prefers, and by what."""
        party, first, second = self.party(found.party), self.name(found.first), found.second
        if found.first == second:
            return f"that is {first} again"
        if self.doubting and not found.known:
            return f"whether {party} prefers {first} to {self.name(second)} is not known"
        if found.sign == 0:
            return f"to {party} {first} and {self.name(second)} are equally good"
        liking = "prefers" if found.sign > 0 else "does not prefer"
        taken = "" if found.known else ", though the model calls their order unknown"
        told = f"{party} {liking} {first} to {self.name(second)}, {self._ground(found)}"
        return f"{told}{taken}"

    def _ground(self, found: Comparison) -> str:
        if found.statement is not None:
            text = write_expression(found.statement.text)
            where = self.name(found.statement.true_of)
            return f"by its statement {found.statement.number}, “{text}”, true of {where} only"
        if found.worths is not None:
            return "which it gives {} and {} points".format(*map(_plain, found.worths))
        first, second = found.places
        step = ", a strong step apart" if found.strong else ""
        return f"which stand at places {first} and {second} of its ranking{step}"


def in_a_row(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence.

    >>> in_a_row(["Nash", "GMR", "SEQ"], "or")
    'Nash, GMR or SEQ'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _plain(worth: Fraction) -> str:
    """A worth as decimals are written."""
    return f"{Decimal(worth.numerator) / Decimal(worth.denominator):f}"
