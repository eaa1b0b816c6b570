"""Commands that lay a conflict out: tableau and graph."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import A_PATH, as_json, at_most

the_model = click.argument("model", type=A_PATH)
wanted = click.option("--model", "wanted", default="", help="Which of a case's models to take.")
where = click.option(
    "--where", default="", metavar="EXPR", help='Only these states, as "quota = low and not port".'
)


@click.command(short_help="Each party's states, best first, with their stability.")
@the_model
@where
@at_most(40, "How many states to show.")
@wanted
@click.option("--csv", "form", flag_value="csv", default="", help="Print comma-separated values.")
@click.option("--json", "form", flag_value="json", help="Print JSON, in a stable shape.")
def tableau(model: Path, where: str, limit: int, wanted: str, form: str) -> None:
    """Print the tableau of a conflict as scholars do: states by preference, party by party.

    A letter tells in which sense a state is stable for the party; beside it stands where the
    party would rather move. Of many states those come first that are stable for all.
    """
    from winset.cli.show_tableau import show_tableau
    from winset.workbench.tableau import find_tableau

    show_tableau(find_tableau(model, where, limit, wanted), form)


@click.command(short_help="Draw the states and the moves between them.")
@the_model
@click.option("-o", "--output", type=A_PATH, required=True, help="The SVG file to write.")
@where
@wanted
@as_json
def graph(model: Path, output: Path, where: str, wanted: str, as_json: bool) -> None:
    """Draw the states of a model and the moves between them as SVG.

    Improvements are drawn full, other moves dotted, each mover in a colour; a double ring marks
    a state stable for all. More than 40 states are drawn in groups.
    """
    from winset.cli.show_tableau import show_drawn
    from winset.workbench.drawing import draw_states

    show_drawn(output, *draw_states(model, output, where, wanted), as_json)
