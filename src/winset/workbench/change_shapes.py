"""Answers about changes and shares as JSON values, as `shapes` makes those of the rest."""

from __future__ import annotations

from winset.model.space import StateSpace
from winset.model.writer import write_expression
from winset.stability.concepts.manners import FAR, Manner
from winset.stability.inverse import Edit, OrderChange, PreferenceChange, Revision
from winset.stability.variation.sensitivity import Change
from winset.workbench.inverting import InverseAnswer
from winset.workbench.shapes import Shape
from winset.workbench.varying import SensitivityAnswer


def inverse_shape(answer: InverseAnswer) -> Shape:
    """The nearest changes of preference, the fewest edits, and the counts of rankings."""
    space, nearest, edits = answer.asked.space, answer.nearest, answer.edits
    return {
        "state": space.id(answer.asked.state),
        "concept": answer.concept,
        "sense": manner_shape(answer.manner),
        "nearest": {
            "free": list(nearest.free),
            "complete": nearest.complete,
            "given_up": nearest.given_up,
            "changes": [_preference_change(space, change) for change in nearest.changes],
        },
        "edits": edits
        and {
            "free": list(edits.free),
            "complete": edits.complete,
            "given_up": edits.given_up,
            "most": edits.most_edits,
            "tried": edits.tried,
            "changes": [_order_change(change) for change in edits.changes],
        },
        "rankings": {
            party: {"count": found.count, "all": found.all} for party, found in answer.rankings
        },
        "reasons": list(answer.reasons),
    }


def manner_shape(manner: Manner) -> Shape:
    """In which manner stability was asked for: what was left out is null."""
    return {
        "unknown": manner.unknown or None,
        "strength": manner.strength or None,
        "groups": manner.groups,
        "merged": [list(group) for group in manner.merged],
        "horizon": "far" if manner.horizon == FAR else manner.horizon,
    }


def sensitivity_shape(answer: SensitivityAnswer) -> Shape:
    """The changes that matter, and the shares over what is in doubt."""
    single, shares = answer.single, answer.shares
    return {
        "sense": manner_shape(answer.manner),
        "tried": single.tried,
        "idle": single.idle,
        "complete": single.complete,
        "kinds": {
            one.kind.value: {"tried": one.tried, "matter": one.matter} for one in single.kinds
        },
        "faulty": [_change(change) for change in single.faulty],
        "effects": [
            {
                **_change(effect.change),
                "concept": effect.concept,
                "lost": list(effect.lost),
                "gained": list(effect.gained),
            }
            for effect in single.effects
        ],
        "doubt": {"ties": answer.doubt.ties, "noise": str(answer.doubt.noise)},
        "rankings": shares.orders,
        "exact": shares.exact,
        "samples": shares.samples,
        "seed": None if shares.exact else answer.seed,
        "shares": {
            concept: {answer.space.id(state): str(share) for state, share in found}
            for concept, found in shares.shares
        },
    }


def _preference_change(space: StateSpace, change: PreferenceChange) -> Shape:
    return {
        "distance": change.distance,
        "revisions": [_revision(space, one) for one in change.revisions],
        "decisive": [
            {
                "party": fact.scale.party,
                "first": space.id(fact.first),
                "second": space.id(fact.second),
                "at_least_as_good": fact.holds,
                "strong": fact.scale.strong,
            }
            for fact in change.decisive
        ],
        "ranks": _ranks(space, change.ranks),
        "levels": _ranks(space, change.levels),
    }


def _ranks(space: StateSpace, rows: tuple[tuple[str, tuple[int, ...]], ...]) -> Shape:
    return {
        party: {space.id(state): rank for state, rank in enumerate(ranks)} for party, ranks in rows
    }


def _revision(space: StateSpace, one: Revision) -> Shape:
    return {
        "party": one.party,
        "first": space.id(one.first),
        "second": space.id(one.second),
        "before": one.before,
        "after": one.after,
        "strong": one.strong,
    }


def _order_change(change: OrderChange) -> Shape:
    return {
        "edits": [_edit(edit) for edit in change.edits],
        "orders": {
            party: [write_expression(statement) for statement in order]
            for party, order in change.orders
        },
    }


def _edit(edit: Edit) -> Shape:
    return {
        "kind": edit.kind.value,
        "party": edit.party,
        "statement": write_expression(edit.statement),
        "place": edit.place,
        "to": edit.to,
    }


def _change(change: Change) -> Shape:
    return {
        "kind": change.kind.value,
        "party": change.party,
        "what": list(change.what),
        "place": change.place or None,
    }
