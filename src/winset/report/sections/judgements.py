"""What was assumed or decided rather than found, and the model files it all rests on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby

from winset.model.lines import Link, RedLine
from winset.record.entries import Difference, Event, Forecast, Statement, Undertaking
from winset.report.basis import Basis, entry_anchor
from winset.report.blocks import (
    Block,
    Folded,
    Heading,
    Inline,
    Items,
    Jump,
    Paragraph,
    Prose,
    Section,
    Verbatim,
)
from winset.report.evidence import is_suggested
from winset.report.findings import ModelVersion
from winset.report.sections.days import day_title
from winset.report.words import counted, listed, number_word

_ITEM = re.compile(r"^(\d+[.)]|[-*•])\s+")
_NAMED = 3


def judgements(basis: Basis) -> Section:
    """Assumptions of the engines, judgements of the analyst, loose ends, and the models."""
    return Section("Assumptions and judgements", "assumptions", tuple(_blocks(basis)))


def _blocks(basis: Basis) -> Iterator[Block]:
    assumed = _assumptions(basis)
    if assumed:
        yield Heading("What the engines assume", "engine-assumptions")
        yield Items(tuple((sentence,) for sentence in assumed))
    yield Heading("What the analyst decided", "judgements")
    decided = tuple(_decided(basis))
    yield from decided
    loose = tuple(_loose_ends(basis))
    if loose:
        yield Items(loose)
    elif not decided:
        yield Paragraph(("No judgement has been written down.",), "note")
    if basis.findings.versions:
        yield Heading("The model files", "models")
        yield from (_version(version) for version in basis.findings.versions)


def _decided(basis: Basis) -> Iterator[Block]:
    """The analyst's paragraphs; lines that begin with a number or a dash are a list."""
    for is_list, group in groupby(_paragraphs(basis.findings.judgements), lambda one: one[0]):
        proses = tuple(_with_jumps(basis, text) for _, text in group)
        if is_list:
            yield Items(proses, ordered=True)
        else:
            yield from (Paragraph(prose) for prose in proses)


def _paragraphs(text: str) -> Iterator[tuple[bool, str]]:
    """Paragraphs and items (True) with their lines joined; a line that begins one ends the last."""
    current: list[str] = []
    for line in [*(line.strip() for line in text.splitlines()), ""]:
        if current and (not line or _ITEM.match(line)):
            whole = " ".join(current)
            yield bool(_ITEM.match(whole)), _ITEM.sub("", whole, count=1)
            current = []
        if line:
            current.append(line)


def _with_jumps(basis: Basis, text: str) -> Prose:
    """The text, in which ids of entries that stand on the page lead to them."""
    parts: list[Inline] = []
    for part in re.split(r"([\w-]+)", text):
        entry = basis.evidence.entries.get(part)
        shown = isinstance(entry, Event | Undertaking | Forecast | Difference) or (
            isinstance(entry, Statement) and bool(entry.issue)
        )
        parts.append(Jump(part, entry_anchor(entry)) if entry and shown else part)
    return tuple(parts)


def _assumptions(basis: Basis) -> tuple[str, ...]:
    """What the engines assume, each sentence once, with its days where it is not of all of them."""
    days: dict[str, list[dt.date | None]] = {}
    for day, settlement in basis.findings.days:
        for sentence in settlement.assumptions:
            days.setdefault(sentence, []).append(day)
    every = len(basis.findings.days)
    said = [sentence + _days(own, every) for sentence, own in days.items()]
    if basis.findings.stability:
        said += basis.findings.stability.assumptions
    return tuple(dict.fromkeys(said))


def _days(days: list[dt.date | None], every: int) -> str:
    if len(days) == every:
        return ""
    if len(days) > _NAMED:
        return f" (on {number_word(len(days))} of the {number_word(every)} days)"
    return f" (on {listed([day_title(day) for day in days])})"


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
    return Folded(title, (Verbatim(version.text, title),), printed=False)
