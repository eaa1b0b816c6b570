"""How much memory this machine has left for an analysis."""

from __future__ import annotations

from pathlib import Path

from winset.model.space.combinations import MOST_BYTES

_SYSTEM = Path("/proc/meminfo")
_GROUP = Path("/sys/fs/cgroup")


def free_memory(system: Path = _SYSTEM, group: Path = _GROUP) -> int:
    """Bytes that can be had: what the system calls available, and what a container allows.

    Where the system does not say, what an analysis may take at most.
    """
    found = [number for number in (_available(system), _allowed(group)) if number is not None]
    return min(found, default=MOST_BYTES)


def _available(system: Path) -> int | None:
    for line in _read(system).splitlines():
        name, _, amount = line.partition(":")
        if name == "MemAvailable" and amount.split()[:1] and amount.split()[0].isdigit():
            return int(amount.split()[0]) * 1024
    return None


def _allowed(group: Path) -> int | None:
    most, used = _read(group / "memory.max").strip(), _read(group / "memory.current").strip()
    if not (most.isdigit() and used.isdigit()):
        return None
    return max(0, int(most) - int(used))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
