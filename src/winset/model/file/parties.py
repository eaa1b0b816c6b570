"""`[parties]`: who takes part, their factions and bodies, and who must ratify."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from winset.model.file.expressions import read_formula
from winset.model.file.tables import Table
from winset.model.names import NAME_RULE, composed, is_id
from winset.model.parties import Body, Faction, Party
from winset.model.wording import shown, shown_key

_NEEDS = "'majority', 'unanimity', a share such as '2/3', or a number of seats"


def read_parties(root: Table) -> tuple[Party, ...]:
    """Every party, in the order of the file."""
    return tuple(_party(id_, table) for id_, table in root.tables("parties", "party"))


def holders(parties: Sequence[Party]) -> tuple[str, ...]:
    """Every name that can hold a line: parties, and their factions as `party.faction`."""
    return tuple(
        name
        for party in parties
        for name in (party.id, *(f"{party.id}.{member}" for member in party.members))
    )


def _party(id_: str, table: Table) -> Party:
    table.allow("name", "ratify", "factions", "bodies")
    factions = tuple(_faction(key, part) for key, part in table.tables("factions", "faction"))
    bodies = tuple(_body(key, part) for key, part in table.tables("bodies", "body"))
    party = Party(id_, table.text("name"), factions, bodies)
    for body in bodies:
        if body.id in party.members:
            table.fault(
                "bodies",
                f"{body.id!r} is both a faction and a body",
                expected="different ids, for 'ratify' to tell them apart",
            )
    _check_chances(table, bodies)
    known = (*party.members, *(body.id for body in bodies))
    return Party(id_, party.name, factions, bodies, read_formula(table, "ratify", known))


def _faction(id_: str, table: Table) -> Faction:
    table.allow("name")
    return Faction(id_, table.text("name"))


def _body(id_: str, table: Table) -> Body:
    table.allow("name", "seats", "needs", "veto", "accepts")
    given = table.table("seats")
    seats = _seats(given)
    total = sum(number for _, number in seats)
    if not total and len(seats) == len(given.data):
        table.fault("seats", "the body has no seats", expected="seats = { member = number, … }")
    needs, veto = _needs(table, total), _veto(table, seats)
    return Body(id_, table.text("name"), seats, needs, veto, _chances(table, seats))


def _seats(table: Table) -> tuple[tuple[str, int], ...]:
    seats: dict[str, int] = {}
    for raw, number in table.data.items():
        member = composed(raw)
        if not is_id(member):
            table.fault(raw, f"{shown(raw)} cannot be the id of a faction", expected=NAME_RULE)
        elif member in seats:
            table.fault(raw, f"the member {shown(member)} is given twice", expected="it once")
        elif not _is_count(number, 10**9):
            table.fault(
                raw, f"{shown(number)} is no number of seats", expected="a whole number from 0"
            )
        else:
            seats[member] = number
    return tuple(seats.items())


def _needs(table: Table, total: int) -> str | int:
    needs = table.data.get("needs", "majority")
    if needs == "unanimous":  # both words are in use
        return "unanimity"
    if needs in ("majority", "unanimity") and isinstance(needs, str):
        return needs
    if isinstance(needs, str) and _is_share(needs):
        return needs
    if not _is_count(needs, 10**12) or needs == 0:
        table.fault("needs", f"{shown(needs)} is no quota", expected=_NEEDS)
        return "majority"
    if needs > total:
        table.fault(
            "needs",
            f"the quota {needs} is over the {total} seats there are",
            expected=f"a number from 1 to {total}",
        )
    return int(needs)


def _is_share(text: str) -> bool:
    match = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
    return match is not None and 0 < int(match[1]) <= int(match[2])


def _is_count(value: Any, largest: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= largest


def _veto(table: Table, seats: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    members = tuple(member for member, _ in seats)
    veto: list[str] = []
    for path, raw in table.texts("veto"):
        name = composed(raw)
        if name not in members:
            table.faults.unknown(path, "member of the body", name, members)
        elif name in veto:
            table.faults.add(path, f"{shown(name)} is given twice", expected="it once")
        else:
            veto.append(name)
    return tuple(veto)


def _chances(table: Table, seats: tuple[tuple[str, int], ...]) -> tuple[tuple[str, float], ...]:
    """The probabilities with which members accept what nothing makes them refuse."""
    members = tuple(member for member, _ in seats)
    given, chances = table.table("accepts"), dict[str, float]()
    for raw in given.data:
        member, chance = composed(raw), given.number(raw, 1)
        if member not in members:
            table.faults.unknown(given.path(raw), "member of the body", member, members)
        elif member in chances:
            given.fault(raw, f"the member {shown(member)} is given twice", expected="it once")
        elif not 0 <= chance <= 1:
            given.fault(raw, f"{shown(chance)} is no probability", expected="a number from 0 to 1")
        else:
            chances[member] = chance
    return tuple(chances.items())


def _check_chances(table: Table, bodies: Sequence[Body]) -> None:
    """Note members to whom two bodies give different probabilities."""
    known: dict[str, float] = {}
    for body in bodies:
        for member, chance in body.accepts:
            if known.setdefault(member, chance) != chance:
                table.faults.add(
                    f"{table.path('bodies')}.{shown_key(body.id)}.accepts.{shown_key(member)}",
                    f"{shown(member)} accepts with probability {chance} here and {known[member]} "
                    "in another body",
                    expected="one probability for one member",
                )
