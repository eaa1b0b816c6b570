"""The states of a model by plain loops over dictionaries: slow, and close to the definitions."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from winset.model.expressions import And, Compare, Count, Expression, If, Iff, Name, Not, Or
from winset.model.issues import Issue
from winset.model.model import Model

Options = dict[str, str]


def is_true(expression: Expression, options: Options, model: Model) -> bool:
    """The truth of an expression in one combination of options."""
    match expression:
        case Name(name):
            return options[name] == "yes"
        case Compare(issue, sign, chosen):
            return _compared(options[issue], sign, chosen, _issue(model, issue))
        case Not(part):
            return not is_true(part, options, model)
        case And(parts):
            return all(is_true(part, options, model) for part in parts)
        case Or(parts):
            return any(is_true(part, options, model) for part in parts)
        case If(then, condition):
            return is_true(then, options, model) or not is_true(condition, options, model)
        case Iff(left, right):
            return is_true(left, options, model) == is_true(right, options, model)
        case Count(bound, number, parts):
            trues = sum(is_true(part, options, model) for part in parts)
            return {"at least": trues >= number, "at most": trues <= number}.get(
                bound, trues == number
            )


def feasible(model: Model) -> list[Options]:
    """Every feasible combination, the first issue's option changing fastest."""
    names = [issue.id for issue in model.issues]
    lists = [issue.options for issue in reversed(model.issues)]
    every = [dict(zip(names, reversed(chosen), strict=True)) for chosen in product(*lists)]
    return [
        options
        for options in every
        if not any(is_true(rule, options, model) for rule in model.states.impossible)
    ]


def states(model: Model) -> list[list[Options]]:
    """The states: classes of combinations that count as one, in the order of their first."""
    classes = [[options] for options in feasible(model)]
    for rule in model.states.same:
        inside = [one for one in classes if any(is_true(rule, o, model) for o in one)]
        outside = [one for one in classes if one not in inside]
        merged = [options for one in inside for options in one]
        classes = [*outside, merged] if merged else outside
    order = feasible(model)
    classes = [sorted(one, key=order.index) for one in classes]
    return sorted(classes, key=lambda one: order.index(one[0]))


def moves(model: Model, group: tuple[str, ...]) -> list[set[int]]:
    """For every state the states the group can move to."""
    classes = states(model)
    return [
        {
            end
            for end, ends in enumerate(classes)
            if end != start
            and any(_can_move(model, group, one, other) for one in starts for other in ends)
        }
        for start, starts in enumerate(classes)
    ]


def better(model: Model, party: str, first: int, second: int) -> int:
    """1 when the party prefers the first state, -1 the second, 0 when it is indifferent."""
    one, other = (states(model)[place][0] for place in (first, second))
    for preference in model.preferences:
        if preference.party == party and preference.order:
            for statement in preference.order:
                truths = is_true(statement, one, model), is_true(statement, other, model)
                if truths[0] != truths[1]:
                    return 1 if truths[0] else -1
            return 0
    gain = _worth(model, party, one) - _worth(model, party, other)
    return (gain > 0) - (gain < 0)


def _worth(model: Model, party: str, options: Options) -> Fraction:
    return sum(
        (
            Fraction(str(worth))
            for points in model.points
            if points.party == party
            for issue, option, worth in points.worths
            if options[issue] == option
        ),
        Fraction(0),
    )


def _can_move(model: Model, group: tuple[str, ...], one: Options, other: Options) -> bool:
    changed = [issue for issue in model.issues if one[issue.id] != other[issue.id]]
    return bool(changed) and all(
        set(issue.by) == set(group)
        and (issue.moves is None or (one[issue.id], other[issue.id]) in issue.moves)
        for issue in changed
    )


def _compared(option: str, sign: str, chosen: tuple[str, ...], issue: Issue) -> bool:
    if sign == "in":
        return option in chosen
    gap = issue.options.index(option) - issue.options.index(chosen[0])
    signs = {
        "=": gap == 0,
        "!=": gap != 0,
        "<": gap < 0,
        "<=": gap <= 0,
        ">": gap > 0,
        ">=": gap >= 0,
    }
    return signs[sign]


def _issue(model: Model, id_: str) -> Issue:
    return next(issue for issue in model.issues if issue.id == id_)
