"""How a party's ratification formula hangs together: what decides it, and what ties its parts.

The names of a formula are members and bodies. Where no member sits behind two of them and no name
stands there twice, its parts are apart from each other and can be worked out one by one. What ties
them is few: those members and names are gone through, and given them the rest is apart.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from winset.model import Expression, mentioned
from winset.model.expressions import And, Name, walk
from winset.model.parties import Body, Party


@dataclass(frozen=True, slots=True)
class Ratifying:
    """A party's formula with its names; `bodies` are those names that vote.

    `shared` are members behind more than one name, `repeated` names that stand there twice.
    """

    formula: Expression
    names: tuple[str, ...]
    bodies: dict[str, Body]
    shared: tuple[str, ...]
    repeated: tuple[str, ...]

    @property
    def ties(self) -> int:
        """How many members and names tie the parts together."""
        return len(self.shared) + len(self.repeated)


def ratifying(party: Party, open_members: Collection[str]) -> Ratifying | None:
    """How the formula of a party hangs together; None where nothing is to be ratified.

    Only members that could go either way tie parts together.
    """
    every = (*(faction.id for faction in party.factions), *(body.id for body in party.bodies))
    formula = party.ratify or _all_of(every)
    if formula is None:
        return None
    names = tuple(dict.fromkeys(mentioned(formula)))
    bodies = {body.id: body for body in party.bodies if body.id in names}
    stands = [node.name for node in walk(formula) if isinstance(node, Name)]
    behind = [
        member
        for name in names
        for member in ([m for m, _ in bodies[name].seats] if name in bodies else [name])
    ]
    return Ratifying(
        formula,
        names,
        bodies,
        tuple(m for m in dict.fromkeys(behind) if m in open_members and behind.count(m) > 1),
        tuple(name for name in names if stands.count(name) > 1),
    )


def _all_of(names: tuple[str, ...]) -> Expression | None:
    if len(names) < 2:
        return Name(names[0]) if names else None
    return And(tuple(Name(name) for name in names))
