"""Timing one piece of work, and the table the figures go into."""

from __future__ import annotations

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured piece of work; `baseline` is what it is a ratio to, "" for none."""

    work: str
    size: str
    seconds: float
    baseline: str = ""
    baseline_seconds: float | None = None
    note: str = ""

    def __str__(self) -> str:
        ratio = ""
        if self.baseline_seconds is not None:
            ratio = f"{self.baseline_seconds / self.seconds:,.0f} x faster than {self.baseline}"
        return f"{self.work:<34} {self.size:>22} {self.seconds:>9.3f} s  {ratio}{self.note}"


def seconds(
    work: Callable[[], object], runs: int = 3, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The median time of `runs` runs after one that is not counted, by the clock on the wall."""
    if runs > 1:
        work()
    times = []
    for _ in range(runs):
        gc.collect()
        begun = clock()
        work()
        times.append(clock() - begun)
    return statistics.median(times)


def machine() -> str:
    """What the figures were measured on."""
    return (
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores"
    )
