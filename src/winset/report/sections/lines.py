"""The red lines and links in words, each with the passages behind it."""

from __future__ import annotations

from collections.abc import Iterator

from winset.model import write_expression
from winset.model.lines import Link, NoDeal, RedLine
from winset.report.basis import Basis
from winset.report.blocks import (
    Block,
    Heading,
    Inline,
    Paragraph,
    Passages,
    Row,
    Section,
    Styled,
    Table,
)
from winset.report.markup import anchor
from winset.report.words import amount, phrase, span_words


def lines(basis: Basis) -> Section | None:
    """Every red line and link of the settlement model; None where there is none."""
    model = basis.findings.model
    if model is None or not (model.red_lines or model.links or model.no_deal):
        return None
    blocks = (
        *(part for line in model.red_lines for part in _red_line(basis, line)),
        *(part for link in model.links for part in _link(basis, link)),
        *(() if not model.no_deal else (_no_deal(basis, model.no_deal),)),
    )
    return Section("The red lines and what they rest on", "lines", blocks)


def _red_line(basis: Basis, line: RedLine) -> Iterator[Block]:
    demand = "rejects" if line.rejects else "requires"
    yield Heading(
        f"{basis.names.party(line.party)}: {basis.line_words(line.id)}", anchor("line", line.id)
    )
    weight = "" if line.weight == 1 else f", weight {amount(line.weight)}"
    yield Paragraph(
        (
            f"{demand.capitalize()} ",
            Styled(phrase(line.expression, basis.names), "strong"),
            f"; holds {span_words(line.span)}{weight}. In the model: ",
            Styled(write_expression(line.expression), "code"),
        )
    )
    yield from _grounds(basis, line.because)


def _link(basis: Basis, link: Link) -> Iterator[Block]:
    yield Heading(f"Link: {basis.line_words(link.id)}", anchor("line", link.id))
    yield Paragraph(
        (
            "True of every settlement, nobody's demand: ",
            Styled(phrase(link.rule, basis.names), "strong"),
            f"; holds {span_words(link.span)}. In the model: ",
            Styled(write_expression(link.rule), "code"),
        )
    )
    yield from _grounds(basis, link.because)


def _grounds(basis: Basis, because: tuple[str, ...]) -> Iterator[Block]:
    cite = basis.evidence.cite(*because)
    if cite.passages:
        yield Paragraph(("Because", cite, ":"), "grounds")
        yield Passages(cite.passages)
    elif cite.sources:
        yield Paragraph(("It rests on published work only", cite, "."), "grounds")
    else:
        yield Paragraph((Styled("Judgement: no passage is given for it.", "judgement"),), "grounds")


def _no_deal(basis: Basis, worths: tuple[NoDeal, ...]) -> Table:
    rows = tuple(
        Row(
            (
                (basis.names.party(worth.party),),
                (amount(worth.points),),
                (span_words(worth.span),),
                _ground(basis, worth.because),
            )
        )
        for worth in worths
    )
    return Table("What no deal is worth", ("Party", "Points", "Days", "Rests on"), rows, "numbers")


def _ground(basis: Basis, because: tuple[str, ...]) -> tuple[Inline, ...]:
    cite = basis.evidence.cite(*because)
    if cite.passages or cite.sources:
        return (cite,)
    return (Styled("judgement", "judgement"),)
