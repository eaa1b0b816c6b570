"""The grid of who stands where."""

from __future__ import annotations

from winset.cli.screen import print_json, say, table
from winset.record.entries import Statement
from winset.report.words import Names, day_words, names_of, spaced
from winset.workbench.positions import Positions, Stand


def show_positions(found: Positions, as_json: bool) -> None:
    """Print the grid: one row for each option, who is for it and who against."""
    if as_json:
        print_json(_shape(found))
        return
    when = f"on {day_words(found.day)}" if found.day else "at any time"
    if not found.stands:
        say(f"No positions on any issue {when}.")
        return
    say(f"Positions held {when}")
    names = names_of(found.record)
    table(["Issue", "Option", "For", "Against", "Neither"], _rows(found.stands, names))
    if found.day:
        say(
            "Rule: an actor's latest position on an issue counts; one held for a time, only "
            "while it was held; nothing said later is used."
        )


def _rows(stands: tuple[Stand, ...], names: Names) -> list[list[str]]:
    issues = [stand.issue for stand in stands]
    return [
        [
            "" if number and issues[number - 1] == stand.issue else spaced(stand.issue),
            spaced(stand.option),
            *(_who(group, names) for group in (stand.favouring, stand.opposing, stand.neither)),
        ]
        for number, stand in enumerate(stands)
    ]


def _who(statements: tuple[Statement, ...], names: Names) -> str:
    return "; ".join(f"{names.actor(one.actor)} [{one.id}]" for one in statements)


def _shape(found: Positions) -> dict[str, object]:
    return {
        "as_of": found.day.isoformat() if found.day else None,
        "positions": [
            {
                "issue": stand.issue,
                "option": stand.option,
                "for": _ids(stand.favouring),
                "against": _ids(stand.opposing),
                "neither": _ids(stand.neither),
            }
            for stand in found.stands
        ],
    }


def _ids(statements: tuple[Statement, ...]) -> list[dict[str, str]]:
    return [{"actor": one.actor, "statement": one.id} for one in statements]
