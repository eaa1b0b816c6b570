"""Writing a model as the TOML file that reads back to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import tomli_w

from winset.model.expressions import Expression
from winset.model.issues import Issue
from winset.model.lines import Link, NoDeal, Points, RedLine, Span
from winset.model.misperceptions import Misperception
from winset.model.model import Graph, Model, StateRules
from winset.model.names import quoted
from winset.model.parties import Body, Party
from winset.model.preferences import Preference
from winset.model.rankings import write_ranking
from winset.model.writer import write_expression

Entry = dict[str, Any]


def write_model(model: Model) -> str:
    """The TOML text of a model, its sections in the order of the notation."""
    issues = {issue.id: issue for issue in model.issues}
    sections: Entry = {
        "title": model.title,
        "date": model.date,
        "parties": {party.id: _party(party) for party in model.parties},
        "issues": {issue.id: _issue(issue) for issue in model.issues},
        "states": _states(model.states),
        "graph": None if model.graph is None else _graph(model.graph),
        "preferences": {stated.party: _preference(stated) for stated in model.preferences},
        "points": {points.party: _points(points, issues) for points in model.points},
        "red_lines": [_red_line(line) for line in model.red_lines],
        "links": [_link(link) for link in model.links],
        "no_deal": [_no_deal(worth) for worth in model.no_deal],
        "misperceptions": {stated.party: _misperception(stated) for stated in model.misperceptions},
    }
    return tomli_w.dumps(_given(sections))


def _given(entry: Mapping[str, Any]) -> Entry:
    """The entry without what is left out of the file: None, empty texts, lists and tables."""
    return {
        key: value
        for key, value in entry.items()
        if value is not None and value is not False and value not in ("", [], {})
    }


def _party(party: Party) -> Entry:
    return _given(
        {
            "name": party.name,
            "ratify": None if party.ratify is None else write_expression(party.ratify),
            "factions": {faction.id: _given({"name": faction.name}) for faction in party.factions},
            "bodies": {body.id: _body(body) for body in party.bodies},
        }
    )


def _body(body: Body) -> Entry:
    needs = None if body.needs == "majority" else body.needs
    return _given(
        {
            "name": body.name,
            "seats": dict(body.seats),
            "needs": needs,
            "veto": list(body.veto),
            "accepts": {member: _number(chance) for member, chance in body.accepts},
        }
    )


def _issue(issue: Issue) -> Entry:
    entry = _given(
        {
            "title": issue.title,
            "by": issue.by[0] if len(issue.by) == 1 else list(issue.by),
            "options": None if issue.yes_no else list(issue.options),
            "ordered": issue.ordered,
            "titles": dict(issue.titles),
        }
    )
    if issue.moves is not None:  # an empty list allows no move, no list allows all
        entry["moves"] = [f"{start} -> {end}" for start, end in issue.moves]
    return entry


def _states(rules: StateRules) -> Entry:
    status_quo = rules.status_quo_name
    if rules.status_quo is not None:
        status_quo = write_expression(rules.status_quo)
    return _given(
        {
            "impossible": _expressions(rules.impossible),
            "same": _expressions(rules.same),
            "status_quo": status_quo,
            "names": {name: write_expression(expression) for name, expression in rules.names},
            "titles": dict(rules.titles),
        }
    )


def _graph(graph: Graph) -> Entry:
    moves = {party: {start: list(ends) for start, ends in listed} for party, listed in graph.moves}
    return {"states": list(graph.states), **_given({"moves": moves})}


def _preference(stated: Preference) -> Entry:
    ranking = write_ranking(stated.ranking, stated.strong) if stated.ranking else ""
    return _given(
        {
            "order": _expressions(stated.order),
            "ranking": ranking,
            "unknown": [list(pair) for pair in stated.unknown],
            "because": list(stated.because),
        }
    )


def _misperception(stated: Misperception) -> Entry:
    believed = {preference.party: _preference(preference) for preference in stated.preferences}
    return _given({"unseen": list(stated.unseen), "preferences": believed})


def _points(points: Points, issues: Mapping[str, Issue]) -> Entry:
    return {
        _option(issues[issue], option): _number(worth) for issue, option, worth in points.worths
    }


def _option(issue: Issue, option: str) -> str:
    if issue.yes_no and option == "yes":
        return quoted(issue.id)
    return f"{quoted(issue.id)} = {quoted(option)}"


def _red_line(line: RedLine) -> Entry:
    verb = "rejects" if line.rejects else "requires"
    return _given(
        {
            "id": line.id,
            "title": line.title,
            "party": line.party,
            verb: write_expression(line.expression),
            **_span(line.span),
            "because": list(line.because),
            "weight": None if line.weight == 1 else _number(line.weight),
        }
    )


def _link(link: Link) -> Entry:
    return _given(
        {
            "id": link.id,
            "title": link.title,
            "rule": write_expression(link.rule),
            **_span(link.span),
            "because": list(link.because),
        }
    )


def _no_deal(worth: NoDeal) -> Entry:
    return {
        "party": worth.party,
        "points": _number(worth.points),
        **_given({**_span(worth.span), "because": list(worth.because)}),
    }


def _span(span: Span) -> Entry:
    return {"from": span.start, "until": span.end}


def _expressions(expressions: Iterable[Expression]) -> list[str]:
    return [write_expression(expression) for expression in expressions]


def _number(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number
