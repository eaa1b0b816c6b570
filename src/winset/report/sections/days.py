"""What blocks on each of the days, and what would open a deal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from winset.model import mentioned
from winset.model.lines import RedLine
from winset.report.basis import Basis
from winset.report.blocks import (
    Block,
    Folded,
    Heading,
    Items,
    Paragraph,
    Prose,
    Row,
    Section,
    Styled,
    Table,
)
from winset.report.counts import alone, size_of, zone_size
from winset.report.grids import FAIR_RULES
from winset.report.ladders import asked_of, fallback_words, ladder_words
from winset.report.sections.deals import deals, overlaps
from winset.report.sections.roles import absorbed, roles
from winset.report.words import amount, counted, day_words, figure, listed, package_words
from winset.settlement import results
from winset.settlement.results import Opening, Package, Settlement

_SHOWN, _OPENINGS, _MOST_OPENINGS = 8, 4, 40


def days(basis: Basis) -> Section | None:
    """One part for each day looked at; None where there is no settlement model."""
    if basis.findings.model is None:
        return None
    title = "What blocks, and what would open a deal"
    if not basis.findings.days:
        none = Paragraph(("No day has been analysed.",), "note")
        return Section(title, "blocks", (none,))
    lead = Paragraph(
        (
            "A block is a smallest set of red lines that together leave nothing to agree on; every "
            "block has to be broken for a deal. An opening is a smallest set of lines whose giving "
            "up leaves at least one package, the cheapest first.",
        ),
        "note",
    )
    parts = (
        part for day, settlement in basis.findings.days for part in _day(basis, day, settlement)
    )
    return Section(title, "blocks", (lead, *_fair_rules(basis), *parts))


def main_day(basis: Basis) -> tuple[dt.date | None, Settlement]:
    """The day the answer is about: the model's own where it is looked at, else the last."""
    own = basis.findings.model.date if basis.findings.model else None
    dated = [each for each in basis.findings.days if own and each[0] == own]
    return (dated or basis.findings.days)[-1]


def _fair_rules(basis: Basis) -> Iterator[Block]:
    if any(settlement.solutions.nash for _, settlement in basis.findings.days):
        rules = "; ".join(f"by {rule.name}, {rule.meaning}" for rule in FAIR_RULES)
        yield Paragraph((f"What is fair depends on the rule: {rules}.",), "note")


def day_anchor(day: dt.date | None) -> str:
    """Where a day's analysis stands on the page."""
    return f"day-{day.isoformat()}" if day else "day-any"


def day_title(day: dt.date | None) -> str:
    """What a day's analysis is called."""
    return day_words(day) if day else "every line counted"


def disputed(basis: Basis, settlement: Settlement) -> tuple[str, ...]:
    """The issues that the blocks of a day are about, in the order of the model."""
    lines = {key for block in settlement.blocks for key in block.lines}
    named = {
        issue
        for line in basis.lines.values()
        if line.id in lines and isinstance(line, RedLine)
        for issue in mentioned(line.expression)
    }
    return tuple(issue for issue in basis.names.issues if issue in named)


def _day(basis: Basis, day: dt.date | None, settlement: Settlement) -> Iterator[Block]:
    title = day_title(day)
    yield Heading(title[0].upper() + title[1:], day_anchor(day))
    yield Paragraph(_sizes(basis, settlement))
    yield from absorbed(basis, settlement)
    if settlement.blocks:
        yield from _blocks(basis, settlement)
    if settlement.openings:
        yield from _openings(basis, settlement)
    yield from roles(basis, settlement)
    shared = tuple(overlaps(basis, settlement, day_anchor(day)))
    if shared:
        is_main = (day, settlement) == main_day(basis)
        yield from shared if is_main else [Folded("How far the win-sets overlap", shared, False)]
    if settlement.is_open:
        yield from deals(basis, settlement, day_anchor(day))
    if settlement.incomplete:
        yield Paragraph((f"Incomplete: {'; '.join(settlement.incomplete)}.",), "note")


def packages(count: int | None, what: str = "package") -> str:
    """So many packages, in figures: they are compared with one another."""
    if count is None:
        return counted(None, what)
    return f"{figure(count)} {what}{'' if count == 1 else 's'}"


def possible(settlement: Settlement) -> str:
    """How many packages the day's links allow."""
    plural = "" if settlement.packages == 1 else "s"
    return f"{size_of(settlement, 'packages')} possible package{plural}"


def acceptable(basis: Basis, settlement: Settlement) -> str:
    """How many packages each side could accept."""
    if not settlement.win_sets:
        return "any could be accepted by each side"
    return alone(settlement, basis.names)


