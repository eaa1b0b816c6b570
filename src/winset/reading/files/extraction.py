"""The child process that opens HTML, PDF, Word and mail files, one after another.

Run as `python -m winset.reading.files.extraction`. It limits its own memory, time and files before
it looks at a byte, so that a hostile file can only end this process. It reads frames from stdin,
each a line `KIND LENGTH` and that many bytes, and answers each with a line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from winset.reading.files.opening import Refusal, docx, eml, html, pdf

MEMORY = 1_500_000_000
SECONDS = 30
LONGEST_TEXT = 20_000_000
MOST_FILES = 300
"""Files one process opens before another takes its place."""
SWOLLEN = 700_000_000
"""Bytes of memory from which a process opens no further file."""

_READERS: dict[str, Callable[[bytes], dict[str, Any]]] = {
    "html": html,
    "pdf": pdf,
    "docx": docx,
    "eml": eml,
}


def answer(kind: str, data: bytes) -> dict[str, Any]:
    """What a file holds, or why it cannot be read; never raises."""
    try:
        found = _READERS[kind](data)
    except Refusal as refusal:
        return {"refusal": str(refusal)}
    except MemoryError:
        return {"refusal": f"needs more than {MEMORY // 10**6:,} MB to open: split it"}
    except RecursionError:
        return {"refusal": "is nested too deep to be read; save it as plain text"}
    except Exception as error:  # whatever a parser raises on a broken file
        return {"refusal": f"is damaged or not what its name says ({type(error).__name__})"}
    if len(found["text"]) > LONGEST_TEXT:
        return {"refusal": f"holds more than {LONGEST_TEXT:,} characters: split it"}
    return found


def serve(inward: BinaryIO, outward: BinaryIO) -> None:
    """Answer frames until there are no more, or until the process has grown too large."""
    bound = max(SWOLLEN, _memory())  # what its parent held counts as its own, though it is gone
    for _ in range(MOST_FILES):
        head = inward.readline(100).split()
        if len(head) != 2:
            return
        _allow_seconds()
        reply = answer(head[0].decode("ascii"), inward.read(int(head[1])))
        reply["last"] = _memory() > bound
        outward.write(json.dumps(reply).encode("ascii") + b"\n")
        outward.flush()
        if reply["last"]:
            return


def limit() -> None:
    """Limit this process's memory and forbid it to write files."""
    try:
        import resource
    except ImportError:  # not on Windows: the parent's clock is the only limit there
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_seconds() -> None:
    """Let the next file have its share of processor time, whatever those before took."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, hard))


def _memory() -> int:
    """The most bytes this process has held, 0 where that is not known."""
    try:
        import resource
    except ImportError:
        return 0
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale


if __name__ == "__main__":
    import logging

    logging.disable(logging.CRITICAL)
    limit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
