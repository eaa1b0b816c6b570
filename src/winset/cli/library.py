"""Commands on the documents a case has: documents, parts."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json, by, the_case


@click.command(short_help="List the documents of a case.")
@the_case
@click.option("--alike", is_flag=True, help="Only groups of documents that are nearly the same.")
@as_json
def documents(case: Path, alike: bool, as_json: bool) -> None:
    """List the documents of CASE: when they were published, by whom, in which language.

    With --alike, groups that share most of their words, as an agency's report in two papers.
    """
    from winset.cli.show_library import show_documents, show_groups
    from winset.workbench.library import documents_of
    from winset.workbench.likeness import groups_alike

    if alike:
        show_groups(groups_alike(case), as_json)
    else:
        show_documents(documents_of(case), as_json)


@click.command(short_help="Tell apart the pieces of one document.")
@the_case
@click.argument("document")
@click.option("--keep", metavar="NUMBERS", help="Keep these proposed parts: all, none, or 1,3.")
@by
@as_json
def parts(case: Path, document: str, keep: str | None, by: str, as_json: bool) -> None:
    """Show the pieces that DOCUMENT seems to be made of, as two articles in one file.

    --keep keeps them with the document: what stands in a part then has its author and its date.
    """
    from winset.cli.show_library import show_parts
    from winset.workbench.library import keep_parts, parts_of

    found = parts_of(case, document)
    if keep is not None:
        found = keep_parts(case, document, _numbers(keep, len(found.proposed)), by)
    show_parts(found, as_json)


def _numbers(keep: str, proposed: int) -> list[int]:
    if keep in ("all", "none"):
        return list(range(1, proposed + 1)) if keep == "all" else []
    try:
        return [int(one) for one in keep.split(",")]
    except ValueError:
        raise click.UsageError(f"--keep {keep[:40]!r}: expected all, none, or numbers as 1,3"
                               ) from None  # fmt: skip
