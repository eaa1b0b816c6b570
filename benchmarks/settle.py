"""Settlements: made-up talks of growing size, beside plain enumeration where that is possible."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.measure import Row, seconds
from benchmarks.talks import Size, additive, talks
from tests.reference.settlement import Reference
from winset.model import Model, write_model
from winset.settlement import settle, sweep
from winset.settlement.bargain.bargain_beyond import bargain_beyond
from winset.settlement.refusal.explanation import costs, smallest_blocks
from winset.settlement.refusal.ladders import with_ladders
from winset.settlement.refusal.marco import more_blocks
from winset.settlement.refusal.sat import SatEngine
from winset.settlement.results import Opening
from winset.settlement.setting import Setting, setting
from winset.settlement.what_if.changes import read_expression
from winset.settlement.what_if.probing import probe
from winset.settlement.win_sets.counting import Counter

_SMALL = (Size(5, 4, 4, 8, strays=1), Size(8, 4, 4, 12, strays=1), Size(10, 4, 4, 16, strays=1))
_LARGE = Size()
_SEED = 2


def rows() -> Iterator[Row]:
    """Whole answers for small models, then each search alone on a large one."""
    yield _command()
    yield from _whole()
    yield from _explanations(talks(_LARGE, _SEED))
    yield from _questions()
    yield _counts()
    yield from _frontiers()
    yield _ruled()


def _command() -> Row:
    """The whole command on a small model, a process of its own: start, read, settle, print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.toml"
        path.write_text(write_model(talks(_SMALL[0], _SEED)), encoding="utf-8")
        command = [sys.executable, "-m", "winset", "settle", str(path)]
        run = partial(subprocess.run, command, check=True, capture_output=True)
        return Row("winset settle", str(_SMALL[0]), seconds(run))


def _questions() -> Iterator[Row]:
    """The whole answer where packages cannot be gone through, and one taken as given."""
    shut, ajar = talks(_LARGE, _SEED), talks(replace(_LARGE, strays=0), 1)
    yield _row("the whole settlement", partial(settle, shut), "nothing is left")
    yield _row("the whole settlement", partial(settle, ajar), "something is left")
    given = read_expression(ajar, "i0 = o1")
    yield _row("one option taken as given", partial(probe, ajar, given))
    stage = setting(shut, None)
    openings = SatEngine(stage).openings(costs(stage), 100).sets
    named = [Opening(tuple(stage.lines[n].id for n in sorted(one)), 0) for one in openings]
    ladders = partial(with_ladders, stage, named, openings)
    yield _row("ladders of 100 openings", ladders, f"{ladders()[1]} worked out")


def _whole() -> Iterator[Row]:
    for size in _SMALL:
        model = talks(size, _SEED)
        taken = seconds(partial(settle, model))
        if size is _SMALL[0]:
            slow = seconds(partial(_enumerated, model), runs=1)
            yield Row("the whole settlement", str(size), taken, "plain enumeration", slow)
        else:
            yield Row("the whole settlement", str(size), taken)


def _enumerated(model: Model) -> object:
    return Reference(model, None).answer()


def _explanations(model: Model) -> Iterator[Row]:
    stage = setting(model, None)
    count = len(stage.lines)
    every = frozenset(range(count))
    engine = SatEngine(stage)
    yield _row("make the solver", partial(SatEngine, stage))
    yield _row("is anything left", partial(engine.conflict, every))
    yield _row("one block", partial(more_blocks, engine, count, 1))
    openings = engine.openings(costs(stage), 100).sets
    cheapest = partial(engine.openings, costs(stage), 100)
    yield _row("100 cheapest openings", cheapest, f"{len(openings)} found")
    yield _row("100 blocks", partial(more_blocks, engine, count, 100, (), openings))
    smallest = partial(smallest_blocks, engine, count, 100, openings)
    yield _row("100 blocks, smallest first", smallest, "as far as the budget goes")
    yield _row("sweep over all days", partial(sweep, model), f"{len(sweep(model))} days")


def _counts() -> Row:
    stage = setting(talks(_LARGE, _SEED), None)
    exact = sum(number is not None for number in _win_sets(stage))
    note = f"{exact} of {_LARGE.parties} exact, {_peak()}"
    return _row("exact win-sets", partial(_win_sets, stage), note)


def _win_sets(stage: Setting) -> list[int | None]:
    counter = Counter(stage, 10**6)
    return [counter.number([party.id]).exact for party in stage.parties]


def _frontiers() -> Iterator[Row]:
    models: list[tuple[str, Callable[[], Model]]] = [
        ("10^12 packages, 3 parties", partial(additive, 12, 10, 3)),
        ("10^7 packages, 5 parties", partial(additive, 7, 10, 5)),
    ]
    for name, made in models:
        stage = setting(made(), None)
        points = len(bargain_beyond(stage, 100).frontier)
        searched = partial(bargain_beyond, stage, 100)
        yield _timed("additive frontier", name, searched, f"{points} points, {_peak()}")


def _ruled() -> Row:
    """Two parties with points, twelve with lines, and something left."""
    stage = setting(talks(replace(_LARGE, strays=0), 1), None)
    points = len(bargain_beyond(stage, 100).frontier)
    return _row("frontier under rules", partial(bargain_beyond, stage, 100), f"{points} points")


def _timed(work: str, size: str, job: Callable[[], object], note: str = "") -> Row:
    """One run, with the processor time beside the wall time: they differ on a busy machine."""
    begun = time.process_time()
    taken = seconds(job, runs=1)
    used = time.process_time() - begun
    return Row(
        work, size, taken, note=", ".join(filter(None, [f"{used:.3f} s of processor", note]))
    )


def _row(work: str, job: Callable[[], object], note: str = "") -> Row:
    return _timed(work, str(_LARGE), job, note)


def _peak() -> str:
    """The most memory this process has held so far."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most so far"
