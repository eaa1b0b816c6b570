"""Chunks done by the workers of an existing Dask scheduler."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from importlib import import_module, metadata
from typing import Any

from winset.errors import Misuse, WinsetError
from winset.workbench.running import Task

_PATIENCE = 10.0
"""Seconds to wait for a scheduler to answer, and for a worker to come or come back."""
_RETRIES = 3
_PAUSE = 0.02
"""Seconds between two looks at what is done."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the scheduler at an address, as tcp://host:8786; they need Winset too."""

    address: str

    def run(self, task: Task, chunks: Sequence[int]) -> Iterator[tuple[int, Any]]:
        """The chunks as they are done; those of a worker that is lost are done by another.

        Raises Misuse where Dask is not installed or the address makes no sense, WinsetError
        where nobody answers, the workers have another Winset or none, or keep failing.
        """
        distributed = _distributed()
        with self._client(distributed) as client:
            self._require_workers(client)
            futures = client.map(task, list(chunks), pure=False, retries=_RETRIES)
            waiting = dict(zip((future.key for future in futures), chunks, strict=True))
            ready = distributed.as_completed(futures, loop=client.loop)
            while not ready.is_empty():
                self._wait(client, ready)
                done = next(ready)
                yield waiting[done.key], self._result(client, done)

    def _client(self, distributed: Any) -> Any:
        try:
            return distributed.Client(self.address, timeout=f"{_PATIENCE:g}s", set_as_default=False)
        except ValueError as error:
            raise Misuse(
                f"{self.address!r} is no address of a scheduler ({error}); expected one as "
                "tcp://host:8786"
            ) from None
        except (OSError, TimeoutError):
            raise WinsetError(
                f"no scheduler answers at {self.address}; `dask scheduler` starts one, and `dask "
                f"worker {self.address}` a worker"
            ) from None

    def _require_workers(self, client: Any) -> None:
        """Raise WinsetError unless there are workers, all with this version of Winset."""
        self._wait_for_workers(client)
        here = _version_here()
        found = client.run(metadata.version, "winset", on_error="return")
        for worker, version in sorted(found.items()):
            if isinstance(version, Exception):
                raise WinsetError(
                    f"the worker at {worker} has no Winset; install version {here} there, too"
                )
            if version != here:
                raise WinsetError(
                    f"the worker at {worker} has Winset {version}, and this is {here}; results "
                    "could differ: install the same version everywhere"
                )

    def _wait(self, client: Any, ready: Any) -> None:
        """Wait until a chunk is done; raises WinsetError when all workers are gone for long."""
        looks = 0
        while not ready.has_ready():
            time.sleep(_PAUSE)
            looks += 1
            if looks % round(1 / _PAUSE) == 0:
                self._wait_for_workers(client)

    def _wait_for_workers(self, client: Any) -> None:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise WinsetError(
                f"the scheduler at {self.address} has no workers; `dask worker {self.address}` "
                "starts one"
            ) from None

    def _result(self, client: Any, done: Any) -> Any:
        try:
            return self._fetched(client, done)
        except WinsetError:
            raise
        except (CancelledError, OSError):  # what Dask raises for it derives from these
            raise WinsetError(
                f"the scheduler at {self.address} was lost; with --resume FILE the chunks it did "
                "are kept, and the same command goes on"
            ) from None
        except Exception as error:
            raise WinsetError(
                f"the cluster could not do a chunk ({type(error).__name__}: {error}); do its "
                "scheduler and workers still run, with memory enough?"
            ) from error

    def _fetched(self, client: Any, done: Any) -> Any:
        """The result of a chunk, done again where it was lost with its worker."""
        while True:
            try:
                return done.result(timeout=1)
            except TimeoutError:
                self._wait_for_workers(client)


def _version_here() -> str:
    return metadata.version("winset")


def _distributed() -> Any:
    try:
        found = import_module("distributed")
    except ImportError:
        raise Misuse("--cluster needs Dask; `pip install 'winset[cluster]'` brings it") from None
    for name in ("distributed", "distributed.client", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # messages of our own say it
    return found
