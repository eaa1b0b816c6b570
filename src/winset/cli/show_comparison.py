"""Two answers side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from winset.cli.screen import any_number, entry, heading, print_json, say, table
from winset.cli.show_lines import demand_words
from winset.cli.show_packages import RULES
from winset.cli.show_settlement import given_up, show_list
from winset.model.lines import Link, RedLine
from winset.report.grids import signed
from winset.report.words import Names, amount, day_words, figure, listed, names_of, phrase
from winset.settlement.comparison import Comparison, Lines, Shift
from winset.settlement.results import Block, Settlement
from winset.workbench.probing import Compared
from winset.workbench.probing_shapes import comparison_shape

_MOST_BLOCKS = 20


def show_comparison(compared: Compared, as_json: bool) -> None:
    """Print what differs between two days of one model, or between two models."""
    with any_number():
        if as_json:
            print_json(comparison_shape(compared.found))
            return
        before, after = compared.before, compared.after
        names = names_of(after.record, [after.model, before.model])
        titles = [each.model.title or each.version.name for each in (before, after)]
        say(" / ".join(dict.fromkeys(titles)))
        show_differences(compared.found, names, _labels(compared))
        lines = {one.id: one for one in (*before.model.red_lines, *after.model.red_lines)}
        links = {one.id: one for one in (*before.model.links, *after.model.links)}
        _show_texts(compared.found, lines, links, names)


def show_differences(found: Comparison, names: Names, labels: tuple[str, str]) -> None:
    """Print sizes, lines that came and went, blocks that appeared or vanished, and who gained."""
    say(*_sentences(found, names, labels))
    heading("How much each side could accept")
    table(["Side", *labels, "Change"], list(_sizes(found, names)), right=(1, 2, 3))
    _show_lines("Lines", found.lines)
    _show_lines("Links", found.links)
    for name, old, new in found.no_deal:
        entry(f"No deal is worth {_stated(new)} to {names.party(name)}, {_stated(old)} before")
    _show_blocks("Blocks that appeared", found.blocks_appeared)
    _show_blocks("Blocks that vanished", found.blocks_vanished)
    _show_shifts(found.shifts, names, labels)
    show_list("Not complete", found.incomplete)


def _sentences(found: Comparison, names: Names, labels: tuple[str, str]) -> Iterator[str]:
    before, after = found.before, found.after
    if before.is_open != after.is_open:
        yield "The zone of agreement opened." if after.is_open else "The zone of agreement closed."
    elif not after.is_open:
        yield f"No package was acceptable to every side, {labels[0]} or {labels[1]}."
    else:
        yield f"A settlement was possible, {labels[0]} and {labels[1]}."
    for label, settlement in zip(labels, (before, after), strict=True):
        if settlement.openings:
            yield f"Cheapest way out, {label}: {given_up(settlement.openings[0])}."
    yield from _who_gains(found.shifts, names)


def _who_gains(shifts: Sequence[Shift], names: Names) -> Iterator[str]:
    """Who has more and who less at each fair point, where the points tell."""
    for rule, title in RULES.items():
        moved = [shift for shift in shifts if shift.rule == rule and shift.gain]
        if moved:
            told = [f"{names.party(each.party)} {_moved(each.gain)}" for each in moved]
            yield f"At the {title} point {listed(told)}."


def _moved(gain: Fraction | None) -> str:
    assert gain is not None, "only shifts that tell are asked about"
    return f"gains {amount(gain)} more" if gain > 0 else f"gains {amount(-gain)} less"


def _sizes(found: Comparison, names: Names) -> Iterator[list[str]]:
    old, new = dict(found.before.win_sets), dict(found.after.win_sets)
    for party in dict.fromkeys([*old, *new]):
        yield _row(names.party(party), old.get(party), new.get(party))
    yield _row("every side (the zone)", found.before.zone, found.after.zone)
    yield _row("all packages", found.before.packages, found.after.packages)


def _row(title: str, before: int | None, after: int | None) -> list[str]:
    change = "" if before is None or after is None else _change(after - before)
    return [title, figure(before), figure(after), change]


def _change(difference: int) -> str:
    """A difference of counts, rounded as counts are where it is very large."""
    if not difference:
        return "0"
    return f"{'+' if difference > 0 else '−'}{figure(abs(difference))}"


def _show_lines(title: str, lines: Lines) -> None:
    if lines:
        heading(title)
    for word, ids in (("came", lines.came), ("went", lines.went), ("changed", lines.changed)):
        if ids:
            entry(f"{word}: {', '.join(ids)}")


def _show_blocks(title: str, blocks: Sequence[Block]) -> None:
    if blocks:
        heading(title)
    for block in blocks[:_MOST_BLOCKS]:
        entry(listed(block.lines) or "no red line: links, no deal and quotas alone")
    if len(blocks) > _MOST_BLOCKS:
        entry(f"… and {figure(len(blocks) - _MOST_BLOCKS)} more; --json lists them")


def _show_shifts(shifts: Sequence[Shift], names: Names, labels: tuple[str, str]) -> None:
    if not shifts:
        return
    heading("Gains over no deal at the fair points")
    rows = [
        [
            RULES[each.rule],
            names.party(each.party),
            _range(each.before),
            _range(each.after),
            "" if each.gain is None else signed(each.gain),
        ]
        for each in shifts
    ]
    table(["Rule", "Side", *labels, "Change"], rows, right=(2, 3, 4))


def _range(found: tuple[Fraction, Fraction] | None) -> str:
    if found is None:
        return "none"
    least, most = found
    return amount(least) if least == most else f"{amount(least)} to {amount(most)}"


def _show_texts(
    found: Comparison, lines: dict[str, RedLine], links: dict[str, Link], names: Names
) -> None:
    """What the lines and links that came, went or changed say."""
    told = [lines[id_] for id_ in (*found.lines.came, *found.lines.went, *found.lines.changed)]
    rules = [links[id_] for id_ in (*found.links.came, *found.links.went, *found.links.changed)]
    if told or rules:
        heading("What they say")
    for line in told:
        entry(f"{line.id}: {demand_words(line, names)}")
    for link in rules:
        entry(f"{link.id}: {link.title or 'link'}: “{phrase(link.rule, names)}”")


def _labels(compared: Compared) -> tuple[str, str]:
    days = [_day(found) for found in (compared.found.before, compared.found.after)]
    if days[0] != days[1]:
        return days[0], days[1]
    return compared.before.version.name, compared.after.version.name


def _day(found: Settlement) -> str:
    return day_words(found.as_of) if found.as_of else "any day"


def _stated(points: Fraction | None) -> str:
    return "not stated" if points is None else amount(points)
