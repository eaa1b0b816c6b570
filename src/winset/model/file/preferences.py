"""`[preferences]`: how parties order states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from winset.model.file.expressions import read_expressions
from winset.model.file.lines import read_because
from winset.model.file.states import StateFinder, check_state
from winset.model.file.tables import Table
from winset.model.issues import Issue
from winset.model.names import composed
from winset.model.preferences import Preference
from winset.model.rankings import Ranking, parse_ranking
from winset.model.wording import shown


def read_preferences(
    root: Table, parties: Sequence[str], issues: Mapping[str, Issue], states: StateFinder
) -> tuple[Preference, ...]:
    """The preference of every party that states one, in the order of the file."""
    found: list[Preference] = []
    for party, table in root.tables("preferences", "party"):
        table.allow("order", "ranking", "unknown", "because")
        if party not in parties:
            table.faults.unknown(table.key, "party", party, parties)
        if table.has("order") and table.has("ranking"):
            table.fault("ranking", "two forms of preference", expected="'order' or 'ranking'")
        ranking = _ranking(table, states)
        found.append(
            Preference(
                party,
                read_expressions(table, "order", issues),
                ranking.groups,
                ranking.strong,
                _unknown(table, states),
                read_because(table),
            )
        )
    return tuple(found)


def _ranking(table: Table, states: StateFinder) -> Ranking:
    text = table.text("ranking")
    if not isinstance(table.data.get("ranking"), str):
        return Ranking((), (), ())
    ranking, key = parse_ranking(text), table.path("ranking")
    places: dict[str, int] = {}
    for place, (group, columns) in enumerate(zip(ranking.groups, ranking.columns, strict=True)):
        for state, column in zip(group, columns, strict=True):
            check_state(state, key, column, table.faults, states)
            if state and state in places:
                _note_double(table, state, column, places[state] == place)
            places.setdefault(state, place)
    return ranking


def _note_double(table: Table, state: str, column: int, same_group: bool) -> None:
    message = (
        f"{shown(state)} is named twice in one group"
        if same_group
        else f"{shown(state)} would be better than itself"
    )
    table.fault("ranking", message, column=column, expected="every state once")


def _unknown(table: Table, states: StateFinder) -> tuple[tuple[str, str], ...]:
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for path, pair in table.lists("unknown"):
        texts = [str(part) for part in pair if isinstance(part, str | int)]
        if len(pair) != 2 or len(texts) != 2 or texts[0] == texts[1]:
            table.faults.add(path, "this is not a pair of states", expected='["s1", "s2"]')
            continue
        first, second = (composed(text.strip()) for text in texts)
        check_state(first, f"{path}[1]", 0, table.faults, states)
        check_state(second, f"{path}[2]", 0, table.faults, states)
        if frozenset((first, second)) in pairs:
            table.faults.add(path, "the pair is given twice", expected="it once")
        pairs[frozenset((first, second))] = (first, second)
    return tuple(pairs.values())
