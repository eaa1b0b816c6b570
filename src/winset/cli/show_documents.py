"""What became of files that were added, and what was found in documents."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import entry, heading, print_json, say, table
from winset.reading import QuoteSuggestion, Suggestions
from winset.reading import as_json as suggestions_shape
from winset.report.words import counted, listed
from winset.workbench.adding import Addition
from winset.workbench.suggesting import Suggested


def show_additions(additions: Sequence[Addition], as_json: bool) -> None:
    """Print for every file whether it was added, known or refused."""
    if as_json:
        print_json({"files": [_addition(one) for one in additions]})
        return
    for one in additions:
        say(_said(one))


def _said(one: Addition) -> str:
    if one.document is None:
        return f"{one.file.name or one.file} refused: {one.refused}"
    document = one.document
    place = f"{document.id}: {document.title}, {document.date}"
    if one.known:
        return f"{one.file.name} is in the case already, as {place}"
    return f"{one.file.name} added as {place} ({len(document.text):,} characters)"


def _addition(one: Addition) -> dict[str, object]:
    result = "refused" if one.refused else "known" if one.known else "added"
    shape: dict[str, object] = {"file": str(one.file), "result": result, "reason": one.refused}
    if one.document is not None:
        document = one.document
        shape |= {"document": document.id, "hash": document.hash, "date": document.date.text}
        shape |= {"title": document.title, "media_type": document.media_type}
    return shape


def show_suggestions(found: Suggestions, as_json: bool) -> None:
    """Print what was found in a file."""
    if as_json:
        print_json(suggestions_shape(found))
        return
    say(
        f"Found {listed(_sizes(found))}. These are the machine's suggestions; "
        "places are counted in characters from 0."
    )
    _show_quotes(found.quotes)
    if found.dates:
        heading("Dates")
        table(
            ["From", "To", "Words", "Day", "Basis"],
            [[str(d.start), str(d.end), d.text, d.edtf, d.basis] for d in found.dates],
            right=(0, 1),
        )


def _sizes(found: Suggestions) -> list[str]:
    return [
        counted(len(found.parts), "part"),
        counted(len(found.quotes), "quote"),
        counted(len(found.dates), "date"),
        counted(len(found.actors), "mention of known actors", "mentions of known actors"),
        counted(len(found.boilerplate), "stretch of boilerplate", "stretches of boilerplate"),
    ]


def _show_quotes(quotes: Sequence[QuoteSuggestion]) -> None:
    if not quotes:
        return
    heading("Quotes")
    table(
        ["From", "To", "Kind", "Speaker", "Rule", "Words"],
        [[str(q.start), str(q.end), q.kind, q.speaker or "", q.rule, q.text] for q in quotes],
        right=(0, 1),
    )


def show_suggested(suggested: Sequence[Suggested], as_json: bool) -> None:
    """Print what was kept as suggestions, document by document."""
    if as_json:
        print_json({"documents": [_kept(one) for one in suggested]})
        return
    total = sum(len(one.statements) for one in suggested)
    say(f"{counted(total, 'statement').capitalize()} suggested.")
    for one in suggested:
        seen = listed(_sizes(one.found))
        said = counted(len(one.statements), "new statement")
        entry(f"{one.document.id}: {said}; it has {seen}")
    if total:
        say("`winset statements CASE --suggested` lists them; `winset accept CASE IDS` decides.")


def _kept(one: Suggested) -> dict[str, object]:
    statements = [statement.id for statement in one.statements]
    return {"document": one.document.id, "suggested": statements, **suggestions_shape(one.found)}
