"""The report of a case, written to a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from winset.errors import Misuse
from winset.workbench.files import is_case_file, write_whole
from winset.workbench.findings import find
from winset.workbench.opening import Contents, opened_case
from winset.workbench.sharing import find_sharing
from winset.workbench.watching import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was written: where, its answer in sentences, and the days looked at."""

    path: Path
    answer: tuple[str, ...]
    days: tuple[dt.date, ...]


def write_report(
    path: Path,
    output: Path,
    days: Sequence[dt.date] = (),
    watch: Watch = unwatched,
    known: dt.date | None = None,
) -> Written:
    """Write the report of the case at `path`; the same case gives the same bytes.

    With `known` nothing counts in a model that rests only on works published after that day.
    """
    contents = replace(opened_case(path), known_by=known)
    return write_report_of(contents, output, days, watch)


def write_report_of(
    contents: Contents, output: Path, days: Sequence[dt.date], watch: Watch, ending: str = ""
) -> Written:
    """As `write_report`, of contents at hand; `ending` is put after the page."""
    from winset.report import answer, html

    if is_case_file(output):
        raise Misuse(f"{output} is a case file; expected the name of a page, as talks.html")

    findings = find(contents, days, watch)
    findings = replace(findings, sharing=find_sharing(contents))
    write_whole(output, (html(findings) + ending).encode("utf-8"))
    return Written(output, answer(findings), tuple(day for day, _ in findings.days if day))
