"""Lists of entries as tables; what a machine suggested is marked in every one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from winset.dates import Edtf
    from winset.record.entries import Entry, Origin
    from winset.report.words import Names

Row = Callable[[Any, "Names"], list[str]]


def list_entries(case: Path, kind: str, standing: str | None, as_json: bool) -> None:
    """Print the entries of a kind in a case, as a table or as JSON."""
    from winset.cli.screen import print_json, say
    from winset.record.plain import to_plain
    from winset.report.words import names_of
    from winset.workbench.listing import entries_of, record_at

    record = record_at(case, standing or "accepted")
    entries = entries_of(record, kind)
    if as_json:
        print_json({kind: [to_plain(entry) for entry in entries]})
    elif not entries:
        found = f"No {_KINDS.get(kind, kind)} {_which(standing)} in {case.name}."
        say(found + ("" if standing else " --all also shows suggested and rejected ones."))
    else:
        _show(kind, entries, names_of(record))


def _show(kind: str, entries: Sequence[Entry], names: Names) -> None:
    from winset.cli.screen import table

    head, row = _TABLES[kind]
    columns = (*head, "Standing")
    rows = [(*row(entry, names), mark(entry.origin)) for entry in entries]
    told = [number for number in range(len(columns)) if any(cells[number] for cells in rows)]
    table([columns[n] for n in told], [[cells[n] for n in told] for cells in rows])


def mark(origin: Origin) -> str:
    """How an entry stands that no person has accepted: empty for one that was.

    >>> from winset.record.entries import Origin, Status
    >>> mark(Origin("rules", "cue-after", 0.96, Status.SUGGESTED))
    'suggested by rules: cue-after, 0.96'
    """
    if origin.status == "accepted":
        return ""
    detail = [origin.rule] if origin.rule else []
    detail += [f"{origin.confidence:.2f}"] if origin.confidence is not None else []
    said = f"{origin.status.value} by {origin.by}" if origin.by else origin.status.value
    return f"{said}: {', '.join(detail)}" if detail else said


_KINDS = {"timeline": "events or agreements"}


def _which(standing: str | None) -> str:
    return {None: "accepted", "suggested": "waiting for a decision"}.get(standing, "at all")


def _days(date: Edtf) -> str:
    """A date; of a span the second day on a line of its own."""
    return str(date).replace("/", "/\n")


def _actor(one: Any, names: Names) -> list[str]:
    aliases = "; ".join(alias.name for alias in one.aliases)
    return [one.id, one.name, one.kind, names.actor(one.parent) if one.parent else "", aliases]


def _statement(one: Any, names: Names) -> list[str]:
    from winset.report.words import spaced

    actor = names.actor(one.actor) if one.actor else "not known"
    speaker = f" ({one.speaker})" if one.speaker not in ("", actor) else ""
    stand = f"{_STANCES[(one.stance > 0) - (one.stance < 0)]} {spaced(one.issue)}"
    stand += f" = {spaced(one.option)}" if one.option else ""
    what = stand if one.issue else spaced(one.kind)
    return [one.id, _days(one.said), actor + speaker, f"{what}: {one.text}"]


_STANCES = {1: "for", -1: "against", 0: "on"}


def _event(one: Any, names: Names) -> list[str]:
    who = ", ".join(names.actor(key) for key in one.participants)
    return [one.id, _days(one.date), one.kind, f"{one.title} ({who})" if who else one.title]


def _happened(one: Any, names: Names) -> list[str]:
    text = " ".join(one.text.split())
    begun = text.startswith(one.title.removesuffix(" …"))  # as a machine makes a title
    what = text if begun else ". ".join(part for part in (one.title, text) if part)
    return [_days(one.date), getattr(one, "kind", "agreement"), what, one.id]


def _undertaking(one: Any, names: Names) -> list[str]:
    who = ", ".join(names.actor(key) for key in one.by)
    due = " ".join(part for part in (str(one.due or ""), one.terms) if part)
    outcome = [f"In all: {one.outcome}"] if one.outcome else []
    became = [f"{review.date}: {review.status}" for review in one.reviews]
    what = f"{who}: {one.text}" if who else one.text
    return [one.id, _days(one.agreed), what, due, "\n".join([*became, *outcome])]


def _difference(one: Any, names: Names) -> list[str]:
    accounts = [f"{names.actor(a.by)}: {a.text}" if a.by else a.text for a in one.accounts]
    return [one.id, one.about, "\n".join(f"• {account}" for account in accounts), one.resolution]


_TABLES: dict[str, tuple[list[str], Row]] = {
    "actors": (["Id", "Name", "Kind", "Part of", "Also"], _actor),
    "statements": (["Id", "Said", "Who", "What"], _statement),
    "events": (["Id", "Day", "Kind", "What"], _event),
    "timeline": (["Day", "Kind", "What", "Id"], _happened),
    "undertakings": (["Id", "Agreed", "Undertaking", "Due", "What became of it"], _undertaking),
    "differences": (["Id", "About", "Accounts", "Settled how"], _difference),
}
