"""Chunks done by the workers of an existing Dask scheduler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from winset.errors import Misuse, WinsetError
from winset.workbench.running import Task

_PATIENCE = "10s"
"""How long to wait for the scheduler to answer."""
_RETRIES = 3


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the scheduler at an address, as tcp://host:8786; they need Winset too."""

    address: str

    def run(self, task: Task, chunks: Sequence[int]) -> Iterator[tuple[int, Any]]:
        """The chunks as they are done; those of a worker that is lost are done by another.

        Raises Misuse where Dask is not installed or the address makes no sense, WinsetError
        where nobody answers or workers keep failing.
        """
        distributed = _distributed()
        with self._client(distributed) as client:
            futures = client.map(task, list(chunks), pure=False, retries=_RETRIES)
            waiting = dict(zip((future.key for future in futures), chunks, strict=True))
            for done in distributed.as_completed(futures, loop=client.loop):
                yield waiting[done.key], self._result(done)

    def _client(self, distributed: Any) -> Any:
        try:
            return distributed.Client(self.address, timeout=_PATIENCE, set_as_default=False)
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

    def _result(self, done: Any) -> Any:
        try:
            return done.result()
        except WinsetError:
            raise
        except Exception as error:
            raise WinsetError(
                f"the cluster could not do a chunk ({type(error).__name__}: {error}); are its "
                "workers of the same version of Winset, with memory enough?"
            ) from error


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise Misuse("--cluster needs Dask; `pip install 'winset[cluster]'` brings it") from None
