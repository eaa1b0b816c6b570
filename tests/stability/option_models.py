"""Models made of options by a seeded generator, and the same in the form of the plain engine."""

from __future__ import annotations

from itertools import product
from random import Random

from tests.model import slow
from tests.reference.stability import Plain
from winset.model import Model, parse_expression
from winset.model.expressions import Expression
from winset.model.issues import Issue
from winset.model.model import StateRules
from winset.model.parties import Party
from winset.model.preferences import Preference
from winset.model.space.moves import movers

_OPTIONS = ("low", "mid", "high")
_MOST_COMBINATIONS = 18


def made_of_options(seed: int) -> Model:
    """Two to five parties; one-way and joint issues, impossible and equal states."""
    chance = Random(seed)
    parties = tuple("abcde"[: chance.randint(2, 5)])
    issues: list[Issue] = []
    combinations = 1
    for name in ("u", "v", "w", "x")[: chance.randint(2, 4)]:
        options = _OPTIONS[: chance.choice((2, 2, 3))]
        combinations *= len(options)
        if combinations <= _MOST_COMBINATIONS:
            issues.append(_issue(chance, name, options, parties))
    sides = tuple(Party(name) for name in parties)
    model = Model(parties=sides, issues=tuple(issues), states=_rules(chance, issues))
    preferences = tuple(preference(chance, party, issues) for party in parties)
    return Model(parties=sides, issues=model.issues, states=model.states, preferences=preferences)


def sound(seed: int) -> Model:
    """As `made_of_options`; what has no feasible state is drawn anew."""
    drawn = (made_of_options(seed + again * 1_000_000) for again in range(99))
    return next(model for model in drawn if slow.feasible(model))


def as_plain(model: Model) -> Plain:
    """The same for the plain engine, states and moves found by plain loops."""
    classes = slow.states(model)
    arrows = frozenset(
        (group, start, end)
        for group in movers(model)
        for start, ends in enumerate(slow.moves(model, group))
        for end in ends
    )
    ranks = {
        stated.party: [
            sum(
                2**place * slow.is_true(statement, states[0], model)
                for place, statement in enumerate(reversed(stated.order))
            )
            for states in classes
        ]
        for stated in model.preferences
    }
    return Plain(tuple(ranks), len(classes), arrows, ranks)


def _issue(chance: Random, name: str, options: tuple[str, ...], parties: tuple[str, ...]) -> Issue:
    by = tuple(sorted(chance.sample(parties, chance.choice((0, 1, 1, 1, 1, 1, 1, 2, 2)))))
    pairs = [pair for pair in product(options, options) if pair[0] != pair[1]]
    some = tuple(chance.sample(pairs, chance.randint(1, len(pairs))))
    return Issue(
        name,
        options=options,
        yes_no=False,
        by=by,
        moves=some if chance.random() < 0.4 else None,
    )


def _rules(chance: Random, issues: list[Issue]) -> StateRules:
    impossible = tuple(both(chance, issues) for _ in range(chance.choice((0, 0, 1, 2))))
    same = tuple(both(chance, issues) for _ in range(chance.choice((0, 0, 0, 1, 2))))
    return StateRules(impossible=impossible, same=same)


def preference(chance: Random, party: str, issues: list[Issue]) -> Preference:
    order = tuple(_statement(chance, issues) for _ in range(chance.choice((0, 2, 4, 6))))
    return Preference(party, order)


def _statement(chance: Random, issues: list[Issue]) -> Expression:
    one, other = _leaf(chance, issues), _leaf(chance, issues)
    return parse_expression(chance.choice((one, f"not {one}", f"{one} if {other}")))


def both(chance: Random, issues: list[Issue]) -> Expression:
    return parse_expression(f"{_leaf(chance, issues)} and {_leaf(chance, issues)}")


def _leaf(chance: Random, issues: list[Issue]) -> str:
    issue = chance.choice(issues)
    return f"{issue.id} = {chance.choice(issue.options)}"
