"""Other tools' scenarios as model files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from winset.errors import Misuse
from winset.formats.genius import read_scenario
from winset.formats.genius_parts import LARGEST
from winset.model import read_model, write_model
from winset.model.model import Model
from winset.workbench.files import read_file, write_whole

SCENARIOS = (".xml", ".json")
"""How the names of scenario files end."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A model made of a scenario: its text, what was changed on the way, and where it was put."""

    model: Model
    text: str
    notes: tuple[str, ...]
    path: Path | None = None


def are_scenario(paths: Sequence[Path]) -> bool:
    """Whether these are the files of a scenario, by the ends of their names."""
    return bool(paths) and all(path.suffix.lower() in SCENARIOS for path in paths)


def import_scenario(
    paths: Sequence[Path], output: Path | None = None, cuts: int | None = None
) -> Imported:
    """The model of Genius or GeniusWeb files, written to `output` where one is given.

    Real-valued issues are cut into so many equal steps. Raises Misuse rather than overwrite a file.
    """
    if output is not None and output.exists():
        raise Misuse(f"{output} is there already; give another name, or move it away")
    found = read_scenario([(path.name, read_file(path, LARGEST)) for path in paths], cuts)
    head = "".join(f"# {' '.join(note.split())}\n" for note in found.notes)
    text = head + write_model(found.model)
    model = read_model(text, output.name if output else "")
    if output is not None:
        write_whole(output, text.encode("utf-8"))
    return Imported(model, text, found.notes, output)
