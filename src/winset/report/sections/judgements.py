"""What was assumed or decided rather than found, and the model files it all rests on."""

from __future__ import annotations

from collections.abc import Iterator

from winset.model.lines import Link, RedLine
from winset.report.basis import Basis
from winset.report.blocks import Block, Folded, Heading, Items, Paragraph, Prose, Section, Verbatim
from winset.report.evidence import is_suggested
from winset.report.findings import ModelVersion
from winset.report.words import counted


def judgements(basis: Basis) -> Section:
    """Assumptions of the engines, judgements of the analyst, loose ends, and the models."""
    return Section("Assumptions and judgements", "assumptions", tuple(_blocks(basis)))


def _blocks(basis: Basis) -> Iterator[Block]:
    assumed = _assumptions(basis)
    if assumed:
        yield Heading("What the engines assume", "engine-assumptions")
        yield Items(tuple((sentence,) for sentence in assumed))
    yield Heading("What the analyst decided", "judgements")
    paragraphs = [text.strip() for text in basis.findings.judgements.split("\n\n") if text.strip()]
    yield from (Paragraph((" ".join(text.split()),)) for text in paragraphs)
    loose = tuple(_loose_ends(basis))
    if loose:
        yield Items(loose)
    elif not paragraphs:
        yield Paragraph(("No judgement has been written down.",), "note")
    if basis.findings.versions:
        yield Heading("The model files", "models")
        yield from (_version(version) for version in basis.findings.versions)


def _assumptions(basis: Basis) -> tuple[str, ...]:
    said = [
        sentence for _, settlement in basis.findings.days for sentence in settlement.assumptions
    ]
    if basis.findings.stability:
        said += basis.findings.stability.assumptions
    return tuple(dict.fromkeys(said))


def _loose_ends(basis: Basis) -> Iterator[Prose]:
    """What a reader should know is missing: lines without grounds, ids without an entry."""
    for line in basis.lines.values():
        if not line.because:
            kind = "Link" if isinstance(line, Link) else "Red line"
            yield (f"{kind} without a passage, so a judgement: ", *basis.line_jump(line.id), ".")
        missing = basis.evidence.unknown(line.because)
        if missing:
            yield (
                *basis.line_jump(line.id),
                f" names evidence the record lacks: {', '.join(missing)}.",
            )
    waiting = sum(is_suggested(entry.origin) for entry in basis.evidence.entries.values())
    if waiting:
        yield (
            f"{counted(waiting, 'suggestion').capitalize()} of the machine "
            f"{'waits' if waiting == 1 else 'wait'} for a person's decision; "
            "the conclusions at the head of this report leave them out.",
        )
    if any(isinstance(line, RedLine) and line.weight != 1 for line in basis.lines.values()):
        yield ("The weight of a red line says how dear it is to give up; weights are judgements.",)


def _version(version: ModelVersion) -> Folded:
    by = f", by {version.by}" if version.by else ""
    note = f": {version.note}" if version.note else ""
    number = f", version {version.version}" if version.version else ""
    title = f"Model “{version.name}”{number}{by}{note}"
    return Folded(title, (Verbatim(version.text, title),))
