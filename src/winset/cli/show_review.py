"""Suggestions and marks, as the terminal shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from winset.cli.screen import entry, heading, print_json, say, table
from winset.record.documents import Passage
from winset.record.entries import Entry, Statement
from winset.record.kinds import kind_of
from winset.record.plain import to_plain
from winset.report.words import counted, number_word
from winset.workbench.anchoring import Moved
from winset.workbench.editing import called, described
from winset.workbench.reviewing import Waiting


def show_mark(place: Passage, statement: Statement | None, as_json: bool) -> None:
    """Print the place that was marked, and the statement in it."""
    if as_json:
        made = to_plain(statement) if statement else None
        print_json({"passage": to_plain(place), "statement": made})
        return
    say(f"Marked {place.id}: “{place.exact}”")
    if statement:
        said = f" on {statement.issue}" if statement.issue else ""
        say(f"As {statement.kind} {statement.id} of {statement.actor}{said}.")


def show_labels(name: str, actor: str, places: Sequence[Passage], as_json: bool) -> None:
    """Print where a name was marked."""
    if as_json:
        print_json({"name": name, "actor": actor, "passages": [one.id for one in places]})
    else:
        documents = len({one.document for one in places})
        say(f"{counted(len(places), 'place')} of {name!r} marked as {actor}, "
            f"in {counted(documents, 'document')}.")  # fmt: skip


def show_waiting(found: Sequence[Waiting]) -> None:
    """Print suggestions with their places as JSON."""
    print_json({"waiting": [_waiting(one) for one in found]})


def _waiting(one: Waiting) -> dict[str, object]:
    places = [to_plain(place) for place in one.places]
    return {"kind": kind_of(one.entry), "entry": to_plain(one.entry), "passages": places}


def show_list(found: Sequence[Waiting]) -> None:
    """Print suggestions with their ids, and how sure a rule is of each."""
    table(["Id", "What", "Sure"], [_row(one.entry) for one in found], right=(2,))
    say("`winset accept CASE ID` takes one into the record, `winset reject CASE ID` turns it down.")


def _row(one: Entry) -> list[str]:
    sure = "" if one.origin.confidence is None else f"{one.origin.confidence:.2f}"
    return [one.id, f"{kind_of(one)}: {called(one)}", sure]


def show_one(one: Waiting, number: int, count: int) -> None:
    """Print a suggestion: what it is, by which rule, and the words it was read in."""
    heading(f"{number} of {count}: suggested {described(one.entry)}")
    origin = one.entry.origin
    sure = "" if origin.confidence is None else f", sure to {origin.confidence:.2f}"
    entry(f"by {origin.by}, rule {origin.rule or 'not named'}{sure}")
    plain = to_plain(one.entry, brief=True)
    for name, value in plain.items():
        if name not in _APART and isinstance(value, str | int | list):
            entry(f"{name}: {_shown(value)}")
    for place in one.places:
        around = f"{place.prefix}[{place.exact}]{place.suffix}"
        entry(f"{place.document}, {place.start}-{place.end}: …{' '.join(around.split())}…")


_APART = ("id", "origin", "because", "text", "name", "title")
"""Fields that are told in another way."""


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_part(one) if isinstance(one, dict) else str(one) for one in value)
    return str(value) or "not known"


def _part(part: dict[str, object]) -> str:
    """Another name, or an account with who gives it."""
    if "name" in part:
        return str(part["name"])
    return f"“{part['text']}” ({part['by']})" if part.get("by") else f"“{part['text']}”"


def show_moved(moved: Moved, as_json: bool) -> None:
    """Print which passages were found again, which are only alike, and which not at all."""
    if as_json:
        print_json(moved_shape(moved))
        return
    if not moved.anchors:
        say("Nothing rested on words of the earlier text.")
        return
    kinds = Counter(one.kind for one in moved.anchors)
    entries = counted(len(moved.entries), "entry", "entries")
    found = f"{counted(kinds['exact'], 'passage')} found again word for word"
    alike, lost = (
        number_word(kinds[kind]) if kinds[kind] else "none" for kind in ("near", "orphan")
    )
    say(f"{found}, {alike} alike, {lost} not found.".capitalize(), f"{entries} moved.".capitalize())
    for one in moved.anchors:
        if one.kind == "near":
            entry(f"alike ({one.likeness:.0f} of 100): {one.passage.id}")
            entry(f"was “{one.passage.exact}”", 4)
            entry(f"now “{one.words}”", 4)
        elif one.kind == "orphan":
            entry(f"orphan: {one.passage.id} “{one.passage.exact}”")
    if any(one.kind == "near" and one.passage.id not in moved.moved for one in moved.anchors):
        say("Those alike stay until a person has looked at them: `winset reanchor` moves them "
            "with --near, or one of them with --confirm PASSAGE.")  # fmt: skip


def moved_shape(moved: Moved) -> dict[str, object]:
    """The passages with where they stand now, and what moved, as `--json` prints it."""
    return {
        "passages": [to_plain(one) for one in moved.anchors],
        "moved": list(moved.moved),
        "entries": list(moved.entries),
    }
