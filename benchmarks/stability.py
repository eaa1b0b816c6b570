"""Stability: option-form models of growing size, beside the plain reference engine."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.measure import Row, seconds
from tests.reference.stability import CONCEPTS, Plain
from winset.model import read_model
from winset.model.space import StateSpace, state_space
from winset.stability import analyse

PARTIES = ("a", "b", "c", "d")
_CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "graph"
_PLAIN_BITS = 8, 12
_PLAIN_STATES = 12
_BITS = (8, 10, 12, 14, 16, 18, 20, 22, 24)
_GATT = _CASES / "gatt.toml"
_KINDS = (["--concept", "sim"], ["--groups"], ["--merge", "us+ec"], ["--unknown", "a"])
_SAME = '[states]\nsame = ["i0 and i1 and i2", "i3 and i4 and not i5 and i6"]\n'


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
    """Whole commands, then reading the model, laying out its states and all five concepts."""
    for name, size in (("elmira_12", "12 states"), ("gatt", "138,240 states")):
        yield Row("whole command", size, seconds(partial(_command, _CASES / f"{name}.toml")))
    for options in _KINDS:
        taken = seconds(partial(_command, _GATT, *options), runs=1)
        yield Row(f"whole command, {' '.join(options)}", "138,240 states", taken)
    same = seconds(partial(_answer, model_text(18) + _SAME), runs=1)
    yield Row("states that count as one", "2^18 combinations", same)
    for bits in _BITS:
        taken, memory = _in_a_process(bits)
        note = f"  {memory / 10**9:.2f} GB at most"
        if bits in _PLAIN_BITS:
            slow = _plain_seconds(state_space(read_model(model_text(bits))))
            plain = f"the plain engine ({_PLAIN_STATES} of its states measured)"
            yield Row("all five concepts", f"2^{bits} states", taken, plain, slow, note)
        else:
            yield Row("all five concepts", f"2^{bits} states", taken, note=note)


def _command(path: Path, *options: str) -> None:
    command = [sys.executable, "-m", "winset", "stability", str(path), *options]
    environment = os.environ | {"PYTHONWARNINGS": "ignore"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def _in_a_process(bits: int) -> tuple[float, int]:
    """Seconds and greatest memory in bytes, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.stability", str(bits)]
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    taken, memory = found.stdout.split()
    return float(taken), int(memory)


def _answer(text: str) -> object:
    return analyse(state_space(read_model(text)))


def _plain_seconds(space: StateSpace) -> float:
    """What the plain engine would take, from a few states spread over the model."""
    plain = _plain(space)
    plain.leaving  # noqa: B018 (made once, outside of what is measured)
    step = space.count // _PLAIN_STATES
    chosen = range(step // 2, space.count, step)
    begun = time.perf_counter()
    for rule in CONCEPTS.values():
        for party in plain.parties:
            for state in chosen:
                rule(plain, party, state)
    return (time.perf_counter() - begun) * space.count / len(chosen)


def _plain(space: StateSpace) -> Plain:
    moves = frozenset(
        (relation.movers, start, int(end))
        for relation in space.moves
        for start in range(space.count)
        for end in relation.of(start)
    )
    parties = tuple(party.id for party in space.model.parties)
    ranks = {party: space.ranks(party).tolist() for party in parties}
    return Plain(parties, space.count, moves, ranks)


def main(bits: int) -> None:
    """Print the seconds that a model of 2^bits states takes, and the bytes of memory."""
    small = bits <= 16
    if small:
        _answer(model_text(8))  # what is imported at first use is no part of the answer
    taken = seconds(partial(_answer, model_text(bits)), runs=3 if small else 1)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(taken, kilobytes * 1024)


if __name__ == "__main__":
    main(int(sys.argv[1]))
