"""`[[red_lines]]`, `[[links]]`, `[[no_deal]]` and `[points]`: what holds from day to day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from winset.model.expressions import Compare, Expression, Name
from winset.model.file.expressions import Issues, expression_of, read_expression
from winset.model.file.tables import LARGEST, Table, without_doubles
from winset.model.lines import Link, NoDeal, Points, RedLine, Span
from winset.model.names import NAME_RULE, composed, is_line_id
from winset.model.wording import shown


def read_red_lines(root: Table, holders: Sequence[str], issues: Issues) -> tuple[RedLine, ...]:
    """Every red line; one without an id is named after its party and its place among its lines."""
    rows = tuple(root.rows("red_lines"))
    owners = [_holder(row, holders) for row in rows]
    ids = _ids(rows, [owner or "line" for owner in owners])
    lines: list[RedLine] = []
    for row, id_, owner in zip(rows, ids, owners, strict=True):
        row.allow(
            "id", "party", "requires", "rejects", "from", "until", "because", "weight", "title"
        )
        expression = _demand(row, issues)
        weight, span, because = _weight(row), _span(row), read_because(row)
        if expression is not None:
            rejects = row.has("rejects")
            title = row.text("title")
            lines.append(RedLine(id_, owner, expression, rejects, span, because, weight, title))
    return tuple(lines)


def read_links(root: Table, issues: Issues) -> tuple[Link, ...]:
    """Every link."""
    rows = tuple(root.rows("links"))
    links: list[Link] = []
    for row, id_ in zip(rows, _ids(rows, ["link"] * len(rows)), strict=True):
        row.allow("id", "rule", "from", "until", "because", "title")
        if not row.has("rule"):
            row.fault("rule", "the link has no rule", expected='rule = "…"')
        rule, span, because = read_expression(row, "rule", issues), _span(row), read_because(row)
        if rule is not None:
            links.append(Link(id_, rule, span, because, row.text("title")))
    return tuple(links)


def read_no_deal(root: Table, holders: Sequence[str]) -> tuple[NoDeal, ...]:
    """What no deal is worth, span by span."""
    worths: list[NoDeal] = []
    begun: set[tuple[str, object]] = set()
    for row in root.rows("no_deal"):
        row.allow("party", "points", "from", "until", "because")
        if not row.has("points"):
            row.fault("points", "the worth is missing", expected="points = a number")
        worth = NoDeal(
            _holder(row, holders), row.number("points", 0), _span(row), read_because(row)
        )
        if (worth.party, worth.span.start) in begun:
            row.fault("from", f"two worths of no deal for {worth.party!r} begin on the same day")
        begun.add((worth.party, worth.span.start))
        worths.append(worth)
    return tuple(worths)


def read_points(root: Table, holders: Sequence[str], issues: Issues) -> tuple[Points, ...]:
    """Additive worths of single options, one table for each party or `party.faction`."""
    found: dict[str, Points] = {}
    table = root.table("points")
    for raw, value in table.data.items():
        path, name = table.path(raw), composed(raw)
        if not isinstance(value, dict):
            table.fault(raw, f"{shown(value)} is not a table", expected=f"[points.{raw}]")
        elif name not in holders:
            table.faults.unknown(path, "party or party.faction", name, holders)
        elif name in found:
            table.fault(raw, f"points for {shown(name)} are given twice", expected="them once")
        else:
            found[name] = Points(name, _worths(Table(value, path, table.faults), name, issues))
    return tuple(found.values())


def _worths(table: Table, party: str, issues: Issues) -> tuple[tuple[str, str, float], ...]:
    worths: dict[tuple[str, str], float] = {}
    for raw, value in table.data.items():
        if isinstance(value, dict):
            table.fault(
                raw, f"{shown(raw)} is a table", expected=f'[points."{party}.{raw}"] for a faction'
            )
            continue
        option = _option(table, raw, issues)
        worth = table.number(raw, 0)
        if option in worths:
            table.fault(raw, "points for this option are given twice", expected="them once")
        elif option is not None:
            worths[option] = worth
    return tuple((issue, option, worth) for (issue, option), worth in worths.items())


def _option(table: Table, text: str, issues: Issues) -> tuple[str, str] | None:
    known = len(table.faults.problems)
    expression = expression_of(text, table.path(text), issues, table.faults)
    match expression:
        case Name(issue):
            return issue, "yes"
        case Compare(issue, "=", (option,)):
            return issue, option
    if len(table.faults.problems) == known:
        table.fault(
            text, f"{shown(text)} is not a single option", expected="'issue = option' or 'issue'"
        )
    return None


def _holder(row: Table, holders: Sequence[str]) -> str:
    name = composed(row.text("party"))
    if not row.has("party"):
        row.fault("party", "the party is missing", expected="a party, or 'party.faction'")
    elif isinstance(row.data["party"], str) and name not in holders:
        row.faults.unknown(row.path("party"), "party or party.faction", name, holders)
    return name


def _demand(row: Table, issues: Issues) -> Expression | None:
    given = [name for name in ("requires", "rejects") if row.has(name)]
    if len(given) != 1:
        message = "the line has both" if given else "the line has neither 'requires' nor 'rejects'"
        row.fault(given[-1] if given else "requires", message, expected="one of the two")
    found = [read_expression(row, name, issues) for name in given]
    return found[0] if len(found) == 1 else None


def _weight(row: Table) -> float:
    weight = row.number("weight", 1)
    if weight <= 0:
        row.fault(
            "weight", f"the weight {shown(weight)} is not above 0", expected="a number above 0"
        )
    return min(weight, LARGEST)


def _span(row: Table) -> Span:
    start, end = row.day("from"), row.day("until")
    if start is not None and end is not None and start >= end:
        row.fault(
            "until",
            f"the first day without it, {end}, is not after its first day, {start}",
            expected=f"a day after {start}",
        )
    return Span(start, end)


def read_because(row: Table) -> tuple[str, ...]:
    """The ids of the entries of the record that a row or table rests on."""
    found = [(path, text) for path, text in row.texts("because") if _is_reference(row, path, text)]
    return without_doubles(found, row.faults, "evidence")


def _is_reference(row: Table, path: str, text: str) -> bool:
    if text and text == text.strip():
        return True
    row.faults.add(path, f"{shown(text)} is not an id", expected="an id of the record, as 's014'")
    return False


def _ids(rows: Sequence[Table], stems: Sequence[str]) -> tuple[str, ...]:
    given = [_given_id(row) for row in rows]
    taken, counts = set(given), Counter[str]()
    for place, stem in enumerate(stems):
        while not given[place]:
            counts[stem] += 1
            if f"{stem}-{counts[stem]}" not in taken:
                given[place] = f"{stem}-{counts[stem]}"
    return tuple(given)


def _given_id(row: Table) -> str:
    id_ = composed(row.text("id"))
    if row.has("id") and isinstance(row.data["id"], str) and not is_line_id(id_):
        row.fault("id", f"{shown(id_)} cannot be the id of a line", expected=f"{NAME_RULE} and .")
        return ""
    return id_


def check_line_ids(root: Table) -> None:
    """Note ids that stand twice among the red lines and links together."""
    taken: set[str] = set()
    for row in (*_quiet_rows(root, "red_lines"), *_quiet_rows(root, "links")):
        id_ = row.data.get("id")
        if not isinstance(id_, str):
            continue
        if composed(id_) in taken:
            row.fault("id", f"the id {shown(id_)} is given twice", expected="an id of its own")
        taken.add(composed(id_))


def _quiet_rows(root: Table, name: str) -> tuple[Table, ...]:
    rows = root.data.get(name)
    if not isinstance(rows, list):
        return ()
    return tuple(
        Table(row, f"{name}[{number}]", root.faults)
        for number, row in enumerate(rows, start=1)
        if isinstance(row, dict)
    )
