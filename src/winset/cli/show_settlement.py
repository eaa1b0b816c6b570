"""The answer of the settlement analysis: sentences first, then what blocks, then tables."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import any_number, entry, heading, print_json, say, table
from winset.model.lines import RedLine
from winset.report.evidence import Evidence, gather
from winset.report.words import (
    Names,
    amount,
    counted,
    date_words,
    day_words,
    figure,
    listed,
    names_of,
    package_words,
    phrase,
    span_words,
)
from winset.settlement.results import Block, Opening, Outcome, Settlement
from winset.workbench.analysis import SettlementAnswer
from winset.workbench.shapes import settlement_shape

_TITLES = {
    "nash": "Nash (greatest product of gains)",
    "kalai_smorodinsky": "Kalai–Smorodinsky (equal shares of the best each could have)",
    "egalitarian": "Egalitarian (greatest least gain)",
    "utilitarian": "Utilitarian (greatest sum)",
}


def show_settlement(answer: SettlementAnswer, as_json: bool) -> None:
    """Print whether a settlement is open, what blocks it or what it could be, and the figures."""
    with any_number():
        if as_json:
            print_json(settlement_shape(answer.found))
        else:
            _show_words(answer)


def _show_words(answer: SettlementAnswer) -> None:
    model = answer.chosen.model
    names = names_of(answer.chosen.record, [model])
    say(model.title or answer.chosen.version.name, *_sentences(answer.found, names))
    _show_blocks(answer, names)
    _show_openings(answer.found.openings, names)
    _show_sizes(answer.found, names)
    _show_outcomes("Frontier: packages no other beats for all", answer.found.frontier, names)
    for name, title in _TITLES.items():
        _show_outcomes(title, getattr(answer.found.solutions, name), names)
    _show_list("Not complete", answer.found.incomplete)
    _show_list("Assumptions", answer.found.assumptions)


def _sentences(found: Settlement, names: Names) -> list[str]:
    day = f"On {day_words(found.as_of)}" if found.as_of else "With every line, whatever its days,"
    alone = [f"{names.party(party)} could accept {figure(size)}" for party, size in found.win_sets]
    sides = f"Alone, {listed(alone)}."
    if found.is_open:
        size = counted(found.zone, "package") if found.zone is not None else "some package"
        verb = "is" if found.zone == 1 else "are"
        return [f"{day} {size} of {figure(found.packages)} {verb} acceptable to every side.", sides]
    said = [f"{day} no package of {figure(found.packages)} is acceptable to every side.", sides]
    if found.openings:
        said.append(f"The cheapest way out: {_given_up(found.openings[0])}.")
    return said


def _given_up(opening: Opening) -> str:
    lines = counted(len(opening.lines), "line").split()[-1]
    text = f"give up the {lines} {listed(opening.lines)} (weight {amount(opening.weight)})"
    if opening.opened is not None:
        text += f", which opens {counted(opening.opened, 'package')}"
    return text


def _show_blocks(answer: SettlementAnswer, names: Names) -> None:
    evidence = gather(answer.chosen.record)
    told: set[str] = set()
    for number, block in enumerate(answer.found.blocks, 1):
        heading(f"Block {number}: {listed(block.lines)} cannot stand together")
        for name in block.lines:
            _show_line(answer.line(name), names, evidence, name in told)
            told.add(name)
        _show_links(block)


def _show_line(line: RedLine, names: Names, evidence: Evidence, again: bool) -> None:
    entry(f"{line.id}: {_demand(line, names)}" + (" (see above)" if again else ""))
    if again:
        return
    entry(f"holds {span_words(line.span)}; weight {amount(line.weight)}", 4)
    cited = evidence.cite(*line.because)
    for key in cited.passages:
        passage = evidence.passages[key]
        document = evidence.documents.get(passage.document)
        entry(f"“{' '.join(passage.exact.split())}”", 4)
        if document is not None:
            place = [document.title, document.publisher, date_words(document.date)]
            entry(f"— {', '.join(part for part in place if part)} [{key}]", 4)
    for key in cited.sources:
        entry(f"— {evidence.sources[key].title} [{key}]", 4)


def _demand(line: RedLine, names: Names) -> str:
    verb = "rejects" if line.rejects else "requires"
    said = f"{names.party(line.party)} {verb} “{phrase(line.expression, names)}”"
    return f"{line.title}. {said}" if line.title else said


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


def _show_sizes(found: Settlement, names: Names) -> None:
    heading("How much each side could accept")
    rows = [[names.party(party), figure(size)] for party, size in found.win_sets]
    everyone = [["every side (the zone)", figure(found.zone)]]
    table(["Side", "Packages"], [*rows, *everyone, ["all packages", figure(found.packages)]], (1,))


def _show_outcomes(title: str, outcomes: Sequence[Outcome], names: Names) -> None:
    if not outcomes:
        return
    heading(title)
    parties = [party for party, _ in outcomes[0].points]
    table(
        ["Package", *(names.party(party) for party in parties)],
        [
            [package_words(one.package, names), *(amount(points) for _, points in one.points)]
            for one in outcomes
        ],
        right=range(1, len(parties) + 1),
    )


def _show_list(title: str, sentences: Sequence[str]) -> None:
    if sentences:
        heading(title)
    for sentence in sentences:
        entry(f"• {sentence}")
