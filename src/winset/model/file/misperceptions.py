"""`[misperceptions]`: what parties see otherwise than it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from winset.model.file.expressions import expression_of
from winset.model.file.preferences import read_preferences
from winset.model.file.states import StateFinder, check_state
from winset.model.file.tables import Table, without_doubles
from winset.model.issues import Issue
from winset.model.misperceptions import Misperception
from winset.model.names import composed


def read_misperceptions(
    root: Table, parties: Sequence[str], issues: Mapping[str, Issue], states: StateFinder
) -> tuple[Misperception, ...]:
    """What each party sees otherwise, in the order of the file."""
    found: list[Misperception] = []
    for party, table in root.tables("misperceptions", "party"):
        table.allow("unseen", "preferences")
        if party not in parties:
            table.faults.unknown(table.key, "party", party, parties)
        believes = table.data.get("preferences")
        if isinstance(believes, dict) and party in map(composed, believes):
            message = f"{party!r} knows what it prefers itself"
            table.fault("preferences", message, expected="what it believes others prefer")
        believed = read_preferences(table, parties, issues, states)
        found.append(Misperception(party, _unseen(table, issues, states), believed))
    return tuple(found)


def _unseen(table: Table, issues: Mapping[str, Issue], states: StateFinder) -> tuple[str, ...]:
    texts = [
        (path, composed(text.strip())) for path, text in table.texts("unseen", numbers=not issues)
    ]
    for path, text in texts:
        if not issues:
            check_state(text, path, 0, table.faults, states)
        elif not states.finds(text):
            expression_of(text, path, issues, table.faults)
    return without_doubles(texts, table.faults, "state")
