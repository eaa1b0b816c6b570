"""Reports: results and evidence → blocks → HTML."""

from winset.report.basis import basis_of
from winset.report.blocks import in_words
from winset.report.compose import compose
from winset.report.findings import (
    Findings,
    ModelVersion,
    Move,
    Route,
    Score,
    StableStates,
    State,
)
from winset.report.page import write_page
from winset.report.sections.answer import conclusions

__all__ = [
    "Findings",
    "ModelVersion",
    "Move",
    "Route",
    "Score",
    "StableStates",
    "State",
    "answer",
    "html",
]


def answer(findings: Findings) -> tuple[str, ...]:
    """The sentences the report begins with, in plain words."""
    return tuple(in_words(sentence) for sentence in conclusions(basis_of(findings)))


def html(findings: Findings) -> str:
    """One self-contained HTML page, the same bytes for the same findings."""
    basis = basis_of(findings)
    return write_page(compose(basis), basis.evidence)
