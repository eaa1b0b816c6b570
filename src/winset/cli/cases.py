"""Commands on a whole case: new, import, export; and scenarios of other tools."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import A_PATH, as_json, by, the_case


@click.command(short_help="Begin an empty case.")
@the_case
@click.option("--title", default="", help="What the negotiation is called.")
@click.option("--question", default="", help="What the case is to answer, in one sentence.")
@by
@as_json
def new(case: Path, title: str, question: str, by: str, as_json: bool) -> None:
    """Make an empty case file. A file that is there already is never overwritten."""
    from winset.cli.show_case import show_case
    from winset.workbench.keeping import new_case

    show_case(new_case(case, title, question, by), "made", as_json)


@click.command("import", short_help="Make a case of a folder, or a model of a scenario.")
@click.argument("paths", metavar="CASE FOLDER | FILE...", type=A_PATH, nargs=-1, required=True)
@click.option("--output", "-o", type=A_PATH, help="Where to write the model of a scenario.")
@click.option("--steps", type=int, help="Cut real-valued issues of a scenario into so many steps.")
@by
@as_json
def import_(
    paths: tuple[Path, ...], output: Path | None, steps: int | None, by: str, as_json: bool
) -> None:
    """Put all of FOLDER, a case as plain files, into CASE; makes CASE when it is not there.

    The faults of the folder are listed all at once, and nothing is taken over until it has none.

    FILEs ending in .xml or .json are a negotiation scenario of Genius or GeniusWeb: two profiles
    or more, and the domain. They become a model file, which is printed or written to --output.
    """
    from winset.cli.show_case import show_case, show_imported
    from winset.workbench.importing import are_scenario, import_scenario
    from winset.workbench.keeping import import_folder

    if are_scenario(paths):
        show_imported(import_scenario(paths, output, steps), as_json)
    elif len(paths) == 2 and output is None:
        show_case(import_folder(*paths, by), "imported", as_json)
    else:
        raise click.UsageError("expected CASE and FOLDER, or the .xml or .json files of a scenario")


@click.command(short_help="Write a case as a folder of plain files.")
@the_case
@click.argument("folder", type=A_PATH)
@as_json
def export(case: Path, folder: Path, as_json: bool) -> None:
    """Write CASE into FOLDER as plain files that people can read, edit and compare.

    FOLDER must be new or empty. `winset import` makes the same case of it again, but for the
    journal and earlier versions of the models, which stay in the case file.
    """
    from winset.cli.show_case import show_case
    from winset.workbench.keeping import export_folder

    show_case(export_folder(case, folder), f"written to {folder}", as_json)
