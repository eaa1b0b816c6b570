"""Reports: results and evidence → blocks → HTML.

What builds a page is loaded when one is asked for: most commands ask for none.
"""

from winset.report.findings import (
    Findings,
    ModelVersion,
    Move,
    Route,
    Score,
    StableStates,
    State,
)

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
    from winset.report.basis import basis_of
    from winset.report.blocks import in_words
    from winset.report.sections.answer import conclusions

    return tuple(in_words(sentence) for sentence in conclusions(basis_of(findings)))


def html(findings: Findings) -> str:
    """One self-contained HTML page, the same bytes for the same findings."""
    from winset.report.basis import basis_of
    from winset.report.compose import compose
    from winset.report.page import write_page

    basis = basis_of(findings)
    return write_page(compose(basis), basis.evidence)
