"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
import functools
import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click

Command = TypeVar("Command", bound=Callable[..., Any])
A_PATH = click.Path(path_type=Path)


def whoever() -> str:
    """The name to enter in the journal: WINSET_USER, else the login name, else "analyst"."""
    try:
        return os.environ.get("WINSET_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "analyst"


def at_most(default: int, text: str) -> Callable[[Command], Command]:
    """The option --limit: a number of things to show, one at least."""
    return click.option(
        "--limit", type=click.IntRange(min=1), default=default, show_default=True, help=text
    )


def the_case(command: Command) -> Command:
    """The argument CASE."""
    return click.argument("case", type=A_PATH)(command)


def as_json(command: Command) -> Command:
    """The option --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, in a stable shape.")(
        command
    )


def known_by(command: Command) -> Command:
    """The option --known-by, as the parameter `known_by`."""
    return click.option(
        "--known-by",
        metavar="DAY",
        help="Leave out of a case's model what rests only on works published after this day.",
    )(command)


def a_day(text: str | None) -> dt.date | None:
    """The day that an option gives; raises Misuse for what is none."""
    from winset.dates import parse_day

    return None if text is None else parse_day(text)


def by(command: Command) -> Command:
    """The option --by."""
    return click.option(
        "--by",
        default=whoever,
        show_default="$WINSET_USER or the login name",
        help="Who makes the change, for the journal.",
    )(command)


def bundled(name: str, make: Callable[..., Any], **options: Any) -> Callable[[Command], Command]:
    """Options whose values reach the command as one argument, made of them by `make`.

    `options` holds, by the name of each value, a decorator that adds its option.
    """

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def run(**given: Any) -> Any:
            parts = {key: given.pop(key) for key in options}
            return command(**given, **{name: make(**parts)})

        for option in reversed(options.values()):
            run = option(run)
        return cast(Command, run)

    return decorate


def standing(command: Command) -> Command:
    """The options --all and --suggested, as the parameter `standing`."""
    shown = click.option("--all", "standing", flag_value="all", help="Also suggested and rejected.")
    waiting = click.option(
        "--suggested", "standing", flag_value="suggested", help="Only what waits for a decision."
    )
    return shown(waiting(command))
