"""The reference of all commands, written from the commands themselves.

`python -m winset.cli.reference > docs/reference/commands.md` writes it anew.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from winset.cli.app import program

_OPENING = """# Commands
Written from the commands themselves by `just reference`; do not edit it by hand.
"""


def reference() -> str:
    """Every command with its arguments and options, as Markdown."""
    context = click.Context(program, info_name="winset", help_option_names=["-h", "--help"])
    parts = [_OPENING, *_paragraphs(program), "\n"]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is not None:
            parts.extend(_section(command, click.Context(command, context, name)))
    return "".join(parts).rstrip() + "\n"


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## winset {context.info_name}\n"
    pieces = " ".join(command.collect_usage_pieces(context))
    yield f"```\nwinset {context.info_name} {pieces}\n```\n"
    yield from _paragraphs(command)
    yield "\n"
    options = [one for one in command.get_params(context) if isinstance(one, click.Option)]
    yield from (_option(option, context) for option in options)
    yield "\n"


def _option(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    names, text = record if record else (", ".join(option.opts), option.help or "")
    return f"- `{names}`: {' '.join(text.split())}\n"


def _paragraphs(command: click.Command) -> Iterator[str]:
    text = inspect.cleandoc(command.help or "")
    for paragraph in text.split("\n\n"):
        yield f"\n{' '.join(paragraph.split())}\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
