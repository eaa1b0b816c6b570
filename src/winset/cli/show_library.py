"""The documents of a case and their parts, as the terminal shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winset.cli.screen import heading, print_json, say, table
from winset.record.documents import Document, Part
from winset.record.plain import to_plain
from winset.report.words import counted
from winset.workbench.library import Parted, Shelved


def show_documents(found: Sequence[Shelved], as_json: bool) -> None:
    """Print a table of documents."""
    if as_json:
        print_json({"documents": [_shelved(one) for one in found]})
    elif not found:
        say("The case has no document yet; `winset add CASE FILE` puts one in.")
    else:
        several = len({one.document.language for one in found}) > 1
        head = ["Document", "Date", "Title", "Characters", "Places"]
        rows = [_row(one) for one in found]
        if several:
            head.append("Language")
            rows = [[*row, one.document.language] for row, one in zip(rows, found, strict=True)]
        table(head, rows, right=(3, 4))
        _show_sent(found)


def _show_sent(found: Sequence[Shelved]) -> None:
    """Print which documents left the machine, when and where to; nothing where none did."""
    rows = [row for one in found for row in _sent_rows(one)]
    if rows:
        heading("Left the machine, sent to a language model")
        table(["Document", "First (UTC)", "Last", "Times", "Where to"], rows, right=(3,))


def _sent_rows(one: Shelved) -> Iterator[list[str]]:
    """Where to a document was sent: the first and the last time, and how often."""
    times: dict[tuple[str, str], list[str]] = {}
    for each in one.sent:
        times.setdefault((each.address, each.model), []).append(f"{each.at:%Y-%m-%d %H:%M}")
    for (address, model), when in times.items():
        yield [one.document.id, when[0], when[-1], str(len(when)), f"{address} ({model})"]


def _row(one: Shelved) -> list[str]:
    document = one.document
    by = ", ".join(filter(None, (document.author, document.publisher)))
    title = f"{document.title} ({by})" if by else document.title
    return [document.id, str(document.date), title, f"{one.length:,}", str(one.places)]


def _shelved(one: Shelved) -> dict[str, object]:
    plain = {name: value for name, value in to_plain(one.document).items() if name != "text"}
    sent = [
        {"at": each.at.isoformat(), "by": each.by, "address": each.address, "model": each.model}
        for each in one.sent
    ]
    return {**plain, "length": one.length, "places": one.places, "sent": sent}


def show_groups(groups: Sequence[Sequence[Document]], as_json: bool) -> None:
    """Print groups of documents that are nearly the same."""
    if as_json:
        print_json({"groups": [[one.id for one in group] for group in groups]})
        return
    if not groups:
        say("No two documents share most of their words.")
    for group in groups:
        say(f"{counted(len(group), 'document')} share most of their words:")
        table(["Document", "Date", "Title"], [[one.id, str(one.date), one.title] for one in group])


def show_parts(found: Parted, as_json: bool) -> None:
    """Print the parts a document is kept with, and those that are proposed."""
    document = found.document
    if as_json:
        by_rule = zip(found.proposed, found.rules, strict=True)
        proposed = [{**to_plain(one), "rule": rule} for one, rule in by_rule]
        kept = [to_plain(one) for one in document.parts]
        print_json({"document": document.id, "kept": kept, "proposed": proposed})
        return
    if document.parts:
        say(f"{document.id} is kept with {counted(len(document.parts), 'part')}:")
        _parts(document.parts)
    if not found.proposed:
        say(f"{document.id} reads as one piece: no parts are proposed.")
    elif document.parts != found.proposed:
        say(f"{document.id} seems to be made of {counted(len(found.proposed), 'piece')}:")
        _parts(found.proposed, found.rules)
        say("`winset parts CASE DOCUMENT --keep all` keeps them, --keep 1,3 some of them.")


def _parts(parts: Sequence[Part], rules: Sequence[str] = ()) -> None:
    head = ["No", "From", "To", "Title", "Author", "Date", *(["Rule"] if rules else [])]
    rows = [
        [str(number), str(part.start), str(part.end), part.title, part.author,
         str(part.date or ""), *rules[number - 1 : number]]
        for number, part in enumerate(parts, start=1)
    ]  # fmt: skip
    table(head, rows, right=(0, 1, 2))
