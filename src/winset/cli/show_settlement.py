"""The answer of the settlement analysis: sentences first, then what blocks, then tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from winset.cli.screen import any_number, entry, heading, print_json, say, table
from winset.cli.show_lines import show_line
from winset.cli.show_packages import show_frontier, show_no_deal
from winset.report.counts import alone, shared_size, size_of, zone_size
from winset.report.evidence import gather
from winset.report.ladders import fallback_words, ladder_words
from winset.report.sections.roles import absorbed_words, added, rest_words, telling_roles
from winset.report.words import (
    Names,
    amount,
    counted,
    day_words,
    figure,
    listed,
    names_of,
    package_words,
)
from winset.settlement.results import Block, LineRole, Opening, Settlement
from winset.settlement.what_if.no_deal import stated_worths
from winset.workbench.analysis import SettlementAnswer
from winset.workbench.shapes import settlement_shape

_MOST_ROLES, _MOST_PAIRS, _MOST_LADDERS = 12, 12, 3


def show_settlement(answer: SettlementAnswer, as_json: bool) -> None:
    """Print whether a settlement is open, what blocks it or what it could be, and the figures."""
    with any_number():
        if as_json:
            print_json(settlement_shape(answer.found))
        else:
            show_words(answer)


def show_words(answer: SettlementAnswer) -> None:
    """Print the answer in sentences, then lists and tables."""
    model = answer.chosen.model
    names = names_of(answer.chosen.record, [model])
    say(model.title or answer.chosen.version.name, *_sentences(answer.found, names))
    _show_blocks(answer, names)
    _show_openings(answer.found.openings, names)
    _show_ladders(answer, names)
    _show_roles(answer, names)
    _show_sizes(answer.found, names)
    show_no_deal(stated_worths(model), names)
    show_frontier(model, answer.found, names)
    show_list("Not complete", answer.found.incomplete)
    show_list("Assumptions", answer.found.assumptions)


def _sentences(found: Settlement, names: Names) -> list[str]:
    day = f"On {day_words(found.as_of)}" if found.as_of else "With every line, whatever its days,"
    of = size_of(found, "packages")
    absorbed = [names.party(party) for party in found.absorbed]
    sides = f"Alone, {alone(found, names)}."
    if 0 < len(absorbed) < len(found.win_sets):
        sides += f" {absorbed_words(absorbed, found.is_open)}"
    if found.is_open:
        verb = "is" if found.zone == 1 else "are"
        known = found.zone is not None
        size = counted(found.zone, "package") if known else f"{zone_size(found)} packages"
        return [f"{day} {size} of {of} {verb} acceptable to every side.", sides]
    said = [f"{day} no package of {of} is acceptable to every side.", sides]
    if found.openings:
        said.append(f"The cheapest way out: {given_up(found.openings[0])}.")
    return said


def given_up(opening: Opening) -> str:
    """What an opening takes and what it opens, as the rest of a sentence."""
    lines = counted(len(opening.lines), "line").split()[-1]
    text = f"give up the {lines} {listed(opening.lines)} (weight {amount(opening.weight)})"
    if opening.opened is not None:
        text += f", which opens {counted(opening.opened, 'package')}"
    return text


def _show_blocks(answer: SettlementAnswer, names: Names) -> None:
    evidence = gather(answer.chosen.record)
    told: set[str] = set()
    for number, block in enumerate(answer.found.blocks, 1):
        heading(f"Block {number}: {listed(block.lines)} {_fate(block)}")
        for name in block.lines:
            show_line(answer.line(name), names, evidence, name in told)
            told.add(name)
        _show_links(block)


def _fate(block: Block) -> str:
    if not block.lines:
        return "no red line: links, worth of no deal and quotas alone leave nothing"
    return "cannot stand together" if len(block.lines) > 1 else "alone leaves nothing"


def _show_links(block: Block) -> None:
    if block.links:
        entry(f"only because of the linkage {listed(block.links)}")


def _show_openings(openings: Sequence[Opening], names: Names) -> None:
    if not openings:
        return
    heading("Ways out, cheapest first")
    table(
        ["Weight", "Opens", "Give up"],
        [[amount(one.weight), figure(one.opened), ", ".join(one.lines)] for one in openings],
        right=(0, 1),
    )
    if openings[0].example:
        say(f"The first would open, for example: {package_words(openings[0].example, names)}.")


def _show_ladders(answer: SettlementAnswer, names: Names) -> None:
    """How little would do in place of the cheapest openings."""

    def owner(line: str) -> str:
        return names.party(answer.line(line).party)

    told = [
        (
            opening,
            [*islice(ladder_words(opening, owner, names), 2), *fallback_words(opening, owner, str)],
        )
        for opening in answer.found.openings[:_MOST_LADDERS]
    ]
    if any(sentences for _, sentences in told):
        heading("How little would do instead")
    for opening, sentences in told:
        if sentences:
            entry(f"{listed(opening.lines)}:")
        for sentence in sentences:
            entry(sentence, 4)


def _show_roles(answer: SettlementAnswer, names: Names) -> None:
    """What each line does, those that do most first."""
    telling = telling_roles(answer.found)
    if not telling:
        return
    heading("What each red line does")
    shown = telling[:_MOST_ROLES]
    rows = [_role(one, names.party(answer.line(one.line).party)) for one in shown]
    table(["Line", "Side", "In blocks", "Its end alone adds"], rows, right=(2, 3))
    for sentence in rest_words(answer.found, len(shown)):
        say(sentence)


def _role(role: LineRole, owner: str) -> list[str]:
    return [role.line, owner, figure(role.blocks), added(role.adds)]


def _show_sizes(found: Settlement, names: Names) -> None:
    heading("How much each side could accept")
    rows = [[names.party(party), size_of(found, party)] for party, _ in found.win_sets]
    zone = zone_size(found) if found.is_open else figure(found.zone)
    everyone = [["every side (the zone)", zone], ["all packages", size_of(found, "packages")]]
    table(["Side", "Packages"], [*rows, *everyone], (1,))
    shared = [each for each in found.overlaps if each.packages is not None or each.high is not None]
    if len(found.win_sets) < 3 or not shared:
        return
    heading("What two sides could both accept")
    both = [[*map(names.party, each.parties), shared_size(each)] for each in shared]
    table(["Side", "And side", "Packages"], both[:_MOST_PAIRS], (2,))
    if len(both) > _MOST_PAIRS:
        say(f"{figure(len(both) - _MOST_PAIRS)} more pairs; --csv overlaps gives all of them.")


def show_list(title: str, sentences: Sequence[str]) -> None:
    """Print sentences under a title; nothing where there are none."""
    if sentences:
        heading(title)
    for sentence in sentences:
        entry(f"• {sentence}")
