"""The same chunks on a Dask scheduler with two workers, one of them killed on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.workbench.made_up import MODEL as SETTLEMENT
from winset.errors import Misuse, WinsetError
from winset.model import read_model
from winset.model.space import state_space
from winset.stability.variation.doubt import Doubt
from winset.stability.variation.ensembles import Sampling, ensemble, sampling
from winset.workbench import cluster
from winset.workbench.cluster import Cluster
from winset.workbench.running import Running, on_machine

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "tests" / "cases" / "graph" / "elmira.toml"
PATIENCE = 120
needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None,
    reason="Dask is not installed: pip install 'winset[cluster]'",
)


def samples() -> Sampling:
    space = state_space(read_model(MODEL.read_text(encoding="utf-8")))
    return sampling(ensemble(space, Doubt(ties=True)), seed=4, samples=500, size=25)


@contextmanager
def program(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A part of Dask in a process of its own, ended at the end."""
    code = "from dask.__main__ import main; main()"
    started = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "5"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def wait_for(happened: Callable[[], bool]) -> None:
    limit = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < limit, "Dask did not start in time"
        time.sleep(0.1)


def address_in(file: Path) -> str:
    return str(json.loads(file.read_text(encoding="utf-8"))["address"])


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """A scheduler of its own: its address, and the arguments that start a worker for it."""
    file = folder / "scheduler.json"
    common = ["--scheduler-file", str(file), "--no-dashboard"]
    with program("scheduler", *common, "--host", "127.0.0.1", "--port", "0"):
        wait_for(lambda: file.exists() and file.stat().st_size > 0)
        yield address_in(file), ["worker", *common, "--no-nanny", "--nthreads", "1"]


@needs_dask
@pytest.mark.filterwarnings("ignore")
def test_a_worker_killed_on_the_way_changes_no_byte(tmp_path: Path) -> None:
    drawn = samples()
    alone = json.dumps(Running(on_machine(1)).results(drawn, drawn.chunks))
    with scheduler(tmp_path) as (address, worker), ExitStack() as stack:
        victim, _ = (stack.enter_context(program(*worker, "--name", n)) for n in ("one", "two"))
        killed = []

        def kill_on_the_way(done: int, of: int) -> None:
            if done == 4:
                victim.kill()
                killed.append(done)

        wait_for(lambda: workers(address) == 2)
        running = Running(Cluster(address), progress=kill_on_the_way)
        together = json.dumps(running.results(drawn, drawn.chunks))
        assert killed == [4]
        assert victim.wait(PATIENCE) != 0
        assert workers(address) == 1
    assert together == alone


COMMANDS = {
    "sensitivity": ["sensitivity", str(MODEL), "--ties", "--samples", "900", "--concept", "seq"],
    "loosen": ["loosen", str(SETTLEMENT), "--as-of", "2006-01-01", "--samples", "300"],
}


def winset(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "winset", *arguments, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def kept_in(file: Path) -> int:
    """How many chunks a running command has kept so far."""
    return len(json.loads(file.read_text("utf-8"))["finished"]) if file.exists() else 0


@needs_dask
@pytest.mark.parametrize("command", COMMANDS)
def test_a_whole_command_prints_the_same_bytes_though_a_worker_is_killed(
    command: str, tmp_path: Path
) -> None:
    alone = winset(*COMMANDS[command]).communicate()[0]
    kept = tmp_path / "kept.json"
    with scheduler(tmp_path) as (address, worker), ExitStack() as stack:
        victim, _ = (stack.enter_context(program(*worker, "--name", n)) for n in ("one", "two"))
        wait_for(lambda: workers(address) == 2)
        running = winset(*COMMANDS[command], "--cluster", address, "--resume", str(kept))
        wait_for(lambda: kept_in(kept) >= 2)
        victim.kill()
        assert victim.wait(PATIENCE) != 0
        assert kept_in(kept) < json.loads(kept.read_text("utf-8"))["chunks"]
        together = running.communicate(timeout=PATIENCE)[0]
        assert running.returncode == 0
    assert together == alone
    assert json.loads(alone)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_was_killed_goes_on_where_it_was_and_prints_the_same(
    command: str, tmp_path: Path
) -> None:
    whole = winset(*COMMANDS[command]).communicate()[0]
    kept = tmp_path / "kept.json"
    again = [*COMMANDS[command], "--resume", str(kept), "--workers", "2"]
    killed = winset(*again)
    wait_for(lambda: kept_in(kept) >= 2)
    killed.kill()
    assert killed.wait(PATIENCE) == -signal.SIGKILL
    killed.communicate(timeout=PATIENCE)  # its worker processes hold the pipe while they live
    before = kept_in(kept)
    assert before < json.loads(kept.read_text("utf-8"))["chunks"]
    assert winset(*again).communicate()[0] == whole
    assert kept_in(kept) > before


@needs_dask
@pytest.mark.filterwarnings("ignore")
def test_a_scheduler_without_workers_or_with_others_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 3.0)
    with scheduler(tmp_path) as (address, worker):
        with pytest.raises(WinsetError, match="has no workers; `dask worker tcp"):
            Running(Cluster(address)).results(samples(), 1)
        with program(*worker):
            wait_for(lambda: workers(address) == 1)
            monkeypatch.setattr(cluster, "_version_here", lambda: "9.9")
            with pytest.raises(WinsetError, match=r"has Winset 0\.1\.0, and this is 9\.9"):
                Running(Cluster(address)).results(samples(), 1)


