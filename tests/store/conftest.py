"""Cases to test with, under a clock that gives one second more at every look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from winset.store import Case, create, open_case

START = dt.datetime(2001, 5, 4, 9, 0, tzinfo=dt.UTC)


def ticking() -> Callable[[], dt.datetime]:
    """A clock that starts at START."""
    seconds = count()
    return lambda: START + dt.timedelta(seconds=next(seconds))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the case is to be."""
    return tmp_path / "cod.winset"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of an empty case, made once."""
    path = tmp_path_factory.mktemp("template") / "cod.winset"
    create(path, "Cod talks", "Will there be a quota?", clock=ticking()).close()
    return path.read_bytes()


@pytest.fixture
def case(path: Path, template: bytes) -> Iterator[Case]:
    """An empty case."""
    path.write_bytes(template)
    with open_case(path, clock=ticking()) as opened:
        yield opened
