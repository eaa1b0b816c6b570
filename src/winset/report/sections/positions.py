"""Who stands where: each issue with its options and what actors said of them, and when."""

from __future__ import annotations

from winset.record.entries import Statement
from winset.report.basis import Basis, entry_anchor, standing_mark
from winset.report.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    Prose,
    Row,
    Section,
    Styled,
    Table,
)
from winset.report.charts.grid import Mark, grid_chart
from winset.report.evidence import is_suggested
from winset.report.markup import anchor
from winset.report.words import counted, date_words

STANCES = {1: "for", 0: "neither", -1: "against"}
_KINDS = {"red_line": "red line", "": "statement"}


def positions(basis: Basis) -> Section | None:
    """The grid of issues and options, and each position with its days and passages."""
    statements = tuple(one for one in basis.record.statements if one.issue)
    if not statements:
        return None
    issues = _issues(basis, statements)
    tables = tuple(block for issue in issues for block in _issue(basis, issue, statements))
    return Section("Who stands where", "positions", (_grid(basis, issues, statements, tables),))


def _issues(basis: Basis, statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """Issues spoken of, in the model's order, then in the record's."""
    spoken = dict.fromkeys(one.issue for one in statements)
    return (*(key for key in basis.names.issues if key in spoken),
            *(key for key in spoken if key not in basis.names.issues))  # fmt: skip


def _options(basis: Basis, issue: str, statements: tuple[Statement, ...]) -> tuple[str, ...]:
    known = basis.names.issues[issue].options if issue in basis.names.issues else ()
    spoken = dict.fromkeys(one.option for one in statements if one.issue == issue)
    return (*known, *(option for option in spoken if option not in known))


def _grid(
    basis: Basis,
    issues: tuple[str, ...],
    statements: tuple[Statement, ...],
    tables: tuple[Block, ...],
) -> Figure:
    actors = tuple(dict.fromkeys(one.actor for one in statements))
    title = (
        f"{counted(len(statements), 'position').capitalize()} of {counted(len(actors), 'actor')}"
    )
    groups = tuple(
        (basis.names.issue(issue), tuple(
            (f"{issue}\n{option}", basis.names.option(issue, option) if option else "(no option)")
            for option in _options(basis, issue, statements)))
        for issue in issues
    )  # fmt: skip
    marks = tuple(_mark(basis, one) for one in statements)
    described = "A row for each actor, a column for each option of each issue."
    return Figure(
        title,
        "Each mark is a position at some time, not the latest one: ● for, ■ for as a red line or "
        "demand, ✕ against, ○ neither. The tables say when.",
        grid_chart(
            tuple((actor, basis.names.actor(actor)) for actor in actors),
            groups,
            marks,
            title,
            described,
        ),
        tables,
        "figure-positions",
        "Each position with its days and passages",
    )


def _mark(basis: Basis, statement: Statement) -> Mark:
    firm = statement.kind in ("red_line", "demand")
    form = {-1: "cross", 0: "ring"}.get(statement.stance, "square" if firm else "dot")
    return Mark(
        statement.actor,
        f"{statement.issue}\n{statement.option}",
        form,
        entry_anchor(statement),
        f"{basis.names.actor(statement.actor)}, {date_words(statement.said)}: {statement.text}",
        is_suggested(statement.origin),
    )


def _issue(basis: Basis, issue: str, statements: tuple[Statement, ...]) -> tuple[Block, ...]:
    title = basis.names.issue(issue)
    order = {option: place for place, option in enumerate(_options(basis, issue, statements))}
    own = sorted(
        (one for one in statements if one.issue == issue),
        key=lambda one: (order[one.option], one.said.first, one.id),
    )
    rows = tuple(_row(basis, one) for one in own)
    head = ("Option", "Who", "Stance", "When", "What was said")
    return (
        Heading(title, anchor("issue", issue), 3),
        Table(f"Positions on: {title}", head, rows, "said"),
    )


def _row(basis: Basis, statement: Statement) -> Row:
    kind = _KINDS.get(statement.kind, statement.kind)
    stance = STANCES.get(statement.stance, str(statement.stance))
    said: tuple[Inline, ...] = (statement.text, *standing_mark(statement.origin))
    cells: tuple[Prose, ...] = (
        (basis.names.option(statement.issue, statement.option) if statement.option else "–",),
        who(basis, statement),
        (f"{stance}, {kind}",),
        (date_words(statement.said),),
        (*said, basis.evidence.cite(statement.id)),
    )
    return Row(cells, entry_anchor(statement), is_suggested(statement.origin))


def who(basis: Basis, statement: Statement) -> Prose:
    """Whose statement it is, and who voiced it where that is another."""
    actor = basis.names.actor(statement.actor)
    if statement.speaker in ("", actor):
        return (actor,)
    return (actor, Styled(f" ({statement.speaker})", "soft")) if actor else (statement.speaker,)
