"""The command find."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json, at_most, the_case


@click.command(short_help="Look for words in the documents.")
@the_case
@click.argument("words", nargs=-1, required=True)
@at_most(20, "How many documents, best first.")
@as_json
def find(case: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List the documents of a case that hold all these WORDS, each with the first place.

    Words in quotation marks are a phrase; WORD* stands for all words that begin so. Capitals,
    accents and the width of letters make no difference.
    """
    from winset.cli.show_documents import show_hits
    from winset.workbench.searching import find_words

    show_hits(find_words(case, words, limit), as_json)
