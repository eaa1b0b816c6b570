"""What became of files that were added, and what was found in documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from winset.cli.screen import entry, heading, print_json, say, table
from winset.cli.show_review import moved_shape, show_moved
from winset.reading import QuoteSuggestion, Suggestions
from winset.reading import as_json as suggestions_shape
from winset.record.kinds import kind_of
from winset.record.plain import to_plain
from winset.report.words import counted, listed
from winset.workbench.adding import Addition
from winset.workbench.anchoring import Correction
from winset.workbench.comparing import Compared
from winset.workbench.suggesting import Suggested

if TYPE_CHECKING:
    from winset.store.search import Hit


_NEAREST = 3
"""Documents nearly the same that are told."""
_MANY = 20
"""Of more files only the refused ones are told one by one."""


def show_additions(additions: Sequence[Addition], as_json: bool) -> None:
    """Print for every file whether it was added, known or refused."""
    if as_json:
        print_json({"files": [_addition(one) for one in additions]})
        return
    if len(additions) > _MANY:
        results = Counter(_result(one) for one in additions)
        said = (f"{counted(number, 'file')} {result}" for result, number in results.items())
        say(f"{listed(list(said))}.".capitalize())
    for one in additions:
        if one.refused or len(additions) <= _MANY:
            _tell(one)


def show_correction(correction: Correction, old: str, as_json: bool) -> None:
    """Print what became of a corrected text, and of what rested on the text before it."""
    addition, moved = correction.addition, correction.moved
    if as_json:
        print_json({"files": [_addition(addition)], **(moved_shape(moved) if moved else {})})
        return
    _tell(replace(addition, alike=()))  # nobody need be told what it corrects
    if moved:
        show_moved(moved, as_json=False)
    elif addition.known:
        say(f"It is the very text of {old}: nothing is to be moved.")


def _tell(one: Addition) -> None:
    """Print what became of a file, what it says of itself, and which documents are nearly it."""
    say(_said(one))
    if one.proposals:
        taken = [f"{proposal.field} from {proposal.basis}" for proposal in one.proposals]
        entry(f"{listed(taken)}.")
    if one.guessed:
        entry(f"Its letters were taken for {one.guessed}; where they look wrong, give --encoding.")
    if one.left_out:
        entry(f"Attached to it and not read: {listed(one.left_out)}. Save and add what is wanted.")
    for near in one.alike[:_NEAREST]:
        entry(f"It shares {near.share:.0%} of its words with {near.document} ({near.title}).")
    if one.document is not None and one.alike:
        nearest = one.alike[0]
        names = (nearest.document, one.document.id)
        old, new = reversed(names) if nearest.later else names
        entry(
            f"If {new} corrects {old}, `winset reanchor CASE {old} {new}` moves what rests on it."
        )


def _said(one: Addition) -> str:
    name = " ".join((one.file.name or str(one.file)).split())  # it may hold line ends
    if one.document is None:
        return f"{name} refused: {one.refused.removeprefix(f'{name}: ')}"
    document = one.document
    place = f"{document.id}: {document.title}, {document.date}"
    if one.known:
        return f"{name} is in the case already, as {place}"
    return f"{name} added as {place} ({one.length:,} characters)"


def _result(one: Addition) -> str:
    return "refused" if one.refused else "known" if one.known else "added"


def _addition(one: Addition) -> dict[str, object]:
    shape: dict[str, object] = {"file": str(one.file), "result": _result(one)}
    shape["reason"] = one.refused
    if one.document is not None:
        document = one.document
        shape |= {"document": document.id, "hash": document.hash, "date": document.date.text}
        shape |= {"title": document.title, "media_type": document.media_type}
        shape |= {"language": document.language}
        shape |= {"proposals": [to_plain(proposal) for proposal in one.proposals]}
        shape |= {"alike": [to_plain(near) for near in one.alike]}
        shape |= {"guessed_encoding": one.guessed, "left_out": list(one.left_out)}
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


def show_suggested(
    suggested: Iterable[Suggested], compare: Callable[[], Compared], as_json: bool
) -> None:
    """Print what was kept as suggestions, document by document; of many only how much it was.

    When all documents have come, `compare` compares them.
    """
    if as_json:
        shapes = (to_plain(one) for later in (compare,) for one in later().differences)
        print_json({"documents": map(_kept, suggested), "differences": shapes})
        return
    new: Counter[str] = Counter()
    told, pieces = [], []
    for one in suggested:
        pieces += [one.document.id] if len(one.found.parts) > 1 else []
        kinds = Counter(kind_of(item) for item in one.items)
        new += kinds
        told.append(f"{one.document.id}: {_new(kinds)}; it has {listed(_sizes(one.found))}")
    say(f"{_new(new)} suggested.".capitalize())
    for words in told if len(told) <= _MANY else ():
        entry(words)
    _tell_compared(compare())
    if pieces:
        say(f"Of several pieces, it seems: {listed(pieces[:_MANY])}; `winset parts CASE DOCUMENT` "
            "shows them.")  # fmt: skip
    if new:
        say("`winset review CASE` goes through them one by one; with --list it lists them.")


def _tell_compared(compared: Compared) -> None:
    if compared.left_out:
        say(
            f"{compared.left_out:,} documents were not compared with the others: they are too many."
        )
    if compared.same:
        events = counted(len(compared.same), "event")
        say(f"{events} may be the same as one that another document tells.".capitalize())
    if compared.differences:
        told = counted(len(compared.differences), "difference")
        say(f"{told} between documents suggested.".capitalize())
    for one in compared.differences[:_MANY]:
        entry(f"{one.about}: {' / '.join(account.by for account in one.accounts)}")


def _new(kinds: Counter[str]) -> str:
    """How many entries of each kind are new."""
    counts = [counted(number, kind) for kind, number in kinds.items() if kind != "passage"]
    return listed(sorted(counts, key=lambda words: words.rpartition(" ")[2])) or "nothing new"


def _kept(one: Suggested) -> dict[str, object]:
    statements = [statement.id for statement in one.statements]
    return {"document": one.document.id, "suggested": statements, **suggestions_shape(one.found)}


def show_hits(hits: Sequence[Hit], as_json: bool) -> None:
    """Print the documents found, with the words around the first place."""
    if as_json:
        print_json({"documents": [to_plain(hit) for hit in hits]})
    elif not hits:
        say("No document holds all of these words.")
    for hit in () if as_json else hits:
        say(f"{hit.document}: {hit.title}, {hit.date}")
        around = " ".join(f"{hit.before}[{hit.words}]{hit.after}".split())
        entry(f"{hit.start}-{hit.end}: …{around}…" if hit.words else "in the title")
