"""How a party orders states: by statements, by a ranking, or by its points."""

from __future__ import annotations

from dataclasses import dataclass

from winset.model.expressions import Expression


@dataclass(frozen=True, slots=True)
class Preference:
    """One party's preference over states, in the one form the file gives.

    `order` holds statements, most important first. `ranking` holds groups of indifferent
    states, best first; `strong[i]` tells whether group i is strongly preferred to group i+1.
    `unknown` lists pairs of states whose order is not known. `because` names the entries of
    the record that the preference is read from.
    """

    party: str
    order: tuple[Expression, ...] = ()
    ranking: tuple[tuple[str, ...], ...] = ()
    strong: tuple[bool, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    because: tuple[str, ...] = ()
