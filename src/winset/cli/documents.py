"""Commands on documents: add, suggest."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import A_PATH, as_json, by, the_case


@click.command(short_help="Put documents into a case.")
@the_case
@click.argument("files", metavar="FILE|FOLDER...", type=A_PATH, nargs=-1, required=True)
@click.option("--date", help="When they were published (EDTF: 2018-11-14, 2018-11, 1956~).")
@click.option("--publisher", default="", help="Who published them.")
@click.option("--title", default="", help="The title, when there is one file.")
@click.option("--author", default="", help="Who wrote them.")
@click.option("--url", default="", help="Where the document can be found.")
@click.option("--encoding", default="", help="Of plain text, where it is guessed wrongly.")
@click.option("--corrects", metavar="DOCUMENT", help="The document this is the corrected text of.")
@by
@as_json
@click.pass_context
def add(
    ctx: click.Context,
    /,
    case: Path,
    files: tuple[Path, ...],
    corrects: str | None,
    by: str,
    as_json: bool,
    **given: str,
) -> None:
    """Put text, HTML, PDF, Word or mail files into a case: their bytes and their text are kept.

    A folder stands for all files in it, and a quoted pattern such as '*.txt' for all that fit.
    Broken off, the same command goes on where it was.

    A file that cannot be read is refused with the reason and the others are still added; the
    exit code is 1 when any was refused. A document the case already has is not added twice.

    With --corrects, what rests on words of the earlier text rests on the same words of this one
    from then on; words that are only alike are listed, and `winset reanchor` confirms them.
    """
    from winset.cli.asking import asked
    from winset.cli.screen import watched
    from winset.cli.show_documents import show_additions, show_correction
    from winset.workbench.adding import add_documents, details_of
    from winset.workbench.anchoring import add_correction

    details = details_of(**given)
    if corrects is None:
        additions = add_documents(case, files, details, by, watched, asked())
        show_additions(additions, as_json)
    else:
        correction = add_correction(case, files, corrects, details, by, asked())
        show_correction(correction, corrects, as_json)
        additions = (correction.addition,)
    ctx.exit(1 if any(addition.refused for addition in additions) else 0)


@click.command(short_help="Find quotes, dates and names, as suggestions.")
@click.argument("source", metavar="FILE|CASE", type=A_PATH)
@click.argument("document", required=False)
@click.option("--date", help="When FILE was published; dates in it are resolved against it.")
@click.option(
    "--parser",
    metavar="[MODEL]",
    is_flag=False,
    flag_value="",
    help="Let a spaCy model find speakers too; the first English one without MODEL.",
)
@as_json
def suggest(
    source: Path, document: str | None, date: str | None, parser: str | None, as_json: bool
) -> None:
    """Find quotes and their speakers, dates, actors, events, positions and undertakings.

    In a FILE nothing is kept. In a CASE the finds of one DOCUMENT, or of all, are kept as
    suggestions, which count for nothing until `winset accept` takes them into the record. All
    documents are also compared: events that two of them tell, and accounts that differ.
    """
    from winset.cli.screen import watched
    from winset.cli.show_documents import show_suggested, show_suggestions
    from winset.reading import load_parser
    from winset.workbench.comparing import Reader
    from winset.workbench.files import is_case_file
    from winset.workbench.suggesting import suggest_in_case, suggest_in_file

    loaded = None if parser is None else load_parser(parser)
    if is_case_file(source):
        reader = Reader()
        suggested = reader.follow(suggest_in_case(source, document, watched, loaded))
        show_suggested(suggested, lambda: reader.compare(source), as_json)
    else:
        show_suggestions(suggest_in_file(source, date, loaded), as_json)
