"""Two answers side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from winset.cli.screen import any_number, entry, heading, print_json, say, table
from winset.cli.show_changes import show_changes
from winset.cli.show_packages import RULES
from winset.cli.show_settlement import given_up, show_list
from winset.model.model import Model
from winset.report.grids import signed
from winset.report.words import (
    Names,
    amount,
    counted,
    day_words,
    figure,
    listed,
    names_of,
    number_word,
)
from winset.settlement.results import Block, Opening, Settlement
from winset.settlement.what_if.comparison import Comparison, Shift
from winset.workbench.probing import Compared
from winset.workbench.probing_shapes import comparison_shape

_MOST = 12


def show_comparison(compared: Compared, as_json: bool) -> None:
    """Print what differs between two days of one model, or between two models."""
    with any_number():
        if as_json:
            models = (compared.before.model, compared.after.model)
            print_json(comparison_shape(compared.found, models))
            return
        before, after = compared.before, compared.after
        names = names_of(after.record, [after.model, before.model])
        titles = [each.model.title or each.version.name for each in (before, after)]
        say(" / ".join(dict.fromkeys(titles)))
        models = (before.model, after.model)
        show_differences(compared.found, models, names, _labels(compared))


def show_differences(
    found: Comparison, models: tuple[Model, Model], names: Names, labels: tuple[str, str]
) -> None:
    """Print sizes, what came, went or changed, blocks and ways out alike, and who gained."""
    say(*_sentences(found, names, labels))
    heading("How much each side could accept")
    table(["Side", *labels, "Change"], list(_sizes(found, names)), right=(1, 2, 3))
    show_changes(found, models, names, labels)
    _show_sets("Blocks that appeared", found.blocks_appeared)
    _show_sets("Blocks that vanished", found.blocks_vanished)
    _show_sets("Ways out that appeared", found.openings_appeared)
    _show_sets("Ways out that vanished", found.openings_vanished)
    _show_shifts(found.shifts, names, labels)
    show_list("Not complete", found.incomplete)


def _sentences(found: Comparison, names: Names, labels: tuple[str, str]) -> Iterator[str]:
    before, after = found.before, found.after
    if before.is_open != after.is_open:
        yield "The zone of agreement opened." if after.is_open else "The zone of agreement closed."
    elif not after.is_open:
        yield "No package was acceptable to every side, either time."
    else:
        yield "A settlement was possible both times."
    yield from _room(found, names)
    yield from _who_gains(found.shifts, names)
    yield from _ways_out(found, labels)


def _ways_out(found: Comparison, labels: tuple[str, str]) -> Iterator[str]:
    told = [given_up(each.openings[0]) if each.openings else ""
            for each in (found.before, found.after)]  # fmt: skip
    if told[0] and told[0] == told[1]:
        yield f"The cheapest way out stays the same: {told[0]}."
        return
    for label, way in zip(labels, told, strict=True):
        if way:
            yield f"Cheapest way out, {label}: {way}."


def _room(found: Comparison, names: Names) -> Iterator[str]:
    """Whose win-set grew or shrank: room at the table, which is not yet a gain."""
    old = dict(found.before.win_sets)
    for party, new in found.after.win_sets:
        known = old.get(party)
        if known is not None and new is not None and known != new:
            verb = "grew" if new > known else "shrank"
            sizes = f"from {counted(known, 'package')} to {number_word(new)}"
            yield f"The win-set of {names.party(party)} {verb} {sizes}."


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


def _show_sets(title: str, found: Sequence[Block] | Sequence[Opening]) -> None:
    if found:
        heading(title)
    for each in found[:_MOST]:
        weight = f" (weight {amount(each.weight)})" if isinstance(each, Opening) else ""
        entry((listed(each.lines) or "no red line: links, no deal and quotas alone") + weight)
    if len(found) > _MOST:
        entry(f"… and {figure(len(found) - _MOST)} more; --json lists them")


def _show_shifts(shifts: Sequence[Shift], names: Names, labels: tuple[str, str]) -> None:
    if not shifts:
        return
    heading("Gains over no deal at the fair points")
    if all(each.before == each.after for each in shifts):
        say("They stay what they were, for every side and by every rule.")
        return
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


def _labels(compared: Compared) -> tuple[str, str]:
    days = [_day(found) for found in (compared.found.before, compared.found.after)]
    if days[0] != days[1]:
        return days[0], days[1]
    return compared.before.version.name, compared.after.version.name


def _day(found: Settlement) -> str:
    return day_words(found.as_of) if found.as_of else "any day"
