"""Whatever goes wrong becomes one clear message on stderr and an exit code, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from winset.cli import INTERRUPTED
from winset.errors import Faulty, WinsetError


@contextmanager
def ending() -> Iterator[None]:
    """Turn every exception of a command into a message and an exit; click's own pass through."""
    try:
        yield
    except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
        raise
    except KeyboardInterrupt:
        click.echo("\nStopped.", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except Exception as error:
        if os.environ.get("WINSET_DEBUG") == "1":
            raise
        message, code = _explained(error)
        click.echo(message, err=True)
        raise click.exceptions.Exit(code) from error


def _explained(error: Exception) -> tuple[str, int]:
    if isinstance(error, Faulty):
        return _listed(error), error.exit_code
    if isinstance(error, WinsetError):
        return f"Error: {error}", error.exit_code
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return f"Error: {place}{error.strerror}", 1
    if isinstance(error, MemoryError):
        return "Error: this needs more memory than the machine has free", 1
    return (
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
