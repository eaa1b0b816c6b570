"""Who takes part: parties, their factions, and the bodies that vote at home."""

from __future__ import annotations

from dataclasses import dataclass

from winset.model.expressions import Expression


@dataclass(frozen=True, slots=True)
class Faction:
    """A group within a party with red lines of its own."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body that votes: members' seats, the seats needed, and members with a veto.

    A member is a faction of the party, declared or not; one without red lines accepts everything.
    `needs` is "majority", "unanimity", a fraction such as "2/3", or a number of seats. `accepts`
    holds, for members of whom it is stated, the probability that they accept a package that
    nothing stated of them makes them refuse.
    """

    id: str
    name: str = ""
    seats: tuple[tuple[str, int], ...] = ()
    needs: str | int = "majority"
    veto: tuple[str, ...] = ()
    accepts: tuple[tuple[str, float], ...] = ()

    @property
    def quota(self) -> int:
        """Seats that must accept: ⌊W/2⌋+1, ⌈pW/q⌉, W, or the number given."""
        total = sum(seats for _, seats in self.seats)
        if isinstance(self.needs, int):
            return self.needs
        if self.needs == "majority":
            return total // 2 + 1
        if self.needs in ("unanimity", "unanimous"):
            return total
        numerator, denominator = (int(part) for part in self.needs.split("/"))
        return -(-total * numerator // denominator)


@dataclass(frozen=True, slots=True)
class Party:
    """One side of the table; `ratify` is a formula over its factions and bodies, None for all."""

    id: str
    name: str = ""
    factions: tuple[Faction, ...] = ()
    bodies: tuple[Body, ...] = ()
    ratify: Expression | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """Ids of every faction, declared ones first, then those only named in `seats`."""
        seated = (member for body in self.bodies for member, _ in body.seats)
        return tuple(dict.fromkeys([*(faction.id for faction in self.factions), *seated]))
