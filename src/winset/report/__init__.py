"""Reports: results and evidence → blocks → HTML."""

from winset.report.basis import basis_of
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

__all__ = ["Findings", "ModelVersion", "Move", "Route", "Score", "StableStates", "State", "html"]


def html(findings: Findings) -> str:
    """One self-contained HTML page, the same bytes for the same findings."""
    basis = basis_of(findings)
    return write_page(compose(basis), basis.evidence)
