"""Commands on a model: check, stability, settle, model."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import A_PATH, as_json, at_most, by, the_case

the_model = click.argument("model", type=A_PATH)
wanted = click.option("--model", "wanted", default="", help="Which of a case's models to take.")


@click.command(short_help="List every fault of a model or a case.")
@click.argument("path", metavar="MODEL|CASE", type=A_PATH)
@as_json
@click.pass_context
def check(ctx: click.Context, path: Path, as_json: bool) -> None:
    """List every fault of a model file, a case folder or a case file at once.

    Each fault comes with its file, key and column, what was expected, and the nearest known
    name. The exit code is 3 when there are faults.
    """
    from winset.cli.show_faults import show_faults
    from winset.workbench.checking import find_faults

    faults = find_faults(path)
    show_faults(path.name, faults, as_json)
    ctx.exit(3 if faults else 0)


@click.command(short_help="Which states last: Nash, GMR, SMR, SEQ, SSEQ.")
@the_model
@click.option("--concept", "concepts", multiple=True, help="Only this concept; may be repeated.")
@at_most(40, "How many states to list.")
@wanted
@as_json
def stability(
    model: Path, concepts: tuple[str, ...], limit: int, wanted: str, as_json: bool
) -> None:
    """Find the states that are stable for each party and for all, and how they are reached.

    MODEL is a model file, or a case with a kept model. With --json every state is listed.
    """
    from winset.cli.screen import working
    from winset.cli.show_stability import show_stability
    from winset.stability import CONCEPTS
    from winset.workbench.analysis import find_stability

    with working("Looking for the states that last"):
        answer = find_stability(model, concepts or CONCEPTS, wanted)
    show_stability(answer, limit, as_json)


@click.command(short_help="What all can accept, what blocks, what would open a deal.")
@the_model
@click.option("--as-of", metavar="DAY", help="Keep what holds on this day (YYYY-MM-DD).")
@at_most(100, "How many of each list to find.")
@wanted
@as_json
def settle(model: Path, as_of: str | None, limit: int, wanted: str, as_json: bool) -> None:
    """Find the packages every side can accept; where none, what blocks and what would open.

    MODEL is a model file, or a case with a kept model. Without --as-of the model's own day
    counts; where it has none, all lines do, whatever their days.
    """
    from winset.cli.screen import working
    from winset.cli.show_settlement import show_settlement
    from winset.dates import parse_day
    from winset.workbench.analysis import find_settlement

    day = parse_day(as_of) if as_of is not None else None
    with working("Looking for what all can accept"):
        answer = find_settlement(model, day, limit, wanted)
    show_settlement(answer, as_json)


@click.command("model", short_help="Keep a model in a case; list its versions.")
@the_case
@click.argument("file", type=A_PATH, required=False)
@click.option("--name", default="", help="The name to keep it under; the file's, when left out.")
@click.option("--note", default="", help="Why this version, in a line.")
@by
@as_json
def model(case: Path, file: Path | None, name: str, note: str, by: str, as_json: bool) -> None:
    """Keep FILE as a new version of a model of the case; without FILE, list what is kept.

    A model with faults is not kept. Earlier versions stay.
    """
    from winset.cli.show_case import show_models
    from winset.workbench.keeping import keep_model, kept_models

    if file is not None:
        keep_model(case, file, name, by, note)
    show_models(kept_models(case), as_json)
