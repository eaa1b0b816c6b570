"""Chunks: the same results wherever they are done, and taken up where they stopped."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from winset.errors import Misuse, WinsetError
from winset.workbench.running import Here, Kept, Processes, Running, Task, on_machine


@dataclass(frozen=True)
class Square:
    """A task that any process can do."""

    add: int = 0

    def __call__(self, chunk: int) -> dict[str, int]:
        return {"square": chunk * chunk + self.add}


@dataclass(frozen=True)
class DiesOnce:
    """A task whose process is killed the first time it comes to chunk 2."""

    mark: Path

    def __call__(self, chunk: int) -> int:
        if chunk == 2 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return chunk


@dataclass(frozen=True)
class AlwaysDies:
    def __call__(self, chunk: int) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return chunk


@dataclass(frozen=True)
class Backwards:
    """A runner that does the last chunk first, and stops after some."""

    most: int = 1000

    def run(self, task: Task, chunks: Sequence[int]) -> Iterator[tuple[int, Any]]:
        for chunk in list(reversed(chunks))[: self.most]:
            yield chunk, task(chunk)
        if len(chunks) > self.most:
            raise KeyboardInterrupt


EXPECTED = tuple({"square": chunk * chunk} for chunk in range(10))


@pytest.mark.parametrize("runner", [Here(), Backwards(), Processes(1), Processes(3)], ids=repr)
def test_results_come_in_order_wherever_they_are_made(runner: Any) -> None:
    assert Running(runner).results(Square(), 10) == EXPECTED


def test_nothing_to_do_is_done() -> None:
    assert Running(Processes(2)).results(Square(), 0) == ()


def test_progress_is_told_from_the_first_to_the_last_chunk() -> None:
    told: list[tuple[int, int]] = []
    Running(progress=lambda done, of: told.append((done, of))).results(Square(), 3)
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    assert Running(Processes(2)).results(DiesOnce(tmp_path / "mark"), 5) == (0, 1, 2, 3, 4)
    assert (tmp_path / "mark").exists()


def test_processes_that_keep_dying_are_given_up_with_a_way_on() -> None:
    with pytest.raises(WinsetError, match="fewer workers"):
        Running(Processes(1)).results(AlwaysDies(), 2)


def test_work_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "chunks.json", "squares")
    with pytest.raises(KeyboardInterrupt):
        Running(Backwards(most=4), kept=kept).results(Square(), 10)
    assert sorted(kept.read(10)) == [6, 7, 8, 9]
    done: list[int] = []
    running = Running(kept=kept, progress=lambda so_far, _: done.append(so_far))
    assert running.results(Square(), 10) == EXPECTED
    assert done[0] == 4


def test_kept_results_are_believed_and_the_file_is_the_same_whoever_wrote_it(
    tmp_path: Path,
) -> None:
    files = []
    for name, runner in (("a", Here()), ("b", Backwards()), ("c", Processes(2))):
        kept = Kept(tmp_path / name, "squares")
        Running(runner, kept=kept).results(Square(), 10)
        files.append(kept.path.read_bytes())
        assert Running(kept=kept).results(Square(add=7), 10) == EXPECTED
    assert len(set(files)) == 1


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind": 1}', '{"kind": "winset chunks 1"}'])
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "chunks.json"
    path.write_text(text)
    with pytest.raises(Misuse, match="does not hold finished chunks"):
        Running(kept=Kept(path, "squares")).results(Square(), 3)
    assert path.read_text() == text


def test_the_chunks_of_other_work_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "chunks.json"
    Running(kept=Kept(path, "squares")).results(Square(), 3)
    for kept, count in ((Kept(path, "cubes"), 3), (Kept(path, "squares"), 4)):
        with pytest.raises(Misuse, match="belongs to other work"):
            Running(kept=kept).results(Square(), count)
    assert json.loads(path.read_text())["job"] == "squares"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="does not exist"):
        Running(kept=Kept(tmp_path / "none" / "x", "squares")).results(Square(), 3)


def test_no_workers_are_refused() -> None:
    with pytest.raises(Misuse, match="0 workers do nothing"):
        on_machine(0)
    assert on_machine(1) == Here()
    assert on_machine(2) == Processes(2)
