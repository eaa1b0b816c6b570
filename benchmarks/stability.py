"""Stability: option-form models of growing size, beside the plain reference engine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

from benchmarks.measure import Row, seconds
from tests.reference.stability import Plain, stable
from winset.model import read_model
from winset.model.space import StateSpace, state_space
from winset.stability import analyse

PARTIES = ("a", "b", "c", "d")
_PLAIN_BITS = 8
_BITS = (8, 12, 16, 18)


def model_text(bits: int) -> str:
    """A model of 2^bits states for four parties, preferences made from a fixed seed."""
    random = Random(bits)
    names = [f"i{number}" for number in range(bits)]
    parts = [f"[parties.{party}]\n" for party in PARTIES]
    parts += [f'[issues.{name}]\nby = "{PARTIES[place % 4]}"\n' for place, name in enumerate(names)]
    for party in PARTIES:
        order = random.sample(names, bits)
        statements = [f'"{random.choice(["", "not "])}{name}"' for name in order]
        parts.append(f"[preferences.{party}]\norder = [{', '.join(statements)}]\n")
    return "\n".join(parts)


def rows() -> Iterator[Row]:
    """Reading the model, laying out its states and all five concepts, whole."""
    for bits in _BITS:
        text = model_text(bits)
        taken = seconds(partial(_answer, text))
        if bits != _PLAIN_BITS:
            yield Row("all five concepts", f"2^{bits} states", taken)
            continue
        plain = _plain(state_space(read_model(text)))
        slow = seconds(partial(stable, plain), runs=1)
        yield Row("all five concepts", f"2^{bits} states", taken, "the plain engine", slow)


def _answer(text: str) -> object:
    return analyse(state_space(read_model(text)))


def _plain(space: StateSpace) -> Plain:
    moves = frozenset(
        (relation.movers, start, int(end))
        for relation in space.moves
        for start in range(space.count)
        for end in relation.targets[relation.starts[start] : relation.starts[start + 1]]
    )
    parties = tuple(party.id for party in space.model.parties)
    ranks = {party: space.ranks(party).tolist() for party in parties}
    return Plain(parties, space.count, moves, ranks)
