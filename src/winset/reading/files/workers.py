"""Child processes that open files, kept running from one file to the next."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any

from winset.errors import Misuse

PATIENCE = 60
"""Seconds a file may take by the clock."""
_NAMES = {"html": "HTML", "pdf": "PDF", "docx": "Word", "eml": "mail"}


class Worker:
    """One limited child process; a hostile file ends it, and the next file starts another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def extract(self, data: bytes, name: str, kind: str) -> dict[str, Any]:
        """What the child makes of a file; raises Misuse with its reason."""
        late = threading.Event()
        line = self._ask(data, kind, late) or (b"" if late.is_set() else self._again(data, kind))
        if late.is_set():
            raise Misuse(f"{name} took more than {PATIENCE} seconds to open; save its text")
        try:
            answer = json.loads(line)
        except ValueError:
            self.close()
            raise Misuse(
                f"{name} went over the limits of time or memory for a {_NAMES[kind]} file; "
                "save its text alone"
            ) from None
        if answer.pop("last", False):
            self.close()
        if "refusal" in answer:
            raise Misuse(f"{name} {answer['refusal']}")
        return dict(answer)

    def close(self) -> None:
        """End the child process."""
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                pass  # it has ended already, with a part of the last file unread
        process.kill()
        process.wait()

    def _again(self, data: bytes, kind: str) -> bytes:
        """A second try with a fresh process, since the old one may have ended by itself."""
        fresh = self._fresh
        self.close()
        return b"" if fresh else self._ask(data, kind, threading.Event())

    def _ask(self, data: bytes, kind: str, late: threading.Event) -> bytes:
        """The child's line of answer, b"" when it ended without one."""
        process = self._started()
        timer = threading.Timer(PATIENCE, _give_up, (process, late))
        timer.start()
        try:
            if process.stdin is None or process.stdout is None:
                return b""
            process.stdin.write(f"{kind} {len(data)}\n".encode("ascii") + data)
            process.stdin.flush()
            return process.stdout.readline()
        except OSError:
            return b""
        finally:
            timer.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        self._fresh = self._process is None
        if self._process is None:
            command = [sys.executable, "-P", "-m", "winset.reading.files.extraction"]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def _give_up(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()
