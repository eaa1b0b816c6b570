"""Commands on a model: check, stability, model."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import A_PATH, a_day, as_json, at_most, by, known_by, the_case

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
@known_by
@as_json
def stability(
    model: Path,
    concepts: tuple[str, ...],
    limit: int,
    wanted: str,
    known_by: str | None,
    as_json: bool,
) -> None:
    """Find the states that are stable for each party and for all, and how they are reached.

    MODEL is a model file, or a case with a kept model. With --json every state is listed.
    """
    from winset.cli.screen import working
    from winset.cli.show_stability import show_stability
    from winset.stability import CONCEPTS
    from winset.workbench.analysis import find_stability

    known = a_day(known_by)
    with working("Looking for the states that last"):
        answer = find_stability(model, concepts or CONCEPTS, wanted, known=known)
    show_stability(answer, limit, as_json)


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
