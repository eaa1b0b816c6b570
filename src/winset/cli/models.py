"""Commands on a model: check, stability, model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from winset.cli.options import A_PATH, a_day, as_json, at_most, bundled, by, known_by, the_case

if TYPE_CHECKING:
    from winset.workbench.kinds import Kind
    from winset.workbench.reasoning import Behind

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


def _behind(**given: Any) -> Behind:
    from winset.workbench.reasoning import Behind

    return Behind(**given)


the_rest = bundled(
    "behind",
    _behind,
    why=click.option("--why", metavar="STATE", default="", help="Explain this state instead."),
    parties=click.option(
        "--party", "parties", multiple=True, help="With --why: for this party, or group A+B."
    ),
    paths=click.option(
        "--paths",
        type=click.Choice(["one", "both", "all"]),
        default="one",
        show_default=True,
        help="Ways to what lasts: a shortest; both by moves and by improvements; all shortest.",
    ),
    where=click.option(
        "--where", metavar="EXPR", default="", help="Only states this is true of: 'a and not b'."
    ),
)


def _kind(**given: Any) -> Kind:
    from winset.workbench.kinds import Kind

    return Kind(**{name: value for name, value in given.items() if value})


the_kind = bundled(
    "kind",
    _kind,
    unknown=click.option(
        "--unknown",
        type=click.Choice(["a", "b", "c", "d"]),
        help="Read unknown preference: a boldest, d most cautious.",
    ),
    strength=click.option(
        "--strength",
        type=click.Choice(["general", "strong", "weak"]),
        help="Only what is strongly worse deters, or what is weakly stable.",
    ),
    groups=click.option("--groups", is_flag=True, help="For groups that move one after another."),
    merge=click.option(
        "--merge", metavar="A+B", multiple=True, help="These parties act as one; may be repeated."
    ),
    horizon=click.option(
        "--horizon", metavar="H", default="", help="Two parties look H moves ahead; 'far': any H."
    ),
    views=click.option(
        "--views", is_flag=True, help="Each party by what it sees, as misperceived."
    ),
)


@click.command(short_help="Which states last: Nash, GMR, SMR, SEQ, SSEQ, SIM and more.")
@the_model
@click.option("--concept", "concepts", multiple=True, help="Only this concept; may be repeated.")
@the_kind
@the_rest
@at_most(40, "How many states, or reasons at one, to list.")
@wanted
@known_by
@as_json
def stability(
    model: Path,
    concepts: tuple[str, ...],
    kind: Kind,
    behind: Behind,
    limit: int,
    wanted: str,
    known_by: str | None,
    as_json: bool,
) -> None:
    """Find the states that are stable for each party and for all, and how they are reached.

    MODEL is a model file, or a case with a kept model. With --json every state is listed. With
    --why STATE: what each party, or group, could gain there, and what deters it or does not. One of
    --unknown, --strength, --groups, --merge, --horizon and --views asks for another sense; only
    --unknown and --strength go together.
    """
    from winset.cli.screen import working
    from winset.cli.show_reasons import show_answer, show_why
    from winset.workbench.analysis import find_stability

    known = a_day(known_by)
    if behind.why:
        from winset.workbench.reasoning import find_reasons

        with working("Looking for the reasons"):
            found = find_reasons(model, behind, concepts, wanted, known, kind)
        show_why(found, limit, as_json)
        return
    with working("Looking for the states that last"):
        answer = find_stability(model, concepts, wanted, known=known, kind=kind, where=behind.where)
    show_answer(answer, behind, limit, as_json)


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