def _sizes(basis: Basis, settlement: Settlement) -> Prose:
    start = f"Of {possible(settlement)}, {acceptable(basis, settlement)}; "
    zone = zone_size(settlement) if settlement.is_open else "none"
    return (start, Styled(f"{zone} could be accepted by all.", "strong"))


def _blocks(basis: Basis, settlement: Settlement) -> Iterator[Block]:
    items = tuple(_block(basis, block) for block in settlement.blocks)
    yield Paragraph((Styled(f"{_many(settlement.blocks, 'block')}", "strong"),))
    yield Items(items[:_SHOWN], ordered=True, style="blocks")
    if len(items) > _SHOWN:
        rest = counted(len(items) - _SHOWN, "more block")
        more = Items(items[_SHOWN:], ordered=True, style="blocks", start=_SHOWN + 1)
        yield Folded(rest.capitalize(), (more,))
    yield from _witnesses(basis, settlement)


def _witnesses(basis: Basis, settlement: Settlement) -> Iterator[Block]:
    """What becomes possible when one line of a block is given up, the others kept."""
    issues = disputed(basis, settlement)
    rows = tuple(
        Row((basis.line_jump(key), (str(number),), (_shown(basis, package, issues),)))
        for number, block in enumerate(settlement.blocks[:_SHOWN], start=1)
        for key, package in block.witnesses
    )
    if rows:
        head = ("Without", "Of block", "Becomes possible, were there no other lines")
        table = Table("Each line of a block and what it keeps out", head, rows, "witnesses")
        yield Folded("What each of these lines keeps out", (table,), printed=False)


def _block(basis: Basis, block: results.Block) -> Prose:
    parts = list(basis.block_words(block.lines))
    if block.links:
        links = listed([f"“{basis.line_words(key)}”" for key in block.links])
        parts += [Styled(f" It stands only because of {links}.", "soft")]
    return (*parts, basis.evidence.cite(*basis.grounds(block.lines)))


def _openings(basis: Basis, settlement: Settlement) -> Iterator[Block]:
    issues = disputed(basis, settlement)
    rows = tuple(_opening(basis, opening, issues) for opening in settlement.openings)
    enough = any(opening.ladder for opening in settlement.openings)
    last = "Enough to accept instead" if enough else "A package opened, on the issues in dispute"
    head = ("Given up", "Weight", "Packages opened", last)
    yield Table("Cheapest openings", head, rows[:_OPENINGS], "openings")
    yield from _ladders(basis, settlement)
    rest = rows[_OPENINGS:_MOST_OPENINGS]
    if rest:
        left = len(rows) - _OPENINGS
        cut = f", the {len(rest)} cheapest of them" if left > len(rest) else ""
        title = f"{counted(left, 'dearer opening').capitalize()}{cut}"
        yield Folded(title, (Table(title, head, rest, "openings"),), printed=False)


def _ladders(basis: Basis, settlement: Settlement) -> Iterator[Block]:
    """How little would do in place of the cheapest openings."""
    items = []
    for opening in settlement.openings[:_OPENINGS]:
        told = [
            *ladder_words(opening, basis.owner, basis.names),
            *fallback_words(opening, basis.owner, lambda key: f"“{basis.line_words(key)}”"),
        ]
        if told:
            given: Prose = (
                "Instead of giving up ",
                *basis.line_jumps(opening.lines, " and "),
                ": ",
            )
            items.append((*given, " ".join(told)))
    if items:
        yield Folded(
            "How little would do instead, and the next best", (Items(tuple(items)),), False
        )


def _opening(basis: Basis, opening: Opening, issues: tuple[str, ...]) -> Row:
    return Row(
        (
            basis.line_jumps(opening.lines),
            (amount(opening.weight),),
            (figure(opening.opened),),
            (_enough(basis, opening, issues),),
        )
    )


def _enough(basis: Basis, opening: Opening, issues: tuple[str, ...]) -> str:
    """The nearest rung, side by side; an example of a package where none is known."""
    if not opening.ladder:
        return f"for example {_shown(basis, opening.example, issues)}"
    asked = asked_of(opening.ladder[0], basis.owner, basis.names)
    return "; ".join(f"{who}: {what}" for who, what in asked.items())


def _shown(basis: Basis, package: Package, issues: tuple[str, ...]) -> str:
    own = tuple((issue, option) for issue, option in package if issue in issues)
    return package_words(own or package, basis.names)


def _many(things: tuple[object, ...], noun: str) -> str:
    return f"{counted(len(things), noun).capitalize()}:"
