"""What differs between two models besides their lines, links and worths of no deal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from winset.model.model import Model
from winset.model.parties import Body, Party
from winset.model.writer import write_expression


@dataclass(frozen=True, slots=True)
class ModelChange:
    """One thing that differs: what it is of what, as it was and as it is; "" for not there.

    `kind` is "party", "issue", "ratify", "member", "seats", "quota", "veto" or "points"; `name` is
    the id it belongs to, as `north`, `north.diet` or `quota`.
    """

    kind: str
    name: str
    before: str
    after: str


def model_changes(before: Model, after: Model) -> tuple[ModelChange, ...]:
    """All that differs, in the order of the models: parties, then issues, then points."""
    facts = [(_facts(model)) for model in (before, after)]
    old, new = facts
    return tuple(
        ModelChange(kind, name, old.get((kind, name), ""), new.get((kind, name), ""))
        for kind, name in dict.fromkeys([*old, *new])
        if old.get((kind, name)) != new.get((kind, name))
    )


def _facts(model: Model) -> Mapping[tuple[str, str], str]:
    return {(kind, name): text for kind, name, text in _told(model)}


def _told(model: Model) -> Iterator[tuple[str, str, str]]:
    for party in model.parties:
        yield from _of_party(party)
    for issue in model.issues:
        yield "issue", issue.id, ", ".join(issue.options)
    for points in model.points:
        for issue_id, option, worth in points.worths:
            yield "points", f"{points.party}: {issue_id} = {option}", f"{worth:g}"


def _of_party(party: Party) -> Iterator[tuple[str, str, str]]:
    yield "party", party.id, party.name or party.id
    if party.ratify is not None:
        yield "ratify", party.id, write_expression(party.ratify)
    for member in party.members:
        yield "member", f"{party.id}.{member}", member
    for body in party.bodies:
        yield from _of_body(f"{party.id}.{body.id}", body)


def _of_body(name: str, body: Body) -> Iterator[tuple[str, str, str]]:
    total = sum(seats for _, seats in body.seats)
    yield "quota", name, f"{body.quota} of {total}"
    yield "seats", name, ", ".join(f"{member} {seats}" for member, seats in body.seats)
    if body.veto:
        yield "veto", name, ", ".join(body.veto)
