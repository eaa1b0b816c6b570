"""`[issues]`: what is to be settled, who can change it, and which changes are allowed."""

from __future__ import annotations

from collections.abc import Sequence

from winset.model.file.tables import Table, read_titles, without_doubles
from winset.model.issues import YES_NO, Issue
from winset.model.names import LONGEST_NAME, OPTION_RULE, composed, is_option
from winset.model.wording import shown

MOST_OPTIONS = 1000


def read_issues(root: Table, parties: Sequence[str]) -> dict[str, Issue]:
    """Every issue by its id, in the order of the file."""
    return {id_: _issue(id_, table, parties) for id_, table in root.tables("issues", "issue")}


def _issue(id_: str, table: Table, parties: Sequence[str]) -> Issue:
    table.allow("title", "options", "titles", "ordered", "by", "moves")
    options = _options(table) if table.has("options") else YES_NO
    return Issue(
        id_,
        table.text("title"),
        options,
        options == YES_NO,
        table.flag("ordered"),
        _by(table, parties),
        _moves(id_, table, options) if table.has("moves") else None,
        read_titles(table, f"option of {id_!r}", options),
    )


def _options(table: Table) -> tuple[str, ...]:
    options: list[tuple[str, str]] = []
    for path, raw in table.texts("options", numbers=True):
        if is_option(composed(raw)):
            options.append((path, composed(raw)))
        else:
            table.faults.add(
                path,
                f"{shown(raw)} cannot be an option",
                expected=f"{OPTION_RULE}, at most {LONGEST_NAME} characters",
            )
    if table.data["options"] == []:
        table.fault("options", "the issue has no options", expected="a list of options")
    if len(options) > MOST_OPTIONS:
        table.fault("options", f"there are {len(options):,} options", expected=f"≤ {MOST_OPTIONS}")
    return without_doubles(options[:MOST_OPTIONS], table.faults, "option") or YES_NO


def _by(table: Table, parties: Sequence[str]) -> tuple[str, ...]:
    single = isinstance(table.data.get("by"), str)
    named = [(table.path("by"), table.text("by"))] if single else list(table.texts("by"))
    known: list[tuple[str, str]] = []
    for path, raw in named:
        name = composed(raw)
        if name in parties:
            known.append((path, name))
        else:
            table.faults.unknown(path, "party", name, parties)
    return without_doubles(known, table.faults, "party")


def _moves(id_: str, table: Table, options: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, tuple[str, str]]] = []
    for path, text in table.texts("moves"):
        move = _move(id_, table, path, text, options)
        if move is not None:
            found.append((path, move))
    return without_doubles(found, table.faults, "move", " -> ".join)


def _move(
    id_: str, table: Table, path: str, text: str, options: tuple[str, ...]
) -> tuple[str, str] | None:
    ends = [composed(end.strip().strip("'\"").strip()) for end in text.split("->")]
    if len(ends) != 2:
        example = " -> ".join((options * 2)[:2])
        table.faults.add(path, f"{shown(text)} is not a move", expected=f"'{example}'")
        return None
    unknown = [end for end in ends if end not in options]
    for end in unknown:
        column = text.find(end) + 1 if end else 0
        table.faults.unknown(path, f"option of {id_!r}", end, options, column)
    if not unknown and ends[0] == ends[1]:
        table.faults.add(path, f"{shown(text)} changes nothing", expected="two different options")
        return None
    return None if unknown else (ends[0], ends[1])
