"""Settlements: packages, win-sets, the zone of agreement, and what to do when it is empty."""

from winset.settlement.bargain.adjusted_winner import Division, adjusted_winner
from winset.settlement.ratification import least_side_payment, ratification_probability
from winset.settlement.results import (
    Block,
    Change,
    Opening,
    Outcome,
    Package,
    Settlement,
    Solutions,
    Turn,
)
from winset.settlement.settle import settle
from winset.settlement.win_sets.sweep import sweep, turns

__all__ = [
    "Block",
    "Change",
    "Division",
    "Opening",
    "Outcome",
    "Package",
    "Settlement",
    "Solutions",
    "Turn",
    "adjusted_winner",
    "least_side_payment",
    "ratification_probability",
    "settle",
    "sweep",
    "turns",
]
