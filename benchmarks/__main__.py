"""`python -m benchmarks [stability] [settle] [reading] [library] [demo]`: all, or those named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from benchmarks import demo, library, reading, settle, stability
from benchmarks.measure import Row, machine

_KINDS: dict[str, Callable[[], Iterator[Row]]] = {
    "stability": stability.rows,
    "settle": settle.rows,
    "reading": reading.rows,
    "library": library.rows,
    "demo": demo.rows,
}


def main(names: list[str]) -> int:
    """Measure and print; 2 when a name is not known."""
    unknown = [name for name in names if name not in _KINDS]
    if unknown:
        print(f"unknown benchmark {unknown[0]!r}; expected one of {', '.join(_KINDS)}")
        return 2
    print(machine())
    for name in names or _KINDS:
        for row in _KINDS[name]():
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
