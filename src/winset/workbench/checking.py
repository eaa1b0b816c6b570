"""Every fault of a model, or of a whole case, at once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from winset.errors import Faulty
from winset.model import find_problems, read_model
from winset.model.lines import Link, NoDeal, RedLine
from winset.model.model import Model
from winset.problems import Problem, nearest_name
from winset.record.kinds import items
from winset.report.findings import ModelVersion
from winset.workbench.files import is_case_file, read_file
from winset.workbench.opening import LARGEST_MODEL, newest, opened

_Grounded = RedLine | Link | NoDeal
"""What in a model names its evidence."""


def find_faults(path: Path) -> tuple[Problem, ...]:
    """The faults of a model file, of a case folder or of a case file; empty when there are none."""
    if not path.is_dir() and not is_case_file(path):
        return find_problems(read_file(path, LARGEST_MODEL), path.name)
    try:
        models, known = _of_folder(path) if path.is_dir() else _of_case(path)
    except Faulty as faulty:
        return faulty.problems
    return tuple(problem for kept in models for problem in _faults_of(kept, known))


def _of_folder(path: Path) -> tuple[tuple[ModelVersion, ...], Collection[str]]:
    """The models in a case folder, and every id in it."""
    contents = opened(path, status=None)
    return contents.models, frozenset(item.id for item in items(contents.record))


def _of_case(path: Path) -> tuple[tuple[ModelVersion, ...], Collection[str]]:
    """The same of a case file, which is looked through; each entry is read, none is kept."""
    from winset.store import look_through, open_case

    look_through(path)
    with open_case(path, to_read=True) as case:
        kept = newest(case.models())
        for _ in case.each():
            pass  # one that cannot be read raises
        models = tuple(ModelVersion(one.name, one.version, one.text) for one in kept)
        return models, case.kinds() if models else ()


def _faults_of(kept: ModelVersion, known: Collection[str]) -> tuple[Problem, ...]:
    """Faults of a kept model; when it has none, the ids in it that the record does not have."""
    problems = find_problems(kept.text, kept.name)
    return problems or unknown_evidence(read_model(kept.text), known, kept.name)


def unknown_evidence(model: Model, known: Collection[str], file: str) -> tuple[Problem, ...]:
    """A problem for each id under `because` that is not one of the record's."""
    lines: dict[str, tuple[RedLine | Link | NoDeal, ...]] = {
        "red_lines": model.red_lines,
        "links": model.links,
        "no_deal": model.no_deal,
    }
    return tuple(
        _unknown(file, f"{key}[{number}].because", name, known)
        for key, entries in lines.items()
        for number, line in enumerate(entries, start=1)
        for name in line.because
        if name not in known
    )


def _unknown(file: str, key: str, name: str, known: Collection[str]) -> Problem:
    return Problem(
        message=f"{name!r} names nothing in the record",
        file=file,
        key=key,
        expected="the id of a statement, an event, a passage or another entry",
        nearest=nearest_name(name, known),
    )
