"""A worked case that ships with winset, built in a folder with its report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import winset
from winset.errors import Misuse, WinsetError
from winset.problems import nearest_name
from winset.workbench.files import beside, is_case_file
from winset.workbench.keeping import import_folder
from winset.workbench.opening import opened_case
from winset.workbench.reporting import Written, write_report_of
from winset.workbench.watching import Watch, unwatched

MAKER = "winset demo"
"""The name under which the demo writes in the journal."""
_SEAL = f"<!-- {MAKER} -->\n"


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo built."""

    case: Path
    report: Written


def shipped_cases() -> dict[str, Path]:
    """The folders of the cases that ship with winset, by name, sorted."""
    package = Path(winset.__file__).parent
    for root in (package / "cases", package.parent.parent / "cases"):
        found = {path.parent.name: path.parent for path in sorted(root.glob("*/case.toml"))}
        if found:
            return found
    return {}


def build_demo(
    name: str | None, folder: Path, force: bool = False, watch: Watch = unwatched
) -> Demo:
    """Build NAME.winset and NAME.html in `folder`; only the demo's own files are replaced."""
    source = _shipped(name)
    case, page = folder / f"{source.name}.winset", folder / f"{source.name}.html"
    if not force:
        _must_be_own(case, is_own_case)
        _must_be_own(page, is_own_page)
    with beside(case) as draft:
        import_folder(draft, source, MAKER)
    _remove_log(case)
    return Demo(case, write_report_of(opened_case(case), page, (), watch, _SEAL))


def is_own_case(path: Path) -> bool:
    """Whether a case file was built by the demo, and nobody has changed it since."""
    from winset.store import open_case

    if not is_case_file(path):
        return False
    try:
        with open_case(path, to_read=True) as case:
            return {entry.by for entry in case.journal()} == {MAKER}
    except WinsetError:
        return False


def is_own_page(path: Path) -> bool:
    """Whether a page was written by the demo: it ends with the demo's mark."""
    return path.is_file() and path.read_bytes().endswith(_SEAL.encode())


def _must_be_own(path: Path, is_own: Callable[[Path], bool]) -> None:
    if (path.exists() or path.is_symlink()) and not is_own(path):
        raise Misuse(
            f"{path.name} is there already and is not an unchanged product of the demo; "
            "move it away, go to another folder, or replace it with --force"
        )


def _remove_log(case: Path) -> None:
    """Remove what SQLite may have left beside the case that stood here before."""
    for ending in ("-wal", "-shm"):
        case.with_name(case.name + ending).unlink(missing_ok=True)


def _shipped(name: str | None) -> Path:
    cases = shipped_cases()
    if not cases:
        raise WinsetError("no worked case came with this copy of winset; install it anew")
    if name is None:
        return next(iter(cases.values()))
    if name in cases:
        return cases[name]
    near = nearest_name(name, cases)
    hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(cases)}"
    raise Misuse(f"no worked case {name[:80]!r} ships with winset; {hint}")
