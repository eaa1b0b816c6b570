"""What is left of the machine's memory, as the system and a container tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from winset.errors import Misuse
from winset.model import read_model
from winset.model.space import state_space
from winset.model.space.combinations import MOST_BYTES, bytes_needed
from winset.workbench.memory import free_memory

SYSTEM = "MemTotal:       16000000 kB\nMemAvailable:    2000000 kB\nBuffers: 7 kB\n"


def told(folder: Path, system: str, **group: str) -> int:
    (folder / "meminfo").write_text(system, encoding="ascii")
    for name, text in group.items():
        (folder / f"memory.{name}").write_text(text, encoding="ascii")
    return free_memory(folder / "meminfo", folder)


def test_what_the_system_calls_available_is_free(tmp_path: Path) -> None:
    assert told(tmp_path, SYSTEM) == 2_000_000 * 1024


def test_a_container_may_allow_less(tmp_path: Path) -> None:
    assert told(tmp_path, SYSTEM, max="900000000\n", current="300000000\n") == 600_000_000
    assert told(tmp_path, SYSTEM, max="max\n", current="300000000\n") == 2_000_000 * 1024
    assert told(tmp_path, SYSTEM, max="100\n", current="200\n") == 0


@pytest.mark.parametrize("system", ["", "MemAvailable\n", "MemAvailable: much kB\n"])
def test_a_system_that_does_not_say_leaves_what_an_analysis_may_take(
    tmp_path: Path, system: str
) -> None:
    assert told(tmp_path, system) == MOST_BYTES
    assert free_memory(tmp_path / "none", tmp_path) == MOST_BYTES


def test_states_that_do_not_fit_say_so_before_they_are_laid_out() -> None:
    issues = "\n".join(f"[issues.i{n}]\nby = 'a'" for n in range(20))
    model = read_model(f"[parties.a]\n{issues}\n")
    need = bytes_needed(2**20, 20, 1)
    assert state_space(model, need).count == 2**20
    with pytest.raises(Misuse, match=r"1,048,576 states .* need about 226 MB .* room for 226 MB"):
        state_space(model, need - 1)
