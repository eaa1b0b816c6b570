"""The example in docs/reference/record.md is read, and says what the page says it says."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from winset.formats.folder import read_folder
from winset.record import KINDS, find_problems, score, walk_back
from winset.record.documents import Part
from winset.record.entries import Account, Alias, Resolution, Review

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "record.md"
BLOCK = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)


def example(root: Path) -> Path:
    """The files of the page, and the two it names without showing them."""
    for name, content in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (root / "model.toml").write_text('title = "Cod"\n', encoding="utf-8")
    (root / "fishing_grounds.geojson").write_text("{}", encoding="utf-8")
    return root


def test_the_example_is_a_case_without_faults(tmp_path: Path) -> None:
    folder = read_folder(example(tmp_path))
    record = folder.record
    assert find_problems(record, {"quota": ("none", "half")}) == ()
    assert [name for name, _ in folder.models] == ["settlement"]
    assert folder.attachments == (("map", b"{}", "application/geo+json"),)
    assert "n1:44-71" in [passage.id for passage in record.passages]
    assert walk_back(record, "d1").passages[0].exact == "No quota, no landing rights"
    assert float(score(record.forecasts).mean or 0) == 0.04


def test_the_page_names_every_field_of_every_kind() -> None:
    rows = re.findall(r"^\| (\w+) \|[^|]*\|(.*)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    shared = {"id", "because", "sources", "origin"}
    parts = {"part": Part, "alias": Alias, "review": Review, "resolution": Resolution,
             "account": Account}  # fmt: skip
    told = {name: set(re.findall(r"\w+", listed)) for name, listed in rows}
    for name, kind in {**KINDS, **parts}.items():
        names = {one.name for one in fields(kind)}
        missing = names - told[name] - (shared if name in KINDS else set())
        assert not missing, f"{name}: {missing}"
