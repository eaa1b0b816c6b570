"""Whatever goes wrong becomes one clear message on stderr and an exit code, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from winset.errors import Faulty, WinsetError

_INTERRUPTED = 130


class Ending(click.ClickException):
    """The end of a command that did not succeed: a message, and the exit code to end with."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message on stderr, as it stands."""
        click.echo(self.message, file=file, err=file is None)


@contextmanager
def ending() -> Iterator[None]:
    """Turn every exception of a command into its Ending; click's own pass through."""
    try:
        yield
    except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
        raise
    except KeyboardInterrupt:
        raise Ending(
            "Stopped. Nothing that was not finished has been kept.", _INTERRUPTED
        ) from None
    except Exception as error:
        if os.environ.get("WINSET_DEBUG") == "1":
            raise
        raise _ending_of(error) from error


def _ending_of(error: Exception) -> Ending:
    if isinstance(error, Faulty):
        return Ending(_listed(error), error.exit_code)
    if isinstance(error, WinsetError):
        return Ending(f"Error: {error}", error.exit_code)
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return Ending(f"Error: {place}{error.strerror}", 1)
    if isinstance(error, MemoryError):
        return Ending("Error: this needs more memory than the machine has free", 1)
    return Ending(
        f"Winset met a fault of its own ({_brief(error)}). Please report it, with the command "
        "you ran, to the people who make it; WINSET_DEBUG=1 shows where it happened.",
        1,
    )


def _listed(error: Faulty) -> str:
    count = len(error.problems)
    head = "Error: 1 fault" if count == 1 else f"Error: {count} faults"
    return "\n".join([head, *(f"  {problem}" for problem in error.problems)])


def _brief(error: Exception) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:160]}" if text else type(error).__name__
