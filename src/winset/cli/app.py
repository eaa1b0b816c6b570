"""The program and its commands, each imported when it is first needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from winset.cli.faults import ending
from winset.problems import nearest_name

COMMANDS = {
    "demo": "demo",
    "new": "cases",
    "add": "documents",
    "documents": "library",
    "parts": "library",
    "find": "find",
    "suggest": "documents",
    "llm": "language_model",
    "ask": "language_model",
    "codebook": "marking",
    "mark": "marking",
    "label": "marking",
    "reanchor": "marking",
    "review": "reviewing",
    "accept": "review",
    "reject": "review",
    "edit": "review",
    "enter": "review",
    "actors": "entries",
    "statements": "entries",
    "events": "entries",
    "timeline": "entries",
    "positions": "entries",
    "undertakings": "entries",
    "forecasts": "entries",
    "differences": "entries",
    "check": "models",
    "stability": "models",
    "tableau": "pictures",
    "graph": "pictures",
    "inverse": "changing",
    "sensitivity": "changing",
    "settle": "settling",
    "sweep": "settling",
    "compare": "settling",
    "loosen": "settling",
    "model": "models",
    "report": "reports",
    "export": "cases",
    "import": "cases",
    "journal": "journal",
    "undo": "journal",
    "completion": "completion",
}
"""Each command and the module of `winset.cli` it lives in, in the order of an analyst's work."""


class Program(click.Group):
    """A group that imports a command's module only when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of an analyst's work rather than of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name: `import` is kept as `import_` in its module."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"winset.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, cmd_name if cmd_name != "import" else "import_")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but an unknown command is answered with the nearest known one."""
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS and not ctx.resilient_parsing:
            near = nearest_name(name, COMMANDS)
            hint = f"did you mean {near!r}?" if near else "`winset -h` lists the commands."
            ctx.fail(f"there is no command {name[:40]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever goes wrong becomes one message and an exit code."""
        with ending():
            return super().invoke(ctx)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "--version", package_name="winset", message="winset %(version)s")
def program() -> None:
    """Analyse a negotiation: what was said, what each side can accept, what would last.

    CASE is a case file (NAME.winset) or, for commands that only read, a case folder. MODEL is a
    model file (NAME.toml), or a case with its kept model. `winset demo` shows all of it at work.

    Exit codes: 0 done, 1 could not be done, 2 asked wrongly, 3 faults in a model or a case.
    """
