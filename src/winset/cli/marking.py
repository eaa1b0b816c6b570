"""Commands that mark words by hand: mark, label, reanchor, codebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from winset.cli.options import A_PATH, as_json, by, the_case


@click.command(short_help="Mark words of a document by hand.")
@the_case
@click.argument("document")
@click.option("--words", default="", help="The words, exactly as in the document.")
@click.option("--place", default="", metavar="FROM-TO", help="Their place, in characters from 0.")
@click.option("--prefix", default="", help="Words directly before, where they stand twice.")
@click.option("--actor", default="", help="Who took this position: an id, a name or an alias.")
@click.option("--issue", default="", help="The issue it is on.")
@click.option("--option", default="", help="The option of the issue.")
@click.option("--stance", type=click.IntRange(-1, 1), default=0, help="1 for, -1 against, 0.")
@click.option("--kind", default="statement", help="red_line, demand, preference, quote ...")
@click.option("--said", default="", help="The day (EDTF); the document's, when left out.")
@click.option("--note", default="", help="A remark.")
@by
@as_json
def mark(case: Path, document: str, by: str, as_json: bool, **given: Any) -> None:
    """Keep the place of --words in DOCUMENT and, with --actor, the statement they are.

    --place gives the place itself, as other commands print it: 120-164. What a person marks is
    accepted at once; `winset undo` takes it back.
    """
    from winset.cli.show_review import show_mark
    from winset.workbench.marking import Marking, Words, mark

    if not given["words"] and not given["place"]:
        raise click.UsageError("say what is to be marked: --words, or --place as 120-164")
    words = Words(given.pop("words"), given.pop("prefix"), given.pop("place"))
    show_mark(*mark(case, document, words, Marking(**given), by), as_json)


@click.command(short_help="Mark every occurrence of a name.")
@the_case
@click.argument("name")
@click.argument("actor")
@click.option("--document", default="", help="Only in this document.")
@by
@as_json
def label(case: Path, name: str, actor: str, document: str, by: str, as_json: bool) -> None:
    """Mark every place where NAME stands as ACTOR, and make NAME one of its other names."""
    from winset.cli.show_review import show_labels
    from winset.workbench.marking import label

    show_labels(name, actor, label(case, name, actor, by, document), as_json)


@click.command(short_help="Keep or show the codebook of a case.")
@the_case
@click.argument("file", type=A_PATH, required=False)
@by
@as_json
def codebook(case: Path, file: Path | None, by: str, as_json: bool) -> None:
    """Keep FILE as the codebook of CASE; without FILE print the one it has.

    A case without a codebook gets one begun from the issues of its model, to be edited and kept:
    winset codebook CASE > codes.toml
    """
    from winset.cli.screen import print_json
    from winset.workbench.coding import codebook_text, keep_codebook

    text = codebook_text(case) if file is None else keep_codebook(case, file, by)
    if as_json:
        print_json({"codebook": text, "kept": file is not None})
    elif file is None:
        click.echo(text, nl=False)
    else:
        click.echo(f"{file.name} kept as the codebook; `winset suggest {case}` uses it.")


@click.command(short_help="Move entries to a corrected text.")
@the_case
@click.argument("old")
@click.argument("new")
@click.option("--near", is_flag=True, help="Also move to words that are only alike.")
@click.option("--confirm", metavar="PASSAGE", multiple=True,
              help="Also move this one, whose words are only alike.")  # fmt: skip
@by
@as_json
def reanchor(
    case: Path, old: str, new: str, near: bool, confirm: tuple[str, ...], by: str, as_json: bool
) -> None:
    """Let what rests on passages of the document OLD rest on the same words of NEW.

    Both texts stay. Words that are only alike are listed, and moved when --near confirms all of
    them or --confirm one; passages found nowhere are listed as orphans and stay in OLD.
    """
    from winset.cli.show_review import show_moved
    from winset.workbench.anchoring import reanchor

    show_moved(reanchor(case, old, new, by, near, confirm), as_json)
