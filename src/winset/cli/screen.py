"""The terminal: tables that wrap at its width, plain text when piped, progress on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod
    from rich.table import Table

T = TypeVar("T")
_PIECES_AT_ONCE = 256
_VALUES_AT_ONCE = 64
_TYPED = ("Id", "Day", "Said", "Agreed")
"""Columns of which no word is broken: they are typed again, or are days."""
_GAP = 3
"""Blanks between two columns of a table."""


def survive_any_text() -> None:
    """Print what the terminal's encoding cannot show as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def console(stderr: bool = False) -> Console:
    """A console without markup; without any escape when piped or when NO_COLOR is set."""
    from rich.console import Console

    return Console(
        stderr=stderr,
        markup=False,
        emoji=False,
        highlight=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )


def say(*paragraphs: str) -> None:
    """Print paragraphs wrapped at the width of the terminal, whole words kept."""
    for paragraph in paragraphs:
        _emit(_shown(paragraph))


def heading(text: str) -> None:
    """Print a heading over what follows, an empty line before it."""
    click.echo()
    _emit(_shown(text), style="bold")


def entry(text: str, indent: int = 2) -> None:
    """Print a paragraph whose every line is indented."""
    from rich.padding import Padding

    _emit(Padding(_shown(text), (0, 0, 0, indent), expand=False))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> None:
    """Print a table whose cells wrap; the columns numbered in `right` are set flush right."""
    cells = [[_shown(cell) for cell in row] for row in rows]
    _emit(_laid_out(head, cells, right))


def _laid_out(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int]) -> Table:
    from rich import box
    from rich.table import Table

    from winset.cli.columns import column_widths

    laid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    typed = [number for number, title in enumerate(head) if title in _TYPED]
    widths = column_widths([head, *rows], console().width - _GAP * (len(head) - 1), typed)
    for number, (title, width) in enumerate(zip(head, widths, strict=True)):
        justify: JustifyMethod = "right" if number in right else "left"
        laid.add_column(title, justify=justify, overflow="fold", width=width)
    for row in rows:
        laid.add_row(*row)
    return laid


def _emit(what: Any, style: str | None = None) -> None:
    """Print by way of click, which knows a closed pipe; no blanks at the ends of lines."""
    screen = console()
    with screen.capture() as captured:
        screen.print(what, style=style)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


def print_json(shape: dict[str, Any]) -> None:
    """Print an object as JSON, indented, in the order its keys were put in.

    It is written piece by piece: the states of a large model may fill more than the memory. What
    is given one after another, by an iterator, becomes a list.
    """
    pieces = _pieces(shape, "\n")
    while some := list(islice(pieces, _PIECES_AT_ONCE)):
        click.echo("".join(some), nl=False)
    click.echo()


def _pieces(value: Any, line: str) -> Iterator[str]:
    """The text of a value; `line` begins a new line as far in as the value is."""
    inner = f"{line}  "
    if isinstance(value, Iterator):
        yield from _enclosed("[", _items(value, inner), "]", line)
    elif isinstance(value, list | tuple):
        yield from _enclosed("[", _items(iter(value), inner), "]", line)
    elif isinstance(value, dict) and value and all(map(_is_plain, value.values())):
        yield f"{{{inner}{_in_a_row(value, inner)}{line}}}"
    elif isinstance(value, dict):
        members = (
            chain((f"{_in_a_row([key], inner)}: ",), _pieces(one, inner))
            for key, one in value.items()
        )
        yield from _enclosed("{", members, "}", line)
    else:
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)


def _items(values: Iterator[Any], line: str) -> Iterator[Iterable[str]]:
    """The text of the entries of a list; what is plain goes many to a text, which is quick."""
    while some := list(islice(values, _VALUES_AT_ONCE)):
        if all(map(_is_plain, some)):
            yield (_in_a_row(some, line),)
        else:
            yield from (_pieces(one, line) for one in some)


def _enclosed(
    opening: str, entries: Iterable[Iterable[str]], closing: str, line: str
) -> Iterator[str]:
    before = f"{opening}{line}  "
    for entry in entries:
        yield before
        yield from entry
        before = f",{line}  "
    yield f"{opening}{closing}" if before[0] == opening else f"{line}{closing}"


def _in_a_row(values: Any, line: str) -> str:
    """The text of plain values, each on a line, without what encloses them."""
    return json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(f",{line}", ": "))[
        1:-1
    ]


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float)


def watched(items: Sequence[T], label: str) -> Iterator[T]:
    """The items one by one, with a progress bar on stderr when that is a terminal."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import track

    yield from track(items, label, console=console(stderr=True), transient=True)


@contextmanager
def working(label: str) -> Iterator[None]:
    """Say on stderr, when that is a terminal, what is being worked on until it is done."""
    if not sys.stderr.isatty():
        yield
        return
    with console(stderr=True).status(label):
        yield


@contextmanager
def any_number() -> Iterator[None]:
    """Print counts of any length: Python's limit is meant for numbers that are read."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(limit)


def _shown(text: str) -> str:
    """The text without control characters: what a document says must not move the cursor."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text.expandtabs(4))
