"""Reading a model file, with every fault at once."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from winset.errors import Faulty
from winset.model.checks import check_model
from winset.model.file.issues import read_issues
from winset.model.file.lines import (
    check_line_ids,
    read_links,
    read_no_deal,
    read_points,
    read_red_lines,
)
from winset.model.file.misperceptions import read_misperceptions
from winset.model.file.parties import holders, read_parties
from winset.model.file.preferences import read_preferences
from winset.model.file.states import StateFinder, read_graph, read_states
from winset.model.file.tables import Faults, Table, TooManyFaults
from winset.model.model import Model
from winset.problems import Problem

LARGEST_FILE = 2_000_000
"""Bytes a model file may have; the largest known are a hundredth of it."""
MOST_DOTS = 2_000
"""Dots a line may have: reading a dotted key takes time quadratic in its parts."""
_SECTIONS = (
    "title",
    "date",
    "parties",
    "issues",
    "states",
    "graph",
    "preferences",
    "red_lines",
    "links",
    "points",
    "no_deal",
    "misperceptions",
)


def read_model(text: str | bytes, file: str = "") -> Model:
    """The model a TOML text states; raises Faulty with every problem in it."""
    model, problems = _read(text, file)
    if model is None or problems:
        raise Faulty(problems)
    return model


def find_problems(text: str | bytes, file: str = "") -> tuple[Problem, ...]:
    """Every problem in a model file, in the order of its sections; empty when it is sound."""
    return _read(text, file)[1]


def _read(text: str | bytes, file: str) -> tuple[Model | None, tuple[Problem, ...]]:
    faults = Faults(file)
    data = _toml(text, faults)
    if data is None:
        return None, tuple(faults.problems)
    try:
        model = _model(Table(data, "", faults))
    except TooManyFaults:
        return None, tuple(faults.problems)
    if not faults.problems:
        faults.problems.extend(check_model(model, file))
    return model, tuple(faults.problems)


def _model(root: Table) -> Model:
    root.allow(*_SECTIONS)
    if not root.data:
        root.faults.add("", "the file is empty", expected="[parties.NAME] and [issues.NAME]")
    parties = read_parties(root)
    names, all_holders = tuple(party.id for party in parties), holders(parties)
    issues = read_issues(root, names)
    graph = read_graph(root, names)
    if graph is not None and issues:
        root.fault("graph", "the model has both issues and a graph", expected="one of the two")
    states = read_states(root, issues, graph)
    finder = StateFinder(states, tuple(issues.values()), graph)
    check_line_ids(root)
    return Model(
        root.text("title"),
        root.day("date"),
        parties,
        tuple(issues.values()),
        states,
        graph,
        read_preferences(root, names, issues, finder),
        read_red_lines(root, all_holders, issues),
        read_links(root, issues),
        read_points(root, all_holders, issues),
        read_no_deal(root, all_holders),
        read_misperceptions(root, names, issues, finder),
    )


def _toml(text: str | bytes, faults: Faults) -> dict[str, Any] | None:
    if len(text) > LARGEST_FILE:
        size = f"{len(text):,} {'bytes' if isinstance(text, bytes) else 'characters'}"
        faults.add("", f"the file has {size}", expected=f"at most {LARGEST_FILE:,}")
        return None
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        return _parsed(decoded.removeprefix("\ufeff"), faults)
    except UnicodeDecodeError as error:
        faults.add("", f"the file is not UTF-8 (byte {error.start + 1:,})", expected="UTF-8 text")
    except RecursionError:
        faults.add("", "lists or tables are nested too deeply", expected="the shape of a model")
    except ValueError as error:
        _note_syntax(str(error), faults)
    return None


def _parsed(text: str, faults: Faults) -> dict[str, Any] | None:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS:
            message = f"the line has {line.count('.'):,} dots"
            faults.add(f"line {number}", message, expected=f"at most {MOST_DOTS:,}")
            return None
    return tomllib.loads(text)


def _note_syntax(message: str, faults: Faults) -> None:
    place = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|(end of document))\)", message)
    if place is None:  # the only other one is about the digits of a whole number
        faults.add("", "a number has too many digits", expected="numbers below 10^15")
        return
    line = f"line {place[2]}" if place[2] else "end of file"
    faults.add(line, f"this is not TOML: {place[1]}", column=int(place[3] or 0))
