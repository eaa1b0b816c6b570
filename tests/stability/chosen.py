"""Models made of options, drawn with their options in plain lists for the slow engine."""

from __future__ import annotations

import random
from itertools import combinations, product

from tests.reference.concepts import Chosen, Options
from winset.model import Model, read_model


def chosen(seed: int) -> tuple[Model, Chosen]:
    """A model made of options, as a model and as lists of options."""
    chance = random.Random(seed)
    parties = "abc"[: chance.randint(2, 3)]
    groups = [(party,) for party in parties] + list(combinations(parties, 2))
    sizes = [chance.choice([2, 2, 3]) for _ in range(chance.randint(2, 4))]
    owners = tuple(chance.choice(groups[: len(parties) + 1]) for _ in sizes)
    allowed = tuple(
        frozenset((a, b) for a in range(n) for b in range(n) if a != b and chance.random() < 0.85)
        for n in sizes
    )
    every: list[Options] = list(product(*map(range, sizes)))
    kept = tuple(sorted(chance.sample(every, chance.randint(1, len(every)))))
    levels = chance.randint(1, len(kept))
    ranks = {party: {state: chance.randrange(levels) for state in kept} for party in parties}
    return _model(parties, owners, sizes, allowed, every, kept, ranks), Chosen(
        owners, kept, allowed, ranks
    )


def _model(
    parties: str,
    owners: tuple[tuple[str, ...], ...],
    sizes: list[int],
    allowed: tuple[frozenset[tuple[int, int]], ...],
    every: list[Options],
    kept: tuple[Options, ...],
    ranks: dict[str, dict[Options, int]],
) -> Model:
    text = [f"[parties.{party}]" for party in parties]
    for k, (owner, size, moves) in enumerate(zip(owners, sizes, allowed, strict=True)):
        text += [f"[issues.i{k}]", f"by = {list(owner)}"]
        text.append(f"options = {[f'o{n}' for n in range(size)]}")
        text.append(f"moves = {[f'o{a} -> o{b}' for a, b in sorted(moves)]}")
    out = [words(state, " and ") for state in every if state not in kept]
    text += ["[states]", f"impossible = {out}"]
    for party in parties:
        levels = sorted(set(ranks[party].values()), reverse=True)
        groups = [[s for s in kept if ranks[party][s] == level] for level in levels]
        ranking = " > ".join(" ~ ".join(words(s, " ", "=") for s in group) for group in groups)
        text += [f"[preferences.{party}]", f'ranking = "{ranking}"']
    return read_model("\n".join(text))


def words(state: Options, between: str, equals: str = " = ") -> str:
    return between.join(f"i{k}{equals}o{n}" for k, n in enumerate(state))
