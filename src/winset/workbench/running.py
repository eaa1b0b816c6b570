"""Work cut into chunks: done here, by processes or by a cluster, and taken up where it stopped.

A task is anything that can be pickled and called with the number of a chunk, and that gives a
value JSON can hold and that depends on nothing but that number. So it does not matter where, in
which order or how often a chunk is done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

from winset.errors import Misuse, WinsetError
from winset.workbench.files import read_file, write_whole

Task = Callable[[int], Any]
Progress = Callable[[int, int], None]
"""Told how many chunks are done, of how many."""

MOST_WORKERS = 256
_TIMES = 3
"""How often processes that died are started anew."""
_KIND = "winset chunks 1"


class Runner(Protocol):
    """A place where chunks are done."""

    def run(self, task: Task, chunks: Sequence[int]) -> Iterator[tuple[int, Any]]:
        """The chunks and their results, as they are done, in any order."""


@dataclass(frozen=True, slots=True)
class Here:
    """The process that asks, one chunk after the other."""

    def run(self, task: Task, chunks: Sequence[int]) -> Iterator[tuple[int, Any]]:
        """The chunks in their order."""
        for chunk in chunks:
            yield chunk, task(chunk)


@dataclass(frozen=True, slots=True)
class Processes:
    """Some processes of this machine."""

    workers: int

    def run(self, task: Task, chunks: Sequence[int]) -> Iterator[tuple[int, Any]]:
        """The chunks as they are done; raises WinsetError when processes keep dying."""
        left = dict.fromkeys(chunks)
        for _ in range(_TIMES):
            try:
                for chunk, result in self._once(task, tuple(left)):
                    del left[chunk]
                    yield chunk, result
                return
            except BrokenProcessPool:
                continue
        raise WinsetError(
            f"{self.workers} processes died {_TIMES} times, perhaps for want of memory; try again "
            "with fewer workers"
        )

    def _once(self, task: Task, chunks: Sequence[int]) -> Iterator[tuple[int, Any]]:
        pool = ProcessPoolExecutor(
            min(self.workers, max(1, len(chunks))), get_context("spawn"), _take, (task,)
        )
        try:
            waiting = {pool.submit(_do, chunk): chunk for chunk in chunks}
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        finally:
            pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in which finished chunks are kept, so that work can be taken up again.

    `job` tells the work apart from any other: results of another job are refused.
    """

    path: Path
    job: str

    def read(self, count: int) -> dict[int, Any]:
        """The results kept so far, none when there is no file yet; raises Misuse."""
        if not self.path.exists():
            return {}
        try:
            kept = json.loads(read_file(self.path))
            known = kept["kind"] == _KIND
            results = {int(chunk): result for chunk, result in kept["finished"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            known, kept, results = False, {}, {}
        if not known:
            raise Misuse(f"{self.path} does not hold finished chunks; name another file")
        if (kept.get("job"), kept.get("chunks")) != (self.job, count):
            raise Misuse(
                f"{self.path} belongs to other work (another model, seed or number of samples); "
                "name another file, or delete it"
            )
        return {chunk: result for chunk, result in results.items() if 0 <= chunk < count}

    def write(self, finished: Mapping[int, Any], count: int) -> None:
        """Keep the results, written beside and put in place whole."""
        rows = {str(chunk): finished[chunk] for chunk in sorted(finished)}
        shape = {"kind": _KIND, "job": self.job, "chunks": count, "finished": rows}
        write_whole(self.path, json.dumps(shape, ensure_ascii=False).encode())


def _quiet(done: int, of: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Running:
    """How chunks are run: where, with whom to tell, and where finished ones are kept."""

    runner: Runner = field(default_factory=Here)
    progress: Progress = _quiet
    kept: Kept | None = None

    def results(self, task: Task, count: int) -> tuple[Any, ...]:
        """The results of chunks 0 to `count` - 1, in that order; raises what a chunk raises."""
        finished = self.kept.read(count) if self.kept else {}
        missing = [chunk for chunk in range(count) if chunk not in finished]
        self.progress(len(finished), count)
        for chunk, result in self.runner.run(task, missing):
            finished[chunk] = result
            if self.kept:
                self.kept.write(finished, count)
            self.progress(len(finished), count)
        return tuple(finished[chunk] for chunk in range(count))


def on_machine(workers: int) -> Runner:
    """The process that asks for one worker, else as many processes; raises Misuse."""
    if workers < 1:
        raise Misuse(f"{workers} workers do nothing; expected 1 or more")
    if workers > MOST_WORKERS:
        raise Misuse(
            f"{workers:,} processes are too many for one machine; expected {MOST_WORKERS} or fewer"
        )
    return Here() if workers == 1 else Processes(workers)


_tasks: list[Task] = []
"""In a worker process: the task it was started for."""


def _take(task: Task) -> None:
    """Begin a worker process: it ends with the one that started it, even where that is killed."""
    Thread(target=_end_with_parent, daemon=True).start()
    _tasks[:] = [task]


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(chunk: int) -> Any:
    return _tasks[0](chunk)
