"""What every section is written from: the findings with their names, lines and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from winset.model.lines import Link, RedLine
from winset.model.model import Model
from winset.record.entries import Entry, Origin
from winset.record.record import Record
from winset.report.blocks import Inline, Jump, Styled
from winset.report.evidence import Evidence, gather, is_suggested, standing
from winset.report.findings import Findings
from winset.report.markup import anchor
from winset.report.words import Names, names_of, phrase


@dataclass(frozen=True, slots=True)
class Basis:
    """Findings ready to be worded; `record` is without what was rejected."""

    findings: Findings
    record: Record
    evidence: Evidence
    names: Names
    lines: Mapping[str, RedLine | Link]

    def line_words(self, key: str) -> str:
        """A line as its title says it, or its expression in words."""
        line = self.lines.get(key)
        if line is None:
            return key
        if line.title:
            return line.title
        if isinstance(line, Link):
            return phrase(line.rule, self.names)
        return ("no package with " if line.rejects else "") + phrase(line.expression, self.names)

    def owner(self, key: str) -> str:
        """Whose line it is; "" for a link, which is nobody's."""
        line = self.lines.get(key)
        return self.names.party(line.party) if isinstance(line, RedLine) else ""

    def line_jump(self, key: str) -> tuple[Inline, ...]:
        """A line named with its owner, leading to where it is set out in full."""
        if key not in self.lines:
            return (key,)
        owner = self.owner(key)
        place = Jump(f"“{self.line_words(key)}”", anchor("line", key))
        return (place, " (", Styled(owner, "strong"), ")") if owner else (place,)

    def line_jumps(self, keys: Sequence[str], between: str = "; ") -> tuple[Inline, ...]:
        """Several lines, one after the other."""
        jumps = [self.line_jump(key) for key in keys]
        return tuple(
            part
            for place, jump in enumerate(jumps)
            for part in ((between, *jump) if place else jump)
        )

    def block_words(self, keys: Sequence[str]) -> tuple[Inline, ...]:
        """The lines of a block: one alone, two against each other, or several together."""
        if len(keys) == 2:
            return self.line_jumps(keys, " against ")
        return (*self.line_jumps(keys), " alone" if len(keys) == 1 else " together")

    def grounds(self, keys: Iterable[str]) -> tuple[str, ...]:
        """What lines rest on, as their `because` says it."""
        return tuple(key for line in keys if line in self.lines for key in self.lines[line].because)


def basis_of(findings: Findings) -> Basis:
    """The basis of a report on `findings`."""
    record = standing(findings.record)
    models = [findings.model, findings.stability.model if findings.stability else None]
    known = [model for model in models if model]
    return Basis(findings, record, gather(record), names_of(record, known), _lines(findings.model))


def _lines(model: Model | None) -> dict[str, RedLine | Link]:
    if model is None:
        return {}
    links: dict[str, RedLine | Link] = {link.id: link for link in model.links}
    return {line.id: line for line in model.red_lines} | links


def standing_mark(origin: Origin) -> tuple[Inline, ...]:
    """What tells a machine's suggestion from an entry a person has accepted."""
    if not is_suggested(origin):
        return ()
    sure = "" if origin.confidence is None else f", confidence {origin.confidence:.2f}"
    rule = f" by rule {origin.rule}" if origin.rule else ""
    return (" ", Styled(f"suggested{rule}{sure}, not yet accepted", "machine"))


def entry_anchor(entry: Entry) -> str:
    """Where an entry stands on the page."""
    return anchor(type(entry).__name__.lower(), entry.id)
