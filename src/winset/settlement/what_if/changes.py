"""A model as it would be: lines given up or added, a quota moved, something taken as given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

from winset.errors import Misuse
from winset.model import Expression, Model
from winset.model.expressions import And
from winset.model.lines import Link, RedLine
from winset.model.parties import Body, Party
from winset.model.vocabulary import checked_expression
from winset.problems import nearest_name
from winset.settlement.setting import agent_names

_LINE = re.compile(r"\s*([^:]*?)\s*:\s*(requires|rejects)\s+(.+?)\s*", re.DOTALL)
_QUOTA = re.compile(r"\s*([^=]*?)\.([^.=]*?)\s*=\s*(.+?)\s*", re.DOTALL)
_SHARE = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


def read_expression(model: Model, text: str) -> Expression:
    """The expression over the model's issues that a text states; raises Misuse with its faults."""
    expression, problems = checked_expression(text, {issue.id: issue for issue in model.issues})
    if expression is None:
        raise Misuse("; ".join(str(replace(each, key=_short(text))) for each in problems))
    return expression


def read_given(model: Model, text: str) -> Expression:
    """As `read_expression`; parts divided by semicolons, as of a package, must all be true."""
    parts = [part for part in text.split(";") if part.strip()]
    if len(parts) < 2:
        return read_expression(model, text)
    return And(tuple(read_expression(model, part.strip()) for part in parts))


def without_lines(model: Model, ids: Sequence[str]) -> Model:
    """The model with these red lines given up; raises Misuse for one it does not have."""
    known = [line.id for line in model.red_lines]
    for id_ in ids:
        if id_ in {link.id for link in model.links}:
            raise Misuse(f"{_short(id_)} is a link: it is true of every settlement, nobody's line")
        if id_ not in known:
            _refuse_name("red line", id_, known)
    return replace(model, red_lines=tuple(x for x in model.red_lines if x.id not in set(ids)))


def with_line(model: Model, text: str) -> Model:
    """The model with one more red line, written 'party: requires EXPRESSION' or 'rejects'.

    The line is called `added-1` or the next free number; raises Misuse.
    """
    match = _LINE.fullmatch(text)
    if match is None:
        raise Misuse(f"{_short(text)} is no red line; expected 'party: requires quota >= low'")
    party, verb, demand = match.groups()
    holders = agent_names(model)
    if party not in holders:
        _refuse_name("party or party.faction", party, holders)
    expression = read_expression(model, _unquoted(demand))
    line = RedLine(_free_id(model, "added-{}"), party, expression, verb == "rejects")
    return replace(model, red_lines=(*model.red_lines, line))


def with_quota(model: Model, text: str) -> Model:
    """The model with another quota for one body, written 'party.body=2/3'; raises Misuse."""
    match = _QUOTA.fullmatch(text)
    if match is None:
        raise Misuse(f"{_short(text)} is no quota; expected 'party.body=NUMBER', as 'a.diet=60'")
    owner, name, needs = match.groups()
    party, body = _body(model, owner, name)
    bodies = tuple(
        replace(each, needs=_needs(body, needs)) if each is body else each for each in party.bodies
    )
    changed = replace(party, bodies=bodies)
    return replace(model, parties=tuple(changed if p is party else p for p in model.parties))


def with_given(model: Model, given: Expression) -> tuple[Model, str]:
    """The model with one more link, that something is so, and the id of the link."""
    id_ = "given" if "given" not in _ids(model) else _free_id(model, "given-{}")
    return replace(model, links=(*model.links, Link(id_, given))), id_


def _body(model: Model, owner: str, name: str) -> tuple[Party, Body]:
    parties = {party.id: party for party in model.parties}
    if owner not in parties:
        _refuse_name("party", owner, tuple(parties))
    bodies = {body.id: body for body in parties[owner].bodies}
    if name not in bodies:
        _refuse_name(f"body of {owner}", name, tuple(bodies))
    return parties[owner], bodies[name]


def _needs(body: Body, text: str) -> str | int:
    """What a text says a body needs, as the model file would have it."""
    total = sum(seats for _, seats in body.seats)
    share = _SHARE.fullmatch(text)
    if text in ("majority", "unanimity"):
        return text
    if share and 0 < int(share[1]) <= int(share[2]):
        return text
    if text.isascii() and text.isdecimal() and len(text) <= 12 and 0 < int(text) <= total:
        return int(text)
    raise Misuse(
        f"{_short(text)} is no quota for {body.id}; expected a number from 1 to {total}, a share "
        "such as 2/3, majority or unanimity"
    )


def _free_id(model: Model, pattern: str) -> str:
    taken, number = _ids(model), 1
    while pattern.format(number) in taken:
        number += 1
    return pattern.format(number)


def _ids(model: Model) -> set[str]:
    return {line.id for line in model.red_lines} | {link.id for link in model.links}


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _refuse_name(kind: str, name: str, known: Sequence[str]) -> NoReturn:
    near = nearest_name(name, known)
    few = ", ".join(known[:12]) + (f" and {len(known) - 12} more" if len(known) > 12 else "")
    hint = f"did you mean {near!r}?" if near else f"the model has {few or 'none'}"
    raise Misuse(f"there is no {kind} {_short(name)}; {hint}")


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