class Bare:
    """A client of a cluster one of whose workers has no Winset."""

    def wait_for_workers(self, number: int, timeout: float) -> None:
        """They are there."""

    def run(self, what: object, name: str, on_error: str) -> dict[str, object]:
        return {"tcp://one": version(name), "tcp://two": PackageNotFoundError(name)}


def test_a_worker_without_winset_is_named() -> None:
    with pytest.raises(WinsetError, match="the worker at tcp://two has no Winset; install version"):
        Cluster("tcp://x")._require_workers(Bare())


def workers(address: str) -> int:
    from distributed import Client

    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        return len(client.scheduler_info()["workers"])


def test_two_processes_give_the_bytes_of_one() -> None:
    drawn = samples()
    results = {json.dumps(Running(on_machine(n)).results(drawn, drawn.chunks)) for n in (1, 2)}
    assert len(results) == 1


@needs_dask
@pytest.mark.filterwarnings("ignore")
def test_where_no_scheduler_answers_the_message_says_how_to_start_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with pytest.raises(WinsetError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"):
        Running(Cluster("tcp://127.0.0.1:9")).results(samples(), 1)


@needs_dask
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("address", ["nonsense://x", "tcp://", ""])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Misuse, match="no address of a scheduler"):
        Running(Cluster(address)).results(samples(), 1)


def test_without_dask_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Misuse, match=r"winset\[cluster\]"):
        Running(Cluster("tcp://127.0.0.1:9")).results(samples(), 1)


@needs_dask
@pytest.mark.parametrize(
    ("lost", "message"),
    [("scheduler", "was lost; with --resume FILE"), ("worker", "has no workers; `dask worker")],
)
def test_a_command_whose_cluster_is_lost_says_so_and_can_be_taken_up(
    lost: str, message: str, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.json"
    asked = [*COMMANDS["sensitivity"], "--resume", str(kept)]
    file = ["--scheduler-file", str(tmp_path / "scheduler.json"), "--no-dashboard"]
    with ExitStack() as stack:
        main = program("scheduler", *file, "--host", "127.0.0.1", "--port", "0")
        started = stack.enter_context(main)
        wait_for((tmp_path / "scheduler.json").exists)
        worker = stack.enter_context(program("worker", *file, "--no-nanny", "--nthreads", "1"))
        wait_for(lambda: (tmp_path / "scheduler.json").stat().st_size > 0)
        address = address_in(tmp_path / "scheduler.json")
        wait_for(lambda: workers(address) == 1)
        running = winset(*asked, "--cluster", address)
        wait_for(lambda: kept_in(kept) >= 2)
        (started if lost == "scheduler" else worker).kill()
        output, errors = running.communicate(timeout=PATIENCE)
    assert (running.returncode, output) == (1, b"")
    assert message in " ".join(errors.decode().split())
    assert b"Traceback" not in errors
    assert winset(*asked).communicate()[0] == winset(*COMMANDS["sensitivity"]).communicate()[0]
