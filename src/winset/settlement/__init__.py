"""Settlements: packages, win-sets, the zone of agreement, and what to do when it is empty.

Names are loaded when they are first used: who asks for the results' types needs no engine.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from winset.settlement.answer import settle
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
    from winset.settlement.win_sets.sweep import sweep, turns

_HOMES = {
    "answer": "settle",
    "bargain.adjusted_winner": "Division adjusted_winner",
    "ratification": "least_side_payment ratification_probability",
    "results": "Block Change Opening Outcome Package Settlement Solutions Turn",
    "win_sets.sweep": "sweep turns",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

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


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
